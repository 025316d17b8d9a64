package edit_test

import (
	"fmt"
	"strings"
	"testing"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/edit"
)

func reading(t *testing.T, title, text string) claim.Reading {
	t.Helper()
	r, err := pipeline.Extract(article.Record{URL: "https://wire.example/a", Published: "2026-05-03", Title: title, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBetween(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"a toll that rose", "The storm killed 8 people in Port Ellis, police said.", "The storm killed 9 people in Port Ellis, police said.", "number 8 -> 9"},
		{"other words alone", "The storm killed 8 people in Port Ellis, police said.", "In Port Ellis, 8 people died in the storm, according to police.", ""},
		{"the same article", "Six boats sank on Friday.", "Six boats sank on Friday.", ""},
		{"two figures changed places", "The storm killed 12 people and injured 8 others.", "The storm killed 8 people and injured 12 others.", "number 12 -> 8, number 8 -> 12"},
		{"a figure more", "The storm killed 8 people.", "The storm killed 8 people. It destroyed 30 houses.", "number  -> 30"},
		{"a figure taken out", "The storm killed 8 people. It destroyed 30 houses.", "The storm killed 8 people.", "number 30 -> "},
		{"a name", "Mayor Anna Weber said 8 people died.", "Mayor Paul Lindner said 8 people died.", "name Anna Weber -> Paul Lindner"},
		{"a day", "The storm hit on 1 May 2026 and killed 8 people.", "The storm hit on 2 May 2026 and killed 8 people.", "date 2026-05-01 -> 2026-05-02"},
		{"a bound", "At least 8 people died.", "More than 18 people died.", "number at least 8 -> at least 19"},
	} {
		var got []string
		for _, x := range edit.Between(reading(t, "Storm", c.before), reading(t, "Storm", c.after)) {
			got = append(got, fmt.Sprintf("%s %s -> %s", x.Kind, x.From, x.To))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestHeadlineAndTextAreOneChange(t *testing.T) {
	got := edit.Between(reading(t, "Storm kills 8 people", "The storm killed 8 people."), reading(t, "Storm kills 9 people", "The storm killed 9 people."))
	if len(got) != 1 {
		t.Errorf("got %v", got)
	}
}
