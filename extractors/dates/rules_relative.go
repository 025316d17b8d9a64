package dates

// weekdayRules read weekdays and parts of days.
var weekdayRules = []rule{
	{
		name: "weekday",
		patterns: []string{
			"WEEKDAY DAYPART?", "PART WEEKDAY DAYPART?", "PART on WEEKDAY DAYPART?", "PART WEEKDAY PART DAYPART",
			"WEEKDAY PART DAYPART", "WEEKDAY - DAYPART", "DAYPART WEEKDAY",
		},
		read: func(m *match) (expr, bool) {
			e := expr{op: opWeekday, weekday: m.val("WEEKDAY")}
			i := m.index("WEEKDAY")
			if m.from < i && m.words[m.from].classes&cDaypart != 0 && m.to-m.from == 2 {
				if _, e.clock = m.clockOf(m.from); e.clock == "" {
					return e, false
				}
			}
			return e, m.weekdayAlone(i)
		},
		yes: []example{
			{"Fourteen died on Saturday.", "Saturday=2026-03-07"},
			{"The district said Monday it had 23.", "Monday=2026-03-09"},
			{"It flew over the town on Saturday evening.", "Saturday evening=2026-03-07"},
			{"The council meets again on Thursday.", "Thursday=2026-03-12"},
			{"It ended early Tuesday.", "early Tuesday=2026-03-10"},
			{"Sunday's ballot was calm.", "Sunday's=2026-03-08"},
			{"Schools will stay closed until Friday.", "Friday=2026-03-13"},
			{"As of noon Tuesday it stood at 27.", "noon Tuesday=2026-03-10"},
		},
		no: []string{"Black Friday sales fell.", "The Sunday Times reported it.", "Bloody Sunday is remembered.", "Sheffield Wednesday lost."},
	},
	{
		name: "relative-weekday",
		patterns: []string{
			"LAST|THIS|NEXT WEEKDAY DAYPART?", "this past|coming WEEKDAY DAYPART?", "PART LAST|NEXT|THIS WEEKDAY DAYPART?", "WEEKDAY last",
		},
		read: func(m *match) (expr, bool) {
			i := m.index("WEEKDAY")
			e := expr{op: opWeekday, weekday: m.val("WEEKDAY")}
			if m.to-1 == i+1 && m.lowerAt(i+1) == "last" {
				e.shift = shiftLast
				return e, m.tagAt(i+2) != "NN" && m.tagAt(i+2) != "NNS"
			}
			switch prev := m.lowerAt(i - 1); prev {
			case "following", "previous", "preceding":
				m.shiftOf(&e, i-1)
				e.base = &expr{op: opSame, unit: day, shift: shiftThis}
			case "past":
				e.shift = shiftLast
			default:
				m.shiftOf(&e, i-1)
			}
			return e, true
		},
		yes: []example{
			{"The report came out last Friday.", "last Friday=2026-03-06"},
			{"They meet next Monday.", "next Monday=2026-03-16"},
			{"He arrived this past Sunday.", "this past Sunday=2026-03-08"},
			{"She resigned last Wednesday.", "last Wednesday=2026-03-04"},
		},
	},
	{
		name:     "the-weekday",
		patterns: []string{"the WEEKDAY before|after|of|when|that"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opWeekday, weekday: m.val("WEEKDAY"), base: &expr{op: opAmbiguous}}
			switch w := m.lowerAt(m.to - 1); {
			case (w == "before" || w == "after") && m.startsDate(m.to):
				e.shift = shiftLast
				if w == "after" {
					e.shift = shiftNext
				}
				e.rule = "pending" // the Monday after Easter
				return e, true
			case w == "of" && m.has("of") && m.roleAt(m.to, roleGeneric):
				return e, false
			}
			m.from++
			m.to--
			return e, !m.clauseEnds(m.to + 1)
		},
		yes: []example{
			{"On the Friday before the vote it rained.", "Friday="},
			{"It closed on the Monday after Easter.", "the Monday after Easter=2025-04-21"},
		},
	},
	{
		name:     "week-from-weekday",
		patterns: []string{"week on|from WEEKDAY|tomorrow|today", "WEEKDAY week"},
		read: func(m *match) (expr, bool) {
			b := expr{op: opWeekday, weekday: m.val("WEEKDAY"), shift: shiftNext}
			switch {
			case m.lowerAt(m.to-1) == "week":
				return expr{op: opWeekday, n: 7, base: &b}, m.tagAt(m.to) != "NN" && m.tagAt(m.to) != "NNS"
			case m.before(1) != "a":
				return b, false
			case m.words[m.to-1].classes&cDeictic != 0:
				return expr{op: opDeictic, n: float64(7 + m.words[m.to-1].value)}, true
			}
			b.weekday = m.words[m.to-1].value
			return expr{op: opWeekday, n: 7, base: &b}, true
		},
		yes: []example{{"They vote a week on Sunday.", "week on Sunday=2026-03-22"}, {"The court sits Monday week.", "Monday week=2026-03-23"}},
	},
	{
		name:     "weekday-of-week",
		patterns: []string{"WEEKDAY of? LAST|THIS|NEXT week", "WEEKDAY of? the? following|previous week", "WEEKDAY of? that week"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opWeekday, weekday: m.val("WEEKDAY")}
			b := expr{op: opUnit, unit: week, shift: shiftThis}
			m.shiftOf(&b, m.to-2)
			switch m.lowerAt(m.to - 2) {
			case "that", "following", "previous":
				b.op = opSame
			}
			e.base = &b
			return e, true
		},
		yes: []example{{"He left on Thursday of last week.", "Thursday of last week=2026-03-05"}, {"It opens Tuesday next week.", "Tuesday next week=2026-03-17"}},
	},
	{
		name: "deictic",
		patterns: []string{
			"DEICTIC DAYPART?", "PART DEICTIC DAYPART?", "THIS PART? DAYPART", "PART THIS DAYPART", "LAST night|evening", "PART LAST night|evening",
			"DEICTIC PART DAYPART", "DEICTIC lunchtime", "DAYPART DEICTIC",
		},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDeictic, n: float64(m.val("DEICTIC"))}
			if m.isGeneric() {
				return e, false
			}
			switch {
			case m.has("LAST"):
				e.n = -1
				return e, m.lower("LAST") == "last" || m.lower("LAST") == "past"
			case m.has("THIS"):
				return e, m.lower("THIS") == "this"
			}
			return e, true
		},
		yes: []example{
			{"It crashed this morning near the town.", "this morning=2026-03-11"},
			{"Yesterday at about 17:45 drones hit the market.", "Yesterday=2026-03-10"},
			{"The army repeats last night's statement.", "last night's=2026-03-10"},
			{"The vote is tomorrow.", "tomorrow=2026-03-12"},
			{"They fly tonight.", "tonight=2026-03-11"},
			{"WHERE ARE THEY TODAY?", "TODAY=2026-03-11"},
			{"It rained late yesterday afternoon.", "late yesterday afternoon=2026-03-10"},
		},
		no: []string{"USA Today reported it.", "It suits today's youth.", "The leaders of tomorrow were there.", "He told the Vilnius Today programme."},
	},
	{
		name:     "deictic-pair",
		patterns: []string{"the? day before yesterday", "the? day after tomorrow"},
		read: func(m *match) (expr, bool) {
			e := expr{op: opDeictic, n: 2}
			if m.has("before") {
				e.n = -2
			}
			return e, true
		},
		yes: []example{{"It ended the day before yesterday.", "the day before yesterday=2026-03-09"}},
	},
	{
		name:     "holiday",
		patterns: []string{"HOLIDAY", "LAST|THIS|NEXT HOLIDAY", "HOLIDAY ,? YEAR", "HOLIDAY LAST|THIS|NEXT year"},
		read:     readHoliday,
		yes: []example{
			{"He fears 50 cases by Easter.", "Easter=2026-04-05"},
			{"It burned down on Christmas Eve.", "Christmas Eve=2025-12-24"},
			{"They met on Good Friday.", "Good Friday=2025-04-18"},
			{"It broke on New Year's Day 2024.", "New Year's Day 2024=2024-01-01"},
			{"She arrived last Thanksgiving.", "last Thanksgiving=2025-11-27"},
		},
		no: []string{"The Christmas tree fell.", "Easter eggs cost more."},
	},
}

