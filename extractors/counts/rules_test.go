package counts

import (
	"strings"
	"testing"

	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// read returns the counts of a text as "text=unit".
func read(text string) string {
	d := extractorstest.Document("2026-03-12", "", text)
	var out []string
	for _, m := range Extract(d, dates.Extract(d), names.Extract(d)) {
		if m.Kind != Duration {
			out = append(out, m.Text+"="+m.Unit)
		}
	}
	return strings.Join(out, " ")
}

// Every refusal carries sentences in which nothing is counted, and sentences that it must leave alone.
func TestRefusals(t *testing.T) {
	traps := 0
	for _, r := range refusals {
		if len(r.no) == 0 {
			t.Errorf("rule %s has no example", r.name)
		}
		for _, text := range r.no {
			traps++
			if got := read(text); got != "" {
				t.Errorf("rule %s, %q: got %s, want nothing", r.name, text, got)
			}
		}
		for _, x := range r.yes {
			if got := read(x.sentence); got != x.want {
				t.Errorf("rule %s, %q: got %s, want %s", r.name, x.sentence, got, x.want)
			}
		}
	}
	if traps < 200 {
		t.Errorf("%d traps, want 200", traps)
	}
}

func TestLists(t *testing.T) { extractorstest.CheckLists(t, lists) }
