package reconcile

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"crosstally/extractors/names"
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
// by their text second, by whom they name and what they count third. Chains lead to the first of them.
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
			if len(sh[i]) < minShingles || len(sh[j]) < minShingles || !candidates(&ps[i].Signature, &ps[j].Signature) {
				continue
			}
			if c := containment(sh[i], sh[j]); c >= derivedShare && c > out[i].share && out[j].from != i {
				out[i] = descent{from: j, outlet: rs[j].Article.Source, share: c}
			}
		}
	}
	retell(out, rs)
	for i := range out { // a copy of a copy has the first one's origin
		for hops := 0; out[i].from >= 0 && out[out[i].from].outlet != "" && hops < len(out); hops++ {
			up := out[out[i].from]
			out[i].outlet, out[i].from = up.outlet, up.from
		}
	}
	return out
}

// retell finds articles in words of their own that name the outlet of an earlier one, "the Island Press reports", and repeat its figures.
func retell(out []descent, rs []claim.Reading) {
	bs := make([]borrowing, len(rs))
	for i := range rs {
		bs[i] = borrowingOf(rs[i])
	}
	for i := range rs {
		if out[i].outlet != "" {
			continue
		}
		best := 0
		for j := range i {
			if n := bs[i].repeats(&bs[j]); n > best && out[j].from != i && !sameOutlet(rs[i].Article.Source, rs[j].Article.Source) {
				best, out[i] = n, descent{from: j, outlet: rs[j].Article.Source, share: 1}
			}
		}
	}
}

// A borrowing is what tells that one article retells another: its outlet, the bodies that it names and its figures.
type borrowing struct {
	outlet, short string          // key and initials of its outlet
	named         map[string]bool // keys of the bodies that it names
	figures       []uint64        // hashes of its figures, sorted
}

