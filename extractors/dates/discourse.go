package dates

import (
	"time"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// maxDateline is the most tokens that stand before a date in a dateline: "SANTA CRUZ DE LA SIERRA, Bolivia, May 11".
const maxDateline = 12

// A Timeline says where a story stands: for each sentence the day that its events are told of.
type Timeline struct{ at []Period }

// NewTimeline reads the timeline of d from the mentions that Extract found in it.
func NewTimeline(d *extractors.Document, ms []Mention) *Timeline {
	x := newDiscourse(d)
	t := &Timeline{at: make([]Period, len(d.Sentences))}
	for i, k := 0, 0; i < len(d.Sentences); i++ {
		s := &d.Sentences[i]
		x.enter(s)
		for ; k < len(ms) && ms[k].Sentence == i; k++ {
			if !ms[k].Period.Zero() {
				x.tell(s, said{period: ms[k].Period})
			}
		}
		t.at[i], _ = x.focus(s, x.anchorAt(s), Day)
	}
	return t
}

// At returns the day that sentence i is told of: the last day named in it or before it in its paragraph, else the one in the heading
// of its section, else the first day named in the article, else the article's own. Zero when there is none.
func (t *Timeline) At(i int) Period {
	if i < 0 || i >= len(t.at) {
		return Period{}
	}
	return t.at[i]
}

// maxBack is how many dates back the one just spoken of is sought.
const maxBack = 60

// maxSentencesBack is how far back the month or year just spoken of may stand.
const maxSentencesBack = 5

// A discourse remembers which dates were spoken of, so that "the day before" finds its day.
type discourse struct {
	doc     *extractors.Document
	anchor  time.Time
	said    []said // in text order
	lead    said   // the first day, or two together, named in the text, one of the report only where there is no other
	heading Period // the day or period that the section's heading names
}

type said struct {
	sentence, block int
	period          Period
	year            bool // its year was named
	report          bool // it dates the report, not what happened: "said on Tuesday"
	opens           bool // its sentence opens with it: "In 2008, ..."
}

// Anchor returns the day that relative dates in d count from: the dateline's, where it lies close to the day of publication
// or that is unknown, else the day of publication in the page's own zone. Zero when neither is known.
func Anchor(d *extractors.Document) time.Time {
	published := dayOf(d.Published)
	line, ok := Dateline(d)
	if !ok {
		return published
	}
	if published.IsZero() {
		return line
	}
	if n := daysBetween(line, published); n >= -1 && n <= 3 {
		return line
	}
	return published
}

// Dateline returns the day in the article's dateline ("GENEVA, May 11 —"), false where it has none.
func Dateline(d *extractors.Document) (time.Time, bool) {
	seen := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Field != extractors.Text || s.Kind == article.Heading || s.Kind == article.Row {
			continue
		}
		if seen++; seen > 4 {
			break
		}
		for _, f := range scan(s) {
			if f.expr.op != opDate || f.expr.day == 0 || !isDateline(s, &f) {
				continue
			}
			c := context{anchor: dayOf(d.Published), tense: past}
			if p, ok := c.resolve(&f.expr); ok {
				return p.From, true
			}
		}
	}
	return time.Time{}, false
}

// isDateline reports whether only place names stand before the date and a dash, bracket or the end after it.
func isDateline(s *extractors.Sentence, f *found) bool {
	if f.from == 0 || f.from > maxDateline {
		return false
	}
	for _, t := range s.Tokens[:f.from] {
		switch {
		case t.Text == "," || t.Text == "(" || t.Text == ")" || t.Text == "/" || t.Text == "." || capital(t.Text):
		case t.Lower == "de" || t.Lower == "la" || t.Lower == "al" || t.Lower == "del":
		default:
			return false
		}
	}
	if f.to >= len(s.Tokens) {
		return true
	}
	switch s.Tokens[f.to].Text {
	case "—", "–", "-", "--", ".", ":", "(", "/", ")", "|", "_":
		return true
	}
	return false
}

func newDiscourse(d *extractors.Document) *discourse {
	return &discourse{doc: d, anchor: Anchor(d)}
}

// anchorAt returns the day that relative dates in s count from: in a live blog the day of the entry.
func (x *discourse) anchorAt(s *extractors.Sentence) time.Time {
	if len(s.Clock) >= 10 {
		if t, err := time.Parse("2006-01-02", s.Clock[:10]); err == nil {
			return t
		}
	}
	return x.anchor
}

// tell records a resolved date of sentence s.
func (x *discourse) tell(s *extractors.Sentence, t said) {
	t.sentence, t.block = s.Index, s.Block
	x.said = append(x.said, t)
	if s.Kind == article.Heading && t.period.Grain <= Month {
		x.heading = t.period
	}
	if (x.lead.period.Zero() || x.lead.report && !t.report) && s.Field == extractors.Text && s.Kind != article.Heading && (isSingleDay(t.period) || isTwoDays(t.period)) {
		x.lead = t
	}
}

