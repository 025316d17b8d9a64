package counts

import "strings"

// Measures and times go on without their unit.

// measureElided gives a number the unit of the measure told last, where somebody gives it anew and nothing else was counted since: "Some 3,000
// barrels leaked. The owner admits to 2,000", "it was 128 at the next station".
func (s *scanner) measureElided(k int) bool {
	q := &s.qs[k]
	m := s.measured
	if m == nil || s.sent.Index-s.measuredSaid > 3 || q.kind != Number || q.ofTo > q.ofFrom || q.bound == exact && q.lo < 2 || q.lo < s.measuredSize/mostApart || q.lo > s.measuredSize*mostApart || s.personsDo(q) || s.tollWord(q) >= 0 {
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
	if !s.limitBefore(i) && !s.itIs(i) && !remeasures[s.lower(i)] && !(remeasuresWith[s.lower(i)] && remeasures[s.lower(i-1)]) && !(s.lower(i) == "," && q.from > 1 && k > 0 && s.qs[k-1].kind == Measure) {
		return false
	}
	q.kind, q.unitName, q.unit, q.rule = Measure, m.name, m, "measure"
	return true
}

// measureInBrackets gives a number in brackets the unit of the measure, sum or share in those before it: "Norland (21 million tons), Leith (20
// million)".
func (s *scanner) measureInBrackets(k int) bool {
	if k == 0 || s.lower(s.qs[k].from-1) != "(" || s.lower(s.qs[k].to) != ")" {
		return false
	}
	q, p := &s.qs[k], &s.qs[k-1]
	if p.refusal != nil || p.kind == Number || p.kind == Duration || s.lower(p.from-1) != "(" || q.from-p.to > maxPut || s.stopBetween(p.to+1, q.from-1) {
		return false
	}
	q.kind, q.unitName, q.unit, q.rule = p.kind, p.unitName, p.unit, p.rule
	return true
}

// stopBetween reports a mark that ends a clause, but no comma, in tokens [from,to).
func (s *scanner) stopBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if s.at(k).class&cStop != 0 && s.lower(k) != "," {
			return true
		}
	}
	return false
}

// mostApart is how many times greater one figure of a thing measured is than another at most: the first day's leak and the whole.
const mostApart = 10

// itIs reports a form of "be" or "have" at token i whose subject can be the thing measured: "it was 128 at the next hut". A noun there would
// bring a figure of its own: "the toll was 45".
func (s *scanner) itIs(i int) bool {
	if s.at(i).class&(cBe|cHave) == 0 {
		return false
	}
	switch s.lower(i - 1) {
	case "it", "they", "which", "that":
		return true
	}
	return false
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

// magnitudeElided reads the strength that another body gives to the earthquake spoken of: "The survey puts it at 7.2".
func (s *scanner) magnitudeElided(q *quantity) bool {
	if !s.shook || s.sent.Index-s.magnitudeSaid > 3 || q.kind != Number || !q.decimal || q.spelled || q.scaled || q.lo >= 10 || q.ofTo > q.ofFrom || !s.verbBefore(q) {
		return false
	}
	q.kind, q.unitName, q.unit, q.rule = Measure, "magnitude", &unit{Measure, "magnitude"}, "measure"
	return true
}
