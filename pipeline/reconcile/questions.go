package reconcile

import (
	"cmp"
	"slices"
)

// questionAt is the least score at which two figures answer one question.
const questionAt = 0.7

// questions groups the figures of one story by what they ask, never by their value: pairs that could ask the same are
// joined, best first, wherever no member of one side excludes a member of the other and the two sides resemble each other as a whole.
// What people ruled binds.
func questions(fs []*figure, world *setting, ruled bonds) [][]*figure {
	n := len(fs)
	score := make([]float32, n*n)
	type pair struct {
		i, j  int
		score float32
	}
	var pairs []pair
	for i, a := range fs {
		for j := i + 1; j < n; j++ {
			s, ok := world.compare(&a.frame, &fs[j].frame)
			if ok && (toldApart(a, fs[j]) || unbacked(a, fs[j]) || hollow(a) || hollow(fs[j]) || ruled.apart(i, j)) {
				ok = false
			}
			v := float32(s)
			if !ok {
				v = apart
			}
			score[i*n+j], score[j*n+i] = v, v
			if ok && s >= questionAt {
				rank := v + float32(0.075*(a.frame.sure+fs[j].frame.sure)) // plain figures find each other first
				if a.frame.adrift || fs[j].frame.adrift {
					rank--
				}
				pairs = append(pairs, pair{i, j, rank})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.score, a.score) })
	g := &grouping{fs: fs, n: n, score: score, of: make([]int, n), members: make([][]int, n)}
	for i := range n {
		g.of[i], g.members[i] = i, []int{i}
	}
	join := func() {
		for _, p := range pairs {
			g.join(g.of[p.i], g.of[p.j])
		}
	}
	join()
	if g.reunite() {
		join() // what was put out may belong elsewhere
	}
	var out [][]*figure
	for _, m := range ruled.tie(g.members) {
		if len(m) == 0 {
			continue
		}
		q := make([]*figure, len(m))
		for k, i := range m {
			q[k] = fs[i]
		}
		slices.SortFunc(q, byPlace)
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b []*figure) int { return byPlace(a[0], b[0]) })
	return out
}

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

// toldApart reports whether one article gives two numbers that it cannot mean for one thing: it does not contradict itself in
// one voice and for one time, and what it says itself is not the fourth part of what it lets another say. A value is
// looked at here and in unbacked alone: this parts a whole from its part, never two sources that disagree.
func toldApart(a, b *figure) bool {
	if a.doc != b.doc || a.denied() || b.denied() {
		return false
	}
	if a.span.meets(b.span) {
		return a.asserted() && b.asserted() && sameOrigin(a, b) && (a.softBelow(b) || b.softBelow(a))
	}
	if a.asserted() && b.asserted() && (fraction(a, b) || fraction(b, a)) && (sameOrigin(a, b) || a.Attribution == "" || b.Attribution == "") {
		return true
	}
	if !sameOrigin(a, b) {
		return false
	}
	if !a.span.exact || !b.span.exact || a.when.compare(b.when, true) != 0 {
		return false
	}
	if a.Quote == b.Quote && revises(a.Quote) {
		return false
	}
	if a.frame.kind != "number" && a.Quote == b.Quote {
		return true
	}
	if a.frame.class.motion != settled && a.when.pubDay > a.when.day && b.when.pubDay > b.when.day {
		return false // the stages of a day gone by
	}
	return a.asserted() && b.asserted() && a.inTitle() == b.inTitle()
}

// softBelow reports whether a reader takes a for a small part of b though a's words set no upper bound: "at least 14" and
// "tens of thousands".
func (a *figure) softBelow(b *figure) bool {
	return a.span.softLo > 0 && a.span.softHi*20 <= b.span.softLo
}

// revises reports whether a sentence tells of a number that took another's place.
func revises(sentence string) bool {
	return slices.ContainsFunc(words(sentence), func(w string) bool { return revisionWords[w] })
}

var revisionWords = map[string]bool{"climbed": true, "corrected": true, "correcting": true, "down": true, "dropped": true, "earlier": true, "fell": true, "initially": true, "jumped": true, "originally": true, "previous": true,
	"previously": true, "raised": true, "raising": true, "revised": true, "revising": true, "risen": true, "rising": true, "rose": true, "up": true, "updated": true}

// hollow reports whether a figure says that none of something did, and neither of what nor what: "we lost none".
func hollow(f *figure) bool { return f.span.exact && f.span.hi == 0 && f.frame.sure < 0.35 }

