package attribution

import "strings"

// readCounted reads "X has counted 14 …", "X lists six places".
func (r *reader) readCounted(rule string, i int) bool {
	return r.object(rule, "counted", i, func(src *source, j, end int) bool {
		if r.has(i, asks) && !r.nominal(j) && !r.isNumber(r.skipBound(j)) || strings.HasPrefix(r.low(i), "includ") && src.kind != document && !r.onList(j, end) && !r.tolls(j, end) {
			return false // "the boatmen surveyed (60 percent)", "the office includes six terraces"
		}
		if r.low(j) == "to" && r.isNumber(r.skipBound(j+1)) {
			return false // "reported to 12 colleagues"
		}
		if strings.HasPrefix(r.low(i), "rat") && !r.isNumber(r.skipBound(j)) {
			return false // "rated the boats as old by four to one"
		}
		return r.hasNumber(j, min(end, j+12)) && !r.performs(i, j) && !r.claimsLives(i, j) && !(r.low(j) == "the" && strings.HasPrefix(r.low(j+1), "cost"))
	})
}

// tolls reports victims counted in tokens [from,to): "includes two “probable” cases".
func (r *reader) tolls(from, to int) bool {
	for k := from; k < min(to, from+7); k++ {
		if r.is(k, toll) {
			return true
		}
	}
	return false
}

// readConceded reads "X concedes 48", "X recognises only 48 deaths": a figure, not what somebody takes in or gives away.
func (r *reader) readConceded(rule string, i int) bool {
	return r.object(rule, "counted", i, func(_ *source, j, _ int) bool {
		return r.bareFigure(j) && !(strings.HasPrefix(r.low(i), "accept") && r.treats(i))
	})
}

// bareFigure reports a number at token k that stands alone or counts victims: "48", "at least 48 deaths", "“about 70”".
func (r *reader) bareFigure(k int) bool {
	if r.low(k) == "\"" || r.low(k) == "out" {
		k++
	}
	if r.opens(k) && r.is(k+1, document|figure) && (r.low(k+2) == "of" || r.low(k+2) == "with") && r.isNumber(r.skipBound(k+3)) {
		return true // "reads out a list of 143 missing men"
	}
	n := r.skipBound(k)
	if !r.isNumber(n) {
		return false
	}
	n = r.pastNumber(n)
	return n >= len(r.toks) || r.stop(n) || r.low(n) == "names" || r.low(n) == "or" || r.low(n) == "and" || r.is(n, toll) && !r.nominal(n+1)
}

// pastNumber returns where the words of a number end that begins at token n.
func (r *reader) pastNumber(n int) int {
	for r.isNumber(n) {
		n++
	}
	return n
}

// readPut reads "X put the toll at 13", "X raised its count from 13 to 16", "X kept its figure of 34".
func (r *reader) readPut(rule string, i int) bool {
	kind := "counted"
	if r.tag(i+1) == "PRP$" && r.is(i+2, figure|claim) {
		kind = "said" // "Moscow raises its claim to 120": a government
	}
	return r.object(rule, kind, i, func(src *source, j, end int) bool {
		if src.place && kind != "said" || !r.hasNumber(j, end) {
			return false
		}
		if r.low(j) == "the" && r.low(j+1) == "number" && (strings.HasPrefix(r.low(i), "cut") || strings.HasPrefix(r.low(i), "rais") || strings.HasPrefix(r.low(i), "lower")) {
			return false // "cut the number of booths by 85 percent": an act
		}
		if strings.HasPrefix(r.low(i), "ma") { // "makes it 31"
			return r.low(j) == "it" && r.isNumber(r.skipBound(j+1))
		}
		at, fig := false, false
		for k := j; k < end && k < j+12 && r.low(k) != ","; k++ {
			fig = fig || r.is(k, wantNoun) && !strings.HasPrefix(r.low(i), "plac") || r.is(k, figure) && !r.has(i, betters) || r.is(k, claim) && r.tag(k-1) == "PRP$" || r.low(k) == "aid" && (r.tag(k-1) == "PRP$" || r.low(k-1) == "own")
			at = at || r.low(k) == "at" && (r.isNumber(r.skipBound(k+1)) || r.low(k+1) == "\"" && r.isNumber(r.skipBound(k+2)) || r.opens(k+1) && strings.HasPrefix(r.tag(k+2), "JJ") && r.isNumber(k+3)) // "at a solid 50 percent"
		}
		return fig || at && (r.low(i) == "put" || r.low(i) == "puts" || r.low(i) == "estimated" || r.low(i) == "set" || r.low(i) == "fixed" || r.low(i) == "pegged" || strings.HasPrefix(r.low(i), "valu"))
	})
}

