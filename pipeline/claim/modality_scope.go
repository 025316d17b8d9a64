package claim

import (
	"strings"

	"crosstally/extractors"
)

// A modalReader marks the tokens of one sentence.
type modalReader struct {
	toks   []extractors.Token
	of     []Modality
	spoken bool // it tells or quotes somebody's words
	polled bool // it gives a projection
}

func newModalReader(toks []extractors.Token) *modalReader {
	r := &modalReader{toks: toks, of: make([]Modality, len(toks)), spoken: tellsReport(toks)}
	for k := range r.of {
		r.of[k] = Asserted
		if toks[k].Lower == "\"" {
			r.spoken = true
		}
	}
	return r
}

// cueAt returns the longest cue that begins at token i, nil if none does.
func (r *modalReader) cueAt(i int) *modalCue {
	list := modalCues[r.toks[i].Lower]
	for k := range list {
		if matches(r.toks, i, list[k].words) {
			return &list[k]
		}
	}
	return nil
}

// apply marks the scope of the cue in tokens [i,j).
func (r *modalReader) apply(c *modalCue, i, j int) {
	switch c.frame {
	case frameRight:
		if len(c.words) == 1 && r.isNoun(i) || i > 0 && c.words[0] == "order" && r.low(i-1) == "in" {
			return
		}
		r.mark(j, r.clauseEnd(j), c.modality)
	case frameBoth:
		r.mark(r.subject(i), r.clauseEnd(j), c.modality)
	case frameLeft:
		r.mark(r.subject(i), i, c.modality)
	case frameTo:
		if k := r.complement(j); k >= 0 {
			r.mark(k, r.clauseEnd(k), c.modality)
		}
	case frameWant:
		r.mark(j, r.clauseEnd(j), c.modality)
	case frameShould, frameMust:
		r.obligation(c, i, j)
	case frameWill:
		r.will(i, j)
	case frameWould:
		r.would(i, j)
	case frameModal:
		r.modal(i, j)
	case frameBelief:
		r.belief(i, j)
	case framePoll:
		r.poll(i, j)
	case frameDeny:
		if r.deniesStatement(i, j) {
			r.mark(j, r.clauseEnd(j), c.modality)
		}
	case frameFalse:
		r.falseSubject(i)
	case frameVersion:
		if k := r.sayingAfter(j); k >= 0 {
			r.mark(k, r.clauseEnd(k), c.modality)
		} else {
			r.falseAhead(j)
		}
	case frameIf:
		r.condition(i, j)
	case frameBeTo:
		if k := r.bare(j); k >= 0 && !r.isNoun(i) {
			r.mark(r.subject(i), r.clauseEnd(j), c.modality)
		}
	case frameToBe:
		r.toBe(i, j)
	case frameDeclare:
		if r.isNumber(j) && lastingUnit(r.low(r.numberEnd(j))) {
			r.mark(j, r.numberEnd(j), c.modality)
		}
	case frameColon:
		r.colon(i, j, c.modality)
	case frameFuture:
		r.mark(j, r.clauseEnd(j), c.modality)
	}
}

func (r *modalReader) mark(from, to int, m Modality) {
	for k := max(0, from); k < to && k < len(r.of); k++ {
		if modalRank(m) > modalRank(r.of[k]) {
			r.of[k] = m
		}
	}
}

func (r *modalReader) low(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Lower
}

func (r *modalReader) tag(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Tag
}

// isNoun reports whether token i, a word that may be noun or verb, is a noun here.
func (r *modalReader) isNoun(i int) bool {
	if !strings.HasPrefix(r.tag(i), "NN") {
		return false
	}
	if r.tag(i) == "NNP" || r.tag(i) == "NNPS" {
		return true
	}
	switch p := r.tag(i - 1); {
	case p == "DT", p == "PRP$", p == "POS", p == "JJ", p == "IN":
		return true
	}
	return r.tag(i) == "NN" && r.tag(i-1) != "TO" && r.tag(i-1) != "MD"
}

