package dates

// periodRules read the ends of units.
var periodRules = []rule{
	{
		name: "edge",
		patterns: []string{
			"the? END|START of the UNIT", "END|START of LAST|THIS|NEXT UNIT", "END|START of MONTHNAME ,? of? YEAR?", "END|START of YEAR", "END|START of the SEASON",
			"END|START of the DECADE", "year|month|week - end", "year|month 's end", "year|month end", "year-end", "month-end", "END|START of LAST|THIS|NEXT MONTHNAME",
			"END|START of LAST|THIS|NEXT calendar|school|academic|financial UNIT", "END|START of the PART? DECADE", "end-year", "END|START of MONTHNAME LAST|THIS|NEXT year",
		},
		read: readEdge,
		yes: []example{
			{"They want 3,000 by the end of the month.", "the end of the month=2026-03-31"},
			{"It would close all chapters by the end of 2026.", "end of 2026=2026-12-31"},
			{"He will leave at the end of May.", "end of May=2026-05-31"},
			{"Thirty have died since the start of the year.", "the start of the year=2026-01-01"},
			{"The plant closed at the end of last year.", "end of last year=2025-12-31"},
			{"Shares have risen 4 percent since year-end.", "year-end=2025-12-31"},
			{"They hope to finish by year-end.", "year-end=2026-12-31"},
		},
		no: []string{"At the end of the day, it is a loss."},
	},
	{
		name:     "day-of-month",
		patterns: []string{"LAST day of MONTHNAME ,? YEAR?", "first day of MONTHNAME ,? YEAR?", "LAST day of LAST|THIS|NEXT month|year", "LAST day of the month|year"},
		read: func(m *match) (expr, bool) {
			b := expr{op: opDate, month: m.val("MONTHNAME"), year: m.val("YEAR")}
			if b.month == 0 {
				b = expr{op: opUnit, unit: m.words[m.to-1].unit(), shift: shiftThis}
				m.shiftOf(&b, m.to-2)
			}
			e := expr{op: opEnd, base: &b}
			if m.has("first") {
				e.op = opStart
			}
			return e, m.has("first") || m.lower("LAST") == "last"
		},
		yes: []example{
			{"The strike began on the last day of February.", "last day of February=2026-02-28"},
			{"It opened on the first day of March.", "first day of March=2026-03-01"},
		},
	},
	{
		name:     "week-of-month",
		patterns: []string{"ORDWORD|ORD|LAST week|weekend of|in MONTHNAME YEAR?", "ORDWORD|ORD|LAST WEEKDAY of|in MONTHNAME YEAR?", "ORDWORD|ORD half of MONTHNAME YEAR?"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDate, month: m.val("MONTHNAME"), year: m.val("YEAR"), unit: week}
			if m.has("WEEKDAY") {
				e.unit, e.weekday = day, m.val("WEEKDAY")
			}
			if m.has("half") {
				e.unit = fortnight
			}
			switch {
			case m.words[m.from].classes&cLast != 0:
				e.n = 5
			default:
				e.n = float64(m.val("ORDWORD"))
			}
			return e, e.n >= 1 && e.n <= 5
		},
		yes: []example{
			{"It rained in the first week of May 2025.", "first week of May 2025=2025-05-01/2025-05-07"},
			{"The last Monday in January was cold.", "last Monday in January=2026-01-26"},
			{"Bookings for the second half of February 2025 fell.", "second half of February 2025=2025-02-15/2025-02-28"},
		},
	},
}

