package article

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// lists drops what a heading such as "Related stories" opens: up to the next sentence of some length, or the end of its box.
func (r *region) lists() {
	for i := r.first; i < r.last; i++ {
		l := &r.lines[i]
		if !opensList(l.text) {
			continue
		}
		r.drop[i] = "list"
		end := r.last
		if l.box != r.main {
			if b := r.cage(l.box); b != r.main && r.boxes[b].prose*3 < r.boxes[r.main].prose {
				end = r.boxes[b].last
				for k := r.boxes[b].first; k < end; k++ {
					r.drop[k] = "list"
				}
				i = max(i, end-1)
				continue
			}
		}
		for k := i + 1; k < end; k++ {
			if x := &r.lines[k]; x.prose > 100 && x.links*3 < len(x.text) || x.kind == Heading && x.links == 0 && k > i+1 && headings[x.tag] && x.tag <= l.tag {
				break
			}
			r.drop[k] = "list"
			i = k
		}
	}
}

// cage is the largest box around a line, below the main one, that the line opens.
func (r *region) cage(i int) int {
	best := i
	first := r.boxes[i].first
	for ; i > 0 && i != r.main; i = r.boxes[i].parent {
		if r.boxes[i].first < first {
			break
		}
		best = i
		if r.boxes[i].parent == r.main {
			break
		}
	}
	if r.boxes[best].last-r.boxes[best].first < 2 {
		return r.main
	}
	return best
}

// sideBoxes drops small boxes set into the article that hold no sentence: promotions, adverts, counters. What most paragraphs are wrapped in is
// no side box.
func (r *region) sideBoxes() {
	child := make([]int, r.last)
	like := map[string]int{}
	for i := r.first; i < r.last; i++ {
		child[i] = r.child(r.lines[i].box)
		if c := child[i]; c != 0 && (i == r.first || child[i-1] != c) {
			like[signature(&r.boxes[c])]++
		}
	}
	for i := r.first; i < r.last; {
		c := child[i]
		end := i + 1
		for end < r.last && child[end] == c {
			end++
		}
		if c != 0 && r.isSide(c, like) {
			for k := i; k < end; k++ {
				if r.drop[k] == "" && r.kind[k] != Standfirst {
					r.drop[k] = "side box"
				}
			}
		}
		i = end
	}
}

func (r *region) isSide(c int, like map[string]int) bool {
	b := &r.boxes[c]
	switch b.node.DataAtom {
	case atom.Div, atom.Section, atom.Aside, 0:
	default:
		return false
	}
	if b.mark == facts || b.mark == body || b.mark == standfirst || like[signature(b)] > 2 || b.chars > 400 || b.prose*10 > r.boxes[r.main].prose {
		return false
	}
	for i := b.first; i < b.last; i++ {
		l := &r.lines[i]
		if l.kind == Row || l.kind == Item && l.links == 0 || endsLikeProse(l.text) && len(l.text) >= 60 && l.links*3 < len(l.text) {
			return false
		}
	}
	return true
}

func (r *region) child(i int) int {
	for i > r.main && r.boxes[i].parent != r.main {
		i = r.boxes[i].parent
	}
	if i <= r.main {
		return 0
	}
	return i
}

// signature is a box's tag and first class name.
func signature(b *box) string {
	class := ""
	for _, a := range b.node.Attr {
		if a.Key == "class" {
			class, _, _ = strings.Cut(strings.TrimSpace(a.Val), " ")
		}
	}
	return b.node.Data + "." + class
}
