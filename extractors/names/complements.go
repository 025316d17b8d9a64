package names

import (
	"strings"
)

// topical reports a capitalised word that says what a body is for, listed or by its form: "Obstetricians", "Astronomy".
func (s *scanner) topical(k int) bool {
	if !s.is(k, capital) {
		return false
	}
	c, w := s.class(k), s.lower(k)
	if c&(topic|common) != 0 && c&(starter|given) == 0 || ordinaryEnding(w) {
		return true
	}
	for _, e := range [...]string{"ists", "ians", "ics", "ers", "ogy", "ors", "eries", "ities"} {
		if strings.HasSuffix(w, e) && len(w) > 6 && c&(given|surname) == 0 && !s.words[k].known() {
			return true
		}
	}
	return false
}

func (s *scanner) topicToken(k int) bool {
	return s.is(k, capital, upper) && s.class(k)&topic != 0
}

// complement returns the end of "of Health and Social Care", "for the Study of War" at k; k when nothing follows.
func (s *scanner) complement(k int) int {
	switch s.lower(k) {
	case "of", "for":
	case "in":
		if e := s.mission(k); e > k {
			return e
		}
		if c := s.class(k - 1); c&topic == 0 || c&orgHead != 0 {
			return k
		}
		if _, kinds := s.phrase(k+1, places); kinds != 0 && s.startsSentence(k-1) {
			return k // "Lawyers in Brussels"
		}
	case "to":
		if e := s.mission(k); e > k {
			return e
		}
		return k
	case "on", "against":
		switch s.lower(k - 1) {
		case "committee", "subcommittee", "commission", "panel", "council", "conference", "institute", "center", "centre", "office", "group", "campaign", "coalition", "force", "network", "board", "alliance", "agency", "inquiry":
		default:
			return k
		}
	default:
		return k
	}
	p := k + 1
	for s.lower(p) == "the" || s.lower(p) == "our" {
		p++
	}
	if !s.is(p, capital, upper, mixed, initial) || s.words[p].class&calendar != 0 {
		return k
	}
	if s.lower(k) == "of" && s.words[p].class&title != 0 && s.nameToken(p+1) && s.class(p+1)&(orgHead|topic) == 0 {
		switch s.lower(k - 1) {
		case "office", "cabinet", "administration", "government", "residence", "palace", "house":
		default:
			return k // "the Workers' Front of President Orr"
		}
	}
	begin := p
	if end, ok := s.rolePhrase(p); ok && end > p+1 { // "Office of the Prime Minister"
		p, begin = end, end
	}
	for p < len(s.toks) {
		c := s.class(p)
		switch {
		case s.nameToken(p):
			if p > begin && c&topic == 0 && c&(orgHead|orgOf) == 0 {
				if _, ok := s.rolePhrase(p); ok && c&surname == 0 {
					return p
				}
				if c&(starter|calendar) != 0 || c&given != 0 && s.topical(p-1) && c&common == 0 {
					return p
				}
			}
			p++
		case (s.lower(p) == "and" || s.lower(p) == "&") && s.topical(p+1) && (s.topical(p-1) || s.class(p-1)&common != 0 && s.headAhead(p+1)):
			p += 2 // "Department of Job and Family Services"
		case s.lower(p) == "and" && s.class(p-1)&group != 0 && s.nameToken(p-1) && s.nameToken(p+1) && s.class(p+1)&group != 0 && !(s.shapes0(p+2) == small && strings.HasPrefix(s.tag(p+2), "NN")):
			p += 2 // "Council of Christians and Jews"
		case s.lower(p) == "," && s.topicList(p):
			p += 2
		case s.class(p)&link != 0 && s.shapes[p] == small && s.lower(p) != "and" && s.class(p-1)&(topic|orgHead|orgOf|common) != 0:
			if e := s.complement(p); e > p {
				return e
			}
			return p
		case s.shapes[p] == small && s.words[p].class&particle != 0 && s.joins(p) > p:
			p = s.joins(p)
		case s.possessive(p) && s.nameToken(p+1) && s.class(p+1)&(orgHead|topic) != 0:
			p += 2
		default:
			return p
		}
	}
	return p
}

// mission takes the country into the name of what a league of states has there, before the preposition k: "UN Integrated Office in Chad".
func (s *scanner) mission(k int) int {
	switch s.lower(k - 1) {
	case "office", "mission", "force", "operation", "delegation", "team", "programme", "program":
	default:
		return k
	}
	from := k - 1
	for from > 0 && s.lower(from-1) != "the" && (s.nameToken(from-1) || s.lower(from-1) == "and" && from > 1 && s.nameToken(from-2)) {
		from--
	}
	if s.shapes[from] != upper || s.words[from].node.upper == 0 {
		switch s.lower(from) + " " + s.lower(from+1) {
		case "united nations", "european union", "african union", "arab league":
		default:
			return k
		}
	}
	p := k + 1
	if s.lower(p) == "the" {
		p++
	}
	if end, kinds := s.phrase(p, country|region); kinds != 0 {
		return end
	}
	return k
}

// topicList reports ", X and Y" of capitalised topics at the comma p: "Environment, Forests and Climate Change".
func (s *scanner) topicList(p int) bool {
	if s.class(p-1)&topic == 0 {
		return false
	}
	for k := p + 1; k < p+10; k++ {
		switch {
		case s.topical(k), s.lower(k) == ",":
		case s.lower(k) == "and":
			return k > p+1 && s.topical(k+1)
		default:
			return false
		}
	}
	return false
}
