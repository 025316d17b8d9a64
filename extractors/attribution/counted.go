package attribution

import "strings"

// readCounted reads "X has counted 14 …", "X lists six places".
func (r *reader) readCounted(rule string, i int) bool {
	return r.object(rule, "counted", i, func(src *source, j, end int) bool {
		if r.asks(i) && !r.nominal(j) && !r.isNumber(r.skipBound(j)) || strings.HasPrefix(r.low(i), "includ") && src.kind != document && !r.onList(j, end) && !r.tolls(j, end) {
			return false // "the boatmen surveyed (60 percent)", "the office includes six terraces"
		}
		return r.hasNumber(j, min(end, j+12)) && !r.performs(i, j) && !r.claimsLives(i, j) && !(r.low(j) == "the" && strings.HasPrefix(r.low(j+1), "cost"))
	})
}

// tolls reports victims counted in tokens [from,to): "includes two “probable” cases".
func (r *reader) tolls(from, to int) bool {
	for k := from; k < min(to, from+7); k++ {
		if r.is(k, toll) {
			return true
		}
	}
	return false
}

// asks reports a verb for asking people what they think.
func (r *reader) asks(i int) bool {
	switch r.low(i) {
	case "polled", "surveyed", "interviewed", "questioned":
		return true
	}
	return false
}

// readConceded reads "X concedes 48", "X recognises only 48 deaths": a figure, not what somebody takes in or gives away.
func (r *reader) readConceded(rule string, i int) bool {
	return r.object(rule, "counted", i, func(_ *source, j, _ int) bool {
		return r.bareFigure(j) && !(strings.HasPrefix(r.low(i), "accept") && r.treats(i))
	})
}

// bareFigure reports a number at token k that stands alone or counts victims: "48", "at least 48 deaths", "“about 70”".
func (r *reader) bareFigure(k int) bool {
	if r.low(k) == "\"" || r.low(k) == "out" {
		k++
	}
	if r.opens(k) && r.is(k+1, document|figure) && (r.low(k+2) == "of" || r.low(k+2) == "with") && r.isNumber(r.skipBound(k+3)) {
		return true // "reads out a list of 143 missing men"
	}
	n := r.skipBound(k)
	if !r.isNumber(n) {
		return false
	}
	n = r.pastNumber(n)
	return n >= len(r.toks) || r.stop(n) || r.low(n) == "names" || r.low(n) == "or" || r.low(n) == "and" || r.is(n, toll) && !r.nominal(n+1)
}

// pastNumber returns where the words of a number end that begins at token n.
func (r *reader) pastNumber(n int) int {
	for r.isNumber(n) {
		n++
	}
	return n
}

// object credits the subject of the verb at i with its object where the source is one that gives figures and ok holds for
// the object's tokens [j,end).
func (r *reader) object(rule, kind string, i int, ok func(src *source, j, end int) bool) bool {
	return r.objectFrom(rule, kind, i, i+1, ok)
}

// objectFrom is object where what the source tells begins at token at.
func (r *reader) objectFrom(rule, kind string, i, at int, ok func(src *source, j, end int) bool) bool {
	if r.is(i, ing) && !r.progressive(i) || !r.isVerb(i) || r.low(i+1) == "by" && !r.is(i+2, medium) && !r.tellsWith(i, "by") {
		return false
	}
	from, to, found := r.subject(i)
	if !found {
		return false
	}
	if r.low(from-1) == "whose" { // "the union, whose observers counted 14"
		k := from - 1
		if r.low(k-1) == "," {
			k--
		}
		if f, t, ok := r.before(k); ok {
			from, to = f, t
		}
	}
	if r.low(from-1) == "than" && r.ends(i+1) {
		return false // "six more than the firm admits, and that 30 …"
	}
	src := r.cited(r.sourceOf(from, to), from, i)
	end := r.clauseEnd(at)
	switch kind {
	case "wanted":
		end = r.actEnd(at)
	case "document":
		end = r.saidEnd(at)
	case "said":
		if r.low(at) == "for" {
			end = min(end, r.actEnd(at)) // "calls for an inquiry as six officers face trial"
		}
	}
	if src.own || src.numeric || src.kind == 0 || src.place && kind != "wanted" && kind != "said" || !ok(&src, at, end) {
		return false
	}
	f := frame{from: from, to: to, verb: i, src: src, right: true, credit: -1}
	if !r.pronounInFrame(from, to) {
		if start, ok := r.front(from); ok && r.hasNumber(start, from) && kind != "wanted" {
			r.emit(rule, kind, src, start, from)
		}
		f.credit = r.emit(rule, kind, src, at, end)
	}
	r.frames = append(r.frames, f)
	return true
}

