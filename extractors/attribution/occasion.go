package attribution

// When, where and to whom somebody speaks, and who he is, which he does not tell.

// heardBy returns where what is told begins behind the words from token j on for where and to whom it is told: "wrote [to his 20,000 followers] that",
// "said [in a meeting with 40 members], “…”"; j itself where no number stands among them.
func (r *reader) heardBy(j int) int {
	switch r.low(j) {
	case "to", "in", "at", "before", "during", "on":
	default:
		return j
	}
	if r.isNumber(r.skipBound(j)) {
		return j // "said at least 12 boats"
	}
	for k := j + 1; k < min(j+12, len(r.toks)); k++ {
		switch w := r.low(k); {
		case w == "that", w == "\"", w == "," && r.low(k+1) == "\"", w == ":":
			if r.hasNumber(j, k) {
				return k
			}
			return j
		case r.stop(k), r.is(k, pronoun), r.finiteAt(k):
			return j
		}
	}
	return j
}

// atTheTime reports words at token j for when something was said, which may hold a number: "said [30 minutes into the debate]", "said [the day after] 12
// boats sank".
func (r *reader) atTheTime(j int) bool {
	n := r.pastNumber(j)
	if r.low(j) == "the" {
		n = j + 1
	}
	if n == j || !r.is(n, day) {
		return false
	}
	switch r.low(n + 1) {
	case "into", "after", "before", "later", "earlier", "ago":
		return true
	}
	return false
}

// sized reports a document set before its author's words whose size alone is told, in tokens [from,to): "In his 60-page ruling,".
func (r *reader) sized(from, to int) bool {
	if r.low(from) != "in" || r.low(to-1) != "," {
		return false
	}
	end := r.after(from + 1)
	head := r.coreEnd(from+1, end) - 1
	if end != to-1 || !r.is(head, document) || r.is(head, asked) {
		return false
	}
	for k := from + 1; k < head; k++ {
		if r.isNumber(k) && (r.isNumber(k-1) || k-1 == from) {
			return false
		}
	}
	return r.hasNumber(from+1, head)
}

// besides takes from a credit what its subject, which ends before token to, is told to be before its verb at token i: "…, X, lawyer for four groups, said".
func (r *reader) besides(credit, from, to, i int) int {
	if credit < 0 || from == 0 || !r.hasNumber(to, i) {
		return credit
	}
	after := r.credits[credit]
	after.Scope.Start = r.toks[i].Start
	r.credits[credit].Scope.End = max(r.toks[from-1].End, r.credits[credit].Scope.Start+1)
	if after.Scope.End > r.toks[i].End {
		r.credits = append(r.credits, after)
	}
	return credit
}
