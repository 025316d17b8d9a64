package counts

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// digitsAt reads a number in digits: "1,227", "4½", "1.2m", "6km", "Sh500,000", "81-seat", "10 000", and the magnitude behind it.
func (s *scanner) digitsAt(i int) (figure, bool) {
	f := figure{from: i, to: i + 1}
	t := s.toks[i].Text
	if r, n := utf8.DecodeRuneInString(t); fractionSign[r] > 0 && n == len(t) { // "½ of them", "⅓ cup"
		f.lo, f.decimal = fractionSign[r], true
		s.partOfWhole(&f)
		f.hi = f.lo
		return f, true
	}
	if !isDigit(t[0]) && t[0] != '.' {
		if t = s.signPrefix(&f, t); t == "" {
			return f, false
		}
	}
	v, rest, ok := f.readDigits(t)
	if !ok {
		return f, false
	}
	f.lo = v
	if f.decimal && v < 1 && strings.ContainsAny(t, "/\u2044") {
		s.partOfWhole(&f)
	}
	if rest != "" && !s.readSuffix(&f, rest) {
		return f, false
	}
	s.groups(&f)
	s.decimalComma(&f)
	s.magnitudes(&f)
	f.hi = f.lo
	return f, true
}

// decimalComma reads decimals behind a comma, as South Africa writes them, where a magnitude, a unit or a currency says that this is one number:
// "R1,7 million", "61,4%".
func (s *scanner) decimalComma(f *figure) {
	end := s.pastDecimals(f.to)
	if end == f.to || !f.plain || f.unit == nil && !s.magnitudeAt(end) && !s.moneyBefore(f.from) {
		if u, _ := s.unitAt(end); end == f.to || !f.plain || u == nil {
			return
		}
	}
	decimals := s.toks[end-1].Text
	part := 0.0
	for k := range decimals {
		part = part*10 + float64(decimals[k]-'0')
	}
	whole := math.Pow(10, float64(len(decimals)))
	f.lo = math.Round(f.lo*whole+part) / whole
	f.to, f.plain, f.decimal = end, false, true
}

// pastDecimals returns where one or two digits end that a comma joins to the token before j with no space between; j where none do.
func (s *scanner) pastDecimals(j int) int {
	if j == 0 || j+1 >= len(s.toks) || s.toks[j].Text != "," || s.toks[j].Start != s.toks[j-1].End || s.toks[j+1].Start != s.toks[j].End {
		return j
	}
	t := s.toks[j+1].Text
	if len(t) > 2 || !isDigit(t[0]) || !isDigit(t[len(t)-1]) || s.lower(j+2) == "," {
		return j
	}
	return j + 2
}

// magnitudeAt reports a word that multiplies the number before it: "million".
func (s *scanner) magnitudeAt(j int) bool {
	return j < len(s.words) && s.words[j].numeral == scale
}

// partOfWhole makes a fraction a share of the set that follows: "3/4 of the houses".
func (s *scanner) partOfWhole(f *figure) {
	if s.lower(f.to) == "of" {
		f.lo, f.share = f.lo*100, true
	}
}

// signPrefix takes a currency's code or sign glued to the digits: "Sh500,000", "Rs.200".
func (s *scanner) signPrefix(f *figure, t string) string {
	k := 0
	for k < len(t) && !isDigit(t[k]) {
		k++
	}
	if k == 0 || k > 6 || k == len(t) {
		return ""
	}
	u := vocab.signs[t[:k]]
	if k == 1 {
		if sign := letterSign(t, s.lower(s.pastDecimals(f.to))); sign != "" {
			f.unit = vocab.signs[sign]
			return t[k:]
		}
	}
	if u == nil {
		u = vocab.signs[strings.TrimSuffix(t[:k], ".")]
	}
	if u == nil || k == 1 && t[0] < utf8.RuneSelf && isLetter(t[0]) {
		return ""
	}
	f.unit = u
	return t[k:]
}

