package claim

import "strings"

// apply marks the scope of the cue in tokens [i,j).
func (r *modalReader) apply(c *modalCue, i, j int) {
	if r.attributive(c, i, j) || r.wanted(c, i, j) {
		return
	}
	switch c.frame {
	case frameRight:
		r.right(c, i, j)
	case frameBoth:
		r.both(c, i, j)
	case frameLeft:
		if r.tag(i-1) == "VBN" && !isBe(r.low(i-2)) {
			return // "300 officers were sent to villages considered at risk"
		}
		r.mark(r.subject(i), i, c.modality)
	case frameScheme:
		if r.ofScheme(i) {
			r.mark(j, r.clauseEnd(j), c.modality)
		}
	case frameDeed:
		r.deed(c, j)
	case frameTo:
		r.infinitive(c, i, j)
	case frameWant:
		r.want(c, i, j)
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
		r.version(c, j)
	case frameIf:
		r.condition(i, j)
	case frameBeTo:
		r.beTo(c, i, j)
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
		r.charge(c, j)
	case frameHearsay:
		r.hearsay(i, j)
	case frameNeed, frameOffer:
		r.offer(c, i, j)
	case frameCuts:
		r.cuts(c, i, j)
	case frameComma:
		r.upToComma(c, j)
	}
}

