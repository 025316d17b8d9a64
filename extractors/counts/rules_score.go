package counts

// scoreRules refuse match scores, tallies written as scores and figures of play.
var scoreRules = []refusal{
	{
		name: "dashed",
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Number || q.moneyed {
				return false
			}
			if q.dashed {
				return true
			}
			return s.dashBefore(q.core)
		},
		no: []string{
			"The team beat Chad 2-1 at home.", "The game ended 81-79 on Sunday.", "The bill failed 36-34 in committee.", "The Bulldogs won 49–37.", "He lost 6-4, 6-3 to the champion.",
			"The motion passed 52-48.", "It was a 3-0 win.", "The series stands at 2-2.",
		},
		yes: []example{{"Between 40-50 people were hurt.", "Between 40-50=person"}},
	},
	{
		name:     "score-words",
		patterns: []string{"SCORE-VERB .. # to DIGIT|NUMBER-WORD", "SCORE-VERB .. NUMBER to #e", "by? NUMBER to|against|- #e"},
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Number || q.unitName != "" && s.headWord(q).class&cGameNoun == 0 {
				return false
			}
			if s.lower(q.to) == "to" {
				if f, ok := s.figureAt(q.to + 1); ok {
					return f.lo <= q.lo && s.lower(f.to) != "percent" && s.lower(f.to) != "%" && s.lower(f.to) != "per"
				}
			}
			return s.k > 0 && s.qs[s.k-1].refusal != nil && s.qs[s.k-1].lo >= q.lo
		},
		no: []string{"They won 78 to 61 in the end.", "The House voted 219 to 206 against it.", "Wales beat Italy 31 to 13.", "Members voted by 2,105 to 874 to go home."},
		yes: []example{
			{"The chamber passed it by 78 votes to 61.", "78=vote 61=vote"},
			{"Orr beat Lund 52.3 to 47.7 percent.", "52.3=percent 47.7 percent=percent"},
		},
	},
	{
		name:     "game-points",
		patterns: []string{"scored|scores|scoring|hit|kicked|grabbed|netted|added|made|took|had|with|won|lost .. #"},
		when: func(s *scanner, q *quantity) bool {
			if q.unitName == "point" && (q.decimal || s.polls() || s.lower(q.from-1) == "at" || s.lower(q.from-1) == "from") { // a lead in percentage points, a road cut at four points
				return false
			}
			switch q.unitName {
			case "point", "goal", "run", "wicket", "try", "touchdown", "rebound", "stroke", "birdie", "bogey", "lap", "homer", "strikeout", "assist":
				return q.kind == Number
			}
			return false
		},
		yes: []example{{"Marchers had cut the road at four points.", "four=point"}},
		no:  []string{"She scored 34 points in the final.", "He took five wickets before lunch.", "The striker scored two goals."},
	},
	{
		name:     "metaphor-of-play",
		patterns: []string{"# - CAPITAL", "# love|all|nil $"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Number && q.plain && q.lo < 10 },
		no:       []string{"They drew 2 all."},
	},
}

// polls reports a sentence about shares, turnout or polls.
func (s *scanner) polls() bool {
	for i := range s.toks {
		switch s.toks[i].Lower {
		case "percent", "%", "percentage", "turnout", "poll", "polls", "approval", "lead":
			return true
		}
	}
	return false
}

// dashBefore reports that token i is the second end of "36-34".
func (s *scanner) dashBefore(i int) bool {
	return i > 1 && isDash(s.lower(i-1)) && s.toks[i-1].End == s.toks[i].Start && s.toks[i-2].End == s.toks[i-1].Start &&
		s.words[i-2].class&(cDigit|cNumberWord) != 0
}
