package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// readAsSaying reads "quoted X as saying P" and "X was quoted as saying P".
func (r *reader) readAsSaying(rule string, i int) bool {
	if r.low(i) != "saying" || r.low(i-1) != "as" {
		return false
	}
	q := i - 2
	for q >= 0 && i-q < 12 && r.low(q) != "quoted" && r.low(q) != "cited" && r.low(q) != "quotes" && r.low(q) != "quoting" && r.low(q) != "reported" {
		q--
	}
	if q < 0 || i-q >= 12 {
		return false
	}
	from, to := q+1, i-1
	if from >= to || r.low(from) == "by" {
		var ok bool
		k := q - 1
		for k > 0 && (r.is(k, aux) || r.tag(k) == "RB" || r.is(k, day) && r.name(k) == nil || r.low(k) == "on" && r.is(k+1, day)) {
			k--
		}
		if from, to, ok = r.before(k + 1); !ok {
			return false
		}
	}
	src := r.sourceOf(from, to)
	f := frame{from: from, to: to, verb: i, src: src, credit: -1}
	if r.ends(i + 1) {
		f.credit = r.whole(rule, "said", src, from, i)
	} else {
		f.right, f.credit = true, r.right(rule, "said", src, from, i+1)
	}
	r.frames = append(r.frames, f)
	return true
}

// readAdding reads a participle that goes on with what the subject says: "…, adding that 40 were hurt".
func (r *reader) readAdding(rule string, i int) bool {
	if !r.is(i, ing) || r.low(i-1) != "," && r.low(i-1) != "and" || r.stop(i+1) {
		return false
	}
	from, to, ok := r.shared(i)
	if !ok {
		return false
	}
	src := r.sourceOf(from, to)
	saying := r.low(i) == "saying" && (r.finite(i+1, r.clauseEnd(i+1)) || r.is(i+1, pronoun) || i+1 < len(r.toks) && r.quoted[i+1])
	if !src.creditable() || !saying && !r.thatClause(i+1) && r.low(i+1) != "\"" && r.low(i+1) != ":" && !r.speaksBefore(i, src.name) {
		return false
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: r.emit(rule, "said", src, i+1, r.saidEnd(i+1))})
	return true
}

// speaksBefore reports whether the source says something before token i: "adding 12 barriers" adds to no words.
func (r *reader) speaksBefore(i int, name string) bool {
	for n := range r.frames {
		if r.frames[n].verb < i && r.frames[n].src.name == name {
			return true
		}
	}
	return false
}

// readInverted reads "P, said X".
func (r *reader) readInverted(rule string, i int) bool {
	if r.is(i, ing|tell) || i == 0 || !r.isSay(i) && !r.shownBy(i) {
		return false
	}
	switch p := r.low(i - 1); {
	case p == "," || p == "\"" || p == "—" || p == "–" || p == "-" || p == "'" || p == "?" || p == "!":
	case r.low(i) == "says" || r.low(i) == "say" || r.low(i) == "said":
		if r.nominal(i-1) || r.is(i-1, pronoun|aux|adverb) {
			return false
		}
	default:
		return false
	}
	from := i + 1
	if n := r.someOf(from); n > 0 {
		from = n
	}
	to := r.after(from)
	if from >= to || !r.sourceWithin(from) && !r.personLike(from, to) && !(to == from+1 && r.is(from, pronoun) && r.low(from) != "that" && r.low(from) != "this") {
		return false
	}
	if r.low(to) == "that" || r.finiteAt(to) || r.low(from) == "that" {
		return false
	}
	src := r.sourceOf(from, to)
	credit := r.whole(rule, "said", src, i, i)
	if credit >= 0 && r.describes(to) {
		r.credits[credit].Scope.End = r.toks[to-1].End
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: credit})
	return true
}

// shownBy reports a verb with the document behind it that shows what stands before: "12 died, read a statement from the ministry".
func (r *reader) shownBy(i int) bool {
	to := r.after(i + 1)
	return r.is(i, show) && r.isVerb(i) && to > i+1 && r.is(r.coreEnd(i+1, to)-1, document) && r.content(r.starts[i], i-1)
}