// pronounInFrame reports a subject that stands for the speaker or his own people inside what he says, who is credited
// already: "The office said that it had verified 14 deaths", "that its volunteers had seen 14".
func (r *reader) pronounInFrame(from, to int) bool {
	if (to != from+1 || !r.is(from, pronoun)) && r.tag(from) != "PRP$" {
		return false
	}
	for n := range r.frames {
		if f := &r.frames[n]; f.right && f.credit >= 0 && f.verb < from && r.credits[f.credit].Scope.End > r.toks[from].Start {
			return true
		}
	}
	return false
}

// readPut reads "X put the toll at 13", "X raised its count from 13 to 16", "X kept its figure of 34".
func (r *reader) readPut(rule string, i int) bool {
	kind := "counted"
	if r.tag(i+1) == "PRP$" && r.is(i+2, figure|claim) {
		kind = "said" // "Moscow raises its claim to 120": a government
	}
	return r.object(rule, kind, i, func(src *source, j, end int) bool {
		if src.place && kind != "said" || !r.hasNumber(j, end) {
			return false
		}
		if r.low(j) == "the" && r.low(j+1) == "number" && (strings.HasPrefix(r.low(i), "cut") || strings.HasPrefix(r.low(i), "rais") || strings.HasPrefix(r.low(i), "lower")) {
			return false // "cut the number of booths by 85 percent": an act
		}
		if strings.HasPrefix(r.low(i), "ma") { // "makes it 31"
			return r.low(j) == "it" && r.isNumber(r.skipBound(j+1))
		}
		at, fig := false, false
		for k := j; k < end && k < j+12 && r.low(k) != ","; k++ {
			fig = fig || r.is(k, figure|wantNoun) || r.is(k, claim) && r.tag(k-1) == "PRP$" || r.low(k) == "aid" && (r.tag(k-1) == "PRP$" || r.low(k-1) == "own")
			at = at || r.low(k) == "at" && (r.isNumber(r.skipBound(k+1)) || r.opens(k+1) && strings.HasPrefix(r.tag(k+2), "JJ") && r.isNumber(k+3)) // "at a solid 50 percent"
		}
		return fig || at && (r.low(i) == "put" || r.low(i) == "puts" || r.low(i) == "estimated" || r.low(i) == "set" || r.low(i) == "fixed" || r.low(i) == "pegged" || strings.HasPrefix(r.low(i), "valu"))
	})
}

// readPutBy reads "the toll was put at 14 by X".
func (r *reader) readPutBy(rule string, i int) bool {
	if !r.is(i, past) || !r.progressive(i) {
		return false
	}
	for k := i + 1; k < i+9 && k < len(r.toks) && !r.stop(k); k++ {
		if r.low(k) != "by" && r.low(k) != "in" || !r.hasNumber(i, k) {
			continue
		}
		to := r.after(k + 1)
		if to <= k+1 {
			return false
		}
		src := r.sourceOf(k+1, to)
		if !src.creditable() || r.low(k) == "in" && src.kind != document {
			return false
		}
		start, _ := r.segment(i)
		r.frames = append(r.frames, frame{from: k + 1, to: to, verb: i, src: src, credit: r.emit(rule, "counted", src, start, to)})
		return true
	}
	return false
}

// skipBound steps over words such as "at least", "more than", "between", "a further" before a number.
func (r *reader) skipBound(k int) int {
	for n := 0; n < 3; n++ {
		switch r.low(k) {
		case "a", "an":
			if w := r.low(k + 1); w != "further" && w != "additional" && w != "extra" {
				return k
			}
			k++
		case "another", "further", "additional", "extra":
			k++
		case "upwards", "north":
			if r.low(k+1) != "of" {
				return k
			}
			k += 2
		case "well", "close", "no":
			if w := r.low(k + 1); w != "over" && w != "above" && w != "to" && w != "fewer" && w != "less" && w != "under" && w != "more" {
				return k
			}
			k++
		case "at", "least", "more", "than", "about", "around", "some", "nearly", "almost", "over", "up", "to", "between", "roughly", "approximately", "just", "under", "below", "fewer", "less", "as", "many", "only", "$", "€", "£":
			k++
		}
	}
	return k
}

