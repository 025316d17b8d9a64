package counts

// The noun of a number that stands elsewhere: in a label, a predicate, an introduction.

// groupBefore reads what a group is made of: "a crowd of some 2,700", "a crew of four".
func (s *scanner) groupBefore(q *quantity) bool {
	if s.lower(q.from-1) != "of" || q.ofTo > q.ofFrom {
		return false
	}
	unit := vocab.groups[s.lower(q.from-2)]
	if unit == "" {
		return false
	}
	q.unitName, q.object, q.rule = unit, s.text(q.from-2, q.from-1), "group-of"
	q.noun = nounPhrase{q.from - 2, q.from - 2, q.from - 1}
	return true
}

// predicateNoun reads what the counted are said to be: "none of those held is a candidate", "12 were infants", "five of the dead were children".
func (s *scanner) predicateNoun(q *quantity) bool {
	for k := max(q.to, q.ofTo); k < len(s.toks)-1 && k < q.to+7; k++ {
		if s.words[k].class&cBe == 0 {
			if s.words[k].class&(cStop|cHarm|cHave) != 0 && !q.none || k == q.to && q.ofTo == q.ofFrom && s.tag(k) != "RB" && s.words[k].class&cHave == 0 {
				return false
			}
			continue
		}
		p := nounPhrase{head: -1}
		if s.lower(k+1) == "a" || s.lower(k+1) == "an" {
			p = s.nounPhrase(k+2, 1)
		} else {
			p = s.nounPhrase(k+1, 2)
		}
		if p.head < 0 || s.words[p.head].class&cPerson == 0 || !q.none && !vocab.qualities[s.unitOf(p)] {
			return false
		}
		q.noun, q.unitName = p, s.unitOf(p)
		return true
	}
	return false
}

// labelBefore reads "Cases: 1,204": the noun that a colon parts from its number.
func (s *scanner) labelBefore(q *quantity) bool {
	k := q.from - 2
	if s.lower(q.from-1) != ":" || k < 0 {
		return false
	}
	if k > 2 && s.isPlural(0) && s.words[0].class&(cPerson|cThing) != 0 && (s.tag(1) == "VBN" || s.tag(1) == "VBD") && s.tag(2) == "IN" {
		k = 1 // "Branches closed in ten years: 293"
	}
	for i := range k {
		if s.at(i).class&(cBe|cHave) != 0 || s.tag(i) == "VBD" && i < k-1 {
			return false // "120 people have been held at the marches: 48 on the first day"
		}
	}
	switch {
	case k > 0 && (s.tag(k) == "VBN" || s.tag(k) == "VBD" || s.tag(k) == "JJ") && s.isPlural(k-1) && s.words[k-1].class&(cPerson|cThing) != 0: // "Classrooms wrecked: 318"
		k--
		q.unitName = s.unitOf(nounPhrase{k, k, k + 1})
	case s.words[k].class&cState != 0:
		q.unitName = "person"
	case s.isPlural(k) && s.words[k].class&(cPerson|cThing) != 0:
		q.unitName = s.unitOf(nounPhrase{k, k, k + 1})
	default:
		return false
	}
	q.noun, q.rule = nounPhrase{k, k, k + 1}, "label"
	return true
}

// numberOf reads what is counted in "taking the number of cases to 7,513".
func (s *scanner) numberOf(q *quantity) bool {
	before := q.from - 1
	for before > 0 && s.at(before).class&cQuote != 0 {
		before--
	}
	switch w := s.lower(before); w {
	case "to", "at", "was", "is", "as", "from", "above", "below":
	case "of": // "hit a record high of 1,100"
		if !heights[s.lower(before-1)] {
			return false
		}
	case "has", "have", "had", "will", "could", "may", "might", "would": // "has surpassed 380"
		if s.tag(q.from) != "VBN" && s.tag(q.from) != "VB" && s.tag(q.from) != "VBD" {
			return false
		}
	case ",": // "the number of jars, 88,600, is the same"
		if s.at(q.to).class&cStop == 0 || s.at(q.from-2).class&cPlural == 0 {
			return false
		}
	default:
		if !comesTo[w] {
			return false
		}
	}
	for i := before - 1; i > 1 && i > q.from-maxPut && s.at(i).class&cStop == 0; i-- {
		if s.lower(i-1) != "of" || !numbersOf[s.lower(i-2)] {
			continue
		}
		if s.lower(i) == "those" && (s.lower(i+1) == "who" || s.lower(i+1) == "killed" || s.at(i+1).class&cHarm != 0) {
			q.unitName, q.object, q.told = "person", "people", true
			return true
		}
		if p := s.nounPhrase(i, 2); p.head >= 0 && p.to <= q.from {
			q.noun, q.unitName, q.object = p, s.unitOf(p), s.text(p.from, p.to)
			return true
		}
	}
	return false
}

// heights are words for where a number stands: "a record high of 1,100".
var heights = tell.Of("heights")

// numbersOf are words whose "of" brings what a figure counts.
var numbersOf = tell.Of("numbers-of")

