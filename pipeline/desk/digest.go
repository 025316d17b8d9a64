package desk

import (
	"hash/maphash"
	"slices"
	"strings"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A digest is what the index holds of a story: enough to count, to rule out what a search looks for, and to sum up publishers.
type digest struct {
	id       string
	stamp    uint64
	articles int
	facts    []mark
	words    sieve
	sources  []sourceRow // each publisher's part in the story
}

// A mark is what a filter without words asks of a fact.
type mark struct {
	verdict   reconcile.Verdict
	predicate string
	origins   int
}

// A sourceRow is a publisher with its record.
type sourceRow struct {
	Publisher lists.Source
	Record    record
}

// newDigest reads a story whole.
func newDigest(t store.Telling) (*digest, error) {
	g := &digest{id: t.ID(), stamp: t.Stamp()}
	story, err := t.Story()
	if err != nil {
		return nil, err
	}
	facts, err := t.Facts(store.Query{})
	if err != nil {
		return nil, err
	}
	text := []string{story.Title}
	for _, n := range story.Names {
		text = append(text, n.Name)
		for _, v := range n.Variants {
			text = append(text, v.Form)
		}
	}
	rec := records{}
	for _, f := range facts {
		g.facts = append(g.facts, mark{reconcile.Verdict(kept(string(f.Verdict))), kept(f.Predicate), f.IndependentSources})
		text = append(text, lists.TextOf(f)...)
		rec.tally(f)
	}
	sources, err := lists.Sources(func(yield func(claim.Reading) error) error {
		return t.Readings(func(r claim.Reading) error {
			g.articles++
			text = append(text, r.Article.Title)
			return yield(r)
		})
	})
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		g.sources = append(g.sources, sourceRow{lists.Source{Source: kept(s.Source), Articles: s.Articles, Claims: s.Claims, First: strings.Clone(s.First), Last: strings.Clone(s.Last)}, rec.of(s.Source)})
	}
	g.words = newSieve(text)
	return g, nil
}

// count is how many facts a filter without words keeps.
func (g *digest) count(f lists.Filter) (n int) {
	if !strings.HasPrefix(g.id, f.Story) {
		return 0
	}
	for _, m := range g.facts {
		if (f.Verdict == "" || string(m.verdict) == f.Verdict) && (f.Predicate == "" || m.predicate == f.Predicate) && m.origins >= f.MinSources {
			n++
		}
	}
	return n
}

// A sieve holds the words of a story (a Bloom filter): it lets through every word that the story has, and of others one in some ten thousand.
type sieve []uint64

const (
	sieveBits   = 20 // for each word
	sieveProbes = 8
)

var sieveSeed = maphash.MakeSeed()

func newSieve(texts []string) sieve {
	seen := map[string]bool{}
	for _, t := range texts {
		for _, w := range lists.Words(t) {
			seen[w] = true
		}
	}
	s := make(sieve, len(seen)*sieveBits/64+1)
	for w := range seen {
		for _, at := range s.places(maphash.String(sieveSeed, w)) {
			s[at/64] |= 1 << (at % 64)
		}
	}
	return s
}

func (s sieve) places(h uint64) (at [sieveProbes]uint64) {
	step := h>>32 | 1
	for i := range at {
		at[i] = h % uint64(len(s)*64)
		h += step * 0x9e3779b97f4a7c15
	}
	return at
}

// holds reports whether a story may have all words, given their hashes.
func (s sieve) holds(hashes []uint64) bool {
	return !slices.ContainsFunc(hashes, func(h uint64) bool {
		for _, at := range s.places(h) {
			if s[at/64]&(1<<(at%64)) == 0 {
				return true
			}
		}
		return false
	})
}

func hashes(words []string) (out []uint64) {
	for _, w := range words {
		out = append(out, maphash.String(sieveSeed, w))
	}
	return out
}
