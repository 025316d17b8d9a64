// Package foreign makes harmless what others wrote, where it is shown: on a terminal, in a page, in a spreadsheet, in JSON.
//
// In:  text of a page, a feed or an error. Out: the same text for a reader, with what a terminal, a browser or a spreadsheet
// would obey written as text. It does not escape HTML; html/template and encoding/xml do.
package foreign

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// active reports whether a character is obeyed rather than shown: control characters, direction marks and overrides, line
// and paragraph separators, tags. Newline is kept; U+FFFD stands for bytes that are no text.
func active(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r < 0x600:
		return false
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF, r == unicode.ReplacementChar:
		return true
	}
	return r >= 0xE0000 && r <= 0xE007F
}

// Shown writes active characters as \u escapes.
func Shown(s string) string {
	if strings.IndexFunc(s, active) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if active(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Cell is Shown for a cell of a table: a spreadsheet that would run the cell as a formula finds an apostrophe before it.
// Numbers stay numbers.
func Cell(s string) string {
	s = Shown(s)
	if s == "" {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \n\u00a0\u3000")) // some trim a cell before they look at it
	switch first {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return "'" + s
	}
	return s
}

// JSON writes the active characters of encoded JSON as \u escapes, which a parser reads as the same text. Such characters
// stand in strings alone; the line ends and tabs that an encoder sets between values stay.
func JSON(doc []byte) []byte {
	bad := func(r rune) bool { return r >= 0x7f && active(r) }
	if bytes.IndexFunc(doc, bad) < 0 {
		return doc
	}
	out := make([]byte, 0, len(doc)+64)
	for i := 0; i < len(doc); {
		r, size := utf8.DecodeRune(doc[i:])
		switch {
		case !bad(r):
			out = append(out, doc[i:i+size]...)
		case r > 0xffff:
			hi, lo := (r-0x10000)>>10+0xD800, (r-0x10000)&0x3ff+0xDC00
			out = fmt.Appendf(out, `\u%04x\u%04x`, hi, lo)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += size
	}
	return out
}
