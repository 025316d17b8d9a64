package desk

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// wired returns a store of n generated articles.
func wired(t testing.TB, n int) *store.Store {
	t.Helper()
	path := t.TempDir() + "/s.db"
	ingestWire(t, path, 0, n)
	st, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// ingestWire stores the articles of a wire from one number to another.
func ingestWire(t testing.TB, path string, from, to int) {
	t.Helper()
	w, err := store.Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var lines strings.Builder
	for i := from; i < to; i++ {
		if err := json.NewEncoder(&lines).Encode(wiretest.Wire{Seed: 5}.Record(i)); err != nil {
			t.Fatal(err)
		}
	}
	if r, err := pipeline.Run(context.Background(), &intake.Reader{Stdin: strings.NewReader(lines.String())}, []string{"-"}, w, pipeline.Options{}); err != nil || r.Account.Stored != to-from {
		t.Fatalf("%+v, %v", r.Account, err)
	}
}

// Every filter's pages together list what a look at every fact finds, each fact once, with the right number, also where the index is not made yet.
func TestPagesListWhatTheStoreHolds(t *testing.T) {
	st := wired(t, 64)
	whole, unmade := &desk{store: st}, &desk{store: st}
	unmade.index.now.Store(&snapshot{stories: 99})
	unmade.index.making = make(chan struct{}) // it is never done
	var all []reconcile.Fact
	if err := st.Facts(func(f reconcile.Fact) error { all = append(all, f); return nil }); err != nil || len(all) < 100 {
		t.Fatalf("%d facts, %v", len(all), err)
	}
	tellings := func(f lists.Filter) map[string]lists.Forms { // by story
		out := map[string]lists.Forms{}
		if err := st.Newest(store.Query{}, func(t store.Telling) (more bool, err error) { out[t.ID()], err = f.Called(t); return true, err }); err != nil {
			t.Fatal(err)
		}
		return out
	}
	ferry := all[len(all)/2]
	place := lists.Words(ferry.Story.Title)[0]
	for _, f := range []lists.Filter{
		{}, {Verdict: "conflict"}, {Verdict: "updated", Predicate: "destroy"}, {Predicate: "injure"}, {MinSources: 3}, {Verdict: "conflict", MinSources: 4}, {MinSources: 99},
		{Story: ferry.Story.ID}, {Story: ferry.Story.ID[:1], Verdict: "updated"}, {Predicate: "sing"},
		{Q: ferry.Values[0].Sources[0].Quote}, {Q: "people"}, {Q: "homes destroyed", Verdict: "conflict"}, {Name: "Relief"}, {Q: place}, {Q: "nothing says this"},
	} {
		var want []string
		called := tellings(f)
		for _, x := range all {
			if f.Keeps(x, called[x.Story.ID]) {
				want = append(want, x.ID)
			}
		}
		for name, d := range map[string]*desk{"whole": whole, "unmade": unmade} {
			if name == "unmade" && (f.Q != "" || f.Name != "") {
				continue
			}
			var got []string
			offset, total := 0, -1
			for more := true; more; {
				rows, s, err := d.pick(filter{f, 23, offset}, func(int) string { return "more" })
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range rows {
					got = append(got, r.ID)
				}
				offset += len(rows)
				if more = s.More && len(rows) > 0; s.Known {
					total = s.Total
				}
			}
			if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) || total != len(want) {
				t.Errorf("%s %+v: %d facts, total %d, want %d", name, f, len(got), total, len(want))
			}
		}
	}
}

