package counts

// join reads the second end of a range behind the first: "40-50", "between 40 and 50", "nine or ten", "44 mg to 50 mg".
// What only looks like one is left: scores ("78-61"), steps of a story ("rose from 14 to 18").
func (s *scanner) join(q *quantity) {
	if q.vague || q.none || q.share || q.member != "" {
		return
	}
	j, unitTokens := q.to, 0
	if u, n := s.unitAt(j); u != nil && q.unit == nil {
		unitTokens = n
		j += n
	}
	between := s.lower(q.from-1) == "between"
	opens := q.from
	if s.lower(q.from-2) == "between" && (s.at(q.from-1).class&cHedge != 0 || s.lower(q.from-1) == "about" || s.lower(q.from-1) == "around" || s.lower(q.from-1) == "roughly") {
		between, opens = true, q.from-1 // "between about 40 and 50"
	}
	word := s.lower(j)
	if between && word != "and" {
		if k := s.betweenAnd(j); k > 0 && unitTokens == 0 { // "between 31 seats and 33"
			j, word = k, "and"
		}
	}
	switch {
	case word == "and" && between, word == "to" && between:
	case word == "or", word == "to":
	case isDash(word) && j > 0 && s.toks[j].Start == s.toks[j-1].End && j+1 < len(s.toks) && s.toks[j+1].Start == s.toks[j].End:
		word = "-"
	default:
		return
	}
	k := j + 1
	if word == "to" && isDash(s.lower(k)) { // 8- to 16-metre
		return
	}
	signs := 0
	if u, n := s.signAt(k); n > 0 {
		if q.unit != nil && u != q.unit {
			return // the same sum in another currency
		}
		signs = n
	}
	f, ok := s.figureAt(k + signs)
	if !ok || !f.single() || f.none || f.share || s.at(f.from).class&cDate != 0 && !between {
		return
	}
	lo, hi := q.lo, f.lo
	if f.scaled && !q.scaled && lo < 1000 && hi >= 1000 && !q.spelled == !f.spelled { // "2-3 million"
		if m := magnitudeOf(hi); lo*m < hi {
			lo = times(lo, m)
		}
	}
	if m := s.lastScale(&f); m > 0 && q.spelled && !q.scaled && (word == "or" || word == "to" && s.lower(q.from-1) != "from") && lo*m < hi { // "two or three dozen", "two to three dozen"
		lo = times(lo, m)
		q.lo, q.hi = lo, lo
	}
	if lo >= hi || !s.isRange(q, &f, word, between, signs > 0) {
		s.shareScale(q, &f, word)
		if word == "-" {
			q.dashed = true
		}
		return
	}
	q.lo, q.hi, q.to = lo, hi, f.to
	q.plain, q.metres = false, f.metres
	q.scaled = q.scaled || f.scaled
	q.member = f.member
	if q.unit == nil {
		q.unit = f.unit
	}
	if between {
		q.from = opens - 1
		q.signed = 0
	} else if s.lower(opens-1) == "from" && word == "to" {
		q.from, q.signed = opens-1, 0
	}
	q.rule = "range"
}

// mostFar is how many times greater one of two figures that share a magnitude is than the other at most.
const mostFar = 10

// shareScale gives the first of two figures the magnitude that only the second is written with: "down from the $89 to $93 billion", "fell from 3
// to 2.4 million".
func (s *scanner) shareScale(q *quantity, f *figure, word string) {
	if word != "to" || !f.scaled || q.scaled || q.lo >= 1000 || q.lo == 0 || q.unit == nil && s.lower(q.from-1) != "from" || q.spelled != f.spelled && q.spelled {
		return
	}
	m := magnitudeOf(f.lo)
	if m == 1 || q.lo*m > f.lo*mostFar || q.lo*m*mostFar < f.lo {
		return
	}
	q.lo = times(q.lo, m)
	q.hi, q.scaled, q.plain = q.lo, true, false
}

func isDash(t string) bool { return t == "-" || t == "–" || t == "—" || t == "‒" || t == "−" }

// magnitudeOf returns the scale that a number is written in: 1e6 for 3 million.
func magnitudeOf(x float64) float64 {
	m := 1.0
	for m*1000 <= x && m < 1e12 {
		m *= 1000
	}
	return m
}

// lastScale returns what the last word of a small number multiplies by: 12 for "three dozen", 100 for "three hundred".
func (s *scanner) lastScale(f *figure) float64 {
	switch s.lower(f.to - 1) {
	case "dozen":
		return 12
	case "hundred":
		return 100
	}
	return 0
}

