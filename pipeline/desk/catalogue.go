package desk

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A catalogue is what lists and searches need of a store at one time.
type catalogue struct {
	stories  []reconcile.Story // the latest first
	facts    []factRow         // by story as above, conflicts first
	articles []articleRow      // by publication, the latest first
	names    []lists.Name
	sources  []lists.Source
	records  map[string]*record // by publisher
	verdicts map[reconcile.Verdict]int
}

// A factRow is a fact in a list.
type factRow struct {
	ID, Question, Figures, Place, Predicate string
	Story                                   reconcile.StoryRef
	Verdict                                 reconcile.Verdict
	Origins                                 int
	Ruled                                   bool
	Latest                                  string // publication of the latest article
	text                                    string // all its words in lower case, for search
}

// An articleRow is an article in a list.
type articleRow struct {
	URL       string `json:"url"`
	Source    string `json:"source"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Claims    int    `json:"claims"`
	Story     string `json:"story"`
}

// A shelf holds the catalogue of the store as it is, and makes it anew when the file has changed.
type shelf struct {
	mu     sync.Mutex
	stamp  string
	cat    *catalogue
	took   time.Duration
	making bool
}

// slow is the time from which on a new catalogue is made beside the old one, which serves meanwhile.
const slow = 100 * time.Millisecond

func (d *desk) catalogue() (*catalogue, error) {
	s := &d.cat
	s.mu.Lock()
	defer s.mu.Unlock()
	info, err := os.Stat(d.store.Path())
	if err != nil {
		return nil, fmt.Errorf("read store: %w", err)
	}
	stamp := fmt.Sprint(info.ModTime().UnixNano(), " ", info.Size())
	if s.cat != nil && (s.stamp == stamp || s.making) {
		return s.cat, nil
	}
	if s.cat != nil && s.took > slow {
		s.making = true
		go d.remake(stamp)
		return s.cat, nil
	}
	return s.cat, s.set(d, stamp)
}

// remake makes a catalogue in the background, then rests ten times as long, so that a night's writes do not keep it busy.
func (d *desk) remake(stamp string) {
	start := time.Now()
	cat, err := makeCatalogue(d.store)
	took := time.Since(start)
	d.cat.mu.Lock()
	if err == nil {
		d.cat.cat, d.cat.stamp, d.cat.took = cat, stamp, took
	}
	d.cat.mu.Unlock()
	time.Sleep(10 * took)
	d.cat.mu.Lock()
	d.cat.making = false
	d.cat.mu.Unlock()
}

func (s *shelf) set(d *desk, stamp string) error {
	start := time.Now()
	cat, err := makeCatalogue(d.store)
	if err != nil {
		return err
	}
	s.cat, s.stamp, s.took = cat, stamp, time.Since(start)
	return nil
}

// makeCatalogue reads a store story by story, so that a process that writes it gets in between.
func makeCatalogue(st Store) (*catalogue, error) {
	c := &catalogue{records: map[string]*record{}, verdicts: map[reconcile.Verdict]int{}}
	if err := st.Stories(func(s reconcile.Story) error { c.stories = append(c.stories, s); return nil }); err != nil {
		return nil, err
	}
	slices.SortStableFunc(c.stories, func(a, b reconcile.Story) int {
		return cmp.Or(strings.Compare(b.To, a.To), strings.Compare(a.ID, b.ID))
	})
	var rs []claim.Reading
	for _, s := range c.stories {
		facts, err := st.FactsOf(s.ID)
		if err != nil {
			return nil, err
		}
		first := len(c.facts)
		for _, f := range facts {
			c.facts = append(c.facts, newFactRow(f))
			c.verdicts[f.Verdict]++
			c.tally(f)
		}
		slices.SortStableFunc(c.facts[first:], func(a, b factRow) int {
			return cmp.Or(cmp.Compare(rank(a.Verdict), rank(b.Verdict)), cmp.Compare(b.Origins, a.Origins), strings.Compare(a.ID, b.ID))
		})
		for _, url := range s.Articles {
			r, _, err := st.Page(url)
			if errors.Is(err, store.ErrNoArticle) { // taken down a moment ago
				continue
			}
			if err != nil {
				return nil, err
			}
			a := r.Article
			c.articles = append(c.articles, articleRow{a.URL, a.Source, a.Title, a.Published, len(r.Claims), s.ID})
			a.Text, a.Blocks = "", nil
			rs = append(rs, r)
		}
	}
	return c, c.finish(st, rs)
}

func (c *catalogue) finish(st Store, rs []claim.Reading) error {
	slices.SortStableFunc(c.articles, func(a, b articleRow) int {
		return cmp.Or(strings.Compare(b.Published, a.Published), strings.Compare(a.URL, b.URL))
	})
	ruled, err := st.Rulings()
	if err != nil {
		return err
	}
	c.names = lists.Names(rs, ruled)
	c.sources, err = lists.Sources(func(yield func(claim.Reading) error) error {
		for _, r := range rs {
			if err := yield(r); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// rank orders verdicts by how much they want a person.
func rank(v reconcile.Verdict) int {
	return slices.Index([]reconcile.Verdict{reconcile.Conflict, reconcile.Updated, reconcile.Compatible, reconcile.Agree, reconcile.Single}, v)
}

func newFactRow(f reconcile.Fact) factRow {
	r := factRow{ID: f.ID, Question: f.Question, Figures: f.Summary(), Place: f.Place, Predicate: f.Predicate, Story: f.Story, Verdict: f.Verdict, Origins: f.IndependentSources, Ruled: f.Ruled()}
	var b strings.Builder
	for _, s := range []string{f.Question, f.Story.Title, f.Place, r.Figures} {
		b.WriteString(s + "\n")
	}
	for _, v := range f.Values {
		for _, s := range v.Sources {
			r.Latest = max(r.Latest, s.Published)
			b.WriteString(s.Source + "\n" + s.Attribution + "\n" + s.Speaker + "\n" + s.Quote + "\n")
		}
	}
	r.text = strings.ToLower(b.String())
	return r
}
