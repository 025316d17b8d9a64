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

	settled []settled
}

// settled is a number whose own words give its modality.
type settled struct {
	from, to int
	m        Modality
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
	if r.attributive(c, i, j) || r.wanted(c, i, j) {
		return
	}
	switch c.frame {
	case frameRight:
		if c.words[0] == "chance" && r.low(i-1) == "no" {
			return // "with no chance of parole for 25 years"
		}
		if c.words[0] == "requested" || c.words[0] == "sought" {
			if r.requestedBy(i, j) {
				return
			}
		}
		if modalWords["hunt"][c.words[0]] && r.hunts(j) || c.words[0] == "weighing" && r.weighs(j) {
			return
		}
		if len(c.words) == 1 && r.isNoun(i) || c.words[0] == "bids" && (r.isNumber(i-1) || r.tag(i-1) == "DT") || i > 0 && c.words[0] == "order" && r.low(i-1) == "in" {
			return
		}
		if modalWords["sought"][c.words[0]] && len(c.words) == 2 && r.holdsTo(j) {
			return
		}
		m := c.modality
		if m == Demanded && r.ofScheme(i) { // what a plan calls for is planned
			m = Planned
		}
		end := r.reach(i, j)
		if k := r.purpose(j, end); m == Demanded && c.words[len(c.words)-1] == "for" && k > 0 {
			r.mark(k, end, Planned)
			end = k
		}
		r.mark(j, end, m)
	case frameBoth:
		if r.low(i) == "likely" && (r.tag(i-1) == "PRP$" || r.tag(i-1) == "DT") && strings.HasPrefix(r.tag(j), "NN") {
			return // "with her likely partners"
		}
		r.mark(r.subject(i), r.clauseEnd(j), c.modality)
	case frameLeft:
		if r.tag(i-1) == "VBN" && !isBe(r.low(i-2)) {
			return // "300 officers were sent to villages considered at risk"
		}
		r.mark(r.subject(i), i, c.modality)
	case frameScheme:
		if r.ofScheme(i) {
			r.mark(j, r.clauseEnd(j), c.modality)
		}
	case frameTo:
		if r.dropped(j) {
			return
		}
		if c.words[0] == "ordered" && r.isNumber(j) && r.sentTo(j) { // "ordered 250 soldiers to the border"
			r.mark(j, r.clauseEnd(j), c.modality)
			return
		}
		if modalWords["lobby"][c.words[0]] && len(c.words) == 1 && r.isNoun(i) {
			return
		}
		if k := r.complement(j); k >= 0 {
			r.mark(k, r.reach(i, k), c.modality)
		}
	case frameWant:
		if !r.passive(i) && !r.forQuestioning(j) && !r.dropped(j) {
			end := r.reach(i, j)
			for k := j; k < end; k++ {
				if n := r.numberSpan(k + 1); r.low(k) == "and" && n > k+1 && (r.tag(n) == "VBD" || r.tag(n) == "VBN") {
					end = k // "71 percent wanted him gone and 88 percent disapproved"
				}
			}
			r.mark(j, end, c.modality)
		}
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
		r.falseSubject(i, j)
	case frameVersion:
		if k := r.sayingAfter(j); k >= 0 {
			end := r.clauseEnd(k)
			for r.low(end) == "and" && modalWords["version"][r.low(end+1)] { // "gave the debt as £41m and said that 55 had left"
				end = r.clauseEnd(end + 1)
			}
			r.mark(k, end, c.modality)
		} else {
			r.falseAhead(j)
		}
	case frameIf:
		r.condition(i, j)
	case frameBeTo:
		if c.words[0] == "due" && (!r.passive(i) || strings.HasPrefix(r.tag(j), "NN") && !r.verbForm(j)) {
			return // "due to fire damage"
		}
		if k := r.bare(j); k >= 0 && !r.isNoun(i) {
			if w := r.low(i - 1); w == "that" || w == "who" || w == "which" {
				r.settleBefore(i-1, c.modality) // "the 260 jobs that are to go"
			}
			r.markClause(i, r.withTails(r.clauseEnd(j)), c.modality)
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
	case frameWhether:
		r.whether(j)
	case frameNone:
		r.noneThat(j, c.modality)
	case frameFace:
		r.faced(j)
	case frameCharge:
		end := r.clauseEnd(j)
		for k := j; k < end; k++ {
			if r.low(k) == "and" && r.isNumber(k+1) { // "eleven are suspected of fraud and three of theft"
				end = k
			}
		}
		r.mark(j, end, c.modality)
	case frameHearsay:
		r.hearsay(i, j)
	case frameNeed, frameOffer:
		if c.words[0] == "offer" && r.isNoun(i) {
			return
		}
		end, m := r.clauseEnd(j), c.modality
		if strings.HasSuffix(c.words[len(c.words)-1], "sees") && !r.ownOutlook(j) {
			m = Possible
		}
		if n := r.numberEnd(j); r.dealing(j, end, c.frame) || c.frame == frameOffer && n > j && (n >= len(r.toks) || isStop(r.low(n))) { // "offered 2"
			r.mark(j, end, m)
		}
	case frameCuts:
		if r.dealing(j, j+3, frameNeed) {
			r.mark(j, r.clauseEnd(j), c.modality) // "announced $3 million in aid"
		}
		for k := j; k < j+6 && k < len(r.toks); k++ {
			if modalWords["cuts"][r.low(k)] || r.low(k) == "losses" && r.low(k-1) == "job" {
				r.mark(j, k, c.modality)
			}
		}
	case frameComma:
		end := j
		for end < len(r.toks) && !isStop(r.low(end)) {
			end++
		}
		r.mark(j, end, c.modality)
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
	if r.toks[i].Text == "Should" && r.isNominal(j) { // "Should the talks fail, 5,000 will walk out"
		r.condition(i, j)
		return
	}
	m := c.modality
	if r.of[i] == Planned || c.frame == frameMust && r.low(r.verb(j)) == "be" {
		m = Planned
	}
	if r.negated(j) || r.low(r.verb(j)) == "have" { // "must have died" is a guess
		if v := r.verb(j); r.low(v) == "have" && r.low(i-1) == "that" && r.low(v+1) == "been" && r.isNumber(v+2) {
			r.mark(v+2, r.numberEnd(v+2), Possible) // "a profit of 87 million that should have been 106 million"
		} else if r.low(v) == "have" {
			r.mark(r.subject(i), r.clauseEnd(j), Possible)
		}
		return
	}
	if predictedVerb[r.low(r.verb(j))] { // "cases should reach 50,000"
		m = Possible
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
	if w := r.low(i - 1); (w == "that" || w == "which") && r.low(j) == "go" {
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
	case predictedVerb[r.low(v)]:
		r.mark(r.subject(i), r.clauseEnd(j), Possible)
	default:
		r.markClause(i, r.withTails(r.clauseEnd(j)), Planned)
	}
}

// markClause marks the subject of the verb group at token i and what follows up to token end, not an aside between them: "Schools,
// which have 900 pupils, will stay shut".
func (r *modalReader) markClause(i, end int, m Modality) {
	r.mark(r.subject(i), r.beforeAside(i), m)
	r.mark(i, end, m)
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

// sentTo reports where somebody is ordered to: "250 soldiers to the border".
func (r *modalReader) sentTo(j int) bool {
	for k := r.numberEnd(j); k < j+12 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.low(k) == "to" || r.low(k) == "into" {
			return r.tag(k+1) == "DT" || strings.HasPrefix(r.tag(k+1), "NNP")
		}
	}
	return false
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
	if r.low(v) == "like" {
		m = Demanded
	}
	end := r.clauseEnd(j)
	r.mark(r.subject(i), end, m)
	if rest := end + 1; m == Possible && r.low(end) == ";" && !r.finiteBetween(rest, r.clauseEnd(rest)) {
		r.mark(rest, len(r.toks), m) // "With the Greens it would have 26 seats; with the Liberals, 31."
	}
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
	r.mark(r.subject(i), r.clauseEnd(j), Possible)
}

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
	if modalWords["held"][r.low(i)] && !r.passive(i) && !r.reduced(j) && r.low(i-1) != "had" && r.low(i-2) != "had" && r.holdsSo(j) {
		return // "the service reckons that 120 houses burned": what it says
	}
	from, m := j, Possible
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
	if r.passive(i) || r.reduced(j) {
		from = r.subject(i)
	}
	if v := r.low(j + 1); strings.HasPrefix(r.low(i), "expect") && !r.passive(i) && r.low(j) == "to" && r.tag(j+1) == "VB" && modalWords["decided"][v] {
		m = Planned // "expects to drop another 118 flights": what it does itself
	}
	if r.ofScheme(i) && (strings.HasPrefix(r.low(i), "envisage") || strings.HasPrefix(r.low(i), "foresee")) {
		m = Planned
	}
	r.mark(from, r.clauseEnd(j), m)
}

// holdsSo reports that what somebody holds from token j on is so now or was so, and is not to come or merely likely.
func (r *modalReader) holdsSo(j int) bool {
	for k := j; k < r.clauseEnd(j); k++ {
		if r.tag(k) == "MD" || modalWords["likely"][r.low(k)] {
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

// poll marks the clause of a projection; beside "than" only the figures that it gives in brackets: "one less than in the projection (34)".
func (r *modalReader) poll(i, j int) {
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
	r.polled = true
	end := r.clauseEnd(j)
	for k := j; k < end; k++ {
		if r.low(k) == "as" && strings.HasPrefix(r.tag(k+1), "NNS") && r.low(k-1) != "such" {
			end = k // "Exit polls split as thousands queue"
		}
	}
	r.mark(r.subject(i), end, Possible)
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

// driving are verbs that taggers take for nouns where they open a headline's second half: "kills two, forces thousands to flee".
var driving = tell.Of("driving")

// verbForm reports whether token k is the plain form of a verb that the lexicon knows, whatever the tagger takes it for: "to close".
func (r *modalReader) verbForm(k int) bool {
	if t := r.tag(k); t != "NN" && t != "JJ" && t != "RB" {
		return false
	}
	for _, t := range terms[r.low(k)] {
		if (t.slot == objectSlot || t.slot == subjectSlot) && t.form == plainForm && len(t.tail) == 0 {
			return true
		}
	}
	return false
}

// headlineTo marks a title's "40 towns to vote again": a subject, no verb yet, then an infinitive.
func (r *modalReader) headlineTo() {
	for i := 1; i+1 < len(r.toks); i++ {
		named := i > 1 && r.toks[i-1].Text[0] >= 'A' && r.toks[i-1].Text[0] <= 'Z' && r.toks[i+1].Text[0] >= 'a' // "Northern Mills to close", a verb to the tagger
		if r.low(i) == "to" && !r.isNumber(i+1) && !r.properNoun(i+1) && (strings.HasPrefix(r.tag(i-1), "NN") || r.isNumber(i-1) || named) && (r.tag(i+1) == "VB" || r.tag(i+1) == "VBP" || r.verbForm(i+1)) {
			from := i
			for from > 0 && !isStop(r.low(from-1)) && r.low(from-1) != "and" && !(r.participle(from-1) && r.tag(from) == "IN") { // "five held over plot to steal"
				from--
			}
			last := i
			if named {
				last--
			}
			if !r.finiteBetween(from, last) && !driving[r.low(from)] {
				r.mark(from, r.clauseEnd(i+1), Planned)
			}
		}
	}
}

// properNoun reports a capitalised word in a headline whose other words are not all capitalised: the Kaya of "Thousands on the road to Kaya".
func (r *modalReader) properNoun(i int) bool {
	if c := r.toks[i].Text[0]; c < 'A' || c > 'Z' {
		return false
	}
	for k := range r.toks {
		if c := r.toks[k].Text[0]; k > 0 && len(r.toks[k].Text) > 3 && c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

// holdsTo reports what somebody insists on to be so and not to be done: "insisted on Monday that 40 had left", "insists on 23 cases".
func (r *modalReader) holdsTo(j int) bool {
	end := r.numberEnd(j)
	if end > j && (isStop(r.low(end)) || modalWords["victims"][r.low(end)]) { // "insisted on three": keeps to the figure; nobody asks for victims
		return true
	}
	for k := j; k < j+3; k++ {
		if r.low(k) == "that" {
			return k > j && !r.subjunctive(k+1)
		}
	}
	return false
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
