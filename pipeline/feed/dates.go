package feed

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A DateFlag says what is wrong with an entry's date.
type DateFlag string

// The flags of dates. Only NoZone leaves a value; the others leave Published empty, so that the page's own date stands.
const (
	DateGood      DateFlag = ""
	DateMissing   DateFlag = "missing"
	DateUnread    DateFlag = "unread"      // in no form that is known
	DateAmbiguous DateFlag = "ambiguous"   // 02/03/2024: two readings
	DateUnlikely  DateFlag = "implausible" // before 1990 or after 2100: an empty field, a broken clock
	DateNoZone    DateFlag = "no zone"     // a local time of an unknown place
	DateFuture    DateFlag = "future"      // set by Future, which has a clock
)

// Future flags an entry dated more than a day ahead of now, and reports whether it did.
func (e *Entry) Future(now time.Time) bool {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, e.Published); err == nil && t.After(now.Add(24*time.Hour)) {
			e.DateFlag = DateFuture
			return true
		}
	}
	return false
}

// zones are the names that stand for one offset in dates of mail and feeds; others, such as IST, have several.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000", "WET": "+0000", "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700", "AKST": "-0900", "AKDT": "-0800", "HST": "-1000", "CET": "+0100", "CEST": "+0200",
	"MEZ": "+0100", "MESZ": "+0200", "WEST": "+0100", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "SAST": "+0200", "EAT": "+0300", "WAT": "+0100",
	"JST": "+0900", "KST": "+0900", "PKT": "+0500", "HKT": "+0800", "SGT": "+0800", "AEST": "+1000", "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300",
}

var (
	lastZone   = regexp.MustCompile(`\s*\(?\b([A-Z]{1,4})\)?$`)
	weekday    = regexp.MustCompile(`^[\p{L}]{2,10}\.?,?\s+(?:the\s+)?`)
	zoned      = []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700 MST", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04:05 -07:00", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04 -0700", "2 January 2006 15:04:05 -0700", "Jan 2, 2006 15:04:05 -0700", "Jan 2, 2006 3:04 PM -0700", "January 2, 2006 3:04 PM -0700", "January 2, 2006 15:04 -0700", "Jan 2 15:04:05 -0700 2006"}
	zoneless   = []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006/01/02 15:04:05", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 January 2006 15:04", "Jan 2, 2006 15:04:05", "January 2, 2006 15:04", "January 2, 2006 3:04 PM"}
	dayOnly    = []string{time.DateOnly, "2006/01/02", "20060102", "2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006"}
	slashDate  = regexp.MustCompile(`^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(.*)$`)
	epoch      = regexp.MustCompile(`^\d{10}(?:\d{3})?$`)
	doubleZone = regexp.MustCompile(`([+-]\d{4}) \([^()]*\)$`)
)

// readDate returns what a date says, without guessing.
func readDate(raw string) (string, DateFlag) {
	s := strings.Join(strings.Fields(raw), " ")
	if s == "" {
		return "", DateMissing
	}
	if len(s) > 80 {
		return "", DateUnread
	}
	if epoch.MatchString(s) {
		n, _ := strconv.ParseInt(s[:10], 10, 64) // ten digits always are a number
		return plausible(time.Unix(n, 0).UTC(), time.RFC3339, DateGood)
	}
	if m := slashDate.FindStringSubmatch(s); m != nil {
		return readSlashDate(m)
	}
	s = doubleZone.ReplaceAllString(s, "$1")
	if bare, ok := strings.CutSuffix(s, " Z"); ok {
		s = bare + " +0000"
	}
	odd := false // a zone that may be several
	if m := lastZone.FindStringSubmatchIndex(s); m != nil && s[m[2]:m[3]] != "AM" && s[m[2]:m[3]] != "PM" && !strings.HasSuffix(s, "Z") {
		if offset, ok := zones[s[m[2]:m[3]]]; ok {
			s = s[:m[0]] + " " + offset
		} else {
			s, odd = s[:m[0]], true
		}
	}
	for _, form := range []string{s, weekday.ReplaceAllString(s, "")} {
		if !odd {
			if t, ok := parseAny(form, zoned); ok {
				return plausible(t, time.RFC3339, DateGood)
			}
		}
		if t, ok := parseAny(form, zoneless); ok {
			return plausible(t, "2006-01-02T15:04:05", DateNoZone)
		}
		if t, ok := parseAny(form, dayOnly); ok {
			return plausible(t, time.DateOnly, DateGood)
		}
	}
	return "", DateUnread
}

func parseAny(s string, layouts []string) (time.Time, bool) {
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// readSlashDate reads 16/06/2024, in which one number can only be the day.
func readSlashDate(m []string) (string, DateFlag) {
	a, _ := strconv.Atoi(m[1]) // at most two digits
	b, _ := strconv.Atoi(m[2])
	year, _ := strconv.Atoi(m[3])
	switch {
	case a > 12 && b >= 1 && b <= 12:
	case b > 12 && a >= 1 && a <= 12:
		a, b = b, a
	case a == b && a >= 1:
	case a >= 1 && b >= 1 && a <= 12 && b <= 12:
		return "", DateAmbiguous
	default:
		return "", DateUnread
	}
	t := time.Date(year, time.Month(b), a, 0, 0, 0, 0, time.UTC)
	if t.Day() != a {
		return "", DateUnread
	}
	return plausible(t, time.DateOnly, DateGood)
}

func plausible(t time.Time, layout string, flag DateFlag) (string, DateFlag) {
	if t.Year() < 1990 || t.Year() > 2100 {
		return "", DateUnlikely
	}
	return t.Format(layout), flag
}
