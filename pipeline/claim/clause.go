package claim

import (
	"strings"

	"crosstally/extractors"
)

// comma reports whether one comma alone stands in [from,to), which opens no aside.
func (s *sentence) comma(from, to int) bool {
	n := 0
	for k := from; k < to && k < from+20; k++ {
		if s.toks[k].Lower == "," {
			n++
		}
	}
	return n == 1
}

// loosely weighs what stands between a verb and its object: a comma or a preposition hardly does.
func (s *sentence) loosely(from, to int) float64 {
	c := 0.0
	for k := from; k < to && k < from+12; k++ {
		switch tag := s.toks[k].Tag; {
		case s.toks[k].Lower == ",":
			c += 0.6
		case tag == "IN" && s.toks[k].Lower != "of" && s.toks[k].Lower != "that" && s.toks[k].Lower != "for":
			c += 0.6
		}
	}
	return c
}

// located reports whether only a preposition of place stands in [from,to): "repeated at six stations".
func (s *sentence) located(from, to int) bool {
	if to > 0 && s.toks[to-1].Lower == "(" && to-from <= 12 {
		return true // "were sent to Oslo (31) and Bergen (12)"
	}
	if to-from != 1 {
		return false
	}
	switch s.toks[from].Lower {
	case "at", "in", "across", "on":
		return true
	}
	return false
}

// numberOf reports whether a figure follows that gives the number of those of whom o is said: "the number of people who died rose to 14".
func (s *sentence) numberOf(o *occurrence, from int) bool {
	for k := o.from - 1; k >= 0 && k >= o.from-7; k-- {
		switch s.toks[k].Lower {
		case "number", "numbers", "count", "tally", "total":
			return s.leadsTo(o.to, from)
		case "that":
			if s.toks[k+1].Lower == "of" {
				return s.leadsTo(o.to, from) // "and that of homes without power to 900"
			}
		}
	}
	return false
}

// labels reports whether only a colon or a cell's edge stands in [from,to): "Injured: 43".
func (s *sentence) labels(from, to int) bool {
	if from >= to || to-from > 3 {
		return false
	}
	w := s.toks[from].Lower
	return w == ":" || w == "|" || w == "–" || w == "—" || w == "("
}

// apposed reports whether a number stands as an apposition behind a toll or count that ends at a token: "gives a higher toll, 28".
func (s *sentence) apposed(end, from int) bool {
	if from != end+1 || s.toks[end].Lower != "," {
		return false
	}
	switch s.toks[end-1].Lower {
	case "toll", "count", "figure", "tally", "number", "total":
		return true
	}
	return false
}

// inverts reports whether the subject follows: "among the dead are three children".
func (s *sentence) inverts(from, to int) bool {
	for k := from; k < to && k < from+6; k++ {
		switch s.toks[k].Lower {
		case "were", "are", "was", "is", "include", "included", "includes", "including", "among", "comprise", "numbered", "totalled", "totaled":
			return true
		}
	}
	return false
}

// leadsTo reports whether a noun at the left of [from,to) is said of the number behind: "toll rose to 24", "deaths of 19".
func (s *sentence) leadsTo(from, to int) bool {
	for k := to - 1; k >= from; k-- {
		if s.toks[k].Lower == "at" && k == from && !s.bare {
			continue // "votes at six stations" are no number of votes
		}
		switch s.toks[k].Lower {
		case "of", "to", "at", "from", "reached", "reaches", "hits", "passes", "tops", "nears", "surpasses", "surpassed", "is", "was", "as", "by", "hit", "reach", "top", "pass", "near", "exceed", "surpass", "approach", "stand", "remains", "remain", "exceeds", "exceeded", "passed", "topped", "into", "about", "than", "between", "among", "higher", "includes", "included", "including", "totalled", "totaled", "for", "are", "were", "stood", "had", "has":
			return true
		}
	}
	return from == to
}

// between weighs the tokens [from,to) that part a term from a count.
func (s *sentence) between(from, to int, right bool) float64 {
	c := 0.0
	done := false                                 // the count has a verb of its own
	for k := from; k < to && c <= farthest; k++ { // beyond that nothing is near
		w := s.toks[k].Lower
		if end := s.asideEnd(k, to); end > k {
			c++
			k = end
			continue
		}
		switch w {
		case ".", ";", "?", "!":
			c += 9
		case ":":
			c += 3
		case "|":
			c += 2
		case "—", "–":
			c += 3
		case "(", ")":
			c += 2
		case ",":
			c += 1.5
		case "while", "although", "though", "when", "after", "before", "because", "if", "since", "until", "unless", "whereas", "but", "as", "than", "against", "compared":
			c += 3
		case "who", "which", "whose", "where", "whom":
			if right && k-from <= 1 {
				break // "14 people who died"
			}
			c += 3
		case "and", "or", "nor":
			c += 0.7
			if s.numberAt(k + 1) {
				c += 1
			}
		case "what":
			if right && k > 0 && !isBe(s.toks[k-1].Lower) {
				return never // "won 66 seats, in what could stall the vote"
			}
			c += 0.3
		case "not", "rather":
			c++
		case "that":
			if right && k+1 < to && s.toks[k+1].Lower == "of" {
				return never // "people in tents fell to 1,740 and that of homes without power to 900"
			}
			c += 0.3
		case "said", "says", "told", "reported", "announced":
			c += 3
		default:
			c += 0.3
		}
		if t := s.toks[k].Tag; t == "VBD" || t == "MD" || isBe(w) && w != "being" {
			done = true
		}
		if s.isCount[k] {
			if right {
				c += 2.5
				if done && k > 0 && (s.toks[k-1].Lower == "and" || s.toks[k-1].Lower == "," || s.toks[k-1].Lower == ";") {
					return never // "four were taken, and one guard was killed"
				}
				if k > 0 && s.toks[k-1].Lower == "of" {
					c += 3 // what follows is said of the whole: "315 of 542 registered"
				}
			} else {
				c += 0.6
			}
		}
	}
	return c
}

