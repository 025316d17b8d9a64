package pipeline_test

import (
	"context"
	"fmt"
	"hash/crc32"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/fetch"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// A newsroom is a server with a feed and the pages that it lists; it keeps what it was asked for.
type newsroom struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string // path -> body
	plain bool              // it offers no validators
	asked []request
}

type request struct {
	path        string
	conditional bool
	status      int
}

func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	body, ok := n.pages[r.URL.Path]
	etag := fmt.Sprintf(`"%08x"`, crc32.ChecksumIEEE([]byte(body)))
	status := http.StatusOK
	switch {
	case !ok:
		status = http.StatusNotFound
	case !n.plain && r.Header.Get("If-None-Match") == etag:
		status = http.StatusNotModified
	}
	if r.URL.Path != "/robots.txt" {
		n.asked = append(n.asked, request{r.URL.Path, r.Header.Get("If-None-Match") != "", status})
	}
	if !n.plain {
		w.Header().Set("ETag", etag)
	}
	w.WriteHeader(status)
	if status == http.StatusOK {
		fmt.Fprint(w, body)
	}
}

// requests returns what was asked for since it was last called.
func (n *newsroom) requests() []request {
	n.mu.Lock()
	defer n.mu.Unlock()
	out := n.asked
	n.asked = nil
	return out
}

func (n *newsroom) set(path, body string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.pages[path] = body
}

// newNewsroom serves on an address of its own where there is one, so that each is another host.
func newNewsroom(t testing.TB, k int, pages map[string]string) *newsroom {
	t.Helper()
	n := &newsroom{pages: pages}
	n.Server = httptest.NewUnstartedServer(n)
	if l, err := net.Listen("tcp", fmt.Sprintf("127.0.1.%d:0", k+1)); err == nil {
		n.Listener.Close()
		n.Listener = l
	}
	n.Start()
	t.Cleanup(n.Close)
	return n
}

const dispatch = `<!doctype html><html><head><title>Ferry %[1]d sinks off Port Ellis</title></head><body><article><h1>Ferry %[1]d sinks off Port Ellis</h1>
<p>PORT ELLIS, 3 May 2026 — At least %[2]d people died when the ferry sank off Port Ellis on Saturday, the coastguard said.</p>
<p>Another %[3]d passengers were taken to hospital, a spokeswoman for the harbour said in a statement on Sunday.</p></article></body></html>`

func dispatchPage(k, dead int) string { return fmt.Sprintf(dispatch, k, dead, dead+20) }