// thereBe returns the unit of "there could be twenty" from what the clause before tells more of: "We expect more cases".
func (s *scanner) thereBe(q *quantity) string {
	k := q.from - 1
	for k >= 0 && s.at(k).class&(cBe|cModal|cHave|cHedge) != 0 {
		k--
	}
	if k == q.from-1 || s.lower(k) != "there" {
		return ""
	}
	for n := k - 1; n > 0 && n > k-8; n-- {
		if s.isPlural(n) && s.at(n).class&(cPerson|cThing) != 0 && s.at(n-1).class&cMore != 0 {
			return s.unitOf(nounPhrase{n, n, n + 1})
		}
	}
	return ""
}

// behindTopic gives the first number of a sentence the noun of the set or topic that it opens with: "Of the survivors, six were in the ward",
// "As for the villagers, 12 died".
func (s *scanner) behindTopic(k int) bool {
	q := &s.qs[k]
	if k > 0 && s.qs[0].refusal == nil || q.ofTo > q.ofFrom {
		return false
	}
	i := 1
	switch s.lower(0) {
	case "of", "among":
	case "as":
		if s.lower(1) != "for" {
			return false
		}
		i = 2
	default:
		return false
	}
	if s.at(i).class&(cDet|cPoss) != 0 {
		i++
	}
	p := s.nounPhrase(i, 2)
	if p.head < 0 || p.from != i || p.to >= q.from || s.lower(p.to) != "," && (i > 1 || s.at(p.to).class&cDet == 0) || s.lower(p.to) == "," && q.from-p.to > 4 || q.from-p.to > 8 {
		return false
	}
	if c := s.at(p.head).class; c&(cPerson|cThing) == 0 || c&cState != 0 {
		return false
	}
	q.unitName, q.object = s.unitOf(p), s.text(p.from, p.to)
	return true
}

// underIntro gives the number of a list's line the noun that the line above the list announces: "Beaches with oil on them at noon today:",
// "Bar: 11", "Kotor: nine".
func (s *scanner) underIntro(q *quantity) bool {
	if s.intro == "" || s.lower(q.from-1) != ":" || q.to < len(s.toks) && s.at(q.to).class&cStop == 0 || q.to+1 < len(s.toks) {
		return false
	}
	q.unitName, q.object = s.intro, s.introWords
	return true
}

// ofFigures gives a number the noun of the figures that the paragraph opens on: "Nor do the figures for the guests agree. The province says that
// 1,450 had left".
func (s *scanner) ofFigures(q *quantity) bool {
	if s.disputed == "" || s.sent.Block != s.disputedBlock || q.ofTo > q.ofFrom {
		return false
	}
	q.unitName, q.object = s.disputed, s.disputedWords
	return true
}

// putRight gives a number that another replaces the noun of that one: "Not 94, as it had said, but 97 drones".
func (s *scanner) putRight(k int) bool {
	q := &s.qs[k]
	if s.lower(q.from-1) != "not" || s.lower(q.to) != "," || k+1 >= len(s.qs) || s.qs[k+1].noun.head < 0 || s.qs[k+1].kind != Number {
		return false
	}
	n := &s.qs[k+1]
	for i := q.to; i < n.from && i < q.to+maxPut; i++ {
		if s.lower(i) == "but" {
			q.unitName, q.object = s.unitOf(n.noun), s.text(n.noun.from, n.noun.to)
			return true
		}
	}
	return false
}

// allOf gives a number the noun that stands beside it: "the 14, all farm workers, were on a bus".
func (s *scanner) allOf(q *quantity) bool {
	if s.lower(q.to) != "," || s.lower(q.to+1) != "all" || q.ofTo > q.ofFrom {
		return false
	}
	p := s.nounPhrase(q.to+2, 2)
	if p.head < 0 || s.at(p.head).class&(cPerson|cThing) == 0 || p.to < len(s.toks) && s.at(p.to).class&(cStop|cPrep) == 0 {
		return false
	}
	q.unitName, q.object = s.unitOf(p), s.text(p.from, p.to)
	return true
}

// vagueGoesOn gives a vague number the noun of the greater one that may be true instead: "dozens, perhaps hundreds, of goats".
func (s *scanner) vagueGoesOn(k int) bool {
	q := &s.qs[k]
	if !q.vague || q.ofTo > q.ofFrom || k+1 >= len(s.qs) {
		return false
	}
	next := &s.qs[k+1]
	if !next.vague || next.refusal != nil || next.lo <= q.lo || next.core-q.to > 4 || next.unitName == "" {
		return false
	}
	for i := q.to; i < next.core; i++ {
		if s.at(i).class&(cHedge|cConj|cContrast) == 0 && s.lower(i) != "," && s.lower(i) != "if" && s.leftPhrase(i+1) == nil {
			return false
		}
	}
	q.unitName, q.kind, q.unit = next.unitName, next.kind, next.unit
	if next.noun.head >= 0 {
		q.object = s.text(next.noun.from, next.noun.to)
	}
	return true
}
