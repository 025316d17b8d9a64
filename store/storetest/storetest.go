// Package storetest is the suite that every store of crosstally passes, whatever keeps its records.
//
// In:  a function that opens a new, empty store. Out: a failed test for each thing that a run, a reader or a ruling relies on and
// the store does not do. What a file needs beside it (locks, damage, kills) is tested in package store.
package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// A Store is what runs write and readers read.
type Store interface {
	pipeline.Store
	lists.Store
	Find(store.Query, func(reconcile.Fact) error) error
	Marks(after store.Mark, limit int) ([]store.Mark, error)
	Told(story string, f func(store.Telling) error) (found bool, err error)
	Readings(yield func(claim.Reading) error) error
	Stories(yield func(reconcile.Story) error) error
	Due(now time.Time) ([]intake.Note, error)
	Rule(ruling.Ruling) (ruling.Ruling, error)
	Unrule(id uint64, u ruling.Undoing) (ruling.Ruling, error)
	Forget(urlOrSource, why string, now time.Time) ([]store.Takedown, error)
}

// Conform runs the suite; open makes an empty store and closes it when its test ends.
func Conform(t *testing.T, open func(*testing.T) Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Store)
	}{
		{"a reading is stored once", storedOnce},
		{"a run keeps the changes of all its transactions", changesOfARun},
		{"an update replaces stories", replacesStories},
		{"unsettled articles are told up to a limit", unsettledToALimit},
		{"notes expire unless renewed", notesExpire},
		{"rulings are numbered and undone once", rulings},
		{"what was taken down stays away", takenDown},
		{"an error of yield ends a list", yieldEnds},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
	t.Run("the current version does not depend on arrival", func(t *testing.T) { currentVersion(t, open) })
	t.Run("facts do not depend on arrival and are found by what they are", func(t *testing.T) { sameFacts(t, open) })
}

// Reading makes a reading of a text without claims.
func Reading(url, text, modified string) claim.Reading {
	return claim.Reading{Article: &article.Article{URL: url, Source: "Harbour News", Published: "2026-05-03", Modified: modified, Text: text}}
}

// must ends a test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func storedOnce(t *testing.T, s Store) {
	got, err := s.Put([]claim.Reading{Reading("u1", "eight died", ""), Reading("u2", "nine died", ""), Reading("u1", "eight died", "")})
	must(t, err)
	if want := []pipeline.Outcome{pipeline.Stored, pipeline.Stored, pipeline.Duplicate}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if r, p, err := s.Page("u1"); err != nil || r.Article.Text != "eight died" || p.Fetched.IsZero() || p.Rules != pipeline.Version() || p.Content == "" {
		t.Errorf("page: %+v, %+v, %v", r.Article, p, err)
	}
	if _, _, err := s.Page("u3"); !errors.Is(err, store.ErrNoArticle) {
		t.Errorf("a page that is not stored: got error %v", err)
	}
}

func currentVersion(t *testing.T, open func(*testing.T) Store) {
	versions := []claim.Reading{Reading("u", "first", "2026-05-03T10:00:00Z"), Reading("u", "second", "2026-05-03T12:00:00Z"), Reading("u", "third", "2026-05-03T11:00:00Z")}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		s := open(t)
		for _, i := range order {
			_, err := s.Put(versions[i : i+1])
			must(t, err)
		}
		var got []string
		must(t, s.Readings(func(r claim.Reading) error { got = append(got, r.Article.Text); return nil }))
		if !slices.Equal(got, []string{"second"}) {
			t.Errorf("order %v: got %v, want the version modified last", order, got)
		}
	}
}

