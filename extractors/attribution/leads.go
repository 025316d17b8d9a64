package attribution

import (
	"strings"

	"crosstally/extractors/names"
)

// What leads up to a quotation, and what has been made of a case.

// readLeadsUp reads who speaks the quotation behind a colon where no verb of telling says so: "Moreno scolded him: “…”", "with the Herald reporting: “…”".
// At a paragraph's end the quotation opens the next one.
func (r *reader) readLeadsUp() {
	for k := 2; k < len(r.toks); k++ {
		last := k+1 == len(r.toks)
		if r.low(k) != ":" || r.quoted[k] || !last && r.low(k+1) != "\"" {
			continue
		}
		from, to, ok := r.hasThisToSay(k)
		if !ok && !r.leads(k) {
			from, to, ok = r.leader(k)
		}
		if !ok {
			continue
		}
		src := r.sourceOf(from, to)
		if src.name == "" || src.own || src.numeric || src.place {
			continue
		}
		f := frame{from: from, to: to, verb: k, src: src, right: true, credit: -1}
		if !last {
			f.credit = r.emit("leads-up", "said", src, k+1, len(r.toks))
		}
		r.frames = append(r.frames, f)
	}
}

// leads reports that somebody is credited already with what stands behind the colon at token k.
func (r *reader) leads(k int) bool {
	for n := range r.frames {
		f := &r.frames[n]
		if f.right && f.verb <= k && (f.credit < 0 || r.credits[f.credit].Scope.End > r.toks[k].Start) {
			return true
		}
	}
	return false
}

// hasThisToSay returns who, before the colon at token k, "had this to say".
func (r *reader) hasThisToSay(k int) (from, to int, ok bool) {
	for v := k - 4; v > 0 && !r.stop(v); v-- {
		if r.low(v+1) == "this" && r.low(v+2) == "to" && r.low(v+3) == "say" {
			return r.before(v)
		}
	}
	return 0, 0, false
}

// leader returns the subject of the verb that leads up to the colon at token k: a person who opens the sentence and does something, or
// whoever is told to report by the word just before the colon.
func (r *reader) leader(k int) (from, to int, ok bool) {
	if v := k - 1; r.is(v, say) && r.is(v, present|past|ing) && r.sourceHead(v-1) {
		if from, to, ok = r.before(v); !ok || !r.is(v, ing) {
			return from, to, ok
		}
		if r.low(from-1) == "to" && r.is(from-2, document) {
			from, _, _ = r.before(from - 1)
		}
		if f, t, sent := r.sentBy(from); sent {
			return f, t, true // "sent out a message to its members saying: “…”"
		}
		return from, to, true
	}
	if n := r.name(k - 1); n != nil && n.Type == names.Person && n.To == k && (n.From == 0 || r.stop(n.From-1)) {
		return n.From, k, true // "High water - Ana Moreno: “…”"
	}
	from, to, ok = r.mainSubject()
	if !ok || to >= k {
		return 0, 0, false
	}
	v := to
	for r.is(v, adverb) || r.tag(v) == "RB" || (r.low(v) == "has" || r.low(v) == "have" || r.low(v) == "had") && (r.tag(v+1) == "VBN" || r.tag(v+1) == "RB" || r.is(v+1, adverb)) {
		v++
	}
	if !r.finiteAt(v) && r.tag(v) != "VBN" || r.is(v, aux) || r.isBe(v) || r.has(v, takesIn) || r.doubts(v+1) {
		return 0, 0, false // "He was hit by one word: “…”", "He read the sign: “…”"
	}
	for n := v + 1; n < k; n++ {
		if w := r.low(n); w == "by" || w == "from" || w == ":" || w == ";" || r.finiteAt(n) && r.tag(n) != "MD" && r.low(n-1) != "what" {
			return 0, 0, false
		}
	}
	src := r.sourceOf(from, to)
	return from, to, src.kind == person || src.speaker != ""
}

// readMade reads "X made the case that P", "X tried to make the argument that P".
func (r *reader) readMade() {
	for i := 3; i+2 < len(r.toks); i++ {
		v := i - 2
		if !r.has(i, argued) || r.low(i+1) != "that" || !r.opens(i-1) || !strings.HasPrefix(r.low(v), "ma") || r.tag(v) == "VBN" && r.isBe(v-1) {
			continue
		}
		if r.low(v-1) == "to" {
			if v -= 2; !r.has(v, tries) {
				continue // "refused to make the case"
			}
		}
		from, to, ok := r.subject(v)
		if !ok {
			continue
		}
		if src := r.sourceOf(from, to); src.creditable() {
			r.frames = append(r.frames, frame{from: from, to: to, verb: v, src: src, right: true, credit: r.emit("made", "said", src, i+2, r.saidEnd(i+2))})
		}
	}
}

// readCharged reads what those are accused of whom somebody charges: "Prosecutors charged two men with defrauding 74 widows".
func (r *reader) readCharged() {
	for i := 1; i+3 < len(r.toks); i++ {
		if !r.has(i, charges) || !r.finiteAt(i) {
			continue
		}
		w := i + 1
		for w < i+9 && !r.stop(w) && r.low(w) != "with" {
			w++
		}
		end := r.actEnd(min(w+1, len(r.toks)))
		if r.low(w) != "with" || r.tag(w+1) != "VBG" || !r.hasNumber(w+1, end) {
			continue
		}
		from, to, ok := r.subject(i)
		if !ok {
			continue
		}
		if src := r.sourceOf(from, to); src.creditable() {
			r.emit("charged", "said", src, w+1, end)
		}
	}
}
