package extractors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxToken is the longest token in bytes; longer runs of letters are cut, so that no later stage meets a word of megabytes.
const maxToken = 200

// tokenize splits text[start:end] into tokens with offsets in text.
//
// Words keep inner hyphens, apostrophes and full stops of abbreviations ("Al-Hadi", "O'Brien", "U.S.", "a.m.").
// Possessive 's, n't and the like are tokens of their own. Numbers keep separators and glued units ("1,227", "7.45am",
// "6km"); a hyphen or dash between digits is a token; currency signs and percent signs are tokens.
func tokenize(text string, start, end int) []Token {
	toks := make([]Token, 0, (end-start)/5+1)
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsSpace(r) || isInvisible(r):
			i += n
		case isWordRune(r):
			j := wordEnd(text, i, end)
			toks = appendWord(toks, text, i, j)
			i = j
		default:
			j := i + n
			if r == '.' { // an ellipsis is one token
				for j < end && text[j] == '.' {
					j++
				}
			}
			toks = append(toks, newToken(text, i, j))
			i = j
		}
	}
	return toks
}

func newToken(text string, i, j int) Token {
	s := text[i:j]
	return Token{Span: Span{i, j}, Text: s, Lower: fold(s)}
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '½' || r == '¼' || r == '¾' || r == '⅓' || r == '⅔'
}

// isInvisible reports zero-width and directional characters, which stand in no token.
func isInvisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r == 0xAD
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// wordEnd returns where the word that begins at i ends.
func wordEnd(text string, i, end int) int {
	j := i
	prev := rune(0)
	for j < end && j-i < maxToken {
		r, n := utf8.DecodeRuneInString(text[j:end])
		if isWordRune(r) {
			prev, j = r, j+n
			continue
		}
		if j+n >= end {
			if r == '.' && keepsStop(text[i:j]) {
				j += n
			}
			break
		}
		next, _ := utf8.DecodeRuneInString(text[j+n : end])
		inner := false
		switch r {
		case '\'', '’', 'ʼ', '‘':
			inner = unicode.IsLetter(prev) && unicode.IsLetter(next)
		case '-', '\u2010', '\u2011':
			inner = isWordRune(next) && !(unicode.IsDigit(prev) && unicode.IsDigit(next))
		case ',':
			inner = unicode.IsDigit(prev) && groupOfThree(text[j+n:end])
		case '.':
			if unicode.IsDigit(prev) && unicode.IsDigit(next) {
				inner = true
			} else if unicode.IsLetter(next) && unicode.IsLetter(prev) && abbreviationSoFar(text[i:j]) {
				inner = true
			} else if keepsStop(text[i:j]) {
				return j + n
			}
		case '/':
			inner = unicode.IsDigit(prev) && unicode.IsDigit(next)
		case ':':
			inner = unicode.IsDigit(prev) && unicode.IsDigit(next)
		}
		if !inner {
			break
		}
		prev, j = r, j+n
	}
	if j == i {
		_, n := utf8.DecodeRuneInString(text[i:end])
		return i + n
	}
	return j
}

func groupOfThree(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// abbreviationSoFar reports whether s is letters each followed by a full stop but the last: "U", "a", "U.S".
func abbreviationSoFar(s string) bool {
	letters := 0
	for _, r := range s {
		if r == '.' {
			letters = 0
			continue
		}
		if letters++; letters > 1 || !unicode.IsLetter(r) {
			return false
		}
	}
	return letters == 1
}

// keepsStop reports whether a full stop after s belongs to it: initials, abbreviations of the list.
func keepsStop(s string) bool {
	return abbreviationSoFar(s) || abbreviations[strings.ToLower(s)]
}

// appendWord adds the word text[i:j], parting clitics from it.
func appendWord(toks []Token, text string, i, j int) []Token {
	cut := cliticAt(text[i:j])
	if cut > 0 {
		return append(toks, newToken(text, i, i+cut), newToken(text, i+cut, j))
	}
	return append(toks, newToken(text, i, j))
}

// cliticAt returns where a clitic ('s, 're, n't …) begins in w, or 0.
func cliticAt(w string) int {
	k := strings.LastIndexAny(w, "'’")
	if k <= 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(w[k:])
	switch strings.ToLower(w[k+n:]) {
	case "s", "re", "ve", "ll", "d", "m":
		return k
	case "t":
		if k > 1 && (w[k-1] == 'n' || w[k-1] == 'N') {
			return k - 1
		}
	}
	return 0
}

// fold lower-cases s and writes typographic quotation marks, apostrophes and hyphens as ASCII.
func fold(s string) string {
	for k := 0; k < len(s); k++ {
		if s[k] >= 0x80 || s[k] >= 'A' && s[k] <= 'Z' {
			return strings.Map(foldRune, s)
		}
	}
	return s
}

func foldRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ', '‛':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '\u2010', '\u2011':
		return '-'
	}
	return unicode.ToLower(r)
}
