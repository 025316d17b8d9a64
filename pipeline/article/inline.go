package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inline reads an element that does not break a line.
func (s *surveyor) inline(n *html.Node, m mark) {
	link, bold, odd := n.DataAtom == atom.A, boldTags[n.DataAtom], m == furniture || m == hard || n.DataAtom == atom.Time || n.DataAtom == atom.Small
	if link {
		s.inLink++
	}
	if bold {
		s.bold++
	}
	if odd {
		s.odd++
	}
	if n.DataAtom == atom.Time || odd {
		if c := entryClock(n); c != "" && len(s.buf) == 0 {
			s.line.clock = c
		}
	}
	if n.DataAtom == atom.Sup || n.DataAtom == atom.Sub {
		s.raised(n)
	} else {
		if s.closed && len(s.buf) > 0 { // <span>12</span><span>34</span>
			if t := firstText(n); t != "" && touching(s.buf, t) {
				s.buf = append(s.buf, ' ')
			}
		}
		s.walk(n)
	}
	s.closed = true
	if link {
		s.inLink--
	}
	if bold {
		s.bold--
	}
	if odd {
		s.odd--
	}
}

// touching reports whether a number would join what stands before it or after it.
func touching(before []byte, after string) bool {
	a, _ := utf8.DecodeLastRune(before)
	b, _ := utf8.DecodeRuneInString(after)
	word := func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) }
	return word(a) && word(b) && (unicode.IsDigit(a) || unicode.IsDigit(b))
}

// firstText is the first text node below n.
func firstText(n *html.Node) string {
	for n != nil && n.Type == html.ElementNode {
		n = n.FirstChild
	}
	if n != nil && n.Type == html.TextNode {
		return n.Data
	}
	return ""
}

// raised reads a superscript or subscript: an ordinal's letters and a formula's digits belong to their word, a unit's power has a sign of its own,
// a note's mark is no text, and nothing else may join a number.
func (s *surveyor) raised(n *html.Node) {
	t := strings.TrimSpace(raw(n))
	last, _ := utf8.DecodeLastRune(s.buf)
	switch {
	case t == "" || strings.HasPrefix(t, "["), n.FirstChild != nil && n.FirstChild.DataAtom == atom.A && len(t) <= 3:
	case n.DataAtom == atom.Sub && unicode.IsLetter(last), unicode.IsDigit(last) && ordinalEnds[strings.ToLower(t)]:
		s.text(t)
	case unicode.IsLetter(last) && t == "2":
		s.text("²")
	case unicode.IsLetter(last) && t == "3":
		s.text("³")
	default:
		s.text(" " + t + " ")
	}
}

var ordinalEnds = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "er": true, "e": true, "º": true, "ª": true}

func (s *surveyor) text(t string) {
	if t == "" {
		return
	}
	s.closed = false
	s.buf = append(s.buf, t...)
	if s.inLink+s.bold+s.odd > 0 {
		k := len(strings.TrimSpace(t))
		if s.inLink > 0 {
			s.line.links += k
		}
		if s.bold > 0 {
			s.line.strong += k
		}
		if s.odd > 0 {
			s.line.odd += k
		}
	}
}

// br ends the line where two stand together, where the next line is indented or a list item, and after a line in bold; else it is a space.
func (s *surveyor) br(n *html.Node) {
	next := n.NextSibling
	for next != nil && (next.Type == html.CommentNode || next.Type == html.TextNode && strings.Trim(next.Data, " \t\r\n\u00a0") == "") {
		next = next.NextSibling
	}
	ends := next == nil || next.DataAtom == atom.Br
	if t := firstText(next); t != "" {
		t = strings.TrimLeft(t, " \t\r\n")
		ends = ends || strings.HasPrefix(t, "\u00a0\u00a0") || strings.HasPrefix(t, "\u3000") || bulletRun(t) > 0
	}
	if k := len(strings.TrimSpace(string(s.buf))); k > 0 && (s.line.strong >= k || bulletRun(strings.TrimSpace(string(s.buf[:min(len(s.buf), 16)]))) > 0) {
		ends = true
	}
	if ends {
		s.flush()
	} else {
		s.buf = append(s.buf, ' ')
	}
}