// describes reports whether what follows at token k tells who the speaker is, which nobody said: "…, said X, 52, a nurse who treated 30".
func (r *reader) describes(k int) bool {
	if r.low(k) == "who" {
		return true // "said a woman who lost two sons"
	}
	if r.low(k) != "," {
		return false
	}
	if r.isNumber(k+1) && r.low(k+2) == "," { // an age
		k += 2
	}
	switch r.low(k + 1) {
	case "a", "an", "who", "whose":
		return true
	case "the":
		n := r.name(k - 1)
		return r.is(k+2, person) || r.is(k+3, person) || n != nil && n.Type == names.Person // "…, says X, the mayor of a town of 8,400"
	case "where":
		return true // "…, says X of Port Lume, where 40 boats lie"
	case "one":
		return r.low(k+2) == "of"
	}
	return false
}

// personLike reports whether a phrase without a known noun may name a speaker: capitalised words.
func (r *reader) personLike(from, to int) bool {
	for k := from; k < to; k++ {
		if c := r.toks[k].Text[0]; c >= 'A' && c <= 'Z' && !r.is(k, day) {
			return true
		}
	}
	return false
}

func (r *reader) finiteAt(k int) bool {
	return extractors.Finite(r.tag(k)) && r.name(k) == nil
}

// isSay reports whether the verb at token i tells something.
func (r *reader) isSay(i int) bool { return r.is(i, say|tell|speech) && r.isVerb(i) }

// readRelative reads the figure that a relative clause credits: "the nine interceptions which the army claims", "the 1.9
// million that the city had asked for".
func (r *reader) readRelative(rule string, i int) bool {
	j := i + 1
	if w := r.low(j); w == "for" || w == "on" || w == "of" || w == "about" {
		j++ // stranded: "asked for", "insists on"
	} else if r.is(i, speak) && !r.is(i, say|that|count|want|plan) && !r.ofWhich(i) {
		return false
	}
	if d := j + 1; r.is(i, say|that) && r.is(j, pronoun) { // "the 63 that the army says it killed"
		for r.is(d, aux|adverb) {
			d++
		}
		if r.finiteAt(d) || r.tag(d) == "VBN" {
			j = d + 1
		}
	}
	if r.is(i, ing) || !r.isVerb(i) || !(r.ends(j) && !(j > i+1 && r.nominal(j)) || r.low(j) == "nor" || r.low(j) == "or" || r.low(j) == "and" || r.is(j, aux) || r.finiteAt(j)) {
		return false
	}
	from, to, ok := r.subject(i)
	bare := ok && from > 1 && r.isNumber(from-1) && r.low(from-2) == "the" && r.opens(from) && !r.is(i, plan|want) // "the 14 the ministry gives"
	if !ok || from < 2 || to > i || r.low(from-1) != "which" && r.low(from-1) != "that" && r.low(from-1) != "whom" && !bare {
		return false
	}
	end := from - 1
	if bare {
		end = from
	}
	if r.low(end-1) == "," || r.low(end-1) == "of" {
		end--
	}
	start, _, found := r.before(end)
	if !found || !r.hasNumber(start, end) || r.is(start-1, tell) && r.isVerb(start-1) || r.is(j, aux) && r.low(end) == "," { // "told 300 members that it wants"; "1,003 bodies, which the army says are those of"
		return false
	}
	src := r.sourceOf(from, to)
	if src.numeric {
		return false
	}
	until := i + 1
	if r.asks(i) { // what they say too
		until = r.clauseEnd(i)
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "claim", src, start, until), right: true})
	return true
}

// ofWhich reports a verb with "of which" before its subject: "the 212 of which the owner spoke".
func (r *reader) ofWhich(i int) bool {
	for k := i - 1; k > 1 && k > i-8 && !r.stop(k); k-- {
		if w := r.low(k); w == "which" || w == "whom" {
			return r.low(k-1) == "of"
		}
	}
	return false
}

