package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// readAsSaying reads "quoted X as saying P" and "X was quoted as saying P".
func (r *reader) readAsSaying(rule string, i int) bool {
	if r.low(i) != "saying" || r.low(i-1) != "as" {
		return false
	}
	q := i - 2
	for q >= 0 && i-q < 12 && r.low(q) != "quoted" && r.low(q) != "cited" && r.low(q) != "quotes" && r.low(q) != "quoting" && r.low(q) != "reported" {
		q--
	}
	if q < 0 || i-q >= 12 {
		return false
	}
	from, to := q+1, i-1
	if from >= to || r.low(from) == "by" {
		var ok bool
		k := q - 1
		for k > 0 && (r.is(k, aux) || r.tag(k) == "RB" || r.is(k, day) && r.name(k) == nil || r.low(k) == "on" && r.is(k+1, day)) {
			k--
		}
		if from, to, ok = r.before(k + 1); !ok {
			return false
		}
	}
	src := r.sourceOf(from, to)
	f := frame{from: from, to: to, verb: i, src: src, credit: -1}
	if r.ends(i + 1) {
		f.credit = r.whole(rule, "said", src, from, i)
	} else {
		f.right, f.credit = true, r.right(rule, "said", src, from, i+1)
	}
	r.frames = append(r.frames, f)
	return true
}

// paperSays reads a participle behind a paper, of whom has issued it: "read out a statement saying 12 had died"; else of the paper: "received a letter
// saying 12 had died".
func (r *reader) paperSays(rule string, i int) bool {
	paper := r.timeless(i - 1)
	if !r.is(i, ing) || !r.is(paper, document) || r.stop(i+1) {
		return false
	}
	from, to, ok := r.before(paper + 1)
	if !ok {
		return false
	}
	src := r.sourceOf(from, to)
	if f, t, ok := r.sentBy(from); ok {
		src = r.sourceOf(f, t)
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: r.emit(rule, "said", src, i+1, r.saidEnd(i+1))})
	return true
}

// sentBy returns who has put out the paper whose words begin at token from: "[the mayor] read out a statement".
func (r *reader) sentBy(paper int) (from, to int, ok bool) {
	v, out := paper-1, false
	if r.low(v) == "out" {
		v, out = v-1, true
	}
	if !r.is(v, publish|utter) && !(out && r.low(v) == "read") {
		return 0, 0, false
	}
	return r.subject(v)
}

// readAdding reads a participle that goes on with what the subject says: "…, adding that 40 were hurt".
func (r *reader) readAdding(rule string, i int) bool {
	if r.paperSays(rule, i) {
		return true
	}
	if !r.is(i, ing) || r.low(i-1) != "," && r.low(i-1) != "and" || r.stop(i+1) {
		return false
	}
	from, to, ok := r.shared(i)
	if !ok {
		return false
	}
	src := r.sourceOf(from, to)
	saying := r.low(i) == "saying" && (r.finite(i+1, r.clauseEnd(i+1)) || r.is(i+1, pronoun) || i+1 < len(r.toks) && r.quoted[i+1])
	if !src.creditable() || !saying && !r.thatClause(i+1) && r.low(i+1) != "\"" && r.low(i+1) != ":" && !r.speaksBefore(i, src.name) {
		return false
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: r.emit(rule, "said", src, i+1, r.saidEnd(i+1))})
	return true
}

// speaksBefore reports whether the source says something before token i: "adding 12 barriers" adds to no words.
func (r *reader) speaksBefore(i int, name string) bool {
	for n := range r.frames {
		if r.frames[n].verb < i && r.frames[n].src.name == name {
			return true
		}
	}
	return false
}

// readInverted reads "P, said X".
func (r *reader) readInverted(rule string, i int) bool {
	if r.is(i, ing|tell) || i == 0 || !r.isSay(i) && !r.shownBy(i) {
		return false
	}
	switch p := r.low(i - 1); {
	case p == "," || p == "\"" || p == "—" || p == "–" || p == "-" || p == "'" || p == "?" || p == "!":
	case r.low(i) == "says" || r.low(i) == "say" || r.low(i) == "said":
		if r.nominal(i-1) || r.is(i-1, pronoun|aux|adverb) {
			return false
		}
	default:
		return false
	}
	from := i + 1
	if n := r.someOf(from); n > 0 {
		from = n
	}
	to := r.after(from)
	if from >= to || !r.sourceWithin(from) && !r.personLike(from, to) && !(to == from+1 && r.is(from, pronoun) && r.low(from) != "that" && r.low(from) != "this") {
		return false
	}
	if r.low(to) == "that" || r.finiteAt(to) || r.low(from) == "that" || r.isNumber(from) && r.low(to) == "in" { // "…, says one in five"
		return false
	}
	src := r.sourceOf(from, to)
	credit := r.whole(rule, "said", src, i, i)
	if credit >= 0 && r.describes(to) {
		r.credits[credit].Scope.End = r.toks[to-1].End
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: credit})
	return true
}

// shownBy reports a verb with the document behind it that shows what stands before: "12 died, read a statement from the ministry".
func (r *reader) shownBy(i int) bool {
	to := r.after(i + 1)
	return r.is(i, show) && r.isVerb(i) && to > i+1 && r.is(r.coreEnd(i+1, to)-1, document) && r.content(r.starts[i], i-1)
}

