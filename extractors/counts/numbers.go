package counts

import (
	"math"
	"strings"
)

// A numeral is the part that a number word plays.
type numeral string

// The parts of number words.
const (
	notNumeral numeral = ""
	zero       numeral = "zero"
	oneToNine  numeral = "unit"
	teen       numeral = "teen"
	ten        numeral = "ten"
	hundred    numeral = "hundred"
	scale      numeral = "scale"
	dozen      numeral = "dozen"
)

// A figure is a number as written, before what stands around it is read.
type figure struct {
	from, to int     // its tokens
	lo, hi   float64 // equal for a single number; hi is infinite where open
	vague    bool    // "dozens", "several hundred"
	share    bool    // a part of a whole, in percent: "a third", "nine in 10"
	exact    bool    // of a share: "97 of 100"
	spelled  bool    // in words
	scaled   bool    // has a magnitude: "2 million", "5k"
	plain    bool    // digits without separators, decimals or magnitude: may be a year or an identifier
	decimal  bool
	none     bool   // "no one", "none", "not one", "no deaths"
	unit     *unit  // glued to it: "6km", "Sh500,000"
	member   string // second half of a compound: "seat" of "81-seat"
	bound    operator
	metres   bool // a glued m, which may mean millions
}

func (f *figure) single() bool { return f.lo == f.hi }

// figureAt reads the number that begins at token i.
func (s *scanner) figureAt(i int) (figure, bool) {
	if i >= len(s.toks) {
		return figure{}, false
	}
	w := &s.words[i]
	var f figure
	var ok bool
	switch {
	case w.class&cDigit != 0:
		f, ok = s.digitsAt(i)
	default:
		if f, ok = s.vagueAt(i); !ok {
			if f, ok = s.noneAt(i); !ok {
				if f, ok = s.fractionAt(i); !ok {
					f, ok = s.spelledAt(i)
				}
			}
		}
	}
	if !ok || math.IsNaN(f.lo) || math.Abs(f.lo) > 1e16 || f.hi > 1e18 && !math.IsInf(f.hi, 1) {
		return figure{}, false
	}
	return s.proportion(f), true
}

// vagueAt reads "dozens", "tens of thousands", "several hundred".
func (s *scanner) vagueAt(i int) (figure, bool) {
	for _, p := range vocab.vague[s.toks[i].Lower] {
		if s.phraseAt(i, p.words) {
			return figure{from: i, to: i + len(p.words), lo: p.lo, hi: p.hi, vague: true, spelled: true, scaled: true}, true
		}
	}
	return figure{}, false
}

func (s *scanner) phraseAt(i int, ws []string) bool {
	if i < 0 || i+len(ws) > len(s.toks) {
		return false
	}
	for k, w := range ws {
		if s.toks[i+k].Lower != w {
			return false
		}
	}
	return true
}

// noneAt reads words for nobody and nothing.
func (s *scanner) noneAt(i int) (figure, bool) {
	n := 0
	switch s.toks[i].Lower {
	case "nobody", "none":
		n = 1
	case "no":
		n = 1
		if s.lower(i+1) == "one" || s.lower(i+1) == "fewer" || s.lower(i+1) == "less" || s.lower(i+1) == "more" {
			n = 2
		}
		if n == 2 && s.lower(i+1) != "one" {
			return figure{}, false
		}
	case "no-one":
		n = 1
	case "not":
		switch {
		case s.lower(i+1) == "one":
			n = 2
		case s.lower(i+1) == "a" && s.lower(i+2) == "single":
			if n = 3; s.lower(i+3) == "one" {
				n = 4
			}
		}
	}
	return figure{from: i, to: i + n, spelled: true, none: true}, n > 0
}

// fractionAt reads parts of a whole: "half", "a third", "two-thirds", "three quarters".
func (s *scanner) fractionAt(i int) (figure, bool) {
	f := figure{from: i, spelled: true, share: true}
	over, j := 1.0, i
	switch t := s.toks[i].Lower; {
	case t == "half":
		f.to, f.lo = i+1, 50
		if n := s.halfMagnitude(i + 1); n > 0 { // "half a million", "half-million"
			return s.halved(f, i+1, n), true
		}
		f.hi = f.lo
		return f, true
	case strings.HasPrefix(t, "half-"):
		return s.halfCompound(f, t[len("half-"):])
	case t == "a" || t == "an":
		j++
		if strings.HasPrefix(s.lower(j), "half-") {
			return s.halfCompound(f, s.lower(j)[len("half-"):])
		}
		if s.lower(j) == "half" {
			f.to, f.lo = j+1, 50
			if n := s.halfMagnitude(j + 1); n > 0 {
				return s.halved(f, j+1, n), true
			}
			f.hi = f.lo
			return f, true
		}
	case strings.IndexByte(t, '-') > 0:
		a, b, _ := strings.Cut(t, "-")
		num, part := vocab.words[a], vocab.words[b]
		if (a == "one" || num != nil && num.numeral == oneToNine) && part != nil && part.parts > 0 {
			f.lo = num.value / part.parts * 100
			f.hi, f.to = f.lo, i+1
			if s.lower(i+1) == "of" && s.lower(i+2) == "a" && s.at(i+3).numeral == scale {
				return s.halved(f, i+3, 1), true
			}
			return f, true
		}
		return f, false
	case s.words[i].numeral == oneToNine:
		over = s.words[i].value
		j++
	default:
		return f, false
	}
	if j >= len(s.words) || s.words[j].parts == 0 || s.lower(j) == "second" {
		return f, false
	}
	f.lo = over / s.words[j].parts * 100
	f.hi, f.to = f.lo, j+1
	if s.lower(j+1) == "of" && s.lower(j+2) == "a" || s.words[j].parts == 4 { // "three quarters of a million", "a quarter million"
		k := j + 1
		if s.lower(k) == "of" {
			k += 2
		}
		if k < len(s.words) && s.words[k].numeral == scale && (k > j+1 || over == 1) {
			return s.halved(f, k, 1), true
		}
	}
	return f, true
}

