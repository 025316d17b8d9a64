package desk

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (d *desk) factsPage(w http.ResponseWriter, r *http.Request) error {
	f, err := filterOf(r, 50)
	if err != nil {
		return err
	}
	rows, s, err := d.pick(f, func(offset int) string { return "/facts?" + f.At(offset) })
	if err != nil {
		return err
	}
	v := struct {
		span
		Filter   filter
		Rows     []factRow
		Verdicts []string
	}{s, f, rows, verdicts}
	feed := f.From()
	if f.Verdict == "" {
		feed = "verdict=&" + feed
	}
	return d.show(w, 200, "facts.html", page{Title: "Facts", Here: "/facts", Feed: "/feed.atom?" + feed, Body: v})
}

// offsetOf reads where a list begins.
func offsetOf(r *http.Request) (int, error) {
	f, err := filterOf(r, 1)
	return f.Offset, err
}

func (d *desk) storiesPage(w http.ResponseWriter, r *http.Request) error {
	offset, err := offsetOf(r)
	if err != nil {
		return err
	}
	const limit = 50
	var rows []*storyRow
	n, more := 0, false
	if err := d.store.Newest(store.Query{}, func(t store.Telling) (bool, error) {
		if n++; n <= offset {
			return true, nil
		}
		if more = len(rows) == limit; more {
			return false, nil
		}
		row, err := d.rows.of(t)
		rows = append(rows, row)
		return true, err
	}); err != nil {
		return err
	}
	x, err := d.indexed()
	if err != nil {
		return err
	}
	s := newSpan(offset, len(rows), more, func(offset int) string { return "/stories?offset=" + strconv.Itoa(offset) }, limit)
	if !s.Known && x.complete {
		s.Total, s.Known = x.stories, true
	}
	return d.show(w, 200, "stories.html", page{Title: "Stories", Here: "/stories", Body: struct {
		span
		Rows []*storyRow
	}{s, rows}})
}

