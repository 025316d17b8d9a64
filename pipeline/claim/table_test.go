package claim

import (
	"strings"
	"testing"

	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// A line right above a table says as of when its rows hold; a line at the top says it of all figures that the text dates no other way.
func TestDatedByALine(t *testing.T) {
	row := func(s string) extractorstest.Block { return extractorstest.Block{Kind: article.Row, Text: s} }
	line := func(s string) extractorstest.Block { return extractorstest.Block{Kind: article.Paragraph, Text: s} }
	for _, x := range []struct {
		blocks []extractorstest.Block
		want   string
	}{
		{[]extractorstest.Block{line("It rained."), line("As of 6 p.m., March 10"), row("Town | Dead"), row("Vienna | 12"), row("Graz | 7"), line("The mayor says 40 people died.")},
			"12 2026-03-10, 7 2026-03-10, 40 2026-03-12"},
		{[]extractorstest.Block{line("It rained on March 10."), row("Town | Dead"), row("Vienna | 12")}, "12 2026-03-12"},
		{[]extractorstest.Block{row("Source | As of | Dead"), row("Ministry | 9 March | 12"), row("Police | 10 March | 7")}, "12 2026-03-09, 7 2026-03-10"},
		{[]extractorstest.Block{line("Unless stated otherwise, figures are those of the Ministry of Health as at 18:00 on Tuesday, 10 March 2026."), line("Some 14 people have died.")},
			"Some 14 2026-03-10"},
	} {
		d := extractorstest.Blocks("2026-03-12", "", x.blocks...)
		ns, ds := names.Extract(d), dates.Extract(d)
		var got []string
		for _, c := range Build(d, ns, ds, counts.Extract(d, ds, ns), nil) {
			got = append(got, c.Text+" "+c.AsOf)
		}
		if g := strings.Join(got, ", "); g != x.want {
			t.Errorf("%q: got %s, want %s", x.blocks[0].Text, g, x.want)
		}
	}
}

// A morning paper's list of hours is of the day before; one that ends before publication may be of the same day.
func TestHoursOfADay(t *testing.T) {
	item := func(s string) extractorstest.Block { return extractorstest.Block{Kind: article.Item, Text: s} }
	list := []extractorstest.Block{{Kind: article.Paragraph, Text: strings.Repeat("It was a long day for the people of the town. ", 4)}, item("4.40am: The wing falls"), item("Noon: 11 deaths confirmed"), item("6pm: Toll at 14")}
	for published, want := range map[string]string{"2026-03-12T07:20:00+05:30": "2026-03-11 2026-03-11", "2026-03-12T19:20:00+05:30": "2026-03-12 2026-03-12", "2026-03-12T07:20:00Z": "2026-03-12 2026-03-12"} {
		d := extractorstest.Blocks(published, "", list...)
		ns, ds := names.Extract(d), dates.Extract(d)
		var got []string
		for _, c := range Build(d, ns, ds, counts.Extract(d, ds, ns), nil) {
			got = append(got, c.AsOf)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("published %s: as of %s, want %s", published, g, want)
		}
	}
}

// A table's heading says what its figures count, its row's label where.
func TestTableRows(t *testing.T) {
	row := func(s string) extractorstest.Block { return extractorstest.Block{Kind: article.Row, Text: s} }
	for _, x := range []struct {
		rows []string
		want string
	}{
		{[]string{"District | Dead | Missing | Homes destroyed", "Vienna | 12 | 31 | 240", "Graz | 7 | 9 | 1,100"},
			"12=die person Vienna, 31=miss person Vienna, 240=destroy home Vienna, 7=die person Graz, 9=miss person Graz, 1,100=destroy home Graz"},
		{[]string{"Municipality | Dead", "Vurlach | 12", "Orsten | 7", "Total | 19"}, "12=die person Vurlach, 7=die person Orsten, 19=die person "}, // towns that no list knows
		{[]string{"Personnel assigned | 612"}, "612=deploy personnel "},
		{[]string{"Helicopters | 7"}, "7= helicopter "},
		{[]string{"Structures threatened | 1,480"}, "1,480=affect structure "},
		{[]string{"Vienna | 7"}, ""},
		{[]string{"Government, killed | $3,000"}, "$3,000=pay US dollar "},
		{[]string{"Item | Number", "Houses destroyed | 850", "Families in need of shelter | 1,040"}, "850=destroy house , 1,040=shelter family "},
		{[]string{"St Anne’s School | Pupils", "Abducted on 2 March | 127", "Freed on 6 March | 34"}, "127=abduct pupil , 34=release pupil "},
		{[]string{"# On strike, by district", "District | Workers", "Vienna | 3,400"}, "3,400=strike_work worker Vienna"},
		{[]string{"Farm | Kind | Goats in stock | Died | Culled", "Vurlach | Boers | 700 | 40 | 660", "All | | 700 | 40 | 660"},
			"700=have goat , 40=die goat , 660=kill_animal goat , 700=have goat , 40=die goat , 660=kill_animal goat "},
		{[]string{"State | 9 March | 10 March", "Deaths | 6 | 8", "Ambulances in service | 40 | 30"},
			"6=die death , 8=die death , 40=have ambulance , 30=have ambulance "},
		{[]string{"Party | Votes | Seats | Change", "Harbour Party | 118,402 | 33 | +2"}, "118,402=vote vote , 33=win seat "},
	} {
		var blocks []extractorstest.Block
		for _, r := range x.rows {
			if h, ok := strings.CutPrefix(r, "# "); ok {
				blocks = append(blocks, extractorstest.Block{Kind: article.Heading, Text: h})
				continue
			}
			blocks = append(blocks, row(r))
		}
		d := extractorstest.Blocks("2026-03-12", "", blocks...)
		ns, ds := names.Extract(d), dates.Extract(d)
		var got []string
		for _, c := range Build(d, ns, ds, counts.Extract(d, ds, ns), nil) {
			got = append(got, c.Text+"="+c.Predicate+" "+c.Unit+" "+c.Place)
		}
		if g := strings.Join(got, ", "); g != x.want {
			t.Errorf("%q: got %s, want %s", x.rows, g, x.want)
		}
	}
}
