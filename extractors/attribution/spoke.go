package attribution

import "strings"

// Verbs that tell with a preposition: "spoke of", "insisted on", "stands by".

// readSpeak reads a verb that tells with a preposition: "Police now speak of 15 arrests", "insisted on three", "stands by 34".
func (r *reader) readSpeak(rule string, i int) bool {
	if r.readCalls(i) {
		return true
	}
	if strings.HasPrefix(r.low(i), "appeal") && r.low(i+1) == "to" { // "appealed to the government for 5 million"
		if at := r.after(i + 2); at > i+2 && r.low(at) == "for" {
			return r.objectFrom(rule, "wanted", i, at, func(_ *source, j, end int) bool { return r.hasNumber(j, end) })
		}
	}
	if at := r.adverbial(i + 1); at > i+1 && r.tellsWith(i, r.low(at)) && r.low(at) == "of" && r.isNumber(r.skipBound(at+1)) {
		return r.objectFrom(rule, "said", i, at, func(_ *source, j, end int) bool { return r.hasNumber(j, end) }) // "spoke late last night of 13 dead"
	}
	if w := r.low(i + 2); r.low(i+1) == "at" && (w == "least" || w == "most") || !r.tellsWith(i, r.low(i+1)) && !r.tollAt(i+1) && !r.standsAt(i) {
		return false // "shareholders own at least 60 percent"
	}
	if w := r.low(i); (w == "knew" || w == "knows") && r.credited(0, i) {
		return false // "a memo shows the firm knew of 17": who knows has not told it
	}
	n := r.skipBound(i + 2)
	for r.low(i+1) == "by" && r.isNumber(n) {
		n++
	}
	if r.low(i+1) == "by" && r.nominal(n) && !r.is(n, figure) {
		return false // "villagers stood by 40 coffins"
	}
	return r.object(rule, "said", i, func(src *source, j, end int) bool { return r.hasNumber(j, min(end, j+14)) })
}

// readCalls notes who speaks a quotation that names something: "called it “the worst day in 61 years”".
func (r *reader) readCalls(i int) bool {
	if !strings.HasPrefix(r.low(i), "call") || !r.isVerb(i) || r.is(i, ing) {
		return false
	}
	q := r.after(i + 1)
	if q == i+1 || q > i+5 || q >= len(r.toks) || r.low(q) != "\"" {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok {
		return false
	}
	src := r.sourceOf(from, to)
	if !src.creditable() {
		return false
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: -1})
	return true
}

// tollAt reports "at 23 dead" at token k: somebody's toll, not what he owns or polls.
func (r *reader) tollAt(k int) bool {
	n := r.skipBound(k + 1)
	if r.low(k) != "at" || !r.isNumber(n) {
		return false
	}
	n = r.pastNumber(n)
	return r.is(n, toll) && !r.nominal(n+1)
}

// tellsWith reports whether the verb at i tells something with a preposition: "speak of", not "speak for" those whom one represents,
// nor "stands at".
func (r *reader) tellsWith(i int, preposition string) bool {
	w := r.low(i)
	if only := tellsOnlyWith[w]; only != "" && only != preposition {
		return false
	}
	stands := strings.HasPrefix(w, "sta") || w == "stood"
	switch preposition {
	case "by":
		return w == "stand" || w == "stands" || w == "stood" || w == "sticks" || w == "stuck"
	case "to":
		switch w {
		case "pointed", "points", "stuck", "sticks", "sticking", "referred", "alluded":
			return true
		case "holds", "hold", "held", "clings", "cling", "clung": // "The firm holds to 540"
			return r.bareFigure(i + 2)
		case "come", "comes", "came": // "the union's list comes to 283"
			from, to, ok := r.subject(i)
			return ok && r.is(r.coreEnd(from, to)-1, document|figure) && !r.signatures(i+2)
		}
		return r.owns(i)
	case "at":
		return !stands && (tellsOnlyWith[w] == "" || r.arrivesAt(i))
	case "for":
		if strings.HasPrefix(w, "account") {
			return r.low(i-2) == "able" // white voters account for half, and tell nothing
		}
		if strings.HasPrefix(w, "settle") {
			return r.isNumber(r.skipBound(i + 2))
		}
		return !stands && !strings.HasPrefix(w, "speak") && w != "spoke"
	case "of", "on", "about":
		return !stands
	}
	return false
}

// tellsOnlyWith are verbs that tell a figure with one preposition alone.
var tellsOnlyWith = map[string]string{
	"come": "to", "comes": "to", "came": "to", "hold": "to", "holds": "to", "held": "to", "cling": "to", "clings": "to", "clung": "to",
	"write": "of", "writes": "of", "wrote": "of",
	"arrive": "at", "arrives": "at", "arrived": "at", "arriving": "at",
}

// arrivesAt reports a figure that somebody arrives at by the verb at token i: "arrives at 61,400 boats", "arrived at another figure: 24"; no
// place and no clock time.
func (r *reader) arrivesAt(i int) bool {
	for n := i + 2; n < i+6; n++ {
		if r.is(n, figure) {
			return true
		}
	}
	n := r.skipBound(i + 2)
	if w := r.low(n - 1); w == "$" || w == "€" || w == "£" || r.isNumber(n) && (r.low(n+1) == "million" || r.low(n+1) == "billion" || r.low(n+1) == "percent" || r.low(n+1) == "%") {
		return true
	}
	return (r.is(i, present) || r.bareFigure(i+2)) && r.isNumber(n) && len(r.toks[n].Text) > 2 && !strings.ContainsAny(r.toks[n].Text, ":.")
}
