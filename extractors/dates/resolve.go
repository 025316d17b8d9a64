package dates

import "time"

// A context is what an expression is resolved against.
type context struct {
	anchor  time.Time // the article's day, zero when unknown
	tense   tense
	event   func() (p Period, told bool)        // the day of the event just told, for what followed it
	spoken  func(weekday int) (Period, bool)    // the day of that name told last
	told    func() (p Period, explicit bool)    // the date named last in the paragraph, and whether with its year
	strict  bool                                // the past is certain: since
	by      bool                                // what the clause tells was so by then
	done    bool                                // what the clause tells of that day is done: "closed on 3 February"
	carried bool                                // the year was carried on from told
	focus   func(g Grain) (p Period, told bool) // the date just spoken of; not told: the article's
	opened  int                                 // the year that the sentence opens with, 0 for none
	named   func() (Period, bool)               // the date told last with its year, nil for none
}

// resolve returns the days that e stands for; false where that is not known.
func (c *context) resolve(e *expr) (Period, bool) {
	switch e.op {
	case opDate:
		return c.date(e)
	case opWeekday:
		return c.weekday(e)
	case opDeictic:
		return c.anchored(func(a time.Time) Period { return span(a.AddDate(0, 0, int(e.n)), Day) })
	case opOffset:
		return c.offset(e)
	case opUnit:
		return c.anchored(func(a time.Time) Period { return c.shiftedUnit(a, e.unit, e.shift) })
	case opSame:
		return c.same(e)
	case opSeason:
		return c.season(e)
	case opPartYear:
		return c.partYear(e)
	case opDecade:
		if y := e.year - 100; e.short && !c.anchor.IsZero() && e.year > c.anchor.Year() {
			return years(y, y+9), true // "the '20s" in 2016
		}
		return years(e.year, e.year+9), true
	case opCentury:
		return years(e.year, e.year+99), true
	case opHoliday:
		return c.holiday(e)
	case opStart, opEnd:
		return c.edge(e)
	case opRange:
		return c.interval(e)
	case opLike:
		return c.like(e)
	case opRest:
		return c.rest(e)
	}
	return Period{}, false
}

// interval returns the days from the base's first to the last of until. Where each alone lies the wrong way round, the end that may move does.
func (c *context) interval(e *expr) (Period, bool) {
	a, ok1 := c.resolve(e.base)
	b, ok2 := c.resolve(e.until)
	if !ok1 || !ok2 {
		return Period{}, false
	}
	if b.To.Before(a.From) {
		switch op := e.until.op; {
		case op == opDate && e.base.op == opDate && e.base.year == 0 && e.until.year == 0 && !c.anchor.After(b.To) && !span(a.From.AddDate(-1, 0, 0), Day).From.After(c.anchor):
			a = Period{a.From.AddDate(-1, 0, 0), a.To.AddDate(-1, 0, 0), a.Grain} // on 20 February: from 15 February to 15 March
		case op == opDate && e.until.year == 0: // from today through 17 November
			later := *e.until
			later.year = b.From.Year() + 1
			b, ok2 = c.resolve(&later)
		case op == opWeekday && e.base.op == opWeekday && c.tense == past: // on a Wednesday: between Wednesday and Friday
			a = Period{a.From.AddDate(0, 0, -7), a.To, Day}
		case op == opWeekday && e.base.op == opWeekday && c.tense == future: // "is open Monday to Wednesday" recurs
			b.To = b.To.AddDate(0, 0, 7)
		}
	}
	return Period{a.From, b.To, min(a.Grain, b.Grain)}, ok2 && !b.To.Before(a.From)
}

// anchored applies f to the article's day if that is known.
func (c *context) anchored(f func(time.Time) Period) (Period, bool) {
	if c.anchor.IsZero() {
		return Period{}, false
	}
	return f(c.anchor), true
}