// readGave reads "X gave the figure as 48", "X gave 1,188", "the result gives the winner 32 seats".
func (r *reader) readGave(rule string, i int) bool {
	return r.object(rule, "counted", i, func(src *source, j, end int) bool {
		if src.place || !r.hasNumber(j, min(end, j+14)) {
			return false
		}
		if r.low(i) == "had" || r.low(i) == "has" || r.low(i) == "have" {
			if r.low(j) == "it" && r.low(j+1) == "that" {
				return true // "the union has it that 640 were there"
			}
			if w := r.low(i - 1); r.low(i) == "had" && (w == "has" || w == "have" || r.is(i-1, adverb) && (r.low(i-2) == "has" || r.low(i-2) == "have")) {
				return false // "has now had four dead": its own
			}
			if r.covered(i) {
				return false // "said that the town alone had 23 confirmed cases"
			}
			if r.low(j) == "the" && r.low(j+1) == "names" && r.low(j+2) == "of" && r.isNumber(r.skipBound(j+3)) {
				return true // "it had the names of 47 dead"
			}
			if n := r.skipBound(j); r.isNumber(n) && r.low(n+1) == "names" {
				return true // "the families have 52 names"
			} else if r.isNumber(n) && (n+1 >= len(r.toks) || r.stop(n+1)) && (src.kind == body && !r.staffed(src) || src.kind == person && r.counting()) && r.tallying(i) {
				return true // "The police gave 19. The Relief Network has 23."
			}
			return r.isNumber(r.skipBound(j)) && (src.paper || src.kind != person && r.onList(j, end)) || r.listOf(j) || src.kind != person && r.tallied(j, end) || src.kind == document && r.lead(j, end)
		}
		if src.kind == document {
			return r.hasNumber(j, min(end, j+8))
		}
		if strings.HasPrefix(r.low(i), "carr") || strings.HasPrefix(r.low(i), "contain") {
			return false // "carried the state with 66 percent"
		}
		for k := j; k < end && k < j+8; k++ {
			if r.low(k) == "as" && r.isNumber(r.skipBound(k+1)) && strings.HasPrefix(r.low(i), "g") {
				return true // "gives its spring catch as 8,600 tonnes"
			}
		}
		if n := r.skipBound(j); r.isNumber(n) && r.is(r.pastNumber(n), toll) && strings.HasPrefix(r.low(i), "g") {
			return true // "some researchers give 164 cases"
		}
		inside := true
		for k := j; k < end && k < j+10; k++ {
			inside = inside && r.low(k) != ","
			if r.low(k) == "to" && r.low(k-1) != "up" && r.low(k-1) != "close" {
				break // "gave a lecture to a class of 17"
			}
			if inside && r.is(k, figure) && r.low(k) != "poll" {
				return true
			}
			if r.isNumber(k) && !strings.HasPrefix(r.low(i), "releas") && !strings.HasPrefix(r.low(i), "issu") && (r.low(k+1) == "percent" || r.low(k+1) == "%" || r.low(k+1) == "seats" || r.low(k+1) == "points" || r.stop(k+1) || r.low(k+1) == "on" || r.low(k+1) == "as" || r.is(k+1, day|adverb) && r.ends(k+1) && src.kind == body || r.low(k+1) == "for" && (r.low(k+2) == "those" || r.low(k+2) == "these")) {
				return !r.currency(k - 1) // "gave the club $500,000" of his own
			}
		}
		return false
	})
}

// currency reports a sign of money at token k.
func (r *reader) currency(k int) bool {
	w := r.low(k)
	return w == "$" || w == "€" || w == "£"
}

// covered reports that somebody tells what stands at token i: "said that the town had 23 cases".
func (r *reader) covered(i int) bool {
	for n := range r.frames {
		if f := &r.frames[n]; f.right && f.credit >= 0 && f.verb < i && r.is(f.verb, say|tell) && r.thatClause(f.verb+1) && !r.is(f.verb, count) && r.credits[f.credit].Scope.End > r.toks[i].Start {
			return true
		}
	}
	return false
}

