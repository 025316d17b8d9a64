package extractors

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxToken = 200  // bytes of a word; longer runs of letters are cut, so that no later stage meets a word of megabytes
	maxLink  = 2083 // bytes of a web address, the most that browsers took
)

// tokenize splits text[start:end] into tokens with offsets in text.
//
// Words keep inner hyphens, apostrophes and full stops of abbreviations ("Al-Hadi", "O'Brien", "U.S.-led", "a.m.").
// Possessive 's, n't and the like are tokens of their own. Numbers keep separators, fraction signs and glued units
// ("1,227", "1,00,000", "4½", "7.45am", "6km", "Sh500,000", "24/7", "14:30", ".22"); a hyphen or dash between two numbers is a
// token, so are currency signs and percent signs. Groups parted by spaces stay apart. Web and mail addresses, "@name" and
// "#tag" are one token each. Zero-width and control characters stand in no token, or inside one and not in its Lower.
func tokenize(text string, start, end int) []Token {
	z := tokenizer{text: text, start: start, end: end, toks: make([]Token, 0, (end-start)/5+1)}
	z.lower = lowerASCII(text[start:end])
	z.addresses = strings.ContainsAny(text[start:end], "@#/") || strings.Contains(z.lower, "www.")
	for i := start; i < end; {
		r, n := z.rune(i)
		class := classOf(r)
		switch {
		case class == space || class == invisible:
			i += n
		case z.addresses && z.address(&i):
		case class == letter || class == digit || class == mark || r == '.' && z.opensDecimal(i):
			j := z.wordEnd(i, n)
			z.addWord(i, j)
			i = j
		default:
			j := z.signEnd(i, r, n)
			z.add(i, j)
			i = j
		}
	}
	return z.toks
}

// A tokenizer holds one block while it is cut up.
type tokenizer struct {
	text       string
	lower      string // text[start:end] with ASCII capitals made small
	start, end int
	addresses  bool // the block may hold web or mail addresses
	toks       []Token
}