func readEdge(m *match) (expr, bool) {
	e := expr{op: opEnd}
	var b expr
	last := m.to - 1
	switch {
	case m.lowerAt(m.from) == "year-end", m.lowerAt(m.from) == "end-year", m.lowerAt(m.from) == "month-end":
		b = expr{op: opUnit, unit: year, shift: shiftThis}
		if m.lowerAt(m.from) == "month-end" {
			b.unit = month
		}
		e.base = &b
		return e, m.tagAt(m.to) != "NN" && m.tagAt(m.to) != "NNS"
	case m.words[m.from].classes&cUnit != 0: // year's end
		u := m.words[m.from].unit()
		b = expr{op: opUnit, unit: u, shift: shiftThis}
		e.base = &b
		return e, true
	}
	k := m.from
	if m.lowerAt(k) == "the" {
		k++
	}
	switch w := &m.words[k]; {
	case w.classes&cStart != 0:
		e.op = opStart
	case m.lowerAt(k) == "close":
		return e, false
	}
	switch w := m.words[last]; {
	case m.has("SEASON"):
		b = expr{op: opSeason, month: m.val("SEASON")}
	case m.has("DECADE"):
		y := m.val("DECADE")
		b = expr{op: opDecade, year: y}
		e.base = &b
		return b, y >= 1000
	case m.has("MONTHNAME"):
		b = expr{op: opDate, month: m.val("MONTHNAME"), year: m.val("YEAR")}
		for i := m.from; i < m.to; i++ {
			m.shiftOf(&b, i)
		}
	case m.has("YEAR"):
		if !m.yearAt(last, true) {
			return e, false
		}
		b = expr{op: opDate, year: m.val("YEAR")}
	case w.classes&cUnit != 0:
		b = expr{op: opUnit, unit: w.unit(), shift: shiftThis}
		for i := m.from; i < last; i++ {
			m.shiftOf(&b, i)
		}
		switch b.unit {
		case week, month, year, weekend, quarter, decade, century:
		default:
			return e, false
		}
	}
	e.base = &b
	return e, true
}

