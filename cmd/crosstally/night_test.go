package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"crosstally/pipeline"
	"crosstally/pipeline/lists"
)

// newsSite serves two feeds: one with a page, and one that fails while broken is set.
func newsSite(t *testing.T) (url string, broken *atomic.Bool, agent *atomic.Value) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	broken, agent = &atomic.Bool{}, &atomic.Value{}
	mux := http.NewServeMux()
	mux.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		agent.Store(r.UserAgent())
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Harbour Desk</title><item><title>Ferry sinks off Port Ellis</title><link>/ferry</link><pubDate>Sun, 03 May 2026 10:00:00 GMT</pubDate></item></channel></rss>`)
	})
	mux.HandleFunc("/ferry", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<html><body><article><h1>Ferry sinks off Port Ellis</h1><p>At least 12 people died when a ferry sank off Port Ellis on Saturday, police said.</p></article></body></html>")
	})
	mux.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		if broken.Load() {
			w.WriteHeader(http.StatusGone)
			return
		}
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Island Desk</title><item><title>Ferry</title><link>/ferry?b</link></item></channel></rss>`)
	})
	mux.Handle("/old", http.RedirectHandler("/good", http.StatusMovedPermanently))
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv.URL, broken, agent
}

func TestReportAndMetricsAddUp(t *testing.T) {
	url, broken, agent := newsSite(t)
	broken.Store(true)
	dir := t.TempDir()
	reportFile, metricsFile := filepath.Join(dir, "report.json"), filepath.Join(dir, "crosstally.prom")
	args := []string{"ingest", "--db", filepath.Join(dir, "s.db"), "--allow-private", "--delay", "0", "--contact", "desk@example.org", "--report", reportFile, "--metrics", metricsFile, url + "/good", url + "/bad"}
	code, out, stderr := crosstally("", args...)
	if code != exitPartial || out != "2 seen: 1 stored, 0 duplicate, 1 refused\n" || !strings.Contains(stderr, "/bad: status 410 Gone") {
		t.Fatalf("code %d, %q, %q", code, out, stderr)
	}
	if got := agent.Load(); got != "crosstally/"+pipeline.Version()+" (+desk@example.org)" {
		t.Errorf("user agent %q", got)
	}
	raw, err := os.ReadFile(reportFile)
	if err != nil {
		t.Fatal(err)
	}
	var r pipeline.Report
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Fatal(err)
	}
	if r.Run != 1 || r.Stopped || len(r.Sources) != 2 || r.Sources[0].Stored != 1 || r.Sources[1].Errors["status"] != 1 || len(r.Refusals) != 1 || r.Refusals[0].Class != "status" || r.Refusals[0].Source != url+"/bad" {
		t.Errorf("report %s", raw)
	}
	prom, err := os.ReadFile(metricsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# TYPE crosstally_articles gauge\n", `crosstally_articles{outcome="stored"} 1`, `crosstally_refused{class="status"} 1`,
		fmt.Sprintf(`crosstally_source_articles{source="%s/bad",outcome="refused"} 1`, url), fmt.Sprintf(`crosstally_source_last_success_time_seconds{source="%s/good"} `, url)} {
		if !strings.Contains(string(prom), want) {
			t.Errorf("metrics lack %s:\n%s", want, prom)
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) != 0 {
		t.Errorf("temporary files stay: %v %v", left, err)
	}
}

func TestSourcesNameFeedsInTrouble(t *testing.T) {
	url, broken, _ := newsSite(t)
	db := filepath.Join(t.TempDir(), "s.db")
	night := func(inputs ...string) (stderr string) {
		_, _, stderr = crosstally("", append([]string{"ingest", "--db", db, "--allow-private", "--delay", "0"}, inputs...)...)
		return stderr
	}
	night(url+"/good", url+"/bad")
	if _, out, _ := crosstally("", "sources", "--db", db); strings.Contains(out, "failing") {
		t.Errorf("nothing fails, got %s", out)
	}
	broken.Store(true)
	if stderr := night(url+"/good", url+"/bad", url+"/old"); !strings.Contains(stderr, "has moved for good to "+url+"/good") {
		t.Errorf("stderr %s", stderr)
	}
	_, out, _ := crosstally("", "sources", "--db", db, "--feeds", "--format", "jsonl")
	state := map[string]map[string]any{}
	for _, o := range lines(t, out) {
		state[strings.TrimPrefix(o["feed"].(string), url)] = o
	}
	if bad := state["/bad"]; bad["state"] != lists.FeedFailing || bad["class"] != "status" || bad["last_success"] == nil || bad["since"] == nil {
		t.Errorf("bad feed: %v", bad)
	}
	if state["/good"]["state"] != lists.FeedOK || state["/good"]["last_new"] == nil || state["/old"]["state"] != lists.FeedMoved || state["/old"]["moved_to"] != url+"/good" {
		t.Errorf("feeds %v", state)
	}
	if _, out, _ = crosstally("", "sources", "--db", db); !strings.Contains(out, "failing") || strings.Contains(out, "/good  ok") {
		t.Errorf("table %s", out)
	}
	list := write(t, "feeds.opml", "")
	_, out, _ = crosstally("", "sources", "--db", db, "--format", "opml")
	if err := os.WriteFile(list, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, out, stderr := crosstally("", "ingest", "--db", db, "--allow-private", "--delay", "0", list); code != exitPartial || !strings.HasPrefix(out, "3 seen: 0 stored, 2 dup") {
		t.Errorf("the list that was written: code %d, %s %s", code, out, stderr)
	}
}

func TestLogFormats(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none\x1b[31m.xml")
	ask := func(args ...string) string {
		_, _, stderr := crosstally("", append([]string{"ingest", "--db", filepath.Join(t.TempDir(), "s.db"), missing}, args...)...)
		return stderr
	}
	line := ask("--log-format", "json")
	var o map[string]any
	if err := json.Unmarshal([]byte(line), &o); err != nil || o["class"] != "file" || o["level"] != "WARN" || o["source"] == nil {
		t.Errorf("%v in %q", err, line)
	}
	if line := ask("--log-format", "text", "--log-level", "info"); !strings.Contains(line, "msg=source") || strings.Contains(line, "\x1b") {
		t.Errorf("%q", line)
	}
	if line := ask("--log-level", "error"); line != "" {
		t.Errorf("%q", line)
	}
	for _, bad := range [][]string{{"--log-level", "loud"}, {"--log-format", "xml"}, {"--contact", "nobody"}} {
		if code, _, stderr := crosstally("", append([]string{"ingest", missing}, bad...)...); code != exitUsage || !strings.Contains(stderr, bad[0]) {
			t.Errorf("%v: code %d, %s", bad, code, stderr)
		}
	}
}
