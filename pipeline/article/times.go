package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"crosstally/extractors/lexicon"
)

// monthNames maps the names of months in the languages of Europe to their number.
var monthNames = func() map[string]int {
	out := map[string]int{}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/months.tsv", 2) {
		n, err := strconv.Atoi(e.Fields[1])
		if err != nil {
			panic(fmt.Sprintf("lexicon/months.tsv:%d: %v", e.Line, err))
		}
		out[e.Fields[0]] = n
	}
	return out
}()

// zoned are the layouts with a zone, local those with a time of day alone. A zone without an offset ("CEST") is not among them: Go would read it as UTC.
var (
	zoned = []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05Z0700",
		"2006-01-02T15Z07:00", time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 -0700 2006", "2006/01/02 15:04:05 -0700"}
	local = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02 15:04:05", "2006/01/02 15:04", "20060102150405"}
)

// isoTime is the first of the values that is a time or date, as RFC 3339 with its own zone, as a local time without one, or as a date.
func isoTime(values ...string) string {
	for _, v := range values {
		if t := oneTime(strings.TrimSpace(v), ""); t != "" {
			return t
		}
	}
	return ""
}

func oneTime(v, language string) string {
	if len(v) < 6 || len(v) > 200 {
		return ""
	}
	v = strings.TrimSuffix(v, "[UTC]")
	if c := v[0]; c >= '0' && c <= '9' || strings.HasSuffix(v, "00") || strings.HasSuffix(v, "GMT") {
		if t, err := time.Parse(time.DateOnly, v); err == nil && sane(t) {
			return v
		}
		for _, l := range zoned {
			if t, err := time.Parse(l, v); err == nil && sane(t) {
				return t.Format(time.RFC3339)
			}
		}
		for _, l := range local {
			if t, err := time.Parse(l, v); err == nil && sane(t) {
				return t.Format("2006-01-02T15:04:05")
			}
		}
		if t, err := time.Parse("Mon, 02 Jan 2006 15:04:05 GMT", v); err == nil && sane(t) {
			return t.Format(time.RFC3339)
		}
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			return numberTime(n)
		}
	}
	return findDate(v, language)
}

// sane refuses the years of typing errors, and the days that software gives for none: zero of Unix (in a zone west of it, the day before), of SQL and of spreadsheets.
func sane(t time.Time) bool {
	switch t.UTC().Format(time.DateOnly) {
	case "1970-01-01", "1969-12-31", "1900-01-01", "1899-12-31", "1899-12-30":
		return false
	}
	return t.Year() >= 1800 && t.Year() <= 2100
}

