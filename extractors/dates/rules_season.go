package dates

// seasonRules read seasons, quarters and halves, decades and centuries.
var seasonRules = []rule{
	{
		name: "season",
		patterns: []string{
			"SEASON YEAR", "SEASON of YEAR", "LAST|THIS|NEXT SEASON", "this past|coming SEASON", "PART LAST|THIS|NEXT SEASON", "PART SEASON YEAR", "PART SEASON of YEAR",
			"SEASON of? LAST|THIS|NEXT year", "early|late|mid SEASON", "PARTSEASON", "lead:in|since|by|until|before|during|over|of|throughout SEASON of? YEAR?", "lead:in|since|by|until|before|during|over|through|throughout|of|for the SEASON of? YEAR?",
			"SEASON of YEARWORDS", "SEASON of that year", "SEASON of the same|following|previous year", "that SEASON", "lead:as soon|early|late as SEASON",
			"lead:in|since|by|until|before|during|over|through|throughout|of|for the? SEASON of that year", "lead:in|since|by|until|before|during|over|through|throughout|of|for the? SEASON of the same|following|previous year", "lead:in|by|during|over that SEASON",
			"lead:in|since|by|until|before|during|over|of|for the SEASON of LAST|THIS|NEXT year",
		},
		read: readSeason,
		yes: []example{
			{"She had never had a flood before this winter.", "this winter=2025-12/2026-03"},
			{"A draft was vetoed last autumn.", "last autumn=2025-09/2025-11"},
			{"It opened in summer 2024.", "summer 2024=2024-06/2024-08"},
			{"The spring of 2025 was dry.", "spring of 2025=2025-03/2025-05"},
			{"It will open next summer.", "next summer=2026-06/2026-08"},
			{"They married in 2014. In the summer of that year they left.", "summer of that year=2014-06/2014-08"},
			{"They married in 2014. That autumn it burned.", "That autumn=2014-09/2014-11"},
			{"An election may be due as soon as autumn.", "autumn=2026-09/2026-11"},
			{"It has been shut since the spring.", "spring=2025-03/2025-05"},
			{"She fled in December 2014 and came home the following spring.", "following spring=2015-03/2015-05"},
			{"She fled in January 2015; the previous autumn her shop had burned.", "previous autumn=2014-09/2014-11"},
			{"She fled in January 2015; the previous winter had been mild.", "previous winter=2013-12/2014-02"},
			{"The following spring they left.", "following spring="},
			{"It began in November 2021. By spring 40,000 had fled.", "spring=2022-03/2022-05"},
			{"It began on 4 November 2021. By spring 40,000 had fled.", "spring=2022-03/2022-05"},
			{"It made 40 in 2021. By autumn it was sold.", "autumn=2025-09/2025-11"},
			{"It began in November 2021. It has been shut since the spring.", "spring=2025-03/2025-05"},
			{"It began in November 2021. It had ended by last spring.", "last spring=2025-03/2025-05"},
			{"It began in November 2021. It will be over by the autumn.", "autumn=2026-09/2026-11"},
			{"It began in January 2026. By the autumn it had been tried.", "autumn=2025-09/2025-11"},
			{"Sales rose in the autumn.", "autumn=2025-09/2025-11"},
			{"By the autumn 40,000 had fled.", "autumn=2025-09/2025-11"},
		},
		no: []string{"Prices fall in many towns.", "The Winter Olympics begin.", "They spring into action.", "This fall in prices hurts."},
	},
	{
		name: "quarter",
		patterns: []string{
			"ORDWORD|ORD quarter of? YEAR?", "ORDWORD|ORD quarter of LAST|THIS|NEXT year", "LAST|THIS|NEXT year 's ORDWORD|ORD quarter", "ORDWORD|ORD three months of YEAR",
			"q1|q2|q3|q4 ,? of? YEAR?", "ORDWORD|ORD half of? YEAR", "ORDWORD|ORD half of LAST|THIS|NEXT|the year", "ORDWORD|ORD two quarters of YEAR",
			"ORDWORD|ORD # months of YEAR", "ORDWORD|ORD # months of LAST|THIS|NEXT|the year", "h1|h2 of? YEAR",
			"QUARTERADJ YEAR?",
		},
		read: readPartYear,
		yes: []example{
			{"In the first quarter of 2026, 1,094 died.", "first quarter of 2026=2026-01/2026-03"},
			{"Sales fell in the fourth quarter.", "fourth quarter=2025-10/2025-12"},
			{"In the first half of 2025 it grew.", "first half of 2025=2025-01/2025-06"},
			{"The first nine months of 2024 were dry.", "first nine months of 2024=2024-01/2024-09"},
			{"Third-quarter retail sales fell.", "Third-quarter=2025-07/2025-09"},
			{"Fourth-quarter profit fell.", "Fourth-quarter=2025-10/2025-12"},
			{"It reported record third-quarter 2025 net sales.", "third-quarter 2025=2025-07/2025-09"},
			{"Q3 2025 was better.", "Q3 2025=2025-07/2025-09"},
		},
		no: []string{"A third-quarter touchdown won it.", "A third quarter of the city burned."},
	},
	{
		name: "same-period",
		patterns: []string{
			"the? same period|months|quarter|half|week|month|day of|in YEAR", "the? same period|months|quarter|half|week|month|day LAST year", "the? same period|months|quarter|half|week|month|day of|in LAST year",
			"the? same period|months|quarter|half|week|month|day a year earlier|ago|before", "the? same period|months|quarter|half|week|month|day of|in the previous|preceding year",
			"the? same period|months|quarter|half|week|month|day the previous|preceding year",
		},
		read: func(m *match) (expr, bool) {
			e := expr{op: opLike, year: m.val("YEAR")}
			if w := &m.words[m.index("period")]; w.classes&cUnit != 0 && w.unit() != quarter {
				e.unit = w.unit()
			}
			m.from = m.index("same")
			return e, e.year == 0 || m.yearAt(m.to-1, true)
		},
		yes: []example{
			{"It lost 9 in the first half of 2025, after 4 in the same period of 2024.", "same period of 2024=2024-01/2024-06"},
			{"Sales rose in the first quarter of 2026 from the same period last year.", "same period last year=2025-01/2025-03"},
			{"Claims fell from the same week last year.", "same week last year=2025-03-10/2025-03-16"},
			{"Claims in the week to 1 March fell from the same week of 2024.", "same week of 2024=2024-02-26/2024-03-03"},
			{"In the same month last year 40 died.", "same month last year=2025-03"},
			{"It had 40 on the same day a year earlier.", "same day a year earlier=2025-03-11"},
			{"Sales in the first quarter of 2025 fell from the same quarter a year earlier.", "same quarter a year earlier=2024-01/2024-03"},
		},
	},
	{
		name: "decade",
		patterns: []string{
			"DECADE", "PART DECADE", "PARTDECADE", "'|‘|’ DECADE", "PART '|‘|’ DECADE", "the DECADEWORD", "the PART DECADEWORD", "PART DECADEWORD", "nineteen DECADEWORD",
			"YEAR 's",
		},
		read: readDecade,
		yes: []example{
			{"The plant was built in the 1990s.", "1990s=1990/1999"},
			{"It thrived in the late 1980s.", "late 1980s=1980/1989"},
			{"In the '60s it closed.", "'60s=1960/1969"},
			{"Hate groups grew through the nineties.", "the nineties=1990/1999"},
		},
		no: []string{"She is in her 60s.", "A man in his late 40s died.", "Temperatures in the 30s are common."},
	},
	{
		name: "century",
		patterns: []string{
			"ORD|ORDWORD century", "PART ORD|ORDWORD century", "early|mid|late ORD century", "turn of the century",
			"nth:ORDWORD|LAST half|decade|quarter of the ORD|ORDWORD century",
		},
		read: func(m *match) (expr, bool) {
			n := m.val("ORD")
			if m.has("nth") {
				return partOfCentury(m, (n-1)*100+1)
			}
			return expr{op: opCentury, year: (n-1)*100 + 1}, n >= 5 && n <= 22 && !m.has("turn")
		},
		yes: []example{{"The church is a 19th century building.", "19th century=1801/1900"}, {"In the twentieth century it grew.", "twentieth century=1901/2000"},
			{"It grew in the second half of the 20th century.", "second half of the 20th century=1951/2000"},
			{"In the first decade of the 21st century it shrank.", "first decade of the 21st century=2001/2010"},
			{"Its last quarter of the nineteenth century was its best.", "last quarter of the nineteenth century=1876/1900"},
		},
		no: []string{"The third century of her career came."},
	},
}