// rss lists pages /a0, /a1 …
func rss(title string, paths ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<rss version="2.0"><channel><title>%s</title>`, title)
	for _, p := range paths {
		fmt.Fprintf(&b, `<item><title>Report %s</title><link>%s</link><pubDate>Sun, 03 May 2026 10:00:00 GMT</pubDate></item>`, strings.TrimPrefix(p, "/"), p)
	}
	return b.String() + `</channel></rss>`
}

// aNight reads inputs into the store with a client of its own, as each run of the command does.
func aNight(t testing.TB, st *store.Store, inputs ...string) pipeline.Report {
	t.Helper()
	robots := pipeline.NewRobotsMemory(st)
	client := fetch.New(fetch.Options{AllowPrivate: true, Delay: -1, Attempts: 1, Robots: robots})
	report, err := pipeline.Run(context.Background(), &intake.Reader{Client: client, Memory: st}, inputs, st, pipeline.Options{Robots: robots})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func newStore(t testing.TB) *store.Store {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "s.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

// shippedRooms serve every shipped page, ten to a host.
func shippedRooms(t testing.TB) (rooms []*newsroom, feeds []string) {
	t.Helper()
	files, err := filepath.Glob("../fixtures/stories/*/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for k := range 8 {
		pages := map[string]string{}
		var paths []string
		for i, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			p := fmt.Sprintf("/%d/%d", k, i)
			pages[p], paths = string(raw), append(paths, p)
		}
		pages["/feed"] = rss(fmt.Sprintf("Desk %d", k), paths...)
		n := newNewsroom(t, k, pages)
		rooms, feeds = append(rooms, n), append(feeds, n.URL+"/feed")
	}
	return rooms, feeds
}

// A second night on unchanged sources stores nothing, reads no page again and asks each feed once with a condition: less than a twentieth
// of the first night's requests. BenchmarkSecondNight tells what that saves.
func TestSecondNightStoresNothing(t *testing.T) {
	rooms, feeds := shippedRooms(t)
	st := newStore(t)
	first := aNight(t, st, feeds...)
	asked := 0
	for _, n := range rooms {
		asked += len(n.requests())
	}
	second := aNight(t, st, feeds...)
	if first.Account.Stored == 0 || second.Account != (pipeline.Account{Seen: first.Account.Seen, Duplicate: first.Account.Seen}) {
		t.Errorf("first night %s, second %s", first.Account, second.Account)
	}
	for _, n := range rooms {
		if got := n.requests(); len(got) != 1 || !got[0].conditional || got[0].status != http.StatusNotModified {
			t.Errorf("%s was asked for %v, want one conditional request", n.URL, got)
		}
	}
	if asked < 20*len(rooms) {
		t.Errorf("%d requests in the first night, %d in the second", asked, len(rooms))
	}
}

// BenchmarkSecondNight says how many times faster a night on unchanged sources is than the first.
func BenchmarkSecondNight(b *testing.B) {
	_, feeds := shippedRooms(b)
	var first, second time.Duration
	for b.Loop() {
		st := newStore(b)
		start := time.Now()
		aNight(b, st, feeds...)
		first += time.Since(start)
		start = time.Now()
		aNight(b, st, feeds...)
		second += time.Since(start)
	}
	b.ReportMetric(first.Seconds()/second.Seconds(), "times-faster")
}

// A night that adds one entry to a feed without validators asks for that page alone.
func TestOnlyNewEntriesAreAskedFor(t *testing.T) {
	n := newNewsroom(t, 0, map[string]string{"/feed": rss("Desk", "/a", "/b"), "/a": dispatchPage(1, 12), "/b": dispatchPage(2, 13), "/c": dispatchPage(3, 14)})
	n.plain = true
	st := newStore(t)
	aNight(t, st, n.URL+"/feed")
	n.set("/feed", rss("Desk", "/c", "/a", "/b"))
	n.requests()
	report := aNight(t, st, n.URL+"/feed")
	if got := fmt.Sprint(n.requests()); got != "[{/feed false 200} {/c false 200}]" || report.Account != (pipeline.Account{Seen: 3, Stored: 1, Duplicate: 2}) {
		t.Errorf("asked for %s, %s", got, report.Account)
	}
}

// A page that two feeds list, and one of them twice, is asked for once and booked at each place: stored once, else a duplicate, or refused
// everywhere for the same reason, also in the nights after.
func TestPageInTwoFeedsIsAskedForOnce(t *testing.T) {
	n := newNewsroom(t, 0, map[string]string{"/one": rss("One", "/a", "/b", "/video"), "/two": rss("Two", "/b", "/a", "/b#live", "/video", "/none"),
		"/a": dispatchPage(1, 12), "/b": dispatchPage(2, 13), "/video": "<html><body><video></video></body></html>"})
	n.plain = true
	st := newStore(t)
	report := aNight(t, st, n.URL+"/one", n.URL+"/two")
	if got := fmt.Sprint(report.Sources[0].Account, "; ", report.Sources[1].Account); got != "3 seen: 2 stored, 0 duplicate, 1 refused; 5 seen: 0 stored, 3 duplicate, 2 refused" {
		t.Errorf("first night: %s, %v", got, report.Refusals)
	}
	asked := map[string]int{}
	for _, r := range n.requests() {
		asked[r.path]++
	}
	if got := fmt.Sprint(asked); got != "map[/a:1 /b:1 /none:1 /one:1 /two:1 /video:1]" {
		t.Errorf("asked for %s", got)
	}
	if got := aNight(t, st, n.URL+"/one", n.URL+"/two").Account; got != (pipeline.Account{Seen: 8, Duplicate: 5, Refused: 3}) {
		t.Errorf("second night: %s", got)
	}
	if got := fmt.Sprint(n.requests()); strings.Contains(got, "/a") || strings.Contains(got, "/b") || strings.Contains(got, "/video") {
		t.Errorf("asked again for %s", got)
	}
	if _, err := st.Forget(n.URL+"/a", "its author wants that", time.Now()); err != nil {
		t.Fatal(err)
	}
	n.set("/three", rss("Three", "/a", "/a#top"))
	if got := aNight(t, st, n.URL+"/three"); got.Account != (pipeline.Account{Seen: 2, Refused: 2}) || got.Refusals[1].Class != intake.Forgotten {
		t.Errorf("taken down: %s, %v", got.Account, got.Refusals)
	}
}

// What failed is tried again the next night, although its feed has not changed, and so is a page that came in an article's place; what
// held no article is named again without being asked for.
func TestFailedPagesAreTriedAgain(t *testing.T) {
	n := newNewsroom(t, 0, map[string]string{"/feed": rss("Desk", "/a", "/late", "/video", "/gate", "/gate#top"), "/a": dispatchPage(1, 12), "/gate": "<html><title>Just a moment...</title><body><p>Checking your browser, as we do for 2,000 readers a day.</p></body></html>", "/video": "<html><body><video></video></body></html>"})
	st := newStore(t)
	if first := aNight(t, st, n.URL+"/feed"); first.Account != (pipeline.Account{Seen: 5, Stored: 1, Refused: 4}) {
		t.Fatalf("first night: %s, %v", first.Account, first.Refusals)
	}
	n.set("/late", dispatchPage(2, 13))
	n.set("/gate", dispatchPage(3, 14))
	n.requests()
	second := aNight(t, st, n.URL+"/feed")
	if second.Account != (pipeline.Account{Seen: 5, Stored: 2, Duplicate: 2, Refused: 1}) || second.Refusals[0].Class != intake.NoArticle {
		t.Errorf("second night: %s, %v", second.Account, second.Refusals)
	}
	if got := fmt.Sprint(n.requests()); got != "[{/feed false 200} {/late false 200} {/gate false 200}]" {
		t.Errorf("asked for %s", got)
	}
}

// What nothing can be taken from is named again of a feed that has not changed, and costs no more than one conditional request.
func TestBarrenEntriesCostNoFeed(t *testing.T) {
	n := newNewsroom(t, 0, map[string]string{"/feed": rss("Desk", "/a", "/video", "/b", "/video#2"), "/a": dispatchPage(1, 12), "/b": dispatchPage(2, 13), "/video": "<html><body><video></video></body></html>"})
	st := newStore(t)
	first := aNight(t, st, n.URL+"/feed")
	for night := 2; night < 4; night++ {
		n.requests()
		report := aNight(t, st, n.URL+"/feed")
		if got := fmt.Sprint(n.requests()); got != "[{/feed true 304}]" {
			t.Errorf("night %d: asked for %s", night, got)
		}
		if report.Account != (pipeline.Account{Seen: 4, Duplicate: 2, Refused: 2}) || fmt.Sprint(report.Refusals) != fmt.Sprint(first.Refusals) {
			t.Errorf("night %d: %s, %v, first %v", night, report.Account, report.Refusals, first.Refusals)
		}
	}
	n.set("/feed", rss("Desk", "/a", "/video", "/b"))
	if got := aNight(t, st, n.URL+"/feed"); got.Account != (pipeline.Account{Seen: 3, Duplicate: 2, Refused: 1}) {
		t.Errorf("changed: %s", got.Account)
	}
}

// A server that asked to be left alone until a time is left alone by the next run as well.
func TestRetryAfterHoldsAcrossRuns(t *testing.T) {
	asked := 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked++
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer srv.Close()
	st := newStore(t)
	for range 2 {
		if got := aNight(t, st, srv.URL+"/feed"); len(got.Refusals) != 1 || got.Refusals[0].Class != fetch.Wait {
			t.Errorf("refusals %v", got.Refusals)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

// A robots.txt that was read less than a day ago is not asked for again, and still binds.
func TestRobotsHoldAcrossRuns(t *testing.T) {
	asked := 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			asked++
			fmt.Fprint(w, "User-agent: *\nDisallow: /shut")
			return
		}
		t.Errorf("asked for %s", r.URL.Path)
	}))
	defer srv.Close()
	st := newStore(t)
	for range 2 {
		if got := aNight(t, st, srv.URL+"/shut"); len(got.Refusals) != 1 || got.Refusals[0].Class != fetch.Robots {
			t.Errorf("refusals %v", got.Refusals)
		}
	}
	if asked != 1 {
		t.Errorf("robots.txt asked for %d times", asked)
	}
}
