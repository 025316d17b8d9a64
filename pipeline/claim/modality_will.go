package claim

import "strings"

// Auxiliaries: what shall, will, would, may and is to be.

// obligation reads "should" and "must".
func (r *modalReader) obligation(c *modalCue, i, j int) {
	if r.toks[i].Text == "Should" && r.isNominal(j) { // "Should the talks fail, 5,000 will walk out"
		r.condition(i, j)
		return
	}
	m := c.modality
	if r.of[i] == Planned || c.frame == frameMust && r.low(r.verb(j)) == "be" {
		m = Planned
	}
	if r.negated(j) || r.low(r.verb(j)) == "have" {
		if v := r.verb(j); r.low(v) == "have" && r.low(i-1) == "that" && r.low(v+1) == "been" && r.isNumber(v+2) {
			r.mark(v+2, r.numberEnd(v+2), Possible) // "a profit of 87 million that should have been 106 million"
		} else if r.low(v) == "have" && (c.frame != frameMust || r.tolls(v+1)) { // "40 must have been inside": the speaker is sure
			r.markClause(i, r.clauseEnd(j), Possible)
		}
		return
	}
	if predictedVerb[r.low(r.verb(j))] { // "cases should reach 50,000"
		m = Possible
	}
	if c.frame == frameMust && m == Demanded && !r.spoken { // what a law or a method requires: "a list must pass 3 percent"
		return
	}
	r.markClause(i, r.clauseEnd(j), m)
}

// will marks a plan where the verb is an act; a state that lasts, or what holds by rule, stays asserted.
func (r *modalReader) will(i, j int) {
	if r.toks[i].Text[0] == 'W' || r.isNoun(i) {
		return
	}
	if r.negated(j) {
		if v := r.verb(j); r.low(v) == "be" && r.tag(v+1) == "VBN" { // "120 posts will not be filled": somebody means to leave them
			r.markClause(i, r.clauseEnd(j), Planned)
		}
		return
	}
	if w := r.low(i - 1); (w == "that" || w == "which") && r.low(j) == "go" && !modalWords["whither"][r.low(j+1)] {
		for k := i - 2; k > 0 && k > i-6 && !isStop(r.low(k)); k-- {
			if r.isNumber(k) {
				r.settle(k, Planned) // "the 1,850 that will go"
			}
		}
	}
	v := r.verb(j)
	switch {
	case lastingVerb[r.low(v)] && !r.lastsFor(v):
	case r.low(v) == "be" && r.toks[i].Text == "will" && r.isStateOf(v+1):
	case predictedVerb[r.low(v)] && !r.dismisses(v):
		r.markClause(i, r.clauseEnd(j), Possible)
	default:
		r.markClause(i, r.withTails(r.clauseEnd(j)), Planned)
	}
}

// lastsFor reports a time that a state is to last: "will stay shut for two weeks".
func (r *modalReader) lastsFor(v int) bool {
	for k := v + 1; k < v+5 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.low(k) == "for" && r.isNumber(k+1) {
			return lastingUnit(r.low(r.numberEnd(k + 1)))
		}
	}
	return false
}

// isStateOf reports what somebody will be, not what will be done, behind "will be" at token k: "seventeen of the members will be women".
func (r *modalReader) isStateOf(k int) bool {
	t := r.tag(k)
	return t == "NNS" || t == "IN" && r.low(k) != "about" && r.low(k) != "around" && r.low(k) != "for"
}

// would marks a plan that is told or provided for, else a supposition. "That would bring the toll to 41" adds up what is known.
func (r *modalReader) would(i, j int) {
	v := r.verb(j)
	if r.negated(j) && r.low(v) != "be" || r.sums(v) || r.low(v) == "make" && i == 1 && r.isNumber(v+1) { // "That would make 126"
		return
	}
	if modalWords["hindsight"][r.low(j)] || r.low(j) == "go" && r.low(j+1) == "on" && (r.low(j+2) == "to" || r.tag(j+2) == "VBG") { // "would later win three": told from afterwards
		return
	}
	m := Possible
	if !statedVerb[r.low(v)] && !r.negated(j) && (r.told(i) || r.ofScheme(i) || r.low(i-1) == "which" || r.low(i-1) == "that") || r.low(v) == "be" && !r.negated(j) && r.told(i) && r.participle(v+1) {
		m = Planned
	}
	if m == Possible && !statedVerb[r.low(v)] && r.underScheme(i) {
		m = Planned
	}
	if r.low(v) == "like" {
		m = Demanded
	}
	end := r.clauseEnd(j)
	r.markClause(i, end, m)
	if rest := end + 1; m == Possible && r.low(end) == ";" && !r.finiteBetween(rest, r.clauseEnd(rest)) {
		r.mark(rest, len(r.toks), m) // "With the Greens it would have 26 seats; with the Liberals, 31."
	}
}

