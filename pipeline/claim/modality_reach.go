package claim

import (
	"strings"

	"crosstally/extractors/counts"
)

// reach returns where what the cue at token i governs from j on ends. A participle that describes a noun ("a march calling
// for peace drew 30,000") gives way to the verb of the noun's own clause.
func (r *modalReader) reach(i, j int) int {
	end := r.clauseEnd(j)
	for k := j; k < end; k++ {
		if r.low(k) == "," && r.ownClause(k+1) || k > j && r.low(k) == "as" && r.isNumber(k+1) && r.low(k-1) != "such" && r.finiteBetween(k+1, end) {
			end = k // "call for an inquiry as six officers face discipline"
		}
	}
	noun := strings.HasPrefix(r.tag(i), "NN")
	for k := j; k < end && noun; k++ {
		if r.low(k) == "," && r.low(k+1) == "from" { // "a demand for 14 percent, from a company with debts of 1.3 billion"
			end = k
		}
	}
	if r.tag(i) != "VBG" && !noun || r.passive(i) {
		return end
	}
	for k := j; k < end; k++ {
		if r.low(k) == "and" && r.tag(k+1) == "VBN" { // "jailed for planning a coup and sentenced to eleven years"
			return k
		}
	}
	if !noun && !strings.HasPrefix(r.tag(i-1), "NN") {
		return end
	}
	for k := j; k < end; k++ {
		switch r.tag(k) {
		case "VBD", "VBZ", "MD":
			if k > j && !r.passive(k) && r.low(k+1) != "by" {
				return k
			}
		}
		if noun && (r.low(k) == "have" || r.low(k) == "had") && k > j {
			return k // "appeals for 6 million have drawn 2 million"
		}
		if r.low(k) == "that" {
			return end
		}
	}
	return end
}

// hearsay marks what "allegedly" covers: before a participle what follows alone, else the clause with its subject.
func (r *modalReader) hearsay(i, j int) {
	if r.tag(j) != "VBG" {
		r.mark(r.subject(i), r.clauseEnd(j), Possible)
		return
	}
	end := r.clauseEnd(j)
	for k := j; k < end; k++ {
		if r.low(k) == "and" && (r.tag(k+1) == "VBN" || r.tag(k+1) == "VBD") {
			end = k
		}
	}
	r.mark(j, end, Possible)
}

// attributive marks a figure whose own description says how it is meant: "60 planned trains", "the planned 60 trains", "the
// $90 million it pledged". Nothing else of the clause is touched.
func (r *modalReader) attributive(c *modalCue, i, j int) bool {
	if c.words[0] == "presumed" && (r.isNumber(i-1) || isBe(r.low(i-1))) && strings.HasPrefix(r.tag(j), "NN") {
		return true // "17 presumed gang members", "17 were presumed gang members": who they are
	}
	if c.modality == Planned && len(c.words) == 1 && r.plansAnother(i, j) {
		r.mark(j, r.nounPhraseEnd(j), Planned)
		return true
	}
	if c.frame == frameBelief && len(c.words) == 1 && (strings.HasSuffix(r.low(i), "ed") || r.low(i) == "forecast") && r.low(j) != "to" {
		if k := r.hoped(i); k >= 0 {
			r.settle(k, Possible)
			return true
		}
	}
	switch c.frame {
	case frameBoth, frameBelief:
	case frameRight, frameWant:
		if r.tag(i-1) != "PRP" {
			return false
		}
	default:
		return false
	}
	if len(c.words) != 1 {
		return false
	}
	switch {
	case strings.HasSuffix(r.low(i), "ed") && r.isNumber(i-1) && (strings.HasPrefix(r.tag(j), "NN") || isStop(r.low(j)) || r.low(j) == "by" || j >= len(r.toks)):
		r.settle(i-1, c.modality) // "60 planned trains", "8 million of the 20 million promised"
	case c.frame == frameBoth && strings.HasSuffix(r.low(i), "ed") && r.describesCount(i, j):
		r.settleBefore(i, c.modality) // "the 400 homes planned for the site"
	case strings.HasSuffix(r.low(i), "ed") && (r.tag(i-1) == "DT" || r.low(i-1) == "of") && r.isNumber(j):
		r.settle(j, c.modality)
	case r.tag(i-1) == "PRP" && (strings.HasPrefix(r.tag(i-2), "NN") || r.isNumber(i-2)) && (isStop(r.low(j)) || j >= len(r.toks)):
		for k := i - 2; k > i-6; k-- {
			if r.isNumber(k) {
				r.settle(k, c.modality)
				return true
			}
		}
		return false
	default:
		return false
	}
	return true
}

// describesCount reports a participle at token i behind a counted noun with "the": "the 400 homes planned for the site".
func (r *modalReader) describesCount(i, j int) bool {
	switch w := r.low(j); {
	case w == "for", w == "by", w == "in", w == "on", w == "at", isStop(w), j >= len(r.toks):
	default:
		return false
	}
	for k := i - 1; k > 0 && k > i-5 && (strings.HasPrefix(r.tag(k), "NN") || r.tag(k) == "JJ" || r.isNumber(k)); k-- {
		if r.isNumber(k) {
			return k < i-1 && r.low(k-1) == "the"
		}
	}
	return false
}

