package claim

import (
	"strings"

	"crosstally/extractors/lexicon"
)

// Word classes of lexicon/modal_words.tsv.
var (
	modalWords    = loadModalWords()
	askVerb       = modalWords["ask"]       // "asked if" puts a question, no condition
	boundaryWord  = modalWords["boundary"]  // begins a clause that a cue does not reach into
	lastingVerb   = modalWords["lasting"]   // "will remain": a state told as fact
	predictedVerb = modalWords["predicted"] // "will cost": nobody decides it
	sensedVerb    = modalWords["sensed"]    // "could see": an ability, not a possibility
	statedVerb    = modalWords["stated"]    // "would have": a supposition, not an act
	statementNoun = modalWords["statement"] // what can be denied or called false
)

func loadModalWords() map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for _, e := range lexicon.Must(modalWordList, "lexicon/modal_words.tsv", 2) {
		c := e.Fields[0]
		if classes[c] == nil {
			classes[c] = map[string]bool{}
		}
		classes[c][e.Fields[1]] = true
	}
	return classes
}

// subject returns where the subject of the verb group at token i begins: after the clause boundary to its left.
func (r *modalReader) subject(i int) int {
	k := i
	for k > 0 {
		w := r.low(k - 1)
		if isStop(w) || w == "\"" && k < i || boundaryWord[w] || w == "that" && r.tag(k) != "NN" {
			break
		}
		if (w == "and" || w == "or") && !(r.isNumber(k-2) && r.isNumber(k)) && r.finiteBefore(k-1) {
			break
		}
		k--
	}
	return k
}

// clauseEnd returns where the clause that goes on at token j ends.
func (r *modalReader) clauseEnd(j int) int {
	for k := j; k < len(r.toks); k++ {
		w := r.low(k)
		switch {
		case w == ";" || w == "." || w == "?" || w == "!" || w == "—" || w == ":" && k > j:
			return k
		case w == "(" && r.parenthesisOwn(k):
			return k
		case w == ",":
			if r.newClause(k + 1) {
				return k
			}
		case k > j && boundaryWord[w] && w != "as" && w != "so" && w != "if" && w != "where":
			return k
		case k > j && w == "and" && r.ownVerb(k+1):
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
	case boundaryWord[w], w == "against", w == "compared", w == "versus", w == "rather", w == "instead", w == "up" && r.low(k+1) == "from", w == "down" && r.low(k+1) == "from":
		return true
	case r.tag(k) == "VBG":
		return true
	case w == "and" || w == "or" || w == "yet":
		return r.ownVerb(k + 1)
	}
	return false
}

// ownVerb reports whether a subject of its own and a finite verb begin at token k: "and three were hurt", not "and pay three".
func (r *modalReader) ownVerb(k int) bool {
	nominal := false
	for n := 0; n < 8 && k < len(r.toks); n, k = n+1, k+1 {
		t := r.tag(k)
		switch {
		case t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD":
			return nominal || t == "VBD" && !r.passive(k)
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

// told reports whether the clause before token i is told by somebody: "said that flags would", "announced 40 would".
func (r *modalReader) told(i int) bool {
	for k := i - 1; k >= 0 && i-k < 14; k-- {
		switch r.low(k) {
		case "said", "announced", "told", "added", "confirmed", "promised", "pledged", "declared", "reported", "explained", "agreed", "decided", "warned", "revealed", "stated", "emerged", "insisted", "vowed", "wrote", "stressed":
			return true
		case ";", ".":
			return false
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
		switch r.tag(k) {
		case "VBD", "VBZ", "VBP", "MD":
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
		if r.isNumber(i) && r.of[i] == Asserted {
			switch end := r.numberEnd(i); r.low(end) {
			case "percent", "%", "per", "seats", "seat", "points", "mandates", "deputies":
				found = true
				if mark {
					r.mark(i, end, Possible)
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

// corrected marks "not 9" where another figure stands beside it: "8, not 9", "not 9 but 8", "neither the 9 … nor".
func (r *modalReader) corrected(i int) {
	switch r.low(i) {
	case "not":
		j := i + 1
		if w := r.low(j); w == "the" || w == "a" || w == "some" || w == "about" || w == "around" {
			j++
		}
		if !r.isNumber(j) || r.low(i+1) == "one" || r.low(j) == "all" {
			return
		}
		if p := r.low(i - 1); p == "," || p == "(" || p == "—" || p == "–" || p == "and" || p == "but" || r.hasBut(j) {
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
			p == "the" && r.low(i-2) == "of" && (r.isNumber(i-3) || r.low(i-3) == "all" || r.low(i-3) == "most" || r.low(i-3) == "many"),
			p == "all",
			p == "than" && r.low(i-2) == "more" && r.isNumber(i-3),
			p == "from" && r.of[i] != Demanded && r.movedFrom(i, j),
			p == "the" && r.known(j):
			for k := i; k < j; k++ {
				r.of[k] = Asserted
			}
		}
	}
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
