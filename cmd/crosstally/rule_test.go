package main

import (
	"crosstally/pipeline/lists"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// ferryArticle is one article on the same ferry.
func ferryArticle(host, published, text string) string {
	return fmt.Sprintf(`{"url":"https://%s.example/ferry","source":"%s","published":"%s","title":"Ferry sinks off Port Ellis","text":%q}`+"\n", host, strings.ToUpper(host[:1])+host[1:]+" News", published, text)
}

var (
	says12 = ferryArticle("harbour", "2026-05-03", "Police said on Sunday that 12 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday.")
	says14 = ferryArticle("island", "2026-05-03", "The coastguard said on Sunday that 14 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday.")
)

// night ingests articles in a run of its own.
func night(t *testing.T, db string, articles ...string) {
	t.Helper()
	if code, _, stderr := crosstally(strings.Join(articles, ""), "ingest", "--db", db, "-"); code != exitDone {
		t.Fatal(stderr)
	}
}

func factsOf(t *testing.T, args ...string) []reconcile.Fact {
	t.Helper()
	_, out, stderr := crosstally("", append(args, "--format", "json")...)
	var fs []reconcile.Fact
	if err := json.Unmarshal([]byte(out), &fs); err != nil {
		t.Fatalf("%v: %v: %s%s", args, err, out, stderr)
	}
	return fs
}

// drowned returns the fact on the drowned, which is a conflict.
func drowned(t *testing.T, db string) reconcile.Fact {
	t.Helper()
	for _, f := range factsOf(t, "facts", "--db", db) {
		if strings.Contains(f.Question, "passengers") {
			return f
		}
	}
	t.Fatal("no fact on the passengers")
	return reconcile.Fact{}
}

func ruledStore(t *testing.T, ruling ...string) (db string, f reconcile.Fact) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "s.db")
	night(t, db, says12, says14)
	if f = drowned(t, db); f.Verdict != reconcile.Conflict {
		t.Fatalf("the story makes %s, these tests want a conflict: %+v", f.Verdict, f)
	}
	rule(t, db, f.ID, ruling...)
	return db, f
}

func rule(t *testing.T, db, fact string, ruling ...string) {
	t.Helper()
	if code, _, stderr := crosstally("", append([]string{"rule", "--db", db, "--by", "ana", "--why", "asked the harbour", fact}, ruling...)...); code != exitDone {
		t.Fatalf("rule %v: %s", ruling, stderr)
	}
}

func TestDismissedConflictRaisesNoAlarmUntilAnotherComes(t *testing.T) {
	db, was := ruledStore(t, "not-a-conflict")
	quiet := func(when string) {
		t.Helper()
		for _, args := range [][]string{{"conflicts", "--fail-on", "conflict"}, {"brief", "--since", "0", "--fail-on", "conflict"}} {
			if code, out, stderr := crosstally("", append(args, "--db", db)...); code != exitDone {
				t.Errorf("%s: %v exits with %d: %s%s", when, args, code, out, stderr)
			}
		}
		if n := len(factsOf(t, "conflicts", "--db", db)) + len(factsOf(t, "facts", "--verdict", "conflict", "--db", db)); n != 0 {
			t.Errorf("%s: %d conflicts listed", when, n)
		}
		f := drowned(t, db)
		if f.Verdict != reconcile.Conflict || len(f.Rulings) != 1 || f.Rulings[0].By != "ana" || f.Rulings[0].Why != "asked the harbour" {
			t.Errorf("%s: verdict %s with rulings %+v", when, f.Verdict, f.Rulings)
		}
	}
	quiet("at once")
	if f := drowned(t, db); f.ID != was.ID || f.Why != was.Why {
		t.Error("a ruling changed the fact")
	}
	night(t, db, ferryArticle("morning", "2026-05-03", "At least 14 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday, the coastguard said on Sunday."))
	quiet("after a night that repeats")
	if n := len(factsOf(t, "conflicts", "--dismissed", "--db", db)); n != 1 {
		t.Errorf("--dismissed lists %d, want 1", n)
	}
	night(t, db, ferryArticle("evening", "2026-05-03", "The harbour master said on Sunday that 19 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday."))
	code, _, _ := crosstally("", "conflicts", "--db", db, "--fail-on", "conflict")
	if f := drowned(t, db); code != exitConflict || len(f.Rulings) != 1 || len(f.Rulings[0].OvertakenBy) != 1 || f.Rulings[0].OvertakenBy[0] != "19" {
		t.Errorf("a new clash: exit code %d, rulings %+v", code, f.Rulings)
	}
}

func TestRepeatedRejectIsShownOnTheNightItComes(t *testing.T) {
	db, f := ruledStore(t, "reject", "14")
	if f := drowned(t, db); len(f.Rulings) != 1 || len(f.Rulings[0].RepeatedBy) != 0 {
		t.Errorf("who was rejected does not repeat: %+v", f.Rulings)
	}
	repeated := func() (b lists.Brief) {
		t.Helper()
		_, out, _ := crosstally("", "brief", "--db", db, "--format", "jsonl")
		if err := json.Unmarshal([]byte(out), &b); err != nil {
			t.Fatal(err)
		}
		return b
	}
	night(t, db, ferryArticle("morning", "2026-05-04", "The coastguard said on Sunday that 14 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday. Divers went on searching."))
	if b := repeated(); len(b.Repeated) != 1 || b.Repeated[0].Source != "Morning News" || b.Repeated[0].Figure != "14" {
		t.Errorf("brief says %+v", b.Repeated)
	}
	if _, out, _ := crosstally("", "show", "--db", db, f.ID); !strings.Contains(out, "Repeated since by Morning News") {
		t.Errorf("show does not name who repeats:\n%s", out)
	}
	if _, out, _ := crosstally("", "brief", "--db", db); !strings.Contains(out, "Rejected figures repeated") {
		t.Errorf("the brief does not say it:\n%s", out)
	}
}