// hoped returns the number that somebody had expected, where it stands before who did: "the €106 million that analysts had expected"; -1
// where none does.
func (r *modalReader) hoped(i int) int {
	k := i - 1
	for k > 0 && (r.low(k) == "had" || r.low(k) == "have" || r.low(k) == "has") {
		k--
	}
	subject := k
	for k > 0 && k > subject-4 && r.isNominal(k) && !r.isNumber(k) && r.low(k) != "that" {
		k--
	}
	if k == subject || !strings.HasPrefix(r.tag(subject), "NN") && r.tag(subject) != "PRP" {
		return -1
	}
	if r.low(k) == "that" || r.low(k) == "which" {
		k--
	}
	if !r.isNumber(k) {
		return -1
	}
	return k
}

// settle gives the number at token k its modality for good.
func (r *modalReader) settle(k int, m Modality) {
	from := k
	for from > 0 && r.isNumber(from-1) {
		from--
	}
	r.settled = append(r.settled, settled{from, r.numberEnd(k), m})
}

// settleBefore gives the number of the noun phrase that ends at token end its modality for good.
func (r *modalReader) settleBefore(end int, m Modality) {
	for k := end - 1; k > 0 && k > end-6 && (r.isNominal(k) || r.isNumber(k)); k-- {
		if r.isNumber(k) {
			r.settle(k, m)
			return
		}
	}
}

// dealing reports whether tokens [j,end) begin with a sum of money, or, for an offer, with a sum or share anywhere.
func (r *modalReader) dealing(j, end int, f modalFrame) bool {
	for k := j; k < end && (f == frameOffer || k < j+4); k++ {
		if k < len(r.toks) && counts.Currency(r.toks[k].Text) && (r.isNumber(k-1) || r.isNumber(k+1)) && !(strings.HasPrefix(r.tag(k), "NNP") && len(r.toks[k].Text) > 2 && r.toks[k].Text != strings.ToUpper(r.toks[k].Text)) {
			return true // but not in "offered Mark 300 jobs"
		}
		switch r.low(k) {
		case "million", "billion":
			if w := r.low(k + 1); w != "people" && w != "doses" && w != "tonnes" && w != "tons" && w != "barrels" && w != "litres" {
				return true
			}
		case "percent", "per", "%":
			if f == frameOffer && r.isNumber(k-1) {
				return true
			}
		}
	}
	return false
}

// hunts reports a search for somebody who has fled: "seeking 12 suspects".
func (r *modalReader) hunts(j int) bool {
	for k := j; k < j+4 && k < len(r.toks); k++ {
		if modalWords["hunted"][r.low(k)] {
			return true
		}
	}
	return false
}

// weighs reports how heavy something is, not what is considered: "weighing less than 40 kilos".
func (r *modalReader) weighs(j int) bool {
	switch r.low(j) {
	case "less", "more", "under", "over", "about", "around", "up", "between", "only", "just", "nearly", "almost", "some":
		return true
	}
	return r.isNumber(j)
}

// forQuestioning reports police who want somebody: "want three men for questioning".
func (r *modalReader) forQuestioning(j int) bool {
	for k := j; k < j+9 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if w := r.low(k + 1); r.low(k) == "for" && (w == "questioning" || w == "murder" || w == "interview") || r.low(k) == "in" && w == "connection" {
			return true
		}
	}
	return false
}

// ofScheme reports a plan, bill or deal as the subject of the verb at token i: what it calls for is planned.
func (r *modalReader) ofScheme(i int) bool {
	for k := r.subject(i); k < i; k++ {
		if modalWords["scheme"][r.low(k)] && (k+1 == i || r.low(k+1) == "of" || r.low(k+1) == "to" || r.low(k+1) == "for" || r.low(k+1) == "with" || r.low(k+1) == "by") {
			return true
		}
	}
	return false
}

// plansAnother reports a participle that tells what its own noun is, behind an article, and says nothing of the numbers of its clause: "180 people
// joined [a planned class action]".
func (r *modalReader) plansAnother(i, j int) bool {
	if !strings.HasSuffix(r.low(i), "ed") || !strings.HasPrefix(r.tag(j), "NN") && r.tag(j) != "JJ" {
		return false
	}
	switch p := r.low(i - 1); {
	case p == "a", p == "an", p == "all", p == "any", p == "no", p == "this", p == "that":
		return true
	case p == "the", r.tag(i-1) == "PRP$", r.tag(i-1) == "POS":
		return !strings.HasSuffix(r.low(j), "s") || r.tag(j) != "NNS" // "the planned closures were 40", "their promised 40 homes"
	}
	return false
}

// nounPhraseEnd returns where the noun phrase with the "of" behind it ends that begins at token j: "closure of 40 shops | was put off".
func (r *modalReader) nounPhraseEnd(j int) int {
	for j < len(r.toks) && (r.isNominal(j) || r.low(j) == "of" || r.low(j) == "and" && r.isNumber(j+1)) {
		j++
	}
	return j
}
