package counts

import "strings"

// elided finds the unit of a number that names none, or refuses it where nothing shows that it counts.
func (s *scanner) elided(k int) {
	q := &s.qs[k]
	rule, unit := "elided", ""
	s.k = k
	prev := s.sibling(k)
	from, refused := s.fromMeasure(k)
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
	case s.numberOf(q), from:
		return
	case s.inFavour(k):
		q.unitName, q.object, q.rule, q.told = "vote", "votes", "told-beside", true
		return
	case s.vagueGoesOn(k):
		q.told = true
		return
	case s.sharesOut(q):
		if q.told = true; q.rule == "number" {
			q.rule = "told-beside"
		}
		return
	case s.forward(k):
		return
	case s.allOf(q), s.putRight(k), s.otherVotes(k), s.otherSide(k), s.injuriesTo(q), s.partBehindWhole(k), s.behindTopic(k), s.underIntro(q), s.ofFigures(q), s.moreOf(k), s.takenUp(q), s.ofSubject(q):
		q.rule, q.told = "told-beside", true
		return
	case s.magnitudeElided(q), s.percentElided(k), s.measureElided(k), s.measureInBrackets(k):
		return
	case refused, s.signs(k), s.timeBefore(q), s.gauged(q), s.unread(q):
		q.refusal = &bare
		return
	case (s.lower(q.to) == "who" || s.lower(q.to) == "whose") && q.ofTo == q.ofFrom: // "one of 40 who cycled"
		if unit = "person"; prev != nil && isPersonUnit(prev.unitName) {
			unit = prev.unitName
		}
	case s.moneyElided(k):
		return
	case q.scaled && q.lo >= 1e6 && q.ofTo == q.ofFrom && (s.at(q.from-1).class&cMoneyWord != 0 || moneyVerbs[s.lower(q.from-1)]) && !(q.vague && s.personsBehind(q)): // "pledged 50 billion", of what is not told
		q.refusal = &bare
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

// moreOf gives "two more" the noun of the one that the sentence opens with: "A tug is on the spot; two more are on the way". Where people are
// harmed, the more are people: "A bomb killed a guard; two more died".
func (s *scanner) moreOf(k int) bool {
	q := &s.qs[k]
	if k > 0 || s.harms() || s.lower(q.to) != "more" || s.at(q.to+1).class&(cBe|cHave|cModal|cStop) == 0 || s.lower(0) != "a" && s.lower(0) != "an" {
		return false
	}
	p := s.nounPhrase(1, 1)
	if p.head < 0 || s.tag(p.head) != "NN" || s.at(p.head).class&cAbstract != 0 || p.to >= q.from {
		return false
	}
	q.unitName, q.object = s.unitOf(p), pluralOf(s.text(p.from, p.to))
	return true
}

// harms reports a sentence that tells of people harmed.
func (s *scanner) harms() bool {
	for i := range s.words {
		if s.words[i].class&(cHarm|cState) != 0 {
			return true
		}
	}
	return false
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

// endsClause reports a number with nothing of its clause behind it.
func (s *scanner) endsClause(q *quantity) bool {
	return q.to >= len(s.toks) || s.at(q.to).class&cStop != 0 || s.lower(q.to) == "and"
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
	if next.refusal != nil || next.moneyed || next.from > q.to+2 && !s.twoBefore(q, next) {
		return false
	}
	if next.unitName == "" {
		return s.listGoesOn(k)
	}
	if next.from >= q.to+2 && s.lower(next.from-1) == "and" && s.at(q.to).class&cState == 0 && next.kind == Number {
		switch {
		case s.isAdjective(q.to) || strings.HasSuffix(s.lower(q.to), "ed"):
			if q.unitName = next.unitName; next.noun.head >= 0 && next.ofTo == next.ofFrom {
				q.object, q.told = s.text(next.noun.head, next.noun.to), true // "40 destroyed and 90 damaged houses"
			}
			return true
		case s.joinable(q.to) && next.noun.head >= 0 && next.ofTo == next.ofFrom && s.isPlural(next.noun.head):
			q.unitName, q.object, q.told = next.unitName, s.text(next.noun.head, next.noun.to), true // "27 oil and three gas wells"
			return true
		}
	}
	if j := s.lower(q.to); j != "to" && j != "or" && j != "nor" && j != "and" && j != "of" && j != "," {
		return false
	}
	q.unitName, q.kind = next.unitName, next.kind
	if k > 0 && s.qs[k-1].told && s.qs[k-1].unitName == q.unitName && s.qs[k-1].to == q.from-1 && s.lower(q.from-1) == "," && next.kind == Number && next.noun.head >= 0 {
		q.object, q.told = s.qs[k-1].object, true // the 14 of "12, 14 and 16 rifles"
	}
	return true
}

// twoBefore reports two words that stand before the noun that a number shares with the next: "17 hate crime and nine assault charges".
func (s *scanner) twoBefore(q, next *quantity) bool {
	return next.from == q.to+3 && s.lower(next.from-1) == "and" && s.joinable(q.to) && s.joinable(q.to+1)
}

// listGoesOn gives a number the noun that its list ends in: the 100 of "100, 200 or 250 families".
func (s *scanner) listGoesOn(k int) bool {
	q := &s.qs[k]
	for end := k + maxList; k+1 < len(s.qs) && k < end; k++ {
		this, next := &s.qs[k], &s.qs[k+1]
		if next.refusal != nil || next.moneyed || next.ofTo > next.ofFrom || next.from > this.to+3 || s.lower(this.to) != "," && s.lower(this.to) != "or" && s.lower(this.to) != "and" {
			return false
		}
		for i := this.to + 1; i < next.from; i++ {
			if s.at(i).class&(cHedge|cConj) == 0 {
				return false
			}
		}
		if next.unitName != "" {
			if next.kind == Number && next.noun.head < 0 {
				return false
			}
			q.unitName, q.kind, q.unit, q.told = next.unitName, next.kind, next.unit, true
			if next.noun.head >= 0 {
				q.object = s.text(next.noun.from, next.noun.to)
			}
			return true
		}
	}
	return false
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
