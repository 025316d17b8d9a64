package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/lexicon"
)

// Word classes of lexicon/modal_words.tsv.
var (
	modalWords    = lexicon.MustSets(lexicons, "lexicon/modal_words.tsv")
	boundaryWord  = modalWords["boundary"]  // begins a clause that a cue does not reach into
	lastingVerb   = modalWords["lasting"]   // "will remain": a state told as fact
	predictedVerb = modalWords["predicted"] // "will cost": nobody decides it
	sensedVerb    = modalWords["sensed"]    // "could see": an ability, not a possibility
	statedVerb    = modalWords["stated"]    // "would have": a supposition, not an act
	statementNoun = modalWords["statement"] // what can be denied or called false
)

// withTails returns where a planned act ends that goes on to token end: behind a participle that tells what comes of it, "will shut the
// mill, cutting 640 jobs".
func (r *modalReader) withTails(end int) int {
	if r.low(end) == "," && r.tag(end+1) == "VBG" && !modalWords["told"][r.low(end+1)] && !notTail[r.low(end+1)] {
		return r.clauseEnd(end + 1)
	}
	return end
}

// notTail are participles that tell of something else than what an act brings.
var notTail = tell.Of("not-tail")

// clauseEnd returns where the clause that goes on at token j ends.
func (r *modalReader) clauseEnd(j int) int {
	for k := j; k < len(r.toks); k++ {
		w := r.low(k)
		switch {
		case w == ";" || w == "." || w == "?" || w == "!" || w == "—" || w == ":" && k > j:
			return k
		case w == "\"" && k > j && (r.low(k-1) == "," || r.low(k-1) == "."): // the quotation ends, its speaker follows
			return k
		case w == "(" && r.parenthesisOwn(k):
			return k
		case w == ",":
			if r.newClause(k+1) || (r.tag(k+1) == "VBD" && r.low(k+2) != "by" || r.tag(k+1) == "VBZ" || r.tag(k+1) == "VBP" || r.tag(k+1) == "MD") && r.inRelative(j) {
				return k
			}
		case k > j && boundaryWord[w] && w != "as" && w != "so" && w != "if" && w != "where":
			return k
		case k > j && w == "where" && r.isSo(k+1):
			return k
		case k > j && w == "however" && !isStop(r.low(k+1)):
			return k
		case k > j && w == "and" && r.low(k+1) != "that" && r.ownVerb(k+1):
			return k
		}
	}
	return len(r.toks)
}

// isSo reports that the first verb from token k on tells what is or was so: "[where] 40 families live".
func (r *modalReader) isSo(k int) bool {
	for end := k + maxWithin; k < end && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.tag(k) == "MD" || r.tag(k) == "TO" {
			return false
		}
		if r.isFinite(k) {
			return true
		}
	}
	return false
}

// newClause reports whether what follows a comma is out of a cue's reach: a clause with its own verb, a participial
// tail, a comparison.
func (r *modalReader) newClause(k int) bool {
	w := r.low(k)
	switch {
	case w == "as" && (r.low(k+1) == "well" || r.low(k+1) == "many" || r.low(k+1) == "much" || r.low(k+1) == "few"):
		return false // "8 percent, as well as three days off"
	case w == "with" && r.ballot(k+1):
		return true
	case boundaryWord[w], w == "against", w == "compared", w == "versus", w == "rather", w == "instead", w == "up" && r.low(k+1) == "from", w == "down" && r.low(k+1) == "from":
		return true
	case r.tag(k) == "VBG":
		return true
	case w == "and" && r.low(k+1) == "that": // "demand that 16 be tried, that 50 be freed and that budgets rise"
		return false
	case w == "and" || w == "or" || w == "yet":
		return r.ownVerb(k + 1)
	}
	return false
}

// ballot reports votes that were cast for what a cue tells: "have voted to strike, with [87 percent in favour]".
func (r *modalReader) ballot(k int) bool {
	for n := r.numberEnd(k); n > k && n < k+9 && n < len(r.toks) && !isStop(r.low(n)); n++ {
		if modalWords["balloting"][r.low(n)] {
			return true
		}
	}
	return false
}

