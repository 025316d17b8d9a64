package names

import "strings"

// step reads what begins at the capitalised token i and returns where the next step begins.
func (s *scanner) step(i int) int {
	c := s.words[i].class
	if c&eventFirst != 0 {
		if end := s.notName(i); end > i {
			return end
		}
	}
	if end := s.vesselAt(i); end > i {
		s.role = span{-1, -1}
		return end
	}
	listed, kinds := s.phrase(i, places|orgs|noName|famous)
	if l, k := s.phrase(i+1, country); k != 0 && c&rally != 0 && s.shapes[i] == capital && s.style == prose && !s.startsSentence(i) && !s.nameToken(l) {
		s.emit(i, l, Org, "slogan", good) // "Forward Chad"
		return l
	}
	if end := s.sloganFor(i); end > i && end > listed {
		s.emit(i, end, Org, "slogan", good)
		return end
	}
	if end := s.saints(i); end > listed {
		s.emit(i, end, Org, "saint's", good)
		return end
	}
	if s.ordinal(i) && i > 0 && !s.startsSentence(i) && s.nameToken(i+1) {
		if end := s.org(i + 1); end > i+2 {
			s.emit(i, end, Org, "org-head", good) // "the First Referral Hospital"
			return end
		}
	}
	if c&starter != 0 && s.shapes[i] != upper && listed < i+2 && !(s.shapes[i] == initial && s.toks[i].Text != "I" && s.toks[i].Text != "A") {
		if !s.givenRun(i) {
			return i + 1
		}
	}
	if s.lower(i) == "movement" && s.is(i+1, numeral) && len(s.toks[i+1].Text) == 2 && !(i+2 < len(s.toks) && strings.HasPrefix(s.toks[i+2].Tag, "NN")) {
		s.emit(i, i+2, Org, "numbered-movement", good) // "Movement 19"
		return i + 2
	}
	if s.ordinal(i-1) && !s.nameToken(i-1) && s.military(i) && s.shapes[i] == capital && !s.nameToken(i+1) && s.style == prose {
		s.emit(i-1, i+1, Org, "unit", good) // "the 113th Brigade"
		return i + 1
	}
	if l, k := s.phrase(i+1, country); k != 0 && s.lower(i) == "air" && s.shapes[i] == capital && !s.nameToken(l) {
		s.emit(i, l, Org, "airline", good) // "Air Chad"
		return l
	}
	if s.lower(i) == "air" && s.shapes[i] == capital && s.style == prose && s.is(i+1, capital) && !s.nameToken(i+2) && s.class(i+1)&(common|topic|orgHead|placeHead|starter|role|title|eventHead|unit|service) == 0 {
		s.emit(i, i+2, Org, "airline", good) // "Air Baltic"
		return i + 2
	}
	if w := s.lower(i); (w == "tv" || w == "canal" || w == "kanal") && s.is(i+1, numeral) && len(s.toks[i+1].Text) < 3 && s.style == prose {
		s.emit(i, i+2, Org, "channel", good) // "Canal 4"
		return i + 2
	}
	if w := s.lower(i - 1); s.word(i+1) == "24" && s.shapes[i] == capital && s.style == prose && c == 0 && (w == "told" || w == "tells" || s.class(i+2)&speech != 0 && s.is(i+2, small)) {
		s.emit(i, i+2, Org, "channel", good) // "told Quorra 24", "Quorra 24 reported"
		return i + 2
	}
	if end := s.rallied(i); end > i {
		s.emit(i, end, Org, "slogan", good) // "Quorra Families Together"
		return end
	}
	event := s.event(i)
	place := s.place(i)
	org := s.org(i)
	if place > i && s.personAt(i, place) {
		place = i
	}
	best := max(listed, event, org, place)
	if end, ok := s.rolePhrase(i); ok && end > i+1 && end >= best && event < end && kinds&noName == 0 {
		best = i // "Labour Minister", "Crown Prince"
	}
	if end, _ := s.phrase(i, groupPhrase); end > i && end >= best {
		best = i
	}
	switch {
	case best <= i: // nothing but what follows
	case listed == best && (org < best || kinds&orgs != 0 || listed > i+1):
		if end := s.listed(i, listed, kinds); end > i {
			return end
		}
	}
	switch {
	case best <= i:
	case event == best:
		return s.skipEvent(best)
	case org == best:
		s.emitOrg(i, org)
		return best
	case place == best:
		if place-i > 2 && s.startsSentence(i) && c&common != 0 && ordinaryEnding(s.lower(i)) && c&(given|surname) == 0 {
			return i + 1 // "Departed Harker Airport"
		}
		if s.class(place)&player != 0 && s.shapes0(place) == small {
			s.emit(i, place, Org, "side", good) // "a Vortova Town striker"
			return best
		}
		if s.governs(place) {
			s.emit(i, place, Org, "place-body", good)
			return best
		}
		if s.lower(place) == "," && s.headOf(place+1) == Org && (s.startsSentence(i) || s.closedBeforeVerb(place)) {
			s.emit(i, place, Org, "apposition", good) // "Fair Harbour, a watchdog,"
			return best
		}
		if s.class(i-1)&orgBefore != 0 && s.class(i-1)&placeNoun == 0 && s.is(i-1, small) {
			s.emit(i, place, Org, "body-noun", good) // "the party Quorra Valley"
			return best
		}
		s.emit(i, place, Place, "place-head", good)
		return best
	}
	if end := s.notName(i); end > i {
		return end
	}
	if end, ok := s.rolePhrase(i); ok && s.roleStands(i, end) {
		end = s.roleComplement(end)
		if s.role.to != i {
			s.role.from = i
		}
		s.role.to = end
		if end == i+1 && !s.nameToken(end) && s.style == prose { // "Cardinal said": a surname if the document has that person
			r := s.role
			s.cands = append(s.cands, candidate{sent: s.sent, from: i, to: end, rule: "role-word", first: s.startsSentence(i), the: true, key: s.key(i, end)})
			s.role = r
		}
		return end
	}
	if end, _ := s.phrase(i, groupPhrase); end > i {
		return end
	}
	if c&group != 0 && !s.groupIsName(i) {
		if s.class(i-1)&orgBefore != 0 && s.shapes0(i-1) == small && s.is(i+1, capital) && s.class(i+1)&(group|role|title|given|starter) == 0 && !s.words[i+1].known() && s.style == prose {
			end := s.chunk(i + 1)
			s.emit(i, end, Org, "body-noun", good) // "the ransomware group Black Lynx"
			return end
		}
		return i + 1
	}
	end := s.chunk(i)
	if s.startsSentence(i) && end == i+2 && ordinaryEnding(s.lower(i)) && c&(given|surname) == 0 && strings.HasSuffix(s.lower(i), "ing") {
		return i + 1 // "Bungling Tolvex has let it out"
	}
	if w := s.lower(end); w == "," && s.class(end+1)&orgSuffix != 0 && s.nameToken(end+1) && s.strictSuffix(end+1) {
		s.emit(i, end+2, Org, "org-head", certain) // "Harker Foods, Inc."
		return end + 2
	}
	if l, k := s.phrase(end, country); k != 0 && (end == i+1 && s.slogan(i) || end == i+2 && !s.startsSentence(i) && s.slogan(i) && s.slogan(i+1)) {
		if m, k := s.phrase(l, country); k != 0 {
			l = m // "Rail Standards Chad Ghana"
		}
		s.emit(i, l, Org, "slogan", good)
		return l
	}
	if s.startsSentence(i) && end > i+1 && c&common != 0 && c&(given|surname|topic) == 0 && s.words[i+1].class&common == 0 && s.shapes[i+1] != small {
		return i + 1 // "Original Hinkley engines": the first word is capitalised by position only
	}
	s.emit(i, end, "", "", open)
	return end
}