// right marks what stands behind the cue, as far as it reaches.
func (r *modalReader) right(c *modalCue, i, j int) {
	if c.words[0] == "chance" && r.low(i-1) == "no" {
		return // "with no chance of parole for 25 years"
	}
	if c.words[len(c.words)-1] == "to" && strings.HasPrefix(r.tag(i), "NN") && (r.isNumber(j) || bounds(r.toks, j)) {
		return // "bringing its total for the campaign to nearly $90 million"
	}
	if strings.HasPrefix(c.words[0], "rule") && c.modality == Denied && modalWords["disbelief"][r.low(i-1)] {
		r.mark(j, r.reach(i, j), Possible) // "did not rule out cutting 100 more"
		return
	}
	if c.modality == Planned && r.low(i-1) == "no" && strings.HasPrefix(c.words[0], "plan") {
		for k := j; k < j+5 && k < len(r.toks) && !isStop(r.low(k)); k++ {
			if r.isNumber(k) && r.tag(k-1) != "DT" && r.tag(k-1) != "PRP$" { // but "no plan to close its 12 shops"
				r.settle(k, Denied)
				return
			}
		}
		return
	}
	if strings.HasPrefix(c.words[0], "call") && c.words[len(c.words)-1] == "to" && (!strings.HasPrefix(r.tag(i), "NN") || r.bare(j) < 0) {
		return // "calls to 12 homes"
	}
	if c.words[0] == "requested" || c.words[0] == "sought" || c.words[0] == "demanded" {
		if r.requestedBy(i, j) {
			return
		}
	}
	if strings.HasPrefix(c.words[0], "swear") && r.tag(j) != "VB" {
		return // "swears to 12 dead"
	}
	if modalWords["hunt"][c.words[0]] && r.hunts(j) || strings.HasPrefix(c.words[0], "weigh") && r.weighs(j) {
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
	end = r.addressed(j, end)
	if k := r.purpose(j, end); m == Demanded && (c.words[len(c.words)-1] == "for" || strings.HasPrefix(c.words[0], "seek")) && k > 0 {
		r.mark(k, end, Planned)
		end = k
	}
	r.mark(j, end, m)
}

// both marks the whole clause.
func (r *modalReader) both(c *modalCue, i, j int) {
	if r.low(i) == "likely" && (r.tag(i-1) == "PRP$" || r.tag(i-1) == "DT") && strings.HasPrefix(r.tag(j), "NN") {
		return // "with her likely partners"
	}
	if c.words[0] == "going" && (r.tag(j) == "DT" || strings.HasPrefix(r.tag(j), "NNP")) {
		return // "voters in six states going to the polls"
	}
	if len(c.words) == 1 && modalWords["hedge"][r.low(i)] {
		if end := r.numberEnd(j); end > j {
			r.mark(j, end, c.modality) // "perhaps 40 of the 300"
			return
		}
		if r.low(i-1) == "," && r.asideOf(j) {
			return // "and, perhaps most important, wages rose 4 percent"
		}
	}
	if r.comparedLikely(i) || r.low(i) == "likely" && len(c.words) == 1 && !r.passive(i) && (r.tag(j) == "JJ" || strings.HasPrefix(r.tag(j), "NN")) {
		return // "28 percent of likely voters"
	}
	if c.words[len(c.words)-1] == "from" && (timeWord[r.low(j)] || r.tag(j) != "NNP") { // "rain is expected from Tuesday"
		r.belief(i+len(c.words)-2, i+len(c.words)-1)
		return
	}
	r.markClause(i, r.addressed(j, r.clauseEnd(j)), c.modality)
}

// infinitive marks what somebody is to do: "asked the firm to free 300".
func (r *modalReader) infinitive(c *modalCue, i, j int) {
	if r.dropped(j) {
		return
	}
	if strings.HasPrefix(c.words[0], "order") && r.deed(c, j) {
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
}

// deed marks an act that stands as a noun behind the cue, "the withdrawal of 2,000 soldiers", and reports whether one does; of money that is
// allotted what it is for.
func (r *modalReader) deed(c *modalCue, j int) bool {
	for k := j; k < j+4 && k+1 < len(r.toks) && r.isNominal(k) && !r.isNumber(k); k++ {
		if modalWords["deed"][r.low(k)] && r.low(k+1) == "of" {
			if r.sinceDone(r.clauseEnd(k + 2)) {
				return true
			}
			r.mark(k+2, r.clauseEnd(k+2), c.modality)
			return true
		}
	}
	if end := r.clauseEnd(j); r.dealing(j, end, frameNeed) {
		if k := r.purpose(j, end); k > 0 {
			r.mark(k, end, c.modality) // "has set aside $50 million to rebuild 800 homes"
		}
	}
	return false
}

// sinceDone reports that an act, told up to token k, was done since: "the building of 12 schools, which opened last year", "the evacuation of 300;
// they left on Monday".
func (r *modalReader) sinceDone(k int) bool {
	if k+2 >= len(r.toks) || !isStop(r.low(k)) {
		return false
	}
	switch w := r.low(k + 1); {
	case w == "which", w == "who", w == "they", w == "all", w == "and" && r.low(k) == ",":
		for k += 2; k < len(r.toks) && !isStop(r.low(k)); k++ {
			switch t := r.tag(k); {
			case t == "VBD" && r.low(k) != "would" && r.low(k) != "could":
				return true
			case t == "MD" || t[0] == 'V':
				return false
			}
		}
	}
	return false
}

// want marks the object of a wish.
func (r *modalReader) want(c *modalCue, i, j int) {
	if !r.passive(i) && !r.forQuestioning(j) && !r.dropped(j) {
		end := r.reach(i, j)
		if r.wantsOn(end) {
			end = r.clauseEnd(end + 1)
		}
		for k := j + 1; k < end; k++ {
			if w := r.low(k); modalWords["relative"][w] {
				break
			} else if (isBe(w) || w == "has" || w == "had") && r.isFinite(k) {
				end = k // "the share of those who want a ban is 40 percent"
			}
		}
		for k := j; k < end; k++ {
			if n := r.numberSpan(k + 1); r.low(k) == "and" && n > k+1 && r.low(n-1) == "percent" && (r.tag(n) == "VBD" || r.tag(n) == "VBN") {
				end = k // "71 percent wanted him gone and 88 percent disapproved"
			}
		}
		r.mark(j, end, c.modality)
	}
}

// wantsOn reports that what is wanted to be done goes on behind "and" at token end: "12 hostages released and 40 prisoners freed".
func (r *modalReader) wantsOn(end int) bool {
	done := func(k int) bool {
		return r.tag(k) == "VBN" || strings.HasPrefix(r.tag(k), "VB") && strings.HasSuffix(r.low(k), "ed")
	}
	n := r.numberSpan(end + 1)
	return r.low(end) == "and" && done(end-1) && n > end+1 && r.low(n-1) != "percent" && done(n) && isStop(r.low(n+1)) && !modalWords["of-itself"][r.low(n)]
}

// version marks what an earlier version said.
func (r *modalReader) version(c *modalCue, j int) {
	if k := r.sayingAfter(j); k >= 0 {
		end := r.clauseEnd(k)
		for r.low(end) == "and" && modalWords["version"][r.low(end+1)] { // "gave the debt as £41m and said that 55 had left"
			end = r.clauseEnd(end + 1)
		}
		r.mark(k, end, c.modality)
	} else {
		r.falseAhead(j)
	}
}

// beTo marks the clause of "is to", "are due to".
func (r *modalReader) beTo(c *modalCue, i, j int) {
	if c.words[0] == "due" && (!r.passive(i) || strings.HasPrefix(r.tag(j), "NN") && !r.verbForm(j)) {
		return // "due to fire damage"
	}
	if k := r.bare(j); k >= 0 && !r.isNoun(i) {
		if w := r.low(i - 1); w == "that" || w == "who" || w == "which" {
			r.settleBefore(i-1, c.modality) // "the 260 jobs that are to go"
		}
		r.markClause(i, r.withTails(r.clauseEnd(j)), c.modality)
	}
}

// charge marks what somebody is charged with, up to the next number.
func (r *modalReader) charge(c *modalCue, j int) {
	end := r.clauseEnd(j)
	for k := j; k < end; k++ {
		if r.low(k) == "and" && r.isNumber(k+1) { // "eleven are suspected of fraud and three of theft"
			end = k
		}
	}
	r.mark(j, end, c.modality)
}

// offer marks a sum or a number that is needed, sought or offered.
func (r *modalReader) offer(c *modalCue, i, j int) {
	if c.words[0] == "offer" && r.isNoun(i) {
		return
	}
	end, m := r.clauseEnd(j), c.modality
	if strings.HasSuffix(c.words[len(c.words)-1], "sees") && !r.ownOutlook(j) {
		m = Possible
	}
	if n := r.numberEnd(j); r.dealing(j, end, c.frame) || c.frame == frameOffer && n > j && (n >= len(r.toks) || isStop(r.low(n))) { // "offered 2"
		if k := r.purpose(j, end); m == Demanded && k > 0 {
			r.mark(k, end, Planned) // "needs $6 million to feed 40,000 people"
			end = k
		}
		r.mark(j, end, m)
	}
}

// cuts marks announced cuts and aid.
func (r *modalReader) cuts(c *modalCue, i, j int) {
	if r.dealing(j, j+3, frameNeed) {
		r.mark(j, r.clauseEnd(j), c.modality) // "announced $3 million in aid"
	}
	if k := i - 1; modalWords["cuts"][r.low(k)] && r.tag(i) != "VBZ" && !r.carriedOut(j) {
		r.settleBefore(i, c.modality) // "the 1,200 redundancies announced on Tuesday"
	}
	for k := j; k < j+6 && k < len(r.toks); k++ {
		if modalWords["cuts"][r.low(k)] || r.low(k) == "losses" && r.low(k-1) == "job" {
			r.mark(j, k, c.modality)
		}
	}
}

// carriedOut reports that the clause from token j on says that what was announced is done: "announced last year are done".
func (r *modalReader) carriedOut(j int) bool {
	for k := j; k < j+10 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if w := r.low(k); isBe(w) || w == "have" || w == "has" {
			for k++; isBe(r.low(k)) || r.tag(k) == "RB" && r.low(k) != "not"; k++ {
			}
			return modalWords["carried-out"][r.low(k)]
		}
	}
	return false
}

// upToComma marks what stands between the cue and the next stop.
func (r *modalReader) upToComma(c *modalCue, j int) {
	end := j
	for end < len(r.toks) && !isStop(r.low(end)) {
		end++
	}
	r.mark(j, end, c.modality)
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
