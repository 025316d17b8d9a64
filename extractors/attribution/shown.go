package attribution

// What a paper, a poll or a film shows, and what somebody has published.

// readShown reads "records show 14 deaths", "a video released by X shows six cars".
func (r *reader) readShown(rule string, i int) bool {
	f, t, _ := r.subject(i)
	return r.object(rule, "document", i, func(src *source, j, end int) bool {
		if w := r.low(i); (w == "has" || w == "had" || w == "have") && (!r.isNumber(r.skipBound(j)) || r.signatures(j)) {
			return false
		}
		if r.is(i, give) && !r.hasNumber(j, min(end, j+8)) {
			return false // "the agreement gave her access to a list of the names of 200 men"
		}
		made := r.low(f-1) == "by" && r.is(f-2, publish) && r.is(f-3, document) // "a video posted by X"
		made = made || r.is(t-1, document) && src.kind == body                  // "the agency's website"
		found := r.low(i) == "found" && r.probes(f, t) && r.low(j) != "that"
		return (src.kind == document || made || found) && r.hasNumber(j, end) || src.kind == body && r.is(i-1, figure)
	})
}

// probes reports that tokens [from,to) end in those whose trade is to find, or in a body of that trade: "auditors", "the inspection department".
func (r *reader) probes(from, to int) bool {
	return r.is(to-1, prober) || to-2 >= from && r.is(to-2, prober) && r.is(to-1, body)
}

// readShowing reads a participle behind its document: "a poll showing her at 14 percent", "with the survey finding that 45 percent".
func (r *reader) readShowing(rule string, i int) bool {
	if !r.is(i, ing) || !r.is(i, that) && !r.is(i-1, asked) || !r.is(i-1, document|figure) || r.isVerb(i-1) {
		return false
	}
	from, to, ok := r.before(i)
	if !ok {
		return false
	}
	for k := to - 1; k > from; k-- {
		if r.low(k) == "of" {
			from = k + 1 // "the wake of [a poll] showing her at 14 percent"
			break
		}
	}
	src := r.sourceOf(from, to)
	end := r.actEnd(i + 1)
	for k := i + 2; k < end; k++ {
		if r.low(k) == "," && (r.finiteAt(k+1) || r.ownClause(k+1, end) && r.low(from-1) != "with") {
			end = k // "in the wake of a poll showing her at 14 percent, told the paper that"
		}
	}
	if !src.creditable() || !r.hasNumber(i+1, end) {
		return false
	}
	r.emit(rule, "document", src, i+1, end)
	return true
}

// signatures reports what a paper bears, not what it tells: "has 62,000 signatures".
func (r *reader) signatures(j int) bool { return r.has(r.pastNumber(r.skipBound(j)), borne) }

// readPublished reads a participle with its agent: "14 deaths verified by the office".
func (r *reader) readPublished(rule string, i int) bool {
	if !r.is(i, past) || r.low(i+1) != "by" {
		return false
	}
	from := i + 2
	to := r.after(from)
	for n := from + 1; n < to && r.is(i, plan|want); n++ {
		if r.low(n) == "for" && r.name(n) == nil {
			to = n // "promised by the ministry for tips"
		}
	}
	if from >= to {
		return false
	}
	k := i - 1
	for k >= 0 && (r.is(k, aux|adverb) || r.tag(k) == "RB") {
		k--
	}
	src := r.sourceOf(from, to)
	if !src.creditable() || r.is(k, figure|document) && !r.hasNumber(max(0, k-6), k+1) {
		return false
	}
	if r.low(k) == "as" && k == 0 && r.low(to) == "," { // "As reported by the union, 12 boats are lost"
		r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "reported", src, to+1, r.saidEnd(to+1))})
		return true
	}
	if r.low(k) == "as" && r.low(k-1) == "," { // "62 litres leaked, as measured by the union"
		k, _ = r.segment(i)
	}
	for k > 0 && !r.stop(k-1) {
		k--
	}
	end := to
	if r.is(i, plan|want) && r.low(to) == "for" {
		end = r.actEnd(to)
	}
	if !r.hasNumber(k, i) && !r.hasNumber(to, end) {
		return false
	}
	if r.low(0) == "of" && k == 0 && r.low(to) == "," {
		end = r.clauseEnd(to) // "Of the 52 dead documented by the UN, 30 were boatmen"
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "counted", src, k, end)})
	return true
}