// personAt reports a person whose family name is also a place's head word, in tokens [i,end): "Inspector Kit Tarn", "Lena Fell, 71".
func (s *scanner) personAt(i, end int) bool {
	k := i
	if to, ok := s.rolePhrase(i); ok && to < end {
		k = to
	}
	if end == k+2 && (k > i || s.role.to == i && s.is(s.role.from, capital)) && s.class(end)&(speech|act) != 0 && s.shapes0(end) == small && s.words[k].class&(common|placeHead|placeFirst|group|role) == 0 && !s.words[k].known() {
		return true // "President Joon Park said"
	}
	if end == k+3 && (k > i || s.role.to == i) && s.words[k].class&given != 0 && s.class(end)&(speech|act) != 0 {
		return true // "Police chief Roberto Quorr Forest said"
	}
	if end != k+2 || s.words[k].class&given == 0 || s.words[k].class&(placeHead|placeFirst) != 0 || s.words[k].known() {
		return false
	}
	c := candidate{from: k, to: end}
	return k > i || s.role.to == i || s.roleBefore(i).to > 0 || s.byAge(&c) == Person || s.class(end)&speech != 0 && s.shapes0(end) == small
}

// notName returns the end of what stands capitalised at i and is no name: a month with its day, a numbered
// thing, a storm's or ship's name.
func (s *scanner) notName(i int) int {
	c := s.words[i].class
	switch {
	case c&calendar != 0 && !s.givenRun(i):
		return i + 1
	case c&eventFirst != 0 && s.is(i+1, numeral, coded, capital, upper, initial):
		k := i + 1
		for k < len(s.toks) && (s.nameToken(k) || s.shapes[k] == numeral || s.shapes[k] == small && s.shapes[k-1] != numeral && s.words[k].class&(particle|link) != 0 && s.nameToken(k+1)) && s.words[k].class&title == 0 {
			k++
		}
		if s.class(i)&storm != 0 && s.is(i+1, capital) {
			s.things[s.key(i+1, k)] = true // called by its name alone later
		}
		return k
	case c&numbered != 0 && s.is(i+1, numeral, coded, initial) && s.words[i].class&placeFirst == 0:
		return i + 2
	case s.is(i+1, coded) && s.shapes[i] == capital && s.style == prose && c&(given|title|placeFirst) == 0 && !s.words[i].known() && s.modelled(i+1):
		return i + 2 // "an Antonov An-26"
	case s.is(i+1, numeral) && s.inner(i) && s.is(i+2, small):
		s.things[s.key(i, i+1)] = true
		return i + 2 // "QuickBrew 5 kettles"
	case c&common != 0 && s.is(i+1, numeral) && c&(placeFirst|orgHead|given) == 0 && s.shapes[i] == capital: // "Dash 8"
		return i + 2
	case s.shapes[i] == coded && !s.words[i].known():
		return s.coded(i)
	}
	return i
}

