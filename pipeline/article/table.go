package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isLayout reports whether a table is a frame for the page, as in the 1990s, and not a table of figures: another table or a heading stands in it,
// it is marked as presentation, or it has a cell as long as a story or only one cell a row.
func isLayout(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "role" && a.Val == "presentation" {
			return true
		}
	}
	v := tableShape{}
	v.visit(n)
	return v.frame || v.longCell > 400 || v.wide == 0 || v.longCell > 150 && (v.breaks > 3 || v.rows < 3)
}

type tableShape struct {
	frame    bool
	longCell int // bytes in the longest cell
	rows     int
	wide     int // rows of more than one cell
	breaks   int // br elements
}

func (v *tableShape) visit(n *html.Node) {
	cells := 0
	for c := n.FirstChild; c != nil && !v.frame; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch {
		case c.DataAtom == atom.Table || headings[c.DataAtom] || c.DataAtom == atom.Article || c.DataAtom == atom.Form:
			v.frame = true
		case c.DataAtom == atom.Td || c.DataAtom == atom.Th:
			cells++
			v.longCell = max(v.longCell, textBytes(c, 500))
			v.visit(c)
		case c.DataAtom == atom.Br:
			v.breaks++
		default:
			v.visit(c)
		}
	}
	if n.DataAtom == atom.Tr {
		v.rows++
		if cells > 1 {
			v.wide++
		}
	}
}

// textBytes counts the text below n, up to about limit.
func textBytes(n *html.Node, limit int) int {
	sum := 0
	for c := n.FirstChild; c != nil && sum < limit; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			sum += len(strings.TrimSpace(c.Data))
		case c.Type == html.ElementNode && !unread[c.DataAtom]:
			sum += textBytes(c, limit-sum)
		}
	}
	return sum
}

// table reads a table of figures: a line for each row, cells joined by " | ". Its caption stays out.
func (s *surveyor) table(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.DataAtom == atom.Caption || markOf(c) == hidden {
			continue
		}
		if c.DataAtom != atom.Tr {
			s.table(c)
			continue
		}
		cells, heads := cellsOf(c)
		if len(cells) == 1 && heads == 0 && len(cells[0]) > 100 {
			s.put(line{text: cells[0], kind: Paragraph, tag: atom.Td, box: s.at})
		} else if len(cells) > 0 {
			s.put(line{text: strings.TrimSpace(strings.ReplaceAll(strings.Join(cells, " | "), "  ", " ")), kind: Row, tag: atom.Tr, box: s.at, head: heads == len(cells) && len(cells) > 1})
		}
	}
}

// cellsOf returns a row's cells, an empty one for each that stands empty before a full one, so that each figure stays in its column, and
// how many are headings; none where all are empty.
func cellsOf(tr *html.Node) (cells []string, heads int) {
	empty := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.DataAtom == atom.Td || c.DataAtom == atom.Th) && markOf(c) != hidden {
			t := flat(c)
			if t == "" {
				empty++
				continue
			}
			for ; empty > 0; empty-- {
				cells = append(cells, "")
				if c.DataAtom == atom.Th {
					heads++
				}
			}
			cells = append(cells, t)
			if c.DataAtom == atom.Th {
				heads++
			}
		}
	}
	return cells, heads
}