// numberTime reads a number: 20260304, or seconds or milliseconds since 1970.
func numberTime(n int64) string {
	var t time.Time
	switch {
	case n > 19900000 && n < 21010000:
		return dateOf(int(n/10000), int(n/100%100), int(n%100))
	case n > 800_000_000 && n < 4_000_000_000:
		t = time.Unix(n, 0)
	case n > 800_000_000_000 && n < 4_000_000_000_000:
		t = time.UnixMilli(n)
	default:
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func dateOf(y, m, d int) string {
	if y < 1990 || y > 2100 || m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() == d {
		return t.Format(time.DateOnly)
	}
	return ""
}

// findDate reads the first date in a short text: "2026-03-04", "4.3.2026", "4 March 2026", "March 4th, 2026", "4. März 2026", "2026年3月4日". Day and month in
// figures alone ("02/03/2026") are read only where one is over 12 or the page's language leaves no doubt.
func findDate(t, language string) string {
	if !strings.ContainsFunc(t, unicode.IsDigit) {
		return ""
	}
	ps := dateParts(t)
	for i := range ps {
		if d := dateAt(ps[i:], language); d != "" {
			return d
		}
	}
	return ""
}

// A datePart is a number, a month's name, or another word (all zero but sep).
type datePart struct {
	n, month, width int
	sep             string // what stands between it and the next part
}

func dateParts(t string) []datePart {
	var out []datePart
	for i := 0; i < len(t) && len(out) < 40; {
		j := i
		switch c := t[i]; {
		case c >= '0' && c <= '9':
			for j < len(t) && t[j] >= '0' && t[j] <= '9' {
				j++
			}
			n := -1
			if j-i <= 8 {
				n, _ = strconv.Atoi(t[i:j])
			}
			out = append(out, datePart{n: n, width: j - i})
			for _, s := range [...]string{"st", "nd", "rd", "th", "er"} {
				if strings.HasPrefix(t[j:], s) && (j+2 == len(t) || !isLetterByte(t[j+2])) {
					j += 2
					break
				}
			}
		case isLetterByte(c):
			for j < len(t) && isLetterByte(t[j]) {
				j++
			}
			if w := strings.ToLower(t[i:j]); w != "de" && w != "of" && w != "del" && w != "the" {
				if strings.HasPrefix(w, "年") || strings.HasPrefix(w, "月") || strings.HasPrefix(w, "日") {
					if len(out) > 0 {
						out[len(out)-1].sep += w[:3]
					}
				} else {
					out = append(out, datePart{month: monthNames[w]})
				}
			}
		default:
			for j < len(t) && !isLetterByte(t[j]) && (t[j] < '0' || t[j] > '9') {
				j++
			}
			if len(out) > 0 {
				out[len(out)-1].sep += strings.TrimSpace(t[i:j])
			}
		}
		i = j
	}
	return out
}

func isLetterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }

func dateAt(p []datePart, language string) string {
	if len(p) == 0 || p[0].month == 0 && p[0].width == 0 {
		return ""
	}
	if p[0].width == 8 && len(p) >= 1 && p[0].n > 19900000 && p[0].n < 21010000 {
		return dateOf(p[0].n/10000, p[0].n/100%100, p[0].n%100)
	}
	if len(p) < 3 {
		return ""
	}
	a, b, c := p[0], p[1], p[2]
	short := func(x datePart) bool { return x.width == 1 || x.width == 2 }
	link := a.sep == b.sep
	switch {
	case a.width == 4 && short(b) && short(c) && (link && (a.sep == "-" || a.sep == "/" || a.sep == ".") || a.sep == "年"):
		return dateOf(a.n, b.n, c.n)
	case short(a) && b.month > 0 && c.width == 4 && len(a.sep) <= 1:
		return dateOf(c.n, b.month, a.n)
	case a.month > 0 && short(b) && c.width == 4 && len(b.sep) <= 1:
		return dateOf(c.n, a.month, b.n)
	case short(a) && short(b) && c.width == 4 && link && (a.sep == "." || a.sep == "-" || a.sep == "|"):
		return dateOf(c.n, b.n, a.n)
	case a.width == 2 && b.width == 2 && c.width == 2 && link && a.sep == "." && c.n >= 0: // 28.09.19
		return dateOf(2000+c.n, b.n, a.n)
	case short(a) && short(b) && c.width == 4 && link && a.sep == "/":
		return slashDate(a.n, b.n, c.n, language)
	}
	return ""
}

// slashDate reads day and month where they can be told apart.
func slashDate(a, b, year int, language string) string {
	switch {
	case a > 12:
		return dateOf(year, b, a)
	case b > 12 || strings.EqualFold(language, "en-us") || a == b:
		return dateOf(year, a, b)
	case language != "" && !strings.EqualFold(language, "en"):
		return dateOf(year, b, a)
	}
	return ""
}

// hasDate reports whether a short line holds a date.
func hasDate(t string) bool { return len(t) < 160 && findDate(t, "en-us") != "" }

var (
	urlDay      = regexp.MustCompile(`[/_-](20\d\d|199\d)(?:[/_-]([01]?\d)[/_-]([0-3]?\d)|([01]\d)-?/?([0-3]\d))(?:[/_.,-]|$)`)
	urlEuropean = regexp.MustCompile(`[/_-]([0-3]\d)[_.-]([01]\d)[_.-](20\d\d)(?:[/_.-]|$)`)
	urlName     = regexp.MustCompile(`(?i)/(20\d\d|199\d)/([a-z]{3})/(\d{1,2})/`)
)

// dateInURL reads the day in an address: "/2026/03/04/", "/2026/mar/04/", "-2026-03-04.html".
func dateInURL(u string) string {
	if x := urlName.FindStringSubmatch(u); x != nil {
		y, _ := strconv.Atoi(x[1])
		d, _ := strconv.Atoi(x[3])
		if t := dateOf(y, monthNames[strings.ToLower(x[2])], d); t != "" {
			return t
		}
	}
	if i := strings.LastIndex(u, "http"); i > 0 { // an archive's address holds the page's own
		u = u[i:]
	}
	if x := urlEuropean.FindStringSubmatch(u); x != nil {
		d, _ := strconv.Atoi(x[1])
		m, _ := strconv.Atoi(x[2])
		y, _ := strconv.Atoi(x[3])
		return dateOf(y, m, d)
	}
	if x := urlDay.FindStringSubmatch(u); x != nil {
		y, _ := strconv.Atoi(x[1])
		m, _ := strconv.Atoi(x[2] + x[4])
		d, _ := strconv.Atoi(x[3] + x[5])
		return dateOf(y, m, d)
	}
	return ""
}
