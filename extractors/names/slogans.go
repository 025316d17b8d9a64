package names

import (
	"strings"
)

// saints returns the end of a church's, school's or hospital's name after a saint: "St. Luke's", "St. Luke's Magic Valley".
func (s *scanner) saints(i int) int {
	if w := s.lower(i); w != "st." && w != "st" && w != "saint" || !s.is(i+1, capital) || s.lower(i+2) != "'s" {
		return i
	}
	k := i + 3
	for s.is(k, capital) && s.words[k].class&(starter|calendar|role|title) == 0 || s.possessive(k) && s.class(k-1)&ownsBody != 0 && s.is(k+1, capital) {
		k++ // "St Mary's Girls' High School"
	}
	return k
}

// sloganFor returns the end of a party's or campaign's name that is a phrase, inside a sentence: "Together for the Coast".
func (s *scanner) sloganFor(i int) int {
	if s.startsSentence(i) && s.words[i].class&rally == 0 || s.startsSentence(i) && s.lower(i+1) != "for" {
		return i
	}
	if s.style != prose || s.shapes[i] != capital || s.words[i].class&(starter|common) == 0 || s.words[i].class&(orgOf|orgHead|placeHead|role|title|eventHead|calendar|given|modifier) != 0 {
		return i
	}
	if w := s.lower(i + 1); w != "for" && w != "with" {
		return i
	}
	k := i + 2
	if w := s.lower(k); w == "the" || w == "our" || w == "a" {
		k++
	}
	from := k
	for s.is(k, capital, upper) && s.words[k].class&(starter|calendar|role|title|given) == 0 {
		k++
	}
	if k == from {
		return i
	}
	return max(k, s.complement(i+1)) // "Volunteers for the Defence of the Coast"
}

// rallied returns the end of a group's name that ends with what unites it, "Quorra Families Together"; i when there is none.
func (s *scanner) rallied(i int) int {
	if s.style != prose || s.class(i)&(starter|calendar|title|role) != 0 {
		return i
	}
	for k := i + 1; k < i+4 && s.is(k, capital); k++ {
		switch s.lower(k) {
		case "together", "united", "unite", "forward", "rising":
			if strings.HasSuffix(s.lower(k-1), "s") && !s.nameToken(k+1) && (k > i+1 || !s.startsSentence(i)) {
				return k + 1
			}
			return i
		}
	}
	return i
}

// slogan reports a party's or movement's adjective before a country, inside a sentence: "United Russia", "Free Chad".
func (s *scanner) slogan(i int) bool {
	c := s.words[i].class
	if c&topic != 0 && s.shapes[i] == capital && s.style == prose && c&(inPlace|group) == 0 {
		return true // "Environment Canada", "Sport England"
	}
	if s.shapes[i] != capital || s.style != prose || c&(given|inPlace|calendar|modifier|title|starter) != 0 {
		return false
	}
	if c&^orgHead == 0 && !strings.HasSuffix(s.lower(i), "ist") && !strings.HasSuffix(s.lower(i), "ian") && !ordinaryEnding(s.lower(i)) {
		return true // "Transparencia Venezuela"
	}
	return c&common != 0 && !s.startsSentence(i)
}
