package lists

import (
	"testing"

	"crosstally/extractors/names"
)

func TestWordsAreFoundWhole(t *testing.T) {
	text := "1,140 people; 14 died, 2.14 rose, at 14. The Šefčovič drones’ crews hit Um Rawaba's market."
	for q, want := range map[string]bool{"14": true, "1,140": true, "1140": true, "140": false, "2.14": true, "4": false, "people 14": true, "15": false,
		"drone": true, "DRONES": true, "dron": false, "sefcovic": true, "um rawaba": true, "markets": true, "people 15": false, "": true, "!?": true} {
		if got := HoldsAll(Words(q), "", text); got != want {
			t.Errorf("%q: %v, want %v; words %q of %q", q, got, want, Words(q), Words(text))
		}
	}
}

// Words of one query may stand in different texts.
func TestWordsInSeveralTexts(t *testing.T) {
	if !HoldsAll([]string{"ferry", "12"}, "A ferry sank.", "At least 12 died.") || HoldsAll([]string{"ferry", "12"}, "A ferry sank.") {
		t.Error("each word is to stand in one of the texts")
	}
}

// A name is found by its words and its other spellings, never within a word; a part of a name is enough for a person alone.
func TestANameIsFoundInAnySpelling(t *testing.T) {
	named := []Name{
		{Name: "Nils Öberg", Type: names.Person, Variants: []string{"Oberg", "Öberg"}},
		{Name: "Union of Mid Lakes Pilots", Type: names.Org, Variants: []string{"UMLP"}},
		{Name: "Marcos Ibáñez", Type: names.Person},
	}
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"Nils Öberg", "Oberg’s crew", true}, {"nils", "said Öberg", true}, {"Oberg", "Nils Oberg", true}, {"Öberg", "the Obergs", false}, {"Nils Oberg", "Nils Holm met Anna", false},
		{"UMLP", "the Union of Mid-Lakes Pilots says", true}, {"Union of Mid Lakes Pilots", "UMLP counts 9", true}, {"Mid Lakes", "UMLP counts 9", false}, {"Mid Lakes", "on the Mid Lakes", true},
		{"Marcos", "Marco Ibanez", false}, {"Marcos", "Ibañez", false}, {"Marcos", "Marcos' men", true}, {"U.S.", "the U.N. says", false}, {"U.S.", "the U.S. says", true}, {"", "Oberg", false}, {"…", "Oberg …", false},
	} {
		if got := formsOf(c.name, named).standIn("nothing", c.text); got != c.want {
			t.Errorf("%q in %q: %v, want %v", c.name, c.text, got, c.want)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "1,", ",1", "1,2,3", "’s", "s", "\xff1\xff", "١٤ 1٤", "a.b 1.a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Words(s) {
			if w == "" {
				t.Errorf("%q has an empty word", s)
			}
		}
		if !HoldsAll(Words(s), s) {
			t.Errorf("%q does not hold its own words %q", s, Words(s))
		}
	})
}
