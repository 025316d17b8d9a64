package fetch

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// labelDepth is how far into a page its own label is looked for: the standard says 1,024 bytes, pages put it behind long scripts.
const labelDepth = 64 << 10

// label finds what a document says of its own encoding: an XML declaration or a meta element.
var label = regexp.MustCompile(`(?i)<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([a-z0-9_:.\-]{2,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})`)

// UTF8 decodes bytes by their byte-order mark, their looks, the content type and their own label, in that order: bytes that are valid
// UTF-8 beyond ASCII are UTF-8 whatever a label says, since other encodings hardly ever look like it. Single bad bytes in
// UTF-8 are read as windows-1252, which is what they come from. The result is valid UTF-8 without a byte-order mark.
func UTF8(raw []byte, contentType string) []byte {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return repair(raw[3:])
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), looksUTF16(raw, 1):
		return decode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), raw)
	case bytes.HasPrefix(raw, []byte("\xfe\xff")), looksUTF16(raw, 0):
		return decode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), raw)
	}
	beyond := bytes.IndexFunc(raw, func(r rune) bool { return r >= 0x80 }) >= 0
	if beyond && utf8.Valid(raw) || !beyond && bytes.IndexByte(raw, 0x1b) < 0 { // an escape may be ISO-2022
		return raw
	}
	for _, name := range []string{headerLabel(contentType), ownLabel(raw)} {
		enc, canonical := charset.Lookup(name)
		switch {
		case enc == nil || canonical == "replacement" || strings.HasPrefix(canonical, "utf-16"): // it would have looked so
			continue
		case canonical == "utf-8":
			if goodRunes(raw) {
				return repair(raw)
			}
			continue
		}
		return decode(enc, raw)
	}
	if goodRunes(raw) {
		return repair(raw)
	}
	return decode(charmap.Windows1252, raw)
}

func headerLabel(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		_, after, _ := strings.Cut(strings.ToLower(contentType), "charset=")
		after, _, _ = strings.Cut(after, ";")
		return strings.Trim(strings.TrimSpace(after), `"'`)
	}
	return params["charset"]
}

func ownLabel(raw []byte) string {
	m := label.FindSubmatch(raw[:min(len(raw), labelDepth)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}

// looksUTF16 reports text that begins with "<" or "{" in two bytes, the zero one at index zero.
func looksUTF16(raw []byte, zero int) bool {
	return len(raw) >= 4 && raw[zero] == 0 && raw[zero+2] == 0 && (raw[1-zero] == '<' || raw[1-zero] == '{') && raw[3-zero] != 0
}

// goodRunes reports bytes beyond ASCII that are UTF-8 for the greater part.
func goodRunes(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 2*bad
}

// repair reads bytes that are no UTF-8 as windows-1252.
func repair(raw []byte) []byte {
	if utf8.Valid(raw) {
		return raw
	}
	out := make([]byte, 0, len(raw)+len(raw)/16)
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(raw[i])
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return out
}

// decode never fails: decoders put U+FFFD for what they cannot read.
func decode(enc encoding.Encoding, raw []byte) []byte {
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return repair(raw)
	}
	return bytes.TrimPrefix(out, []byte("\ufeff"))
}