// enter is told of each sentence before its dates: a heading closes the section before it.
func (x *discourse) enter(s *extractors.Sentence) {
	if s.Kind == article.Heading {
		x.heading = Period{}
	}
}

// eventDay returns the day after which "the next morning" follows: of the days told last in the block the latest, days on which somebody spoke
// left out, and days still to come but where the clause looks ahead. Where there is none, the date just spoken of. None where somebody spoke on another
// day since, unless in the same sentence and the clause is of him of whom that tells: "He was shot on 3 March, police said on Monday. The next day he died."
func (x *discourse) eventDay(s *extractors.Sentence, anchor time.Time, ahead, ofHim bool) (Period, bool) {
	var day, report Period
	at, reportAt := -1, -1
	for i := len(x.said) - 1; i >= max(0, len(x.said)-maxBack); i-- {
		t := &x.said[i]
		switch {
		case t.block != s.Block, at >= 0 && t.sentence != at:
			i = 0
		case t.report && reportAt < 0:
			report, reportAt = t.period, t.sentence
		case t.report, !isDays(t.period):
		case t.sentence != s.Index && !anchor.IsZero() && t.period.From.After(anchor) && !ahead:
		case at < 0 || t.period.To.After(day.To):
			day, at = t.period, t.sentence
		}
	}
	switch {
	case at < 0:
		return x.focus(s, anchor, Day)
	case reportAt >= 0 && report != day && !(ofHim && reportAt == at):
		return Period{}, false
	}
	return day, true
}

// spoken returns the day of that weekday told last.
func (x *discourse) spoken(weekday int) (Period, bool) {
	for i := len(x.said) - 1; i >= 0; i-- {
		if p := x.said[i].period; isSingleDay(p) && isoWeekday(p.From) == weekday {
			return p, true
		}
	}
	return Period{}, false
}

// opened returns the year that s opens with, 0 for none: "In 2008, the army attacked on 8 August".
func (x *discourse) opened(s *extractors.Sentence) int {
	for i := len(x.said) - 1; i >= 0 && x.said[i].sentence == s.Index; i-- {
		if t := &x.said[i]; t.opens && t.period.Grain == Year && t.period.From.Year() == t.period.To.Year() {
			return t.period.From.Year()
		}
	}
	return 0
}

// isDays reports a day or a few days together, not a week.
func isDays(p Period) bool { return p.Grain == Day && daysBetween(p.From, p.To) <= 3 }

func isSingleDay(p Period) bool { return p.Grain == Day && p.From.Equal(p.To) }

// last returns the date named last in the paragraph of s, in s or the sentence before, and whether its year was named.
func (x *discourse) last(s *extractors.Sentence) (Period, bool) {
	if len(x.said) == 0 {
		return Period{}, false
	}
	t := &x.said[len(x.said)-1]
	if t.block != s.Block || s.Index-t.sentence > 1 {
		return Period{}, false
	}
	return t.period, t.year
}

// namedYear returns the date of the last sentences that was told last with its year: days without one say less of "that year".
func (x *discourse) namedYear(s *extractors.Sentence) (Period, bool) {
	for i := len(x.said) - 1; i >= max(0, len(x.said)-maxBack); i-- {
		t := &x.said[i]
		if s.Index-t.sentence > maxSentencesBack {
			break
		}
		if t.year && t.period.Grain <= Year && t.period.From.Year() == t.period.To.Year() {
			return t.period, true
		}
	}
	return Period{}, false
}

// focus returns the date just spoken of at grain g or finer: in the sentence, then in its block, then in the section's heading,
// then the first day that the article named, or for months and years the one named last. told is false where all that is left is
// the article's day; the period is then zero if that is not known either.
func (x *discourse) focus(s *extractors.Sentence, anchor time.Time, g Grain) (p Period, told bool) {
	for i := len(x.said) - 1; i >= max(0, len(x.said)-maxBack); i-- {
		t := &x.said[i]
		if t.sentence != s.Index && (t.block != s.Block || s.Field == extractors.Title) && (g == Day || s.Index-t.sentence > maxSentencesBack) {
			break
		}
		if t.period.Grain > g || g == Day && !isDays(t.period) {
			continue
		}
		if t.sentence != s.Index && !anchor.IsZero() && t.period.From.After(anchor) {
			continue // a day still to come is not where the story stands
		}
		return t.period, true
	}
	switch {
	case !x.heading.Zero() && x.heading.Grain <= g:
		return x.heading, true
	case g == Day && s.Clock == "" && !x.lead.period.Zero() && (anchor.IsZero() || !x.lead.period.From.After(anchor)):
		return x.lead.period, true
	case !anchor.IsZero():
		return span(anchor, g), false
	}
	return Period{}, false
}
