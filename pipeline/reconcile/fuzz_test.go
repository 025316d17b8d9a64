package reconcile

import (
	"encoding/json"
	"slices"
	"testing"

	"crosstally/pipeline/claim"
)

// Whatever a claim says, reconciling does not panic, its report can be printed, and order does not matter.
func FuzzReconcile(f *testing.F) {
	f.Add("people", "At least 13 people, three of them children, were killed", "13", "a doctor", "2026-05-09", "health ministry", 14.0, 3.0, uint8(0))
	f.Add("percent", "Turnout was 58.1% | 57", "58.1%", "", "2026-05-09/2026-05-10", "", 58.1, 0.0, uint8(3))
	f.Add("", "", "", "", "not a day", "", -1.0, 1e300, uint8(255))
	f.Fuzz(func(t *testing.T, unit, quote, text, place, day, by string, v, w float64, bits uint8) {
		if v != v || w != w || v-v != 0 || w-w != 0 {
			t.Skip("counts are finite")
		}
		at := []string{"Port Halvard", "Ida Lunde"}
		a := told(v, unit, "die", place, day, by)
		b := told(w, unit, "die", "Port Halvard", "2026-05-04", "")
		a.Quote, a.Text, a.Of, a.Kept.Elided = quote, text, place, bits&1 != 0
		a.Approximate, a.Delta, a.Frame.Stock = bits&2 != 0, bits&4 != 0, bits&8 != 0
		if bits&16 != 0 {
			a.Upper = nil
		}
		if bits&32 != 0 {
			a.Lower = nil
		}
		if bits&64 != 0 {
			a.Modality = claim.Denied
		}
		if bits&128 != 0 {
			b.Value = nil
		}
		rs := []claim.Reading{reading("Gazette", "2026-05-03T10:00:00Z", quote, at, a, b), reading("Courier", day, "Ferry sinks", at, b, a), reading("Echo", "2026-05-04", "Ferry sinks", at, a)}
		want, err := json.Marshal(Reconcile(rs))
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(rs)
		if got, _ := json.Marshal(Reconcile(rs)); string(got) != string(want) {
			t.Errorf("another order gave\n%s\nwant\n%s", got, want)
		}
	})
}
