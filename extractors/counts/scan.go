package counts

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
)

// A quantity is a number with its bounds and what it counts.
type quantity struct {
	figure            // from and to widen over bounds, currency signs and units
	core, end int     // tokens of the number itself
	tolerance float64 // of "give or take 600"
	signed    int     // tokens of the currency sign before it
	moneyed   bool    // has a currency sign
	dashed    bool    // has a dash and a number behind it
	delta     bool    //
	corrected bool    //
	kind      Kind    //
	unitName  string  // "" while elided
	unitFrom  int     // tokens of the unit word
	unitTo    int     //
	noun      nounPhrase
	set       nounPhrase // of a part: the set behind "of"
	ofFrom    int        // the set's tokens with its determiner; equal when there is none
	ofTo      int
	object    string
	rule      string
	told      bool     // words beside or above say what an elided number counts
	refusal   *refusal // the rule that says it is no count
}

// A scanner reads the sentences of a document one by one.
type scanner struct {
	doc   *extractors.Document
	dates []dates.Mention
	names []names.Mention
	date  int // the next of dates and names
	name  int

	pairs map[string]int // how often a capitalised word stands before a number, once asked for

	sent  *extractors.Sentence
	toks  []extractors.Token
	words []word
	qs    []quantity
	free  int // first token behind the last quantity
	k     int // the quantity that is being judged
	shape shape
	table table

	memory
}

// A shape is what is told of the whole sentence once and only where a rule asks.
type shape struct {
	knownTitle, title bool
	knownVerb, verb   bool
}

func (s *scanner) lower(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Lower
}

func (s *scanner) tag(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Tag
}

// at returns the word at i, one without any class outside the sentence.
func (s *scanner) at(i int) word {
	if i < 0 || i >= len(s.words) {
		return word{entry: nothing}
	}
	return s.words[i]
}

// read finds the quantities of a sentence, refuses those that are no counts and resolves what the others count.
func (s *scanner) read(sent *extractors.Sentence) {
	s.sent, s.toks, s.qs, s.free, s.shape = sent, sent.Tokens, s.qs[:0], 0, shape{}
	s.classify()
	s.enterTable()
	for i := 0; i < len(s.toks); {
		if s.words[i].class&cOpens == 0 {
			i++
			continue
		}
		f, ok := s.figureAt(i)
		if !ok {
			i++
			continue
		}
		s.add(f)
		i = s.free
	}
	for k := range s.qs {
		s.qs[k].refusal = s.refuse(k)
	}
	s.resolve()
}

// add makes a quantity of a number.
func (s *scanner) add(f figure) {
	q := quantity{figure: f, core: f.from, end: f.to, kind: Number, rule: f.rule(), noun: nounPhrase{head: -1}, set: nounPhrase{head: -1}}
	s.signBefore(&q)
	s.join(&q)
	s.metresOrMillions(&q)
	q.end = q.to
	s.boundLeft(&q)
	s.boundRight(&q)
	if s.measure(&q) {
		if q.unitTo > q.to {
			q.to = q.unitTo
		}
		if w := s.lower(q.core - 2); q.unit != nil && isDegree(q.unit) && q.from <= q.core-2 && (w == "maximum" || w == "minimum") {
			q.from, q.bound = q.core, exact // "a maximum of 46 degrees": what was measured, no bound
		}
		if from := q.from; q.bound == exact {
			if s.negative(&q); q.from < from {
				s.boundLeft(&q)
			}
			s.boundRight(&q)
		}
		s.partOf(&q, q.to)
	} else {
		s.things(&q)
		s.boundBehindNoun(&q)
	}
	s.otherBefore(&q)
	if q.plainRule() && q.bound != exact {
		q.rule = operatorRule[q.bound]
	}
	for k := q.core; k < q.end; k++ {
		s.words[k].class |= cNumber
	}
	s.free = q.to
	s.qs = append(s.qs, q)
}

// rule names what the number is before its surroundings are read.
func (f *figure) rule() string {
	switch {
	case f.none:
		return "none"
	case f.share:
		return "share"
	case f.vague:
		return "vague"
	}
	return "number"
}

// plainRule reports that nothing about the number's surroundings has named its rule yet.
func (q *quantity) plainRule() bool {
	switch q.rule {
	case "number", "share", "vague", "percent", "money", "measure", "duration":
		return true
	}
	return false
}

