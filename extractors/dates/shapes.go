package dates

import (
	"strconv"
	"strings"

	"crosstally/extractors"
)

// classify says what a token may be.
func (v *vocabulary) classify(t *extractors.Token) word {
	s := t.Lower
	w, ok := v.words[s]
	if only := w.classes &^ (cNotDate | cHoliday); only == 0 { // known at most as the beginning of a phrase: "24 hours a day"
		shape := word{}
		if s[0] >= '0' && s[0] <= '9' {
			shape = classifyFigures(s)
		} else if !ok || strings.IndexByte(s, '-') > 0 {
			shape = v.classifyHyphened(s, t)
		}
		shape.classes |= w.classes
		shape.literal = w.literal
		return shape
	}
	if w.classes&(cMonth|cWeekdayAb|cWeekday) != 0 && !capital(t.Text) && (w.kind == "capital" || w.classes&cWeekdayAb != 0) {
		w.classes &^= cMonth | cMonthName | cWeekdayAb
	}
	return w
}

func capital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// classifyFigures reads the shapes of tokens that begin with a figure.
func classifyFigures(s string) word {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	n, _ := strconv.Atoi(s[:min(digits, 9)])
	rest := s[digits:]
	if rest == "" {
		return figures(n, digits)
	}
	switch rest {
	case "st", "nd", "rd", "th":
		if n >= 1 && n <= 31 {
			return word{classes: cOrdinal, value: n}
		}
		return word{}
	case "s":
		if digits == 4 && n%10 == 0 || digits == 2 && n%10 == 0 {
			return word{classes: cDecade, value: n}
		}
		return word{}
	}
	if _, _, ok := parseClock(s); ok {
		return word{classes: cClock | cCard, number: decimal(s)}
	}
	switch rest {
	case "hr", "hrs", "min", "mins", "sec", "secs", "yr", "yrs":
		return word{classes: cSpanAdj, number: float64(n), value: int(glued[rest[0]])}
	}
	if rest[0] == '-' {
		return spanAdjective(float64(n), s[digits+1:])
	}
	if next, err := strconv.Atoi(rest[1:]); rest[0] == '/' && digits == 4 && len(rest) == 5 && err == nil && next == n+1 && n >= 1000 && n < 2100 { // 1984/1985
		return word{classes: cYearPair, value: n}
	}
	if rest[0] == '/' && digits == 4 && len(rest) == 3 && n >= 1900 && n < 2100 { // 2025/26
		if two, err := strconv.Atoi(rest[1:]); err == nil && two == (n+1)%100 {
			return word{classes: cYearPair, value: n}
		}
	}
	if _, _, _, ok := numericDate(s); ok {
		return word{classes: cNumeric}
	}
	if n, ok := plainNumber(s); ok {
		return word{classes: cCard, number: n, kind: "figures"}
	}
	return word{}
}

// glued are the units that short forms behind figures name by their first letter: 3hrs, 10mins.
var glued = map[byte]unit{'h': hour, 'm': minute, 's': second, 'y': year}

func figures(n, digits int) word {
	w := word{classes: cCard, number: float64(n), value: n, kind: "figures"}
	switch {
	case digits <= 2 && n >= 1 && n <= 31:
		w.classes |= cDay
		if digits == 2 {
			w.classes |= cTwo
		}
	case digits == 2:
		w.classes |= cTwo
	case digits == 4 && n >= 1000 && n < 2200:
		w.classes |= cYear
	case digits > 9:
		return word{}
	}
	return w
}

func decimal(s string) float64 {
	n, _ := plainNumber(s)
	return n
}

// plainNumber reads "1,200" and "2.5".
func plainNumber(s string) (float64, bool) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && c != ',' && c != '.' {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return n, err == nil
}

// classifyHyphened reads words with an inner hyphen: mid-May, late-2024, five-year, twenty-four.
func (v *vocabulary) classifyHyphened(s string, t *extractors.Token) word {
	k := strings.IndexByte(s, '-')
	if k <= 0 || k == len(s)-1 {
		return v.classifyGlued(s)
	}
	left, right := s[:k], s[k+1:]
	if left == "mid" || left == "early" || left == "late" {
		return v.classifyPart(right)
	}
	if w, ok := v.words[left]; ok && w.classes&cCard != 0 {
		if r, ok := v.words[right]; ok && r.kind == "ones" && w.kind == "tens" {
			return word{classes: cCard | cSpelledYear, number: w.number + r.number, kind: "tens"}
		}
		return spanAdjective(w.number, right)
	}
	if w := v.words[left]; right == "quarter" && w.classes&cOrdWord != 0 {
		return word{classes: cQuarterAdj, value: w.value}
	}
	if w, r := v.words[left], v.words[right]; w.classes&cWeekday != 0 && r.classes&cDaypart != 0 && capital(t.Text) {
		return word{classes: cWeekday, value: w.value} // his Tuesday-night wins
	}
	if right == "long" {
		if w, ok := v.words[left]; ok && w.classes&cUnit != 0 {
			return word{classes: cSpanAdj, number: 1, value: int(w.unit())}
		}
	}
	return word{}
}