// rune decodes at byte i: 0, 0 at the end of the block.
func (z *tokenizer) rune(i int) (rune, int) {
	if i >= z.end {
		return 0, 0
	}
	if b := z.text[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(z.text[i:z.end])
}

func (z *tokenizer) add(i, j int) {
	t := Token{Span: Span{i, j}, Text: z.text[i:j]}
	if t.Lower = z.lower[i-z.start : j-z.start]; !isASCII(t.Lower) || t.Lower == "''" || t.Lower == "``" {
		t.Lower = fold(t.Text)
	}
	if n := len(z.toks); n == cap(z.toks) && i > z.start { // denser text than words: room for the rest at once, not a quarter more each time
		z.toks = slices.Grow(z.toks, n*(z.end-i)/(i-z.start)+1)
	}
	z.toks = append(z.toks, t)
}

// addWord adds the word [i,j), parting a clitic from it.
func (z *tokenizer) addWord(i, j int) {
	if cut := cliticAt(z.text[i:j]); cut > 0 {
		z.add(i, i+cut)
		i += cut
	}
	z.add(i, j)
}

// signEnd returns where the sign at i ends: dots, runs of bad bytes and a clitic's apostrophe ("U.S.'s") go together.
func (z *tokenizer) signEnd(i int, r rune, n int) int {
	j := i + n
	switch {
	case r == '.':
		for j < z.end && z.text[j] == '.' && j-i < maxToken {
			j++
		}
	case r == '$': // "$US75" is 75 of "$US"
		k := j
		for k < z.end && k-j < 3 && z.text[k] >= 'A' && z.text[k] <= 'Z' {
			k++
		}
		if k > j && k < z.end && isDigit(z.text[k]) {
			return k
		}
	case r == utf8.RuneError && n == 1:
		for j-i < maxToken {
			if r, n := z.rune(j); r != utf8.RuneError || n != 1 {
				break
			}
			j++
		}
	case (r == '\'' || r == '`') && j < z.end && z.text[j] == byte(r): // quotation marks as old archives write them: ``…'', ''…''
		return j + 1
	case isApostrophe(r) && len(z.toks) > 0 && z.toks[len(z.toks)-1].End == i:
		if r, _ := z.rune(j); isApostrophe(r) {
			break
		}
		k := j
		for k < z.end && k-j < 3 && isASCIILetter(z.text[k]) {
			k++
		}
		if next, _ := z.rune(k); k > j && !isWordRune(next) && isClitic(z.lower[j-z.start:k-z.start]) {
			return k
		}
	}
	return j
}

// opensDecimal reports a number written without its zero: ".22".
func (z *tokenizer) opensDecimal(i int) bool {
	if i+1 >= z.end || !isDigit(z.text[i+1]) {
		return false
	}
	return len(z.toks) == 0 || z.toks[len(z.toks)-1].End < i
}

// wordEnd returns where the word that begins at i, with a rune of n bytes, ends.
func (z *tokenizer) wordEnd(i, n int) int {
	prev, _ := z.rune(i)
	part := i // where its part behind the last hyphen begins
	j := i + n
	for j < z.end && j-i < maxToken {
		r, n := z.rune(j)
		c := classOf(r)
		if c == letter || c == digit || c == mark || prev == 'm' && (r == '²' || r == '³') {
			prev, j = r, j+n
			continue
		}
		if c != invisible && !z.joins(i, part, j, n, r, prev) {
			break
		}
		if c == invisible {
			if next, _ := z.rune(j + n); !isWordRune(next) {
				break
			}
			j += n
			continue
		}
		prev, j = r, j+n
		if isHyphen(r) {
			part = j
		}
	}
	if j < z.end && z.text[j] == '.' && z.keepsStop(i, j) {
		j++
	}
	return j
}

// joins reports whether the sign r at [j,j+n) belongs inside the word that began at i, whose part behind the last hyphen began at part.
func (z *tokenizer) joins(i, part, j, n int, r, prev rune) bool {
	next, _ := z.rune(j + n)
	if !isWordRune(next) {
		if r != '.' || !isHyphen(next) { // "U.S.-led", "Lt.-Gen."
			return false
		}
		_, m := z.rune(j + n)
		after, _ := z.rune(j + n + m)
		return unicode.IsLetter(after) && z.keepsStop(i, j)
	}
	numbers := unicode.IsDigit(prev) && unicode.IsDigit(next)
	switch r {
	case '\'', '’', 'ʼ', '‘':
		return unicode.IsLetter(prev) && unicode.IsLetter(next)
	case '-', '\u2010', '\u2011':
		if prev == '.' {
			return true
		}
		return !(isDigit(z.text[part]) && unicode.IsDigit(next)) && !numbers
	case ',':
		return numbers && z.digitsBefore(i, j) <= 3 && digitGroups(z.text[j+n:z.end])
	case '.':
		switch {
		case numbers:
			return true
		case !unicode.IsLetter(prev) || !unicode.IsLetter(next):
			return false
		case abbreviationSoFar(z.text[part:j]):
			_, m := z.rune(j + n)
			after, _ := z.rune(j + n + m)
			return !unicode.IsLetter(after) || words.dotted[z.lower[part-z.start:j+n-z.start]] // "U.S", "B.Sc", but not "J.Tran"
		}
		return words.dotted[z.lower[part-z.start:j+n-z.start]] || z.hostFollows(j+n)
	case '/', ':', '\u2044':
		return numbers
	case '_':
		return true
	}
	return false
}

// digitsBefore counts the digits that end at j, four at most.
func (z *tokenizer) digitsBefore(i, j int) int {
	k := 0
	for k < 4 && j-k > i && isDigit(z.text[j-k-1]) {
		k++
	}
	return k
}

// digitGroups reports whether s begins with the rest of a grouped number: three digits, or Indian pairs before them ("00,000").
func digitGroups(s string) bool {
	for k := 0; k < 6 && len(s) >= 6 && isDigit(s[0]) && isDigit(s[1]) && s[2] == ','; k++ {
		s = s[3:]
	}
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// abbreviationSoFar reports whether s is letters each followed by a full stop but the last: "U", "a", "U.S".
func abbreviationSoFar(s string) bool {
	single := false
	for k := 0; k < len(s); {
		r, n := utf8.DecodeRuneInString(s[k:])
		switch {
		case r == '.' && single:
			single = false
		case unicode.IsLetter(r) && !single:
			single = true
		default:
			return false
		}
		k += n
	}
	return single
}

// cliticAt returns where a clitic ('s, 're, n't …) begins in w, or 0.
func cliticAt(w string) int {
	for k := len(w) - 2; k > 0 && len(w)-k <= 5; k-- {
		n := 1
		switch {
		case w[k] == '\'':
		case strings.HasPrefix(w[k:], "’"):
			n = len("’")
		default:
			continue
		}
		tail := w[k+n:]
		if len(tail) == 1 && (tail[0]|0x20) == 't' {
			if k > 1 && (w[k-1]|0x20) == 'n' {
				return k - 1
			}
			return 0
		}
		if isClitic(tail) {
			return k
		}
		return 0
	}
	return 0
}

// isClitic reports what may follow an apostrophe as a token of its own, "n't" aside.
func isClitic(s string) bool {
	switch len(s) {
	case 1:
		switch s[0] | 0x20 {
		case 's', 'd', 'm':
			return true
		}
	case 2:
		switch [2]byte{s[0] | 0x20, s[1] | 0x20} {
		case [2]byte{'r', 'e'}, [2]byte{'v', 'e'}, [2]byte{'l', 'l'}:
			return true
		}
	}
	return false
}