func borrowingOf(r claim.Reading) borrowing {
	b := borrowing{outlet: nameKey(r.Article.Source), named: map[string]bool{}}
	b.short = initials(b.outlet)
	for i := range r.Names {
		if m := &r.Names[i]; m.Type == names.Org {
			b.named[nameKey(m.Text)] = true
			b.named[nameKey(m.Name)] = true
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		h := fnv.New64a()
		fmt.Fprint(h, c.Unit, num(c.Value), num(c.Lower), num(c.Upper))
		b.figures = append(b.figures, h.Sum64())
	}
	b.figures = sortedSet(b.figures)
	return b
}

const (
	// retoldShare is the share of an article's figures that stand in one that it names the outlet of, above which it retells that one:
	// articles that only quote another outlet have a quarter in common with it at most.
	retoldShare = 1. / 3
	// leastRetold is how many figures that must be at least.
	leastRetold = 5
)

// repeats returns how many figures of o, whose outlet it names, b repeats, 0 for too few to be a retelling.
func (b *borrowing) repeats(o *borrowing) int {
	if o.outlet == "" || !b.named[o.outlet] && (len(o.short) < 2 || !b.named[o.short]) {
		return 0
	}
	n := 0
	for _, f := range b.figures {
		if _, found := slices.BinarySearch(o.figures, f); found {
			n++
		}
	}
	if n < leastRetold || float64(n) < retoldShare*float64(len(b.figures)) {
		return 0
	}
	return n
}

// candidates reports whether two signatures agree often enough for containment to be worth computing. One band of four
// in 32 would miss an excerpt; a few equal values anywhere do not.
func candidates(p, q *[signature]uint32) bool {
	same := 0
	for i := range p {
		if p[i] == q[i] {
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
		if j == i || rs[j].Article.SyndicatedFrom != nil {
			continue
		}
		same := sameOutlet(d.outlet, rs[j].Article.Source)
		if !same && (initials(nameKey(d.outlet)) == "" || initials(nameKey(d.outlet)) != initials(nameKey(rs[j].Article.Source))) {
			continue
		}
		c := containment(sh[i], sh[j])
		if !same && c < derivedShare {
			continue // two agencies with the same initials, unless the text is that of the other
		}
		if c > best {
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

// linkWords have no letter in the initials of a name.
var linkWords = tell.Of("link")

func initials(name string) string {
	ws := strings.Fields(name)
	if len(ws) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range ws {
		if !linkWords[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// markCopies says of each figure of a copy whether its origin has it too; then it holds when the origin's holds and counts what that counts.
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
		if retyped(f, o) {
			f.frame = o.frame // one sentence has one meaning, whatever stands around it
		}
		f.frame.hold(o.frame.day)
	}
}

// retyped reports whether two figures are the same number of one sentence, a dateline aside.
func retyped(a, b *figure) bool {
	return a.Text == b.Text && a.Field == b.Field && len(a.Quote)-a.at == len(b.Quote)-b.at && undated(a.Quote) == undated(b.Quote)
}

// longestDateline is how far a dash that ends a dateline stands from the beginning of its sentence at most, in bytes.
const longestDateline = 60

// undated returns a sentence without the dateline before it: "TOWN, Country (Wire) — A quake …".
func undated(sentence string) string {
	for _, dash := range [...]string{" — ", " – ", " - "} {
		if i := strings.Index(sentence, dash); i > 0 && i < longestDateline && sentence[0] >= 'A' && sentence[0] <= 'Z' && i > 2 && strings.ToUpper(sentence[:3]) == sentence[:3] {
			return sentence[i+len(dash):]
		}
	}
	return sentence
}

// original returns the figure of the origin that f repeats.
func original(f *figure, of []*figure, share float64) *figure {
	var best *figure
	most := 0.0
	for _, o := range of {
		if !sameNumber(f, o) {
			continue
		}
		s := overlapOf(sortedSet(slices.Clone(f.sentence)), sortedSet(slices.Clone(o.sentence)))
		if f.frame.class == o.frame.class && f.frame.noun == o.frame.noun {
			s += 0.3
		}
		if retyped(f, o) {
			s++
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

// mergeOrigins gives one name to credits that are one body: those in the same telling words, and a shorter one whose words
// stand in one other only. "Health district" joins "South Central Health District" unless the story also hears a state
// department of health; a spokesman joins the body that is named beside him.
func mergeOrigins(fs []*figure) {
	byName := map[string]*credit{}
	var cs []*credit
	for _, f := range fs {
		if f.Attribution == "" || strings.HasPrefix(f.origin, "outlet ") {
			continue
		}
		c := byName[f.origin]
		if c == nil {
			c = &credit{name: f.origin}
			byName[f.origin] = c
			cs = append(cs, c)
		}
		c.own = sortedSet(append(c.own, creditWords(f.Attribution)...))
		c.beside = sortedSet(append(c.beside, creditWords(f.Attribution+" "+f.Speaker+" "+f.AttributionText)...))
	}
	slices.SortFunc(cs, func(a, b *credit) int { return strings.Compare(a.name, b.name) })
	u := newUnion(len(cs))
	for i, a := range cs {
		for j := range i {
			if len(a.own) > 0 && slices.Equal(a.own, cs[j].own) {
				u.join(i, j)
			}
		}
	}
	same := slices.Clone(u)
	for i, a := range cs {
		host, several := -1, false
		for j, b := range cs {
			if len(a.own) == 0 || len(b.own) == 0 || same.find(i) == same.find(j) || !subset(a.own, b.beside) {
				continue
			}
			several = several || host >= 0 && same.find(host) != same.find(j)
			host = j
		}
		if host >= 0 && !several {
			u.join(i, host)
		}
	}
	for i, c := range cs {
		c.name = cs[u.find(i)].name
	}
	for _, f := range fs {
		if c := byName[f.origin]; c != nil {
			f.origin = c.name
		}
	}
}

// A credit is one way of naming a source, with the words that tell it from others.
type credit struct {
	name        string
	own, beside []string // of the name; of the name, the speaker and the words about them
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// sameOrigin reports whether one voice answers for both.
func sameOrigin(a, b *figure) bool { return a.origin == b.origin }

// offices are words of office and speech, which do not tell one source from another.
var offices = tell.Of("office")

func creditWords(s string) []string {
	var out []string
	for _, w := range words(s) {
		if w = singular(strings.TrimSuffix(w, "'s")); !stopwords[w] && !offices[w] && len(w) > 1 {
			if country := names.CountryOf(w); country != "" { // "the Norwegian army" is "Norway's army"
				w = nameKey(country)
			}
			out = append(out, w)
		}
	}
	return sortedSet(out)
}
