package claim

import (
	"strings"

	"crosstally/extractors/counts"
)

// leastRestated is the least figure that is taken for the one of the same value told before: small ones meet by chance.
const leastRestated = 13

// restate gives a bare number of which its clause says nothing what an earlier sentence said of the same figure: "There were 211
// people on the ferry … The list had 147. It is 210, not 190". It returns the earlier claim, nil for none.
func (b *builder) restate(s *sentence, c *Claim, unsaid bool) *Claim {
	if p := b.ofIt(s, c); p != nil {
		c.Predicate = p.Predicate
		if c.Kind == counts.Number {
			c.Unit, c.Object = p.Unit, p.Object
		}
		return p
	}
	if c.Kind != counts.Number || c.NounTo > c.NounFrom || c.Of != "" {
		return nil
	}
	if s.figureOf(c.From) && b.previous(s, c) == nil {
		if p := b.mostTold(persons | things); p != nil {
			c.Predicate, c.Unit, c.Object = p.Predicate, p.Unit, p.Object
			return p
		}
	}
	p := b.instead(s, c)
	if p == nil && !unsaid && c.Predicate != "" && !is(c.Predicate, weak) {
		return nil
	}
	if p == nil {
		p = b.firstTold(c)
		if next := s.corrected(&c.Mention); next != nil {
			if q := b.firstTold(&Claim{Mention: *next}); q != nil {
				p = q // "It is 230, not 211": what was said of 211
			}
		}
	}
	if p != nil {
		c.Predicate, c.Unit, c.Object = p.Predicate, p.Unit, p.Object
	}
	return p
}

// ofIt returns the figure spoken of that somebody gives otherwise: "the council says 28 percent … the watchdog has it at 24 percent", "put it
// at nearly 2,000"; nil for none.
func (b *builder) ofIt(s *sentence, c *Claim) *Claim {
	put, is := s.putsIt(c.From)
	if !put && !is || c.Kind == counts.Number && c.NounTo > c.NounFrom && (is || c.Of == "") {
		return nil
	}
	for i := len(b.out) - 1; i >= 0; i-- {
		p := &b.out[i]
		if p.Field != c.Field || !b.close(p, c, 3) {
			return nil
		}
		if put && p.Predicate == "have" && i > 0 && b.out[i-1].Sentence == p.Sentence {
			continue // the whole of "27,000 of the 43,000 homes"
		}
		if p.Kind == c.Kind && (p.Kind != counts.Number || p.NounTo > p.NounFrom) && (is || p.Sentence != c.Sentence) && !(is && p.Value != nil && *p.Value == 1) {
			if p.Sentence != c.Sentence {
				return b.beforeAside(i)
			}
			for j := i - 1; j >= 0 && b.out[j].Sentence == c.Sentence && b.out[j].Field == c.Field; j-- {
				if q := &b.out[j]; q.Kind == c.Kind && q.NounTo > q.NounFrom {
					p = q // the subject of the sentence
				}
			}
			return p
		}
	}
	return nil
}

// givenBy reports whether the "of" behind a number brings who gives it and no set: "the 54,000 of the organisers".
func (s *sentence) givenBy(m *counts.Mention) bool {
	return m.Kind == counts.Number && m.From > 0 && s.toks[m.From-1].Lower == "the" && m.To+2 < len(s.toks) && s.toks[m.To].Lower == "of" && s.toks[m.To+1].Lower == "the" && givers[s.toks[m.To+2].Lower]
}

// givers are bodies that give figures of others.
var givers = tell.Of("givers")

// putsIt reports whether a number at token from is what somebody puts the figure spoken of at ("has it at 27", "put the number at 900"), or
// what it is said to be: "it is at least 2,600", "The number is 184".
func (s *sentence) putsIt(from int) (put, is bool) {
	k := from - 1
	if k < 1 {
		return false, false
	}
	w, before := s.toks[k].Lower, s.toks[k-1].Lower
	figure := false
	for j := k - 1; j > 0 && j >= k-4 && !figure && s.toks[j].Lower != "of" && s.toks[j].Lower != ","; j-- {
		figure = figureNouns[s.toks[j].Lower] && (s.toks[j-1].Tag == "DT" || s.toks[j-1].Tag == "PRP$" || s.toks[j-1].Tag == "JJ") && s.toks[j+1].Lower != "of" && (w == "at" || j == k-1)
	}
	if w == "at" && before == "stood" && k > 1 && s.toks[k-2].Lower == "it" {
		return false, true // "when it stood at 941"
	}
	if w == "on" && (before == "settled" || before == "settle" || before == "agreed") {
		return true, false // "Both have since settled on 64"
	}
	return w == "at" && (before == "it" || figure), isBe(w) && (before == "it" || figure)
}

// figureOf reports whether a number is only called a figure or a list: "the council's figure of 320", "raised his own figure to 88".
func (s *sentence) figureOf(from int) bool {
	if from < 2 || s.toks[from-1].Lower != "of" && s.toks[from-1].Lower != "to" {
		return false
	}
	w := s.toks[from-2].Lower
	return figureNouns[w] || s.toks[from-1].Lower == "of" && (w == "list" || w == "estimate" || w == "figures")
}

// figureNouns stand for a figure of which the text has told what it counts.
var figureNouns = tell.Of("figure-nouns")

