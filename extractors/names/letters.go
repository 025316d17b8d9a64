package names

import (
	"strings"
	"unicode"
)

// folds maps letters with marks, and letters of the Latin script that stand beside ASCII ones, to ASCII.
var folds = foldTable([][2]string{
	{"a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"}, {"ae", "æ"}, {"c", "çćĉċč"}, {"d", "ďđð"}, {"e", "èéêëēĕėęěẹẻẽếềểễệə"}, {"g", "ĝğġģǧ"}, {"h", "ĥħḥḩ"},
	{"i", "ìíîïĩīĭįıǐịỉ"}, {"j", "ĵ"}, {"k", "ķǩ"}, {"l", "ĺļľŀł"}, {"n", "ñńņňŋ"}, {"o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"}, {"oe", "œ"}, {"r", "ŕŗř"},
	{"s", "śŝşšșṣ"}, {"ss", "ß"}, {"t", "ţťŧțṭ"}, {"th", "þ"}, {"u", "ùúûüũūŭůűųưǔụủứừửữự"}, {"w", "ŵẁẃẅ"}, {"y", "ýÿŷỳỷỹỵ"}, {"z", "źżžẓ"},
	{"'", "’‘ʼ`´ʻ"}, {"-", "‐‑–"},
})

func foldTable(rows [][2]string) map[rune]string {
	m := map[rune]string{}
	for _, row := range rows {
		for _, r := range row[1] {
			m[r] = row[0]
		}
	}
	return m
}

// Fold lower-cases s and takes diacritics off its letters: "Šefčovič" is "sefcovic".
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || s[i] >= 'A' && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		r = unicode.ToLower(r)
		switch f, ok := folds[r]; {
		case ok:
			b.WriteString(f)
		case unicode.Is(unicode.Mn, r): // a combining mark
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
