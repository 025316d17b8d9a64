package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readBody finds the element that holds the article and reads its blocks in one walk.
func readBody(doc *goquery.Document, a *Article) []block {
	body := doc.Find("body")
	if body.Length() == 0 {
		return nil
	}
	w := &walker{weight: map[*html.Node]int{}, seen: map[string]bool{}, held: map[*html.Node]bool{}}
	root := body.Nodes[0]
	w.hold(root)
	w.weigh(root, false)
	main := w.descend(root)
	w.title = fold(a.Title)
	w.before(root, main)
	w.blockEnd()
	w.walk(main)
	w.blockEnd()
	return trim(w.blocks, a)
}

// A walker collects blocks. Text of inline elements runs on; a block element ends a block.
type walker struct {
	weight map[*html.Node]int // bytes of prose below a node that is no furniture
	blocks []block
	line   strings.Builder
	links  int // bytes of line that stand in links
	inLink int // depth of links that are open
	kind   Kind
	clock  string
	title  string
	seen   map[string]bool     // paragraphs so far, to drop pull quotes that repeat
	held   map[*html.Node]bool // elements that hold most of the page's prose: no class name makes them furniture
}

// hold marks the elements that hold more than two fifths of the page's prose. Broken markup puts whole articles into elements that
// are named for a menu or a rail.
func (w *walker) hold(root *html.Node) {
	share := map[*html.Node]int{}
	var sum func(n *html.Node) int
	sum = func(n *html.Node) int {
		switch n.Type {
		case html.TextNode:
			if t := strings.TrimSpace(n.Data); len(t) >= 40 {
				return len(t)
			}
			return 0
		case html.ElementNode:
			if furnitureTags[n.DataAtom] && n.DataAtom != atom.Aside && n.DataAtom != atom.Form || n.DataAtom == atom.A {
				return 0
			}
		}
		total := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			total += sum(c)
		}
		share[n] = total
		return total
	}
	all := sum(root)
	for n, x := range share {
		if x*5 > all*2 {
			w.held[n] = true
		}
	}
}

func (w *walker) furniture(n *html.Node) bool { return !w.held[n] && furniture(n) }

// weigh sums the prose below n: text blocks of some length that are not mostly links.
func (w *walker) weigh(n *html.Node, inLink bool) (prose, link int) {
	switch n.Type {
	case html.TextNode:
		k := len(strings.TrimSpace(n.Data))
		if inLink {
			return 0, k
		}
		return k, 0
	case html.ElementNode:
		if w.furniture(n) {
			return 0, 0
		}
	}
	inLink = inLink || n.DataAtom == atom.A
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p, l := w.weigh(c, inLink)
		prose, link = prose+p, link+l
	}
	if n.Type == html.ElementNode && blockTags[n.DataAtom] && !containerTags[n.DataAtom] && (prose+link < 25 || link > prose) {
		prose = 0 // a short line or a list of links says nothing of where the article is
	}
	w.weight[n] = prose
	return prose, link
}

// descend goes from the page to the smallest element that holds most of its prose.
func (w *walker) descend(n *html.Node) *html.Node {
	for {
		var best *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && (best == nil || w.weight[c] > w.weight[best]) {
				best = c
			}
		}
		if best == nil || w.weight[best]*100 < w.weight[n]*72 || !containerTags[best.DataAtom] {
			return n
		}
		n = best
	}
}

// before reads what stands between the page's title and the main element: the standfirst.
func (w *walker) before(root, main *html.Node) {
	started := false
	var visit func(n *html.Node) bool
	visit = func(n *html.Node) bool {
		if n == main {
			return false
		}
		if n.Type == html.ElementNode {
			if n.DataAtom == atom.H1 {
				started = true
				return true
			}
			lead := isStandfirst(n)
			if w.furniture(n) && !lead {
				return true
			}
			if (lead || started && n.DataAtom == atom.P && !contains(n, main)) && !contains(n, main) {
				if t := clean(inner(n)); utf8.RuneCountInString(t) >= 25 && (lead || endsLikeProse(t)) && !isCue(t) {
					w.add(block{kind: Standfirst, text: t, header: -1})
				}
				return true
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !visit(c) {
				return false
			}
		}
		return true
	}
	visit(root)
}

func contains(n, inner *html.Node) bool {
	for p := inner; p != nil; p = p.Parent {
		if p == n {
			return true
		}
	}
	return false
}

func endsLikeProse(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, "”’\"')"))
	return r == '.' || r == '?' || r == '!' || r == '…'
}

