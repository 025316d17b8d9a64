package dates

import (
	"strings"
	"testing"

	"crosstally/extractors"
)

// checkMentions reports mentions that do not stand in the text as they say, out of order or overlapping.
func checkMentions(t *testing.T, d *extractors.Document, ms []Mention) {
	t.Helper()
	for i, m := range ms {
		s := &d.Sentences[m.Sentence]
		switch field := d.Field(m.Field); {
		case m.Start < 0 || m.End > len(field) || m.Start >= m.End || field[m.Start:m.End] != m.Text:
			t.Errorf("mention %d %q: span [%d,%d) of %s holds other text", i, m.Text, m.Start, m.End, m.Field)
		case m.From >= m.To || m.To > len(s.Tokens) || s.Tokens[m.From+m.Hours].Start != m.Start || s.Tokens[m.To-1].End != m.End:
			t.Errorf("mention %d %q: tokens [%d,%d) do not cover its span", i, m.Text, m.From, m.To)
		}
		if i > 0 && (ms[i-1].Sentence > m.Sentence || ms[i-1].Sentence == m.Sentence && ms[i-1].To > m.From) {
			t.Errorf("mention %d %q overlaps or precedes %q", i, m.Text, ms[i-1].Text)
		}
		if p, ok := ParsePeriod(m.Value); m.Kind == Date && m.Value != "" && (!ok || p != m.Period) {
			t.Errorf("mention %d %q: value %q reads as %v, %v, its period is %v", i, m.Text, m.Value, p, ok, m.Period)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, r := range rules {
		for _, ex := range r.yes {
			f.Add("2026-03-11", ex.sentence)
		}
		for _, s := range r.no {
			f.Add("2024-02-29T23:59:59-11:00", s)
		}
	}
	f.Add("", "On Monday, 31 February ’90s 2025-12-13T10:00 q1 'twas the 3rd of \xff May 2 1/2 years before Easter 1/2/2003")
	f.Add("0000-01-01", "Friday")
	f.Add("9999-12-31", "tomorrow, next year")
	f.Fuzz(func(t *testing.T, published, text string) {
		d := document(published, strings.Split(text, "\n")...)
		checkMentions(t, d, Extract(d))
	})
}

// Text dense with dates; common news holds a twentieth of them.
func BenchmarkExtract(b *testing.B) {
	var all []string
	for _, f := range language {
		for _, c := range f.cases {
			all = append(all, c.sentence)
		}
	}
	d := document("2026-03-11", strings.Join(all, " "))
	words := 0
	for _, s := range d.Sentences {
		words += len(s.Tokens)
	}
	b.ResetTimer()
	for range b.N {
		Extract(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
