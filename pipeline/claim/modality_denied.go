package claim

import "strings"

// deniesStatement reports whether a verb of denial rejects something said.
func (r *modalReader) deniesStatement(i, j int) bool {
	if r.nobodyDoes(i) {
		return false
	}
	if r.negated(i) && r.low(i) != "not" && r.low(i) != "n't" || r.low(i-1) == "not" || r.low(i-1) == "n't" || r.low(i-1) == "nor" || r.low(i-1) == "be" {
		return false
	}
	if end := r.numberEnd(j); end > j && (r.tag(end) == "VBD" || r.tag(end) == "VBN") { // a headline: "mayor denies 30 died"
		return true
	}
	if r.saidWithoutThat(j) {
		return true
	}
	for k := j; k < j+5 && k < len(r.toks); k++ {
		w := r.low(k)
		if w == "that" && k == j || statementNoun[w] {
			return true
		}
		if k == j && strings.HasSuffix(w, "ing") && len(w) > 4 && r.tag(k) != "NNS" {
			return true
		}
		if r.isNumber(k) || w == "," {
			return false
		}
	}
	return false
}

// saidWithoutThat reports a clause with its own subject and verb from token j on: "denied [it had dismissed 90 workers]".
func (r *modalReader) saidWithoutThat(j int) bool {
	k := j
	for k < j+5 && k < len(r.toks) && (r.tag(k) == "PRP" || r.tag(k) == "DT" || strings.HasPrefix(r.tag(k), "NN")) {
		k++
	}
	return k > j && k < len(r.toks) && r.isFinite(k) && (isBe(r.low(k)) || r.low(k) == "had" || r.low(k) == "has" || r.low(k) == "have")
}

// falseSubject marks a statement called false: "the claim of 40 dead was dismissed as propaganda".
func (r *modalReader) falseSubject(i, j int) {
	if r.low(j) == "that" {
		r.mark(j, r.clauseEnd(j+1), Denied)
		return
	}
	if r.calledFalse(i) {
		return
	}
	verb := false
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		if isCopula(r.low(k)) || r.low(k) == "dismissed" || r.low(k) == "rejected" {
			verb = true
			if r.low(k-1) == "not" || r.low(k+1) == "not" && r.low(i) != "not" {
				return
			}
			break
		}
	}
	if w := r.low(i); !verb && !strings.HasSuffix(w, "ed") && w != "does" && w != "do" && w != "has" && w != "have" {
		return
	}
	for k := i - 1; k >= 0; k-- {
		w := r.low(k)
		if w == ";" || w == "." {
			return
		}
		if statementNoun[w] {
			r.mark(k, i, Denied)
			return
		}
	}
}

// calledFalse marks a statement as object of a verb that names it false: "called the figure of 40 dead fake", "dismissed as
// false a report that 40 died".
func (r *modalReader) calledFalse(i int) bool {
	if v := r.dismissal(i); v > 0 && r.dismissed(v, i) {
		return true
	}
	if r.low(i-1) == "as" || modalWords["retract"][r.low(i)] {
		for k := i + 1; k < i+5 && k < len(r.toks); k++ {
			if statementNoun[r.low(k)] && !r.passive(i) {
				end := r.clauseEnd(k)
				for n := k; n < end; n++ {
					if r.low(n) == "to" && r.isNumber(n+1) { // "corrected its count of 50 to 15"
						end = n
					}
				}
				r.mark(k, end, Denied)
				return true
			}
		}
	}
	noun := -1
	for k := i - 1; k >= 0 && i-k < 14 && r.low(k) != ";" && r.low(k) != "."; k-- {
		switch {
		case statementNoun[r.low(k)]:
			noun = k
		case modalWords["brand"][r.low(k)] && noun > 0:
			r.mark(noun, i, Denied)
			return true
		}
	}
	return false
}

// sayingAfter returns where the words begin that an earlier version said, -1 if it does not say anything here.
func (r *modalReader) sayingAfter(j int) int {
	for k := j; k < len(r.toks) && k < j+12; k++ {
		if modalWords["version"][r.low(k)] {
			return k + 1
		}
	}
	return -1
}

func (r *modalReader) falseAhead(j int) {
	if j < len(r.toks) && r.low(j) == "of" {
		r.mark(j, r.clauseEnd(j), Denied)
	}
}

