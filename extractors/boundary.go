package extractors

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var wordLists embed.FS

// words holds the lists that decide where tokens and sentences end.
var words = loadBoundaryWords()

type boundaryWords struct {
	abbreviations map[string]string // form without its stop -> class; see abbreviations.tsv
	dotted        map[string]bool   // beginnings of abbreviations with inner stops, small: "ph.", "b."
	openers       map[string]string // word -> class; see openers.tsv
	alsoOpeners   map[string]bool   // words of several classes that are openers too
	domains       map[string]bool   // last parts of host names
	cardinals     map[string]bool
}

func loadBoundaryWords() boundaryWords {
	w := boundaryWords{map[string]string{}, map[string]bool{}, map[string]string{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, e := range lexicon.Must(wordLists, "lexicon/abbreviations.tsv", 2) {
		form, class := e.Fields[0], e.Fields[1]
		w.abbreviations[form] = class
		if class == "never" || class == "opener" {
			w.abbreviations[strings.ToUpper(form)] = class
		}
		for k := range form {
			if form[k] == '.' {
				w.dotted[strings.ToLower(form[:k+1])] = true
			}
		}
	}
	for _, e := range lexicon.Must(wordLists, "lexicon/openers.tsv", 2) {
		word, class := e.Fields[0], e.Fields[1]
		if class == "opener" {
			w.alsoOpeners[word] = true
			continue
		}
		w.openers[word] = class
	}
	for _, e := range lexicon.Must(wordLists, "lexicon/domains.tsv", 1) {
		w.domains[e.Fields[0]] = true
	}
	for _, e := range lexicon.Must(wordLists, "lexicon/cardinals.tsv", 1) {
		w.cardinals[e.Fields[0]] = true
	}
	return w
}

// abbreviation returns the class of a form, given without its stop; "" when it is none.
func (w *boundaryWords) abbreviation(form, lower string) string {
	if c := w.abbreviations[lower]; c != "" {
		return c
	}
	return w.abbreviations[form]
}

// keepsStop reports whether the full stop at j belongs to the word that began at i.
func (z *tokenizer) keepsStop(i, j int) bool {
	low := z.lower[i-z.start : j-z.start]
	if k := strings.LastIndexByte(low, '-'); k >= 0 { // "Lt.-Gen."
		i, low = i+k+1, low[k+1:]
	}
	if low == "" || isDigit(low[0]) {
		return false
	}
	if r, n := z.rune(i); n == j-i {
		return z.keepsInitial(r, low, j+1)
	}
	if strings.IndexByte(low, '.') >= 0 && abbreviationSoFar(low) {
		return true
	}
	switch words.abbreviation(z.text[i:j], low) {
	case "never", "opener", "capital":
		return true
	case "number":
		next, _ := z.rune(z.skipSpace(j + 1))
		return unicode.IsDigit(next)
	case "comma":
		return len(z.toks) > 0 && z.toks[len(z.toks)-1].Text == ","
	}
	return false
}

// keepsInitial reports whether the stop before byte j belongs to the single letter r: "J. Tran", "Anna K. was", "c. 1900".
func (z *tokenizer) keepsInitial(r rune, low string, j int) bool {
	at := z.skipSpace(j)
	next, _ := z.rune(at)
	if !unicode.IsUpper(r) {
		return unicode.IsDigit(next) && words.abbreviations[low] == "number" || r == 'v' && unicode.IsUpper(next)
	}
	last := ""
	if len(z.toks) > 0 {
		last = z.toks[len(z.toks)-1].Lower
		if words.openers[last] == "letter" { // "Plan B."
			return false
		}
	}
	switch {
	case next == 0:
		return false
	case next == ',' || next == '-':
		return true
	case unicode.IsLower(next):
		return last != "" && at > j
	case !unicode.IsUpper(next):
		return false
	}
	k := at
	for k < z.end && k-at < maxToken {
		r, n := z.rune(k)
		if !unicode.IsLetter(r) && !isApostrophe(r) {
			break
		}
		k += n
	}
	if after, _ := z.rune(k); after == '.' && utf8.RuneCountInString(z.text[at:k]) == 1 {
		return true // one initial after another
	}
	if words.alsoOpeners[z.lower[at-z.start:k-z.start]] {
		return false
	}
	if r == 'I' { // the pronoun, unless a name or a sentence begins with it
		return last == "" || unicode.IsUpper(firstRune(z.toks[len(z.toks)-1].Text)) || !unicode.IsLetter(firstRune(last))
	}
	return true
}

func (z *tokenizer) skipSpace(j int) int {
	for j < z.end {
		r, n := z.rune(j)
		if !unicode.IsSpace(r) {
			break
		}
		j += n
	}
	return j
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
