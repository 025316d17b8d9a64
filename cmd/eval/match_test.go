package main

import "testing"

func p(x float64) *float64 { return &x }

func TestSameValue(t *testing.T) {
	exact := func(x float64) number { return number{Value: p(x), Lower: p(x), Upper: p(x)} }
	for _, c := range []struct {
		name  string
		gold  number
		given number
		same  bool
	}{
		{"exact", exact(14), exact(14), true},
		{"exact, other value", exact(14), exact(15), false},
		{"exact against at least", exact(14), number{Lower: p(14)}, false},
		{"at least", number{Lower: p(14)}, number{Lower: p(14)}, true},
		{"at least, open or closed", number{Lower: p(41)}, number{Lower: p(40)}, true},
		{"at least against exact", number{Lower: p(14)}, exact(14), false},
		{"about", number{Value: p(300), Approximate: true}, number{Value: p(300)}, true},
		{"vague ends are a convention", number{Lower: p(200), Upper: p(999), Approximate: true}, number{Lower: p(200), Upper: p(900), Approximate: true}, true},
		{"range is exact", number{Lower: p(9), Upper: p(10)}, number{Lower: p(9), Upper: p(12)}, false},
		{"fraction as percent", number{Value: p(0.25), Lower: p(0.25), Upper: p(0.25), Unit: "fraction"}, exact(25), true},
	} {
		if got := sameValue(c.gold, c.given); got != c.same {
			t.Errorf("%s: got %v, want %v", c.name, got, c.same)
		}
	}
}

func TestMatchTakesTheBestPairFirst(t *testing.T) {
	scores := [][]float64{{0.6, 0.9}, {0, 0.8}}
	got := match(2, 2, func(i, j int) float64 { return scores[i][j] })
	if got[0] != 1 || len(got) != 1 {
		t.Errorf("got %v, want gold 0 paired with given 1 and gold 1 left alone", got)
	}
}

func TestSurfaceOverlapNeedsAnEqualNumberWord(t *testing.T) {
	if !surfaceOverlap("at least 14", "14 people") || surfaceOverlap("14 people", "15 people") {
		t.Error("surfaces overlap when they share the number, not the words around it")
	}
}
