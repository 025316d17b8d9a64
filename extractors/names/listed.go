package names

import "strings"

// listed emits the phrase [i,end) that the lists know, or the longer name that begins with it, and returns the end of
// what it read; i when the phrase is none here ("Jordan" of "Jordan Smith").
func (s *scanner) listed(i, end int, k kind) int {
	if k&noName != 0 && k&(places|orgs) == 0 {
		s.role.to = -1
		return end
	}
	single := end == i+1
	if single && s.words[i].class&particle != 0 && s.is(end, capital) && !s.words[end].known() && s.words[end].class&(starter|role|title|group|calendar|orgHead|placeHead) == 0 {
		return i // "Van Gundy", "San Martino"
	}
	if single && k&orgs != 0 && s.is(end, capital) && (s.role.to == i && !s.words[end].known() || s.words[end].class&surname != 0 && s.shapes[i] == capital && !s.words[end].known() && !s.nameToken(end+1)) && s.words[end].class&(common|orgHead) == 0 {
		return i // "Chief Cornell Harker"
	}
	if single && k&famous == 0 && s.words[i].class&(given|surname) != 0 && s.nameToken(end) && s.words[end].class&(role|title|group|calendar|orgHead|placeHead|starter) == 0 {
		if s.words[i].class&given != 0 {
			return i // "Jordan Smith", "Chelsea Clinton"
		}
	}
	if single && s.words[i].class&given != 0 && s.lower(end) == "sheikh" && s.is(end+1, capital) {
		return i // "Hassan Sheikh Mohamud"
	}
	if single && s.style == titled && s.words[i].class&common != 0 {
		return i
	}
	if single && k&country == 0 && s.words[i].class&given != 0 && s.lower(end) == "and" && s.class(end+1)&given != 0 && s.is(end+2, capital) && s.class(end+2)&(placeHead|orgHead) == 0 && !s.inPlace(i-1) {
		s.emit(i, end, Person, "couple", good) // "Don and Gail Marsh"
		return end
	}
	if k&orgs != 0 && k&places == 0 && s.is(end, coded) && s.lower(end-1) != "the" && !s.words[end].known() {
		s.role.to = -1
		return end + 1 // "a Bombardier CRJ-200", as "a Boeing 737"
	}
	if single && s.shapes[i] == capital && s.is(end, numeral) && s.cue(end+1)&model != 0 {
		s.role.to = -1
		return end + 1 // "Trent 1000 engines"
	}
	if single && k&team != 0 && s.words[i].class&group != 0 && !s.hasScore() && s.matchWords() == 0 && s.class(end)&(sport|player) == 0 {
		return end // "Roma families"
	}
	if s.lower(i-1) == "the" && s.roadCode(i) {
		return s.coded(i)
	}
	if _, before := s.phrase(i-1, places|orgs); single && k&company != 0 && k&places == 0 && i > 0 && s.is(i-1, capital) && before == 0 && s.words[i-1].class&(starter|role|title|group|calendar|orgHead|common|modifier|topic) == 0 && !s.startsSentence(i-1) && s.style == prose {
		return i // "a glen called Vashta Nokia"
	}
	if k&famous == 0 {
		if e := s.grows(i, end, k); e > i {
			return e
		}
	}
	switch {
	case k&orgs != 0 && k&places == 0:
		if single && s.words[i].class&platform != 0 && s.usedAsPlatform(i, end) {
			return end
		}
		if w := s.lower(end - 1); end > i+1 && (w == "cross" || w == "crescent") && s.lower(end) == "of" {
			if e := s.complement(end); e > end+1 {
				end = e // "the Red Cross of Vortova Canton"
			}
		}
		s.emit(i, end, Org, "listed-body", s.listedSureness(i, end, k))
	case k&places != 0 && k&orgs == 0:
		if e := s.townOn(end); (single || s.words[i].cue&saint != 0) && k&country == 0 && e > end {
			s.emit(i, e, Place, "listed-place", good)
			return e
		}
		if s.embassy(i, end) {
			return end + 1
		}
		if single && k&(country|region) == 0 && s.words[i].class&(given|surname) != 0 && s.personBehind(end) {
			s.emit(i, end, Person, "speech", guess)
			return end
		}
		s.emit(i, end, Place, "listed-place", s.listedSureness(i, end, k))
	case k&(places|orgs) != 0:
		t := Place
		if the := s.lower(i-1) == "the"; the && s.shapes[i] == upper || !the && k&(country|region|city) == 0 {
			t = Org // "the ILO", but "the Tisza", "the Amazon"
		}
		s.emit(i, end, t, "listed-either", guess)
	default:
		s.emit(i, end, Person, "listed-person", good)
	}
	return end
}

