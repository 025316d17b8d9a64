package desk

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A factRow is a fact in a list.
type factRow struct {
	ID, Question, Figures, Predicate string
	Story                            reconcile.StoryRef
	Verdict                          reconcile.Verdict
	Origins                          int
	Ruled                            bool
	Latest                           string // publication of the latest article
}

func newFactRow(f reconcile.Fact) factRow {
	r := factRow{ID: strings.Clone(f.ID), Question: strings.Clone(f.Question), Figures: f.Summary(), Predicate: kept(f.Predicate), Story: reconcile.StoryRef{ID: kept(f.Story.ID), Title: kept(f.Story.Title)},
		Verdict: reconcile.Verdict(kept(string(f.Verdict))), Origins: f.IndependentSources, Ruled: f.Ruled()}
	for _, v := range f.Values {
		for _, s := range v.Sources {
			r.Latest = max(r.Latest, s.Published)
		}
	}
	r.Latest = strings.Clone(r.Latest)
	return r
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

func newArticleRow(r claim.Reading, story string) articleRow {
	a := r.Article
	return articleRow{strings.Clone(a.URL), kept(a.Source), strings.Clone(a.Title), strings.Clone(a.Published), len(r.Claims), story}
}

// articlesOf lists the articles of a story, the latest first.
func articlesOf(t store.Telling) (out []articleRow, err error) {
	err = t.Readings(func(r claim.Reading) error { out = append(out, newArticleRow(r, t.ID())); return nil })
	slices.SortFunc(out, func(a, b articleRow) int {
		return cmp.Or(strings.Compare(b.Published, a.Published), strings.Compare(a.URL, b.URL))
	})
	return out, err
}

// A storyRow is a story in a list, with its facts.
type storyRow struct {
	ID, Title, From, To string
	Articles, Conflicts int
	Facts               []factRow // as ranked orders them
}

func newStoryRow(t store.Telling) (*storyRow, error) {
	s, err := t.Story()
	if err != nil {
		return nil, err
	}
	facts, err := t.Facts(store.Query{})
	if err != nil {
		return nil, err
	}
	r := &storyRow{ID: t.ID(), Title: strings.Clone(s.Title), From: strings.Clone(s.From), To: strings.Clone(s.To), Articles: len(s.Articles)}
	for _, f := range ranked(facts) {
		r.Facts = append(r.Facts, newFactRow(f))
		if f.Verdict == reconcile.Conflict {
			r.Conflicts++
		}
	}
	return r, nil
}

// ranked puts the facts of a story in order: conflicts first, then by how many say so.
func ranked(facts []reconcile.Fact) []reconcile.Fact {
	slices.SortStableFunc(facts, func(a, b reconcile.Fact) int {
		return cmp.Or(cmp.Compare(rank(a.Verdict), rank(b.Verdict)), cmp.Compare(b.IndependentSources, a.IndependentSources), strings.Compare(a.ID, b.ID))
	})
	return facts
}

// rank orders verdicts by how much they want a person.
func rank(v reconcile.Verdict) int {
	return slices.Index(verdicts, string(v))
}

func (r factRow) mark() mark { return mark{r.Verdict, r.Predicate, r.Origins} }

// shelfSize is how many stories stand on a shelf: with some twenty facts each, some 20 MB.
const shelfSize = 2000

// A shelf keeps the rows of stories that were shown, as long as their records stay as they are.
type shelf struct {
	mu     sync.Mutex
	held   map[string]shelved
	making map[string]chan struct{} // closed when somebody is done with the row of that story
}

type shelved struct {
	stamp, ruled uint64
	row          *storyRow
	articles     []articleRow // nil until they were asked for
}

// of returns the row of a story, which is not to be changed. Of many that ask for it at once, one makes it: after a night's commit all
// ask for the newest stories.
func (s *shelf) of(t store.Telling) (*storyRow, error) {
	stamp, ruled := t.Stamp(), t.Ruled()
	for {
		s.mu.Lock()
		if x, there := s.held[t.ID()]; there && x.stamp == stamp && x.ruled == ruled {
			s.mu.Unlock()
			return x.row, nil
		}
		made := s.making[t.ID()]
		if made == nil {
			break
		}
		s.mu.Unlock()
		<-made
	}
	made := make(chan struct{})
	if s.making == nil {
		s.making = map[string]chan struct{}{}
	}
	s.making[t.ID()] = made
	s.mu.Unlock()
	defer func() { // also where a damaged record panics
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.making, t.ID())
		close(made)
	}()
	row, err := newStoryRow(t)
	if err == nil {
		s.put(t.ID(), shelved{stamp: stamp, ruled: ruled, row: row})
	}
	return row, err
}

// articles returns the articles of a story, the latest first, which are not to be changed.
func (s *shelf) articles(t store.Telling) ([]articleRow, error) {
	row, err := s.of(t)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	x := s.held[t.ID()]
	s.mu.Unlock()
	if x.articles != nil && x.row == row {
		return x.articles, nil
	}
	all, err := articlesOf(t)
	if err == nil {
		s.put(t.ID(), shelved{t.Stamp(), t.Ruled(), row, all})
	}
	return all, err
}

func (s *shelf) put(id string, x shelved) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held == nil || len(s.held) >= shelfSize {
		s.held = map[string]shelved{}
	}
	s.held[id] = x
}
