package dates

// absoluteRules read dates that name a month, a year or both.
var absoluteRules = []rule{
	{
		name: "day-month-year",
		patterns: []string{
			"WEEKDAY|WEEKDAYAB ,? the? DAY|ORD of? MONTH ,? of? YEAR",
			"DAY|ORD of? MONTH ,? of? YEAR",
			"the ORDWORD of MONTH ,? YEAR",
			"DAY|ORD - MONTH - YEAR",
		},
		read: readDate,
		yes: []example{
			{"The ferry sank on 13 December 2024.", "13 December 2024=2024-12-13"},
			{"It was signed on Monday, 2 March, 2026 in Oslo.", "Monday, 2 March, 2026=2026-03-02"},
			{"They met on the 3rd of May 2025.", "3rd of May 2025=2025-05-03"},
			{"The vote is set for Sun 12 Apr 2026.", "Sun 12 Apr 2026=2026-04-12"},
			{"WHAT HAPPENED ON 13 DECEMBER 2025?", "13 DECEMBER 2025=2025-12-13"},
			{"It opened on the first of June, 2023.", "the first of June, 2023=2023-06-01"},
		},
		no: []string{"She has 12 Marchers beside her.", "On 31 February 2025 nothing happened."},
	},
	{
		name: "month-day-year",
		patterns: []string{
			"WEEKDAY|WEEKDAYAB ,? MONTH DAY|ORD|ORDWORD ,? of? YEAR",
			"MONTH the? DAY|ORD|ORDWORD ,? of? YEAR",
		},
		read: readDate,
		yes: []example{
			{"The dam broke on March 4, 2025, killing nine.", "March 4, 2025=2025-03-04"},
			{"On Tuesday, Feb. 10th 2026, it closed.", "Tuesday, Feb. 10th 2026=2026-02-10"},
			{"Sept. 30 2024 was the last day.", "Sept. 30 2024=2024-09-30"},
		},
		no: []string{"May 40, 2024 people pass."},
	},
	{
		name: "bracketed-weekday",
		patterns: []string{
			"WEEKDAY ( DAY|ORD of? MONTH ,? YEAR? )", "WEEKDAY ( MONTH DAY|ORD ,? YEAR? )", "DAY|ORD of? MONTH ,? YEAR? ( WEEKDAY )", "MONTH DAY|ORD ,? YEAR? ( WEEKDAY )",
		},
		read: readDate,
		yes: []example{
			{"It struck on Sunday (8 March) at noon.", "Sunday (8 March)=2026-03-08"},
			{"It opens on 3 May 2026 (Sunday).", "3 May 2026 (Sunday)=2026-05-03"},
		},
	},
	{
		name:     "numeric",
		patterns: []string{"NUMERIC", "YEAR DASH TWO DASH TWO"},
		read:     readNumeric,
		yes: []example{
			{"Stand: 13.12.2025, noon.", "13.12.2025=2025-12-13"},
			{"Filed 2025-12-13 in court.", "2025-12-13=2025-12-13"},
			{"Filed 12/31/2025 in court.", "12/31/2025=2025-12-31"},
			{"Filed 31/12/2025 in court.", "31/12/2025=2025-12-31"},
			{"Filed 03/04/2025 in court.", "03/04/2025="},
		},
		no: []string{"Version 10.12.3 is out.", "Call 2025-44-13."},
	},
	{
		name:     "day-month",
		patterns: []string{"WEEKDAY|WEEKDAYAB ,? the? DAY|ORD of? MONTH", "DAY|ORD of? MONTH", "WEEKDAY|WEEKDAYAB ,? the? ORDWORD of MONTH", "the ORDWORD of MONTH"},
		read:     readDate,
		yes: []example{
			{"It had been quiet since 3 November.", "3 November=2025-11-03"},
			{"A hearing is set for 24 April.", "24 April=2026-04-24"},
			{"They will meet on Monday, 16 March.", "Monday, 16 March=2026-03-16"},
			{"On the 8th of February it rained.", "8th of February=2026-02-08"},
		},
		no: []string{"Some 20 may have died.", "The 12 march on."},
	},
	{
		name:     "month-day",
		patterns: []string{"WEEKDAY|WEEKDAYAB ,? MONTH the? DAY|ORD|ORDWORD", "MONTH the? DAY|ORD|ORDWORD"},
		read:     readMonthDay,
		yes: []example{
			{"The first case was found on Feb. 19.", "Feb. 19=2026-02-19"},
			{"As of Tuesday, March 10, it had spread.", "Tuesday, March 10=2026-03-10"},
			{"The school stays closed until March 30.", "March 30=2026-03-30"},
			{"The Aug. 7 bombings shook the town.", "Aug. 7=2025-08-07"},
			{"The town adopted the coin on July 1.", "July 1=2025-07-01"},
			{"The deadline was set for June 14.", "June 14=2026-06-14"},
			{"The president has called the election, which she has called for September 13, free.", "September 13=2026-09-13"},
			{"His car was set alight on March 8.", "March 8=2026-03-08"},
			{"The mayor declared a holiday on May 12.", "May 12=2026-05-12"},
		},
		no: []string{"In March 500 people left.", "In June 12 people died."},
	},
	{
		name:     "day-alone",
		patterns: []string{"on|by|until|since|before|after|of the ORD", "ORD of LAST|THIS|NEXT month", "ORD of the month"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDate, day: m.val("ORD"), month: anyMonth}
			for i := m.from; i < m.to; i++ {
				m.shiftOf(&e, i)
			}
			if m.lowerAt(m.from) == "of" && m.words[m.from+1].classes&cOrdinal == 0 {
				if k := m.from - 1; k < 0 || m.words[k].classes&cDaypart == 0 && m.lowerAt(k) != "hours" && m.lowerAt(k) != "night" {
					return e, false // of the 9th
				}
			}
			if m.lowerAt(m.to-2) == "the" { // on the 9th
				m.from = m.to - 2
				next := m.tagAt(m.to)
				return e, !isNoun(next) && next != "JJ" && next != "CD" && m.after(1) != "of" && m.after(1) != "-" && m.after(1) != "and"
			}
			if e.shift == noShift {
				e.shift = shiftThis
			}
			return e, true
		},
		yes: []example{
			{"He was freed on the 9th.", "the 9th=2026-03-09"},
			{"She was last seen on the 20th.", "the 20th=2026-02-20"},
			{"On the morning of the 12th the court will sit.", "morning of the 12th=2026-03-12"},
			{"They left on the 20th of last month.", "20th of last month=2026-02-20"},
		},
		no: []string{"The winner of the 9th was late.", "He lives on the 9th floor.", "It lies on the 38th parallel."},
	},
	{
		name: "day-range",
		patterns: []string{
			"from|between d1:DAY|ORD DASH|to|and|or|until d2:DAY|ORD of? MONTH ,? YEAR?",
			"d1:DAY|ORD DASH|to|and|or|until d2:DAY|ORD of? MONTH ,? YEAR?",
			"MONTH d1:DAY|ORD DASH|to|and|or|through|until d2:DAY|ORD ,? YEAR",
			"MONTH d1:DAY|ORD DASH|to|and|or|through|until d2:DAY|ORD",
		},
		read: readDayRange,
		yes: []example{
			{"They fled between 9 and 10 March.", "9 and 10 March=2026-03-09/2026-03-10"},
			{"The fair ran from 9 to 11 February 2025.", "9 to 11 February 2025=2025-02-09/2025-02-11"},
			{"It was held on June 3–5, 2024.", "June 3–5, 2024=2024-06-03/2024-06-05"},
			{"It rained on Jan. 3 and 4.", "Jan. 3 and 4=2026-01-03/2026-01-04"},
		},
		no: []string{"The score on March 10-3 was odd."},
	},
	{
		name:     "month-range-year",
		patterns: []string{"m1:MONTH DASH|to|through|until m2:MONTH ,? YEAR?"},
		read: func(m *match) (expr, bool) {
			y := m.val("YEAR")
			if m.has("YEAR") && !m.yearAt(m.index("YEAR"), true) {
				return expr{}, false
			}
			a := expr{op: opDate, month: m.val("m1"), year: y}
			b := expr{op: opDate, month: m.val("m2"), year: y}
			if y != 0 && a.month > b.month {
				a.year--
			}
			return expr{op: opRange, base: &a, until: &b}, true
		},
		yes: []example{{"The January–March 2025 figures fell.", "January–March 2025=2025-01/2025-03"}, {"The road is shut May to November.", "May to November=2026-05/2026-11"}},
	},
	{
		name: "month-year",
		patterns: []string{
			"PART? MONTH ,? of? YEAR", "MONTH ,? of? YEAR", "PARTMONTH ,? of? YEAR", "MONTH ,? YEARWORDS", "middle of MONTH ,? YEAR",
		},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDate, month: m.val("MONTH") + m.val("PARTMONTH"), year: m.val("YEAR")}
			if i := m.index("YEARWORDS"); i >= 0 {
				_, e.year = m.parseYearWords(i)
			} else if !m.yearAt(m.index("YEAR"), true) {
				return expr{}, false
			}
			if m.lowerAt(m.index("YEAR")-1) == "," && m.tagAt(m.to) == "NNS" { // In March, 2024 seats fell free.
				return expr{}, false
			}
			return e, true
		},
		yes: []example{
			{"It was retaken in January 2025.", "January 2025=2025-01"},
			{"It began in late February 2024.", "late February 2024=2024-02"},
			{"In June of 2018 ten died.", "June of 2018=2018-06"},
			{"It began in mid-May 2024.", "mid-May 2024=2024-05"},
		},
		no: []string{"In March, 2020 soldiers left."},
	},
	{
		name: "month-relative-year",
		patterns: []string{
			"PART? MONTH ,? of? LAST|THIS|NEXT|that|same year",
			"MONTH ,? of? LAST|THIS|NEXT|that year",
			"MONTH ,? of? the? same|previous|following|next year",
			"MONTH DAY|ORD ,? of? LAST|THIS|NEXT|that year",
			"DAY|ORD of? MONTH ,? of? LAST|THIS|NEXT|that year",
			"that same? MONTHNAME",
		},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDate, month: m.val("MONTH"), day: m.val("DAY")}
			of := expr{op: opUnit, unit: year}
			if m.has("that") && m.index("MONTHNAME") == m.to-1 { // "In 2003 there was no plan. That August they came."
				e.month = m.val("MONTHNAME")
				e.base = &expr{op: opSame, unit: year, shift: shiftThis}
				return e, m.from == 0 || m.tagAt(m.from-1) == "IN" || m.before(1) == "," || m.clauseStops(m.to) || m.tagAt(m.to) == "IN" && !isFinite(m.tagAt(m.from-1))
			}
			m.shiftOf(&of, m.to-2)
			switch m.lowerAt(m.to - 2) {
			case "that", "same":
				of = expr{op: opSame, unit: year, shift: shiftThis}
			case "following", "previous":
				of.op = opSame
			case "next":
				if m.lowerAt(m.to-3) == "the" {
					of.op = opSame
				}
			}
			if of.shift != noShift {
				e.base = &of
			}
			return e, true
		},
		yes: []example{
			{"In 2019 the river froze. In June of the next year it flooded.", "June of the next year=2020-06"},
			{"In 2019 the river froze. In June of the previous year it had flooded.", "June of the previous year=2018-06"},
			{"The river will flood in June next year.", "June next year=2027-06"},
			{"He was held in June last year.", "June last year=2025-06"},
			{"In 2003 there was no plan. That August they came.", "That August=2003-08"},
			{"He joined in May 2019 and left that December.", "that December=2019-12"},
			{"The bridge fell in January last year.", "January last year=2025-01"},
			{"In January of this year it fell.", "January of this year=2026-01"},
			{"It was opened on 4 May last year.", "4 May last year=2025-05-04"},
		},
	},
	{
		name:     "relative-month",
		patterns: []string{"LAST|THIS|NEXT MONTH", "this past|coming MONTH", "PART LAST|THIS|NEXT MONTH", "LAST|THIS|NEXT MONTH DAY|ORD", "LAST|THIS|NEXT DAY|ORD MONTH"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDate, month: m.val("MONTH"), day: m.val("DAY")}
			if m.words[m.index("MONTH")].classes&cMonthName == 0 {
				return e, false
			}
			m.shiftOf(&e, m.index("MONTH")-1)
			return e, true
		},
		yes: []example{
			{"Pilots had warned the firm last August.", "last August=2025-08"},
			{"It will open next May.", "next May=2026-05"},
			{"It closed this January.", "this January=2026-01"},
		},
	},
	{
		name:     "month",
		patterns: []string{"MONTHNAME", "PART MONTHNAME", "PARTMONTH", "middle of MONTHNAME"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDate, month: m.val("MONTHNAME") + m.val("PARTMONTH")}
			if i := m.index("MONTHNAME"); i >= 0 && m.from == i && !m.monthAlone(i) {
				return expr{}, false
			}
			return e, true
		},
		yes: []example{
			{"At least three calls were turned down since January.", "January=2026-01"},
			{"The outbreak was declared over in August.", "August=2025-08"},
			{"It admitted seven people in late February.", "late February=2026-02"},
			{"The talks will resume in May.", "May=2026-05"},
			{"Strikes could follow in May.", "May=2026-05"},
			{"Investigators could trace the weapon in January.", "January=2026-01"},
			{"Visitors could still see it in June.", "June=2025-06"},
			{"There could be no vote in June.", "June=2026-06"},
			{"June was the hottest on record.", "June=2025-06"},
			{"He could not be found in May.", "May=2025-05"},
			{"The December releases were the largest.", "December=2025-12"},
			{"It lasted until mid-November.", "mid-November=2025-11"},
		},
		no: []string{"They may march.", "Theresa May spoke.", "April Jones was nine.", "August Moreau wrote the play.", "The Women's March drew crowds.", "May we ask why?", "Troops march on."},
	},
}

