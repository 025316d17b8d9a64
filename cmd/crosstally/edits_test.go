package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline/intake"
	"crosstally/store"
)

func TestEditsTellWhichNumberChanged(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	first := `{"url":"https://a.example/storm","source":"Harbour News","published":"2026-05-03","title":"Storm hits Port Ellis","text":"The storm killed 8 people in Port Ellis, police said."}` + "\n"
	reworded := strings.Replace(first, "The storm killed 8 people in Port Ellis, police said.", "In Port Ellis the storm killed 8 people, according to police.", 1)
	risen := strings.Replace(first, "killed 8 people", "killed 9 people", 1)
	ingest := func(in string) {
		t.Helper()
		if code, _, stderr := crosstally(in, "ingest", "--db", db, "-"); code != exitDone {
			t.Fatal(stderr)
		}
	}
	ingest(first)
	ingest(reworded)
	if _, out, _ := crosstally("", "edits", "--db", db); !strings.HasPrefix(out, "No number") {
		t.Errorf("other words alone: %s", out)
	}
	ingest(risen)
	code, out, stderr := crosstally("", "edits", "--db", db)
	if code != exitDone || !strings.Contains(out, "8 -> 9  (person die)") || !strings.Contains(out, "https://a.example/storm") {
		t.Errorf("code %d, %s, %s", code, out, stderr)
	}
	_, out, _ = crosstally("", "edits", "--db", db, "--format", "jsonl")
	rows := lines(t, out)
	if len(rows) != 1 || rows[0]["seen"] == nil || rows[0]["withdrawn"] != nil || len(rows[0]["changes"].([]any)) != 1 {
		t.Errorf("rows %v", rows)
	}
}

func TestWithdrawnArticlesAreShownWithTheirClaims(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	st, err := store.Create(db, 0)
	if err != nil {
		t.Fatal(err)
	}
	gone := &intake.Withdrawal{Status: 410, When: time.Date(2026, 5, 5, 2, 15, 0, 0, time.UTC)}
	if err := st.Remember([]intake.Note{{Key: intake.GonePrefix + "https://a.example/ferry", Kind: intake.GoneNote, Gone: gone}}); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := crosstally("", "edits", "--db", db); !strings.Contains(out, "withdrawn: the page answered 410 on 2026-05-05") || !strings.Contains(out, "Ferry sinks off Port Ellis") {
		t.Errorf("edits: %s", out)
	}
	_, out, _ := crosstally("", "facts", "--db", db, "--format", "jsonl")
	id := lines(t, out)[0]["id"].(string)
	if _, out, _ := crosstally("", "show", "--db", db, id); strings.Count(out, "withdrawn: the page answered 410") != 1 {
		t.Errorf("show: %s", out)
	}
}
