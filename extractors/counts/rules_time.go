package counts

import "crosstally/extractors/dates"

// timeRules refuse clock times and stretches of time that place an event instead of lasting.
var timeRules = []refusal{
	{
		name:     "hours-between",
		patterns: []string{"between # and DIGIT|NUMBER-WORD", "between NUMBER and #e", "between DIGIT and #e"},
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Number || q.lo < 1 || q.lo > 12 || q.noun.head >= 0 || q.scaled {
				return false
			}
			if s.lower(q.to) == "and" {
				f, ok := s.figureAt(q.to + 1)
				return ok && f.lo < q.lo
			}
			return s.k > 0 && s.qs[s.k-1].refusal != nil && s.qs[s.k-1].refusal.name == "hours-between"
		},
		no:  []string{"It wants an end to field work between 11 and 4."},
		yes: []example{{"Between 4 and 11 people fell.", "Between 4 and 11=person"}},
	},
	{
		name:     "clock",
		patterns: []string{"# a|p .", "# . m", "# a.m.|p.m.|am|pm|o'clock|gmt|utc|hrs|noon", "at|by|until|till|before|after|around|from|since|shortly|about #", "# past NUMBER-WORD|DIGIT|noon|midnight", "# in the morning|afternoon|evening"},
		when: func(s *scanner, q *quantity) bool {
			next := s.lower(q.to)
			switch next {
			case "noon", "midnight", "past":
				return q.kind == Number && q.lo <= 30 && !q.scaled
			case "a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "utc", "hrs":
				return q.kind == Number || q.kind == Measure
			}
			if w := s.lower(q.to + 2); next == "in" && s.lower(q.to+1) == "the" && (w == "morning" || w == "afternoon" || w == "evening") {
				return q.kind == Number && q.elided() && q.lo <= 12 && s.at(q.from-1).class&cPrep != 0
			}
			if s.spacedClock(q.to) || s.spacedClock(q.to-1) {
				return true
			}
			if s.militaryTime(q) || s.startsAt(q) {
				return true
			}
			if !q.decimal || q.spelled || !q.elided() || q.unit != nil {
				return false
			}
			h := int(q.lo)
			t := s.toks[q.core].Text
			return h < 24 && len(t) > 3 && t[len(t)-3] == '.' && q.lo-float64(h) < 0.6
		},
		yes: []example{{"Membership fell by nine in the north.", "nine=person"}},
		no:  []string{"He voted at 11.20 and left.", "They met at 10 a.m. sharp.", "It began at 8 p.m. there.", "It began at 8 p. m. on Monday.", "The plane vanished shortly before 11.20 that day.", "It ends at five o'clock.", "It struck at 1353 (1023 GMT) on Monday.", "The shop closed at 1730 local time.", "The raid began at 0430.", "She rang at 10 past six.", "Data are to 12 noon on Monday.", "The bells begin at six.", "She rang at nine and left.", "He called me at four in the morning."},
	},
	{
		name:     "placed-in-time",
		patterns: []string{"# ago|later|earlier|before|after|apart|old|hence|late|early|on|back|prior|beforehand|afterwards|or|younger|older"},
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Duration {
				return false
			}
			switch s.lower(q.to) {
			case "on", "or", "after", "before":
				return s.lower(q.to) == "on" && s.at(q.to+1).class&(cStop) != 0 || s.lower(q.to) == "before" || s.lower(q.to) == "after"
			case "late", "early":
				return false
			}
			return true
		},
		no: []string{
			"I trained 18 years ago.", "They left two days later.", "He came three weeks earlier.", "They came ten minutes apart.", "She was 15 years old.", "The rash shows four days before the fever.",
		},
	},
	{
		name:     "within",
		patterns: []string{"within|in|every|next|last|past|previous|first|final|coming|recent|after|before|each|this|that|until|another|these|those|since|till|over|the|every|per|of|from #"},
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Duration {
				return false
			}
			switch s.lower(q.from - 1) {
			case "last":
				return !dates.VerbLast(s.lower(q.from - 2))
			case "after":
				return s.lower(q.to) != "of" && s.lower(q.to) != "in"
			case "of":
				return false
			case "the":
				return s.lower(q.to) != "of"
			case "before", "over", "from":
				return true
			}
			return true
		},
		no: []string{
			"Parliament must meet within 14 days.", "Call me in two weeks.", "There is a case every 14 hours.", "It rained in the past three days.", "The next two weeks are crucial.", "After several days they moved.",
			"It was the first 100 days.", "The last two years were hard.", "It was done in six years.",
		},
	},
	{
		name:     "term-name",
		patterns: []string{"# high|highs|low|lows|yield|yields|bond|bonds|note|notes|treasury|treasuries|gilt|gilts|mortgage|mortgages|anniversary|peak|record|veteran|plan|window|forecast|average|horizon|reunion|rule|olds"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Duration && q.member != "" },
		no:       []string{"The 10-year yield rose.", "Sales hit a five-year high.", "It was the 50-year anniversary."},
	},
	{
		name: "over-years",
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Duration || s.lower(q.core-1) != "over" || q.from != q.core-1 {
				return false
			}
			switch s.lower(q.from - 1) {
			case "for", "took", "lasted", "lasting", "after", "of", "been", "takes", "taken", "spent", "to", "than":
				return false
			}
			return true
		},
		no: []string{"The roof will be mended over five years."},
	},
	{
		name:     "long-time",
		patterns: []string{"# is|are a|an ADVERB? long|short|lot|eternity"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Duration },
		no:       []string{"In politics 36 minutes is a long time."},
	},
}

