package counts

import (
	"slices"
	"strings"

	"crosstally/extractors"
)

// A memory is what the sentences before counted.
type memory struct {
	last          string          // unit of the last count of things
	lastSize      float64         // its figure
	units         map[string]bool // of all counts of things
	lastBlock     int             // block of the last count
	lastSentence  int             // sentence of the last count, -1 before any
	currency      *unit           // of the last sum of money
	currencySaid  int             // its sentence
	shook         bool            // the strength of an earthquake was told
	magnitudeSaid int             // its sentence
	measured      *unit           // of the last measure, nil once something else is counted
	measuredSize  float64         // its figure
	measuredSaid  int             // its sentence
	intro         string          // what the line above a list says that it counts
	introWords    string          //
	disputed      string          // what a sentence says that figures of it differ
	disputedWords string          //
	disputedBlock int             // its block
}

// resolve gives a unit to the quantities that name none.
func (s *scanner) resolve() {
	s.heading()
	s.currencySpoken()
	s.announce()
	s.dispute()
	for k := range s.qs {
		q := &s.qs[k]
		if q.refusal != nil {
			continue
		}
		if q.unitName == "" {
			s.elided(k)
			if q.refusal != nil {
				continue
			}
		}
		s.difference(k)
		s.correction(k)
		switch {
		case q.kind == Money && q.unit != nil:
			s.currency, s.currencySaid = q.unit, s.sent.Index
		case q.kind == Measure && q.unitName == "magnitude":
			s.shook, s.magnitudeSaid = true, s.sent.Index
		case q.kind == Measure && q.unit != nil:
			s.measured, s.measuredSize, s.measuredSaid = q.unit, max(q.lo, 1), s.sent.Index
		case q.kind == Number:
			if !s.inRelative(q) { // "the owner, whose office has 17 clerks, admits to 8,900"
				s.measured = nil
			}
			if !s.aside(k) {
				s.last, s.lastSize = q.unitName, max(q.lo, 10)
			}
			if s.units == nil {
				s.units = map[string]bool{}
			}
			s.units[q.unitName] = true
		case q.kind == Percent && q.noun.head >= 0 && s.isPlural(q.noun.head) && s.at(q.noun.head).class&(cPerson|cThing) != 0:
			s.last = s.unitOf(q.noun) // "40 percent of contacts …; all but 12"
		}
		s.lastSentence, s.lastBlock = s.sent.Index, s.sent.Block
	}
}

// announce takes what a line says that ends in a colon and counts nothing itself: "Beaches with oil on them at noon today:". It holds for the
// list below.
func (s *scanner) announce() {
	n := len(s.toks)
	if n < 2 || s.lower(n-1) != ":" {
		if n > maxIntroduced || n > 0 && s.sent.Kind == "heading" {
			s.intro = ""
		}
		return
	}
	s.intro = ""
	if s.countsSomething() {
		return
	}
	for i := range s.words {
		if s.isPlural(i) && s.words[i].class&(cPerson|cThing) != 0 && s.words[i].class&cAbstract == 0 {
			p := nounPhrase{i, i, i + 1}
			s.intro, s.introWords = s.unitOf(p), s.text(i, i+1)
			return
		}
	}
}

// dispute takes what a sentence without a count says that the figures of it differ: "Nor do the figures for the guests agree."
func (s *scanner) dispute() {
	if s.countsSomething() || !slices.ContainsFunc(s.toks, func(t extractors.Token) bool { return differing[t.Lower] }) {
		return
	}
	for i := 0; i+2 < len(s.toks) && i < 8; i++ {
		if !figuresOnly[s.lower(i)] && !figures[singularFigure(s.lower(i))] || s.lower(i+1) != "for" && s.lower(i+1) != "of" && s.lower(i+1) != "on" {
			continue
		}
		j := i + 2
		if s.at(j).class&cDet != 0 {
			j++
		}
		if p := s.nounPhrase(j, 2); p.head >= 0 && s.at(p.head).class&(cPerson|cThing|cState) != 0 {
			s.disputed, s.disputedWords, s.disputedBlock = s.unitOf(p), s.text(p.from, p.to), s.sent.Block
			return
		}
	}
}

// countsSomething reports a sentence with a figure that was not refused.
func (s *scanner) countsSomething() bool {
	return slices.ContainsFunc(s.qs, func(q quantity) bool { return q.refusal == nil })
}

// differing are words for figures that do not agree.
var differing = tell.Of("differing")

func singularFigure(w string) string { return strings.TrimSuffix(w, "s") }

// aside reports a number that only tells where or with what another of its sentence was counted: "38 roadblocks [in eight regions]".
func (s *scanner) aside(k int) bool {
	q := &s.qs[k]
	if s.sibling(k) == nil || q.noun.head < 0 {
		return false
	}
	switch s.lower(q.from - 1) {
	case "in", "at", "across", "over", "on", "from", "within", "along", "around":
		return true
	}
	return false
}