// partOfCentury reads the half, quarter or decade of the century that begins with the year first.
func partOfCentury(m *match, first int) (expr, bool) {
	size := map[string]int{"half": 50, "quarter": 25, "decade": 10}[m.lower("half")]
	nth := m.val("nth")
	if m.words[m.from].classes&cLast != 0 {
		nth = 100 / size
	}
	a := expr{op: opDate, year: first + (nth-1)*size}
	b := expr{op: opDate, year: a.year + size - 1}
	return expr{op: opRange, base: &a, until: &b}, first >= 401 && first <= 2101 && nth >= 1 && nth*size <= 100 && m.lowerAt(m.from) != "past"
}

func readSeason(m *match) (expr, bool) {
	i := m.index("SEASON")
	if i < 0 {
		i = m.index("PARTSEASON")
	}
	e := expr{op: opSeason, month: m.words[i].value, year: m.val("YEAR")}
	if k := m.index("YEARWORDS"); k >= 0 {
		_, e.year = m.parseYearWords(k)
	} else if e.year != 0 && !m.yearAt(m.index("YEAR"), true) {
		return e, false
	}
	switch {
	case m.has("that"):
		if m.from = i; m.lowerAt(i-1) == "that" {
			m.from--
		}
		e.base = &expr{op: opSame, unit: year, shift: shiftThis}
		return e, m.to-m.from > 2 || m.tagAt(m.from) == "DT"
	case m.has("year") && m.lowerAt(m.to-3) == "the":
		e.base = &expr{op: opSame, unit: year, shift: shiftThis}
		m.from = i
		m.shiftOf(e.base, m.to-2)
		return e, true
	case m.has("lead") && m.has("year"):
		m.from = i
		m.shiftOf(&e, m.to-2)
		e.base = &expr{op: opUnit, unit: year, shift: e.shift}
	case m.has("lead"):
		m.from = i
		if tag := m.tagAt(i); tag == "VB" || tag == "VBZ" || m.lowerAt(i) == "fall" && m.lowerAt(i-1) != "the" && e.year == 0 {
			return e, false
		}
		if tag := m.tagAt(m.to); tag == "NN" || tag == "NNS" || tag == "NNP" {
			return e, false
		}
	case m.has("past"):
		e.shift = shiftLast
		if m.lowerAt(i-1) == "coming" {
			e.shift = shiftNext
		}
	case m.has("year"):
		m.shiftOf(&e, m.to-2)
		e.base = &expr{op: opUnit, unit: year, shift: e.shift}
	case i > 0 && (m.lowerAt(i-1) == "following" || m.lowerAt(i-1) == "previous"):
		m.shiftOf(&e, i-1)
		e.unit = year // of the date told last
	default:
		m.shiftOf(&e, i-1)
		if m.lowerAt(i) == "fall" && e.year == 0 && (m.after(1) == "was" || m.after(1) == "is" || m.after(1) == "in" && !m.capitalAt(m.to+1)) {
			return e, false // this fall in prices
		}
	}
	return e, true
}

