package dates

import (
	"io/fs"
	"slices"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/lexicon"
)

// Lists are kept sorted, so that a change to one reads as what it is.
func TestListsAreSorted(t *testing.T) {
	names, err := fs.Glob(lists, "lexicon/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatalf("found %d lists, err %v", len(names), err)
	}
	for _, name := range names {
		var lines []string
		for _, e := range lexicon.Must(lists, name, 1) {
			line := e.Fields[0]
			for _, f := range e.Fields[1:] {
				line += "\t" + f
			}
			lines = append(lines, line)
		}
		if !slices.IsSorted(lines) {
			t.Errorf("%s is not sorted", name)
		}
		if len(slices.Compact(lines)) != len(lines) {
			t.Errorf("%s has an entry twice", name)
		}
	}
}

// Shapes of single tokens.
func TestClassify(t *testing.T) {
	for _, c := range []struct {
		text  string
		class class
		value int
		yes   bool
	}{
		{"2024", cYear, 2024, true}, {"0999", cYear, 0, false}, {"31", cDay, 31, true}, {"32", cDay, 0, false}, {"3rd", cOrdinal, 3, true}, {"32nd", cOrdinal, 0, false},
		{"1990s", cDecade, 1990, true}, {"1995s", cDecade, 0, false}, {"60s", cDecade, 60, true}, {"72-hour", cSpanAdj, int(hour), true}, {"62-year-old", cSpanAdj, 0, false},
		{"five-year", cSpanAdj, int(year), true}, {"decade-long", cSpanAdj, int(decade), true}, {"mid-May", cPartMonth, 5, true}, {"mid-1996", cPartYear, 1996, true},
		{"late-1980s", cPartDecade, 1980, true}, {"May", cMonth, 5, true}, {"may", cMonth, 0, false}, {"Sat", cWeekdayAb, 6, true}, {"sat", cWeekdayAb, 0, false},
		{"14:30", cClock, 0, true}, {"7.45am", cClock, 0, true}, {"7.45", cClock, 0, false}, {"25:00", cClock, 0, false}, {"13.12.2025", cNumeric, 0, true}, {"13.13.2025", cNumeric, 0, false},
		{"2025/26", cYearPair, 2025, true}, {"2025/27", cYearPair, 0, false}, {"3hrs", cSpanAdj, int(hour), true}, {"twenty-four", cCard, 0, true},
	} {
		w := vocab.classify(&extractors.Token{Text: c.text, Lower: lower(c.text)})
		if got := w.classes&c.class != 0; got != c.yes || c.yes && c.value != 0 && w.value != c.value {
			t.Errorf("%q: class %v, value %d; want %v, %d", c.text, got, w.value, c.yes, c.value)
		}
	}
}

func lower(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] >= 'A' && b[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}
