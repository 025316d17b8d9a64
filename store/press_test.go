package store_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/article"
)

// A press prints news of an invented world for benches: its words are made by rule, its stories run over some nights, are told by
// several outlets, and ask some dozen questions each, of which an article answers ten. No sentence comes twice.
type press struct {
	stories int // that begin in one night
}

const (
	vocabulary = 24000 // invented nouns, adjectives and verbs
	surnames   = 30000
	towns      = 30000
	outlets    = 120
	maxNights  = 9 // that a story runs for
	questions  = 14
	told       = 10 // figures of an article
)

// firstNight is the day of a press's first night.
var firstNight = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

// invent makes the n-th word of a kind from syllables.
func invent(kind string, n int) string {
	const heads, vowels = "bdfgklmnprstvz", "aeiou"
	x := uint64(n)*2654435761 + uint64(len(kind))*40503
	var b strings.Builder
	b.WriteString(kind)
	for range 3 {
		b.WriteByte(heads[x%14])
		x /= 14
		b.WriteByte(vowels[x%5])
		x /= 5
	}
	return b.String() + []string{"n", "r", "l", "m", "sk"}[n%5]
}

func title(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// A tale is one story of the press.
type tale struct {
	rng    *rand.Rand
	id     int
	town   string
	body   string
	people []string
	nouns  []int
	nights int
}

func (p press) tale(id int) *tale {
	rng := rand.New(rand.NewPCG(uint64(id), 99))
	t := &tale{rng: rng, id: id, town: title(invent("", rng.IntN(towns))), nights: 1 + rng.IntN(maxNights)}
	t.body = title(invent("q", rng.IntN(20000))) + " Ministry"
	first := []string{"Anna", "Peter", "Maria", "John", "Helen", "David", "Laura", "Martin", "Susan", "Daniel"}
	for range 4 {
		t.people = append(t.people, first[rng.IntN(10)]+" "+title(invent("w", rng.IntN(surnames))))
	}
	for range questions {
		t.nouns = append(t.nouns, rng.IntN(vocabulary))
	}
	return t
}

// deeds are what can be said of a figure; %s is the figure with its noun.
var deeds = []string{
	"%s were destroyed near %s", "%s were evacuated from %s", "%s were arrested in %s", "%s were injured near %s", "%s were rescued outside %s",
	"%s were moved to %s", "%s were burned in %s", "%s were released in %s", "%s were counted in %s", "%s were delivered to %s",
	"%s were closed in %s", "%s were repaired near %s", "%s were sold in %s", "%s were seized in %s",
}

var sayers = []string{"Police said %s", "Officials said %s", "%[2]s said %[1]s", "The %[3]s said %[1]s", "According to %[2]s, %[1]s"}

// sentence answers the q-th question of a tale on a night.
func (t *tale) sentence(rng *rand.Rand, q, night int) string {
	base := 3 + (t.id*31+q*17)%900
	switch {
	case q%7 == 0 && night >= 2:
		base += night / 2 // a toll that rises
	case rng.IntN(40) == 0:
		base++ // somebody says otherwise
	}
	figure := fmt.Sprint(base)
	if rng.IntN(12) == 0 {
		figure = "at least " + figure
	}
	noun := []string{"people", "soldiers", "children", "workers"}[q%4]
	if q > 3 {
		noun = invent("", t.nouns[q]) + "s"
	}
	what := fmt.Sprintf(deeds[q], figure+" "+noun, t.town)
	s := fmt.Sprintf(sayers[rng.IntN(len(sayers))]+"%.0[2]s%.0[3]s", what, t.people[rng.IntN(4)], t.body)
	return fmt.Sprintf("%s, where the %s %s of %s stood.", s, vocab(rng), vocab(rng), vocab(rng))
}

func vocab(rng *rand.Rand) string { return invent("", rng.IntN(vocabulary)) }

// record is what one outlet prints of a tale on its n-th night.
func (p press) record(id, night int) article.Record {
	t := p.tale(id)
	rng := rand.New(rand.NewPCG(uint64(id), uint64(night)+1))
	var paras []string
	for _, q := range rng.Perm(questions)[:told] {
		filler := fmt.Sprintf("The %s %s beside the %s had long been known for its %s, and %s called it a %s matter.", vocab(rng), vocab(rng), vocab(rng), vocab(rng), t.people[rng.IntN(4)], vocab(rng))
		paras = append(paras, t.sentence(rng, q, night)+" "+filler)
	}
	outlet := title(invent("o", rng.IntN(outlets)))
	day := firstNight.AddDate(0, 0, id/p.stories+night)
	return article.Record{
		URL: fmt.Sprintf("https://%s.example/%s/%d-%d", strings.ToLower(outlet), day.Format("2006/01"), id, night), Source: outlet + " News",
		Published: day.Add(time.Duration(rng.IntN(86000)) * time.Second).Format(time.RFC3339),
		Title:     fmt.Sprintf("%s %s shakes %s, %s says", title(vocab(rng)), vocab(rng), t.town, t.body), Text: strings.Join(paras, "\n\n"),
	}
}

// night returns what is printed on the d-th night.
func (p press) night(d int) (out []article.Record) {
	for id := max(0, d-maxNights+1) * p.stories; id < (d+1)*p.stories; id++ {
		if n := d - id/p.stories; n < p.tale(id).nights {
			out = append(out, p.record(id, n))
		}
	}
	return out
}

func TestThePressRepeatsNoSentence(t *testing.T) {
	p := press{stories: 20}
	words, sentences := map[string]bool{}, map[string]bool{}
	for d := range 12 {
		for _, r := range p.night(d) {
			for _, s := range strings.SplitAfter(strings.ReplaceAll(r.Text, "\n\n", " "), ". ") {
				if sentences[s] {
					t.Fatalf("twice: %q", s)
				}
				sentences[s] = true
			}
			for _, w := range strings.Fields(r.Text) {
				words[strings.Trim(w, ".,")] = true
			}
		}
	}
	if len(words) < 20000 {
		t.Errorf("%d words in %d sentences, want 20,000 or more", len(words), len(sentences))
	}
}
