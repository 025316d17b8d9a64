package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors"
)

// A shape is how a token is written.
type shape uint8

const (
	small   shape = iota // "road", "al-jazeera"
	capital              // "Road", "McDonald", "Al-Hadi"
	upper                // "UN", "U.S.", "VILNIUS"
	initial              // "J", "J."
	mixed                // "al-Hadi", "iPhone", "eBay": a capital behind small letters
	coded                // "A104", "76ers", "Su-35": letters and digits
	numeral              // "30"
	mark                 // punctuation
)

// A style is how a line uses capitals.
type style uint8

const (
	prose   style = iota
	titled        // Every Main Word Capitalised
	shouted       // ALL CAPITALS
)

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// shape is shapeOf token k, small for a compound whose last part is an ordinary word: "EU-financed", "Forty-seven", "R-Ohio".
func (s *scanner) shape(k int) shape {
	t := &s.toks[k]
	sh := shapeOf(t.Text)
	if sh == small || sh == mark || sh == numeral {
		return sh
	}
	if k+1 < len(s.toks) && s.toks[k+1].Text == "$" && s.toks[k+1].Start == t.End && len(t.Text) < 4 {
		return mark // "R$100,000", "US$30"
	}
	if r, _ := utf8.DecodeRuneInString(t.Text); r > unicode.MaxLatin1 && !unicode.Is(unicode.Latin, r) {
		return small // a name in its own script is a gloss of one given in Latin letters
	}
	i := strings.LastIndexByte(t.Lower, '-')
	if i <= 0 || i == len(t.Lower)-1 || s.words[k].node.kind != 0 || s.words[k].class&given != 0 || len(t.Lower) != len(t.Text) {
		return sh
	}
	last, c := t.Lower[i+1:], s.g.lookup(t.Lower[i+1:]).class
	switch {
	case t.Text[i+1] >= 'a' && t.Text[i+1] <= 'z' && (c&(common|starter|role|group) != 0 && c&given == 0 || ordinaryEnding(last)):
		return small
	case i == 1 && (t.Lower[0] == 'r' || t.Lower[0] == 'd' || t.Lower[0] == 'i') && (s.lower(k-1) == "(" || s.lower(k-1) == ","):
		return small // "(R-Ohio)"
	case c&calendar != 0 && t.Text[0] == t.Lower[0]:
		return small // "mid-May"
	case c&group != 0 && s.g.lookup(t.Lower[:i]).class&(group|common) != 0:
		return small
	}
	return sh
}

// ordinaryEnding reports endings of adjectives, participles and abstract nouns, which family names and places hardly have.
func ordinaryEnding(w string) bool {
	if len(w) < 5 {
		return false
	}
	for _, e := range [...]string{"ed", "ing", "tion", "sion", "ment", "ness", "able", "ible", "ous", "ful", "less", "ical", "ally", "ship", "ology", "onomy", "ism", "like", "wide"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return false
}

func shapeOf(t string) shape {
	r, n := utf8.DecodeRuneInString(t)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return mark
	}
	letters, capitals, digits, first := 0, 0, 0, unicode.IsUpper(r)
	for _, r := range t {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			letters, capitals = letters+1, capitals+1
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	switch {
	case digits > 0 && letters == 0:
		return numeral
	case digits > 0:
		if capitals == 0 {
			return numeral
		}
		return coded
	case letters == 1 && first && (len(t) == n || t[n:] == "."):
		return initial
	case capitals == letters && capitals > 0:
		return upper
	case first:
		return capital
	case capitals > 0:
		return mixed
	}
	return small
}

// styleOf judges the line's capitals by its words of four letters or more.
func (s *scanner) styleOf() style {
	long, capitals, uppers, words := 0, 0, 0, 0
	for k := range s.toks {
		switch s.shapes[k] {
		case small, capital, upper, mixed:
			words++
		default:
			continue
		}
		if s.shapes[k] == upper {
			uppers++
		}
		if len(s.toks[k].Text) >= 4 {
			long++
			if s.shapes[k] != small {
				capitals++
			}
		}
	}
	sent := &s.doc.Sentences[s.sent]
	switch {
	case words >= 2 && uppers*10 >= words*7:
		return shouted
	case long >= 4 && capitals*10 >= long*8 && (sent.Field == extractors.Title || !endsInStop(sent.Text)) && s.smallVerbs() == 0:
		return titled
	}
	return prose
}

func endsInStop(t string) bool {
	return t != "" && (t[len(t)-1] == '.' || t[len(t)-1] == '!' || t[len(t)-1] == '?')
}

// smallVerbs counts small words that a headline in capitals would have capitalised.
func (s *scanner) smallVerbs() int {
	n := 0
	for k := 1; k < len(s.toks); k++ {
		if s.shapes[k] == small && len(s.toks[k].Text) >= 5 && s.words[k].class&starter == 0 {
			n++
		}
	}
	return n
}

// innerCapital reports a capital right behind the first: "KOs", "MPs".
func innerCapital(t string) bool {
	return len(t) > 1 && t[0] >= 'A' && t[0] <= 'Z' && t[1] >= 'A' && t[1] <= 'Z'
}

// stressed reports an ordinary word in capitals for weight: "FURIOUS families", "HOURS later".
func (s *scanner) stressed(k int) bool {
	w := s.words[k]
	return len(s.toks[k].Text) > 3 && w.node.upper == 0 && w.node.kind == 0 && (w.class&common != 0 || ordinaryEnding(s.toks[k].Lower))
}

func (s *scanner) isAcronym(c *candidate) bool {
	return c.to == c.from+1 && s.shapes[c.from] == upper && s.style != shouted && s.class(c.from)&starter == 0 && !s.stressed(c.from)
}
