package names

import (
	"strings"
)

func (s *scanner) byAmpersand(c *candidate) Type {
	for k := c.from + 1; k < c.to-1; k++ {
		if s.toks[k].Text == "&" {
			return Org
		}
	}
	return ""
}

func (s *scanner) byGivenName(c *candidate) Type {
	n := c.to - c.from
	if n < 2 || n > 6 || s.class(c.from)&given == 0 {
		return ""
	}
	if s.lower(c.to) == "," && s.headOf(c.to+1) == Org {
		return "" // "Grace Quorra, the insurer, pays"
	}
	last := s.class(c.to - 1)
	if s.style == prose && last&(surname|given) == 0 && last&common != 0 && n == 2 && s.class(c.from)&common != 0 {
		return "" // "Grace Period"
	}
	return Person
}

func (s *scanner) byInitials(c *candidate) Type {
	if c.to-c.from >= 2 && s.shapes[c.from] == initial && s.is(c.to-1, capital, upper) && s.toks[c.from].Text != "I" && s.toks[c.from].Text != "A" {
		return Person
	}
	if c.to-c.from == 3 && s.shapes[c.from+1] == initial {
		return Person
	}
	if w := s.lower(c.to - 1); c.to-c.from >= 2 && (w == "jr." || w == "jr" || w == "sr." || w == "sr" || w == "iii") {
		return Person
	}
	return ""
}

func (s *scanner) byAge(c *candidate) Type {
	k := c.to
	if s.lower(k) == "," && s.is(k+1, numeral) && (s.lower(k+2) == "," || s.lower(k+2) == "." || s.lower(k+2) == ";") && len(s.toks[k+1].Text) <= 2 {
		return Person
	}
	if s.lower(k) == "(" && s.is(k+1, numeral) && s.lower(k+2) == ")" && len(s.toks[k+1].Text) == 2 {
		return Person
	}
	if s.lower(k) == "," && s.lower(k+1) == "aged" {
		return Person
	}
	return ""
}

// byApposition reads ", a village near ...", ", the company that ..." and ", who" behind a name.
func (s *scanner) byApposition(c *candidate) Type {
	k := c.to
	if w := s.lower(k); (w == "is" || w == "was") && (s.lower(k+1) == "a" || s.lower(k+1) == "an" || s.lower(k+1) == "the") && c.to == c.from+1 {
		if t := s.headOf(k + 1); t == Place {
			return t // "Vortova is a town of 900"
		}
	}
	if s.lower(k) == "," && s.lower(c.from-1) == "," && s.class(c.from-2)&kin != 0 && s.shapes0(c.from-2) == small {
		return Person // "his wife, Quillem,"
	}
	if s.lower(c.from-1) == "," && c.to > c.from+1 && s.shapes0(c.from-2) == small && s.class(c.from-2)&role != 0 && s.class(c.from-2)&orgNoun == 0 && s.lower(c.from-2) != "owner" && s.lower(c.from-2) != "operator" {
		return Person // "according to the camp president, Zelwan Brakko"
	}
	if s.lower(c.from-1) == "," && s.lower(k) == "," && c.to > c.from+1 && s.groupBefore(c.from-1) == Person {
		return Person // "The Chadian consul in Graz, Zelwan Brakko, wept"
	}
	if s.lower(k) != "," || s.inPlace(c.from-1) && s.startsSentence(c.from-1) { // "In Vortova, a teacher wept"
		return ""
	}
	k++
	switch s.lower(k) {
	case "who":
		if c.the && (c.to > c.from+1 || s.hasScore() || s.matchWords() > 0) && strings.HasSuffix(s.lower(c.to-1), "s") && s.class(c.from)&given == 0 {
			return Org // "the Vortova Magpies, who"
		}
		if s.homeOf(c) {
			return Place // "a farm hand from Vortova, who"
		}
		return Person
	case "whose":
		if s.class(c.from-1)&(orgBefore|orgNoun) != 0 {
			return Org // "the monitoring group Tolvex, whose"
		}
		return Person
	case "where":
		return Place
	case "of":
		if s.belongs(k + 1) {
			return Person // "Quillem, of the Harbour Party, stuck to it"
		}
	}
	t := s.headOf(k)
	if t == Person && s.pairedPlace(c) {
		return "" // "shops in Quorra and Bessnik, Tolvex's spokeswoman said"
	}
	return t
}

