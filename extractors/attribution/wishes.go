package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// readWish reads a noun for a plan or demand: "the union's demand for 400 jobs", "its offer: four seats", "the firm's last
// offer was 4 percent", "the Relief Network appeal for 3 million", "the city has submitted a request for 40 buses".
func (r *reader) readWish(rule string, i int) bool {
	if r.isVerb(i) {
		return false
	}
	src, j := r.wisher(i)
	end := r.clauseEnd(j)
	if src.own || src.numeric || src.name == "" || src.kind == 0 && !src.place || !r.hasNumber(j, end) || !r.wished(i, j, end) {
		return false
	}
	if r.low(j) == "for" || r.low(j) == "of" {
		for k := j + 1; k < end; k++ {
			if r.isBe(k) && r.nominal(k-1) { // "the appeal for 3 million is 28% funded"
				end = k
			}
		}
	}
	start, _ := r.segment(i)
	for k := j + 1; k < end && r.tag(start) == "IN"; k++ {
		if r.low(k) == "," && r.ownClause(k+1, end) {
			end = k // "Despite the mayor's call to leave, 12 men stayed"
		}
	}
	if !r.hasNumber(j, end) {
		return false
	}
	r.emit(rule, "wanted", src, j, end)
	return true
}

// wisher returns whose plan or demand the noun at i is, and where what is wanted begins.
func (r *reader) wisher(i int) (source, int) {
	j, k := i+1, i-1
	for k > 0 && strings.HasPrefix(r.tag(k), "JJ") && r.name(k) == nil {
		k--
	}
	switch {
	case r.low(j) == "by":
		if to := r.after(j + 1); to > j+1 {
			return r.sourceOf(j+1, to), to
		}
	case r.tag(k) == "PRP$":
		if from, to, ok := r.subjectWith(k); ok {
			return r.sourceOf(from, to), j
		}
		return r.possessor(k), j
	case r.low(k) == "'s" || r.tag(k) == "POS":
		if from, to, ok := r.before(k); ok {
			return r.sourceOf(from, to), j
		}
	case k == i-1 && (r.is(k, group|body) || r.name(k) != nil) && r.low(j) == "for":
		if from, to, ok := r.before(i); ok {
			return r.sourceOf(from, to), j
		}
	case r.tag(k) == "DT" && (r.low(j) == "for" || r.low(j) == "on"): // "made a call on the firm to hire 75"
		if from, to, ok := r.subjectWith(k); ok {
			return r.sourceOf(from, to), j
		}
	}
	return source{own: true}, j
}

// subjectWith returns the subject of a verb before token k that utters the wish at k: "has launched [an appeal]".
func (r *reader) subjectWith(k int) (from, to int, ok bool) {
	if !r.is(k-1, utter) {
		return 0, 0, false
	}
	return r.subject(k - 1)
}

// wished reports whether what follows the noun at i from token j on is wanted: "for 40", ": 40", "…, tabled on Monday, was 40".
func (r *reader) wished(i, j, end int) bool {
	switch r.low(j) {
	case "to", "for", "of", ":", "that", ",":
		return true
	case "on":
		return strings.HasPrefix(r.low(i), "call")
	}
	for k := j; k < end && k < j+9; k++ {
		switch w := r.low(k); {
		case w == "is" || w == "was" || w == "remains" || w == "stands" || w == "stood":
			n := r.skipBound(k + 1)
			return r.isNumber(n)
		case r.stop(k):
			return false
		}
	}
	return false
}

// readReady reads what somebody is about to do: "The army is to send 500 soldiers", "The firm is ready to pay 6,500", and as a
// headline "Steel maker to cut 640 jobs".
func (r *reader) readReady() {
	for i := 1; i+2 < len(r.toks); i++ {
		if r.low(i) == "will" && r.has(i+1, pledges) {
			r.readPledge(i)
			continue
		}
		if r.low(i) != "to" || r.tag(i+1) != "VB" && r.tag(i+1) != "NN" && r.tag(i+1) != "VBP" || r.is(i+1, undergo) || r.low(i+1) == "be" || r.quoted[i] {
			continue
		}
		subject := r.readySubject(i)
		if subject < 0 {
			continue
		}
		from, to, ok := r.before(subject + 1)
		if r.low(subject) == "," {
			from, to, ok = r.overComma(subject)
		}
		if !ok || r.isNumber(from) || from > 0 && !r.stop(from-1) && !r.is(from-1, contrast|subordinate) && r.low(from-1) != "and" && r.low(from-1) != "that" || r.low(from-1) == "if" || r.low(from-1) == "unless" {
			continue // "if the union were to fail" plans nothing
		}
		src := r.sourceOf(from, to)
		end := r.actEnd(i + 1)
		if !src.creditable() && !(src.place && r.s.Field == extractors.Title) || src.kind == document || r.pronounInFrame(from, to) || !r.hasNumber(i+1, end) {
			continue
		}
		r.emit("ready", "wanted", src, i+1, end)
		r.keep(src)
	}
}

// readySubject returns the last token of who is about to do what follows "to" at token i, -1 where nobody is.
func (r *reader) readySubject(i int) int {
	k := i - 1
	switch r.low(k) {
	case "ready", "set", "willing", "prepared", "due", "about":
		k--
		for r.low(k) == "also" || r.low(k) == "now" || r.low(k) == "still" {
			k--
		}
		if !r.isBe(k) {
			return -1
		}
		return k - 1
	}
	for r.low(k) == "also" || r.low(k) == "now" {
		k--
	}
	if r.isBe(k) {
		return k - 1
	}
	if title := r.s.Field == extractors.Title || r.s.Kind == article.Heading; title && k == i-1 && r.sourceHead(k) && !r.finite(0, i) {
		return k
	}
	return -1
}

