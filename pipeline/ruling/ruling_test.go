package ruling

import (
	"errors"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

func n(x float64) *float64 { return &x }

func exact(x float64) reconcile.Value {
	return reconcile.Value{Value: n(x), Lower: n(x), Upper: n(x), Modality: claim.Asserted}
}

// told adds mentions to a value, one for each host, each at its own bytes.
func told(v reconcile.Value, hosts ...string) reconcile.Value {
	for _, h := range hosts {
		v.Sources = append(v.Sources, reconcile.Source{Source: h, URL: "https://" + h + ".example", Field: "text", Start: 10, End: 12, Text: v.Figure(), Quote: "Some " + v.Figure() + " drowned, " + h + " said."})
	}
	return v
}

// fact is a conflict between 12 and 14.
func fact() reconcile.Fact {
	return reconcile.Fact{ID: "f", Question: "How many drowned?", Predicate: "die", Verdict: reconcile.Conflict,
		Values: []reconcile.Value{told(exact(12), "a"), told(exact(14), "b", "c")}}
}

var ana = Person{Name: "ana", When: time.Date(2026, 5, 6, 8, 0, 0, 0, time.UTC)}

func made(t *testing.T, kind Kind, what string) Ruling {
	t.Helper()
	r, err := On(fact(), kind, what, ana)
	if err != nil {
		t.Fatal(err)
	}
	r.ID = 1
	return r
}

func decided(f reconcile.Fact, rs ...Ruling) []reconcile.Decision {
	NewBook(rs).Decide(&f)
	return f.Rulings
}

func TestFiguresAreNamedByWordsOrNumber(t *testing.T) {
	f := fact()
	f.Values = append(f.Values, told(reconcile.Value{Lower: n(20), Modality: claim.Asserted}, "d"), told(reconcile.Value{Value: n(1400), Approximate: true, Modality: claim.Asserted}, "e"))
	for what, want := range map[string]string{"14": "14", " 14.0 ": "14", "At least 20": "at least 20", "1,400": "about 1,400", "about 1,400": "about 1,400"} {
		if r, err := On(f, Accept, what, ana); err != nil || r.Figure.Words != want {
			t.Errorf("%q: got %v, %v, want %q", what, r.Figure, err, want)
		}
	}
	if _, err := On(f, Accept, "20", ana); !errors.Is(err, ErrNoFigure) || !strings.Contains(err.Error(), "at least 20") {
		t.Errorf("'at least 20' is not 20: %v", err)
	}
}

func TestRulingsFollowTheirClaims(t *testing.T) {
	grown := fact()
	grown.ID = "g"
	grown.Values = append(grown.Values, told(exact(30), "d", "e", "f", "g", "h"))
	only12, only14 := fact(), fact()
	only12.Values, only14.Values = only12.Values[:1], only14.Values[1:]
	edited := fact()
	for _, v := range edited.Values {
		for i := range v.Sources {
			v.Sources[i].Start, v.Sources[i].End = 500, 502
		}
	}
	rewritten := fact()
	for _, v := range rewritten.Values {
		for i := range v.Sources {
			v.Sources[i].Start, v.Sources[i].Quote = 500, "In all "+v.Sources[i].Text+" died."
		}
	}
	reread := fact()
	for _, v := range reread.Values {
		for i := range v.Sources {
			v.Sources[i].Start, v.Sources[i].Text = 5, "Some "+v.Sources[i].Text
		}
	}
	elsewhere := fact()
	elsewhere.Values = []reconcile.Value{told(exact(14), "x", "y")}
	for _, c := range []struct {
		name string
		f    reconcile.Fact
		kind Kind
		what string
		want int
	}{
		{"the fact as it was", fact(), Accept, "14", 1},
		{"a fact that grew and has another id", grown, Accept, "14", 1},
		{"the part that holds the figure", only14, Accept, "14", 1},
		{"the part that does not", only12, Accept, "14", 0},
		{"the part that holds the lesser figure", only12, Accept, "12", 1},
		{"the larger part, of a note", only14, Note, "x", 1},
		{"the smaller part, of a note", only12, Note, "x", 0},
		{"one side of a dismissed conflict", only12, NotAConflict, "", 0},
		{"a new version with the sentence elsewhere", edited, Reject, "14", 1},
		{"the same text read by other rules", reread, Reject, "14", 1},
		{"a new version with another sentence", rewritten, Reject, "14", 0},
		{"another fact with the same figure", elsewhere, Accept, "14", 0},
	} {
		if got := decided(c.f, made(t, c.kind, c.what)); len(got) != c.want {
			t.Errorf("%s: %d decisions, want %d", c.name, len(got), c.want)
		}
	}
}

func TestUndoneRulingsDoNotStand(t *testing.T) {
	r := made(t, NotAConflict, "")
	r.Undone = &Undoing{By: "ben"}
	if got := decided(fact(), r); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestDismissalsAreOvertakenByWhatIsNew(t *testing.T) {
	for _, c := range []struct {
		name  string
		value reconcile.Value
		want  string
	}{
		{"a figure that was there", exact(14), ""},
		{"it in vaguer words", reconcile.Value{Lower: n(13), Modality: claim.Asserted}, ""},
		{"roughly it", reconcile.Value{Value: n(15), Approximate: true, Modality: claim.Asserted}, ""},
		{"another number", exact(19), "19"},
		{"bounds that allow none of them", reconcile.Value{Lower: n(16), Upper: n(20), Modality: claim.Asserted}, "16 to 20"},
		{"another number that is only denied", reconcile.Value{Value: n(19), Lower: n(19), Upper: n(19), Modality: claim.Denied}, ""},
	} {
		f := fact()
		f.Values = append(f.Values, told(c.value, "new"))
		got := decided(f, made(t, NotAConflict, ""))
		if len(got) != 1 || strings.Join(got[0].OvertakenBy, ";") != c.want {
			t.Errorf("%s: got %+v, want overtaken by %q", c.name, got, c.want)
		}
	}
	f := fact()
	f.Values = append(f.Values, told(exact(19), "new"))
	f.Reason = &reconcile.Reason{Pairs: []reconcile.Pair{
		{A: reconcile.Told{URL: "https://a.example", Start: 10}, B: reconcile.Told{URL: "https://b.example", Start: 10}, Relation: reconcile.Conflict},
		{A: reconcile.Told{URL: "https://b.example", Start: 10}, B: reconcile.Told{URL: "https://new.example", Start: 10}, Relation: reconcile.Updated},
	}}
	if got := decided(f, made(t, NotAConflict, "")); len(got[0].OvertakenBy) != 0 {
		t.Errorf("19 is a later count and conflicts with nothing, yet: %+v", got)
	}
}

func TestRepeatsAreNewArticlesWithTheFigure(t *testing.T) {
	f := fact()
	f.Values[1] = told(f.Values[1], "new", "new")
	denied := exact(14)
	denied.Modality = claim.Denied
	f.Values = append(f.Values, told(denied, "owner"))
	got := decided(f, made(t, Reject, "14"))
	if len(got) != 1 || len(got[0].RepeatedBy) != 1 || got[0].RepeatedBy[0].Source != "new" {
		t.Errorf("got %+v, want the one new article", got)
	}
}

func TestContradictionsAreRefused(t *testing.T) {
	f := fact()
	f.Rulings = decided(f, made(t, Accept, "14"))
	for _, c := range []struct {
		kind Kind
		what string
		ok   bool
	}{{Accept, "12", false}, {Accept, "14", false}, {Reject, "14", false}, {Reject, "12", true}, {Note, "x", true}, {NotAConflict, "", true}, {"maybe", "", false}, {Note, " ", false}} {
		if _, err := On(f, c.kind, c.what, ana); (err == nil) != c.ok {
			t.Errorf("%s %s after accept 14: %v", c.kind, c.what, err)
		}
	}
	f.Verdict = reconcile.Agree
	if _, err := On(f, NotAConflict, "", ana); !errors.Is(err, ErrIncomplete) {
		t.Errorf("no conflict was dismissed: %v", err)
	}
	if _, err := On(f, Note, "x", Person{}); err == nil || !strings.Contains(err.Error(), "--by") {
		t.Errorf("nobody ruled: %v", err)
	}
}
