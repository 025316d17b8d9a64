package reconcile

import (
	"slices"
	"strings"

	"crosstally/pipeline/claim"
)

// A descent says from which article, or outlet outside the story, an article was taken.
type descent struct {
	from   int    // index of the article it was taken from, -1 when that is not in the story
	outlet string // the outlet it was taken from, "" for an article of its own
	share  float64
}

// derivedShare is the share of an article's shingles in an earlier one above which the sentences they share count as taken.
const derivedShare = 0.2

// descents finds which of a story's articles, in order of publication, were taken from another: by their own word first,
// by their text second. Chains lead to the first of them.
func descents(rs []claim.Reading) []descent {
	out := make([]descent, len(rs))
	sh := make([][]uint32, len(rs))
	ps := make([]*Profile, len(rs))
	for i := range rs {
		out[i].from = -1
		sh[i] = shingles(rs[i].Article.Text)
		ps[i] = &Profile{}
		ps[i].Signature, ps[i].Shingles = minHash(sh[i])
	}
	for i := range rs {
		if s := rs[i].Article.SyndicatedFrom; s != nil && s.Name != "" && !sameOutlet(s.Name, rs[i].Article.Source) {
			out[i] = declared(i, rs, sh)
			continue
		}
		for j := range i {
			if len(sh[i]) < minShingles || len(sh[j]) < minShingles || !candidates(ps[i], ps[j]) {
				continue
			}
			if c := containment(sh[i], sh[j]); c >= derivedShare && c > out[i].share && out[j].from != i {
				out[i] = descent{from: j, outlet: rs[j].Article.Source, share: c}
			}
		}
	}
	for i := range out { // a copy of a copy has the first one's origin
		for hops := 0; out[i].from >= 0 && out[out[i].from].outlet != "" && hops < len(out); hops++ {
			up := out[out[i].from]
			out[i].outlet, out[i].from = up.outlet, up.from
		}
	}
	return out
}

// candidates reports whether two signatures agree often enough for containment to be worth computing. One band of four
// in 32 would miss an excerpt; a few equal values anywhere do not.
func candidates(p, q *Profile) bool {
	same := 0
	for i := range p.Signature {
		if p.Signature[i] == q.Signature[i] {
			same++
		}
	}
	return same >= 4
}

// declared finds the article that i itself says it was taken from.
func declared(i int, rs []claim.Reading, sh [][]uint32) descent {
	d := descent{from: -1, outlet: rs[i].Article.SyndicatedFrom.Name, share: 1}
	best := -1.0
	for j := range rs {
		if j == i || !sameOutlet(d.outlet, rs[j].Article.Source) || rs[j].Article.SyndicatedFrom != nil {
			continue
		}
		if c := containment(sh[i], sh[j]); c > best {
			best, d.from = c, j
		}
	}
	if d.from >= 0 {
		d.outlet = rs[d.from].Article.Source
	}
	return d
}

// sameOutlet reports whether two names are one outlet's: equal, one within the other, or initials.
func sameOutlet(a, b string) bool {
	x, y := nameKey(a), nameKey(b)
	if x == "" || y == "" {
		return false
	}
	return x == y || strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" ") || initials(y) == x || initials(x) == y
}

