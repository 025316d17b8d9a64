package counts

import "strings"

// ageRules refuse ages.
var ageRules = []refusal{
	{
		name:     "aged",
		patterns: []string{"aged|age|ages|age-group|age-groups .. #e", "aged|age|ages .. # UNIT?", "# years|months|year|weeks old|older|younger|of age", "# year-old|years-old|month-old|year-olds", "turned|turns|turning|turn #e", "died|dies at #e ,|.|;|and", "died|dies at #e $", "as young|old as #e", "# and|or|& older|over|younger|above|up ,|.|;|)|to|in|at|who|were|are|say|said", "# and|or|& older|over|younger|above|up $", "younger|older than? #", "over-|under- #"},
		when: func(s *scanner, q *quantity) bool {
			if w := s.lower(q.to); q.elided() && (w == "year-old" || w == "years-old" || w == "month-old" || w == "year-olds") {
				return true // whatever it is that is so old
			}
			if q.kind == Money || q.kind == Percent || q.lo > 120 || q.unitName == "person" && q.rule == "state" {
				return false
			}
			if w := s.lower(q.to + 1); (s.lower(q.to) == "and" || s.lower(q.to) == "or") && (w == "over" || w == "older" || w == "younger" || w == "above" || w == "up") && s.at(q.from-1).class&cAgeVerb == 0 && !strings.HasPrefix(s.lower(q.from-1), "age") {
				return q.elided() && q.lo < 100 && s.at(q.from-1).class&(cPerson|cPlural|cState) != 0
			}
			if s.lower(q.from-1) == "turn" || s.lower(q.from-1) == "turned" || s.lower(q.from-1) == "turns" || s.lower(q.from-1) == "turning" {
				return q.elided() && s.lower(q.to) != "out"
			}
			return q.kind == Duration || q.elided()
		},
		no: []string{
			"Mohamed Othman, a merchant aged 46, lost his shop.", "The victims range in age from 8 months to 61 years.", "She died at the age of 78.", "He turned 30 on Friday.", "Ana Ruiz, a singer, dies at 92.", "He taught pupils as young as 17.", "Maria Lopez will be 60 in May.", "Ana Orr will turn 10 in August.", "Turnout rose among nurses 45 and older.", "They found a 2,900 year-old site.", "All are younger than 18.",
			"They are aged between 17 and 35.", "The plane was 17 years old.", "Voters must be over 18 years of age.", "Children ages 5 and up may come.",
		},
		yes: []example{{"Two children aged 5 died.", "Two=child"}},
	},
	{
		name:     "named-age",
		patterns: []string{"PERSON-NAME|PERSON ,|( #e ,|)|.|and|;", "PERSON-NAME|PERSON , #e $", "NAME , #e ,"},
		when: func(s *scanner, q *quantity) bool {
			if q.lo > 115 || q.scaled || q.bound != exact || !q.single() || q.share || s.figureTold(q) {
				return false
			}
			return q.plain || q.decimal || q.spelled && s.at(q.from-2).class&cPersonName != 0
		},
		no: []string{"Hamdija Kurtagić, 73, told me so.", "The former president, 58, cast his vote.", "Janet Chebet, 37, sells tomatoes.", "“I fled,” said Omar Hassan, 31."},
	},
	{
		name:     "is-aged",
		patterns: []string{"he|she|who was|is|be|being|were|are|'s either? #", "i am|was #", "i 'm #", "oldest|youngest|eldest .. # ", "year-old .. #", "son|daughter|brother|sister|mother|father|husband|wife|grandson|granddaughter|nephew|niece|cousin is|was #e ,|.|;|and", "PERSON-NAME was|is #e $", "PERSON-NAME was|is only|just|still|barely? #e ,|.|;|and", "when|if|until|once he|she|they|you|we|i is|are|was|were|am|'re|'s|'m #e"},
		when: func(s *scanner, q *quantity) bool {
			return q.lo < 115 && (q.elided() || q.kind == Duration) && !q.share && (s.lower(q.from-2) != "who" || q.bound == exact)
		},
		no: []string{"A boy called Pieter, who was 14 or 15, is missing.", "The oldest victim was 78; the youngest, seven months.", "He was 30 when he left.", "She is 25 and lives abroad.", "Maria Lopez is only 20 and sells boats.", "People are robbed when they are 55, she said.", "“My son is 22, he was there,” she said."},
	},
	{
		name:     "age-spoken-of",
		patterns: []string{"says|said|gives|gave|is|was|put|puts|it|at #e .|,|;|and", "says|said|gives|gave|is|was|put|puts|it|at #e $"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.lo < 115 && q.bound == exact && q.elided() && s.agedBefore(q.from)
		},
		no:  []string{"Gita Rao does not know her age; her card says 58.", "Asked his age, the man said 61.", "His exact age is unknown, a nurse put it at 70."},
		yes: []example{{"The age of the dam is in doubt, and the count of leaks stands at 58.", "58=leak"}},
	},
	{
		name:     "were-aged",
		patterns: []string{"NUMBER were|are|was|is #e ,|.|;|and", "NUMBER were|are|was|is #e $", "my|his|her|our|their PERSON was|is #e .|,", "he|she|PERSON-NAME will|would be #e before|when|by|in|on|next|this|,|.|and|;", "and #e when he|she|they"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.elided() && q.plain && q.bound == exact && q.lo >= 10 && q.lo < 110 && (s.at(q.from-2).class&cNumber == 0 || s.k > 0 && s.qs[s.k-1].refusal == nil && s.qs[s.k-1].kind == Number)
		},
		no:  []string{"“My neighbour was 71.”", "Lena Orr will be 49 before she can ask.", "“She was 20 when it happened and 21 when she died.”"},
		yes: []example{{"Twenty-two of the dead were women. Two were 17.", "Twenty-two=woman Two=woman"}, {"The toll was 71.", "71=person"}},
	},
	{
		name:     "man-of",
		patterns: []string{"PERSON of #e"},
		when: func(s *scanner, q *quantity) bool {
			return s.oneOfAKind(q.from-2) && q.lo >= 10 && q.lo < 110 && q.plain && q.bound == exact && vocab.groups[s.lower(q.from-2)] == ""
		},
		no:  []string{"We slept in shifts, says Anton Brandt, a sailor of 26.", "A boy of 12 saw it.", "The last, a signal engineer of 38, was found."},
		yes: []example{{"The sailors of 26 ships sang.", "26=ship"}, {"A crew of 26 sailed it.", "26=crew member"}},
	},
	{
		name:     "child-of",
		patterns: []string{"a|an|the boy|girl|child|baby|toddler|infant|youth of #e"},
		when:     func(s *scanner, q *quantity) bool { return q.lo < 19 && q.bound == exact },
		no:       []string{"A girl of six and a boy of nine were saved."},
		yes:      []example{{"A crew of six was saved.", "six=crew member"}},
	},
	{
		name:     "is-now-aged",
		patterns: []string{"is|are now #e"},
		when: func(s *scanner, q *quantity) bool {
			return s.k > 0 && q.lo < 115 && s.qs[s.k-1].refusal != nil && s.qs[s.k-1].refusal.name == "is-aged"
		},
		no: []string{"Her niece, who was four when she was arrested, is now eight."},
	},
	{
		name:     "age-limit",
		patterns: []string{"MANY|PERSON|STATE|the|those|anyone|everyone|all|others|them BE? #", "half|third|thirds|quarter|quarters|most BE #", "^ # :", "^ # and|or over|older|under|above|up :"},
		when: func(s *scanner, q *quantity) bool {
			if s.lower(q.to) == ":" {
				return q.elided() && q.lo < 100 && q.core < 3
			}
			if k := q.from - 1; strings.HasSuffix(s.lower(k), "ed") && (s.tag(k) == "VBD" || s.lower(k-1) == "and") {
				return false // "The blast injured over 40", "and wounded over 40"
			}
			return (q.bound == under || q.bound == over) && q.elided() && q.lo <= 90 && (s.lower(q.core-1) == "under" || s.lower(q.core-1) == "over")
		},
		no:  []string{"Children under 5 get free meals.", "People over 65 may stay at home.", "Those under 5 are asked.", "Others were over 80.", "Most were over 60."},
		yes: []example{{"Under 5: 14 cases", "14=case"}, {"Nearly half were over 60.", "Nearly half=percent"}, {"Five of them were under 18.", "Five=person"}, {"The blast killed 12 people and injured over 40.", "12=person over 40=person"}},
	},
}

// agedBefore reports that somebody's age is spoken of within the sentence before token to: "does not know her age".
func (s *scanner) agedBefore(to int) bool {
	for k := to - 1; k > 0 && k > to-12; k-- {
		if s.lower(k) == "age" && (s.tag(k-1) == "PRP$" || s.tag(k-1) == "JJ" && s.tag(k-2) == "PRP$") {
			return true
		}
	}
	return false
}

// oneOfAKind reports the head of a phrase that "a" opens, at token head: "a signal [engineer]".
func (s *scanner) oneOfAKind(head int) bool {
	for k := head - 1; k >= 0 && k > head-5; k-- {
		switch s.lower(k) {
		case "a", "an":
			return true
		}
		if t := s.tag(k); t != "JJ" && t != "NN" {
			return false
		}
	}
	return false
}