// inRelative reports a number inside a relative clause between commas.
func (s *scanner) inRelative(q *quantity) bool {
	i := q.from - 1
	for i >= 0 && s.at(i).class&cStop == 0 {
		i--
	}
	if i < 1 || s.lower(i) != "," {
		return false
	}
	switch s.lower(i + 1) {
	case "whose", "which", "who":
		return true
	}
	return false
}

// maxIntroduced is how many tokens a line of an announced list has at most.
const maxIntroduced = 9

// heading takes the group that a heading announces for the lines below it: "The wounded".
func (s *scanner) heading() {
	if s.sent.Kind != "heading" || len(s.toks) > 6 {
		return
	}
	for i := range s.words {
		switch {
		case s.words[i].class&cState != 0:
			s.last, s.lastSentence, s.lastBlock = "person", s.sent.Index, s.sent.Block
		case s.isPlural(i) && s.words[i].class&(cPerson|cThing) != 0:
			s.last = s.unitOf(nounPhrase{i, i, i + 1})
		}
	}
}

// tollBefore reads "the death toll rose to 14", "put the number of dead at 31": what is counted stands before the number.
func (s *scanner) tollBefore(q *quantity) bool {
	k := s.tollWord(q)
	if k < 0 {
		return false
	}
	q.unitName, q.object = "person", "people"
	q.noun = nounPhrase{k, k, k + 1}
	if q.rule == "number" {
		q.rule = "toll"
	}
	return true
}

// tollWord returns the token before a number that makes it one of people harmed; -1 for none.
func (s *scanner) tollWord(q *quantity) int {
	reach := 12
	if t := s.lower(q.from - 1); t == "to" || t == "at" { // the verb's: "revised the death toll of the attack on … to 24"
		reach = 18
	}
	for k := q.from - 1; k >= 0 && k >= q.from-reach; k-- {
		switch s.lower(k) {
		case "toll", "casualties", "fatalities", "deaths", "dead", "injured", "wounded", "missing", "displaced", "survivors", "homeless", "infected":
			return k
		case ";", "—":
			return -1
		}
	}
	return -1
}

func isPersonUnit(u string) bool {
	e := vocab.words[lowerLast(u)]
	return u == "person" || e != nil && e.classes&cPerson != 0
}

// difference marks deltas: "another 20", "eight more than on Friday", "three additional cases", "one seat less".
func (s *scanner) difference(k int) {
	q := &s.qs[k]
	if q.kind == Duration {
		return
	}
	switch s.lower(q.to) {
	case "more", "fewer", "less", "additional", "extra", "further":
		q.delta = true
	}
	j := q.to
	if q.noun.head >= 0 {
		j = q.noun.to
	}
	if t := s.lower(q.from - 1); (t == "up" || t == "down") && s.at(q.from-2).class&(cStop|cQuote) != 0 {
		q.delta = true
	}
	switch s.lower(j) {
	case "more", "fewer", "less":
		q.delta = true
	case "higher", "lower":
		q.delta = s.lower(j+1) == "than"
	}
}

// correction marks the figure that the text replaces: the 9 of "not 9 but 8", the dozen of "five, not a dozen".
func (s *scanner) correction(k int) {
	q := &s.qs[k]
	if q.none {
		return
	}
	j := q.from - 1
	if s.lower(j) == "the" {
		j-- // "rather than the 13 of the charge"
	}
	behind := s.lower(j) == "not" && s.lower(j-1) != "if" || s.lower(j) == "longer" && s.lower(j-1) == "no" || s.lower(j) == "than" && s.lower(j-1) == "rather" || s.lower(j) == "of" && s.lower(j-1) == "instead"
	if !behind {
		return
	}
	q.corrected = k > 0 && s.qs[k-1].refusal == nil
	if s.lower(j) != "not" || k+1 == len(s.qs) {
		return
	}
	to := q.to + 9
	if next := s.qs[k+1].from; s.butBefore(next) {
		to = max(to, min(next, q.to+25)) // "not 14, as the mayor of Lom had said on Monday, but 12"
	}
	for i := q.to; i < len(s.toks) && i < to; i++ {
		if s.lower(i) == "but" {
			q.corrected = true
		}
	}
}

// butBefore reports "but" right before the figure at token i, at most with a word of its own between: "but only 12".
func (s *scanner) butBefore(i int) bool {
	return s.lower(i-1) == "but" || s.lower(i-2) == "but"
}

// mentions adds the counts of the sentence to out.
func (s *scanner) mentions(out []Mention) []Mention {
	for k := range s.qs {
		q := &s.qs[k]
		if q.refusal != nil {
			continue
		}
		out = append(out, s.mention(q))
		if to, n := s.namedPersons(q); n > 0 {
			out = append(out, s.sum(q, &out[len(out)-1], to, n))
		}
	}
	return out
}

