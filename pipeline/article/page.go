package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page is a document read in one walk: its lines of text in order, and the block elements they stand in.
type page struct {
	lines []line
	boxes []box // boxes[0] is the body; an element comes before those inside it
	total int   // prose of the whole page
	small int   // bytes of inline furniture: on a page set in small type it marks nothing
}

// A line is a run of text with no block boundary inside: a paragraph, heading, list item, table row or bare text.
type line struct {
	text   string
	kind   Kind
	tag    atom.Atom // of the nearest block element
	box    int
	links  int    // bytes that stand in links
	strong int    // bytes in bold type
	odd    int    // bytes of inline furniture: times, small print, author names
	clock  string // of a line that is a live entry's time and no text
	head   bool   // a table row of heading cells only
	prose  int    // bytes, if the line reads like prose
}

// A box is a block element.
type box struct {
	node        *html.Node
	parent      int
	mark        mark // what its tag, class name or style says it is
	end         int  // index of the first box after those inside it
	first, last int  // its lines are page.lines[first:last]
	prose       int  // sum over its lines
	chars       int  // bytes of its lines
	out         bool // furniture itself or inside furniture
	frame       bool // a list item of several blocks
	figure      bool // a figure or inside one: only tables and quotations in it are text
}

// survey reads a page in one walk. Text of inline elements runs on; a block element ends a line.
func survey(root *html.Node) *page {
	s := &surveyor{page: &page{}}
	s.open(root, body)
	s.walk(root)
	s.close()
	return s.page
}

type surveyor struct {
	*page
	at     int // innermost open box
	buf    []byte
	line   line
	inLink int
	bold   int
	odd    int
	closed bool // an inline element has just ended, with no text after it
	term   string
	inDL   int
}

func (s *surveyor) open(n *html.Node, m mark) {
	parent := s.at
	s.at = len(s.boxes)
	s.boxes = append(s.boxes, box{node: n, parent: parent, mark: m, first: len(s.lines)})
	s.boxes[s.at].frame = n.DataAtom == atom.Li && isFrame(n)
	s.boxes[s.at].figure = n.DataAtom == atom.Figure || s.at > 0 && s.boxes[parent].figure
}

func (s *surveyor) close() {
	s.flush()
	b := &s.boxes[s.at]
	b.last, b.end = len(s.lines), len(s.boxes)
	if s.at == 0 {
		s.total = b.prose
		return
	}
	s.boxes[b.parent].prose += b.prose
	s.boxes[b.parent].chars += b.chars
	s.at = b.parent
}

func (s *surveyor) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			s.text(c.Data)
		case html.ElementNode:
			s.element(c)
		}
	}
}

func (s *surveyor) element(n *html.Node) {
	if unread[n.DataAtom] {
		return
	}
	m := markOf(n)
	if inlineTags[n.DataAtom] {
		if m != hidden {
			s.inline(n, m)
		}
		return
	}
	switch n.DataAtom {
	case atom.Br:
		s.br(n)
		return
	case atom.Hr:
		s.flush()
		return
	}
	s.flush()
	s.open(n, m)
	switch n.DataAtom {
	case atom.Table:
		if isLayout(n) {
			s.walk(n)
		} else {
			s.table(n)
		}
	case atom.Pre, atom.Xmp, atom.Listing, atom.Plaintext:
		s.pre(n)
	case atom.Dl:
		s.inDL++
		s.walk(n)
		s.endTerm()
		s.inDL--
	case atom.Dt, atom.Dd:
		s.definition(n)
	default:
		s.walk(n)
	}
	s.close()
}

// flush ends the line that is being read.
func (s *surveyor) flush() {
	text := clean(string(s.buf))
	l := s.line
	s.buf, s.line, s.closed = s.buf[:0], line{}, false
	if text == "" {
		return
	}
	n := s.boxes[s.at].node
	l.text, l.tag, l.box = text, n.DataAtom, s.at
	l.kind = s.kindOf(n, &l)
	if l.clock != "" && l.odd < len(text) {
		l.clock = ""
	}
	if c := wholeClock(text); c != "" {
		l.clock = c
	}
	if l.strong >= 4 && l.strong <= 14 && l.clock == "" {
		if c, rest := leadingClock(text); c != "" {
			s.put(line{text: text[:len(text)-len(rest)], tag: l.tag, box: s.at, kind: Paragraph, clock: c})
			text, l.text = rest, rest
		}
	}
	if l.kind == Item {
		l.text = strings.TrimSpace(text[bulletRun(text):])
	}
	s.put(l)
}

func (s *surveyor) put(l line) {
	if l.text == "" {
		return
	}
	l.prose = proseOf(&l)
	s.boxes[s.at].prose += l.prose
	s.boxes[s.at].chars += len(l.text)
	s.small += l.odd
	s.lines = append(s.lines, l)
}