// readPutBy reads "the toll was put at 14 by X", "was estimated by X at 14", "was accused by X of taking 14".
func (r *reader) readPutBy(rule string, i int) bool {
	if !r.is(i, past) || !r.progressive(i) {
		return false
	}
	if r.low(i+1) == "by" {
		return r.agentTells(rule, i)
	}
	for k := i + 1; r.is(i, put) && k < i+9 && k < len(r.toks) && !r.stop(k); k++ {
		if r.low(k) != "by" && r.low(k) != "in" || !r.hasNumber(i, k) {
			continue
		}
		to := r.after(k + 1)
		if to <= k+1 {
			return false
		}
		src := r.sourceOf(k+1, to)
		if !src.creditable() || r.low(k) == "in" && src.kind != document {
			return false
		}
		start, _ := r.segment(i)
		r.frames = append(r.frames, frame{from: k + 1, to: to, verb: i, src: src, credit: r.emit(rule, "counted", src, start, to)})
		if n := r.pastNumber(r.skipBound(to + 1)); r.isNumber(n-1) && r.low(n) == "by" {
			if src := r.sourceOf(n+1, r.after(n+1)); src.creditable() {
				r.emit(rule, "counted", src, to+1, n) // "… and at 15,000 by the union"
			}
		}
		return true
	}
	return false
}

// agentTells reads what the verb at token i, a passive with its agent behind it, tells with a preposition: "was told by X that", "ordered by X to".
func (r *reader) agentTells(rule string, i int) bool {
	to := r.after(i + 2)
	switch r.low(to) {
	case "to", "that":
	case "at":
		if !r.is(i, put) || !r.isNumber(r.skipBound(to+1)) {
			return false // "reported by researchers at 12 universities"
		}
	case "of":
		if r.tag(to+1) != "VBG" {
			return false // "planned by a gang of 12"
		}
	default:
		return false
	}
	src, end, kind := r.sourceOf(i+2, to), r.actEnd(to), "said"
	if r.is(i, want|plan) {
		kind = "wanted"
	}
	if !src.creditable() || !r.hasNumber(to, end) {
		return false
	}
	r.frames = append(r.frames, frame{from: i + 2, to: to, verb: i, src: src, right: true, credit: r.emit(rule, kind, src, to, end)})
	return true
}

// skipBound steps over words such as "at least", "more than", "between", "a further" before a number.
func (r *reader) skipBound(k int) int {
	for n := 0; n < 3; n++ {
		if r.has(k, money) {
			k++ // "Tk 42 crore", "R$100,000"
		}
		switch r.low(k) {
		case "a", "an":
			if w := r.low(k + 1); w != "further" && w != "additional" && w != "extra" {
				return k
			}
			k++
		case "another", "further", "additional", "extra":
			k++
		case "upwards", "north":
			if r.low(k+1) != "of" {
				return k
			}
			k += 2
		case "well", "close", "no":
			if w := r.low(k + 1); w != "over" && w != "above" && w != "to" && w != "fewer" && w != "less" && w != "under" && w != "more" {
				return k
			}
			k++
		case "at", "least", "more", "than", "about", "around", "some", "nearly", "almost", "over", "up", "to", "between", "roughly", "approximately", "just", "under", "below", "fewer", "less", "as", "many", "only", "$", "€", "£":
			k++
		}
	}
	return k
}

// currency reports a sign of money at token k.
func (r *reader) currency(k int) bool {
	w := r.low(k)
	return w == "$" || w == "€" || w == "£"
}
