package names

import "strings"

// linkLists types the candidates of a list by each other: in "Vortova, Tolmin and Graz" the known town types the rest.
// It runs over neighbours in a sentence that only commas and "and" or "or" part.
func (s *scanner) linkLists() {
	for i := 1; i < len(s.cands); i++ {
		a, b := &s.cands[i-1], &s.cands[i]
		if a.sent != b.sent || !s.listed2(a, b) {
			continue
		}
		s.lend(a, b)
	}
	for i := len(s.cands) - 2; i >= 0; i-- {
		a, b := &s.cands[i], &s.cands[i+1]
		if a.sent != b.sent || !s.listed2(a, b) {
			continue
		}
		s.lend(b, a)
	}
}

// listed2 reports that only a comma, "and" or "or" stands between a and b.
func (s *scanner) listed2(a, b *candidate) bool {
	toks := s.doc.Sentences[a.sent].Tokens
	from := a.to
	if a.typ == Place && from < len(toks) && s.g.lookup(toks[from].Lower).class&siteAfter != 0 {
		from++ // "Vortova camp, Tolmin and Graz"
	}
	if a.styled || b.styled || b.from-from < 1 || b.from-from > 2 {
		return false
	}
	for k := from; k < b.from; k++ {
		switch toks[k].Lower {
		case ",", "and", "or", "&", "/":
		default:
			return false
		}
	}
	return toks[from].Lower != "," || b.from-from == 2 || s.goesOn(a.sent, b.to)
}

// goesOn reports that a list continues behind token k, so that a comma before it is not one of place and country.
func (s *scanner) goesOn(sent, k int) bool {
	toks := s.doc.Sentences[sent].Tokens
	return k < len(toks) && (toks[k].Lower == "," || toks[k].Lower == "and" || toks[k].Lower == "or")
}

// lend gives b, which nothing sure has typed, the type of its neighbour a; a person lends only to single words when single.
func (s *scanner) lend(a, b *candidate) {
	if b.sure >= good || a.typ == "" || a.sure < good && !(a.rule == "in-place" && b.typ == "" && b.to == b.from+1) {
		return
	}
	if toks := s.doc.Sentences[b.sent].Tokens; b.to < len(toks) && s.g.lookup(b.key).node.kind&country != 0 && (toks[b.to].Lower == "'s" || toks[b.to].Lower == "’s" || toks[b.to].Lower == "’") {
		return // "Harker Relief and France's Tolvex"
	}
	cl := s.g.lookup(b.key).class
	if cl&(common|role|title|topic|starter|group|calendar) != 0 && cl&(given|surname) == 0 && s.g.lookup(b.key).node.kind&places == 0 {
		return
	}
	if a.typ == Person && (a.to-a.from > 1) != (b.to-b.from > 1) {
		return
	}
	if b.to-b.from > 1 && !(a.typ == Org && a.to-a.from > 1 && b.typ == Person && b.rule == "two-words") {
		for _, w := range strings.Fields(b.key) {
			if s.g.lookup(w).class&(common|orgHead) != 0 {
				return
			}
		}
	}
	if b.sure == guess && b.typ == Person && cl&(given|surname) != 0 && !(a.typ == Place && s.amongTowns(a, b)) {
		return
	}
	b.typ, b.rule, b.sure = a.typ, "list", good
}

// amongTowns reports a list of places that a preposition of place opens, in which even a given name is a town's: "in Vortova, Marion and
// Tolmin".
func (s *scanner) amongTowns(a, b *candidate) bool {
	toks := s.doc.Sentences[a.sent].Tokens
	if b.to > b.from+1 || b.from < a.from {
		return false
	}
	k := a.from - 1
	for k > 0 && (toks[k].Lower == "," || toks[k].Lower == "and" || shapeOf(toks[k].Text) == capital) {
		k--
	}
	return k >= 0 && s.g.lookup(toks[k].Lower).class&inPlace != 0 && (toks[b.from-1].Lower == "and" || s.goesOn(a.sent, b.to))
}