// readDate reads day, month, year and weekday wherever the pattern put them.
func readDate(m *match) (expr, bool) {
	e := expr{op: opDate, month: m.val("MONTH"), day: m.val("DAY") + m.val("ORDWORD"), year: m.val("YEAR"), weekday: m.val("WEEKDAY")}
	if m.has("YEAR") && e.year < 1000 {
		return expr{}, false
	}
	if m.has("-") && m.toks[m.from].End != m.toks[m.from+1].Start {
		return expr{}, false
	}
	return e, validDay(e.year, e.month, e.day)
}

// readMonthDay reads "March 4"; "in June 12 people died" counts people.
func readMonthDay(m *match) (expr, bool) {
	e, ok := readDate(m)
	i := m.index("DAY")
	if ok && m.words[i].classes&cDay != 0 && !m.has("WEEKDAY") && m.before(1) == "in" && countsNoun(m, i+1) {
		return expr{}, false
	}
	return e, ok
}

// countsNoun reports whether token i begins a plural noun phrase, so that the number before it counts it.
func countsNoun(m *match, i int) bool {
	for k := i; k < i+3; k++ {
		switch m.tagAt(k) {
		case "NNS", "NNPS":
			return true
		case "JJ", "VBN":
		default:
			return m.lowerAt(k) == "people"
		}
	}
	return false
}

