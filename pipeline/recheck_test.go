package pipeline_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/fetch"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// recheck reads again what is due some time after now.
func recheck(t *testing.T, st *store.Store, later time.Duration) pipeline.Report {
	t.Helper()
	now := time.Now().Add(later)
	due, err := st.Due(now)
	if err != nil {
		t.Fatal(err)
	}
	in := &intake.Reader{Client: fetch.New(fetch.Options{AllowPrivate: true, Delay: -1, Attempts: 1, NoRobots: true}), Memory: st, Again: due, Now: func() time.Time { return now }}
	report, err := pipeline.Run(context.Background(), in, nil, st, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// Pages are read again a day and a week after they were first read: what has changed is a new version, what is gone is noted, and
// both only once.
func TestRecheckFindsEditsAndWithdrawals(t *testing.T) {
	n := newNewsroom(t, 0, map[string]string{"/feed": rss("Desk", "/a", "/b", "/c"), "/a": dispatchPage(1, 12), "/b": dispatchPage(2, 13), "/c": dispatchPage(3, 14)})
	st := newStore(t)
	aNight(t, st, n.URL+"/feed")
	n.requests()
	if got := recheck(t, st, time.Hour); got.Account.Seen != 0 || len(n.requests()) != 0 {
		t.Errorf("after an hour: %s", got.Account)
	}
	n.set("/a", dispatchPage(1, 15))
	n.mu.Lock()
	delete(n.pages, "/b")
	n.mu.Unlock()
	if got := recheck(t, st, 25*time.Hour); got.Account != (pipeline.Account{Seen: 3, Stored: 1, Duplicate: 1, Refused: 1}) {
		t.Errorf("after a day: %s, %v", got.Account, got.Refusals)
	}
	if got := fmt.Sprint(n.requests()); got != "[{/a true 200} {/b true 404} {/c true 304}]" {
		t.Errorf("asked for %s", got)
	}
	versions := 0
	if err := st.Versions(func(vs []store.Version) error {
		versions++
		if len(vs) != 2 || vs[1].Reading.Article.URL != n.URL+"/a" || vs[1].Provenance.Fetched.IsZero() {
			t.Errorf("versions %v", vs)
		}
		return nil
	}); err != nil || versions != 1 {
		t.Errorf("%d articles with versions, %v", versions, err)
	}
	gone := func() (out []string) {
		if err := st.Notes(intake.GonePrefix, func(x intake.Note) error {
			if x.Gone != nil {
				out = append(out, fmt.Sprint(x.Key, " ", x.Gone.Status))
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got := fmt.Sprint(gone()); got != "[gone "+n.URL+"/b 404]" {
		t.Errorf("withdrawn: %s", got)
	}
	if r, _, err := st.Page(n.URL + "/b"); err != nil || len(r.Claims) == 0 {
		t.Errorf("the claims of a withdrawn article must stay: %v", err)
	}
	if got := recheck(t, st, 26*time.Hour); got.Account.Seen != 0 {
		t.Errorf("again on the same day: %s", got.Account)
	}
	if got := recheck(t, st, 8*24*time.Hour); got.Account != (pipeline.Account{Seen: 2, Duplicate: 2}) {
		t.Errorf("after a week: %s", got.Account)
	}
	if got := recheck(t, st, 30*24*time.Hour); got.Account.Seen != 0 {
		t.Errorf("after a month: %s", got.Account)
	}
}

// A withdrawn page that a feed lists again and that is there is withdrawn no longer.
func TestPageThatComesBack(t *testing.T) {
	n := newNewsroom(t, 0, map[string]string{"/feed": rss("Desk", "/a"), "/a": dispatchPage(1, 12)})
	st := newStore(t)
	aNight(t, st, n.URL+"/feed")
	page := n.pages["/a"]
	n.mu.Lock()
	delete(n.pages, "/a")
	n.mu.Unlock()
	if got := recheck(t, st, 25*time.Hour); len(got.Refusals) != 1 || got.Refusals[0].Class != fetch.HTTP {
		t.Errorf("refusals %v", got.Refusals)
	}
	n.set("/a", page)
	n.set("/feed", `<rss version="2.0"><channel><title>Desk</title><item><title>Back</title><link>/a</link></item></channel></rss>`)
	aNight(t, st, n.URL+"/feed")
	notes, err := st.Recall(intake.GonePrefix + n.URL + "/a")
	if err != nil || notes[intake.GonePrefix+n.URL+"/a"].Gone != nil {
		t.Errorf("still noted as withdrawn: %v, %v", notes, err)
	}
	if got := n.requests(); got[len(got)-1].status != http.StatusOK && got[len(got)-1].status != http.StatusNotModified {
		t.Errorf("asked for %v", got)
	}
}
