package attribution

import (
	"strings"

	"crosstally/extractors/names"
)

// readFigure reads somebody's figure: "the ministry's toll stands at 20", "police figures show", "by her account".
func (r *reader) readFigure(rule string, i int) bool {
	if r.isVerb(i) || r.is(i, sources) && !r.is(i, document) {
		return false
	}
	if r.tag(i) == "JJ" && strings.HasPrefix(r.tag(i+1), "NN") {
		return false // "the chairman's total pay: 4.6 million"
	}
	if r.low(i) == "number" && r.low(i+1) == "of" && !r.is(i+2, toll) {
		return false // "the firm's number of boats rose to 12": what it has
	}
	var src source
	from := i
	own := i - 1
	for own > 0 && own > i-4 && r.tag(own) != "POS" && r.low(own) != "'s" && r.tag(own) != "PRP$" && r.tag(own) != "DT" && (r.nominal(own) || r.is(own, day)) && (!r.sourceHead(own) || r.tag(own) == "JJ" && r.name(own) == nil) {
		own-- // "his morning figure", "the ministry's official toll", but "with her the number"
	}
	switch {
	case r.low(own) == "'s" || r.tag(own) == "POS":
		f, t, ok := r.before(own)
		if !ok {
			return false
		}
		from, src = f, r.sourceOf(f, t)
	case r.tag(own) == "PRP$":
		from, src = own, r.possessor(own)
	case r.sourceHead(own) && own == i-1 && (r.is(own, group|body) || !r.is(i, document) && r.namedBody(own)):
		f, t, ok := r.before(i)
		if !ok {
			return false
		}
		from, src = f, r.sourceOf(f, t)
	case r.low(own) == "whose" && own > 0: // "Piet Haas, whose estimate of 640 was waved away"
		k := own
		if r.low(k-1) == "," {
			k--
		}
		f, t, ok := r.before(k)
		if !ok {
			return false
		}
		from, src = f, r.sourceOf(f, t)
	case r.low(i-1) == "same" && r.low(i-2) == "the" && r.low(i-3) == "by":
		from, src = i-2, r.memory.counted // "forty-four, by the same count"
	case r.low(i+1) == "of" && r.givenBy(r.pastNumber(r.skipBound(i+2))): // "the figure of 12 given by the union"
		k := r.pastNumber(r.skipBound(i + 2))
		to := r.after(k + 2)
		if src = r.sourceOf(k+2, to); !src.creditable() || !r.hasNumber(i+1, k) {
			return false
		}
		start, _ := r.segment(i)
		r.emit(rule, r.figureKind(start, i), src, i+1, to)
		return true
	case r.givenBy(i + 1):
		to := r.after(i + 3) // "the figure given by the union was 28"
		end := r.clauseEnd(to)
		if src = r.sourceOf(i+3, to); !src.creditable() || !r.hasNumber(to, end) {
			return false
		}
		r.emit(rule, "counted", src, to, end)
		return true
	case r.comesFrom(i) > 0: // "the figure of 28 comes from the union"
		k := r.comesFrom(i)
		start, end := r.segment(i)
		if src = r.sourceOf(k, r.after(k)); !src.creditable() || !r.hasNumber(start, end) {
			return false
		}
		r.emit(rule, "counted", src, start, end)
		return true
	case r.figureOf(i) > 0: // "The count of the union is 12"
		to := r.figureOf(i)
		end := r.clauseEnd(to)
		if src = r.sourceOf(i+2, to); !src.creditable() || src.kind != body {
			return false
		}
		r.emit(rule, "counted", src, to, end)
		return true
	case r.low(i+1) == "of" && r.low(i-1) == "the" && (r.low(i-2) == "by" || r.low(i-2) == "in"): // "by the count of the mayor"
		return r.countOf(rule, i)
	default:
		return false
	}
	if !src.creditable() || src.kind == document {
		return false
	}
	start, _ := r.segment(i)
	end := r.clauseEnd(i)
	if w := r.low(from - 1); w == "by" || w == "on" || w == "in" || w == "per" || w == "from" {
		if w == "in" && r.low(i) == "account" && r.hasMoney(start, from) {
			return false // "has $800,000 in its bank account"
		}
		if r.low(i+1) == "of" && r.hasNumber(i+1, min(end, i+5)) { // "missing from the mayor's figure of 700"
			r.emit(rule, r.figureKind(start, from), src, i+1, end)
			return true
		}
		if r.low(i+1) == "and" && r.isNumber(r.skipBound(i+2)) { // "19 by the army's count and 32 by that of an activist"
			r.emit(rule, "according", src, start, i+1)
			return true
		}
		if w == "by" && from-1 == start && r.is(i+1, pronoun) && r.hasNumber(i+2, min(end, i+8)) {
			r.emit(rule, "according", src, i+1, end) // "By its own account it has 350 members"
			return true
		}
		if w == "from" || r.is(from-2, according) || !(r.stop(i+1) || r.low(i+1) == "(" || r.isNumber(r.skipBound(i+1)) || i+1 >= len(r.toks)) {
			return false
		}
		if r.low(i+1) == "," && r.countsAfter(i+1, end) {
			end = i + 1 // "12 by the port's count, nine by that of the divers"
		}
		r.emit(rule, "according", src, start, end)
		return true
	}
	if r.low(from-1) == "to" || !r.hasNumber(i+1, end) {
		return false
	}
	if r.has(from-1, lifts) && r.low(i+1) == "to" && r.isNumber(r.skipBound(i+2)) || r.tag(own) == "PRP$" && r.has(from-1, halts) && r.levelAfter(i+1) {
		r.emit(rule, "counted", src, i+1, end) // "which brings the mayor's count to six", "stopped updating its figure on Friday, at 13"
		return true
	}
	if from > start && !r.stop(from-1) && r.low(from-1) != "and" && r.adverbial(start) < from {
		if w := r.low(i + 1); w != "of" && w != "," && w != "for" {
			return false
		}
	}
	if r.low(i+1) == ":" {
		end = r.labelEnd(end)
	}
	f := frame{from: from, to: i + 1, verb: i, src: src, right: true}
	f.credit = r.emit(rule, r.figureKind(start, from), src, i+1, end)
	r.frames = append(r.frames, f)
	return true
}