// tallying reports that figures are compared where the verb at token i has one: somebody gave one in the sentence before or earlier in this
// one, or the sentence before speaks of a list or a number with one.
func (r *reader) tallying(i int) bool {
	if len(r.frames) > 0 || r.hasNumber(0, i) || r.memory.counted.name != "" && r.memory.now-r.memory.counted.sentence <= 1 {
		return true
	}
	for k := 0; k < i; k++ {
		if r.is(k, figure) {
			return true // "The number is that of the UN, which on Friday had 3,400"
		}
	}
	if r.s.Index == 0 || r.doc.Sentences[r.s.Index-1].Block != r.s.Block {
		return false
	}
	spoken, numeric := false, false
	for _, t := range r.doc.Sentences[r.s.Index-1].Tokens {
		spoken = spoken || words[t.Lower]&(figure|document) != 0
		numeric = numeric || t.Tag == "CD"
	}
	return spoken && numeric
}

// tallied reports "had 24 dead, 120 rescued", "has it at 24 percent", "has the fire at 810 acres".
func (r *reader) tallied(j, end int) bool {
	if n := r.skipBound(j); r.isNumber(n) {
		if n = r.pastNumber(n); r.is(n, toll) || r.low(n) == "rescued" || r.low(n) == "confirmed" || r.low(n) == "survivors" {
			return r.low(n) != "injured" || r.stop(n+1)
		}
		if strings.HasPrefix(r.tag(n), "NN") && (r.is(n+1, toll) || harmed[r.low(n+1)]) && !r.nominal(n+2) {
			return true // "has 163 people injured"
		}
		if strings.HasPrefix(r.tag(n), "NN") {
			n++
		}
		if w := r.low(n + 1); r.low(n) == "in" && (w == "hospital" || w == "custody" || w == "detention" || w == "jail") {
			return true // "has five men in custody"
		}
		n = r.pastNumber(r.skipBound(j))
		if r.low(n) == "sworn" || r.low(n) == "trained" || r.low(n) == "armed" || r.low(n) == "paid" {
			return false // "now has 212 sworn members"
		}
		return r.tag(n) == "VBN" && strings.HasPrefix(r.tag(n+1), "NN") || strings.HasSuffix(r.low(n), "ed") && strings.HasPrefix(r.tag(n+1), "NN") && (r.stop(n+2) || n+2 >= end)
	}
	k := r.whoseShare(j)
	return k > j && k-j < 5 && (r.low(k) == "at" && r.isNumber(r.skipBound(k+1)) || r.low(k) == "on" && r.shareAt(k+1) || r.shareAt(k) && r.standing(k))
}

// harmed are what a toll says of those whom it counts, behind them.
var harmed = map[string]bool{"injured": true, "hurt": true, "killed": true, "wounded": true, "missing": true, "displaced": true, "detained": true, "arrested": true, "infected": true, "stranded": true}

// whoseShare returns where the object at token j ends whose share is told behind it: "has [her] on 51 percent", "has [the two] 310 votes apart".
func (r *reader) whoseShare(j int) int {
	switch w := r.low(j); {
	case w == "it", w == "him", w == "them", w == "her" && !r.nominalWord(j+1):
		return j + 1
	}
	k := j
	for r.opens(k) {
		k++
	}
	if r.isNumber(k) && r.isNumber(r.skipBound(k+1)) && k > j {
		return k + 1 // "the two"
	}
	return r.after(j)
}

// shareAt reports a number at token k with "percent", "points", "votes" or "seats".
func (r *reader) shareAt(k int) bool {
	n := r.skipBound(k)
	if !r.isNumber(n) {
		return false
	}
	n = r.pastNumber(n)
	if r.low(n) == "percentage" || r.low(n) == "per" {
		n++
	}
	return r.share(n)
}

// standing reports a share at token k that tells how far two stand from each other: "310 votes apart", "six points ahead".
func (r *reader) standing(k int) bool {
	for n := k + 1; n < k+6; n++ {
		switch r.low(n) {
		case "apart", "ahead", "behind", "clear", "up", "down":
			return true
		}
	}
	return false
}

