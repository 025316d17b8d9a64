package claim

import (
	"slices"
	"strings"
	"time"

	"crosstally/extractors/dates"
)

// farthestDate is the greatest cost at which a date still belongs to a count.
const farthestDate = 12

// dateFor returns the nearest date of a role to a count in its sentence.
func (s *sentence) dateFor(from, to int, role dateRole) *dates.Mention {
	var best *dates.Mention
	least := float64(farthestDate)
	for i := range s.dates {
		m := s.dates[i]
		if s.dateRoles[i] != role {
			continue
		}
		c := s.gapTo(m, from, to)
		if role == toldDate && (s.ofNextClause(m, to) || s.ofRelative(m, from) || m.To <= from && s.retold(from) && s.hadSaid(m.To, from)) {
			continue
		}
		if role == toldDate {
			c -= s.crossed(m, from, to) // a statement holds for all its figures
		}
		if m.Period.Grain == dates.Year {
			c += 3 // "the fourth this year"
		}
		if c < least {
			least, best = c, m
		}
	}
	return best
}

// ofNextClause reports the day on which somebody says what follows it, in a clause of its own behind the count that ends at token to: "48 have
// been held, and the prosecutor said on [Monday] that 30 were charged", "48 came, against the 40 of which it had spoken on [Monday]".
func (s *sentence) ofNextClause(m *dates.Mention, to int) bool {
	if m.From < to {
		return false
	}
	that := m.To < len(s.toks) && s.toks[m.To].Lower == "that" || m.To+1 < len(s.toks) && s.toks[m.To].Lower == "of" && s.isCount[m.To+1] // "spoke on Monday of 14"
	and, finite, other := false, false, false
	for k := to; k < m.From; k++ {
		switch w := s.toks[k].Lower; {
		case w == ";":
			and, other = true, false
		case w == "," && k+1 < m.From && s.toks[k+1].Lower == "and":
			and = true
		case w == "as" && other && k+3 >= m.From && k+1 < len(s.toks) && s.toks[k+1].Tag == "VBN":
			return true // "Eleven were taken, not nine as reported on Monday"
		case s.isCount[k]:
			other = true
		case other && w == "of" && k+1 < m.From && s.toks[k+1].Lower == "which":
			return true
		case and && that && telling[w] && (strings.HasPrefix(s.toks[k].Tag, "VB") || w == "spoke"):
			finite = true
		}
	}
	return and && (finite || other && s.wordIn(";", to, m.From))
}

// ofRelative reports the day of another figure inside a relative clause that the count at token from stands outside of: "41 by the count of the
// town, which on [Thursday] had spoken of 38, and 44 by that of the army".
func (s *sentence) ofRelative(m *dates.Mention, from int) bool {
	k := m.From - 1
	for k > 0 && k > m.From-4 && s.toks[k].Lower != "," {
		k--
	}
	if k <= 0 || s.toks[k].Lower != "," || s.toks[k+1].Lower != "which" && s.toks[k+1].Lower != "who" || s.toks[m.To-1].Lower == "," {
		return false
	}
	counted := false
	end := m.To
	for end < len(s.toks) && s.toks[end].Lower != "," && !isClauseStop(s.toks[end].Lower) {
		counted = counted || s.isCount[end]
		end++
	}
	return counted && (from < k || from > end)
}

// frontedCost is what a date costs at most that a sentence opens with: it holds for all that follows and has no day of its own.
const frontedCost = 2

// fronted reports whether a sentence opens with a date: "In 2001, an earthquake killed 92 people in the region, and a year later …".
func (s *sentence) fronted(m *dates.Mention) bool {
	return m.From <= 1 && m.To < len(s.toks) && s.toks[m.To].Lower == "," && (m.From == 0 || s.toks[0].Lower == "in" || s.toks[0].Lower == "on" || s.toks[0].Lower == "during")
}

