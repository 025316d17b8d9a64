package names

import (
	"strings"
)

// org returns the end of an organisation's name at i that a head word closes ("Kenya Red Cross", "Twin Falls School
// District") or opens ("Ministry of Health and Social Care"); i when there is none.
func (s *scanner) org(i int) int {
	if s.style == shouted || s.words[i].class&calendar != 0 && (s.class(i)&given == 0 || s.is(i-1, numeral)) {
		return i // "On Monday Vortova Base Hospital", "on 10 June Harker Foods"
	}
	if to, ok := s.rolePhrase(i); ok && s.nameToken(to) && (s.words[to].class&given != 0 || s.words[i].class&title != 0 && to == i+1 && s.words[to].class&orgOf == 0 || s.lower(i) == "sister" || s.lower(i) == "brother" || s.lower(i) == "father") && s.nameToken(to+1) && s.words[to+1].class&(orgHead|orgOf) == 0 {
		return i // "Sister Charity Quillem"
	}
	if e := s.foreignBody(i); e > i {
		return e
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
		if k == i+1 && (s.words[i].class&group != 0 || s.lower(k) == "red" && !s.startsWithStarter(i)) {
			if l, kinds := s.phrase(k, orgs); l > k+1 && kinds&places == 0 { // "Canadian Red Cross"
				end, k = l, l
				continue
			}
		}
		if w := s.lower(k); k > i+1 && s.lower(k-1) == "civil" && s.lower(k-2) == "and" && (w == "defence" || w == "defense" || w == "protection") {
			end = k + 1
		}
		if w := s.lower(k); k > i && (w == "secondary" || w == "comprehensive" || w == "grammar" || w == "elementary") && s.shapes[k] == capital && !s.nameToken(k+1) && s.class(i)&(common|starter) == 0 && s.style == prose {
			return k + 1 // "Tolmin Secondary"
		}
		if k > i && (c&orgHead != 0 || k > i+1 && s.bodyOfDistrict(i, k+1)) {
			end = k + 1
		}
		if s.lower(k) == "group" && s.lower(k+1) == "of" && k > i {
			if _, kinds := s.phrase(k+2, country); kinds != 0 {
				return k + 1 // "the Harker Group of Denmark"
			}
		}
		if e := s.generalBody(k); e > k {
			return s.suffixBehind(e)
		}
		if c&orgOf != 0 && !s.clientsOf(k) && !(k > i && s.lower(k) != "court" && s.lower(k+1) == "of" && s.lower(k+2) == "the" && s.bodyAhead(k+3)) {
			if e := s.complement(k + 1); e > k+1 {
				return s.suffixBehind(e)
			}
		}
		k++
	}
	if end <= i+1 && s.words[i].class&orgFirst != 0 && (s.words[i].class&given == 0 || s.shapes[i] == upper) && s.is(i+1, capital, mixed) && s.words[i+1].class&(starter|calendar|role|title) == 0 && (s.words[i].class&common == 0 || s.shapes[i] == upper || !s.startsSentence(i)) && !s.startsWithStarter(i) {
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
	if l, kinds := s.phrase(end, country); kinds != 0 && s.style == prose && s.lower(i-1) != "the" && s.lower(i) != "the" && !s.verb(l) && s.lower(l) != "," && !s.nameToken(l) {
		return l // "Tenants’ Voice Chad"
	}
	if w := s.lower(end - 1); (w == "hospital" || w == "hospitals") && s.lower(end-2) == "university" && end == i+2 && s.is(end, capital) && s.class(end)&(common|starter|title|role|group|calendar) == 0 {
		if l, kinds := s.phrase(end, places); kinds != 0 {
			return l // "University Hospital Brno"
		}
		return end + 1
	}
	return s.suffixBehind(s.headNumber(end))
}

// generalBody returns the end of "Directorate General of Shipping" and "General Staff of the Armed Forces" at k; k when there is none.
func (s *scanner) generalBody(k int) int {
	if s.lower(k) == "general" && s.is(k, capital) && s.lower(k+1) == "staff" && s.is(k+1, capital) {
		return max(k+2, s.complement(k+2))
	}
	if s.class(k)&orgOf == 0 || s.lower(k+1) != "general" || !s.is(k+1, capital) {
		return k
	}
	if e := s.complement(k + 2); e > k+2 {
		return e
	}
	return k
}

// clientsOf reports a plural for persons that opens a sentence and that a name follows, not a cause: "Lawyers for the Red Cross", but "Lawyers for
// Human Rights".
func (s *scanner) clientsOf(k int) bool {
	if w := s.lower(k + 1); s.cue(k)&persons == 0 || !s.startsSentence(k) || w != "for" && w != "of" {
		return false
	}
	k += 2
	if s.lower(k) == "the" {
		k++
	}
	return s.class(k)&topic == 0
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
	return s.class(k)&legalForm != 0
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
	if end, ok := s.rolePhrase(k); ok && c&(surname|title) == 0 && end == k+1 && s.class(end)&(group|orgHead) != 0 && s.headAhead(end) {
		return false // "Missionary Baptist Church"
	}
	if s.lower(k) == "general" && s.class(k+1)&(common|topic|orgHead) != 0 && s.headAhead(k+1) {
		return false // "Vortova General Referral Hospital"
	}
	if end, ok := s.rolePhrase(k); ok && c&surname == 0 {
		if s.class(end)&orgHead != 0 && s.nameToken(end) {
			return false
		}
		return !(s.possessive(end) && s.nameToken(end+1))
	}
	return false
}

// orgLink returns the token after a link inside an organisation's name, or k when k ends the run.
func (s *scanner) orgLink(i, k int) int {
	if k == i || k+1 >= len(s.toks) || !s.is(k+1, capital, upper) && !(s.lower(k) == "&" && s.shapes[k-1] == initial && s.shapes[k+1] == initial) {
		return k // but "P&I"
	}
	switch w := s.lower(k); w {
	case "&":
		return k + 1
	case "and":
		if s.lower(k+1) == "civil" && s.class(k-1)&orgHead != 0 {
			switch s.lower(k + 2) {
			case "defence", "defense", "protection":
				return k + 1 // "Fire Service and Civil Defence"
			}
		}
		if _, kinds := s.phrase(k+1, places|orgs); kinds != 0 {
			return k // "the White House and Congress"
		}
		if k == i+1 && s.lower(i-1) == "the" && s.words[i].class&(common|topic) != 0 && s.words[i].class&(orgOf|given|surname) == 0 && !s.words[i].known() && s.topical(k+1) && s.headAhead(k+1) {
			return k + 1 // "the Fishing and Allied Crafts Union"
		}
		if s.class(k-1)&orgHead != 0 && s.class(k+1)&orgHead != 0 && !s.nameToken(k+2) && s.class(k+1)&local != 0 && k > i+1 {
			return k + 1 // "Tolmin Medical College and Hospital"
		}
		if k+2 < len(s.toks) && s.is(k+2, capital) && s.class(k+2)&orgHead != 0 && s.trades(k-1) && s.trades(k+1) && (k == i+1 || k == i+2 && s.words[i].known()) {
			return k + 1 // "Chad Nurses and Midwives Union"
		}
		if s.topical(k-1) && s.topical(k+1) && s.class(k-1)&(orgHead|topic) != orgHead && s.headAhead(k+1) {
			return k + 1
		}
	case "'s", "'":
		if s.ownsOrg(i, k-1) && s.headAhead(k+1) {
			return k + 1
		}
		if k == i+1 && s.style == prose && s.class(i)&(common|group|topic|orgHead|calendar) == 0 && !s.words[i].known() && s.class(k+1)&local != 0 && s.class(k+1)&orgHead != 0 && !s.nameToken(k+2) {
			return k + 1 // "Quorra's Hospital"
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

// trades reports a plural with a capital for those whom a body unites or what it has charge of: "Nurses", "Mines".
func (s *scanner) trades(k int) bool {
	return s.is(k, capital) && strings.HasSuffix(s.lower(k), "s") && s.class(k)&(given|surname|starter) == 0 && !s.words[k].known()
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
	if s.class(k)&ownsBody != 0 {
		return true
	}
	return k > i && (s.lower(k-1) == "st." || s.lower(k-1) == "st" || s.lower(k-1) == "saint") || k > 0 && (s.lower(k-1) == "st." || s.lower(k-1) == "st")
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
	return s.class(k)&unit != 0
}

// emitOrg adds an organisation, leaving out words before it that only position or grammar put there.
func (s *scanner) emitOrg(i, end int) {
	for end-i > 2 && s.startsSentence(i) && s.words[i].class&common != 0 && ordinaryEnding(s.lower(i)) && s.words[i].class&(topic|given|surname) == 0 {
		i++ // "Attended Harker High School"
	}
	for i < end-1 && s.startsSentence(i) && s.words[i].class&(modifier|starter) != 0 && s.words[i].class&(rally|topic|orgHead|given|group) == 0 && !s.words[i].known() {
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
	if i > 2 && s.is(i-1, numeral) && s.is(i-2, capital) && s.class(i-2)&(numbered|eventFirst|common) != 0 && s.lower(i-3) == "the" {
		i -= 2 // "the Train 803 Relatives’ Committee"
	}
	sure := good
	if end == i+1 {
		sure = guess
	}
	s.emit(i, end, Org, "org-head", sure)
}
