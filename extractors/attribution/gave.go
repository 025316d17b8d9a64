package attribution

import "strings"

// What somebody gives, or has: a figure, a toll, a list.

// readGave reads "X gave the figure as 48", "X gave 1,188", "the result gives the winner 32 seats".
func (r *reader) readGave(rule string, i int) bool {
	return r.object(rule, "counted", i, func(src *source, j, end int) bool {
		if src.place || !r.hasNumber(j, min(end, j+14)) {
			return false
		}
		switch r.low(i) {
		case "had", "has", "have":
			return r.hasFigure(src, i, j, end)
		}
		if src.kind == document {
			return r.hasNumber(j, min(end, j+8))
		}
		if strings.HasPrefix(r.low(i), "carr") || strings.HasPrefix(r.low(i), "contain") {
			return false // "carried the state with 66 percent"
		}
		for k := j; k < end && k < j+8; k++ {
			if r.low(k) == "as" && r.isNumber(r.skipBound(k+1)) && strings.HasPrefix(r.low(i), "g") {
				return true // "gives its spring catch as 8,600 tonnes"
			}
		}
		if n := r.skipBound(j); r.isNumber(n) && r.is(r.pastNumber(n), toll) && strings.HasPrefix(r.low(i), "g") {
			return true // "some researchers give 164 cases"
		}
		inside := true
		for k := j; k < end && k < j+10; k++ {
			inside = inside && r.low(k) != ","
			if r.low(k) == "to" && r.low(k-1) != "up" && r.low(k-1) != "close" {
				break // "gave a lecture to a class of 17"
			}
			if inside && r.is(k, figure) && r.low(k) != "poll" {
				return true
			}
			if r.isNumber(k) && src.kind == person && r.tag(j) == "PRP$" {
				return false // "gave his charity 300"
			}
			if r.isNumber(k) && !strings.HasPrefix(r.low(i), "releas") && !strings.HasPrefix(r.low(i), "issu") && (r.low(k+1) == "percent" || r.low(k+1) == "%" || r.low(k+1) == "seats" || r.low(k+1) == "points" || r.low(k+1) == "and" && r.counting() || r.stop(k+1) || r.low(k+1) == "on" || r.low(k+1) == "as" || r.is(k+1, day|adverb) && r.ends(k+1) && src.kind == body || r.low(k+1) == "for" && (r.low(k+2) == "those" || r.low(k+2) == "these")) {
				return !r.currency(k - 1) // "gave the club $500,000" of his own
			}
		}
		return false
	})
}

// hasFigure reports a figure in tokens [j,end) that somebody has, behind the verb at token i: "has 23 dead", "had the names of 47 dead".
func (r *reader) hasFigure(src *source, i, j, end int) bool {
	if r.low(j) == "it" && r.low(j+1) == "that" {
		return true // "the union has it that 640 were there"
	}
	if w := r.low(i - 1); r.low(i) == "had" && (w == "has" || w == "have" || r.is(i-1, adverb) && (r.low(i-2) == "has" || r.low(i-2) == "have")) {
		return false // "has now had four dead": its own
	}
	if r.covered(i) {
		return false // "said that the town alone had 23 confirmed cases"
	}
	if r.low(j) == "the" && r.low(j+1) == "names" && r.low(j+2) == "of" && r.isNumber(r.skipBound(j+3)) {
		return true // "it had the names of 47 dead"
	}
	if n := r.skipBound(j); r.isNumber(n) && r.low(n+1) == "names" {
		return true // "the families have 52 names"
	} else if r.isNumber(n) && (n+1 >= len(r.toks) || r.stop(n+1)) && (src.kind == body && !endsWith(src.name, staffed) || src.kind == person && r.counting()) && r.tallying(i) {
		return true // "The police gave 19. The Relief Network has 23."
	}
	return r.isNumber(r.skipBound(j)) && (src.paper || src.kind != person && r.onList(j, end)) || r.listOf(j) || src.kind != person && r.tallied(j, end) || src.kind == document && r.lead(j, end)
}

// readNames reads how many names somebody has put together: "has written down 14 names", "came back with 230 names".
func (r *reader) readNames() {
	for n := 2; n < len(r.toks); n++ {
		if r.low(n) != "names" {
			continue
		}
		v := r.numberBefore(n) - 1
		for v > 0 && (r.low(v) == "with" || r.low(v) == "down" || r.low(v) == "back" || r.skipBound(v) > v) {
			v--
		}
		if !r.has(v, gathers) {
			continue
		}
		if from, to, ok := r.actor(v); ok {
			if src := r.sourceOf(from, to); src.creditable() && !r.covered(v) {
				r.emit("names", "counted", src, v+1, n+1)
				r.keep(src)
			}
		}
	}
}

// actor returns who does what the verb at token v, in the active, says: its subject, which a verb before it may share.
func (r *reader) actor(v int) (from, to int, ok bool) {
	k := v - 1
	for k > 0 && r.is(k, adverb|aux) {
		k--
	}
	if r.low(k) == "and" {
		return r.shared(k)
	}
	return r.before(k + 1)
}

// covered reports that somebody tells what stands at token i: "said that the town had 23 cases".
func (r *reader) covered(i int) bool {
	for n := range r.frames {
		if f := &r.frames[n]; f.right && f.credit >= 0 && f.verb < i && r.is(f.verb, say|tell) && r.thatClause(f.verb+1) && !r.is(f.verb, count) && r.credits[f.credit].Scope.End > r.toks[i].Start {
			return true
		}
	}
	return false
}

