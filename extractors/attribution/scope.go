package attribution

import (
	"strings"

	"crosstally/extractors"
)

// segment returns the tokens [from,to) around token i that semicolons and the sentence's end part off.
func (r *reader) segment(i int) (from, to int) {
	n := len(r.toks)
	from, to = r.starts[max(0, min(i, n))], r.finish[max(0, min(i, n))]
	return min(from, i), max(to, i)
}

// markSegments notes for every token where its segment begins and ends: they are asked for at every verb, and a sentence can be all verbs.
func (r *reader) markSegments() {
	n := len(r.toks)
	r.starts, r.finish = grow(r.starts, n+1), grow(r.finish, n+1)
	for i := 1; i <= n; i++ {
		if r.starts[i] = i; !r.parts(i - 1) {
			r.starts[i] = r.starts[i-1]
		}
	}
	r.finish[n] = n
	for i := n - 1; i >= 0; i-- {
		if r.finish[i] = i; !r.parts(i) {
			r.finish[i] = r.finish[i+1]
		}
	}
}

func (r *reader) parts(i int) bool { return r.low(i) == ";" || r.low(i) == "•" || r.low(i) == "|" }

// clauseEnd returns where what is said from token j on ends: at a contrast ("…, while the rest"), at the segment's end.
func (r *reader) clauseEnd(j int) int {
	_, to := r.segment(j)
	for k := j; k < to; k++ {
		if r.is(k+1, contrast) && r.low(k) == "," && !r.quoted[k] && r.low(k+2) != "that" && r.low(k-1) != "that" { // "finds that, while 37 percent …"
			return k
		}
	}
	return to
}

// saidEnd returns where what is told in a clause from token j on ends: as clauseEnd, but over a contrast or a semicolon behind which the
// telling goes on with figures of the same kind: "found that 54 percent like it, while only 25 percent do not".
func (r *reader) saidEnd(j int) int {
	end := r.clauseEnd(j)
	for end < len(r.toks) && (r.hasNumber(j, end) || r.low(end+1) == "but" && r.tag(end+2) == "VBG") {
		next := r.clauseEnd(end + 1)
		switch w := r.low(end + 1); {
		case r.low(end) == ";" && r.shareAt(end+1) && r.asksAlike(end+1): // "…; 63 percent said no"
		case r.low(end) == ";" && r.speechGoesOn(end+1, next) > 0:
			next = r.speechGoesOn(end+1, next)
		case r.low(end) == ";" && r.sameVerb(j, end, next): // "A holds 12 million; B holds 14 million"
		case !r.hasNumber(end+1, next) || r.tells(end+1, next, telling):
			return end
		case r.low(end) == ";" && (!r.finite(end+1, next) || r.shareAt(end+1)): // "…; 63 percent do not"
		case r.low(end) == "," && w == "but" && r.tag(end+2) == "VBG": // "found her ahead in town, but losing the ports by 38 points"
		case r.low(end) == "," && (w == "while" || w == "whereas" || r.isNumber(r.skipBound(end+2))):
		default:
			return end
		}
		end = next
	}
	return end
}

// sameVerb reports that tokens [from,mid) and (mid,to) tell by the same verb of different numbers.
func (r *reader) sameVerb(from, mid, to int) bool {
	if !r.hasNumber(from, mid) || !r.hasNumber(mid+1, to) {
		return false
	}
	for k := mid + 1; k < to; k++ {
		if !r.finiteAt(k) || r.is(k, aux) || r.isBe(k) {
			continue
		}
		for n := from; n < mid; n++ {
			if r.finiteAt(n) && r.low(n) == r.low(k) {
				return !r.is(k, telling) && !r.tells(mid+1, to, telling) || r.is(k, speak) && !r.tellsWith(k, r.low(k+1)) && !r.tells(k+1, to, telling)
			}
		}
		return false // its first verb
	}
	return false
}

// listEnd returns where a list ends that a colon opens in tokens [from,to) and that goes on over semicolons with numbers: "lists what they found: 27
// guns; six boats".
func (r *reader) listEnd(from, to int) int {
	for k := from; k < to; k++ {
		if r.low(k) != ":" {
			continue
		}
		for r.low(to) == ";" {
			n := to + 1
			if r.low(n) == "and" {
				n++
			}
			next := r.clauseEnd(n)
			if !r.isNumber(r.skipBound(n)) || r.finite(n, next) {
				break
			}
			to = next
		}
		return to
	}
	return to
}

// speechGoesOn returns where figures end that tokens [from,to) go on to tell behind a semicolon, with no new source as their subject: "police said 12
// died; 40 were hurt"; 0 where they do not.
func (r *reader) speechGoesOn(from, to int) int {
	for k := from + 1; k+1 < to; k++ {
		if r.low(k) == "," && (r.low(k+1) == "and" || r.is(k+1, contrast)) && r.ownClause(k+2, to) {
			to = k // "…; 40 were hurt, and the clinic said nine were missing"
		}
	}
	if n := r.skipBound(from); !r.isNumber(n) || r.tells(from, to, telling) {
		return 0
	}
	return to
}