// classifyGlued reads "midweek", "weeklong", "mid1990s" not.
func (v *vocabulary) classifyGlued(s string) word {
	if s == "midweek" {
		return word{classes: cPartWeek}
	}
	if left, ok := strings.CutSuffix(s, "long"); ok && len(left) > 2 {
		if w, ok := v.words[left]; ok && w.classes&cUnit != 0 && w.unit() > hour {
			return word{classes: cSpanAdj, number: 1, value: int(w.unit())}
		}
	}
	return word{}
}

func (v *vocabulary) classifyPart(rest string) word {
	if rest == "week" {
		return word{classes: cPartWeek}
	}
	w, ok := v.words[rest]
	if !ok {
		w = classifyFigures(rest)
	}
	switch {
	case w.classes&cMonth != 0:
		return word{classes: cPartMonth, value: w.value}
	case w.classes&cYear != 0:
		return word{classes: cPartYear, value: w.value}
	case w.classes&(cDecade|cDecadeWord) != 0:
		return word{classes: cPartDecade, value: w.value}
	case w.classes&cSeason != 0:
		return word{classes: cPartSeason, value: w.value}
	}
	return word{}
}

// spanAdjective reads what follows the hyphen of "72-hour", "five-year"; "62-year-old" is an age.
func spanAdjective(n float64, rest string) word {
	if w, ok := vocabUnit(strings.TrimSuffix(rest, "-long")); ok && n > 0 && w != quarter {
		return word{classes: cSpanAdj, number: n, value: int(w)}
	}
	return word{}
}

func vocabUnit(s string) (unit, bool) {
	u, ok := unitNames[strings.TrimSuffix(s, "s")]
	return u, ok
}

// parseClock reads "14:30", "7.45am", "9am", "14h30".
func parseClock(s string) (h, m int, ok bool) {
	body, pm, am := s, false, false
	for _, suffix := range [...]string{"am", "a.m.", "pm", "p.m."} {
		if b, cut := strings.CutSuffix(s, suffix); cut {
			body, pm, am = b, suffix[0] == 'p', suffix[0] == 'a'
			break
		}
	}
	hs, ms := body, "0"
	sep := strings.IndexAny(body, ":.h")
	if sep > 0 {
		hs, ms = body[:sep], body[sep+1:]
		if body[sep] == '.' && !am && !pm || len(ms) < 2 {
			return 0, 0, false
		}
		ms = ms[:2]
	} else if !am && !pm {
		return 0, 0, false
	}
	h, err1 := strconv.Atoi(hs)
	m, err2 := strconv.Atoi(ms)
	if err1 != nil || err2 != nil || h > 24 || m > 59 || (am || pm) && (h > 12 || h == 0) {
		return 0, 0, false
	}
	return twelve(h, am, pm), m, true
}

// twelve turns an hour of the twelve-hour clock into one of the day's 24.
func twelve(h int, am, pm bool) int {
	switch {
	case pm && h < 12:
		return h + 12
	case am && h == 12:
		return 0
	}
	return h
}

// numericDate reads 13.12.2025 (day first), 2025.12.13, 12/13/2025 and 2025/12/13. With slashes the order of day and month
// differs between countries: 3/4/2025 has month and day 0.
func numericDate(s string) (y, m, d int, ok bool) {
	sep := "."
	if strings.Contains(s, "/") {
		sep = "/"
	}
	f := strings.Split(s, sep)
	if len(f) != 3 {
		return 0, 0, 0, false
	}
	var n [3]int
	for i, x := range f {
		v, err := strconv.Atoi(x)
		if err != nil || len(x) > 4 {
			return 0, 0, 0, false
		}
		n[i] = v
	}
	switch {
	case len(f[0]) == 4 && len(f[2]) <= 2:
		y, m, d = n[0], n[1], n[2]
	case len(f[2]) == 4 && len(f[0]) <= 2 && len(f[1]) <= 2:
		y, m, d = n[2], n[1], n[0]
		if sep == "/" && m > 12 {
			m, d = d, m
		} else if sep == "/" && d <= 12 && d != m && validDay(y, m, d) {
			return y, 0, 0, y >= 1000
		}
	}
	return y, m, d, y >= 1000 && y < 2200 && validDay(y, m, d)
}