// militaryTime reports a time written in four figures: "at 1353 (1023 GMT)", "at 1730 local time".
func (s *scanner) militaryTime(q *quantity) bool {
	t := s.toks[q.core].Text
	if !q.plain || len(t) != 4 || int(q.lo)%100 > 59 || q.lo >= 2400 || s.lower(q.from-1) == "to" || s.lower(q.from-1) == "from" {
		return false
	}
	switch s.lower(q.to) {
	case "local", "bst", "est", "ist", "cet", "edt", "jst", "z":
		return true
	case "(":
		return s.at(q.to+1).class&cDigit != 0 && (s.lower(q.to+2) == "gmt" || s.lower(q.to+2) == "utc" || s.lower(q.to+2) == "bst")
	}
	return false
}

// spacedClock reports whether "a. m." or "p. m.", which older wires write in two, begins at j.
func (s *scanner) spacedClock(j int) bool {
	return (s.lower(j) == "a" || s.lower(j) == "p") && s.lower(j+1) == "." && s.lower(j+2) == "m"
}

// startsAt reports the hour at which something starts or somebody comes: "the bells begin at six".
func (s *scanner) startsAt(q *quantity) bool {
	if !q.spelled || q.lo > 12 || q.bound != exact || !q.elided() || s.lower(q.from-1) != "at" || s.at(q.to).class&cStop == 0 && s.lower(q.to) != "and" && s.at(q.to).class&cQuote == 0 {
		return false
	}
	return starting[s.lower(q.from-2)]
}

// starting are verbs that an hour follows with "at".
var starting = tell.Of("starting")

// yearsBetween reports two numbers of four digits that say from when to when something was done: "built between 1261 and 1265".
func (s *scanner) yearsBetween(q *quantity) bool {
	if q.rule != "range" || !q.elided() || q.lo < 1000 || q.hi > 2100 || len(s.toks[q.core].Text) != 4 || len(s.toks[q.to-1].Text) != 4 || q.from == 0 {
		return false
	}
	return doneInYears[s.lower(q.from-1)]
}

// doneInYears are verbs for making and lasting, which years follow.
var doneInYears = tell.Of("done-in-years")
