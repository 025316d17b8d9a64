package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosstally/store"
)

// crosstally runs a command line and returns its exit code and what it printed.
func crosstally(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errw bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(stdin), &out, &errw)
	return code, out.String(), errw.String()
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const ferry = `{"url":"https://a.example/ferry","source":"Harbour News","published":"2026-05-03","title":"Ferry sinks off Port Ellis","text":"At least 12 people died when a ferry sank off Port Ellis on Saturday, police said."}
{"url":"https://b.example/ferry","source":"Island Post","published":"2026-05-03","title":"Ferry sinks off Port Ellis","text":"A ferry sank off Port Ellis on Saturday, killing 14 people, the coastguard said."}
`

func TestBadInputIsOneLineWithTheRemedy(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	html := write(t, "page.xml", "<!doctype html><html><head><title>Shop</title></head><body></body></html>")
	emptyFeed := write(t, "empty.xml", `<rss version="2.0"><channel><title>Quiet</title></channel></rss>`)
	broken := write(t, "broken.jsonl", ferry+"{\"url\": nope}\n")
	foreign := write(t, "foreign.db", strings.Repeat("not a store\n", 2000))
	lost := write(t, "lost.db", "")
	stored := ferryStore(t)
	noWARC := write(t, "a.warc", "no record\n")
	nowhere := filepath.Join(t.TempDir(), "none", "out.json")
	for _, c := range []struct {
		name string
		args []string
		code int
		says []string
	}{
		{"missing file", []string{"ingest", "--db", db, "no/such/feed.xml"}, exitNothing, []string{"no/such/feed.xml", "no such file"}},
		{"empty feed", []string{"ingest", "--db", db, emptyFeed}, exitNothing, []string{emptyFeed, "no entries"}},
		{"page without an article", []string{"ingest", "--db", db, html}, exitNothing, []string{html}},
		{"broken line among good ones", []string{"ingest", "--db", db, broken}, exitPartial, []string{broken + ":3", "skipped"}},
		{"unknown flag", []string{"facts", "--colour"}, exitUsage, []string{"--colour", "facts --help"}},
		{"unknown command", []string{"fatcs"}, exitUsage, []string{`"fatcs"`, "did you mean facts", "crosstally help"}},
		{"unknown command with a flag", []string{"fatcs", "--db", "a.db"}, exitUsage, []string{`"fatcs"`, "did you mean facts"}},
		{"nothing like a command", []string{"xyzzy"}, exitUsage, []string{`"xyzzy"; 'crosstally help'`}},
		{"unknown format", []string{"facts", "--format", "xml"}, exitUsage, []string{`"xml"`, "jsonl"}},
		{"unknown verdict", []string{"facts", "--verdict", "maybe"}, exitUsage, []string{`"maybe"`, "conflict"}},
		{"number that is none", []string{"facts", "--min-sources", "two"}, exitUsage, []string{`--min-sources "two": a whole number`, "facts --help"}},
		{"number below zero", []string{"facts", "--min-sources", "-1"}, exitUsage, []string{"--min-sources -1", "below zero"}},
		{"time that is none", []string{"ingest", "--wait", "soon", broken}, exitUsage, []string{`--wait "soon"`, "90s"}},
		{"time below zero", []string{"ingest", "--db", db, "--delay", "-1s", broken}, exitUsage, []string{"--delay -1s", "below zero", "ingest --help"}},
		{"workers below zero", []string{"extract", "--workers", "-2", broken}, exitUsage, []string{"--workers -2", "below zero"}},
		{"time to wait below zero", []string{"ingest", "--db", db, "--wait", "-1m", broken}, exitUsage, []string{"--wait -1m0s", "below zero"}},
		{"unknown shell", []string{"completion", "fsh"}, exitUsage, []string{`"fsh"`, "bash, zsh, fish or powershell"}},
		{"shell and more", []string{"completion", "fish", "x"}, exitUsage, []string{"completion fish", "no argument"}},
		{"help for what is no command", []string{"help", "fatcs"}, exitUsage, []string{`"fatcs"`, "did you mean facts"}},
		{"story that is not there", []string{"conflicts", "--db", stored, "--story", "0000"}, exitNothing, []string{`"0000"`, "crosstally stories"}},
		{"empty name", []string{"extract", ""}, exitNothing, []string{"its name is empty", "give a feed"}},
		{"first record that is none", []string{"extract", noWARC}, exitNothing, []string{noWARC + ": record 1: not a WARC record"}},
		{"folder of a report that is not there", []string{"ingest", "--db", filepath.Join(t.TempDir(), "s.db"), "--report", nowhere, broken}, exitNothing, []string{nowhere + ": no such file or directory", "folder that is there"}},
		{"no input", []string{"ingest", "--db", db}, exitUsage, []string{"wants an input"}},
		{"no store", []string{"facts", "--db", filepath.Join(t.TempDir(), "none.db")}, exitNothing, []string{"none.db", "ingest"}},
		{"not a store", []string{"facts", "--db", foreign}, exitStore, []string{foreign, "not a store"}},
		{"store that lost its bytes", []string{"facts", "--db", lost}, exitStore, []string{lost, "empty"}},
		{"folder that cannot be written", []string{"ingest", "--db", "/proc/none/s.db", broken}, exitNothing, []string{"/proc/none", "--db"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, stderr := crosstally("", c.args...)
			if code != c.code {
				t.Errorf("exit code %d, want %d; stderr: %s", code, c.code, stderr)
			}
			if strings.Count(strings.TrimSpace(stderr), "\n") > 0 {
				t.Errorf("more than one line on stderr: %s", stderr)
			}
			if strings.Contains(stderr, "strconv") || strings.Contains(stderr, ".new-") || strings.Contains(stderr, "before it are read") {
				t.Errorf("stderr %q has words of this program's inside", stderr)
			}
			for _, s := range c.says {
				if !strings.Contains(stderr, s) {
					t.Errorf("stderr %q lacks %q", stderr, s)
				}
			}
		})
	}
}