func TestRulingsAreCarriedAlong(t *testing.T) {
	db, was := ruledStore(t, "accept", "14")
	// An article of the day before gives the fact another id.
	night(t, db, ferryArticle("dawn", "2026-05-02", "The coastguard said that 14 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday."))
	f := drowned(t, db)
	if f.ID == was.ID {
		t.Error("the fact kept its id: the test shows nothing")
	}
	if len(f.Rulings) != 1 || f.Rulings[0].Figure != "14" {
		t.Errorf("the ruling is not on the fact that grew: %+v", f.Rulings)
	}
	// Both articles get a new version, in which the words stand elsewhere.
	moved := func(a string) string {
		return strings.NewReplacer(`"text":"`, `"text":"Ships went out at once.\n\n`, `05-03"`, `05-03T20:00:00Z"`).Replace(a)
	}
	night(t, db, moved(says12), moved(says14))
	f = drowned(t, db)
	if len(f.Rulings) != 1 {
		t.Errorf("after new versions the rulings are %+v", f.Rulings)
	}
	if _, out, _ := crosstally("", "rulings", "--db", db); !strings.Contains(out, f.ID) {
		t.Errorf("'rulings' does not name the fact:\n%s", out)
	}
	if _, out, _ := crosstally("", "explain", "--db", db, f.ID); !strings.Contains(out, "accept 14") {
		t.Errorf("'explain' does not say it:\n%s", out)
	}
	if code, _, stderr := crosstally("", "verify", "--db", db); code != exitDone {
		t.Error(stderr)
	}
}

func TestRulingsAreTakenBackAndKept(t *testing.T) {
	db, f := ruledStore(t, "not-a-conflict")
	rule(t, db, f.ID, "note", "call", "the", "owner")
	if code, _, stderr := crosstally("", "unrule", "1", "--db", db, "--by", "ben", "--why", "too soon"); code != exitDone {
		t.Fatal(stderr)
	}
	if n := len(factsOf(t, "conflicts", "--db", db)); n != 1 {
		t.Errorf("%d conflicts after the dismissal was undone", n)
	}
	if f := drowned(t, db); len(f.Rulings) != 1 || f.Rulings[0].Note != "call the owner" {
		t.Errorf("got %+v, want the note alone", f.Rulings)
	}
	_, out, _ := crosstally("", "rulings", "--db", db, "--format", "json")
	var list []listedRuling
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != 2 || list[0].Undone == nil || list[0].Undone.By != "ben" || list[0].Undone.Why != "too soon" || len(list[0].Facts) != 0 || len(list[1].Facts) != 1 {
		t.Errorf("%v: %s", err, out)
	}
	if code, _, _ := crosstally("", "rule", "--db", db, "--undo", "2"); code != exitDone {
		t.Error("rule --undo fails")
	}
}

func TestBadRulingsSayWhatIsWrong(t *testing.T) {
	db, f := ruledStore(t, "accept", "14")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"rule", f.ID, "accept", "77"}, exitNothing, "the figures are 12, 14"},
		{[]string{"rule", f.ID, "accept", "12"}, exitNothing, "crosstally unrule 1"},
		{[]string{"rule", f.ID, "reject", "14"}, exitNothing, "crosstally unrule 1"},
		{[]string{"rule", f.ID, "accept"}, exitUsage, "accept VALUE"},
		{[]string{"rule", f.ID, "ponder"}, exitUsage, "ponder"},
		{[]string{"rule", f.ID, "not-a-conflict", "because"}, exitUsage, "note TEXT"},
		{[]string{"rule", f.ID}, exitUsage, "wants a fact"},
		{[]string{"rule", "ffffffff", "note", "x"}, exitNothing, "no such fact"},
		{[]string{"unrule", "9"}, exitNothing, "crosstally rulings"},
		{[]string{"unrule", "x"}, exitUsage, "crosstally rulings"},
	} {
		if code, _, stderr := crosstally("", append(c.args, "--db", db)...); code != c.code || !strings.Contains(stderr, c.says) {
			t.Errorf("%v: code %d, want %d; %q lacks %q", c.args, code, c.code, stderr, c.says)
		}
	}
}

// The same articles and rulings give the same bytes, whatever the nights.
func TestRulingsDoNotDependOnNights(t *testing.T) {
	more := ferryArticle("morning", "2026-05-04", "The coastguard said on Sunday that 14 passengers drowned when the ferry Marigold sank off Port Ellis on Saturday. Divers went on searching.")
	one, _ := ruledStore(t, "reject", "14")
	night(t, one, more)
	two := filepath.Join(t.TempDir(), "s.db")
	night(t, two, more)
	night(t, two, says14, says12)
	from, err := store.Open(one)
	if err != nil {
		t.Fatal(err)
	}
	rs, err := from.Rulings()
	if err != nil || len(rs) != 1 {
		t.Fatalf("%v, %v", rs, err)
	}
	to, err := store.Create(two, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Rule(rs[0]); err != nil {
		t.Fatal(err)
	}
	to.Close()
	_, a, _ := crosstally("", "facts", "--db", one, "--format", "jsonl")
	_, b, _ := crosstally("", "facts", "--db", two, "--format", "jsonl")
	if a != b || !strings.Contains(a, "repeated_by") {
		t.Errorf("the facts differ:\n%s\n%s", a, b)
	}
}
