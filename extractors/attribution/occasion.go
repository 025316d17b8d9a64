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

// adverbial returns where adverbs, days and phrases such as "in a statement" or "to reporters" after a verb end.
func (r *reader) adverbial(j int) int {
	first := j
	for k := j; k < len(r.toks); {
		w := r.low(k)
		switch {
		case r.is(k, day|adverb) && r.name(k) == nil || w == "late" || w == "early" || w == "last" || r.tag(k) == "RB", w == "this" && r.is(k+1, day):
			k++
		case k > first && r.is(k, publish) && r.low(k+1) == "on" && r.is(k+2, day): // "in a report published on Monday"
			k += 3
		case k > first && (r.tag(k) == "VBN" || r.tag(k) == "VBD") && r.low(k+1) == "by" && r.after(k+2) > k+2: // "in a statement carried by X"
			k = r.after(k + 2)
		case w == "on" || w == "in" || w == "at" || w == "by" || w == "to" || w == "during" || w == "after" || w == "from" || w == "via" || w == "through" || w == "over" || w == "before" || w == "with" || w == "into" || w == "outside" || w == "inside" || w == "near" || w == "beside":
			n := k + 1
			for n < len(r.toks) && n < k+9 && (r.nominal(n) || r.is(n, day) || r.joins(n) || r.low(n) == "of" || r.low(n) == "with") && !(r.isNumber(n) && n > k+1) {
				n++
			}
			if n == k+1 {
				return k
			}
			k = n
		default:
			return k
		}
		j = k
	}
	return j
}

// hearer returns where the hearer after "told" ends: "told [reporters]", "told [the BBC]".
func (r *reader) hearer(j int) int {
	switch r.low(j) {
	case "us", "me", "him", "her", "them", "you", "reporters", "journalists":
		return j + 1
	}
	k := j
	for k < len(r.toks) && k < j+10 && (r.nominal(k) || r.joins(k) && r.low(k) != "in" || r.low(k) == "&") {
		if r.low(k) == "of" && r.has(k-1, sits) && r.isNumber(r.skipBound(k+1)) {
			break // "told the inquiry of two explosions"
		}
		if k > j && (r.opens(k) && !r.joins(k-1) || r.isNumber(k) && r.low(k-1) != "of" || r.is(k, pronoun)) {
			break
		}
		if n := r.name(k); n != nil {
			k = n.To
			if r.isNumber(k) && (k+1 >= len(r.toks) || r.stop(k+1)) {
				return k + 1 // "tells Radio 24"
			}
			if r.name(k) != nil || r.nominal(k) && r.tag(k) != "POS" && !r.is(k, own) {
				break
			}
			continue
		}
		k++
	}
	return k
}

// ends reports whether nothing that is said follows at token j: a stop, or phrases that only tell when and how.
func (r *reader) ends(j int) bool {
	if j >= len(r.toks) || r.stop(j) || r.low(j) == ")" {
		return true
	}
	if r.low(j) == "of" && r.tag(j+1) != "CD" { // "“…,” she says of the firm's count"
		if end := r.after(j + 1); end > j+1 && !r.hasNumber(j, end) && (end >= len(r.toks) || r.stop(end)) && r.low(j-1) != "account" {
			return true
		}
	}
	if r.atTheTime(j) {
		return true
	}
	k := r.adverbial(j)
	if k >= len(r.toks) || r.stop(k) || r.low(k) == ")" || r.whereSaid(j) {
		return true
	}
	if k == j {
		return r.low(j) == "when" || r.low(j) == "as" || r.low(j) == "while" || r.low(j) == "after" || r.low(j) == "because" || r.low(j) == "who"
	}
	switch r.low(k) {
	case "when", "as", "while", "after", "before", "where", "who", "which":
		return true
	}
	return false
}

// whereSaid reports phrases from token j to a stop that only tell where and how something was said: "said [on the pavement outside]".
func (r *reader) whereSaid(j int) bool {
	switch r.low(j) {
	case "on", "at", "in", "outside", "inside", "near", "from", "before", "after", "during", "over", "by", "with", "through":
	default:
		return false
	}
	for k := j + 1; k < j+9; k++ {
		switch {
		case k >= len(r.toks) || r.stop(k):
			return k > j+1
		case r.isNumber(k) || r.finiteAt(k) || r.low(k) == "that" || r.is(k, pronoun|aux):
			return false
		}
	}
	return false
}
