package claim

import (
	"strings"

	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
)

// maxStateWords is how many words may stand between a count and the day at which it is told to have been so.
const maxStateWords = 9

// wasSo reports a state in which the counted were on the day e: "All 62 beds were full on [Monday night]", "the ward was treating 31 people on
// [Monday]", "the petition had 21,400 signatures at noon [yesterday]". Figures of what befell people or of what was done are of no state.
func (s *sentence) wasSo(c *Claim, o *occurrence, e *dates.Mention) bool {
	if e.Relation != "" || e.From < c.To || e.From-c.To > maxStateWords {
		return false
	}
	from, to := s.bounds(&c.Mention)
	was := func(k int) bool {
		return k >= 0 && k < len(s.toks) && (s.toks[k].Lower == "was" || s.toks[k].Lower == "were")
	}
	if c.From > 1 && s.toks[c.From-1].Tag == "VBG" && was(c.From-2) {
		return o.holds() && s.plainBetween(to, e.From)
	}
	if o.befell() || !o.holds() {
		return false
	}
	if from > 0 && s.toks[from-1].Lower == "had" || c.From > 0 && s.toks[c.From-1].Lower == "had" {
		return s.plainBetween(to, e.From)
	}
	if !was(to) {
		return false
	}
	k := to + 1
	for k < e.From && s.toks[k].Tag == "RB" {
		k++
	}
	return k < e.From && s.toks[k].Tag == "JJ" && s.plainBetween(k+1, e.From)
}

// befell reports a word for what befalls people and things, or whose figures are tolls.
func (o *occurrence) befell() bool {
	return o != nil && (o.term.class.toll || o.term.class.traits&sudden != 0)
}

// holds reports figures of what lasts for a time: no word tells what was done, or one of a state or of what is held on to: "signatures", not
// "births", "cancellations" or "arresting".
func (o *occurrence) holds() bool {
	return o == nil || o.term.class.stock || o.term.class.traits&held != 0
}

// hadThen returns the month with which a sentence opens that tells of what somebody had then: "In [March] the camp had 4,100 residents";
// nil for none.
func (s *sentence) hadThen(c *Claim, o *occurrence) *dates.Mention {
	if o.befell() || !o.holds() || c.From == 0 || s.toks[c.From-1].Lower != "had" || s.toks[0].Lower != "in" {
		return nil
	}
	for _, m := range s.dates {
		if m.From == 1 && m.Period.Grain == dates.Month && s.plainBetween(m.To, c.From-1) {
			return m
		}
	}
	return nil
}

// clauseDay returns the day with which a bare figure's own clause opens, behind a semicolon that parts it from the day m: "announced 620 cuts on
// Monday; on [Tuesday] it settled for 575"; nil for none.
func (s *sentence) clauseDay(c *Claim, o *occurrence, m *dates.Mention) *dates.Mention {
	if m == nil || m.To > c.From || c.NounFrom < c.NounTo || o != nil && o.term.class.traits&sudden != 0 {
		return nil
	}
	for _, e := range s.dates {
		if k := e.From - 1; e.From > m.To && e.To <= c.From && e.Period.Grain == dates.Day && (s.toks[k].Lower == ";" || k > 0 && s.toks[k].Lower == "on" && s.toks[k-1].Lower == ";") {
			return e
		}
	}
	return nil
}

// plainBetween reports that no verb, comma, other count or end of a clause stands in tokens [from,to).
func (s *sentence) plainBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if w := s.toks[k].Lower; w == "," || isClauseStop(w) || s.isCount[k] || strings.HasPrefix(s.toks[k].Tag, "VB") || s.toks[k].Lower == "after" || s.toks[k].Lower == "from" {
			return false
		}
	}
	return true
}

// nextStand reports the day e of a figure that follows on one with a day of its own: "was $18 million on 10 May and $22 million on [Monday]",
// "stood at 38 on 10 May, at 44 two days later and, since [yesterday], at 45".
func (b *builder) nextStand(s *sentence, c *Claim, e *dates.Mention) bool {
	n := len(b.out)
	if n == 0 || c.From < 2 || b.out[n-1].Sentence != c.Sentence || !b.out[n-1].Frame.AsOfTold || b.out[n-1].Unit != c.Unit || b.out[n-1].AsOf == e.Value {
		return false
	}
	last := b.out[n-1].To
	switch k := c.From - 1; {
	case e.From < last:
		return false
	case e.From >= c.To && e.From <= c.To+1: // behind it
		return s.toks[k].Lower == "at" || s.toks[k].Lower == "and" && s.endsDate(k)
	case e.To == k-1: // before it
		return s.toks[k].Lower == "at" && s.toks[k-1].Lower == ","
	}
	return false
}

// endsDate reports a day that ends before token k.
func (s *sentence) endsDate(k int) bool {
	for _, m := range s.dates {
		if m.To == k {
			return true
		}
	}
	return false
}

// addedSince reports a figure that comes on top of one told with the day m, in a clause of its own: "put the dead at five on [Tuesday]; two more died".
func (s *sentence) addedSince(c *Claim, m *dates.Mention) bool {
	if m == nil || m.To > c.From || !c.Delta {
		return false
	}
	for k := m.To; k < c.From; k++ {
		if s.toks[k].Lower == ";" {
			return true
		}
	}
	return false
}

// wasThere reports that those counted were somewhere on the day at token date: "38,900 of them were still in shelters on [Friday]".
func (s *sentence) wasThere(to, date int) bool {
	k := to
	if k+1 < date && s.toks[k].Lower == "of" {
		k += 2 // "of them"
	}
	if k >= date || s.toks[k].Lower != "were" && s.toks[k].Lower != "was" {
		return false
	}
	if k++; k < date && s.toks[k].Lower == "still" {
		k++
	}
	if k < date && s.toks[k].Lower == "being" {
		return k+2 == date || k+3 == date && s.toks[k+2].Lower == "on" // "were being treated on Monday"
	}
	if k < date && kept[s.toks[k].Lower] {
		k++ // "were stuck at 11 airports on Monday"
	}
	if k >= date || s.toks[k].Tag != "IN" || s.toks[k].Lower != "in" && s.toks[k].Lower != "at" && s.toks[k].Lower != "under" {
		return false
	}
	for ; k < date; k++ {
		if w := s.toks[k].Lower; w == "," || isClauseStop(w) || strings.HasPrefix(s.toks[k].Tag, "VB") {
			return false
		}
	}
	return true
}

// hadIn returns the year or month right behind a bare figure of what somebody had then or that another is held against: "It had 188 in 2023",
// "18 percent of the rooms are taken, against 74 percent in February"; nil for none.
func (s *sentence) hadIn(c *Claim) *dates.Mention {
	if c.NounFrom < c.NounTo && c.Kind != counts.Percent || c.From == 0 || s.toks[c.From-1].Lower != "had" && (s.toks[c.From-1].Lower != "against" || c.Kind != counts.Percent) {
		return nil
	}
	for _, m := range s.dates {
		if m.From == c.To+1 && s.toks[c.To].Lower == "in" {
			return m
		}
	}
	return nil
}
