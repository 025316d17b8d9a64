package intake

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// A page that several feeds list, or one feed twice, is asked for once, and belongs to the first in input order however fast the others are.
func TestPagesAreVisitedOnce(t *testing.T) {
	var mu sync.Mutex
	asked := map[string]int{}
	second := make(chan struct{}) // closed when the second feed's pages have been asked for
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.Path]++
		mu.Unlock()
		entry := func(title, link string) string {
			return fmt.Sprintf("<item><title>%s</title><link>%s</link></item>", title, link)
		}
		switch r.URL.Path {
		case "/two":
			fmt.Fprint(w, `<rss version="2.0"><channel><title>Two</title>`, entry("two a", "/a?utm_source=rss"), entry("two gone", "/gone"), entry("two b", "/b"), `</channel></rss>`)
		case "/p/a", "/b":
			if r.URL.Path == "/b" {
				close(second)
			}
			fmt.Fprint(w, "<html><body><p>Page ", r.URL.Path)
		case "/a":
			http.Redirect(w, r, "/p/a", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/one" {
			http.NotFound(w, r)
			return
		}
		<-second
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>One</title><item><title>one a</title><link>%[1]s/a</link></item><item><title>one a again</title><link>%[1]s/a#top</link></item><item><title>one gone</title><link>%[1]s/gone</link></item></channel></rss>`, srv.URL)
	}))
	defer slow.Close()
	var got []string
	impatient().Read(context.Background(), []string{slow.URL + "/one", srv.URL + "/two", slow.URL + "/one"}, func(it Item) bool {
		if it.NotesOnly() {
			return true
		}
		what := it.Record.Title
		switch {
		case it.Err != nil:
			what += "refused"
		case it.Repeats:
			what += " repeats " + it.Page[strings.LastIndex(it.Page, "/"):]
		case !strings.Contains(it.Record.HTML, "Page /"):
			what += " without its page"
		}
		got = append(got, what)
		return true
	})
	if want := []string{"one a", "one a again repeats /a", "refused", "two a repeats /a", "refused", "two b"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for path, n := range asked {
		if n > 1 {
			t.Errorf("%s was asked for %d times", path, n)
		}
	}
}