func (d *desk) storyPage(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	var v struct {
		reconcile.Story
		Timeline []articleRow
		Facts    []factRow
		Singles  []factRow
	}
	found, err := d.store.Told(id, func(t store.Telling) (err error) {
		if v.Story, err = t.Story(); err != nil {
			return err
		}
		latest, err := d.rows.articles(t)
		if err != nil {
			return err
		}
		v.Timeline = slices.Clone(latest)
		row, err := d.rows.of(t)
		if err != nil {
			return err
		}
		for _, f := range row.Facts {
			f.Story.Title = "" // it stands above
			if f.Verdict == reconcile.Single {
				v.Singles = append(v.Singles, f)
			} else {
				v.Facts = append(v.Facts, f)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !found {
		return errNoPage
	}
	slices.Reverse(v.Timeline) // as it was told
	return d.show(w, 200, "story.html", page{Title: v.Title, Here: "/stories", Feed: "/feed.atom?story=" + id, Body: v})
}

func (d *desk) sourcesPage(w http.ResponseWriter, _ *http.Request) error {
	x, err := d.indexed()
	if err != nil {
		return err
	}
	feeds, err := lists.Feeds(d.store)
	if err != nil {
		return err
	}
	return d.show(w, 200, "sources.html", page{Title: "Sources", Here: "/sources", Body: struct {
		Publishers []sourceRow
		Trouble    []lists.Feed
		Feeds      int
		Indexing   indexing
	}{x.sources, slices.DeleteFunc(slices.Clone(feeds), func(f lists.Feed) bool { return f.State == lists.FeedOK }), len(feeds), x.indexing()}})
}

// indexing says how far the index is where it is not complete.
type indexing struct{ Done, All int }

func (s *snapshot) indexing() indexing {
	if s.complete {
		return indexing{}
	}
	return indexing{len(s.order), max(s.stories, 1)}
}

// maxNaming is in how many stories names are looked for.
const maxNaming = 30

// namesLike lists the names of a type that hold all words: of the newest articles where there are none, else of the newest stories that hold them.
func (d *desk) namesLike(x *snapshot, words []string, kind string, most int) ([]lists.Name, error) {
	if len(words) == 0 {
		return x.names[kind], nil
	}
	var near []*digest
	if err := x.candidates(words, func(_ int, g *digest) (bool, error) {
		near = append(near, g)
		return len(near) < most, nil
	}); err != nil {
		return nil, err
	}
	all, err := d.namesOf(near, namedArticles)
	return slices.DeleteFunc(all, func(n lists.Name) bool {
		return kind != "" && string(n.Type) != kind || !lists.HoldsAll(words, append([]string{n.Name}, n.Variants...)...)
	}), err
}

// names lists the names that a request asks for, and how many there are.
func (d *desk) names(r *http.Request, limit int) (shown []lists.Name, s span, x *snapshot, err error) {
	if x, err = d.indexed(); err != nil {
		return nil, s, x, err
	}
	f, err := filterOf(r, limit)
	if err != nil {
		return nil, s, x, err
	}
	kind := r.URL.Query().Get("type")
	all, err := d.namesLike(x, lists.Words(f.Q), kind, maxNaming)
	if err != nil {
		return nil, s, x, err
	}
	shown = all[min(f.Offset, len(all)):min(f.Offset+f.Limit, len(all))]
	s = newSpan(f.Offset, len(shown), f.Offset+len(shown) < len(all), func(offset int) string {
		return "/names?" + url.Values{"q": {f.Q}, "type": {kind}, "offset": {strconv.Itoa(offset)}}.Encode()
	}, f.Limit)
	s.Total, s.Known = len(all), true
	return shown, s, x, nil
}

func (d *desk) namesPage(w http.ResponseWriter, r *http.Request) error {
	rows, s, x, err := d.names(r, 200)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	return d.show(w, 200, "names.html", page{Title: "Names", Here: "/names", Body: struct {
		span
		Q, Type  string
		Rows     []lists.Name
		Types    []string
		Newest   int // of how many articles these are the names, where the store has more
		Indexing indexing
	}{s, q.Get("q"), q.Get("type"), rows, []string{"PERSON", "ORG", "PLACE"}, newest(x, q.Get("q")), x.indexing()}})
}

// newest is of how many articles the names are listed, 0 where of all.
func newest(x *snapshot, q string) int {
	if q == "" && x.articles > namedArticles {
		return namedArticles
	}
	return 0
}

func (d *desk) searchPage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query().Get("q")
	words := lists.Words(q)
	v := struct {
		Q        string
		Facts    []factRow
		Span     span
		Names    []lists.Name
		Articles []articleRow
		Indexing indexing
	}{Q: q}
	if len(words) > 0 {
		x, err := d.indexed()
		if err != nil {
			return err
		}
		v.Indexing = x.indexing()
		f := filter{Filter: lists.Filter{Q: q}, Limit: 20}
		if v.Facts, v.Span, err = d.pick(f, func(int) string { return "/facts?" + f.At(0) }); err != nil {
			return err
		}
		const most, near = 20, 3
		if slices.ContainsFunc(words, func(w string) bool { return w[0] < '0' || w[0] > '9' }) { // no name is a number
			names, err := d.namesLike(x, words, "", near)
			if err != nil {
				return err
			}
			v.Names = names[:min(len(names), most)]
		}
		if v.Articles, err = d.titled(x, words, most, near); err != nil {
			return err
		}
	}
	return d.show(w, 200, "search.html", page{Title: "Search", Here: "/search", Q: q, Body: v})
}

// titled lists articles whose title or publisher hold all words, of the newest stories that do.
func (d *desk) titled(x *snapshot, words []string, most, near int) (out []articleRow, err error) {
	err = d.near(x, words, func(_ int, g *digest, find finder) (bool, error) {
		near--
		t, ok := find(g.id)
		if !ok {
			return near > 0, nil
		}
		all, err := d.rows.articles(t)
		for _, a := range all {
			if len(out) < most && lists.HoldsAll(words, a.Title, a.Source) {
				out = append(out, a)
			}
		}
		return near > 0 && len(out) < most, err
	})
	return out, err
}
