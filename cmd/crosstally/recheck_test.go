package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"crosstally/pipeline/intake"
	"crosstally/store"
)

// age sets back by some time when the pages of a store were read.
func age(t *testing.T, db string, by time.Duration) {
	t.Helper()
	st, err := store.Create(db, 0)
	if err != nil {
		t.Fatal(err)
	}
	var aged []intake.Note
	if err := st.Notes("http", func(n intake.Note) error {
		n.First, n.OK = n.First.Add(-by), n.OK.Add(-by)
		aged = append(aged, n)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := st.Remember(aged); err != nil || len(aged) == 0 {
		t.Fatalf("%d notes, %v", len(aged), err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

// A day after three pages were read, one says another number, one other words, and one is gone: --recheck finds that, edits and show tell it.
func TestRecheckTellsWhatChanged(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	var mu sync.Mutex
	words := map[string]string{"/a": "At least 8 people died when a ferry sank off Port Ellis on Saturday, police said.", "/b": "A bridge collapsed in Lower Marsh on Sunday and 4 people were hurt, police said.", "/c": "Some 300 people protested in Ambleford on Friday, police said."}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		switch text := words[r.URL.Path]; {
		case r.URL.Path == "/feed":
			fmt.Fprint(w, `<rss version="2.0"><channel><title>Desk</title>`)
			for _, p := range []string{"/a", "/b", "/c"} {
				fmt.Fprintf(w, `<item><title>Report %s</title><link>%s</link><pubDate>Sun, 03 May 2026 10:00:00 GMT</pubDate></item>`, p, p)
			}
			fmt.Fprint(w, `</channel></rss>`)
		case text != "":
			fmt.Fprintf(w, "<html><body><article><p>%s</p></article></body></html>", text)
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	db := filepath.Join(t.TempDir(), "s.db")
	flags := []string{"ingest", "--db", db, "--allow-private", "--delay", "0"}
	if code, out, stderr := crosstally("", append(flags, srv.URL+"/feed")...); code != exitDone {
		t.Fatal(out, stderr)
	}
	recheck := func() (code int, out, stderr string) { return crosstally("", append(flags, "--recheck")...) }
	if code, out, stderr := recheck(); code != exitDone || out != "0 seen: 0 stored, 0 duplicate, 0 refused\n" || stderr != "" {
		t.Errorf("at once: code %d, %q, %q", code, out, stderr)
	}
	age(t, db, 25*time.Hour)
	mu.Lock()
	words["/a"] = strings.Replace(words["/a"], "8 people", "9 people", 1)
	words["/b"] = "Four people were hurt, police said, when a bridge collapsed in Lower Marsh on Sunday."
	delete(words, "/c")
	mu.Unlock()
	if code, out, stderr := recheck(); code != exitPartial || out != "3 seen: 2 stored, 0 duplicate, 1 refused\n" || !strings.Contains(stderr, "/c: status 404 Not Found") {
		t.Errorf("after a day: code %d, %q, %q", code, out, stderr)
	}
	_, out, _ := crosstally("", "edits", "--db", db)
	for _, want := range []string{"at least 8 -> at least 9 (person die)", srv.URL + "/a", "withdrawn: the page answered 404 on ", srv.URL + "/c"} {
		if !strings.Contains(out, want) {
			t.Errorf("edits lack %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, srv.URL+"/b") {
		t.Errorf("edits tell of other words alone:\n%s", out)
	}
	if code, out, _ := recheck(); code != exitDone || !strings.HasPrefix(out, "0 seen") {
		t.Errorf("again: code %d, %q", code, out)
	}
}