// date resolves what is given of year, month and day; a missing year is the nearest by the tense of the clause.
func (c *context) date(e *expr) (Period, bool) {
	if e.month == anyMonth {
		return c.dayOfSomeMonth(e)
	}
	y := e.year
	switch {
	case y != 0:
	case e.base != nil: // June that year
		p, ok := c.resolve(e.base)
		if !ok {
			return Period{}, false
		}
		y = p.From.Year()
	case c.anchor.IsZero():
		return Period{}, false
	default:
		y = c.nearestYear(e)
		if c.tense == unsure && e.shift == noShift && months(y, e.month, 1).To.Before(c.anchor) {
			return Period{}, false
		}
	}
	switch {
	case e.month == 0:
		return years(y, y), true
	case e.unit != noUnit:
		return partOfMonth(y, e)
	case e.day == 0:
		return months(y, e.month, 1), true
	case !validDay(y, e.month, e.day):
		return Period{}, false
	}
	return span(date(y, e.month, e.day), Day), true
}

// dayOfSomeMonth resolves "the 9th": in the month that is said, else the nearest by tense.
func (c *context) dayOfSomeMonth(e *expr) (Period, bool) {
	if c.anchor.IsZero() {
		return Period{}, false
	}
	y, m := c.anchor.Year(), int(c.anchor.Month())
	if e.weekday != 0 {
		return c.weekdayOfSomeMonth(e)
	}
	switch {
	case e.shift == shiftLast, e.shift == noShift && c.tense != future && c.tense != present && e.day > c.anchor.Day():
		m--
	case e.shift == shiftNext, e.shift == noShift && c.tense == future && e.day < c.anchor.Day():
		m++
	}
	t := date(y, m, e.day)
	return span(t, Day), t.Day() == e.day
}

// partOfMonth returns the nth week, half or weekday of a month.
func partOfMonth(y int, e *expr) (Period, bool) {
	m := months(y, e.month, 1)
	switch e.unit {
	case day:
		return span(nthWeekday(y, e.month, e.weekday, int(e.n)), Day), true
	case fortnight:
		half := m.To.Day() / 2 // 14 of February, 15 of any other month
		if e.n == 1 {
			return Period{m.From, date(y, e.month, half), Day}, true
		}
		return Period{date(y, e.month, half+1), m.To, Day}, true
	}
	if e.n == 5 {
		return Period{m.To.AddDate(0, 0, -6), m.To, Day}, true
	}
	from := m.From.AddDate(0, 0, 7*(int(e.n)-1))
	return Period{from, from.AddDate(0, 0, 6), Day}, true
}

// nearestYear chooses the year of a month or day without one.
func (c *context) nearestYear(e *expr) int {
	a := c.anchor
	at := func(y int) (from, to time.Time) {
		if e.day != 0 {
			t := date(y, e.month, e.day)
			return t, t
		}
		p := months(y, e.month, 1)
		return p.From, p.To
	}
	switch e.shift {
	case shiftThis:
		return a.Year()
	case shiftLast:
		return c.lastYear(e)
	case shiftNext:
		if from, _ := at(a.Year()); from.After(a) {
			return a.Year()
		}
		return a.Year() + 1
	}
	if e.weekday != 0 && e.day != 0 { // the weekday tells the year
		for _, y := range [...]int{a.Year(), a.Year() - 1, a.Year() + 1} {
			if t, _ := at(y); isoWeekday(t) == e.weekday {
				return y
			}
		}
	}
	if y := c.opened; y != 0 && c.tense == past && !c.strict && y <= a.Year() {
		c.carried = true
		return y
	}
	if y := c.carriedYear(e); y != 0 {
		c.carried = true
		return y
	}
	best, bestDistance := a.Year(), 1<<30
	for y := a.Year() - 1; y <= a.Year()+1; y++ {
		from, to := at(y)
		d := 0
		switch {
		case from.After(a):
			d = daysBetween(a, from)
			if c.tense == past && d > 1 {
				d += c.aversion(e)
			} else if c.tense == noTense {
				d += 60 // what is told has mostly been
			}
		case to.Before(a):
			d = daysBetween(to, a)
			if c.tense == future {
				d += 10000
			} else if c.tense == present {
				d += 150
			}
		}
		if d < bestDistance {
			best, bestDistance = y, d
		}
	}
	return best
}