// pairedPlace reports "and" before a name, and before it another that a preposition of place opens.
func (s *scanner) pairedPlace(c *candidate) bool {
	k := c.from - 1
	if s.lower(k) != "and" || !s.nameToken(k-1) {
		return false
	}
	for k--; s.nameToken(k); k-- {
	}
	return s.inPlace(k)
}

// homeOf reports what someone comes from, or lives in: "a trader from [Vortova]", "Lena Orr of [Vortova]", "in [Vortova]".
func (s *scanner) homeOf(c *candidate) bool {
	if s.class(c.from)&(given|surname) != 0 || s.isAcronym(c) {
		return false
	}
	switch k := c.from - 1; s.lower(k) {
	case "in", "near":
		return true
	case "from":
		return s.personNounAt(k - 1)
	case "of":
		return c.to == c.from+1 && len(s.cands) > 0 && s.cands[len(s.cands)-1].sent == s.sent && s.cands[len(s.cands)-1].to == k && s.cands[len(s.cands)-1].typ == Person && s.cands[len(s.cands)-1].sure >= good
	}
	return false
}

// personNounAt reports a noun for a person or persons, in small letters: "trader", "firefighters", "widow".
func (s *scanner) personNounAt(k int) bool {
	if s.shapes0(k) != small {
		return false
	}
	of := func(c class) bool { return c&(role|personNoun|kin|settled) != 0 && c&orgNoun == 0 }
	return of(s.class(k)) || of(s.g.lookup(strings.TrimSuffix(s.lower(k), "s")).class)
}

// belongs reports that a body or a place, capitalised, stands at token k and that a comma closes behind it.
func (s *scanner) belongs(k int) bool {
	if s.lower(k) == "the" {
		k++
	}
	if !s.nameToken(k) {
		return false
	}
	for n := k; n < k+7 && n < len(s.toks); n++ {
		if s.lower(n) == "," {
			return true
		}
		if !s.nameToken(n) && s.lower(n) != "of" && s.lower(n) != "and" && s.lower(n) != "the" && s.lower(n) != "for" {
			return false
		}
	}
	return false
}

// headOf types the noun group that begins at k, "a small town in", by its head noun.
func (s *scanner) headOf(k int) Type {
	det := false
	switch s.lower(k) {
	case "a", "an", "the", "one", "another", "our", "his", "her", "their", "its":
		det = true
		k++
	}
	var t Type
	for n := 0; n < 9 && k < len(s.toks); n, k = n+1, k+1 {
		cl := s.class(k)
		w := s.lower(k)
		if w == "of" || w == "for" || w == "in" || w == "near" || w == "that" || w == "which" || w == "who" || w == "on" || w == "with" || w == "at" || w == "and" || w == "where" || w == "from" || w == "," || w == "." || w == "by" {
			if w == "of" && t == "" && n <= 1 {
				continue
			}
			break
		}
		switch {
		case cl&orgNoun != 0 && cl&role != 0 && s.shapes[k] == small:
			t = Org // "the regulator"
		case w == "owner" || w == "owners" || w == "operator":
			t = ""
		case cl&(role|kin|personNoun) != 0:
			t = Person
		case s.shapes[k] == small && cl&placeNoun != 0:
			t = Place
		case s.shapes[k] == small && cl&orgNoun != 0:
			t = Org
		case cl&speech != 0 && s.shapes[k] == small && cl&role == 0 && n > 0:
			return "" // "in Vortova, the health ministry said"
		case cl&act != 0 && s.shapes[k] == small && cl&role == 0:
			return t
		case w == "the" && s.lower(k-1) == "of" && s.lower(k-2) == "one": // "one of the last districts"
		case s.shapes[k] == small && cl&starter != 0:
			return t
		}
	}
	if !det && t != Person {
		return ""
	}
	return t
}

