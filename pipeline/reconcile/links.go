package reconcile

import (
	"slices"
)

// Links are what people ruled to belong together or apart. They bind; where they contradict each other, apart wins. Without
// them nothing changes.
type Links struct {
	Together [][]Place    // claims that answer one question
	Apart    [][2][]Place // claims of which none on one side answers the question of one on the other
	OneName  [][2]string  // forms of one name, as articles write them
	TwoNames [][2]string  // forms of two names; an empty second is any other form
}

// A Place is where a claim stands.
type Place struct {
	URL        string
	Field      string
	Start, End int
}

func (f *figure) place() Place { return Place{f.art.URL, string(f.Field), f.Start, f.End} }

// bonds are links as the figures of one story have them: numbers of figures.
type bonds struct {
	together [][]int
	sides    []map[int]int // of each parting: figure -> 1 or 2
}

// bondsOf finds linked claims among figures.
func (l Links) bondsOf(fs []*figure) bonds {
	var b bonds
	if len(l.Together)+len(l.Apart) == 0 {
		return b
	}
	at := map[Place]int{}
	for i, f := range fs {
		at[f.place()] = i
	}
	for _, ps := range l.Together {
		var is []int
		for _, p := range ps {
			if i, ok := at[p]; ok {
				is = append(is, i)
			}
		}
		b.together = append(b.together, sortedSet(is))
	}
	for _, parts := range l.Apart {
		side := map[int]int{}
		for k, ps := range parts {
			for _, p := range ps {
				if i, ok := at[p]; ok {
					side[i] = k + 1
				}
			}
		}
		b.sides = append(b.sides, side)
	}
	return b
}

// apart reports whether two figures were ruled to answer two questions.
func (b bonds) apart(i, j int) bool {
	return slices.ContainsFunc(b.sides, func(side map[int]int) bool { return side[i]+side[j] == 3 })
}

// tie joins the groups of figures that were ruled to answer one question, unless members of them were ruled apart.
func (b bonds) tie(members [][]int) [][]int {
	for _, is := range b.together {
		home := -1
		for _, i := range is {
			k := slices.IndexFunc(members, func(m []int) bool { return slices.Contains(m, i) })
			if home < 0 {
				home = k
			}
			if k == home || slices.ContainsFunc(members[k], func(x int) bool {
				return slices.ContainsFunc(members[home], func(y int) bool { return b.apart(x, y) })
			}) {
				continue
			}
			members[home] = append(members[home], members[k]...)
			members[k] = nil
		}
	}
	return members
}

// SameForm reports whether two spellings are one form of a name: the same words, whatever the case and accents.
func SameForm(a, b string) bool { return nameKey(a) == nameKey(b) }

// ruledOne reports whether two forms were ruled to be one name.
func (l Links) ruledOne(a, b *form) bool { return ruled(l.OneName, a, b) }

// ruledTwo reports whether two forms were ruled to be two names.
func (l Links) ruledTwo(a, b *form) bool { return a != b && ruled(l.TwoNames, a, b) }

func ruled(pairs [][2]string, a, b *form) bool {
	for _, p := range pairs {
		x, y := nameKey(p[0]), nameKey(p[1])
		if a.key == x && (b.key == y || y == "") || b.key == x && (a.key == y || y == "") {
			return true
		}
	}
	return false
}

// parts reports whether a union of two sets of forms would hold two that were ruled to be two names.
func (l Links) parts(u union, i, j int, fs []*form) bool {
	if len(l.TwoNames) == 0 {
		return false
	}
	a, b := u.find(i), u.find(j)
	for x := range fs {
		for y := range fs {
			if u.find(x) == a && u.find(y) == b && l.ruledTwo(fs[x], fs[y]) {
				return true
			}
		}
	}
	return false
}

// Naming returns who or what of the story a form of a name stands for, nil where the story does not use it.
func (s Story) Naming() func(form string) *Entity {
	of := map[string]*Entity{}
	for i := range s.Names {
		for _, v := range s.Names[i].Variants {
			of[nameKey(v.Form)] = &s.Names[i]
		}
	}
	return func(form string) *Entity { return of[nameKey(form)] }
}

// FormOf returns the form of a name that a story uses, "" where it does not use the name.
func (s Story) FormOf(name string) string {
	for _, e := range s.Names {
		for _, v := range e.Variants {
			if SameForm(v.Form, name) {
				return v.Form
			}
		}
	}
	return ""
}

// ruledOneName is the reason of a merge that a person made.
const ruledOneName = "ruled to be one name"

// whyOne says why two forms are one name, a person's word before the rules'.
func (l Links) whyOne(a, b *form, all []*form, defined map[[2]string]bool) string {
	switch {
	case l.ruledTwo(a, b):
		return ""
	case l.ruledOne(a, b):
		return ruledOneName
	case defined[[2]string{a.key, b.key}] || defined[[2]string{b.key, a.key}]:
		return "one stands in brackets behind the other"
	}
	return oneName(a, b, all)
}
