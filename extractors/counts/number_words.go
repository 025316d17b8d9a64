package counts

import (
	"strings"
)

// spelledAt reads a number in words: "twenty-three", "a hundred and two", "two and a half million", "two dozen".
func (s *scanner) spelledAt(i int) (figure, bool) {
	f := figure{from: i, spelled: true}
	n := wordNumber{between: s.lower(i-1) == "between" || s.lower(i-1) == "from"}
	j := i
	if t := s.toks[i].Lower; t == "a" || t == "an" {
		e := s.at(i + 1).entry
		switch {
		case e.numeral == hundred || e.numeral == scale || e.numeral == dozen:
			n.add(1, oneToNine)
		case !s.numberCompound(i+1) || !strings.HasSuffix(s.lower(i+1), "-odd"):
			return f, false
		}
		j++
	} else if s.words[i].class&cNumberWord == 0 && !s.numberCompound(i) {
		return f, false
	}
	if e := s.words[j].entry; j == i && (e.numeral == scale && e.value < 1000 || e.numeral == dozen && e.value != 12) {
		return f, false
	}
	for j < len(s.toks) {
		k := s.addWord(&n, j)
		if k == 0 {
			break
		}
		j += k
	}
	if !n.any {
		return f, false
	}
	if k := s.spokenDecimals(&n, i, j); k > j {
		f.to, f.lo, f.hi, f.scaled, f.decimal = k, n.value(), n.value(), n.scaled, true
		return f, true
	}
	f.to, f.lo, f.scaled = j, n.value(), n.scaled
	if j == i+1 || n.member == "plus" || n.member == "odd" {
		f.member = n.member
	}
	switch n.member {
	case "odd":
		f.member, f.bound = "", about
	case "plus":
		f.member, f.bound = "", atLeast
	}
	if n.last == dozen && s.lower(j) == "of" { // "a couple of hundred"
		if e := s.at(j + 1).entry; e.numeral == hundred || e.numeral == scale || e.numeral == dozen {
			f.lo = times(f.lo, e.value)
			f.to, f.scaled = j+2, true
		}
	}
	f.hi = f.lo
	return f, true
}

// spokenDecimals adds decimals in words, "one point five million", and returns where they end; j where there are none.
// "At one point five men fell" has none.
func (s *scanner) spokenDecimals(n *wordNumber, i, j int) int {
	if s.lower(j) != "point" || n.scaled || s.lower(i-1) == "at" || s.lower(i-1) == "this" || s.lower(i-1) == "that" {
		return j
	}
	k, part := j+1, 0.1
	for ; k < len(s.words) && (s.words[k].numeral == oneToNine || s.words[k].numeral == zero); k++ {
		n.cur += s.words[k].value * part
		part /= 10
	}
	if k == j+1 {
		return j
	}
	if k < len(s.words) && s.words[k].numeral == scale {
		n.cur = times(n.cur, s.words[k].value)
		n.scaled = true
		k++
	}
	return k
}

// addWord adds the number word at token j to n and returns how many tokens it took.
func (s *scanner) addWord(n *wordNumber, j int) int {
	w, t := &s.words[j], s.toks[j].Lower
	switch {
	case w.numeral != notNumeral:
		if n.add(w.value, w.numeral) {
			return 1
		}
	case (t == "and" || t == "&") && n.any:
		next := s.at(j + 1)
		if next.numeral != notNumeral && (n.last == hundred || n.last == scale) && (next.numeral == oneToNine || next.numeral == teen || next.numeral == ten) && (s.at(j+2).numeral != scale || n.last == hundred && !n.between) && s.lower(j+1) != "zero" {
			return 1 + s.addOrUndo(n, j+1)
		}
		if s.numberCompound(j+1) && (n.last == hundred || n.last == scale) {
			return 1 + s.addOrUndo(n, j+1)
		}
		if s.lower(j+1) == "a" && s.lower(j+2) == "half" && n.last != dozen {
			n.cur += 0.5
			if n.last == scale || n.last == hundred { // "a million and a half"
				n.cur -= 0.5
				n.total += n.step / 2
			}
			n.last = oneToNine
			n.half = true
			return 3
		}
	case t == "," && n.last == scale:
		if next := s.at(j + 1); next.numeral == oneToNine && (s.at(j+2).numeral == hundred || s.at(j+2).numeral == scale) {
			return 1 + s.addOrUndo(n, j+1)
		}
	case s.numberCompound(j):
		return n.addCompound(t)
	}
	return 0
}

func (s *scanner) addOrUndo(n *wordNumber, j int) int {
	before := *n
	if k := s.addWord(n, j); k > 0 {
		return k
	}
	*n = before
	return -1
}

// numberCompound reports a hyphenated token that is a number: "twenty-three", "two-hundred-and-fifty", "seventy-two-hour".
func (s *scanner) numberCompound(j int) bool {
	t := s.lower(j)
	k := strings.IndexByte(t, '-')
	if k < 3 {
		return false
	}
	e := vocab.words[t[:k]]
	return e != nil && e.numeral != notNumeral && e.numeral != dozen
}

// A wordNumber adds up number words.
type wordNumber struct {
	total, cur float64
	step       float64 // the last scale
	last       numeral
	any        bool
	scaled     bool
	half       bool
	between    bool // "between one hundred and two million": two numbers
	member     string
}

func (n *wordNumber) value() float64 { return n.total + n.cur }

// add reports whether the number goes on with this word.
func (n *wordNumber) add(v float64, k numeral) bool {
	switch k {
	case zero:
		if n.any {
			return false
		}
	case oneToNine:
		if n.any && !(n.last == ten && n.cur >= 20 || n.last == hundred || n.last == scale) {
			return false
		}
		n.cur += v
	case teen, ten:
		if n.any && n.last != hundred && n.last != scale {
			return false
		}
		n.cur += v
	case hundred:
		if n.any && (n.cur <= 0 || n.cur >= 100 || n.last == hundred) {
			return false
		}
		n.cur = max(n.cur, 1) * 100
		n.scaled = true
	case scale:
		if !n.any || n.cur == 0 && n.total == 0 {
			n.cur = 1
		}
		if n.cur == 0 { // "thousand million"
			if n.total <= 0 {
				return false
			}
			n.total *= v
		} else {
			if n.step > 0 && v >= n.step {
				return false
			}
			n.total += n.cur * v
		}
		n.cur, n.step, n.scaled = 0, v, true
	case dozen:
		if n.last == dozen || n.any && n.half && v != 12 {
			return false
		}
		if !n.any {
			n.cur = 1
		}
		n.cur *= v
	}
	n.any, n.last = true, k
	return true
}

// addCompound adds "twenty-three"; what follows the number, as in "seventy-two-hour", is kept as member.
func (n *wordNumber) addCompound(t string) int {
	before := *n
	for t != "" {
		part, rest, _ := strings.Cut(t, "-")
		e := vocab.words[part]
		switch {
		case part == "and" && n.any:
		case e != nil && e.numeral != notNumeral && e.numeral != dozen:
			if !n.add(e.value, e.numeral) {
				*n = before
				return 0
			}
		case n.any && n.last != notNumeral:
			if before.any && t != "plus" && t != "odd" { // "hundred seventy-two-hour" is nobody's style
				*n = before
				return 0
			}
			n.member = t
			return 1
		default:
			*n = before
			return 0
		}
		t = rest
	}
	return 1
}
