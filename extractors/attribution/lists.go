package attribution

import "crosstally/pipeline/article"

// Lists below a line that says whose they are: "The union calls for:", and below it "• 300 nurses".

// readListed credits the items of a list with whom the line before it credits.
func (r *reader) readListed() {
	if r.s.Kind == article.Item && r.listed.name != "" && r.s.Block-r.listBlock <= 1 {
		r.listBlock = r.s.Block
		r.emit("listed", "said", r.listed, 0, len(r.toks))
		return
	}
	r.listed, r.listBlock = source{}, r.s.Block
	if n := len(r.toks) - 1; n > 0 && r.low(n) == ":" {
		if src := r.leadsTo(n); src.creditable() {
			r.listed = src
		}
	}
}

// listing are the classes of verbs behind whose colon a source's own words or figures stand.
const listing = say | tell | count | put | show | speak

// leadsTo returns who is credited with what stands behind the colon at token n that ends a line: the subject of the last verb that tells, else who owns or
// gives what the line names.
func (r *reader) leadsTo(n int) source {
	for v := n - 1; v > 0; v-- {
		switch {
		case r.is(v, deny) && r.isVerb(v):
			return source{own: true}
		case r.is(v, according) && r.low(v+1) == "to":
			return r.sourceOf(v+2, r.after(v+2))
		case r.is(v, listing) && !r.is(v, aux) && r.isVerb(v):
			if from, to, ok := r.subject(v); ok && from > 0 && r.low(from-1) != "," {
				continue // of a clause beside: "As the president says, here are the numbers:"
			} else if ok && r.tag(from) == "PRP$" && r.is(r.coreEnd(from, to)-1, document) {
				return r.possessor(from) // "her list reads:"
			} else if ok {
				return r.sourceOf(from, to)
			}
		}
	}
	if r.finite(0, n) {
		return source{own: true}
	}
	for k := 1; k < n; k++ {
		switch w := r.low(k); {
		case (w == "'s" || r.tag(k) == "POS") && r.is(n-1, figure|wantNoun|claim|document): // "The union's demands:"
			return r.sourceOf(0, k)
		case (w == "from" || w == "by") && r.is(k-1, figure|wantNoun|claim|document): // "The latest figures from the ministry:"
			return r.sourceOf(k+1, r.after(k+1))
		}
	}
	return source{own: true}
}
