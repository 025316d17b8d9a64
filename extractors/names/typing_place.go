package names

import (
	"strings"
)

func (s *scanner) byNounAfter(c *candidate) Type {
	if s.possessive(c.to) && c.to == c.from+1 && s.class(c.from)&(given|surname) == 0 && s.owned(c.to+1) {
		return Org // "Tolvex's own website"
	}
	if s.possessive(c.to) && s.lone(c) && s.townHas(c.to+1) {
		return Place
	}
	if s.shapes0(c.to) != small {
		return ""
	}
	if s.lower(c.to) == "and" && s.lower(c.from-1) == "the" && s.is(c.to+1, capital) && s.shapes0(c.to+2) == small && s.class(c.to+2)&(placeAfter|siteAfter) != 0 && strings.HasSuffix(s.lower(c.to+2), "s") {
		return Place // "the Vortova and Tolmin quarters"
	}
	noun, first, single := s.class(c.to), s.class(c.from), c.to == c.from+1
	if c.first && single && first&common != 0 && first&given == 0 {
		return "" // "Good news"
	}
	switch {
	case noun&placeAfter != 0:
		return Place
	case noun&siteAfter != 0 && single && first&(given|surname|common) == 0:
		return Place
	case noun&ruleAfter != 0 && c.the && single && (strings.HasSuffix(s.lower(c.from), "ian") || strings.HasSuffix(s.lower(c.from), "ese")):
		return "" // "the Vortovian government"
	case noun&ruleAfter != 0 && c.the && single && (first&(given|surname) != 0 || first == 0):
		return Person // "the Harker government"
	case (s.lower(c.to) == "branch" || s.lower(c.to) == "branches") && c.the && single && first == 0:
		return Place // "the Vortova branch"
	case noun&orgAfter != 0 && single && first&(given|surname) != 0:
		return Person // "the Burhan militia"
	case noun&orgAfter != 0 && (single || first&given == 0):
		return Org
	case s.cue(c.to)&survey != 0 && !single && first&(given|title) == 0 && s.class(c.to-1)&(given|surname) == 0:
		return Org // "a Tolvex Norte poll"
	}
	return ""
}

// townHas reports what only towns have at token k, behind one word at most, at the end of its noun group: "'s mayor", "'s main streets", but no
// "'s skyline painting".
func (s *scanner) townHas(k int) bool {
	if s.cue(k)&townNoun == 0 && s.is(k, small) {
		k++
	}
	next := s.tag(k + 1)
	return s.cue(k)&townNoun != 0 && next != "NN" && next != "NNS"
}

// owned reports at most two words and then what only firms have, at token k: "'s lost [output]".
func (s *scanner) owned(k int) bool {
	for end := k + 3; k < end && k < len(s.toks) && s.shapes[k] == small; k++ {
		if s.class(k)&employed != 0 {
			return true
		}
		if t := s.toks[k].Tag; t != "JJ" && t != "VBN" && t != "NN" && t != "VBD" {
			return false
		}
	}
	return false
}

func (s *scanner) byNounBefore(c *candidate) Type {
	k := c.from - 1
	if s.lower(k) == "at" && s.class(k-1)&(role|personNoun) != 0 && s.shapes0(k-1) == small || s.lower(k) == "at" && strings.HasSuffix(s.lower(k-1), "s") && s.g.lookup(strings.TrimSuffix(s.lower(k-1), "s")).class&role != 0 {
		return Org // "analysts at Harker Vogt"
	}
	if s.lower(k) == "at" && c.to == c.from+1 && s.class(k-1)&orgAfter != 0 && s.cue(k-1)&workforce != 0 && s.class(c.from)&(given|surname) == 0 {
		return Org // "its members at Tolvex"
	}
	if s.lower(k) == "of" && s.class(k-1)&placeNoun != 0 && s.shapes[k-1] == small {
		return Place
	}
	if s.lower(k) == "the" && s.lower(k-1) == "of" && s.class(k-2)&shore != 0 && s.shapes[k-2] == small {
		return Place // "on the banks of the Vortova"
	}
	if s.lower(k) == "from" && strings.HasSuffix(s.lower(k-1), "-year-old") {
		return Place // "a 90-year-old from Vortova Nest"
	}
	if s.lower(k) == "of" && s.class(k-1)&employed != 0 && s.shapes0(k-1) == small && s.class(c.from)&(given|surname) == 0 {
		return Org // "employees of Tolvex"
	}
	if s.lower(k) == "in" && s.cue(k-1)&ownership != 0 && s.class(c.from)&(given|surname) == 0 && !s.nameToken(k-2) && s.class(c.from)&common == 0 {
		return Org // "shares in Tolvex"
	}
	if s.lower(k) == "by" && s.cue(k-1)&survey != 0 && s.class(c.from)&(given|title) == 0 {
		return Org // "a poll by Tolvex Norte"
	}
	if s.lower(k) == "of" && s.lower(k-1) == "," && s.is(k-2, numeral) && s.lower(k-3) == "," {
		return Place // "said Lena Orr, 58, of Vortova"
	}
	if s.lower(k) == "of" && s.class(k-1)&seated != 0 && s.class(c.from)&(given|surname) == 0 && !s.isAcronym(c) {
		return Place // "the mayor of Vortova"
	}
	if s.lower(k) == "," && s.shapes0(c.to) == mark && !(c.to > c.from+1 && s.spokenFor(k)) && (s.class(k-1)&orgNoun != 0 && s.class(k-1)&placeNoun == 0 && s.shapes0(k-1) == small || s.groupBefore(k) == Org) {
		return Org // "a shipping company, Harker Marine,"
	}
	if t := s.calledSo(k); t != "" {
		return t
	}
	switch noun := s.class(k); {
	case s.shapes0(k) != small && s.lower(k) != "ngo":
	case noun&placeBefore != 0:
		return Place
	case noun&orgBefore != 0:
		return Org
	}
	return ""
}