func (s *scanner) byParticle(c *candidate) Type {
	if k := c.from - 1; s.class(k)&orgBefore != 0 && s.shapes0(k) == small || c.to > c.from+2 && s.endsOrdinary(c) {
		return Org // "the Dutch company Van Quorren Salvage"
	}
	if s.lower(c.from-1) == "of" && s.class(c.from-2)&employed != 0 && s.shapes0(c.from-2) == small {
		return "" // "employees of Van Quorren"
	}
	switch s.lower(c.from) {
	case "van", "von", "bin", "ibn", "bint", "ter":
		return Person
	case "al", "el", "de", "del", "di", "da", "dos", "abu":
		if s.shapes[c.from] == small {
			return Person
		}
	}
	if s.shapes[c.from] == mixed && strings.HasPrefix(s.lower(c.from), "al-") && !s.inPlace(c.from-1) {
		return Person
	}
	for k := c.from + 1; k < c.to; k++ {
		switch s.lower(k) {
		case "van", "von", "bin", "ibn", "bint", "al", "el", "ul", "der":
			return Person
		}
	}
	return ""
}

func (s *scanner) bySpeech(c *candidate) Type {
	if c.first && c.to == c.from+1 && s.topical(c.from) {
		return "" // "Stallholders said"
	}
	after := s.class(c.to)&speech != 0 && s.shapes0(c.to) == small && !s.behindPreposition(c.from)
	if w := s.lower(c.from - 1); (w == "told" || w == "tells") && (s.shapes0(c.from-2) != mark || s.lower(c.from-2) == ",") && !after && c.to <= c.from+2 && s.class(c.from)&(given|surname) == 0 && s.class(c.to-1)&(given|surname) == 0 {
		return Org // "she told Vikerton"
	}
	before := s.class(c.from-1)&speech != 0 && s.shapes0(c.from-1) == small && s.shapes0(c.from-2) == mark && (s.lower(c.from-1) == "said" || s.lower(c.from-1) == "says" || s.lower(c.from-1) == "added" || s.lower(c.from-1) == "wrote" || s.lower(c.from-1) == "told" || s.lower(c.from-1) == "explained" || s.lower(c.from-1) == "recalled")
	if !after && !before {
		return ""
	}
	if s.isAcronym(c) || c.the || s.byCamel(c) == Org || c.to > c.from+1 && s.shapes[c.from] == upper && len(s.toks[c.from].Text) > 1 && len(s.toks[c.from].Text) < 5 || s.shapes[c.from] == mixed && c.to == c.from+1 && s.class(c.from)&particle == 0 && !strings.HasPrefix(s.lower(c.from), "al-") {
		return Org
	}
	if s.endsOrdinary(c) {
		return Org
	}
	return Person
}

// endsOrdinary reports a name of two or more words that closes with an ordinary noun and opens with no given name, as firms' do and
// persons' do not: "Tolvex Health".
func (s *scanner) endsOrdinary(c *candidate) bool {
	last := s.class(c.to - 1)
	return c.to > c.from+1 && last&(common|topic) != 0 && last&(surname|given) == 0 && s.class(c.from)&(given|title|role) == 0 && s.shapes[c.from] != initial
}

// behindPreposition reports a name at token k whose preposition parts it from the verb behind it: "relatives at the mine above [Vortova] say".
func (s *scanner) behindPreposition(k int) bool {
	switch w := s.lower(k - 1); w {
	case "to", "from", "according", "left":
		return false
	default:
		return s.inPlace(k-1) && k > 1
	}
}

func (s *scanner) byAcronym(c *candidate) Type {
	if s.isAcronym(c) && len(s.toks[c.from].Text) <= 7 {
		return Org
	}
	return ""
}

