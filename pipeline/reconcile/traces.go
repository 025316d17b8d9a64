package reconcile

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"crosstally/pipeline/claim"
)

// A Trace is what has to be kept of an article to find, among many and without their texts, those that one was taken from.
type Trace struct {
	borrowing
	url, source, from string // from is the outlet that the page itself says it was taken from
	day               int    // of publication, in days since 1970; 0 when unknown
	sig               [signature]uint32
	shingles          int
}

// TraceOf returns the trace of an article.
func TraceOf(r claim.Reading) Trace {
	a := r.Article
	t := Trace{borrowing: borrowingOf(r), url: a.URL, source: a.Source}
	if a.SyndicatedFrom != nil {
		t.from = a.SyndicatedFrom.Name
	}
	t.day, _, _ = dayRange(a.Published)
	t.sig, t.shingles = minHash(shingles(a.Text))
	return t
}

const (
	// traceRows is how many hashes two texts must share in a row: few, since what was cut or rewritten shares a fifth of its shingles.
	traceRows = 2
	// copiedWithin is how many days after its origin a copy comes out at most.
	copiedWithin = 7
	// mostCompared bounds with how many others of the same hashes, stock phrases for the most part, one text is compared.
	mostCompared = 16
)

// Kin returns the sets of two or more articles in which one may be taken from another, as indices of ts.
func Kin(ts []Trace) [][]int {
	order := make([]int, len(ts)) // of no account is in which order the articles were read
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(ts[a].day, ts[b].day), strings.Compare(ts[a].url, ts[b].url), slices.Compare(ts[a].sig[:], ts[b].sig[:]))
	})
	u := newUnion(len(ts))
	type key struct {
		hash uint64
		at   int // in order
	}
	keys := make([]key, 0, len(ts))
	for band := 0; band+traceRows <= signature; band += traceRows {
		keys = keys[:0]
		for at, i := range order {
			if t := &ts[i]; t.shingles >= minShingles {
				keys = append(keys, key{uint64(t.sig[band])<<32 | uint64(t.sig[band+1]), at})
			}
		}
		slices.SortFunc(keys, func(a, b key) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
		for k := range keys {
			for n := k - 1; n >= 0 && n >= k-mostCompared && keys[n].hash == keys[k].hash; n-- {
				if a, b := order[keys[n].at], order[keys[k].at]; ts[a].near(&ts[b]) {
					u.join(a, b)
				}
			}
		}
	}
	joinDeclared(u, ts, order)
	var out [][]int
	for _, set := range u.groups() {
		if len(set) > 1 {
			out = append(out, set)
		}
	}
	return out
}

// near reports whether one of two texts may be taken from the other.
func (t *Trace) near(o *Trace) bool {
	return t.sameWeek(o) && candidates(&t.sig, &o.sig)
}

func (t *Trace) sameWeek(o *Trace) bool {
	return t.day == 0 || o.day == 0 || max(t.day, o.day)-min(t.day, o.day) <= copiedWithin
}

// joinDeclared joins articles that name the outlet of another, as the one that they were taken from or whose figures they repeat; order is
// that of ts by day. An outlet that names itself repeats nobody.
func joinDeclared(u union, ts []Trace, order []int) {
	by := map[string][]int{} // key of an outlet, or its initials -> its articles by day
	for _, i := range order {
		for _, k := range [...]string{ts[i].outlet, ts[i].short} {
			if len(k) > 1 {
				by[k] = append(by[k], i)
			}
		}
	}
	for i := range ts {
		t := &ts[i]
		from := nameKey(t.from)
		for _, k := range [...]string{from, initials(from)} {
			t.eachOfWeek(ts, by[k], func(j int) {
				if j != i && t.near(&ts[j]) {
					u.join(i, j)
				}
			})
		}
		for k := range t.named {
			if k == t.outlet || k == t.short {
				continue
			}
			t.eachOfWeek(ts, by[k], func(j int) {
				if j != i && t.repeats(&ts[j].borrowing) > 0 && !sameOutlet(t.source, ts[j].source) {
					u.join(i, j)
				}
			})
		}
	}
}

// eachOfWeek calls yield for those of is, indices of ts by day, that may be copies or origins of t by their days.
func (t *Trace) eachOfWeek(ts []Trace, is []int, yield func(j int)) {
	dated := sort.Search(len(is), func(k int) bool { return ts[is[k]].day > 0 })
	for _, j := range is[:dated] {
		yield(j)
	}
	is = is[dated:]
	if t.day > 0 {
		is = is[sort.Search(len(is), func(k int) bool { return ts[is[k]].day >= t.day-copiedWithin }):]
	}
	for _, j := range is {
		if !t.sameWeek(&ts[j]) {
			return
		}
		yield(j)
	}
}

// DateCopies gives the figures that articles took from others of rs, a set of Kin, the as-of day that they have there.
func DateCopies(rs []claim.Reading) {
	at := make([]int, len(rs))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(a, b int) int { return byPublication(rs[a], rs[b]) })
	sorted := make([]claim.Reading, len(rs))
	for k, i := range at {
		sorted[k] = rs[i]
	}
	ds := descents(sorted)
	if !slices.ContainsFunc(ds, func(d descent) bool { return d.from >= 0 }) {
		return
	}
	fs := figures(sorted, entitiesOf(sorted, Links{}))
	markCopies(fs, ds)
	for _, f := range fs {
		if f.copied == "" || ds[f.doc].from < 0 {
			continue
		}
		cs := rs[at[f.doc]].Claims
		for k := range cs {
			if c := &cs[k]; c.Start == f.Start && c.End == f.End && c.Field == f.Field && c.AsOf != f.AsOf {
				c.AsOf = f.AsOf
			}
		}
	}
}
