package pipeline_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

var update = flag.Bool("update", false, "write golden files anew; then read the diff")

// stories returns the shipped story folders.
func stories(t testing.TB) []string {
	t.Helper()
	dirs, err := filepath.Glob("../fixtures/stories/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("found %d stories, err %v: without stories this test would pass untested", len(dirs), err)
	}
	return dirs
}

// ingest runs inputs into a new store and returns it.
func ingest(t testing.TB, workers int, nights ...[]string) *store.Store {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "s.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for _, inputs := range nights {
		report, err := pipeline.Run(context.Background(), &intake.Reader{}, inputs, st, pipeline.Options{Workers: workers, Refuse: func(r pipeline.Refusal) { t.Errorf("refused: %v", r) }})
		if err != nil {
			t.Fatalf("ingest %v: %v", inputs, err)
		}
		if acc := report.Account; acc.Seen != acc.Stored+acc.Duplicate+acc.Refused {
			t.Errorf("account does not add up: %+v", acc)
		}
	}
	return st
}

func facts(t testing.TB, st *store.Store) []reconcile.Fact {
	t.Helper()
	var out []reconcile.Fact
	if err := st.Facts(func(f reconcile.Fact) error { out = append(out, f); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func jsonl(t testing.TB, fs []reconcile.Fact) string {
	t.Helper()
	var b strings.Builder
	for _, f := range fs {
		raw, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(raw)
		b.WriteByte('\n')
	}
	return b.String()
}

// TestStories holds what the program says of each story today, so that every change of it is read.
func TestStories(t *testing.T) {
	for _, dir := range stories(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			got := digest(facts(t, ingest(t, 0, []string{filepath.Join(dir, "feed.xml")})))
			golden := filepath.Join(dir, "facts.golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("facts differ from %s; if that is meant, run with -update and read the diff\n%s", golden, firstDifference(got, string(want)))
			}
		})
	}
}

// digest writes facts for a reader: the question and verdict, then each figure with who gives it.
func digest(fs []reconcile.Fact) string {
	var b strings.Builder
	for _, f := range fs {
		fmt.Fprintf(&b, "%s: %s  [%d origins]\n", f.Verdict, f.Question, f.IndependentSources)
		for _, v := range f.Values {
			fmt.Fprintf(&b, "  %s as of %s %s\n", interval(v), v.AsOf, v.Modality)
			for _, s := range v.Sources {
				fmt.Fprintf(&b, "    %s %s:%d-%d %q", s.Source, s.Field, s.Start, s.End, s.Text)
				if s.Attribution != "" {
					fmt.Fprintf(&b, " credits %s", s.Attribution)
				}
				if s.CopiedFrom != "" {
					fmt.Fprintf(&b, " copied from %s", s.CopiedFrom)
				}
				b.WriteByte('\n')
			}
		}
		for _, c := range f.Checks {
			fmt.Fprintf(&b, "  check %s %v\n", c.Expression, c.Holds)
		}
	}
	return b.String()
}

func interval(v reconcile.Value) string {
	end := func(x *float64) string {
		if x == nil {
			return ""
		}
		return strconv.FormatFloat(*x, 'f', -1, 64)
	}
	s := end(v.Value) + " [" + end(v.Lower) + ".." + end(v.Upper) + "]"
	if v.Approximate {
		s = "about " + s
	}
	return s
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

// TestWorkersOrderAndNightsDoNotMatter ingests all stories together: with one worker and eight, shuffled, and split into two nights.
func TestWorkersOrderAndNightsDoNotMatter(t *testing.T) {
	var feeds []string
	for _, dir := range stories(t) {
		feeds = append(feeds, filepath.Join(dir, "feed.xml"))
	}
	want := jsonl(t, facts(t, ingest(t, 1, feeds)))
	if want == "" {
		t.Fatal("no facts")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	shuffled := append([]string(nil), feeds...)
	rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for name, nights := range map[string][][]string{
		"eight workers": {feeds}, "shuffled": {shuffled}, "two nights": {shuffled[:2], shuffled[2:]}, "twice": {feeds, feeds},
	} {
		if got := jsonl(t, facts(t, ingest(t, 8, nights...))); got != want {
			t.Errorf("%s: facts differ: %s", name, firstDifference(got, want))
		}
	}
}

// TestStoredReadingsAreWhole: what comes out of the store makes the same facts as what went in.
func TestStoredReadingsAreWhole(t *testing.T) {
	for _, dir := range stories(t) {
		in := &intake.Reader{}
		var fresh []claim.Reading
		in.Read(context.Background(), []string{filepath.Join(dir, "feed.xml")}, func(it intake.Item) bool {
			r, err := pipeline.Extract(it.Record)
			if err != nil {
				t.Fatal(err)
			}
			fresh = append(fresh, r)
			return true
		})
		want := jsonl(t, reconcile.Reconcile(fresh).Facts)
		if got := jsonl(t, facts(t, ingest(t, 2, []string{filepath.Join(dir, "feed.xml")}))); got != want {
			t.Errorf("%s: %s", dir, firstDifference(got, want))
		}
	}
}

// TestEvidenceStandsInTheText: every source of every fact quotes bytes that stand at its span.
func TestEvidenceStandsInTheText(t *testing.T) {
	for _, dir := range stories(t) {
		st := ingest(t, 0, []string{filepath.Join(dir, "feed.xml")})
		fields := map[string]map[string]string{}
		if err := st.Readings(func(r claim.Reading) error {
			fields[r.Article.URL] = map[string]string{"text": r.Article.Text, "title": r.Article.Title}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, f := range facts(t, st) {
			for _, v := range f.Values {
				for _, s := range v.Sources {
					n++
					text := fields[s.URL][s.Field]
					if s.End > len(text) || text[s.Start:s.End] != s.Text || !strings.Contains(text, s.Quote) {
						t.Errorf("%s %s[%d:%d]: %q does not stand there, or its quote %q does not stand in the article", s.URL, s.Field, s.Start, s.End, s.Text, s.Quote)
					}
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: no evidence to look at", dir)
		}
	}
}