// changesOfARun: a run that takes several transactions keeps the changes of all: of a fact's, the first state before and the last after.
func changesOfARun(t *testing.T, s Store) {
	change := func(fact string, was, now reconcile.Verdict) pipeline.Change {
		return pipeline.Change{Fact: fact, Was: pipeline.State{Verdict: was}, Now: pipeline.State{Verdict: now}}
	}
	run := pipeline.RunRecord{Account: pipeline.Account{Seen: 2, Stored: 2}}
	for _, cs := range [][]pipeline.Change{
		{change("b", "", reconcile.Single), change("a", "", reconcile.Single)},
		{change("a", reconcile.Single, reconcile.Conflict), change("c", "", reconcile.Single)},
		{change("c", reconcile.Single, "")}, // made and gone in one run
	} {
		run.Changes = cs
		n, err := s.Apply(pipeline.Update{Run: run})
		must(t, err)
		run.Number = n
	}
	_, err := s.Apply(pipeline.Update{Run: pipeline.RunRecord{Changes: []pipeline.Change{change("d", "", reconcile.Agree)}}})
	must(t, err)
	var got []string
	must(t, s.Runs(func(r pipeline.RunRecord) bool {
		got = append(got, fmt.Sprint("run ", r.Number, " ", r.Account.Seen))
		for _, c := range r.Changes {
			got = append(got, c.Fact+" "+string(c.Kind)+" "+string(c.Now.Verdict))
		}
		return true
	}))
	if want := []string{"run 2 0", "d  agree", "run 1 2", "a new conflict", "b  single"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func replacesStories(t *testing.T, s Store) {
	story := func(facts ...string) pipeline.StoryUpdate {
		u := pipeline.StoryUpdate{Story: reconcile.Story{ID: "5100000000000000"}}
		for _, id := range facts {
			u.Facts = append(u.Facts, reconcile.Fact{ID: id, Question: "how many " + id + "?", Story: reconcile.StoryRef{ID: "5100000000000000"}})
		}
		return u
	}
	for _, u := range []pipeline.Update{
		{Stories: []pipeline.StoryUpdate{story("aa10000000000000", "ab20000000000000")}},
		{Gone: []string{"5100000000000000"}, Stories: []pipeline.StoryUpdate{story("ab20000000000000", "ac30000000000000")}},
	} {
		_, err := s.Apply(u)
		must(t, err)
	}
	if _, err := s.Fact("aa10000000000000"); !errors.Is(err, store.ErrNoFact) {
		t.Errorf("a fact that is no more: got error %v", err)
	}
	if f, err := s.Fact("ac"); err != nil || f.Question != "how many ac30000000000000?" {
		t.Errorf("by the beginning of its id: got %v, %v", f.Question, err)
	}
	if _, err := s.Fact("a"); !errors.Is(err, store.ErrNoFact) {
		t.Errorf("an ambiguous id: got error %v", err)
	}
	fs, err := s.FactsOf("5100000000000000")
	if err != nil || len(fs) != 2 || fs[0].ID != "ab20000000000000" {
		t.Errorf("facts of the story: %v, %v", fs, err)
	}
}

func unsettledToALimit(t *testing.T, s Store) {
	_, err := s.Put(wire(t, 5))
	must(t, err)
	fresh, retired, err := s.Unsettled(3)
	if err != nil || len(fresh) != 3 || len(retired) != 0 || fresh[0].Story != "" || fresh[0].Profile == nil {
		t.Fatalf("got %+v, %+v, %v", fresh, retired, err)
	}
	if near, err := s.Sharing(fresh[0].Profile.Keys()); err != nil || len(near) != 0 {
		t.Errorf("what is not settled is near: %v, %v", near, err)
	}
	must(t, pipeline.Settle(s, pipeline.RunRecord{}, time.Now))
	if left, _, err := s.Unsettled(3); err != nil || len(left) != 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	near, err := s.Sharing(fresh[0].Profile.Keys())
	if err != nil || !slices.ContainsFunc(near, func(a pipeline.Article) bool { return a.Number == fresh[0].Number && a.Story != "" }) {
		t.Errorf("an article does not find itself: %v, %v", near, err)
	}
	if r, err := s.Reading(fresh[0].Number); err != nil || r.Article.URL != fresh[0].Profile.URL {
		t.Errorf("reading %d: %v, %v", fresh[0].Number, r.Article, err)
	}
}

func notesExpire(t *testing.T, s Store) {
	day := time.Date(2026, 5, 3, 2, 15, 0, 0, time.UTC)
	page := func(url string, read time.Time) intake.Note {
		return intake.Note{Key: url, Kind: intake.PageNote, First: read, OK: read}
	}
	feed := intake.InputKey("https://a.example/feed")
	must(t, s.Remember([]intake.Note{page("https://a.example/old", day), page("https://a.example/renewed", day), {Key: "e1", Kind: intake.EntryNote, OK: day}, {Key: feed, Kind: intake.FeedNote, OK: day}}))
	must(t, s.Remember([]intake.Note{page("https://a.example/renewed", day.AddDate(0, 1, 0))}))
	for _, c := range []struct {
		when time.Time
		url  string
	}{{day.AddDate(0, 0, 2), "https://a.example/old"}, {day.AddDate(0, 1, 2), "https://a.example/renewed"}} {
		if due, err := s.Due(c.when); err != nil || len(due) != 1 || due[0].Key != c.url {
			t.Errorf("due at %v: %v, %v", c.when, due, err)
		}
	}
	for _, c := range []struct{ days, gone int }{{10, 0}, {61, 2}, {61, 1}} {
		if n, err := s.Expire(day.AddDate(0, 0, c.days), 2); n != c.gone || err != nil {
			t.Errorf("after %d days: %d, %v, want %d", c.days, n, err, c.gone)
		}
	}
	left, err := s.Recall("https://a.example/old", "https://a.example/renewed", "e1", feed)
	if err != nil || len(left) != 2 || left["https://a.example/renewed"].OK.IsZero() || left[feed].Kind != intake.FeedNote {
		t.Errorf("left: %v, %v", left, err)
	}
}

func rulings(t *testing.T, s Store) {
	when := time.Date(2026, 5, 6, 8, 0, 0, 0, time.UTC)
	for i, note := range []string{"first", "second"} {
		r, err := s.Rule(ruling.Ruling{Kind: ruling.Note, Note: note, By: "ana", When: when})
		if err != nil || r.ID != uint64(i+1) {
			t.Fatalf("ruling %d has number %d, %v", i+1, r.ID, err)
		}
	}
	if r, err := s.Unrule(1, ruling.Undoing{By: "ben", When: when}); err != nil || r.Undone.By != "ben" {
		t.Errorf("got %+v, %v", r, err)
	}
	if _, err := s.Unrule(1, ruling.Undoing{By: "ben"}); err == nil {
		t.Error("undone twice")
	}
	if _, err := s.Unrule(9, ruling.Undoing{By: "ben"}); !errors.Is(err, store.ErrNoRuling) {
		t.Errorf("got %v", err)
	}
	if rs, err := s.Rulings(); err != nil || len(rs) != 2 || rs[0].Undone == nil || rs[1].Note != "second" {
		t.Errorf("got %+v, %v", rs, err)
	}
}

func takenDown(t *testing.T, s Store) {
	rs := wire(t, 4)
	_, err := s.Put(rs)
	must(t, err)
	must(t, pipeline.Settle(s, pipeline.RunRecord{}, time.Now))
	notes, err := s.Forget(rs[1].Article.URL, "asked to", time.Now())
	if err != nil || len(notes) != 1 || notes[0].Versions != 1 {
		t.Fatalf("got %+v, %v", notes, err)
	}
	must(t, pipeline.Settle(s, pipeline.RunRecord{}, time.Now))
	if out, err := s.Put(rs[1:2]); err != nil || out[0] != pipeline.Forgotten {
		t.Errorf("put again: %v, %v", out, err)
	}
	want := reconcile.Reconcile(slices.Delete(slices.Clone(rs), 1, 2)).Facts
	if got := found(t, s, store.Query{}); !reflect.DeepEqual(ids(got), ids(want)) {
		t.Errorf("facts %v, want %v", ids(got), ids(want))
	}
}

func yieldEnds(t *testing.T, s Store) {
	_, err := s.Put(wire(t, 3))
	must(t, err)
	must(t, pipeline.Settle(s, pipeline.RunRecord{}, time.Now))
	enough := errors.New("enough")
	told := 0
	for name, list := range map[string]func() error{
		"readings": func() error { return s.Readings(func(claim.Reading) error { told++; return enough }) },
		"stories":  func() error { return s.Stories(func(reconcile.Story) error { told++; return enough }) },
		"facts":    func() error { return s.Find(store.Query{}, func(reconcile.Fact) error { told++; return enough }) },
	} {
		if told = 0; !errors.Is(list(), enough) || told != 1 {
			t.Errorf("%s: told %d", name, told)
		}
	}
}

// sameFacts stores a wire's articles, some of them edited, in several orders and nights: the same facts each time, those of the whole set.
func sameFacts(t *testing.T, open func(*testing.T) Store) {
	rs := wire(t, 30)
	edited := *rs[4].Article
	edited.Modified = "2026-02-01T10:00:00Z"
	edited.Text += "\n\nOfficials gave no other figure."
	arrive := append(slices.Clone(rs), claim.Reading{Article: &edited, Names: rs[4].Names, Dates: rs[4].Dates, Claims: rs[4].Claims})
	rs[4] = arrive[len(rs)]
	want := reconcile.Reconcile(rs).Facts
	for seed := range uint64(3) {
		s := open(t)
		rng := rand.New(rand.NewPCG(seed, 1))
		rng.Shuffle(len(arrive), func(i, j int) { arrive[i], arrive[j] = arrive[j], arrive[i] })
		for from, to := 0, 0; from < len(arrive); from = to {
			to = min(from+1+rng.IntN(12), len(arrive))
			_, err := s.Put(arrive[from:to])
			must(t, err)
			must(t, pipeline.Settle(s, pipeline.RunRecord{}, time.Now))
		}
		if got := found(t, s, store.Query{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("order %d: %d facts, want %d; %v and %v", seed, len(got), len(want), ids(got), ids(want))
		}
		for _, q := range []store.Query{{}, {Story: want[0].Story.ID}, {Verdict: reconcile.Conflict}, {Predicate: "destroy"}, {Verdict: reconcile.Updated, Predicate: "kill"}, {Story: want[0].Story.ID, Verdict: reconcile.Updated}, {Predicate: "sing"}} {
			meant := slices.DeleteFunc(slices.Clone(want), func(f reconcile.Fact) bool {
				return q.Story != "" && f.Story.ID != q.Story || q.Verdict != "" && f.Verdict != q.Verdict || q.Predicate != "" && f.Predicate != q.Predicate
			})
			if got := found(t, s, q); !slices.Equal(ids(got), ids(meant)) {
				t.Errorf("%+v: %v, want %v", q, ids(got), ids(meant))
			}
			if got := newest(t, s, q); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(ids(meant)))) {
				t.Errorf("%+v, the newest first: %v, want %v", q, got, ids(meant))
			}
		}
	}
}

// newest finds the same the other way round, and checks that the days fall and that a story is the same by its id.
func newest(t *testing.T, s Store, q store.Query) (out []string) {
	t.Helper()
	day := 1 << 16
	stamps := map[string]uint64{}
	must(t, s.Newest(q, func(x store.Telling) (bool, error) {
		if x.Day() > day {
			t.Errorf("%+v: day %d after %d", q, x.Day(), day)
		}
		day, stamps[x.ID()] = x.Day(), x.Stamp()
		facts, err := x.Facts(q)
		out = append(out, ids(facts)...)
		return true, err
	}))
	if q == (store.Query{}) {
		n := 0
		for last := (store.Mark{}); ; n++ { // one by one, as much as all at once
			next, err := s.Marks(last, 1)
			must(t, err)
			if len(next) == 0 {
				break
			}
			if last = next[0]; stamps[last.ID] != last.Stamp {
				t.Errorf("story %s is marked %x, want %x", last.ID, last.Stamp, stamps[last.ID])
			}
		}
		if n != len(stamps) {
			t.Errorf("%d stories are marked, want %d", n, len(stamps))
		}
	}
	for id, stamp := range stamps {
		there, err := s.Told(id, func(x store.Telling) error {
			if story, err := x.Story(); err != nil || story.ID != id || x.Stamp() != stamp {
				t.Errorf("story %s: %s with stamp %x, %v; want %x", id, story.ID, x.Stamp(), err, stamp)
			}
			return nil
		})
		if err != nil || !there {
			t.Errorf("story %s: %v, %v", id, there, err)
		}
	}
	return out
}

func found(t *testing.T, s Store, q store.Query) (out []reconcile.Fact) {
	t.Helper()
	must(t, s.Find(q, func(f reconcile.Fact) error { out = append(out, f); return nil }))
	return out
}

func ids(fs []reconcile.Fact) (out []string) {
	for _, f := range fs {
		out = append(out, f.ID)
	}
	return out
}

// wire reads the first articles of a wire.
func wire(t *testing.T, n int) (rs []claim.Reading) {
	t.Helper()
	for i := range n {
		r, err := pipeline.Extract(wiretest.Wire{Seed: 21}.Record(i))
		must(t, err)
		rs = append(rs, r)
	}
	return rs
}