// things reads the noun phrase that the number counts, or the set that it is a part of.
func (s *scanner) things(q *quantity) {
	n := 2
	if q.lo == 1 && q.single() && !q.none && q.bound == exact {
		n = 1
	} else if q.none || q.lo == 1 {
		n = 0 // either number
	}
	j := q.to
	q.noun.head = -1
	if q.member != "" {
		s.memberUnit(q)
		return
	}
	if s.lower(j) == "of" || s.outOfSet(j) {
		s.partOf(q, j)
		return
	}
	if q.vague && s.lower(j) == "," && s.lower(j+1) == "of" && len(s.qs) > 0 && s.qs[len(s.qs)-1].vague {
		s.partOf(q, j+1) // "dozens, perhaps hundreds, of goats"
		return
	}
	if s.signedNext(j) {
		q.noun = s.nounPhrase(j+2, n)
	} else {
		q.noun = s.nounPhrase(j, n)
	}
	if q.noun.head < 0 && s.modelAt(j) {
		q.noun = s.nounPhrase(j+2, n) // "six AK 47 rifles", "900 AirFlow 3 kettles"
	}
	if n == 1 && (q.noun.head < 0 || s.isPlural(q.noun.to)) && s.lower(q.from-1) == "and" && len(s.qs) > 0 && s.qs[len(s.qs)-1].elided() && q.from-s.qs[len(s.qs)-1].to == 2 {
		q.noun = s.nounPhrase(j, 2) // "three silver and one bronze medals"
	}
	if q.noun.head < 0 && n == 1 {
		q.noun = s.nounPhrase(j, 2) // one of mistagged number: "one crew"
		if q.noun.head >= 0 && s.words[q.noun.head].singular != s.lower(q.noun.head) {
			q.noun.head = -1
		}
	}
	if e := s.at(j).entry; q.noun.head < 0 && vocab.members[s.lower(j)] && e.singular == s.lower(j) && !s.isPlural(j) && s.isNoun(j+1) && !s.isPlural(j+2) && s.tag(j+2) != "VBZ" && !s.isPlural(j+3) {
		q.noun, q.unitName, q.object, q.rule = nounPhrase{j, j, j + 1}, e.singular, pluralOf(e.singular), "compound" // "a 40 member council"
		return
	}
	if q.noun.head < 0 {
		s.state(q)
		return
	}
	q.unitName = s.unitOf(q.noun)
}

// modelAt reports a model's name and figures at token j: "AK 47", "AirFlow 3".
func (s *scanner) modelAt(j int) bool {
	if j+2 >= len(s.toks) || s.at(j).class&cCapital == 0 || s.at(j+1).class&cDigit == 0 {
		return false
	}
	t := s.toks[j].Text
	return camel(t) || len(t) > 1 && len(t) < 5 && t == strings.ToUpper(t)
}

// state reads words for persons in a state that need no noun: "22 dead", "43 injured".
func (s *scanner) state(q *quantity) {
	j := q.to
	if s.lower(j) == "population" {
		q.noun, q.unitName = nounPhrase{j, j, j + 1}, "person" // "its 17 million population"
		return
	}
	for k := 0; k < 2 && (s.at(j).class&cMore != 0 || s.lower(j) == "still" || s.lower(j) == "feared" || s.lower(j) == "confirmed" || s.lower(j) == "now") && s.at(j+1).class&cState != 0; k++ {
		j++
	}
	if s.at(j).class&cState == 0 || s.isPlural(j+1) && s.at(j+1).class&cPerson != 0 {
		return
	}
	q.noun = nounPhrase{from: q.to, head: j, to: j + 1}
	q.unitName = "person"
	q.rule = stateRule(q.rule)
}

func stateRule(r string) string {
	if r == "number" {
		return "state"
	}
	return r
}

// memberUnit reads what a compound counts: the seats of "81-seat", the members of "six-member", persons of "3,000-strong".
func (s *scanner) memberUnit(q *quantity) {
	m := q.member
	if m == "strong" {
		q.unitName, q.rule = "person", "strong"
		q.noun = nounPhrase{q.core, q.end - 1, q.end}
		q.object = "people"
		return
	}
	e := vocab.words[m]
	if !vocab.members[m] || e == nil || e.singular == "" {
		return
	}
	q.unitName, q.rule = e.singular, "compound"
	if q.unitName == "man" {
		q.unitName = "person"
	}
	q.noun = nounPhrase{q.core, q.end - 1, q.end}
	q.object = m
}

