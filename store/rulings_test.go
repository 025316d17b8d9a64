package store

import (
	"path/filepath"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/ruling"
)

var may = time.Date(2026, 5, 6, 8, 0, 0, 0, time.UTC)

func TestAReaderWritesNothing(t *testing.T) {
	_, path := create(t)
	reader, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reader.Rule(ruling.Ruling{}); err == nil {
		t.Error("a reader wrote a ruling")
	}
}

// What people decided and when pages were fetched outlives a damaged file, and what was taken down stays down.
func TestSalvageKeepsWhatPeopleDecided(t *testing.T) {
	s, path := create(t)
	if _, err := s.Put([]claim.Reading{reading("u", "eight died", ""), reading("v", "nine died", "")}); err != nil {
		t.Fatal(err)
	}
	for _, by := range []string{"ana", "ben"} {
		if _, err := s.Rule(ruling.Ruling{Kind: ruling.Note, Note: "x", By: by, When: may}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Unrule(1, ruling.Undoing{By: "ben", When: may}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget("v", "asked to", may); err != nil {
		t.Fatal(err)
	}
	_, was, err := s.Page("u")
	if err != nil {
		t.Fatal(err)
	}
	to, err := Create(filepath.Join(t.TempDir(), "new.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if err := Salvage(path, Found{Kept: to.Keep, Article: func(r claim.Reading, p Provenance) error {
		o, err := to.Restore([]Restored{{r, p}})
		if r.Article.URL == "v" && o[0] != pipeline.Forgotten {
			t.Errorf("what was taken down is %s", o)
		}
		return err
	}}); err != nil {
		t.Fatal(err)
	}
	if rs, err := to.Rulings(); err != nil || len(rs) != 2 || rs[0].Undone == nil || rs[1].By != "ben" || rs[1].ID != 2 {
		t.Errorf("got %+v, %v", rs, err)
	}
	if r, err := to.Rule(ruling.Ruling{Kind: ruling.Note, By: "ana", When: may}); err != nil || r.ID != 3 {
		t.Errorf("the next ruling has number %d, %v", r.ID, err)
	}
	if _, is, err := to.Page("u"); err != nil || !is.Fetched.Equal(was.Fetched) || is.Fetched.IsZero() {
		t.Errorf("fetched %v, was %v, %v", is.Fetched, was.Fetched, err)
	}
}
