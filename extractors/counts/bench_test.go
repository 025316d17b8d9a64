package counts

import (
	"strings"
	"testing"
	"time"

	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// BenchmarkExtract reads the examples of all rules as one article, many times denser in numbers than news.
func BenchmarkExtract(b *testing.B) {
	var text strings.Builder
	for _, r := range refusals {
		for _, s := range r.no {
			text.WriteString(s + " Officials said on Monday that the road to the north stays closed until further notice.\n\n")
		}
	}
	d := extractorstest.Document("2026-03-12", "", text.String())
	ds, ns := dates.Extract(d), names.Extract(d)
	words := 0
	for i := range d.Sentences {
		words += len(d.Sentences[i].Tokens)
	}
	b.ResetTimer()
	for range b.N {
		Extract(d, ds, ns)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// Input that never ends a sentence must cost no more a byte than news does.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"1 ", "one of the ", "(((((", "5-", "two and ", "hundred thousand ", "a ", "12, ", "between 3 and ", "“ 5 ", "no more than "} {
		d := extractorstest.Document("", "", strings.Repeat(piece, 100_000/len(piece)))
		start := time.Now()
		Extract(d, nil, nil)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q for 100 KB: %v", piece, took)
		}
	}
}