// firstTold returns the claim of an earlier sentence with the same exact figure and a noun of its own; nil where there is none, or where
// the figure was said of several things.
func (b *builder) firstTold(c *Claim) (found *Claim) {
	if c.Value == nil || *c.Value < leastRestated || c.Approximate {
		return nil
	}
	for i := range b.out {
		p := &b.out[i]
		if p.Kind != counts.Number || p.Sentence == c.Sentence && p.Field == c.Field || p.Value == nil || *p.Value != *c.Value || p.NounFrom >= p.NounTo || p.Predicate == "" {
			continue
		}
		if found != nil && (found.Unit != p.Unit || found.Predicate != p.Predicate) {
			return nil
		}
		found = p
	}
	return found
}

// instead returns the claim of the same sentence that a number is said not to be: "14 vehicles, among them three trucks, and not 11".
func (b *builder) instead(s *sentence, c *Claim) *Claim {
	if c.From < 2 || s.toks[c.From-1].Lower != "not" || s.toks[c.From-2].Lower != "," && s.toks[c.From-2].Lower != "and" {
		return nil
	}
	for i := len(b.out) - 1; i >= 0 && b.out[i].Sentence == c.Sentence && b.out[i].Field == c.Field; i-- {
		p := &b.out[i]
		if p.Kind != c.Kind || p.From > 0 && (s.toks[p.From-1].Lower == "them" || s.toks[p.From-1].Lower == "including") {
			continue
		}
		return p
	}
	return nil
}

// corrected returns the count that one is said to be instead of: the 211 of "230, not 211", the 11 of "and not 11".
func (s *sentence) corrected(m *counts.Mention) *counts.Mention {
	for k := range s.counts {
		n := &s.counts[k]
		if n.From > m.To && n.From <= m.To+2 && s.toks[n.From-1].Lower == "not" && (s.toks[m.To].Lower == "," || n.From == m.To+1) {
			return n
		}
	}
	return nil
}

// unspoken reports whether a class counts things of which the document never speaks, so that its verb has another meaning here:
// "Add those and you get 211" wins no seats.
func (b *builder) unspoken(s *sentence, c *Claim, said bool) bool {
	k := classOf(c.Predicate)
	if k == nil || k.unit == "" || k.sorts&persons != 0 || headSorts[k.unit] != things || b.speaksOf(k.unit) || befalling(k.name) {
		return false
	}
	if unit, _ := b.resumed(s, c); unit != "" || s.sharesNoun(c) != nil {
		return false
	}
	if p := b.antecedent(c, "", 1); p != nil && said && k.traits&weak == 0 && headSorts[p.Unit] == things && (p.NounTo > p.NounFrom || p.Sentence == c.Sentence) {
		return false // "destroyed 118 homes and damaged 41", "of 196 houses 112 are destroyed, 57 are damaged"
	}
	return b.antecedent(c, k.name, 6) == nil
}

// speaksOf reports whether a noun stands anywhere in the document.
func (b *builder) speaksOf(noun string) bool {
	for i := range b.read {
		toks := b.read[i].toks
		for t := range toks {
			if w := toks[t].Lower; strings.HasPrefix(w, noun) && (w == noun || singular(w) == noun) {
				return true
			}
		}
	}
	return false
}

// tellsFigure reports whether a verb before a count only says that somebody has the figure, and nothing of what is counted: "has registered
// 118 aftershocks", "raised the figure to 98", "had asked for 48".
func (s *sentence) tellsFigure(o *occurrence, c *Claim, to int) bool {
	bare := c.NounFrom >= c.NounTo
	if o.to > c.From && !(bare && (o.term.class.name == "register" || o.term.class.name == "speak")) || o.term.slot != objectSlot && o.term.slot != subjectSlot {
		return false
	}
	switch o.term.class.name {
	case "register":
		w := s.toks[o.from].Lower
		return (strings.HasPrefix(w, "regist") || strings.HasPrefix(w, "list")) && (bare || sortOf(&c.Mention) != persons && !registered[c.Unit] || to < len(s.toks) && s.toks[to].Lower == "as")
	case "raise", "fall", "grow":
		for k := o.to; k < c.From; k++ {
			if figureNouns[s.toks[k].Lower] || s.toks[k].Lower == "estimate" || s.toks[k].Lower == "toll" {
				return bare
			}
			if c.Kind == counts.Money && sums[s.toks[k].Lower] && c.From > 0 && (s.toks[c.From-1].Lower == "to" || s.toks[c.From-1].Lower == "from") {
				return true // "raised its aid to $5 million"
			}
		}
	case "ask":
		return bare && s.toks[o.to].Lower == "for"
	case "speak":
		return bare && strings.HasPrefix(s.toks[o.from].Lower, "spok")
	case "build":
		return o.to <= c.From && len(o.term.tail) == 1 && o.term.tail[0] == "up" && (s.toks[o.to].Lower == "from" || s.toks[o.to].Lower == "to")
	}
	return false
}

// sums are nouns for money that somebody gives, whose sum is raised or cut.
var sums = tell.Of("sums")

// registered are things that are put on a register, which is more than to be counted.
var registered = tell.Of("registered")

// ratedAs returns the state that a list gives to what it counts: the 40 of "lists 40 houses as destroyed"; nil for none.
func (s *sentence) ratedAs(to int) *occurrence {
	if to+1 >= len(s.toks) || s.toks[to].Lower != "as" {
		return nil
	}
	for i := range s.occs {
		if o := &s.occs[i]; o.from == to+1 && s.behind(o) {
			return o
		}
	}
	return nil
}
