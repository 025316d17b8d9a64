package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors/lexicon"
)

var englishWords = func() map[string]bool {
	t := map[string]bool{}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/english.tsv", 1) {
		t[e.Fields[0]] = true
	}
	return t
}()

// Shares of englishWords among a text's words, measured on 1,000 public pages: English articles have 0.15 to 0.36 of them, English
// lists and references 0.06 upwards; articles in German, French, Spanish, Polish, Italian and Portuguese stay under 0.04.
const (
	englishLeast  = 0.05 // a page that says "en" is taken at its word down to here
	englishSure   = 0.15 // a page that says another language is English all the same
	languageWords = 40   // a shorter text shows nothing
	languageSmall = 20   // nor does one with fewer words written small: names, results and tables look alike in every language
)

// spoken is the language a text is written in: the declared one unless the text's own words tell otherwise, "en" where nothing is
// declared, "und" where the page says English and the text is not. Many sites declare the language of their template.
func spoken(text, declared string) string {
	words, small, english := 0, 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		words++
		if len(w) > 1 && unicode.IsLower(first(w)) {
			small++
		}
		if englishWords[strings.ToLower(w)] {
			english++
		}
	}
	share := float64(english) / float64(max(words, 1))
	switch {
	case declared != "" && declared != "en":
		if words >= languageWords && share >= englishSure {
			return "en"
		}
		return declared
	case foreignScript(text), words >= languageWords && small >= languageSmall && share < englishLeast:
		return "und"
	}
	return "en"
}

func first(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// foreignScript reports whether most of a text's letters are not Latin ones.
func foreignScript(text string) bool {
	letters, latin := 0, 0
	for _, r := range text {
		switch {
		case r < unicode.MaxASCII && (r|0x20 >= 'a' && r|0x20 <= 'z'), r > unicode.MaxASCII && unicode.Is(unicode.Latin, r):
			letters, latin = letters+1, latin+1
		case r > unicode.MaxASCII && unicode.IsLetter(r):
			letters++
		}
	}
	return latin*2 < letters
}
