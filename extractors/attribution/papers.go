package attribution

import "strings"

// readInDocument reads a document set before what it says: "In a letter seen by X, 26 pilots had warned".
func (r *reader) readInDocument() {
	if r.low(0) != "in" && r.low(0) != "on" && r.low(0) != "under" {
		return
	}
	if r.readThere() {
		return
	}
	c := r.index(",", 1)
	if c < 2 || c > 20 {
		return
	}
	to := r.after(1)
	if end := r.timeless(c-1) + 1; end < c && r.is(end-1, document) && end > 2 { // "In a poll [last month]", "In a survey [released on Monday]"
		to = min(to, end)
	} else if r.finite(0, c) {
		return
	}
	if to > c {
		return
	}
	if n := r.after(c + 1); r.low(n) == "," && r.low(n+1) == "and" {
		return // "On his website, Lumewars, and on 100 stations, he …"
	}
	core := r.coreEnd(1, to)
	if core == 2 && r.low(1) == "paper" {
		return // "On paper, 40 were there": nobody's paper
	}
	if !r.is(core-1, document) || r.name(core-1) != nil && !r.is(core-1, asked) || r.is(core-1, day) {
		return
	}
	for n := range r.frames {
		if f := &r.frames[n]; f.verb > c && !r.hasNumber(f.from, f.to) && !r.is(f.verb, aux) {
			return
		}
	}
	if f := r.after(c + 1); !r.is(core-1, asked) && r.author(core, to) == "" && f > c+1 && !r.hasNumber(c+1, f) && r.sourceHead(f-1) && r.finiteAt(f) {
		return // "In a statement, the airline apologised": the words of who acts
	}
	src := r.sourceOf(1, to)
	if src.own || src.kind == 0 || !r.hasNumber(c, len(r.toks)) {
		return
	}
	from := c + 1
	if r.author(core, to) == src.name {
		from = 1 // its sample too: "in a poll of 900 people by X"
	}
	end := r.saidEnd(c + 1)
	if r.low(0) == "under" {
		end = r.actEnd(c + 1) // what it provides, not what else is told
	}
	r.emit("in-document", "document", src, from, end)
}

// readThere reads what stands in somebody's list, with nothing between them: "On the union's list there are 1,120", "In the official record they became 101".
func (r *reader) readThere() bool {
	to := r.after(1)
	core := r.coreEnd(1, to)
	if to < 3 || !r.is(core-1, document|figure) && !(r.low(0) == "on" && r.low(core-1) == "channel") {
		return false
	}
	if w := r.low(to); w != "there" && w != "they" && w != "it" {
		return false
	}
	v := to + 1
	switch r.low(v) {
	case "is", "are", "was", "were", "became", "become", "stand", "stands", "stood":
	default:
		return false
	}
	for v++; r.is(v, adverb) || r.low(v) == "at"; v++ {
	}
	if !r.isNumber(r.skipBound(v)) {
		return false
	}
	src := r.sourceOf(1, to)
	for k := 1; k < core; k++ {
		if r.low(k) == "'s" || r.tag(k) == "POS" {
			src = r.sourceOf(1, k)
			break
		}
	}
	if src.own || src.name == "" || src.numeric {
		return false
	}
	r.emit("in-document", "document", src, v, r.actEnd(v))
	return true
}

// issuerOf returns whose document tokens [core,to) name behind "of", "by" or "from": "Report of the air force: 36 drones".
func (r *reader) issuerOf(core, to int) source {
	if w := r.low(core); core+1 < to && (w == "of" || w == "by" || w == "from") {
		return r.sourceOf(core+1, to)
	}
	return source{own: true}
}

// readIssued reads figures behind a colon that somebody's paper holds: "The ministry put out a bulletin of its own: 35 infected, 15 dead".
func (r *reader) readIssued() {
	c := r.index(":", 4)
	if c < 0 || !r.hasNumber(c, len(r.toks)) || r.hasNumber(0, c) {
		return
	}
	for d := c - 1; d > 2 && d > c-5; d-- {
		if !r.is(d, document) || r.name(d) != nil {
			continue
		}
		for v := d - 1; v > 0 && v > d-5; v-- {
			if !r.is(v, publish) || !r.finiteAt(v) {
				continue
			}
			if from, to, ok := r.subject(v); ok {
				if src := r.sourceOf(from, to); src.creditable() && src.kind != document {
					r.emit("issued", "document", src, c+1, r.clauseEnd(c))
					r.keep(src)
				}
			}
			return
		}
	}
}

