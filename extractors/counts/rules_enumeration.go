package counts

import "crosstally/extractors"

// enumerationRules refuse what a text counts of itself, what lies in a witness's own house, and what is no quantity by its noun.
var enumerationRules = []refusal{
	{
		name: "abstract",
		when: func(s *scanner, q *quantity) bool {
			w := s.headWord(q)
			if w.class&cAbstract == 0 || q.kind != Number || q.lo > 12 || q.none || q.share {
				return false
			}
			if q.unitName == "point" && (q.decimal || s.polls() || s.brokenAt(q)) {
				return false
			}
			return q.noun.head < 0 || s.lower(q.noun.head) != "counts" || s.lower(q.noun.to) != "of" // "three counts of murder"
		},
		no: []string{
			"He asked for three things.", "There are two reasons for it.", "Two counts, one outbreak.", "The two approaches do not exclude each other.", "They heard three different figures.", "Two independent sources confirmed each death.",
			"The plan has four options.", "Three questions remain.", "He made five points.", "The inquiry makes nine recommendations.",
		},
		yes: []example{{"The river has cut the line at three points.", "three=point"}},
	},
	{
		name:     "named-two", // states that the text has named
		patterns: []string{"the|both|these #w countries|governments|nations|capitals|neighbours|neighbors|armies|sides|foes|rivals"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.bound == exact && q.lo <= 4 && !q.none
		},
		no:  []string{"The rain cut roads in the two countries, officials said.", "The two governments have agreed."},
		yes: []example{{"Rain cut roads in two countries.", "two=country"}},
	},
	{
		name:     "sources", // how many speak, not how many there are
		patterns: []string{"#w PERSON said|say|told|tell", "#w PERSON , who spoke|asked|declined|requested|insisted", "#w PERSON , speaking|talking", "#w PERSON familiar|briefed|close with|to|on|by", "according to #w"},
		when: func(s *scanner, q *quantity) bool {
			if q.kind != Number || q.noun.head < 0 || s.headWord(q).class&cPerson == 0 || q.lo <= 1 || q.hi > 12 || q.none || s.at(q.from-1).class&cDet != 0 {
				return false
			}
			return q.bound == exact && q.single() || q.vague
		},
		no: []string{
			"Several residents said so.", "It was razed, according to two of the residents.", "Two officials said so.", "Three witnesses told reporters about it.", "Two people familiar with the matter confirmed it.", "Four residents said the road was shut.",
		},
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
			return q.kind == Number && s.headWord(q).class&cLife != 0 && q.lo < 12 && s.at(q.from-1).class&cAct == 0 && !saves[s.lower(q.from-1)]
		},
		yes: []example{{"“We have pulled two children from the well.”", "two=child"}},
		no:  []string{"I have two sons in two grades and one laptop.", "I have two jobs now.", "We had two cars then.", "My two sons are at school."},
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
		name:     "as-large-as",
		patterns: []string{"size|weight|height|length|width of #"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.noun.head >= 0 && s.at(q.from-3).class&cDet != 0 && q.ofTo == q.ofFrom
		},
		no:  []string{"The slick is the size of 40 tennis courts.", "It has the weight of two buses."},
		yes: []example{{"The weight of the 12 crates is known.", "12=crate"}},
	},
	{
		name: "threshold",
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Measure && (q.bound == over || q.bound == atLeast) && s.lower(q.from-1) == "of" && s.isPlural(q.from-2) && (q.from == 2 || s.k > 0 && s.qs[s.k-1].noun.to == q.from-1)
		},
		no:  []string{"Fires of more than 5,000 acres are rare here."},
		yes: []example{{"An area of more than 5,000 acres burned.", "more than 5,000 acres=acre"}},
	},
	{
		name: "bystander", // what somebody has, does and pays in his own life
		when: func(s *scanner, q *quantity) bool { return s.ofBystander(q) || s.ownDay(q) },
		no: []string{
			"Jean Holm, who is 84, has come in to take out £80.", "Lena Orr, 74, had come by minibus with 13 neighbours.", "Lena Orr, 22, took three trains and a bus.",
			"Ines Halder, 58, lost four goats.", "Pedro Sanz, 44, who farms 11 hectares by the river, voted early.", "“It went fast,” said Jonas Lund, 38, who swam ashore with his two sons.", "Ana Prifti, 67, came with two dogs.",
			"His wife and two brothers work there too.",
		},
		yes: []example{
			{"Jan Lund, 24, was charged with taking 12 cars.", "12=car"}, {"Lena Orr, 52, who chairs the board, sold 40 shops.", "40=shop"}, {"Omar Said, 31, carried two bombs.", "two=bomb"},
			{"Lena Orr, 52, bought 12 rifles.", "12=rifle"}, {"Max Orr, 31, took £800 from the till.", "£800=pound sterling"}, {"The firm, led by Ana Orr, 52, planted 15 trees.", "15=tree"},
			{"Ines Halder, 58, was charged with killing four goats.", "four=goat"}, {"Jonas Lund, 38, and his two sons were killed.", "two=son"}, {"The flood drowned four goats.", "four=goat"}, {"The blast killed his wife and two daughters.", "two=daughter"}, {"His wife and two sons drowned.", "two=son"}, {"His wife and two sons are missing.", "two=son"}, {"His wife and two sons are among the dead.", "two=son"}, {"Ines Halder, 40, lost two daughters in the strike.", "two=daughter"},
		},
	},
	{
		name: "inline-item",
		when: func(s *scanner, q *quantity) bool {
			return q.plain && !q.spelled && q.lo <= 20 && s.lower(q.to) == ")" && !s.bracketOpen(q.from)
		},
		no:  []string{"He asked for 1) a lawyer and 2) a coat."},
		yes: []example{{"The flood took three towns (14).", "three=town 14=town"}},
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

// saves are participles for what a witness did for others.
var saves = tell.Of("saves")

// ofBystander reports a small number of what belongs to somebody whom the text brings in with an age, or of somebody's family of whom
// nothing befell: "Ines Halder, 58, lost four goats", "his wife and two brothers work there".
func (s *scanner) ofBystander(q *quantity) bool {
	if q.kind != Number && q.kind != Measure || q.noun.head < 0 && q.unit == nil || q.hi > mostOwned || q.bound != exact || q.share || q.none {
		return false
	}
	own := q.kind == Measure || s.headWord(q).class&cLife != 0 || owned[q.unitName]
	if !own || s.suffers(q.noun.to) {
		return false
	}
	if t := s.lower(q.from - 1); s.lower(q.from-3) == "his" || s.lower(q.from-3) == "her" {
		return t == "and" && kin[s.lower(q.from-2)] && kin[q.unitName] && s.at(q.noun.to).class&(cHarm|cState) == 0 && s.at(q.from-4).class&cHarm == 0
	}
	for k := q.from - 1; k > 3 && k > q.from-maxOwned; k-- {
		c := s.at(k).class
		if c&(cQuote|cSay) != 0 || s.lower(k) == ";" || accused[s.lower(k)] || bereft[s.lower(k)] && kin[q.unitName] {
			return false
		}
		if s.lower(k) == "," && s.at(k-1).class&cDigit != 0 && s.lower(k-2) == "," && s.at(k-3).class&(cPersonName|cCapital) != 0 {
			return true
		}
	}
	return false
}

// bereft are words by which a text tells that somebody's family died.
var bereft = tell.Of("bereft")

// mostOwned is the greatest number of animals or acres that one who tells of them has, maxOwned how far from the age they stand.
const (
	mostOwned = 40
	maxOwned  = 12
)

// kin are relatives, owned the animals and belongings of one household, accused verbs that make the one with an age no bystander.
var (
	kin     = tell.Of("kin")
	owned   = tell.Of("owned")
	accused = tell.Of("accused")
)

// brokenAt reports points at which something is cut: "the road is blocked at five points".
func (s *scanner) brokenAt(q *quantity) bool {
	if s.lower(q.from-1) != "at" && s.lower(q.from-1) != "in" {
		return false
	}
	for k := q.from - 2; k >= 0 && k >= q.from-8; k-- {
		if breaks[s.lower(k)] {
			return true
		}
	}
	return false
}

// breaks are verbs for what befalls roads, lines, dykes and fences at points.
var breaks = tell.Of("breaks")

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
		if extractors.Finite(s.tag(i)) {
			s.shape.verb = true
		}
	}
	return !s.shape.verb
}

