package dates

import "strings"

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
			return e, m.weekdayAlone(i) && !(m.before(1) == "a" && m.clauseStops(m.to)) // "was a Saturday"
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
			{"The ward has 140 beds and on Saturday had 203 patients.", "Saturday=2026-03-07"},
			{"The hospital on Monday had 203 patients.", "Monday=2026-03-09"},
			{"A second death, on Tuesday, is being examined.", "Tuesday=2026-03-10"},
			{"The fire on Tuesday is under investigation.", "Tuesday=2026-03-10"},
			{"The hackers gave the hospital until Friday to pay.", "Friday=2026-03-13"},
			{"It asked for time until Thursday.", "Thursday=2026-03-12"},
			{"He is in hospital and on Sunday was operated on.", "Sunday=2026-03-08"},
			{"The shop has been shut since June and on Friday will reopen.", "Friday=2026-03-13"},
			{"Nine are shut, twice as many as on Tuesday.", "Tuesday=2026-03-10"},
			{"It is slowing, with 61 deaths and 29 cases by Wednesday.", "Wednesday=2026-03-11"},
		},
		no: []string{"The first day was a Saturday.", "Black Friday sales fell.", "The Sunday Times reported it.", "Bloody Sunday is remembered.", "Sheffield Wednesday lost.", "Sunday Adeyemi said no.", "Police held Joe Friday Miller.", "It was shown on Monday Night Derby."},
	},
	{
		name: "relative-weekday",
		patterns: []string{
			"that WEEKDAY DAYPART?", "LAST|THIS|NEXT WEEKDAY DAYPART?", "this past|coming WEEKDAY DAYPART?", "PART LAST|NEXT|THIS WEEKDAY DAYPART?", "WEEKDAY last",
		},
		read: func(m *match) (expr, bool) {
			i := m.index("WEEKDAY")
			e := expr{op: opWeekday, weekday: m.val("WEEKDAY")}
			if m.to-1 == i+1 && m.lowerAt(i+1) == "last" {
				e.shift = shiftLast
				return e, m.tagAt(i+2) != "NN" && m.tagAt(i+2) != "NNS"
			}
			switch prev := m.lowerAt(i - 1); prev {
			case "that":
				e.op, e.unit = opSame, day
				return e, m.pointsBack()
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
			{"It burned down on Friday 9 January. He had locked up that Friday.", "that Friday=2026-01-09"},
			{"He had locked up that Friday.", "that Friday="},
			{"It burned down on Friday 9 January. That Friday he had locked up.", "That Friday=2026-01-09"},
			{"It burned down on Friday 9 January. He had left home that Friday with a friend.", "that Friday=2026-01-09"},
			{"It was closed in May 2025. He left home that Thursday.", "that Thursday="}, // the first of that May
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
			case w == "before" && m.lowerAt(m.to) == "the", w == "after" && (m.lowerAt(m.to) == "the" || isNoun(m.tagAt(m.from-1)) || m.lowerAt(m.from-1) == "on"):
				e.shift = shiftLast // of the day that the story is told of
				if w == "after" {
					e.shift = shiftNext
				}
			}
			m.from++
			m.to--
			return e, !m.clauseEnds(m.to + 1)
		},
		yes: []example{
			{"On the Friday before the vote it rained.", "Friday="},
			{"It closed on the Monday after Easter.", "the Monday after Easter=2025-04-21"},
			{"A fire broke out on Wednesday 4 March. On the Monday before the fire it was full.", "Monday=2026-03-02"},
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
		name:     "weeks-ago-on",
		patterns: []string{"# weeks|week ago on|last? WEEKDAY", "WEEKDAY # weeks ago", "# WEEKDAYS ago"},
		read: func(m *match) (expr, bool) {
			if m.has("WEEKDAYS") {
				n := m.num("#")
				return expr{op: opWeekday, n: 7 - 7*n, base: &expr{op: opWeekday, weekday: m.val("WEEKDAYS"), shift: shiftLast}}, n >= 2
			}
			b := expr{op: opOffset, n: -m.num("#"), unit: week, anchored: true}
			return expr{op: opWeekday, weekday: m.val("WEEKDAY"), base: &b}, true
		},
		yes: []example{{"He was seen two weeks ago on Monday.", "two weeks ago on Monday=2026-02-23"}, {"He was seen two Mondays ago.", "two Mondays ago=2026-03-02"}},
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
		no: []string{"He is a host of This Morning.", "She spoke of a tomorrow without fear.", "USA Today reported it.", "It suits today's youth.", "The leaders of tomorrow were there.", "He told the Vilnius Today programme."},
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

// clauseStops reports the end of the sentence or a comma at token i.
func (m *match) clauseStops(i int) bool {
	return i >= len(m.toks) || m.tagAt(i) == "." || m.tagAt(i) == ","
}

// pointsBack reports "that" before a day that was told, rather than one that opens a clause: "he said that Monday was best".
func (m *match) pointsBack() bool {
	if strings.HasPrefix(m.tagAt(m.from-1), "VB") {
		return false
	}
	return m.from == 0 || m.clauseStops(m.to) || m.tagAt(m.to) == "IN"
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
	if m.titled(m.to-1) && m.to-m.from > 1 {
		return true
	}
	i := m.index("DEICTIC")
	if i < 0 {
		return false
	}
	switch w := m.before(1); {
	case w == "a", w == "no": // "a tomorrow without fear"
		return m.from == i
	case i > 1 && m.to == i+1 && capital(m.toks[i].Text) && isQuote(w) && isQuote(m.after(1)): // the programme “Today”
		return true
	}
	if m.after(1) == "'s" && (m.roleAt(m.to+1, roleGeneric) || m.tagAt(m.to+1) == "JJ" && m.roleAt(m.to+2, roleGeneric)) {
		return true
	}
	if m.before(1) == "of" && isNoun(m.tagAt(m.from-2)) && m.words[m.from-2].classes == 0 {
		return true
	}
	if m.from == 0 || m.from != i || !capital(m.toks[i].Text) || capital(m.toks[i].Text[1:]) || m.inHeadline() {
		return false
	}
	return m.capitalAt(i-1) && m.tagAt(i-1) == "NNP" || m.capitalAt(i+1) && m.tagAt(i+1) == "NNP" // Vilnius Today, Tomorrow Group
}

func isQuote(w string) bool {
	return w == "\"" || w == "“" || w == "”" || w == "‘" || w == "’" || w == "''" || w == "``" || w == "'"
}

func isNoun(tag string) bool { return tag == "NN" || tag == "NNS" || tag == "NNP" || tag == "NNPS" }

func isLetter(s string) bool {
	return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0x80 && s[0] != 0xE2)
}

// weekdayOfMonth reads "the second Monday of the month": it recurs where the clause tells of what is so now or of nobody who does or did it, as
// "closed on the first Monday" does; else it is a day of one month.
func (m *match) weekdayOfMonth() expr {
	if m.lowerAt(m.to-2) != "the" || m.tenseAt(m.from, m.to) == present || !m.hasSubject() {
		return expr{op: opSet}
	}
	e := expr{op: opDate, month: anyMonth, unit: day, weekday: m.val("WEEKDAY"), n: 5}
	if m.words[m.from].classes&cLast == 0 {
		e.n = float64(m.val("ORDWORD"))
	}
	return e
}

// hasSubject reports a verb of the sentence, in the past or a modal, right behind who or what did it: "nine [drowned]".
func (m *match) hasSubject() bool {
	for i := 1; i < len(m.toks); i++ {
		switch m.tagAt(i) {
		case "VBD", "VBN", "MD":
			if before := m.tagAt(i - 1); isNoun(before) || before == "CD" || before == "PRP" || before == "WDT" || before == "WP" || before == "RB" {
				return true
			}
		}
	}
	return false
}