// readDigits reads the digits, separators and fraction signs that begin t.
func (f *figure) readDigits(t string) (v float64, rest string, ok bool) {
	k, digits, groups := 0, 0, 0
	frac, inFrac := 1.0, false
	for ; k < len(t); k++ {
		c := t[k]
		switch {
		case isDigit(c):
			if digits++; digits > 20 {
				return 0, "", false
			}
			if inFrac {
				frac /= 10
				v += float64(c-'0') * frac
			} else {
				v = v*10 + float64(c-'0')
			}
			continue
		case c == ',' && !inFrac && k+1 < len(t) && isDigit(t[k+1]):
			groups++
			continue
		case c == '.' && k+1 < len(t) && isDigit(t[k+1]):
			if inFrac {
				return 0, "", false // 1.2.3
			}
			inFrac = true
			continue
		}
		break
	}
	if inFrac {
		v = roundTo(v, t[:k])
	}
	rest = t[k:]
	f.plain = groups == 0 && !inFrac && rest == ""
	f.decimal = inFrac
	if rest == "" {
		return v, "", digits > 0
	}
	if r, n := utf8.DecodeRuneInString(rest); fractionSign[r] > 0 {
		f.decimal = true
		return v + fractionSign[r], rest[n:], true
	}
	if rest[0] == '/' || strings.HasPrefix(rest, "\u2044") { // 1/4
		d := strings.TrimPrefix(strings.TrimPrefix(rest, "/"), "\u2044")
		den := 0.0
		for k = 0; k < len(d) && isDigit(d[k]); k++ {
			den = den*10 + float64(d[k]-'0')
		}
		if k != len(d) || den == 0 || den > 100 || v >= den || f.unit != nil {
			return 0, "", false
		}
		f.decimal = true
		return v / den, "", true
	}
	return v, rest, digits > 0
}

// roundTo takes away the noise of adding decimals.
func roundTo(v float64, t string) float64 {
	p := math.Pow(10, float64(len(t)-strings.IndexByte(t, '.')-1))
	return math.Round(v*p) / p
}

// times multiplies a number as it is written by a magnitude, without the noise of decimals: 4.1 by 1e9 is 4,100,000,000.
func times(v, magnitude float64) float64 {
	p := v * magnitude
	if r := math.Round(p); math.Abs(p-r) < 1e-14*math.Abs(p) {
		return r
	}
	return p
}

var fractionSign = map[rune]float64{'½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1.0 / 3, '⅔': 2.0 / 3, '⅕': 0.2, '⅖': 0.4, '⅗': 0.6, '⅘': 0.8,
	'⅙': 1.0 / 6, '⅚': 5.0 / 6, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875, '⅐': 1.0 / 7, '⅑': 1.0 / 9, '⅒': 0.1}

// glued are magnitudes written on to the digits.
var glued = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// readSuffix reads what is glued behind the digits: magnitude, unit, "-plus", "-odd", "-seat".
func (s *scanner) readSuffix(f *figure, rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	if isHyphen(r) {
		return s.readCompound(f, strings.ToLower(rest[n:]))
	}
	low := strings.ToLower(rest)
	if rest == "K" && f.decimal && f.lo >= 100 && f.unit == nil {
		f.unit = &unit{Measure, "kelvin"} // nobody writes 573.15K for thousands
		return true
	}
	low = strings.TrimSuffix(low, "-worth") // "£1.2bn-worth of goods"
	if m := glued[low]; m > 0 {
		if low == "m" && rest == "m" && f.unit == nil && !s.moneyBefore(f.from) {
			f.metres = true // metres or millions: unit.go decides
			return true
		}
		f.lo = times(f.lo, m)
		f.scaled = true
		return true
	}
	if strings.HasPrefix(low, "tn") || rest == "T" && (f.unit != nil || s.moneyBefore(f.from)) {
		f.lo = times(f.lo, 1e12)
		f.scaled = true
		return len(low) <= 2
	}
	if rest == "C" || rest == "F" {
		f.unit = &unit{Measure, map[string]string{"C": "degree Celsius", "F": "degree Fahrenheit"}[rest]}
		return true
	}
	for _, p := range vocab.units[low] {
		if len(p.words) == 1 && p.unit.kind != Money {
			f.unit = p.unit
			return true
		}
	}
	if u := vocab.signs[rest]; u != nil {
		f.unit = u
		return true
	}
	return false
}