// readAs reads "as X reported", before, inside or after what it credits.
func (r *reader) readAs(rule string, i int) bool {
	hasIt := (r.low(i) == "has" || r.low(i) == "have") && r.low(i+1) == "it" && r.ends(i+2) // "as one post has it"
	j := i + 1
	if w := r.low(j); r.remarks(i) || r.is(i, count) && (w == "them" || w == "it") {
		j++ // "as the mayor pointed out", "as the commission computes them"
	}
	if r.is(i, ing) || !hasIt && (!r.isVerb(i) || !r.ends(j)) {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok || from < 1 || r.low(from-1) != "as" || r.low(from-2) == "such" {
		return false
	}
	src := r.sourceOf(from, to)
	if src.numeric || src.kind == 0 && !r.is(i, speech) && !hasIt || r.isNumber(from) {
		return false
	}
	f := frame{from: from, to: to, verb: i, src: src, credit: -1}
	switch p := r.low(from - 2); {
	case p == "," || p == "" || p == "\"" || p == "(" || from == 2 && (p == "but" || p == "and" || p == "yet"):
		start, _ := r.segment(i)
		f.credit = r.emit(rule, "reported", src, start, r.clauseEnd(i))
	default: // "…, not nine as its website says": the phrase before it alone
		k := from - 2
		for k > 0 && !r.stop(k-1) {
			k--
		}
		f.credit = r.emit(rule, "claim", src, k, i+1)
	}
	r.frames = append(r.frames, f)
	return true
}

// readAfter reads "P, X said" and "P, X told Y".
func (r *reader) readAfter(rule string, i int) bool {
	if r.is(i, ing) || !r.isSay(i) && !(r.is(i, show|that) && r.isVerb(i)) {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok || from == 0 || !r.isSay(i) && !r.is(r.coreEnd(from, to)-1, document|figure|prober) && !(r.low(i) == "found" && r.bodyAt(from, to) != "") && !(r.low(i) == "heard" && r.sits(r.words(from, to))) && !r.remarks(i) {
		return false
	}
	j := i + 1
	if r.remarks(i) {
		j++
	}
	if r.low(j) == "to" && r.isNumber(r.skipBound(j+1)) {
		return false // "(the police admit to 26)"
	}
	if r.is(i, tell) && !r.ends(j) {
		j = r.hearer(j)
	}
	if !r.ends(j) {
		return false
	}
	start, _ := r.segment(i)
	if w := r.low(from - 2); r.low(from-1) == "," && w == "who" && r.low(j) == "," {
		src := r.sourceOf(from, to) // "a clerk who, the court heard, had pushed 30 boys": of the relative clause alone
		if !src.creditable() {
			return false
		}
		r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "said", src, j, r.actEnd(j+1))})
		return true
	}
	if n := r.low(from - 1); n != "," && n != "\"" && n != "—" && n != "–" && n != "-" && n != ":" && n != "(" && n != "?" || !r.content(start, from-1) && !(n == "\"" || r.low(from-2) == "\"") {
		return false
	}
	if r.low(j) == "," && r.low(j+1) == "\"" || r.low(j) == ":" && r.low(j+1) == "\"" || r.low(j) == "\"" && j == i+1 {
		if !r.content(start, from-1) || r.low(from-1) == "," && !r.finite(start, from-1) {
			return false
		}
	}
	src := r.sourceOf(from, to)
	if src.numeric || src.kind == 0 && !r.is(i, say|tell|show) { // "…, the rain continued"
		return false
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.afterQuote(r.whole(rule, "said", src, from, i), from, i, j)})
	return true
}

// afterQuote ends a credit behind the verb at token i, whose words of telling end before token j, where the subject at token from stands behind a quotation:
// what comes then without marks is told by nobody: "“I know,” X said as she sat between two men".
func (r *reader) afterQuote(credit, from, i, j int) int {
	if credit < 0 || j >= len(r.toks) || r.low(from-1) != "\"" && !(r.low(from-1) == "," && r.low(from-2) == "\"") {
		return credit
	}
	j = r.adverbial(j)
	switch w := r.low(j + 1); {
	case r.low(j) == ":", r.low(j) == ";", r.low(j) == "\"", r.low(j) == "," && (w == "and" || w == "but" || w == "\"" || r.is(j+1, ing) && r.is(j+1, say|tell|that)): // "…, adding: “…”", "…, pointing out that"
		return credit
	}
	r.credits[credit].Scope.End = min(r.credits[credit].Scope.End, r.toks[i].End)
	return credit
}

