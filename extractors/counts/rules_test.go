package counts

import (
	"strings"
	"testing"

	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
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
	for _, r := range append(refusals, &bare) {
		if len(r.no) == 0 && r.name != "name-column" { // TestTable
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

// A row's numbers count what the heading of their column says.
func TestTable(t *testing.T) {
	for _, x := range []struct {
		rows []string
		want string
	}{
		{
			[]string{"Rank | Town | Dead | Confirmed cases | Share", "1 | Bar | 14 | 1,204 | 61.5", "2 | Kotor | 3 | 310 | 20"},
			"14=person 1,204=case 61.5=percent 3=person 310=case 20=percent",
		},
		{[]string{"Town | Homes lost | Died", "Bar | 214 | 3"}, "214=home 3=person"},
		{[]string{"Town | Voters on the roll | Voted | Orr | Lund", "Bar | 14,310 | 6,214 | 3,302 | 2,904"}, "14,310=voter 6,214=voter 3,302=vote 2,904=vote"},
		{[]string{"Town | Homes | Orr", "Bar | 214 | 3"}, "214=home"},
		{[]string{"Town | Goats | Died", "Bar | 214 | 3"}, "214=goat 3=goat"},
		{[]string{"Town | Homes | Damaged", "Bar | 214 | 3"}, "214=home 3=home"},
	} {
		var blocks []extractorstest.Block
		for _, r := range x.rows {
			blocks = append(blocks, extractorstest.Block{Kind: article.Row, Text: r})
		}
		var got []string
		for _, m := range Extract(extractorstest.Blocks("2026-03-12", "", blocks...), nil, nil) {
			got = append(got, m.Text+"="+m.Unit)
		}
		if got := strings.Join(got, " "); got != x.want {
			t.Errorf("%s: got %s, want %s", x.rows[0], got, x.want)
		}
	}
}

func TestLists(t *testing.T) { extractorstest.CheckLists(t, lists) }