// readCompound reads the word behind the hyphen: "20-plus", "20-odd", "72-hour", "81-seat"; "57-year-old" is an age.
func (s *scanner) readCompound(f *figure, member string) bool {
	switch member {
	case "plus":
		f.bound = atLeast
	case "odd", "ish", "something":
		f.bound = about
	default:
		r, _ := utf8.DecodeRuneInString(member)
		if !unicode.IsLetter(r) {
			return false
		}
		f.member = member
		for name, m := range map[string]float64{"million": 1e6, "billion": 1e9, "trillion": 1e12, "thousand": 1e3, "hundred": 100} {
			if member == name || strings.HasPrefix(member, name) && member[len(name)] == '-' {
				f.lo = times(f.lo, m)
				f.scaled = true
				f.member = strings.TrimPrefix(strings.TrimPrefix(member, name), "-")
			}
		}
	}
	return true
}

// groups joins digits parted by spaces: "10 000", "1 234 567".
func (s *scanner) groups(f *figure) {
	first := s.toks[f.from].Text
	if f.unit != nil || f.member != "" || f.decimal || len(first) > 3 || first[0] == '0' || !f.plain {
		return
	}
	for f.to < len(s.toks) {
		t := s.toks[f.to].Text
		if len(t) != 3 || s.words[f.to].class&(cDigit|cDate) != cDigit || !isDigit(t[1]) || !isDigit(t[2]) || !s.spaced(f.to) {
			return
		}
		if next := s.at(f.to + 1); next.class&cDigit != 0 && len(s.toks[f.to+1].Text) < 3 { // 245 231 23
			return
		}
		f.lo = f.lo*1000 + float64(t[0]-'0')*100 + float64(t[1]-'0')*10 + float64(t[2]-'0')
		f.to++
		f.plain = false
	}
}

// spaced reports whether token j stands one space, of any width, behind the one before.
func (s *scanner) spaced(j int) bool {
	gap := s.toks[j].Start - s.toks[j-1].End
	return gap >= 1 && gap <= 3
}

// magnitudes takes the magnitude words behind a number: "1.2 million", "500 hundred thousand", "3 dozen", "2 1/2".
func (s *scanner) magnitudes(f *figure) {
	if f.member != "" || f.metres || f.unit != nil && f.unit.kind != Money {
		return
	}
	if r, n := utf8.DecodeRuneInString(s.lower(f.to)); f.plain && f.lo < 1000 && fractionSign[r] > 0 && n == len(s.lower(f.to)) { // "5 ½"
		f.lo += fractionSign[r]
		f.to++
		f.plain, f.decimal = false, true
	}
	if t := s.lower(f.to); f.plain && f.lo < 1000 && s.at(f.to).class&cDigit != 0 && strings.IndexByte(t, '/') > 0 && t[0] != '0' {
		part := figure{}
		if v, _, ok := part.readDigits(t); ok {
			f.lo += v
			f.to++
			f.plain, f.decimal = false, true // "1 1/2 million"
		}
	}
	if scaled, unit, ok := strings.Cut(s.lower(f.to), "-"); ok && vocab.words[scaled] != nil && vocab.words[scaled].numeral == scale && len(vocab.units[unit]) > 0 && f.unit == nil {
		f.lo = times(f.lo, vocab.words[scaled].value) // "a 2 million-dollar fine"
		f.to++
		f.scaled, f.plain, f.member = true, false, unit
		return
	}
	for f.to < len(s.words) {
		w := s.words[f.to]
		if w.numeral != scale && w.numeral != hundred && !(w.numeral == dozen && w.value == 12) {
			break
		}
		if len(s.toks[f.to].Text) <= 3 && s.toks[f.to].Start-s.toks[f.to-1].End > 3 {
			break
		}
		f.lo = times(f.lo, w.value)
		f.to++
		f.scaled, f.plain = true, false
	}
	if s.lower(f.to) == "m" && (f.unit != nil || s.moneyBefore(f.from)) {
		f.lo = times(f.lo, 1e6)
		f.to++
		f.scaled, f.plain = true, false
	}
	if s.lower(f.to) == "and" && s.lower(f.to+1) == "a" && s.lower(f.to+2) == "half" && f.plain {
		f.lo += 0.5
		f.to += 3
		f.plain = false
		s.magnitudes(f)
	}
}

// moneyBefore reports a currency sign directly before token i.
func (s *scanner) moneyBefore(i int) bool {
	return i > 0 && vocab.signs[s.toks[i-1].Text] != nil
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }
