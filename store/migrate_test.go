package store

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
)

// The files in testdata were made by the programs that wrote those layouts; beside each, what that program said of it.

// unzipped returns a file of testdata.
func unzipped(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// earlier writes a store of testdata to a file.
func earlierStore(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	if err := os.WriteFile(path, unzipped(t, name+".db"), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// asToday writes what an earlier program said as this one would: fields that were added are empty.
func asToday(t *testing.T, said []byte) string {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for _, line := range bytes.Split(bytes.TrimSpace(said), []byte("\n")) {
		var v any = &reconcile.Story{}
		switch {
		case bytes.HasPrefix(line, []byte(`{"article"`)):
			v = &claim.Reading{}
		case bytes.Contains(line, []byte(`"verdict"`)):
			v = &reconcile.Fact{}
		}
		if err := errors.Join(json.Unmarshal(line, v), enc.Encode(v)); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestStoresOfEveryEarlierLayoutAreBroughtToThisOne(t *testing.T) {
	for _, name := range []string{"layout-1-early", "layout-1"} {
		path := earlierStore(t, name)
		s, err := Open(path) // a reader is enough
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, want := export(t, s), asToday(t, unzipped(t, name+".jsonl")); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		if p, err := s.Verify(); err != nil || len(p.Problems) > 0 || p.Facts == 0 {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
		w, err := Create(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		if _, err := w.Put([]claim.Reading{reading("v", "nine died", "")}); err != nil {
			t.Errorf("%s: write: %v", name, err)
		}
		if err := pipeline.Settle(w, pipeline.RunRecord{}, time.Now); err != nil {
			t.Errorf("%s: settle: %v", name, err)
		}
		if p, err := w.Verify(); err != nil || len(p.Problems) > 0 {
			t.Errorf("%s, gone on with: %+v, %v", name, p, err)
		}
	}
}

// What is not of articles and facts comes along too.
func TestAnEarlierStoreKeepsWhatPeopleAndRunsLeft(t *testing.T) {
	s, err := Open(earlierStore(t, "layout-1"))
	if err != nil {
		t.Fatal(err)
	}
	if rs, err := s.Rulings(); err != nil || len(rs) != 1 || rs[0].By != "ana" {
		t.Errorf("rulings: %+v, %v", rs, err)
	}
	taken := 0
	if err := s.Forgotten(func(n Takedown) error { taken++; return nil }); err != nil || taken != 1 {
		t.Errorf("%d take-downs, %v", taken, err)
	}
	runs, changes := 0, 0
	if err := s.Runs(func(r pipeline.RunRecord) bool { runs, changes = runs+1, changes+len(r.Changes); return true }); err != nil || runs != 3 || changes == 0 {
		t.Errorf("%d runs, %d changes, %v", runs, changes, err)
	}
	notes, err := s.Recall("https://a.example/ferry", intake.InputKey("https://a.example/feed"))
	if err != nil || len(notes) != 2 || notes[intake.InputKey("https://a.example/feed")].Title != "Harbour" {
		t.Errorf("notes %+v, %v", notes, err)
	}
	if due, err := s.Due(time.Date(2026, 5, 6, 0, 0, 0, 0, time.UTC)); err != nil || len(due) != 1 {
		t.Errorf("due %v, %v", due, err)
	}
	if r, p, err := s.Page("https://a.example/ferry"); err != nil || p.Fetched.IsZero() || p.Rules == "" || r.Article.Published != "2026-05-03T21:00:00Z" {
		t.Errorf("page %+v, %v", p, err)
	}
	versions := 0
	if err := s.Versions(func(vs []Version) error { versions += len(vs); return nil }); err != nil || versions != 2 {
		t.Errorf("%d versions, %v", versions, err)
	}
}

func TestSalvageReadsEarlierLayouts(t *testing.T) {
	got := map[string]Provenance{}
	var kept Kept
	if err := Salvage(earlierStore(t, "layout-1"), Found{
		Article: func(r claim.Reading, p Provenance) error { got[r.Article.URL] = p; return nil },
		Kept:    func(k Kept) error { kept = k; return nil },
	}); err != nil || len(got) != 3 || len(kept.Rulings) != 1 || len(kept.Takedowns) != 1 || got["https://b.example/ferry"].Fetched.IsZero() {
		t.Errorf("got %v, %+v, %v", got, kept, err)
	}
}

// A store that a later program wrote is refused, and stays as it is.
func TestALaterLayoutIsRefused(t *testing.T) {
	s, path := create(t)
	if err := s.update(func(tx *bolt.Tx) error {
		return tx.Bucket(metaBucket).Put([]byte("layout"), []byte{0, 0, 0, layout + 1})
	}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(path); !errors.Is(err, ErrNewerLayout) {
		t.Errorf("read: %v", err)
	}
	if _, err := Create(path, 0); !errors.Is(err, ErrNewerLayout) {
		t.Errorf("write: %v", err)
	}
}
