package reconcile

import (
	"slices"

	"crosstally/pipeline/claim"
)

// A ruling is the verdict on one question, with the pairs of figures it rests on.
type ruling struct {
	verdict Verdict
	clashes []clash // figures that cannot all be true
	steps   []clash // figures that time parts, earlier first
	inside  []clash // of one article in one voice: noted, no conflict
	shared  *figure // one that gives the value agreed on
}

// A clash is two figures that differ, and why that is or is not a conflict.
type clash struct {
	a, b *figure
	why  string
}

// judge applies the rules in order: single, conflict, updated, agree, compatible.
func judge(fs []*figure) ruling {
	live := slices.DeleteFunc(slices.Clone(fs), (*figure).denied)
	core := slices.DeleteFunc(slices.Clone(live), func(f *figure) bool { return !f.asserted() })
	if len(core) == 0 {
		core = slices.DeleteFunc(slices.Clone(live), func(f *figure) bool { return f.Modality == claim.Possible })
	}
	r := ruling{verdict: Compatible}
	r.weigh(core)
	r.follow(live)
	switch {
	case documents(live) < 2:
		r.verdict = Single
	case len(r.clashes) > 0:
		r.verdict = Conflict
	case len(r.steps) > 0:
		r.verdict = Updated
	default:
		if r.shared = agreed(live); r.shared != nil {
			r.verdict = Agree
		}
	}
	return r
}

func documents(fs []*figure) int {
	seen := map[int]bool{}
	for _, f := range fs {
		seen[f.doc] = true
	}
	return len(seen)
}

// weigh finds the pairs that cannot both be true and that nothing explains.
func (r *ruling) weigh(core []*figure) {
	revised := revisions(core)
	for i, a := range core {
		for _, b := range core[i+1:] {
			if a.span.meets(b.span) {
				continue
			}
			if explained(a, b, core, revised) {
				continue
			}
			if a.doc == b.doc && oneVoice(a, b) {
				r.inside = append(r.inside, clash{a, b, "one article gives both"})
				continue
			}
			r.clashes = append(r.clashes, clash{a, b, "same question, same time"})
		}
	}
}

// oneVoice reports whether one article gives both figures as its own or of one source: a slip or a misreading, not two
// sources that disagree.
func oneVoice(a, b *figure) bool {
	return a.doc == b.doc && (a.origin == b.origin || sameOrigin(a, b))
}

// follow finds the pairs that time parts.
func (r *ruling) follow(live []*figure) {
	for i, a := range live {
		for _, b := range live[i+1:] {
			if !a.span.differs(b.span) {
				continue
			}
			switch order := a.when.compare(b.when, a.doc == b.doc); {
			case order < 0:
				r.steps = append(r.steps, clash{a, b, ""})
			case order > 0:
				r.steps = append(r.steps, clash{b, a, ""})
			case a.asserted() && b.asserted() && a.frame.class.motion == rising && sameOrigin(a, b) && !a.span.meets(b.span):
				if a.span.above(b.span) {
					a, b = b, a
				}
				r.steps = append(r.steps, clash{a, b, ""})
			}
		}
	}
}

// A revision is a number that one origin, or one article's telling, replaced by another.
type revision struct{ from, to interval }

// revisions collects the steps that an origin takes back its own figure by, and that an article itself tells.
func revisions(core []*figure) []revision {
	var out []revision
	for i, a := range core {
		for _, b := range core[i+1:] {
			if a.span.meets(b.span) || !a.span.exact || !b.span.exact {
				continue
			}
			order := a.when.compare(b.when, a.doc == b.doc)
			if order == 0 || !sameOrigin(a, b) && !(a.doc == b.doc && (a.Attribution == "" || b.Attribution == "")) {
				continue
			}
			if order < 0 {
				out = append(out, revision{a.span, b.span})
			} else {
				out = append(out, revision{b.span, a.span})
			}
		}
	}
	return out
}

// explained reports whether time accounts for the difference of two figures that cannot both be true at once.
func explained(a, b *figure, core []*figure, revised []revision) bool {
	order := a.when.compare(b.when, a.doc == b.doc)
	if order > 0 {
		a, b = b, a
	}
	move := a.frame.class.motion
	if a.Frame.Stock && b.Frame.Stock {
		move = moving
	}
	if order == 0 {
		// One origin gives two tolls for one day: the larger is the later.
		return move != settled && (sameOrigin(a, b) || lookingBack(a, core) || lookingBack(b, core))
	}
	if move == moving || sameOrigin(a, b) {
		return true
	}
	if move == rising && b.span.above(a.span) {
		return true
	}
	for _, v := range revised {
		if v.from.meets(a.span) && v.to.meets(b.span) && a.span.exact && b.span.exact {
			return true
		}
	}
	return stale(a, b, core) || a.when.day == b.when.day && lookingBack(b, core)
}

// lookingBack reports whether f is told on a later day than it held, in an article that goes on from it to other figures:
// a stage of that day, which other stages of the same day do not contradict.
func lookingBack(f *figure, core []*figure) bool {
	if f.frame.class.motion == settled || f.when.pubDay <= f.when.day {
		return false
	}
	return slices.ContainsFunc(core, func(g *figure) bool {
		return g.doc == f.doc && g != f && g.span.differs(f.span) && (g.when.compare(f.when, true) > 0 || sameOrigin(f, g))
	})
}

// stale reports whether b, the later, merely repeats an old figure: it names no day and no new source, and the same
// number had been given before a.
func stale(a, b *figure, core []*figure) bool {
	if b.Frame.AsOfTold || b.Attribution != "" && b.frame.class.motion != rising || a.frame.class.motion == settled || a.doc == b.doc {
		return false
	}
	for _, c := range core {
		if c.doc != b.doc && c.span.exact && b.span.exact && c.span.lo == b.span.lo && c.when.compare(a.when, c.doc == a.doc) < 0 && (b.Attribution == "" || sameOrigin(b, c)) {
			return true
		}
	}
	return false
}

// agreed returns a figure whose value two articles give and every other figure contains. An approximate value is agreed on
// only when all give it alike.
func agreed(live []*figure) *figure {
	for _, f := range live {
		if f.Value == nil {
			continue
		}
		docs, all := map[int]bool{}, true
		for _, g := range live {
			same := alike(f, g)
			if !same && !(f.span.exact && g.span.contains(f.span)) {
				all = false
				break
			}
			if same {
				docs[g.doc] = true
			}
		}
		if all && len(docs) >= 2 {
			return f
		}
	}
	return nil
}

// alike reports whether two figures give one value in the same way.
func alike(a, b *figure) bool {
	return b.Value != nil && a.span.exact == b.span.exact && a.span.lo == b.span.lo && a.span.hi == b.span.hi
}
