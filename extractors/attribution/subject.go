package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// subject returns the noun phrase that is the subject of the verb at token v, over adverbs, auxiliaries and one inserted
// clause. ok is false for infinitives, passives, negations and shared subjects that cannot be found.
func (r *reader) subject(v int) (from, to int, ok bool) {
	k := r.verbGroup(v)
	if r.low(k) == "having" && r.low(k-1) == "," {
		return r.before(k - 1) // "The council, having spoken of 52, now concedes 70"
	} else if r.low(k) == "having" {
		return r.mainSubject() // "Having spoken of 52, the council"
	}
	if k < 0 {
		return 0, 0, false
	}
	switch {
	case r.low(k) == ",":
		if from, to, ok = r.overComma(k); !ok && r.tag(v) == "VBD" && k == v-1 {
			return r.shared(k) // "closed 47 schools, offered 20 million and sent 200 men"
		}
		return from, to, ok
	case r.low(k) == "—" || r.low(k) == "–" || r.low(k) == "-":
		for open := k - 2; open > 0 && k-open < 20; open-- {
			if r.low(open) == r.low(k) {
				return r.before(open) // "The union — and with it half the town — said"
			}
		}
		return 0, 0, false
	case r.low(k) == "and" || r.low(k) == "but" || r.low(k) == "or" || r.low(k) == "then":
		return r.shared(k)
	case r.readBy(k) >= 0:
		return r.before(r.readBy(k))
	case r.low(k) == "which" || r.low(k) == "who" || r.low(k) == "that" && !r.nominal(k):
		if r.low(k-1) == "," {
			k--
		}
		return r.relativeNoun(k)
	}
	from, to, ok = r.before(k + 1)
	if head := r.metBefore(k); head > 0 {
		return r.before(head)
	}
	if head, found := r.relativeHead(k+1, v); found {
		return r.before(head)
	}
	if ok && from > 2 && r.low(from-1) == "by" && (r.is(from-2, publish) || r.tag(from-2) == "VBN") && r.is(from-3, document|figure) {
		return r.before(from - 2) // "figures released by the ministry show": its author is found behind it
	}
	if ok && from > 2 && r.low(from-1) == "by" && (r.is(from-3, group) || r.is(from-3, body) && r.name(from-3) == nil && (r.tag(from-2) == "VBN" || r.tag(from-2) == "VBD")) {
		return r.before(from - 2) // "analysts polled by the paper expected", "a commission appointed by the mayor estimated"
	}
	if ok && r.doneBy(from) {
		return r.before(from - 2) // "a boy hit by soldiers said"
	}
	if ok && r.nobodyAt(from) {
		return 0, 0, false // "no one at the ministry said"
	}
	if ok && from > 1 && r.low(from-1) == "by" && r.is(from-2, document) && !r.isVerb(from-2) {
		return r.before(from - 1) // "a study by the union found"
	}
	if ok && r.tag(from-1) == "VBG" && r.is(from-2, document) {
		return r.before(from - 1) // "a message doing the rounds has it that"
	}
	if n := r.name(from); ok && n != nil && n.Type == names.Place && n.To == to && r.is(from-1, link) {
		return 0, 0, false // "the one in Norland asks"
	}
	return from, to, ok
}

// relativeNoun returns the noun phrase before token k that a relative clause is about: "the release of [papers] that show", "[polls] by the union that
// show".
func (r *reader) relativeNoun(k int) (from, to int, ok bool) {
	from, to, ok = r.before(k)
	if ok && from > 1 && r.low(from-1) == "by" && r.is(from-2, document) {
		return r.before(from - 1)
	}
	if head := r.coreEnd(from, to) - 1; ok && r.is(to-1, document) && !r.is(head, person|group|body|figure) && r.name(head) == nil {
		for n := to - 2; n > head; n-- {
			if r.low(n) == "of" {
				return n + 1, to, true
			}
		}
	}
	return from, to, ok
}

// relativeHead returns where the noun phrase ends whose relative clause holds the phrase that begins at token from: "a team that reads
// images [told]", "data that the paper obtained from the firm [show]". The clause has a verb of its own before the one at token v.
func (r *reader) relativeHead(from, v int) (end int, ok bool) {
	verb := false
	for k := from - 1; k > 0 && v-k < 18; k-- {
		switch w := r.low(k); {
		case r.stop(k) || w == "(":
			return 0, false
		case w == "that" || w == "who" || w == "which" || w == "whose":
			return k, verb && (strings.HasPrefix(r.tag(k-1), "NN") || r.name(k-1) != nil) && !r.isVerb(k-1)
		case r.is(k, verbs) && r.isVerb(k) && r.is(k, say|tell):
			return 0, false // "said that people at the gate saw"
		case r.finiteAt(k) || r.is(k, aux) || r.tag(k) == "VBN":
			verb = true
		}
	}
	return 0, false
}

