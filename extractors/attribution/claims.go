package attribution

import "strings"

// Claims, estimates and statements as nouns: "the union's claim that", "according to an estimate".

// readClaim reads a noun for something said, with what it says: "the RSF's claim to have killed 42", "rumours that 24 had died",
// "a report by X of 14 deaths".
func (r *reader) readClaim(rule string, i int) bool {
	if r.isVerb(i) {
		return false
	}
	j, p := i+1, i-1
	for p > 0 && strings.HasPrefix(r.tag(p), "JJ") {
		p-- // "the union's earlier claim"
	}
	var src source
	switch {
	case r.low(p) == "'s" || r.tag(p) == "POS":
		from, to, ok := r.before(p)
		if !ok {
			return false
		}
		src = r.sourceOf(from, to)
	case r.tag(p) == "PRP$":
		src = r.possessor(p)
	case r.low(j) == "by" || r.low(j) == "from":
		to := r.after(j + 1)
		if to <= j+1 {
			return false
		}
		src, j = r.sourceOf(j+1, to), to
	case r.sourceHead(i-1) && r.low(i-1) != "death":
		from, to, ok := r.before(i)
		if !ok {
			return false
		}
		src = r.sourceOf(from, to)
	case r.bareClaim(i):
		j = r.claimThat(i)
		from, to, ok := r.before(i + 1)
		if !ok {
			return false
		}
		src = r.sourceOf(from, to)
		if src.name == "" || src.own || (r.low(from-1) == "had" || r.low(from-1) == "has" || r.low(from-1) == "have") && r.pronounInFrame(from-2, from-1) {
			return false // "said that it had credible reports of 38"
		}
		src.kind = document
		if r.low(i+2) == "by" || r.low(i+1) == "by" { // "a rumour spread by local media that"
			if by := r.sourceOf(r.skipTo(i+1, "by")+1, j); by.creditable() {
				src = by
			}
		}
	default:
		return false
	}
	if src.kind == 0 || src.numeric || src.place && r.is(i, figure) {
		return false
	}
	switch r.low(j) {
	case "that", "of", "to":
	default:
		return false
	}
	end := r.clauseEnd(j)
	for k := j + 1; k < end; k++ {
		if w := r.low(k); (w == "is" || w == "was" || w == "are" || w == "were" || w == "dismissed" || w == "rejected" || w == "denied") && (r.low(j) != "that" || k > j+6) {
			end = k
			break
		}
	}
	for k := j + 1; k < end && r.low(j) == "of"; k++ {
		if r.low(k) == "," && r.ownClause(k+1, end) {
			end = k // "denying claims of theft, 40 members voted"
		}
	}
	if !r.hasNumber(j, end) || src.own {
		return false
	}
	r.emit(rule, "claim", src, j, end)
	return true
}

// bareClaim reports a noun that is a source of its own: "rumours that", "media reports of", "posts on social media that".
func (r *reader) bareClaim(i int) bool {
	if r.isNumber(i-1) || r.is(i-1, verbs) && !r.is(i-1, deny) && r.isVerb(i-1) {
		return false // "43 reports of fire, 16 of them false", "Insurers expect claims of 4 million": theirs
	}
	switch r.low(i) {
	case "rumours", "rumors", "rumour", "rumor", "speculation", "reports", "allegations", "claims", "posts":
		return r.low(i+1) == "of" && r.low(i) != "posts" || r.low(r.claimThat(i)) == "that"
	}
	return false
}

// claimThat returns where "that" follows the noun at i, over "on social media", "spread by local papers"; else the next token.
func (r *reader) claimThat(i int) int {
	for k := i + 1; k < i+8 && k < len(r.toks) && !r.stop(k); k++ {
		switch w := r.low(k); {
		case w == "that":
			return k
		case w == "ran" && r.low(k+1) == "that", w == "has" && r.low(k+1) == "it" && r.low(k+2) == "that": // "the rumour ran that"
		case r.finiteAt(k) && r.low(k+1) != "by", w == "of" && k == i+1, r.isNumber(k):
			return i + 1
		}
	}
	return i + 1
}

// skipTo returns the first token from i on that is w; there is one.
func (r *reader) skipTo(i int, w string) int {
	for r.low(i) != w && i < len(r.toks) {
		i++
	}
	return i
}

// possessor resolves "his", "its", "their" to the sentence's subject, else to who was last credited.
func (r *reader) possessor(k int) source {
	if f, t, ok := r.mainSubject(); ok && t <= k {
		src := r.sourceOf(f, t)
		isPerson := src.kind == person || src.speaker != ""
		if w := r.low(k); (src.creditable() || src.place && w == "its") && !(isPerson && w == "its") && !(!isPerson && (w == "his" || w == "her")) {
			return src // also a place, which is then nobody's to credit
		}
	}
	var src source
	switch r.low(k) {
	case "his", "her":
		src = r.memory.person
	case "its":
		src = r.memory.body
	case "their":
		src = r.memory.group
		if src.name == "" {
			src = r.memory.any
		}
	}
	if src.name == "" {
		src.own = true
	}
	return src
}
