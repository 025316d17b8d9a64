package names

import (
	"strings"

	"crosstally/extractors"
)

// dropThings drops the names of vessels and products, which are none here: what stands behind "the ferry" or before a model's number,
// wherever the document has it.
func (s *scanner) dropThings() {
	named := map[string]bool{}
	for i := range s.cands {
		if c := &s.cands[i]; s.isVessel(c) {
			named[c.key] = true
		}
	}
	for i := range s.cands {
		if c := &s.cands[i]; named[c.key] || s.things[c.key] {
			c.typ, c.sure = "", certain
		}
	}
}

// findVessels files the names of two or three words that the text calls a vessel's, of which a part can look like another name: "the
// Liberian-flagged Ghana Star", "the tanker Rio Bravo".
func (s *scanner) findVessels() {
	afloat := s.afloat()
	for i := range s.doc.Sentences {
		toks := s.doc.Sentences[i].Tokens
		for k := 0; k+2 < len(toks); k++ {
			if afloat && !s.newspaper(toks, k+1) && toks[k].Lower == "the" && shapeOf(toks[k+1].Text) == capital && s.g.lookup(toks[k+2].Lower).cue&shipName != 0 && shapeOf(toks[k+2].Text) == capital && (k+3 == len(toks) || shapeOf(toks[k+3].Text) != capital) {
				s.vessels[foldedKey(toks[k+1:k+3])] = true // "leaked from the Ghana Star"
			}
			if !strings.HasSuffix(toks[k].Lower, "-flagged") && !strings.HasSuffix(toks[k].Lower, "-registered") && !s.vesselNoun(toks[k]) {
				continue
			}
			n := k + 1
			for n < len(toks) && n < k+4 && shapeOf(toks[n].Text) == capital && s.g.lookup(toks[n].Lower).class&(starter|calendar|title) == 0 {
				n++
			}
			if n < k+3 || n < len(toks) && shapeOf(toks[n].Text) == capital || s.g.lookup(toks[k+1].Lower).class&group != 0 {
				continue // none, or more than a vessel's name: "the tanker Northern Shipping Company"
			}
			if c := s.g.lookup(toks[n-1].Lower).class; c&(orgHead|placeHead) != 0 && c&common == 0 || c&orgSuffix != 0 {
				continue
			}
			s.vessels[foldedKey(toks[k+1:n])] = true
		}
	}
}

// newspaper reports that the two words at token k, which can be a ship's name, are a listed body's, or tell or are told something: "the Daily Star",
// "told the Quorra Star", "the Quorra Star reported".
func (s *scanner) newspaper(toks []extractors.Token, k int) bool {
	if n := s.g.lookup(toks[k].Lower).node.next[toks[k+1].Lower]; n != nil && n.kind&orgs != 0 {
		return true
	}
	said := func(k int) bool {
		return k >= 0 && k < len(toks) && toks[k].Text == toks[k].Lower && s.g.lookup(toks[k].Lower).class&speech != 0
	}
	return said(k+2) || said(k-2)
}

// afloat reports a text that has a noun for a vessel more than once, or one and what it carries.
func (s *scanner) afloat() bool {
	n := 0
	for i := range s.doc.Sentences {
		for _, t := range s.doc.Sentences[i].Tokens {
			switch {
			case s.vesselNoun(t):
				n += 2
			case s.g.lookup(t.Lower).cue&waterborne != 0:
				n++
			}
		}
	}
	return n > 2
}

func foldedKey(toks []extractors.Token) string {
	words := make([]string, len(toks))
	for i, t := range toks {
		words[i] = Fold(t.Lower)
	}
	return strings.Join(words, " ")
}

// vesselAt returns the end of a vessel's name that stands at token i, i where none does.
func (s *scanner) vesselAt(i int) int {
	if len(s.vessels) == 0 || !s.nameToken(i) {
		return i
	}
	for end := min(i+3, len(s.toks)); end > i+1; end-- {
		if s.vessels[s.key(i, end)] {
			return end
		}
	}
	return i
}

// isVessel reports a name that its words call a vessel's: "the ferry Marlina", "aboard the Marlina", "the Marlina, a roll-on ferry".
func (s *scanner) isVessel(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	if c.rule == "role-before" || c.sure == certain && c.typ != "" {
		return false
	}
	k := c.from - 1
	for k > 0 && k > c.from-3 && shapeOf(toks[k].Text) == capital {
		k--
	}
	if k > 0 && s.vesselNoun(toks[k]) {
		switch tag := toks[k-1].Tag; {
		case tag == "DT", tag == "JJ", tag == "PRP$", tag == "VBN", strings.HasPrefix(tag, "NN"):
			return true
		}
	}
	if !c.the || c.from < 1 {
		return false
	}
	if c.to < len(toks) && strings.HasPrefix(toks[c.to].Tag, "NN") {
		return false // "aboard the Navy helicopter"
	}
	if c.from > 1 && toks[c.from-2].Lower == "aboard" || c.from > 2 && toks[c.from-2].Lower == "board" && toks[c.from-3].Lower == "on" {
		return true
	}
	if c.to+1 >= len(toks) || toks[c.to].Lower != "," || toks[c.to+1].Tag != "DT" {
		return false
	}
	for n := c.to + 2; n < len(toks) && n < c.to+9 && toks[n].Lower != "," && toks[n].Tag != "IN" && !strings.HasPrefix(toks[n].Tag, "VBZ"); n++ {
		if s.vesselNoun(toks[n]) {
			return true
		}
	}
	return false
}

func (s *scanner) vesselNoun(t extractors.Token) bool {
	return t.Text == t.Lower && s.g.lookup(t.Lower).class&vessel != 0
}
