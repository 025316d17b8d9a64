package ruling

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"crosstally/pipeline/reconcile"
)

var (
	// ErrNoClaim is returned for a split that picks no claim of the fact, or all.
	ErrNoClaim = errors.New("no claims to set apart")
	// ErrTwoStories is returned for a merge of facts that no one story holds.
	ErrTwoStories = errors.New("the facts are of two stories")
)

// Apart makes a ruling that some claims of a fact answer a question of their own: those with a figure, or of a source, a speaker or
// an address, that picks name.
func Apart(f reconcile.Fact, picks []string, by Person) (Ruling, error) {
	r, err := start(Split, by)
	if err != nil {
		return r, fmt.Errorf("split %s: %w", f.ID, err)
	}
	r.Fact, r.Question = f.ID, f.Question
	for _, pick := range picks {
		if len(picked(f, pick)) == 0 {
			return r, fmt.Errorf("split %s: %w: nothing in it is %q; name a figure, a source, who is credited, or an address", f.ID, ErrNoClaim, pick)
		}
		r.With = append(r.With, picked(f, pick)...)
	}
	for _, c := range anchors(f) {
		if !slices.ContainsFunc(r.With, c.exactly) {
			r.Claims = append(r.Claims, c)
		}
	}
	if len(r.Claims) == 0 || len(r.With) == 0 {
		return r, fmt.Errorf("split %s: %w: %s names all of its claims", f.ID, ErrNoClaim, strings.Join(picks, ", "))
	}
	return r, nil
}

// picked returns the claims of a fact that a word names.
func picked(f reconcile.Fact, pick string) (out []Claim) {
	figure, err := figureIn(f, pick)
	for _, v := range f.Values {
		for _, s := range v.Sources {
			if err == nil && figureOf(v).same(*figureOf(figure)) || s.URL == pick || strings.EqualFold(s.Source, pick) || s.Attribution != "" && strings.EqualFold(s.Attribution, pick) {
				out = append(out, anchor(f, v, s))
			}
		}
	}
	return out
}

// One makes a ruling that two facts answer one question. A ruling that set some of their claims apart must be undone first.
func One(f, g reconcile.Fact, by Person) (Ruling, error) {
	r, err := start(Merge, by)
	if err != nil {
		return r, fmt.Errorf("merge %s and %s: %w", f.ID, g.ID, err)
	}
	switch {
	case f.ID == g.ID:
		return r, fmt.Errorf("merge %s: %w: it is one fact; name another", f.ID, ErrIncomplete)
	case f.Story.ID != g.Story.ID:
		return r, fmt.Errorf("merge %s and %s: %w, %q and %q; a question is one story's", f.ID, g.ID, ErrTwoStories, f.Story.Title, g.Story.Title)
	}
	for _, d := range f.Rulings {
		if d.Kind == string(Split) && slices.ContainsFunc(g.Rulings, func(e reconcile.Decision) bool { return e.ID == d.ID }) {
			return r, fmt.Errorf("merge %s and %s: %w: split by %s, ruling %d; take that back first: crosstally unrule %d", f.ID, g.ID, ErrContradicts, d.By, d.ID, d.ID)
		}
	}
	r.Fact, r.Question, r.Claims, r.With = f.ID, f.Question, anchors(f), anchors(g)
	return r, nil
}

// Names makes a ruling that two forms are one name, or two; an empty second form of a split is any other.
func Names(kind Kind, a, b string, by Person) (Ruling, error) {
	r, err := start(kind, by)
	if err != nil {
		return r, fmt.Errorf("%s %s: %w", kind, a, err)
	}
	if a == "" || b == "" && kind == NamesMerge || reconcile.SameForm(a, b) {
		return r, fmt.Errorf("%s %q and %q: %w: name two forms that differ", kind, a, b, ErrIncomplete)
	}
	r.Names = []string{a}
	if b != "" {
		r.Names = append(r.Names, b)
	}
	return r, nil
}

// AgainstNames reports the standing ruling that one on names repeats or contradicts.
func AgainstNames(r Ruling, all []Ruling) error {
	covers := func(x, y Ruling) bool { // x speaks of every pair that y does
		has := func(name string) bool {
			return slices.ContainsFunc(x.Names, func(n string) bool { return reconcile.SameForm(n, name) })
		}
		return len(x.Names) == 1 && slices.ContainsFunc(y.Names, has) || len(y.Names) == 2 && has(y.Names[0]) && has(y.Names[1])
	}
	for _, old := range all {
		if old.Undone == nil && (old.Kind == NamesMerge || old.Kind == NamesSplit) && (covers(old, r) || old.Kind != r.Kind && covers(r, old)) {
			return fmt.Errorf("%s %s: %w: %s %s by %s, ruling %d; take that back first: crosstally unrule %d", r.Kind, strings.Join(r.Names, " and "), ErrContradicts, old.Kind, strings.Join(old.Names, " and "), old.By, old.ID, old.ID)
		}
	}
	return nil
}

// NameOf is the name that a form stands for under the rulings: the first of those it was merged with.
func NameOf(form string, all []Ruling) string {
	for range all { // a merged name may be merged again
		was := form
		for _, r := range all {
			if r.Undone == nil && r.Kind == NamesMerge && reconcile.SameForm(r.Names[1], form) {
				form = r.Names[0]
			}
		}
		if form == was {
			break
		}
	}
	return form
}