// proseOf weighs how much a line reads like the prose of an article: not links, names and labels.
func proseOf(l *line) int {
	k := len(l.text)
	switch {
	case k < 25 || l.links*2 > k || l.odd*2 > k || l.kind == Heading || l.kind == Row || l.clock != "":
		return 0
	case !endsLikeProse(l.text) && k < 100:
		return k / 4
	}
	return k - l.links
}

func (s *surveyor) kindOf(n *html.Node, l *line) Kind {
	switch {
	case headings[n.DataAtom]:
		return Heading
	case bulletRun(l.text) > 0:
		return Item
	case n.DataAtom == atom.Li || n.DataAtom == atom.Dd:
		if !s.boxes[s.at].frame {
			return Item
		}
	case n.DataAtom == atom.P || n.DataAtom == atom.Div:
		if p := &s.boxes[s.boxes[s.at].parent]; p.node.DataAtom == atom.Li && !p.frame {
			return Item
		}
	case n.DataAtom == atom.Summary:
		return Heading
	}
	if l.strong*10 >= len(l.text)*9 && len(l.text) < 120 && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ",") {
		return Heading
	}
	return Paragraph
}

// isFrame reports whether a list item is a frame of several blocks and not a line of a list.
func isFrame(li *html.Node) bool {
	blocks := 0
	for c := li.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			switch {
			case headings[c.DataAtom] || c.DataAtom == atom.Time || c.DataAtom == atom.Article:
				return true
			case c.DataAtom == atom.P || c.DataAtom == atom.Div || c.DataAtom == atom.Section:
				if blocks++; blocks > 1 {
					return true
				}
			}
		}
	}
	return false
}

// pre reads preformatted text, which old wire pages use for whole stories: paragraphs at blank lines.
func (s *surveyor) pre(n *html.Node) {
	for _, p := range paragraphs(raw(n)) {
		s.buf = append(s.buf, p.text...)
		s.flush()
	}
}

// definition reads a term or its definition; a short pair is a row "term | definition", like that of a table.
func (s *surveyor) definition(n *html.Node) {
	if s.inDL == 0 {
		s.walk(n)
		return
	}
	if n.DataAtom == atom.Dt {
		s.endTerm()
		s.term = flat(n)
		return
	}
	t := flat(n)
	if s.term != "" && t != "" && len(s.term) < 60 && len(t) < 60 {
		s.put(line{text: s.term + " | " + t, kind: Row, tag: n.DataAtom, box: s.at})
		s.term = ""
		return
	}
	s.endTerm()
	s.walk(n)
}

func (s *surveyor) endTerm() {
	if s.term != "" {
		s.put(line{text: s.term, kind: Heading, tag: atom.Dt, box: s.at})
		s.term = ""
	}
}

// flat is the text of a cell: a space between its blocks.
func flat(n *html.Node) string {
	s := &surveyor{page: &page{}}
	s.open(n, nothing)
	s.walk(n)
	s.flush()
	var parts []string
	for _, l := range s.lines {
		parts = append(parts, l.text)
	}
	return strings.Join(parts, " ")
}

var (
	inlineTags = tags(atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Blink, atom.Cite, atom.Code, atom.Data, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd,
		atom.Mark, atom.Nobr, atom.Q, atom.Ruby, atom.Rb, atom.Samp, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr)
	boldTags = tags(atom.B, atom.Strong)
	headings = tags(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)
	// unread elements hold no text of the page: code, controls, media, pronunciation marks, and words struck out.
	unread = tags(atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Noframes, atom.Noembed, atom.Head, atom.Title, atom.Button, atom.Select, atom.Option, atom.Textarea, atom.Input, atom.Label,
		atom.Iframe, atom.Object, atom.Embed, atom.Applet, atom.Svg, atom.Math, atom.Canvas, atom.Video, atom.Audio, atom.Map, atom.Img, atom.Picture, atom.Datalist, atom.Progress, atom.Meter,
		atom.Rt, atom.Rp, atom.Del, atom.S, atom.Strike, atom.Marquee)
)

func tags(as ...atom.Atom) map[atom.Atom]bool {
	out := map[atom.Atom]bool{}
	for _, a := range as {
		out[a] = true
	}
	return out
}

// raw is all text below n.
func raw(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			} else {
				visit(c)
				b.WriteByte(' ')
			}
		}
	}
	visit(n)
	return b.String()
}

// endsLikeProse reports whether a line ends with a full stop, question mark or the like, closing quotation marks aside.
func endsLikeProse(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, "”’\"'»«)]“‘」』）"))
	switch r {
	case '.', '?', '!', '…', '。', '！', '？', '।', '؟', '۔':
		return true
	}
	return false
}
