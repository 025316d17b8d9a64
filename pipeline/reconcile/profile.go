package reconcile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// A Profile is what decides which story an article belongs to; a function of the article alone.
type Profile struct {
	URL       string
	Published string
	Day       int               // of publication, in days since 1970; 0 when unknown
	Names     []Weighted        // names that tell, heaviest first
	Topics    []Weighted        // content words that it comes back to, heaviest first
	Words     []uint32          // hashes of its content words, sorted
	Rare      []uint32          // of those that are no everyday words, sorted
	Title     []string          // content words of the title, sorted
	Days      []int             // days that it names, sorted
	Classes   []string          // predicate classes of its claims, sorted
	Signature [signature]uint32 // MinHash of its shingles; zero for a text too short to have any
	Shingles  int
}

// A Weighted is a name with how much it says of the article.
type Weighted struct {
	Name   string
	Weight float64
	Common bool `json:",omitempty"` // stands in so much news that sharing it says little
}

const (
	maxNames     = 20   // names of a profile
	maxTopics    = 8    // words that it comes back to
	wordWeight   = 0.8  // of a word with a capital
	commonWeight = 0.12 // of a name that stands in much news, against 1
)

// NewProfile reads the profile of one article.
func NewProfile(r claim.Reading) *Profile {
	p := &Profile{URL: r.Article.URL, Published: r.Article.Published}
	if from, _, ok := dayRange(r.Article.Published); ok {
		p.Day = from
	}
	p.Names = tellingNames(r)
	p.Topics, p.Words, p.Rare = topics(r)
	for _, w := range words(r.Article.Title) {
		if len(w) > 2 && !stopwords[w] {
			p.Title = append(p.Title, singular(w))
		}
	}
	p.Title = sortedSet(p.Title)
	for _, d := range r.Dates {
		if from, to, ok := days(d.Value); ok && d.Kind == dates.Date && to-from <= 2 {
			p.Days = append(p.Days, from)
		}
	}
	p.Days = sortedSet(p.Days)
	if n := len(p.Days); p.Day == 0 && n > 0 {
		p.Day = p.Days[n-1] // an undated article is as old as the last day that it names
	}
	for _, c := range r.Claims {
		if c.Predicate != "" {
			p.Classes = append(p.Classes, classOf(c.Predicate).name)
		}
	}
	p.Classes = sortedSet(p.Classes)
	p.Signature, p.Shingles = minHash(shingles(r.Article.Text))
	return p
}

// tellingNames weighs the names of an article: rare ones, ones in the title or lead and repeated ones tell more.
func tellingNames(r claim.Reading) []Weighted {
	weight := map[string]float64{}
	inCommon := map[string]bool{}
	n := map[string]int{}
	lead := len(r.Article.Text) / 4
	for _, m := range r.Names {
		name := m.Name
		if name == "" {
			name = m.Text
		}
		k := nameKey(name)
		if k == "" || k == nameKey(r.Article.Source) {
			continue
		}
		common := isCommon(name, k)
		if s := skeleton(k); !common && len(s) >= 3 {
			k = s // so that transliterations meet
		}
		w := 1.0
		switch {
		case m.Field == "title":
			w = 3
		case m.Start < lead:
			w = 1.5
		}
		n[k]++
		inCommon[k] = common
		weight[k] = math.Max(weight[k], w)
	}
	for _, m := range r.Names { // a city by its city's name, a firm by the word that is its own
		if ws := words(cmp.Or(m.Name, m.Text)); len(ws) > 1 {
			for _, w := range ws {
				if k := properKey(w); k != "" && !commonNames[k] {
					weight[k], n[k] = math.Max(weight[k], wordWeight), n[k]+1
				}
			}
		}
	}
	for k, c := range properWords(r.Article.Text) {
		if weight[k] == 0 && !commonNames[k] {
			weight[k], n[k] = wordWeight, c
		}
	}
	var out []Weighted
	for k, w := range weight {
		w *= 1 + 0.3*math.Log(float64(n[k]))
		if inCommon[k] {
			w *= commonWeight
		}
		out = append(out, Weighted{k, round6(w), inCommon[k]})
	}
	slices.SortFunc(out, func(a, b Weighted) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Name, b.Name))
	})
	return out[:min(len(out), maxNames)]
}

