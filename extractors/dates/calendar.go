package dates

import (
	"strconv"
	"time"
)

// A Grain is the unit in which a value is written.
type Grain int

// The grains of values.
const (
	Day Grain = iota
	Month
	Year
)

// A Period is the days that a value covers, both ends included. From and To are midnights in UTC.
type Period struct {
	From, To time.Time
	Grain    Grain
}

// Zero reports whether p covers nothing.
func (p Period) Zero() bool { return p.From.IsZero() }

// Covers reports whether day lies within p.
func (p Period) Covers(day time.Time) bool { return !day.Before(p.From) && !day.After(p.To) }

// writable reports whether four figures hold the years of p.
func (p Period) writable() bool { return p.From.Year() > 0 && p.To.Year() <= 9999 }

// String writes p in ISO 8601: "2026-03-04", "2026-03", "2026", or an interval of two such: "2025-09/2025-11".
func (p Period) String() string {
	if p.Zero() {
		return ""
	}
	layout := [...]string{"2006-01-02", "2006-01", "2006"}[p.Grain]
	from, to := p.From.Format(layout), p.To.Format(layout)
	if from == to {
		return from
	}
	return from + "/" + to
}

// ParsePeriod reads a value that a date Mention carries; durations and unresolved values are not periods.
func ParsePeriod(value string) (Period, bool) {
	for i := 0; i < len(value); i++ {
		if value[i] == '/' {
			a, ok1 := ParsePeriod(value[:i])
			b, ok2 := ParsePeriod(value[i+1:])
			return Period{a.From, b.To, min(a.Grain, b.Grain)}, ok1 && ok2 && !b.To.Before(a.From)
		}
	}
	for grain, layout := range [...]string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, value); err == nil {
			return span(t, Grain(grain)), true
		}
	}
	return Period{}, false
}

// span returns the day, month or year that holds t.
func span(t time.Time, g Grain) Period {
	switch g {
	case Month:
		return months(t.Year(), int(t.Month()), 1)
	case Year:
		return years(t.Year(), t.Year())
	}
	return Period{t, t, Day}
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// dayOf drops the time of day, in t's own zone.
func dayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return date(t.Year(), int(t.Month()), t.Day())
}

// validDay reports whether the month has such a day; year 0 is any year.
func validDay(y, m, d int) bool {
	if y == 0 {
		y = 2000
	}
	t := date(y, m, d)
	return m >= 1 && m <= 12 && d >= 1 && int(t.Month()) == m && t.Day() == d
}

// months returns n months from month m of year y; m may lie outside 1..12.
func months(y, m, n int) Period {
	return Period{date(y, m, 1), date(y, m+n, 0), Month}
}

func years(from, to int) Period { return Period{date(from, 1, 1), date(to, 12, 31), Year} }

// weekOf returns Monday to Sunday around t.
func weekOf(t time.Time) Period {
	monday := t.AddDate(0, 0, 1-isoWeekday(t))
	return Period{monday, monday.AddDate(0, 0, 6), Day}
}

// isoWeekday counts from Monday 1 to Sunday 7.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// addMonths moves t by n months and stays within the month reached: 31 March less one month is the last of February.
func addMonths(t time.Time, n int) time.Time {
	first := date(t.Year(), int(t.Month())+n, 1)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

func daysBetween(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

// easter returns Easter Sunday of the western churches in year y (the anonymous Gregorian computus).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(y, n/31, n%31+1)
}

// nthWeekday returns the nth such weekday of a month; 5 is the last.
func nthWeekday(y, m, weekday, n int) time.Time {
	first := date(y, m, 1)
	t := first.AddDate(0, 0, (weekday-isoWeekday(first)+7)%7+7*(n-1))
	for int(t.Month()) != m {
		t = t.AddDate(0, 0, -7)
	}
	return t
}

// duration writes n units in ISO 8601; parts of a unit are written in the next smaller one.
func duration(n float64, u unit) string {
	if n <= 0 || n > 100000 {
		return ""
	}
	switch u {
	case week:
		n, u = n*7, day
	case fortnight:
		n, u = n*14, day
	case weekend:
		n, u = n*2, day
	case night:
		u = day
	case quarter:
		n, u = n*3, month
	case decade:
		n, u = n*10, year
	case century:
		n, u = n*100, year
	}
	if n == float64(int(n))+0.5 && u == year && n > 2 { // half a year and a year and a half are told in months: P6M, P18M
		return "P" + strconv.Itoa(int(n)) + "Y6M"
	}
	if n != float64(int(n)) {
		smaller := map[unit]struct {
			of float64
			u  unit
		}{year: {12, month}, month: {30, day}, day: {24, hour}, hour: {60, minute}, minute: {60, second}}[u]
		if smaller.of == 0 {
			return ""
		}
		n, u = float64(int(n*smaller.of+0.5)), smaller.u
	}
	letter := map[unit]string{year: "Y", month: "M", day: "D", hour: "H", minute: "M", second: "S"}[u]
	prefix := "P"
	if u == hour || u == minute || u == second {
		prefix = "PT"
	}
	return prefix + strconv.Itoa(int(n)) + letter
}