// maxAside is how many tokens an aside between dashes or in brackets may have.
const maxAside = 12

// asideEnd returns where the aside that begins at k ends before token to, k for none: "26 – 79 percent – are".
func (s *sentence) asideEnd(k, to int) int {
	var closer string
	switch w := s.toks[k].Lower; w {
	case "(":
		closer = ")"
	case "–", "—", ",":
		closer = w
	default:
		return k
	}
	for j := k + 1; j < to && j <= k+maxAside; j++ {
		if s.toks[j].Lower == closer {
			if closer == "," && !s.closesAside(k, j) {
				return k
			}
			return j
		}
	}
	return k
}

// closesAside reports whether the comma at j closes an aside that the one at k opens: what stands between has no verb of its own,
// and a verb follows: "two managers, both of Harwick, were wounded".
func (s *sentence) closesAside(k, j int) bool {
	for i := k + 1; i < j; i++ {
		if extractors.Finite(s.toks[i].Tag) {
			return false
		}
	}
	if j+1 >= len(s.toks) {
		return false
	}
	w := &s.toks[j+1]
	return extractors.Finite(w.Tag) || isBe(w.Lower)
}

func (s *sentence) numberAt(k int) bool { return k < len(s.isCount) && s.isCount[k] }

// helped reports whether the verb at i has a form of "be" before it: a finite passive, no mere participle.
func (s *sentence) helped(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch {
		case isBe(s.toks[k].Lower):
			return true
		case s.toks[k].Tag != "RB" && s.toks[k].Lower != "not" && s.toks[k].Lower != "n't":
			return false
		}
	}
	return false
}

// still reports whether the participle at i tells a state that lasts: "still detained".
func (s *sentence) still(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch s.toks[k].Lower {
		case "still", "remain", "remains", "remained", "currently", "remaining":
			return true
		}
	}
	return false
}

// ownObject reports that a verb whose object begins at token k has one before the count at token from, which only tells where that was: "killed a
// man in front of 30 guests", not "killed a total of 30" nor "killed a man along with 30 guests".
func (s *sentence) ownObject(k, from int) bool {
	if k >= from || s.toks[k].Tag != "DT" && s.toks[k].Tag != "PRP$" && s.toks[k].Tag != "PRP" && !strings.HasPrefix(s.toks[k].Tag, "NNP") {
		return false
	}
	where := false
	for ; k < from; k++ {
		switch w := &s.toks[k]; {
		case w.Lower == "of" && inSight[s.toks[k-1].Lower]: // "in front of"
			where = true
		case w.Lower == "of":
		case w.Tag == "IN" || w.Tag == "TO":
			where = besidePlace[w.Lower] || w.Lower == "with" && struck[s.toks[k-1].Lower] // "struck a deal with 12 banks"
		case w.Tag == "DT", w.Tag == "PRP$", w.Tag == "PRP", w.Tag == "JJ", w.Tag == "POS", w.Tag == "VBN", strings.HasPrefix(w.Tag, "NN") && !s.isCount[k]:
		default:
			return false
		}
	}
	return where
}

var (
	inSight     = tell.Of("in-sight")     // "in front of", "in view of"
	struck      = tell.Of("struck-with")  // what is struck with somebody
	besidePlace = tell.Of("beside-place") // prepositions that tell where, and of no second victim
)

// describesOther reports a participle that describes a thing, which is not counted in tokens [noun,to): "in the released excerpt, the two".
func (s *sentence) describesOther(o *occurrence, noun, to int) bool {
	k := o.to
	if o.term.form != partForm || len(o.term.tail) > 0 || o.from == 0 || k >= len(s.toks) || o.from >= noun && o.from < to {
		return false
	}
	if p := s.toks[o.from-1].Tag; p != "DT" && p != "PRP$" {
		return false
	}
	return s.toks[k].Tag == "NN" && headSorts[s.toks[k].Lower] != persons && (k+1 >= len(s.toks) || !strings.HasPrefix(s.toks[k+1].Tag, "NN"))
}

// ofWho reports that tokens [from,to) begin a clause with "who", which is said of a person: "two films about a banker who was arrested".
func (s *sentence) ofWho(from, to int) bool {
	for k := from; k < to && k < from+maxSubject; k++ {
		if s.toks[k].Lower == "who" {
			return true
		}
	}
	return false
}
