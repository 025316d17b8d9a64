package extractors

import (
	"unicode"
	"unicode/utf8"

	"crosstally/pipeline/article"
)

// A form is what the tagger is shown for a token where that differs from its text. prose was trained on newswire with LaTeX
// quotation marks and few headlines, so some words are shown as it knows them:
//
//	quotation marks    "…", “…”                 as `` and ''
//	dashes             Vilnius — of             as --
//	capitals           PRISONERS FREED          in small letters
//	title case         Twelve Freed in Minsk    known words in small letters, in titles and headings
//
// Tags that follow from the form alone are given before tagging: numbers and number words are CD ("3.25", "1.4m", "million"),
// which prose takes for nouns and web addresses.

// forms fills out with what the tagger is shown for the tokens of s, and gives numbers their tag.
func (t *tagger) forms(s *Sentence, out []string) {
	caps := capitals(s)
	open := false
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		if isCardinal(tok.Text, tok.Lower) {
			tok.Tag = "CD"
		}
		switch {
		case tok.Lower == `"`:
			open = tok.Text == "“" || tok.Text == "„" || tok.Text == "«" || tok.Text == "``" || isStraight(tok.Text) && !open
			if out[i] = "''"; open {
				out[i] = "``"
			}
		case caps == allCapitals, caps == titleCase && t.isCommon(tok.Lower):
			out[i] = tok.Lower
		default:
			out[i] = proseForm(tok.Text)
		}
		if out[i] == "" { // nothing but invisible characters
			out[i] = tok.Text
		}
	}
}

// isCommon reports a word that prose knows and that does not speak for a name.
func (t *tagger) isCommon(lower string) bool {
	if tag, ok := t.known[lower]; ok {
		return t.tags[tag] != "NNP"
	}
	w := t.words[lower]
	if w == nil || w.here.classes == 0 {
		return false
	}
	for _, e := range t.entries[w.here.from:w.here.to] {
		if t.tags[e&classMask] == "NNP" && e > 0 {
			return false
		}
	}
	return true
}

// proseForm writes a token as prose knows it.
func proseForm(s string) string {
	if isASCII(s) {
		return s
	}
	switch s {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "–", "—":
		return "--"
	case "…":
		return "..."
	}
	return foldMarks(s)
}

// Casing is how the words of a sentence are capitalised.
type casing int

const (
	mixedCase casing = iota
	allCapitals
	titleCase
)

// capitals tells sentences set in capitals, and titles and headings whose long words all begin with one.
func capitals(s *Sentence) casing {
	long, capital, upper := 0, 0, 0
	for i := range s.Tokens {
		t := s.Tokens[i].Text
		r, n := utf8.DecodeRuneInString(t)
		if !unicode.IsLetter(r) || len(t) < 4 {
			continue
		}
		long++
		if unicode.IsUpper(r) {
			capital++
			if r, _ := utf8.DecodeRuneInString(t[n:]); unicode.IsUpper(r) && isUpper(t) {
				upper++
			}
		}
	}
	switch {
	case long < 2:
		return mixedCase
	case upper*10 >= long*9:
		return allCapitals
	case (s.Field == Title || s.Kind == article.Heading) && long > 2 && capital*10 >= long*9:
		return titleCase
	}
	return mixedCase
}

func isUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// isCardinal reports numbers, with a glued unit or without, and number words: "1,227", "1.4m", "7.45am", "4½", "twenty-one";
// no ordinals, decades, ages and other compounds.
func isCardinal(text, lower string) bool {
	if !isDigit(text[0]) && !(text[0] == '.' && len(text) > 1 && isDigit(text[1])) {
		return isNumberWord(lower)
	}
	k := 1
	for k < len(text) && (isDigit(text[k]) || text[k] == ',' || text[k] == '.' || text[k] == ':' || text[k] == '/') {
		k++
	}
	switch unit := lower[min(k, len(lower)):]; unit {
	case "st", "nd", "rd", "th", "s":
		return false
	default:
		for k := 0; k < len(unit); k++ {
			if unit[k] == '-' || isDigit(unit[k]) || unit[k] == '\'' {
				return false
			}
		}
		return utf8.RuneCountInString(unit) <= 3
	}
}

func isNumberWord(w string) bool {
	if len(w) < 3 {
		return false
	}
	if words.cardinals[w] {
		return true
	}
	for k := 5; k < len(w)-2 && k < 8; k++ { // "twenty-one"
		if w[k] == '-' {
			return words.cardinals[w[:k]] && (words.cardinals[w[k+1:]] || w[k+1:] == "one")
		}
	}
	return false
}
