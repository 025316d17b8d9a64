package galley

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

const wire = `Two barges collided in thick fog on the canal at Quorrik early on Tuesday and 12 people died, the harbour office said.

Divers searched the hull of the smaller barge through the morning and brought out the bodies of passengers who had been asleep below deck.

Another 31 people were taken to hospital, and nine are missing, the office said.

Relatives waited in the fish hall, where volunteers handed out blankets and soup and a list of names was read every hour.`

// pages are a wire's report, a copy of the next day with another first line, and a report of another event that day.
var pages = []article.Record{
	{URL: "https://wire.example/1", Source: "Quorra Wire", Published: "2026-05-05T10:00:00Z", Title: "Barges collide at Quorrik", Text: wire},
	{URL: "https://post.example/1", Source: "Bessnik Post", Published: "2026-05-06T06:00:00Z", Title: "Barges collide at Quorrik", Text: "It was a dreadful day for a small town.\n\n" + wire + "\n\nIn Bessnik, 40 candles were lit."},
	{URL: "https://mail.example/1", Source: "Tolmin Mail", Published: "2026-05-06T06:00:00Z", Title: "Fire in Tolmin", Text: "Seven people died in a fire in Tolmin, the mayor said."},
}

func readings(t *testing.T) (rs []claim.Reading) {
	t.Helper()
	for _, p := range pages {
		r, err := pipeline.Extract(p)
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, r)
	}
	return rs
}

// printed adds readings and returns what comes out, a JSON line each.
func printed(t *testing.T, limit int, rs []claim.Reading) (out []string, days map[string]string) {
	t.Helper()
	g := Galley{limit: limit}
	defer g.Close()
	for _, r := range rs {
		if err := g.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	days = map[string]string{}
	if err := g.Print(func(r claim.Reading) error {
		line, err := json.Marshal(r)
		out = append(out, string(line))
		for _, c := range r.Claims {
			days[r.Article.Source+" "+c.Text] = c.AsOf
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return out, days
}

func TestCopiesAreDatedByTheirOrigin(t *testing.T) {
	_, days := printed(t, 0, readings(t))
	for of, want := range map[string]string{
		"Quorra Wire 12": "2026-05-05", "Bessnik Post 12": "2026-05-05", "Bessnik Post Another 31": "2026-05-05", "Bessnik Post nine": "2026-05-05",
		"Bessnik Post 40":   "2026-05-06", // its own
		"Tolmin Mail Seven": "2026-05-06",
	} {
		if days[of] != want {
			t.Errorf("%s is as of %q, want %s", of, days[of], want)
		}
	}
}

// The same comes out in the order in which it went in, whatever that is and whether it waited in memory or in a file, of which nothing is
// left.
func TestOrderAndFileMakeNoDifference(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	rs := readings(t)
	want, _ := printed(t, 0, rs)
	if got, _ := printed(t, 1, readings(t)); !slices.Equal(got, want) {
		t.Errorf("by way of a file:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	back := readings(t)
	slices.Reverse(back)
	got, _ := printed(t, 1, back)
	slices.Reverse(got)
	if !slices.Equal(got, want) {
		t.Errorf("backwards:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// What waits in the file stays there while the copies are dated: an archive may be copies for the most part.
func TestCopiesInTheFileAreNotHeldInMemory(t *testing.T) {
	g := Galley{limit: 1}
	defer g.Close()
	for _, r := range readings(t) {
		if err := g.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	dated := 0
	if err := g.Print(func(claim.Reading) error {
		for i, s := range g.slips {
			if s.reading != nil {
				t.Errorf("reading %d is in memory", i)
			}
			dated += len(s.days)
		}
		return nil
	}); err != nil || dated == 0 {
		t.Errorf("%d figures dated, %v", dated, err)
	}
}

func TestNoFolderForTheFile(t *testing.T) {
	t.Setenv("TMPDIR", "/no/such/folder")
	g := Galley{limit: 1}
	if err := g.Add(readings(t)[0]); err == nil || !strings.Contains(err.Error(), "TMPDIR") {
		t.Errorf("got %v, want an error that names the remedy", err)
	}
}
