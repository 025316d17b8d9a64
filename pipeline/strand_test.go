package pipeline_test

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// longRunning makes the readings of one event that a wire tells for months.
func longRunning(t *testing.T, n int) (rs []claim.Reading) {
	t.Helper()
	w := wiretest.Wire{Seed: 5, PerStory: n}
	for i := range n {
		r, err := pipeline.Extract(w.Record(i))
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, r)
	}
	return rs
}

// A watched store notes how many stories each update made anew.
type watched struct {
	*store.Store
	made []int
}

func (w *watched) Apply(u pipeline.Update) (uint64, error) {
	w.made = append(w.made, len(u.Stories))
	return w.Store.Apply(u)
}

func settleNights(t *testing.T, rs []claim.Reading, cuts ...int) *watched {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "s.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	w := &watched{Store: st}
	from := 0
	for _, to := range append(cuts, len(rs)) {
		if _, err := st.Put(rs[from:to]); err != nil {
			t.Fatal(err)
		}
		if err := pipeline.Settle(w, pipeline.RunRecord{}, time.Now); err != nil {
			t.Fatal(err)
		}
		from = to
	}
	if p, err := st.Verify(); err != nil || len(p.Problems) > 0 {
		t.Fatalf("verify: %+v, %v", p, err)
	}
	return w
}

// What is told for months is told in several stories: the same ones in any order and any nights, and one more article changes one.
func TestACrowdedStrandGrowsWithoutEnd(t *testing.T) {
	rs := longRunning(t, 330)
	report := reconcile.Reconcile(rs)
	if len(report.Stories) < 2 || len(report.Stories) > 6 {
		t.Fatalf("%d stories", len(report.Stories))
	}
	want := jsonl(t, report.Facts)
	grown := settleNights(t, rs, len(rs)-1)
	if got := jsonl(t, facts(t, grown.Store)); got != want {
		t.Errorf("in order: %s", firstDifference(got, want))
	}
	if last := grown.made[len(grown.made)-1]; last != 1 {
		t.Errorf("the last article made %d stories anew", last)
	}
	mixed := slices.Clone(rs)
	rng := rand.New(rand.NewPCG(4, 4))
	rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	if got := jsonl(t, facts(t, settleNights(t, mixed, 60, 280).Store)); got != want {
		t.Errorf("in another order: %s", firstDifference(got, want))
	}
}

// A strand that loses what made it crowded is one story again.
func TestAStrandShrinks(t *testing.T) {
	rs := longRunning(t, 254)
	gone := rs[100:110]
	st := settleNights(t, rs)
	for _, r := range gone {
		if _, err := st.Forget(r.Article.URL, "asked to", time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	if err := pipeline.Settle(st, pipeline.RunRecord{}, time.Now); err != nil {
		t.Fatal(err)
	}
	want := reconcile.Reconcile(slices.Concat(rs[:100], rs[110:]))
	if got, want := jsonl(t, facts(t, st.Store)), jsonl(t, want.Facts); got != want {
		t.Errorf("%s", firstDifference(got, want))
	}
	if p, err := st.Verify(); err != nil || len(p.Problems) > 0 || len(want.Stories) != 1 {
		t.Errorf("%d stories; verify: %+v, %v", len(want.Stories), p, err)
	}
}
