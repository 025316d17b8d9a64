package pipeline

import (
	"strings"
	"testing"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// Short reports of one event, which share few names and little of their wording.
var reports = [][4]string{
	{"Coast Wire", "2026-08-03T14:00:00+08:00", "Ferry with 120 aboard capsizes off Masbate; 11 dead",
		"MANILA — A wooden-hulled ferry carrying some 120 people capsized in rough seas off the central Philippine island of Masbate on Monday, leaving at least 11 people dead and dozens missing, the coast guard said.\n\nRescuers had pulled 74 survivors from the water by early afternoon, Coast Guard spokeswoman Liza Manalo said. The vessel, the MV Santa Rosalia, was licensed to carry 90 passengers and eight crew.\n\nIn 2023, a similar vessel sank in the same strait, killing 26 people."},
	{"Masbate Courier", "2026-08-04T07:30:00+08:00", "Toll in ferry disaster climbs to 19",
		"MASBATE CITY — The number of dead in Monday's sinking of the MV Santa Rosalia rose to 19 overnight after divers brought up eight more bodies, the provincial disaster office said on Tuesday.\n\nGovernor Ramon Tuazon put the number of survivors at 81. Twenty-six people were still unaccounted for, he said.\n\nThe owner, Visayan Star Lines, insisted that no more than 98 people were on board the ferry."},
	{"Archipelago News", "2026-08-04T20:15:00+08:00", "Ferry sinking – what we know: 23 dead, captain held",
		"The coast guard says that 23 people have died, up from 19 this morning. Seven of the dead were children.\n\nPolice have detained the captain and three crewmen. The Maritime Industry Authority has suspended all six ferries of Visayan Star Lines.\n\nThe company denies that 130 people were on the ship, a figure that has spread on social media."},
	{"Harbour Post", "2026-08-05T09:00:00+08:00", "Philippine ferry death toll reaches 27",
		"MANILA — The death toll from the capsizing of a passenger ferry in the Philippines has reached 27, the coast guard said on Wednesday, as hopes faded for 18 people still missing.\n\nDivers found four more bodies inside the hull, which lies 40 metres down, about three kilometres from the coast of Masbate.\n\nSurvivors' groups dispute the official count. \"We have the names of 31 dead,\" said Marites Dizon of the group Justice for Santa Rosalia."},
}

func TestShortReportsOfOneEventMeet(t *testing.T) {
	var rs []claim.Reading
	for i, x := range reports {
		a := &article.Article{URL: "https://" + strings.ReplaceAll(strings.ToLower(x[0]), " ", "-") + ".example/a", Source: x[0], Language: "en", Published: x[1], Title: x[2], Text: x[3]}
		at := 0
		for _, p := range strings.Split(x[3], "\n\n") {
			a.Blocks = append(a.Blocks, article.Block{Start: at, End: at + len(p), Kind: article.Paragraph, Header: -1})
			at += len(p) + 2
		}
		rs = append(rs, ReadArticle(a))
		if n := len(reconcile.Reconcile(rs).Stories); n != 1 {
			t.Errorf("%d stories with the report of %s, want 1", n, reports[i][0])
		}
	}
}

// Where a report was written is not where it happened.
func TestDatelineIsNoPlace(t *testing.T) {
	text := "LIMA — An earthquake struck southern Peru on Tuesday, the civil defence said.\n\nSeventeen people died and 212 were hurt."
	a := &article.Article{URL: "https://andes-wire.example/a", Source: "Andes Wire", Language: "en", Published: "2026-04-14", Text: text}
	cut := strings.Index(text, "\n\n")
	a.Blocks = []article.Block{{End: cut, Kind: article.Paragraph, Header: -1}, {Start: cut + 2, End: len(text), Kind: article.Paragraph, Header: -1}}
	for _, c := range ReadArticle(a).Claims {
		if c.Place != "Peru" {
			t.Errorf("%s in %q, want Peru", c.Text, c.Place)
		}
	}
}
