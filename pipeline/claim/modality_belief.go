package claim

import "strings"

// What somebody believes, a poll projects, or an order asks for.

// belief marks what is feared, thought or expected; in the passive its subject too.
func (r *modalReader) belief(i, j int) {
	if r.low(i) == "fears" && r.aboutSet(j) || r.low(i) != "fears" && r.isNoun(i) {
		return
	}
	if strings.HasSuffix(r.low(i), "ed") && r.tag(i-1) == "DT" { // "the expected 40", "the feared militia": 40 yes, militia no
		if r.isNumber(j) {
			r.mark(j, j+1, Possible)
		}
		return
	}
	if r.low(j) == "to" && r.low(j+1) == "be" && (r.tag(j+2) == "NNS" || r.tag(j+2) == "DT") {
		return // "39 people believed to be migrants": who they are, not how many
	}
	if r.low(i) == "presumed" && r.passive(i) && strings.HasPrefix(r.tag(j), "NN") {
		return // "17 were presumed rebels": who they are
	}
	if modalWords["held"][r.low(i)] && !r.passive(i) && !r.reduced(j) && r.low(i-1) != "had" && r.low(i-2) != "had" && !r.disbelieved(i) && r.holdsSo(j) {
		return // "the service reckons that 120 houses burned": what it says
	}
	from, m := j, Possible
	if i == 0 && r.tag(i) == "VBG" { // "Fearing a second slide, the town asked 61 families to leave"
		for end := j; end < len(r.toks); end++ {
			if r.low(end) == "," {
				r.mark(j, end, m)
				return
			}
		}
	}
	if r.low(i-1) == "," && strings.HasSuffix(r.low(i), "t") || r.low(i-1) == "," && strings.HasSuffix(r.low(i), "ed") { // an insertion
		end := j
		for end < len(r.toks) && r.low(end) != "," {
			end++
		}
		if r.low(end) == "," {
			r.mark(j, end, m)
			return
		}
	}
	switch {
	case r.passive(i):
		from = r.subject(i)
	case r.reduced(j):
		for from = i; from > 0 && r.isNominal(from-1); { // "a reward of $20,000 for [five leaders] believed to be abroad"
			from--
		}
	}
	if v := r.low(j + 1); strings.HasPrefix(r.low(i), "expect") && !r.passive(i) && r.low(j) == "to" && r.tag(j+1) == "VB" && modalWords["decided"][v] {
		m = Planned // "expects to drop another 118 flights": what it does itself
	}
	if r.ofScheme(i) && (strings.HasPrefix(r.low(i), "envisage") || strings.HasPrefix(r.low(i), "foresee")) {
		m = Planned
	}
	r.mark(from, r.clauseEnd(j), m)
}

// disbelieved reports that the verb of belief at token i says what somebody does not hold, or that hardly anybody holds it.
func (r *modalReader) disbelieved(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && !isStop(r.low(k)); k-- {
		if modalWords["disbelief"][r.low(k)] {
			return true
		}
	}
	return false
}

// holdsSo reports that what somebody holds from token j on is so now or was so, and is not to come.
func (r *modalReader) holdsSo(j int) bool {
	for k, end := j, r.clauseEnd(j); k < end; k++ {
		if r.low(k) == "and" && r.low(k+1) == "that" {
			return true
		}
		if r.tag(k) == "MD" {
			return false
		}
	}
	return true
}

// requestedBy settles a sum that the participle at token i describes: "the $48 million requested by the town".
func (r *modalReader) requestedBy(i, j int) bool {
	if r.low(j) != "by" && !isStop(r.low(j)) || isBe(r.low(i-1)) {
		return false
	}
	for k := i - 1; k > 0 && k > i-4; k-- {
		if r.isNumber(k) {
			r.settle(k, Demanded)
			return true
		}
	}
	return false
}

// aboutSet reports fears felt for somebody, who is told of as fact: "fears are growing for 30 miners".
func (r *modalReader) aboutSet(j int) bool {
	for k := j; k < j+4 && k < len(r.toks); k++ {
		if r.low(k) == "for" {
			return true
		}
	}
	return false
}

// poll marks the clause of a projection; beside "than" only the figures that it gives in brackets: "one less than in the projection (34)".
func (r *modalReader) poll(i, j int) {
	if r.low(i-4) == "than" && r.low(i-3) == "the" && r.isNumber(i-2) {
		r.settle(i-2, Possible) // "less than the 3 percent forecast"
		return
	}
	if strings.HasPrefix(r.low(i), "forecast") && strings.HasPrefix(r.tag(i-1), "NN") && !r.isNumber(j) {
		for k := j; k < j+10 && k < len(r.toks) && !isStop(r.low(k)) && r.low(k) != "and"; k++ {
			if w := r.low(k); r.isNumber(k+1) && (w == "to" || w == "of" || w == "from" || w == "at") {
				r.mark(k+1, r.clauseEnd(k+1), Possible) // "cut its growth forecast to 1 percent from 2 percent"
				return
			}
		}
		return // "cut its profit forecast and recalled 1.3 million pots"
	}
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		if w := r.low(k); w == "above" || w == "below" || w == "beating" || w == "beat" || w == "missing" {
			return // "a profit of 2.3 billion, well above the average forecast"
		}
		if r.low(k) == "than" {
			for n := j; n+2 < len(r.toks); n++ {
				if r.low(n) == "(" && r.isNumber(n+1) && r.low(n+2) == ")" {
					r.mark(n+1, n+2, Possible)
				}
			}
			return
		}
	}
	if r.opinions(j) {
		return
	}
	r.polled = true
	end := r.clauseEnd(j)
	for k := j; k < end; k++ {
		if r.low(k) == "as" && strings.HasPrefix(r.tag(k+1), "NNS") {
			end = k // "Exit polls split as thousands queue"
		}
	}
	r.mark(r.subject(i), end, Possible)
}

// opinions reports that a poll tells from token j on what those asked think or are, which it has counted, and not how an election will end:
// "the exit poll found that 70 percent of farmers were worried".
func (r *modalReader) opinions(j int) bool {
	told := false
	for k, end := j, r.clauseEnd(j); k < end; k++ {
		switch w := r.low(k); {
		case modalWords["polled-of"][w]:
			return true
		case w == "with" && told:
			return false // "40 percent for Orr, with support strongest in the north"
		case r.isNumber(k):
			told = true
		}
	}
	return false
}

// comparedLikely reports "more likely to" where shares are compared, which were counted: "women are more likely to agree, 62 percent to 48".
func (r *modalReader) comparedLikely(i int) bool {
	if r.low(i) != "likely" || r.low(i-1) != "more" && r.low(i-1) != "less" {
		return false
	}
	foretold := false // "snow is more likely to hit 40 villages than rain"
	for k := i + 1; k < i+maxWithin && k < len(r.toks); k++ {
		switch w := r.low(k); {
		case w == "percent", w == "%":
			return true
		case w == "than":
			return !foretold
		case r.isNumber(k):
			foretold = true
		}
	}
	return false
}