// ownClause reports whether a clause of its own follows a comma: "a march demanding peace, 40 took part". An insertion
// that says who speaks does not end the clause round it: "will, the ministry said, free 40".
func (r *modalReader) ownClause(k int) bool {
	if !r.isNominal(k) || !r.ownVerb(k) {
		return false
	}
	for n := k; n < k+9 && n < len(r.toks); n++ {
		if modalWords["told"][r.low(n)] {
			return r.low(n+1) != "," && n+1 < len(r.toks) && r.low(n+1) != "."
		}
	}
	return true
}

func (r *modalReader) isNominal(k int) bool {
	t := r.tag(k)
	return strings.HasPrefix(t, "NN") || t == "PRP" || t == "PRP$" || t == "DT" || t == "CD" || t == "JJ" || r.isNumber(k)
}

// inRelative reports whether token i stands in a relative clause that a comma opened, so that the next comma closes it:
// "the union, which had asked for 40, said".
func (r *modalReader) inRelative(i int) bool {
	for k := i; k > 0 && i-k < 15; k-- {
		switch r.low(k) {
		case "which", "who", "whose":
			return r.low(k-1) == ","
		case ",", ";", ".":
			return false
		}
	}
	return false
}

// ownVerb reports whether a subject of its own and a finite verb begin at token k: "and three were hurt", not "and pay three".
func (r *modalReader) ownVerb(k int) bool {
	nominal := false
	for n := 0; n < 8 && k < len(r.toks); n, k = n+1, k+1 {
		t := r.tag(k)
		switch {
		case t == "VBD" && !nominal && modalWords["unchanged"][r.low(k)]: // "plans to close three plants and cut jobs"
			return false
		case t == "VBN" && nominal && isStop(r.low(k+1)): // a past tense that the tagger takes for a participle
			return true
		case t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD":
			return nominal || t == "VBD" && !r.passive(k) || t == "MD" || r.low(k) == "has" || r.low(k) == "is" || r.low(k) == "was"
		case strings.HasPrefix(t, "NN") || t == "PRP" || t == "CD" || r.isNumber(k):
			nominal = true
		case t == "DT" || t == "JJ" || t == "PRP$" || t == "POS" || t == "RB" || t == "IN" && nominal || t == "VBN" || t == "JJR":
		default:
			return false
		}
	}
	return false
}

// parenthesisOwn reports whether a parenthesis names a source of its own, which asserts what stands in it.
func (r *modalReader) parenthesisOwn(k int) bool {
	for n := 1; n < 40 && k+n < len(r.toks) && r.low(k+n) != ")"; n++ {
		if w := r.low(k + n); w == "according" || w == "said" || w == "says" || w == "per" || w == "source" {
			return true
		}
	}
	return false
}

// complement returns where the demanded act begins after "asked Minsk …": behind "to", "for" or "that"; -1 if none follows.
func (r *modalReader) complement(j int) int {
	for k := j; k < len(r.toks) && k < j+14; k++ {
		switch w := r.low(k); {
		case w == "to" && (strings.HasPrefix(r.tag(k+1), "VB") || r.tag(k+1) == "NN"), w == "for", w == "that":
			return k + 1
		case isStop(w) && w != ",", w == "if", w == "whether", w == "about", w == "when", w == "why", w == "how":
			return -1
		}
	}
	return -1
}

// verb returns the first token of the verb group after a modal: "would now [have]", "could not yet [give]".
func (r *modalReader) verb(j int) int {
	for k := j; k < len(r.toks) && k < j+5; k++ {
		if t := r.tag(k); t == "RB" || r.low(k) == "\"" || r.low(k) == "not" || r.low(k) == "n't" || r.low(k) == "also" || r.low(k) == "yet" || r.low(k) == "now" || r.low(k) == "only" || r.low(k) == "then" {
			continue
		}
		return k
	}
	return j
}

func (r *modalReader) negated(j int) bool {
	for k := j; k < len(r.toks) && k < j+2; k++ {
		if w := r.low(k); w == "not" || w == "n't" || w == "never" {
			return true
		}
	}
	return false
}

// told reports whether the clause round token i is told by somebody: "said that flags would", "announced 40 would",
// "the bank would close 40, it said".
func (r *modalReader) told(i int) bool {
	for k := i - 1; k >= 0 && i-k < 14; k-- {
		switch w := r.low(k); {
		case modalWords["told"][w]:
			return true
		case w == ";" || w == ".":
			k = 0
		}
	}
	return r.toldBehind(i)
}