// modelled reports a model's number at token k: letters, and a figure behind them or behind a hyphen.
func (s *scanner) modelled(k int) bool {
	t := s.toks[k].Text
	return t[0] >= 'A' && t[0] <= 'Z' && strings.ContainsAny(t[1:], "0123456789") && (strings.Contains(t, "-") || len(t) > 3)
}

// inner reports a capital inside the word at token i: "QuickBrew".
func (s *scanner) inner(i int) bool {
	c := candidate{from: i, to: i + 1}
	return s.byCamel(&c) == Org
}

func (w *word) known() bool { return w.node.kind&(places|orgs) != 0 }

// coded reads a token of letters and digits: a road after "the" ("the A104"), else a product or a vote, which is no name.
func (s *scanner) coded(i int) int {
	t := s.toks[i].Text
	if letters := strings.TrimRight(t, "0123456789"); strings.HasPrefix(letters, "TV") || strings.HasSuffix(letters, "TV") || t == letters+"24" && len(letters) > 3 {
		s.emit(i, i+1, Org, "channel", good) // "TVK24", "Quorra24", but "Paris2024" is an event's
		return i + 1
	}
	if wayCode(t) && s.style == prose && s.onTheWay(i) {
		s.emit(i, i+1, Place, "numbered-road", good) // "the QC-552 is shut"
		return i + 1
	}
	switch strings.TrimRight(t, "0123456789") {
	case "A", "B", "M", "N", "E", "RN", "NH", "SH", "D":
		if len(t) > 5 || s.style != prose || s.lower(i-1) != "the" && !(s.lower(i-1) == "(" && s.lower(i+1) == ")" && s.speaksOfRoads()) {
			break
		}
		s.emit(i, i+1, Place, "numbered-road", good)
	}
	return i + 1
}

// speaksOfRoads reports a word for a road in small letters in the sentence.
func (s *scanner) speaksOfRoads() bool {
	for k := range s.toks {
		if s.cue(k)&roadNoun != 0 {
			return true
		}
	}
	return false
}

// givenRun reports a month, starter or common word that begins a person's name: "April Jones", "Will Smith".
func (s *scanner) givenRun(i int) bool {
	if s.words[i].class&given == 0 || s.words[i].class&calendar != 0 && s.is(i-1, numeral) {
		return false // "on 10 June Lena Orr"
	}
	if s.particleRun(i+1) > i+1 {
		return true // "Jan de Vries"
	}
	if !s.is(i+1, capital, initial) {
		return false
	}
	c := s.words[i+1].class
	if c&(starter|calendar|group|role|title) != 0 && c&surname == 0 {
		return false
	}
	return c&surname != 0 || s.shapes[i+1] == initial || c&(common|placeHead|orgHead|eventHead) == 0 && !s.words[i+1].known()
}