// readByReport reads somebody's paper at the end of a clause, with "by" at token i: "…, by the ministry's situation report no. 7".
func (r *reader) readByReport(i int) bool {
	end := r.after(i + 1)
	if r.isNumber(end) && r.is(end+1, document) {
		end += 2 // "the UN's 06:00 bulletin"
	}
	for k := i + 2; k < end; k++ {
		if r.low(k) != "'s" && r.tag(k) != "POS" {
			continue
		}
		head := end - 1
		if w := strings.TrimSuffix(r.low(head), "."); (w == "no" || w == "number") && head > k+1 {
			head--
		}
		if !r.is(head, document) || !r.hasNumber(0, i) {
			return false
		}
		src := r.sourceOf(i+1, k)
		if !src.creditable() {
			return false
		}
		start, _ := r.segment(i)
		r.emit("by-report", "according", src, start, end)
		r.keep(src)
		return true
	}
	return false
}

// readOfficial credits a record that nobody owns: "6,300 died by the official record", "By one estimate 60 percent are old".
func (r *reader) readOfficial() {
	for i := 0; i+2 < len(r.toks); i++ {
		if r.low(i) != "by" {
			continue
		}
		from := i + 1
		if r.low(from) == "the" {
			from++
		}
		if r.low(from) != "official" && !(r.low(i+1) == "one" && i == 0) || !r.is(from+1, figure|document) {
			continue
		}
		src := source{name: r.words(from, from+2), kind: document, evidence: r.evidence(from, from+2), sentence: r.s.Index}
		if start, end := r.segment(i); i == start {
			r.emit("official", "according", src, start, r.clauseEnd(from+2))
		} else if r.hasNumber(start, i) && (from+2 >= end || r.stop(from+2)) {
			r.emit("official", "according", src, start, from+2)
		}
	}
}

// firstSay returns the verb with which those speak who open the clause in tokens [from,to), 0 for none.
func (r *reader) firstSay(from, to int) int {
	for k := from + 1; k < min(to, from+8) && !r.stop(k); k++ {
		if r.is(k, say) && r.finiteAt(k) {
			return k
		}
	}
	return 0
}

// pollsBy reports a lead behind the survey that ends before token k: "trails in the poll [by nine points]", "in a poll of the union's, [by 12
// points]".
func (r *reader) pollsBy(k int) bool {
	for n := k; n < k+8; n++ {
		if r.low(n) == "by" {
			return r.shareAt(n + 1)
		}
		if r.finiteAt(n) || r.stop(n) && r.low(n) != "," {
			return false
		}
	}
	return false
}

// readPolled credits a survey that stands behind its figures: "She had 38 percent support in a Harbour Radio poll", "fell to 39 percent in
// Monday's survey".
func (r *reader) readPolled() {
	last := 0 // where the survey before ends
	for d := 3; d < len(r.toks); d++ {
		if !r.is(d, asked) || r.isVerb(d) || strings.HasPrefix(r.tag(d+1), "NN") && r.is(d, ing) {
			continue
		}
		from := d
		for r.low(from-1) != "in" && (r.nominal(from-1) || r.low(from-1) == "/") {
			from--
		}
		if r.low(from-1) != "in" || from < 3 || r.low(from) == "the" && from == d-1 && r.low(d) == "polls" { // "trails in the polls", nobody's
			continue
		}
		switch r.low(from - 2) {
		case "forecast", "forecasts", "estimate", "estimates", "expectations", "consensus", "prediction", "predictions":
			continue // "well above the average forecast in a poll": of that no figure is given
		}
		start, end := r.segment(d)
		start = max(start, last)
		for k := from - 1; k > start; k-- {
			if r.stop(k) && r.low(k) != "-" && r.hasNumber(k, from) && (r.low(k) != "," || r.finite(k, from)) {
				start = k + 1
				break
			}
		}
		answer := r.isNumber(r.skipBound(start)) && r.is(d+1, say) && r.finiteAt(d+1) // "Some 20 percent of people in a recent poll said yes"
		level := (r.isBe(d+1) || strings.HasPrefix(r.low(d+1), "st")) && r.low(d+2) == "at" && r.hasNumber(d+3, d+8)
		level = level || r.pollsBy(d+1)
		if v := r.firstSay(start, from); v > 0 && r.isNumber(r.skipBound(start)) && r.low(d+1) != "that" {
			answer = true // "Some 60 percent said no in a poll of May"
		}
		if !answer && (!r.hasNumber(start, from-1) && !level || r.tells(start, end, say|tell|show)) {
			continue
		}
		src := r.sourceOf(from, d+1)
		if src.creditable() {
			r.emit("polled", "document", src, start, r.saidEnd(d))
			last = d + 1
		}
	}
}