// asksAlike reports that what begins at token k are answers, whose only tellers are a number of people.
func (r *reader) asksAlike(k int) bool {
	for ; k < r.finish[k] && k < len(r.toks); k++ {
		if r.is(k, according) {
			return false
		}
		if r.is(k, say|tell) && r.isVerb(k) {
			if from, _, ok := r.subject(k); !ok || !r.isNumber(r.skipBound(from)) {
				return false
			}
		}
	}
	return true
}

// telling are the classes of verbs with which somebody gives a figure.
const telling = say | tell | that | count | put | show | speak | deny

// tells reports whether a verb of some classes, or "according", stands in tokens [from,to).
func (r *reader) tells(from, to int, by class) bool {
	for k := from; k < to; k++ {
		if r.is(k, according) || r.is(k, by) && !r.is(k, aux) && r.isVerb(k) {
			return true
		}
	}
	return false
}

// actEnd returns where what somebody plans, wants or counts from token j on ends: as clauseEnd, but also before "because",
// "after", relative clauses set off by a comma, which tell of something else, and an act that is done: "offered a reward of
// 20 million and closed 47 schools".
func (r *reader) actEnd(j int) int {
	end := r.clauseEnd(j)
	for k := j + 1; k < end; k++ {
		switch w := r.low(k); {
		case w == ":", w == "because", w == "even" && r.low(k+1) == "as", w == "," && (r.low(k+1) == "which" || r.low(k+1) == "who" || r.low(k+1) == "where" || r.low(k+1) == "whose" || r.low(k+1) == "when" || r.low(k+1) == "as" && r.low(k+2) != "well" || r.tag(k+1) == "IN" && r.low(k+1) != "of" && (r.low(k+2) == "which" || r.low(k+2) == "whom")):
			return k
		case w == "as" && r.tag(k) == "IN" && k > j+1 && r.ownClause(k+1, end) && !r.thatClause(j):
			return k
		case w == "," && r.low(k+1) == "and" && r.ownClause(k+2, end), w == "and" && r.doneAt(k+1) && !r.thatClause(j):
			return k
		}
	}
	return end
}

// ownClause reports whether tokens [from,end) begin with a subject and its finite verb.
func (r *reader) ownClause(from, end int) bool {
	to := r.after(from)
	if to == from || to >= end || r.isNumber(to-1) || r.isNumber(from) && (r.low(to-1) == "others" || r.low(to-1) == "more") { // "and 41 were hurt" goes on about the same people
		return false
	}
	for k := to; k < end && k < to+6; k++ {
		switch {
		case r.finiteAt(k):
			return true
		case r.is(k, adverb|aux), r.tag(k) == "RB", r.tag(k) == "IN", r.nominal(k):
		default:
			return false
		}
	}
	return false
}

// doneAt reports a finite verb of the past at token k, which nobody plans.
func (r *reader) doneAt(k int) bool {
	return r.name(k) == nil && (r.tag(k) == "VBD" || r.tag(k) == "VBZ" || r.tag(k) == "VBN" && strings.HasSuffix(r.low(k), "ed") && !r.stop(k+1)) && !r.is(k, sources)
}

// afterEnd returns where a credit that follows its words ends: as clauseEnd, but "…, it says; three got through" goes on
// over a semicolon if no other source is named behind it. It ends before a coordinated clause with a subject of its own.
func (r *reader) afterEnd(j int) int {
	end := r.clauseEnd(j)
	for k := j + 1; k < end; k++ {
		if r.low(k) == "," && r.low(k+1) == "as" && r.tag(k+1) == "IN" && !r.quoted[k] && (r.ownClause(k+2, end) || r.after(k+2) > k+2 && r.doneAt(r.after(k+2))) {
			return k // "…, the ministry said, as men searched for dozens more"
		}
		if r.low(k) == "," && r.low(k+1) == "and" && !r.quoted[k] && r.ownClause(k+2, end) && !r.goesOn(k+2, end) && !r.numbered(k+2, end) && !r.ofThose(k+2) {
			return k // "…, the ministry said, and 96 slept in tents": told by nobody
		}
	}
	for r.low(end) == "," && r.othersAt(end+2) {
		end = r.clauseEnd(end + 1) // "…, the army said, while 13 more were lost"
	}
	if r.low(end) != ";" {
		return end
	}
	if r.tells(end+1, len(r.toks), telling) {
		return end
	}
	return len(r.toks)
}

// numbered reports a clause in tokens [from,end) about a number of people that are something: "…, he said, and 46 officers are injured".
func (r *reader) numbered(from, end int) bool {
	k := r.after(from)
	if r.low(k) == "of" {
		k = r.after(k + 1) // "seven of its boats will be sold"
	}
	return r.isNumber(from) && k < end && (r.isBe(k) && k > from+1 || r.low(k) == "will" || r.low(k+1) == "been")
}

