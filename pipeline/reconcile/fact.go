package reconcile

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// newFact writes the fact that the figures of one question make.
func newFact(st Story, q []*figure, r ruling, es *entities) *Fact {
	f := &Fact{ID: hashID("fact", q[0].key()), Story: StoryRef{ID: st.ID, Title: st.Title}, Verdict: r.verdict, Values: values(q), Changes: changes(r), Checks: inside(r)}
	f.Unit = most(q, func(x *figure) string { return x.Unit })
	f.Object = most(q, func(x *figure) string { return x.Object })
	f.Predicate = most(q, func(x *figure) string { return x.Predicate })
	if f.Place = most(q, func(x *figure) string { return x.Place }); f.Place != "" {
		if canonical := es.names([]string{es.of(f.Place)}); len(canonical) == 1 {
			f.Place = canonical[0]
		}
	}
	place := f.Place
	if also := most(q, func(x *figure) string { return x.frame.also }); also != "" && place != "" {
		place = strings.Join(es.names([]string{most(q, func(x *figure) string { return x.frame.place }), also}), " and ")
	}
	f.Question = ask(q, f.Unit, f.Object, place)
	f.IndependentSources = voices(q)
	f.Why = because(r, q)
	f.Reason = reasonOf(q, r)
	return f
}

// most returns the commonest value, the least of equals; empty only if nothing else is given.
func most(q []*figure, of func(*figure) string) string {
	n := map[string]int{}
	best := ""
	for _, x := range q {
		if s := of(x); s != "" {
			n[s]++
		}
	}
	for s, k := range n {
		if best == "" || k > n[best] || k == n[best] && s < best {
			best = s
		}
	}
	return best
}

// values lists the figures of a question: one entry for each number, bounds, as-of and modality, one source a mention.
func values(q []*figure) []Value {
	var out []Value
	at := map[string]int{}
	for _, f := range q {
		k := fmt.Sprint(num(f.Value), num(f.Lower), num(f.Upper), f.Approximate, f.AsOf, f.Modality)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Value{Value: f.Value, Lower: f.Lower, Upper: f.Upper, Approximate: f.Approximate, AsOf: f.AsOf, Modality: f.Modality})
		}
		out[i].Sources = append(out[i].Sources, Source{Source: f.art.Source, URL: f.art.URL, Published: f.art.Published, Quote: f.Quote, Text: f.Text,
			Start: f.Start, End: f.End, Field: string(f.Field), Attribution: f.Attribution, AttributionText: f.AttributionText, Speaker: f.Speaker, CopiedFrom: f.copied, Rule: f.Rule})
	}
	slices.SortStableFunc(out, func(a, b Value) int {
		return cmp.Or(strings.Compare(a.AsOf, b.AsOf), cmp.Compare(size(a), size(b)), cmp.Compare(num(a.Lower), num(b.Lower)), cmp.Compare(num(a.Upper), num(b.Upper)), strings.Compare(string(a.Modality), string(b.Modality)))
	})
	return out
}

func num(p *float64) float64 {
	if p == nil {
		return math.Inf(-1)
	}
	return *p
}

// size orders values: by the number, else by a bound.
func size(v Value) float64 {
	for _, p := range []*float64{v.Value, v.Lower, v.Upper} {
		if p != nil {
			return *p
		}
	}
	return 0
}

// voices counts the independent origins of the figures that are not denied.
func voices(q []*figure) int {
	seen := map[string]bool{}
	for _, f := range q {
		if !f.denied() {
			seen[f.origin] = true
		}
	}
	return len(seen)
}

// changes lists the steps between values in order of time. Where sources conflict only those count that one of them takes itself.
func changes(r ruling) []Change {
	out := []Change{} // a list in JSON too, never null
	steps := stepsOf(r)
	from := map[interval][]relation{} // a flood of figures of one question makes many steps
	for _, s := range steps {
		from[s.a.span] = append(from[s.a.span], s)
	}
	for _, s := range steps {
		if s.a.doc == s.b.doc && !sameOrigin(s.a, s.b) { // two voices of one article are no step
			continue
		}
		if r.verdict == Conflict && s.code == codeLater || !s.a.asserted() && r.verdict == Conflict || skips(s, from[s.a.span]) {
			continue
		}
		out = append(out, Change{From: amount(s.a), To: amount(s.b), Why: fmt.Sprintf("%s, %s; then %s, %s", who(s.a), on(s.a), who(s.b), on(s.b))})
	}
	return out
}

