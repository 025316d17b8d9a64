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

// subject returns where the subject of the verb group at token i begins: after the clause boundary to its left.
func (r *modalReader) subject(i int) int {
	k := r.beforeAside(i)
	for k > 0 {
		w := r.low(k - 1)
		if isStop(w) || w == "\"" && k < i || modalWords["told"][w] && (r.tag(k-1) == "VBD" || r.tag(k-1) == "VBZ") && k < i || boundaryWord[w] || w == "that" && r.tag(k) != "NN" {
			break
		}
		if (w == "and" || w == "or") && !(r.isNumber(k-2) && r.isNumber(k)) && r.finiteBefore(k-1) {
			break
		}
		k--
	}
	return k
}

// beforeAside returns the token behind the subject of the verb group at token i, which an aside between commas may part from it: "170
// people, most of them in the warehouse, will"; i where nothing does.
func (r *modalReader) beforeAside(i int) int {
	if r.low(i-1) != "," {
		return i
	}
	for k := i - 2; k > 0 && i-k < 16; k-- {
		switch w := r.low(k); {
		case w == ",":
			if w := r.low(k + 1); w == "who" || w == "which" || w == "whose" || !r.finiteBetween(k+1, i-1) && r.tag(k+1) != "VBG" && r.isNominal(k-1) && !strings.HasPrefix(r.tag(k+1), "NNP") {
				return k
			}
			return i
		case isStop(w), w == "\"":
			return i
		}
	}
	return i
}

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
		case k > j && w == "and" && r.low(k+1) != "that" && r.ownVerb(k+1):
			return k
		}
	}
	return len(r.toks)
}

// newClause reports whether what follows a comma is out of a cue's reach: a clause with its own verb, a participial
// tail, a comparison.
func (r *modalReader) newClause(k int) bool {
	w := r.low(k)
	switch {
	case w == "as" && (r.low(k+1) == "well" || r.low(k+1) == "many" || r.low(k+1) == "much" || r.low(k+1) == "few"):
		return false // "8 percent, as well as three days off"
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

// exempt takes back what stands in a cue's reach but is told as fact: the whole that a part is taken of ("34 of 81 seats"),
// the figure moved from ("to 40 from 30"), a set known already ("justice for the 40 killed", "the 41 required").
func (r *modalReader) exempt() {
	for i := range r.toks {
		if !r.isNumber(i) || r.of[i] == Asserted || r.of[i] == Denied {
			continue
		}
		j := r.numberEnd(i)
		switch p := r.low(i - 1); {
		case p == "of" && (r.isNumber(i-2) || r.isNumber(i-3)),
			(p == "its" || p == "their" || p == "his" || p == "her") && r.low(i-2) == "of" && r.isNumber(i-3),
			r.tag(i-1) == "POS" && r.ofOwner(i),
			p == "the" && r.low(i-2) == "of" && (r.isNumber(i-3) || r.low(i-3) == "all" || r.low(i-3) == "most" || r.low(i-3) == "many"),
			p == "all" && r.of[i] != Demanded,
			p == "than" && r.low(i-2) == "more" && r.isNumber(i-3),
			p == "from" && r.of[i] != Demanded && r.movedFrom(i, j) && !r.ofPlan(i),
			p == "from" && r.changedBy(i),
			r.tag(i-1) == "DT" && (p == "that" || p == "those" || p == "this" || p == "these"), // "every penny of that 13 million"
			p == "of" && modalWords["mourned"][r.low(i-2)],
			r.isCounted(j),
			r.stands(i, j),
			p == "the" && r.low(j) == "of" && r.low(j+1) == "the", // "the 54,000 of the organisers"
			p == "the" && r.known(j):
			for k := i; k < j; k++ {
				r.of[k] = Asserted
			}
		}
	}
}

// stands reports a known set whose state to come is told, not its size: "the court's 12 judges would have a month", "the 51 members will be
// women".
func (r *modalReader) stands(i, j int) bool {
	if p := r.low(i - 1); r.of[i] == Demanded || p != "the" && r.tag(i-1) != "PRP$" && r.tag(i-1) != "POS" {
		return false
	}
	for k := j; k < j+8 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.tag(k) != "MD" {
			if !r.isNominal(k) && r.tag(k) != "IN" {
				return false
			}
			continue
		}
		if w := r.low(k); w != "will" && w != "would" {
			return false // "the 12 hostages could be dead"
		}
		for k++; r.tag(k) == "RB"; k++ {
		}
		return modalWords["state"][r.low(k)] && (strings.HasPrefix(r.tag(k+1), "N") || r.tag(k+1) == "DT" || r.isNumber(k+1))
	}
	return false
}

// ofOwner reports the whole that a part is taken of: "11 of the resort's 24 lifts".
func (r *modalReader) ofOwner(i int) bool {
	for k := i - 2; k > 0 && k > i-7; k-- {
		if r.low(k) == "of" {
			return r.isNumber(k - 1)
		}
		if !r.isNominal(k) {
			return false
		}
	}
	return false
}

// changedBy reports the whole that a change is taken from: "to cut its staff by 700 from 21,300".
func (r *modalReader) changedBy(i int) bool {
	for k := i - 2; k > 0 && k > i-6; k-- {
		if r.isNumber(k) {
			return r.low(k-1) == "by"
		}
	}
	return false
}

// ofPlan reports a change of something that is planned: "the number of jobs to be cut falls to 800 from 1,900".
func (r *modalReader) ofPlan(i int) bool {
	for k := r.subject(i); k < i; k++ {
		if w := r.low(k); w == "be" && r.low(k-1) == "to" || modalWords["wish-plan"][w] || w == "outlook" || w == "guidance" {
			return true
		}
	}
	return false
}

// isCounted reports a share of what has been counted so far: "63 percent of its sample counted".
func (r *modalReader) isCounted(j int) bool {
	if w := r.low(j); w != "percent" && w != "%" && w != "per" {
		return false
	}
	for k := j + 1; k < j+8 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if w := r.low(k); w == "counted" || w == "processed" {
			return true
		}
	}
	return false
}

// movedFrom reports whether "from N" stands beside a "to N".
func (r *modalReader) movedFrom(i, j int) bool {
	for k := j; k < j+4 && k < len(r.toks); k++ {
		if r.low(k) == "to" && r.isNumber(k+1) {
			return true
		}
	}
	for k := i - 2; k > 0 && k > i-6; k-- {
		if r.low(k) == "to" && r.isNumber(k+1) {
			return true
		}
	}
	return false
}

// known reports whether the set that the number at [.., j) counts is told as done: "the 40 people killed", "the 41 required".
func (r *modalReader) known(j int) bool {
	for k := j; k < j+3 && k < len(r.toks); k++ {
		switch w := r.low(k); {
		case w == "required" || w == "needed" || w == "dead" || w == "victims" || w == "killed" || w == "injured" || w == "wounded" || w == "arrested" || w == "who" || w == "already" || w == "missing":
			return true
		case r.tag(k) == "VBD" || r.tag(k) == "VBZ":
			return k > j && w != "be"
		}
	}
	return false
}
