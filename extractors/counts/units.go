package counts

import "strings"

// unitAt returns the measure, percent or currency word at token j and how many tokens it takes.
func (s *scanner) unitAt(j int) (*unit, int) {
	if j >= len(s.toks) {
		return nil, 0
	}
	ps := vocab.units[s.toks[j].Lower]
	for k := range ps {
		if s.phraseAt(j, ps[k].words) {
			return ps[k].unit, len(ps[k].words)
		}
	}
	return nil, 0
}

// signAt returns the currency whose sign or code stands at token j: "$", "US$", "SDG", "euros".
func (s *scanner) signAt(j int) (*unit, int) {
	if j < 0 || j >= len(s.toks) {
		return nil, 0
	}
	if u := signOf(s.toks[j].Text); u != nil {
		return u, 1
	}
	return nil, 0
}

// signOf returns the currency whose sign or code a word is, with or without its stop: "Tk", "Rs.".
func signOf(word string) *unit {
	if u := vocab.signs[word]; u != nil {
		return u
	}
	if code, ok := strings.CutSuffix(word, "."); ok {
		return vocab.signs[code]
	}
	return nil
}

// signBefore takes the currency sign or code that stands before the number, with the letters that tell whose dollar it is.
func (s *scanner) signBefore(q *quantity) {
	if q.unit != nil || q.from == 0 || q.vague && q.hi < 1000 || q.none || q.share {
		return
	}
	k, minus := q.from-1, 0
	if t := s.toks[k].Text; (t == "-" || t == "−") && k > s.free && s.toks[k].End == s.toks[q.from].Start && s.toks[k-1].End == s.toks[k].Start && !isLetter(s.toks[k-1].Text[0]) {
		k, minus = k-1, 1 // "$-20 million"
	}
	u := signOf(s.toks[k].Text)
	if u == nil || k < s.free {
		return
	}
	if len(s.toks[k].Text) > 0 && isLetter(s.toks[k].Text[0]) && (len(s.toks[k].Text) < 2 || q.lo < 1000 && s.words[k].class&cName != 0 && len(s.toks[k].Text) < 3 && s.toks[k].Text == strings.ToUpper(s.toks[k].Text)) {
		return
	}
	n := 1
	if t := s.toks[k].Text; k > 0 && k > s.free && s.toks[k-1].End == s.toks[k].Start {
		if v := vocab.signs[s.toks[k-1].Text+t]; v != nil {
			u, n = v, 2
		}
	}
	q.unit = u
	q.from -= n + minus
	q.signed = n + minus
	q.moneyed = true
	if minus > 0 {
		q.lo, q.hi = -q.hi, -q.lo
	}
}

// mostMillions is more than anything is counted in millions.
const mostMillions = 1e10

// metres decides what a glued m means: "20m people" are millions, "20m high" and "20m from" are metres.
func (s *scanner) metresOrMillions(q *quantity) {
	if !q.metres {
		return
	}
	q.metres = false
	if q.hi > mostMillions {
		q.unit = &unit{Measure, "metre"}
		return
	}
	if b := s.lower(q.from - 2); s.at(q.from-1).class&cBe != 0 && (b == "figure" || b == "number" || b == "total" || b == "tally") {
		q.lo, q.hi, q.scaled = times(q.lo, 1e6), times(q.hi, 1e6), true // "the figure was 1.02m"
		return
	}
	if s.joinsSum(q) {
		q.lo, q.hi, q.scaled = times(q.lo, 1e6), times(q.hi, 1e6), true // "3bn euros in debt and 900m in cash"
		return
	}
	for k := len(s.qs) - 1; k >= 0 && k >= len(s.qs)-2; k-- {
		if p := &s.qs[k]; p.kind == Number && p.scaled && q.lo < 1000 && s.at(q.to).class&(cStop|cPrep) != 0 {
			q.lo, q.hi, q.scaled = times(q.lo, 1e6), times(q.hi, 1e6), true // "2 million people; later, 3.1m."
			return
		}
	}
	if q.unit == nil && s.nounPhrase(q.to, 2).head < 0 && !q.moneyed && s.at(q.to).class&cState == 0 && s.lower(q.to) != "of" {
		q.unit = &unit{Measure, "metre"}
		return
	}
	q.lo, q.hi, q.scaled = times(q.lo, 1e6), times(q.hi, 1e6), true
}

