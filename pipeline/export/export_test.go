package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	goparquet "github.com/fraugster/parquet-go"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/foreign"
	"crosstally/pipeline/reconcile"
)

// evil is what a page may carry to be run by a browser, a terminal, a spreadsheet or a database.
const evil = "=HYPERLINK(\"https://x.example\")\x1b]0;x\x07\u202e<script>alert(1)</script>');DROP TABLE mention;--\n\"q\""

// input is what the pipeline makes of three articles, one of which has hostile names.
func input(t *testing.T) Input {
	t.Helper()
	var readings []claim.Reading
	for _, r := range []article.Record{
		{URL: "https://a.example/ferry", Source: "Harbour News", Published: "2026-05-03", Title: "Ferry sinks off Port Ellis", Text: "At least 12 people died when a ferry sank off Port Ellis on Saturday, police said. About 300 people were rescued."},
		{URL: "https://b.example/ferry", Source: "Island Post", Published: "2026-05-03T18:00:00+02:00", Title: "Ferry sinks off Port Ellis", Text: "A ferry sank off Port Ellis on Saturday, killing 14 people, the coastguard said. The owner denied that 14 people had died."},
		{URL: "javascript:alert(1)//", Source: evil, Published: "2026-05-04", Title: "Ferry sinks off Port Ellis " + evil, Text: "A ferry sank off Port Ellis on Saturday, killing 9 people, the harbour master said."},
	} {
		x, err := pipeline.Extract(r)
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, x)
	}
	rep := reconcile.Reconcile(readings)
	if len(rep.Facts) < 2 {
		t.Fatalf("got %d facts: without facts these tests would pass untested", len(rep.Facts))
	}
	return Input{Facts: Collect(rep.Facts), Version: "v0-test", Article: func(url string) (Article, error) {
		return Article{Fetched: "2026-05-05T02:15:00Z", Rules: "v0-test", Content: "c0ffee", TextHash: "beef"}, nil
	}}
}

