package intake

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/fetch"
)

// read returns what inputs give: the address of each record, or "error: …".
func read(r *Reader, inputs ...string) (out []string) {
	r.Read(context.Background(), inputs, func(it Item) bool {
		switch {
		case it.NotesOnly():
		case it.Err != nil:
			out = append(out, "error: "+it.Err.Error())
		case it.Record.URL != "":
			out = append(out, it.Record.URL)
		default:
			out = append(out, it.Record.Place)
		}
		return true
	})
	return out
}

func files(t *testing.T, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, c := range content {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(c), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const page = `<!doctype html><html><body><p>Nine boats left the harbour.</p></body></html>`

const localFeed = `<rss version="2.0"><channel><title>Desk</title>
<item><title>Boats</title><link>pages/boats.html</link><guid isPermaLink="true">https://news.example/boats</guid></item>
<item><title>Gone</title><link>pages/gone.html</link><guid>https://news.example/gone</guid></item>
</channel></rss>`

func TestLocalFeedReadsPagesBesideIt(t *testing.T) {
	dir := files(t, map[string]string{"feed.xml": localFeed, "pages/boats.html": page})
	got := read(&Reader{}, filepath.Join(dir, "feed.xml"))
	if len(got) != 2 || got[0] != "https://news.example/boats" || !strings.Contains(got[1], "entry 2") || !strings.Contains(got[1], "gone.html") {
		t.Errorf("got %q", got)
	}
}

func TestFolderReadsALinkedPageOnce(t *testing.T) {
	dir := files(t, map[string]string{"feed.xml": strings.Replace(localFeed, "gone.html", "boats2.html", 1), "pages/boats.html": page, "pages/boats2.html": page, "z.html": page})
	got := read(&Reader{}, dir)
	want := []string{"https://news.example/boats", "https://news.example/gone", filepath.Join(dir, "z.html")}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOPMLReadsEveryFeed(t *testing.T) {
	dir := files(t, map[string]string{
		"list.opml": `<opml version="2.0"><body><outline text="Coast"><outline text="Desk" xmlUrl="feed.xml"/></outline><outline text="None" xmlUrl="none.xml"/></body></opml>`,
		"feed.xml":  strings.Replace(localFeed, "gone.html", "boats.html", 1), "pages/boats.html": page})
	got := read(&Reader{}, filepath.Join(dir, "list.opml"))
	if len(got) != 3 || !strings.Contains(got[2], "none.xml") {
		t.Errorf("got %q, want two records and an error that names none.xml", got)
	}
}

func TestBrokenLineHasItsNumberAndTheRestIsRead(t *testing.T) {
	in := "\xef\xbb\xbf{\"url\":\"https://a.example/1\",\"text\":\"One.\"}\r\n\n{\"url\":\nnot json\n{\"url\":\"https://a.example/2\"}\n{\"url\":\"https://a.example/3\",\"text\":\"Three.\"}"
	got := read(&Reader{Stdin: strings.NewReader(in)}, "-")
	if len(got) != 5 || got[0] != "https://a.example/1" || !strings.Contains(got[1], ":3:") || !strings.Contains(got[2], ":4:") || !strings.Contains(got[3], ":5:") || got[4] != "https://a.example/3" {
		t.Errorf("got %q", got)
	}
}

func TestWebFeedAndItsPages(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/rss", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Desk</title><item><title>Boats</title><link>/boats</link></item><item><title>Gone</title><link>/gone</link></item></channel></rss>`)
	})
	mux.HandleFunc("/boats", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, page) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	r := &Reader{Client: fetch.New(fetch.Options{AllowPrivate: true, Delay: -1})}
	got := read(r, srv.URL+"/rss")
	if len(got) != 2 || got[0] != srv.URL+"/boats" || !strings.Contains(got[1], "404") {
		t.Errorf("got %q", got)
	}
	refused := read(&Reader{Client: fetch.New(fetch.Options{})}, srv.URL+"/rss")
	if len(refused) != 1 || !strings.Contains(refused[0], "private address refused") {
		t.Errorf("a loopback address must be refused by default, got %q", refused)
	}
}

func TestReadStopsWhenNoMoreIsWanted(t *testing.T) {
	dir := files(t, map[string]string{"a.html": page, "b.html": page})
	n := 0
	(&Reader{}).Read(context.Background(), []string{dir}, func(Item) bool { n++; return false })
	if n != 1 {
		t.Errorf("got %d items after the consumer had enough", n)
	}
}

// A site's front page is read through the feed that it names.
func TestFrontPageLeadsToItsFeed(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body><p>Top news</p></body></html>`)
	})
	mux.HandleFunc("/rss", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Desk</title><item><title>Boats</title><link>/boats</link></item></channel></rss>`)
	})
	mux.HandleFunc("/boats", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, page) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	if got := read(&Reader{Client: fetch.New(fetch.Options{AllowPrivate: true, Delay: -1})}, srv.URL); len(got) != 1 || got[0] != srv.URL+"/boats" {
		t.Errorf("got %q", got)
	}
}

