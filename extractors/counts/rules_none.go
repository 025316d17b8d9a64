package counts

// noneRules tell counts of nobody and nothing from negation.
var noneRules = []refusal{
	{
		name: "no-noun",
		when: func(s *scanner, q *quantity) bool {
			if !q.none || s.lower(q.core) != "no" || q.end != q.core+1 {
				return false
			}
			return !s.noCounts(q)
		},
		no: []string{
			"The party sees no way out.", "There were no talks.", "He had no valid passport.", "The minister is in no hurry.", "No release on this scale has happened.", "It has no dead women to explain.",
			"They found no evidence.", "No agreement was reached.",
		},
		yes: []example{{"No deaths have been reported.", "No=death"}, {"There were no injuries.", "no=injury"}, {"No hostage is still being held.", "No=hostage"}, {"No sailor was hurt.", "No=sailor"},
			{"They bought 40 crates. No crates have been sold.", "40=crate No=crate"}},
	},
	{
		name: "nobody",
		when: func(s *scanner, q *quantity) bool {
			if !q.none {
				return false
			}
			t := s.lower(q.core)
			if t != "nobody" && t != "no-one" && !(t == "no" && s.lower(q.core+1) == "one") {
				return false
			}
			if s.ails(q.end) || s.at(q.core-1).class&cHarm != 0 && s.lower(q.core-1) != "left" {
				return false // "has questioned 27 men and charged no one"
			}
			for k := q.end; k < len(s.words) && k < q.end+5; k++ {
				c := s.words[k].class
				if c&(cHarm|cState) != 0 && s.lower(k) != "claimed" && s.lower(k) != "claims" && s.lower(k) != "left" && s.lower(k) != "present" && s.lower(k) != "believed" {
					return false
				}
				if c&(cBe|cHave|cModal) == 0 && s.tag(k) != "RB" && !passedOver[s.lower(k)] {
					return true
				}
			}
			return true
		},
		no:  []string{"Nobody asked him.", "No one answered the phone.", "No one was available for comment.", "Nobody has claimed responsibility."},
		yes: []example{{"Nobody has died.", "Nobody=person"}, {"Nobody is listed as missing.", "Nobody=person"}, {"Police have charged no one so far.", "no one=person"}, {"So nobody, officially, is missing.", "nobody=person"}, {"No one is missing any longer.", "No one=person"}, {"No one has been charged.", "No one=person"}, {"And no one is in hospital.", "no one=person"}, {"Nobody is in intensive care any more.", "Nobody=person"}},
	},
	{
		name: "none",
		when: func(s *scanner, q *quantity) bool {
			if !q.none || s.lower(q.core) != "none" {
				return false
			}
			if s.lower(q.end) == "of" {
				if pronouns[s.lower(q.end+1)] {
					if s.tag(q.end+2) == "RB" && s.at(q.end+3).class&cStop != 0 {
						return true // "four were hurt, none of them badly"
					}
					return s.lower(q.end+1) == "us" || s.lower(q.end+1) == "which"
				}
				return q.noun.head < 0
			}
			if s.lower(q.end) == "," || s.lower(q.end) == "were" || s.lower(q.end) == "was" || s.lower(q.end) == "died" || s.lower(q.end) == "survived" || s.lower(q.end) == "had" {
				return q.core > 0 && s.k == 0 && s.lower(q.end) == ","
			}
			if s.ails(q.end) || s.suffers(q.end) {
				return false
			}
			return s.k == 0 || s.qs[s.k-1].refusal != nil
		},
		no:  []string{"Help came there none.", "He tried all doors; none opened.", "None of it is true.", "They were hurt, none of them badly."},
		yes: []example{{"None of those held is a candidate.", "None=candidate"}, {"The militia launched five drones and lost none.", "five=drone none=drone"}, {"None has fallen ill, the mayor said.", "None=person"}, {"None has died, the mayor said.", "None=person"}},
	},
	{
		name: "not-one",
		when: func(s *scanner, q *quantity) bool {
			if !q.none || s.lower(q.core) != "not" || s.lower(q.end-1) == "one" && q.end-q.core == 4 {
				return false
			}
			if s.lower(q.end) == "of" {
				return q.noun.head < 0
			}
			return q.noun.head < 0 || s.headWord(q).class&(cPerson|cThing) == 0
		},
		no:  []string{"It was not one for the ages.", "This is not one thing or the other.", "Not a single word was true."},
		yes: []example{{"Not one civilian was harmed.", "Not one=civilian"}, {"Not one of the four crew survived.", "Not one=crew member four=crew member"}},
	},
}

// passedOver are words between nobody and what befell him: "nobody, officially, is listed as missing", "no one on board died".
var passedOver = map[string]bool{"on": true, "board": true, ",": true, "listed": true, "reported": true, "registered": true, "as": true, "else": true}

// ails reports that those before token i are or have fallen ill, or are where the ill and the held are: "is in hospital".
func (s *scanner) ails(i int) bool {
	if s.at(i).class&(cBe|cHave) == 0 {
		return false
	}
	for i++; s.at(i).class&(cBe|cHave) != 0 || s.tag(i) == "RB" && s.lower(i) != "ill" || s.lower(i) == "fallen" || s.lower(i) == "fell"; i++ {
	}
	switch s.lower(i) {
	case "ill", "sick", "unwell":
		return true
	case "in":
		switch s.lower(i + 1) {
		case "hospital", "intensive", "custody", "prison", "jail", "detention", "quarantine", "captivity", "isolation":
			return true
		}
	}
	return false
}

// suffers reports that something befell whom a noun ending at token i names: "is still being held", "was killed".
func (s *scanner) suffers(i int) bool {
	if s.at(i).class&(cBe|cHave) == 0 {
		return false
	}
	for i++; i < len(s.words); i++ {
		switch c := s.words[i].class; {
		case c&(cHarm|cState) != 0 && (s.tag(i) != "VBG" || s.lower(i) == "missing"):
			return true
		case s.lower(i) == "among", s.lower(i) == "the" && s.lower(i-1) == "among": // "are among the dead"
		case c&(cBe|cHave) == 0 && s.tag(i) != "RB":
			return false
		}
	}
	return false
}

// doneTo reports that a noun which ends at token i is the subject of a perfect or a passive: "has yet completed", "have been given".
func (s *scanner) doneTo(i int) bool {
	if s.at(i).class&cHave == 0 {
		return false
	}
	for i++; s.at(i).class&cBe != 0 || s.tag(i) == "RB"; i++ {
	}
	return s.tag(i) == "VBN" || s.tag(i) == "VBD"
}

// noCounts reports a "no" before a noun whose number the story gives.
func (s *scanner) noCounts(q *quantity) bool {
	if q.noun.head < 0 || s.isVerbHere(q.noun.head) {
		return false
	}
	w := s.headWord(q)
	if w.class&cPerson != 0 && s.suffers(q.noun.to) {
		return true
	}
	if s.units[s.unitOf(q.noun)] && q.noun.head == q.end && s.doneTo(q.noun.to) {
		return true
	}
	if vocab.words[w.singular] == nil || vocab.words[w.singular].classes&cCasualty == 0 || q.noun.head > q.end+2 {
		return false
	}
	for k := q.end; k < q.noun.head; k++ {
		if s.lower(k) == "new" || s.lower(k) == "such" || s.words[k].class&cMore != 0 {
			return w.singular != "arrest"
		}
	}
	if w.singular == "case" || w.singular == "arrest" {
		n := s.at(q.noun.to)
		return w.class&cPlural != 0 && n.class&(cBe|cHave) != 0
	}
	return w.class&cPlural != 0
}
