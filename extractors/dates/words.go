package dates

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosstally/extractors"
	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lists embed.FS

// A class is a set of the kinds of words that patterns ask for, one bit each.
type class uint64

const (
	cMonth       class = 1 << iota // month name or short form
	cMonthName                     // a month written out
	cWeekday                       // Saturday
	cWeekdayAb                     // Sat
	cWeekdays                      // Saturdays
	cDay                           // 1 to 31 in figures
	cOrdinal                       // 3rd
	cOrdWord                       // third
	cYear                          // 1000 to 2199 in four figures
	cTwo                           // two figures
	cDecade                        // 1990s
	cDecadeWord                    // nineties
	cNumeric                       // 13.12.2025
	cClock                         // 14:30, 7.45am
	cSeason                        // winter
	cUnit                          // day
	cUnits                         // days
	cSpanAdj                       // 72-hour
	cCard                          // begins a number
	cDeictic                       // today
	cLast                          // last
	cNext                          // next
	cThis                          // this
	cDaypart                       // evening
	cPart                          // early
	cStart                         // beginning
	cEnd                           // end
	cMeridiem                      // a.m.
	cEvery                         // each
	cOften                         // twice
	cRecurring                     // weekdays
	cAdverb                        // daily
	cZone                          // GMT
	cHoliday                       // begins a holiday's name
	cPartMonth                     // mid-May
	cPartYear                      // mid-2024
	cPartDecade                    // mid-1990s
	cPartSeason                    // mid-summer
	cPartWeek                      // midweek
	cSpelledYear                   // nineteen, twenty, two: may begin a year in words
	cDash                          // hyphen or dash
	cYearPair                      // 2025/26
	cNotDate                       // begins a name that is no date
)

var classNames = map[string]class{
	"MONTH": cMonth, "MONTHNAME": cMonthName, "WEEKDAY": cWeekday, "WEEKDAYAB": cWeekdayAb, "WEEKDAYS": cWeekdays, "DAY": cDay, "ORD": cOrdinal, "ORDWORD": cOrdWord,
	"YEAR": cYear, "TWO": cTwo, "DECADE": cDecade, "DECADEWORD": cDecadeWord, "NUMERIC": cNumeric, "CLOCK": cClock, "SEASON": cSeason, "UNIT": cUnit, "UNITS": cUnits,
	"SPANADJ": cSpanAdj, "DEICTIC": cDeictic, "LAST": cLast, "NEXT": cNext, "THIS": cThis, "DAYPART": cDaypart, "PART": cPart, "START": cStart, "END": cEnd,
	"MERIDIEM": cMeridiem, "EVERY": cEvery, "OFTEN": cOften, "RECURRING": cRecurring, "ADVERB": cAdverb, "ZONE": cZone, "PARTMONTH": cPartMonth, "PARTYEAR": cPartYear,
	"PARTDECADE": cPartDecade, "PARTSEASON": cPartSeason, "PARTWEEK": cPartWeek, "YEARPAIR": cYearPair, "DASH": cDash,
}

type unit int

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	night
	weekend
	week
	fortnight
	month
	quarter
	year
	decade
	century
)

var unitNames = map[string]unit{"second": second, "minute": minute, "hour": hour, "day": day, "night": night, "weekend": weekend, "week": week, "fortnight": fortnight,
	"month": month, "quarter": quarter, "year": year, "decade": decade, "century": century}

// A word is what the lists and the shape of a token say of it.
type word struct {
	classes class
	literal int32   // index of the pattern literal that it is, 0 for none
	value   int     // number of month, weekday, year, ordinal; unit
	number  float64 // of a cardinal, or the n of a spanAdj
	kind    string  // of a cardinal: ones, teens, tens, scale, article, half; of a month: capital
}

// A vocabulary is the word lists, joined, with the literals of the patterns.
type vocabulary struct {
	words    map[string]word
	phrases  map[string][]phrase // by first token
	literals int32
}

// A phrase is a holiday, or a name that holds a date word and is no date.
type phrase struct {
	tokens []string
	rule   string // of a holiday, "" for a name
}

var vocab = loadVocabulary()