// Feed 24: a page where a list names a feed, or where there was one, is no article; a feed that it names is read in its place.
func TestPageInAFeedsPlace(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/lost", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, page) })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body><p>Our feed has another address.</p></body></html>`)
	})
	mux.HandleFunc("/rss", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Desk</title><item><title>Boats</title><link>/boats</link></item></channel></rss>`)
	})
	mux.HandleFunc("/boats", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, page) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	client := fetch.New(fetch.Options{AllowPrivate: true, Delay: -1})
	dir := files(t, map[string]string{"list.opml": `<opml version="2.0"><body><outline text="Lost" xmlUrl="` + srv.URL + `/lost"/><outline text="Moved" xmlUrl="` + srv.URL + `/moved"/></body></opml>`})
	got := strings.Join(read(&Reader{Client: client}, filepath.Join(dir, "list.opml")), "; ")
	if want := "error: read feed " + srv.URL + "/lost: a page came in its place; " + srv.URL + "/boats"; got != want {
		t.Errorf("listed: got %q, want %q", got, want)
	}
	for before, want := range map[NoteKind]string{FeedNote: "error: read feed " + srv.URL + "/lost: a page came in its place", PageNote: srv.URL + "/lost"} {
		memory := notes{InputKey(srv.URL + "/lost"): {Kind: before}}
		if got := strings.Join(read(&Reader{Client: client, Memory: memory}, srv.URL+"/lost"), "; "); got != want {
			t.Errorf("was a %s: got %q, want %q", before, got, want)
		}
	}
}

// notes are what an earlier run remembered.
type notes map[string]Note

func (n notes) Recall(...string) (map[string]Note, error) { return n, nil }

// A date that cannot be right is kept as it is written and flagged, and the page's own date stands.
func TestOddDatesAreKeptRawAndFlagged(t *testing.T) {
	for raw, want := range map[string]string{"Sun, 03 May 2026 10:00:00 GMT": "2026-05-03T10:00:00Z", "Sun, 03 May 2099 10:00:00 GMT": "future", "02/03/2026": "ambiguous", "soon": "unread"} {
		dir := files(t, map[string]string{"pages/boats.html": page, "feed.xml": `<rss version="2.0"><channel><title>Desk</title><item><title>Boats</title><link>pages/boats.html</link><pubDate>` + raw + `</pubDate></item></channel></rss>`})
		now := func() time.Time { return time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC) }
		(&Reader{Now: now}).Read(context.Background(), []string{filepath.Join(dir, "feed.xml")}, func(it Item) bool {
			rec := it.Record
			if flagged := rec.PublishedFlag == want && rec.PublishedRaw == raw && rec.Published == ""; rec.Published != want && !flagged {
				t.Errorf("%s: got %+v", raw, rec)
			}
			return true
		})
	}
}

// An index of sitemaps is read through those of news, and an index in it is not followed.
func TestSitemapIndexLeadsToNewsSitemaps(t *testing.T) {
	dir := files(t, map[string]string{
		"index.xml":     `<sitemapindex><sitemap><loc>news-1.xml</loc></sitemap><sitemap><loc>products.xml</loc></sitemap><sitemap><loc>news-loop.xml</loc></sitemap></sitemapindex>`,
		"news-1.xml":    `<urlset><url><loc>boats.html</loc></url></urlset>`,
		"news-loop.xml": `<sitemapindex><sitemap><loc>index-news.xml</loc></sitemap></sitemapindex>`,
		"products.xml":  `<urlset><url><loc>shop.html</loc></url></urlset>`,
		"boats.html":    page, "shop.html": page})
	if got := read(&Reader{}, filepath.Join(dir, "index.xml")); len(got) != 1 || !strings.HasSuffix(got[0], "boats.html") {
		t.Errorf("got %q", got)
	}
}

func TestNamesThatNoFileHas(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		"ftp://desk.example/feed": "url: read ftp://desk.example/feed: ftp is not read, only http and https are",
		"www.desk.example":        "file: read www.desk.example: no such file or folder; the site is https://www.desk.example",
		dir + "/feed.xml":         "file: read " + dir + "/feed.xml: no such file or folder; give a feed, page, folder, JSONL file or URL",
		"HTTP://127.0.0.1:1/feed": "private: fetch http://127.0.0.1:1/feed: dial tcp 127.0.0.1:1: 127.0.0.1: private address refused (allow it with --allow-private)",
	} {
		got := ""
		(&Reader{Client: fetch.New(fetch.Options{})}).Read(context.Background(), []string{name}, func(it Item) bool {
			got += fmt.Sprint(ClassOf(it.Err), ": ", it.Err)
			return true
		})
		if got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// A file that is something else in wrapping is named for what it is, once, with the way to what is in it.
func TestWrappedFilesAreNamedForWhatTheyAre(t *testing.T) {
	record := `{"url":"https://news.example/boats","text":"Nine boats left the harbour."}` + "\n"
	utf16 := "\xff\xfe"
	for _, c := range record + record {
		utf16 += string([]byte{byte(c), 0})
	}
	dir := files(t, map[string]string{"a.jsonl.gz": "\x1f\x8b\x08\x00rest", "a.jsonl": "\x1f\x8b\x08\x00re\nst\n", "b.jsonl": utf16, "c.json": record, "d.json": "[" + record + "]",
		"e.html": "%PDF-1.7 …", "f": "PK\x03\x04…", "g": record + record, "h": "plain words", "page.html": "\xff\xfe<\x00p\x00>\x00"})
	for name, want := range map[string]string{"a.jsonl.gz": "zcat", "a.jsonl": "zcat", "b.jsonl": "UTF-16; write it as UTF-8", "c.json": "named .jsonl", "d.json": "named .jsonl", "e.html": "a PDF", "f": "zip archive", "g": "named .jsonl", "h": "neither a feed nor a page"} {
		got := read(&Reader{}, filepath.Join(dir, name))
		if len(got) != 1 || !strings.HasPrefix(got[0], "error: read "+filepath.Join(dir, name)) || !strings.Contains(got[0], want) || strings.Contains(got[0], "named .jsonl") != (want == "named .jsonl") {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if got := read(&Reader{}, filepath.Join(dir, "page.html")); len(got) != 1 || strings.HasPrefix(got[0], "error") {
		t.Errorf("a page in UTF-16: got %q", got)
	}
	if got := read(&Reader{}, "file:///tmp/feed.xml"); len(got) != 1 || !strings.Contains(got[0], "path alone") {
		t.Errorf("got %q", got)
	}
}