// ownDay reports what somebody who is told of with his age does in his own life: the trains he takes, those he comes with, what he is paid.
func (s *scanner) ownDay(q *quantity) bool {
	if q.bound != exact || q.scaled || q.lo >= 1000 || !s.agedSubject(q) {
		return false
	}
	if q.kind == Money {
		return s.verbOf(q, ofOneselfSum)
	}
	return q.lo <= 20 && (ridden[q.unitName] && s.verbOf(q, rides) || (s.headWord(q).class&(cThing|cLife) != 0 || s.lower(q.from-1) == "with") && s.verbOf(q, ofOneself))
}

// agedSubject reports a person with his age before a number, as passers-by are told of, whom nothing else leads up to: "Lena Orr, 74,", "Jean
// Holm, who is 84", and not "the firm, led by Lena Orr, 74,".
func (s *scanner) agedSubject(q *quantity) bool {
	for k := range s.k {
		p := &s.qs[k]
		if p.refusal == nil || p.refusal.name != "named-age" && p.refusal.name != "is-aged" || p.to > q.from {
			continue
		}
		i := p.from - 1
		for s.lower(i) == "," || s.at(i).class&(cBe|cRelative) != 0 {
			i--
		}
		for s.at(i).class&(cPersonName|cCapital) != 0 {
			i--
		}
		return s.at(i).class&cPrep == 0
	}
	return false
}

// verbOf reports one of the verbs before a number in its clause, in the active: "had come with", "to take out".
func (s *scanner) verbOf(q *quantity, verbs map[string]bool) bool {
	for i := q.from - 1; i >= 0 && i > q.from-7; i-- {
		switch {
		case s.lower(i) == ";", s.at(i).class&cQuote != 0:
			return false
		case verbs[s.lower(i)]:
			return s.at(i-1).class&cBe == 0
		}
	}
	return false
}

// ofOneself are verbs for what people do in their own lives, ofOneselfSum those for what they do with their own money, rides and ridden how
// they go and on what.
var (
	ofOneself    = tell.Of("of-oneself")
	ofOneselfSum = tell.Of("of-oneself-sum")
	rides        = tell.Of("rides")
	ridden       = tell.Of("ridden")
)

// bracketOpen reports a bracket that opens before token i and is not closed there.
func (s *scanner) bracketOpen(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch s.lower(k) {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}
