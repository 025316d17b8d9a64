package main

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

func ferryStore(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "s.db")
	if code, _, stderr := crosstally(ferry, "ingest", "--db", db, "-"); code != exitDone {
		t.Fatal(stderr)
	}
	return db
}

func TestExportWritesTheSameFileTwice(t *testing.T) {
	db := ferryStore(t)
	for _, format := range []string{"csv", "jsonl", "parquet", "sqlite", "claimreview", "html"} {
		var docs []string
		for range 2 {
			out := filepath.Join(t.TempDir(), "out")
			if code, printed, stderr := crosstally("", "export", "--db", db, "--format", format, "--out", out); code != exitDone || printed != "" {
				t.Fatalf("%s: code %d, prints %q, %s", format, code, printed, stderr)
			}
			doc, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, string(doc))
		}
		_, printed, _ := crosstally("", "export", "--db", db, "--format", format)
		if docs[0] != docs[1] || docs[0] != printed || docs[0] == "" {
			t.Errorf("%s: two exports and the printed one differ: %d, %d, %d bytes", format, len(docs[0]), len(docs[1]), len(printed))
		}
	}
}

// The copy that is read stands beside the store, where there is room for it, and nothing is left of it.
func TestExportAndReextractNeedNoRoomElsewhere(t *testing.T) {
	db := ferryStore(t)
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	for _, command := range []string{"export", "reextract"} {
		if out := done(t, command, "--db", db); out == "" {
			t.Errorf("%s prints nothing", command)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(db)); err != nil || len(left) != 2 { // the store and its lock
		t.Errorf("beside the store: %v, %v", left, err)
	}
	if code, _, stderr := crosstally("", "export", "--db", "/proc/none.db"); code != exitNothing || !strings.Contains(stderr, "TMPDIR") {
		t.Errorf("no room at all: code %d, %s", code, stderr)
	}
}

// Who exports a damaged store is told what of it is damaged, not what of a copy that is gone.
func TestADamagedStoreIsNamedNotItsCopy(t *testing.T) {
	db := ferryStore(t)
	file, err := bolt.Open(db, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(file.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte("facts"))
		k, v := b.Cursor().First()
		return b.Put(k, append(slices.Clone(v), 0))
	}), file.Close()); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"export"}, {"reextract"}, {"backup", filepath.Join(t.TempDir(), "b.db")}} {
		code, _, stderr := crosstally("", append(args, "--db", db)...)
		if code != exitStore || !strings.Contains(stderr, "read "+db) || strings.Contains(stderr, "copy.db") || strings.Contains(stderr, ".new-") || !strings.Contains(stderr, "crosstally verify") {
			t.Errorf("%s: code %d, %s", args[0], code, stderr)
		}
	}
	code, out, stderr := crosstally("", "verify", "--db", db)
	if code != exitStore || !strings.Contains(out, "checksum: ") || !strings.Contains(stderr, "crosstally salvage") {
		t.Errorf("verify: code %d, prints %s, %s", code, out, stderr)
	}
}

func TestExportNamesFetchAndVersion(t *testing.T) {
	db := ferryStore(t)
	_, out, _ := crosstally("", "export", "--db", db, "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, column := range []string{"fetched", "rule_version", "content_hash", "url", "quote"} {
		for i, name := range rows[0] {
			if name == column && rows[1][i] == "" {
				t.Errorf("%s is empty: %v", column, rows[1])
			}
		}
	}
}

func TestExportPicksFacts(t *testing.T) {
	db := ferryStore(t)
	_, all, _ := crosstally("", "export", "--db", db, "--format", "jsonl")
	id := all[len(`{"fact":"`):][:16]
	code, one, stderr := crosstally("", "export", "--db", db, id[:8], id)
	if code != exitDone || strings.Count(one, "\n") >= strings.Count(all, "\n")+1 || !strings.HasPrefix(one, `{"fact":"`+id) {
		t.Errorf("code %d, %s, got %s", code, stderr, one)
	}
	if code, out, _ := crosstally("", "export", "--db", db, "--verdict", "single", "--min-sources", "9"); code != exitDone || out != "" {
		t.Errorf("code %d, got %s, want nothing", code, out)
	}
}

func TestExportDoesNotOverwriteTheStore(t *testing.T) {
	db := ferryStore(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(db, link); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{db, link} {
		if code, _, stderr := crosstally("", "export", "--db", db, "--out", out); code != exitUsage || !strings.Contains(stderr, "store itself") {
			t.Errorf("--out %s: code %d, %s", out, code, stderr)
		}
	}
	if code, _, stderr := crosstally("", "verify", "--db", db); code != exitDone {
		t.Errorf("the store after it: %s", stderr)
	}
	if code, _, stderr := crosstally("", "export", "--db", db, "--out", filepath.Join(t.TempDir(), "none", "x")); code != exitNothing || !strings.Contains(stderr, "none") {
		t.Errorf("a folder that is not there: code %d, %s", code, stderr)
	}
}
