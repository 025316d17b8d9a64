package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

func reading(url, text, modified string) claim.Reading {
	return claim.Reading{Article: &article.Article{URL: url, Source: "Harbour News", Published: "2026-05-03", Modified: modified, Text: text}}
}

func create(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	s, err := Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, path
}

func texts(t *testing.T, s *Store) (out []string) {
	t.Helper()
	if err := s.Readings(func(r claim.Reading) error { out = append(out, r.Article.Text); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPutTellsNewFromKnown(t *testing.T) {
	s, _ := create(t)
	got, err := s.Put([]claim.Reading{reading("u1", "eight died", ""), reading("u2", "nine died", ""), reading("u1", "eight died", "")})
	if err != nil {
		t.Fatal(err)
	}
	if want := []pipeline.Outcome{pipeline.Stored, pipeline.Stored, pipeline.Duplicate}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCurrentVersionDoesNotDependOnArrival(t *testing.T) {
	versions := []claim.Reading{reading("u", "first", "2026-05-03T10:00:00Z"), reading("u", "second", "2026-05-03T12:00:00Z"), reading("u", "third", "2026-05-03T11:00:00Z")}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		s, _ := create(t)
		for _, i := range order {
			if _, err := s.Put(versions[i : i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if got := texts(t, s); len(got) != 1 || got[0] != "second" {
			t.Errorf("order %v: got %v, want the version modified last", order, got)
		}
	}
}

func TestApplyReplacesAStory(t *testing.T) {
	s, _ := create(t)
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
		if _, err := s.Apply(u); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Fact("aa10000000000000"); !errors.Is(err, ErrNoFact) {
		t.Errorf("a fact that is no more: got error %v", err)
	}
	if f, err := s.Fact("ac"); err != nil || f.Question != "how many ac30000000000000?" {
		t.Errorf("by the beginning of its id: got %v, %v", f.Question, err)
	}
	if _, err := s.Fact("a"); !errors.Is(err, ErrNoFact) {
		t.Errorf("an ambiguous id: got error %v", err)
	}
}

func TestOpenRefusesWhatIsNoStore(t *testing.T) {
	s, path := create(t)
	if _, err := s.Put([]claim.Reading{reading("u", "eight died", "")}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		bytes []byte
		want  error
	}{
		"empty": {nil, ErrDamaged}, "foreign": {make([]byte, 1<<16), ErrNotAStore}, "cut": {whole[:len(whole)/2], ErrDamaged},
	} {
		p := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(p, c.bytes, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(p); !errors.Is(err, c.want) {
			t.Errorf("%s: got error %v, want %v", name, err, c.want)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, ErrNoStore) {
		t.Errorf("missing: got error %v", err)
	}
}

func TestSecondWriterIsToldWhoHoldsTheStore(t *testing.T) {
	_, path := create(t)
	if _, err := Create(path, 0); !errors.Is(err, ErrLocked) {
		t.Errorf("got error %v, want %v", err, ErrLocked)
	}
}