// fraction reports whether a is at most a fourth of b, and not nought.
func fraction(a, b *figure) bool {
	return a.span.softLo > 0 && a.span.softHi*4 <= b.span.softLo
}

// compare scores how likely two frames ask one question; ok is false when they cannot.
func (s *setting) compare(a, b *frame) (score float64, ok bool) {
	if a.kind != b.kind || a.demanded != b.demanded || a.delta != b.delta || a.future && !b.future && !sameDays(a, b) || b.future && !a.future && !sameDays(a, b) {
		return 0, false
	}
	if a.planned != b.planned && (a.dated || b.dated) && !a.future && !b.future && !sameDays(a, b) {
		return 0, false // planned for another act
	}
	if a.delta && a.day != b.day {
		return 0, false // what came on top on different days
	}
	if len(a.spots) > 0 && len(b.spots) > 0 && !meetStrings(a.spots, b.spots) {
		return 0, false
	}
	if a.phase != b.phase && (a.phase == "onward" || b.phase == "onward" || a.phase != "" && b.phase != "") {
		return 0, false
	}
	if !slices.Equal(a.facets, b.facets) || slices.Contains(a.facets, witnessed) {
		return 0, false // what two passers-by saw is not one count
	}
	pred := 1.0
	switch {
	case a.class == b.class || a.class.name == b.class.name:
		if a.weak {
			pred = 0.6
		}
	case a.weak || b.weak:
		pred = 0.4
	case a.electoral() && b.electoral() && holds[a.class.name] && holds[b.class.name]:
		pred = 0.8
	default:
		return 0, false
	}
	noun, ok := sameNoun(a, b)
	if !ok {
		return 0, false
	}
	place, ok := s.samePlace(a, b)
	if !ok {
		return 0, false
	}
	when, ok := sameTime(a, b)
	if !ok {
		return 0, false
	}
	party, ok := sameParties(a, b)
	if !ok {
		return 0, false
	}
	text := resemblance(a, b)
	if (a.adrift || b.adrift) && text < 0.5 {
		pred -= 0.9
	}
	if a.kind == "number" {
		if pred < 1 && (a.generic || b.generic) {
			return 0, true
		}
		return 0.25*noun + 0.2*place + 0.1*when + 0.2*pred + 0.05*party + 0.2*text, true
	}
	return 0.25*pred + 0.15*place + 0.1*when + 0.1*party + 0.4*max(text, partyMatch(a, b)), true
}

func sameNoun(a, b *frame) (float64, bool) {
	switch {
	case a.kind == "number" && a.part != b.part && (a.generic || b.generic):
		return 0, false
	case a.part && b.part && a.generic && b.generic && len(a.facets) == 0 && overlapOf(a.near, b.near) < 0.4:
		return 0, false // parts of one whole, by what is not said alike
	case a.noun == b.noun:
		return 1, true
	case a.kind != "number":
		return 1, true // one kind of measure, other words
	case a.generic && b.generic:
		return 0.95, true
	case a.noun == "" || b.noun == "":
		return 0.6, true
	case a.generic && b.person || b.generic && a.person:
		if a.part || b.part || exclusive[a.noun] || exclusive[b.noun] {
			return 0, false
		}
		return 0.8, true // "17 miners" where no article counts people apart from miners
	case demonyms[a.noun] && demonyms[b.noun]:
		return 0, false
	case a.person && b.person && !a.part && !b.part && !exclusive[a.noun] && !exclusive[b.noun]:
		return 0.6, true
	case !a.person && !b.person && !a.generic && !b.generic && overlapOf(a.words, b.words) >= 0.5:
		return 0.6, true
	}
	return 0, false
}

// exclusive are nouns for some people only, wherever they stand.
var exclusive = map[string]bool{"child": true, "infant": true, "girl": true, "boy": true, "woman": true, "man": true, "soldier": true, "police": true, "firefighter": true, "rescuer": true, "medic": true,
	"journalist": true, "crew": true, "pilot": true, "teacher": true, "foreigner": true, "relative": true}

