package dates

// yearRules read years without a month.
var yearRules = []rule{
	{
		name: "year",
		patterns: []string{
			"YEAR", "PART YEAR", "PARTYEAR", "the year YEAR", "year YEAR", "the year YEARWORDS", "YEARWORDS", "middle of YEAR",
			"fiscal|financial year? YEAR", "'|‘|’ TWO",
		},
		read: readYear,
		yes: []example{
			{"Over 100 died there in 2024.", "2024=2024"},
			{"He led the movement of 2020.", "2020=2020"},
			{"She shared the 2022 Aldrin Prize.", "2022=2022"},
			{"A study of a 2019 outbreak says so.", "2019=2019"},
			{"It had closed by early 2025.", "early 2025=2025"},
			{"Lawmakers passed it in 2025 and left.", "2025=2025"},
			{"In nineteen ninety-six a bomb went off.", "nineteen ninety-six=1996"},
			{"He was born in 1869 in Turin.", "1869=1869"},
			{"It fell apart in mid-1996.", "mid-1996=1996"},
			{"The flood of '98 is remembered.", "'98=1998"},
		},
		no: []string{
			"Resolution 2020 was adopted.", "Some 2000 soldiers crossed the river.", "It sent 2020 soldiers.", "The shop at 1984 Addison Avenue burned.", "It won 2020 seats.",
			"The call came at 2030 GMT.", "He paid $2000 for it.", "It lies 2010 metres up.", "Flight 1985 was late.", "It cost 2020 euros.", "Route 1966 is shut.", "He ran 1500 metres.",
		},
	},
	{
		name:     "year-pair",
		patterns: []string{"YEARPAIR"},
		read: func(m *match) (expr, bool) {
			a, b := expr{op: opDate, year: m.val("YEARPAIR")}, expr{op: opDate, year: m.val("YEARPAIR") + 1}
			return expr{op: opRange, base: &a, until: &b}, true
		},
		yes: []example{{"In the 2024/25 season it won.", "2024/25=2024/2025"}},
		no:  []string{"Form 2024/99 is due."},
	},
	{
		name:     "year-range",
		patterns: []string{"YEAR DASH TWO|YEAR", "fiscal|financial|tax|school|academic year? y:YEAR DASH TWO|YEAR", "from y:YEAR to|until|through YEAR", "between y:YEAR and YEAR"},
		read:     readYearRange,
		yes: []example{
			{"In the 2024-25 school year it fell.", "2024-25=2024/2025"},
			{"The budget of financial year 2025-2026 passed.", "financial year 2025-2026=2025/2026"},
			{"The war of 1939–1945 ruined it.", "1939–1945=1939/1945"},
			{"He taught there from 1991 to 1997.", "1991 to 1997=1991/1997"},
			{"Between 2019 and 2021 it doubled.", "2019 and 2021=2019/2021"},
		},
		no: []string{"Call 2025-99 now.", "Between 1900 and 2000 people came."},
	},
}

func readYearRange(m *match) (expr, bool) {
	if m.has("between") && is(m.before(1), roleComparison) {
		return expr{}, false // "the change between 2024 and 2025"
	}
	if countsNoun(m, m.to) && !m.roleAt(m.to, roleDatedEvent) && m.before(1) != "the" { // between 1900 and 2000 people
		return expr{}, false
	}
	i, j := m.index("y"), m.to-1
	if i < 0 {
		i = m.from
	}
	from, to := m.words[i].value, m.words[j].value
	if m.words[j].classes&cYear == 0 {
		to += from / 100 * 100
		if to < from {
			to += 100
		}
		if to-from > 60 {
			return expr{}, false
		}
	}
	if to <= from || !m.yearAt(i, false) || m.words[j].classes&cYear != 0 && !m.yearAt(j, true) {
		return expr{}, false
	}
	a, b := expr{op: opDate, year: from}, expr{op: opDate, year: to}
	e := expr{op: opRange, base: &a, until: &b}
	m.dropLead(&e)
	return e, true
}

func readYear(m *match) (expr, bool) {
	if m.has("TWO") { // the class of '98
		y := 1900 + m.val("TWO")
		if m.val("TWO") <= 30 {
			y += 100
		}
		glued := m.toks[m.from].End == m.toks[m.from+1].Start
		return expr{op: opDate, year: y}, glued && (is(m.before(1), roleYearSure) || m.before(1) == "in" || m.before(1) == "of" || m.before(1) == "by")
	}
	if i := m.index("YEARWORDS"); i >= 0 {
		_, y := m.parseYearWords(i)
		prev := m.before(1)
		ok := m.has("year") || is(prev, roleYearLead) || y%1000 != 0 && (prev == "" || prev == "the" || prev == "a" || prev == "," || m.capitalAt(m.from-1))
		return expr{op: opDate, year: y}, ok
	}
	e := expr{op: opDate, year: m.val("YEAR") + m.val("PARTYEAR")}
	if m.has("PARTYEAR") || m.has("year") || m.has("fiscal") {
		return e, true
	}
	if i := m.index("YEAR") + 1; m.words[min(i, len(m.words)-1)].classes&cDash != 0 && i+1 < len(m.toks) && m.toks[i].End == m.toks[i+1].Start && m.words[i+1].classes&(cCard|cTwo) != 0 {
		return e, false // 2026-03-10T18:04
	}
	return e, m.yearAt(m.index("YEAR"), m.from < m.index("YEAR"))
}
