package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// Tolls are told beside each other, and then much is left out: "The mayor's toll is 31. The union stood at 64, that of the navy at 70."

// readStood reads where a body's toll is, after another's: "The mayor's toll is 31. The Harbour Union stopped at 23."
func (r *reader) readStood() {
	for i := 1; i+2 < len(r.toks); i++ {
		if p := r.low(i + 1); !r.is(i, level) && !r.isBe(i) || p != "at" && (p != "from" || r.isBe(i)) {
			continue
		}
		n := r.skipBound(i + 2)
		end := r.pastNumber(n)
		if r.is(end, toll) {
			end++
		}
		if !r.isNumber(n) || !r.counting() || end < len(r.toks) && !r.stop(end) && r.low(end) != "and" && r.low(end) != "or" && r.low(end) != "by" {
			continue
		}
		k := i
		for k > 0 && (r.is(k-1, aux|adverb) || r.tag(k-1) == "RB") {
			k--
		}
		from, to, ok := r.before(k)
		if !ok || from > 0 && !r.stop(from-1) && !r.is(from-1, contrast|day) && r.low(from-1) != "and" {
			continue
		}
		if src := r.sourceOf(from, to); src.creditable() && (src.kind == body || src.kind == group) {
			r.emit("stood", "counted", src, i+2, end)
			r.keep(src)
		}
	}
}

// counting reports that somebody counted, and polled no share, in the sentence before.
func (r *reader) counting() bool {
	if r.s.Index == 0 || r.memory.counted.name == "" || r.memory.now-r.memory.counted.sentence > 1 || r.doc.Sentences[r.s.Index-1].Block != r.s.Block {
		return false
	}
	counts := false
	for n := len(r.credits) - 1; n >= 0 && r.credits[n].Sentence == r.s.Index-1 && !counts; n-- {
		counts = r.credits[n].Kind == "counted"
	}
	for _, t := range r.doc.Sentences[r.s.Index-1].Tokens {
		switch t.Lower {
		case "percent", "%", "cent", "points", "seats", "votes", "delegates":
			return false
		}
		counts = counts || words[t.Lower]&(count|document|figure|toll) != 0
	}
	return counts
}

// standsAt reports a body whose own toll is compared with the one of the sentence before: "The mayor's toll is 31. The union stood at 64."
func (r *reader) standsAt(i int) bool {
	n := r.skipBound(i + 2)
	if r.low(i+1) != "at" || !r.isNumber(n) || !r.counting() {
		return false
	}
	from, to, ok := r.subject(i)
	n = r.pastNumber(n)
	return ok && r.bodyAt(from, to) != "" && (n >= len(r.toks) || r.stop(n))
}

// elidedVerb returns where the figure begins behind a verb at token q with which somebody's figure is told without its noun, after another's: "The mayor's
// toll is 31. The union's [was] 43"; 0 for none.
func (r *reader) elidedVerb(q int) int {
	n := q
	switch r.low(q) {
	case "is", "was":
		n++
	case "stands", "stood":
		if r.low(q+1) != "at" {
			return 0
		}
		n += 2
	default:
		return 0
	}
	if !r.isNumber(r.skipBound(n)) || !r.tallying(q-1) || r.otherNumber(q-1) {
		return 0
	}
	return n
}

// otherNumber reports whether a number stands in the sentence before token i that no frame tells.
func (r *reader) otherNumber(i int) bool { return len(r.frames) == 0 && r.hasNumber(0, i) }

// readThatOf reads somebody's figure without its noun as a subject: "By noon that of the union had grown to 71".
func (r *reader) readThatOf() {
	for i := 0; i+3 < len(r.toks) && i < 10; i++ {
		if r.low(i) != "that" || r.low(i+1) != "of" || i > 0 && !r.is(i-1, day) && r.low(i-1) != "," && r.low(i-1) != "and" && r.low(i-1) != "but" && r.low(i-1) != "while" {
			continue
		}
		to := r.after(i + 2)
		v := to
		for v < to+3 && (r.is(v, aux|adverb)) {
			v++
		}
		n := v
		if r.finiteAt(v) || r.tag(v) == "VBN" {
			n++
		}
		if r.low(n) == "to" || r.low(n) == "at" {
			n++
		}
		if n == to || !r.isNumber(r.skipBound(n)) || !r.tallying(i) && (r.memory.counted.name == "" || r.memory.now-r.memory.counted.sentence > 3) {
			continue
		}
		if src := r.sourceOf(i+2, to); src.creditable() {
			r.emit("figure-elided", "counted", src, n, r.clauseEnd(n))
			r.keep(src)
		}
		return
	}
}

