package counts

import (
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/extractors/extractorstest"
	"crosstally/extractors/names"
)

// check reports mentions that break what every extractor keeps, or bounds that contradict each other.
func check(t testing.TB, d *extractors.Document, ms []Mention) {
	t.Helper()
	var es []extractors.Evidence
	for i, m := range ms {
		if !m.Derived {
			es = append(es, m.Evidence)
		} else if i == 0 || ms[i-1].Start != m.Start || ms[i-1].End >= m.End {
			t.Errorf("sum %q does not hold the part before it", m.Text)
		}
		extractorstest.CheckTokens(t, d, m.Evidence, m.Sentence, m.From, m.To)
		n := len(d.Sentences[m.Sentence].Tokens)
		if m.NounFrom < 0 || m.NounFrom > m.NounTo || m.NounTo > n {
			t.Errorf("%q: noun tokens [%d,%d) of %d", m.Text, m.NounFrom, m.NounTo, n)
		}
		if m.Lower != nil && m.Upper != nil && *m.Lower > *m.Upper {
			t.Errorf("%q: lower %v above upper %v", m.Text, *m.Lower, *m.Upper)
		}
		if m.Value == nil && m.Lower == nil && m.Upper == nil {
			t.Errorf("%q: no value and no bound", m.Text)
		}
		for _, x := range []*float64{m.Value, m.Lower, m.Upper} {
			if x != nil && (*x != *x || *x > 1e19 || *x < -1e19) {
				t.Errorf("%q: value %v", m.Text, *x)
			}
		}
		if m.Unit == "" {
			t.Errorf("%q: no unit", m.Text)
		}
	}
	extractorstest.CheckEvidence(t, d, es)
}

func FuzzExtract(f *testing.F) {
	for _, r := range refusals {
		for _, s := range r.no {
			f.Add("Five dead", s)
		}
		for _, x := range r.yes {
			f.Add("", x.sentence)
		}
	}
	f.Add("", "At least 14 of the 20 died; “more than 20”, 11,900, give or take 600, between 31 seats and 33, 2 1/2, 4½, Sh500,000 each.")
	f.Add(": 5", "0")
	f.Fuzz(func(t *testing.T, title, text string) {
		d := extractorstest.Document("2026-03-12T10:00:00Z", title, text)
		check(t, d, Extract(d, dates.Extract(d), names.Extract(d)))
		check(t, d, Extract(d, nil, nil))
	})
}

// FuzzNumber reads a number between words that leave it alone: it must neither panic nor overflow.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"1,227", "1,,000", "1.000", "1 000", "1.2.3", "1e999", "-3", "10–12", "½", "1½", "٣٤", "Ⅻ", "0x22", "1,2,3", "1234567890123456789012345678901234567890",
		"three dozen", "hundreds", "no one", "at least 34", "a hundred and two", "two and a half million", "one million million million million million", "half-a-million", "1/0", "3/4", "20-plus",
		"seventy-two-hour", "two hundred and", "a couple of hundred", "nine in 10", "97 of 100", "between 1 and 2", "give or take 600", "11111111111111m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := extractorstest.Document("", "", "Police said "+s+" people were hurt.")
		check(t, d, Extract(d, nil, nil))
	})
}
