package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// A dyingStore fails from a number of writes on, as if its process had been killed there.
type dyingStore struct {
	*store.Store
	left int
	put  int // readings that were handed in
}

var errKilled = errors.New("killed")

func (d *dyingStore) Put(rs []claim.Reading) ([]pipeline.Outcome, error) {
	if d.left--; d.left < 0 {
		return nil, errKilled
	}
	d.put += len(rs)
	return d.Store.Put(rs)
}

func (d *dyingStore) Remember(notes []intake.Note) error {
	if d.left--; d.left < 0 {
		return errKilled
	}
	return d.Store.Remember(notes)
}

// manyPages are pages that tell of events weeks apart in places of their own.
func manyPages(n int) (out []string) {
	day := time.Date(2010, 1, 4, 12, 0, 0, 0, time.UTC)
	for k := range n {
		place := "Port " + string([]byte{byte('A' + k%26), 'a' + byte(k/26), 'l', byte('a' + k%5), 'n'})
		out = append(out, fmt.Sprintf(`<!doctype html><html><head><meta property="article:published_time" content="%s"></head><body><article><h1>Storm hits %s</h1>
<p>At least %d people died when a storm hit %s on Sunday, the mayor of %[2]s said.</p></article></body></html>`, day.AddDate(0, 0, 30*k).Format(time.RFC3339), place, 10+k, place))
	}
	return out
}

func warcPage(k int, page string) string {
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/%d\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", k, len(block), block)
}

func gzipped(t testing.TB, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// old writes a file that nobody has touched for an hour.
func old(t testing.TB, path string, content []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	hour := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, hour, hour); err != nil {
		t.Fatal(err)
	}
	return path
}

// archives are the same pages in every form that is read from a checkpoint.
func archives(t *testing.T, pages []string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	var plain, lines strings.Builder
	var members []byte
	for k, p := range pages {
		plain.WriteString(warcPage(k, p))
		members = append(members, gzipped(t, warcPage(k, p))...)
		line, err := json.Marshal(map[string]string{"url": fmt.Sprintf("https://wire.example/%d", k), "html": p})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
		old(t, filepath.Join(dir, "folder", fmt.Sprintf("%03d.html", k)), []byte(p))
	}
	whole := plain.String()
	return map[string]string{
		"WARC":                old(t, filepath.Join(dir, "a.warc"), []byte(whole)),
		"WARC by member":      old(t, filepath.Join(dir, "b.warc.gz"), members),
		"WARC in one member":  old(t, filepath.Join(dir, "c.warc.gz"), gzipped(t, whole)),
		"WARC split anywhere": old(t, filepath.Join(dir, "d.warc.gz"), append(gzipped(t, whole[:len(whole)/3]), gzipped(t, whole[len(whole)/3:])...)),
		"JSONL":               old(t, filepath.Join(dir, "e.jsonl"), []byte(lines.String())),
		"folder":              filepath.Join(dir, "folder"),
	}
}

// Killed at any write and started again, a batch ends in the same store, without reading again what was noted.
func TestKilledBatchGoesOnWhereItWas(t *testing.T) {
	pages := manyPages(120)
	for name, input := range archives(t, pages) {
		t.Run(name, func(t *testing.T) {
			run := func(st pipeline.Store) (pipeline.Report, error) {
				return pipeline.Run(context.Background(), &intake.Reader{Memory: st}, []string{input}, st, pipeline.Options{})
			}
			whole := newStore(t)
			report, err := run(whole)
			if err != nil || report.Account.Stored != len(pages) {
				t.Fatalf("whole: %s, %v", report.Account, err)
			}
			want := jsonl(t, facts(t, whole))
			for kill := range 4 {
				st := newStore(t)
				if _, err := run(&dyingStore{Store: st, left: kill}); err != nil && !errors.Is(err, errKilled) {
					t.Fatal(err)
				}
				again := &dyingStore{Store: st, left: 1 << 30}
				report, err := run(again)
				if err != nil || report.Account.Seen != len(pages) {
					t.Errorf("killed at write %d, then %s, %v", kill, report.Account, err)
				}
				if noted := kill / 2 * 100; again.put > len(pages)-noted {
					t.Errorf("killed at write %d: read %d pages again, of which %d were noted", kill, again.put, noted)
				}
				if got := jsonl(t, facts(t, st)); got != want {
					t.Errorf("killed at write %d: another store", kill)
				}
				if report, err := run(again); err != nil || report.Account != (pipeline.Account{Seen: len(pages), Duplicate: len(pages)}) {
					t.Errorf("a third time: %s, %v", report.Account, err)
				}
			}
		})
	}
}

// What failed in an archive is named again by the next run, and a file that has changed is read anew.
func TestArchiveThatFailedOrChangedIsReadAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	good := `{"url":"https://wire.example/%d","text":"At least 12 people died when ferry %[1]d sank off Port Ellis, police said."}` + "\n"
	st := newStore(t)
	for night, want := range []pipeline.Account{{Seen: 2, Stored: 1, Refused: 1}, {Seen: 2, Duplicate: 1, Refused: 1}} {
		old(t, path, []byte(fmt.Sprintf(good, 1)+"{nope\n"))
		if got := aNight(t, st, path).Account; got != want {
			t.Errorf("night %d: %s, want %s", night, got, want)
		}
	}
	old(t, path, []byte(fmt.Sprintf(good, 1)+fmt.Sprintf(good, 2)))
	if got := aNight(t, st, path).Account; got != (pipeline.Account{Seen: 2, Stored: 1, Duplicate: 1}) {
		t.Errorf("changed: %s", got)
	}
}
