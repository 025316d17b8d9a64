package claim

import (
	"slices"
	"strings"
	"time"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/pipeline/article"
)

// A calendar is what an article tells of its days.
type calendar struct {
	published string       // day of publication in the page's zone, of the origin for a copy; "" when unknown
	main      dates.Period // zero when the text does not tell
	dated     bool         // published is a day that the page itself gives for all its figures
}

// leadSentences is how many sentences of the text tell what an article is about.
const leadSentences = 2

// maxAge is how long before publication, in days, the event of a story may lie.
const maxAge = 31

// readCalendar finds the day of the event that an article is about: the first day that its title or lead tells of, else one
// that it comes back to.
func readCalendar(d *extractors.Document, read []sentence) *calendar {
	c := &calendar{published: publicationDay(d.Article)}
	pub := midnight(d.Published)
	n := map[string]int{}
	best, lead := 0, 0
	for i := range read {
		s := &read[i]
		if s.sent.Field == extractors.Text {
			lead++
		}
		for k, m := range s.dates {
			p := m.Period
			if s.dateRoles[k] != eventDate || m.Relation == "since" || m.Relation == "by" || p.Grain != dates.Day || !p.From.Equal(p.To) ||
				!pub.IsZero() && (p.From.After(pub) || pub.Sub(p.From) > maxAge*24*time.Hour) {
				continue
			}
			switch {
			case lead <= leadSentences:
				n[m.Value] += 3
			case !p.From.Equal(pub):
				n[m.Value] += 2
			}
			if n[m.Value] > best {
				best, c.main = n[m.Value], p
			}
		}
	}
	if best < 3 {
		c.main = dates.Period{} // named once, in passing
	}
	if d.Article.SyndicatedFrom != nil && !pub.IsZero() {
		// A copy's figures are as old as its origin, which as a rule wrote on the last day that its lead tells of.
		day := leadDay(read, pub)
		if day.Zero() {
			day = c.main
		}
		if age := pub.Sub(day.From); !day.Zero() && age > 0 && age <= 48*time.Hour {
			c.published = day.From.Format(time.DateOnly)
		}
	}
	if day := dataDay(read); day != "" {
		c.published, c.dated = day, true
	}
	return c
}

// opening returns the sentences that tell what an article is about: its title and its lead.
func opening(read []sentence) []sentence {
	lead := 0
	for i := range read {
		if read[i].sent.Field == extractors.Text {
			if lead++; lead > leadSentences {
				return read[:i]
			}
		}
	}
	return read
}

// leadDay returns the last day that the lead names and that is not after publication, zero where it names none.
func leadDay(read []sentence, pub time.Time) dates.Period {
	var day dates.Period
	for _, s := range opening(read) {
		if s.sent.Field != extractors.Text {
			continue
		}
		for _, m := range s.dates {
			if p := m.Period; p.Grain == dates.Day && p.From.Equal(p.To) && !p.From.After(pub) && (day.Zero() || p.From.After(day.From)) {
				day = p
			}
		}
	}
	return day
}

// maxDataLine is how many sentences from the top a line may stand that dates all figures, and maxDataWords how long it may be.
const (
	maxDataLine  = 5
	maxDataWords = 16
)

// dataDay returns the day for which the title or a line at the top says that all figures hold, "" where none does: "Update No. 4 (as of
// 10 February)", "Data as of 18:00 on 10 February 2026."
func dataDay(read []sentence) string {
	n := 0
	for i := range read {
		s := &read[i]
		title := s.sent.Field != extractors.Text
		if !title {
			n++
		}
		if n > maxDataLine {
			break
		}
		if len(s.counts) > 0 {
			continue
		}
		for _, m := range s.dates {
			if m.Relation == "as-of" && m.Period.Grain == dates.Day && (s.inBrackets(m.From) && title || !title && s.datesData(m)) {
				return m.Value
			}
		}
	}
	return ""
}

// inBrackets reports "(as of" before token k.
func (s *sentence) inBrackets(k int) bool {
	for n := k - 1; n >= 0 && n >= k-3; n-- {
		if s.toks[n].Lower == "(" {
			return true
		}
	}
	return false
}

// datesData reports a date that a short line gives its data, or that stands right behind them: "figures are as of 11 June".
func (s *sentence) datesData(m *dates.Mention) bool {
	for k := 1; k < maxDataWords && k < m.From; k++ {
		if (s.toks[k].Lower == "are" || s.toks[k].Lower == "is") && dataWords[s.toks[k-1].Lower] {
			return true // "Unless stated otherwise, figures are those of the ministry as at 18:00 on Tuesday"
		}
	}
	near := s.toks
	if len(s.toks) > maxDataWords {
		near = s.toks[max(0, m.From-5):m.From]
	}
	return slices.ContainsFunc(near, func(t extractors.Token) bool { return dataWords[t.Lower] })
}

// dataWords name what such a line dates.
var dataWords = tell.Of("data-words")

func midnight(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// publicationDay returns the day of publication as the page writes it, "" when it gives none.
func publicationDay(a *article.Article) string {
	p := strings.TrimSpace(a.Published)
	if len(p) >= 10 {
		if _, err := time.Parse(time.DateOnly, p[:10]); err == nil {
			return p[:10]
		}
	}
	return ""
}