// betweenAnd finds the "and" of "between 31 seats and 33" behind a noun of one or two words.
func (s *scanner) betweenAnd(j int) int {
	for k := j + 1; k <= j+2; k++ {
		if s.lower(k) == "and" && s.at(k+1).class&(cDigit|cNumberWord) != 0 {
			return k
		}
	}
	return 0
}

// isRange tells a range from two numbers that stand apart.
func (s *scanner) isRange(q *quantity, f *figure, word string, between, signed bool) bool {
	if between {
		return true
	}
	if q.decimal != f.decimal && q.plain && f.decimal && word == "or" {
		return true
	}
	switch word {
	case "or":
		return f.lo <= 2*q.lo+2 || q.lo >= 10 && f.lo <= 10*q.lo
	case "to":
		if s.lower(f.to) == "to" { // from 28 to 31 to 35
			return false
		}
		if s.lower(q.from-1) == "at" && f.lo <= 2*q.lo && f.lo > q.lo && s.estimated(q.from-1) {
			return true // "estimated the number of boats at 20 to 25"
		}
		if u, _ := s.unitAt(q.to); s.lower(q.from-1) == "by" && s.counted(f.to) && (u == nil || s.unitAgain(u, f.to)) {
			return true // "rose by 3 to 4 millimetres"
		}
		if s.steps(q.from) {
			return false
		}
		if s.lower(q.from-1) == "from" || s.lower(q.from-1) == "of" && s.lower(q.from-2) == "range" {
			return true
		}
		if s.lower(q.from-1) == "at" && f.lo <= 2*q.lo && (f.to >= len(s.toks) || s.at(f.to).class&cStop != 0) {
			return true // "put the crowd at 2,100 to 2,600"
		}
		return s.counted(f.to) || f.unit != nil || q.spelled || signed && q.moneyed || s.forecast(q, f)
	case "-":
		if q.lo < 10 && f.lo > 99 && !f.scaled { // models: 8-400
			return false
		}
		return s.counted(f.to) || f.unit != nil || f.scaled || f.member != "" || q.moneyed
	}
	return false
}

// unitAgain reports that the unit u stands at token j as well.
func (s *scanner) unitAgain(u *unit, j int) bool {
	v, _ := s.unitAt(j)
	return v != nil && v.name == u.name
}

// estimated reports a verb of guessing before token i in its clause.
func (s *scanner) estimated(i int) bool {
	for k := i - 1; k >= 0 && k > i-10 && s.at(k).class&cStop == 0; k-- {
		switch s.lower(k) {
		case "estimated", "estimates", "estimate", "put", "puts", "guessed", "guesses", "reckons", "reckoned":
			return true
		}
	}
	return false
}

// forecast reports two near numbers behind a name, or in a sentence that gives another range, with nothing behind them: "between 21 and 23
// seats, the Front 16 to 18".
func (s *scanner) forecast(q *quantity, f *figure) bool {
	if f.lo > q.lo*1.5+3 || q.decimal || f.decimal || f.to < len(s.toks) && s.at(f.to).class&cStop == 0 {
		return false
	}
	for k := range s.qs {
		if s.qs[k].rule == "range" {
			return true
		}
	}
	return s.at(q.from-1).class&cCapital != 0 && q.from > 1 && f.lo > q.lo
}

// steps reports words before a "from A to B" that make A and B two values: "rose", "revised", "the toll".
func (s *scanner) steps(i int) bool {
	reach := 7
	if s.lower(i-1) == "from" {
		reach = 16 // "raised its offer to staff in Bar from 2.5% to 3.75%"
	}
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		w := s.at(k)
		if w.class&(cChange|cToll) != 0 && s.lower(k) != "up" {
			return true
		}
		if w.class&cStop != 0 {
			return reach > 7 && s.lower(k) == "," && s.stepBefore()
		}
	}
	return false
}

// stepBefore reports that the sentence has told a change from one figure to another: "improved its offer from 14 to 21 percent, and the bonus from
// 150 to 200 pesos".
func (s *scanner) stepBefore() bool {
	for k := 1; k < len(s.qs); k++ {
		a, b := &s.qs[k-1], &s.qs[k]
		if s.lower(a.from-1) == "from" && s.lower(b.from-1) == "to" && b.from == a.to+1 {
			return true
		}
	}
	return false
}

// counted reports whether what stands at token j can be counted: a plural noun within three words, a unit or a state.
func (s *scanner) counted(j int) bool {
	if u, _ := s.unitAt(j); u != nil {
		return true
	}
	if p := s.nounPhrase(j, 2); p.head >= 0 {
		return true
	}
	return s.at(j).class&cState != 0
}
