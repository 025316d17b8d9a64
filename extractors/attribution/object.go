package attribution

// What the subject of a verb tells is its object: the frame of most credits.

// object credits the subject of the verb at i with its object where the source is one that gives figures and ok holds for
// the object's tokens [j,end).
func (r *reader) object(rule, kind string, i int, ok func(src *source, j, end int) bool) bool {
	return r.objectFrom(rule, kind, i, i+1, ok)
}

// objectFrom is object where what the source tells begins at token at.
func (r *reader) objectFrom(rule, kind string, i, at int, ok func(src *source, j, end int) bool) bool {
	if r.is(i, ing) && !r.progressive(i) || !r.isVerb(i) || r.low(i+1) == "by" && !r.is(i+2, medium) && !r.tellsWith(i, "by") {
		return false
	}
	from, to, found := r.subject(i)
	if !found {
		return false
	}
	if r.low(from-1) == "whose" { // "the union, whose observers counted 14"
		k := from - 1
		if r.low(k-1) == "," {
			k--
		}
		if f, t, ok := r.before(k); ok {
			from, to = f, t
		}
	}
	if r.low(from-1) == "than" && r.ends(i+1) {
		return false // "six more than the firm admits, and that 30 …"
	}
	src := r.cited(r.sourceOf(from, to), from, i)
	end := r.clauseEnd(at)
	switch kind {
	case "wanted":
		end = r.actEnd(at)
	case "document":
		end = r.saidEnd(at)
	case "counted":
		end = r.listEnd(at, end)
	case "said":
		if r.low(at) == "for" {
			end = min(end, r.actEnd(at)) // "calls for an inquiry as six officers face trial"
		}
	}
	if r.low(to) == "who" && r.low(to-1) != "," {
		for k := at; k < end; k++ {
			if r.low(k) == "," {
				end = k // "men who counted 12 boats, more than the 14 sold"
			}
		}
	}
	if kind == "wanted" && r.low(from-2) == "," && (r.low(from-1) == "which" || r.low(from-1) == "whom") {
		for k := at; k < end; k++ {
			if r.low(k) == "," {
				end = k // "The bridge, which the town wants to close, carries 300 cars"
			}
		}
	}
	if kind == "wanted" && r.hasNumber(from, to) && r.low(to) == "who" {
		return false // "20 of the 29 people who need a bed"
	}
	if r.low(from) == "our" && r.is(from+1, own) {
		return false // what the outlet's own reporter has counted is the outlet's figure
	}
	if src.own || src.numeric || src.kind == 0 || src.place && kind != "wanted" && kind != "said" || !ok(&src, at, end) {
		return false
	}
	f := frame{from: from, to: to, verb: i, src: src, right: true, credit: -1}
	if !r.pronounInFrame(from, to) {
		if start, ok := r.front(from); ok && r.hasNumber(start, from) && kind != "wanted" {
			r.emit(rule, kind, src, start, from)
		}
		f.credit = r.emit(rule, kind, src, at, end)
	}
	r.frames = append(r.frames, f)
	return true
}

// pronounInFrame reports a subject that stands for the speaker or his own people inside what he says, who is credited
// already: "The office said that it had verified 14 deaths", "that its volunteers had seen 14".
func (r *reader) pronounInFrame(from, to int) bool {
	if (to != from+1 || !r.is(from, pronoun)) && r.tag(from) != "PRP$" {
		return false
	}
	for n := range r.frames {
		if f := &r.frames[n]; f.right && f.credit >= 0 && !r.credits[f.credit].Denies && f.verb < from && r.credits[f.credit].Scope.End > r.toks[from].Start {
			return true
		}
	}
	return false
}
