package names

import "strings"

// phrase returns the end of the longest listed phrase at i of the wanted kinds, and its kinds; i when there is none.
func (s *scanner) phrase(i int, want kind) (end int, k kind) {
	end = i
	if i >= len(s.toks) {
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
		if have&want != 0 && s.shapes[p] != small && s.shapes[i] != small {
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

// innerCapital reports a capital right behind the first: "KOs", "MPs".
func innerCapital(t string) bool {
	return len(t) > 1 && t[0] >= 'A' && t[0] <= 'Z' && t[1] >= 'A' && t[1] <= 'Z'
}

// rolePhrase returns the end of the longest office or title at i, in any letters.
func (s *scanner) rolePhrase(i int) (end int, ok bool) {
	if i >= len(s.toks) {
		return i, false
	}
	end = i
	if i >= len(s.toks) {
		return end, false
	}
	n := &s.words[i].node
	for p := i; ; {
		if n.kind&(rolePhrase|titlePhrase) != 0 {
			end, ok = p+1, true
		}
		p++
		if p >= len(s.toks) || n.next == nil {
			return end, ok
		}
		if n = n.next[s.toks[p].Lower]; n == nil {
			return end, ok
		}
	}
}

// roleStands reports whether the capitalised role at [i,end) is one, not part of a name: "King said", "Dean Smith".
func (s *scanner) roleStands(i, end int) bool {
	c := s.words[i].class
	if end > i+1 {
		return true
	}
	if c&given != 0 && s.is(end, capital, initial) && s.role.to != i {
		return false
	}
	if c&surname != 0 && !s.nameToken(end) {
		return s.startsSentence(i) || s.lower(i-1) == "the"
	}
	return true
}

// roleComplement extends an office over what it is of: "Minister of Health", "Minister for Foreign Affairs".
func (s *scanner) roleComplement(end int) int {
	if w := s.lower(end); w != "of" && w != "for" {
		return end
	}
	k := end + 1
	if s.lower(k) == "the" {
		k++
	}
	if !s.topicToken(k) {
		return end
	}
	for k < len(s.toks) {
		switch {
		case s.topical(k):
			k++
		case (s.lower(k) == "and" || s.lower(k) == "&" || s.lower(k) == "," && s.topicToken(k+1)) && s.topical(k+1):
			k += 2
		default:
			return k
		}
	}
	return k
}

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

// roleBefore returns the role or title that directly precedes token from: the one just read, or one in small letters.
func (s *scanner) roleBefore(from int) span {
	if s.role.to == from {
		return s.role
	}
	k := from
	for k > 0 && from-k < 5 && s.shapes[k-1] == small && s.words[k-1].class&(role|title|modifier) != 0 && s.words[k-1].class&starter == 0 {
		k--
	}
	if k == from || s.words[from-1].class&(role|title) == 0 {
		return span{}
	}
	for k < from-1 && s.words[k].class&role == 0 && s.words[k].class&modifier == 0 {
		k++
	}
	return span{k, from}
}

// groupIsName reports a demonym that is part of a person's name: "Christian Lindner", "German Gomez".
func (s *scanner) groupIsName(i int) bool {
	if s.words[i].class&given == 0 || !s.is(i+1, capital) {
		return false
	}
	return s.words[i+1].class&(surname|given) != 0 && s.words[i+1].class&(role|title|common|group) == 0
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
	if s.lockAt(k) != nil || c&starter != 0 && s.shapes[k] == capital && c&(given|surname) == 0 {
		return true
	}
	if s.style == titled && c&common != 0 && c&surname == 0 {
		return true
	}
	alone := k == i+1 && s.words[i].class&given != 0 && s.words[i].class&group == 0 && !s.nameToken(k+1) // "Ben Player", "Claire Danes"
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

// event returns the end of an event, law or prize at i, i when there is none.
func (s *scanner) event(i int) int {
	end := i
	k := i
	for ; k < len(s.toks) && (s.nameToken(k) || s.shapes[k] == coded); k++ {
		c := s.words[k].class
		if k > i && (c&(title|calendar) != 0 || c&starter != 0) {
			break
		}
		if c&eventHead == 0 || s.style == titled || s.shapes[k] == upper || s.endsBody(i, k) {
			continue
		}
		if k == i && !(s.lower(k+1) == "of" || s.lower(k+1) == "on") {
			continue
		}
		if k == i+1 && s.words[i].class&given != 0 && c&(surname|given) != 0 {
			continue
		}
		if k == i && !s.is(k+2, capital, upper) && !(s.lower(k+2) == "the" && s.is(k+3, capital, upper)) {
			continue
		}
		end = k + 1
	}
	if end > i && s.lower(end) == "of" {
		p := end + 1
		if s.lower(p) == "the" {
			p++
		}
		if s.is(p, capital, upper) {
			for p < len(s.toks) && s.nameToken(p) {
				p++
			}
			end = p
		}
	}
	return end
}

// endsBody reports a listed body that ends with token k, though its last word heads events: "UN World Food Programme".
func (s *scanner) endsBody(i, k int) bool {
	for j := i; j < k; j++ {
		if end, kinds := s.phrase(j, orgs); end == k+1 && kinds&noName == 0 {
			return true
		}
	}
	return false
}

// org returns the end of an organisation's name at i that a head word closes ("Kenya Red Cross", "Twin Falls School
// District") or opens ("Ministry of Health and Social Care"); i when there is none.
func (s *scanner) org(i int) int {
	if s.style == shouted {
		return i
	}
	end := i
	k := i
	if l, kinds := s.phrase(i, places); kinds != 0 && l > i+1 {
		k = l - 1 // "Jammu and Kashmir Cricket Association"
	}
	for k < len(s.toks) {
		if !s.nameToken(k) {
			next := s.orgLink(i, k)
			if next == k {
				break
			}
			k = next
			continue
		}
		c := s.words[k].class
		if k > i && s.ordinal(k) && s.military(k+1) && s.nameToken(k+1) { // "US Seventh Fleet"
			k++
			continue
		}
		if k > i && s.endsOrgRun(i, k) {
			break
		}
		if k == i+1 && s.words[i].class&group != 0 {
			if l, kinds := s.phrase(k, orgs); l > k+1 && kinds&places == 0 { // "Canadian Red Cross"
				end, k = l, l
				continue
			}
		}
		if k > i && (c&orgHead != 0 || k > i+1 && s.bodyOfDistrict(i, k+1)) {
			end = k + 1
		}
		if c&orgOf != 0 && !(k > i && s.lower(k+1) == "of" && s.lower(k+2) == "the" && s.bodyAhead(k+3)) {
			if e := s.complement(k + 1); e > k+1 {
				return s.suffixBehind(e)
			}
		}
		k++
	}
	if end <= i+1 && s.words[i].class&orgFirst != 0 && s.is(i+1, capital, mixed) && s.words[i+1].class&(starter|calendar|role|title) == 0 && (s.words[i].class&common == 0 || s.shapes[i] == upper || !s.startsSentence(i)) && !s.startsWithStarter(i) {
		return s.chunk(i + 1) // "FC Basel", "Banque Misr"
	}
	if n := s.headNumber(i + 1); n > i+1 {
		return n // "School Number 3"
	}
	if end == i+1 {
		return i
	}
	if end > i && end == i+2 && s.words[i].class&given != 0 && s.words[end-1].class&(surname|given) != 0 && s.words[end-1].class&orgSuffix == 0 {
		return i
	}
	if end > i && s.allOrdinary(i, end) && s.indefinite(i-1) {
		return i
	}
	if end == i {
		return i
	}
	return s.suffixBehind(s.headNumber(end))
}

// bodyAhead reports a whole organisation's name at k, of which the one before is a part: "Ethics Committee of the Harker Union".
func (s *scanner) bodyAhead(k int) bool {
	n := 0
	for ; s.nameToken(k) && n < 6; k++ {
		n++
		if n > 1 && s.words[k].class&(orgHead|orgOf) != 0 {
			return true
		}
	}
	return false
}

// suffixBehind takes ", Inc." behind a company's name into it.
func (s *scanner) suffixBehind(end int) int {
	if s.lower(end) == "," && s.nameToken(end+1) && s.strictSuffix(end+1) {
		return end + 2
	}
	return end
}

// strictSuffix reports a legal form that can stand behind a comma.
func (s *scanner) strictSuffix(k int) bool {
	switch s.lower(k) {
	case "inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp", "corp.", "co.", "llp", "l.p.", "s.a.", "gmbh", "ag", "n.v.", "pty", "limited", "incorporated":
		return true
	}
	return false
}

// startsWithStarter reports a small word in capitals by position, "As Basel won", which is no club's "AS".
func (s *scanner) startsWithStarter(i int) bool {
	return s.words[i].class&starter != 0 && s.shapes[i] != upper
}

// allOrdinary reports a capitalised run of ordinary words only: "Executive Committee", "Press Release".
func (s *scanner) allOrdinary(i, end int) bool {
	for k := i; k < end; k++ {
		c := s.words[k].class
		if c&(common|topic|starter|role|orgHead|placeHead|eventHead|modifier) == 0 || s.shapes[k] == upper {
			return false
		}
	}
	return true
}

// indefinite reports a word that introduces one of many: "a Technology Centre", "each District Court".
func (s *scanner) indefinite(k int) bool {
	switch s.lower(k) {
	case "a", "an", "each", "every", "any", "no", "another", "some", "nearest", "local", "their", "our", "his", "her", "your", "my":
		return true
	}
	return false
}

// headNumber takes "Number 3" or "No. 3" behind a head into the name.
func (s *scanner) headNumber(end int) int {
	if w := s.lower(end); (w == "number" || w == "no." || w == "no") && s.shapes[end] == capital && s.is(end+1, numeral) && end > 0 && s.words[end-1].class&orgHead != 0 {
		return end + 2
	}
	return end
}

// endsOrgRun reports whether token k cannot belong to the organisation that began at i: a title, a role not
// followed by 's Office, a month.
func (s *scanner) endsOrgRun(i, k int) bool {
	c := s.words[k].class
	if c&starter != 0 && s.shapes[k] == capital || c&calendar != 0 || s.lockAt(k) != nil {
		return true
	}
	if s.style == titled && c&common != 0 && c&(orgHead|topic) == 0 {
		return true
	}
	if c&(orgHead|orgOf|topic) != 0 {
		return false
	}
	if end, ok := s.rolePhrase(k); ok && c&surname == 0 {
		if s.class(end)&orgHead != 0 && s.nameToken(end) {
			return false
		}
		return !(s.possessive(end) && s.nameToken(end+1))
	}
	return false
}

func (s *scanner) possessive(k int) bool {
	switch s.lower(k) {
	case "'s":
		return true
	case "'":
		return k > 0 && s.toks[k].Start == s.toks[k-1].End
	}
	return false
}

// orgLink returns the token after a link inside an organisation's name, or k when k ends the run.
func (s *scanner) orgLink(i, k int) int {
	if k == i || k+1 >= len(s.toks) || !s.is(k+1, capital, upper) {
		return k
	}
	switch w := s.lower(k); w {
	case "&":
		return k + 1
	case "and":
		if s.topical(k-1) && s.topical(k+1) && s.class(k-1)&(orgHead|topic) != orgHead && s.headAhead(k+1) {
			return k + 1
		}
	case "'s", "'":
		if s.ownsOrg(i, k-1) && s.headAhead(k+1) {
			return k + 1
		}
	case "’", "s":
		if w == "s" && (s.lower(k-1) == "'" || s.toks[k-1].Text == "’") || w == "’" && s.ownsOrg(i, k-1) && s.headAhead(k+1) {
			return k + 1
		}
	case "de", "del", "da", "do", "des", "du", "la", "di":
		return k + 1
	}
	return k
}

// headAhead reports an organisation's head word in the capitalised run at k.
func (s *scanner) headAhead(k int) bool {
	for ; k < len(s.toks); k++ {
		if !s.nameToken(k) {
			if (s.lower(k) == "and" || s.lower(k) == "&") && s.is(k+1, capital) {
				continue
			}
			return false
		}
		if s.words[k].class&(orgHead|orgOf) != 0 {
			return true
		}
	}
	return false
}

// ownsOrg reports a word whose 's is part of organisations' names: "People's", "Children's", "St. Luke's", "Sheriff's".
func (s *scanner) ownsOrg(i, k int) bool {
	switch s.lower(k) {
	case "people", "peoples", "children", "women", "men", "workers", "king", "queen", "lord", "teachers", "farmers", "veterans", "students", "citizens", "journalists",
		"lawyers", "doctors", "nurses", "mothers", "fathers", "writers", "players", "employers", "builders", "girls", "boys", "world", "nation", "victims", "writers'", "ladies", "ratepayers", "residents", "parents", "peasants", "trade", "artists", "actors", "singers", "fishermen", "pensioners", "mayor", "governor",
		"sheriff", "president", "minister", "prosecutor", "attorney", "general", "commissioner", "comptroller", "coroner", "magistrates", "speaker", "chancellor", "sailors", "seamen", "miners", "traders", "bankers", "soldiers", "pilots":
		return true
	}
	return k > i && (s.lower(k-1) == "st." || s.lower(k-1) == "st" || s.lower(k-1) == "saint") || k > 0 && (s.lower(k-1) == "st." || s.lower(k-1) == "st")
}

// complement returns the end of "of Health and Social Care", "for the Study of War" at k; k when nothing follows.
func (s *scanner) complement(k int) int {
	switch s.lower(k) {
	case "of", "for":
	case "in":
		if s.class(k-1)&topic == 0 {
			return k
		}
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
		case (s.lower(p) == "and" || s.lower(p) == "&") && s.topical(p+1) && s.topical(p-1):
			p += 2
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

// ordinal reports what numbers a military unit: "Sixth", "139th", "VIII".
func (s *scanner) ordinal(k int) bool {
	if k < 0 {
		return false
	}
	t := s.toks[k].Text
	switch s.lower(k) {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth":
		return s.shapes[k] == capital
	}
	if n := len(t); n > 2 && allDigits(t[:n-2]) {
		return true
	}
	return s.shapes[k] == upper && strings.Trim(t, "IVX") == ""
}

// military reports the head of a unit that is numbered.
func (s *scanner) military(k int) bool {
	switch s.lower(k) {
	case "army", "corps", "division", "brigade", "regiment", "battalion", "squadron", "fleet", "wing", "force", "infantry", "cavalry", "artillery", "command", "group", "flotilla", "legion":
		return true
	}
	return false
}

// emitOrg adds an organisation, leaving out words before it that only position or grammar put there.
func (s *scanner) emitOrg(i, end int) {
	for end-i > 2 && s.startsSentence(i) && s.words[i].class&common != 0 && ordinaryEnding(s.lower(i)) && s.words[i].class&(topic|given|surname) == 0 {
		i++ // "Attended Harker High School"
	}
	for i < end-1 && s.startsSentence(i) && s.words[i].class&(modifier|starter) != 0 && s.words[i].class&(topic|orgHead|given|group) == 0 && !s.words[i].known() {
		if _, kinds := s.phrase(i, places|orgs); kinds != 0 || s.lower(i) == "all" || s.lower(i) == "our" {
			break
		}
		i++
	}
	if end == i+1 && s.startsSentence(i-1) {
		return // "State Transport minister": nothing but ordinary words
	}
	if s.military(end-1) && s.ordinal(i-1) {
		i--
	}
	sure := good
	if end == i+1 {
		sure = guess
	}
	s.emit(i, end, Org, "org-head", sure)
}

// place returns the end of a place's name at i that a head closes ("Pole Line Road") or opens ("Lake Tana", "Highway 30").
func (s *scanner) place(i int) int {
	if s.style == shouted {
		return i
	}
	end := i
	c := s.words[i].class
	if c&placeFirst != 0 {
		end = s.placeFirst(i)
	}
	for k := i; k < len(s.toks) && s.nameToken(k); k++ {
		w := s.words[k].class
		if k > i && (s.endsOrgRun(i, k) && w&placeHead == 0 || w&group != 0) {
			break
		}
		if w&placeHead == 0 || s.style == titled && w&common != 0 && k == i {
			continue
		}
		if k > i && !(k == i+1 && s.words[i].class&given != 0 && w&(surname|given) != 0) && !(k == i+1 && s.words[i].class&(starter|role|title) != 0) {
			end = max(end, k+1)
		}
		if k > i && s.words[i].class&(given|title) != 0 {
			continue
		}
		if s.lower(k+1) == "of" && s.lower(k) != "head" && s.is(k+2, capital, upper) && s.words[k+2].class&(starter|calendar) == 0 {
			e := s.chunk(k + 2)
			if l, kinds := s.phrase(k+2, places); kinds != 0 {
				e = l
			}
			return e
		}
	}
	if end > i && s.is(end, initial) && len(s.toks[end].Text) <= 2 && (s.toks[end].Text[0] == 'W' || s.toks[end].Text[0] == 'E' || s.toks[end].Text[0] == 'N' || s.toks[end].Text[0] == 'S') {
		end++
	}
	if end == i+1 || end > i && s.allOrdinary(i, end) && (s.weakPlaceHead(end-1) || s.indefinite(i-1)) {
		return i
	}
	if end > i+1 && s.bodyOfDistrict(i, end) {
		return i
	}
	return end
}

// bodyOfDistrict reports a district that is run for a purpose: "Public Health District", "School District".
func (s *scanner) bodyOfDistrict(i, end int) bool {
	switch s.lower(end - 1) {
	case "district", "municipality", "authority":
		c := s.class(end - 2)
		return end-2 >= i && c&(topic|orgHead) != 0 && s.shapes[end-2] == capital
	}
	return false
}

// weakPlaceHead reports a head that makes a place of a proper word only: "Registered Historic Place".
func (s *scanner) weakPlaceHead(k int) bool {
	switch s.lower(k) {
	case "place", "point", "head", "state", "states", "base", "station", "ground", "field", "fields", "gate", "wall", "path", "way", "rock", "row", "close", "common", "hall", "bar", "building", "room", "zone", "sector", "complex", "compound", "mine", "market", "settlement", "depot", "restaurant", "sound", "bottom", "pass", "gap", "landing", "quarter", "region", "city", "town", "village", "province", "district", "territory", "republic", "kingdom", "empire", "hotel":
		return true
	}
	return false
}

// placeFirst reads "Mount Elgon", "North Sinai", "Route 66" at i.
func (s *scanner) placeFirst(i int) int {
	switch s.lower(i) {
	case "route", "highway", "interstate":
		if s.is(i+1, numeral, coded) {
			return i + 2
		}
		return i
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "greater", "northwest", "northeast", "southwest", "southeast",
		"north-west", "north-east", "south-west", "south-east", "northwestern", "northeastern", "southwestern", "southeastern", "inner", "outer", "downtown", "coastal", "mid", "far", "new", "old", "little", "great":
		if end, kinds := s.phrase(i+1, places); kinds != 0 {
			return end
		}
		switch s.lower(i) {
		case "new", "old", "great", "little", "greater", "inner", "outer", "far", "mid", "coastal", "downtown":
			return i
		}
		if s.is(i+1, capital) && s.words[i+1].class&^(surname) == 0 && !s.startsSentence(i) { // "North Kurdufan"
			return i + 2
		}
		return i
	case "la", "el", "le", "les", "los", "las", "ras", "bad", "ban", "ko", "ain", "tell", "tall", "bank", "hotel", "place", "via", "plaza", "villa", "valle", "sea", "river":
		return i
	}
	if !s.is(i+1, capital) || s.words[i+1].class&(starter|calendar|role|title) != 0 || i > 0 && s.nameToken(i-1) {
		return i
	}
	return i + 2
}
