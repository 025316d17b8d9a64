package desk

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
)

const (
	// openShown is how many open conflicts a brief lists; the list of conflicts has all.
	openShown = 30
	// changesShown is how many changes of a kind the page lists unless all are asked for.
	changesShown = 30
)

// A briefing is the brief since the last run, as long as the file stays as it is; where it takes a while to make, also for some moments
// after a write, so that a night's writes do not keep the desk busy.
type briefing struct {
	mu    sync.Mutex
	stamp string
	until time.Time // it is good enough
	brief lists.Brief
}

func (d *desk) brief(r *http.Request) (b lists.Brief, err error) {
	since := r.URL.Query().Get("since")
	belongs, err := lists.Since(since, d.opt.Now())
	if err != nil {
		return b, badRequest{err}
	}
	if since != "" {
		return lists.ReadBrief(d.store, since, belongs, openShown)
	}
	d.last.mu.Lock()
	defer d.last.mu.Unlock()
	stamp, err := d.fileStamp()
	start := time.Now()
	if err != nil || d.last.stamp == stamp || start.Before(d.last.until) {
		return d.last.brief, err
	}
	if b, err = lists.ReadBrief(d.store, "", belongs, openShown); err == nil {
		d.last.stamp, d.last.brief = stamp, b
		if took := time.Since(start); took >= quick {
			d.last.until = start.Add(10 * took)
		}
	}
	return b, err
}

// A part is a list of which a page shows the beginning.
type part struct {
	Shown []change
	Total int
}

func (p part) More() int { return p.Total - len(p.Shown) }

// expire has the next brief made anew: whoever has ruled looks for what that changed.
func (b *briefing) expire() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.until = time.Time{}
}

func (d *desk) briefPage(w http.ResponseWriter, r *http.Request) error {
	b, err := d.brief(r)
	if err != nil {
		return err
	}
	x, err := d.indexed()
	if err != nil {
		return err
	}
	rows := func(fs []reconcile.Fact) (out []factRow) {
		for _, f := range fs {
			out = append(out, newFactRow(f))
		}
		return out
	}
	v := struct {
		lists.Brief
		Fresh, Others, Changed, Resolved, Gone part
		Open, Ruled                            []factRow
		Conflicts                              int    // in the whole store, 0 where that is not known yet
		All                                    string // address that shows all changes
	}{Brief: b, Open: rows(b.Open), Ruled: rows(b.Ruled), All: "/?" + url.Values{"all": {"1"}, "since": {b.Since}}.Encode()}
	if n, known := x.total(lists.Filter{Verdict: string(reconcile.Conflict)}); known {
		v.Conflicts = n
	}
	part := func(cs []pipeline.Change, keep func(pipeline.Change) bool) (p part) {
		all := slices.DeleteFunc(slices.Clone(cs), func(c pipeline.Change) bool { return !keep(c) })
		slices.SortStableFunc(all, func(a, b pipeline.Change) int { return cmp.Compare(rank(a.Now.Verdict), rank(b.Now.Verdict)) })
		if p.Total = len(all); r.URL.Query().Get("all") == "" {
			all = all[:min(len(all), changesShown)]
		}
		for _, c := range all {
			p.Shown = append(p.Shown, change(c))
		}
		return p
	}
	conflict := func(c pipeline.Change) bool { return c.Now.Verdict == reconcile.Conflict }
	every := func(pipeline.Change) bool { return true }
	v.Fresh, v.Others = part(b.New, conflict), part(b.New, func(c pipeline.Change) bool { return !conflict(c) })
	v.Changed, v.Resolved, v.Gone = part(b.Changed, every), part(b.Resolved, every), part(b.Gone, every)
	return d.show(w, 200, "brief.html", page{Title: "Brief", Here: "/", Feed: "/feed.atom", Body: v})
}
