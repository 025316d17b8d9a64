package claim

import (
	"slices"
	"time"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
)

// standing are verbs with which a number is put at a day: "rose to 24 on Monday", "it was 52 on Tuesday".
var standing = tell.Of("standing")

// stands reports whether a date next to a count is the day that the number stood there, not the day of an event: a state,
// or a toll that "rose to 24 on Monday".
func (s *sentence) stands(o *occurrence, from, to int) bool {
	if o == nil || s.copula(from, to) && o.term.class.sorts&money != 0 && o.term.class.sorts&persons == 0 {
		return s.copula(from, to)
	}
	k := o.term.class
	switch {
	case k.name == "board":
		return false // who was on it when it left
	case k.name == "have", k.stock && k.name != "need" && (o.term.slot == stateSlot || is(k.name, static)):
		return true
	case o.term.slot == nounSlot && k.toll && o.to <= from:
		return s.verbBetween(o.to, from)
	case o.term.slot == nounSlot && k.name == "infect", o.term.slot == stateSlot && k.toll:
		return s.verbNear(from, to)
	}
	return false
}

// copula reports whether the count is all that is said of its day: "it was 52", "had 23", "the number is 12".
func (s *sentence) copula(from, to int) bool {
	for k := from - 1; k >= 0 && k >= from-3; k-- {
		if standing[s.toks[k].Lower] {
			return true
		}
		if s.toks[k].Tag != "RB" && s.toks[k].Lower != "at" && s.toks[k].Lower != "to" {
			return false
		}
	}
	return false
}

func (s *sentence) verbBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if standing[s.toks[k].Lower] {
			return true
		}
	}
	return false
}

func (s *sentence) verbNear(from, to int) bool {
	return s.verbBetween(max(0, from-4), from) || s.verbBetween(to, min(len(s.toks), to+4))
}

// asOf sets the day for which a figure held or was given.
func (b *builder) asOf(s *sentence, c *Claim, o *occurrence) {
	b.pageDay(s, c)
	c.Frame.Former = s.isFormer(c.From, c.To)
	b.told = false
	for _, m := range [...]*dates.Mention{b.columnDay(s, c.From), b.rowDay(s), b.tableDays[s.sent.Index]} {
		if m != nil && !b.later(m.Period) {
			c.dateBy(m)
			return
		}
	}
	if s.isBase(c.From) && c.Predicate == "have" {
		return // how many there are at all
	}
	if s.earlyFigure(c.From) && !b.days.main.Zero() {
		c.AsOf, c.Frame.AsOfTold, c.Frame.Former = b.days.main.String(), true, true
		return
	}
	if m := s.ownedBy(c); m != nil && !b.later(m.Period) {
		c.dateBy(m)
		return
	}
	from, to := s.bounds(&c.Mention)
	m := s.dateFor(from, to, toldDate)
	if m != nil && m.To <= from && s.nowBetween(m.To, from) && (s.toks[m.To].Lower != "that" || s.figureBeforeNow(m.To, from)) { // not "said on Monday that it now has 12"
		return // "spoke of 8 boats on Monday and now speaks of 12"
	}
	if m == nil {
		m = s.hadIn(c)
	}
	if m == nil {
		m = s.hadThen(c, o)
	}
	switch m = b.dayOf(s, c, o, m); {
	case m != nil && !b.later(m.Period):
		b.told = !c.Frame.Former
		c.dateBy(m)
	case s.thatDay(to):
		if p := b.statedBefore(s.sent.Index); p != nil {
			b.told = true
			c.AsOf, c.Frame.AsOfTold, c.Frame.AsOfClock = p.AsOf, true, p.Frame.AsOfClock
		}
	case s.atTheTime(to) && c.EventDate != "":
		c.AsOf, c.Frame.AsOfTold = c.EventDate, true
	case s.lateThatDay(from, to):
		if p := b.timeline().At(s.sent.Index); !p.Zero() && !b.later(p) {
			c.AsOf, c.Frame.AsOfTold = p.String(), true
		}
	}
}

