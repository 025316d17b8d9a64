package reconcile

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"crosstally/pipeline/claim"
)

// linkAt is the log-odds from which two articles are taken to tell of one event. Where links chain, one false link costs more than
// some that are missed, which others make up for.
const linkAt = 1.2

// What two articles share speaks for one event by so much, in log-odds: fitted by logistic regression on pairs of news articles on 86
// events, pairs on events of one kind in one week among them.
const (
	forNames     = 9   // the names that both dwell on
	forTelling   = 3.1 // four telling names or more
	forTitle     = 3.4 // the words of the titles
	forTopics    = 2.4 // what each comes back to
	forRareWords = 2.7 // words out of the ordinary
	forWords     = 3.5 // all words
	forTime      = 5.2 // the days
	forNothing   = -9.9
)

// Windows of the blocking keys, in days. Articles up to one window apart always meet. One name is enough within the days of a running story; weeks later it takes two.
const (
	nameWindow  = 8
	pairWindow  = 31
	keyedNames  = 10 // the heaviest of a profile
	pairedNames = 7  // of these
)

// A Key is a blocking key: what an article has in common with all that it may be linked to.
type Key struct {
	Kind   byte   // 'n' a name, 'p' a pair of names, 's' a stretch of its text
	Window int    // of its day; 0 for 's'
	Words  string // the names
}

// Keys returns the blocking keys under which an article is found: only articles of which one has a key that is Near the other
// can be linked. There are at most some thirty, of telling names and a stretch of days, so that a store finds candidates
// without a scan.
func (p *Profile) Keys() []Key {
	var rare []string
	for _, n := range p.Names {
		if !n.Common {
			rare = append(rare, n.Name)
		}
	}
	rare = rare[:min(len(rare), keyedNames)]
	set := map[Key]bool{}
	for i, a := range rare {
		set[Key{'n', p.Day / nameWindow, a}] = true
		for k, b := range rare[i+1:] {
			if i+1+k < pairedNames {
				set[Key{'p', p.Day / pairWindow, min(a, b) + "/" + max(a, b)}] = true
			}
		}
	}
	if len(rare) < 2 { // only its text can tell where it belongs
		for _, k := range p.bandKeys() {
			set[Key{'s', 0, fmt.Sprintf("%x", k)}] = true
		}
	}
	return slices.SortedFunc(maps.Keys(set), func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Window, b.Window), strings.Compare(a.Words, b.Words))
	})
}

// Near returns the keys of the articles that may share k: those of its window, the one before and the one after.
func (k Key) Near() []Key {
	if k.Kind == 's' {
		return []Key{k}
	}
	return []Key{{k.Kind, k.Window - 1, k.Words}, k, {k.Kind, k.Window + 1, k.Words}}
}

// Linked reports whether a and b are on one event.
func (p *Profile) Linked(q *Profile) bool { return p.linkedAt(q, linkAt) }

func (p *Profile) linkedAt(q *Profile, at float64) bool { return p.score(q) >= at || p.resembles(q) }

// resembles reports whether the signatures say that one text may be a copy of the other.
func (p *Profile) resembles(q *Profile) bool {
	if p.Shingles < minShingles || q.Shingles < minShingles {
		return false
	}
	same := 0
	for i := range p.Signature {
		if p.Signature[i] == q.Signature[i] {
			same++
		}
	}
	return same*4 >= signature
}

// leastShared is how alike the names of two articles must be where they share one telling name: less is a name that both happen to mention.
const leastShared = 0.06

// score weighs what two articles share, as the log-odds that they tell of one event. It is a function of the two alone, so that a
// story does not change with what else is stored.
func (p *Profile) score(q *Profile) float64 {
	shared, telling := sharedNames(p.Names, q.Names)
	title := overlap(p.Title, q.Title)
	byName := telling > 1 || telling == 1 && shared >= leastShared
	if telling == 0 && title < 0.5 || !byName && p.named() && q.named() || !dwellsOn(p, q) && !dwellsOn(q, p) {
		return forNothing // a bus crash and a plane crash near one town share its hospital and its police commander
	}
	return forNothing + forNames*shared + forTelling*float64(min(telling, 4))/4 + forTitle*title + forTopics*coverage(p, q) +
		forRareWords*shareOf(p.Rare, q.Rare, 3) + forWords*cosine(p.Words, q.Words) + forTime*p.near(q)
}