func readHoliday(m *match) (expr, bool) {
	i := m.index("HOLIDAY")
	n, rule := m.phraseAt(i, true)
	e := expr{op: opHoliday, rule: rule, year: m.val("YEAR")}
	if e.year != 0 || m.has("LAST") {
		for k := m.from; k < m.to; k++ {
			if k < i || k >= i+n {
				m.shiftOf(&e, k)
			}
		}
		return e, true
	}
	if !capital(m.toks[i].Text) {
		return e, false
	}
	if last := m.lowerAt(i + n - 1); last == "day" || last == "eve" || n > 1 && last != "year" && last != "christmas" {
		return e, true
	}
	if m.to < len(m.toks) && m.words[m.to].classes == 0 && isNoun(m.tagAt(m.to)) && isLetter(m.after(1)) { // Christmas tree
		return e, false
	}
	switch m.before(1) {
	case "by", "before", "after", "since", "until", "till", "at", "over", "on", "around", "past", "during", "this", "for", "ahead", "of", "between", "and", "from", "to", "through", "approaching":
		return e, true
	}
	return e, false
}

// isGeneric reports whether a word like "today" means the times we live in, or is a title: "today's youth", "the leaders of tomorrow".
func (m *match) isGeneric() bool {
	i := m.index("DEICTIC")
	if i < 0 {
		return false
	}
	if m.after(1) == "'s" && (m.roleAt(m.to+1, roleGeneric) || m.tagAt(m.to+1) == "JJ" && m.roleAt(m.to+2, roleGeneric)) {
		return true
	}
	if m.before(1) == "of" && isNoun(m.tagAt(m.from-2)) && m.words[m.from-2].classes == 0 {
		return true
	}
	return m.from > 0 && m.from == i && capital(m.toks[i].Text) && !capital(m.toks[i].Text[1:]) && m.capitalAt(i-1) && m.tagAt(i-1) == "NNP" && !m.inHeadline()
}