// obligation reads "should" and "must".
func (r *modalReader) obligation(c *modalCue, i, j int) {
	m := c.modality
	if r.of[i] == Planned || c.frame == frameMust && r.low(r.verb(j)) == "be" {
		m = Planned
	}
	if r.negated(j) || r.low(r.verb(j)) == "have" { // "must have died" is a guess
		if r.low(r.verb(j)) == "have" {
			r.mark(r.subject(i), r.clauseEnd(j), Possible)
		}
		return
	}
	if c.frame == frameMust && m == Demanded && !r.spoken { // what a law or a method requires: "a list must pass 3 percent"
		return
	}
	r.mark(r.subject(i), r.clauseEnd(j), m)
}

// will marks a plan where the verb is an act; a state that lasts, or what holds by rule, stays asserted.
func (r *modalReader) will(i, j int) {
	if r.toks[i].Text[0] == 'W' || r.isNoun(i) || r.negated(j) {
		return
	}
	v := r.verb(j)
	switch {
	case lastingVerb[r.low(v)]:
	case predictedVerb[r.low(v)]:
		r.mark(r.subject(i), r.clauseEnd(j), Possible)
	default:
		r.mark(r.subject(i), r.clauseEnd(j), Planned)
	}
}

// would marks a plan that is told or provided for, else a supposition. "That would bring the toll to 41" adds up what is known.
func (r *modalReader) would(i, j int) {
	v := r.verb(j)
	if r.negated(j) && r.low(v) != "be" || r.sums(v) {
		return
	}
	m := Possible
	if !statedVerb[r.low(v)] && (r.told(i) || r.low(i-1) == "which" || r.low(i-1) == "that") || r.low(v) == "be" && r.told(i) && r.participle(v+1) {
		m = Planned
	}
	if r.low(v) == "like" {
		m = Demanded
	}
	r.mark(r.subject(i), r.clauseEnd(j), m)
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
	if r.low(i) == "could" && (r.negated(j) || sensedVerb[r.low(v)]) {
		return
	}
	r.mark(r.subject(i), r.clauseEnd(j), Possible)
}

// belief marks what is feared, thought or expected; in the passive its subject too.
func (r *modalReader) belief(i, j int) {
	if r.isNoun(i) && r.low(i) != "fears" {
		return
	}
	if strings.HasSuffix(r.low(i), "ed") && r.tag(i-1) == "DT" { // "the expected 40", "the feared militia": 40 yes, militia no
		if r.isNumber(j) {
			r.mark(j, j+1, Possible)
		}
		return
	}
	from := j
	if r.passive(i) || r.reduced(j) {
		from = r.subject(i)
	}
	r.mark(from, r.clauseEnd(j), Possible)
}

// reduced reports a participle used without "be": "34 feared dead", "12 believed trapped", "40 expected".
func (r *modalReader) reduced(j int) bool {
	if w := r.low(j); w == "to" || w == "dead" || w == "alive" || w == "missing" || w == "trapped" || w == "buried" || w == "drowned" || w == "killed" || w == "lost" || w == "hurt" || w == "injured" || w == "" || w == "." {
		return !strings.HasSuffix(r.low(j-1), "s") && !strings.HasSuffix(r.low(j-1), "ing")
	}
	return false
}

func (r *modalReader) passive(i int) bool {
	k := i - 1
	for k >= 0 && i-k < 5 && (r.tag(k) == "RB" || r.low(k) == "also" || r.low(k) == "still") {
		k--
	}
	w := r.low(k)
	return w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" || w == "being" || w == "'re" || w == "'s"
}

