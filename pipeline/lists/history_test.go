package lists

import (
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// mornings is a store of two articles, each fetched on a day of its own, and of two runs.
type mornings struct{}

func (mornings) Fetched(...string) (map[string]time.Time, error) {
	return map[string]time.Time{"a": time.Date(2026, 5, 4, 3, 0, 0, 0, time.UTC), "b": time.Date(2026, 5, 3, 3, 0, 0, 0, time.UTC), "old": {}}, nil
}

func (mornings) Runs(yield func(pipeline.RunRecord) bool) error {
	for _, r := range []pipeline.RunRecord{
		{Number: 2, Changes: []pipeline.Change{{Kind: pipeline.Changed, Fact: "f2", Was: pipeline.State{Verdict: reconcile.Single}, Now: pipeline.State{Verdict: reconcile.Agree}}}},
		{Number: 1, Changes: []pipeline.Change{{Kind: pipeline.New, Fact: "f1", Now: pipeline.State{Verdict: reconcile.Single}}}},
	} {
		if !yield(r) {
			break
		}
	}
	return nil
}

func (mornings) Newest(store.Query, func(store.Telling) (bool, error)) error { return nil }

func (mornings) Fact(string) (f reconcile.Fact, err error) { return }

func (mornings) Rulings() ([]ruling.Ruling, error) { return nil, nil }

func (mornings) FactsUnder(...ruling.Ruling) (map[uint64][]string, error) { return nil, nil }

func (mornings) Page(string) (r claim.Reading, p store.Provenance, err error) { return }

func TestHistoryGoesByWhenAFigureCame(t *testing.T) {
	n := func(x float64) *float64 { return &x }
	f := reconcile.Fact{Values: []reconcile.Value{
		{Value: n(14), AsOf: "2026-05-02", Sources: []reconcile.Source{{URL: "a", Source: "A"}}},
		{Value: n(12), AsOf: "2026-05-03", Sources: []reconcile.Source{{URL: "a", Source: "A"}, {URL: "b", Source: "B"}}},
	}}
	told, err := Tell(mornings{}, f)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range told.History {
		got = append(got, s.Day()+" "+s.Figure+" "+s.Source)
	}
	if len(got) != 2 || got[0] != "2026-05-03 12 B" || got[1] != "2026-05-04 14 A" {
		t.Errorf("history %q, want 12 in B on the 3rd, then 14 in A on the 4th", got)
	}
}

func TestHistoryOfUnnotedFetches(t *testing.T) {
	told, err := Tell(mornings{}, reconcile.Fact{Values: []reconcile.Value{{Sources: []reconcile.Source{{URL: "old"}}}}})
	if err != nil || len(told.History) != 1 || told.History[0].Day() != "" {
		t.Errorf("got %+v, %v; want one step of no day", told.History, err)
	}
}

func TestTouchedSince(t *testing.T) {
	for since, want := range map[string]string{"0": "f1 f2", "1": "f2", "": "f2"} {
		belongs, err := Since(since, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		got, err := Touched(mornings{}, belongs)
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, id := range []string{"f1", "f2"} {
			if got[id] {
				all += " " + id
			}
		}
		if all != " "+want {
			t.Errorf("since %q: got%s, want %s", since, all, want)
		}
	}
}
