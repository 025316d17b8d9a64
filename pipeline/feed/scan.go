package feed

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Limits on what is handed to parsers: gofeed follows nesting on the stack, where no recover helps, and attributes in quadratic time.
const (
	maxDepth = 100
	maxTag   = 64 << 10 // bytes of one start tag
)

var errTooDeep = fmt.Errorf("elements nest deeper than %d", maxDepth)
var errBigTag = fmt.Errorf("a tag of more than %d bytes", maxTag)
var errCut = errors.New("it breaks off")

// scanXML goes through markup once. It returns the first start tag and what would hurt a parser.
func scanXML(data []byte) (root []byte, err error) {
	depth := 0
	for i := 0; i < len(data); {
		k := bytes.IndexByte(data[i:], '<')
		if k < 0 {
			break
		}
		i += k
		end, kind := markup(data[i:])
		if end < 0 {
			return root, errCut
		}
		if end > maxTag && (kind == opening || kind == empty) {
			return root, errBigTag
		}
		switch kind {
		case opening:
			if depth++; depth > maxDepth {
				return root, errTooDeep
			}
			if root == nil {
				root = data[i : i+end]
			}
		case closing:
			depth--
		}
		i += end
	}
	if depth > 0 {
		return root, errCut
	}
	return root, nil
}

type markupKind int

const (
	other markupKind = iota // comment, CDATA section, instruction, a bare "<"
	opening
	closing
	empty
)

// markup returns the length and kind of the markup that data begins with; -1 where it has no end.
func markup(data []byte) (end int, kind markupKind) {
	for _, m := range [...]struct{ open, close string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}} {
		if bytes.HasPrefix(data, []byte(m.open)) {
			k := bytes.Index(data[len(m.open):], []byte(m.close))
			if k < 0 {
				return -1, other
			}
			return len(m.open) + k + len(m.close), other
		}
	}
	if len(data) < 2 {
		return -1, other
	}
	c := data[1]
	if c != '/' && c != '_' && (c|0x20 < 'a' || c|0x20 > 'z') && c < 0x80 {
		return 1, other
	}
	quote := byte(0)
	for i := 1; i < len(data); i++ {
		switch b := data[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case (b == '"' || b == '\'') && c != '/':
			quote = b
		case b == '>':
			switch {
			case c == '/':
				return i + 1, closing
			case data[i-1] == '/':
				return i + 1, empty
			}
			return i + 1, opening
		}
	}
	return -1, opening
}

// rootOnly returns data from its first element on: without junk, XML declaration (the bytes are UTF-8 whatever it says) and
// document type (entities of its own are never expanded), and without characters that XML does not allow.
func rootOnly(data []byte) []byte {
	for {
		k := bytes.IndexByte(data, '<')
		if k < 0 {
			return nil
		}
		data = data[k:]
		if bytes.HasPrefix(data, []byte("<!DOCTYPE")) || bytes.HasPrefix(data, []byte("<!doctype")) {
			data = data[doctypeEnd(data):]
			continue
		}
		end, kind := markup(data)
		if kind == opening || kind == empty {
			return clean(data)
		}
		if end < 0 {
			return nil
		}
		data = data[end:]
	}
}

// doctypeEnd skips a document type with its internal subset.
func doctypeEnd(data []byte) int {
	depth := 0
	for i, b := range data {
		switch b {
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				return i + 1
			}
		}
	}
	return len(data)
}

// clean drops what is no character of XML 1.0.
func clean(data []byte) []byte {
	ok := true
	for i := 0; i < len(data) && ok; {
		r, n := utf8.DecodeRune(data[i:])
		ok = allowed(r, n)
		i += n
	}
	if ok {
		return data
	}
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if allowed(r, n) {
			out = append(out, data[i:i+n]...)
		}
		i += n
	}
	return out
}

func allowed(r rune, n int) bool {
	if r < 0x20 {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return !(r == utf8.RuneError && n <= 1) && r != 0xFFFE && r != 0xFFFF
}
