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
			if ok && (toldApart(a, fs[j]) || unbacked(a, fs[j]) || world.abroad(a, fs[j]) || hollow(a) || hollow(fs[j]) || ruled.apart(i, j)) {
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

// toldApart reports whether one article gives two numbers that it cannot mean for one thing: it does not contradict itself in
// one voice and for one time, and what it says itself is not the fourth part of what it lets another say. A value is
// looked at here, in unbacked, and where a whole is told from its parts (places, parts): all these only part a whole from its part, never
// two sources that disagree.
func toldApart(a, b *figure) bool {
	if a.doc != b.doc || a.denied() || b.denied() {
		return false
	}
	if a.span.meets(b.span) {
		return a.asserted() && b.asserted() && sameOrigin(a, b) && a.span.apart(b.span, vaguePart)
	}
	if a.asserted() && b.asserted() && a.span.apart(b.span, part) && !(a.frame.class.motion == moving && a.when.compare(b.when, true) != 0) && (sameOrigin(a, b) || a.Attribution == "" || b.Attribution == "") {
		return true
	}
	if !sameOrigin(a, b) {
		return false
	}
	if !a.span.exact || !b.span.exact || a.when.compare(b.when, true) != 0 {
		return false
	}
	if a.Quote == b.Quote && (revises(a.sentence) && !newlyFound(a) && !newlyFound(b) || inTurn(a.sentence)) || outdoes(a.sentence) || outdoes(b.sentence) {
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

// An article's own figure is not what it lets another say where it is the fourth part of it, and where a reader takes it for a small part
// though its words set no upper bound: "at least 14" and "tens of thousands".
const (
	part      = 4
	vaguePart = 20
)

// revises reports whether a sentence tells of a number that took another's place.
func revises(sentence []string) bool {
	return slices.ContainsFunc(sentence, func(w string) bool { return revisionWords[w] })
}

// newlyFound reports whether a figure counts what was found in addition to those known before: "the toll reached 52 after crews found nine bodies".
func newlyFound(f *figure) bool {
	ws := f.before
	switch at(ws, len(ws)-1) {
	case "found", "recovered", "discovered", "retrieved", "find":
		return true
	}
	return false
}

// inTurn reports whether a sentence gives numbers one after the other: "The mayor first spoke of 40 guests, then of 46", "put at 61
// at first, was 63".
func inTurn(ws []string) bool {
	i := slices.Index(ws, "first")
	if i > 0 && ws[i-1] == "at" {
		return true
	}
	return i >= 0 && slices.Contains(ws, "then") && slices.ContainsFunc(ws, func(w string) bool {
		return w == "said" || w == "spoke" || w == "put" || w == "reported" || w == "given" || w == "told"
	})
}

// outdoes reports whether a sentence sets its number against somebody else's: "The union's number is lower than that of the firm".
func outdoes(ws []string) bool {
	for i := 1; i+1 < len(ws); i++ {
		if ws[i] == "than" && (ws[i+1] == "that" || ws[i+1] == "those") && (ws[i-1] == "higher" || ws[i-1] == "lower" || ws[i-1] == "more" || ws[i-1] == "fewer" || ws[i-1] == "larger" || ws[i-1] == "smaller") {
			return true
		}
	}
	return false
}

var revisionWords = tell.Of("revision")

// hollow reports whether a figure says that none of something did, and neither of what nor what: "we had none". Where its source
// answers another's number beside it, that number tells: "The port says that six sank. The owners say that none did."
func hollow(f *figure) bool {
	return f.span.exact && f.span.hi == 0 && f.frame.sure < 0.35 && !(f.answers && f.frame.elided)
}