// labelEnd returns where figures end that stand behind a label and go on over semicolons: "The ministry's latest figures: 16 dead; 46 escaped".
func (r *reader) labelEnd(end int) int {
	for r.low(end) == ";" {
		next := r.clauseEnd(end + 1)
		if !r.isNumber(r.skipBound(end+1)) || r.tells(end+1, next, telling) {
			break
		}
		end = next
	}
	return end
}

// countOf reads "by the count of X", whose figure noun stands at token i: of the figure just before it, of what follows where it opens the clause, else
// of its clause.
func (r *reader) countOf(rule string, i int) bool {
	to := r.after(i + 2)
	src := r.sourceOf(i+2, to)
	start, _ := r.segment(i)
	first := i-2 == start
	fronted := first && (r.low(to) == "," || r.isNumber(r.skipBound(to))) // "By the count of the mayor, 38 were there"
	if !src.creditable() || r.hasNumber(i+2, to) || !fronted && !r.stop(to) && to < len(r.toks) && r.low(to) != "who" {
		return false
	}
	if fronted {
		to = r.clauseEnd(to)
	} else if k := r.numberBefore(i - 2); k < i-2 {
		start = k // "31 by the count of the mayor"
	}
	r.emit(rule, "according", src, start, to)
	return true
}

// numberBefore returns where the number begins that ends before token k; k where none does.
func (r *reader) numberBefore(k int) int {
	for k > 0 && r.isNumber(k-1) {
		k--
	}
	return k
}

// levelAfter reports "at 13" from token j on, over days and a comma.
func (r *reader) levelAfter(j int) bool {
	for k := j; k < j+6; k++ {
		switch w := r.low(k); {
		case w == "at":
			return r.isNumber(r.skipBound(k + 1))
		case w == "on", w == ",", r.is(k, day):
		default:
			return false
		}
	}
	return false
}

// countsAfter reports another's count in tokens [from,end): "by that of the divers", "by the count of the port".
func (r *reader) countsAfter(from, end int) bool {
	for k := from; k+2 < end; k++ {
		if r.low(k) == "by" && r.isNumber(k-1) && (r.low(k+1) == "that" && r.low(k+2) == "of" || r.opens(k+1) && r.is(k+2, figure)) {
			return true
		}
	}
	return false
}

// hasMoney reports a sum of money in tokens [from,to).
func (r *reader) hasMoney(from, to int) bool {
	for k := from; k < to; k++ {
		if r.currency(k) {
			return true
		}
	}
	return false
}

// namedBody reports a token that ends a body's name.
func (r *reader) namedBody(k int) bool {
	n := r.name(k)
	return n != nil && n.Type == names.Org
}

// givenBy reports a participle at token k by whom a figure was given: "given by the union".
func (r *reader) givenBy(k int) bool { return r.is(k, publish) && r.is(k, past) && r.low(k+1) == "by" }

// figureOf returns where the words end that tell whose the figure is whose noun, at token i, stands before what it amounts to: "The reading of
// the weather office [is 49.8]"; 0 for none, as with "number", of which those are told whom it counts.
func (r *reader) figureOf(i int) int {
	if r.low(i-1) != "the" || r.low(i+1) != "of" || r.low(i) == "number" {
		return 0
	}
	to := r.after(i + 2)
	if to == i+2 || !r.isBe(to) && r.low(to) != "stands" && r.low(to) != "stood" {
		return 0
	}
	if n := r.skipBound(to + 1); !r.isNumber(n) {
		return 0
	}
	return to
}

// comesFrom returns where the phrase begins that tells where the figure at token i comes from: "the numbers come from [the union]"; 0 for
// none.
func (r *reader) comesFrom(i int) int {
	for k := i + 1; k < i+6 && k+1 < len(r.toks) && !r.stop(k); k++ {
		switch r.low(k) {
		case "come", "comes", "came", "stems", "stem":
			if r.low(k+1) == "from" && r.after(k+2) > k+2 {
				return k + 2
			}
			return 0
		}
	}
	return 0
}

// figureKind is "claim" for a figure that the clause in tokens [start,from) rejects: "The mayor rejected the union's figure of 40".
func (r *reader) figureKind(start, from int) string {
	for k := start; k < from; k++ {
		if r.is(k, deny) && r.isVerb(k) {
			return "claim"
		}
	}
	return "counted"
}