// joinsSum reports a number that a word that joins, or one for money, ties to the sum right before it. A length stands on its own: "on a bridge 400m
// long", "and the river is 900m away".
func (s *scanner) joinsSum(q *quantity) bool {
	k := len(s.qs) - 1
	if k < 0 || s.qs[k].kind != Money || !s.qs[k].scaled || q.lo >= 1000 || s.nounPhrase(q.to, 2).head >= 0 {
		return false
	}
	i := q.from - 1
	for p := s.leftPhrase(i + 1); p != nil; p = s.leftPhrase(i + 1) {
		i -= len(p.words) // "and nearly 900m"
	}
	switch s.lower(i) {
	case "which": // "of which 700m is due"
		return s.lower(i-1) == "of"
	case "and", "or", "plus":
	case "to": // "cut it from 3bn kroner to 700m"
		if s.lower(s.qs[k].from-1) != "from" {
			return false
		}
	case "of": // "in debts of 700m", "now talks of 700m", not "a tunnel of 700m"
		if s.at(i-1).class&cMoneyWord == 0 && !ofNumbers[s.lower(i-1)] {
			return false
		}
	default:
		if s.at(i).class&cMoneyWord == 0 && !moneyVerbs[s.lower(i)] {
			return false
		}
	}
	return q.to >= len(s.toks) || s.at(q.to).class&(cStop|cConj) != 0 || s.at(q.to).class&cPrep != 0 && !lengthwise[s.lower(q.to)]
}

// lengthwise are prepositions that a length stands before: "900m from the town".
var lengthwise = tell.Of("lengthwise")

// measure takes the unit behind the number. It reports whether there is one.
func (s *scanner) measure(q *quantity) bool {
	if q.share && s.partOfUnit(q) {
		q.lo, q.share, q.decimal, q.rule = q.lo/100, false, true, "number"
		q.hi = q.lo
	}
	if q.share {
		q.kind, q.unitName = Percent, "percent"
		return true
	}
	if q.unit != nil && q.unit.kind == Money && !q.moneyed { // Sh500,000
		q.moneyed = true
	}
	if q.unit == nil && !q.none {
		s.unitBehind(q)
	}
	if q.unit == nil {
		return false
	}
	q.kind, q.unitName = q.unit.kind, q.unit.name
	if q.rule == "number" {
		q.rule = string(q.kind)
	}
	return true
}

// partOfUnit reports a fraction of a measure, which is no share: "one-half mile", "a quarter tonne".
func (s *scanner) partOfUnit(q *quantity) bool {
	if s.lower(q.core) == "half" && s.lower(q.to) == "a" {
		if u, _ := s.unitAt(q.to + 1); u != nil && u.kind == Percent { // "half a percent"
			q.to++
			return true
		}
	}
	u, _ := s.unitAt(q.to)
	return u != nil && u.kind == Measure && !q.exact && s.at(q.to).class&cUnit != 0
}

// negative takes the minus sign before a temperature, a share or a sum of money: "-12C", "minus 12 degrees", "−0.4 percent".
func (s *scanner) negative(q *quantity) {
	k := q.from - 1
	if k < s.free || q.share || q.unit == nil || q.unit.kind != Money && q.unit.kind != Percent && !isDegree(q.unit) {
		return
	}
	switch s.lower(k) {
	case "minus":
		if s.at(k-1).class&cNumber != 0 || s.lower(k-1) == "or" {
			return
		}
	case "-", "−", "–":
		if s.toks[k].End != s.toks[q.from].Start || k > 0 && s.toks[k-1].End == s.toks[k].Start && s.lower(k-1) != "(" {
			return
		}
	default:
		return
	}
	q.lo, q.hi = -q.hi, -q.lo
	q.from = k
}

func isDegree(u *unit) bool { return u.kind == Measure && strings.HasPrefix(u.name, "degree") }

func (s *scanner) unitBehind(q *quantity) {
	if u := compoundUnit(q.member); u != nil {
		q.unit = u
		return
	}
	if q.member != "" {
		return
	}
	if s.magnitudeBefore(q) {
		return
	}
	j := q.to
	if s.signedNext(j) {
		return
	}
	if s.lower(j) == "," && s.lower(j+1) == "of" && q.vague && len(s.qs) > 0 && s.qs[len(s.qs)-1].vague {
		j++ // "hundreds, if not thousands, of miles"
	}
	if s.lower(j) == "-" || s.lower(j) == "of" && q.vague && q.hi >= 200 { // "millions of dollars"
		j++
	}
	if u, n := s.demonymCurrency(j); u != nil {
		q.unit, q.unitFrom, q.unitTo = u, j, j+n
		return
	}
	u, n := s.unitAt(j)
	if u == nil {
		u, n = s.shortUnit(q, j)
	}
	if u == nil {
		u, n = s.markAt(q, j)
	}
	if u == nil {
		u, n = s.codeAt(j)
	}
	if w := s.lower(j); u == nil && q.decimal && q.lo < 1 && (w == "cup" || w == "cups") {
		u, n = &unit{Measure, "cup"}, 1 // "⅓ cup of rice"
	}
	if u == nil {
		return
	}
	switch {
	case u.name == "pound" && u.kind == Money && !q.scaled && q.lo < 1000:
		u = &unit{Measure, "pound-mass"}
	case u.name == "second" && s.lower(j) == "second":
		return
	case s.paysNothing(j, n), s.toks[j].Text == "HP" && s.isPlural(j+1): // the firm's directors
		return
	case n == 1 && (s.lower(j) == "mark" || s.lower(j) == "marks" && !q.scaled): // that of 5 million is passed, those of an examination given
		return
	case u.name == "quarter" || u.name == "season" || u.name == "bar" || u.name == "hand":
		if s.lower(j+n) == "of" || u.name != "quarter" && u.name != "season" {
			return
		}
	}
	q.unit, q.unitFrom, q.unitTo = u, j, j+n
	if u.kind == Percent {
		q.to = j + n
	}
}