// inner is the text of one element, furniture left out.
func inner(n *html.Node) string {
	w := &walker{}
	w.inline(n)
	return w.line.String()
}

// inline writes the text below n without regard to blocks, a space between them.
func (w *walker) inline(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if furniture(n) && !isStandfirst(n) {
			return
		}
		if blockTags[n.DataAtom] || n.DataAtom == atom.Br || n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			w.line.WriteByte(' ')
		}
		w.apart(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.inline(c)
	}
	if n.Type == html.ElementNode && blockTags[n.DataAtom] {
		w.line.WriteByte(' ')
	}
}

// apart puts a space before a superscript, so that a footnote mark or power never joins a number.
func (w *walker) apart(n *html.Node) {
	if n.DataAtom == atom.Sup || n.DataAtom == atom.Sub {
		w.line.WriteByte(' ')
	}
}

func (w *walker) text(s string) {
	w.line.WriteString(s)
	if w.inLink > 0 {
		w.links += len(strings.TrimSpace(s))
	}
}

// walk reads the blocks below n.
func (w *walker) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data)
		case html.ElementNode:
			w.element(c)
		}
	}
}

func (w *walker) element(n *html.Node) {
	if w.furniture(n) && !isStandfirst(n) {
		if entryClock(n) != "" {
			w.blockEnd()
			w.clock = entryClock(n)
		} else if blockTags[n.DataAtom] || n.DataAtom == atom.Figure {
			w.blockEnd()
		}
		return
	}
	switch n.DataAtom {
	case atom.Br:
		if isBr(next(n)) {
			w.blockEnd()
		} else {
			w.line.WriteByte(' ')
		}
		return
	case atom.Table:
		w.blockEnd()
		if isLayout(n) {
			w.walk(n)
		} else {
			w.table(n)
		}
		w.blockEnd()
		return
	case atom.Hr:
		w.blockEnd()
		return
	}
	if !blockTags[n.DataAtom] && !containerTags[n.DataAtom] {
		w.apart(n)
		if n.DataAtom == atom.A {
			w.inLink++
			defer func() { w.inLink-- }()
		}
		w.walk(n)
		return
	}
	w.blockEnd()
	old, clock := w.kind, w.clock
	switch {
	case isStandfirst(n):
		w.kind = Standfirst
	case n.DataAtom >= atom.H1 && heading[n.DataAtom]:
		w.kind = Heading
	case n.DataAtom == atom.Li || n.DataAtom == atom.Dd || n.DataAtom == atom.Dt:
		w.kind = Item
		if hasBlocks(n) {
			w.kind = ""
		}
	}
	w.walk(n)
	w.blockEnd()
	w.kind = old
	if n.DataAtom == atom.Li || n.DataAtom == atom.Article {
		w.clock = clock
	}
}

func next(n *html.Node) *html.Node {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return c
		}
	}
	return nil
}

func isBr(n *html.Node) bool { return n != nil && n.DataAtom == atom.Br }

// hasBlocks reports whether a list item is a frame of paragraphs and not a line of a list.
func hasBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.DataAtom == atom.P || c.DataAtom == atom.Div || heading[c.DataAtom]) {
			return true
		}
	}
	return false
}

// isLayout reports whether a table is a frame for the page and not a table of figures.
func isLayout(n *html.Node) bool {
	layout := false
	var visit func(*html.Node)
	visit = func(c *html.Node) {
		if c.Type == html.ElementNode && (c.DataAtom == atom.P || c.DataAtom == atom.Div || heading[c.DataAtom] || c.DataAtom == atom.Table && c != n) {
			layout = true
		}
		for k := c.FirstChild; k != nil && !layout; k = k.NextSibling {
			visit(k)
		}
	}
	visit(n)
	return layout
}