// skips reports whether another figure lies between the two of s; steps are those from the figure that s begins with.
func skips(s relation, steps []relation) bool {
	for _, t := range steps {
		if t.b.span != s.b.span && t.b.when.compare(s.b.when, t.b.doc == s.b.doc) < 0 {
			return true
		}
	}
	return false
}

// inside lists what one article gives twice and differently in one voice.
func inside(r ruling) []Check {
	out := []Check{}
	seen := map[string]bool{}
	for _, s := range r.of(Single) {
		e := amount(s.a) + " = " + amount(s.b)
		if !seen[e] {
			seen[e] = true
			out = append(out, Check{Expression: e, Holds: false, Why: s.a.art.Source + " gives both numbers for one question"})
		}
	}
	return out
}

// who names who says a figure.
func who(f *figure) string {
	s := f.art.Source
	if f.copied != "" {
		s += " (from " + f.copied + ")"
	}
	switch {
	case f.Attribution != "":
		return f.Attribution + " in " + s
	}
	return s
}

func on(f *figure) string { return firstDay(cmp.Or(f.AsOf, f.art.Published)) }

// because says in words why the verdict is what it is.
func because(r ruling, q []*figure) string {
	say := func(f *figure) string { return fmt.Sprintf("%s (%s, %s)", amount(f), who(f), on(f)) }
	switch r.verdict {
	case Single:
		i := max(0, slices.IndexFunc(q, func(f *figure) bool { return !f.denied() }))
		return "Only " + q[i].art.Source + " gives a figure."
	case Conflict:
		cs := r.of(Conflict)
		s := say(cs[0].a) + " and " + say(cs[0].b) + " cannot both be true"
		if n := len(cs) - 1; n > 0 {
			s += fmt.Sprintf("; %s of figures clash likewise", plenty(n, "more pair"))
		}
		return s + "."
	case Updated:
		steps := stepsOf(r)
		first, last := steps[0], steps[len(steps)-1]
		s := "From " + say(first.a) + " to " + say(last.b)
		switch last.code {
		case codeRevised:
			return s + ": one source goes on from its own figure."
		case codeSequence:
			return s + ": an article tells the step itself."
		}
		return s + ": later figures take the place of earlier ones."
	case Agree:
		docs := documents(slices.DeleteFunc(slices.Clone(q), func(f *figure) bool { return f.denied() || !alike(r.shared, f) }))
		return fmt.Sprintf("%d articles give %s, and every other figure allows it.", docs, amount(r.shared))
	}
	for _, x := range r.relations {
		switch {
		case x.code == codeUnlike:
			return say(x.a) + " and " + say(x.b) + " lie too far apart to be two counts of one thing: look whether one is a part of the other."
		case x.code == codeUncertain && !x.a.span.meets(x.b.span):
			if !x.a.asserted() && !x.b.asserted() {
				return say(x.a) + " and " + say(x.b) + " cannot both be so, but neither is told as fact."
			}
			return say(x.a) + " and " + say(x.b) + " cannot both be so, but only one is told as fact."
		}
	}
	return "The figures differ in precision or bounds only."
}

// stepsOf returns the steps of an updated figure in order of time, one for each two numbers.
func stepsOf(r ruling) []relation {
	var out []relation
	seen := map[[2]interval]bool{}
	for _, x := range r.relations {
		if k := [2]interval{x.a.span, x.b.span}; x.kind == Updated && !seen[k] {
			seen[k] = true
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(x, y relation) int {
		return cmp.Or(strings.Compare(x.a.when.key(), y.a.when.key()), strings.Compare(x.b.when.key(), y.b.when.key()))
	})
	return out
}

func plenty(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return itoa(n) + " " + what + "s"
}