// remarks reports a verb at token i that tells with its particle: "put in", "points out".
func (r *reader) remarks(i int) bool {
	switch r.low(i) + " " + r.low(i+1) {
	case "point out", "points out", "pointed out", "put in":
		return true
	}
	return false
}

// readBefore reads "X said (that) P", "X told Y that P", "X said: P", "X confirmed 14 cases".
func (r *reader) readBefore(rule string, i int) bool {
	if r.is(i, ing) && !r.progressive(i) || !r.is(i, say|tell|that) || !r.isVerb(i) {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok {
		return false
	}
	j := i + 1
	if r.remarks(i) {
		j++
	}
	if r.is(i, tell) && r.low(j) != "that" && !r.stop(j) && !(r.is(i, plan) && r.isNumber(r.skipBound(j))) { // "promised 20 million"
		if n := r.hearer(j); (n > j || !r.is(i, say)) && !(r.is(i, say) && r.isNumber(r.skipBound(j)) && r.low(n) != "that" && r.low(n) != "to") { // "warned 300 jobs could go"
			j = n
		}
	}
	if r.stop(j) && r.low(j) != ":" && r.low(j) != "," && r.low(j) != "\"" && r.low(j) != "—" && r.low(j) != "–" {
		return false
	}
	if r.low(from-1) == "than" && r.ends(j) {
		return false // "six more than the firm admits, and that 30 …"
	}
	if !r.told(i, j) || r.claimsLives(i, j) || r.performs(i, j) {
		return false
	}
	src := r.sourceOf(from, to)
	src = r.same(r.cited(src, from, i), from, to)
	if src.numeric || r.low(from) == "another" && to == from+1 {
		r.cutAt(from)
		return false
	}
	if src.kind == 0 && !r.is(i, speech|tell) && !r.thatClause(j) {
		return false
	}
	if r.askedOf(from, to, &src) || r.low(to) == "we" && r.outletsOwn(to+1) {
		return false
	}
	credit := r.right(rule, "said", src, from, j)
	if credit >= 0 {
		r.narrow(credit, from, i, j)
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: credit})
	return true
}

// outletsOwn reports a verb at token k for what an outlet puts out: "an alert we [sent] to phones".
func (r *reader) outletsOwn(k int) bool {
	switch r.low(k) {
	case "sent", "published", "posted", "printed", "ran", "issued", "wrote":
		return true
	}
	return false
}

// cutAt ends what a number of people say before others speak, whose subject begins at token k: "40 members said yes, 39 said no"; a survey's
// or a person's words go on.
func (r *reader) cutAt(k int) {
	for n := range r.frames {
		f := &r.frames[n]
		if f.credit < 0 || !f.right || f.verb > k || !r.isNumber(f.from) && r.low(f.from) != "one" {
			continue
		}
		if s := &r.credits[f.credit].Scope; s.Start < r.toks[k-1].Start && s.End > r.toks[k].Start {
			s.End = r.toks[k-1].End
		}
	}
}

// askedOf reports people in tokens [from,to) whose answers a survey gives, inside what it shows: "A poll found that voters say …"; what they
// say is the survey's figure.
func (r *reader) askedOf(from, to int, src *source) bool {
	if t := r.tag(to - 1); src.speaker != "" || t != "NNS" && t != "NNPS" && src.kind != group {
		return false
	}
	for n := range r.frames {
		f := &r.frames[n]
		survey := r.is(f.verb, show) && r.is(f.verb, that) || r.is(r.coreEnd(f.from, f.to)-1, asked)
		if survey && f.right && f.credit >= 0 && f.verb < from && r.credits[f.credit].Scope.End > r.toks[from].Start {
			return true
		}
	}
	return false
}