// pageDay sets the day that the page gives a figure where its sentence tells none: that of publication, of a live entry, of a list of hours.
func (b *builder) pageDay(s *sentence, c *Claim) {
	wanted := c.Modality == Demanded || c.Modality == Planned // what is wanted is no datum
	c.AsOf, c.Frame.AsOfTold = b.days.published, b.days.dated
	if b.days.dated && wanted {
		c.AsOf, c.Frame.AsOfTold = publicationDay(b.d.Article), false
	}
	if day := b.entryDay(s.sent.Index); day != "" {
		c.AsOf = day
	}
	if day := b.hours[s.sent.Block]; day != "" && s.sent.Field == extractors.Text && !wanted {
		c.AsOf, c.Frame.AsOfTold = day, true
	}
	if t := s.sent.Clock; t != "" {
		c.Frame.AsOfClock = t
		if len(t) > 10 {
			c.AsOf = t[:10]
		}
	}
}

// toldThen reports a figure that was told on the day with which its sentence opens: not today, and not after that day's event was told with a
// figure of its own.
func (b *builder) toldThen(s *sentence, c *Claim) bool {
	for k := c.From - 1; k >= 0 && k >= c.From-3; k-- {
		if t := s.toks[k].Tag; t == "VBZ" || t == "VBP" {
			return false // "and the owner says 52"
		}
	}
	n := len(b.out)
	return n == 0 || b.out[n-1].Sentence != c.Sentence || !is(b.out[n-1].Predicate, sudden)
}

// dayOf returns the date of a sentence that is the day of a figure, given the nearest one that was told; nil for none.
func (b *builder) dayOf(s *sentence, c *Claim, o *occurrence, m *dates.Mention) *dates.Mention {
	from, to := s.bounds(&c.Mention)
	if m != nil && s.ofInserted(m, from) || s.addedSince(c, m) {
		m = nil
	}
	if own := s.clauseDay(c, o, m); own != nil {
		m = own
	}
	if all := s.forAll(); all != nil {
		m = all
	}
	if by := s.frontedBy(); m == nil && by != nil && by.To <= from && b.near(by) && !s.datedWithin(by.To, from) {
		m = by
	}
	if since := s.heldSince(c); since != nil {
		m = since
	}
	if open := s.openingDay(); m == nil && open != nil && c.NounFrom >= c.NounTo && s.retold(c.From) && b.toldThen(s, c) && !s.hadSaid(open.To, c.From) {
		m = open // "On Monday the police had 12 names, and the rescuers spoke of 14"
	}
	e := s.dateFor(from, to, eventDate)
	if e == nil || !b.stoodOn(s, c, o, e) || isPossessive(s.toks[e.To-1].Lower) {
		return m
	}
	if m == nil || s.gapTo(e, from, to) < s.gapTo(m, from, to) || c.Frame.Former {
		return e
	}
	return m
}

// stoodOn reports whether a figure is told as it stood on the day e, which is then not that of an event.
func (b *builder) stoodOn(s *sentence, c *Claim, o *occurrence, e *dates.Mention) bool {
	from, to := s.bounds(&c.Mention)
	switch {
	case b.nextStand(s, c, e):
		return true
	case e.Relation == "since", s.sinceThen(e), s.ofEvent(e), s.ofOtherCount(e, from, to):
		return false
	case !b.near(e), s.gapTo(e, from, to) >= maxStanding, e.To <= from && s.nowBetween(e.To, from):
		return false
	case c.Frame.Former, e.Relation == "by", o == nil && e.To == c.From, c.Kind == counts.Measure && readings[c.Unit]:
		return true
	}
	return e.Period.From.Equal(e.Period.To) && s.stands(o, c.From, to) || s.wasThere(to, e.From) || s.wasSo(c, o, e) || s.compared(c, e) || s.hadOn(c.From, e)
}

// dateBy gives a claim the day that the text tells of its figure.
func (c *Claim) dateBy(m *dates.Mention) {
	c.AsOf, c.Frame.AsOfTold, c.Frame.AsOfClock = m.Value, true, m.Clock
}

// ownedBy returns the day whose figure a bare number is: "raised the toll from Thursday's 11 to 15", "an increase over Sunday evening (41)"; nil
// for none.
func (s *sentence) ownedBy(c *Claim) *dates.Mention {
	if c.NounFrom < c.NounTo || c.From == 0 {
		return nil
	}
	for _, m := range s.dates {
		if end := m.To; m.Period.Grain == dates.Day && (end == c.From && isPossessive(s.toks[end-1].Lower) || end == c.From-1 && (isPossessive(s.toks[end].Lower) || s.toks[end].Lower == "(" && c.To < len(s.toks) && s.toks[c.To].Lower == ")")) {
			return m
		}
	}
	return nil
}

// readings are units of what an instrument shows on a day.
var readings = tell.Of("readings")

