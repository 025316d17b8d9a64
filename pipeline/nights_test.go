package pipeline_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"crosstally/extractors/names"
	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// readingsOf extracts the articles of one shipped story.
func readingsOf(t testing.TB, dir string) (out []claim.Reading) {
	t.Helper()
	(&intake.Reader{}).Read(context.Background(), []string{filepath.Join(dir, "feed.xml")}, func(it intake.Item) bool {
		r, err := pipeline.Extract(it.Record)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
		return true
	})
	return out
}

// around makes a wire of other events in the story's country, from its first day on, of which its own people speak.
func around(t testing.TB, seed uint64, rs []claim.Reading) wiretest.Wire {
	t.Helper()
	w := wiretest.Wire{Seed: seed, PerStory: 4}
	countries := map[string]int{}
	first := ""
	for _, r := range rs {
		if p := r.Article.Published; first == "" || p != "" && p < first {
			first = p
		}
		for _, n := range r.Names {
			switch c := names.Country(n.Name); {
			case n.Type == names.Person && strings.Contains(n.Name, " ") && !slices.Contains(w.People, n.Name):
				w.People = append(w.People, n.Name)
			case n.Type == names.Place && c != "":
				countries[c]++
			}
		}
	}
	for c, n := range countries {
		if len(w.Countries) == 0 || n > countries[w.Countries[0]] || n == countries[w.Countries[0]] && c < w.Countries[0] {
			w.Countries = []string{c}
		}
	}
	day, err := time.Parse(time.DateOnly, first[:10])
	if err != nil || len(w.People) == 0 || len(w.Countries) == 0 {
		t.Fatalf("%d people, countries %v, first day %q", len(w.People), w.Countries, first)
	}
	w.Start = day
	return w
}

// TestStoriesDoNotBleed stores all shipped stories with 500 articles on other events of their countries, days and people: each
// story's facts are those that it has alone.
func TestStoriesDoNotBleed(t *testing.T) {
	var inputs []string
	alone := map[string]string{} // facts by the URL of a story's first article
	own := map[string]bool{}
	lines, err := os.Create(filepath.Join(t.TempDir(), "other.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	w := json.NewEncoder(lines)
	for i, dir := range stories(t) {
		rs := readingsOf(t, dir)
		wire := around(t, uint64(i), rs)
		for n := range 100 {
			r := wire.Record(n)
			if err := w.Encode(map[string]string{"url": r.URL + "?" + strconv.Itoa(i), "source": r.Source, "published": r.Published, "title": r.Title, "text": r.Text}); err != nil {
				t.Fatal(err)
			}
		}
		for _, r := range rs {
			own[r.Article.URL] = true
		}
		inputs = append(inputs, filepath.Join(dir, "feed.xml"))
		alone[rs[0].Article.URL] = jsonl(t, reconcile.Reconcile(rs).Facts)
	}
	if err := lines.Close(); err != nil {
		t.Fatal(err)
	}
	st := ingest(t, 0, append([]string{lines.Name()}, inputs...))
	byStory := map[string][]reconcile.Fact{}
	for _, f := range facts(t, st) {
		byStory[f.Story.ID] = append(byStory[f.Story.ID], f)
	}
	for url, want := range alone {
		found := false
		for _, fs := range byStory {
			if !slices.ContainsFunc(fs, func(f reconcile.Fact) bool { return f.Values[0].Sources[0].URL == url }) {
				continue
			}
			found = true
			if got := jsonl(t, fs); got != want {
				t.Errorf("the story of %s has other facts among other news: %s", url, firstDifference(got, want))
			}
		}
		if !found {
			t.Errorf("the story of %s has no facts among other news", url)
		}
	}
	mixed := 0
	for _, fs := range byStory {
		kinds := map[bool]bool{}
		for _, f := range fs {
			for _, v := range f.Values {
				for _, s := range v.Sources {
					kinds[own[s.URL]] = true
				}
			}
		}
		if len(kinds) > 1 {
			mixed++
		}
	}
	if mixed > 0 {
		t.Errorf("%d stories hold shipped and other articles", mixed)
	}
}

// TestAnyOrderAndAnyNights stores all shipped stories in 200 random orders, each split at random into nights: the same facts and ids.
// ORDERS sets another number.
func TestAnyOrderAndAnyNights(t *testing.T) {
	orders := 200
	if n, err := strconv.Atoi(os.Getenv("ORDERS")); err == nil {
		orders = n
	}
	var all []claim.Reading
	for _, dir := range stories(t) {
		all = append(all, readingsOf(t, dir)...)
	}
	want := jsonl(t, reconcile.Reconcile(all).Facts)
	t.Run("orders", func(t *testing.T) {
		for k := range orders {
			t.Run(strconv.Itoa(k), func(t *testing.T) {
				t.Parallel()
				rng := rand.New(rand.NewPCG(uint64(k), 9))
				rs := slices.Clone(all)
				rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
				st, err := store.Create(filepath.Join(t.TempDir(), "s.db"), 0)
				if err != nil {
					t.Fatal(err)
				}
				defer st.Close()
				for len(rs) > 0 {
					n := 1 + rng.IntN(len(rs))
					if _, err := st.Put(rs[:n]); err != nil {
						t.Fatal(err)
					}
					rs = rs[n:]
					if err := pipeline.Settle(st, pipeline.RunRecord{}, time.Now); err != nil {
						t.Fatal(err)
					}
				}
				if got := jsonl(t, facts(t, st)); got != want {
					t.Errorf("facts differ: %s", firstDifference(got, want))
				}
			})
		}
	})
}
