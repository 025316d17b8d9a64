package reconcile

import (
	"slices"
	"testing"
)

// placesOf are where the sources of a value stand.
func placesOf(vs ...Value) (out []Place) {
	for _, v := range vs {
		for _, s := range v.Sources {
			out = append(out, Place{s.URL, s.Field, s.Start, s.End})
		}
	}
	return out
}

func onBoard(t *testing.T, fs []Fact) (out []Fact) {
	t.Helper()
	for _, f := range fs {
		if f.Predicate == "board" {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		t.Fatal("no fact on those on board")
	}
	return out
}

func TestLinksBind(t *testing.T) {
	rs := ferry()[:3]
	_, free := Resolve(rs, Links{})
	board := onBoard(t, free)
	if len(board) != 1 || len(board[0].Values) != 2 {
		t.Fatalf("got %d facts on those on board, the test wants one with two values", len(board))
	}
	apart := [2][]Place{placesOf(board[0].Values[0]), placesOf(board[0].Values[1])}
	_, split := Resolve(rs, Links{Apart: [][2][]Place{apart}})
	if got := onBoard(t, split); len(got) != 2 {
		t.Errorf("ruled apart, they are %d facts", len(got))
	}
	var all []Place
	for _, f := range free {
		all = append(all, placesOf(f.Values...)...)
	}
	if _, one := Resolve(rs, Links{Together: [][]Place{all}}); len(one) != 1 {
		t.Errorf("ruled together, they are %d facts", len(one))
	}
	_, both := Resolve(rs, Links{Together: [][]Place{all}, Apart: [][2][]Place{apart}})
	for _, f := range both {
		ps := placesOf(f.Values...)
		if slices.Contains(ps, apart[0][0]) && slices.Contains(ps, apart[1][0]) {
			t.Error("apart must win over together")
		}
	}
	if _, got := Resolve(rs, Links{Together: [][]Place{{{URL: "https://gone.test"}, all[0]}}, Apart: [][2][]Place{{all[:1], {{URL: "https://gone.test"}}}}}); len(got) != len(free) {
		t.Errorf("links to claims that are gone make %d facts of %d", len(got), len(free))
	}
}

func TestNamesAreLinked(t *testing.T) {
	rs := ferry()[:3]
	entity := func(l Links, name string) (forms []string) {
		t.Helper()
		st, _ := Resolve(rs, l)
		for _, e := range st.Names {
			for _, v := range e.Variants {
				if v.Form == name {
					for _, x := range e.Variants {
						forms = append(forms, x.Form)
					}
				}
			}
		}
		return forms
	}
	if got := entity(Links{}, "Norway"); len(got) != 1 {
		t.Fatalf("Norway is %v, the test wants it alone", got)
	}
	one := Links{OneName: [][2]string{{"norway", "Port Halvard"}}}
	if got := entity(one, "Norway"); len(got) != 2 {
		t.Errorf("ruled one name, Norway is %v", got)
	}
	for _, two := range [][2]string{{"Norway", "Port Halvard"}, {"Norway", ""}, {"Port Halvard", ""}} {
		if got := entity(Links{OneName: one.OneName, TwoNames: [][2]string{two}}, "Norway"); len(got) != 1 {
			t.Errorf("%v: two names win, yet Norway is %v", two, got)
		}
	}
	chain := Links{OneName: [][2]string{{"Norway", "Port Halvard"}, {"Port Halvard", "Harbour Master Ida Lunde"}}, TwoNames: [][2]string{{"Norway", "Harbour Master Ida Lunde"}}}
	if got := entity(chain, "Norway"); slices.Contains(got, "Harbour Master Ida Lunde") {
		t.Errorf("a third name joins what was ruled apart: %v", got)
	}
}