// corrected marks "not 9" where another figure stands beside it: "8, not 9", "not 9 but 8", "neither the 9 … nor".
func (r *modalReader) corrected(i int) {
	switch r.low(i) {
	case "not", "n't":
		j := i + 1
		if w := r.low(j); w == "the" || w == "a" || w == "some" || w == "about" || w == "around" {
			j++
		}
		if !r.isNumber(j) || r.low(i+1) == "one" || r.low(j) == "all" {
			return
		}
		if r.low(i-1) == "if" { // "dozens, if not hundreds": more than is known
			r.mark(j, r.numberEnd(j), Possible)
			return
		}
		if p := r.low(i - 1); p == "," || p == "(" || p == "—" || p == "–" || p == "and" || p == "but" || r.low(i-2) == "there" || (p == "is" || p == "was") && (r.low(i-2) == "that" || r.low(i-2) == "it" || r.low(i-2) == "this") && !r.isNumber(r.numberEnd(j)) || r.hasBut(j) {
			r.mark(j-1, r.numberEnd(j), Denied)
		}
	case "neither":
		if r.low(i+1) == "the" || r.isNumber(i+1) {
			r.mark(i+1, r.clauseEnd(i+1), Denied)
		}
	case "nor":
		if r.low(i+1) == "the" || r.isNumber(i+1) {
			r.mark(i+1, r.clauseEnd(i+1), Denied)
		}
	}
}

func (r *modalReader) hasBut(j int) bool {
	for k := j + 1; k < len(r.toks) && k < j+8; k++ {
		if r.low(k) == "but" {
			return true
		}
		if isStop(r.low(k)) && r.low(k) != "," {
			return false
		}
	}
	return false
}

// dismissal returns the verb by which something is dismissed as what the word at token i says, over an adjective and quotation marks:
// "[dismissed] as “pure fiction”"; 0 for none.
func (r *modalReader) dismissal(i int) int {
	k := i - 1
	for k > i-4 && (r.tag(k) == "JJ" || r.low(k) == "\"") {
		k--
	}
	if r.low(k) != "as" {
		return 0
	}
	if modalWords["dismissing"][r.low(k-1)] {
		return k - 1
	}
	return 0
}

// dismissed marks what the verb at token v dismisses with words that end at token i: the statement behind them, "dismissed as fiction a message
// that put the dead at 60", or the figure before a relative clause, "60 had gone, a number that the army dismissed as fiction".
func (r *modalReader) dismissed(v, i int) bool {
	for k := i + 1; k < i+6 && k < len(r.toks); k++ {
		if statementNoun[r.low(k)] && !r.passive(v) {
			end := k
			for end < len(r.toks) && r.low(end) != ";" && r.low(end) != "." && !(r.low(end) == "," && (r.low(end+1) == "and" || r.low(end+1) == "but")) {
				end++
			}
			r.mark(k, end, Denied)
			return true
		}
	}
	for k := v - 1; k > 2 && k > v-7 && r.low(k) != ","; k-- {
		if w := r.low(k); (w == "that" || w == "which") && statementNoun[r.low(k-1)] && r.low(k-3) == "," {
			from := k - 3
			for from > 0 && r.low(from-1) != ";" && r.low(from-1) != "." && r.low(from-1) != "that" && r.low(from-1) != "and" {
				from--
			}
			r.mark(from, k-3, Denied)
			return true
		}
	}
	return false
}

// undone denies the figure of an act that was not done: "did not cut 300 jobs", "refused to free 300 prisoners". Whom nobody named or found
// is there all the same, so it holds for verbs that bring about what they are said of alone; "88 vans were not built" tells of vans.
func (r *modalReader) undone() {
	for i := 1; i+2 < len(r.toks); i++ {
		verb := 0 // the token of the act
		switch w := r.low(i); {
		case (w == "not" || w == "n't" || w == "never") && !isBe(r.low(i-1)):
			verb = i + 1
		case modalWords["refrain"][w] && r.low(i+1) == "to", w == "short" && r.low(i+1) == "of" && strings.HasPrefix(r.low(i-1), "stop"):
			verb = i + 2
		default:
			continue
		}
		if modalWords["act"][r.low(verb)] && r.isNumber(verb+1) && !(verb == i+1 && r.until(verb)) {
			r.settle(verb+1, Denied)
		}
	}
}

// until reports an act that was done in the end: "did not free 12 hostages [until] Monday".
func (r *modalReader) until(verb int) bool {
	for k := verb + 1; k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.low(k) == "until" {
			return true
		}
	}
	return false
}

// nobodyDoes reports that the subject of the verb at token i is nobody: "no one disputes that 19 died".
func (r *modalReader) nobodyDoes(i int) bool {
	for k := i - 1; k >= 0 && k > i-maxWithin && !isStop(r.low(k)); k-- {
		switch r.low(k) {
		case "nobody", "none", "neither":
			return true
		case "one":
			return r.low(k-1) == "no"
		}
	}
	return false
}
