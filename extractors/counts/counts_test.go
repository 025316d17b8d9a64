package counts

import (
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// read extracts the counts of one paragraph published on 4 March 2026.
func read(text string) (*extractors.Document, []Mention) {
	d := extractorstest.Document("2026-03-04", "", text)
	ns := names.Extract(d)
	return d, Extract(d, dates.Extract(d), ns)
}

func TestNegativesCountNothing(t *testing.T) {
	for _, neg := range negatives {
		for _, text := range neg.no {
			if _, got := read(text); len(got) != 0 {
				t.Errorf("%s, %q: got %q, want no count", neg.name, text, got[0].Text)
			}
		}
	}
}