func (r *reader) isBe(k int) bool {
	switch r.low(k) {
	case "is", "are", "was", "were", "'s", "'re":
		return true
	}
	return false
}

// readDropped reads whose plan it is that somebody wants given up: "The union wants the council to drop a plan to cut 900
// jobs".
func (r *reader) readDropped(i int) bool {
	p := i + 1
	to := r.after(p)
	if to <= p || r.low(to) != "to" || !r.is(to+1, giveUp) {
		return false
	}
	for k := to + 2; k < to+7 && k < len(r.toks) && !r.stop(k); k++ {
		if !r.is(k, wantNoun) {
			continue
		}
		src, end := r.sourceOf(p, to), r.actEnd(k+1)
		if src.creditable() && r.hasNumber(k+1, end) {
			r.emit("dropped", "wanted", src, k+1, end)
			return true
		}
		return false
	}
	return false
}

// readPledge credits a body or a country with what it will do, as a headline or a report says in its own words.
func (r *reader) readPledge(i int) {
	from, to, ok := r.before(i)
	if !ok || from > 0 && !r.stop(from-1) && !r.is(from-1, contrast|subordinate) && r.low(from-1) != "and" {
		return
	}
	src := r.sourceOf(from, to)
	end := r.actEnd(i + 1)
	if r.low(end) == ":" && !r.finite(end, len(r.toks)) {
		end = r.clauseEnd(end) // "will pay 1.4 million: 900,000 to widows and 500,000 to orphans"
	}
	if src.own || src.numeric || src.kind != body || r.name(to-1) == nil && !(r.low(from) == "the" && to == from+2) || !r.hasNumber(i+1, end) || r.pronounInFrame(from, to) {
		return
	}
	r.emit("pledge", "wanted", src, i+1, end)
}

// readWanted reads what a source demands: "The union wants 400 jobs back".
func (r *reader) readWanted(rule string, i int) bool {
	if r.isVerb(i) && r.readDropped(i) {
		return true
	}
	at := i + 1
	if n := r.skipBound(at); strings.HasPrefix(r.low(i), "ask") && r.isNumber(n) {
		if to := r.askedTo(n); to > 0 {
			at = to // "is asking 95 shops to close early": nobody asks for shops
		}
	}
	return r.objectFrom(rule, "wanted", i, at, func(src *source, j, end int) bool {
		if f, _, _ := r.subject(i); strings.HasPrefix(r.low(i), "need") && (src.kind == document || src.speaker != "" || r.low(f) == "a" || r.low(f) == "an") {
			return false // "the plan needs 14 votes", "a party needs 31 seats", "Moreno needs 836 delegates to win"
		}
		return r.hasNumber(j, end) && r.low(j) != "questions" && r.low(j) != "about" && r.low(j) != "whether" && r.low(j) != "if" && !r.claimsLives(i, j)
	})
}

// askedTo returns where begins what those are asked to do whom the number at token n counts: "95 shops near the port to close"; 0 for none.
func (r *reader) askedTo(n int) int {
	for k := n + 1; k < n+8 && k < len(r.toks) && !r.stop(k); k++ {
		if r.low(k) == "to" && r.tag(k+1) == "VB" {
			return k
		}
	}
	return 0
}

// readPlanned reads what a source plans or promises: "The agency plans to feed 9,000 people".
func (r *reader) readPlanned(rule string, i int) bool {
	if r.is(i, ing) && r.is(i, that) && (r.low(i-1) == "by" || r.low(i-1) == ",") {
		return r.readPromising(rule, i)
	}
	return r.object(rule, "wanted", i, func(src *source, j, end int) bool {
		if !r.hasNumber(j, end) {
			return false
		}
		if strings.HasPrefix(r.low(i), "vote") {
			return r.low(j) == "to" || r.low(j) == "that"
		}
		if r.has(i, binds) {
			if n := r.pastNumber(r.skipBound(j)); r.is(n, day) && r.low(n+1) == "of" {
				return true // "ordered three days of mourning"
			}
			for k := j; k < end && k < j+10; k++ {
				if r.low(k) == "to" || r.low(k) == "that" {
					return true
				}
			}
			return false
		}
		return true
	})
}

// readPromising reads a promise told of beside another act: "has rallied thousands by promising to hire 900".
func (r *reader) readPromising(rule string, i int) bool {
	from, to, ok := r.shared(i)
	end := r.actEnd(i + 1)
	if !ok || !r.hasNumber(i+1, end) || r.low(i+1) != "to" && !r.thatClause(i+1) {
		return false
	}
	src := r.sourceOf(from, to)
	if !src.creditable() {
		return false
	}
	r.emit(rule, "wanted", src, i+1, end)
	return true
}

// readOrders reads "X gave orders that each family should receive 40 bags".
func (r *reader) readOrders(rule string, i int) bool {
	if r.low(i+1) != "orders" && r.low(i+1) != "instructions" && r.low(i+1) != "assurances" && r.low(i+1) != "notice" {
		return false
	}
	return r.object(rule, "wanted", i, func(src *source, j, end int) bool { return r.hasNumber(j, end) })
}