// describes reports whether what follows at token k tells who the speaker is, which nobody said: "…, said X, 52, a nurse who treated 30".
func (r *reader) describes(k int) bool {
	if r.low(k) == "who" {
		return true // "said a woman who lost two sons"
	}
	if r.low(k) != "," {
		return false
	}
	if r.isNumber(k+1) && r.low(k+2) == "," { // an age
		k += 2
	}
	switch r.low(k + 1) {
	case "a", "an", "who", "whose":
		return true
	case "the":
		n := r.name(k - 1)
		return r.is(k+2, person) || r.is(k+3, person) || n != nil && n.Type == names.Person // "…, says X, the mayor of a town of 8,400"
	case "where":
		return true // "…, says X of Port Lume, where 40 boats lie"
	case "one":
		return r.low(k+2) == "of"
	}
	return r.is(k+1, person) || r.is(k+2, person) && r.nominal(k+1) && !r.isNumber(k+1) // "…, says X, president of a league of 900"
}

// personLike reports whether a phrase without a known noun may name a speaker: capitalised words.
func (r *reader) personLike(from, to int) bool {
	for k := from; k < to; k++ {
		if c := r.toks[k].Text[0]; c >= 'A' && c <= 'Z' && !r.is(k, day) {
			return true
		}
	}
	return false
}

func (r *reader) finiteAt(k int) bool {
	return extractors.Finite(r.tag(k)) && r.name(k) == nil
}

// isSay reports whether the verb at token i tells something.
func (r *reader) isSay(i int) bool { return r.is(i, say|tell|speech) && r.isVerb(i) }

// readRelative reads the figure that a relative clause credits: "the nine interceptions which the army claims", "the 1.9
// million that the city had asked for".
func (r *reader) readRelative(rule string, i int) bool {
	j := i + 1
	if w := r.low(j); w == "for" || w == "on" || w == "of" || w == "about" {
		j++ // stranded: "asked for", "insists on"
	} else if r.is(i, speak) && !r.is(i, say|that|count|want|plan) && !r.ofWhich(i) {
		return false
	}
	if d := j + 1; r.is(i, say|that) && r.is(j, pronoun) { // "the 63 that the army says it killed"
		for r.is(d, aux|adverb) {
			d++
		}
		if r.finiteAt(d) || r.tag(d) == "VBN" {
			j = d + 1
		}
	}
	if r.is(i, ing) || !r.isVerb(i) || !(r.ends(j) && !(j > i+1 && r.nominal(j)) || r.low(j) == "nor" || r.low(j) == "or" || r.low(j) == "and" || r.is(j, aux) || r.finiteAt(j)) {
		return false
	}
	from, to, ok := r.subject(i)
	bare := ok && from > 1 && r.isNumber(from-1) && r.low(from-2) == "the" && r.opens(from) && !r.is(i, plan|want) // "the 14 the ministry gives"
	if !ok || from < 2 || to > i || r.low(from-1) != "which" && r.low(from-1) != "that" && r.low(from-1) != "whom" && !bare {
		return false
	}
	end := from - 1
	if bare {
		end = from
	}
	if r.low(end-1) == "," || r.low(end-1) == "of" {
		end--
	}
	start, _, found := r.before(end)
	if !found || !r.hasNumber(start, end) || r.is(start-1, tell) && r.isVerb(start-1) || r.is(j, aux) && r.low(end) == "," { // "told 300 members that it wants"; "1,003 bodies, which the army says are those of"
		return false
	}
	src := r.sourceOf(from, to)
	if src.numeric {
		return false
	}
	until := i + 1
	if r.has(i, asks) { // what they say too
		until = r.clauseEnd(i)
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "claim", src, start, until), right: true})
	return true
}

// ofWhich reports a verb with "of which" before its subject: "the 212 of which the owner spoke".
func (r *reader) ofWhich(i int) bool {
	for k := i - 1; k > 1 && k > i-8 && !r.stop(k); k-- {
		if w := r.low(k); w == "which" || w == "whom" {
			return r.low(k-1) == "of"
		}
	}
	return false
}

// same returns the company that spoke first in the sentence for its rank in its trade behind "as", else src: "Norland Bank said that it would cut 40
// jobs, as the country's largest lender reported a loss". The trade has to be one that the company's name tells of.
func (r *reader) same(src source, from, to int) source {
	head := r.coreEnd(from, to) - 1
	if len(r.frames) == 0 || r.low(from-1) != "as" || r.low(from-2) != "," || r.name(to-1) != nil || !strings.HasSuffix(r.low(head-1), "est") {
		return src
	}
	if f := r.frames[0].src; f.kind == body && trades.fits(r.low(head), f.name) {
		f.evidence = src.evidence
		return f
	}
	return src
}

// cited returns whom the subject that begins at token from cites before its verb at token i, else src: "X, citing Y,
// reported", "Citing Y, X reported".
func (r *reader) cited(src source, from, i int) source {
	if n := len(r.frames) - 1; n >= 0 {
		f := &r.frames[n]
		start, _ := r.segment(i)
		if f.src.kind == document && f.src.name == strings.ToLower(f.src.name) {
			return src // "citing early data": its own
		}
		if r.is(f.verb, citing) && f.verb >= start && f.to <= i && (f.verb > from || f.to == from-1) && !f.src.own && f.src.name != "" {
			return f.src
		}
	}
	return src
}

// readDenial marks what somebody denies, so that no source is lent to it: "He denied that 27 had died".
func (r *reader) readDenial(rule string, i int) bool {
	if !r.isVerb(i) || r.stop(i+1) {
		return false
	}
	from, to, ok := r.subject(i)
	if !ok || !r.is(i+1, claim|figure) && r.low(i+1) != "that" && !r.is(i+2, claim|figure) && r.tag(i+1) != "VBG" {
		return false
	}
	src := r.sourceOf(from, to)
	f := frame{from: from, to: to, verb: i, src: src, right: true, credit: r.emit(rule, "denied", src, i+1, r.clauseEnd(i+1))}
	if f.credit >= 0 {
		r.credits[f.credit].Denies = true
	}
	r.frames = append(r.frames, f)
	return true
}
