package extractors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A runeClass is what the tokeniser makes of a rune.
type runeClass uint8

const (
	sign runeClass = iota // a token of its own
	space
	letter
	digit
	mark      // combining mark, fraction: part of a word
	invisible // part of no token
)

var asciiClass = func() (c [utf8.RuneSelf]runeClass) {
	for r := range rune(utf8.RuneSelf) {
		c[r] = classOfAny(r)
	}
	return c
}()

func classOf(r rune) runeClass {
	if r < utf8.RuneSelf {
		return asciiClass[r]
	}
	return classOfAny(r)
}

func classOfAny(r rune) runeClass {
	switch {
	case unicode.IsSpace(r):
		return space
	case isInvisible(r):
		return invisible
	case unicode.IsLetter(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsMark(r) || r >= '¼' && r <= '¾' || r >= '⅐' && r <= '⅟' || r == '↉':
		return mark
	}
	return sign
}

func isWordRune(r rune) bool {
	c := classOf(r)
	return c == letter || c == digit || c == mark
}

// isInvisible reports control, zero-width, directional, variation and tag characters.
func isInvisible(r rune) bool {
	switch {
	case r < 0x20 || r >= 0x7F && r < 0xA0:
		return !unicode.IsSpace(r)
	case r < 0x300:
		return r == 0xAD
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F ||
		r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF || r == 0x180E || r >= 0xE0000 && r <= 0xE0FFF
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isASCIILetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

func isASCII(s string) bool {
	for k := 0; k < len(s); k++ {
		if s[k] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lowerASCII makes ASCII capitals small and leaves all else, so that offsets hold.
func lowerASCII(s string) string {
	for k := 0; k < len(s); k++ {
		if s[k] < 'A' || s[k] > 'Z' {
			continue
		}
		b := []byte(s)
		for ; k < len(b); k++ {
			if b[k] >= 'A' && b[k] <= 'Z' {
				b[k] |= 0x20
			}
		}
		return string(b)
	}
	return s
}

// fold lower-cases s, writes typographic quotation marks, apostrophes and hyphens as ASCII and leaves invisible characters out.
func fold(s string) string {
	switch s { // the common ones, without an allocation
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "“", "”", "``", "''":
		return `"`
	case "’", "‘":
		return "'"
	case "–", "—", "£", "€", "…":
		return s
	}
	return strings.Map(func(r rune) rune {
		if r = foldMark(r); r < 0 {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}

// foldMark writes typographic marks as ASCII; -1 drops a rune.
func foldMark(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ', '‛':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '\u2010', '\u2011':
		return '-'
	}
	if isInvisible(r) {
		return -1
	}
	return r
}

// foldMarks writes typographic marks as ASCII and leaves invisible characters out; letters keep their case.
func foldMarks(s string) string { return strings.Map(foldMark, s) }
