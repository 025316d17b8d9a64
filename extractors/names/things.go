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
