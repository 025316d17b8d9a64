package claim

import (
	"cmp"
	"strings"

	"crosstally/extractors/counts"
)

// inherit takes over the day that was told of the set which a figure is a part of, or of the same figure before.
func (b *builder) inherit(s *sentence, c *Claim, parent int) {
	if parent >= 0 {
		c.Frame.Set = b.out[parent].Unit
	}
	if c.Frame.AsOfTold || c.Frame.Former || c.Predicate == "have" && s.isBase(c.From) {
		return
	}
	var p *Claim
	if s.atPresent(c.To) {
		return
	}
	prev := b.previous(s, c)
	if prev != nil && prev.Sentence != c.Sentence && s.nowBetween(0, c.From) {
		return // "On Monday it was 12. Now it is 15."
	}
	if prev != nil && prev.Sentence == c.Sentence && prev.To <= c.From && prev.Field == c.Field && s.nowBetween(prev.To, c.From) {
		return // "which held 12,000 on Monday, now holds 9,000"
	}
	stated := prev != nil && b.stated[len(b.stated)-1] && (c.Attribution == "" || c.Attribution == prev.Attribution)
	switch {
	case prev != nil && b.stated[len(b.stated)-1] && s.coordinated(prev, c):
		p = prev
	case parent >= 0 && b.stated[parent]:
		p = &b.out[parent]
	case stated && prev.Sentence != c.Sentence && c.Kind == counts.Number && c.NounFrom >= c.NounTo && c.Of == "" && !s.stillSo(c.To):
		p = prev
	case stated && prev.Sentence == c.Sentence && c.From > 0 && s.toks[c.From-1].Lower == "with" && prev.Predicate == c.Predicate: // "rose to 27 on Tuesday, with five deaths in Leeds"
		p = prev
	case stated && prev.Sentence == c.Sentence && (prev.Frame.AsOfGiven || c.Kind == counts.Percent && prev.Kind == counts.Number):
		p = prev
	case c.From > 0 && s.toks[c.From-1].Lower == "the":
		if p = b.toldBefore(c); p != nil && c.Attribution != "" && c.Attribution != p.Attribution && s.toks[0].Lower != "of" {
			p = nil // somebody else speaks of the same set
		}
	}
	b.told = b.told || p != nil
	if p != nil {
		c.AsOf, c.Frame.AsOfTold, c.Frame.AsOfClock, c.Frame.AsOfGiven = p.AsOf, true, p.Frame.AsOfClock, true
		return
	}
	if pronounOf(c.AttributionText) { // "…, by her account": of the day on which she spoke
		for i := s.sent.Index - 1; i >= 0 && i >= s.sent.Index-2 && b.credited(i, c.Attribution); i-- {
			for k, role := range b.read[i].dateRoles {
				if m := b.read[i].dates[k]; role == toldDate && !b.later(m.Period) {
					c.AsOf, c.Frame.AsOfTold = m.Value, true
					return
				}
			}
		}
	}
}

// stillSo reports that a figure which ends at token to holds now, whatever day was spoken of: "Forty-one are still in custody".
func (s *sentence) stillSo(to int) bool {
	for k := to; k+1 < len(s.toks) && k < to+3; k++ {
		if w := s.toks[k].Lower; (w == "are" || w == "is") && (s.toks[k+1].Lower == "still" || s.toks[k+1].Lower == "now") || w == "remain" || w == "remains" {
			return true
		}
	}
	return false
}

// atPresent reports words for today behind a figure that ends at token to: "has nine such people at present".
func (s *sentence) atPresent(to int) bool {
	for k := to; k < len(s.toks) && k < to+8 && !isClauseStop(s.toks[k].Lower); k++ {
		if w := s.toks[k].Lower; w == "currently" || w == "present" && k > 0 && s.toks[k-1].Lower == "at" || w == "moment" && k > 1 && s.toks[k-2].Lower == "at" {
			return true
		}
	}
	return false
}

// coordinated reports a bare figure that goes on from the one before under a date that opens their sentence ("On Sunday it was 13 at noon
// and 14 by the evening"), or beside it ("was 3.75 percent and 5,800 pounds").
func (s *sentence) coordinated(prev, c *Claim) bool {
	if prev.Sentence != c.Sentence || prev.Field != c.Field || c.From < 1 {
		return false
	}
	_, end := s.bounds(&prev.Mention)
	if c.From == end+1 && s.toks[end].Lower == "and" {
		return true
	}
	if s.toks[c.From-1].Lower == "at" && prev.From > 0 && s.toks[prev.From-1].Lower == "at" && c.NounFrom >= c.NounTo {
		return true // "put it at 214 on Tuesday, the union at 263"
	}
	if c.NounFrom < c.NounTo || c.Kind != prev.Kind || s.toks[c.From-1].Lower != "and" || !s.copula(prev.From, prev.To) {
		return false
	}
	for i, m := range s.dates {
		if s.dateRoles[i] != otherDate && m.From <= 1 && m.To <= prev.From {
			return true
		}
	}
	return false
}

// credited reports whether a sentence credits something to name.
func (b *builder) credited(sentence int, name string) bool {
	for i := range b.credits {
		if b.credits[i].Sentence == sentence && b.credits[i].Name == name {
			return true
		}
	}
	return false
}

func pronounOf(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch first {
	case "he", "she", "they", "it", "his", "her", "their", "its":
		return true
	}
	return false
}

// toldBefore returns an earlier claim of the same number whose day the text tells: "the 31".
func (b *builder) toldBefore(c *Claim) *Claim {
	for i := len(b.out) - 1; i >= 0; i-- {
		if p := &b.out[i]; b.stated[i] && p.Kind == c.Kind && sameNumber(p, c) && b.close(p, c, 15) {
			return p
		}
	}
	return nil
}

// dateFormer gives a figure that no longer holds the day on which the same article says that it was given.
func (b *builder) dateFormer() {
	for i := range b.out {
		c := &b.out[i]
		if !c.Frame.Former || c.Frame.AsOfTold || c.Value == nil && c.Lower == nil {
			continue
		}
		for k := range b.out {
			p := &b.out[k]
			if k != i && p.Predicate == c.Predicate && p.AsOf < c.AsOf && p.Frame.AsOfTold && sameNumber(p, c) {
				c.AsOf, c.Frame.AsOfTold = p.AsOf, true
				break
			}
		}
	}
}

func sameNumber(a, b *Claim) bool {
	x, y := cmp.Or(a.Value, a.Lower), cmp.Or(b.Value, b.Lower)
	return x != nil && y != nil && *x == *y
}
