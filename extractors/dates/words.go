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
	cQuarterAdj                    // second-quarter
	cNotDate                       // begins a name that is no date
)

var classNames = map[string]class{
	"MONTH": cMonth, "MONTHNAME": cMonthName, "WEEKDAY": cWeekday, "WEEKDAYAB": cWeekdayAb, "WEEKDAYS": cWeekdays, "DAY": cDay, "ORD": cOrdinal, "ORDWORD": cOrdWord,
	"YEAR": cYear, "TWO": cTwo, "DECADE": cDecade, "DECADEWORD": cDecadeWord, "NUMERIC": cNumeric, "CLOCK": cClock, "SEASON": cSeason, "UNIT": cUnit, "UNITS": cUnits,
	"SPANADJ": cSpanAdj, "DEICTIC": cDeictic, "LAST": cLast, "NEXT": cNext, "THIS": cThis, "DAYPART": cDaypart, "PART": cPart, "START": cStart, "END": cEnd,
	"MERIDIEM": cMeridiem, "EVERY": cEvery, "OFTEN": cOften, "RECURRING": cRecurring, "ADVERB": cAdverb, "ZONE": cZone, "PARTMONTH": cPartMonth, "PARTYEAR": cPartYear,
	"PARTDECADE": cPartDecade, "PARTSEASON": cPartSeason, "PARTWEEK": cPartWeek, "YEARPAIR": cYearPair, "DASH": cDash, "QUARTERADJ": cQuarterAdj,
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

// Weekday reports a word in small letters for a day of the week, also cut short: "monday", "tues".
func Weekday(word string) bool { return vocab.words[word].classes&(cWeekday|cWeekdayAb) != 0 }