// townOn returns the end of what a town's name goes on with behind token k: "Mora [de Ebro]", "Frankfurt [an der Oder]"; k when it ends there.
func (s *scanner) townOn(k int) int {
	p := k
	switch s.lower(p) {
	case "de", "del", "do", "da", "dos", "du", "di", "am", "upon", "sur", "sous":
		p++
		if w := s.lower(p); w == "la" || w == "los" || w == "las" {
			p++
		}
	case "an":
		if s.lower(p+1) != "der" {
			return k
		}
		p += 2
	default:
		return k
	}
	if s.shapes0(k) != small || !s.is(p, capital) || s.class(p)&(given|starter|title|role) != 0 {
		return k
	}
	return p + 1
}

// roadCode reports a letter of roads and a number, "the N1"; where states and fighters call themselves so, "the M23", the words beside it must speak of
// a road.
func (s *scanner) roadCode(i int) bool {
	t := s.toks[i].Text
	if !allDigits(t[1:]) {
		return false
	}
	return strings.IndexByte("ABEN", t[0]) >= 0 || t[0] == 'M' && s.onTheWay(i) && s.lower(i+2) != "open" // "the M23 is open to talks"
}

// personBehind reports what follows a person's name rather than a town's: "said", ", who", ", 43,".
func (s *scanner) personBehind(end int) bool {
	if s.class(end)&speech != 0 && s.shapes0(end) == small {
		return true
	}
	return s.lower(end) == "," && (s.lower(end+1) == "who" || s.is(end+1, numeral) && s.lower(end+2) == ",")
}

// usedAsPlatform reports a network that something is posted on, not the company: "on Facebook", "her Telegram channel".
func (s *scanner) usedAsPlatform(i, end int) bool {
	return s.class(i-1)&postOn != 0 || s.class(end)&posted != 0
}

// grows emits a longer name that begins with the listed place or body [i,end): "Gulf & Nile", "London Heathrow",
// "Java Jazz". It returns its end, i when there is none.
func (s *scanner) grows(i, end int, k kind) int {
	if s.lower(end) == "&" && s.is(end+1, capital, upper) && s.words[end+1].class&(given|starter|calendar) == 0 {
		e := s.chunk(end + 1)
		s.emit(i, e, Org, "ampersand", good)
		return e
	}
	if e := s.partOfWorld(end); e > end && s.style == prose && k&(body|places) == body && k&team == 0 && (end > i+1 || s.words[i].class&common == 0) && s.shapes[i] == capital && !s.nameToken(e) && !(s.lower(i-1) == "the" && s.verb(e)) {
		s.emit(i, e, Org, "listed-body", certain) // "Amnesty International Nigeria"
		return e
	}
	if k&(country|region|city) != 0 && s.is(end, capital) && s.class(end)&service != 0 && !s.nameToken(end+1) && s.style == prose {
		if _, ok := s.rolePhrase(end); !ok && s.shapes0(end+1) != small || s.class(end+1)&(speech|act|employed) != 0 || s.possessive(end+1) || s.lower(end+1) == "has" || s.lower(end+1) == "had" || s.lower(end+1) == "is" || s.lower(end+1) == "to" {
			s.emit(i, end+1, Org, "place-and-service", good) // "Ohio Health said"
			return end + 1
		}
	}
	if s.bornBy(i, end, k) {
		e := s.chunk(end)
		s.emit(i, e, Org, "place-and-more", guess)
		return e
	}
	if !s.nameToken(end) || s.style != prose || s.shapes[end] == initial || k&(places|company) == 0 || k&country == 0 && s.words[i].class&common != 0 {
		return i
	}
	if e, next := s.phrase(end, places); k&city != 0 && next&(terrain|city) != 0 && (s.words[end].class&(given|common) == 0 || s.inPlace(i-1) && s.words[i].class&given == 0 && !s.nameToken(e)) {
		s.emit(i, e, Place, "place-in-place", good)
		return e
	}
	if e, next := s.phrase(end, orgs); e > end+1 && next&places == 0 && (k&country != 0 || k&body != 0 && s.shapes[i] == upper) {
		s.emit(i, e, Org, "listed-body", certain)
		return e
	}
	c := s.words[end].class
	if c&(starter|calendar|group|role|title|given|modifier|eventFirst) != 0 || c&(numbered|common) != 0 && s.is(end+1, numeral, coded) || s.words[end].known() && s.shapes[end] != upper || s.event(end) > end || s.org(end) > end || s.place(end) > end {
		return i
	}
	if _, ok := s.rolePhrase(end); ok {
		return i
	}
	e := s.chunk(end)
	if _, ok := s.rolePhrase(e); ok && s.nameToken(e) || e-end > 3 {
		return i
	}
	if c&surname != 0 && c&common == 0 && k&country != 0 || s.words[i].class&given != 0 && s.class(e-1)&surname != 0 || s.lower(e) == "," && s.is(e+1, numeral) {
		return i
	}
	if s.class(end) == 0 && k&team == 0 && (s.lower(i-1) == "in" && s.cue(i-2)&ownership == 0 || s.lower(i-1) == "near" || s.lower(i-1) == "of" && s.class(i-2)&placeNoun != 0 && s.is(i-2, small)) && (s.shapes0(e) != small || s.lower(e) == "and") {
		s.emit(i, e, Place, "place-and-more", good) // "a ramp fell in Mali Quorrinj", "the village of Goma Quorra"
		return e
	}
	if single := end == i+1 && e == end+1; single && k&city != 0 && k&country == 0 && c&surname != 0 {
		t := Person // "Florence Harker"
		if s.inPlace(i-1) || s.class(e)&placeAfter != 0 {
			t = Place // "a baker in Lima Soto"
		}
		s.emit(i, e, t, "place-and-more", guess)
		return e
	}
	s.emit(i, e, Org, "place-and-more", guess)
	return e
}