func isNoun(tag string) bool { return tag == "NN" || tag == "NNS" || tag == "NNP" || tag == "NNPS" }

func isLetter(s string) bool {
	return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0x80 && s[0] != 0xE2)
}

// relativeRules read this, last and next units, seasons and the like.
var relativeRules = []rule{
	{
		name: "relative-unit",
		patterns: []string{
			"LAST|THIS|NEXT UNIT", "this past|coming UNIT", "PART LAST|THIS|NEXT UNIT", "PART in|on LAST|THIS|NEXT UNIT", "middle of LAST|THIS|NEXT UNIT",
			"LAST|THIS|NEXT calendar|academic|school|financial|fiscal UNIT",
		},
		read: readRelativeUnit,
		yes: []example{
			{"Last month a strike killed 75.", "Last month=2026-02"},
			{"It was the fourth this year.", "this year=2026"},
			{"The programme will feed them from next week.", "next week=2026-03-16/2026-03-22"},
			{"Two children died in the outbreak last year.", "last year=2025"},
			{"It hopes to vaccinate 500 people this week.", "this week=2026-03-09/2026-03-15"},
			{"Earlier this week it reported 41.", "Earlier this week=2026-03-09/2026-03-11"},
			{"They began talks earlier this year.", "earlier this year=2026"},
			{"She spoke late last year.", "late last year=2025"},
			{"Rain is due later this week.", "later this week=2026-03-11/2026-03-15"},
			{"He left last weekend.", "last weekend=2026-03-07/2026-03-08"},
		},
		no: []string{"This day will come."},
	},
	{
		name:     "the-weekend",
		patterns: []string{"the weekend"},
		read: func(m *match) (expr, bool) {
			return expr{op: opUnit, unit: weekend}, !m.roleAt(m.to, roleWeekendThing)
		},
		yes: []example{
			{"Over the weekend it emerged that he had left.", "the weekend=2026-03-07/2026-03-08"},
			{"It was 3,200 at the weekend.", "the weekend=2026-03-07/2026-03-08"},
			{"They will rest at the weekend.", "the weekend=2026-03-14/2026-03-15"},
		},
	},
	{
		name:     "midweek",
		patterns: []string{"by|in|until|from PARTWEEK"},
		read: func(m *match) (expr, bool) {
			m.from++
			return expr{op: opWeekday, weekday: 3}, true
		},
		yes: []example{{"It will cool by midweek.", "midweek=2026-03-11"}},
	},
	{
		name:     "same-unit",
		patterns: []string{"the? same UNIT|DAYPART", "that UNIT|DAYPART", "the LAST|NEXT UNIT|DAYPART", "LAST|NEXT UNIT", "PART same|that UNIT|DAYPART", "PART the same UNIT|DAYPART", "the? very next|same UNIT"},
		read:     readSameUnit,
		yes: []example{
			{"The clinic had 27 as of Tuesday; the state put it at 29 on the same day.", "the same day=2026-03-10"},
			{"In 2024 it carried 400; in the following year it carried 500.", "the following year=2025"},
			{"They met on 3 March. The next day they signed.", "The next day=2026-03-04"},
			{"The fire began on Monday. The previous day had been hot.", "The previous day=2026-03-08"},
			{"They met on 3 March. The following morning it rained.", "The following morning=2026-03-04"},
			{"They met on 3 March. That night it snowed.", "That night=2026-03-03"},
			{"He won in 2019. Later that year he resigned.", "Later that year=2019"},
		},
	},
	{
		name: "season",
		patterns: []string{
			"SEASON YEAR", "SEASON of YEAR", "LAST|THIS|NEXT SEASON", "this past|coming SEASON", "PART LAST|THIS|NEXT SEASON", "PART SEASON YEAR", "PART SEASON of YEAR",
			"SEASON of? LAST|THIS|NEXT year", "early|late|mid SEASON", "PARTSEASON", "lead:in|since|by|until|during|over|of|throughout SEASON of? YEAR?", "lead:in|since|by|until|during|over|through|throughout|of|for the SEASON of? YEAR?",
			"SEASON of YEARWORDS",
		},
		read: readSeason,
		yes: []example{
			{"She had never seen a case before this winter.", "this winter=2025-12/2026-03"},
			{"A draft was vetoed last autumn.", "last autumn=2025-09/2025-11"},
			{"It opened in summer 2024.", "summer 2024=2024-06/2024-08"},
			{"The spring of 2025 was dry.", "spring of 2025=2025-03/2025-05"},
			{"It will open next summer.", "next summer=2026-06/2026-08"},
			{"Sales rose in the autumn.", "autumn=2025-09/2025-11"},
		},
		no: []string{"Prices fall in many towns.", "The Winter Olympics begin.", "They spring into action."},
	},
	{
		name: "quarter",
		patterns: []string{
			"ORDWORD|ORD quarter of? YEAR?", "ORDWORD|ORD quarter of LAST|THIS|NEXT year", "LAST|THIS|NEXT year 's ORDWORD|ORD quarter", "ORDWORD|ORD three months of YEAR",
			"q1|q2|q3|q4 ,? of? YEAR?", "ORDWORD|ORD half of? YEAR", "ORDWORD|ORD half of LAST|THIS|NEXT|the year", "ORDWORD|ORD two quarters of YEAR",
			"ORDWORD|ORD # months of YEAR", "ORDWORD|ORD # months of LAST|THIS|NEXT|the year", "h1|h2 of? YEAR",
		},
		read: readPartYear,
		yes: []example{
			{"In the first quarter of 2026, 1,094 died.", "first quarter of 2026=2026-01/2026-03"},
			{"Sales fell in the fourth quarter.", "fourth quarter=2025-10/2025-12"},
			{"In the first half of 2025 it grew.", "first half of 2025=2025-01/2025-06"},
			{"The first nine months of 2024 were dry.", "first nine months of 2024=2024-01/2024-09"},
			{"Q3 2025 was better.", "Q3 2025=2025-07/2025-09"},
		},
		no: []string{"A third quarter of the city burned."},
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
		name:     "century",
		patterns: []string{"ORD|ORDWORD century", "PART ORD|ORDWORD century", "early|mid|late ORD century", "turn of the century"},
		read: func(m *match) (expr, bool) {
			n := m.val("ORD")
			return expr{op: opCentury, year: (n-1)*100 + 1}, n >= 5 && n <= 22 && !m.has("turn")
		},
		yes: []example{{"The church is a 19th century building.", "19th century=1801/1900"}, {"In the twentieth century it grew.", "twentieth century=1901/2000"}},
		no:  []string{"The third century of her career came."},
	},
}

