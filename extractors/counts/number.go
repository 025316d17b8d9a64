package counts

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"crosstally/extractors"
)

// A num is a number read from tokens [from,to).
type num struct {
	from, to int
	value    float64
	vague    *interval // "dozens"; value is then unset
	words    bool      // written in words
	bare     bool      // digits alone, so it may be a year, an age or an identifier
	suffix   string    // a unit glued to the digits: "6km" has "km"
	currency string    // a currency code glued before them: "Sh500,000"
	noun     string    // a noun glued behind them: "81-seat"
}

// parseNumber reads the number that begins at token i: digits in any news style, number words, fractions glued to digits, and
// the scale words after them.
func parseNumber(toks []extractors.Token, i int) (num, bool) {
	if n, ok := vagueNumber(toks, i); ok {
		return n, true
	}
	if n, ok := digits(toks, i); ok {
		return scaled(toks, n), true
	}
	return inWords(toks, i)
}

// digits reads "1,227", "1.4m", "6km", "4½", "1 000" (with a no-break or thin space) and "£5bn" after its sign.
func digits(toks []extractors.Token, i int) (num, bool) {
	t := toks[i].Text
	if t[0] < '0' || t[0] > '9' {
		if f, ok := fractionGlyph(t); ok {
			return num{from: i, to: i + 1, value: f}, true
		}
		if unit, v, ok := afterCode(toks[i]); ok {
			return num{from: i, to: i + 1, value: v, currency: unit}, true
		}
		return num{}, false
	}
	k := 0
	for k < len(t) && (t[k] >= '0' && t[k] <= '9' || t[k] == ',' || t[k] == '.') {
		k++
	}
	body, rest := t[:k], strings.ToLower(t[k:])
	value, ok := parseDigits(body)
	if !ok {
		return num{}, false
	}
	n := num{from: i, to: i + 1, value: value, bare: rest == "" && !strings.ContainsAny(body, ",.")}
	switch {
	case rest == "":
		n = groups(toks, n, body)
	case numberWords[rest].class == "suffix":
		n.value *= numberWords[rest].value
	default:
		if f, ok := fractionGlyph(t[k:]); ok {
			n.value += f
		} else if _, ok := measures[rest]; ok {
			n.suffix = rest
		} else if strings.HasPrefix(rest, "-") && gluedNouns[rest[1:]] != "" {
			n.noun = gluedNouns[rest[1:]]
		} else {
			return num{}, false // "7.45am", "3rd", "5G", "1990s", "2x"
		}
	}
	return n, true
}

// gluedNouns are what a number counts that a hyphen joins to its noun: "an 81-seat assembly", "a 300-strong crowd".
var gluedNouns = map[string]string{"seat": "seat", "member": "member", "strong": "person", "person": "person", "man": "person", "bed": "bed", "vehicle": "vehicle", "nation": "country", "ship": "ship", "truck": "truck"}