// ofThose reports that the clause from token k on counts of what was told before: "its 25 boats were lost", "not one of the 40".
func (r *reader) ofThose(k int) bool {
	return (r.low(k) == "not" || r.tag(k) == "PRP$") && r.isNumber(k+1)
}

// othersAt reports more of what was told before, at token k: "13 more", "two others".
func (r *reader) othersAt(k int) bool {
	n := r.pastNumber(k)
	return n > k && (r.low(n) == "more" || r.low(n) == "others")
}

// goesOn reports that a clause in tokens [from,end) still tells what somebody said: "…, the firm said, and 1,900 would get less".
func (r *reader) goesOn(from, end int) bool {
	for k := from; k < end && k < from+8; k++ {
		if w := r.low(k); w == "would" || w == "could" {
			return true
		} else if r.finiteAt(k) {
			return false
		}
	}
	return false
}

// finite reports whether tokens [from,to) hold a finite verb.
func (r *reader) finite(from, to int) bool {
	for k := max(0, from); k < to; k++ {
		if extractors.Finite(r.tag(k)) {
			if r.name(k) == nil && (r.tag(k) != "VBD" || !r.reducedAt(k)) {
				return true
			}
		}
	}
	return false
}

// reducedAt reports a past form used as a participle after a noun: "a letter seen by", "a list kept in".
func (r *reader) reducedAt(k int) bool { return r.low(k+1) == "by" && !r.is(k+2, medium) }

// content reports whether tokens [from,to) can be what is said: a clause, a figure or a quotation.
func (r *reader) content(from, to int) bool {
	if from >= to {
		return false
	}
	return r.finite(from, to) || r.low(to-1) == "\"" || r.hasNumber(from, to)
}

// front returns where the scope of a credit begins whose subject stands at token from: at a phrase set before it that
// holds no verb ("With 70 percent counted, X said"), else nowhere (ok false).
func (r *reader) front(from int) (start int, ok bool) {
	start, _ = r.segment(from)
	if start >= from || r.finite(start, from) || r.low(from-1) != "," {
		return 0, false
	}
	if r.isNumber(start) {
		return 0, false // "One farmer supporting the mayor, X, said"
	}
	if r.tag(start) == "VBG" && !r.is(start, according|citing|count) {
		return 0, false // "Addressing 100 members, X said"
	}
	if r.sized(start, from) {
		return 0, false
	}
	switch r.low(start) {
	case "after", "before", "during", "since", "following", "until", "despite", "amid": // when it is said, not what
		return 0, false
	}
	return start, true
}

// right credits src with what follows token j, and with a verbless phrase before its subject.
func (r *reader) right(rule, kind string, src source, from, j int) int {
	if start, ok := r.front(from); ok && r.hasNumber(start, from) {
		r.emit(rule, kind, src, start, from)
	}
	if !r.is(j-1, plan) {
		return r.emit(rule, kind, src, j, r.saidEnd(j))
	}
	return r.emit(rule, "wanted", src, j, r.actEnd(j))
}

// whole credits src with the segment around token i; where another source speaks earlier in it, with what follows the
// last coordination.
func (r *reader) whole(rule, kind string, src source, from, i int) int {
	start, _ := r.segment(i)
	for n := len(r.frames) - 1; n >= 0; n-- {
		f := &r.frames[n]
		if !f.right || f.verb < start || f.verb >= i {
			continue
		}
		if r.low(f.from-1) == "when" && f.credit >= 0 && r.is(r.coreEnd(from, i)-1, document|figure) {
			r.credits[f.credit].Scope = r.toks[f.verb].Span // "…, when inspectors noted six faults, port data show"
			continue
		}
		if f.src.place && f.credit >= 0 && f.to <= f.verb { // "Norland has reported 52 cases, ministry figures show"
			r.credits[f.credit].Scope = r.toks[f.verb].Span
			continue
		}
		for k := from - 2; k > f.verb+1; k-- {
			if r.low(k-1) == "," && (r.low(k) == "and" || r.is(k, contrast)) {
				if f.credit >= 0 {
					r.credits[f.credit].Scope.End = r.toks[k-1].Start
				}
				start = k
				break
			}
		}
		break
	}
	for k := from - 1; k > start; k-- {
		if r.low(k-1) == "," && r.is(k, contrast) && !r.quoted[k] && r.credited(start, k) {
			start = k
			break
		}
	}
	if start > 1 && r.low(start-1) == ";" && r.toldBefore(start) {
		start = r.starts[start-1]
	}
	return r.emit(rule, kind, src, start, r.afterEnd(i))
}

// toldBefore reports that the clause before a semicolon, which ends before token k, is told by whom the one behind it names: that one counts of those
// before, of whom nobody else has told: "Power failed in 40 homes; two-thirds of them have it back, the firm said".
func (r *reader) toldBefore(k int) bool {
	if from := r.starts[k-1]; r.tells(from, k-1, telling) {
		return false
	}
	for n := k + 1; n < k+5; n++ {
		if r.low(n) == "of" && r.low(n+1) == "them" {
			return true
		}
	}
	return false
}