// properWords counts the words that a text writes with a capital within its sentences, everyday words and given names aside, as
// skeletons: what is left of a ship's, a hill's or a firm's name where one text gives half of it, or no list knows it.
func properWords(text string) map[string]int {
	out := map[string]int{}
	inside := false // of a sentence
	for _, w := range strings.Fields(text) {
		bare := strings.Trim(w, "\"'“”‘’(),;:.!?–—")
		if first, _ := utf8.DecodeRuneInString(bare); inside && len(bare) > 3 && first < utf8.RuneSelf && unicode.IsUpper(first) || first >= utf8.RuneSelf && unicode.IsLetter(first) {
			for _, part := range strings.FieldsFunc(names.Fold(bare), func(r rune) bool { return r == '-' || r == '\'' }) {
				if k := properKey(part); k != "" {
					out[k]++
				}
			}
		}
		inside = bare != "" && !strings.HasSuffix(w, ".") && !strings.HasSuffix(w, ":") && !strings.HasSuffix(w, "?") && !strings.HasSuffix(w, "!")
	}
	return out
}

// properKey returns the skeleton of a word that only names have, "" for others.
func properKey(w string) string {
	if len(w) < 4 || stopwords[w] || calendarWords[w] || demonyms[w] || isCommon(w, w) || names.Everyday(w) {
		return ""
	}
	if k := skeleton(w); len(k) >= 3 {
		return k
	}
	return ""
}

// calendarWords are written with a capital and name no thing.
var calendarWords = func() map[string]bool {
	m := map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		m[strings.ToLower(d.String())] = true
	}
	for d := time.January; d <= time.December; d++ {
		m[strings.ToLower(d.String())] = true
	}
	return m
}()

// topics returns the content words that a text repeats most, and the hashes of all its content words.
func topics(r claim.Reading) (top []Weighted, all, rare []uint32) {
	named := map[string]bool{}
	for _, m := range r.Names {
		for _, w := range words(m.Text) {
			named[w] = true
		}
	}
	n := map[string]float64{}
	count := func(s string, by float64) {
		for _, w := range words(s) {
			if len(w) > 2 && !stopwords[w] && !named[w] && (w[0] < '0' || w[0] > '9') {
				k := stem(w)
				if n[k] == 0 && !names.Everyday(w) && !names.Everyday(singular(w)) && !names.Everyday(k) && !names.Everyday(k+"e") {
					rare = append(rare, hashWord(k))
				}
				n[k] += by
			}
		}
	}
	count(r.Article.Title, 2)
	count(r.Article.Text, 1)
	for w, k := range n {
		all = append(all, hashWord(w))
		if k >= 2 && len(w) > 2 {
			top = append(top, Weighted{Name: w, Weight: k})
		}
	}
	slices.SortFunc(top, func(a, b Weighted) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Name, b.Name))
	})
	return top[:min(len(top), maxTopics)], sortedSet(all), sortedSet(rare)
}

func hashWord(w string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(w))
	return h.Sum32()
}

// stem takes common endings off a word; only for comparison.
func stem(w string) string {
	w = singular(w)
	for _, end := range [...]string{"ing", "ed", "er", "ion", "ation"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) > 3 {
			return s
		}
	}
	return strings.TrimSuffix(w, "e")
}

func round6(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// nameKey is the form under which spellings of one name meet.
func nameKey(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	return strings.Join(words(strings.ReplaceAll(name, "-", " ")), " ")
}

func sortedSet[T cmp.Ordered](s []T) []T {
	slices.Sort(s)
	return slices.Compact(s)
}

// byPublication compares readings by when their articles came out; of one page's versions, the one that was changed last comes last.
func byPublication(x, y claim.Reading) int {
	a, b := x.Article, y.Article
	return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.URL, b.URL), strings.Compare(a.Modified, b.Modified),
		strings.Compare(a.Text, b.Text), strings.Compare(a.Title, b.Title))
}

// order sorts readings as the contract sorts sources, and takes each URL once.
func order(readings []claim.Reading) []claim.Reading {
	rs := slices.Clone(readings)
	slices.SortFunc(rs, byPublication)
	last := map[string]int{}
	for i, r := range rs {
		last[r.Article.URL] = i
	}
	out := rs[:0]
	for i, r := range rs {
		if last[r.Article.URL] == i {
			out = append(out, r)
		}
	}
	return out
}

// hashID makes a stable id of the parts that name a thing.
func hashID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