// groups joins "1 000 000" where the spaces are ones that do not break.
func groups(toks []extractors.Token, n num, body string) num {
	if len(body) > 3 || strings.ContainsAny(body, ",.") {
		return n
	}
	for n.to < len(toks) && len(toks[n.to].Text) == 3 && allDigits(toks[n.to].Text) {
		gap := toks[n.to].Start - toks[n.to-1].End
		if gap < 2 || gap > 3 { // a no-break space is 2 bytes, a thin one 3; a common one is 1
			break
		}
		v, _ := strconv.ParseFloat(toks[n.to].Text, 64)
		n.value = n.value*1000 + v
		n.to++
		n.bare = false
	}
	return n
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// parseDigits reads "1,227", "38.1", "1,234.5"; commas must part groups of three.
func parseDigits(s string) (float64, bool) {
	if len(s) > 20 {
		return 0, false
	}
	whole, frac, point := strings.Cut(s, ".")
	if point && (frac == "" || !allDigits(frac)) {
		return 0, false
	}
	parts := strings.Split(whole, ",")
	for i, p := range parts {
		if !allDigits(p) || i > 0 && len(p) != 3 || i == 0 && len(parts) > 1 && len(p) > 3 {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.Join(parts, "")+"."+frac+"0", 64)
	return v, err == nil
}

func fractionGlyph(s string) (float64, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) {
		return 0, false
	}
	switch r {
	case '½':
		return 0.5, true
	case '¼':
		return 0.25, true
	case '¾':
		return 0.75, true
	case '⅓':
		return 1.0 / 3, true
	case '⅔':
		return 2.0 / 3, true
	}
	return 0, false
}

// scaled multiplies a number by the scale words after it: "1.2 million", "300 thousand", "two dozen".
func scaled(toks []extractors.Token, n num) num {
	for n.to < len(toks) {
		w := numberWords[toks[n.to].Lower]
		if w.class != "scale" && w.class != "suffix" && !(w.class == "group" && toks[n.to].Lower == "dozen") || w.class == "suffix" && len(toks[n.to].Text) < 2 {
			return n
		}
		n.value *= w.value
		n.to++
		n.bare = false
	}
	return n
}

// inWords reads "three", "Thirty-one", "two hundred and five", "a hundred", "half a million", "a dozen", "a couple of", "two and a half million".
func inWords(toks []extractors.Token, i int) (num, bool) {
	low := toks[i].Lower
	at := func(k int) string {
		if k < len(toks) {
			return toks[k].Lower
		}
		return ""
	}
	switch low {
	case "a", "an", "one":
		switch next := at(i + 1); {
		case low != "one" && next == "dozen":
			return num{from: i, to: i + 2, value: 12, words: true}, true
		case low == "a" && next == "score" && (at(i+2) == "of" || isPlural(at(i+2))):
			return num{from: i, to: i + 2, value: 20, words: true}, true
		case low == "a" && next == "couple" && at(i+2) == "of":
			return num{from: i, to: i + 2, value: 2, words: true}, true
		case low == "a" && (next == "half-dozen" || next == "half-million"):
			v := 6.0
			if next == "half-million" {
				v = 500000
			}
			return num{from: i, to: i + 2, value: v, words: true}, true
		case next == "hundred" || next == "thousand" || next == "million" || next == "billion" || next == "trillion":
			return compose(toks, num{from: i, to: i + 1, value: 1, words: true}), true
		}
		if low != "one" {
			return num{}, false
		}
	case "half":
		if at(i+1) == "a" && (at(i+2) == "dozen" || numberWords[at(i+2)].class == "scale") {
			return num{from: i, to: i + 3, value: numberWords[at(i+2)].value / 2, words: true}, true
		}
		return num{}, false
	case "hundred", "thousand", "million", "billion", "dozen":
		return num{}, false
	}
	w, ok := numberWords[low]
	if !ok || w.class == "scale" || w.class == "suffix" || w.class == "group" {
		return num{}, false
	}
	n := num{from: i, to: i + 1, value: w.value, words: true}
	if at(i+1) == "and" && at(i+2) == "a" && at(i+3) == "half" {
		n.value, n.to = n.value+0.5, i+4
	}
	return compose(toks, n), true
}

// compose adds scales and smaller parts to a number in words.
func compose(toks []extractors.Token, n num) num {
	total, cur := 0.0, n.value
	k := n.to
	for k < len(toks) {
		w, ok := numberWords[toks[k].Lower]
		switch {
		case ok && w.class == "scale" && w.value == 100:
			cur *= 100
		case ok && w.class == "scale":
			total += cur * w.value
			cur = 0
		case ok && w.class == "group" && toks[k].Lower == "dozen" && total == 0:
			cur *= 12
		case ok && (w.class == "unit" || w.class == "teen" || w.class == "tens") && k > n.to && (cur == 0 || cur >= 100) && numberWords[toks[k-1].Lower].class == "scale":
			cur += w.value
		case toks[k].Lower == "and" && k+1 < len(toks) && k > n.to && numberWords[toks[k-1].Lower].class == "scale" && below100(toks[k+1].Lower):
			k++
			cur += numberWords[toks[k].Lower].value
		default:
			n.value = total + cur
			n.to = k
			return n
		}
		k++
	}
	n.value, n.to = total+cur, k
	return n
}

func below100(w string) bool {
	c := numberWords[w].class
	return c == "unit" || c == "teen" || c == "tens"
}

// vagueNumber reads "dozens", "several hundred", "tens of thousands", "a few": longest match.
func vagueNumber(toks []extractors.Token, i int) (num, bool) {
	best := -1
	var means interval
	for _, p := range vagueByLast[toks[i].Lower] {
		if len(p.words) > best && matchAt(toks, i, p.words) {
			best, means = len(p.words), vagueMeans[p.what]
		}
	}
	if best < 0 {
		return num{}, false
	}
	return num{from: i, to: i + best, vague: &means, words: true}, true
}

// matchAt reports whether words stand at token i.
func matchAt(toks []extractors.Token, i int, words []string) bool {
	if i < 0 || i+len(words) > len(toks) {
		return false
	}
	for k, w := range words {
		if toks[i+k].Lower != w {
			return false
		}
	}
	return true
}

func isPlural(w string) bool {
	if _, ok := plurals[w]; ok {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
}
