package counts

import "strings"

// Votes, percentages and seats go on without their word.

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
	case "against", "no", "opposed":
		return k > 0 && s.qs[k-1].unitName == "vote" && s.at(q.to+1).class&(cStop|cConj) != 0
	}
	return false
}

// sharesOut gives a number that somebody has, won or needs the noun of what was shared out just before: "She won all 99 delegates. He now has 568".
func (s *scanner) sharesOut(q *quantity) bool {
	if !sharedOut[s.last] || s.lastSentence < 0 || s.sent.Index-s.lastSentence > 2 || q.ofTo > q.ofFrom || q.scaled || q.decimal || q.lo > s.lastSize*mostApart {
		return false
	}
	i := q.from - 1
	for i > 0 && (s.tag(i) == "RB" || s.at(i).class&cHedge != 0) {
		i--
	}
	need := strings.HasPrefix(s.lower(i), "need") || s.lower(i) == "takes" && s.lower(i-1) == "it" // "It takes 1,237 to win"
	if s.at(i).class&cHave == 0 && !sharers[s.lower(i)] && !need || !s.shares(i) {
		return false
	}
	switch s.lower(q.to) {
	case "so": // "568 so far"
	case "to": // "needs 1,237 to win", not "took 40 to prison"
		if !need && s.at(q.to+1).class&(cDigit|cPoss) == 0 {
			return false
		}
	default:
		if q.to < len(s.toks) && s.at(q.to).class&(cStop|cPrep|cConj|cDate) == 0 {
			return false
		}
	}
	q.unitName, q.object = s.last, pluralOf(s.last)
	return true
}

// shares reports a verb at token i whose subject can have had a part in what was shared out: somebody named, or told of there. The police who
// hold 40 hold no votes.
func (s *scanner) shares(i int) bool {
	for i--; i > 0 && (s.at(i).class&(cHave|cModal|cBe|cHedge) != 0 || s.tag(i) == "RB"); i-- {
	}
	if i < 0 || s.tag(i) == "PRP" || s.at(i).class&cRelative != 0 || i > 0 && s.at(i).class&cCapital != 0 || s.at(i).class&cName != 0 {
		return true
	}
	for _, t := range s.doc.Sentences[s.lastSentence].Tokens {
		if t.Lower == s.lower(i) {
			return true
		}
	}
	return false
}

var (
	// sharedOut are nouns for what several sides have a part of each.
	sharedOut = tell.Of("shared-out")
	// sharers are verbs for having or getting a part.
	sharers = tell.Of("sharers")
)

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
		return q.decimal || !s.changedBy(p) // "arrests fell 20 percent from 90"
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
// What a change in percent leads to, or stands beside, is no percentage: "fell 0.3 percent to 1.27", "fell 0.3 percent, and a euro bought 1.27".
func (s *scanner) percentOfAnother(p, q *quantity) bool {
	if (s.lower(q.from-1) == "to" || s.lower(q.from-1) == "at" || s.tag(q.from-1) == "VBD") && s.changedBy(p) {
		return false
	}
	return s.endsClause(q) || s.lower(q.to) == ")" || s.at(q.to).class&cPrep != 0 || s.lower(q.to) == "for"
}

// changedBy reports a percentage by which something rose or fell.
func (s *scanner) changedBy(p *quantity) bool {
	for i := p.from - 1; i >= 0 && i > p.from-5; i-- {
		if s.at(i).class&cChange != 0 || s.lower(i) == "up" || s.lower(i) == "down" {
			return s.lower(p.from-1) != "from" && s.lower(p.from-1) != "to"
		}
	}
	return false
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
