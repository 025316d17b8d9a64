package pipeline

import (
	"slices"
	"testing"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// A figure that somebody denies must not stand in the brief like one that somebody gives.
func TestAStateTellsHowFiguresAreGiven(t *testing.T) {
	three := 3.0
	value := func(m claim.Modality, day string) reconcile.Value {
		return reconcile.Value{Value: &three, Lower: &three, Upper: &three, AsOf: day, Modality: m}
	}
	f := reconcile.Fact{Values: []reconcile.Value{value(claim.Asserted, "2026-05-10"), value(claim.Denied, "2026-05-10"), value(claim.Planned, "")}}
	want := []string{"3 (2026-05-10)", "3 denied (2026-05-10)", "3 planned"}
	if got := state(f).Figures; !slices.Equal(got, want) {
		t.Errorf("figures %q, want %q", got, want)
	}
	denied := f
	denied.Values = slices.Clone(f.Values)
	denied.Values[0].Modality = claim.Denied
	if !differ(state(f), state(denied)) {
		t.Error("a figure that is taken back is no change")
	}
}
