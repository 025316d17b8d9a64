package counts

// enumerationRules refuse what a text counts of itself, what lies in a witness's own house, and what is no quantity by its noun.
var enumerationRules = []refusal{
	{
		name: "abstract",
		when: func(s *scanner, q *quantity) bool {
			w := s.headWord(q)
			if w.class&cAbstract == 0 || q.kind != Number || q.lo > 12 || q.none || q.share {
				return false
			}
			if q.unitName == "point" && (q.decimal || s.polls()) {
				return false
			}
			return q.noun.head < 0 || s.lower(q.noun.head) != "counts" || s.lower(q.noun.to) != "of" // "three counts of murder"
		},
		no: []string{
			"He asked for three things.", "There are two reasons for it.", "Two counts, one outbreak.", "The two approaches do not exclude each other.", "They heard three different figures.", "Two independent sources confirmed each death.",
			"The plan has four options.", "Three questions remain.", "He made five points.",
		},
	},
	{
		name:     "sources", // how many speak, not how many there are
		patterns: []string{"#w PERSON said|say|told|tell", "#w PERSON , who spoke|asked|declined|requested|insisted", "#w PERSON , speaking|talking", "#w PERSON familiar|briefed|close with|to|on|by"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.bound == exact && q.single() && q.lo > 1 && q.lo <= 12 && !q.none && s.at(q.from-1).class&cDet == 0
		},
		no:  []string{"Two officials said so.", "Three witnesses told reporters about it.", "Two people familiar with the matter confirmed it.", "Four residents said the road was shut."},
		yes: []example{{"Two officials were arrested, the ministry said.", "Two=official"}, {"The three officials told of their arrest.", "three=official"}},
	},
	{
		name: "own-list",
		when: func(s *scanner, q *quantity) bool {
			return s.k > 0 && s.qs[s.k-1].refusal != nil && (s.qs[s.k-1].refusal.name == "abstract" || s.qs[s.k-1].refusal.name == "own-list") && q.spelled && q.lo <= 3 && s.verbless()
		},
		no: []string{"Two counts, one outbreak.", "Three stories, two cities, one river."},
	},
	{
		name:     "own-house",
		patterns: []string{"i|we have|had|'ve|raise|raised|lost|got .. #", "my #", "i|we have|had .. NUMBER .. #"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && s.headWord(q).class&cLife != 0 && q.lo < 12
		},
		no: []string{"I have three kids in three grades and one laptop.", "I have two jobs now.", "We had two cars then.", "My two sons are at school."},
	},
	{
		name:     "parent-of",
		patterns: []string{"father|mother|dad|mum|mom|mummy|parent|parents|grandmother|grandfather|grandparents|father-of|mother-of of #e"},
		no:       []string{"Mr Smith, a father of two, denies it.", "The mother of three was not hurt."},
	},
	{
		name:     "parent-with",
		patterns: []string{"a|an .. PERSON with # children|kids|sons|daughters|grandchildren $|,|.|and|who"},
		no:       []string{"“It is over,” said Rosa Lund, a cleaner with three children."},
		yes:      []example{{"The bus with 30 children burned.", "30=child"}},
	},
	{
		name: "member",
		when: func(s *scanner, q *quantity) bool {
			return q.member != "" && q.unitName == ""
		},
		no: []string{"The Union called for an eight-point plan.", "They play a three-part series.", "It has a two-tier system.", "The ten-year-old fled.", "A 57-year-old man was hurt.", "It is a 5-star hotel."},
	},
	{
		name: "label",
		when: func(s *scanner, q *quantity) bool { return s.isLabel(q) },
		no:   []string{"Over 65: zero tolerance"},
		yes:  []example{{"18 and over: nine patients", "nine=patient"}},
	},
	{
		name: "letter-or-sign",
		when: func(s *scanner, q *quantity) bool {
			if s.exponent(q) {
				return true
			}
			return q.plain && q.kind == Number && (s.lower(q.core-1) == "#" || s.lower(q.core-1) == "§" || s.lower(q.core-1) == "/" || s.lower(q.end) == "/")
		},
		no: []string{"He wore #12 that day.", "See § 38 of the law.", "Density is given in kg m−3 there.", "It is given in km^2 there."},
	},
	{
		name:     "first",
		patterns: []string{"first|last|next|past|previous|final|coming|latest #"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.lo < 1000 && q.bound == exact && q.spelled
		},
		no: []string{"The first two people ran to help.", "The last three cases were mild."},
	},
}

// exponent reports a number raised behind a unit or a base: "km^2", "fb−1".
func (s *scanner) exponent(q *quantity) bool {
	i := q.core - 1
	if i < 1 || s.toks[i].End != s.toks[q.core].Start {
		return false
	}
	return s.lower(i) == "^" || s.lower(i) == "−" && s.toks[i-1].End == s.toks[i].Start && isLetter(s.toks[i-1].Text[0]) && s.toks[i-1].Text != "US"
}

// isLabel reports a number that stands with nothing but others before a colon: "5 to 17: 15 cases".
func (s *scanner) isLabel(q *quantity) bool {
	for k := 0; k < len(s.toks) && k < 8; k++ {
		if s.lower(k) == ":" {
			return k >= q.end && k+1 < len(s.toks) && s.at(k+1).class&(cDigit|cNumberWord) != 0
		}
		switch s.lower(k) {
		case "to", "-", "–", "and", "or", "over", "under", "older", "younger", "above", "up", "years", "aged", "plus", "+", "•", "below":
			continue
		}
		if s.words[k].class&(cDigit|cNumberWord) == 0 {
			return false
		}
	}
	return false
}

// verbless reports a sentence without a verb, such as a headline's.
func (s *scanner) verbless() bool {
	if s.shape.knownVerb {
		return !s.shape.verb
	}
	s.shape.knownVerb = true
	for i := range s.toks {
		if c := s.words[i].class; c&(cBe|cHave|cModal|cSay|cHarm) != 0 {
			s.shape.verb = true
		}
		switch s.tag(i) {
		case "VBD", "VBZ", "VBP", "MD":
			s.shape.verb = true
		}
	}
	return !s.shape.verb
}