// samePlace compares where two figures are told of. A story has one scene, which its articles name by town, county or
// country: other names part two figures only where things move between places, or an article counts both.
func (s *setting) samePlace(a, b *frame) (float64, bool) {
	switch {
	case a.place == b.place:
		return 1, true
	case a.place == "" || b.place == "":
		return 0.8, true
	case s.contrasted[[3]string{a.class.name, a.place, b.place}], s.contrasted[[3]string{b.class.name, a.place, b.place}]:
		return 0, false
	case domains[a.class.name] || domains[b.class.name] || a.kind == "percent":
		return 0.6, s.inside(a.place, b.place) || s.inside(b.place, a.place) || s.country[a.place] == b.place || s.country[b.place] == a.place
	case s.nested(a.place, b.place):
		return 0.7, true
	case a.placed && b.placed && s.country[a.place] != "" && s.country[b.place] != "" && s.country[a.place] != s.country[b.place]:
		return 0, false // told of two countries
	case carries[a.class.name] && carries[b.class.name], a.role == "destination" && b.role == "destination":
		return 0, false
	}
	return 0.5, true
}

// carries are classes whose place is where things were brought.
var carries = map[string]bool{"transfer": true, "expel": true, "return": true, "remain": true, "travel": true, "migrate": true, "deploy": true, "shelter": true}

func sameDays(a, b *frame) bool {
	return a.dated && b.dated && a.from <= b.to && b.from <= a.to && max(a.to-a.from, b.to-b.from) <= 7
}

// maxInferredGap is by how many days dates may differ of which the text does not tell one for this very figure.
const maxInferredGap = 7

func sameTime(a, b *frame) (float64, bool) {
	if !a.dated || !b.dated {
		if n := max(a.to-a.from, b.to-b.from); n >= 20 && n <= 200 {
			return 0, false // a quarter's figure, and one of no period
		}
		return 0.8, true
	}
	gap := max(a.from-b.to, b.from-a.to)
	switch {
	case gap <= 0:
		return 1, true
	case gap <= 2 && a.to-a.from <= 3 && b.to-b.from <= 3, gap <= maxInferredGap && (a.inferred || b.inferred):
		return 0.7, true
	}
	return 0, false
}

// sameParties compares whom two figures belong to. Seats, votes and shares of the vote are always somebody's, or of all.
func sameParties(a, b *frame) (float64, bool) {
	if len(a.parties) == 0 && len(b.parties) == 0 && a.electoral() && b.electoral() && a.class.name == "win" && b.class.name == "win" && overlapOf(a.near, b.near) < 0.5 {
		return 0, false // nobody says whose
	}
	if slices.Equal(a.parties, b.parties) || !a.owned() || !b.owned() {
		return 1, true
	}
	if a.electoral() || b.electoral() {
		return 0, false
	}
	if len(a.parties) == 0 || len(b.parties) == 0 || meetStrings(a.parties, b.parties) {
		return 0.7, true
	}
	return 0, false
}

// owned reports whether a figure's owner is part of its question: turnout and the number of voters are of all.
func (f *frame) owned() bool {
	return partisan[f.class.name] && !slices.Contains(f.facets, "turnout") && !slices.Contains(f.facets, "threshold") && !(f.class.name == "vote" && f.person)
}

func (f *frame) electoral() bool {
	return f.noun == "seat" || f.noun == "vote" || f.kind == "percent" && f.class.name == "vote"
}

// witnessed is the facet of what one person saw.
const witnessed = "seen by a witness"

// holds are classes that say the same of seats and votes.
var holds = map[string]bool{"win": true, "have": true, "vote": true, "lead": true}

// resemblance compares the words about two figures: those of the counted phrase, and those beside it. Where neither says
// more than the noun, nothing speaks against them.
func resemblance(a, b *frame) float64 {
	phrase := 0.5
	if len(a.words) > 0 && len(b.words) > 0 {
		phrase = overlapOf(a.words, b.words)
	} else if len(a.words) > 0 || len(b.words) > 0 {
		phrase = 0.3
	}
	if a.kind != "number" {
		if len(a.words) == 0 || len(b.words) == 0 {
			phrase = 0
		}
		if len(a.wide) == 0 || len(b.wide) == 0 {
			return max(phrase, 0.5)
		}
		return max(phrase, overlap(a.wide, b.wide))
	}
	return 0.7*phrase + 0.3*overlapOf(a.near, b.near)
}

func partyMatch(a, b *frame) float64 {
	if len(a.parties) > 0 && slices.Equal(a.parties, b.parties) {
		return 1
	}
	return 0
}

func meetStrings(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// overlapOf is the shared part of two sets as a share of the smaller.
func overlapOf(a, b []string) float64 {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	if m := min(len(a), len(b)); m > 0 {
		return float64(n) / float64(m)
	}
	return 0
}