// metBefore returns where the noun phrase ends of which a relative clause without its pronoun tells whom the outlet spoke to or what it sent: "residents [we
// spoke to] say", "an alert [we sent to phones] said"; 0 for none. The clause ends at token k.
func (r *reader) metBefore(k int) int {
	for p := k - 1; p > 0 && p > k-7 && !r.stop(p); p-- {
		if w := r.low(p); w != "we" && w != "i" || !r.finiteAt(p+1) && r.tag(p+1) != "VBN" {
			continue
		}
		if w := r.low(p - 1); w == "whom" || w == "who" || w == "that" || w == "which" {
			p--
		}
		if strings.HasPrefix(r.tag(p-1), "NN") {
			return p
		}
		return 0
	}
	return 0
}

// readBy returns where "seen by X", which ends at token k, begins behind a document: who read it did not write it.
func (r *reader) readBy(k int) int {
	from, _, ok := r.before(k + 1)
	if !ok || r.low(from-1) != "by" || from < 3 {
		return -1
	}
	switch r.low(from - 2) {
	case "seen", "obtained", "reviewed", "viewed", "examined", "read", "verified", "geolocated", "checked", "analysed", "analyzed":
		if r.is(from-3, document) {
			return from - 2
		}
	}
	return -1
}

// verbGroup returns the token before the verb group that ends in the verb at v, -1 where the group is an infinitive, a
// passive, a negation or a modal.
func (r *reader) verbGroup(v int) int {
	k, be, have, able := v-1, false, false, false
	for ; k >= 0; k-- {
		w := r.low(k)
		switch {
		case w == "to" && r.low(k-1) == "able": // "was able to count"
			k, able = k-1, true
		case w == "to" && r.low(k-1) == "on" && (r.low(k-2) == "went" || r.low(k-2) == "goes"): // "went on to say"
			k -= 2
		case (w == "would" || w == "could" || w == "did") && r.low(k+1) == "only": // "would only say that"
		case w == "to" && k == v-1 && r.metBefore(k) > 0:
			return k // "residents we spoke to put"
		case (w == "do" || w == "does" || w == "did") && k == v-1 && k > 0 && r.is(v, say): // "does say that"
		case w == "to" || w == "not" || w == "n't" || w == "never" || w == "if" || w == "would" || w == "could" || w == "might" || w == "should" || w == "may" && r.tag(k) == "MD" || w == "must" || w == "can" || w == "did" || w == "do" || w == "does":
			return -1
		case w == "will" && r.tag(k) == "MD":
			if !r.is(v, want) { // "will ask for 60 soldiers"
				return -1
			}
		case w == "has" || w == "have" || w == "had" || w == "'ve" || w == "'d":
			have = true
		case w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" || w == "being" || w == "'re" || w == "'m":
			be, have = be || !able, have || able
		case r.is(k, adverb) && r.tag(k) != "CD" || r.tag(k) == "RB" && r.name(k) == nil && !r.is(k, sources): // not "an AFP tally", which the tagger takes for an adverb
		case r.is(k, day) && r.name(k) == nil && (r.low(k-1) == "on" || r.low(k-1) == "late" || r.low(k-1) == "early" || r.low(k-1) == "last" || r.low(k-1) == "this" || r.low(k-1) == "of" && r.is(k-2, document)):
			k--
			if r.low(k) != "on" && r.low(k-1) == "on" {
				k--
			}
		case r.is(k, day) && r.name(k) == nil && r.isNumber(k-1) && r.low(k-2) == "on", r.isNumber(k) && r.is(k-1, day) && r.low(k-2) == "on":
			k -= 2 // "which on 10 June had 27"
		default:
			if p := r.betweenVerbs(k); p > 0 {
				k = p
				continue
			}
			if be && !r.is(v, ing) || !be && !have && r.is(v, ing) {
				return -1
			}
			return r.timeless(k)
		}
	}
	return -1
}

// betweenVerbs returns the preposition of a phrase that ends at token k and stands behind an auxiliary: "have [in] the past said"; 0 for none.
func (r *reader) betweenVerbs(k int) int {
	for p := k; p > 0 && p > k-4; p-- {
		switch r.low(p) {
		case "in", "on", "at", "during", "for", "over", "since":
			if r.is(p-1, aux) && r.low(p-1) != "'s" && p < k {
				return p
			}
			return 0
		}
		if r.stop(p) || r.finiteAt(p) {
			return 0
		}
	}
	return 0
}

