package claim

import (
	"crosstally/extractors"
	"crosstally/extractors/dates"
)

// entryDays returns for each sentence the day of the live entry that it stands in, which a line of its own gives with a time: "Sunday,
// 13:15". It is nil for texts with fewer than two such lines.
func entryDays(d *extractors.Document, read []sentence) []string {
	days, day, lines := make([]string, len(read)), "", 0
	for i := range read {
		s := &read[i]
		if s.sent.Field != extractors.Text {
			continue
		}
		if m := s.entryLine(); m != nil {
			day = m.Value
			lines++
		}
		days[i] = day
	}
	if lines < 2 {
		return nil
	}
	return days
}

// maxEntryLine is how many tokens a line may have that dates a live entry.
const maxEntryLine = 8

// entryLine returns the day of a line that holds a day and a time alone, nil for other lines.
func (s *sentence) entryLine() *dates.Mention {
	if len(s.toks) > maxEntryLine || len(s.dates) != 1 || len(s.counts) > 0 {
		return nil
	}
	m := s.dates[0]
	if m.Period.Grain != dates.Day || !m.Period.From.Equal(m.Period.To) {
		return nil
	}
	clock := m.Clock != ""
	for k := range s.toks {
		t := &s.toks[k]
		digit := t.Text[0] >= '0' && t.Text[0] <= '9'
		clock = clock || digit && (k < m.From || k >= m.To)
		if k >= m.From && k < m.To || digit {
			continue
		}
		switch t.Lower {
		case ",", ".", ":", "-", "–", "—", "|", "at", "am", "pm", "a.m.", "p.m.", "gmt", "bst", "cet", "local", "time":
		default:
			return nil
		}
	}
	if !clock {
		return nil
	}
	return m
}

// entryDay returns the day of the live entry that a sentence stands in, "" outside live entries.
func (b *builder) entryDay(sentence int) string {
	if b.entries == nil {
		return ""
	}
	return b.entries[sentence]
}