// named reports whether an article names enough that one on its event would share a name with it: "Blast in Bar kills 9", "Blast in Kotor
// kills 9".
func (p *Profile) named() bool {
	n := 0
	for i := range p.Names {
		if !p.Names[i].Common {
			n++
		}
	}
	return n >= 2
}

// dwellsOn reports whether a speaks of what b comes back to most.
func dwellsOn(a, b *Profile) bool {
	for _, t := range b.Topics {
		if t.Weight < b.Topics[0].Weight {
			return false
		}
		if _, ok := slices.BinarySearch(a.Words, hashWord(t.Name)); ok {
			return true
		}
	}
	return len(b.Topics) == 0
}

// shareOf is the shared part of two sets of words as a share of the smaller, damped by so many words.
func shareOf(a, b []uint32, damp int) float64 {
	return float64(inBoth(a, b)) / float64(min(len(a), len(b))+damp)
}

// cosine is how alike two sets of words are, from 0 to 1.
func cosine(a, b []uint32) float64 {
	return float64(inBoth(a, b)) / math.Sqrt(float64(len(a)*len(b)+1))
}

// inBoth counts what two sorted sets share.
func inBoth(a, b []uint32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

// coverage is the share of what each text comes back to that the other speaks of at all; the lower of the two.
func coverage(p, q *Profile) float64 {
	return min(covers(p.Topics, q.Words), covers(q.Topics, p.Words))
}

func covers(topics []Weighted, in []uint32) float64 {
	var sum, both float64
	for _, t := range topics {
		sum += t.Weight
		if _, ok := slices.BinarySearch(in, hashWord(t.Name)); ok {
			both += t.Weight
		}
	}
	return (both + 1.5) / (sum + 3) // a text of a few lines says little either way
}

// near returns how close two articles are in time: by publication, or by a day that both name.
func (p *Profile) near(q *Profile) float64 {
	gap := max(p.Day-q.Day, q.Day-p.Day)
	switch {
	case p.Day == 0 || q.Day == 0:
		return 0.5
	case gap <= 3:
		return 1
	case meet(p.Days, q.Days):
		return 1
	case gap <= 10:
		return 0.7
	case gap <= 31:
		return 0.2
	}
	return -1
}

func meet(a, b []int) bool {
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			return true
		}
	}
	return false
}

// sharedNames returns how alike two lists of names are, from 0 to 1, and how many telling names stand in both. Names that
// are central to both articles count most (cosine), names that one only mentions count as far as the lists overlap.
func sharedNames(a, b []Weighted) (share float64, rare int) {
	w := make(map[string]float64, len(b))
	var sumA, sumB, both, dot, sqA, sqB float64
	for _, n := range b {
		w[n.Name] = n.Weight
		sumB += n.Weight
		sqB += n.Weight * n.Weight
	}
	for _, n := range a {
		sumA += n.Weight
		sqA += n.Weight * n.Weight
		if x, ok := w[n.Name]; ok {
			both += min(x, n.Weight)
			dot += x * n.Weight
			if !n.Common {
				rare++
			}
		}
	}
	if dot == 0 {
		return 0, rare
	}
	return (dot/math.Sqrt(sqA*sqB) + min(both/min(sumA, sumB), 1)) / 2, rare
}

// overlap returns the shared part of two sorted sets as a share of the smaller, damped for very small ones.
func overlap(a, b []string) float64 {
	n := 0
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			n++
		}
	}
	if m := min(len(a), len(b)); m > 0 {
		return float64(n) / float64(max(m, 3))
	}
	return 0
}

// maxTitle is how many bytes of an untitled story's first words stand for its title.
const maxTitle = 90

// opening returns the first words of a text, which name a story that no article gives a title.
func opening(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if len(line) <= maxTitle {
		return line
	}
	cut := strings.LastIndexByte(line[:maxTitle], ' ')
	if cut < 0 {
		return strings.ToValidUTF8(line[:maxTitle], "") + "…"
	}
	return line[:cut] + " …"
}

// describe names a story after its earliest article.
func describe(rs []claim.Reading) Story {
	s := Story{ID: hashID("story", rs[0].Article.Published, rs[0].Article.URL), Title: rs[0].Article.Title, From: rs[0].Article.Published, To: rs[len(rs)-1].Article.Published}
	for _, r := range rs {
		s.Articles = append(s.Articles, r.Article.URL)
		if s.Title == "" {
			s.Title = r.Article.Title
		}
	}
	if s.Title == "" {
		s.Title = opening(rs[0].Article.Text)
	}
	return s
}
