package counts

import "strings"

// elided finds the unit of a number that names none, or refuses it where nothing shows that it counts.
func (s *scanner) elided(k int) {
	q := &s.qs[k]
	rule, unit := "elided", ""
	prev := s.sibling(k)
	switch {
	case q.ofTo == q.ofFrom+1 && (s.lower(q.ofFrom) == "us" || s.lower(q.ofFrom) == "you"):
		q.unitName, q.object, q.rule, q.told = "person", "people", "told-beside", true
		return
	case s.sumsGoOn(k):
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money"
		return
	case s.fromTable(q), s.groupBefore(q), s.labelBefore(q):
		return
	case s.predicateNoun(q):
		return
	case k > 0 && s.lower(q.from-1) == "not" && s.qs[k-1].refusal == nil && (s.qs[k-1].kind == Percent && !s.qs[k-1].share || s.qs[k-1].kind == Money || s.qs[k-1].kind == Measure):
		p := &s.qs[k-1] // "87 percent, not 90"
		q.kind, q.unit, unit = p.kind, p.unit, p.unitName
	case prev != nil && prev.share && prev.figure.exact && q.lo <= 100:
		q.kind, unit = Percent, "percent"
	case s.numberOf(q):
		return
	case s.inFavour(k):
		q.unitName, q.object, q.rule, q.told = "vote", "votes", "told-beside", true
		return
	case s.forward(k):
		return
	case s.putRight(k), s.otherVotes(k), s.otherSide(k), s.injuriesTo(q), s.partBehindWhole(k), s.behindTopic(k), s.underIntro(q), s.ofFigures(q), s.moreOf(q), s.takenUp(q):
		q.rule, q.told = "told-beside", true
		return
	case s.magnitudeElided(q), s.percentElided(k), s.measureElided(k):
		return
	case s.signs(k), s.timeBefore(q):
		q.refusal = &bare
		return
	case s.lower(q.to) == "who" && q.ofTo == q.ofFrom: // "one of 40 who cycled"
		if unit = "person"; prev != nil && isPersonUnit(prev.unitName) {
			unit = prev.unitName
		}
	case s.moneyElided(k):
		return
	case s.thereBe(q) != "":
		unit = s.thereBe(q)
	case q.ofTo > q.ofFrom && prev != nil && prev.kind == Number:
		unit = prev.unitName
	case s.personsDo(q):
		unit = "person"
		if prev != nil && isPersonUnit(prev.unitName) {
			unit = prev.unitName
		}
	case s.leadBefore(q):
		q.unitName, q.object, q.rule, q.told = "vote", "votes", "told-beside", true
		return
	case prev != nil && prev.kind == Number:
		unit = prev.unitName
	case s.lasts(k):
		return
	case s.tollBefore(q):
		return
	case !s.stands(k):
		q.refusal = &bare
		return
	case s.last != "":
		unit = s.last
	default:
		unit = "person"
	}
	q.unitName = unit
	if q.rule == "number" {
		q.rule = rule
	}
}

// otherVotes reads the votes on the other side: "approved it by 12 votes to eight".
func (s *scanner) otherVotes(k int) bool {
	if k == 0 || s.lower(s.qs[k].from-1) != "to" || s.qs[k-1].unitName != "vote" || s.qs[k-1].noun.to != s.qs[k].from-1 {
		return false
	}
	s.qs[k].unitName, s.qs[k].object = "vote", "votes"
	return true
}

// inFavour reads the sides of a vote: "101 in favour, 20 against, five abstentions".
func (s *scanner) inFavour(k int) bool {
	q := &s.qs[k]
	if q.ofTo > q.ofFrom {
		return false
	}
	switch s.lower(q.to) {
	case "in":
		return (s.lower(q.to+1) == "favour" || s.lower(q.to+1) == "favor") && s.at(q.to+2).class&(cStop|cConj) != 0
	case "for", "yes":
		return s.at(q.to+1).class&cStop != 0 && k+1 < len(s.qs) && (s.lower(s.qs[k+1].to) == "against" || s.lower(s.qs[k+1].to) == "no")
	case "against", "no":
		return k > 0 && s.qs[k-1].unitName == "vote" && s.at(q.to+1).class&(cStop|cConj) != 0
	}
	return false
}

