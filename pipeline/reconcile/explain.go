package reconcile

import (
	"cmp"
	"slices"
	"strings"
)

// A Reason is the whole ground of a fact as data: why its claims answer one question, and how each pair of them stands.
type Reason struct {
	Asks  []KeyPart `json:"asks"`
	Pairs []Pair    `json:"pairs"`
}

// A KeyPart is one thing that all claims of a question have in common, with the words they use for it.
type KeyPart struct {
	Part  string   `json:"part"` // "predicate", "counted", "place", "day", "restricted to", "belongs to", "phase"
	Words []string `json:"words"`
}

// A Pair is how two figures stand to each other, and by which rule.
type Pair struct {
	A        Told    `json:"a"`
	B        Told    `json:"b"`
	Relation Verdict `json:"relation"` // agree, compatible, updated, conflict; single for one article's own clash
	Rule     string  `json:"rule"`
}

// A Told is one figure in a pair.
type Told struct {
	Figure string `json:"figure"`
	By     string `json:"by"`
	On     string `json:"on"`
	URL    string `json:"url"`
	Start  int    `json:"start"`
}

// maxPairs bounds what a fact carries; the pairs that decide come first.
const maxPairs = 24

func reasonOf(q []*figure, r ruling) *Reason {
	return &Reason{Asks: keyParts(q), Pairs: pairsOf(r)}
}

func keyParts(q []*figure) []KeyPart {
	f := q[0].frame
	var out []KeyPart
	add := func(part string, words []string) {
		words = slices.DeleteFunc(sortedSet(words), func(s string) bool { return s == "" })
		if len(words) > 0 {
			out = append(out, KeyPart{part, words})
		}
	}
	all := func(of func(*figure) string) (out []string) {
		for _, x := range q {
			out = append(out, of(x))
		}
		return out
	}
	add("predicate", all(func(x *figure) string { return x.Predicate }))
	add("counted", all(func(x *figure) string { return x.Unit }))
	add("place", all(func(x *figure) string { return x.Place }))
	add("day", all(func(x *figure) string { return x.EventDate }))
	add("restricted to", f.restrictions())
	add("belongs to", slices.Clone(f.parties))
	add("phase", all(func(x *figure) string { return x.frame.phase }))
	return out
}

// pairsOf lists relations, one for each pair of figures with their voices, the ones that decide the verdict first.
func pairsOf(r ruling) []Pair {
	rank := func(v Verdict) int {
		return slices.Index([]Verdict{Conflict, Updated, Single, Compatible, Agree}, v)
	}
	rs := slices.Clone(r.relations)
	slices.SortStableFunc(rs, func(a, b relation) int { return cmp.Compare(rank(a.kind), rank(b.kind)) })
	var out []Pair
	seen := map[string]bool{}
	for _, x := range rs {
		k := strings.Join([]string{amount(x.a), x.a.origin, on(x.a), amount(x.b), x.b.origin, on(x.b)}, "\x00")
		if seen[k] {
			continue
		}
		seen[k] = true
		if out = append(out, Pair{toldBy(x.a), toldBy(x.b), x.kind, x.code}); len(out) == maxPairs {
			break
		}
	}
	return out
}

func toldBy(f *figure) Told {
	return Told{Figure: amount(f), By: who(f), On: on(f), URL: f.art.URL, Start: f.Start}
}