// timeless returns the last token before phrases of time that end at token k: "a poll [in June]", "a survey [conducted last week]", "a
// report [released on Monday]"; k itself where none stands behind a noun.
func (r *reader) timeless(k int) int {
	p := k
	for p > 0 && p > k-6 && r.name(p) == nil && (r.is(p, day) || r.isNumber(p) || r.low(p) == "last" || r.low(p) == "this" || r.low(p) == "same" || r.low(p) == "the" && r.low(p+1) == "same" || r.low(p) == "earlier" || r.low(p) == "early" || r.low(p) == "late") {
		p--
	}
	if p == k && r.is(k, past) && r.is(k, publish|conduct) && r.is(k-1, document|figure) {
		return k - 1 // "a poll conducted [last week] found", whose days are passed over already
	}
	if p == k {
		return k
	}
	if r.low(p) == "out" && r.is(p-1, document|figure) {
		return p - 1 // "a poll out on Monday"
	}
	switch r.low(p) {
	case "in", "on", "from", "of", "for", "since":
		p--
	}
	if r.is(p, publish) || r.tag(p) == "VBN" || r.tag(p) == "VBD" && strings.HasSuffix(r.low(p), "ed") {
		p--
		if f, t, ok := r.before(p + 1); r.is(p, document|figure) || ok && r.is(r.coreEnd(f, t)-1, document) {
			return p // "a poll conducted last week", "a circular of the firm dated 2 July"
		}
		return k
	}
	if f, t, ok := r.before(p + 1); ok && t == p+1 && r.is(r.coreEnd(f, t)-1, document|figure) {
		return p // "a poll of the town in May"
	}
	if p < 0 || !r.is(p, sources|figure) && r.name(p) == nil || r.is(p, day) {
		return k
	}
	return p
}

// overComma returns the subject that stands before inserted phrases: "X, the mayor, said", "A trader, X, 46, said".
func (r *reader) overComma(k int) (from, to int, ok bool) {
	for hops := 0; hops < 3; hops++ {
		open := k - 1
		for open >= 0 && k-open < 30 && (!r.stop(open) || r.low(open) == "\"") {
			open--
		}
		if open < 1 || r.low(open) != "," || k-open >= 30 || !r.inserted(open+1, k) {
			break
		}
		if r.is(open-1, adverb) && r.low(open-2) == "," { // "X, meanwhile, who …, said"
			open -= 2
		}
		f, t, found := r.before(r.timeless(open-1) + 1)
		at := open + 1
		if r.low(at) == "the" {
			at++
		}
		if head, relative := r.relativeHead(f, open); relative {
			if f, t, found = r.before(head); r.proper(at, k) {
				return at, k, true // "The company that runs it, Nordsee Lines, says"
			}
		}
		if found && r.low(f-1) == "by" && r.is(f-2, document) {
			f, t, found = r.before(f - 1) // "A study by the union, published in June, found"
		}
		n := r.name(open + 1)
		if found && (r.tag(f-1) == "VBG" || r.tag(f-1) == "VBN") && r.is(f-2, person|group) && n != nil && n.Type == names.Person {
			return open + 1, n.To, true // "A farmer supporting the mayor, Piet Haas of Port Lume, said"
		}
		if src := r.sourceOf(f, t); found && src.kind == 0 && n != nil && n.To == k {
			return open + 1, k, true // "The dairy in the port, Nordsee Milk, said"
		} else if !found || ok && src.kind == 0 || ok && r.isNumber(f) || ok && !(f == 0 || r.stop(f-1) || r.is(f-1, subordinate|contrast)) {
			break
		}
		from, to, ok = f, t, true
		if r.low(f-1) != "," {
			break
		}
		k = open
	}
	return from, to, ok
}

// proper reports that tokens [from,to) are one name.
func (r *reader) proper(from, to int) bool {
	if n := r.name(from); n != nil {
		return n.To == to
	}
	for k := from; k < to; k++ {
		if r.tag(k) != "NNP" {
			return false // of a body that the names extractor does not know
		}
	}
	return true
}

// inserted reports whether tokens [a,b) are an apposition or a relative clause, not a clause of their own.
func (r *reader) inserted(a, b int) bool {
	if w := r.low(a); w == "who" || w == "which" || w == "whose" || w == "where" || w == "of" || w == "with" || w == "in" || w == "at" || w == "for" || w == "citing" || w == "speaking" || r.tag(a) == "VBN" || r.tag(a) == "VBD" && strings.HasSuffix(w, "ed") {
		return true
	}
	for i := a; i < b; i++ {
		if w := r.low(i); i > a && (w == "who" || w == "which" || w == "that" && strings.HasPrefix(r.tag(i-1), "NN") && i < b-2) {
			return true // "a teacher who survived"
		}
		if extractors.Finite(r.tag(i)) {
			if r.name(i) == nil && !r.is(i, sources) && !(r.is(i-1, pronoun) && r.opens(a)) { // "the firm it supplies"
				return false
			}
		}
	}
	return true
}

