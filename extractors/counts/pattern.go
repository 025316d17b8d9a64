package counts

import (
	"fmt"
	"strings"
)

// A pattern is what stands around a number: "aged #", "PERSON-NAME , # ,".
//
// It is written in literal words, classes (upper case), alternatives (a|b), optional elements (a?), ".." for up to six words of the
// same clause, ^ and $ for the ends of the sentence. # is the number with its bound words; #d only digits that may be a
// name, #w only words, #s only up to ten, #e only where nothing counted follows.
type pattern struct {
	left, right []element // left is read from the number outwards
	number      byte
}

type element struct {
	words    []string
	classes  class
	special  func(s *scanner, i int) bool
	optional bool
	gap      bool
	edge     bool
}

// maxGap is the most words that ".." stands for.
const maxGap = 6

// specials are the classes that a function tells.
var specials = map[string]func(s *scanner, i int) bool{
	"NOUN":   func(s *scanner, i int) bool { return s.isNoun(i) },
	"VERB":   func(s *scanner, i int) bool { return strings.HasPrefix(s.tag(i), "VB") },
	"VBG":    func(s *scanner, i int) bool { return s.tag(i) == "VBG" },
	"MANY":   func(s *scanner, i int) bool { return s.isPlural(i) },
	"ADVERB": func(s *scanner, i int) bool { return s.tag(i) == "RB" },
}

func compilePattern(text string) pattern {
	var p pattern
	before := true
	for _, f := range strings.Fields(text) {
		if f[0] == '#' && f != "#-" && len(f) <= 2 {
			before = false
			if len(f) == 2 {
				p.number = f[1]
			}
			continue
		}
		e := compileElement(text, f)
		if before {
			p.left = append([]element{e}, p.left...)
		} else {
			p.right = append(p.right, e)
		}
	}
	if before {
		panic(fmt.Sprintf("pattern %q has no #", text))
	}
	return p
}

func compileElement(text, f string) element {
	var e element
	if len(f) > 1 && strings.HasSuffix(f, "?") {
		e.optional, f = true, f[:len(f)-1]
	}
	switch f {
	case "..":
		e.gap = true
		return e
	case "^", "$":
		e.edge = true
		return e
	}
	for _, a := range strings.Split(f, "|") {
		c, special := classNames[strings.ToLower(a)], specials[a]
		switch {
		case a != strings.ToUpper(a) || a == strings.ToLower(a):
			e.words = append(e.words, a)
		case special != nil:
			e.special = special
		case c != 0:
			e.classes |= c
		default:
			panic(fmt.Sprintf("pattern %q: no class %q", text, a))
		}
	}
	return e
}

// matches reports whether the pattern stands around quantity q.
func (p *pattern) matches(s *scanner, q *quantity) bool {
	switch p.number {
	case 'd':
		if !q.plain || !q.single() {
			return false
		}
	case 'w':
		if !q.spelled {
			return false
		}
	case 's':
		if q.lo > 10 || !q.single() || q.none {
			return false
		}
	case 'e':
		if q.unitName != "" {
			return false
		}
	}
	return s.side(p.right, q.to, 1) && s.side(p.left, q.from-1, -1)
}

// side matches elements from token i outwards.
func (s *scanner) side(es []element, i, step int) bool {
	if len(es) == 0 {
		return true
	}
	e := &es[0]
	if e.gap {
		for n := 0; n <= maxGap; n++ {
			if s.side(es[1:], i, step) {
				return true
			}
			if i < 0 || i >= len(s.toks) || s.words[i].class&cStop != 0 && s.toks[i].Lower != "," {
				return false
			}
			i += step
		}
		return false
	}
	if e.fits(s, i) && (e.edge || s.side(es[1:], i+step, step)) {
		return true
	}
	return e.optional && s.side(es[1:], i, step)
}

func (e *element) fits(s *scanner, i int) bool {
	if e.edge {
		return i < 0 || i >= len(s.toks) || s.words[i].class&(cStop|cQuote) != 0 && (i == len(s.toks)-1 || i == 0)
	}
	if i < 0 || i >= len(s.toks) {
		return false
	}
	if s.words[i].class&e.classes != 0 || e.special != nil && e.special(s, i) {
		return true
	}
	for _, w := range e.words {
		if s.toks[i].Lower == w {
			return true
		}
	}
	return false
}
