package dates

import (
	"fmt"
	"math/bits"
	"strings"

	"crosstally/extractors"
)

// maxElements is the most elements of a pattern.
const maxElements = 12

// A pattern is a sequence of elements over the tokens of one sentence.
//
// "WEEKDAY ,? the? DAY|ORD of? MONTH" is written in classes (upper case), literal words, alternatives and optional elements.
// # is a number phrase ("two and a half", "3-5"), YEARWORDS a year in words, HOLIDAY a holiday's name.
// A name before a colon labels the element for read; else its first alternative is the label.
type pattern struct {
	rule     *rule
	elements []element
}

type element struct {
	label    string
	classes  class
	literals []int32
	special  func(s *scanner, i int) int // number of tokens taken at i, 0 for none
	optional bool
}

// A match is one pattern found in a sentence.
type match struct {
	*scanner
	p        *pattern
	at       [maxElements]int // first token of each element, -1 where left out
	from, to int
}

func compile(r *rule, text string) *pattern {
	p := &pattern{rule: r}
	for _, f := range strings.Fields(text) {
		var e element
		if label, rest, ok := strings.Cut(f, ":"); ok && label != "" && rest != "" {
			e.label, f = label, rest
		}
		if len(f) > 1 && strings.HasSuffix(f, "?") {
			e.optional, f = true, f[:len(f)-1]
		}
		for _, alt := range strings.Split(f, "|") {
			e.add(r, alt)
		}
		p.elements = append(p.elements, e)
	}
	if len(p.elements) > maxElements || p.elements[0].optional {
		panic(fmt.Sprintf("dates rule %s: pattern %q: %d elements, the first must not be optional", r.name, text, len(p.elements)))
	}
	return p
}

func (e *element) add(r *rule, alt string) {
	if e.label == "" {
		e.label = alt
	}
	switch c, ok := classNames[alt]; {
	case alt == "#":
		e.special, e.classes = (*scanner).numberAt, e.classes|cCard
	case alt == "YEARWORDS":
		e.special, e.classes = (*scanner).yearWordsAt, e.classes|cSpelledYear
	case alt == "HOLIDAY":
		e.special, e.classes = (*scanner).holidayAt, e.classes|cHoliday
	case ok:
		e.classes |= c
	case alt == strings.ToUpper(alt) && alt != strings.ToLower(alt):
		panic(fmt.Sprintf("dates rule %s: no class %q", r.name, alt))
	default:
		e.literals = append(e.literals, vocab.literal(alt))
	}
}

// accepts returns how many tokens e takes at i.
func (e *element) accepts(s *scanner, i int) int {
	if i >= len(s.words) {
		return 0
	}
	w := &s.words[i]
	if e.special != nil {
		if w.classes&e.classes == 0 {
			return 0
		}
		return e.special(s, i)
	}
	if w.classes&e.classes != 0 {
		return 1
	}
	if w.literal != 0 {
		for _, l := range e.literals {
			if l == w.literal {
				return 1
			}
		}
	}
	return 0
}

// matchFrom tries elements k and later at token i, optional ones taken first, and returns where the match ends, or -1.
func (m *match) matchFrom(k, i int) int {
	if k == len(m.p.elements) {
		return i
	}
	e := &m.p.elements[k]
	if n := e.accepts(m.scanner, i); n > 0 {
		m.at[k] = i
		if end := m.matchFrom(k+1, i+n); end >= 0 {
			return end
		}
	}
	if e.optional {
		m.at[k] = -1
		return m.matchFrom(k+1, i)
	}
	return -1
}

// index returns the token that the element with this label begins at, -1 for none.
func (m *match) index(label string) int {
	for k := range m.p.elements {
		if m.p.elements[k].label == label && m.at[k] >= 0 {
			return m.at[k]
		}
	}
	return -1
}

// has reports whether the element was found.
func (m *match) has(label string) bool { return m.index(label) >= 0 }

// val returns the value of the word at a label, 0 for none.
func (m *match) val(label string) int {
	if i := m.index(label); i >= 0 {
		return m.words[i].value
	}
	return 0
}

