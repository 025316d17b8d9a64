package main

import (
	"path/filepath"
	"strings"
	"testing"

	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// onPassengers returns the facts on the passengers, by id.
func onPassengers(t *testing.T, db string) (out []reconcile.Fact) {
	t.Helper()
	for _, f := range factsOf(t, "facts", "--db", db) {
		if strings.Contains(f.Question, "passengers") {
			out = append(out, f)
		}
	}
	return out
}

func done(t *testing.T, args ...string) string {
	t.Helper()
	code, out, stderr := crosstally("", args...)
	if code != exitDone {
		t.Fatalf("%v: code %d: %s", args, code, stderr)
	}
	return out
}

func everyFact(t *testing.T, db string) string {
	t.Helper()
	return done(t, "facts", "--db", db, "--format", "jsonl")
}

func TestSplitStaysSplit(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	night(t, db, says12, says14)
	before := everyFact(t, db)
	f := drowned(t, db)
	out := done(t, "split", f.ID, "Island News", "--db", db, "--by", "ana", "--why", "counts the crew too")
	fs := onPassengers(t, db)
	if len(fs) != 2 || fs[0].Verdict == reconcile.Conflict || fs[1].Verdict == reconcile.Conflict || len(fs[0].Rulings) != 1 || len(fs[1].Rulings) != 1 {
		t.Fatalf("%s: got %d facts: %+v", out, len(fs), fs)
	}
	if !strings.Contains(out, fs[0].ID) || !strings.Contains(out, fs[1].ID) || fs[0].ID != f.ID && fs[1].ID != f.ID {
		t.Errorf("%q does not name both facts, of which the one that holds the first claim keeps its id", out)
	}
	// Later nights: an older article, and new versions of both, whose words stand elsewhere.
	night(t, db, ferryArticle("dawn", "2026-05-02", "Police said that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday."))
	moved := strings.NewReplacer(`"text":"`, `"text":"Ships went out at once.\n\n`, `05-03"`, `05-03T20:00:00Z"`)
	night(t, db, moved.Replace(says12), moved.Replace(says14))
	for _, f := range onPassengers(t, db) {
		if f.Verdict == reconcile.Conflict {
			t.Errorf("what was split is together again: %+v", f.Values)
		}
	}
	done(t, "verify", "--db", db)
	// A brief is of the night, not of the ruling that came after it.
	if out := done(t, "brief", "--db", db); !strings.HasPrefix(out, "2 articles seen") {
		t.Errorf("the brief begins %.40q", out)
	}
	two := filepath.Join(t.TempDir(), "s.db")
	night(t, two, says12, says14)
	done(t, "split", f.ID, "14", "--db", two)
	done(t, "unrule", "1", "--db", two)
	if got := everyFact(t, two); got != before {
		t.Errorf("undone, the facts are\n%s\nbefore\n%s", got, before)
	}
}

func TestMergeStaysMerged(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	children := ferryArticle("evening", "2026-05-03", "Police said on Sunday that nine children drowned when the ferry Marigold sank off Port Ellis on Saturday.")
	night(t, db, says12, children)
	before := everyFact(t, db)
	fs := factsOf(t, "facts", "--db", db)
	if len(fs) != 2 || fs[0].Story.ID != fs[1].Story.ID {
		t.Fatalf("this test wants two facts of one story: %s", before)
	}
	done(t, "merge", fs[0].ID, fs[1].ID, "--db", db, "--by", "ana")
	night(t, db, ferryArticle("dawn", "2026-05-02", "Police said that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday."))
	merged := factsOf(t, "facts", "--db", db)
	if len(merged) != 1 || len(merged[0].Values) < 2 || len(merged[0].Rulings) != 1 || merged[0].Rulings[0].Kind != "merge" {
		t.Fatalf("got %+v", merged)
	}
	if code, _, stderr := crosstally("", "merge", merged[0].ID, merged[0].ID, "--db", db); code != exitNothing || !strings.Contains(stderr, "one fact") {
		t.Errorf("a fact merged with itself: code %d, %s", code, stderr)
	}
	done(t, "unrule", "1", "--db", db)
	if got := factsOf(t, "facts", "--db", db); len(got) != 2 {
		t.Errorf("undone, there are %d facts", len(got))
	}
}

// Rulings bind whatever the order of nights, and of ruling and night.
func TestSplitDoesNotDependOnNights(t *testing.T) {
	more := ferryArticle("morning", "2026-05-04", "The coastguard said on Sunday that 14 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday. Divers went on searching.")
	one := filepath.Join(t.TempDir(), "s.db")
	night(t, one, says12, says14)
	done(t, "split", drowned(t, one).ID, "14", "--db", one)
	night(t, one, more)
	from, err := store.Open(one)
	if err != nil {
		t.Fatal(err)
	}
	rs, err := from.Rulings()
	if err != nil || len(rs) != 1 {
		t.Fatalf("%v, %v", rs, err)
	}
	two := filepath.Join(t.TempDir(), "s.db")
	to, err := store.Create(two, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Rule(rs[0]); err != nil {
		t.Fatal(err)
	}
	to.Close()
	night(t, two, more, says14)
	night(t, two, says12)
	if a, b := everyFact(t, one), everyFact(t, two); a != b || strings.Count(a, `"kind":"split"`) != 2 {
		t.Errorf("the facts differ:\n%s\n%s", a, b)
	}
}

// TestNamesBringSpellingsTogether reads one man in two spellings, and his family name alone, and says why they are one.
func TestNamesBringSpellingsTogether(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	night(t, db,
		ferryArticle("harbour", "2026-05-03", "Harbour master Hatem Idriss said on Sunday that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday."),
		ferryArticle("island", "2026-05-03", "Harbour master Hatim Idris said on Sunday that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday."))
	out := done(t, "names", "--db", db, "--format", "jsonl")
	if want := `"name":"Hatem Idriss","type":"PERSON","variants":["Hatim Idris"],"merges":[{"forms":["Hatem Idriss","Hatim Idris"],"reason":"spellings of one sound"}],"articles":2,"mentions":2`; !strings.Contains(out, want) {
		t.Errorf("names has no line with %s:\n%s", want, out)
	}
	done(t, "names", "split", "Hatem Idriss", "Hatim Idris", "--db", db, "--by", "ana")
	if out := done(t, "names", "--db", db, "--format", "jsonl"); strings.Count(out, "Idris") != 2 || strings.Contains(out, "spellings") {
		t.Errorf("ruled two, they are not two:\n%s", out)
	}
}

func TestNamesAreRuledOneAndTwo(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	a := ferryArticle("harbour", "2026-05-03", "Harbour master Ivo Brandt said on Sunday that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday.")
	b := ferryArticle("island", "2026-05-03", "Harbour master Yves Prantl said on Sunday that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday.")
	night(t, db, a, b)
	before := everyFact(t, db)
	if f := drowned(t, db); f.IndependentSources != 2 {
		t.Fatalf("this test wants two origins, got %d", f.IndependentSources)
	}
	done(t, "names", "merge", "Ivo Brandt", "Yves Prantl", "--db", db, "--by", "ana")
	if f := drowned(t, db); f.IndependentSources != 1 {
		t.Errorf("one man gives two origins: %d", f.IndependentSources)
	}
	if out := done(t, "names", "--db", db); strings.Count(out, "Yves Prantl") != 1 {
		t.Errorf("names lists the second as a name of its own:\n%s", out)
	}
	for _, args := range [][]string{{"merge", "Ivo Brandt", "Yves Prantl"}, {"split", "Yves Prantl"}} {
		if code, _, stderr := crosstally("", append([]string{"names", "--db", db}, args...)...); code == exitDone || !strings.Contains(stderr, "unrule 1") && !strings.Contains(stderr, "--help") {
			t.Errorf("%v: code %d, %s", args, code, stderr)
		}
	}
	for _, args := range [][]string{{"merge", "Ivo Brandt", "Yves Prantl"}, {"split", "Yves Prantl"}} {
		if code, _, stderr := crosstally("", append(append([]string{"names"}, args...), "--db", db)...); code != exitNothing || !strings.Contains(stderr, "unrule 1") {
			t.Errorf("%v: code %d, %s", args, code, stderr)
		}
	}
	done(t, "unrule", "1", "--db", db)
	if got := everyFact(t, db); got != before {
		t.Errorf("undone, the facts are\n%s\nbefore\n%s", got, before)
	}
	if code, _, stderr := crosstally("", "names", "merge", "Ivo Brandt", "Nobody Known", "--db", db); code != exitNothing || !strings.Contains(stderr, "Nobody Known") {
		t.Errorf("an unknown name: code %d, %s", code, stderr)
	}
}
