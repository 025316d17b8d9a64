package reconcile

import "testing"

func TestFigureReadsLikeANewspaper(t *testing.T) {
	n := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		v    Value
		want string
	}{
		{Value{Value: n(1227), Lower: n(1227), Upper: n(1227)}, "1,227"},
		{Value{Lower: n(14)}, "at least 14"},
		{Value{Upper: n(40)}, "at most 40"},
		{Value{Lower: n(40), Upper: n(50)}, "40 to 50"},
		{Value{Value: n(300), Approximate: true}, "about 300"},
		{Value{Value: n(50), Upper: n(50), Approximate: true}, "nearly 50"},
		{Value{Value: n(900), Lower: n(901), Approximate: true}, "just over 900"},
		{Value{Value: n(4000), Upper: n(3999), Approximate: true}, "just under 4,000"},
		{Value{Value: n(11900), Lower: n(11300), Upper: n(12500), Approximate: true}, "11,900 (11,300 to 12,500)"},
		{Value{}, "unknown"},
	} {
		if got := c.v.Figure(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
