package counts

// shareRules tell parts of a whole from ordinals, halves of matches and comparisons.
var shareRules = []refusal{
	{
		name:     "majority-needed",
		patterns: []string{"a|the|required|necessary # majority|vote|quorum"},
		when:     func(s *scanner, q *quantity) bool { return q.share },
		no:       []string{"The bill needs a two-thirds majority.", "They lack the three-fifths majority."},
	},
	{
		name: "fraction",
		when: func(s *scanner, q *quantity) bool {
			if !q.share || q.end-q.core > 2 && s.lower(q.core+1) != "-" {
				return false
			}
			last := s.at(q.end - 1)
			if last.class&cFraction == 0 && s.lower(q.core) != "half" {
				return false
			}
			return !s.shareCounts(q)
		},
		no: []string{
			"Fragments of a fifth were found in a field.", "A third, larger blast followed.", "A fourth, Filer Middle School, stays open.", "It is half the size of Seattle.", "He ran half a mile.", "The second half of the game was dull.",
			"It cost half as much.", "Half an hour passed.", "She finished a third behind the winner.", "A quarter of a century passed.", "He is smarter than a fifth grader.", "Power there costs a quarter of ours.",
		},
		yes: []example{
			{"Half of them went to Kosti.", "Half=percent"}, {"The budget was cut by a third.", "a third=percent"}, {"Two thirds of the ballots were valid.", "Two thirds=percent"}, {"More than half the houses burned.", "More than half=percent"},
			{"The shares lost almost half of their value.", "almost half=percent"},
		},
	},
}

// shareCounts reports a fraction that is a part of a stated whole.
func (s *scanner) shareCounts(q *quantity) bool {
	next, prev := s.lower(q.end), s.lower(q.from-1)
	half := s.lower(q.end-1) == "half" || s.lower(q.core) == "half"
	if prev == "first" || prev == "second" || prev == "other" || prev == "last" || prev == "latter" || prev == "better" || prev == "in" && half {
		return false
	}
	switch next {
	case "of":
		if t := s.lower(q.end + 1); (t == "a" || t == "an") && s.at(q.end+2).class&cUnit != 0 { // "a quarter of a century"
			return false
		}
		switch s.lower(q.end + 1) {
		case "ours", "theirs", "mine", "yours", "hers", "that", "those":
			return s.at(q.end+2).class&(cStop|cPrep) == 0 // "labour there costs a third of ours"
		}
		if t := s.lower(q.end + 1); t == "its" || t == "their" || t == "his" || t == "her" { // "lost half of its value"
			return true
		}
		return !s.comparison(q.end + 1)
	case "the", "its", "their", "his", "her", "all", "those", "our", "my", "these":
		return half && !s.comparison(q.end)
	case "as", "past", "-", "grade", "grader", "graders":
		return false // "a fifth grader"
	}
	if half && s.at(q.end).class&(cBe|cHave) != 0 && (q.core == 0 || q.bound != exact) {
		return true
	}
	plain := s.lower(q.core) != "a" && s.lower(q.core) != "an"
	if s.lower(q.end-1) == "third" || s.at(q.end-1).parts > 4 {
		plain = plain && s.lower(q.core) != "one" || s.toks[q.core].Lower == "two-thirds"
	}
	switch prev {
	case "by", "than", "up":
		return true
	case "about", "nearly", "almost", "around":
		return true
	}
	return q.bound != exact && next != "" || plain && !half && s.at(q.end-1).class&cPlural != 0
}

// comparison reports "the size of", "what it was": a measure against another thing.
func (s *scanner) comparison(i int) bool {
	for k := i; k < i+3; k++ {
		switch s.lower(k) {
		case "size", "length", "height", "weight", "width", "age", "price", "speed", "distance", "battle", "story", "time", "fun", "cost", "rate", "amount", "value", "level", "what", "figure":
			return true
		}
	}
	return false
}
