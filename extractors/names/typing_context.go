package names

import "strings"

// bySite reads a place that is called after a person.
func (s *scanner) bySite(c *candidate) Type {
	if c.to > c.from+1 && s.cue(c.to)&site != 0 {
		return Place
	}
	if c.to == c.from+2 && s.words[c.from].cue&campFirst != 0 && s.lower(c.to) == "camp" {
		return Place // "Abu Quorr camp"
	}
	return ""
}

// byCapitals reads a body of two words or three of which the last, or the first where it has three letters, is written in capitals.
func (s *scanner) byCapitals(c *candidate) Type {
	if s.style != prose || c.to-c.from < 2 || c.to-c.from > 3 || s.class(c.from)&given != 0 {
		return ""
	}
	if t := s.toks[c.to-1].Text; s.shapes[c.to-1] == upper && len(t) < 6 && !isReign(t) && !strings.Contains(t, ".") && t != "JR" && t != "SR" {
		return Org // "Quorra BHF"
	}
	if t := s.toks[c.from].Text; s.shapes[c.from] == upper && len(t) > 2 && len(t) < 6 && !strings.Contains(t, ".") && s.class(c.to-1)&(given|surname) == 0 && s.class(c.from)&starter == 0 && !s.stressed(c.from) {
		return Org // "KRQ Quorra"
	}
	return ""
}

// byGang reads "Los" and a plural that no list has.
func (s *scanner) byGang(c *candidate) Type {
	w := s.lower(c.from)
	if (w == "los" || w == "las") && c.to == c.from+2 && strings.HasSuffix(s.lower(c.to-1), "s") && s.class(c.from-1)&inPlace == 0 && !c.styled {
		return Org
	}
	return ""
}

// byEnding reads the ending of a street's or a town's name.
func (s *scanner) byEnding(c *candidate) Type {
	if c.to > c.from+1 || s.shapes[c.from] != capital || s.class(c.from)&(given|surname|common) != 0 {
		return ""
	}
	w := s.lower(c.from)
	for n := 4; n < 10 && n < len(w); n++ {
		if least := s.g.towns[w[len(w)-n:]]; least > 0 && len(w) >= least {
			return Place
		}
	}
	return ""
}

// byHome reads one unknown word that somebody comes from, or that stands before a noun for those who live somewhere; what a firm has too, drivers and
// teachers, does not tell.
func (s *scanner) byHome(c *candidate) Type {
	if !s.lone(c) {
		return ""
	}
	k := c.from - 1
	switch s.lower(k) {
	case "from":
		if s.personNounAt(k - 1) {
			return Place
		}
	case "a", "an":
		if s.class(c.to)&settled != 0 && s.shapes0(c.to) == small {
			return Place
		}
	}
	return ""
}

// byTarget reads one unknown word that is attacked, or that fighters take: a place more often than a firm or a person, which the rest of the document tells.
func (s *scanner) byTarget(c *candidate) Type {
	if !s.lone(c) || s.possessive(c.to) {
		return ""
	}
	k := c.from - 1
	if s.lower(k) == "on" && s.cue(k-1)&target != 0 {
		return Place
	}
	if s.cue(k)&conquers != 0 && !s.captured(c.to) {
		for n := k - 1; n >= 0 && n > k-25; n-- {
			if s.cue(n)&fighter != 0 {
				return Place // "Gunmen took Quorrindi"
			}
		}
	}
	return ""
}

// captured reports a word for a captive, or for whom or where he is taken from, in the clause that goes on at token k: "[Soldiers took Quoll] from her
// home".
func (s *scanner) captured(k int) bool {
	for ; k < len(s.toks) && s.shapes[k] != mark; k++ {
		if s.cue(k)&captive != 0 {
			return true
		}
	}
	return false
}

// lone reports one capitalised word that no list has and that does not look like a family name.
func (s *scanner) lone(c *candidate) bool {
	return c.to == c.from+1 && !c.styled && s.shapes[c.from] == capital && s.class(c.from)&(given|surname|common|topic|group) == 0 && !s.g.surnameForm(s.lower(c.from))
}

// byCounting reads one word that no list has before a verb of those who measure: "Quorrmet recorded 46.2 degrees".
func (s *scanner) byCounting(c *candidate) Type {
	if c.to > c.from+1 || s.class(c.from) != 0 || c.styled {
		return ""
	}
	if s.cue(c.to)&counts != 0 {
		return Org
	}
	return ""
}

// bySource reads one unknown word that is a source or has a spokesman. A person is introduced in full, and the document tells.
func (s *scanner) bySource(c *candidate) Type {
	if c.to > c.from+1 || s.class(c.from)&(given|surname|common) != 0 || s.g.surnameForm(s.lower(c.from)) {
		return ""
	}
	k := c.from - 1
	switch s.lower(k) {
	case "to":
		if s.lower(k-1) == "according" {
			return Org // "it will sell its brands to Quorrpet"
		}
	case "by":
		if s.cue(k-1)&dealtWith != 0 && s.class(c.from) == 0 {
			return Org
		}
	case "for":
		if s.cue(k-1)&spokesperson != 0 {
			return Org
		}
	}
	return ""
}