// maxWithin is how far from a verb its sentence is searched for what bears on it.
const maxWithin = 40

// underScheme reports that the sentence names near token i the plan by which it will be so: "would free 40 prisoners under the proposal".
func (r *modalReader) underScheme(i int) bool {
	for k := max(0, i-maxWithin); k < i+maxWithin && k < len(r.toks); k++ {
		if r.low(k) != "under" {
			continue
		}
		for n := k + 1; n < k+6 && n < len(r.toks) && r.isNominal(n); n++ {
			if modalWords["scheme"][r.low(n)] {
				return true
			}
		}
	}
	return false
}

// sums reports "bring/take/put the toll to N".
func (r *modalReader) sums(v int) bool {
	switch r.low(v) {
	case "bring", "take", "put", "make":
	default:
		return false
	}
	for k := v + 1; k < v+8 && k < len(r.toks); k++ {
		switch r.low(k) {
		case "toll", "total", "tally", "number", "count", "figure", "sum", "it":
			return true
		}
	}
	return false
}

// modal marks "could", "may", "might"; not a past ability of the senses, and not the month.
func (r *modalReader) modal(i, j int) {
	if r.low(i) == "may" && r.toks[i].Text != "may" || r.low(i) == "might" && r.isNoun(i) {
		return
	}
	v := r.verb(j)
	if r.low(i) == "could" && (r.negated(j) || sensedVerb[r.low(v)] || r.low(v+1) == "only") {
		return
	}
	r.markClause(i, r.withTails(r.clauseEnd(j)), Possible)
}

// reduced reports a participle used without "be": "34 feared dead", "12 believed trapped", "40 expected".
func (r *modalReader) reduced(j int) bool {
	if w := r.low(j); w == "to" || w == "dead" || w == "alive" || w == "missing" || w == "trapped" || w == "buried" || w == "drowned" || w == "killed" || w == "lost" || w == "hurt" || w == "injured" || w == "" || w == "." {
		return !strings.HasSuffix(r.low(j-1), "s") && !strings.HasSuffix(r.low(j-1), "ing")
	}
	return false
}

// toBe marks "40 ballots, to be cast again" and the headline's "40 towns to vote".
func (r *modalReader) toBe(i, j int) {
	if strings.HasPrefix(r.tag(i-1), "NN") && r.participle(j) && r.finiteBefore(i) {
		for k := i - 2; k > i-4; k-- {
			if r.isNumber(k) && r.low(k-1) == "the" {
				r.settle(k, Planned) // "it makes up the 640 posts to be cut"
				return
			}
		}
	}
	p := r.low(i - 1)
	if !(p == "," || strings.HasPrefix(r.tag(i-1), "NN") || r.isNumber(i-1)) || !r.participle(j) || r.finiteBefore(i) {
		return
	}
	from := i - 1
	if p == "," {
		from--
	}
	start := r.subject(from + 1)
	for k := from; k >= 0 && k >= start-1 && k > from-6; k-- {
		if w := r.low(k); w == "leaving" || w == "leaves" {
			return // "leaving six to be found"
		}
	}
	r.mark(start, r.clauseEnd(j), Planned)
}

// subjunctive reports a clause from token j on that tells what is to be: "that 40 houses be built".
func (r *modalReader) subjunctive(j int) bool {
	for k := j; k < len(r.toks) && !isStop(r.low(k)); k++ {
		switch {
		case r.low(k) == "be":
			return r.low(k-1) != "to"
		case r.tag(k) == "MD" || strings.HasPrefix(r.tag(k), "VBD") || r.tag(k) == "VBZ" || r.tag(k) == "VBP":
			return false
		}
	}
	return false
}

// dismisses reports jobs or workers that the verb at token v says will be lost, which somebody has decided.
func (r *modalReader) dismisses(v int) bool {
	if r.low(v) != "lose" {
		return false
	}
	for k := v + 1; k < v+6 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if modalWords["posts"][r.low(k)] {
			return true
		}
	}
	return false
}

// tolls reports that the verb at token k says what befell somebody, which is guessed behind "must have": "must have drowned", "must have been killed".
func (r *modalReader) tolls(k int) bool {
	if r.low(k) == "been" {
		k++
	}
	for _, t := range terms[r.low(k)] {
		if (t.class.toll || r.low(k-1) == "been" && t.class.traits&sudden != 0 && t.class.sorts&persons != 0 && t.form == partForm) && len(t.tail) == 0 {
			return true
		}
	}
	return false
}