func readNumeric(m *match) (expr, bool) {
	if m.to-m.from == 1 {
		y, mo, d, ok := numericDate(m.toks[m.from].Lower)
		if ok && mo == 0 {
			return expr{op: opAmbiguous}, true
		}
		return expr{op: opDate, year: y, month: mo, day: d}, ok
	}
	for i := m.from; i < m.to-1; i++ {
		if m.toks[i].End != m.toks[i+1].Start {
			return expr{}, false
		}
	}
	y, mo, d := m.words[m.from].value, m.words[m.from+2].value, m.words[m.from+4].value
	return expr{op: opDate, year: y, month: mo, day: d}, validDay(y, mo, d)
}

func readDayRange(m *match) (expr, bool) {
	y := m.val("YEAR")
	a := expr{op: opDate, year: y, month: m.val("MONTH"), day: m.val("d1")}
	b := expr{op: opDate, year: y, month: m.val("MONTH"), day: m.val("d2")}
	if a.day >= b.day || !validDay(y, a.month, a.day) || !validDay(y, b.month, b.day) {
		return expr{}, false
	}
	if !m.has("YEAR") && m.words[m.index("d2")].classes&cDay != 0 && countsNoun(m, m.to) && m.index("MONTH") < m.index("d1") {
		return expr{}, false
	}
	e := expr{op: opRange, base: &a, until: &b}
	m.dropLead(&e)
	return e, true
}

// dropLead moves a leading "from" or "between" out of the span and into the relation.
func (m *match) dropLead(e *expr) {
	switch m.lowerAt(m.from) {
	case "from":
		e.relation = "from"
		m.from++
	case "between":
		m.from++
	}
}

// shiftOf sets the shift that the word at i says.
func (m *match) shiftOf(e *expr, i int) {
	if i < 0 {
		return
	}
	switch c := m.words[i].classes; {
	case c&cLast != 0:
		e.shift = shiftLast
	case c&cNext != 0:
		e.shift = shiftNext
	case c&cThis != 0:
		e.shift = shiftThis
	}
}
