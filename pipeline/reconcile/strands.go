package reconcile

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// A strand is all articles that links join, one to the next. Most are one event. Some have no end: a war, a campaign, many events that
// a few shared names join. What a story costs grows with the square of its articles, so a crowded strand is told in several stories.

// crowded is how many articles a story has at most, unless more came within an hour.
const crowded = 250

// A crowded strand is first parted by stretches of so many days, counted from a fixed day, so that a new article changes its own stretch alone.
const stretch = 64

// tighter are the scores that links need in a crowded stretch, tried in turn: what little joins goes apart first.
var tighter = []float64{3, 5, 7}

// Cluster joins articles into strands and says of each which articles make a story. It is a function of the set, but for the order of
// the indexes: those of a story rise, as do the first ones of stories, and of strands.
func Cluster(ps []*Profile) (strands [][][]int) {
	for _, strand := range components(ps, upTo(len(ps)), linkAt) {
		stories := parted(ps, strand)
		slices.SortFunc(stories, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
		strands = append(strands, stories)
	}
	return strands
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// parted cuts a strand into stories.
func parted(ps []*Profile, strand []int) (stories [][]int) {
	if len(strand) <= crowded {
		return [][]int{strand}
	}
	for _, part := range split(strand, func(i int) int { return ps[i].Day / stretch }) {
		for _, group := range components(ps, part, linkAt) {
			stories = append(stories, tightened(ps, group, tighter)...)
		}
	}
	return stories
}

// tightened takes apart what is joined by weak links, where it is crowded; what then still is, by time.
func tightened(ps []*Profile, group []int, at []float64) (stories [][]int) {
	switch {
	case len(group) <= crowded:
		return [][]int{group}
	case len(at) == 0:
		return halved(ps, group, stretch*24*60)
	}
	for _, g := range components(ps, group, at[0]) {
		stories = append(stories, tightened(ps, g, at[1:])...)
	}
	return stories
}

// halved cuts a group in halves of the stretch of minutes in which it lies, until none is crowded or is shorter than an hour.
func halved(ps []*Profile, group []int, minutes int) (stories [][]int) {
	if len(group) <= crowded || minutes < 60 {
		return [][]int{group}
	}
	for _, half := range split(group, func(i int) int { return ps[i].minute() / (minutes / 2) }) {
		stories = append(stories, halved(ps, half, minutes/2)...)
	}
	return stories
}

// minute is when an article was published, in minutes since 1970; the beginning of its day where no more is known.
func (p *Profile) minute() int {
	if t, err := time.Parse(time.RFC3339, p.Published); err == nil {
		return int(t.Unix() / 60)
	}
	return p.Day * 24 * 60
}

// split parts a group by a key, parts by key.
func split(group []int, key func(int) int) (parts [][]int) {
	by := map[int][]int{}
	for _, i := range group {
		by[key(i)] = append(by[key(i)], i)
	}
	for _, k := range slices.Sorted(maps.Keys(by)) {
		parts = append(parts, by[k])
	}
	return parts
}

// components joins the articles of a group that links of a score join, over pairs that share a key.
func components(ps []*Profile, group []int, at float64) [][]int {
	u := newUnion(len(group))
	holders := map[Key][]int{}
	for i, member := range group {
		p := ps[member]
		keys, tried := p.Keys(), map[int]bool{}
		for _, own := range keys {
			for _, k := range own.Near() {
				for _, j := range holders[k] {
					if !tried[j] {
						tried[j] = true
						if u.find(i) != u.find(j) && p.linkedAt(ps[group[j]], at) {
							u.join(i, j)
						}
					}
				}
			}
		}
		for _, k := range keys {
			holders[k] = append(holders[k], i)
		}
	}
	groups := u.groups()
	for _, g := range groups {
		for k, i := range g {
			g[k] = group[i]
		}
	}
	return groups
}

// A union is a union-find whose roots are the least members.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u union) find(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

func (u union) join(i, j int) {
	a, b := u.find(i), u.find(j)
	u[max(a, b)] = min(a, b)
}

// groups returns the members of each set, ordered, sets by least member.
func (u union) groups() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range u {
		r := u.find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}
