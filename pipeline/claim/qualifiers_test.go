package claim

import (
	"strings"
	"testing"

	"crosstally/extractors/attribution"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// build reads the claims of a text as a run does, from what every extractor finds.
func build(text string) []Claim {
	d := extractorstest.Document("2026-03-11", "", text)
	ns, ds := names.Extract(d), dates.Extract(d)
	return Build(d, ns, ds, counts.Extract(d, ds, ns), attribution.Extract(d, ns))
}

// A part that is set against its siblings does not take over what restricts them.
func TestSiblingQualifiers(t *testing.T) {
	got := reading(t, "", "2026-03-11", "«Nine» of the ‹patients› had never had a dose. «One» of them had one dose.")
	if q := strings.Join(got[1].Frame.Qualifiers, ", "); q != "with one dose" {
		t.Errorf("qualifiers %q, want %q", q, "with one dose")
	}
}

// A lead in votes is not votes that anybody got.
func TestMargins(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"She leads him by «45,135» ‹votes›.", "ahead"},
		{"She is some «52,000» ‹votes› ahead.", "ahead"},
		{"The commission had the two just «310» ‹votes› apart.", "ahead"},
		{"She won by a majority of «4,500» ‹votes›.", "ahead"},
		{"She is president-elect by «48,733» ‹votes›.", "ahead"},
		{"She won «26,400» ‹votes›.", ""},
		{"The bill was passed by «320» ‹votes›.", ""},
		{"A majority of the «4,500» ‹votes› were hers.", ""},
	} {
		got := reading(t, "", "2026-03-11", x.text)
		if q := strings.Join(got[0].Frame.Qualifiers, ", "); q != x.want {
			t.Errorf("%s: got %q, want %q", x.text, q, x.want)
		}
	}
}

// Those who died among some that were treated or taken are no toll.
func TestAmong(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"Doctors treated 83 people. Three of them died.", ", among the treated"},
		{"Of the 13 people who were kidnapped, one is dead.", ", among the abducted"},
		{"The bomb hurt 12 people. Two of them died.", ", "},
		{"Of the 120 passengers, 40 died.", ", "},
	} {
		var qs []string
		for _, c := range build(x.text) {
			qs = append(qs, strings.Join(c.Frame.Qualifiers, "+"))
		}
		if q := strings.Join(qs, ", "); q != x.want {
			t.Errorf("%s: got %q, want %q", x.text, q, x.want)
		}
	}
}