// spokenFor reports a noun for a person, and whom the person serves, before the comma k: "a spokesman for the army,". One who was named before the
// noun is none: "Lena Orr, a spokeswoman for the operator,".
func (s *scanner) spokenFor(k int) bool {
	for n := k - 2; n > 0 && n > k-5; n-- {
		if w := s.lower(n); w == "for" || w == "of" {
			return s.lower(n+1) == "the" && s.class(n-1)&role != 0 && s.class(n-1)&orgNoun == 0 && s.shapes0(n-1) == small && s.lower(n-3) != ","
		}
	}
	return false
}

// groupBefore types the definite noun group that opens a clause and ends before token k: "The main union at the plant, [Tolvex],".
func (s *scanner) groupBefore(k int) Type {
	j := k - 1
	for ; j >= 0 && j > k-9 && s.shapes[j] != mark; j-- {
		if w := s.lower(j - 1); s.verb(j) && w != "that" && w != "which" {
			break
		}
	}
	for j++; j < k && s.class(j)&link != 0 && s.lower(j) != "the"; j++ {
	}
	switch s.lower(j) {
	case "the", "its", "their", "his", "her", "our":
		if j < k-1 {
			return s.headOf(j)
		}
	}
	return ""
}

// calledSo types by its noun what something is called, with "as" or the verb at token k: "a gorge known as Quorra", "a group called Tolvex".
func (s *scanner) calledSo(k int) Type {
	switch s.lower(k) {
	case "as":
		if s.lower(k-1) != "known" {
			return ""
		}
		k -= 2
	case "called":
		k--
	case "named":
		k--
		if s.class(k)&placeNoun == 0 {
			return "" // "a brewer named Lena Orr"
		}
	default:
		return ""
	}
	if s.lower(k) == "locally" || s.lower(k) == "better" || s.lower(k) == "also" {
		k--
	}
	switch noun := s.class(k); {
	case s.shapes0(k) != small || noun&role != 0:
	case noun&placeNoun != 0:
		return Place
	case noun&orgNoun != 0:
		return Org
	}
	return ""
}

// byCountryBehind reads "Vortova, Hungary".
func (s *scanner) byCountryBehind(c *candidate) Type {
	if s.lower(c.to) == "," && s.nameToken(c.to+1) {
		if end, kinds := s.phrase(c.to+1, country|region); kinds != 0 && s.class(c.to+1)&(given) == 0 {
			switch s.lower(end) {
			case ",", ".", "", ")", "(", ";", "’", "'", "-", "—", "–":
				if !(s.lower(c.from-1) == "," && s.inPlace(c.from-2)) {
					return Place
				}
			}
		}
	}
	return ""
}

func (s *scanner) byPreposition(c *candidate) Type {
	k := c.from - 1
	if s.lower(k) == "the" {
		k--
		if w := s.lower(k); w == "on" && c.to == c.from+1 && s.class(c.from) == 0 && s.shapes[c.from] == capital && !strings.HasSuffix(s.lower(c.from), "s") && s.shapes0(c.to) != small {
			return Place // "overturned on the Quorra."
		} else if w != "in" && w != "near" && w != "across" && w != "into" && w != "through" && w != "along" && w != "beyond" && w != "around" && w != "over" {
			return ""
		}
		if s.isAcronym(c) {
			return ""
		}
	}
	if !s.inPlace(k) {
		return ""
	}
	if s.loosePlace(k) {
		if s.lower(k) == "from" && s.cue(k-1)&viaLine != 0 {
			return Place // "by telephone from Tolmin Vash"
		}
		if c.to-c.from > 1 && s.lower(k) != "at" && !articled(s.lower(c.from)) || s.class(c.from)&(surname|given) != 0 || s.isAcronym(c) {
			return ""
		}
		if s.lower(k) == "to" && (s.class(k-1)&speech != 0 || s.lower(k-1) == "according" || s.cuedBefore(k, sale)) {
			return "" // "sell its brands to Quorractis": a firm or a person
		}
	}
	if s.class(c.from)&given != 0 && s.class(c.to-1)&surname != 0 {
		return ""
	}
	if articled(s.lower(c.from)) {
		return Place
	}
	if c.to-c.from == 1 && (s.class(c.from)&(common|topic|eventHead|group) != 0 || s.possessive(c.to) || s.lower(c.to) == "’" || s.lower(c.to) == "'") {
		return ""
	}
	if s.class(c.from)&surname != 0 && c.to == c.from+1 && (s.possessive(c.to) || s.class(k-1)&trusting != 0) {
		return "" // "confidence in Harker", "in Harker's view"
	}
	return Place
}

// loosePlace reports a preposition or verb at token k that persons and bodies stand behind too: "from", "at", "besieged".
func (s *scanner) loosePlace(k int) bool {
	switch s.lower(k) {
	case "to", "from", "at", "over", "between", "toward", "towards", "left", "within", "through", "beyond", "above", "off", "via":
		return true
	}
	return s.cue(k)&taken != 0
}

// articled reports the first word of names such as "El Teniente", "La Ronge", "Al Qorra".
func articled(w string) bool {
	switch w {
	case "el", "la", "los", "las", "le", "les", "al", "ash", "ar", "az":
		return true
	}
	return false
}