// carriedYear is the year that a story told before: "It filed for bankruptcy in March 2023. In June a court agreed." 0 for none.
func (c *context) carriedYear(e *expr) int {
	if c.tense != past || c.strict || c.told == nil {
		return 0
	}
	p, explicit := c.told()
	if !explicit || p.Grain == Year || p.From.Year() >= c.anchor.Year() || p.From.Year() != p.To.Year() {
		return 0
	}
	if m := int(p.To.Month()); m > e.month || m == e.month && e.day <= p.To.Day() {
		return 0
	}
	return p.From.Year()
}

// aversion is how many days farther back than ahead a day may lie that a clause in the past names. "The deadline was set
// for 14 January" is written in December; a day eleven months back mostly comes with its year or with "last". After "since" there is none.
func (c *context) aversion(e *expr) int {
	if e.day != 0 && !c.strict && !c.done {
		return 200
	}
	return 10000
}

// lastYear finds "last August": the latest before this month; the month just over is "last month", so its name with last means a year earlier.
func (c *context) lastYear(e *expr) int {
	m := int(c.anchor.Month())
	switch {
	case e.month >= m:
		return c.anchor.Year() - 1
	case e.month == m-1:
		return c.anchor.Year() - 1
	}
	return c.anchor.Year()
}

// weekday resolves a weekday name against the article's day, or within the week that the base says.
func (c *context) weekday(e *expr) (Period, bool) {
	if e.base != nil {
		p, ok := c.resolve(e.base)
		switch {
		case e.base.op == opAmbiguous && e.shift != noShift:
			story, told := c.focus(Day)
			if !told || !isSingleDay(story) {
				return Period{}, false
			}
			return span(c.weekdayFrom(story.From, e.weekday, e.shift == shiftNext, true), Day), true // "the Monday before the attack"
		case !ok || e.base.op == opAmbiguous:
			return Period{}, false
		case e.n != 0: // a week from Monday
			return span(p.From.AddDate(0, 0, int(e.n)), Day), true
		case e.base.unit == week:
			return span(weekOf(p.From).From.AddDate(0, 0, e.weekday-1), Day), true
		}
		return span(c.weekdayFrom(p.From, e.weekday, e.shift == shiftNext, true), Day), true
	}
	if c.tense == unsure {
		return Period{}, false
	}
	return c.anchored(func(a time.Time) Period {
		switch e.shift {
		case shiftLast:
			return span(c.weekdayFrom(a, e.weekday, false, true), Day)
		case shiftNext:
			return span(c.weekdayFrom(a, e.weekday, true, true), Day)
		case shiftThis:
			return span(c.weekdayFrom(a, e.weekday, c.tense != past, false), Day)
		}
		forward := c.tense == future || c.tense == present
		if c.tense == either { // the nearest
			forward = (e.weekday-isoWeekday(a)+7)%7 <= 3
		}
		return span(c.weekdayFrom(a, e.weekday, forward, false), Day)
	})
}

// weekdayFrom returns the nearest such weekday before or after t; t itself counts unless strict.
func (c *context) weekdayFrom(t time.Time, weekday int, forward, strict bool) time.Time {
	d := (weekday - isoWeekday(t) + 7) % 7
	if !forward && d > 0 {
		d -= 7
	}
	if d == 0 && strict {
		d = 7
		if !forward {
			d = -7
		}
	}
	return t.AddDate(0, 0, d)
}