// magnitudeBefore reads the strength of an earthquake: "a magnitude of 6.3", "magnitude 5.8".
func (s *scanner) magnitudeBefore(q *quantity) bool {
	k := q.from - 1
	if s.lower(k) == "of" {
		k--
	}
	if s.lower(k) != "magnitude" || q.lo > 12 {
		return false
	}
	q.unit = &unit{Measure, "magnitude"}
	q.unitFrom, q.unitTo = q.core, q.end
	return true
}

// demonymCurrency reads "Sudanese pounds", "Hong Kong dollars", which longer list entries hold, and "Zimbabwean dollars", which they may not.
func (s *scanner) demonymCurrency(j int) (*unit, int) {
	u, n := s.unitAt(j)
	if u != nil && u.kind == Money {
		if s.paysNothing(j, n) {
			return nil, 0
		}
		return u, n
	}
	if s.at(j).class&cCapital != 0 && s.at(j+1).class&cCurrency != 0 {
		if v, m := s.unitAt(j + 1); v != nil {
			return &unit{Money, s.toks[j].Text + " " + v.name}, m + 1
		}
	}
	return nil, 0
}

// paysNothing reports a currency's name at j, of n words, that only says of what kind the counted things are: "300 Bitcoin ATMs".
func (s *scanner) paysNothing(j, n int) bool {
	return n == 1 && s.at(j).class&(cCurrency|cCapital) == cCurrency|cCapital && !strings.HasSuffix(s.lower(j), "s") && s.isPlural(j+1)
}

// codeAt returns the currency whose code or sign stands behind a number: "50 million USD", "100₾".
func (s *scanner) codeAt(j int) (*unit, int) {
	u, n := s.signAt(j)
	if u == nil || j == 0 || s.signedNext(j) {
		return nil, 0
	}
	t := s.toks[j].Text
	if isLetter(t[0]) && (len(t) != 3 || t != strings.ToUpper(t) || notCodes[s.lower(j)] || s.at(j).class&cPersonName != 0 || s.isPlural(j+1) || s.inHeadline()) {
		return nil, 0
	}
	if s.at(j+1).class&cDigit != 0 && isLetter(t[0]) {
		return nil, 0 // "40 at USD 5"
	}
	return u, n
}

// notCodes are codes of currencies that are words as well.
var notCodes = tell.Of("not-codes")

// signedNext reports a currency sign at j that belongs to the number behind it: "140 $500 fines".
func (s *scanner) signedNext(j int) bool {
	u, n := s.signAt(j)
	return u != nil && n == 1 && !isLetter(s.toks[j].Text[0]) && s.at(j+1).class&cDigit != 0 && s.toks[j+1].Start == s.toks[j].End && s.toks[j].Start > s.toks[j-1].End
}

// shortUnit reads units of one letter, which stand only behind digits.
func (s *scanner) shortUnit(q *quantity, j int) (*unit, int) {
	if q.spelled || j >= len(s.toks) {
		return nil, 0
	}
	switch s.toks[j].Text {
	case "m":
		return &unit{Measure, "metre"}, 1
	case "t":
		return &unit{Measure, "tonne"}, 1
	case "l", "L":
		return &unit{Measure, "litre"}, 1
	case "g":
		return &unit{Measure, "gram"}, 1
	case "C":
		return &unit{Measure, "degree Celsius"}, 1
	case "F":
		return &unit{Measure, "degree Fahrenheit"}, 1
	case "$", "€", "£", "¥":
		return vocab.signs[s.toks[j].Text], 1
	}
	return nil, 0
}

// markAt reads the marks of inches and feet: 8″, 6′, and 8" where the quotation mark closes nothing.
func (s *scanner) markAt(q *quantity, j int) (*unit, int) {
	if j >= len(s.toks) || q.spelled || s.toks[j].Start != s.toks[j-1].End {
		return nil, 0
	}
	switch s.toks[j].Text {
	case "″":
		return &unit{Measure, "inch"}, 1
	case "′":
		return &unit{Measure, "foot"}, 1
	case `"`:
		for i := range j {
			if s.at(i).class&cQuote != 0 {
				return nil, 0
			}
		}
		return &unit{Measure, "inch"}, 1
	}
	return nil, 0
}

// compoundUnit reads the unit of "72-hour", "27-kilometre", "five-year".
func compoundUnit(member string) *unit {
	if member == "" {
		return nil
	}
	for _, p := range vocab.units[member] {
		if len(p.words) == 1 {
			return p.unit
		}
	}
	return nil
}
