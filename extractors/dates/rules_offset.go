package dates

// offsetRules read distances from the article's day or from the date just spoken of.
var offsetRules = []rule{
	{
		name:     "ago",
		patterns: []string{"# UNITS|UNIT ago", "# UNITS|UNIT or so|more ago", "# UNITS|UNIT and a half ago", "# UNITS|UNIT ago today|yesterday"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opOffset, n: -m.num("#"), unit: m.unit("UNITS"), anchored: true}
			if m.has("today") && e.unit == year {
				e.n, e.unit = 12*e.n, month
				e.day = 1 // of the day
			}
			return e, e.unit > hour
		},
		yes: []example{
			{"Ten years ago today a wave struck.", "Ten years ago today=2016-03-11"},
			{"I trained 20 years ago.", "20 years ago=2006"},
			{"The strike began three days ago.", "three days ago=2026-03-08"},
			{"It opened two months ago.", "two months ago=2026-01"},
			{"He left a week ago.", "a week ago=2026-03-04"},
			{"It closed more than a decade ago.", "a decade ago=2016"},
			{"It was a couple of years ago.", "a couple of years ago=2024"},
		},
		no: []string{"It was long ago."},
	},
	{
		name:     "from-now",
		patterns: []string{"# UNITS|UNIT from now|today", "# UNITS|UNIT hence"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opOffset, n: m.num("#"), unit: m.unit("UNITS"), anchored: true}
			return e, e.unit > hour
		},
		yes: []example{{"Two weeks from now they will vote.", "Two weeks from now=2026-03-25"}},
	},
	{
		name:     "offset",
		patterns: []string{"# UNITS|UNIT earlier|later|previously|before|after|beforehand|afterwards|afterward", "# UNITS|UNIT more? later"},
		read:     readOffset,
		yes: []example{
			{"The flood came on 2 March. Now 265 are missing, down from 410 a week earlier.", "a week earlier=2026-03-04"},
			{"The district said on Tuesday that it had 33, one fewer than a day earlier.", "a day earlier=2026-03-09"},
			{"It sank on 3 May 2024. Two days later it was found.", "Two days later=2024-05-05"},
			{"He was freed in 2019, three years after.", "three years after=2022"},
			{"Profit for 2025 came to 2.3 billion, up from 2 billion a year earlier.", "a year earlier=2024"},
			{"A patient can pass it on from four days before the rash.", "four days=P4D"},
			{"It left 50 minutes earlier.", "50 minutes=PT50M"},
			{"Two days after the ferry sank, its owner has resigned.", "Two days=P2D"},
			{"They met on 13 December 2025. One day earlier a licence was issued.", "One day earlier=2025-12-12"},
		},
	},
	{
		name:     "the-unit-before",
		patterns: []string{"the UNIT before|after", "the UNIT previous"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opSame, unit: m.unit("UNIT"), shift: shiftNext}
			if m.lowerAt(m.to-1) != "after" {
				e.shift = shiftLast
			}
			switch e.unit {
			case day, week, month, year, weekend:
			case night:
				e.unit = day
			default:
				return e, false
			}
			switch m.tagAt(m.to) {
			case "NNP", "CD", "NN":
				if m.startsDate(m.to) { // the day before Easter
					e = expr{op: opOffset, unit: e.unit, n: 1, rule: "pending"}
					if m.lowerAt(m.to-1) == "before" {
						e.n = -1
					}
					return e, true
				}
			}
			return e, m.clauseEnds(m.to)
		},
		yes: []example{
			{"The count was 58.1 percent. The club had said 61.4 the day before.", "the day before=2026-03-10"},
			{"It carried 412,000 in 2025, 9 percent more than in the year before.", "the year before=2024"},
		},
		no: []string{"The day before the vote was calm.", "She left the year after he died."},
	},
	{
		name:     "week-of",
		patterns: []string{"week of|to|ending|beginning|starting|commencing", "week that began|ended"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opRange, rule: "pending"}
			switch m.lowerAt(m.to - 1) {
			case "to", "ending", "ended":
				e.shift = shiftLast
			}
			return e, m.startsDate(m.to)
		},
		yes: []example{
			{"In the week of 2 March it rained daily.", "week of 2 March=2026-03-02/2026-03-08"},
			{"Claims fell in the week ending March 7.", "week ending March 7=2026-03-01/2026-03-07"},
		},
	},
	{
		name:     "unit-before-year",
		patterns: []string{"decade|century before|after YEAR", "# UNITS|UNIT before|after YEAR"},
		read: func(m *match) (expr, bool) {
			y := m.val("YEAR")
			n := m.num("#") * unitYears(m.unit("UNITS"))
			if !m.has("#") {
				n = unitYears(m.words[m.from].unit())
			}
			if n < 1 || !m.yearAt(m.to-1, true) {
				return expr{}, false
			}
			a, b := expr{op: opDate, year: y - int(n)}, expr{op: opDate, year: y - 1}
			if m.lowerAt(m.to-2) == "after" {
				a.year, b.year = y+1, y+int(n)
			}
			return expr{op: opRange, base: &a, until: &b}, true
		},
		yes: []example{{"It had seen fewer than 15 in the whole decade before 2025.", "decade before 2025=2015/2024"}},
	},
}

