package attribution

import "strings"

// What stands behind a clause, or beside its subject, and tells whose the clause's figure is.

// readApposed reads whose figure a clause has told: "12 boats sank, a figure from the Harbour Union", "400 marched, a number that the union gives".
func (r *reader) readApposed() {
	for i := 3; i+2 < len(r.toks); i++ {
		c := i - 2 // what parts the clause from the figure's noun
		if strings.HasPrefix(r.tag(i-1), "JJ") {
			c--
		}
		if strings.HasSuffix(r.low(i), "s") {
			c = i - 1
		} else if w := r.low(c + 1); w != "a" && w != "an" && w != "the" {
			continue
		}
		if !r.is(i, figure) || !r.stop(c) {
			continue
		}
		if src := r.figureFrom(i + 1); src.creditable() {
			r.emit("apposed", "counted", src, r.figureStart(c, r.tag(i) == "NNS"), i+1)
			r.keep(src)
		}
	}
}

// figureStart returns where what a figure's noun behind token c stands for begins: the clause for figures, for one figure what holds the last number.
func (r *reader) figureStart(c int, many bool) int {
	start := r.starts[c]
	if many {
		return start
	}
	k := c - 1
	for k > start && !r.isNumber(k) {
		k--
	}
	for k > start && !(r.low(k-1) == "," || r.low(k-1) == "and") {
		k--
	}
	return k
}

// figureFrom returns from whom the words behind a figure's noun at token k say that it comes: "from the union", "compiled by the union", "that the union
// gives".
func (r *reader) figureFrom(k int) source {
	switch w := r.low(k); {
	case w == "from" || w == "by":
		return r.sourceOf(k+1, r.after(k+1))
	case r.is(k, publish|put) && r.low(k+1) == "by":
		return r.sourceOf(k+2, r.after(k+2))
	case w == "that" || w == "which" || r.opens(k) || r.name(k) != nil:
		if w == "that" || w == "which" {
			k++
		}
		to := r.after(k)
		if to > k && r.is(r.deedAt(to), publish|give|count) {
			return r.sourceOf(k, to)
		}
	}
	return source{own: true}
}

// deedAt returns the verb from token v on with which its subject does something: "[has] published"; -1 for what it has never done or what was done to
// it.
func (r *reader) deedAt(v int) int {
	for r.is(v, aux|adverb) {
		if r.isBe(v) || r.low(v) == "never" || r.low(v) == "not" {
			return -1
		}
		v++
	}
	return v
}

// readReadOut reads whose figures a clause in commas says they are: "The figures, which the minister read out on Monday, are up from 11 cases".
func (r *reader) readReadOut() {
	for i := 1; i+4 < len(r.toks); i++ {
		if !r.is(i, figure) || r.low(i+1) != "," || r.low(i+2) != "which" {
			continue
		}
		to := r.after(i + 3)
		v := r.deedAt(to)
		shut := max(0, v)
		for shut < len(r.toks) && !r.stop(shut) {
			shut++
		}
		if to == i+3 || !r.is(v, publish|give) && r.low(v) != "read" || r.low(shut) != "," {
			continue
		}
		if src := r.sourceOf(i+3, to); src.creditable() {
			r.emit("read-out", "said", src, shut+1, r.clauseEnd(shut+1))
			r.keep(src)
		}
	}
}