func (s *scanner) mention(q *quantity) Mention {
	m := Mention{
		Evidence: s.evidence(q.from, q.to, q.rule), Sentence: s.sent.Index, From: q.from, To: q.to,
		Kind: q.kind, Unit: q.unitName, Object: q.object, Delta: q.delta, Corrected: q.corrected,
	}
	m.Value, m.Lower, m.Upper, m.Approximate = q.bounds()
	switch {
	case q.noun.head >= 0:
		m.NounFrom, m.NounTo = q.noun.from, q.noun.to
	case q.unitTo > q.unitFrom:
		m.NounFrom, m.NounTo = q.unitFrom, q.unitTo
	case q.share || q.kind == Percent: // its words name the unit
		m.NounFrom, m.NounTo = q.core, q.end
	default:
		m.NounFrom, m.NounTo = q.to, q.to
	}
	if m.Object == "" && q.noun.head >= 0 {
		m.Object = s.text(q.noun.from, s.coordinate(q, s.complement(q.noun.to)))
	}
	if m.Object == "" {
		m.Object = q.unitName
	}
	m.Thing = q.noun.head >= 0 && s.at(q.noun.head).class&(cThing|cPerson|cState) == cThing
	m.Told = q.told
	m.Of = s.text(q.ofFrom, q.ofTo)
	if col, ok := s.columnAt(q.core); ok {
		m.Column = col.heading
	}
	return m
}

// coordinate returns where a second noun of the same number ends, j where there is none: "12 men and women", "400 doctors and nurses walked out".
// A verb behind it may be its own: "sold 30 homes and shops closed".
func (s *scanner) coordinate(q *quantity, j int) int {
	if q.kind != Number || s.lower(j) != "and" && s.lower(j) != "or" || !s.isPlural(q.noun.head) || !s.isPlural(j+1) || s.at(j+1).class&(cPerson|cThing) == 0 {
		return j
	}
	if (s.at(j+1).class^s.at(q.noun.head).class)&(cPerson|cThing) != 0 {
		return j
	}
	switch next := s.at(j + 2); {
	case j+2 >= len(s.toks), next.class&cStop != 0 && s.lower(j+2) != ",", next.class&cPrep != 0, q.from == 0 && (next.class&(cBe|cHave) != 0 || strings.HasPrefix(s.tag(j+2), "VB")):
		return j + 2
	}
	return j
}

// complement returns where "of" and bare nouns behind a head end: "cases of measles", "sacks of sorghum".
func (s *scanner) complement(j int) int {
	if s.lower(j) != "of" || s.at(j+1).class&(cDet|cPoss|cNumber|cDigit|cName) != 0 {
		return j
	}
	k := j + 1
	for k < len(s.toks) && k < j+4 && (s.isNoun(k) || s.isModifier(k)) {
		k++
	}
	if k == j+1 {
		return j
	}
	return k
}

func (s *scanner) evidence(from, to int, rule string) extractors.Evidence {
	return s.doc.Evidence(s.sent.Field, s.toks[from].Start, s.toks[to-1].End, "counts/"+rule)
}

// namedPersons returns where persons named beside the counted ones end, and how many they are: "seven nationals and Ales Bialiatski".
func (s *scanner) namedPersons(q *quantity) (to, n int) {
	if q.kind != Number || !q.single() || q.none || q.noun.head < 0 || q.ofTo > q.ofFrom || q.bound != exact || s.at(q.noun.head).class&cPerson == 0 {
		return 0, 0
	}
	j := q.noun.to
	for {
		and := s.lower(j) == "and"
		if !and && s.lower(j) != "," || s.at(j+1).class&cPersonName == 0 {
			return 0, 0
		}
		for j++; s.at(j).class&cPersonName != 0; j++ {
		}
		n++
		if and {
			break
		}
	}
	if s.lower(q.noun.to) == "," && float64(n) == q.lo {
		return 0, 0 // "two managers, Ana Ruiz and Jo Katz": their names
	}
	switch t := s.tag(j); {
	case t == "POS", s.at(j).class&cSay != 0, t == "VBZ", t == "MD":
		return 0, 0
	case t == "VBD" && s.lower(j) != "were" && s.lower(j) != "had":
		return 0, 0
	}
	return j, n
}

// sum is the total of a listed number and the persons named beside it; its words hold those of the part.
func (s *scanner) sum(q *quantity, part *Mention, to, n int) Mention {
	m := *part
	v := q.lo + float64(n)
	m.Evidence = s.evidence(q.from, to, "sum")
	m.To = to
	m.Value, m.Lower, m.Upper = &v, &v, &v
	m.Object, m.Unit = "people", "person"
	m.NounFrom, m.NounTo = q.noun.to+1, to
	m.Derived = true
	return m
}
