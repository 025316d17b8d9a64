package counts

import (
	"math"
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