func readRelativeUnit(m *match) (expr, bool) {
	i := m.to - 1
	u := m.words[i].unit()
	e := expr{op: opUnit, unit: u}
	if m.from > 0 && !m.inHeadline() && capital(m.toks[m.from].Text) && capital(m.toks[i].Text) && !capital(m.toks[i].Text[1:]) {
		return e, false // the programme "This Week"
	}
	if m.has("past") {
		e.shift = shiftLast
		if m.lowerAt(i-1) == "coming" {
			e.shift = shiftNext
		}
	} else {
		m.shiftOf(&e, m.index("LAST"))
	}
	word := m.lower("LAST")
	switch u {
	case week, weekend, month, year, quarter, decade, century:
	default:
		return e, false
	}
	switch word {
	case "previous", "preceding", "following", "past", "coming", "upcoming", "current":
		if word != "past" && word != "coming" && word != "upcoming" && word != "current" {
			return e, false // same-unit
		}
		if word == "past" && m.before(1) == "the" && (u == decade || u == century || u == week || u == month || u == year) {
			return e, false // a duration
		}
	case "last", "next":
		if m.before(1) == "the" && m.from == m.index("LAST") {
			return e, false // the last year: a duration; the next week: of the discourse
		}
	}
	switch m.lowerAt(m.from) {
	case "earlier":
		if u == week && e.shift == shiftThis {
			b := e
			return expr{op: opRest, shift: shiftLast, base: &b}, true
		}
	case "later":
		if u == week && e.shift == shiftThis {
			b := e
			return expr{op: opRest, shift: shiftNext, base: &b}, true
		}
	}
	return e, true
}

