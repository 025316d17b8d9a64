package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
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
