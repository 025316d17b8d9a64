package names_test

import (
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"VORTOVA, Hungary (AP) — Prime Minister Ilse Brandt met U.S. officials, the International Grain Council (IGC) said.",
		"the", "'s", "(AB)", "Mr.", "Ministry of", "O’", "al-", "X (Y) —", "St. Luke’s", "& & &", "The The The", "İİ ẞß", "\xe2\x82's", "President's Office of the", "Tomas Hrabal, the mayor", "the mayor, Tomas Hrabal",
	} {
		f.Add("Headline About Tolvex", s)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		check(t, extractorstest.Document("2026-03-04", title, text))
	})
}

func check(t *testing.T, d *extractors.Document) {
	var es []extractors.Evidence
	for _, m := range names.Extract(d) {
		es = append(es, m.Evidence)
		extractorstest.CheckTokens(t, d, m.Evidence, m.Sentence, m.From, m.To)
		if m.Name == "" || m.Type != names.Person && m.Type != names.Org && m.Type != names.Place {
			t.Errorf("%q: name %q, type %q", m.Text, m.Name, m.Type)
		}
	}
	extractorstest.CheckEvidence(t, d, es)
}