// lead reports what a survey has a candidate do: "has Moreno leading Haas by six points", "has Moreno up 12 points".
func (r *reader) lead(j, end int) bool {
	k := r.whoseShare(j)
	if k <= j || r.tag(k) != "VBG" && r.tag(k) != "RB" && r.tag(k) != "RP" && r.tag(k) != "IN" || r.low(k) == "of" { // "has a margin of error of 3 percent"
		return false
	}
	for ; k < min(end, j+12) && !r.stop(k) && !r.finiteAt(k); k++ {
		if r.shareAt(k) {
			return true
		}
	}
	return false
}

// onList reports "has 1,050 on its list", "had 36 in its records".
func (r *reader) onList(j, end int) bool {
	for k := j + 1; k < end && k < j+10; k++ {
		if (r.low(k) == "on" || r.low(k) == "in") && (r.low(k+1) == "its" || r.low(k+1) == "their" || r.low(k+1) == "the" || r.low(k+1) == "his") {
			for n := k + 2; n < k+5; n++ {
				if r.is(n, figure|document) {
					return true
				}
			}
		}
	}
	return false
}

// listOf reports "has a list of 125", "keeps its own register of some 36".
func (r *reader) listOf(j int) bool {
	for k := j + 1; k < j+4; k++ {
		if r.is(k, document) && r.low(k+1) == "of" && r.isNumber(r.skipBound(k+2)) {
			_, end := r.segment(k)
			for n := k + 3; n < end; n++ {
				if r.is(n, say|tell) && r.isVerb(n) {
					return false // somebody tells of it
				}
			}
			return true
		}
	}
	return false
}

// readShown reads "records show 14 deaths", "a video released by X shows six cars".
func (r *reader) readShown(rule string, i int) bool {
	f, t, _ := r.subject(i)
	return r.object(rule, "document", i, func(src *source, j, end int) bool {
		if w := r.low(i); (w == "has" || w == "had" || w == "have") && (!r.isNumber(r.skipBound(j)) || r.signatures(j)) {
			return false
		}
		if r.is(i, give) && !r.hasNumber(j, min(end, j+8)) {
			return false // "the agreement gave her access to a list of the names of 200 men"
		}
		made := r.low(f-1) == "by" && r.is(f-2, publish) && r.is(f-3, document) // "a video posted by X"
		made = made || r.is(t-1, document) && src.kind == body                  // "the agency's website"
		found := r.low(i) == "found" && r.is(t-1, prober) && r.low(j) != "that"
		return (src.kind == document || made || found) && r.hasNumber(j, end) || src.kind == body && r.is(i-1, figure)
	})
}

// readShowing reads a participle behind its document: "a poll showing her at 14 percent", "with the survey finding that 45 percent".
func (r *reader) readShowing(rule string, i int) bool {
	if !r.is(i, ing) || !r.is(i, that) && !r.is(i-1, asked) || !r.is(i-1, document|figure) || r.isVerb(i-1) {
		return false
	}
	from, to, ok := r.before(i)
	if !ok {
		return false
	}
	for k := to - 1; k > from; k-- {
		if r.low(k) == "of" {
			from = k + 1 // "the wake of [a poll] showing her at 14 percent"
			break
		}
	}
	src := r.sourceOf(from, to)
	end := r.actEnd(i + 1)
	for k := i + 2; k < end; k++ {
		if r.low(k) == "," && (r.finiteAt(k+1) || r.ownClause(k+1, end) && r.low(from-1) != "with") {
			end = k // "in the wake of a poll showing her at 14 percent, told the paper that"
		}
	}
	if !src.creditable() || !r.hasNumber(i+1, end) {
		return false
	}
	r.emit(rule, "document", src, i+1, end)
	return true
}

// signatures reports what a paper bears, not what it tells: "has 62,000 signatures".
func (r *reader) signatures(j int) bool {
	switch r.low(r.pastNumber(r.skipBound(j))) {
	case "signatures", "signatories", "pages", "chapters":
		return true
	}
	return false
}

