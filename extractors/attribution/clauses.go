package attribution

// Clauses beside what is said: "as X said", "X said" behind it or before it.

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
	if !ok || from == 0 || !r.isSay(i) && !r.is(r.coreEnd(from, to)-1, document|figure|prober) && !(r.low(i) == "found" && r.bodyAt(from, to) != "") && !(r.low(i) == "heard" && endsWith(r.words(from, to), sits)) && !r.remarks(i) {
		return false
	}
	j := i + 1
	if r.remarks(i) {
		j++
	}
	if r.low(j) == "by" && r.is(i, put) {
		return false // "…, a figure set by the council"
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
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.besides(r.afterQuote(r.whole(rule, "said", src, from, i), from, i, j), from, to, i)})
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
	if r.low(from-1) == "what" && r.low(from-2) == "to" && !r.is(from-3, according) && r.stop(j) {
		return false // "Contrary to what the ministry says, 12 are wet"
	}
	if r.is(i, say) && !r.is(i, tell) {
		j = r.heardBy(j)
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
	if r.askedOf(from, to, &src) || r.low(to) == "we" && r.has(to+1, putsOut) {
		return false
	}
	credit := r.right(rule, "said", src, from, j)
	if credit >= 0 {
		r.narrow(credit, from, i, j)
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: credit})
	return true
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