// durationRules read lasting times.
var durationRules = []rule{
	{
		name: "duration",
		patterns: []string{
			"# UNITS", "# more|additional|further|full|straight|consecutive|successive|whole|extra|long|solid|calendar|working|business|other|agonising|gruelling UNITS|UNIT", "# UNIT", "# - UNIT|UNITS",
		},
		read: readDuration,
		yes: []example{
			{"There is water for six hours a day.", "six hours=PT6H"},
			{"The governor declared three days of mourning.", "three days=P3D"},
			{"It was freed after some 20 months.", "20 months=P20M"},
			{"It needs two and a half years.", "two and a half years=P2Y6M"},
			{"The recorder holds 25 hours of flight.", "25 hours=PT25H"},
			{"He was given eleven years.", "eleven years=P11Y"},
			{"Call me in two weeks.", "two weeks=P14D"},
			{"It takes three to five days.", "three to five days=P5D"},
			{"The judges would then have a month.", "a month=P1M"},
			{"He gave them a week to leave.", "a week=P7D"},
			{"Voting was prolonged by an hour.", "an hour=PT1H"},
			{"She rang for less than a minute.", "a minute=PT1M"},
			{"It marks a year since the crash.", "a year=P1Y"},
			{"They face up to a year in jail.", "a year=P1Y"},
			{"The crew flew 50 minutes more.", "50 minutes=PT50M"},
			{"Help took two hours and 20 minutes.", "two hours and 20 minutes=PT2H20M"},
			{"It took ten minutes to reach her.", "ten minutes=PT10M"},
			{"He waited 20 minutes and read.", "20 minutes=PT20M"},
			{"It was cut from 40 minutes to 20.", "40 minutes=PT40M"},
			{"She got one year and two months.", "one year and two months=P1Y2M"},
		},
		no: []string{"He earns more than 900 a month.", "They had a month of rain.", "The girl is five years old.", "A man aged 46 years died.", "It is 100 metres long.", "Most of those are over 15 years of age.", "The victims range in age from 8 months to 61 years.", "The youngest was seven months.", "At ten minutes to five it left.", "Updated on 3 March. 4 min read", "The podcast of 40 minutes is free."},
	},
	{
		name:     "one-unit",
		patterns: []string{"# UNIT and a half", "UNIT and a half"},
		read: func(m *match) (expr, bool) {
			return expr{op: opDuration, n: m.num("#") + 0.5, unit: m.unit("UNIT")}, m.has("#")
		},
		yes: []example{{"It lasted a year and a half.", "a year and a half=P18M"}, {"It took an hour and a half.", "an hour and a half=PT90M"}},
	},
	{
		name:     "part-of-unit",
		patterns: []string{"quarter of a|an century|hour", "quarter century", "quarter-century", "quarter-hour", "half-century", "three quarters of an hour"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDuration, n: 25, unit: year}
			switch w := m.toks[m.to-1].Lower; {
			case m.to-m.from == 5:
				e.n, e.unit = 45, minute
			case w == "hour", w == "quarter-hour":
				e.n, e.unit = 15, minute
			case w == "half-century":
				e.n = 50
			}
			return e, true
		},
		yes: []example{
			{"He ruled for a quarter of a century.", "quarter of a century=P25Y"},
			{"It came a quarter of an hour late.", "quarter of an hour=PT15M"},
			{"The quarter-century reign ended.", "quarter-century=P25Y"},
		},
	},
	{
		name:     "past-units",
		patterns: []string{"LAST|NEXT # UNITS", "ORDWORD # UNITS", "the LAST UNIT", "the NEXT UNIT"},
		read: func(m *match) (expr, bool) {
			if m.has("#") {
				if m.words[m.from].classes&cOrdWord != 0 || m.lowerAt(m.from) == "last" && VerbLast(m.before(1)) {
					m.from++ // "will last 30 days": a verb
				}
				return expr{op: opDuration, n: m.num("#"), unit: m.unit("UNITS")}, true
			}
			u := m.unit("UNIT")
			switch w := m.lowerAt(m.from + 1); {
			case w == "last" && (u == day || u == hour) && m.before(1) != "in" && m.before(1) != "over": // the last day of the trip
				return expr{}, false
			case w == "past", w == "last":
				return expr{op: opDuration, n: 1, unit: u}, (u == decade || u == week || u == fortnight || u == month || u == year || u == century || u == hour || u == day) && m.before(1) != "of" && !(u == week && m.after(1) == "of")
			}
			return expr{op: opDuration, n: 1, unit: u}, u == decade
		},
		yes: []example{
			{"Ten died in the past 24 hours.", "past 24 hours=PT24H"},
			{"In the past three months it fell.", "past three months=P3M"},
			{"The last 30 days were hard.", "last 30 days=P30D"},
			{"The strike will last 30 days.", "30 days=P30D"},
			{"In the past fortnight 30 died.", "the past fortnight=P14D"},
			{"Over the past decade it doubled.", "the past decade=P10Y"},
		},
	},
	{
		name:     "span-adjective",
		patterns: []string{"SPANADJ"},
		read: func(m *match) (expr, bool) {
			w := &m.words[m.from]
			if m.after(1) == "old" || m.after(1) == "olds" || m.after(1) == "-" || m.isShowing() {
				return expr{}, false
			}
			return expr{op: opDuration, n: w.number, unit: w.unit()}, true
		},
		yes: []example{
			{"They seek a 72-hour truce.", "72-hour=PT72H"},
			{"It is a five-year plan.", "five-year=P5Y"},
			{"The decade-long war ended.", "decade-long=P10Y"},
		},
		no: []string{"A 62-year-old man died.", "A 12-minute video shows the fire.", "A two-hour animated film was shown.", "A 12-minute phone video shows it."},
	},
}

// VerbLast reports whether "last" behind a word in small letters is a verb: "will last 30 days".
func VerbLast(before string) bool { return is(before, roleInfinitiveLead) }

func readDuration(m *match) (expr, bool) {
	u := m.unit("UNITS")
	if u == noUnit {
		u = m.unit("UNIT")
	}
	e := expr{op: opDuration, n: m.num("#"), unit: u}
	if m.isAge() || m.isClock(u) || m.isShowing() || duration(e.n, u) == "" {
		return e, false
	}
	last := &m.words[m.to-1]
	switch w := &m.words[m.index("#")]; {
	case m.capitalAt(m.to-1) && isQuote(m.after(1)) && m.capitalAt(m.to+1):
		return e, false // the Ninety Years' War
	case w.kind == "article" && e.n == 1:
		return e, m.articleLasts(u)
	case m.lowerAt(m.index("#")) == "one" && m.to-m.from == 2:
		return e, m.oneLasts(u)
	case u == quarter && m.to-m.from == 2 && m.after(1) == "of": // three quarters of them
		return e, false
	case last.classes&cUnit != 0 && last.classes&cUnits == 0 && e.n > 1: // two day rally
		return e, last.classes&cOrdWord == 0 && u != quarter && (isNoun(m.tagAt(m.to)) || m.tagAt(m.to) == "JJ" || m.has("-"))
	}
	return e, true
}

