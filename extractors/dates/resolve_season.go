package dates

import (
	"strconv"
	"strings"
	"time"
)

// season returns three months; a winter still on in March runs into that month.
func (c *context) season(e *expr) (Period, bool) {
	if e.year != 0 {
		return months(e.year, e.month, 3), true
	}
	if e.base != nil {
		p, ok := c.resolve(e.base)
		return months(p.From.Year(), e.month, 3), ok
	}
	if e.unit != noUnit {
		return c.seasonBeside(e)
	}
	if p, explicit := c.toldPeriod(); explicit && c.tense == past && c.by && p.Grain != Year && p.To.Year() < c.anchor.Year() && e.shift == noShift {
		return firstSeason(e.month, p.To), true // "It began in the winter of 2021. By spring 40,000 had fled."
	}
	return c.anchored(func(a time.Time) Period {
		on := func(y int) Period { return months(y, e.month, 3) }
		var current Period
		for y := a.Year() - 1; y <= a.Year()+1; y++ {
			if p := on(y); p.Covers(a) || p.Covers(a.AddDate(0, 0, -21)) {
				current = p
				break
			}
		}
		last, next := on(a.Year()-2), on(a.Year()+1)
		for y := a.Year() - 1; y <= a.Year()+1; y++ {
			if p := on(y); p.To.Before(a) && !p.Covers(a.AddDate(0, 0, -21)) {
				last = p
			}
		}
		for y := a.Year() + 1; y >= a.Year()-1; y-- {
			if p := on(y); p.From.After(a) {
				next = p
			}
		}
		switch {
		case e.shift == shiftLast:
			return last
		case e.shift == shiftNext:
			return next
		case !current.Zero() && c.strict && c.anchor.Before(current.From.AddDate(0, 0, 30)):
			return last // "shut since the spring", in the first weeks of spring
		case !current.Zero():
			if a.After(current.To) {
				current.To = months(a.Year(), int(a.Month()), 1).To
			}
			return current
		case e.shift == shiftThis:
			p := on(a.Year())
			if c.tense == past && p.From.After(a) && daysBetween(last.To, a) < daysBetween(a, p.From) {
				return last
			}
			return p // "fought for a place at the summit this summer", in spring
		case c.tense == future || c.tense == present && daysBetween(a, next.From) < daysBetween(last.To, a):
			return next
		}
		return last
	})
}

// seasonBeside resolves "the following spring", "the previous winter" by the month or day told last.
func (c *context) seasonBeside(e *expr) (Period, bool) {
	p, told := c.focus(Month)
	if !told {
		return Period{}, false
	}
	next := firstSeason(e.month, p.To)
	switch {
	case e.shift == shiftNext:
		return next, true
	case next.From.AddDate(-1, 3, 0).After(p.From): // the told month lies within the season of that name
		return months(next.From.Year()-2, e.month, 3), true
	}
	return months(next.From.Year()-1, e.month, 3), true
}

// firstSeason returns the season of that first month that begins first after t.
func firstSeason(month int, t time.Time) Period {
	p := months(t.Year(), month, 3)
	if !p.From.After(t) {
		p = months(t.Year()+1, month, 3)
	}
	return p
}

// partYear returns a quarter, half or first months of a year; without a year, the latest that is over, the one still on where the clause
// is not in the past, or the next where it looks ahead.
func (c *context) partYear(e *expr) (Period, bool) {
	size := int(e.n)
	on := func(y int) Period { return months(y, (e.day-1)*size+1, size) }
	switch {
	case e.year != 0:
		return on(e.year), true
	case c.anchor.IsZero():
		return Period{}, false
	}
	y := c.anchor.Year()
	switch e.shift {
	case shiftThis:
		return on(y), true
	case shiftLast:
		return on(y - 1), true
	case shiftNext:
		return on(y + 1), true
	}
	if p := on(y); !p.To.After(c.anchor) || p.Covers(c.anchor) && c.tense != past || c.tense == future {
		return p, true
	}
	return on(y - 1), true
}

func (c *context) holiday(e *expr) (Period, bool) {
	if e.year != 0 {
		return span(holidayIn(e.rule, e.year), Day), true
	}
	return c.anchored(func(a time.Time) Period {
		y := a.Year()
		forward := c.tense == future || c.tense == present
		switch e.shift {
		case shiftThis:
			return span(holidayIn(e.rule, y), Day)
		case shiftNext:
			forward = true
		case shiftLast:
			forward = false
		default:
			if c.tense == noTense || c.tense == either {
				return span(c.nearestHoliday(e.rule), Day)
			}
		}
		t := holidayIn(e.rule, y)
		switch {
		case forward && t.Before(a):
			t = holidayIn(e.rule, y+1)
		case !forward && t.After(a):
			t = holidayIn(e.rule, y-1)
		}
		return span(t, Day)
	})
}

// nearestHoliday is the one closest to the article's day, with the bias that nearestYear has.
func (c *context) nearestHoliday(rule string) time.Time {
	var best time.Time
	least := 1 << 30
	for y := c.anchor.Year() - 1; y <= c.anchor.Year()+1; y++ {
		t := holidayIn(rule, y)
		d := daysBetween(t, c.anchor)
		if d < 0 {
			d = 60 - d
		}
		if d < least {
			best, least = t, d
		}
	}
	return best
}

// holidayIn reads a rule of holidays.tsv for a year: "12-25", "easter-2", "thu4-11".
func holidayIn(rule string, y int) time.Time {
	if off, ok := strings.CutPrefix(rule, "easter"); ok {
		n, _ := strconv.Atoi(off)
		return easter(y).AddDate(0, 0, n)
	}
	left, right, _ := strings.Cut(rule, "-")
	m, _ := strconv.Atoi(left)
	if m > 0 {
		d, _ := strconv.Atoi(right)
		return date(y, m, d)
	}
	m, _ = strconv.Atoi(right)
	w := map[string]int{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}[left[:3]]
	return nthWeekday(y, m, w, int(left[3]-'0'))
}

// edge returns the first or last day of its base.
func (c *context) edge(e *expr) (Period, bool) {
	p, ok := c.resolve(e.base)
	if !ok {
		return Period{}, false
	}
	if c.strict && e.op == opEnd && e.base.op == opUnit {
		last := *e.base
		last.shift = shiftLast
		p, _ = c.resolve(&last) // "has risen since year-end"
	}
	if e.op == opStart {
		return span(p.From, Day), true
	}
	return span(p.To, Day), true
}

// rest returns what of a unit is over, or still to come, on the article's day.
func (c *context) rest(e *expr) (Period, bool) {
	p, ok := c.resolve(e.base)
	if !ok {
		return Period{}, false
	}
	if e.shift == shiftLast {
		p.To = c.anchor
	} else {
		p.From = c.anchor
	}
	return p, true
}
