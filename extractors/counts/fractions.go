package counts

import (
	"math"
	"strings"
)

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
	case strings.HasPrefix(t, "quarter-"):
		return s.quarterCompound(f, i, t[len("quarter-"):])
	case t == "a" || t == "an":
		j++
		if strings.HasPrefix(s.lower(j), "half-") {
			return s.halfCompound(f, s.lower(j)[len("half-"):])
		}
		if rest, ok := strings.CutPrefix(s.lower(j), "quarter-"); ok {
			return s.quarterCompound(f, j, rest)
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

// quarterCompound reads "quarter-million", which stands at token j.
func (s *scanner) quarterCompound(f figure, j int, rest string) (figure, bool) {
	e := vocab.words[rest]
	if e == nil || e.numeral != scale {
		return f, false
	}
	f.lo = e.value / 4
	f.hi, f.to, f.share, f.scaled = f.lo, j+1, false, true
	return f, true
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

// proportion reads "nine in 10", "one in every five", "3 out of 4", "97 of 100" as percentages.
func (s *scanner) proportion(f figure) figure {
	if f.share || f.vague || f.none || f.unit != nil || f.scaled || f.member != "" || f.lo < 1 || f.lo >= 1000 || f.lo != math.Trunc(f.lo) {
		return f
	}
	j := f.to
	if f.lo == 1 && f.spelled && s.lower(j+1) == "in" && s.at(j).singular == s.lower(j) && s.at(j).class&(cPerson|cThing) != 0 && s.at(j+2).class&cNumberWord != 0 {
		j++ // "one child in five"
	}
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
