package article

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readBody surveys a page, finds the element that holds the article, and judges its lines. Lines that are left out but stand near the article
// come back marked drop: they may say where it was taken from.
func readBody(root *html.Node, a *Article) []block {
	p := survey(root)
	var best []block
	for trust := trustNames; trust <= trustNothing; trust++ {
		p.exclude(trust)
		r := p.region(p.mainBox(), a)
		blocks := r.read()
		if k := keptBytes(blocks); k >= 250 {
			return blocks
		} else if best == nil || k > 2*keptBytes(best) {
			best = blocks
		}
	}
	return best
}

func keptBytes(blocks []block) int {
	sum := 0
	for _, b := range blocks {
		if !b.drop {
			sum += len(b.text)
		}
	}
	return sum
}

// How far class names are believed. Broken markup puts whole articles into elements that are named for a menu, so a page that comes out empty is
// read again with less trust.
const (
	trustNames   = iota // all, save that what holds two fifths of the prose is no mere menu
	trustTags           // hard marks too are doubted of an element that holds most of the prose
	trustNothing        // only tags that never hold an article count
)

// exclude decides for each box whether it is furniture or inside furniture.
func (p *page) exclude(trust int) {
	for i := range p.boxes {
		b := &p.boxes[i]
		if i == 0 {
			b.out = false
			continue
		}
		holds := b.prose*5 > p.total*2
		out := false
		switch b.mark {
		case furniture:
			out = !holds && trust < trustNothing
		case hard:
			out = trust == trustNames || trust == trustTags && !holds || trust == trustNothing && b.prose*2 < p.total
		case hidden:
			out = trust < trustNothing || b.prose*5 < p.total*3
		}
		if b.node.DataAtom == atom.Header && !p.insideArticle(i) {
			out = out || !holds
		}
		b.out = out || p.boxes[b.parent].out
	}
}

func (p *page) insideArticle(i int) bool {
	for i > 0 {
		i = p.boxes[i].parent
		if d := p.boxes[i].node.DataAtom; d == atom.Article || d == atom.Main {
			return true
		}
	}
	return false
}

// containers may hold an article; other boxes are parts of one.
var containers = tags(atom.Div, atom.Section, atom.Article, atom.Main, atom.Body, atom.Td, atom.Tr, atom.Table, atom.Tbody, atom.Center, atom.Ol, atom.Ul, atom.Li, atom.Form, atom.Header, atom.Aside,
	atom.Fieldset, atom.Dl, atom.Dd, atom.Pre, 0)

// mainBox finds the smallest box that holds the article: one that its class or itemprop names as such if it holds a good part of the prose, else
// by going from the page down to whatever child holds most of it.
func (p *page) mainBox() int {
	prose := make([]int, len(p.boxes)) // outside furniture
	direct := make([]int, len(p.boxes))
	for i := range p.lines {
		l := &p.lines[i]
		if b := &p.boxes[l.box]; !b.out && (!b.figure || l.kind == Row) {
			prose[l.box] += l.prose
			if !containers[b.node.DataAtom] {
				direct[b.parent] += l.prose
			}
		}
	}
	for i := len(p.boxes) - 1; i > 0; i-- {
		prose[p.boxes[i].parent] += prose[i]
	}
	at := 0
	for i := range p.boxes {
		b := &p.boxes[i]
		if b.mark != body || b.out || i == 0 || prose[i]*100 < prose[0]*45 || !containers[b.node.DataAtom] {
			continue
		}
		if at == 0 || i >= p.boxes[at].end || prose[i]*100 >= prose[at]*85 { // the innermost that loses nothing much
			at = i
		}
	}
	best := make([]int, len(p.boxes)) // child with most prose
	for i := len(p.boxes) - 1; i > 0; i-- {
		q := p.boxes[i].parent
		if containers[p.boxes[i].node.DataAtom] && prose[i] > 0 && (best[q] == 0 || prose[i] >= prose[best[q]]) {
			best[q] = i
		}
	}
	for {
		c := best[at]
		if c == 0 || prose[c]*100 < prose[at]*72 || direct[at]*100 > prose[at]*12 && prose[at]-prose[c] >= direct[at] && direct[at] > 0 && p.boxes[at].node.DataAtom != atom.Body {
			return at
		}
		at = c
	}
}
