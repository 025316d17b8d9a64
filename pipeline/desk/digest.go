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
	words    []wordList
	sources  []sourceRow // each publisher's part in the story
}

// A mark is what a filter without words asks of a fact.
type mark struct {
	verdict   reconcile.Verdict
	predicate string
	origins   int
}

// kept reports whether a filter without words keeps the fact, in a story that it keeps.
func (m mark) kept(f lists.Filter) bool {
	return (f.Verdict == "" || string(m.verdict) == f.Verdict) && (f.Predicate == "" || m.predicate == f.Predicate) && m.origins >= f.MinSources
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
	var inFacts [][]string
	for _, f := range facts {
		g.facts = append(g.facts, mark{reconcile.Verdict(kept(string(f.Verdict))), kept(f.Predicate), f.IndependentSources})
		inFacts = append(inFacts, lists.TextOf(f))
		rec.tally(f)
	}
	sources, err := lists.Sources(func(yield func(claim.Reading) error) error {
		return t.Readings(func(r claim.Reading) error {
			g.articles++
			text = append(text, r.Article.Title)
			for _, m := range r.Names { // an article may spell a name in ways of its own
				text = append(text, m.Text)
			}
			return yield(r)
		})
	})
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		g.sources = append(g.sources, sourceRow{lists.Source{Source: kept(s.Source), Articles: s.Articles, Claims: s.Claims, First: strings.Clone(s.First), Last: strings.Clone(s.Last)}, rec.of(s.Source)})
	}
	g.words = newWordLists(inFacts, text)
	return g, nil
}

// count is how many facts a filter without words keeps.
func (g *digest) count(f lists.Filter) (n int) {
	if !strings.HasPrefix(g.id, f.Story) {
		return 0
	}
	for _, m := range g.facts {
		if m.kept(f) {
			n++
		}
	}
	return n
}

// A wordList holds the words of up to 24 facts of a story, each with the facts that it stands in: in the upper 40 bits a hash of the word,
// rising, in the lower 24 a bit for each fact. Of a million words, one is taken for another.
type wordList []uint64

const factBits = 24

var wordSeed = maphash.MakeSeed()

// hashOf is the hash of a word, where it stands in a list.
func hashOf(word string) uint64 { return maphash.String(wordSeed, word) >> factBits << factBits }

// newWordLists lists the words of facts, 24 at a time, and in the first list also those that stand elsewhere in the story.
func newWordLists(facts [][]string, elsewhere []string) (out []wordList) {
	for from := 0; from == 0 || from < len(facts); from += factBits {
		in := map[uint64]uint64{}
		add := func(texts []string, bit uint64) {
			for _, t := range texts {
				for _, w := range lists.Words(t) {
					in[hashOf(w)] |= bit
				}
			}
		}
		for i, texts := range facts[from:min(from+factBits, len(facts))] {
			add(texts, 1<<i)
		}
		if from == 0 {
			add(elsewhere, 0)
		}
		list := make(wordList, 0, len(in))
		for h, bits := range in {
			list = append(list, h|bits)
		}
		slices.Sort(list)
		out = append(out, list)
	}
	return out
}

// facts returns the bits of a word, and whether it is there.
func (l wordList) facts(hash uint64) (bits uint64, ok bool) {
	at, _ := slices.BinarySearch(l, hash)
	if at == len(l) || l[at]>>factBits != hash>>factBits {
		return 0, false
	}
	return l[at] & (1<<factBits - 1), true
}

// holds reports whether the story has all words, given their hashes.
func (g *digest) holds(words []uint64) bool {
	for _, h := range words {
		if !slices.ContainsFunc(g.words, func(l wordList) bool { _, ok := l.facts(h); return ok }) {
			return false
		}
	}
	return true
}

// with returns the places of the facts that have all words.
func (g *digest) with(words []uint64) (at map[int]bool) {
	at = map[int]bool{}
	for part, l := range g.words {
		all := uint64(1<<factBits - 1)
		for _, h := range words {
			bits, _ := l.facts(h)
			all &= bits
		}
		for i := range min(factBits, len(g.facts)-part*factBits) {
			if all&(1<<i) != 0 {
				at[part*factBits+i] = true
			}
		}
	}
	return at
}

func hashes(words []string) (out []uint64) {
	for _, w := range words {
		out = append(out, hashOf(w))
	}
	return out
}
