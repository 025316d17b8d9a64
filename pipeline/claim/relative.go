package claim

import "strings"

// maxRelative is how many tokens a relative clause behind a whole has at most.
const maxRelative = 12

// relative returns where the relative clause behind a whole begins and where the verb stands that is said of the part: "Two of the 53
// people who were on board | survived"; zeros where there is none. The count may be the whole or its part.
func (s *sentence) relative(from, to int) (start, main int) {
	whole := s.isBase(from)
	if !whole {
		if s.setEnd(from) == 0 && to < len(s.toks) && s.toks[to].Lower == "who" && !s.isCount[to-1] && s.opensClause(from) {
			if start, main = s.doneTo(to); !s.befallen(start, main) {
				return start, main // "58 people who had been near | were tested"
			}
			return 0, 0 // "the 14 who were hurt are at home"
		}
		to = s.setEnd(from)
		for k := range s.counts {
			if m := &s.counts[k]; m.From > from {
				if m.From <= from+6 && s.isBase(m.From) {
					_, to = s.bounds(m)
				}
				break
			}
		}
	}
	if to == 0 || to >= len(s.toks) {
		return 0, 0
	}
	verbs := 0
	switch w := &s.toks[to]; {
	case w.Lower == "who" || w.Lower == "that" || w.Lower == "which":
	case (w.Tag == "VBN" || w.Tag == "VBD") && to+1 < len(s.toks) && s.toks[to+1].Tag == "IN":
		verbs = 1 // "the nine miners trapped at the pit | were brought out"
	default:
		return 0, 0
	}
	for k := to + 1; k < len(s.toks) && k <= to+maxRelative; k++ {
		switch w := &s.toks[k]; {
		case w.Lower == "," || w.Lower == "and" || isClauseStop(w.Lower):
			return 0, 0
		case w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD" || isBe(w.Lower), w.Tag == "VBN" && verbs == 1: // "who were on board survived" is tagged so
			if verbs++; verbs == 2 {
				if !whole && isBe(w.Lower) && k+1 < len(s.toks) && s.toks[k+1].Tag != "VBN" && s.toks[k+1].Tag != "RB" {
					return 0, 0 // "two of the 12 who died were children": what they are, and both died
				}
				return to, k
			}
			k = s.groupEnd(k)
		}
	}
	return 0, 0
}

// groupEnd returns the last token of the verb group that begins at token k: "were [taken]", "had been [hurt]", "will [go]".
func (s *sentence) groupEnd(k int) int {
	be, done := isBe(s.toks[k].Lower), false
	for k+1 < len(s.toks) {
		switch t := &s.toks[k+1]; {
		case t.Tag == "RB" || t.Lower == "been":
		case !done && (t.Tag == "VBN" || t.Tag == "VB" || t.Tag == "VBD" && be):
			done = true
		default:
			return k
		}
		k++
	}
	return k
}

// opensClause reports that no verb stands before token from in its clause.
func (s *sentence) opensClause(from int) bool {
	for k := from - 1; k >= 0; k-- {
		switch t := &s.toks[k]; {
		case isClauseStop(t.Lower):
			return true
		case strings.HasPrefix(t.Tag, "VB"), t.Tag == "MD", isBe(t.Lower), t.Tag == "IN" && k >= from-4:
			return false
		}
	}
	return true
}

// befallen reports a class in tokens [from,to) that tells what befell people: that is said of them, whatever else is.
func (s *sentence) befallen(from, to int) bool {
	for i := range s.occs {
		if o := &s.occs[i]; o.from >= from && o.from < to && (o.term.class.toll || o.term.class.traits&sudden != 0) {
			return true
		}
	}
	return false
}

// doneTo returns where the relative clause begins that opens with "who" at token who, and the verb behind it, over an inserted phrase:
// "who worked there, seven of them men, | were tested"; zeros where no verb follows.
func (s *sentence) doneTo(who int) (start, main int) {
	verbs := 0
	for k := who + 1; k < len(s.toks) && k <= who+2*maxRelative; k++ {
		switch w := &s.toks[k]; {
		case isClauseStop(w.Lower):
			return 0, 0
		case w.Lower == "and" || w.Lower == "that" || w.Lower == "which" || w.Lower == "said":
			return 0, 0
		case w.Tag == "POS":
		case w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD" || isBe(w.Lower):
			if verbs++; verbs == 2 {
				if w.Lower != "had" && w.Lower != "have" && w.Lower != "has" && !isBe(w.Lower) {
					return 0, 0
				}
				return who, k
			}
			for k+1 < len(s.toks) && (s.toks[k+1].Tag == "VBN" || s.toks[k+1].Tag == "VBD" || s.toks[k+1].Tag == "RB" || s.toks[k+1].Lower == "been" || s.toks[k+1].Tag == "VB") {
				k++
			}
		}
	}
	return 0, 0
}
