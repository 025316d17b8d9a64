package intake

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"crosstally/pipeline/fetch"
)

// goodSource serves a feed with three pages.
func goodSource(t *testing.T, name string) string {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/feed":
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>%s</title>`, name)
			for k := range 3 {
				fmt.Fprintf(w, `<item><title>%s %d</title><link>/p%d</link></item>`, name, k, k)
			}
			fmt.Fprint(w, `</channel></rss>`)
		default:
			fmt.Fprintf(w, "<html><body><p>%s%s", name, r.URL.Path)
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL + "/feed"
}

// hostileSources are feeds of one fault each.
func hostileSources(t *testing.T) (urls []string) {
	t.Helper()
	faults := []http.HandlerFunc{
		func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) },
		func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) },
		func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) },
		func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, strings.Repeat("x", 6<<20)) },
		func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "<rss><channel><item>"+strings.Repeat("<x:a>", 100_000))
		},
		func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, "<")
				w.(http.Flusher).Flush()
				time.Sleep(30 * time.Millisecond)
			}
		},
		func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, `{"version":"x","items":[null]}`) },
	}
	for k := range 40 {
		fault := faults[k%len(faults)]
		srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			fault(w, r)
		}))
		srv.Config.ErrorLog = log.New(io.Discard, "", 0)
		srv.Start()
		t.Cleanup(srv.Close)
		urls = append(urls, srv.URL+"/feed")
	}
	return urls
}

func impatient() *Reader {
	return &Reader{Client: fetch.New(fetch.Options{AllowPrivate: true, Delay: -1, HeaderWait: 2 * time.Second, Timeout: 5 * time.Second, Attempts: 1, MinRate: 200, RateWindow: time.Second})}
}

// Forty hostile sources beside twenty good ones: the good give what they give alone, in order, and each hostile one its reason.
func TestHostileSourcesHoldUpNoOther(t *testing.T) {
	var good, all []string
	for k := range 20 {
		good = append(good, goodSource(t, fmt.Sprintf("Desk %d", k)))
	}
	hostile := hostileSources(t)
	for k, h := range hostile {
		all = append(all, h)
		if k%2 == 1 {
			all = append(all, good[k/2])
		}
	}
	record := func(it Item) string { return it.Record.URL + " " + it.Record.Title + " " + it.Record.HTML }
	var alone, beside []string
	impatient().Read(context.Background(), good, func(it Item) bool {
		if !it.NotesOnly() {
			alone = append(alone, record(it))
		}
		return true
	})
	failed := 0
	start := time.Now()
	impatient().Read(context.Background(), all, func(it Item) bool {
		if it.Err != nil {
			failed++
		} else if !it.NotesOnly() {
			beside = append(beside, record(it))
		}
		return true
	})
	if took := time.Since(start); took > 9*time.Second {
		t.Errorf("took %v: the faults were waited for one after the other", took)
	}
	if len(alone) != 60 || strings.Join(alone, "\n") != strings.Join(beside, "\n") {
		t.Errorf("%d items alone, %d beside hostile sources, or others", len(alone), len(beside))
	}
	if failed != len(hostile) {
		t.Errorf("%d failures for %d hostile sources", failed, len(hostile))
	}
}

func TestReadFromTheWebStopsWhenNoMoreIsWanted(t *testing.T) {
	urls := append(hostileSources(t)[:1], goodSource(t, "A"), goodSource(t, "B"))
	n := 0
	start := time.Now()
	impatient().Read(context.Background(), urls, func(Item) bool { n++; return n < 2 })
	if n != 2 || time.Since(start) > 4*time.Second {
		t.Errorf("%d items in %v", n, time.Since(start))
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	start = time.Now()
	impatient().Read(ctx, urls, func(Item) bool { return true })
	if took := time.Since(start); took > time.Second {
		t.Errorf("a stopped run took %v to end", took)
	}
}

func TestParkedBytesAreBounded(t *testing.T) {
	l := &lanes{lane: make([]lane, 2)}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l.moved = sync.NewCond(&l.mu)
	context.AfterFunc(ctx, func() { l.mu.Lock(); defer l.mu.Unlock(); l.moved.Broadcast() })
	big := Item{}
	big.Record.HTML = strings.Repeat("x", maxParked/2+1)
	parked := make(chan int, 3)
	go func() {
		for k := range 3 {
			l.park(ctx, 1, big)
			parked <- k
		}
	}()
	<-parked
	<-parked
	select {
	case <-parked:
		t.Error("a lane that is not at its turn parked beyond the bound")
	case <-time.After(50 * time.Millisecond):
	}
	l.end(0)
	if _, ok := l.take(0); ok {
		t.Error("an empty lane gave an item")
	}
	if _, ok := l.take(1); !ok {
		t.Error("nothing was parked")
	}
	<-parked // it is its turn now
}