// readOnList reads a figure with the list on which what it counts stands: "the 38 stations on the government's list", "the 1,140 on the firm's list".
func (r *reader) readOnList() {
	for i := 1; i+3 < len(r.toks); i++ {
		if r.low(i) != "on" && r.low(i) != "in" {
			continue
		}
		k := i
		for k > 0 && k > i-4 && !r.isNumber(k-1) && strings.HasPrefix(r.tag(k-1), "NN") {
			k--
		}
		n := r.numberBefore(k)
		if n == k || !r.opens(n-1) && k == i {
			continue
		}
		to := r.after(i + 1)
		if d := to - 1; d < i+3 || r.low(d) != "list" && r.low(d) != "register" && r.low(d) != "roll" || r.low(d-1) != "'s" && r.tag(d-1) != "POS" {
			continue
		}
		if src := r.sourceOf(i+1, to-2); src.creditable() {
			r.emit("on-list", "claim", src, n, to)
		}
	}
}

// readCountOf reads a count with which somebody ends or comes back: "The Relief Network ends the year with a count of 171".
func (r *reader) readCountOf() {
	for i := 3; i+2 < len(r.toks); i++ {
		if w := r.low(i - 1); r.low(i) != "of" || w != "count" && w != "toll" && w != "tally" && w != "total" || r.low(i-2) != "a" || r.low(i-3) != "with" || !r.isNumber(r.skipBound(i+1)) {
			continue
		}
		if f, t, ok := r.mainSubject(); ok && t < i {
			if src := r.sourceOf(f, t); src.creditable() && src.kind != person {
				r.emit("count-of", "counted", src, i+1, r.actEnd(i+1))
			}
		}
		return
	}
}

// readFrom reads figures that stand with whom they come from: "Two figures were given: seven, from the police, and ten, from rescuers".
func (r *reader) readFrom() {
	c := r.index(":", 1)
	if c < 0 || !r.figuresIn(0, c) {
		return
	}
	for i := c + 2; i+1 < len(r.toks); i++ {
		if r.low(i) != "from" {
			continue
		}
		k := i
		for k > c+1 && (r.low(k-1) == "," || r.low(k-1) == "\"") {
			k--
		}
		to := r.after(i + 1)
		n := r.numberBefore(k)
		for n > c+1 && n > k-8 && !r.stop(n-1) {
			n-- // "at least ten"
		}
		if !r.hasNumber(n, k) || to < len(r.toks) && !r.stop(to) && r.low(to) != "and" {
			continue
		}
		if src := r.sourceOf(i+1, to); src.creditable() {
			r.emit("from", "counted", src, n, k)
		}
	}
}

// figuresIn reports a noun for figures in the plural in tokens [from,to).
func (r *reader) figuresIn(from, to int) bool {
	for k := from; k < to; k++ {
		switch r.low(k) {
		case "figures", "tolls", "counts", "estimates", "numbers", "totals", "tallies":
			return true
		}
	}
	return false
}

// readWhatIs reads a figure before "is what": "Two million is what the council has promised".
func (r *reader) readWhatIs() {
	for i := 2; i+2 < len(r.toks); i++ {
		if r.low(i) != "what" || !r.isBe(i-1) && !(r.low(i-1) == ":" && r.s.Kind == article.Heading || r.s.Field == extractors.Title && r.low(i-1) == ":") {
			continue
		}
		to := r.after(i + 1)
		v := to
		for r.is(v, aux|adverb) {
			v++
		}
		start, _ := r.segment(i)
		if to > i+1 && r.is(v, say|want|plan|count|give) && r.isVerb(v) && r.hasNumber(start, i) && (r.ends(v+1) || r.tag(v+1) == "PRP") {
			if src := r.sourceOf(i+1, to); src.creditable() {
				r.emit("what", "said", src, start, i)
			}
		}
		return
	}
}
