package names

import "strings"

// foreignBody returns the end of a body's name in a Romance language, which its head opens and small particles go through: "Hospital da Quorra",
// "Lycée Jean-Quorrin", "Red Quorrana de Salud"; i when there is none.
func (s *scanner) foreignBody(i int) int {
	if s.style != prose || s.class(i)&foreignHead == 0 || s.shapes[i] != capital || i > 0 && s.nameToken(i-1) && !s.startsSentence(i) && s.class(i-1)&group == 0 {
		return i
	}
	end, particles := i+1, 0
	for end < len(s.toks) {
		k := end
		for k < end+2 && s.romanceLink(k) {
			k++
		}
		if !s.is(k, capital, upper, mixed) || s.class(k)&(starter|calendar) != 0 && s.class(k)&(given|surname) == 0 || k == end && s.class(k)&(title|group) != 0 && s.class(k)&(given|surname) == 0 {
			break
		}
		if k > end && end == i+1 || k > end && s.lower(end) != "y" && s.lower(end) != "e" && s.lower(end) != "et" {
			particles++
		}
		if w := s.lower(end); (w == "y" || w == "e" || w == "et") && k > end && particles == 0 {
			break
		}
		end = k + 1
	}
	switch {
	case end == i+1:
		return i
	case s.class(i)&common == 0 || particles > 0:
		return end
	case end == i+2 && s.class(i+1)&(common|orgHead|orgOf|topic|role|title|placeHead|given) == 0 && !s.startsSentence(i) && s.lower(i) == "hospital":
		return end // "Hospital Ampang"
	}
	return i
}

// romanceLink reports a small word between the words of a Romance name.
func (s *scanner) romanceLink(k int) bool {
	return s.cue(k)&romance != 0 || s.is(k, small) && s.lower(k) == "in" && s.lower(k+1) == "der"
}

// foreignRoad returns the end of a street's or square's name with particles, or a day, in it: "Rue des Quorrels", "Plaza de Armas",
// "Jirón 12 de Mayo", "Route Nationale 1"; i when there is none.
func (s *scanner) foreignRoad(i int) int {
	if s.style != prose || s.shapes[i] != capital || s.class(i)&foreignWay == 0 {
		return i
	}
	k := i + 1
	if w := s.lower(k); s.lower(i) == "route" && (w == "nationale" || w == "départementale" || w == "departementale" || w == "provinciale") && s.is(k, capital) && s.is(k+1, numeral, coded) {
		return k + 2
	}
	if s.is(k, numeral) && s.lower(k+1) == "de" && s.is(k+2, capital) {
		return k + 3 // "Avenida 9 de Julio"
	}
	for k < i+4 && s.romanceLink(k) {
		k++
	}
	if t := s.word(k); k == i+1 && s.is(k, mixed) && (strings.HasPrefix(t, "d'") || strings.HasPrefix(t, "d’")) {
		return k + 1 // "Place d'Italie"
	}
	if k == i+1 || !s.is(k, capital, upper, mixed, initial) || s.class(k)&starter != 0 && !articled(s.lower(k)) {
		return i
	}
	for end := k + 1; ; {
		next := end
		for next < end+3 && s.romanceLink(next) && s.lower(next) != "y" && s.lower(next) != "et" && s.lower(next) != "e" {
			next++
		}
		if !s.is(next, capital, initial) || s.class(next)&(starter|calendar|title|role|group) != 0 && s.class(next)&(given|surname) == 0 {
			return end
		}
		end = next + 1
	}
}

// bodyEnding reports a word that ends as bodies' names do in German, Dutch and the languages of the North: "Bergbahnen", "Kystverket".
func (s *scanner) bodyEnding(k int) bool {
	if !s.is(k, capital) || s.class(k)&(given|surname|common) != 0 {
		return false
	}
	w := s.lower(k)
	for n := 4; n < 14 && n < len(w); n++ {
		if least := s.g.bodies[w[len(w)-n:]]; least > 0 && len(w) >= least {
			return true
		}
	}
	return false
}

// byBodyEnding reads a name of which the last word, or the only one, ends as a body's.
func (s *scanner) byBodyEnding(c *candidate) Type {
	if c.to-c.from <= 3 && s.bodyEnding(c.to-1) && s.class(c.from)&(given|title) == 0 && !(c.to == c.from+1 && s.inPlace(c.from-1) && s.lower(c.from-1) != "at" && s.lower(c.from-1) != "from" && s.lower(c.from-1) != "to") {
		return Org
	}
	return ""
}

// wayCode reports a road's number of letters and figures: "QC-552", "L16", "RN7".
func wayCode(t string) bool {
	n := 0
	for n < len(t) && t[n] >= 'A' && t[n] <= 'Z' {
		n++
	}
	rest := strings.TrimPrefix(t[n:], "-")
	return n > 0 && n < 4 && len(rest) < 5 && allDigits(rest)
}

// onTheWay reports that the number at token i behind "the" can only be a road's: one goes along it, it is shut or blocked ("the L16 was closed"),
// it leads from one listed place to another, or the words before "on" or "off" speak of roads ("traffic on the L16", "closed on the M25"). What flies,
// meets or fires has such numbers too.
func (s *scanner) onTheWay(i int) bool {
	if s.lower(i-1) != "the" || s.nameToken(i+1) {
		return false
	}
	if (s.cue(i+1)|s.cue(i+2))&roadNoun != 0 {
		return true // "the R3 ring road"
	}
	if strings.HasPrefix(s.tag(i+1), "NN") {
		return false
	}
	if s.cue(i-2)&roadState != 0 {
		return true // "Police closed the L25"
	}
	switch s.lower(i - 2) {
	case "along", "via":
		return true
	case "on", "off", "onto":
		if s.cuedBefore(i-2, roadNoun|roadUse|roadState) {
			return true
		}
	case "by":
		if s.cuedBefore(i-2, journey) {
			return true // "it arrived before dawn by the QC-552"
		}
	}
	if s.lower(i+1) == "between" {
		_, kinds := s.phrase(i+2, places)
		return kinds != 0
	}
	k := i + 1
	if s.lower(k) == "," {
		k++ // "The road in, the QC-552, is shut"
	}
	from := k
	for k < i+6 && (isBe(s.lower(k)) || s.tag(k) == "VBN" && s.lower(k) == "been" || s.tag(k) == "RB" || s.lower(k) == "be" || s.lower(k) == "remains" || s.lower(k) == "remained") {
		k++
	}
	return k > from && s.cue(k)&roadState != 0
}

// cuedBefore reports a word with one of the cues in the clause that ends before token k or, where k opens the sentence, begins there.
func (s *scanner) cuedBefore(k int, want cue) bool {
	if s.startsSentence(k) {
		for n := k + 4; n < len(s.toks) && s.shapes[n] != mark; n++ {
			if s.cue(n)&want&^roadState != 0 {
				return true // "On the L16, traffic was slow"
			}
		}
	}
	for n := k - 1; n >= max(0, k-7) && s.shapes[n] != mark; n-- {
		if s.cue(n)&want != 0 {
			return true
		}
	}
	return false
}

func (s *scanner) tag(k int) string {
	if k < 0 || k >= len(s.toks) {
		return ""
	}
	return s.toks[k].Tag
}