// lower returns the word at a label.
func (m *match) lower(label string) string {
	if i := m.index(label); i >= 0 {
		return m.toks[i].Lower
	}
	return ""
}

// num returns the number phrase at a label.
func (m *match) num(label string) float64 {
	i := m.index(label)
	if i < 0 {
		return 0
	}
	_, n := m.parseNumber(i)
	return n
}

func (m *match) unit(label string) unit {
	if i := m.index(label); i >= 0 {
		return m.words[i].unit()
	}
	return noUnit
}

// expand writes a pattern whose first element is optional as two, so that each begins with what it must have.
func expand(text string) []string {
	first, rest, _ := strings.Cut(text, " ")
	if len(first) > 1 && strings.HasSuffix(first, "?") {
		return append([]string{first[:len(first)-1] + " " + rest}, expand(rest)...)
	}
	return []string{text}
}

// An index finds the patterns that can begin at a token: by class bit and by literal.
type ruleIndex struct {
	byClass   [64][]*pattern
	byLiteral [][]*pattern
	any       class // classes that begin some pattern
}

func newIndex(rules []rule) *ruleIndex {
	x := &ruleIndex{}
	var all []*pattern
	for i := range rules {
		for _, text := range rules[i].patterns {
			for _, t := range expand(text) {
				all = append(all, compile(&rules[i], t))
			}
		}
	}
	x.byLiteral = make([][]*pattern, vocab.literals+1)
	for _, p := range all {
		first := p.elements[0]
		for c := first.classes; c != 0; c &= c - 1 {
			b := bits.TrailingZeros64(uint64(c))
			x.byClass[b] = append(x.byClass[b], p)
		}
		x.any |= first.classes
		for _, l := range first.literals {
			x.byLiteral[l] = append(x.byLiteral[l], p)
		}
	}
	return x
}

// A scanner reads one sentence.
type scanner struct {
	index *ruleIndex
	sent  *extractors.Sentence
	toks  []extractors.Token
	words []word
	m     match
}

// longest returns the expression of the longest match that begins at i; of equal ones the earlier rule's.
func (s *scanner) longest(i int) (best found, ok bool) {
	w := &s.words[i]
	for c := w.classes & s.index.any; c != 0; c &= c - 1 {
		s.try(s.index.byClass[bits.TrailingZeros64(uint64(c))], i, &best)
	}
	if w.literal != 0 {
		s.try(s.index.byLiteral[w.literal], i, &best)
	}
	return best, best.to > i
}

func (s *scanner) try(ps []*pattern, i int, best *found) {
	for _, p := range ps {
		m := &s.m
		m.scanner, m.p, m.from = s, p, i
		m.to = m.matchFrom(0, i)
		m.dropJoints()
		if m.to < 0 || m.to < best.to || m.to == best.to && !(p.rule.order < best.rule.order) {
			continue
		}
		if e, ok := p.rule.read(m); ok {
			*best = found{from: m.from, to: m.to, rule: p.rule, expr: e}
		}
	}
}

// dropJoints leaves out optional commas and prepositions at the end, which led to nothing.
func (m *match) dropJoints() {
	if m.to < 0 {
		return
	}
	for k := len(m.p.elements) - 1; k > 0; k-- {
		e := &m.p.elements[k]
		switch {
		case m.at[k] < 0:
			continue
		case !e.optional || e.classes != 0 || m.at[k] != m.to-1 || e.label != "," && e.label != "of":
			return
		}
		m.to, m.at[k] = m.at[k], -1
	}
}

// before returns the lower-case token n places before the match, "" outside the sentence.
func (m *match) before(n int) string { return m.lowerAt(m.from - n) }

// after returns the lower-case token n places after the match, 1 the next.
func (m *match) after(n int) string { return m.lowerAt(m.to + n - 1) }

func (s *scanner) lowerAt(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Lower
}

func (s *scanner) tagAt(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Tag
}

func (s *scanner) capitalAt(i int) bool {
	return i >= 0 && i < len(s.toks) && capital(s.toks[i].Text)
}
