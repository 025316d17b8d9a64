package reconcile

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"crosstally/pipeline/article"
)

// Checks are sums over figures that sources themselves give: parts against their whole, a flow against the change of a
// stock, a share against its base. They are said beside a fact and are never figures of their own.

// addChecks finds the sums that hold between a story's questions and hangs each on the fact it explains. facts[i] is the
// fact of qs[i].
func addChecks(facts []*Fact, qs [][]*figure, rulings []ruling) {
	docs := lay(qs)
	for _, d := range docs {
		d.sums(facts)
		d.shares(facts)
	}
	flows(facts, qs, rulings)
	for _, f := range facts {
		slices.SortStableFunc(f.Checks, func(a, b Check) int {
			return cmp.Or(strings.Compare(a.Expression, b.Expression), strings.Compare(a.Why, b.Why))
		})
		f.Checks = slices.CompactFunc(f.Checks, func(a, b Check) bool { return a.Expression == b.Expression })
	}
}

// A layout is the plain asserted numbers of one article in reading order.
type layout struct {
	fs    []*figure
	q     []int // question of each
	block []int // paragraph of each
}

func lay(qs [][]*figure) []*layout {
	byDoc := map[int]*layout{}
	type spot struct {
		f *figure
		q int
	}
	var all []spot
	for i, q := range qs {
		for _, f := range q {
			if f.asserted() && f.span.exact && !f.inTitle() {
				all = append(all, spot{f, i})
			}
		}
	}
	slices.SortFunc(all, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.f.doc, b.f.doc), cmp.Compare(a.f.Start, b.f.Start), cmp.Compare(a.f.End, b.f.End))
	})
	var out []*layout
	for _, s := range all {
		d := byDoc[s.f.doc]
		if d == nil {
			d = &layout{}
			byDoc[s.f.doc] = d
			out = append(out, d)
		}
		d.fs, d.q, d.block = append(d.fs, s.f), append(d.q, s.q), append(d.block, blockOf(s.f))
	}
	return out
}

// blockOf returns the number of the paragraph that a figure stands in.
func blockOf(f *figure) int {
	n, _ := slices.BinarySearchFunc(f.art.Blocks, f.Start, func(b article.Block, at int) int { return cmp.Compare(b.End, at) })
	return n
}

const maxParts = 6

// sums looks for runs of numbers in one paragraph that add up to a number given there or in a paragraph beside it.
func (d *layout) sums(facts []*Fact) {
	for i := range d.fs {
		sum, parts := d.fs[i].span.lo, []int{i}
		for j := i + 1; j < len(d.fs) && len(parts) < maxParts && d.block[j] == d.block[i]; j++ {
			if d.q[j] == d.q[i] || !addable(d.fs[i], d.fs[j]) {
				break
			}
			sum += d.fs[j].span.lo
			parts = append(parts, j)
			for w := range d.fs {
				if d.whole(w, parts, sum) {
					d.record(facts[d.q[w]], w, parts)
					break
				}
			}
		}
	}
}

// whole reports whether number w is what the parts make up: near them, of their kind, and more than chance.
func (d *layout) whole(w int, parts []int, sum float64) bool {
	f := d.fs[w]
	if w >= parts[0] && w <= parts[len(parts)-1] || f.span.lo != sum || sum < 3 {
		return false
	}
	far := max(d.block[w]-d.block[parts[0]], d.block[parts[0]]-d.block[w])
	if far > 1 || len(parts) == 2 && sum < 10 && far > 0 {
		return false
	}
	for _, p := range parts {
		if d.fs[p].span.lo == 0 || d.q[p] == d.q[w] || !addable(f, d.fs[p]) || !partOf(f, d.fs[p]) {
			return false
		}
	}
	return true
}

func addable(a, b *figure) bool {
	return a.frame.kind == "number" && b.frame.kind == "number" && !a.frame.demanded && !b.frame.demanded &&
		(a.frame.noun == b.frame.noun || a.frame.noun == "" || b.frame.noun == "" || humans(a) && humans(b))
}

func humans(f *figure) bool {
	return f.frame.person || f.frame.generic && f.frame.class.generic["person"]
}

