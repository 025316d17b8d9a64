package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"crosstally/pipeline"
)

// The fields that users' scripts read, and what JSON holds there: s string, n number or null, b bool, l list, o object or null, x string or null.
var (
	articleFields = "url:s source:s title:s byline:l published:x modified:x language:s text:s syndicated_from:o names:l dates:l counts:l"
	nameFields    = "text:s start:n end:n field:s type:s name:s role:x"
	dateFields    = "text:s start:n end:n field:s kind:s value:x"
	countFields   = "text:s start:n end:n field:s quote:s value:n lower:n upper:n approximate:b unit:x object:x predicate:x place:x event_date:x as_of:x attribution:x attribution_text:x speaker:x modality:s rule:s"
	factFields    = "id:s story:o question:s unit:x object:x predicate:x place:x verdict:s why:s independent_sources:n values:l changes:l checks:l"
	valueFields   = "value:n lower:n upper:n approximate:b as_of:x modality:s sources:l"
	sourceFields  = "source:s url:s published:x quote:s text:s start:n end:n field:s attribution:x attribution_text:x speaker:x copied_from:x"
)

// holds says which of the fields are missing from the object or of another type; x and n fields may be left out.
func holds(o map[string]any, fields string) error {
	for _, f := range strings.Fields(fields) {
		name, want, _ := strings.Cut(f, ":")
		got := "null"
		switch o[name].(type) {
		case string:
			got = "s"
		case float64:
			got = "n"
		case bool:
			got = "b"
		case []any:
			got = "l"
		case map[string]any:
			got = "o"
		}
		if got == "s" && want == "x" {
			got = "x"
		}
		if got != want && (got != "null" || !strings.Contains("nxo", want)) {
			return fmt.Errorf("%s is %s, not %s", name, got, want)
		}
	}
	return nil
}

// lines decodes JSON lines.
func lines(t *testing.T, jsonl string) (out []map[string]any) {
	t.Helper()
	for l := range strings.Lines(jsonl) {
		var o map[string]any
		if err := json.Unmarshal([]byte(l), &o); err != nil {
			t.Fatalf("%v in %s", err, l)
		}
		out = append(out, o)
	}
	return out
}

// each checks every object of a list.
func each(t *testing.T, what string, list any, fields string) (objects []map[string]any) {
	t.Helper()
	for _, x := range list.([]any) {
		if err := holds(x.(map[string]any), fields); err != nil {
			t.Errorf("%s: %v in %v", what, err, x)
		}
		objects = append(objects, x.(map[string]any))
	}
	if len(objects) == 0 {
		t.Errorf("no %s to check", what)
	}
	return objects
}

func TestExtractKeepsItsShape(t *testing.T) {
	_, out, _ := crosstally(ferry, "extract", "-")
	for _, a := range lines(t, out) {
		if err := holds(a, articleFields); err != nil {
			t.Error(err)
		}
		each(t, "names", a["names"], nameFields)
		each(t, "dates", a["dates"], dateFields)
		each(t, "counts", a["counts"], countFields)
	}
}

func TestFactsKeepTheirShape(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	_, out, _ := crosstally("", "facts", "--db", db, "--format", "jsonl")
	facts := lines(t, out)
	if len(facts) == 0 {
		t.Fatal("no fact to check")
	}
	for _, f := range facts {
		if err := holds(f, factFields); err != nil {
			t.Error(err)
		}
		for _, v := range each(t, "values", f["values"], valueFields) {
			each(t, "sources", v["sources"], sourceFields)
		}
	}
}

func TestExplainNamesRulesAndTheirVersion(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	_, out, _ := crosstally("", "facts", "--db", db, "--format", "jsonl")
	id, _ := lines(t, out)[0]["id"].(string)
	_, out, stderr := crosstally("", "explain", "--db", db, "--format", "jsonl", id)
	f := lines(t, out)[0]
	versions, _ := f["rule_versions"].(map[string]any)
	for _, v := range each(t, "values", f["values"], valueFields) {
		for _, src := range each(t, "sources", v["sources"], sourceFields) {
			if url, _ := src["url"].(string); src["rule"] == "" || versions[url] != pipeline.Version() {
				t.Errorf("rule %v of version %v; %s", src["rule"], versions[url], stderr)
			}
		}
	}
	if _, out, _ = crosstally("", "explain", "--db", db, id); !strings.Contains(out, "of version "+pipeline.Version()) {
		t.Errorf("got %s", out)
	}
}

func TestWhatPrintsPrintsJSON(t *testing.T) {
	db := filepath.Join(t.TempDir(), "s.db")
	crosstally(ferry, "ingest", "--db", db, "-")
	_, out, _ := crosstally("", "facts", "--db", db, "--format", "jsonl")
	id, _ := lines(t, out)[0]["id"].(string)
	for _, command := range []string{"facts", "conflicts", "brief", "show " + id, "explain " + id, "stories", "sources", "names", "verify", "stats", "forgotten", "reextract", "edits", "rulings", "sources --feeds", "compact"} {
		for _, format := range []string{"json", "jsonl"} {
			code, out, stderr := crosstally("", append(strings.Fields(command), "--db", db, "--format", format)...)
			if code != exitDone || stderr != "" {
				t.Errorf("%s --format %s: code %d, %s", command, format, code, stderr)
			}
			if format == "json" && !json.Valid([]byte(out)) {
				t.Errorf("%s --format json is no JSON: %s", command, out)
			}
			if format == "jsonl" {
				lines(t, out)
			}
		}
	}
	dir := t.TempDir()
	for _, c := range []struct {
		args   []string
		fields string
	}{
		{[]string{"version"}, "version:s"},
		{[]string{"compact", "--db", db}, "before:n after:n"},
		{[]string{"backup", filepath.Join(dir, "b.db"), "--db", db}, "file:s bytes:n"},
		{[]string{"salvage", db, filepath.Join(dir, "s.db")}, "file:s articles:n rulings:n takedowns:n runs:n"},
		{[]string{"rule", id, "note", "seen", "--by", "ana", "--db", db}, "id:n kind:s fact:s question:s by:s when:s facts:l"},
		{[]string{"forget", "Island Post", "--why", "asked", "--db", db}, "url:s source:s when:s why:s"},
	} {
		out := done(t, append(c.args, "--format", "jsonl")...)
		for _, o := range lines(t, out) {
			if err := holds(o, c.fields); err != nil {
				t.Errorf("%s: %v in %s", c.args[0], err, out)
			}
		}
		if out == "" {
			t.Errorf("%s prints nothing", c.args[0])
		}
	}
}
