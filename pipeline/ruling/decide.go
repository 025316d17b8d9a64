package ruling

import (
	"slices"

	"crosstally/pipeline/reconcile"
)

// A Book is the rulings that stand, found by the articles they hang on.
type Book struct {
	standing []Ruling
	byURL    map[string][]int
	onNames  []int // these bind every story
}

// NewBook opens the rulings, in order of id. Those undone do not stand.
func NewBook(all []Ruling) *Book {
	b := &Book{byURL: map[string][]int{}}
	for _, r := range all {
		if r.Undone != nil {
			continue
		}
		i := len(b.standing)
		b.standing = append(b.standing, r)
		if len(r.Names) > 0 {
			b.onNames = append(b.onNames, i)
		}
		for _, c := range slices.Concat(r.Claims, r.With) {
			if on := b.byURL[c.URL]; len(on) == 0 || on[len(on)-1] != i {
				b.byURL[c.URL] = append(on, i)
			}
		}
	}
	return b
}

// Standing is how many rulings stand.
func (b *Book) Standing() int { return len(b.standing) }

// Decide sets the decisions that stand on a fact, oldest first.
func (b *Book) Decide(f *reconcile.Fact) {
	f.Rulings = nil
	if len(b.standing) == 0 {
		return
	}
	var near []int
	for _, v := range f.Values {
		for _, s := range v.Sources {
			near = append(near, b.byURL[s.URL]...)
		}
	}
	if len(near) == 0 {
		return
	}
	slices.Sort(near)
	here := anchors(*f)
	for _, i := range slices.Compact(near) {
		r := b.standing[i]
		if kept := r.kept(here); r.on(kept) {
			f.Rulings = append(f.Rulings, r.decision(*f))
		}
	}
}

// kept returns the claims of a ruling that are among those of a fact.
func (r Ruling) kept(here []Claim) (out []Claim) {
	for _, a := range slices.Concat(r.Claims, r.With) {
		if slices.ContainsFunc(here, a.is) {
			out = append(out, a)
		}
	}
	return out
}

// on reports whether a ruling is on a fact that holds some of its claims: at least half of them, or what it decides of. So it
// stays with a fact that grows, and goes with its figures when a fact is parted.
func (r Ruling) on(kept []Claim) bool {
	if len(kept) == 0 {
		return false
	}
	if 2*len(kept) >= len(r.Claims) {
		return true
	}
	switch r.Kind {
	case Split, Merge: // on every part of what they part or join
		return true
	case Accept, Reject:
		return slices.ContainsFunc(kept, func(c Claim) bool { return c.Figure.same(*r.Figure) })
	case NotAConflict:
		return slices.ContainsFunc(kept[1:], func(c Claim) bool { return !c.Figure.same(kept[0].Figure) })
	}
	return false
}

// decision is a ruling as it stands on a fact today.
func (r Ruling) decision(f reconcile.Fact) reconcile.Decision {
	d := reconcile.Decision{ID: r.ID, Kind: string(r.Kind), Note: r.Note, By: r.By, When: r.When, Why: r.Why}
	if g := r.Figure; g != nil {
		d.Figure, d.Value, d.Lower, d.Upper, d.Approximate = g.Words, g.Value, g.Lower, g.Upper, g.Approximate
	}
	switch r.Kind {
	case Reject:
		d.RepeatedBy = r.repeats(f)
	case NotAConflict:
		d.OvertakenBy = r.overtaken(f)
	}
	return d
}

// repeats lists the articles that give a rejected figure and did not when it was rejected. Who denies it does not repeat it.
func (r Ruling) repeats(f reconcile.Fact) (out []reconcile.Repeated) {
	known := map[string]bool{}
	for _, c := range r.Claims {
		if c.Figure.same(*r.Figure) {
			known[c.URL] = true
		}
	}
	for _, v := range f.Values {
		if !figureOf(v).same(*r.Figure) || v.Modality == "denied" {
			continue
		}
		for _, s := range v.Sources {
			if !known[s.URL] {
				known[s.URL] = true
				out = append(out, reconcile.Repeated{Source: s.Source, URL: s.URL, Published: s.Published, Quote: s.Quote, CopiedFrom: s.CopiedFrom})
			}
		}
	}
	return out
}

// overtaken lists the figures that conflict and were not on the table when it was ruled that none do. One that tells a figure
// which was there in vaguer words is not new: "at least 14" where 14 was.
func (r Ruling) overtaken(f reconcile.Fact) (out []string) {
	seen := map[string]bool{}
	for _, g := range inConflict(f) {
		if !seen[g.Words] && !slices.ContainsFunc(r.Claims, func(c Claim) bool { return c.Figure.same(g) || g.allows(c.Figure) }) {
			out = append(out, g.Words)
		}
		seen[g.Words] = true
	}
	return out
}

// inConflict lists the figures of a fact that conflict with another. The pairs that a fact carries are cut to the ones that
// decide; where all of them conflict there may be more, and every asserted figure is taken.
func inConflict(f reconcile.Fact) (out []Figure) {
	if f.Verdict != reconcile.Conflict {
		return nil
	}
	type place struct {
		url   string
		start int
	}
	clash, cut := map[place]bool{}, true
	if f.Reason != nil {
		for _, p := range f.Reason.Pairs {
			if cut = p.Relation == reconcile.Conflict; !cut {
				break
			}
			clash[place{p.A.URL, p.A.Start}], clash[place{p.B.URL, p.B.Start}] = true, true
		}
	}
	for _, v := range f.Values {
		if cut && v.Modality == "asserted" || slices.ContainsFunc(v.Sources, func(s reconcile.Source) bool { return clash[place{s.URL, s.Start}] }) {
			out = append(out, *figureOf(v))
		}
	}
	return out
}