// table reads rows, cells joined by " | ".
func (w *walker) table(n *html.Node) {
	header := -1
	var visit func(*html.Node)
	visit = func(c *html.Node) {
		if c.Type == html.ElementNode {
			if c.DataAtom == atom.Caption || furniture(c) {
				return
			}
			if c.DataAtom == atom.Tr {
				cells, heads := cellsOf(c)
				if text := strings.Join(cells, " | "); text != "" {
					w.add(block{kind: Row, text: text, clock: w.clock, header: header})
					if heads == len(cells) && len(cells) > 1 && header < 0 {
						header = len(w.blocks) - 1
					}
				}
				return
			}
		}
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			visit(k)
		}
	}
	visit(n)
}

func cellsOf(tr *html.Node) (cells []string, heads int) {
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.DataAtom == atom.Td || c.DataAtom == atom.Th) {
			if t := clean(inner(c)); t != "" {
				cells = append(cells, t)
				if c.DataAtom == atom.Th {
					heads++
				}
			}
		}
	}
	return cells, heads
}

// blockEnd ends the block that is being read.
func (w *walker) blockEnd() {
	text := clean(w.line.String())
	links := w.links
	w.line.Reset()
	w.links = 0
	if text == "" {
		return
	}
	k := w.kind
	if k == "" {
		k = Paragraph
	}
	// A line that is mostly links leads to other pages.
	w.add(block{kind: k, text: text, clock: w.clock, header: -1, drop: links*2 > len(text) && (!endsLikeProse(text) || k == Item) && len(text) < 250})
}

func (w *walker) add(b block) {
	key := fold(b.text)
	switch {
	case key == w.title && w.title != "", key == "", w.repeats(b, key):
		return
	case isCue(b.text):
		b.drop = true
	}
	w.seen[key] = true
	w.blocks = append(w.blocks, b)
}

// repeats reports whether a block stood before, as pull quotes and double printings do.
func (w *walker) repeats(b block, key string) bool {
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	return b.kind != Row && len(key) > 30 && w.seen[key]
}

// fold is a text's letters and digits alone, for comparison.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var clockRE = regexp.MustCompile(`^\d{1,2}[:.]\d\d$`)

// entryClock is the time of day that a live entry's time element gives, "" for any other element.
func entryClock(n *html.Node) string {
	if n.DataAtom != atom.Time {
		return ""
	}
	t := clean(raw(n))
	if clockRE.MatchString(t) {
		return strings.Replace(t, ".", ":", 1)
	}
	return ""
}

// raw is all text below n.
func raw(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(raw(c))
		b.WriteByte(' ')
	}
	return b.String()
}

// trim drops the furniture that only its place tells: what follows the first end cue, and lines at the head that repeat title,
// byline or date.
func trim(blocks []block, a *Article) []block {
	by := map[string]bool{}
	for _, x := range a.Byline {
		by[fold(x)] = true
	}
	for i := range blocks {
		b := &blocks[i]
		if f := fold(strings.TrimPrefix(strings.TrimPrefix(b.text, "By "), "by ")); i < 6 && by[f] {
			b.drop = true
		}
	}
	for i := range blocks[:firstProse(blocks)] { // kickers, bylines and dates before the first sentence
		b := &blocks[i]
		low := strings.ToLower(b.text)
		if b.kind != Row && b.kind != Standfirst && b.kind != Heading && !endsLikeProse(b.text) && (len(strings.Fields(b.text)) <= 3 || len(b.text) < 100 && (strings.HasPrefix(low, "by ") || strings.Contains(low, "posted") || strings.Contains(low, "published") || strings.Contains(low, "updated") || dateOnly.MatchString(b.text))) {
			b.drop = true
		}
	}
	for i := len(blocks) - 1; i >= 0 && (blocks[i].drop || blocks[i].kind == Heading); i-- {
		blocks[i].drop = true
	}
	return blocks
}

var blockTags = tags(atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Section, atom.Article,
	atom.Main, atom.Header, atom.Dl, atom.Dt, atom.Dd, atom.Pre, atom.Td, atom.Th, atom.Tr, atom.Table, atom.Tbody, atom.Center, atom.Address, atom.Details, atom.Summary, atom.Body)

var containerTags = tags(atom.Div, atom.Section, atom.Article, atom.Main, atom.Body, atom.Td, atom.Tr, atom.Table, atom.Tbody, atom.Center, atom.Ol, atom.Ul, atom.Span, atom.Font, 0)

var heading = tags(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)

func tags(as ...atom.Atom) map[atom.Atom]bool {
	out := map[atom.Atom]bool{}
	for _, a := range as {
		out[a] = true
	}
	return out
}