// skipEvent passes over an event's name and forgets a role before it.
func (s *scanner) skipEvent(end int) int {
	s.role = span{-1, -1}
	return end
}

// emit adds a candidate for tokens [from,to); an untyped one is put through the sieve.
func (s *scanner) emit(from, to int, t Type, rule string, sure sureness) {
	for from < to && s.lower(from) == "the" {
		from++
	}
	if from >= to || s.amount(from, to) || s.slogans(from, to) || to == from+1 && s.shapes[from] == upper && s.stressed(from) && s.style != shouted {
		return
	}
	if t == Place && s.namesIt(to) {
		return // "the Sudan strain"
	}
	c := candidate{sent: s.sent, from: from, to: to, typ: t, rule: rule, sure: sure, styled: s.style != prose,
		first: s.startsSentence(from), the: s.lower(from-1) == "the" || from > 1 && opensQuote(s.toks[from-1].Text) && s.lower(from-2) == "the", key: s.key(from, to)}
	if r := s.roleBefore(from); r.to > r.from && (s.salutes(r) && to == from+1 || t == "" && !s.commonRun(from, to) || t == Person || s.personLike(from, to)) {
		switch {
		case t == "" && s.namesBody(r, from, to):
			c.typ, c.rule, c.sure = Org, "body-noun", good
		case t != Person || sure < certain:
			c.role = s.text(r)
			c.typ, c.rule, c.sure = Person, "role-before", certain
		default:
			c.role = s.text(r)
		}
	}
	s.role = span{-1, -1}
	if c.typ == "" && s.lower(c.to) == "hospital" && s.shapes0(c.to) == small && !c.styled {
		c.to++ // "the Amina Orr hospital"
		c.key = s.key(c.from, c.to)
		c.typ, c.rule, c.sure = Org, "hospital", good
	}
	if c.typ == "" {
		s.sieve(&c)
	}
	if c.typ == Person && isReign(s.word(c.to)) {
		c.to++ // "Charles III"
		c.key = s.key(c.from, c.to)
	}
	if c.typ == Person && c.role == "" {
		if r := s.roleBeside(from, to); r.to > 0 {
			c.role = s.text(r)
		}
	}
	s.cands = append(s.cands, c)
}

// namesBody reports a noun for persons and bodies alike, "broadcaster", before an acronym or a single word that is no given name: "the state
// broadcaster KRTP", "the private broadcaster Quorra".
func (s *scanner) namesBody(r span, from, to int) bool {
	if to != from+1 || s.class(r.to-1)&orgBefore == 0 || s.shapes0(r.to-1) != small && !s.startsSentence(r.to-1) {
		return false
	}
	return s.shapes[from] == upper || s.class(from)&(given|surname) == 0
}

// amount reports the mark of a currency before an amount: "Rs 50", "US $3 million".
func (s *scanner) amount(from, to int) bool {
	if to != from+1 || s.words[from].class&currency == 0 || to >= len(s.toks) {
		return false
	}
	switch s.toks[to].Text {
	case "$", "€", "£", "₵", "¥", "₹":
		return true
	}
	return s.is(to, numeral) && s.lower(from) != "us"
}

// slogans reports words in capitals with which a tabloid opens a headline: "TAKEN FOR A RIDE".
func (s *scanner) slogans(from, to int) bool {
	small := false
	for k := from; k < to; k++ {
		if s.shapes[k] != upper && s.shapes[k] != initial {
			return false
		}
		small = small || s.words[k].class&starter != 0
	}
	return small && to > from+2 && s.style != shouted
}

// salutes reports a form of address, behind which even a country's name is a person's: "Mr Jordan".
func (s *scanner) salutes(r span) bool {
	switch strings.TrimSuffix(s.lower(r.to-1), ".") {
	case "mr", "mrs", "ms", "miss", "mx":
		return true
	}
	return false
}

// isReign reports the numeral of a ruler or pope: "II", "XIV".
func isReign(w string) bool {
	if len(w) < 2 || len(w) > 5 {
		return w == "V" || w == "X"
	}
	return strings.Trim(w, "IVX") == ""
}