// deniesStatement reports whether a verb of denial rejects something said.
func (r *modalReader) deniesStatement(i, j int) bool {
	if r.negated(i) || r.low(i-1) == "not" || r.low(i-1) == "n't" || r.low(i-1) == "be" {
		return false
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

// falseSubject marks a statement called false: "the claim of 40 dead was dismissed as propaganda".
func (r *modalReader) falseSubject(i int) {
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
	if !verb && !strings.HasSuffix(r.low(i), "ed") {
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

// sayingAfter returns where the words begin that an earlier version said, -1 if it does not say anything here.
func (r *modalReader) sayingAfter(j int) int {
	for k := j; k < len(r.toks) && k < j+12; k++ {
		switch r.low(k) {
		case "said", "stated", "gave", "put", "reported", "had", "quoted", "listed", "named", "mentioned", "referred", "claimed", "misstated", "spoke", "counted", "attributed", "described", "wrote", "read", "showed", "suggested", "indicated", "contained", "included", "that":
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

// condition marks an if-clause; where it stands first, what follows too.
func (r *modalReader) condition(i, j int) {
	if p := r.low(i - 1); p == "as" || p == "even" && r.low(i) != "even" || r.low(i) == "if" && (askVerb[p] || r.low(j) == "any" || r.low(j) == "not" && !r.isNumber(j+1)) {
		return
	}
	if r.opensClause(i) {
		end := i
		for end < len(r.toks) && r.low(end) != ";" && r.low(end) != "." && r.low(end) != "?" {
			end++
		}
		r.mark(j, end, Possible)
		return
	}
	r.mark(j, r.clauseEnd(j), Possible)
}

func (r *modalReader) opensClause(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch w := r.low(k); {
		case w == "\"" || w == "'" || w == "(" || w == "but" || w == "and" || w == "that" || w == "even" || w == "only":
			continue
		case w == ";" || w == ":" || w == "—" || w == "–" || w == "-" || w == ".":
			return true
		default:
			return false
		}
	}
	return true
}

// toBe marks "40 ballots, to be cast again" and the headline's "40 towns to vote".
func (r *modalReader) toBe(i, j int) {
	p := r.low(i - 1)
	if !(p == "," || strings.HasPrefix(r.tag(i-1), "NN") || r.isNumber(i-1)) || !r.participle(j) || r.finiteBefore(i) {
		return
	}
	from := i - 1
	if p == "," {
		from--
	}
	r.mark(r.subject(from+1), r.clauseEnd(j), Planned)
}

// poll marks the clause of a projection; beside "than" only the figures that it gives in brackets: "one less than in the projection (34)".
func (r *modalReader) poll(i, j int) {
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		if r.low(k) == "than" {
			for n := j; n+2 < len(r.toks); n++ {
				if r.low(n) == "(" && r.isNumber(n+1) && r.low(n+2) == ")" {
					r.mark(n+1, n+2, Possible)
				}
			}
			return
		}
	}
	r.polled = true
	r.mark(r.subject(i), r.clauseEnd(j), Possible)
}

// colon marks what is offered or demanded behind a colon: "the union's demand: 400 jobs".
func (r *modalReader) colon(i, j int, m Modality) {
	if !r.finiteBefore(i) {
		r.mark(j, r.clauseEnd(j), m)
	}
}

// afterColon carries a modality to the parts listed behind a colon: "six halls must vote again, it said: three in …".
func (r *modalReader) afterColon() {
	m := Asserted
	for i := range r.toks {
		if r.isNumber(i) && modalRank(r.of[i]) > 0 {
			m = r.of[i]
		}
		if r.low(i) == ":" && m != Asserted && r.isNumber(i+1) && !r.finiteBetween(i+1, len(r.toks)) {
			r.mark(i+1, len(r.toks), m)
			return
		}
	}
}

// headlineTo marks a title's "40 towns to vote again": a subject, no verb yet, then an infinitive.
func (r *modalReader) headlineTo() {
	for i := 1; i+1 < len(r.toks); i++ {
		if r.low(i) == "to" && (strings.HasPrefix(r.tag(i-1), "NN") || r.isNumber(i-1)) && (r.tag(i+1) == "VB" || r.tag(i+1) == "VBP") {
			from := i
			for from > 0 && !isStop(r.low(from-1)) && r.low(from-1) != "and" {
				from--
			}
			if !r.finiteBetween(from, i) {
				r.mark(from, r.clauseEnd(i+1), Planned)
			}
		}
	}
}