// toldBehind reports a speaker named behind the clause: ", the bank said.", "," said its chairman.
func (r *modalReader) toldBehind(i int) bool {
	for k := i + 1; k < len(r.toks); k++ {
		if r.low(k) != "," {
			continue
		}
		j := k + 1
		if r.low(j) == "\"" {
			j++
		}
		if modalWords["told"][r.low(j)] && j < len(r.toks) {
			return true
		}
		for n := 0; n < 8 && r.isNominal(j); n++ {
			if j++; modalWords["told"][r.low(j)] {
				return r.low(j+1) == "." || r.low(j+1) == "," || r.low(j+1) == "on" || r.low(j+1) == "in" || j+1 >= len(r.toks)
			}
		}
	}
	return false
}

// bare returns the base verb or "be" that follows at token j, -1 if none does.
func (r *modalReader) bare(j int) int {
	if t := r.tag(j); t == "VB" || r.low(j) == "be" {
		return j
	}
	return -1
}

func (r *modalReader) participle(k int) bool {
	t := r.tag(k)
	return t == "VBN" || t == "VBD" || strings.HasSuffix(r.low(k), "ed") || r.low(k) == "cast" || r.low(k) == "cut" || r.low(k) == "put" || r.low(k) == "held" || r.low(k) == "built"
}

// finiteBefore reports whether the clause has had a finite verb before token i.
func (r *modalReader) finiteBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if w := r.low(k); isStop(w) || boundaryWord[w] {
			return false
		}
		if extractors.Finite(r.tag(k)) {
			return true
		}
	}
	return false
}

func (r *modalReader) finiteBetween(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.tag(k) {
		case "VBZ", "VBP", "MD":
			return true
		case "VBD":
			if k > from && !r.isNumber(k-1) { // "nine arrested" has none
				return true
			}
		}
	}
	return false
}

// shares reports whether the sentence gives shares or seats; with mark, as what a projection's paragraph goes on to
// give: "the Greens stood at 30 percent and 25 seats".
func (r *modalReader) shares(mark bool) bool {
	found := false
	for i := range r.toks {
		if modalWords["tallying"][r.low(i)] {
			return false // "turnout was 61 percent", "with 98 percent of ballots counted she has 51"
		}
	}
	for i := range r.toks {
		if r.isNumber(i) && r.of[i] == Asserted && !(r.low(i-1) == "the" && r.low(i-2) == "of") {
			end := r.numberEnd(i)
			if r.low(end) == "of" && r.low(end+1) == "the" && r.isNumber(end+2) {
				end = r.numberEnd(end + 2) // "between 21 and 23 of the 51 seats"
			}
			if w := r.low(end); found && mark && (isStop(w) || w == "to" && r.isNumber(end+1)) {
				r.mark(i, end, Possible) // "and the Liberals 16 to 18"
			}
			switch r.low(end) {
			case "percent", "%", "per", "seats", "seat", "points", "mandates", "deputies":
				found = true
				if mark {
					r.mark(i, r.numberEnd(i), Possible)
				}
			}
		}
	}
	return found
}

func lastingUnit(w string) bool {
	switch w {
	case "day", "days", "week", "weeks", "month", "months", "hours":
		return true
	}
	return false
}

func isStop(w string) bool {
	switch w {
	case ",", ";", ":", ".", "—", "–", "-", "(", ")", "?", "!", "…", "...", "|", "•":
		return true
	}
	return false
}

func (r *modalReader) isNumber(i int) bool {
	if i < 0 || i >= len(r.toks) {
		return false
	}
	t := &r.toks[i]
	if t.Tag == "CD" || t.Lower[0] >= '0' && t.Lower[0] <= '9' {
		return true
	}
	switch t.Lower {
	case "dozen", "dozens", "hundreds", "thousands", "millions", "several", "half", "€", "$", "£", "none", "nobody":
		return true
	}
	return false
}

func (r *modalReader) numberEnd(j int) int {
	for j < len(r.toks) && (r.isNumber(j) || r.tag(j) == "CD") {
		j++
	}
	return j
}