func readPartYear(m *match) (expr, bool) {
	e := expr{op: opPartYear, n: 3, year: m.val("YEAR")}
	nth := m.val("ORDWORD") + m.val("QUARTERADJ")
	if m.has("QUARTERADJ") && !m.roleAt(m.to, roleAccounts) && !m.roleAt(m.to+1, roleAccounts) {
		return e, false // a third-quarter touchdown
	}
	for k := m.from; k < m.to; k++ {
		switch m.lowerAt(k) {
		case "q1", "q2", "q3", "q4":
			nth = int(m.lowerAt(k)[1] - '0')
		case "h1", "h2":
			e.n, nth = 6, int(m.lowerAt(k)[1]-'0')
		case "half":
			e.n = 6
		case "quarters":
			e.n = 6
		case "months":
			e.n = 3
			if m.has("#") {
				e.n = m.num("#")
			}
		case "year":
			i := k - 1
			m.shiftOf(&e, i)
			if m.lowerAt(i) == "the" {
				e.shift = shiftThis
			}
		}
	}
	e.day = nth // which part of the year
	if e.year != 0 && !m.yearAt(m.index("YEAR"), true) {
		return e, false
	}
	if (m.has("#") || m.has("three")) && nth != 1 {
		return e, false
	}
	if e.year == 0 && e.shift == noShift && (m.before(1) == "a" || m.after(1) == "of") {
		return e, false
	}
	return e, nth >= 1 && float64(nth)*e.n <= 12
}

func readDecade(m *match) (expr, bool) {
	if m.has("YEAR") { // the 1990's
		y := m.val("YEAR")
		return expr{op: opDecade, year: y}, y%10 == 0 && y >= 1700 && m.before(1) == "the"
	}
	n := m.val("DECADE") + m.val("PARTDECADE") + m.val("DECADEWORD")
	if n >= 1000 {
		return expr{op: opDecade, year: n}, true
	}
	apostrophe := m.has("'")
	switch prev := m.before(1); prev {
	case "his", "her", "their", "its", "my", "your", "our":
		return expr{}, false
	case "the":
		if !apostrophe && !m.has("the") && n < 50 {
			return expr{}, false // temperatures in the 30s
		}
	default:
		if !apostrophe && !m.has("the") && !m.has("nineteen") {
			return expr{}, false
		}
	}
	if m.has("the") && n < 50 && !m.has("PART") {
		return expr{}, false
	}
	if n <= 20 {
		return expr{op: opDecade, year: 2000 + n, short: true}, true
	}
	return expr{op: opDecade, year: 1900 + n}, true
}
