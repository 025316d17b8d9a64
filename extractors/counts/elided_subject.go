package counts

import "strings"

// What a bare number counts is the subject whose size its verb tells: "Ferry bookings in Lom reached 10,400".

// maxSubject is the most words from the start of a subject to its number.
const maxSubject = 16

// ofSubject gives a number the noun of the subject that grew, shrank or came to it. Sums of money, tolls and persons, who reach others, are
// told elsewhere.
func (s *scanner) ofSubject(q *quantity) bool {
	p := s.subject(q)
	if p.head < 0 || closes[s.lower(q.from-2)] || !s.isPlural(p.head) || gauges[s.lower(p.head)] || movers[s.unitOf(p)] && arrives[s.sizeVerb(q)] {
		return false
	}
	if c := s.at(p.head).class; c&(cPerson|cAbstract|cToll|cMoneyWord|cCurrency|cUnit|cState|cCasualty|cName|cVoteNoun) != 0 || figuresOnly[s.lower(p.head)] || vocab.words[s.unitOf(p)] != nil && vocab.words[s.unitOf(p)].classes&(cCasualty|cMoneyWord) != 0 {
		return false
	}
	q.unitName, q.object = s.unitOf(p), s.text(p.from, p.to)
	return true
}

// gauged reports a number that is read off, in a unit that the text leaves out: "the heat index reached 109", "horsepower jumped from 240 to 273".
func (s *scanner) gauged(q *quantity) bool {
	p := s.subject(q)
	return p.head >= 0 && gauges[s.lower(p.head)]
}

// subject returns the noun phrase of which the verb before a bare number says that it came to that number; its head is -1 where there is none.
func (s *scanner) subject(q *quantity) nounPhrase {
	none := nounPhrase{head: -1}
	i := q.from - 1
	if comesTo[s.lower(q.from)] {
		i = q.from // "has surpassed 380"
	}
	switch s.lower(i) {
	case "to", "from", "at", "above", "below":
		if k := s.k; s.lower(i) == "to" && k > 0 && s.qs[k-1].from < q.from && s.lower(s.qs[k-1].from-1) == "from" && i-s.qs[k-1].to < 3 {
			i = s.qs[k-1].from - 1 // "jumped from 240 to 273"
		}
		i--
		if s.at(i).class&cChange == 0 && !standsAt[s.lower(i)] && !(closes[s.lower(i)] && s.lower(i+1) == "at") {
			return none
		}
	default:
		if !comesTo[s.lower(i)] || s.at(i).class&cHarm != 0 {
			return none // "the floods hit 12"
		}
	}
	for i--; i > 0 && (s.at(i).class&(cHave|cModal|cBe) != 0 || s.tag(i) == "RB" || s.tag(i) == "TO"); i-- {
	}
	if i < 0 || s.at(i).class&(cStop|cConj|cQuote) != 0 {
		return none
	}
	from := i
	for from > 0 && q.from-from < maxSubject && s.at(from-1).class&(cStop|cRelative|cConj|cSay|cNumber|cQuote) == 0 && !strings.HasPrefix(s.tag(from-1), "VB") && s.tag(from-1) != "MD" {
		from--
	}
	if w := s.lower(from - 1); w == "and" || w == "or" {
		return none // "the toll of floods and landslides"
	}
	for from < i && s.at(from).class&(cDet|cPoss|cDate) != 0 && s.at(from).class&cPrep == 0 {
		from++
	}
	if s.at(from).class&(cPrep|cNumber) != 0 {
		return none
	}
	if p := s.nounPhrase(from, 0); p.head >= 0 && (p.to == i+1 || p.to <= i && s.at(p.to).class&(cPrep|cDate) != 0) {
		return p
	}
	return none
}

// sizeVerb returns the verb right before a number or first in its words: "reached" in "reached 40" and "reached" in "have reached 40".
func (s *scanner) sizeVerb(q *quantity) string {
	if comesTo[s.lower(q.from)] {
		return s.lower(q.from)
	}
	return s.lower(q.from - 1)
}

var (
	// movers are what goes to people and places; arrives are the verbs for both getting there and coming to a number.
	movers  = tell.Of("movers")
	arrives = tell.Of("arrives")
	// comesTo are verbs that tell what number something has: "reached 40".
	comesTo = tell.Of("comes-to")
	// standsAt are those that take a preposition before it: "stood at 40".
	standsAt = tell.Of("stands-at")
	// closes are verbs for where a market leaves a level.
	closes = tell.Of("closes")
	// gauges are what is measured on a scale that goes without saying.
	gauges = tell.Of("gauges")
)

// fromMeasure gives a number the unit of the figure that it came from: "from 208 kilos to 193". It reports too that the other is refused.
func (s *scanner) fromMeasure(k int) (found, refused bool) {
	q := &s.qs[k]
	to := q.from - 1
	if s.at(to).class&cHedge != 0 {
		to-- // "to just 75"
	}
	if k == 0 || s.lower(to) != "to" || q.ofTo > q.ofFrom {
		return false, false
	}
	p := &s.qs[k-1]
	for n := k - 1; n > 0 && p.refusal != nil && s.at(p.core).class&(cDate|cDuration) != 0; n-- {
		p = &s.qs[n-1] // "from 660 kilos four years ago to 75"
	}
	if s.lower(p.from-1) != "from" || to-max(p.to, p.unitTo) > 1 && !s.timeBetween(max(p.to, p.unitTo), to) {
		return false, false
	}
	if p.refusal != nil {
		return false, p.refusal.name == "per-unit-in-letters"
	}
	if p.kind != Measure && p.kind != Money || p.unit == nil || q.scaled != p.scaled {
		return false, false
	}
	q.kind, q.unitName, q.unit, q.rule = p.kind, p.unitName, p.unit, string(p.kind)
	return true, false
}

// timeBetween reports tokens [from,to) that tell only when.
func (s *scanner) timeBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.at(i).class&(cDate|cDuration|cNumber|cDigit|cNumberWord|cMonth) == 0 && s.lower(i) != "ago" && s.lower(i) != "in" && s.lower(i) != "earlier" && s.lower(i) != "last" && s.lower(i) != "a" {
			return false
		}
	}
	return to-from < 6
}

// unread reports a word right behind a number that must be what it counts, though nothing knows it for a plural or a unit: "83 e.v.'s",
// "110 JPY".
func (s *scanner) unread(q *quantity) bool {
	if s.inHeadline() || q.vague || q.none || q.ofTo > q.ofFrom || q.to >= len(s.toks) {
		return false
	}
	w := &s.words[q.to]
	if t := s.toks[q.to].Text; len(t) < 5 && len(t) > 2 && t == strings.ToUpper(t) && isLetter(t[0]) {
		return true
	}
	if w.class&^(cCapital|cPlural|cAbstract|cThing|cPerson|cUnit|cCurrency|cDigit|cOpens) != 0 || !strings.HasPrefix(s.tag(q.to), "NN") {
		return false
	}
	switch t := s.toks[q.to].Text; {
	case q.hi == 0: // "zero experience"
		return true
	case w.class&(cAbstract|cThing|cPerson) != 0, len(t) < 6 && t == strings.ToUpper(t), strings.ContainsAny(t, "./-"):
		return true
	}
	return strings.HasPrefix(s.tag(q.to+1), "NN") && s.at(q.to+1).class&^(cPlural|cAbstract|cThing|cPerson) == 0
}