// readSpeak reads a verb that tells with a preposition: "Police now speak of 15 arrests", "insisted on three", "stands by 34".
func (r *reader) readSpeak(rule string, i int) bool {
	if r.readCalls(i) {
		return true
	}
	if strings.HasPrefix(r.low(i), "appeal") && r.low(i+1) == "to" { // "appealed to the government for 5 million"
		if at := r.after(i + 2); at > i+2 && r.low(at) == "for" {
			return r.objectFrom(rule, "wanted", i, at, func(_ *source, j, end int) bool { return r.hasNumber(j, end) })
		}
	}
	if at := r.adverbial(i + 1); at > i+1 && r.tellsWith(i, r.low(at)) && r.low(at) == "of" && r.isNumber(r.skipBound(at+1)) {
		return r.objectFrom(rule, "said", i, at, func(_ *source, j, end int) bool { return r.hasNumber(j, end) }) // "spoke late last night of 13 dead"
	}
	if w := r.low(i + 2); r.low(i+1) == "at" && (w == "least" || w == "most") || !r.tellsWith(i, r.low(i+1)) && !r.tollAt(i+1) && !r.standsAt(i) {
		return false // "shareholders own at least 60 percent"
	}
	n := r.skipBound(i + 2)
	for r.low(i+1) == "by" && r.isNumber(n) {
		n++
	}
	if r.low(i+1) == "by" && r.nominal(n) && !r.is(n, figure) {
		return false // "villagers stood by 40 coffins"
	}
	return r.object(rule, "said", i, func(src *source, j, end int) bool { return r.hasNumber(j, min(end, j+14)) })
}

// readCalls notes who speaks a quotation that names something: "called it “the worst day in 61 years”".
func (r *reader) readCalls(i int) bool {
	if !strings.HasPrefix(r.low(i), "call") || !r.isVerb(i) || r.is(i, ing) {
		return false
	}
	q := r.after(i + 1)
	if q == i+1 || q > i+5 || q >= len(r.toks) || r.low(q) != "\"" {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok {
		return false
	}
	src := r.sourceOf(from, to)
	if !src.creditable() {
		return false
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: -1})
	return true
}

// tollAt reports "at 23 dead" at token k: somebody's toll, not what he owns or polls.
func (r *reader) tollAt(k int) bool {
	n := r.skipBound(k + 1)
	if r.low(k) != "at" || !r.isNumber(n) {
		return false
	}
	n = r.pastNumber(n)
	return r.is(n, toll) && !r.nominal(n+1)
}

// tellsWith reports whether the verb at i tells something with a preposition: "speak of", not "speak for" those whom one represents,
// nor "stands at".
func (r *reader) tellsWith(i int, preposition string) bool {
	w := r.low(i)
	if only := tellsOnlyWith[w]; only != "" && only != preposition {
		return false
	}
	stands := strings.HasPrefix(w, "sta") || w == "stood"
	switch preposition {
	case "by":
		return w == "stand" || w == "stands" || w == "stood" || w == "sticks" || w == "stuck"
	case "to":
		switch w {
		case "pointed", "points", "stuck", "sticks", "referred", "alluded":
			return true
		case "holds", "hold", "held", "clings", "cling", "clung": // "The firm holds to 540"
			return r.bareFigure(i + 2)
		case "come", "comes", "came": // "the union's list comes to 283"
			from, to, ok := r.subject(i)
			return ok && r.is(r.coreEnd(from, to)-1, document|figure) && !r.signatures(i+2)
		}
		return r.owns(i)
	case "at":
		return !stands && (tellsOnlyWith[w] == "" || r.arrivesAt(i))
	case "for":
		if strings.HasPrefix(w, "account") {
			return r.low(i-2) == "able" // white voters account for half, and tell nothing
		}
		if strings.HasPrefix(w, "settle") {
			return r.isNumber(r.skipBound(i + 2))
		}
		return !stands && !strings.HasPrefix(w, "speak") && w != "spoke"
	case "of", "on", "about":
		return !stands
	}
	return false
}

// tellsOnlyWith are verbs that tell a figure with one preposition alone.
var tellsOnlyWith = map[string]string{
	"come": "to", "comes": "to", "came": "to", "hold": "to", "holds": "to", "held": "to", "cling": "to", "clings": "to", "clung": "to",
	"arrive": "at", "arrives": "at", "arrived": "at", "arriving": "at",
}

// arrivesAt reports a figure that somebody arrives at by the verb at token i: "arrives at 61,400 boats", "arrived at another figure: 24"; no
// place and no clock time.
func (r *reader) arrivesAt(i int) bool {
	for n := i + 2; n < i+6; n++ {
		if r.is(n, figure) {
			return true
		}
	}
	n := r.skipBound(i + 2)
	if w := r.low(n - 1); w == "$" || w == "€" || w == "£" || r.isNumber(n) && (r.low(n+1) == "million" || r.low(n+1) == "billion" || r.low(n+1) == "percent" || r.low(n+1) == "%") {
		return true
	}
	return (r.is(i, present) || r.bareFigure(i+2)) && r.isNumber(n) && len(r.toks[n].Text) > 2 && !strings.ContainsAny(r.toks[n].Text, ":.")
}