func readSameUnit(m *match) (expr, bool) {
	i := m.to - 1
	u := m.words[i].unit()
	if m.words[i].classes&cDaypart != 0 {
		if u = day; m.lowerAt(i) == "noon" || m.lowerAt(i) == "midnight" {
			return expr{}, false
		}
	}
	e := expr{op: opSame, unit: u, shift: shiftThis}
	w := m.lowerAt(i - 1)
	switch w {
	case "same", "that":
		if w == "that" && m.tagAt(i+1) == "NN" {
			return e, false
		}
	case "last", "past", "coming", "upcoming":
		return e, false
	case "next":
		e.shift = shiftNext
		if m.lowerAt(i-2) != "the" {
			return e, false
		}
	default:
		m.shiftOf(&e, i-1)
	}
	switch u {
	case day, week, month, year, weekend, decade:
		return e, true
	case night:
		e.unit = day
		return e, true
	}
	return e, false
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
	default:
		m.shiftOf(&e, i-1)
	}
	return e, true
}

func readPartYear(m *match) (expr, bool) {
	e := expr{op: opPartYear, n: 3, year: m.val("YEAR")}
	nth := m.val("ORDWORD")
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
		return expr{op: opDecade, year: 2000 + n}, true
	}
	return expr{op: opDecade, year: 1900 + n}, true
}