// articleLasts reports whether "a year", "an hour" is a lasting time rather than a rate or an occasion.
func (m *match) articleLasts(u unit) bool {
	prev := m.before(1)
	if u == night || u == quarter || u == weekend {
		return false
	}
	if prev == "than" && (m.before(2) == "less" || m.before(2) == "more") || prev == "to" && m.before(2) == "up" || prev == "by" && is(m.before(2), roleStretch) {
		return m.after(1) != "of" // "for less than a minute", "up to a year", "prolonged by an hour"
	}
	switch u {
	case second, minute:
		return false
	case day:
		return is(prev, roleDurationLead) && prev != "in" && prev != "about" && prev != "of"
	}
	return is(prev, roleDurationLead) || m.after(1) == "since" || m.allotted()
}

// allotted reports a time that somebody has, needs or is given: "would have [a month]", "gave them [a week] to leave".
func (m *match) allotted() bool {
	verb := m.before(1)
	switch verb {
	case "him", "her", "them", "us", "me", "you", "it":
		verb = m.before(2)
	}
	if !is(verb, roleAllot) {
		return false
	}
	switch m.after(1) {
	case "to", ".", ",", ";", "", "before", "until", "for":
		return m.after(2) != "forget" && m.after(2) != "remember"
	}
	return false
}

// oneLasts is articleLasts of "one year": short units need a word that leads to them, as "one day" is any day.
func (m *match) oneLasts(u unit) bool {
	switch u {
	case day, night, second, minute:
		return m.roleAt(m.from-1, roleDurationLead) && m.before(1) != "in" && m.before(1) != "of"
	case weekend, quarter, century:
		return false
	}
	return true
}

// isClock reports minutes that tell the time of day: "eight minutes to five", "ten minutes past three".
func (m *match) isClock(u unit) bool {
	return u == minute && (m.after(1) == "to" || m.after(1) == "past") && m.before(1) != "from" && m.words[min(m.to+1, len(m.words)-1)].classes&cCard != 0
}

// isShowing reports how long a film runs or an article takes to read: "a 12-minute [video]", "4 min [read]", "a podcast of 40 minutes".
func (m *match) isShowing() bool {
	return m.showsAt(m.to) || (m.tagAt(m.to) == "JJ" || m.tagAt(m.to) == "NN") && m.showsAt(m.to+1) || m.before(1) == "of" && m.roleAt(m.from-2, roleShowing)
}

// showsAt reports what runs or is read at token i, and no noun behind it: not "a two-year [film] contract".
func (m *match) showsAt(i int) bool {
	return m.roleAt(i, roleShowing) && !isNoun(m.tagAt(i+1))
}

// isAge reports whether the match is an age: "aged 3 months", "the youngest, seven months", "five years old", "15 years of age".
func (m *match) isAge() bool {
	if m.after(1) == "old" || m.after(1) == "of" && m.after(2) == "age" || m.after(1) == "-" && m.after(2) == "old" {
		return true
	}
	for k := m.from - 1; k >= 0 && k >= m.from-6; k-- {
		if m.roleAt(k, roleAgeWord) {
			return true
		}
	}
	return false
}

