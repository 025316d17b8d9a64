package article

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// ErrNoArticle is returned for a page in which no readable text is found.
var ErrNoArticle = errors.New("no article text found; give the address of an article, not of a front page or an app")

// ErrBinary is returned for bytes that are no text, whatever their name says. It is an ErrNoArticle.
var ErrBinary = fmt.Errorf("its bytes are no text but those of an image, an archive or the like: %w", ErrNoArticle)

// Read makes an Article of a record. What the record gives stands; what it lacks is read from the page.
func Read(r Record) (*Article, error) {
	a := &Article{URL: r.URL, Source: r.Source, Title: clean(r.Title), PublishedRaw: r.PublishedRaw, PublishedFlag: r.PublishedFlag}
	if day := strings.TrimSpace(r.Published); day != "" {
		if a.Published = isoTime(day); a.Published == "" { // a day that nothing can be resolved against is kept as it is written
			a.PublishedRaw, a.PublishedFlag = day, "unread"
		}
	}
	var blocks []block
	var m *meta
	canonical := ""
	if r.HTML != "" {
		doc, err := parse(r.HTML)
		if err != nil {
			return nil, err
		}
		m = readMeta(doc)
		m.fill(a, r)
		canonical = m.canonical
		if body := doc.Find("body"); body.Length() > 0 { // a frameset has none
			blocks = readBody(body.Nodes[0], a)
		}
		if len(m.body) > 500 && keptBytes(blocks)*2 < len(m.body) { // a page that a script fills
			blocks = dataBody(m.body, blocks)
		}
	} else {
		blocks = readPlain(strings.ToValidUTF8(r.Text, "\ufffd"), a)
	}
	if a.URL == "" {
		a.URL = r.Place
	}
	if u, err := url.Parse(a.URL); err == nil && a.Source == "" {
		a.Source = strings.TrimPrefix(u.Hostname(), "www.") // nobody names the publisher
	}
	a.titleFrom(blocks)
	relay(a, blocks)
	a.elsewhere(canonical, r.URL)
	a.setText(blocks)
	if len(a.Text) > maxText {
		return nil, fmt.Errorf("%d bytes: %w", len(a.Text), ErrPageText)
	}
	switch empty := strings.TrimSpace(a.Text) == ""; {
	case m != nil && m.isGate(a.Text), empty && hasGateLine(blocks):
		return nil, ErrGate
	case empty:
		return nil, ErrNoArticle
	case isBinary(a.Text):
		return nil, ErrBinary
	}
	a.Language = spoken(a.Text, a.Language)
	return a, nil
}

// dataBody reads the article that a page holds as data, in place of what it shows.
func dataBody(body string, shown []block) []block {
	for i := range shown {
		shown[i].drop = true
	}
	if strings.Contains(body, "</p>") || strings.Contains(body, "<br") {
		if doc, err := parse(body); err == nil && doc.Find("body").Length() > 0 {
			for _, l := range survey(doc.Find("body").Nodes[0]).lines {
				shown = append(shown, block{kind: l.kind, text: l.text, header: -1})
			}
			return shown
		}
	}
	for _, p := range paragraphs(html.UnescapeString(body)) {
		shown = append(shown, block{kind: Paragraph, text: clean(p.text), header: -1})
	}
	return shown
}

// parse makes a document of a page that is within its budget. One that nests too deep is read without its structure.
func parse(page string) (*goquery.Document, error) {
	if err := weigh(page); err != nil {
		return nil, err
	}
	root, err := html.Parse(strings.NewReader(page))
	if err == nil {
		return goquery.NewDocumentFromNode(root), nil
	}
	head, _, _ := strings.Cut(page, "<body")
	if root, err = html.Parse(strings.NewReader(head)); err != nil {
		if root, err = html.Parse(strings.NewReader("")); err != nil {
			return nil, fmt.Errorf("parse page: %w", err)
		}
	}
	doc := goquery.NewDocumentFromNode(root)
	body := doc.Find("body").Nodes[0]
	for body.FirstChild != nil {
		body.RemoveChild(body.FirstChild)
	}
	flat := flatten(page)
	for c := flat.FirstChild; c != nil; c = flat.FirstChild {
		flat.RemoveChild(c)
		body.AppendChild(c)
	}
	return doc, nil
}

// titleFrom takes the heading that a page without any other title begins with.
func (a *Article) titleFrom(blocks []block) {
	for i := range blocks {
		switch b := &blocks[i]; {
		case b.drop:
		case a.Title == "" && b.kind == Heading && a.Text == "" && b.start == b.end:
			a.Title, b.drop = b.text, true
			return
		default:
			return
		}
	}
}

// A block is a piece of body text before it has its place in Text.
type block struct {
	kind   Kind
	text   string
	clock  string
	header int  // index among blocks of the table's heading row, -1 where there is none
	drop   bool // furniture: looked at for relays, left out of Text
	start  int  // of plain text that is kept as it came: its bytes
	end    int
}

// setText joins blocks, a blank line between them.
func (a *Article) setText(blocks []block) {
	if a.Text != "" { // plain text as it came
		for _, x := range blocks {
			a.Blocks = append(a.Blocks, Block{Start: x.start, End: x.end, Kind: x.kind, Header: -1})
		}
		return
	}
	var b strings.Builder
	at := make([]int, len(blocks)) // index in a.Blocks
	for i, x := range blocks {
		at[i] = -1
		if x.drop || x.text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		header := -1
		if x.kind == Row && x.header >= 0 {
			header = at[x.header]
		}
		at[i] = len(a.Blocks)
		a.Blocks = append(a.Blocks, Block{Start: b.Len(), End: b.Len() + len(x.text), Kind: x.kind, Clock: x.clock, Header: header})
		b.WriteString(x.text)
	}
	a.Text = b.String()
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

// clean collapses white space and drops what is not seen and can stand within a word: soft hyphens, zero-width spaces, marks of direction
// that could show a number backwards, tags.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < 0xAD:
		case r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r >= 0xE0000 && r <= 0xE007F:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

// mostControls is the share of control characters, one in so many runes, above which a text is none; leastControls is how many it must have.
const (
	mostControls  = 25
	leastControls = 32
)

// isBinary reports what was read from bytes that are no text.
func isBinary(text string) bool {
	runes, controls := 0, 0
	for _, r := range text {
		runes++
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			controls++
		}
	}
	return controls >= leastControls && controls*mostControls > runes
}
