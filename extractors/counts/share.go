package counts

import "strings"

// fractionParts are the words that make a fraction after "a", "one", "two" …
var fractionParts = map[string]float64{"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "half": 2, "halves": 2}

// shareAt reads a part of a set as percent: "a third of", "two thirds", "half of them", "nine in 10", "one in four", "97 of 100".
func (x *extraction) shareAt(c *context, i int) (r reading, kind Kind, to int, ok bool) {
	if v, end, ok := fractionAt(c, i); ok {
		r = bounded(c, i, end, v, true)
		r.approx = true
		if r.value != nil {
			r.lo, r.hi = openUnlessCue(r, v)
		}
		return r, Percent, r.to, true
	}
	a, ok := parseAt(c, i)
	if !ok || a.vague != nil || a.value <= 0 {
		return r, "", 0, false
	}
	k := a.to
	out := c.at(k) == "out" && c.at(k+1) == "of"
	if out {
		k++
	}
	if c.at(k) != "in" && !out && c.at(k) != "of" {
		return r, "", 0, false
	}
	if c.at(k+1) == "every" {
		k++
	}
	b, good := parseAt(c, k+1)
	if !good || b.vague != nil || b.value < a.value || b.value > 1000 || c.year(b) {
		return r, "", 0, false
	}
	round := b.value == 2 || b.value == 3 || b.value == 4 || b.value == 5 || b.value == 10 || b.value == 20 || b.value == 100 || b.value == 1000 || b.value == 6 || b.value == 7 || b.value == 8
	v := a.value / b.value * 100
	switch {
	case c.at(k) == "of" && c.at(a.to) != "out":
		if b.value != 100 || isStatedSet(c, b.to) {
			return r, "", 0, false
		}
		return reading{from: i, to: b.to, value: ptr(v), lo: ptr(v), hi: ptr(v)}, Percent, b.to, true
	case !round || c.at(b.to) == "," && c.at(k) == "in" && b.bare && b.value > 31:
		return r, "", 0, false
	case c.at(k) == "in" && measures[c.at(b.to)][1] == "time":
		return r, "", 0, false
	}
	r = bounded(c, i, b.to, v, true)
	r.to = max(r.to, b.to)
	r.approx = true
	if r.value != nil {
		r.lo, r.hi = openUnlessCue(r, v)
	}
	return r, Percent, r.to, true
}

// openUnlessCue keeps the bounds that a cue set and opens those of a plain fraction, which is rounded.
func openUnlessCue(r reading, v float64) (lo, hi *float64) {
	if r.lo != nil && r.hi != nil && *r.lo == v && *r.hi == v {
		return nil, nil
	}
	return r.lo, r.hi
}

func isStatedSet(c *context, k int) bool { return false }

// fractionAt reads "half", "a third", "two thirds", "three-quarters", "a quarter" where they are a part of something.
func fractionAt(c *context, i int) (percent float64, to int, ok bool) {
	low := c.at(i)
	whole := func(k int) bool {
		switch c.at(k) {
		case "of":
			return c.at(k+1) != "a" || c.at(k+2) != "million"
		case "the", "its", "their", "his", "her", "all", "those", "these":
			return low == "half"
		}
		return false
	}
	by := c.at(i-1) == "by" || c.at(i-1) == "nearly" || c.at(i-1) == "almost" || c.at(i-1) == "about" || c.at(i-1) == "than" || c.at(i-1) == "over"
	switch {
	case low == "half":
		if c.at(i-1) == "a" || c.at(i-1) == "first" || c.at(i-1) == "second" || c.at(i-1) == "other" || c.at(i-1) == "and" || c.at(i+1) == "size" || c.at(i+2) == "size" {
			return 0, 0, false
		}
		if whole(i+1) && !(c.at(i+1) == "of" && c.at(i+2) == "the" && c.at(i+3) == "size") || by && (c.at(i+1) == "" || c.at(i+1) == "." || c.at(i+1) == "," || verbish(c.toks, i+1)) {
			return 50, i + 1, true
		}
		if i == 0 && verbish(c.toks, 1) {
			return 50, i + 1, true
		}
	case low == "a" || low == "one":
		if d, ok := fractionParts[c.at(i+1)]; ok && c.at(i+1) != "half" && (whole(i+2) || by && c.at(i+2) != "time") {
			return 100 / d, i + 2, true
		}
	case numberWords[low].class == "unit":
		if d, ok := fractionParts[c.at(i+1)]; ok && strings.HasSuffix(c.at(i+1), "s") && c.at(i+1) != "seconds" {
			return numberWords[low].value / d * 100, i + 2, true
		}
	default:
		if a, b, ok := strings.Cut(low, "-"); ok {
			if d, ok := fractionParts[b]; ok && (numberWords[a].class == "unit" || a == "one") && b != "half" && b != "second" {
				if numberWords[a].value == 1 && !whole(i+1) {
					return 0, 0, false
				}
				return numberWords[a].value / d * 100, i + 1, true
			}
		}
	}
	return 0, 0, false
}

// shareOf reads the set that a share is a part of.
func (x *extraction) shareOf(c *context, k int) (of, object string) {
	if c.at(k) == "of" {
		k++
	}
	for c.at(k) == "all" || c.at(k) == "the" || c.at(k) == "its" || c.at(k) == "their" || c.at(k) == "his" || c.at(k) == "her" || c.at(k) == "those" || c.at(k) == "these" {
		k++
	}
	if c.at(k) == "them" || c.at(k) == "us" {
		return c.at(k), "share"
	}
	if np, ok := nounAt(c, k, false); ok {
		t := objectText(c, np)
		return t, "share of " + t
	}
	return "", "share"
}

// partOf reads the set after "of": "them", "those", "the freed prisoners", "the 53 people on board", "New Course's 12 deputies", "12 drones".
func (x *extraction) partOf(c *context, k int) (of, unit, object string) {
	from := k
	for j := k; j < k+8 && j < len(c.toks); j++ {
		low := c.at(j)
		switch low {
		case "them", "these", "those", "us", "whom", "which":
			if np, ok := nounAt(c, j+1, false); ok && low != "them" && low != "us" && isPlural(c.at(np.head)) {
				return textOf(c, from, np.to), np.unit, objectText(c, np)
			}
			return low, "", ""
		}
		if _, ok := parseNumber(c.toks, j); ok {
			n, _ := parseNumber(c.toks, j)
			if np, ok := nounAt(c, n.to, false); ok {
				return textOf(c, from, np.to), np.unit, objectText(c, np)
			}
			return textOf(c, from, n.to), "", ""
		}
		if c.capital(j) && c.at(j+1) == "'s" {
			j++
			continue
		}
		if low == "the" || low == "its" || low == "their" || low == "his" || low == "her" || low == "our" || low == "all" || low == "'s" || c.capital(j) && j+1 < len(c.toks) && !isPlural(low) {
			continue
		}
		if np, ok := nounAt(c, j, false); ok {
			return textOf(c, from, np.to), np.unit, objectText(c, np)
		}
		break
	}
	return "", "", ""
}