// readPerceived reads what witnesses heard or saw: "Residents heard six explosions".
func (r *reader) readPerceived(rule string, i int) bool {
	return r.object(rule, "said", i, func(src *source, j, end int) bool {
		switch r.low(j) {
		case "seeing", "hearing", "counting", "finding": // "described seeing 12 bodies"
			return r.hasNumber(j, min(end, j+6))
		}
		if r.attends(j) {
			return false
		}
		if strings.HasPrefix(r.low(i), "see") && src.kind == body && r.foresees(j, end) {
			return true // "now sees a profit of 520 million"
		}
		if strings.HasPrefix(r.low(i), "heard") && r.sits(src.evidence.Text) && r.low(j) == "of" {
			return r.isNumber(r.skipBound(j + 1)) // "the trial had heard of four"
		}
		if strings.HasPrefix(r.low(i), "heard") && src.kind == person {
			return r.isNumber(r.skipBound(j))
		}
		if f, _, _ := r.subject(i); src.kind == person && (r.low(f) == "a" || r.low(f) == "an") {
			return r.bareFigure(j) // "A photographer saw just four"
		}
		if src.kind == body && !src.place { // "the police saw 22,000"
			n := r.skipBound(j)
			return r.isNumber(n) && (r.stop(n+1) || n+1 >= len(r.toks))
		}
		return src.kind == group && src.speaker == "" && r.tag(j) != "PRP" && r.hasNumber(j, min(end, j+6))
	})
}

// foresees reports what a firm expects from token j on: "an operating profit of 520 million", "growth of 2 percent".
func (r *reader) foresees(j, end int) bool {
	for k := j; k < min(end, j+5); k++ {
		switch r.low(k) {
		case "profit", "profits", "loss", "losses", "sales", "revenue", "growth", "earnings", "turnover", "income", "inflation", "demand":
			return (r.low(k+1) == "of" || r.low(k+1) == "at") && r.hasNumber(k+2, min(end, k+6))
		}
	}
	return false
}

// attends reports people at token j whom a court hears or a clinic sees: "heard 62 witnesses", "have seen 780 patients".
func (r *reader) attends(j int) bool {
	switch r.low(r.pastNumber(r.skipBound(j))) {
	case "witnesses", "witness", "experts", "pleas", "appeals", "cases", "patients", "customers", "clients", "visitors":
		return true
	}
	return false
}

// sits reports words for a body before which people speak: "the court heard".
func (r *reader) sits(words string) bool {
	switch w := lastWord(strings.ToLower(words)); w {
	case "court", "tribunal", "trial", "inquest", "inquiry", "jury", "hearing", "committee", "commission":
		return true
	}
	return false
}

// readPublished reads a participle with its agent: "14 deaths verified by the office".
func (r *reader) readPublished(rule string, i int) bool {
	if !r.is(i, past) || r.low(i+1) != "by" {
		return false
	}
	from := i + 2
	to := r.after(from)
	if from >= to {
		return false
	}
	k := i - 1
	for k >= 0 && (r.is(k, aux|adverb) || r.tag(k) == "RB") {
		k--
	}
	src := r.sourceOf(from, to)
	if !src.creditable() || r.is(k, figure|document) && !r.hasNumber(max(0, k-6), k+1) {
		return false
	}
	if r.low(k) == "as" && k == 0 && r.low(to) == "," { // "As reported by the union, 12 boats are lost"
		r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "reported", src, to+1, r.saidEnd(to+1))})
		return true
	}
	if r.low(k) == "as" && r.low(k-1) == "," { // "62 litres leaked, as measured by the union"
		k, _ = r.segment(i)
	}
	for k > 0 && !r.stop(k-1) {
		k--
	}
	if !r.hasNumber(k, i) {
		return false
	}
	end := to
	if r.low(0) == "of" && k == 0 && r.low(to) == "," {
		end = r.clauseEnd(to) // "Of the 52 dead documented by the UN, 30 were boatmen"
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "counted", src, k, end)})
	return true
}