func TestIngestIsIdempotentAndAddsUp(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	for i, want := range []string{"2 seen: 2 stored, 0 duplicate, 0 refused", "2 seen: 0 stored, 2 duplicate, 0 refused"} {
		code, out, stderr := crosstally(ferry, "ingest", "--db", db, "-")
		if code != exitDone || strings.TrimSpace(out) != want {
			t.Errorf("run %d: code %d, got %q, want %q; stderr %s", i+1, code, out, want, stderr)
		}
	}
}

// What is asked of a store without an answer is not called an empty store, and one thing is not told of as of many.
func TestWordsFitWhatThereIs(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	if code, _, stderr := crosstally(strings.SplitAfter(ferry, "\n")[0], "ingest", "--db", db, "-"); code != exitDone {
		t.Fatal(stderr)
	}
	for command, want := range map[string]string{
		"sources --feeds": "No feed was read", "rulings": "Nothing is ruled yet", "forgotten": "Nothing is taken down", "conflicts": "No conflicts", "conflicts --predicate sing": "No such facts", "facts --predicate sing": "No such facts",
		"verify": "1 article, ", "reextract": "1 article read: 0 claims and 0 facts change",
	} {
		if out := done(t, append(strings.Fields(command), "--db", db)...); !strings.Contains(out, want) || strings.Contains(out, "Nothing is stored") {
			t.Errorf("%s prints %q, want %q", command, out, want)
		}
	}
	if out := done(t, "help", "facts"); !strings.Contains(out, "--verdict") {
		t.Errorf("help facts prints %s", out)
	}
	if out := done(t, "completion"); !strings.Contains(out, "powershell") {
		t.Errorf("completion prints %s", out)
	}
	if out := done(t, "completion", "bash"); !strings.Contains(out, "__crosstally") {
		t.Errorf("completion bash prints %s", out)
	}
}

func TestLockedStoreNamesItsHolder(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	if code, _, stderr := crosstally(ferry, "ingest", "--db", db, "-"); code != exitDone {
		t.Fatal(stderr)
	}
	st, err := store.Create(db, 0) // as a running ingest does
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if code, _, stderr := crosstally("", "facts", "--db", db); code != exitDone {
		t.Errorf("a reader beside a writer: code %d, %s", code, stderr)
	}
	code, _, stderr := crosstally(ferry, "ingest", "--db", db, "-")
	if code != exitStore || !strings.Contains(stderr, fmt.Sprintf("process %d", os.Getpid())) {
		t.Errorf("code %d, stderr %q: want %d and who holds the store", code, stderr, exitStore)
	}
}

func TestExtractPrintsSpansThatHold(t *testing.T) {
	code, out, stderr := crosstally(ferry, "extract", "-")
	if code != exitDone {
		t.Fatalf("code %d: %s", code, stderr)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 {
		t.Fatalf("got %d lines, want one for each article", len(lines))
	}
	for _, line := range lines {
		checkSpans(t, line)
	}
}

// A copy's figure has its origin's day where the run has both; printed at once, that of its own page.
func TestExtractDatesCopies(t *testing.T) {
	text := "Two barges collided in thick fog on the canal at Quorrik early in the morning and 12 people died, the harbour office said. Divers searched the hull of the smaller barge for hours and brought out the bodies of passengers who had been asleep below deck."
	in := fmt.Sprintf(`{"url":"https://b.example/1","source":"Bessnik Post","published":"2026-05-06","title":"Barges collide","text":%q}
{"url":"https://a.example/1","source":"Quorra Wire","published":"2026-05-05","title":"Barges collide","text":%q}
`, text, text)
	for _, x := range []struct{ flag, day string }{{"--workers=2", "2026-05-05"}, {"--at-once", "2026-05-06"}} {
		_, out, _ := crosstally(in, "extract", x.flag, "-")
		var first struct {
			URL    string
			Counts []struct {
				AsOf string `json:"as_of"`
			}
		}
		if err := json.NewDecoder(strings.NewReader(out)).Decode(&first); err != nil || first.URL != "https://b.example/1" || len(first.Counts) == 0 || first.Counts[0].AsOf != x.day {
			t.Errorf("%s: got %+v, %v, want the copy first, as of %s", x.flag, first, err, x.day)
		}
	}
}

// checkSpans asserts text[start:end] == text for every mention of one extract line.
func checkSpans(t *testing.T, line string) {
	t.Helper()
	type mention struct {
		Text, Field string
		Start, End  int
	}
	var x struct {
		Title, Text          string
		Names, Dates, Counts []mention
	}
	if err := json.Unmarshal([]byte(line), &x); err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]mention{x.Names, x.Dates, x.Counts} {
		for _, m := range list {
			field := x.Text
			if m.Field == "title" {
				field = x.Title
			}
			if m.Start < 0 || m.End > len(field) || m.Start > m.End || field[m.Start:m.End] != m.Text {
				t.Errorf("%s[%d:%d] is not %q", m.Field, m.Start, m.End, m.Text)
			}
		}
	}
}

