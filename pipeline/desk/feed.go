package desk

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"net/http"
	"time"

	"crosstally/pipeline/foreign"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
)

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feed writes the facts that a filter keeps as an Atom feed: conflicts, unless it names another verdict ("verdict=" is all).
func (d *desk) feed(w http.ResponseWriter, r *http.Request) error {
	f, err := filterOf(r, 100)
	if err != nil {
		return err
	}
	if !r.URL.Query().Has("verdict") {
		f.Verdict = string(reconcile.Conflict)
	}
	rows, _, err := d.pick(f, func(int) string { return "" })
	if err != nil {
		return err
	}
	base := "http://" + r.Host
	out := atomFeed{ID: "urn:crosstally:facts?" + f.From(), Title: cmp.Or(f.Verdict, "all") + " facts", Updated: atomTime(""), Author: "crosstally",
		Links: []atomLink{{"self", base + r.URL.RequestURI()}, {"alternate", base + "/facts?" + f.From()}}}
	for _, x := range rows {
		e := atomEntry{ID: "urn:crosstally:fact:" + x.ID, Title: foreign.Shown(string(x.Verdict) + ": " + x.Question), Updated: atomTime(x.Latest),
			Link: atomLink{"alternate", base + "/facts/" + x.ID}, Summary: foreign.Shown(x.Figures + ". " + x.Story.Title)}
		out.Updated = max(out.Updated, e.Updated)
		out.Entries = append(out.Entries, e)
	}
	raw, err := xml.MarshalIndent(out, "", " ")
	if err != nil {
		return fmt.Errorf("write the feed: %w", err)
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	_, _ = w.Write([]byte(xml.Header + string(raw) + "\n"))
	return nil
}

// atomTime is a publication as Atom wants it; what is no time is the beginning of all.
func atomTime(s string) string {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Format(time.RFC3339)
		}
	}
	return "1970-01-01T00:00:00Z"
}

// metrics writes counts in Prometheus' text format.
func (d *desk) metrics(w http.ResponseWriter, _ *http.Request) error {
	x, err := d.indexed()
	if err != nil {
		return err
	}
	last, err := d.store.LastRun()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	line := func(name, kind, help string, n int64) {
		fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n%s %d\n", name, help, name, kind, name, n)
	}
	if x.complete { // else these are not known yet
		line("crosstally_articles", "gauge", "Current articles in the store.", int64(x.articles))
		line("crosstally_stories", "gauge", "Stories in the store.", int64(x.stories))
		line("crosstally_stories_damaged", "gauge", "Stories that cannot be read; 'crosstally verify' says why.", int64(x.stories-len(x.order)))
		fmt.Fprint(w, "# HELP crosstally_facts Facts by verdict.\n# TYPE crosstally_facts gauge\n")
		for _, v := range verdicts {
			n, _ := x.total(lists.Filter{Verdict: v})
			fmt.Fprintf(w, "crosstally_facts{verdict=%q} %d\n", v, n)
		}
	}
	if !last.Ended.IsZero() {
		line("crosstally_last_run_timestamp_seconds", "gauge", "When the last run ended.", last.Ended.Unix())
	}
	line("crosstally_desk_requests_total", "counter", "Requests to this desk.", d.asked.Load())
	line("crosstally_desk_failures_total", "counter", "Requests that failed for a fault of the desk or the store.", d.failed.Load())
	line("crosstally_desk_refusals_total", "counter", "Requests refused for their host or origin.", d.refused.Load())
	return nil
}

func (d *desk) health(w http.ResponseWriter, _ *http.Request) error {
	if _, err := d.store.LastRun(); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "ok")
	return nil
}
