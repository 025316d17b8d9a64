package counts

import (
	"strings"

	"crosstally/extractors/names"
)

// vagueRules keep vague words to what news counts.
var vagueRules = []refusal{
	{
		name: "scores",
		when: func(s *scanner, q *quantity) bool {
			return q.vague && (s.lower(q.core) == "scores" || s.lower(q.core) == "tens") && q.end == q.core+1 && s.lower(q.end) != "of" && !s.befalls(q.end)
		},
		no:  []string{"The scores were level at the break.", "Her scores in mathematics fell.", "He scores whenever he plays."},
		yes: []example{{"Scores of traders had set up.", "Scores=trader"}, {"Scores were wounded.", "Scores=person"}},
	},
	{
		name: "few",
		when: func(s *scanner, q *quantity) bool {
			if !q.vague || q.hi > 9 {
				return false
			}
			if q.ofTo > q.ofFrom {
				return q.noun.head >= 0 && s.headWord(q).class&cPerson == 0 || q.noun.head < 0 && s.last == ""
			}
			w := s.headWord(q)
			return w.class&(cPerson|cThing) == 0 || w.class&cAbstract != 0
		},
		no: []string{
			"It happened several years ago.", "There are several ways to do it.", "He said a few words.", "They waited a few minutes.", "Transit will cost several times more.",
			"It will last at least several hundred years.",
		},
		yes: []example{{"Several foreign nationals were freed.", "Several=national"}, {"She spoke with several of the newly freed dissidents.", "several=dissident"}},
	},
	{
		name: "vague-time",
		when: func(s *scanner, q *quantity) bool { return q.vague && q.kind == Duration },
		no:   []string{"It took hundreds of years.", "They waited for several days."},
	},
	{
		name:     "vague-sum", // of money, in a currency that is not told
		patterns: []string{"MONEY-WORD # ", "VERB|HARM|SCORE-VERB # "},
		when: func(s *scanner, q *quantity) bool {
			return q.vague && q.elided() && q.lo >= 1e6 && q.ofTo == q.ofFrom && (s.at(q.from-1).class&cMoneyWord != 0 || sums[s.lower(q.from-1)]) && !s.personsBehind(q)
		},
		no: []string{"The port lost millions in the storm.", "The state pumped billions into its mills.", "The barn is worth millions.", "The guild made millions last year.", "The guild lost millions in the war.", "The fund raised millions out in Bar."},
		yes: []example{
			{"The war displaced millions.", "millions=person"}, {"The firm lost millions of customers.", "millions=customer"}, {"The realm lost millions in the famine.", "millions=person"},
			{"The drought cost millions their farms.", "millions=person"}, {"The siege made millions flee.", "millions=person"}, {"The siege made millions homeless.", "millions=person"},
			{"The wage raised millions out of poverty.", "millions=person"},
		},
	},
	{
		name:     "couple",
		patterns: []string{"the|married|young|old|happy|elderly|retired|that|this|each|royal #", "# who|whose|, CAPITAL"},
		when: func(s *scanner, q *quantity) bool {
			return s.at(q.end-1).numeral == dozen && s.lower(q.end-1) != "dozen" && q.elided()
		},
		no: []string{"A couple who lived there left.", "The couple divorced."},
	},
	{
		name: "pair",
		when: func(s *scanner, q *quantity) bool {
			t := s.lower(q.end - 1)
			if t != "couple" && t != "pair" && t != "score" && t != "gross" || s.lower(q.core) != "a" && q.core != q.end-1 {
				return false
			}
			return s.lower(q.end) != "of" || s.headWord(q).class&(cPerson|cThing) == 0
		},
		no:  []string{"A pair of scissors lay there.", "He tied the score.", "A couple was seen.", "She gave it a score.", "It made a gross mistake."},
		yes: []example{{"A couple of drones were seen.", "A couple=drone"}},
	},
}

// befalls reports a verb at i that takes persons: "were wounded", "died".
func (s *scanner) befalls(i int) bool {
	for k := i; k < i+4 && k < len(s.words); k++ {
		c := s.words[k].class
		if c&(cHarm|cAct|cState) != 0 {
			return true
		}
		if c&(cBe|cHave|cMore) == 0 && s.tag(k) != "RB" {
			return false
		}
	}
	return false
}

// personsBehind reports what tells that a vague number behind a verb for money is one of people: what they do or become, what is theirs, what
// kills so many.
func (s *scanner) personsBehind(q *quantity) bool {
	switch {
	case s.lower(q.to) == "their" || s.at(q.to).class&(cAct|cState) != 0: // "cost millions their homes"
		return true
	case strings.HasPrefix(s.lower(q.from-1), "ma"): // "made millions flee", "made millions poor", whatever the tagger takes them for
		switch s.tag(q.to) {
		case "VB", "VBP", "JJ", "NN":
			return s.at(q.to).class&(cDate|cPrep|cAbstract|cThing) == 0
		}
	case s.lower(q.to) == "out" && s.lower(q.to+1) == "of": // "raised millions out of poverty"
		return strings.HasPrefix(s.lower(q.from-1), "rais")
	case s.at(q.to).class&cPrep != 0 || s.lower(q.to) == "to":
		for i := q.to + 1; i < q.to+5 && s.at(i).class&cStop == 0; i++ {
			if killsMany[s.lower(i)] { // "the country lost millions in the famine", not the firm
				return strings.HasPrefix(s.lower(q.from-1), "los") && (lands[s.lower(q.from-2)] || s.placeAt(q.from-2))
			}
		}
	}
	return false
}

var (
	// killsMany are words for what people are lost in by the million, lands for what loses them.
	killsMany = tell.Of("kills-many")
	lands     = tell.Of("lands")
)

// placeAt reports a place's name that ends at token i.
func (s *scanner) placeAt(i int) bool {
	for n := s.name - 1; n >= 0 && s.names[n].Sentence == s.sent.Index; n-- {
		if m := &s.names[n]; m.Type == names.Place && m.To == i+1 {
			return true
		}
	}
	return false
}

// sums are verbs whose object is money where a vague number names nothing: "pumped billions into it".
var sums = tell.Of("sums")
