// Package edit tells what an article's new version says otherwise than the one before.
//
// In:  two readings of one article. Out: the numbers, names and dates that changed, were added or were taken out; nothing where
// only the wording did. A number is the same when its figure is, whatever words stand round it now; one that is counted of the
// same thing with the same verb but has another figure has changed ("8 -> 9").
//
// It misses a figure that moved to another thing while an equal one took its place.
package edit

import (
	"slices"
	"strings"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// Kind is what changed.
type Kind string

// The kinds of changes.
const (
	Number Kind = "number"
	Name   Kind = "name"
	Date   Kind = "date"
)

// A Change is one difference. From or To is "" for what was added or taken out.
type Change struct {
	Kind  Kind   `json:"kind"`
	From  string `json:"from"`
	To    string `json:"to"`
	What  string `json:"what,omitempty"`  // of a number: the thing counted
	Quote string `json:"quote,omitempty"` // of a number: its sentence, in the new version unless it was taken out
}

// Between lists what changed from one version to the next: numbers in the order of the new text, then names, then dates.
func Between(before, after claim.Reading) []Change {
	out := numbers(before.Claims, after.Claims)
	var was, is []string
	for _, n := range before.Names {
		was = append(was, n.Name)
	}
	for _, n := range after.Names {
		is = append(is, n.Name)
	}
	out = append(out, sets(Name, was, is)...)
	was, is = nil, nil
	for _, d := range before.Dates {
		was = append(was, d.Value)
	}
	for _, d := range after.Dates {
		is = append(is, d.Value)
	}
	return append(out, sets(Date, was, is)...)
}

// numbers pairs the claims of two versions: first those that are the same, then those of one thing and verb, whose figure
// changed, then those with one figure, which was put in other words.
func numbers(before, after []claim.Claim) (out []Change) {
	was, is := open(before), open(after)
	changed := map[int]string{} // index in after -> the figure before
	pair(was, is, func(a, b claim.Claim) bool { return figure(a) == figure(b) && thing(a) == thing(b) }, nil)
	pair(was, is, func(a, b claim.Claim) bool { return thing(a) == thing(b) }, func(i, j int) { changed[j] = figure(before[i]) })
	pair(was, is, func(a, b claim.Claim) bool { return figure(a) == figure(b) }, nil)
	for j, c := range after {
		if old, ok := changed[j]; ok || is.has(j) {
			out = append(out, Change{Number, old, figure(c), what(c), c.Quote})
		}
	}
	for i, c := range before {
		if was.has(i) {
			out = append(out, Change{Number, figure(c), "", what(c), c.Quote})
		}
	}
	return once(out)
}

// unpaired are the claims of a version that have no partner yet, by index.
type unpaired struct {
	claims []claim.Claim
	paired []bool
}

func open(cs []claim.Claim) *unpaired { return &unpaired{cs, make([]bool, len(cs))} }

func (u *unpaired) has(i int) bool { return !u.paired[i] }

// pair finds partners in text order.
func pair(was, is *unpaired, fit func(a, b claim.Claim) bool, found func(i, j int)) {
	for i, a := range was.claims {
		for j := 0; j < len(is.claims) && !was.paired[i]; j++ {
			if !is.paired[j] && fit(a, is.claims[j]) {
				was.paired[i], is.paired[j] = true, true
				if found != nil {
					found(i, j)
				}
			}
		}
	}
}

// figure writes a claim's number as facts do.
func figure(c claim.Claim) string {
	return reconcile.Value{Value: c.Value, Lower: c.Lower, Upper: c.Upper, Approximate: c.Approximate}.Figure()
}

// thing is what a number is of: figures of one thing answer one question of the article.
func thing(c claim.Claim) string {
	return strings.Join([]string{c.Unit, c.Predicate, string(c.Modality)}, "\x00")
}

func what(c claim.Claim) string { return strings.TrimSpace(c.Unit + " " + c.Predicate) }

// once leaves out what the headline and the text both say.
func once(cs []Change) (out []Change) {
	for _, c := range cs {
		if !slices.ContainsFunc(out, func(x Change) bool { return x.Kind == c.Kind && x.From == c.From && x.To == c.To && x.What == c.What }) {
			out = append(out, c)
		}
	}
	return out
}

// sets compares what is named, however often. What was taken out and what came in its place are one change where there is one of each.
func sets(kind Kind, was, is []string) (out []Change) {
	gone, added := missing(was, is), missing(is, was)
	if len(gone) == 1 && len(added) == 1 {
		return []Change{{Kind: kind, From: gone[0], To: added[0]}}
	}
	for _, x := range gone {
		out = append(out, Change{Kind: kind, From: x})
	}
	for _, x := range added {
		out = append(out, Change{Kind: kind, To: x})
	}
	return out
}

// missing lists what of a list is not in the other, sorted.
func missing(of, in []string) (out []string) {
	for _, x := range of {
		if x != "" && !slices.Contains(in, x) && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	slices.Sort(out)
	return out
}