// otherSide gives those who voted otherwise the noun of those who voted for it: "61 members were for it, 92 against, 26 absent".
func (s *scanner) otherSide(k int) bool {
	if w := s.lower(s.qs[k].to); k == 0 || w != "against" && w != "absent" && w != "abstaining" && w != "abstained" {
		return false
	}
	p := &s.qs[k-1]
	if p.refusal != nil || !isPersonUnit(p.unitName) || !p.told && p.noun.head < 0 {
		return false
	}
	for i := p.to; i < s.qs[k].from; i++ {
		if w := s.lower(i); w == "for" || w == "favour" || w == "favor" || w == "against" {
			s.qs[k].unitName, s.qs[k].object = p.unitName, pluralOf(p.unitName)
			return true
		}
	}
	return false
}

// injuriesTo reads those who were hurt: "injuries to 47".
func (s *scanner) injuriesTo(q *quantity) bool {
	if s.lower(q.from-1) != "to" || s.lower(q.from-2) != "injuries" || q.ofTo > q.ofFrom {
		return false
	}
	q.unitName, q.object = "person", "people"
	return true
}

// partBehindWhole gives a number the noun of the whole that its sentence opens with: "Of 41 gauges that the office set up in three
// valleys, 17 were broken", "Out of 46 villages he has had word from 31".
func (s *scanner) partBehindWhole(k int) bool {
	if k == 0 || s.qs[k].ofTo > s.qs[k].ofFrom {
		return false
	}
	whole, q := &s.qs[0], &s.qs[k]
	if !(s.lower(0) == "of" && whole.from == 1 || s.lower(0) == "out" && s.lower(1) == "of" && whole.from == 2) || whole.refusal != nil || whole.kind != Number || whole.noun.head < 0 || q.lo > whole.hi {
		return false
	}
	if k > 1 && s.lower(q.from-1) != "," {
		return false
	}
	q.unitName, q.object = s.unitOf(whole.noun), s.text(whole.noun.from, whole.noun.to)
	return true
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

// moreOf gives "two more" the noun of the one that the sentence opens with: "A tug is on the spot; two more are on the way".
func (s *scanner) moreOf(q *quantity) bool {
	if s.lower(q.to) != "more" || s.at(q.to+1).class&(cBe|cHave|cModal|cStop) == 0 || s.lower(0) != "a" && s.lower(0) != "an" {
		return false
	}
	p := s.nounPhrase(1, 1)
	if p.head < 0 || s.tag(p.head) != "NN" || s.at(p.head).class&cAbstract != 0 || p.to >= q.from {
		return false
	}
	q.unitName, q.object = s.unitOf(p), pluralOf(s.text(p.from, p.to))
	return true
}

// takenUp gives a number the noun counted just before where the sentence only takes the figure up: "That makes 47", "Mar Vivo's was 1,150".
func (s *scanner) takenUp(q *quantity) bool {
	if s.last == "" || s.lastSentence < 0 || s.sent.Index-s.lastSentence > 1 && s.sent.Block-s.lastBlock > 1 || q.from > 6 {
		return false
	}
	switch i := q.from - 1; {
	case i == 1 && (s.lower(0) == "that" || s.lower(0) == "this" || s.lower(0) == "which") && (s.lower(1) == "makes" || s.lower(1) == "made"):
	case s.at(i).class&cBe != 0 && s.tag(i-1) == "POS":
	default:
		return false
	}
	if q.to < len(s.toks) && s.at(q.to).class&(cStop|cDet|cPrep|cDate) == 0 {
		return false
	}
	q.unitName, q.object = s.last, pluralOf(s.last)
	return true
}

// measureElided gives a number the unit of the measure told last, where somebody gives it anew and nothing else was counted since: "Some 3,000
// barrels leaked. The owner admits to 2,000", "it was 128 at the next station".
func (s *scanner) measureElided(k int) bool {
	q := &s.qs[k]
	m := s.measured
	if m == nil || s.sent.Index-s.measuredSaid > 3 || q.kind != Number || q.ofTo > q.ofFrom || q.bound == exact && q.lo < 2 || q.lo < s.measuredSize/50 || q.lo > s.measuredSize*50 {
		return false
	}
	if q.to < len(s.toks) && s.at(q.to).class&(cStop|cPrep|cQuote|cDate) == 0 && s.lower(q.to) != "last" && s.lower(q.to) != "and" && s.lower(q.to) != "or" {
		return false
	}
	i := q.from - 1
	for i >= 0 && s.at(i).class&cQuote != 0 {
		i--
	}
	if s.lower(i) == "and" && k > 0 && s.qs[k-1].kind == Measure && s.qs[k-1].rule == "measure" {
		i = s.qs[k-1].from - 1 // "it was 3,000 last Sunday and 7,500 on Tuesday"
	}
	if !s.limitBefore(i) && !remeasures[s.lower(i)] && !(remeasuresWith[s.lower(i)] && remeasures[s.lower(i-1)]) && !(s.lower(i) == "," && q.from > 1 && k > 0 && s.qs[k-1].kind == Measure) {
		return false
	}
	q.kind, q.unitName, q.unit, q.rule = Measure, m.name, m, "measure"
	return true
}

// limitBefore reports the word before a bare number, at token i, that gives a speed limit where a speed was told: "below the limit of 60", "set
// the limit on the curve at 50".
func (s *scanner) limitBefore(i int) bool {
	if !strings.HasSuffix(s.measured.name, " per hour") {
		return false
	}
	switch s.lower(i) {
	case "of", "at", "to", "is", "was", "been":
		for k := i - 1; k >= 0 && k >= i-6; k-- {
			if s.lower(k) == "limit" {
				return true
			}
		}
	}
	return false
}

// remeasures are verbs that give anew a figure told before, remeasuresWith the words between some of them and it.
var (
	remeasures     = tell.Of("remeasures")
	remeasuresWith = tell.Of("remeasures-with")
)

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

// timeBefore reports a bare number that a time came down or rose to: "from 48 hours to nine".
func (s *scanner) timeBefore(q *quantity) bool {
	if s.lower(q.from-1) != "to" || q.ofTo > q.ofFrom {
		return false
	}
	switch s.lower(q.from - 2) {
	case "hours", "days", "minutes", "weeks", "months", "years", "seconds":
	default:
		return false
	}
	for k := q.from - 3; k >= 0 && k > q.from-7; k-- {
		if s.lower(k) == "from" {
			return true
		}
	}
	return false
}

// lasts gives a number behind a lasting time its unit: "asked for 15 years; the judge gave him eight".
func (s *scanner) lasts(k int) bool {
	if k == 0 || s.qs[k-1].refusal != nil || s.qs[k-1].kind != Duration || s.qs[k].lo > 100 {
		return false
	}
	s.qs[k].kind, s.qs[k].unitName = Duration, s.qs[k-1].unitName
	s.qs[k].unitFrom, s.qs[k].unitTo = s.qs[k-1].unitFrom, s.qs[k-1].unitTo
	return true
}

// percentElided gives a number the percentage before it, which it is held against or which is told of another: "turnout was 74 percent, above
// the national 67.9", "gave her 49.4 percent and him 48.4", "at 34 percent, ahead of the Greens on 11".
func (s *scanner) percentElided(k int) bool {
	q := &s.qs[k]
	if q.kind != Number || q.scaled || q.spelled || q.lo > 100 || q.ofTo > q.ofFrom {
		return false
	}
	p := s.percentBefore(k)
	if p == nil || !s.goesWithPercent(p, q) && !(q.decimal && s.percentOfAnother(p, q)) && !(s.at(q.from-1).class&cCapital != 0 && s.opensGapped(q) && s.endsClause(q)) {
		return false
	}
	q.kind, q.unitName, q.rule = Percent, "percent", "percent"
	return true
}

// percentBefore returns the percentage that stands before k in its sentence with nothing else counted in between; nil for none.
func (s *scanner) percentBefore(k int) *quantity {
	for k--; k >= 0; k-- {
		if s.qs[k].refusal == nil {
			if s.qs[k].kind == Percent && !s.qs[k].share {
				return &s.qs[k]
			}
			return nil
		}
	}
	return nil
}

// goesWithPercent reports a number that a preposition holds against the percentage p.
func (s *scanner) goesWithPercent(p, q *quantity) bool {
	switch s.lower(q.from - 1) {
	case "to": // "52 percent of the vote to 48 for her rival"
		v := s.lower(p.from - 1)
		return p.lo+q.lo <= 100 && (v == "by" || s.at(p.from-1).class&cChange == 0 && s.tag(p.from-1) == "VBD")
	case "on", "at":
		v := s.lower(p.from - 1)
		return v == "on" || v == "at" || v == "with" || v == "was" && s.endsClause(q)
	case "from", "against":
		return true
	}
	for i := q.from - 1; q.decimal && i >= p.to && i > q.from-5; i-- {
		switch s.lower(i) {
		case "than", "from", "above", "below", "against", "versus":
			return true
		}
	}
	return false
}

// percentOfAnother reports a decimal that goes on with the percentage p: behind "and", a comma, "but" or "to", beside whoever it is told of.
// What a change in percent leads to is no percentage: "fell 0.3 percent to 1.27".
func (s *scanner) percentOfAnother(p, q *quantity) bool {
	if s.lower(q.from-1) == "to" || s.lower(q.from-1) == "at" {
		for i := p.from - 1; i >= 0 && i > p.from-5; i-- {
			if s.at(i).class&cChange != 0 || s.lower(i) == "up" || s.lower(i) == "down" {
				return s.lower(p.from-1) == "from"
			}
		}
	}
	return s.endsClause(q) || s.lower(q.to) == ")" || s.at(q.to).class&cPrep != 0 || s.lower(q.to) == "for"
}

// leadBefore reports the votes by which somebody is ahead, where votes were spoken of: "his majority was cut to 204", "is ahead by 4,120".
func (s *scanner) leadBefore(q *quantity) bool {
	if q.lo < 20 || q.decimal && !q.scaled || q.ofTo > q.ofFrom || !s.votesTold() {
		return false
	}
	for i := q.from - 1; i >= 0 && i > q.from-6 && s.at(i).class&cStop == 0; i-- {
		if leadWords[s.lower(i)] {
			return s.lower(i) != "ahead" && s.lower(i) != "behind" && s.lower(i) != "leads" || s.lower(q.from-1) == "by"
		}
	}
	return false
}

// leadWords tell how far one side is ahead of the other.
var leadWords = tell.Of("lead-words")

// votesTold reports that votes were counted in a sentence before, or are named in this one.
func (s *scanner) votesTold() bool {
	if s.units["vote"] || s.units["ballot"] {
		return true
	}
	for i := range s.toks {
		switch s.toks[i].Lower {
		case "vote", "votes", "ballots", "election", "runoff", "run-off", "voters":
			return true
		}
	}
	return false
}

// endsClause reports a number with nothing of its clause behind it.
func (s *scanner) endsClause(q *quantity) bool {
	return q.to >= len(s.toks) || s.at(q.to).class&cStop != 0 || s.lower(q.to) == "and"
}

// magnitudeElided reads the strength that another body gives to the earthquake spoken of: "The survey puts it at 7.2".
func (s *scanner) magnitudeElided(q *quantity) bool {
	if !s.shook || s.sent.Index-s.magnitudeSaid > 3 || q.kind != Number || !q.decimal || q.spelled || q.scaled || q.lo >= 10 || q.ofTo > q.ofFrom || !s.verbBefore(q) {
		return false
	}
	q.kind, q.unitName, q.unit, q.rule = Measure, "magnitude", &unit{Measure, "magnitude"}, "measure"
	return true
}

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

// moneyElided gives a number in millions the currency spoken of before, beside a word for money: "3 billion kroner, of which
// it has paid 800 million", "seeks damages of 5 billion".
func (s *scanner) moneyElided(k int) bool {
	q := &s.qs[k]
	if s.currency != nil && s.currencySaid == s.sent.Index && k > 0 && s.qs[k-1].kind == Money && q.kind == Number && s.lower(q.to) == "for" && (s.lower(q.to+1) == "each" || s.lower(q.to+1) == "every" || s.lower(q.to+1) == "those") {
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money" // "200,000 rupees for …, 50,000 for each"
		return true
	}
	if s.currency != nil && s.currencySaid == s.sent.Index && q.kind == Number && (s.lower(q.to) == "of" && (s.lower(q.to+1) == "that" || s.lower(q.to+1) == "it")) && s.lower(q.to+2) != "as" && (k == 0 || s.qs[k-1].refusal != nil || s.qs[k-1].kind == Money) {
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money" // "131,000 euros, and 23,000 of that came out of an oven"
		return true
	}
	if s.currency == nil || !q.scaled || q.vague || q.lo < 1e5 || q.ofTo > q.ofFrom && s.lower(q.to+1) != "it" && s.lower(q.to+1) != "that" {
		return false
	}
	if q.kind == Number && q.elided() && s.paidFor(q) {
		q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money" // "demands 90 million; the bank puts its pot at 35 million"
		return true
	}
	if s.sent.Index-s.currencySaid > 3 {
		return false
	}
	if p := s.sumBefore(k); p != nil && p.scaled && q.kind == Number && q.elided() && (q.to >= len(s.toks) || s.at(q.to).class&(cStop|cRelative) != 0 || s.lower(q.to) == "that" || s.tag(q.to) == "VBN") {
		q.kind, q.unitName, q.unit, q.rule = Money, p.unitName, p.unit, "money" // "pays 60 million euros to the families, who had demanded 95 million"
		return true
	}
	for i := q.from - 1; i >= 0 && i > q.from-7; i-- {
		switch {
		case s.at(i).class&cMoneyWord != 0:
			q.kind, q.unitName, q.unit, q.rule = Money, s.currency.name, s.currency, "money"
			return true
		case s.lower(i) == ";":
			return false
		}
	}
	return false
}

// sumsGoOn reports a number in millions that goes on with the sum of money right before it in its sentence: "185 million pounds for repairs and 60
// million for buyers", "lost 1.1 billion soles; the ministry speaks of 640 million".
func (s *scanner) sumsGoOn(k int) bool {
	before := k
	for before > 0 && s.qs[before-1].refusal != nil {
		before-- // over the price of a share
	}
	p, q := s.sumBefore(before), &s.qs[k]
	if p == nil || !p.scaled || s.currency == nil || !q.scaled || q.vague || q.lo < 1e5 || q.kind != Number || !q.elided() || q.ofTo > q.ofFrom {
		return false
	}
	switch s.lower(q.from - 1) {
	case "and", ",", ":", "from", "than", "to", "of", "with", "or", "plus":
	default:
		return false
	}
	if q.to >= len(s.toks) || s.at(q.to).class&cStop != 0 {
		return true
	}
	switch s.lower(q.to) {
	case "in", "for", "through", "on", "a", "last", "from", "to", "as", "and", "by":
		return true
	}
	return false
}

// paidFor reports what is done with money right before a number or behind it: "values his boats at 6.4 million", "31 million had been paid".
func (s *scanner) paidFor(q *quantity) bool {
	for i := q.from - 1; i >= 0 && i > q.from-8 && s.lower(i) != ";"; i-- {
		if moneyVerbs[s.lower(i)] || s.at(i).class&cMoneyWord != 0 && s.at(i).class&cHarm == 0 {
			return true
		}
	}
	reach := 5
	if s.at(q.to).class&cBe != 0 {
		reach = 8 // "Two million is what the town has promised them"
	}
	for i := q.to; i < len(s.toks) && i < q.to+reach && s.at(i).class&cStop == 0; i++ {
		if w := s.lower(i); w == "paid" || w == "disbursed" || w == "transferred" || reach > 5 && promised[w] {
			return true
		}
	}
	return false
}

// promised are participles for what is to be done with a sum told before them.
var promised = tell.Of("promised")

// moneyVerbs are verbs and nouns beside which a number in millions is money.
var moneyVerbs = tell.Of("money-verbs")

// sumBefore returns the sum of money right before a number in its sentence, not its worth in another currency in brackets; nil for none.
func (s *scanner) sumBefore(k int) *quantity {
	for k--; k >= 0 && s.qs[k].kind == Money && s.qs[k].refusal == nil; k-- {
		if s.lower(s.qs[k].from-1) != "(" {
			return &s.qs[k]
		}
	}
	return nil
}

// numberOf reads what is counted in "taking the number of cases to 7,513".
func (s *scanner) numberOf(q *quantity) bool {
	before := q.from - 1
	for before > 0 && s.at(before).class&cQuote != 0 {
		before--
	}
	switch s.lower(before) {
	case "to", "at", "was", "is", "as", "from", "reached", "hit", "exceeded", "topped", "passed":
	case ",": // "the number of jars, 88,600, is the same"
		if s.at(q.to).class&cStop == 0 || s.at(q.from-2).class&cPlural == 0 {
			return false
		}
	default:
		return false
	}
	for i := before - 1; i > 1 && i > q.from-maxPut && s.at(i).class&cStop == 0; i-- {
		if s.lower(i-1) != "of" || !numbersOf[s.lower(i-2)] {
			continue
		}
		if p := s.nounPhrase(i, 2); p.head >= 0 && p.to <= q.from {
			q.noun, q.unitName, q.object = p, s.unitOf(p), s.text(p.from, p.to)
			return true
		}
	}
	return false
}

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

// sibling returns the count before k in its sentence.
func (s *scanner) sibling(k int) *quantity {
	behind := s.lower(s.qs[k].from-1) == "not" && s.lower(s.qs[k].from-2) == "and" // "14 vehicles, among them three trucks, and not 11"
	for end := k - maxList; k > 0 && k > end; {
		k--
		if q := &s.qs[k]; q.refusal == nil && (q.kind == Number || q.share) && q.unitName != "" && !(behind && s.amongThem(q) && k > 0) {
			return q
		}
	}
	return nil
}

// amongThem reports a number of some of those counted before: "among them three trucks".
func (s *scanner) amongThem(q *quantity) bool {
	w := s.lower(q.from - 1)
	return w == "including" || w == "them" && s.lower(q.from-2) == "among"
}

// forward takes the unit of the number that follows at once: the 40 of "from 40 to 45 percent", the 14 of "14, then 18 people".
func (s *scanner) forward(k int) bool {
	if k+1 >= len(s.qs) {
		return false
	}
	q, next := &s.qs[k], &s.qs[k+1]
	if next.refusal != nil || next.from > q.to+2 || next.unitName == "" || next.moneyed {
		return false
	}
	if next.from == q.to+2 && s.lower(q.to+1) == "and" && (s.isAdjective(q.to) || strings.HasSuffix(s.lower(q.to), "ed")) && s.at(q.to).class&cState == 0 && next.kind == Number {
		q.unitName = next.unitName // "40 destroyed and 90 damaged houses"
		return true
	}
	if j := s.lower(q.to); j != "to" && j != "or" && j != "nor" && j != "and" && j != "of" && j != "," {
		return false
	}
	q.unitName, q.kind = next.unitName, next.kind
	return true
}

// personsDo reports a verb beside the number whose subject or object are persons.
func (s *scanner) personsDo(q *quantity) bool {
	for k := q.from - 1; k >= 0 && k >= q.from-2; k-- {
		if c := s.words[k].class; c&cHarm != 0 && s.lower(k) != "left" && s.lower(k) != "lost" && s.lower(k) != "claims" && s.lower(k) != "claimed" {
			return true
		} else if c&(cStop|cPrep) != 0 {
			break
		}
	}
	for k := q.to; k < len(s.words) && k < q.to+4; k++ {
		c := s.words[k].class
		switch {
		case c&(cHarm|cAct|cState) != 0:
			return s.lower(k+1) != "down" && s.lower(k) != "run" && s.lower(k) != "hit" && s.lower(k) != "left"
		case c&(cBe|cHave|cModal|cHedge|cRelative) != 0 || s.tag(k) == "RB":
		default:
			return false
		}
	}
	return false
}
