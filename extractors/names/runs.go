package names

import "strings"

// How far a run of capital letters is one name.

// personLike reports whether a listed name can also be a person's: "President Lincoln", "Mr. Jordan".
func (s *scanner) personLike(from, to int) bool {
	return to == from+1 && s.words[from].class&(given|surname) != 0
}

// commonRun reports ordinary words in capitals, which a role before them does not make a person: "Student Affairs".
func (s *scanner) commonRun(from, to int) bool {
	for k := from; k < to; k++ {
		if c := s.words[k].class; c&(common|topic|eventHead|modifier|starter) == 0 || c&(given|surname) != 0 || s.shapes[k] == upper {
			return false
		}
	}
	return true
}

// opens reports whether a name can begin at i: a capitalised token, or a particle before one ("al Assad", "van der Berg").
func (s *scanner) opens(i int) bool {
	if s.acronymPlural(i) {
		return false
	}
	if s.nameToken(i) || s.shapes[i] == coded {
		return true
	}
	return s.shapes[i] == small && s.words[i].class&particle != 0 && s.particleRun(i) > i
}

// acronymPlural reports an acronym for persons or things in the plural, which names no body: "MSPs", "NGOs".
func (s *scanner) acronymPlural(i int) bool {
	t := s.toks[i].Text
	n := len(t) - 1
	return n > 1 && n < 6 && t[n] == 's' && s.lower(i-1) != "(" && isUpper(t[:n]) && !strings.ContainsAny(t, ".-&") && !s.words[i].known()
}

// particleRun returns the first capitalised token after the particles that begin at i, or i when they begin no name.
func (s *scanner) particleRun(i int) int {
	k := i
	for k < len(s.toks) && k < i+3 && s.shapes[k] == small && s.words[k].class&particle != 0 && s.words[k].class&starter == 0 {
		k++
		if s.lower(k) == "-" && s.is(k+1, capital) {
			k++
		}
	}
	switch s.lower(i) {
	case "van", "von", "der", "de", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "el", "al-", "el-", "ul", "bint", "ter", "ten":
		if k > i && s.is(k, capital, upper) {
			return k
		}
	}
	return i
}

// startsSentence reports whether a capital at i may be owed to a sentence, quotation or list item that begins there.
func (s *scanner) startsSentence(i int) bool {
	if i <= 0 {
		return true
	}
	if i > 1 && opensQuote(s.toks[i-1].Text) && s.shapes[i-2] == small && s.toks[i-2].Lower == "the" {
		return false // the “Quad”
	}
	switch s.toks[i-1].Text {
	case "“", "\"", "‘", "'", "•", "*", "``", ":", "(", "[", "—", "–", "|", "`", ".", "?", "!", "…", "...", "_", "/", ";":
		return true
	case "-":
		return i == 1 || s.toks[i-1].Start > s.toks[i-2].End
	}
	return s.shapes[i-1] == numeral && i == 1
}

// groupIsName reports a demonym that is part of a person's name: "Christian Lindner", "German Gomez".
func (s *scanner) groupIsName(i int) bool {
	if s.words[i].class&given == 0 || !s.is(i+1, capital) {
		return false
	}
	c := s.words[i+1].class
	if c == 0 && s.lower(i-1) == "," && s.lower(i+2) == "," && (s.class(i-2)&(role|personNoun) != 0 || s.headOf(i+3) == Person) {
		return true // "its pastor, Roman Quillem, said", "…, Roman Quillem, a spokesman"
	}
	return c&(surname|given) != 0 && c&(role|title|common|group) == 0
}

