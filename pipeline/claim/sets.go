package claim

import (
	"cmp"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// maxSetsBack is how many claims back a set is sought.
const maxSetsBack = 12

// parentOf returns the index of the claim whose set this one counts a part of, -1 for none: "three of them", "the other
// five", "of the 53", or an elided noun that goes on counting what was just counted.
func (b *builder) parentOf(s *sentence, c *Claim) int {
	of := strings.ToLower(c.Of)
	rest := strings.HasPrefix(strings.ToLower(c.Text), "the other") || strings.HasPrefix(strings.ToLower(c.Text), "the remaining")
	implied := of == "" && !rest
	if implied {
		if whole := b.partedBy(s, c); whole >= 0 {
			return whole
		}
		if whole := b.openedBy(s, c); whole >= 0 {
			return whole
		}
		if !b.opens(s, c) {
			return -1
		}
	}
	at, best := -1, -1.0
	for i := len(b.out) - 1; i >= 0 && i >= len(b.out)-maxSetsBack; i-- {
		p := &b.out[i]
		if at >= 0 && p.Sentence != b.out[at].Sentence {
			break
		}
		if p.Field != c.Field || p.Kind == counts.Percent || p.Kind == counts.Money || p.Kind == counts.Duration || implied && p.Sentence == c.Sentence {
			continue
		}
		if !b.close(p, c, 3) {
			break
		}
		if c.Kind != counts.Percent && smaller(p, c) {
			continue
		}
		if implied || pronoun(of) || rest || sharesWord(of, p.Object+" "+p.Unit) || saysOf(of, p.Predicate) {
			if n := size(p); at < 0 || n > best && (p.Predicate == b.out[at].Predicate || p.Sentence == c.Sentence-1) { // of a list, its sum; of "380 were flooded and 27 destroyed, 14 of them", the 27
				at, best = i, n
			}
		}
	}
	return at
}

// partedBy returns the index of the claim of the same sentence that the figures behind a colon add up to, -1 for none: "All 21 crew
// were accounted for: 18 alive, three dead".
func (b *builder) partedBy(s *sentence, c *Claim) int {
	colon := -1
	for k := c.From - 1; k > 0 && colon < 0; k-- {
		if s.toks[k].Lower == ":" {
			colon = k
		}
	}
	if colon < 0 || c.Kind != counts.Number {
		return -1
	}
	sum, n := 0.0, 0
	for k := range s.counts {
		if m := &s.counts[k]; m.From > colon {
			if m.Kind != counts.Number || m.Value == nil {
				return -1
			}
			sum, n = sum+*m.Value, n+1
		}
	}
	for i := len(b.out) - 1; n > 1 && i >= 0 && b.out[i].Sentence == c.Sentence && b.out[i].Field == c.Field; i-- {
		if p := &b.out[i]; p.From < colon && p.Kind == counts.Number && p.Value != nil && *p.Value == sum {
			return i
		}
	}
	return -1
}

// openedBy returns the index of the claim that a sentence opens with as a whole, of which a bare number behind the comma is a part: "Of the
// 260 posts that are to go, 150 would be lost here"; -1 for none.
func (b *builder) openedBy(s *sentence, c *Claim) int {
	n := len(b.out)
	if whole := b.takenUp(s, c); whole >= 0 {
		return whole
	}
	if n == 0 || c.NounTo > c.NounFrom || c.Kind != counts.Number || len(s.counts) < 2 || s.toks[0].Lower != "of" || s.counts[1].From != c.From || c.From == 0 || s.toks[c.From-1].Lower != "," {
		return -1
	}
	if p := &b.out[n-1]; p.Sentence == c.Sentence && p.Field == c.Field && p.From <= 3 && p.Kind == counts.Number && p.Unit != "" && !smaller(p, c) {
		return n - 1
	}
	return -1
}

// takenUp returns the index of the claim whose number a sentence opens with as the whole of what follows: "… counts 16 dead. Of the 16, 11
// lived in Leeds and five in Hull"; -1 for none.
func (b *builder) takenUp(s *sentence, c *Claim) int {
	if len(s.toks) < 5 || s.toks[0].Lower != "of" || s.toks[1].Tag != "DT" || s.toks[3].Lower != "," || c.From < 4 || c.NounTo > c.NounFrom || c.Kind != counts.Number {
		return -1
	}
	for i := len(b.out) - 1; i >= 0 && b.close(&b.out[i], c, 3); i-- {
		p := &b.out[i]
		if p.Field == c.Field && p.Sentence < c.Sentence && p.Kind == counts.Number && p.Unit != "" && strings.EqualFold(p.Text, s.toks[2].Text) {
			return i
		}
	}
	return -1
}

// leadingOf returns the set that a sentence opens with: "Of the dead, four were …", "" for none or one that is itself a figure.
func (s *sentence) leadingOf(from int) string {
	if len(s.toks) < 3 || s.toks[0].Lower != "of" {
		return ""
	}
	for k := 1; k < from && k < 8; k++ {
		if s.toks[k].Lower == "," {
			if k == 1 || k == 3 && s.toks[1].Tag == "DT" && s.toks[2].Tag == "CD" { // "of the 16": those counted before
				return ""
			}
			return s.sent.Text[s.toks[1].Start-s.sent.Start : s.toks[k-1].End-s.sent.Start]
		}
		if s.isCount[k] {
			return ""
		}
	}
	return ""
}

// size returns the figure by which sets of one sentence are compared.
func size(c *Claim) float64 {
	switch {
	case c.Value != nil:
		return *c.Value
	case c.Lower != nil:
		return *c.Lower
	case c.Upper != nil:
		return *c.Upper
	}
	return 0
}

// opens reports whether a bare number that stands as a subject goes on parting what the sentence before counted: "… 31 cases.
// Twenty are in the north, eight live in the south."
func (b *builder) opens(s *sentence, c *Claim) bool {
	if c.NounTo > c.NounFrom && !(c.NounFrom > c.To && isBe(s.toks[c.To].Lower)) || c.Kind != counts.Number || s.sent.Index == 0 || b.d.Sentences[s.sent.Index-1].Block != s.sent.Block {
		return false
	}
	if c.From > 1 {
		switch s.toks[c.From-1].Lower {
		case ",", ";", "and":
		default:
			return false
		}
		if len(s.counts) == 0 || s.counts[0].From > 1 || s.counts[0].NounTo > s.counts[0].NounFrom {
			return false
		}
	}
	if c.To < len(s.toks) {
		switch w := s.toks[c.To].Lower; {
		case isBe(w), w == "live", w == "lived", w == "had", w == "have", w == "came", w == "remain", w == "in":
			return true
		}
	}
	return false
}

// close reports whether two claims stand at most n sentences apart.
func (b *builder) close(p, c *Claim, n int) bool { return c.Mention.Sentence-p.Mention.Sentence <= n }

func pronoun(of string) bool {
	switch of {
	case "them", "these", "those", "whom", "which", "us", "all", "the total", "the group", "the number", "this", "that":
		return true
	}
	return false
}

// sharesWord reports whether two phrases have a word of four letters or more in common, endings aside.
func sharesWord(a, b string) bool {
	b = strings.ToLower(b)
	for _, w := range strings.Fields(a) {
		if len(w) >= 4 && w != "their" && w != "these" && w != "those" {
			w = strings.TrimSuffix(w, "s")
			if strings.Contains(b, w) {
				return true
			}
		}
	}
	return false
}

// saysOf reports whether a phrase names a set by what befell it: "the dead", "the freed", "those released".
func saysOf(of, class string) bool {
	if class == "" {
		return false
	}
	for _, w := range strings.Fields(of) {
		for _, t := range terms[w] {
			if t.class.name == class {
				return true
			}
		}
	}
	return false
}

// smaller reports whether p's figure is surely below c's.
func smaller(p, c *Claim) bool {
	hi, lo := cmp.Or(p.Value, p.Upper), cmp.Or(c.Value, c.Lower)
	return hi != nil && lo != nil && *hi < *lo
}

// previous returns the claim that an elided noun goes on from: the last one of the same sentence or of the one before in its block.
func (b *builder) previous(s *sentence, c *Claim) *Claim {
	n := len(b.out)
	if n > 1 && b.out[n-1].Sentence < c.Sentence && b.standard(&b.out[n-1]) {
		n-- // to the figure that it is the measure of
	}
	if n > 0 {
		p := &b.out[n-1]
		if p.Field == c.Field && (p.Mention.Sentence == c.Mention.Sentence || p.Mention.Sentence == c.Mention.Sentence-1 && b.d.Sentences[p.Mention.Sentence].Block == s.sent.Block) {
			return p
		}
	}
	return nil
}

// standard reports whether a figure only is what another is measured by: "40 seats, four more than the 37 required".
func (b *builder) standard(p *Claim) bool {
	s := &b.read[p.Mention.Sentence]
	k := p.From - 1
	if k >= 0 && s.toks[k].Tag == "DT" {
		k--
	}
	return k >= 0 && (s.toks[k].Lower == "than" || s.toks[k].Lower == "of" && s.isBase(p.From))
}

// beforeAside returns the claim with the number i, or the one before it in its sentence where it only tells in how many places that was counted: "38
// roadblocks [in eight regions]".
func (b *builder) beforeAside(i int) *Claim {
	p := &b.out[i]
	s := &b.read[p.Mention.Sentence]
	if i == 0 || p.From == 0 || p.NounFrom >= p.NounTo || b.out[i-1].Mention.Sentence != p.Mention.Sentence || b.out[i-1].Field != p.Field || b.out[i-1].Kind != p.Kind || b.out[i-1].Unit == "" {
		return p
	}
	switch s.toks[p.From-1].Lower {
	case "in", "at", "across", "over", "on", "from", "within", "along", "around":
		return &b.out[i-1]
	}
	return p
}

// antecedent returns the last claim near by of which the same class is said and whose noun is told; any class when class is "".
func (b *builder) antecedent(c *Claim, class string, back int) *Claim {
	for i := len(b.out) - 1; i >= 0 && i >= len(b.out)-maxSetsBack; i-- {
		p := &b.out[i]
		if p.Field != c.Field && p.Field != extractors.Title || !b.close(p, c, back) {
			continue
		}
		if p.Kind == c.Kind && p.Unit != "" && (class == "" || p.Predicate == class) {
			if class == "" {
				return b.beforeAside(i)
			}
			return p
		}
	}
	return nil
}
