package main

import (
	"encoding/json"
	"fmt"
	"html"
	"path/filepath"
	"strings"
	"testing"

	"crosstally/pipeline/foreign/foreigntest"
)

// hostile writes one record for each payload; each payload comes as title, publisher, address and in a sentence.
func hostile(t *testing.T, ps []string) string {
	t.Helper()
	var b strings.Builder
	ships := []string{"Marigold", "Kittiwake", "Bramling", "Sandpiper", "Corncrake", "Dunnock", "Fulmar", "Gannet", "Heron", "Lapwing"}
	for i := range ps {
		ship := ships[i%len(ships)] // many small stories
		at := func(k int) string { return ps[(i+k*len(ps)/4)%len(ps)] }
		rec, err := json.Marshal(map[string]string{"title": at(0), "source": at(1), "url": fmt.Sprintf("%s?%d", at(2), i), "published": "2026-05-03",
			"text": fmt.Sprintf("Mayor %s said on Sunday that %d people drowned when the ferry %s sank off Port %s, %s.", at(3), 3+i%4, ship, ship, at(3))})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(rec, '\n'))
	}
	return b.String()
}

func TestNoPayloadIsActive(t *testing.T) {
	ps := foreigntest.Payloads()
	if len(ps) < 300 {
		t.Fatalf("only %d payloads", len(ps))
	}
	db := filepath.Join(t.TempDir(), "s.db")
	run := func(args ...string) string {
		t.Helper()
		_, out, stderr := crosstally("", append(args, "--db", db)...)
		for stream, text := range map[string]string{"stdout": out, "stderr": stderr} {
			if fault := foreigntest.Terminal(text); fault != "" && args[0] != "export" {
				t.Errorf("%q, %s: %s", args, stream, fault)
			}
		}
		return out
	}
	code, _, stderr := crosstally(hostile(t, ps), "ingest", "--db", db, "-")
	if code != exitDone && code != exitPartial || foreigntest.Terminal(stderr) != "" {
		t.Fatalf("ingest: code %d, %s", code, foreigntest.Terminal(stderr))
	}
	facts := factsOf(t, "facts", "--db", db)
	if len(facts) == 0 {
		t.Fatal("no facts: the test shows nothing")
	}
	for i, p := range ps {
		if i%20 == 0 && !strings.Contains(p, "\x00") { // no argument holds a NUL
			run("rule", facts[i%len(facts)].ID, "note", "--by", p, "--why", p, "--", p)
		}
	}
	for _, list := range []string{"facts", "conflicts", "stories", "sources", "names", "brief", "rulings", "forgotten"} {
		for _, format := range []string{"table", "json", "jsonl", "csv"} {
			out := run(list, "--format", format)
			if fault := foreigntest.CSV(out); format == "csv" && fault != "" && out != "" {
				t.Errorf("%s: %s", list, fault)
			}
		}
	}
	for i := 0; i < len(facts); i += 1 + len(facts)/5 {
		run("show", facts[i].ID)
		run("explain", facts[i].ID)
	}
	for i := 0; i < len(ps); i += 23 { // in errors
		for _, args := range [][]string{{"show", ps[i]}, {"facts", "--verdict", ps[i]}, {"facts", "--story", ps[i]}, {"forget", ps[i] + "x"}, {"facts", "--format", ps[i]}, {ps[i]}, {"names", "merge", ps[i], "b"}, {"split", facts[0].ID, ps[i]}} {
			if len(args) > 1 && strings.HasPrefix(ps[i], "-") {
				continue // it would be a flag
			}
			run(args...)
		}
	}
	exported := run("export", "--format", "csv")
	if fault := foreigntest.CSV(exported); fault != "" {
		t.Error(fault)
	}
	for _, format := range []string{"csv", "jsonl", "claimreview", "html"} {
		if fault := foreigntest.Terminal(run("export", "--format", format)); fault != "" {
			t.Errorf("export %s: %s", format, fault)
		}
	}
	if fault := foreigntest.HTML(run("export", "--format", "html")); fault != "" {
		t.Errorf("the bundle holds %s", fault)
	}
	run("verify")
}

// A page that carries a payload as author or in its markup prints none.
func TestNoPayloadOfAPageIsActive(t *testing.T) {
	var b strings.Builder
	for i, p := range foreigntest.Payloads() {
		e := html.EscapeString(p)
		rec, err := json.Marshal(map[string]string{"url": fmt.Sprintf("https://a.example/%d", i), "html": fmt.Sprintf(`<html><head><title>%s</title><meta name="author" content="%s"><meta property="og:site_name" content="%s"></head><body><article><h1>%s</h1><p>Mayor %s said that 12 people drowned when the ferry Marigold sank off Port Ellis on Saturday.</p><p>Divers went on searching the bay until dusk.</p></article></body></html>`, e, e, e, e, e)})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(rec, '\n'))
	}
	_, out, stderr := crosstally(b.String(), "extract", "-")
	if fault := foreigntest.Terminal(out) + foreigntest.Terminal(stderr); fault != "" || strings.Count(out, "\n") < 300 {
		t.Errorf("%d lines: %s", strings.Count(out, "\n"), fault)
	}
}