func (s *sentence) dateGap(from, to int) float64 {
	c := 0.0
	for k := from; k < to && c <= farthestDate; k++ {
		switch s.toks[k].Lower {
		case ".", ";", "?", "!":
			c += 8
		case "while", "although", "against", "compared", "whereas", "from":
			c += 4
		case "than", "before":
			c += farthestDate + 1
		case "but", "when", "after", "until":
			c += 2.5
		case "and", "which", "who":
			c += 1.2
		case ",", "—", "–", ":":
			c++
		default:
			c += 0.15
		}
		if s.isCount[k] && (k == from || !s.isCount[k-1]) && !s.chained(k) {
			c += 2
		}
	}
	return c
}

// crossed is what dateGap adds for the counts between a date and a count, but a part of it.
func (s *sentence) crossed(m *dates.Mention, from, to int) float64 {
	a, z := to, m.From
	if m.To <= from {
		a, z = m.To, from
	}
	n := 0.0
	for k := a; k < z; k++ {
		if s.isCount[k] && (k == a || !s.isCount[k-1]) && !s.chained(k) {
			n += 1.5
		}
	}
	return n
}

// eventDate sets the day or period of what the figure counts.
func (b *builder) eventDate(s *sentence, c *Claim, o *occurrence) {
	from, to := s.bounds(&c.Mention)
	if c.Predicate == "employ" {
		return // "the mill, which opened in 1964, employs 731"
	}
	if e := s.dateFor(from, to, eventDate); e != nil && s.gapTo(e, from, to) < farthestEvent && !(c.Modality != Asserted && c.Modality != Denied && b.past(e)) && !((s.stands(o, c.From, to) || s.lastsTo(to, e.From)) && b.near(e)) && !s.ofOthers(o, to, e) && !s.sinceEvent(e) {
		c.EventDate, c.Frame.DateTold = e.Value, true
		return
	}
	k := classOf(c.Predicate)
	if k == nil || is(k.name, lasting) {
		return
	}
	for i := len(b.out) - 1; i >= 0 && i >= len(b.out)-4; i-- {
		p := &b.out[i]
		if p.Field != c.Field || p.Sentence < c.Sentence-1 || b.d.Sentences[p.Sentence].Block != s.sent.Block {
			break
		}
		if p.EventDate != "" && p.Predicate == c.Predicate {
			c.EventDate = p.EventDate
			return
		}
	}
	if k.traits&sudden != 0 {
		c.EventDate = b.days.main.String()
	}
}

// ofOthers reports whether a date stands in a relative clause behind the figure, or in one with "since" and a figure of its own, while what is
// said of the figure stands before that clause: "released 123 prisoners who were jailed during the protests of 2020".
func (s *sentence) ofOthers(o *occurrence, to int, e *dates.Mention) bool {
	if o == nil {
		return false
	}
	for k := to; k < e.From && k < len(s.toks); k++ {
		switch s.toks[k].Lower {
		case "who", "which", "whose", "whom":
			return o.to <= k
		case "since":
			if slices.Contains(s.isCount[k:e.From], true) {
				return true // "40 died, the most since 52 were killed in 2019"
			}
		case ";", ".", "—":
			return false
		}
	}
	return false
}

// sinceEvent reports a date by which an event is named since which something has been so: "a dissident since the disputed 2020 election".
func (s *sentence) sinceEvent(e *dates.Mention) bool {
	k := e.From - 1
	for k > 0 && (s.toks[k].Tag == "DT" || s.toks[k].Tag == "JJ" || s.toks[k].Tag == "VBN") {
		k--
	}
	return k >= 0 && s.toks[k].Lower == "since" && s.toks[k+1].Tag == "DT" && e.To < len(s.toks) && (strings.HasPrefix(s.toks[e.To].Tag, "NN") || s.toks[e.To].Tag == "JJ")
}

// lastsTo reports whether what is said of a figure still held on the date behind it: "three of them stayed there on Monday".
func (s *sentence) lastsTo(to, date int) bool {
	for k := to; k < date && k < len(s.toks) && k < to+6; k++ {
		if s.toks[k].Lower == "still" {
			return true
		}
	}
	return false
}

// past reports whether a date lies more than a month before publication, where nothing is planned or possible any more.
func (b *builder) past(m *dates.Mention) bool {
	return !b.pub.IsZero() && b.pub.Sub(m.Period.To) > maxAge*24*time.Hour
}

// farthestEvent is the greatest gap at which a date is that of what a figure counts.
const farthestEvent = 6