// wholes says of which classes a class can be a part: those on board die or survive, those released are taken somewhere.
var wholes = map[string][]string{
	"die": {"board", "injure", "attend"}, "survive": {"board"}, "miss": {"board"}, "injure": {"board", "hospitalise", "survive"}, "transfer": {"release", "evacuate"},
	"expel": {"release", "transfer"}, "remain": {"release", "transfer"}, "intercept": {"launch"}, "hit": {"launch"}, "discharge": {"hospitalise", "survive", "injure"},
	"hospitalise": {"injure", "survive", "infect"}, "treat": {"injure", "survive"}, "rescue": {"board", "trap"}, "vaccinate": {"infect"}, "charge": {"arrest"}, "repeat": {"open"}, "register": {"close"},
}

func partOf(whole, part *figure) bool {
	a, b := whole.frame.class.name, part.frame.class.name
	return a == b || whole.frame.weak || part.frame.weak || slices.Contains(wholes[b], a)
}

func (d *layout) record(fact *Fact, w int, parts []int) {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(number(d.fs[p].span.lo))
	}
	fmt.Fprintf(&b, " = %s", number(d.fs[w].span.lo))
	fact.Checks = append(fact.Checks, Check{Expression: b.String(), Holds: true, Why: "the parts that " + d.fs[w].art.Source + " gives add up"})
}

// shares holds a percentage against two numbers of its paragraph.
func (d *layout) shares(facts []*Fact) {
	for i, p := range d.fs {
		if p.frame.kind != "percent" {
			continue
		}
		for j, part := range d.fs {
			for k, base := range d.fs {
				if d.block[j] != d.block[i] || d.block[k] != d.block[i] || !addable(part, base) || base.span.lo < 10 || part.span.lo >= base.span.lo || part.span.lo == 0 {
					continue
				}
				if got := 100 * part.span.lo / base.span.lo; math.Abs(got-p.span.lo) <= math.Max(p.span.granule, 0.1)/2 {
					facts[d.q[i]].Checks = append(facts[d.q[i]].Checks, Check{Expression: fmt.Sprintf("%s / %s = %s%%", number(part.span.lo), number(base.span.lo), number(p.span.lo)),
						Holds: true, Why: "the share that " + p.art.Source + " gives fits its numbers"})
				}
			}
		}
	}
}

// reducers and enlargers say which flows change which stock.
var (
	reducers  = map[string][]string{"imprison": {"release"}, "miss": {"find", "rescue", "die"}, "hospitalise": {"discharge", "die"}, "survive": {"die"}, "displace": {"return"}, "trap": {"rescue"}, "have": {"lose", "destroy"}}
	enlargers = map[string][]string{"imprison": {"arrest"}, "die": {"find"}, "infect": {"infect"}, "hospitalise": {"hospitalise"}, "displace": {"displace"}}
)

// flows looks for a flow that accounts for the step between two figures of a stock or toll.
func flows(facts []*Fact, qs [][]*figure, rulings []ruling) {
	for i := range qs {
		for _, s := range stepsOf(rulings[i]) {
			if !s.a.span.exact || !s.b.span.exact || s.a.frame.kind != "number" {
				continue
			}
			d := s.b.span.lo - s.a.span.lo
			by, sign := enlargers, "+"
			if d < 0 {
				by, sign = reducers, "−"
			}
			if f := flowOf(math.Abs(d), by[s.a.frame.class.name], s, qs, i); f != nil {
				facts[i].Checks = append(facts[i].Checks, Check{Expression: fmt.Sprintf("%s %s %s = %s", number(s.a.span.lo), sign, number(math.Abs(d)), number(s.b.span.lo)), Holds: true,
					Why: fmt.Sprintf("%s %s (%s) account for the change", number(math.Abs(d)), strings.TrimSpace(plural(f.Unit)+" "+cmp.Or(f.frame.class.many, f.frame.class.name)), who(f))})
			}
		}
	}
}

// flowOf finds a figure of one of the classes, of another question, whose number is d, in the article that gives the later figure.
func flowOf(d float64, classes []string, s relation, qs [][]*figure, except int) *figure {
	for i, q := range qs {
		f := q[0]
		if i == except || !slices.Contains(classes, f.frame.class.name) || f.frame.class == s.a.frame.class && !f.frame.delta {
			continue
		}
		for _, f := range q {
			if f.doc == s.b.doc && f.asserted() && f.span.exact && f.span.lo == d && addable(f, s.a) {
				return f
			}
		}
	}
	return nil
}