// halfMagnitude returns how many tokens at j make the magnitude that "half" parts: "a million", "dozen".
func (s *scanner) halfMagnitude(j int) int {
	k := j
	if s.lower(k) == "a" || s.lower(k) == "-" {
		k++
	}
	if k < len(s.words) && s.words[k].value >= 12 && s.words[k].numeral != teen && s.words[k].numeral != ten && s.lower(k) != "score" && s.lower(k) != "pair" {
		return k + 1 - j
	}
	return 0
}

// halved turns a share of a magnitude into a number: its last token is the magnitude's.
func (s *scanner) halved(f figure, at, n int) figure {
	k := at + n - 1
	f.lo = f.lo / 100 * s.words[k].value
	f.hi, f.to, f.share, f.scaled = f.lo, k+1, false, true
	return f
}

func (s *scanner) halfCompound(f figure, rest string) (figure, bool) {
	rest = strings.TrimPrefix(rest, "a-")
	e := vocab.words[rest]
	if e == nil || e.value < 12 || e.numeral == notNumeral {
		return f, false
	}
	if s.lower(f.from) == "a" {
		f.to = f.from + 2
	} else {
		f.to = f.from + 1
	}
	f.lo = e.value / 2
	f.hi, f.share, f.scaled = f.lo, false, true
	return f, true
}

// spelledAt reads a number in words: "twenty-three", "a hundred and two", "two and a half million", "two dozen".
func (s *scanner) spelledAt(i int) (figure, bool) {
	f := figure{from: i, spelled: true}
	var n wordNumber
	j := i
	if t := s.toks[i].Lower; t == "a" || t == "an" {
		e := s.at(i + 1).entry
		if e.numeral != hundred && e.numeral != scale && e.numeral != dozen {
			return f, false
		}
		n.add(1, oneToNine)
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
	f.to, f.lo, f.scaled = j, n.value(), n.scaled
	if j == i+1 {
		f.member = n.member
	}
	if n.last == dozen && s.lower(j) == "of" { // "a couple of hundred"
		if e := s.at(j + 1).entry; e.numeral == hundred || e.numeral == scale || e.numeral == dozen {
			f.lo *= e.value
			f.to, f.scaled = j+2, true
		}
	}
	f.hi = f.lo
	return f, true
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
		if next.numeral != notNumeral && (n.last == hundred || n.last == scale) && (next.numeral == oneToNine || next.numeral == teen || next.numeral == ten) && s.at(j+2).numeral != scale && s.lower(j+1) != "zero" {
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
		if n.last == dozen || n.any && n.half {
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
			if before.any { // "hundred seventy-two-hour" is nobody's style
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

// proportion reads "nine in 10", "one in every five", "3 out of 4", "97 of 100" as percentages.
func (s *scanner) proportion(f figure) figure {
	if f.share || f.vague || f.none || f.unit != nil || f.scaled || f.member != "" || f.lo < 1 || f.lo >= 1000 || f.lo != math.Trunc(f.lo) {
		return f
	}
	j := f.to
	word := s.lower(j)
	switch word {
	case "in", "of":
		j++
	case "out":
		if s.lower(j+1) != "of" {
			return f
		}
		j += 2
	default:
		return f
	}
	every := s.lower(j) == "every"
	if every {
		j++
	}
	w := s.at(j)
	if w.class&(cDigit|cNumberWord) == 0 && s.lower(j) != "a" || w.class&cDate != 0 {
		return f
	}
	var whole figure
	var ok bool
	if w.class&cDigit != 0 {
		whole, ok = s.digitsAt(j)
	} else {
		whole, ok = s.spelledAt(j)
	}
	if !ok || !whole.single() || whole.unit != nil || whole.member != "" || whole.lo <= f.lo && !(every && whole.lo == f.lo) {
		return f
	}
	if after := s.at(whole.to); after.class&cUnit != 0 || after.class&cMonth != 0 {
		return f
	}
	switch m := whole.lo; word {
	case "in":
		if !every && m > 12 && math.Mod(m, 5) != 0 || m > 1e6 || whole.plain && m >= 1900 && m < 2100 {
			return f
		}
	case "out":
		if m != 100 && m != 1000 && m > 10 && m != 20 && m != 50 {
			return f
		}
	case "of":
		if every || m != 100 && m != 1000 {
			return f
		}
		f.exact = true
	}
	f.lo = f.lo / whole.lo * 100
	f.hi, f.to, f.share = f.lo, whole.to, true
	return f
}
