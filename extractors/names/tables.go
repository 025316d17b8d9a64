package names

import (
	"strings"

	"crosstally/pipeline/article"
)

// headed are nouns at the head of a table's first column, with the type of the names below it: "Municipality | Dead | Missing".
var headed = map[string]Type{
	"municipality": Place, "district": Place, "county": Place, "province": Place, "state": Place, "region": Place, "town": Place, "city": Place, "village": Place,
	"country": Place, "canton": Place, "prefecture": Place, "department": Place, "governorate": Place, "borough": Place, "parish": Place, "island": Place, "area": Place, "location": Place, "place": Place,
	"party": Org, "list": Org, "company": Org, "club": Org, "team": Org, "union": Org, "agency": Org,
}

// byColumn types the names in the first cells of tables by what stands at the head of their column.
func (s *scanner) byColumn() {
	first := map[int][]*candidate{} // first cells by the block of their table's head
	var tables []int
	for i := range s.cands {
		c := &s.cands[i]
		sent := &s.doc.Sentences[c.sent]
		if sent.Kind != article.Row || sent.Block < 0 || c.from != 0 || c.to >= len(sent.Tokens) || sent.Tokens[c.to].Lower != "|" {
			continue
		}
		if h := s.doc.Article.Blocks[sent.Block].Header; h >= 0 && h != sent.Block {
			if len(first[h]) == 0 {
				tables = append(tables, h)
			}
			first[h] = append(first[h], c)
		}
		if c.sure == certain {
			continue
		}
		if t := headed[s.columnHead(sent.Block)]; t != "" && s.g.lookup(c.key).class&(common|starter) == 0 {
			c.typ, c.rule, c.sure = t, "column", good
		}
	}
	for _, h := range tables {
		s.bySiblings(first[h])
	}
}

// bySiblings makes places of the unknown words in first cells of a table in which another holds a listed place and none a person or body.
func (s *scanner) bySiblings(cells []*candidate) {
	listed := false
	for _, c := range cells {
		switch {
		case c.typ == Org && c.sure >= good, c.typ == Person && c.sure == certain:
			return
		case c.typ == Place && c.rule == "listed-place":
			listed = true
		}
	}
	for _, c := range cells {
		if listed && c.sure < good && c.to == c.from+1 && s.g.lookup(c.key).class&^surname == 0 {
			c.typ, c.rule, c.sure = Place, "column", good
		}
	}
}

// byLabels makes places of the words that open at least three lines running of the form "Vortova: 11", where one of them is a place elsewhere
// and none anything else.
func (s *scanner) byLabels() {
	place := map[string]bool{}
	for i := range s.cands {
		if c := &s.cands[i]; c.typ == Place && !c.styled {
			place[c.key] = true
		}
	}
	var run []*candidate
	close := func() {
		known := 0
		for _, c := range run {
			switch {
			case c.typ == Org && c.sure >= good, c.typ == Person && c.sure >= good:
				known = -len(run)
			case place[c.key]:
				known++
			}
		}
		if len(run) > 2 && known > 0 {
			for _, c := range run {
				if c.typ != Place || c.sure < good {
					c.typ, c.rule, c.sure = Place, "label", good
				}
			}
		}
		run = run[:0]
	}
	for i := range s.cands {
		c := &s.cands[i]
		if !s.labels(c) {
			continue
		}
		if n := len(run); n > 0 && c.sent > run[n-1].sent+1 {
			close()
		}
		run = append(run, c)
	}
	close()
}

// labels reports a name that opens a short line and that a colon and a number follow.
func (s *scanner) labels(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	return c.from == 0 && c.to+1 < len(toks) && len(toks) < c.to+8 && toks[c.to].Text == ":" && (toks[c.to+1].Tag == "CD" || shapeOf(toks[c.to+1].Text) == numeral)
}

// columnHead returns the last word, in the singular, of a heading of at most two words of the first column above a row; "" where it has none.
func (s *scanner) columnHead(block int) string {
	blocks := s.doc.Article.Blocks
	h := blocks[block].Header
	if h < 0 || h >= len(blocks) || h == block || blocks[h].Kind != article.Row {
		return ""
	}
	cell, _, _ := strings.Cut(s.doc.Article.Text[blocks[h].Start:blocks[h].End], "|")
	words := strings.Fields(strings.ToLower(cell))
	if len(words) == 0 || len(words) > 2 {
		return ""
	}
	w := words[len(words)-1]
	switch {
	case strings.HasSuffix(w, "ies"):
		return strings.TrimSuffix(w, "ies") + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return strings.TrimSuffix(w, "s")
	}
	return w
}