func (s *scanner) byCamel(c *candidate) Type {
	for k := c.from; k < c.to; k++ {
		t := s.toks[k].Text
		if s.shapes[k] != capital && s.shapes[k] != mixed || strings.HasPrefix(t, "Mc") || strings.HasPrefix(t, "Mac") || strings.HasPrefix(t, "Fitz") || strings.HasPrefix(t, "De") || strings.HasPrefix(t, "Di") || strings.HasPrefix(t, "La") || strings.HasPrefix(t, "Le") || strings.HasPrefix(t, "Van") || strings.HasPrefix(t, "O'") || strings.HasPrefix(t, "O’") || strings.ContainsAny(t, "-'’") {
			continue
		}
		if t[0] >= 'A' && t[0] <= 'Z' && len(t) > 2 && t[1] >= 'A' && t[1] <= 'Z' {
			return Org // "IISc"
		}
		for i := 2; i < len(t); i++ {
			if t[i] >= 'A' && t[i] <= 'Z' && t[i-1] >= 'a' && t[i-1] <= 'z' {
				return Org
			}
		}
	}
	return ""
}

func (s *scanner) bySurname(c *candidate) Type {
	last := s.class(c.to - 1)
	if c.the && c.to == c.from+1 {
		return ""
	}
	if c.to == c.from+1 && last&common != 0 && last&(surname|given) != 0 && (s.class(c.to)&(speech|act) == 0 || c.first && isBe(s.lower(c.to))) && !s.possessive(c.to) {
		return "" // "Price", "Job", "Moon", "Rain is"
	}
	if last&surname != 0 || c.to == c.from+1 && last&given != 0 {
		return Person
	}
	if s.g.surnameForm(s.lower(c.to - 1)) {
		return Person
	}
	return ""
}

// surnameForm reports a word in small letters that begins or ends as family names do: "obradović", "mckellip".
func (g *gazetteer) surnameForm(w string) bool {
	if len(w) < 5 {
		return false
	}
	for _, suffix := range g.endings {
		if strings.HasSuffix(w, suffix) {
			return true
		}
	}
	for _, prefix := range g.beginnings {
		if strings.HasPrefix(w, prefix) && len(w) > len(prefix)+2 {
			return true
		}
	}
	return false
}

// isBe reports a form of be or have, which anything can be the subject of.
func isBe(w string) bool {
	switch w {
	case "is", "was", "are", "were", "has", "had", "will", "would":
		return true
	}
	return false
}

func (s *scanner) byVerb(c *candidate) Type {
	if c.first && c.to == c.from+1 && s.lower(c.to) == "who" {
		return "" // "Pupils who should have sat it"
	}
	if s.isAcronym(c) || c.the || s.shapes0(c.to) != small || c.first && c.to == c.from+1 && s.topical(c.from) {
		return ""
	}
	if s.class(c.to)&act != 0 && c.to-c.from <= 3 {
		switch s.lower(c.to) {
		case "has", "had", "is", "was", "will", "would", "did", "does", "called", "began", "started", "used", "made", "got", "lost", "won", "left", "took", "gave", "suffered", "killed", "seems", "stopped", "needs":
			return ""
		}
		return Person
	}
	return ""
}

func (s *scanner) byThe(c *candidate) Type {
	if !c.the {
		return ""
	}
	n := 0
	for k := c.from; k < c.to; k++ {
		if s.class(k)&(common|topic|role|modifier|eventHead|placeHead|calendar) == 0 {
			n++
		}
	}
	w := s.lower(c.to - 1)
	if n == 0 || c.to-c.from == 1 && !strings.HasSuffix(w, "s") {
		return ""
	}
	return Org
}

// byLength settles what no context types: two or three unknown words are a person, with a common word among them a body.
func (s *scanner) byLength(c *candidate) Type {
	if c.to-c.from < 2 {
		return ""
	}
	for k := c.from; k < c.to; k++ {
		if s.class(k)&(common|topic) != 0 && s.class(k)&(surname|given) == 0 && unaccented(s.toks[k].Text) { // an accent makes another word: "Désiré"
			return Org
		}
	}
	return Person
}

// unaccented reports a word without accents.
func unaccented(word string) bool {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return false
		}
	}
	return true
}
