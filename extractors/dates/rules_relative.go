package dates

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
		if next := m.after(1); w == "same" && (next == "as" || next == "of" || next == "that") && !m.startsDate(m.to+1) {
			return expr{op: opAmbiguous}, u >= day // "the same day as the vote": the day of what follows
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