// hadOn reports a day right before the verb that says how many there were: "and on Saturday had 203 patients".
func (s *sentence) hadOn(from int, e *dates.Mention) bool {
	return e.To < from && from-e.To <= 2 && e.From > 0 && s.toks[e.From-1].Lower == "on" && s.toks[e.To].Lower == "had"
}

// nowBetween reports "now" in tokens [from,to).
func (s *sentence) nowBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if s.toks[k].Lower == "now" || s.toks[k].Lower == "since" && k > 0 && (s.toks[k-1].Lower == "has" || s.toks[k-1].Lower == "have") {
			return true // "has since come down to 12"
		}
	}
	return false
}

// ofInserted reports a day told with a figure of its own inside commas, before the verb that tells the figure at token from: "The toll, put
// at 12 on [Monday], rose to 15".
func (s *sentence) ofInserted(m *dates.Mention, from int) bool {
	if m.To+1 >= from || s.toks[m.To].Lower != "," {
		return false
	}
	k := m.From - 1
	counted := false
	for ; k > 0 && s.toks[k].Lower != "," && !isClauseStop(s.toks[k].Lower); k-- {
		counted = counted || s.isCount[k]
	}
	if k <= 0 || s.toks[k].Lower != "," || !counted {
		return false
	}
	return extractors.Finite(s.toks[m.To+1].Tag) || s.toks[m.To+1].Lower == "has" || s.toks[m.To+1].Lower == "had"
}

// forAll returns the date that a sentence gives all its figures at its end, nil where it gives none: "both as of Sunday".
func (s *sentence) forAll() *dates.Mention {
	for _, m := range s.dates {
		if m.Relation != "as-of" {
			continue
		}
		for k := m.From - 1; k > 0 && k >= m.From-3; k-- {
			if w := s.toks[k].Lower; (w == "both" || w == "all") && s.toks[k-1].Lower == "," {
				return m
			}
		}
	}
	return nil
}

// heldSince returns the day since which somebody gives a bare figure, right behind it: "has spoken of eight since Tuesday"; nil for none.
func (s *sentence) heldSince(c *Claim) *dates.Mention {
	if c.NounFrom < c.NounTo {
		return nil
	}
	for _, m := range s.dates {
		if m.Relation != "since" || m.Period.Grain != dates.Day || m.From < c.To || m.From > c.To+1 {
			continue
		}
		for k := c.From - 1; k >= 0 && k >= c.From-4; k-- {
			if telling[s.toks[k].Lower] {
				return m
			}
		}
	}
	return nil
}

// figureBeforeNow reports a figure in tokens [from,to) that stands before "now": "said on Monday that 40 had died, and now says".
func (s *sentence) figureBeforeNow(from, to int) bool {
	for k := from; k < to && s.toks[k].Lower != "now"; k++ {
		if s.isCount[k] {
			return true
		}
	}
	return false
}

// datedWithin reports a day told in tokens [from,to).
func (s *sentence) datedWithin(from, to int) bool {
	return slices.ContainsFunc(s.dates, func(m *dates.Mention) bool { return m.From >= from && m.To <= to && m.Period.Grain == dates.Day })
}

// frontedBy returns the day by which all figures of a sentence stood that opens with it: "By Sunday 81 tents stood, while four had
// burned"; nil for none.
func (s *sentence) frontedBy() *dates.Mention {
	for _, m := range s.dates {
		if m.Period.Grain == dates.Day && (m.Relation == "by" && m.From <= 1 || s.toks[0].Lower == "by" && m.From <= 4 && s.toks[m.From-1].Lower == "on") {
			return m // "By closing time on Friday"
		}
	}
	return nil
}

// hadSaid reports that a figure at token from, behind token after, is one that was given before: "the force had always said 11".
func (s *sentence) hadSaid(after, from int) bool {
	for k := after; k < from; k++ {
		if w := s.toks[k].Lower; w == "had" && k > from-5 {
			return true
		}
	}
	return false
}

// kept are participles for being somewhere against one's will.
var kept = tell.Of("kept")

// openingDay returns the day that a sentence opens with; nil for none.
func (s *sentence) openingDay() *dates.Mention {
	for _, m := range s.dates {
		if m.Relation == "" && m.From <= 1 && m.Period.Grain == dates.Day {
			return m
		}
	}
	return nil
}

// sinceThen reports a day inside a clause that tells since when something is so: "since the storm began on Monday".
func (s *sentence) sinceThen(m *dates.Mention) bool {
	for k := m.From - 1; k >= 0 && k > m.From-7; k-- {
		switch w := s.toks[k].Lower; {
		case w == "since":
			return true
		case w == ",", isClauseStop(w):
			return false
		}
	}
	return false
}

