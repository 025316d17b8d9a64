package reconcile

import "slices"

// A grouping is figures in groups that grow.
type grouping struct {
	fs      []*figure
	n       int
	score   []float32
	of      []int   // group of each figure
	members [][]int // of each group, nil for one that joined another
	never   map[[2]int]bool
}

// join joins two groups whose members do not exclude each other and are alike as a whole.
func (g *grouping) join(a, b int) {
	a, b = min(a, b), max(a, b)
	if a == b || g.never[[2]int{a, b}] {
		return
	}
	k := kinship(g.members[a], g.members[b], g.score, g.n)
	if k == apart {
		if g.never == nil {
			g.never = map[[2]int]bool{}
		}
		g.never[[2]int{a, b}] = true // no growth undoes it
	}
	if k < questionAt-0.05 {
		return
	}
	for _, i := range g.members[b] {
		g.of[i] = a
	}
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
}

// reunite joins large groups that a few misread members keep apart, and puts those out. It reports whether it did.
func (g *grouping) reunite() bool {
	done := false
	for a := range g.members {
		for b := a + 1; b < g.n; b++ {
			if len(g.members[a])*len(g.members[b]) < 3 {
				continue
			}
			out := g.offenders(a, b)
			if out == nil {
				continue
			}
			for _, i := range out {
				for _, k := range []int{a, b} {
					g.members[k] = slices.DeleteFunc(g.members[k], func(x int) bool { return x == i })
				}
			}
			for _, i := range g.members[b] {
				g.of[i] = a
			}
			g.members[a] = append(g.members[a], g.members[b]...)
			g.members[b] = nil
			for _, i := range out {
				free := slices.IndexFunc(g.members, func(m []int) bool { return len(m) == 0 })
				g.members[free], g.of[i] = []int{i}, free
			}
			g.never, done = nil, true
		}
	}
	return done
}

// nearer reports whether of two numbers of one article, which fit a group alike, a is of its order and b is not.
func (g *grouping) nearer(a, b int, group []int) bool {
	like := func(i int) bool {
		return slices.ContainsFunc(group, func(k int) bool {
			x, y := g.fs[i].span.softLo, g.fs[k].span.softLo
			return x <= 2*y && y <= 2*x
		})
	}
	return like(a) && !like(b)
}

// offenders returns the few members whose removal lets two groups join, nil where they are many or where the groups are
// unlike even without them.
func (g *grouping) offenders(a, b int) []int {
	as, bs := slices.Clone(g.members[a]), slices.Clone(g.members[b])
	barred := 0
	for _, i := range as {
		for _, j := range bs {
			if g.score[i*g.n+j] == apart {
				barred++
			}
		}
	}
	if barred*3 > len(as)*len(bs) {
		return nil
	}
	limit := max(1, (len(as)+len(bs))/6)
	var out []int
	for {
		worst, most := -1, 0
		for _, side := range [2][2][]int{{as, bs}, {bs, as}} {
			for _, i := range side[0] {
				n := 0
				for _, j := range side[1] {
					if g.score[i*g.n+j] == apart {
						n++
					}
				}
				if n > most {
					worst, most = i, n
				}
			}
		}
		if worst < 0 {
			break
		}
		if out = append(out, worst); len(out) > limit {
			return nil
		}
		as = slices.DeleteFunc(as, func(x int) bool { return x == worst })
		bs = slices.DeleteFunc(bs, func(x int) bool { return x == worst })
	}
	if single := min(len(g.members[a]), len(g.members[b])) == 1; single && len(out) == 1 && len(as) > 0 && len(bs) > 0 {
		rest := as
		if len(bs) > len(as) {
			rest = bs
		}
		lone := bs
		if len(bs) > len(as) {
			lone = as
		}
		if kinship(lone, rest, g.score, g.n) <= kinship(out, rest, g.score, g.n)+0.01 && !g.nearer(lone[0], out[0], rest) {
			return nil // the one that came first fits as well
		}
	}
	if len(out) == 0 || len(as) == 0 || len(bs) == 0 || kinship(as, bs, g.score, g.n) < questionAt {
		return nil
	}
	return out
}

// apart marks two figures that cannot answer one question.
const apart = -1

// kinship is the mean score between two groups, or apart when a member of one excludes one of the other.
func kinship(a, b []int, score []float32, n int) float32 {
	var sum float32
	for _, i := range a {
		for _, j := range b {
			s := score[i*n+j]
			if s == apart {
				return apart
			}
			sum += s
		}
	}
	return sum / float32(len(a)*len(b))
}