// narrow ends a credit for what is told from token j on, by the verb at token i, with the clause that it stands in: a restrictive one, "voters
// who say they will come are 64 percent", or one before the main clause, "While the mayor says so, 12 men left".
func (r *reader) narrow(credit, from, i, j int) {
	restrictive := r.low(i-1) == "who" && r.low(i-2) != ","
	if !restrictive && !(from > 0 && r.is(from-1, subordinate|contrast) && from-1 == r.starts[i]) {
		return
	}
	end := r.finish[i]
	for k := j + 1; k < end; k++ {
		if restrictive && r.stop(k) && !r.quoted[k] || r.low(k) == "," && !r.quoted[k] && r.ownClause(k+1, end) {
			r.credits[credit].Scope.End = min(r.credits[credit].Scope.End, r.toks[k-1].End)
			return
		}
	}
}

// same returns the company that spoke first in the sentence for a word for its trade behind "as", else src: "Norland Bank said that it would cut 40 jobs, as
// the country's largest lender reported a loss".
func (r *reader) same(src source, from, to int) source {
	if len(r.frames) == 0 || r.low(from-1) != "as" || r.low(from-2) != "," || r.name(to-1) != nil || !r.is(r.coreEnd(from, to)-1, firm) {
		return src
	}
	if f := &r.frames[0].src; f.kind == body && f.speaker == "" && isFirm(f.name) {
		f := *f
		f.evidence = src.evidence
		return f
	}
	return src
}

// cited returns whom the subject that begins at token from cites before its verb at token i, else src: "X, citing Y,
// reported", "Citing Y, X reported".
func (r *reader) cited(src source, from, i int) source {
	if n := len(r.frames) - 1; n >= 0 {
		f := &r.frames[n]
		start, _ := r.segment(i)
		if f.src.kind == document && f.src.name == strings.ToLower(f.src.name) {
			return src // "citing early data": its own
		}
		if r.is(f.verb, citing) && f.verb >= start && f.to <= i && (f.verb > from || f.to == from-1) && !f.src.own && f.src.name != "" {
			return f.src
		}
	}
	return src
}

// claimsLives reports what kills, not what is said: "the mountain has claimed 85 lives".
func (r *reader) claimsLives(i, j int) bool {
	switch r.low(i) {
	case "claimed", "claims", "claim", "claiming":
	default:
		return false
	}
	for k := j; k < j+7 && k < len(r.toks) && !r.stop(k); k++ {
		switch r.low(k) {
		case "lives", "life", "victims", "victim", "homes", "houses", "buildings", "businesses", "properties":
			return true
		}
	}
	return false
}

// performs reports a verb that does something by its object, and says nothing: "declared a state of emergency", "the
// hospital admitted 19 people".
func (r *reader) performs(i, j int) bool {
	w := r.low(i)
	switch {
	case strings.HasPrefix(w, "declar"):
		return !r.thatClause(j) && !r.isNumber(r.skipBound(j)) && r.low(j) != "\"" && r.low(j) != ":" && !r.is(j, figure)
	case strings.HasPrefix(w, "poll"): // "polled 40,000 votes"
		n := r.skipBound(j)
		for r.isNumber(n) {
			n++
		}
		return strings.HasPrefix(r.low(n), "vote") || r.low(n) == "percent" || r.low(n) == "%" || r.stop(n)
	case strings.HasPrefix(w, "answer"): // "answered nine calls"
		return r.isNumber(r.skipBound(j))
	case strings.HasPrefix(w, "add"): // "adds to the cost of 12 boats"
		return r.low(j) == "to"
	case strings.HasPrefix(w, "nam"): // "named a five-member panel"
		return r.low(j) == "a" || r.low(j) == "an"
	case strings.HasPrefix(w, "explain"), strings.HasPrefix(w, "recall"): // "the pump explains 2,750 of them", "the firm recalled 640 of them"
		n := r.skipBound(j)
		return r.isNumber(n) && !r.is(r.pastNumber(n), toll)
	case strings.HasPrefix(w, "admit"):
		return r.low(j) != "that" && r.low(j) != "to" && r.treats(i)
	}
	return false
}