func written(t *testing.T, format string, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func rows(t *testing.T, in Input) (out []Row) {
	t.Helper()
	if err := in.rows(func(r Row) error { out = append(out, r); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheSameBytesTwice(t *testing.T) {
	for _, f := range strings.Split(Formats, "|") {
		if a, b := written(t, f, input(t)), written(t, f, input(t)); !bytes.Equal(a, b) || len(a) == 0 {
			t.Errorf("%s: %d and %d bytes differ", f, len(a), len(b))
		}
	}
}

func TestRowsHoldTheEvidence(t *testing.T) {
	seen := false
	for _, r := range rows(t, input(t)) {
		if !strings.Contains(r.Quote, r.Text) || r.End-r.Start != len(r.Text) || r.Rule == "" || r.RuleVersion != "v0-test" || r.Fetched == "" || r.ContentHash != "c0ffee" {
			t.Errorf("got %+v", r)
		}
		seen = seen || r.Value == nil && r.Lower != nil && *r.Lower == 12
	}
	if !seen {
		t.Error("'at least 12' is in no row")
	}
}

func TestCSVReadsBack(t *testing.T) {
	in := input(t)
	doc := written(t, "csv", in)
	got, err := csv.NewReader(bytes.NewReader(doc)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := rows(t, in)
	if len(got) != len(want)+1 || !slices.Equal(got[0], columnNames()) {
		t.Fatalf("got %d lines under %v, want %d", len(got), got[0], len(want)+1)
	}
	quote := slices.Index(got[0], "quote")
	for i, r := range want {
		if want := foreign.Cell(r.Quote); got[i+1][quote] != want {
			t.Errorf("line %d: quote %q, want %q", i+1, got[i+1][quote], want)
		}
	}
	if sheet := spreadsheet(string(doc)); !reflect.DeepEqual(sheet, got) {
		t.Error("a spreadsheet reads other cells than encoding/csv")
	}
	for _, line := range got[1:] {
		for i, cell := range line {
			if formula(cell) {
				t.Errorf("column %s: the spreadsheet would run %q", got[0][i], cell)
			}
		}
	}
	if i := bytes.IndexAny(doc, "\x1b\x07\u202e"); i >= 0 {
		t.Errorf("an active character at byte %d", i)
	}
}

// spreadsheet reads CSV as spreadsheets do, character by character: a quote opens a cell only at its beginning, CR LF and LF end a line.
func spreadsheet(doc string) (out [][]string) {
	var line []string
	var cell strings.Builder
	quoted := false
	for i := 0; i < len(doc); i++ {
		switch c := doc[i]; {
		case quoted && c == '"' && i+1 < len(doc) && doc[i+1] == '"':
			cell.WriteByte('"')
			i++
		case quoted && c == '"':
			quoted = false
		case quoted:
			cell.WriteByte(c)
		case c == '"' && cell.Len() == 0:
			quoted = true
		case c == ',':
			line = append(line, cell.String())
			cell.Reset()
		case c == '\n':
			out = append(out, append(line, strings.TrimSuffix(cell.String(), "\r")))
			line = nil
			cell.Reset()
		default:
			cell.WriteByte(c)
		}
	}
	return out
}

// formula reports whether a spreadsheet calculates a cell.
func formula(cell string) bool {
	cell = strings.TrimLeft(cell, " \t\r\n\u00a0")
	if cell == "" || json.Valid([]byte(cell)) {
		return false
	}
	return strings.ContainsRune("=+-@＝＋－＠", []rune(cell)[0])
}

func TestJSONLinesReadBack(t *testing.T) {
	in := input(t)
	dec := json.NewDecoder(bytes.NewReader(written(t, "jsonl", in)))
	dec.DisallowUnknownFields()
	for i, want := range rows(t, in) {
		var got Row
		if err := dec.Decode(&got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("line %d: %v: got %+v, want %+v", i+1, err, got, want)
		}
	}
	if dec.More() {
		t.Error("there are more lines than rows")
	}
}

// Another reader than the one that wrote it finds every cell.
func TestParquetReadsBack(t *testing.T) {
	in := input(t)
	p, err := goparquet.NewFileReader(bytes.NewReader(written(t, "parquet", in)))
	if err != nil {
		t.Fatal(err)
	}
	want := rows(t, in)
	if p.NumRows() != int64(len(want)) {
		t.Fatalf("got %d rows, want %d", p.NumRows(), len(want))
	}
	for i, w := range want {
		got, err := p.NextRow()
		if err != nil {
			t.Fatal(err)
		}
		cells := w.cells()
		for k, name := range columnNames() {
			x := got[name]
			if b, ok := x.([]byte); ok {
				x = string(b)
			}
			if fmt.Sprint(x) != fmt.Sprint(cells[k]) {
				t.Errorf("row %d, %s: got %v, want %v", i, name, x, cells[k])
			}
		}
	}
}

// SQLite's own shell, or Python's, reads what the Go writer wrote.
func TestSQLiteReadsBack(t *testing.T) {
	in := input(t)
	path := filepath.Join(t.TempDir(), "facts.sqlite")
	if err := os.WriteFile(path, written(t, "sqlite", in), 0o644); err != nil {
		t.Fatal(err)
	}
	out := query(t, path, `SELECT json_array(fact, question, value, lower, approximate, source, url, quote, start, "end", rule_version) FROM mention ORDER BY rowid`)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	want := rows(t, in)
	if len(lines) != len(want) {
		t.Fatalf("got %d rows, want %d: %s", len(lines), len(want), out)
	}
	for i, w := range want {
		approximate := 0
		if w.Approximate {
			approximate = 1
		}
		var got, wanted []any
		doc, err := json.Marshal([]any{w.Fact, w.Question, w.Value, w.Lower, approximate, w.Source, w.URL, w.Quote, w.Start, w.End, w.RuleVersion})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(doc, &wanted); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil || !reflect.DeepEqual(got, wanted) {
			t.Errorf("row %d: %v: got %s, want %s", i, err, lines[i], doc)
		}
	}
	if got := strings.TrimSpace(query(t, path, "PRAGMA integrity_check")); got != "ok" {
		t.Errorf("integrity check: %s", got)
	}
}

// query asks a database with a reader of its own.
func query(t *testing.T, path, q string) string {
	t.Helper()
	py := "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(row[0])"
	for _, c := range []*exec.Cmd{exec.Command("sqlite3", path, q), exec.Command("python3", "-c", py, path, q)} {
		if c.Err != nil {
			continue
		}
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v: %s", c.Path, err, out)
		}
		return string(out)
	}
	t.Skip("skipped: neither sqlite3 nor python3 is installed to read the database back")
	return ""
}

func TestUnknownFormatNamesTheFormats(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "xml", Input{}); err == nil || !strings.Contains(err.Error(), "parquet") {
		t.Errorf("got %v", err)
	}
}
