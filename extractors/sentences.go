package extractors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence is the most tokens of a sentence; longer ones are cut, so that every stage stays linear. What is longer is a list
// without stops, not prose.
const maxSentence = 300

// splitSentences cuts the tokens of one block into sentences: ranges of token indexes. Blocks always end one, so headings and
// list items need no stop.
//
// A sentence ends at . ! ? or …, with the quotation marks and brackets that close after it, where the next token can begin
// one; neither ; nor : ends one. A stop that belongs to an abbreviation ends one as the abbreviation's class says.
// Not seen: sentences that begin with a small letter, and a bracket that holds several sentences inside another.
func splitSentences(toks []Token) [][2]int {
	out := make([][2]int, 0, len(toks)/20+1)
	from := 0
	quoted := false // inside straight quotation marks
	for i := 0; i < len(toks); i++ {
		j := i + 1
		quoted = quotedBehind(toks[i].Text, quoted)
		if j-from < maxSentence {
			if j < len(toks) && isBullet(toks[j].Text) && opensWith(toks, j+1, unicode.IsUpper) {
				out = append(out, [2]int{from, j})
				from = j
				continue
			}
			if !isStop(toks[i].Text) {
				continue
			}
			if j = closers(toks, j, from+maxSentence, quoted); j < len(toks) && !ends(toks, from, i, j) {
				continue
			}
		}
		out = append(out, [2]int{from, j})
		for i++; i < j; i++ {
			quoted = quotedBehind(toks[i].Text, quoted)
		}
		from, i = j, j-1
	}
	if from < len(toks) {
		out = append(out, [2]int{from, len(toks)})
	}
	return out
}

// isStop reports tokens that may end a sentence.
func isStop(t string) bool {
	switch t[len(t)-1] {
	case '.', '!', '?':
		return true
	}
	return t == "…" || t == "。" || t == "؟" || t == "।"
}

// closers returns the index behind the marks that close after token j-1, and further stops ("?!"), at most limit. They stand
// without a space, except quotation marks that can only close.
func closers(toks []Token, j, limit int, quoted bool) int {
	for ; j < min(len(toks), limit); j++ {
		glued := toks[j].Start == toks[j-1].End
		switch toks[j].Text {
		case "”", "»":
		case "\"", "''":
			if !glued && !quoted {
				return j
			}
			quoted = false
		case "’", "'", ")", "]", "!", "?", "…":
			if !glued && !(j+1 < len(toks) && toks[j+1].Text == "”") {
				return j
			}
		default:
			return j
		}
	}
	return j
}

// ends reports whether the sentence that began at from ends with the stop at i, the next one beginning at j.
func ends(toks []Token, from, i, j int) bool {
	stop := toks[i].Text
	next := opening(toks, j)
	if next >= len(toks) {
		return true
	}
	if toks[j].Start == toks[j-1].End && !gluedSentence(toks, i, j, next) {
		return false
	}
	if len(stop) > 1 && stop[len(stop)-1] == '.' && stop[0] != '.' {
		return abbreviationEnds(toks, i, next)
	}
	if !beginsSentence(toks[next].Text) {
		return false
	}
	switch stop {
	case ".":
		return !(i == from+1 && isListMark(toks[from].Text)) // "1. The"
	case "!", "?":
		if i > 0 && toks[i-1].End == toks[i].Start && words.abbreviations[toks[i-1].Text+stop] == "mark" {
			return words.alsoOpeners[toks[next].Lower]
		}
		return !(j > i+1 && isQuote(toks[j-1].Text) && saysNext(toks, j))
	}
	return true
}

// gluedSentence reports a space left out between sentences: "were hurt.The mayor".
func gluedSentence(toks []Token, i, j, next int) bool {
	if i == 0 || next != j || utf8.RuneCountInString(toks[i-1].Text) < 2 {
		return j != next && toks[next].Start > toks[j-1].End
	}
	return unicode.IsUpper(firstRune(toks[next].Text)) && unicode.IsLower(lastRune(toks[i-1].Text))
}

// abbreviationEnds reports whether the abbreviation at i ends a sentence before the token at next.
func abbreviationEnds(toks []Token, i, next int) bool {
	form := strings.TrimSuffix(toks[i].Text, ".")
	lower := strings.TrimSuffix(toks[i].Lower, ".")
	class := words.abbreviation(form, lower)
	if class == "" {
		class = "opener" // "U.S.", initials
		if utf8.RuneCountInString(form) == 1 {
			return false
		}
	}
	upper := unicode.IsUpper(firstRune(toks[next].Text))
	switch class {
	case "opener", "comma":
		return upper && words.alsoOpeners[toks[next].Lower]
	case "capital":
		if words.openers[strings.TrimSuffix(toks[next].Lower, ".")] == "clock" && strings.IndexByte(form, '.') >= 0 {
			return false
		}
		return upper
	}
	return false
}

// opening returns the index of the first word or number of what begins at j: behind quotation marks, brackets, dashes and bullets.
func opening(toks []Token, j int) int {
	for ; j < len(toks); j++ {
		switch t := toks[j].Text; t {
		case "“", "‘", "\"", "'", "``", "''", "(", "[", "—", "–", "-", "«", "„", "¿", "¡", "*":
		default:
			if !isBullet(t) {
				return j
			}
		}
	}
	return j
}

// beginsSentence reports whether a sentence may begin with t: no small letter, unless a capital stands inside ("iPhone").
func beginsSentence(t string) bool {
	r, n := utf8.DecodeRuneInString(t)
	if unicode.IsLower(r) {
		return len(t) > n+1 && unicode.IsUpper(firstRune(t[n:]))
	}
	return !unicode.IsPunct(r) || r == '@' || r == '#'
}

func opensWith(toks []Token, j int, is func(rune) bool) bool {
	return j < len(toks) && is(firstRune(toks[j].Text))
}

// saysNext reports a speaker and a reporting verb at j: "… is it over?” Ms Tran asked".
func saysNext(toks []Token, j int) bool {
	if words.alsoOpeners[toks[j].Lower] {
		return false
	}
	for k := j; k < len(toks) && k < j+5; k++ {
		switch {
		case k > j && words.openers[toks[k].Lower] == "verb":
			return true
		case !unicode.IsUpper(firstRune(toks[k].Text)):
			return false
		}
	}
	return false
}

// isListMark reports what numbers an item at the beginning of a block: "1", "12", "a", "IV".
func isListMark(t string) bool {
	if len(t) > 3 {
		return false
	}
	digits, roman := true, true
	for k := 0; k < len(t); k++ {
		digits = digits && isDigit(t[k])
		roman = roman && strings.IndexByte("IVXivx", t[k]) >= 0
	}
	return digits && len(t) < 3 || roman || len(t) == 1
}

// isStraight reports a quotation mark that opens as well as closes.
func isStraight(t string) bool { return t == `"` || t == "''" }

// quotedBehind reports whether what follows token t stands inside straight quotation marks.
func quotedBehind(t string, quoted bool) bool { return t == "``" || quoted != isStraight(t) }

func isQuote(t string) bool {
	return t == "”" || isStraight(t) || t == "’" || t == "'" || t == "»"
}

func isBullet(t string) bool {
	switch t {
	case "•", "●", "▪", "■", "◦", "‣", "►", "▶", "➤", "✔":
		return true
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