// partOf reads the set behind "of": a partitive with a determiner, number or pronoun, else what a vague word counts.
func (s *scanner) partOf(q *quantity, j int) {
	if s.lower(j) == "out" && s.lower(j+1) == "of" {
		j++
	}
	if s.lower(j) != "of" || q.kind == Money {
		return
	}
	j = s.boundsNumber(j+1) - 1 // "one of only three suspects", "two of nearly 40"
	t := s.lower(j + 1)
	if q.kind == Measure || q.kind == Duration {
		s.setObject(q, s.nounPhrase(j+1, 0))
		return
	}
	switch {
	case pronouns[t]:
		q.ofFrom, q.ofTo = j+1, j+2
		if p := s.nounPhrase(j+2, 2); q.kind == Number && p.head >= 0 && t != "those" && s.words[p.head].class&cPerson != 0 { // "three of them children"
			q.noun, q.unitName = p, s.unitOf(p)
		}
		q.rule = partRule(q)
		return
	case s.at(j+1).class&(cDigit|cNumberWord) != 0 || s.at(j+1).class&(cDet|cPoss|cName) != 0 || s.at(j+1).class&cCapital != 0 || s.tag(j+2) == "POS":
		p := s.partPhrase(j + 1)
		q.set = p
		q.ofFrom, q.ofTo = j+1, j+1
		if p.head >= 0 {
			q.ofTo = p.to
		}
		if q.kind == Percent || q.share {
			s.setObject(q, p)
			return
		}
		if q.noun = p; p.head >= 0 {
			q.unitName = s.unitOf(p)
		}
		q.rule = partRule(q)
	default:
		p := s.nounPhrase(j+1, 2)
		if p.head < 0 {
			p = s.nounPhrase(j+1, 0)
		}
		if q.kind == Percent || q.share {
			s.setObject(q, p)
			return
		}
		if q.noun = p; p.head >= 0 {
			q.unitName = s.unitOf(p)
		}
	}
}

// outOfSet reports "out of" at token j with a set behind it: "out of 40", "out of nearly 40", "out of the ships". What somebody does something
// out of is no set: "out of fear".
func (s *scanner) outOfSet(j int) bool {
	if s.lower(j) != "out" || s.lower(j+1) != "of" {
		return false
	}
	return s.boundsNumber(j+2) > j+2 || s.at(j+2).class&(cDigit|cNumberWord|cDet|cPoss) != 0
}

// boundsNumber returns the token of a number that bound words or adverbs from token i on stand before; i where there is none.
func (s *scanner) boundsNumber(i int) int {
	for k := i + 1; k < i+4 && k < len(s.toks); k++ {
		if s.words[k].class&(cDigit|cNumberWord) == 0 {
			continue
		}
		if p := s.leftPhrase(k); p != nil && k-len(p.words) == i || k == i+1 && s.words[i].class&cHedge != 0 {
			return k
		}
		break
	}
	return i
}

func partRule(q *quantity) string {
	if q.rule == "number" && q.bound == exact {
		return "part-of"
	}
	return q.rule
}

// setObject makes the set behind a share its object.
func (s *scanner) setObject(q *quantity, p nounPhrase) {
	if p.head >= 0 {
		q.object = s.text(p.from, p.to)
		q.noun = p
	}
}

var pronouns = map[string]bool{"them": true, "these": false, "those": true, "whom": true, "which": true, "us": true, "you": true, "em": true, "'em": true}

// otherBefore takes "the other" into the words of a residual: "the other 34".
func (s *scanner) otherBefore(q *quantity) {
	if s.lower(q.from-1) == "other" && q.from-1 >= s.free {
		q.from--
		if s.lower(q.from-1) == "the" && q.from-1 >= s.free {
			q.from--
		}
		if q.rule == "number" {
			q.rule = "the-other"
		}
	}
}

// text returns the field's bytes of tokens [from,to).
func (s *scanner) text(from, to int) string {
	if from >= to {
		return ""
	}
	return s.doc.Field(s.sent.Field)[s.toks[from].Start:s.toks[to-1].End]
}
