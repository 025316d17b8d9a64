package pipeline

import (
	"testing"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/wiretest"
)

// Events of one kind on one day, told in like words and under like headlines, stay as many stories as they are.
func TestLikeEventsStayApart(t *testing.T) {
	const events, each = 30, 8
	w := wiretest.Wire{Seed: 17, PerDay: events, Start: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}
	var rs []claim.Reading
	event := map[string]int{}
	for i := range events * each {
		r, err := Extract(w.Record(i))
		if err != nil {
			t.Fatal(err)
		}
		rs, event[r.Article.URL] = append(rs, r), i/each
	}
	whole := 0
	for _, s := range reconcile.Reconcile(rs).Stories {
		of := map[int]bool{}
		for _, u := range s.Articles {
			of[event[u]] = true
		}
		if len(of) == 1 && len(s.Articles) == each {
			whole++
		}
	}
	if whole < events-1 {
		t.Errorf("%d of %d events are a story of their own", whole, events)
	}
}
