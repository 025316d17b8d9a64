package dates

import (
	"testing"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// Anchors and the date just spoken of reach over sentences, paragraphs and headings. A paragraph that begins with "## " is a heading.
func TestDiscourse(t *testing.T) {
	for _, c := range []struct {
		name, published string
		paragraphs      []string
		want            string
	}{
		{"the page's own zone decides the day", "2026-03-11T23:30:00-07:00", []string{"It snowed today."}, "today=2026-03-11"},
		{"no publication day: unresolved, not guessed", "", []string{"It snowed on Friday. Two died last month."}, "Friday=; last month="},
		{"no publication day, full date", "", []string{"It snowed on 3 May 2024. Two died a week later."}, "3 May 2024=2024-05-03; a week later=2024-05-10"},
		{"a dateline stands for a missing publication day", "", []string{"GENEVA, 11 May 2026 (Wire) — Two died on Friday."}, "11 May 2026=2026-05-11; Friday=2026-05-08"},
		{"a dateline a day before publication", "2026-05-12", []string{"PORT LOUIS, Mauritius, May 11 (Wire) — Two died yesterday."}, "May 11=2026-05-11; yesterday=2026-05-10"},
		{"an old date is no dateline", "2026-05-12", []string{"Geneva, 3 March 2021. Two died yesterday."}, "3 March 2021=2021-03-03; yesterday=2026-05-11"},
		{"a heading sets the day of its section", "2026-01-16",
			[]string{"## What happened on 13 December 2025?", "Prisoners were freed. One day earlier a licence was issued.", "## Where are they now?", "They are free."},
			"13 December 2025=2025-12-13; One day earlier=2025-12-12"},
		{"the lead's day stands behind later paragraphs", "2025-12-16",
			[]string{"On Monday, 15 December, he met the president.", "They spoke of the war.", "The prime minister phoned the same day."},
			"Monday, 15 December=2025-12-15; the same day=2025-12-15"},
		{"a day still to come is not where the story stands", "2026-04-28",
			[]string{"Podgorica, 28 April 2026. Votes will be cast again on 3 May.", "The office had said 58.2 the day before."},
			"28 April 2026=2026-04-28; 3 May=2026-05-03; the day before=2026-04-27"},
		{"the nearest day of the same paragraph", "2026-03-13",
			[]string{"It began on Monday. The county had 27 cases as of Thursday. The state put it at 29 on the same day."},
			"Monday=2026-03-09; Thursday=2026-03-12; the same day=2026-03-12"},
		{"headline present tells the past", "2026-03-11", []string{"## Bus crash kills nine on Monday"}, "Monday=2026-03-09"},
		{"midwinter", "2026-01-15", []string{"This winter is cold. Last winter was mild. Last summer was hot."},
			"This winter=2025-12/2026-02; Last winter=2024-12/2025-02; Last summer=2025-06/2025-08"},
		{"winter in March", "2026-03-11", []string{"The flu was mild this winter."}, "this winter=2025-12/2026-03"},
		{"year's turn, backwards", "2026-01-02", []string{"He fled on Wednesday. It began in December. On 30 December it ended."},
			"Wednesday=2025-12-31; December=2025-12; 30 December=2025-12-30"},
		{"year's turn, forwards", "2025-12-30", []string{"They will meet on Friday. Talks resume in January. He will speak on 4 January."},
			"Friday=2026-01-02; January=2026-01; 4 January=2026-01-04"},
		{"Sunday is the end of this week", "2026-03-15", []string{"Nine died this week. They died earlier this week. He sang over the weekend."},
			"this week=2026-03-09/2026-03-15; earlier this week=2026-03-09/2026-03-15; the weekend=2026-03-14/2026-03-15"},
		{"nothing to count on from: unresolved", "2026-03-11", []string{"Two weeks later he died. The next day it rained."}, "Two weeks later=; The next day="},
		{"nothing to count back from: the article's year", "2026-03-11", []string{"It made 40 more than a year earlier."}, "a year earlier=2025"},
		{"a month named a paragraph before", "2026-03-11", []string{"It began in March 2024.", "The following month it spread."}, "March 2024=2024-03; The following month=2024-04"},
		{"the story's year carries on", "2026-03-11", []string{"It went bankrupt in March 2023. In June a court agreed and in September it was sold.", "In February it reopened."},
			"March 2023=2023-03; June=2023-06; September=2023-09; February=2026-02"},
		{"an earlier month is of a later year", "2026-03-11", []string{"It went bankrupt in June 2024. In February it reopened."}, "June 2024=2024-06; February=2026-02"},
		{"the next morning follows the event, not the report", "2026-03-11", []string{"He was shot on 3 March, police said on Monday. The next morning his house burned."}, "3 March=2026-03-03; Monday=2026-03-09; The next morning=2026-03-04"},
		{"the first day is the event's, not the report's", "2026-03-11", []string{"Ghent, 11 March 2026", "The mayor said on Monday that he was shot on 3 March.", "He wept that day."}, "11 March 2026=2026-03-11; Monday=2026-03-09; 3 March=2026-03-03; that day=2026-03-03"},
		{"a dateline and two days", "2026-03-11", []string{"(Dakar, March 11, 2026) – Gunmen killed 44 people on March 8 and 9, 2026, a watchdog said today.", "They shot dead 28. The next morning others shot 16."}, "March 11, 2026=2026-03-11; March 8 and 9, 2026=2026-03-08/2026-03-09; today=2026-03-11; The next morning="},
		{"the same day to come", "2026-03-11", []string{"Voters in Gabon go to the polls on Saturday. Benin will elect a mayor on the same day."}, "Saturday=2026-03-14; the same day=2026-03-14"},
		{"a report's day where there is no other", "2026-03-11", []string{"The mayor said on Monday that he was shot.", "He wept that day."}, "Monday=2026-03-09; that day=2026-03-09"},
		{"the next morning follows the later of two days", "2026-03-11", []string{"He was held on Monday at a market where nine had died on 3 March. The next morning he was freed."}, "Monday=2026-03-09; 3 March=2026-03-03; The next morning=2026-03-10"},
		{"where the report goes on it may follow either", "2026-03-11", []string{"The ferry sank on Sunday. Police said on Monday that 12 were dead. The next day the toll rose to 14."}, "Sunday=2026-03-08; Monday=2026-03-09; The next day="},
		{"so it may where one sentence tells both", "2026-03-11", []string{"The ferry sank on Sunday, police said on Monday. Two days later the toll rose to 14."}, "Sunday=2026-03-08; Monday=2026-03-09; Two days later="},
		{"so it may where the report tells of it", "2026-03-11", []string{"The ferry sank on Sunday. Police said on Monday that the next day they saw it."}, "Sunday=2026-03-08; Monday=2026-03-09; the next day="},
		{"one who spoke may be the one who acts", "2026-03-11", []string{"The ferry sank on Sunday. She said on Monday that 12 were dead. The next day she left."}, "Sunday=2026-03-08; Monday=2026-03-09; The next day="},
		{"a report on the event's own day", "2026-03-11", []string{"The ferry sank on Sunday. Police said on Sunday that 12 were dead. The next day the toll rose to 14."}, "Sunday=2026-03-08; Sunday=2026-03-08; The next day=2026-03-09"},
		{"of two reports the last counts", "2026-03-11", []string{"The ferry sank on Sunday. Police said on Sunday that 12 were dead. The mayor said on Monday that he wept. The next day the toll rose to 14."}, "Sunday=2026-03-08; Sunday=2026-03-08; Monday=2026-03-09; The next day="},
		{"a report before the event in its sentence", "2026-03-11", []string{"Police said on Monday that the ferry sank on Sunday. The next day the toll rose to 14."}, "Monday=2026-03-09; Sunday=2026-03-08; The next day="},
		{"a report told before the event", "2026-03-11", []string{"Police said on Monday that 12 were dead. The ferry had sunk on Sunday. The next day the toll rose to 14."}, "Monday=2026-03-09; Sunday=2026-03-08; The next day=2026-03-09"},
		{"two days later follows the event", "2026-03-11", []string{"He was shot on 3 March, police told the court on Monday. Two days later he died."}, "3 March=2026-03-03; Monday=2026-03-09; Two days later=2026-03-05"},
		{"so does two days earlier", "2026-03-11", []string{"He was shot on 3 March, police said on Monday. Two days earlier he had fled."}, "3 March=2026-03-03; Monday=2026-03-09; Two days earlier=2026-03-01"},
		{"no morning follows a week", "2026-03-11", []string{"He was shot on 3 March, one of nine in the week to 8 March. The next morning he died."}, "3 March=2026-03-03; week to 8 March=2026-03-02/2026-03-08; The next morning=2026-03-04"},
		{"no morning follows a month", "2026-03-11", []string{"He was shot on 3 March, the third in March. The next morning he died."}, "3 March=2026-03-03; March=2026-03; The next morning=2026-03-04"},
		{"the sentence before counts, not the one before that", "2026-03-11", []string{"He was freed on Monday. He had been shot on 3 March. The next morning they had fled."}, "Monday=2026-03-09; 3 March=2026-03-03; The next morning=2026-03-04"},
		{"the day before two days", "2026-03-11", []string{"They killed 44 people on 9 and 10 February. They had met the day before."}, "9 and 10 February=2026-02-09/2026-02-10; the day before=2026-02-08"},
		{"behind two days told at once it may be either's", "2026-03-11", []string{"They killed 44 people on 9 and 10 February. The next morning they fled."}, "9 and 10 February=2026-02-09/2026-02-10; The next morning="},
		{"where only a report is dated, its day counts", "2026-03-11", []string{"The minister said on Monday that it was over. The next day she left."}, "Monday=2026-03-09; The next day=2026-03-10"},
		{"leap day", "2024-02-29", []string{"It rained today. A year ago it was dry. He died a month ago."}, "today=2024-02-29; A year ago=2023; a month ago=2024-01"},
		{"last day of a month", "2026-03-31", []string{"It fell last month. It was high a month ago."}, "last month=2026-02; a month ago=2026-02"},
	} {
		d := document(c.published, c.paragraphs...)
		ms := Extract(d)
		checkMentions(t, d, ms)
		if got := written(ms); got != c.want {
			t.Errorf("%s, %q:\n got %q\nwant %q", c.name, c.paragraphs, got, c.want)
		}
	}
}

// In a live blog the entry's own day counts.
func TestLiveEntry(t *testing.T) {
	a := &article.Article{Published: "2026-05-11T09:00:00Z", Text: "Shells fell yesterday."}
	a.Blocks = []article.Block{{Start: 0, End: len(a.Text), Kind: article.Paragraph, Clock: "2026-05-09T21:10:00Z"}}
	if got, want := written(Extract(extractors.Read(a))), "yesterday=2026-05-08"; got != want {
		t.Errorf("entry of 9 May: got %q, want %q", got, want)
	}
}

// What an entry says stood the day before stood the day before that entry, whatever day the story began on.
func TestLiveEntryDayBefore(t *testing.T) {
	a := &article.Article{Published: "2026-05-11T09:00:00Z", Text: "It began on 4 May.\n\nNow 40 are out. It was 31 the day before."}
	a.Blocks = []article.Block{{Start: 0, End: 18, Kind: article.Paragraph}, {Start: 20, End: len(a.Text), Kind: article.Paragraph, Clock: "2026-05-09T21:10:00Z"}}
	if got, want := written(Extract(extractors.Read(a))), "4 May=2026-05-04; the day before=2026-05-08"; got != want {
		t.Errorf("entry of 9 May: got %q, want %q", got, want)
	}
}

// The claim builder asks how a date stands to its clause.
func TestRelationAndClock(t *testing.T) {
	for _, c := range []struct{ sentence, relation, clock string }{
		{"It has been shut since Monday.", "since", ""},
		{"It stays shut until 4 May.", "until", ""},
		{"The toll stood at 31 as of Tuesday.", "as-of", ""},
		{"By early Tuesday nine had died.", "by", ""},
		{"Before 2019 it was rare.", "before", ""},
		{"It is open from Monday.", "from", ""},
		{"It closes after Easter.", "after", ""},
		{"It rained on Monday.", "", ""},
		{"It rained on Monday at 14:30.", "", "14:30"},
		{"As of noon on Tuesday nine were missing.", "as-of", "12:00"},
		{"At 6.15pm on Monday it fell.", "", "18:15"},
		{"It fell at 7 a.m. yesterday.", "", "07:00"},
	} {
		ms := Extract(document("2026-03-11", c.sentence))
		if len(ms) != 1 || ms[0].Relation != c.relation || ms[0].Clock != c.clock {
			t.Errorf("%q: got %+v, want one mention with relation %q, clock %q", c.sentence, ms, c.relation, c.clock)
		}
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct{ value, from, to string }{
		{"2026-03-04", "2026-03-04", "2026-03-04"},
		{"2026-02", "2026-02-01", "2026-02-28"},
		{"2024", "2024-01-01", "2024-12-31"},
		{"2025-12/2026-03", "2025-12-01", "2026-03-31"},
		{"1990/1999", "1990-01-01", "1999-12-31"},
		{"2026-03-09/2026-03-11", "2026-03-09", "2026-03-11"},
	} {
		p, ok := ParsePeriod(c.value)
		if !ok || p.From.Format("2006-01-02") != c.from || p.To.Format("2006-01-02") != c.to || p.String() != c.value {
			t.Errorf("ParsePeriod(%q) = %v..%v %q, %v; want %s..%s", c.value, p.From, p.To, p, ok, c.from, c.to)
		}
	}
	for _, s := range []string{"", "P4D", "2026-13", "yesterday", "2026/2025", "2026-03-04/"} {
		if p, ok := ParsePeriod(s); ok {
			t.Errorf("ParsePeriod(%q) = %v, want none", s, p)
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]string{1818: "03-22", 1943: "04-25", 2000: "04-23", 2024: "03-31", 2025: "04-20", 2026: "04-05", 2038: "04-25"} {
		if got := easter(y).Format("01-02"); got != want {
			t.Errorf("easter(%d) = %s, want %s", y, got, want)
		}
	}
}

func TestTimeline(t *testing.T) {
	d := document("2026-03-13", "It began on Monday. Nine died. Six more fell ill on Wednesday.", "## What happened on 2 March?", "Nobody knew.", "It is over.")
	line := NewTimeline(d, Extract(d))
	for i, want := range []string{"2026-03-09", "2026-03-09", "2026-03-11", "2026-03-02", "2026-03-02", "2026-03-02"} {
		if got := line.At(i).String(); got != want {
			t.Errorf("sentence %d %q: told of %s, want %s", i, d.Sentences[i].Text, got, want)
		}
	}
	if p := line.At(99); !p.Zero() {
		t.Errorf("a sentence that is not there is told of %v", p)
	}
}