// offset resolves "three days ago" and "two days later"; its grain is the unit's.
func (c *context) offset(e *expr) (Period, bool) {
	g := unitGrain(e.unit)
	var base time.Time
	switch {
	case e.base != nil:
		p, ok := c.resolve(e.base)
		if !ok || p.Grain > g {
			return Period{}, false
		}
		base = p.From
		if e.n > 0 {
			base = p.To
		}
	case e.anchored:
		base = c.anchor
	default:
		p, told := c.focus(g)
		if g == Day {
			p, told = c.event()
		}
		if !told && e.n > 0 { // two days later than what?
			return Period{}, false
		}
		base = p.From
	}
	if base.IsZero() {
		return Period{}, false
	}
	if e.day != 0 { // "ten years ago today"
		return span(base.AddDate(0, int(e.n), 0), Day), true
	}
	p := moved(base, e.n, e.unit)
	if e.base == nil && !e.anchored && c.tense == past && !c.anchor.IsZero() && p.From.After(c.anchor) {
		return Period{}, false // "died four days later" is no day still to come
	}
	return p, true
}

func unitGrain(u unit) Grain {
	switch u {
	case month, quarter:
		return Month
	case year, decade, century:
		return Year
	}
	return Day
}

// moved returns the day, month or year that lies n units from t.
func moved(t time.Time, n float64, u unit) Period {
	whole := int(n)
	half := n != float64(whole)
	switch u {
	case day, night:
		return span(t.AddDate(0, 0, whole), Day)
	case week:
		return span(t.AddDate(0, 0, int(7*n)), Day)
	case fortnight:
		return span(t.AddDate(0, 0, int(14*n)), Day)
	case weekend:
		return span(t.AddDate(0, 0, 7*whole), Day)
	case month:
		return span(addMonths(t, whole), Month)
	case quarter:
		return span(addMonths(t, 3*whole), Month)
	case year:
		if half {
			return span(addMonths(t, int(12*n)), Month)
		}
		return span(t.AddDate(whole, 0, 0), Year)
	case decade:
		return span(t.AddDate(int(10*n), 0, 0), Year)
	case century:
		return span(t.AddDate(int(100*n), 0, 0), Year)
	}
	return Period{}
}

// shiftedUnit returns this, the last or the next week, month and so on around a.
func (c *context) shiftedUnit(a time.Time, u unit, shift int) Period {
	n := map[int]int{shiftLast: -1, shiftNext: 1}[shift]
	switch u {
	case day, night:
		return span(a.AddDate(0, 0, n), Day)
	case week:
		return weekOf(a.AddDate(0, 0, 7*n))
	case weekend:
		return c.weekend(a, shift)
	case month:
		return months(a.Year(), int(a.Month())+n, 1)
	case quarter:
		return months(a.Year(), (int(a.Month())-1)/3*3+1+3*n, 3)
	case year:
		return years(a.Year()+n, a.Year()+n)
	case decade:
		y := a.Year()/10*10 + 10*n
		return years(y, y+9)
	case century:
		y := (a.Year()-1)/100*100 + 1 + 100*n
		return years(y, y+99)
	}
	return Period{}
}

// weekend returns Saturday and Sunday: the one that a lies in or the last one, the coming one where the clause looks ahead.
func (c *context) weekend(a time.Time, shift int) Period {
	saturday := weekOf(a).From.AddDate(0, 0, 5) // of this week
	inside := isoWeekday(a) >= 6
	switch {
	case shift == shiftNext && inside, shift == shiftNext && c.tense != past && isoWeekday(a) == 5:
		saturday = saturday.AddDate(0, 0, 7)
	case shift == shiftNext:
	case shift == shiftLast:
		saturday = saturday.AddDate(0, 0, -7)
	case inside:
	case c.tense == future || c.tense == present || shift == shiftThis && c.tense != past:
	default:
		saturday = saturday.AddDate(0, 0, -7)
	}
	return Period{saturday, saturday.AddDate(0, 0, 1), Day}
}
