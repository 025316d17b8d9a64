package article

import (
	"errors"
	"fmt"
	"hash/maphash"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ErrBudget is what every refusal of a hostile page wraps. A parse cannot be stopped once it runs, so a page is weighed before.
var ErrBudget = errors.New("page over budget")

// The budgets a page can break. Each keeps a page under 2 s and 256 MB.
var (
	ErrPageBytes      = fmt.Errorf("%w: more than 5 MB of HTML; save the article's own page or its print version instead", ErrBudget)
	ErrPageNodes      = fmt.Errorf("%w: its markup would grow to more than 300,000 nodes; give the article as plain text instead", ErrBudget)
	ErrPageText       = fmt.Errorf("%w: more than 500,000 bytes of text, a book's worth; give its articles one by one", ErrBudget)
	ErrPageAttributes = fmt.Errorf("%w: more than 2,000 attributes on one tag; give the article as plain text instead", ErrBudget)
)

const (
	maxBytes      = 5 << 20
	maxNodes      = 300_000 // of about 500 bytes with all that is noted of them; real pages have up to 50,000
	maxAttributes = 2_000
	maxText       = 500_000
)

// weigh counts what parsing a page would make of it, in one pass of the tokenizer: elements, texts, and the copies of unclosed formatting elements
// that a parser opens again in each block ("<b 1><b 2>…<p>x<p>x…" makes millions of nodes of a few kilobytes).
func weigh(page string) error {
	if len(page) > maxBytes {
		return fmt.Errorf("%d bytes: %w", len(page), ErrPageBytes)
	}
	z := html.NewTokenizer(strings.NewReader(page))
	w := weight{seed: maphash.MakeSeed()}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.TextToken:
			w.content(1)
		case html.CommentToken:
			w.nodes++
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := w.start(z); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(atom.Lookup(name))
		}
		if w.nodes > maxNodes {
			return ErrPageNodes
		}
	}
}

type weight struct {
	nodes  int
	root   int          // attributes of html and body tags, which are merged into one
	open   []formatting // formatting elements that are not closed, as the parser lists them
	reopen bool         // the next content opens them again
	seed   maphash.Seed
}

type formatting struct {
	tag  atom.Atom // 0 is a marker: a table cell keeps what is inside to itself
	hash uint64
}

var formattingTags = tags(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U)

func (w *weight) content(n int) {
	w.nodes += n
	if w.reopen {
		for i := len(w.open) - 1; i >= 0 && w.open[i].tag != 0; i-- {
			w.nodes++
		}
		w.reopen = false
	}
}

func (w *weight) start(z *html.Tokenizer) error {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	var h maphash.Hash
	h.SetSeed(w.seed)
	format := formattingTags[tag]
	attributes := 0
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		attributes++
		if format {
			h.Write(k)
			h.WriteByte('=')
			h.Write(v)
		}
		if attributes > maxAttributes {
			return ErrPageAttributes
		}
	}
	switch {
	case tag == atom.Html || tag == atom.Body:
		if w.root += attributes; w.root > maxAttributes {
			return ErrPageAttributes
		}
	case format:
		w.content(1)
		w.push(formatting{tag, h.Sum64()})
	case tag == atom.Td || tag == atom.Th || tag == atom.Caption:
		w.nodes++
		w.open = append(w.open, formatting{})
	case inlineTags[tag]:
		w.content(1)
	default:
		w.nodes++
		w.reopen = true
	}
	return nil
}

// push adds a formatting element; of three like it the first goes, as the parser has it.
func (w *weight) push(f formatting) {
	same, first := 0, 0
	for i := len(w.open) - 1; i >= 0 && w.open[i].tag != 0 && len(w.open)-i < 600; i-- {
		if w.open[i] == f {
			same++
			first = i
		}
	}
	if same >= 3 {
		w.open = append(w.open[:first], w.open[first+1:]...)
	}
	w.open = append(w.open, f)
}

func (w *weight) end(tag atom.Atom) {
	switch {
	case formattingTags[tag]:
		for i := len(w.open) - 1; i >= 0 && w.open[i].tag != 0; i-- {
			if w.open[i].tag == tag {
				w.open = append(w.open[:i], w.open[i+1:]...)
				return
			}
		}
	case tag == atom.Td || tag == atom.Th || tag == atom.Caption || tag == atom.Table:
		for len(w.open) > 0 {
			last := w.open[len(w.open)-1]
			w.open = w.open[:len(w.open)-1]
			if last.tag == 0 {
				break
			}
		}
	case !inlineTags[tag]:
		w.reopen = true
	}
}

// flatten is what remains of a page that nests too deep for the parser (more than 512 open elements; real pages do): its lines, in a body without
// any depth.
func flatten(page string) *html.Node {
	root := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	z := html.NewTokenizer(strings.NewReader(page))
	f := &flattener{root: root}
	for {
		switch z.Next() {
		case html.ErrorToken:
			f.line(atom.P)
			return root
		case html.TextToken:
			if f.skip == 0 {
				f.text.Write(z.Text())
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			f.start(atom.Lookup(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			f.end(atom.Lookup(name))
		}
	}
}

type flattener struct {
	root  *html.Node
	text  strings.Builder
	block atom.Atom
	skip  int       // depth of unread elements
	what  atom.Atom // the unread element
}

func (f *flattener) start(tag atom.Atom) {
	switch {
	case f.skip > 0:
		if tag == f.what {
			f.skip++
		}
	case voidTags[tag] || inlineTags[tag]:
		f.text.WriteByte(' ')
	case unread[tag] || tagMarks[tag] == hard || tag == atom.Aside:
		f.skip, f.what = 1, tag
	default:
		f.line(tag)
	}
}

func (f *flattener) end(tag atom.Atom) {
	switch {
	case f.skip > 0:
		if tag == f.what {
			f.skip--
		}
	case inlineTags[tag]:
		f.text.WriteByte(' ')
	default:
		f.line(atom.P)
	}
}

var voidTags = tags(atom.Br, atom.Img, atom.Input, atom.Wbr, atom.Meta, atom.Link, atom.Embed, atom.Source, atom.Track, atom.Area, atom.Col, atom.Base, atom.Param)

// line ends a line and begins one in a block of the given tag.
func (f *flattener) line(next atom.Atom) {
	if t := strings.TrimSpace(f.text.String()); t != "" {
		tag := f.block
		if !headings[tag] && tag != atom.Li {
			tag = atom.P
		}
		p := &html.Node{Type: html.ElementNode, Data: tag.String(), DataAtom: tag}
		p.AppendChild(&html.Node{Type: html.TextNode, Data: html.UnescapeString(t)})
		f.root.AppendChild(p)
	}
	f.text.Reset()
	f.block = next
}