// tallying reports that figures are compared where the verb at token i has one: somebody gave one in the sentence before or earlier in this
// one, or the sentence before speaks of a list or a number with one.
func (r *reader) tallying(i int) bool {
	if len(r.frames) > 0 || r.hasNumber(0, i) || r.memory.counted.name != "" && r.memory.now-r.memory.counted.sentence <= 1 {
		return true
	}
	for k := 0; k < i; k++ {
		if r.is(k, figure) {
			return true // "The number is that of the UN, which on Friday had 3,400"
		}
	}
	if r.s.Index == 0 || r.doc.Sentences[r.s.Index-1].Block != r.s.Block {
		return false
	}
	spoken, numeric := false, false
	for _, t := range r.doc.Sentences[r.s.Index-1].Tokens {
		spoken = spoken || words[t.Lower]&(figure|document) != 0
		numeric = numeric || t.Tag == "CD"
	}
	return spoken && numeric
}

// tallied reports "had 24 dead, 120 rescued", "has it at 24 percent", "has the fire at 810 acres".
func (r *reader) tallied(j, end int) bool {
	if n := r.skipBound(j); r.isNumber(n) {
		if n = r.pastNumber(n); r.is(n, toll) || r.low(n) == "rescued" || r.low(n) == "confirmed" || r.low(n) == "survivors" {
			return r.low(n) != "injured" || r.stop(n+1)
		}
		if strings.HasPrefix(r.tag(n), "NN") && (r.is(n+1, toll) || r.has(n+1, harmed)) && !r.nominal(n+2) {
			return true // "has 163 people injured"
		}
		if strings.HasPrefix(r.tag(n), "NN") {
			n++
		}
		if w := r.low(n + 1); r.low(n) == "in" && (w == "hospital" || w == "custody" || w == "detention" || w == "jail") {
			return true // "has five men in custody"
		}
		n = r.pastNumber(r.skipBound(j))
		if r.low(n) == "sworn" || r.low(n) == "trained" || r.low(n) == "armed" || r.low(n) == "paid" {
			return false // "now has 212 sworn members"
		}
		return r.tag(n) == "VBN" && strings.HasPrefix(r.tag(n+1), "NN") || strings.HasSuffix(r.low(n), "ed") && strings.HasPrefix(r.tag(n+1), "NN") && (r.stop(n+2) || n+2 >= end)
	}
	k := r.whoseShare(j)
	return k > j && k-j < 5 && (r.low(k) == "at" && r.isNumber(r.skipBound(k+1)) || r.low(k) == "on" && r.shareAt(k+1) || r.shareAt(k) && r.standing(k))
}

// whoseShare returns where the object at token j ends whose share is told behind it: "has [her] on 51 percent", "has [the two] 310 votes apart".
func (r *reader) whoseShare(j int) int {
	switch w := r.low(j); {
	case w == "it", w == "him", w == "them", w == "her" && !r.nominalWord(j+1):
		return j + 1
	}
	k := j
	for r.opens(k) {
		k++
	}
	if r.isNumber(k) && r.isNumber(r.skipBound(k+1)) && k > j {
		return k + 1 // "the two"
	}
	return r.after(j)
}

// shareAt reports a number at token k with "percent", "points", "votes" or "seats".
func (r *reader) shareAt(k int) bool {
	n := r.skipBound(k)
	if !r.isNumber(n) {
		return false
	}
	n = r.pastNumber(n)
	if r.low(n) == "percentage" || r.low(n) == "per" {
		n++
	}
	return r.share(n)
}

// standing reports a share at token k that tells how far two stand from each other: "310 votes apart", "six points ahead".
func (r *reader) standing(k int) bool {
	for n := k + 1; n < k+6; n++ {
		if r.has(n, apart) {
			return true
		}
	}
	return false
}

// lead reports what a survey has a candidate do: "has Moreno leading Haas by six points", "has Moreno up 12 points".
func (r *reader) lead(j, end int) bool {
	k := r.whoseShare(j)
	if k <= j || r.tag(k) != "VBG" && r.tag(k) != "RB" && r.tag(k) != "RP" && r.tag(k) != "IN" || r.low(k) == "of" { // "has a margin of error of 3 percent"
		return false
	}
	for ; k < min(end, j+12) && !r.stop(k) && !r.finiteAt(k); k++ {
		if r.shareAt(k) {
			return true
		}
	}
	return false
}

// onList reports "has 1,050 on its list", "had 36 in its records".
func (r *reader) onList(j, end int) bool {
	for k := j + 1; k < end && k < j+10; k++ {
		if (r.low(k) == "on" || r.low(k) == "in") && (r.low(k+1) == "its" || r.low(k+1) == "their" || r.low(k+1) == "the" || r.low(k+1) == "his") {
			for n := k + 2; n < k+5; n++ {
				if r.is(n, figure|document) {
					return true
				}
			}
		}
	}
	return false
}

// listOf reports "has a list of 125", "keeps its own register of some 36".
func (r *reader) listOf(j int) bool {
	for k := j + 1; k < j+4; k++ {
		if r.is(k, document) && r.low(k+1) == "of" && r.isNumber(r.skipBound(k+2)) {
			_, end := r.segment(k)
			for n := k + 3; n < end; n++ {
				if r.is(n, say|tell) && r.isVerb(n) {
					return false // somebody tells of it
				}
			}
			return true
		}
	}
	return false
}
