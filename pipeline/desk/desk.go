// Package desk serves the store to people with a browser and to programs: pages, a JSON API, a feed, metrics.
//
// In:  a Store to read, and functions that make rulings. Out: an http.Handler. Every page is made here from html/template, works
// without JavaScript (there is none), asks no other machine for anything, and is read from the store at the moment it is shown: it
// reads what it shows and no more (pick.go, rows.go). Counts, searches and the record of publishers need all stories: these come from
// an index in memory (index.go), made in the background and brought up to date when the file changes.
//
// What others wrote is text wherever it goes: the templates escape it, and a whole page passes foreign.Shown before it leaves
// (pages.go), so that no control or direction character of a source reaches a reader. Who may ask is guard.go.
//
// It misses: right after the start of a desk on a very large store the index is not complete; pages that need it say so.
//
// Start reading at New.
package desk

import (
	"crypto/rand"
	"net/http"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// A Store is what the desk reads. Each call sees one state of the store, and none is made from within another.
type Store interface {
	lists.Store
	lists.Notes
	FactsOf(story string) ([]reconcile.Fact, error)
	StoryOf(url string) (id string, err error)
	Tell(f func(find func(story string) (store.Telling, bool)) error) error
	Told(story string, f func(store.Telling) error) (found bool, err error)
	Path() string
	TakeTurns()
	Marks(after store.Mark, limit int) ([]store.Mark, error)
}

var _ Store = (*store.Store)(nil)

// Options of a desk.
type Options struct {
	Hosts   []string         // names under which it may be asked beside the loopback ones, without port
	Version string           // of the program, shown at the foot
	Now     func() time.Time // nil is time.Now
	// Rule and Unrule make and take back rulings; nil makes the desk read-only.
	Rule   func(fact string, kind ruling.Kind, what string, by ruling.Person) error
	Unrule func(id uint64, u ruling.Undoing) error
	// Regroup keeps the ruling on what belongs together that decide makes on the store as it is then; nil offers none.
	Regroup func(decide func(pipeline.Bench) (ruling.Ruling, error)) error
}

// A desk answers requests.
type desk struct {
	store   Store
	opt     Options
	token   string // of this process; every form that writes carries it
	index   index
	rows    shelf
	last    briefing
	asked   atomic.Int64
	failed  atomic.Int64
	refused atomic.Int64
}

// A route is one address; API routes are described by what they return.
type route struct {
	pattern string // "GET /facts/{id}"
	what    string
	serve   func(*desk, http.ResponseWriter, *http.Request) error
	returns any      // for the API's description; nil for pages
	query   []string // parameters that it reads
	direct  bool     // needs no turn in the queue
}

var factQuery = []string{"verdict", "story", "predicate", "name", "q", "min_sources", "limit", "offset"}

// routes lists all addresses of the desk.
func routes() []route {
	return []route{
		{pattern: "GET /{$}", what: "the brief", serve: (*desk).briefPage, query: []string{"since", "all"}},
		{pattern: "GET /facts", what: "facts by filter", serve: (*desk).factsPage, query: factQuery},
		{pattern: "GET /facts/{id}", what: "one fact", serve: (*desk).factPage},
		{pattern: "GET /stories", what: "stories", serve: (*desk).storiesPage, query: []string{"offset"}},
		{pattern: "GET /stories/{id}", what: "one story", serve: (*desk).storyPage},
		{pattern: "GET /article", what: "one article with its mentions", serve: (*desk).articlePage, query: []string{"url", "at", "field"}},
		{pattern: "GET /sources", what: "publishers and their record", serve: (*desk).sourcesPage},
		{pattern: "GET /names", what: "names with their variants", serve: (*desk).namesPage, query: []string{"q", "type", "offset"}},
		{pattern: "GET /search", what: "search", serve: (*desk).searchPage, query: []string{"q"}},
		{pattern: "GET /rulings", what: "what was ruled", serve: (*desk).rulingsPage},
		{pattern: "POST /facts/{id}/rule", what: "rule on a fact", serve: (*desk).rule},
		{pattern: "POST /facts/{id}/split", what: "set claims of a fact apart", serve: (*desk).split},
		{pattern: "POST /facts/{id}/merge", what: "make two facts one", serve: (*desk).merge},
		{pattern: "POST /names/rule", what: "make two spellings one name, or two", serve: (*desk).regroupNames},
		{pattern: "POST /rulings/{id}/undo", what: "take a ruling back", serve: (*desk).undo},
		{pattern: "GET /feed.atom", what: "facts by filter as an Atom feed; conflicts unless a verdict is named", serve: (*desk).feed, query: factQuery},
		{pattern: "GET /api/brief", what: "what is new, changed, resolved and open", serve: (*desk).apiBrief, returns: lists.Brief{}, query: []string{"since"}},
		{pattern: "GET /api/facts", what: "facts by filter", serve: (*desk).apiFacts, returns: []reconcile.Fact{}, query: factQuery},
		{pattern: "GET /api/conflicts", what: "facts on which sources disagree", serve: (*desk).apiConflicts, returns: []reconcile.Fact{}, query: factQuery},
		{pattern: "GET /api/facts/{id}", what: "one fact with its history", serve: (*desk).apiFact, returns: lists.Told{}},
		{pattern: "GET /api/stories", what: "stories, the newest first", serve: (*desk).apiStories, returns: []reconcile.Story{}, query: []string{"limit", "offset"}},
		{pattern: "GET /api/sources", what: "publishers", serve: (*desk).apiSources, returns: []lists.Source{}},
		{pattern: "GET /api/names", what: "names with their variants", serve: (*desk).apiNames, returns: []lists.Name{}, query: []string{"q", "type", "limit", "offset"}},
		{pattern: "GET /api/articles", what: "articles; one with its text and mentions where url is given", serve: (*desk).apiArticles, returns: []articleRow{}, query: []string{"url", "limit", "offset"}},
		{pattern: "GET /api/openapi.json", what: "this description", serve: (*desk).apiDescription},
		{pattern: "GET /metrics", what: "counts for Prometheus", serve: (*desk).metrics},
		{pattern: "GET /healthz", what: "ok where the store can be read", serve: (*desk).health, direct: true},
		{pattern: "GET /style.css", what: "the style sheet", serve: (*desk).style, direct: true},
		{pattern: "GET /icon.svg", what: "the icon", serve: (*desk).icon, direct: true},
		{pattern: "GET /favicon.ico", what: "the icon, where browsers look for it", serve: (*desk).icon, direct: true},
	}
}

// New returns the handler of a desk over a store.
func New(st Store, opt Options) http.Handler {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	st.TakeTurns()
	return (&desk{store: st, opt: opt, token: rand.Text()}).handler()
}

func (d *desk) handler() http.Handler {
	mux, q := http.NewServeMux(), newQueue()
	for _, r := range routes() {
		serve := func(w http.ResponseWriter, req *http.Request) {
			if err := r.serve(d, w, req); err != nil {
				d.fail(w, req, err)
			}
		}
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) {
			if r.direct || req.Method == http.MethodPost { // its client may send it slowly
				serve(w, req)
				if !r.direct {
					d.last.expire()
				}
				return
			}
			q.answer(w, req, func(w http.ResponseWriter) { serve(w, req) })
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) { d.fail(w, req, errNoPage) })
	return d.guard(mux)
}

// garbage is by how many percent of what it holds a serving process may grow before it collects: what the index holds is
// looked through at each collection, and at Go's own 100 the slowest pages waited for that.
const garbage = 200

// Server returns a server for a desk, with time-outs and caps: a client that is slow or sends much is let go. The process
// collects garbage less often from now on, unless GOGC says how often.
func Server(h http.Handler) *http.Server {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	return &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 32 << 10}
}