// treats reports whether the subject of the verb at i takes patients.
func (r *reader) treats(i int) bool {
	from, to, ok := r.subject(i)
	for k := from; ok && k < to; k++ {
		switch r.low(k) {
		case "hospital", "hospitals", "clinic", "clinics", "infirmary", "ward", "wards", "centre", "centres", "center", "centers":
			return true
		}
	}
	return false
}

// told reports whether what follows at token j is told by the verb at i: a that-clause, a quotation, a clause; with verbs
// such as "report" and "confirm" and with "say" also a bare figure.
func (r *reader) told(i, j int) bool {
	w := r.low(j)
	switch {
	case r.thatClause(j), r.low(r.adverbial(j)) == ":" && r.is(i, say), w == "\"", w == ":", w == "," && (r.low(j+1) == "\"" || r.is(i, speech)):
		return true
	case !r.is(i, say|tell):
		return r.is(i, show) && r.nominal(j) && !r.isNumber(r.skipBound(j)) && r.finite(j, r.actEnd(j)) // "found voters prefer it", but "found the virus there, which …"
	case r.is(i, object):
		return true
	case r.isNumber(r.skipBound(j)) && w != "to":
		if n := r.skipBound(j) + 1; r.low(n) == "names" { // "adds nine names to the list"
			return true
		}
		return r.low(i) != "added" && r.low(i) != "adds" && r.low(i) != "add" && r.low(i) != "adding"
	}
	if w == "having" || w == "receiving" {
		return r.hasNumber(j, r.clauseEnd(j)) // "acknowledges having received 19,000"
	}
	if p := r.adverbial(j); p > j && (r.isNumber(r.skipBound(p)) || r.is(p, pronoun) || r.nominal(p)) {
		j = p // "said on Friday he had met two of them", "said in a statement he had met two of them"
	}
	if w == "of" { // "said of the mayor: “…”"
		if end := r.after(j + 1); end > j+1 && (r.low(end) == ":" || r.low(end) == "," && r.low(end+1) == "\"") {
			return true
		}
	}
	end := r.clauseEnd(j)
	return (r.finite(j, end) || r.yields(j, end)) && r.tag(j) != "IN" && r.tag(j) != "TO" || r.is(i, tell)
}

// yields reports a verb in tokens [from,to) that the tagger takes for a plural, between a noun and an object: "each year of work [yields] a
// tenth more".
func (r *reader) yields(from, to int) bool {
	for k := from + 1; k+1 < to && !r.stop(k); k++ {
		if r.tag(k) == "NNS" && r.tag(k-1) == "NN" && r.name(k) == nil && (r.tag(k+1) == "DT" || r.tag(k+1) == "PRP$" || r.tag(k+1) == "$") {
			return true
		}
	}
	return false
}

// progressive reports "is saying", "are asking".
func (r *reader) progressive(i int) bool {
	k := i - 1
	for k > 0 && r.tag(k) == "RB" {
		k--
	}
	w := r.low(k)
	return w == "is" || w == "are" || w == "was" || w == "were" || w == "been" || w == "'re" || w == "'s"
}

// thatClause reports whether "that" follows at token j, over adverbs.
func (r *reader) thatClause(j int) bool {
	k := r.adverbial(j)
	return r.low(j) == "that" || r.low(k) == "that"
}

// readDenial marks what somebody denies, so that no source is lent to it: "He denied that 27 had died".
func (r *reader) readDenial(rule string, i int) bool {
	if !r.isVerb(i) || r.stop(i+1) {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok || !r.is(i+1, claim|figure) && r.low(i+1) != "that" && !r.is(i+2, claim|figure) && r.tag(i+1) != "VBG" {
		return false
	}
	src := r.sourceOf(from, to)
	f := frame{from: from, to: to, verb: i, src: src, right: true, credit: r.emit(rule, "denied", src, i+1, r.clauseEnd(i+1))}
	if f.credit >= 0 {
		r.credits[f.credit].Denies = true
	}
	r.frames = append(r.frames, f)
	return true
}
