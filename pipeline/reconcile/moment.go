package reconcile

import (
	"strings"
	"time"
)

// A moment is when a figure held: the day (and hour) that the text gives, then when its article was published.
type moment struct {
	day    string // first day of the as-of
	clock  string // "14:30", "" when not given
	former bool   // the text says that it no longer holds
	pub    time.Time
	hasPub bool
	timed  bool // pub has a time of day
	pubDay string
}

func momentOf(asOf, clock string, former bool, published string) moment {
	m := moment{day: firstDay(asOf), clock: clock, former: former}
	m.pub, m.timed, m.hasPub = parseTime(published)
	if len(published) >= 10 {
		m.pubDay = published[:10]
	}
	if m.day == "" {
		m.day = m.pubDay
	}
	if len(clock) > 5 && strings.Contains(clock, "T") { // RFC 3339 of a live entry
		if i := strings.IndexByte(clock, 'T'); len(clock) >= i+6 {
			m.clock = clock[i+1 : i+6]
		}
	}
	return m
}

// firstDay returns the day an ISO date or interval begins with, as far as it is given: "2026-05".
func firstDay(iso string) string {
	if i := strings.IndexByte(iso, '/'); i >= 0 {
		iso = iso[:i]
	}
	if i := strings.IndexByte(iso, 'T'); i >= 0 {
		iso = iso[:i]
	}
	return iso
}

func parseTime(s string) (t time.Time, timed, ok bool) {
	s = strings.TrimSpace(s)
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true, true
		}
	}
	if len(s) >= 10 {
		if t, err := time.Parse("2006-01-02", s[:10]); err == nil {
			return t, false, true
		}
	}
	return time.Time{}, false, false
}

// compare orders two moments: -1 when a is earlier, 1 when later, 0 when the same or not to be told.
// sameArticle leaves publication aside.
func (a moment) compare(b moment, sameArticle bool) int {
	if c := compareDays(a.day, b.day); c != 0 {
		return c
	}
	if a.clock != "" && b.clock != "" && a.clock != b.clock {
		return strings.Compare(a.clock, b.clock)
	}
	if a.former != b.former {
		if a.former {
			return -1
		}
		return 1
	}
	if sameArticle || !a.hasPub || !b.hasPub {
		return 0
	}
	if a.timed && b.timed {
		return a.pub.Compare(b.pub)
	}
	return strings.Compare(a.pubDay, b.pubDay)
}

// key sorts moments; unlike compare it orders every two.
func (a moment) key() string {
	former := "1"
	if a.former {
		former = "0"
	}
	return a.day + " " + a.clock + " " + former + " " + a.pub.Format(time.RFC3339)
}

// compareDays orders ISO days; one that only names the month or year of the other is not to be told from it.
func compareDays(a, b string) int {
	if a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return 0
	}
	return strings.Compare(a, b)
}

// days returns an ISO date or interval as day numbers, both ends included; ok is false when it is not a date.
func days(iso string) (from, to int, ok bool) {
	a, b, found := strings.Cut(iso, "/")
	if !found {
		b = a
	}
	from, _, ok1 := dayRange(a)
	_, to, ok2 := dayRange(b)
	return from, to, ok1 && ok2 && from <= to
}

func dayRange(s string) (from, to int, ok bool) {
	s = firstDay(s)
	switch len(s) {
	case 4:
		t, err := time.Parse("2006", s)
		return dayNumber(t), dayNumber(t.AddDate(1, 0, -1)), err == nil
	case 7:
		t, err := time.Parse("2006-01", s)
		return dayNumber(t), dayNumber(t.AddDate(0, 1, -1)), err == nil
	case 10:
		t, err := time.Parse("2006-01-02", s)
		return dayNumber(t), dayNumber(t), err == nil
	}
	return 0, 0, false
}

func dayNumber(t time.Time) int { return int(t.Unix() / 86400) }