// partOfWorld returns the end of a country or continent at token k, k where none stands.
func (s *scanner) partOfWorld(k int) int {
	if s.is(k, capital) && s.words[k].cue&world != 0 {
		return k + 1
	}
	end, _ := s.phrase(k, country)
	return end
}

// bornBy reports a listed firm whose name is an ordinary word, before one word that no list has, of another firm: "Delta Quorraj".
func (s *scanner) bornBy(i, end int, k kind) bool {
	return end == i+1 && k&company != 0 && k&places == 0 && s.style == prose && s.words[i].class&common != 0 && s.is(end, capital) && !s.nameToken(end+1) &&
		s.words[end].class == 0 && !s.words[end].known() && !s.possessive(end)
}

// embassy takes "embassy" or "consulate" in small letters into the name behind a country: "US embassy".
func (s *scanner) embassy(i, end int) bool {
	if w := s.lower(end); w != "embassy" && w != "consulate" || s.shapes[end] != small {
		return false
	}
	s.emit(i, end+1, Org, "embassy", good)
	return true
}

func (s *scanner) listedSureness(i, end int, k kind) sureness {
	c := s.words[i].class
	switch {
	case end > i+1 || k&country != 0 && c&(given|surname) == 0:
		return certain
	case c&common != 0 && s.startsSentence(i) && k&orgs != 0 && (s.lower(end) == "," && s.headOf(end+1) == Org && s.closedBeforeVerb(end) || k&company != 0 && s.possessive(end) && s.owned(end+1)):
		return good // "Unite, the union, said", "Target's profit"
	case c&common != 0 && s.startsSentence(i) && k&orgs != 0 && s.verb(end) && (!strings.HasSuffix(s.lower(i), "s") || strings.HasSuffix(s.lower(i), "ss") || s.class(end)&speech != 0):
		return guess // "Parliament must meet"
	case c&common != 0 && s.startsSentence(i):
		return open
	case c&common != 0 && k&orgs != 0 && i > 1 && s.lower(i-2) == "the" && opensQuote(s.toks[i-1].Text):
		return good
	case c&common != 0 && k&orgs != 0 && s.lower(i-1) == "the" && c&(given|surname) == 0 && s.shapes0(end) != small || k&orgs != 0 && s.lower(i-1) == "the" && s.verb(end):
		return good
	case c&common != 0 && k&(country|region|orgs) == 0 && !s.inPlace(i-1) && !s.placeNear(i, end):
		return open
	case c&(given|surname) != 0, c&common != 0:
		return guess
	}
	return good
}

// placeNear reports a listed place joined to [i,end) by "and", "or" or a comma.
func (s *scanner) placeNear(i, end int) bool {
	if w := s.lower(i - 1); (w == "and" || w == "," || w == "or") && i >= 2 {
		if s.words[i-2].node.kind&places != 0 && s.nameToken(i-2) {
			return true
		}
	}
	if w := s.lower(end); w == "and" || w == "," || w == "or" {
		_, k := s.phrase(end+1, places)
		return k != 0
	}
	return false
}

// phrase returns the end of the longest listed phrase at i of the wanted kinds, and its kinds; i when there is none.
func (s *scanner) phrase(i int, want kind) (end int, k kind) {
	end = i
	if i < 0 || i >= len(s.toks) {
		return end, 0
	}
	n := &s.words[i].node
	for p := i; ; {
		have := n.kind
		if p == i && s.shapes[i] == upper && (s.style != shouted || s.words[i].class&(starter|common) == 0) {
			have |= n.upper
		}
		if p == i && have&places != 0 && (s.shapes[i] == mixed || s.shapes[i] == capital && innerCapital(s.toks[i].Text)) && n.canon != s.toks[i].Text {
			have &^= places // "KOs" is no island
		}
		if p == i && have&country != 0 && strings.Contains(s.toks[i].Lower, "ñ") && !strings.Contains(n.canon, "ñ") {
			have &^= places // a "cañada" is a glen
		}
		if have&want != 0 && s.shapes[p] != small && (s.shapes[i] != small || p > i && s.words[i].class&particle != 0) {
			end, k = p+1, have
		}
		p++
		if p >= len(s.toks) || n.next == nil {
			return end, k & want
		}
		m := n.next[s.toks[p].Lower]
		if m == nil {
			if m = n.next[Fold(s.toks[p].Lower)]; m == nil {
				return end, k & want
			}
		}
		n = m
	}
}
