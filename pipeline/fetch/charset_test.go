package fetch

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Feed 29, HTML 44: labels that are wrong, missing, late or at odds.
func TestUTF8(t *testing.T) {
	to := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	meta := func(label string) string { return `<html><head><meta charset="` + label + `"></head><p>` }
	latin, russian := "Café “Zürich” – €5", "Девять человек"
	for _, c := range []struct{ name, raw, contentType, want string }{
		{"ascii", "plain", "", "plain"},
		{"utf-8 without label", latin, "", latin},
		{"utf-8 labelled latin-1", latin, "text/html; charset=iso-8859-1", latin},
		{"utf-8 with a BOM", "\xef\xbb\xbf" + latin, "", latin},
		{"windows-1252 by header", to(charmap.Windows1252, latin), "text/html; charset=ISO-8859-1", latin},
		{"windows-1252 without label", to(charmap.Windows1252, latin), "", latin},
		{"windows-1252 labelled utf-8", to(charmap.Windows1252, latin), "text/html; charset=utf-8", latin},
		{"one bad byte in utf-8", latin + " caf\xe9 " + latin, "text/html; charset=utf-8", latin + " café " + latin},
		{"windows-1251 by meta", meta("windows-1251") + to(charmap.Windows1251, russian), "text/html", meta("windows-1251") + russian},
		{"koi8-r by header", to(charmap.KOI8R, russian), "text/html; charset=koi8-r", russian},
		{"header against meta", meta("koi8-r") + to(charmap.Windows1251, russian), "text/html; charset=windows-1251", meta("koi8-r") + russian},
		{"unknown header, meta right", meta("windows-1251") + to(charmap.Windows1251, russian), "text/html; charset=x-odd", meta("windows-1251") + russian},
		{"xml prolog", `<?xml version="1.0" encoding="windows-1251"?><t>` + to(charmap.Windows1251, russian), "application/xml", `<?xml version="1.0" encoding="windows-1251"?><t>` + russian},
		{"meta behind 2,000 bytes", "<html>" + strings.Repeat(" ", 2000) + meta("windows-1251") + to(charmap.Windows1251, russian), "", "<html>" + strings.Repeat(" ", 2000) + meta("windows-1251") + russian},
		{"utf-16 le with BOM", to(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "<p>"+latin), "", "<p>" + latin},
		{"utf-16 be with BOM", to(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), "<p>"+latin), "", "<p>" + latin},
		{"utf-16 le without BOM", to(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "<p>"+latin), "", "<p>" + latin},
		{"utf-8 labelled utf-16", meta("utf-16") + latin, "", meta("utf-16") + latin},
		{"shift_jis", to(japanese.ShiftJIS, "九人が死亡"), "text/html; charset=Shift_JIS", "九人が死亡"},
		{"iso-2022-jp", to(japanese.ISO2022JP, "九人が死亡"), "text/html; charset=iso-2022-jp", "九人が死亡"},
		{"euc-kr", to(korean.EUCKR, "아홉 명"), "text/html; charset=euc-kr", "아홉 명"},
		{"gb2312", to(simplifiedchinese.GBK, "九人死亡"), "text/html; charset=gb2312", "九人死亡"},
		{"big5", to(traditionalchinese.Big5, "九人死亡"), "text/html; charset=big5", "九人死亡"},
		{"broken content type", to(charmap.Windows1251, russian), "text/html; ; charset='windows-1251'; x", russian},
		{"empty", "", "", ""},
	} {
		if got := string(UTF8([]byte(c.raw), c.contentType)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzUTF8(f *testing.F) {
	f.Add([]byte("<meta charset=big5>\xff\xfe\x00<"), "text/html; charset=utf-16")
	f.Add([]byte("<\x00a\x00"), "")
	f.Add([]byte("\x1b$B6e\x1b(B"), "text/html; charset=iso-2022-jp")
	f.Fuzz(func(t *testing.T, raw []byte, contentType string) {
		if out := UTF8(bytes.Clone(raw), contentType); !utf8.Valid(out) {
			t.Errorf("%q as %q gives %q", raw, contentType, out)
		}
	})
}