// While the index is being made, pages that need it say so, and the API asks to come again.
func TestADeskWithoutItsIndexSaysSo(t *testing.T) {
	d := &desk{store: wired(t, 20), opt: Options{Now: time.Now}}
	d.index.now.Store(&snapshot{stories: 99})
	d.index.making = make(chan struct{})
	srv := httptest.NewServer(d.handler())
	defer srv.Close()
	for path, want := range map[string]string{"/search?q=people": "0 of 99 stories", "/sources": "0 of 99 stories", "/names": "0 of 99 stories", "/facts?q=people": "looked through"} {
		if code, body, _ := get(t, srv.URL+path); code != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d, and it does not say %q", path, code, want)
		}
	}
	for path, want := range map[string]int{"/api/sources": 503, "/api/names": 503, "/api/facts": 200, "/api/brief": 200, "/": 200, "/metrics": 200} {
		if code, _, h := get(t, srv.URL+path); code != want || (want == 503) != (h.Get("Retry-After") != "") {
			t.Errorf("%s: %d, want %d; retry after %q", path, code, want, h.Get("Retry-After"))
		}
	}
	if _, _, h := get(t, srv.URL+"/api/facts?q=people"); h.Get("X-Incomplete") == "" || h.Get("X-Total-Count") != "" {
		t.Error("an answer that may lack facts looks whole")
	}
}

// The index reads anew what a night changed, and nothing else.
func TestTheIndexFollowsTheStore(t *testing.T) {
	st := wired(t, 40)
	d := &desk{store: st}
	before, err := d.indexed()
	if err != nil || !before.complete || before.articles != 40 {
		t.Fatalf("%+v, %v", before, err)
	}
	ingestWire(t, st.Path(), 40, 50)
	after, err := d.indexed()
	for deadline := time.Now().Add(30 * time.Second); err == nil && after.articles != 50 && time.Now().Before(deadline); after, err = d.indexed() {
		time.Sleep(20 * time.Millisecond) // on a busy machine it rests after it was made
	}
	if err != nil || !after.complete || after.articles != 50 {
		t.Fatalf("%d articles, want 50; %v", after.articles, err)
	}
	same := 0
	for id, g := range before.by {
		if after.by[id] == g {
			same++
		}
	}
	if same < 4 {
		t.Errorf("%d of %d stories were kept", same, len(before.by))
	}
	var sum int
	for _, s := range after.sources {
		sum += s.Publisher.Articles
	}
	if sum != 50 {
		t.Errorf("publishers have %d articles, want 50", sum)
	}
}

// The pages after the first lead back and on.
func TestListsArePaged(t *testing.T) {
	srv := httptest.NewServer(New(wired(t, 120), Options{}))
	defer srv.Close()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if code, _, _ := get(t, srv.URL+"/api/names"); code == 200 { // the index is whole
			break
		}
	}
	_, first, _ := get(t, srv.URL+"/facts?verdict=&min_sources=1")
	next := strings.Index(first, `rel="next" href="`)
	if next < 0 || strings.Contains(first, `rel="prev"`) {
		t.Fatal("the first page does not lead to the next one alone")
	}
	to, _, _ := strings.Cut(first[next+len(`rel="next" href="`):], `"`)
	_, second, _ := get(t, srv.URL+strings.ReplaceAll(to, "&amp;", "&"))
	if !strings.Contains(second, `rel="prev"`) || !strings.Contains(second, "51 to ") {
		t.Error("the second page does not lead back")
	}
	_, api, h := get(t, srv.URL+"/api/articles?limit=5&offset=3")
	var rows []articleRow
	if err := json.Unmarshal([]byte(api), &rows); err != nil || len(rows) != 5 || h.Get("X-Total-Count") != "120" {
		t.Errorf("%d articles of %s, %v", len(rows), h.Get("X-Total-Count"), err)
	}
	if _, body, _ := get(t, srv.URL+"/search?"+url.Values{"q": {rows[0].Title}}.Encode()); !strings.Contains(body, "<h2>Articles") {
		t.Errorf("the article %q is not found by its title", rows[0].Title)
	}
}

func TestMoments(t *testing.T) {
	for s, want := range map[string]string{"2026-05-10T18:30:00+02:00": "2026-05-10 18:30 +02:00", "2026-05-09T23:10:05Z": "2026-05-09 23:10:05 UTC", "2026-05-09": "2026-05-09", "2026-05-09T23:10": "2026-05-09 23:10",
		"": "", "Tuesday": "Tuesday", "2026-05-09T23:10:00-05:30": "2026-05-09 23:10 -05:30"} {
		if got := moment(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