// shared returns the subject that a second verb shares: "X put the toll at 17 [and] said", the nearest creditable subject
// of a finite verb to the left, else that of the sentence.
func (r *reader) shared(k int) (from, to int, ok bool) {
	for v := k - 1; v > 0 && k-v < 40 && !r.parts(v); v-- {
		if !r.finiteAt(v) || r.is(v, sources) && r.is(v, noun) || r.quoted[v] != r.quoted[k] {
			continue
		}
		if r.tag(v) == "MD" && r.tag(k+1) == "VBD" && r.is(k+1, say) {
			continue // "said that Haas would go and predicted that": not Haas predicted
		}
		f, t, found := r.subjectOf(v)
		if !found || r.isNumber(f) { // "said that 40 people had been hurt, adding that": not the 40 add it
			continue
		}
		if src := r.sourceOf(f, t); src.creditable() || r.is(f, pronoun) && !src.own || src.kind != 0 && !src.numeric {
			return f, t, true
		}
	}
	return r.mainSubject()
}

// subjectOf returns the subject of any finite verb, in the active or the passive.
func (r *reader) subjectOf(v int) (from, to int, ok bool) {
	k := v - 1
	for k >= 0 && (r.is(k, aux|adverb) && !r.is(k, number) || r.tag(k) == "RB" || r.tag(k) == "MD") {
		k--
	}
	switch {
	case k < 0 || r.low(k) == "and" || r.low(k) == "but" || r.low(k) == "which" || r.low(k) == "that":
		return 0, 0, false
	case r.low(k) == ",":
		return r.overComma(k)
	}
	return r.before(k + 1)
}

// dayAhead returns what follows a day set at token p before the subject, "On Friday", "Last night", with or without a comma; p where none stands there.
func (r *reader) dayAhead(p int) int {
	k := p
	if w := r.low(k); w == "on" || w == "by" || w == "in" || w == "at" {
		k++
	}
	first := k
	for r.name(k) == nil && (r.is(k, day) || r.low(k) == "last" || r.low(k) == "early" || r.low(k) == "late") {
		k++
	}
	if k == first || k > first+3 || r.low(k) == "and" || r.is(k, link) {
		return p
	}
	if r.low(k) == "," {
		k++
	}
	if !r.nominal(k) {
		return p
	}
	return k
}

// mainSubject returns the noun phrase that opens the sentence, after a phrase set before it.
func (r *reader) mainSubject() (from, to int, ok bool) {
	p := 0
	for p < len(r.toks) && (r.low(p) == "but" || r.low(p) == "and" || r.low(p) == "meanwhile" || r.low(p) == "\"" || r.low(p) == "•" || r.is(p, adverb) && r.tag(p) == "RB" || p > 0 && r.low(p) == ",") {
		p++
	}
	if d := r.dayAhead(p); d > p {
		p = d
	}
	if r.is(p, link|subordinate|according) || r.tag(p) == "IN" || r.tag(p) == "TO" || r.tag(p) == "VBG" {
		for k := p; k < len(r.toks) && k < p+25; k++ {
			if r.low(k) == "," {
				if r.is(p, link) && !r.is(p, subordinate) && r.finite(p, k) && r.low(k+1) != "where" && r.low(k+1) != "which" && r.low(k+1) != "who" {
					return 0, 0, false // "With him came Ana Blok, Piet Haas and …"
				}
				p = k + 1
				if w := r.low(p); w == "where" || w == "which" || w == "who" {
					continue // "In Port Lume, where it rained, the mayor"
				}
				break
			}
		}
	}
	to = r.after(p)
	return p, to, to > p
}

// doneBy reports that the phrase at token from is by whom something was done to the subject, which stands before: "a boy hit by [soldiers] said".
func (r *reader) doneBy(from int) bool {
	return from > 2 && r.low(from-1) == "by" && r.tag(from-2) == "VBN" && r.nominal(from-3) && !r.is(from-3, aux) && !r.isNumber(from-3)
}

// nobodyAt reports that the phrase at token from tells where nobody is: "no one at [the ministry]", "none of [the guards]".
func (r *reader) nobodyAt(from int) bool {
	if r.low(from) == "no" {
		return true
	}
	if !r.is(from-1, link) && r.low(from-1) != "at" && r.low(from-1) != "in" {
		return false
	}
	switch r.low(from - 2) {
	case "nobody", "none", "neither":
		return true
	case "one":
		return r.low(from-3) == "no"
	}
	return false
}
