package dates

// Dates that count from what the story told before.

func (c *context) namedYear() (Period, bool) {
	if c.named == nil {
		return Period{}, false
	}
	return c.named()
}

func isTwoDays(p Period) bool { return p.Grain == Day && daysBetween(p.From, p.To) == 1 }

// like resolves "the same period of 2025": the months just spoken of, moved to that year or to the one before.
func (c *context) like(e *expr) (Period, bool) {
	y := e.year
	if y == 0 && c.anchor.IsZero() || c.told == nil {
		return Period{}, false
	}
	p, _ := c.told()
	if e.unit != noUnit {
		return c.likeUnit(e, p)
	}
	if p.Zero() || p.Grain != Month || p.From.Year() != p.To.Year() { // no such period was told: the year
		if y == 0 {
			y = c.anchor.Year() - 1
		}
		return years(y, y), true
	}
	if y == 0 {
		y = p.From.Year() - 1
	}
	return months(y, int(p.From.Month()), int(p.To.Month())-int(p.From.Month())+1), true
}

// likeUnit resolves "the same week last year", "the same month of 2019": of the week, month or day just told, else of the article's.
func (c *context) likeUnit(e *expr, told Period) (Period, bool) {
	if whole := isWhole(e.unit, told); !whole && c.anchor.IsZero() {
		return Period{}, false
	} else if !whole && e.unit == week {
		told = weekOf(c.anchor)
	} else if !whole {
		told = span(c.anchor, unitGrain(e.unit))
	}
	y := e.year
	if y == 0 {
		y = told.From.Year() - 1
	}
	switch n := told.From.Year() - y; e.unit {
	case week:
		back := -7 * ((n*365 + 3) / 7) // whole weeks, nearest to n years
		return Period{told.From.AddDate(0, 0, back), told.To.AddDate(0, 0, back), Day}, true
	case month:
		return months(y, int(told.From.Month()), 1), true
	}
	return span(told.From.AddDate(y-told.From.Year(), 0, 0), Day), true
}

// isWhole reports whether p is one whole day, week or month.
func isWhole(u unit, p Period) bool {
	switch u {
	case week:
		return p.Grain == Day && daysBetween(p.From, p.To) == 6
	case month:
		return p.Grain == Month && p.From.Month() == p.To.Month()
	}
	return !p.Zero() && isSingleDay(p)
}

// weekdayOfSomeMonth resolves "the second Sunday of the month": of the month just told, else of the last or the next that has it, by tense.
func (c *context) weekdayOfSomeMonth(e *expr) (Period, bool) {
	if p, told := c.focus(Month); told && p.Grain == Month && p.From.Month() == p.To.Month() {
		return span(nthWeekday(p.From.Year(), int(p.From.Month()), e.weekday, int(e.n)), Day), true
	}
	if c.tense != past && c.tense != future {
		return Period{}, false
	}
	first := date(c.anchor.Year(), int(c.anchor.Month()), 1)
	t := nthWeekday(first.Year(), int(first.Month()), e.weekday, int(e.n))
	n := 0
	switch {
	case c.tense == past && t.After(c.anchor):
		n = -1
	case c.tense == future && t.Before(c.anchor):
		n = 1
	}
	first = first.AddDate(0, n, 0)
	return span(nthWeekday(first.Year(), int(first.Month()), e.weekday, int(e.n)), Day), true
}

// toldPeriod is the period told last in the paragraph.
func (c *context) toldPeriod() (Period, bool) {
	if c.told == nil {
		return Period{}, false
	}
	return c.told()
}

// same resolves "the same day", "the year before", "the following month" against the date just spoken of.
func (c *context) same(e *expr) (Period, bool) {
	if e.weekday != 0 {
		return c.spoken(e.weekday) // "that Friday"
	}
	p, told := c.focus(unitGrain(e.unit))
	if e.unit == day && (e.shift == shiftNext || e.shift == shiftThis && (c.tense == future || c.tense == present)) {
		p, told = c.event()
	}
	if e.unit == day && e.shift != shiftLast && isTwoDays(p) {
		return Period{}, false // behind "on 9 and 10 June" that night or the next morning may be either's
	}
	if y, ok := c.namedYear(); ok && e.unit == year {
		p, told = y, true
	}
	if p.Zero() || !told && e.shift == shiftNext {
		return Period{}, false
	}
	t := p.From
	if e.shift == shiftNext {
		t = p.To
	}
	if w, _ := c.toldPeriod(); e.unit == week && e.shift != shiftThis && w.Grain == Day && daysBetween(w.From, w.To) == 6 {
		n := map[int]int{shiftLast: -7, shiftNext: 7}[e.shift]
		return Period{w.From.AddDate(0, 0, n), w.To.AddDate(0, 0, n), Day}, true // "320 in the week ending 8 March, against 210 in the week before"
	}
	if e.unit == weekend && e.shift == shiftThis {
		s := weekOf(t).From.AddDate(0, 0, 5)
		return Period{s, s.AddDate(0, 0, 1), Day}, true
	}
	return c.shiftedUnit(t, e.unit, e.shift), true
}