func initials(name string) string {
	ws := strings.Fields(name)
	if len(ws) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range ws {
		if w != "of" && w != "the" && w != "and" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// markCopies says of each figure of a copy whether its origin has it too; then it holds when the origin's holds.
// A figure that the origin lacks stays the article's own.
func markCopies(fs []*figure, ds []descent) {
	byDoc := map[int][]*figure{}
	for _, f := range fs {
		byDoc[f.doc] = append(byDoc[f.doc], f)
	}
	for _, f := range fs {
		d := ds[f.doc]
		if d.outlet == "" {
			continue
		}
		if d.from < 0 { // the origin cannot be seen: the article's word covers all of it
			f.copied = d.outlet
			continue
		}
		o := original(f, byDoc[d.from], d.share)
		if o == nil {
			continue
		}
		c := *f.Claim
		c.AsOf = o.AsOf
		f.Claim, f.copied, f.when = &c, d.outlet, o.when
	}
}

// original returns the figure of the origin that f repeats.
func original(f *figure, of []*figure, share float64) *figure {
	var best *figure
	most := 0.0
	for _, o := range of {
		if !sameNumber(f, o) {
			continue
		}
		s := overlapOf(sortedSet(words(f.Quote)), sortedSet(words(o.Quote)))
		if f.frame.class == o.frame.class && f.frame.noun == o.frame.noun {
			s += 0.3
		}
		if share < copyShare && s < 1 { // only sentences taken over count
			continue
		}
		if s > most {
			best, most = o, s
		}
	}
	if most < 0.3 {
		return nil
	}
	return best
}

func sameNumber(a, b *figure) bool {
	return a.frame.kind == b.frame.kind && num(a.Value) == num(b.Value) && (a.Value != nil || num(a.Lower) == num(b.Lower) && num(a.Upper) == num(b.Upper))
}

// setOrigins says who answers for each figure: whom the text credits, else the outlet, or the one it was taken from.
func setOrigins(fs []*figure, rs []claim.Reading, es *entities) {
	var outlets []string
	for i := range rs {
		outlets = append(outlets, rs[i].Article.Source)
	}
	outlets = sortedSet(outlets)
	for _, f := range fs {
		switch {
		case f.Attribution != "":
			f.origin = es.of(f.Attribution)
			if i := slices.IndexFunc(outlets, func(o string) bool { return sameOutlet(o, f.Attribution) }); i >= 0 {
				f.origin = "outlet " + nameKey(outlets[i])
			}
		case f.copied != "":
			f.origin = "outlet " + nameKey(f.copied)
		default:
			f.origin = "outlet " + nameKey(f.art.Source)
		}
	}
	mergeOrigins(fs)
}

// mergeOrigins gives one name to credits that are one body: "State Election Commission" and "Election Commission".
func mergeOrigins(fs []*figure) {
	var credited []*figure
	seen := map[string]bool{}
	for _, f := range fs {
		if f.Attribution != "" && !seen[f.origin] {
			seen[f.origin] = true
			credited = append(credited, f)
		}
	}
	slices.SortFunc(credited, func(a, b *figure) int { return strings.Compare(a.origin, b.origin) })
	u := newUnion(len(credited))
	for i, a := range credited {
		for j := i + 1; j < len(credited); j++ {
			if akin(a, credited[j]) {
				u.join(i, j)
			}
		}
	}
	name := map[string]string{}
	for i, f := range credited {
		name[f.origin] = credited[u.find(i)].origin
	}
	for _, f := range fs {
		if n, ok := name[f.origin]; ok && f.Attribution != "" {
			f.origin = n
		}
	}
}

// sameOrigin reports whether one voice answers for both.
func sameOrigin(a, b *figure) bool { return a.origin == b.origin }

// akin reports whether two credits name one body, as written: most words of the shorter stand in the longer. A single
// shared word is too little unless it is the whole of one and no common noun of office.
func akin(a, b *figure) bool {
	ta, tb := creditWords(a), creditWords(b)
	if len(ta) == 0 || len(tb) == 0 {
		return false
	}
	n := 0
	for _, w := range ta {
		if slices.Contains(tb, w) {
			n++
		}
	}
	m := min(len(ta), len(tb))
	return n > 0 && n == m || n >= 2 && float64(n) >= 0.7*float64(m)
}

func creditWords(f *figure) []string {
	var out []string
	for _, w := range words(f.Attribution + " " + f.Speaker) {
		if !stopwords[w] && len(w) > 1 {
			out = append(out, singular(w))
		}
	}
	return sortedSet(out)
}
