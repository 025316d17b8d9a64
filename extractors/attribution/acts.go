package attribution

import "strings"

// What a verb of saying does when nothing is told: it performs, treats, asks, or says that something was done.

// claimsLives reports what kills, or who wins, and not what is said: "the mountain has claimed 85 lives", "the team recorded 12 wins".
func (r *reader) claimsLives(i, j int) bool {
	var what trait
	switch w := r.low(i); {
	case strings.HasPrefix(w, "claim"):
		what = taken | won
	case strings.HasPrefix(w, "record"):
		what = won
	default:
		return false
	}
	for k := j; k < j+7 && k < len(r.toks) && !r.stop(k); k++ {
		if r.has(k, what) {
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
		if r.has(k, treats) {
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
	case (w == "nothing" || w == "little") && r.tag(j+1) == "IN":
		return false // "said nothing about the four arrests"
	case r.thatClause(j), r.low(r.adverbial(j)) == ":" && r.is(i, say), w == "\"", w == ":", w == "," && (r.low(j+1) == "\"" || r.is(i, speech)):
		return true
	case !r.is(i, say|tell):
		return r.is(i, show) && r.nominal(j) && !r.isNumber(r.skipBound(j)) && r.finite(j, r.actEnd(j)) // "found voters prefer it", but "found the virus there, which …"
	case w == "to" && r.isNumber(r.skipBound(j+1)):
		return false // "reported to 12 colleagues"
	case r.is(i, object):
		return true
	case r.isNumber(r.skipBound(j)) && w != "to":
		if n := r.skipBound(j) + 1; r.low(n) == "names" { // "adds nine names to the list"
			return true
		}
		return r.low(i) != "added" && r.low(i) != "adds" && r.low(i) != "add" && r.low(i) != "adding"
	}
	if r.havingAt(j) || w == "receiving" {
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

// yields reports a verb in tokens [from,to) that the tagger takes for a plural or a participle, between a noun and an object: "each year of work
// [yields] a tenth more".
func (r *reader) yields(from, to int) bool {
	for k := from + 1; k+1 < to && !r.stop(k); k++ {
		if r.tag(k) == "NNS" && r.tag(k-1) == "NN" && r.name(k) == nil && (r.tag(k+1) == "DT" || r.tag(k+1) == "PRP$" || r.tag(k+1) == "$") {
			return true
		}
		if r.tag(k) == "VBN" && r.tag(k-1) == "NNS" && r.tag(k+1) == "NN" {
			return true // "gunmen on motorcycles [opened] fire"
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
