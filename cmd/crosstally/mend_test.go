package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/store"
)

// A salvage that finds nothing leaves nothing; one of a cut file gives a store that proves right.
func TestSalvageMakesAWholeStoreOrNone(t *testing.T) {
	dir := t.TempDir()
	db, cut, to := filepath.Join(dir, "s.db"), filepath.Join(dir, "cut.db"), filepath.Join(dir, "new.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	_, facts, _ := crosstally("", "facts", "--db", db, "--format", "jsonl")
	if code, out, stderr := crosstally("", "salvage", filepath.Join(dir, "none.db"), to); code != exitNothing || out != "" || !strings.Contains(stderr, "none.db") {
		t.Errorf("of no file: code %d, %s%s", code, out, stderr)
	}
	if code, out, stderr := crosstally("", "salvage", write(t, "page.html", strings.Repeat("<p>eight died</p>", 2000)), to); code != exitNothing || out != "" || !strings.Contains(stderr, "not made") {
		t.Errorf("of no store: code %d, %s%s", code, out, stderr)
	}
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	clear(whole[:2*8192]) // the pages that bbolt begins with
	if err := os.WriteFile(cut, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if code, out, stderr := crosstally("", "salvage", cut, to); code != exitDone || !strings.HasPrefix(out, "2 articles") || stderr != "" {
		t.Errorf("of a cut store: code %d, %s%s", code, out, stderr)
	}
	if code, out, _ := crosstally("", "verify", "--db", to); code != exitDone || !strings.HasPrefix(out, "2 articles") {
		t.Errorf("verify: code %d, %s", code, out)
	}
	if _, got, _ := crosstally("", "facts", "--db", to, "--format", "jsonl"); got != facts {
		t.Errorf("got %s, want %s", got, facts)
	}
	left, err := filepath.Glob(filepath.Join(dir, "new*"))
	if err != nil || !slices.Equal(left, []string{to}) {
		t.Errorf("beside the new store: %v, %v", left, err)
	}
}

// A take-down that was killed before its facts were made anew and the freed pages dropped is ended by the same command.
func TestForgetEndsATakedownThatWasKilled(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	s, err := store.Create(db, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget("https://a.example/ferry", "", time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if code, out, stderr := crosstally("", "forget", "--db", db, "https://a.example/ferry"); code != exitDone || !strings.Contains(out, "https://a.example/ferry") {
		t.Errorf("code %d, %s%s", code, out, stderr)
	}
	if _, out, _ := crosstally("", "facts", "--db", db, "--format", "jsonl"); strings.Contains(out, "a.example") || !strings.Contains(out, "b.example") {
		t.Errorf("its facts stay: %s", out)
	}
	if err := store.Salvage(db, store.Found{Article: func(r claim.Reading, _ store.Provenance) error {
		if r.Article.URL == "https://a.example/ferry" {
			t.Error("its text can still be read from the file")
		}
		return nil
	}}); err != nil {
		t.Error(err)
	}
}

// What takes long and is stopped leaves nothing new, and the store as it was.
func TestWhatIsStoppedLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "s.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	before, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, args := range [][]string{{"reextract", "--db", db}, {"reextract", "--commit", "--db", db}, {"backup", "--db", db, filepath.Join(dir, "b.db")}, {"salvage", db, filepath.Join(dir, "n.db")}, {"export", "--db", db, "--format", "csv", "--out", filepath.Join(dir, "f.csv")}} {
		var out, errw bytes.Buffer
		if code := run(stopped, args, strings.NewReader(""), &out, &errw); code != exitNothing || out.Len() > 0 || !strings.Contains(errw.String(), "canceled") {
			t.Errorf("%v: code %d, %s%s", args, code, &out, &errw)
		}
		left, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || !slices.Equal(left, []string{db, db + ".lock"}) {
			t.Errorf("%v: left %v, %v", args, left, err)
		}
	}
	if after, err := os.ReadFile(db); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the store was changed, %v", err)
	}
}