func loadVocabulary() *vocabulary {
	v := &vocabulary{words: map[string]word{}, phrases: map[string][]phrase{}}
	for _, e := range lexicon.Must(lists, "lexicon/months.tsv", 4) {
		c := cMonth
		if e.Fields[1] == "name" {
			c |= cMonthName
		}
		v.add(e.Fields[0], word{classes: c, value: number("months.tsv", e, 2), kind: e.Fields[3]})
	}
	for _, e := range lexicon.Must(lists, "lexicon/weekdays.tsv", 3) {
		c := map[string]class{"name": cWeekday, "plural": cWeekdays, "short": cWeekdayAb}[e.Fields[1]]
		v.add(e.Fields[0], word{classes: c, value: number("weekdays.tsv", e, 2)})
	}
	for _, e := range lexicon.Must(lists, "lexicon/seasons.tsv", 2) {
		v.add(e.Fields[0], word{classes: cSeason, value: number("seasons.tsv", e, 1)})
	}
	for _, e := range lexicon.Must(lists, "lexicon/ordinals.tsv", 2) {
		v.add(e.Fields[0], word{classes: cOrdWord, value: number("ordinals.tsv", e, 1)})
	}
	for _, e := range lexicon.Must(lists, "lexicon/units.tsv", 3) {
		c := map[string]class{"one": cUnit, "many": cUnits}[e.Fields[1]]
		v.add(e.Fields[0], word{classes: c, value: int(unitNames[e.Fields[2]])})
	}
	for _, e := range lexicon.Must(lists, "lexicon/decades.tsv", 2) {
		v.add(e.Fields[0], word{classes: cDecadeWord, value: number("decades.tsv", e, 1)})
	}
	for _, e := range lexicon.Must(lists, "lexicon/numbers.tsv", 3) {
		n, err := strconv.ParseFloat(e.Fields[1], 64)
		if err != nil {
			panic(fmt.Sprintf("numbers.tsv:%d: %v", e.Line, err))
		}
		w := word{classes: cCard, number: n, kind: e.Fields[2]}
		if n >= 10 && n <= 20 || n == 2 {
			w.classes |= cSpelledYear
		}
		v.add(e.Fields[0], w)
	}
	for _, e := range lexicon.Must(lists, "lexicon/relative.tsv", 3) {
		c, ok := classNames[strings.ToUpper(e.Fields[1])]
		if !ok {
			panic(fmt.Sprintf("relative.tsv:%d: no class %q", e.Line, e.Fields[1]))
		}
		v.add(e.Fields[0], word{classes: c, value: number("relative.tsv", e, 2)})
	}
	for _, e := range lexicon.Must(lists, "lexicon/holidays.tsv", 2) {
		v.addPhrase(e.Fields[0], e.Fields[1], cHoliday)
	}
	for _, e := range lexicon.Must(lists, "lexicon/not_dates.tsv", 1) {
		v.addPhrase(e.Fields[0], "", cNotDate)
	}
	return v
}

func number(list string, e lexicon.Entry, field int) int {
	n, err := strconv.Atoi(e.Fields[field])
	if err != nil {
		panic(fmt.Sprintf("%s:%d: %v", list, e.Line, err))
	}
	return n
}

// add joins w to what is known of s: "second" is an ordinal and a unit, "may" never two numbers.
func (v *vocabulary) add(s string, w word) {
	old, ok := v.words[s]
	if !ok {
		v.words[s] = w
		return
	}
	old.classes |= w.classes
	if w.literal != 0 {
		old.literal = w.literal
	}
	if w.classes&(cUnit|cUnits) != 0 && old.classes&cOrdWord != 0 { // "second": the ordinal keeps the value
		w.value = old.value
	}
	if w.value != 0 {
		old.value = w.value
	}
	if w.kind != "" {
		old.number, old.kind = w.number, w.kind
	}
	v.words[s] = old
}

func (v *vocabulary) addPhrase(tokens, rule string, c class) {
	p := phrase{strings.Fields(tokens), rule}
	v.phrases[p.tokens[0]] = append(v.phrases[p.tokens[0]], p)
	v.add(p.tokens[0], word{classes: c})
}

// literal returns the number of a word that stands as such in a pattern.
func (v *vocabulary) literal(s string) int32 {
	if w := v.words[s]; w.literal != 0 {
		return w.literal
	}
	v.literals++
	v.add(s, word{literal: v.literals})
	return v.literals
}

// unit returns the unit that w names.
func (w word) unit() unit {
	if w.classes&cOrdWord != 0 {
		return second
	}
	return unit(w.value)
}

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
	if strings.HasSuffix(rest, "-long") {
		rest = rest[:len(rest)-5]
	}
	if w, ok := vocabUnit(rest); ok && n > 0 {
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

// features classifies the tokens of a sentence into buf.
func (v *vocabulary) features(toks []extractors.Token, buf []word) []word {
	buf = buf[:0]
	for i := range toks {
		t := &toks[i]
		r, n := utf8.DecodeRuneInString(t.Lower)
		if n == len(t.Lower) && (r == '-' || r == '–' || r == '—' || r == '−') {
			buf = append(buf, word{classes: cDash, literal: v.words[t.Lower].literal})
			continue
		}
		buf = append(buf, v.classify(t))
	}
	return buf
}
