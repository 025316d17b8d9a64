package counts

import "math"

// A reading is a number with its bound words: tokens [from,to) and what they say.
type reading struct {
	from, to   int
	value      *float64
	lo, hi     *float64
	approx     bool
	delta      bool
	continuous bool // the unit is no whole number: "more than 40 percent" has 40 as its bound
}

// leftCue returns the longest bound phrase that ends at token end, with where it begins.
func leftCue(c *context, end int) (what string, from int) {
	if end < 0 {
		return "", 0
	}
	best := 0
	for _, p := range leftCues[c.at(end)] {
		if len(p.words) > best && matchAt(c.toks, end-len(p.words)+1, p.words) {
			best, what, from = len(p.words), p.what, end-len(p.words)+1
		}
	}
	return what, from
}

// rightCue returns the longest bound phrase that begins at token k.
func rightCue(c *context, k int) (what string, to int) {
	best := 0
	for _, p := range rightCues[c.at(k)] {
		if len(p.words) > best && matchAt(c.toks, k, p.words) {
			best, what, to = len(p.words), p.what, k+len(p.words)
		}
	}
	if what != "" && c.at(k) == "at" && c.at(to) != "." && c.at(to) != "," { // "34 dead at least" stands at an end
		return "", 0
	}
	return what, to
}

// apply reads a number under a bound cue.
func (r *reading) apply(what string, v float64) {
	step := 1.0
	if r.continuous || v != math.Trunc(v) {
		step = 0
	}
	switch what {
	case "gt":
		r.lo = ptr(v + step)
	case "ge":
		r.lo = ptr(v)
	case "lt":
		r.hi = ptr(v - step)
	case "le":
		r.hi = ptr(v)
	case "nearly":
		r.value, r.hi, r.approx = ptr(v), ptr(v), true
	case "justover":
		r.value, r.lo, r.approx = ptr(v), ptr(v+step), true
	case "justunder":
		r.value, r.hi, r.approx = ptr(v), ptr(v-step), true
	case "about":
		r.value, r.approx = ptr(v), true
	default:
		r.value, r.lo, r.hi = ptr(v), ptr(v), ptr(v)
		r.delta = r.delta || what == "delta"
	}
}

func ptr(x float64) *float64 { return &x }

// bounded reads the cues left and right of a plain number that stands at tokens [from,to).
func bounded(c *context, from, to int, v float64, continuous bool) reading {
	r := reading{from: from, to: to, continuous: continuous}
	what, at := leftCue(c, from-1)
	if what == "gt" && c.at(from-1) == "over" && c.at(from-2) == "all" || what != "" && blockedCue(c, at) {
		what = ""
	}
	if what != "" {
		r.from = at
		// "up to an estimated 40", "at least some 20", "another estimated 30"
		if outer, at2 := leftCue(c, at-1); outer != "" && (what == "about" || outer == "delta") {
			if what == "about" && outer != "about" && outer != "delta" {
				what = outer
			}
			r.delta = r.delta || outer == "delta"
			r.from = at2
		}
	}
	if right, end := rightCue(c, to); right != "" && (what == "" || what == "exact" || what == "delta") {
		what, r.to = right, end
	}
	if what == "" && (c.at(to) == "more" || c.at(to) == "additional" || c.at(to) == "extra") {
		r.delta = c.at(to+1) != "than" || c.at(to) == "more"
	}
	r.apply(what, v)
	return r
}

// blockedCue reports whether a cue word is part of something else: "all over 40 countries", "the over".
func blockedCue(c *context, at int) bool {
	switch c.at(at) {
	case "under", "over", "above", "below":
		switch c.at(at - 1) {
		case "children", "anyone", "those", "-":
			return true
		}
	}
	return false
}