// chunk returns the end of the run of name tokens at i: up to a role, a demonym, a month, a listed name or a small word.
func (s *scanner) chunk(i int) int {
	k := i
	if p := s.particleRun(i); p > i {
		k = p
	}
	k++
	for k < len(s.toks) {
		switch {
		case s.nameToken(k):
			if s.breaks(i, k) {
				return k
			}
			k++
		case opensQuote(s.toks[k].Text) && k == i+1 && s.words[i].class&given != 0 && s.is(k+1, capital) && closesQuote(s.toks, k+2) && s.toks[k+2].Text != "," && s.is(k+3, capital) && s.style == prose:
			k += 4 // Dewey “Buck” Marsh
		case s.lower(k) == "&" && s.is(k+1, capital, upper):
			if k > i+1 && s.words[i].class&given != 0 { // two persons: "Lena Orr & Kit Marsh"
				return k
			}
			k += 2
		case s.lower(k) == "-" && k > i+1 && s.words[i].class&given != 0 && s.is(k+1, capital) && s.words[k+1].class&^surname == 0 && !s.words[k+1].known() && s.lower(k+2) != "-":
			k += 2
		case s.shapes[k] == small && s.words[k].class&particle != 0 && s.joins(k) > k:
			k = s.joins(k)
		case s.lower(k) == "-" && s.alPrefix(k-1) && s.is(k+1, capital):
			k += 2
		case s.lower(k) == "-" && k > i+1 && s.syllable(k+1) && s.words[k-1].class&(common|role) == 0:
			k += 2
		case (s.toks[k].Text == "’" || s.toks[k].Text == "'") && (s.toks[k-1].Text == "O" || s.toks[k-1].Text == "D" || s.toks[k-1].Text == "N") && s.is(k+1, capital) && s.class(k+1) == 0:
			k += 2
		default:
			return k
		}
	}
	return k
}

// syllable reports the small second half of an East Asian given name parted by a spaced hyphen: "Wen - hsiung".
func (s *scanner) syllable(k int) bool {
	return s.is(k, small) && len(s.toks[k].Text) <= 6 && s.words[k].class&^(given|surname|male|female) == 0 && s.toks[k].Tag != "IN" && s.toks[k].Tag != "DT"
}

func (s *scanner) alPrefix(k int) bool {
	switch s.lower(k) {
	case "al", "el", "ul", "abd", "as", "an", "ad", "ar", "abu":
		return true
	}
	return false
}

// joins returns the capitalised token that the particles at k lead to, or k.
func (s *scanner) joins(k int) int {
	p := k
	for p < len(s.toks) && p < k+3 && s.shapes[p] == small && s.words[p].class&particle != 0 {
		p++
	}
	switch s.lower(k) {
	case "to", "as", "an", "at", "ad", "i", "do", "st", "'t", "e", "y", "ben":
		if s.lower(k) != "y" && s.lower(k) != "e" && s.lower(k) != "i" && s.lower(k) != "do" {
			return k
		}
	}
	if s.lower(p) == "-" && s.alPrefix(p-1) && s.is(p+1, capital) {
		p++
	}
	if s.is(p, capital, upper, mixed) && !s.breaks(k, p) {
		return p
	}
	return k
}

// breaks reports whether the capitalised token k ends the run that began at i.
func (s *scanner) breaks(i, k int) bool {
	c := s.words[k].class
	if s.toks[k].Text == "I" && s.is(k+1, small) && s.verb(k+1) {
		return true // "In Vortova I watched"
	}
	if s.lockAt(k) != nil || c&starter != 0 && s.shapes[k] == capital && c&(given|surname) == 0 {
		return true
	}
	if s.style == titled && c&common != 0 && c&surname == 0 {
		return true
	}
	alone := k == i+1 && s.words[i].class&given != 0 && s.words[i].class&group == 0 && !s.nameToken(k+1) // "Ben Player", "Claire Danes"
	if s.lower(k) == "sheikh" && k == i+1 && s.words[i].class&given != 0 && s.is(k+1, capital) {
		return false // "Hassan Sheikh Mohamud"
	}
	if end, ok := s.rolePhrase(k); ok && !(alone && c&title == 0) {
		if end > k+1 || c&surname == 0 {
			return true
		}
	}
	if c&calendar != 0 && c&surname == 0 || c&group != 0 && c&(surname|given) == 0 && !alone {
		return true
	}
	if c&eventFirst != 0 || c&(numbered|common) != 0 && s.is(k+1, numeral, coded) {
		return true // "Tolvex Flight 12", "a Harker Dash 8"
	}
	if end, kinds := s.phrase(k, places|orgs|noName); end > k+1 || (kinds&country != 0 || kinds&noName != 0 && kinds&(places|orgs) == 0) && c&(given|surname) == 0 {
		return true
	}
	return false
}

func (s *scanner) word(k int) string {
	if k < 0 || k >= len(s.toks) {
		return ""
	}
	return s.toks[k].Text
}
