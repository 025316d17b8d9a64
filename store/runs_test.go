package store

import (
	"testing"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
)

// A run that takes several transactions keeps the changes of all: of a fact's, the first state before and the last after.
func TestRunKeepsTheChangesOfAllItsTransactions(t *testing.T) {
	s, _ := create(t)
	change := func(fact string, was, now reconcile.Verdict) pipeline.Change {
		return pipeline.Change{Fact: fact, Was: pipeline.State{Verdict: was}, Now: pipeline.State{Verdict: now}}
	}
	run := pipeline.RunRecord{Account: pipeline.Account{Seen: 2, Stored: 2}}
	for _, cs := range [][]pipeline.Change{
		{change("b", "", reconcile.Single), change("a", "", reconcile.Single)},
		{change("a", reconcile.Single, reconcile.Conflict), change("c", "", reconcile.Single)},
		{change("c", reconcile.Single, "")}, // made and gone in one run
	} {
		run.Changes = cs
		n, err := s.Apply(pipeline.Update{Run: run})
		if err != nil {
			t.Fatal(err)
		}
		run.Number = n
	}
	if _, err := s.Apply(pipeline.Update{Run: pipeline.RunRecord{Changes: []pipeline.Change{change("d", "", reconcile.Agree)}}}); err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := s.Runs(func(r pipeline.RunRecord) bool {
		for _, c := range r.Changes {
			got = append(got, c.Fact+" "+string(c.Kind)+" "+string(c.Now.Verdict))
		}
		return true
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{"d  agree", "a new conflict", "b  single"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
