package extractors

import (
	"unicode"
	"unicode/utf8"
)

// maxSentence is the most tokens of a sentence; longer ones are cut, so that every stage stays linear.
const maxSentence = 1000

// splitSentences cuts the tokens of one block into sentences: ranges of token indexes.
//
// A sentence ends at . ! ? or …, with the quotation marks and brackets that close after it, where the next token
// can begin one. Abbreviations keep their stop in the token; one before a capital ends a sentence only if it may stand last ("p.m.", "U.S.").
func splitSentences(toks []Token) [][2]int {
	var out [][2]int
	from := 0
	for i := 0; i < len(toks); i++ {
		if !endsSentence(toks, i) && i-from+1 < maxSentence {
			continue
		}
		j := i + 1
		for j < len(toks) && isCloser(toks[j].Text) && toks[j].Start == toks[j-1].End {
			j++
		}
		if j < len(toks) && !beginsSentence(toks, j) && i-from+1 < maxSentence {
			continue
		}
		out = append(out, [2]int{from, j})
		from, i = j, j-1
	}
	if from < len(toks) {
		out = append(out, [2]int{from, len(toks)})
	}
	return out
}

func endsSentence(toks []Token, i int) bool {
	t := toks[i].Text
	switch t {
	case ".", "!", "?", "…", "...":
		return true
	}
	if len(t) > 1 && t[len(t)-1] == '.' { // an abbreviation with its stop
		low := toks[i].Lower
		return mayEnd[low] || abbreviationSoFar(t[:len(t)-1]) && len(t) > 2
	}
	return false
}

func isCloser(t string) bool {
	switch t {
	case "”", "’", "\"", "'", ")", "]", "»":
		return true
	}
	return false
}

func beginsSentence(toks []Token, j int) bool {
	for j < len(toks) {
		switch toks[j].Text {
		case "“", "‘", "\"", "'", "(", "[", "—", "–", "-", "•":
			j++
			continue
		}
		break
	}
	if j >= len(toks) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(toks[j].Text)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLetter(r) && !unicode.IsPunct(r) || unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Han)
}

// mayEnd lists abbreviations that often close a sentence.
var mayEnd = map[string]bool{"a.m.": true, "p.m.": true, "inc.": true, "co.": true, "corp.": true, "ltd.": true, "etc.": true, "jr.": true, "sr.": true}

// abbreviations lists words whose full stop belongs to them.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "rev": true, "gen": true, "col": true, "lt": true, "sgt": true, "capt": true, "maj": true,
	"cmdr": true, "adm": true, "sen": true, "rep": true, "gov": true, "pres": true, "hon": true, "st": true, "jr": true, "sr": true, "inc": true, "co": true,
	"corp": true, "ltd": true, "vs": true, "etc": true, "jan": true, "feb": true, "aug": true, "sept": true, "oct": true, "nov": true, "dec": true, "ave": true, "blvd": true,
	"approx": true, "est": true, "dept": true, "univ": true, "messrs": true, "mt": true, "ft": true, "calif": true, "fla": true, "mass": true, "conn": true, "ariz": true, "wash": true, "minn": true,
}