func unitYears(u unit) float64 {
	switch u {
	case year:
		return 1
	case decade:
		return 10
	case century:
		return 100
	}
	return 0
}

// readOffset reads "two days later". Before a noun or clause ("four days before the rash") it is a duration beside an event.
func readOffset(m *match) (expr, bool) {
	e := expr{op: opOffset, n: m.num("#"), unit: m.unit("UNITS")}
	switch w := m.lowerAt(m.to - 1); w {
	case "earlier", "previously", "beforehand":
		e.n = -e.n
		e.anchored = m.comparesFigures()
	case "before", "after":
		if w == "before" {
			e.n = -e.n
		}
		switch {
		case m.startsDate(m.to) && e.unit >= day:
			e.rule = "pending" // two days after Easter: the next date is the base
			return e, true
		case !m.clauseEnds(m.to), m.before(1) == "to", m.before(1) == "or": // from four days before to two days after
			n := m.num("#")
			if m.words[m.index("#")].kind == "article" {
				return e, false
			}
			m.to--
			return expr{op: opDuration, n: n, unit: e.unit}, true
		}
	}
	if e.unit < day {
		if m.words[m.index("#")].kind == "article" {
			return e, false
		}
		n := m.num("#")
		m.to = m.index("UNITS") + 1
		return expr{op: opDuration, n: n, unit: e.unit}, true
	}
	return e, true
}

// comparesFigures reports "265 cases, down from 410 a week earlier" in a sentence that names no day before: the article's
// own day is the later one.
func (m *match) comparesFigures() bool {
	found := false
	for k := 1; k < 6 && !found; k++ {
		switch m.before(k) {
		case "from":
			switch m.before(k + 1) {
			case "up", "down", "rose", "fell", "risen", "fallen", "rise", "fall", "increase", "decrease", "drop", "climbed", "dropped", "jumped", "grew":
				found = true
			}
		case "against", "versus":
			found = true
		}
	}
	byYear := m.unit("UNITS") == year || m.words[m.to-2].unit() == year
	for i := m.from - 1; i >= 0 && found; i-- {
		found = !m.startsDate(i) && !(byYear && m.words[i].classes&cYear != 0 && m.yearAt(i, false))
	}
	return found
}

// startsDate reports whether token i can begin a calendar date.
func (s *scanner) startsDate(i int) bool {
	if i >= len(s.words) {
		return false
	}
	c := s.words[i].classes
	return c&(cMonthName|cWeekday|cHoliday|cNumeric|cDeictic) != 0 || c&(cDay|cOrdinal) != 0 && i+1 < len(s.words) && s.words[i+1].classes&cMonth != 0 || c&cMonth != 0 && i+1 < len(s.words) && s.words[i+1].classes&cDay != 0
}

// clauseEnds reports whether nothing that "before" or "after" could govern begins at token i.
func (s *scanner) clauseEnds(i int) bool {
	if i >= len(s.toks) {
		return true
	}
	switch s.toks[i].Lower {
	case "in", "on", "at", "from", "to", "with", "by", "for", "and", "but", "or", "when", "as", "of", "because", "who", "which", "that", "near", "after", "before", "had", "was", "were", "has", "have", "is", "are":
		return true
	}
	switch tag := s.toks[i].Tag; tag {
	case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBG", "PDT", "WDT", "WP", "EX", "RB", "VBN":
		return false
	}
	return true
}