// setRules read recurring times.
var setRules = []rule{
	{
		name: "every",
		patterns: []string{
			"EVERY WEEKDAY DAYPART?", "EVERY other|second|single? UNIT|DAYPART|WEEKDAY|MONTHNAME|SEASON", "EVERY UNIT", "EVERY MONTHNAME|SEASON|DAYPART", "EVERY # UNITS", "EVERY few|couple UNITS",
			"EVERY HOLIDAY",
		},
		read: func(m *match) (expr, bool) {
			if m.has("#") { // a case every 16 hours: the span lasts
				m.from = m.index("#")
				return expr{op: opDuration, n: m.num("#"), unit: m.unit("UNITS")}, true
			}
			return expr{op: opSet}, m.after(1) != "of"
		},
		yes: []example{
			{"It is tested every Monday.", "every Monday="},
			{"It floods each year.", "each year="},
			{"There is a case every 16 hours.", "16 hours=PT16H"},
		},
		no: []string{"Every election is lost."},
	},
	{
		name: "weekdays",
		patterns: []string{
			"WEEKDAYS", "RECURRING", "WEEKDAYS and|or WEEKDAYS", "WEEKDAYS , WEEKDAYS and|or WEEKDAYS", "weekdays and weekends", "WEEKDAY to|through|and WEEKDAYS", "WEEKDAYS to|through WEEKDAYS",
			"CLOCK ,? WEEKDAY to|through|DASH WEEKDAY", "open|opens|daily WEEKDAY to|through|DASH WEEKDAY", "WEEKDAY to|through|DASH WEEKDAY ,? from? CLOCK",
			"WEEKDAY DAYPART|nights|mornings|evenings|afternoons", "on|at weekends", "ORDWORD|LAST WEEKDAY of|in each|every|the month", "WEEKDAY and? WEEKDAY nights|mornings|evenings|afternoons",
		},
		read: func(m *match) (expr, bool) {
			if m.has("to") { // 9am Monday to Friday
				for m.words[m.from].classes&cWeekday == 0 {
					m.from++
				}
				for m.words[m.to-1].classes&cWeekday == 0 {
					m.to--
				}
				return expr{op: opSet}, true
			}
			if m.has("month") {
				return m.weekdayOfMonth(), m.lower("ORDWORD") != "past" && m.lower("ORDWORD") != "previous"
			}
			if m.has("WEEKDAY") && !m.has("WEEKDAYS") {
				switch m.lowerAt(m.to - 1) {
				case "nights", "mornings", "evenings", "afternoons":
				default:
					return expr{}, false
				}
			}
			if m.lowerAt(m.to-1) == "weekends" && m.lowerAt(m.from) != "weekdays" {
				m.from = m.to - 1
			}
			return expr{op: opSet}, true
		},
		yes: []example{
			{"It updates its page on Tuesdays and Fridays.", "Tuesdays and Fridays="},
			{"Shots are given on weekdays.", "weekdays="},
			{"It meets on the first Monday of each month.", "first Monday of each month="},
			{"It meets on the second Monday of the month.", "second Monday of the month="},
			{"It met on the second Sunday of the month.", "second Sunday of the month=2026-03-08"},
			{"The office is open Monday to Friday.", "Monday to Friday="},
		},
	},
	{
		name:     "frequency",
		patterns: []string{"# UNITS a|every|each|per UNIT", "OFTEN a|an|every|each|per UNIT", "OFTEN ADVERB", "# times a|an|every|each|per UNIT", "once|twice every # UNITS"},
		read: func(m *match) (expr, bool) {
			u := m.words[m.to-1].unit()
			if of := m.unit("UNITS"); m.has("UNITS") && m.lower("a") != "" { // "three nights a week"
				return expr{op: opSet}, of >= day && of < u && m.lowerAt(m.index("a")) != "every"
			}
			return expr{op: opSet}, m.words[m.to-1].classes&cAdverb != 0 || u >= minute
		},
		yes: []example{{"It is checked twice a day.", "twice a day="}, {"It sails three times a week.", "three times a week="}, {"It is open three nights a week.", "three nights a week="}},
	},
	{
		name:     "adverb",
		patterns: []string{"ADVERB"},
		read: func(m *match) (expr, bool) {
			switch tag := m.tagAt(m.to); tag {
			case "NN", "NNS", "NNP":
				return expr{}, false
			}
			return expr{op: opSet}, m.from == 0 || !m.capitalAt(m.from) || m.inHeadline()
		},
		yes: []example{{"The ship sails daily.", "daily="}},
		no:  []string{"The Daily Courier wrote it.", "He told Oslo Daily so.", "His daily walk is short."},
	},
}