// What a page wrote reaches a terminal as text, in every format.
func TestControlCharactersAreShownNotObeyed(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	evil := strings.NewReplacer("Harbour News", `\u001b]0;x\u0007\u009b2J`, "police said", `\u202egnp said`, "Ferry sinks", `=1+1`).Replace(ferry)
	if code, _, stderr := crosstally(evil, "ingest", "--db", db, "-"); code != exitDone {
		t.Fatal(stderr)
	}
	for _, args := range [][]string{{"facts"}, {"facts", "--format", "jsonl"}, {"facts", "--format", "json"}, {"facts", "--format", "csv"}, {"stories", "--format", "csv"}, {"sources"}, {"sources", "--format", "json"}, {"brief"}} {
		code, out, stderr := crosstally("", append(args, "--db", db)...)
		if code != exitDone || strings.ContainsAny(out, "\x1b\x07\u009b\u202e") || strings.Contains(out, "\n=") || strings.Contains(out, ",=") {
			t.Errorf("%v: code %d, %s, prints %q", args, code, stderr, out)
		}
	}
}

func TestFactsSinceARun(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	night(t, db, says12, strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(says12, "harbour", "valley"), "Ferry sinks off Port Ellis", "Mine at Gull Ridge falls in"), "passengers drowned when the ferry Marigold sank off Port Ellis", "miners died when a shaft fell in at Gull Ridge"))
	night(t, db, says14)
	all, fresh := factsOf(t, "facts", "--db", db), factsOf(t, "facts", "--db", db, "--since", "1")
	if len(fresh) != 1 || fresh[0].ID != drowned(t, db).ID || len(all) < 2 && len(all) == len(fresh) {
		t.Errorf("%d facts, %d since run 1: %+v", len(all), len(fresh), fresh)
	}
	if code, _, stderr := crosstally("", "facts", "--db", db, "--since", "whenever"); code != exitUsage || !strings.Contains(stderr, "whenever") {
		t.Errorf("got %d, %s", code, stderr)
	}
	if out := done(t, "export", "--db", db, "--since", "1"); out == "" || strings.Count(out, fresh[0].ID) != strings.Count(out, "\n") {
		t.Errorf("an export since run 1 has\n%s\nwant rows of %s alone", out, fresh[0].ID)
	}
	if code, _, stderr := crosstally("", "export", "--db", "none.db", "--since", "whenever"); code != exitUsage || !strings.Contains(stderr, "whenever") {
		t.Errorf("got %d, %s", code, stderr)
	}
	_, out, _ := crosstally("", "show", "--db", db, drowned(t, db).ID, "--format", "jsonl")
	if h := lines(t, out)[0]["history"].([]any); len(h) != 2 || h[0].(map[string]any)["first_seen"] == "" {
		t.Errorf("history %v, want two figures with the time that they came", h)
	}
}

// A name finds what has its words whole, and what another spelling of it in the same story stands in.
func TestFactsByName(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	if code, _, stderr := crosstally(`{"url":"https://a.example/1","source":"Harbour News","published":"2026-05-03","title":"Ferry sinks off Port Ellis","text":"Harbour master Anselm Odergard gave the news. Odergard said on Sunday that 12 passengers drowned when the ferry Marigold sank off Port Ellis. The coastguard took 31 people ashore at Grand Harbour."}
`, "ingest", "--db", db, "-"); code != exitDone {
		t.Fatal(stderr)
	}
	for name, want := range map[string]bool{"Odergard": true, "anselm odergard": true, "Anselm": true, "Odergard's": true, "Oder": false, "gard": false, "Odergard Anselm": false, "Port": true, "por": false, "!?": false} {
		for _, of := range [][]string{{"facts", "--format", "jsonl"}, {"export"}} {
			out := done(t, append(of, "--db", db, "--name", name)...)
			if got := strings.Contains(out, "12 passengers"); got != want {
				t.Errorf("%s --name %q finds the drowned: %v, want %v", of[0], name, got, want)
			}
		}
	}
	if out := done(t, "facts", "--format", "jsonl", "--db", db, "--name", "Anselm Odergard"); strings.Contains(out, "31 people") {
		t.Errorf("a fact that does not name him is found by his name:\n%s", out)
	}
}