// ofEvent reports a date that tells when something took place of which a figure is told: "The march on Saturday was 54,000 strong".
func (s *sentence) ofEvent(e *dates.Mention) bool {
	return e.From > 1 && s.toks[e.From-1].Lower == "on" && gatherings[s.toks[e.From-2].Lower]
}

// gatherings are nouns for what takes place on a day.
var gatherings = tell.Of("gatherings")

// ofOtherCount reports a date that stands directly behind another bare figure, whose day it is: "has fallen to 1,570, from 2,084 on
// [Thursday], and that of others to 900".
func (s *sentence) ofOtherCount(e *dates.Mention, from, to int) bool {
	k := e.From - 1
	if k > 0 && s.toks[k].Lower == "on" {
		k--
	}
	return k >= 1 && s.isCount[k] && k < from && (s.toks[from-1].Lower == "to" || s.toks[k-1].Lower == "from") && !s.chained(k)
}

// compared reports a bare figure that another is held against, with its day behind it: "10,660 today, after 10,100 on Wednesday", "about
// 360 on Saturday, are down to a few".
func (s *sentence) compared(c *Claim, e *dates.Mention) bool {
	if c.NounFrom < c.NounTo || e.From < c.To || e.From > c.To+1 || c.From == 0 {
		return false
	}
	switch s.toks[c.From-1].Lower {
	case "after", "against", "from", "with", ",", "(":
		return true
	}
	return false
}

// maxStanding is the greatest gap at which a day tells when a number stood.
const maxStanding = 3.5

// lateThatDay reports whether a figure was given at the end of the day that was just spoken of.
func (s *sentence) lateThatDay(from, to int) bool {
	for k := max(0, from-8); k+1 < len(s.toks) && k < to+6; k++ {
		switch s.toks[k+1].Lower {
		case "evening", "night", "afternoon", "morning":
			w := s.toks[k].Lower
			if w == "that" || w == "same" || w == "the" && k > 1 && s.toks[k-1].Lower == "in" && s.toks[k-2].Lower == "late" {
				return true
			}
		}
	}
	return false
}

// timeline returns the days at which the story stands, read when first asked for.
func (b *builder) timeline() *dates.Timeline {
	if b.line == nil {
		b.line = dates.NewTimeline(b.d, b.ds)
	}
	return b.line
}

func (s *sentence) gapTo(m *dates.Mention, from, to int) float64 {
	if m.From >= to {
		return s.dateGap(to, m.From)
	}
	c := s.dateGap(m.To, from) + 0.5
	if s.fronted(m) {
		c = min(c, frontedCost)
	}
	return c
}

// thatDay reports a figure that is told for a day just spoken of: "has 34 for the very same day", "registered 34 deaths then".
func (s *sentence) thatDay(to int) bool {
	for k := to; k < len(s.toks) && k < to+6; k++ {
		switch s.toks[k].Lower {
		case "same":
			return k+1 < len(s.toks) && s.toks[k+1].Lower == "day"
		case "then":
			return k+1 >= len(s.toks) || isClauseStop(s.toks[k+1].Lower) || s.toks[k+1].Lower == ","
		case ",", ";":
			return false
		}
	}
	return false
}

// statedBefore returns the last claim whose day the text tells, from this sentence or the two before it; nil where none does.
func (b *builder) statedBefore(sentence int) *Claim {
	for i := len(b.out) - 1; i >= 0 && b.out[i].Mention.Sentence >= sentence-2; i-- {
		if b.out[i].Frame.AsOfTold {
			return &b.out[i]
		}
	}
	return nil
}

// near reports whether a date lies within the weeks before publication, in which a figure can be dated by it.
func (b *builder) near(m *dates.Mention) bool {
	return b.pub.IsZero() || m.Period.Grain == dates.Day && b.pub.Sub(m.Period.From) < 60*24*time.Hour
}

func (b *builder) later(p dates.Period) bool { return !b.pub.IsZero() && p.From.After(b.pub) }

// atTheTime reports whether a figure is told as it was given then.
func (s *sentence) atTheTime(to int) bool {
	for k := to; k+2 < len(s.toks); k++ {
		if s.toks[k].Lower == "at" && s.toks[k+1].Lower == "the" && s.toks[k+2].Lower == "time" {
			return true
		}
	}
	return false
}
