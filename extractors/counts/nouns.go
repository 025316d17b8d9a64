package counts

import "strings"

// A nounPhrase is what follows a number: tokens [from,to), its head among them; head is -1 where there is none.
type nounPhrase struct {
	from, head, to int
}

// maxPhrase is the most words from a number to the noun that it counts.
const maxPhrase = 8

// nounPhrase reads the noun phrase at token i that n (1 for one, 2 for more) can count.
//
// Its head is the first plural noun that no other plural follows, over adjectives, participles, names and other nouns;
// for one, the last noun of the run. Lists come before tags: prose takes "freed" for a noun and "Lithuania" for a verb.
func (s *scanner) nounPhrase(i, n int) nounPhrase {
	p := nounPhrase{from: i, head: -1}
	for j := i; j < len(s.toks) && j < i+maxPhrase; j++ {
		w := &s.words[j]
		t := s.toks[j].Lower
		if (t == "lay" || t == "lie") && (s.at(j+1).class&cState != 0 || s.lower(j+1) == "dead" || s.lower(j+1) == "ill") {
			break // "45 lay dead"
		}
		if p.head < 0 && (t == "go" || (t == "shy" || t == "short") && s.lower(j+1) == "of") {
			break // "let only 43 go", "three short of the number"
		}
		if t == "remains" && p.head < 0 && (s.tag(j+1) == "VBN" || s.tag(j+1) == "VBD" || s.tag(j+1) == "JJ") {
			break // "Piste 14 remains closed"
		}
		if t == "leaves" && p.head < 0 && (leavesBehind[s.lower(j+1)] || s.at(j+1).class&cCapital != 0) {
			break // "the figure of six leaves out a driver"
		}
		if w.class&cQuote != 0 && p.head < 0 && j+1 < len(s.toks) && j+1 < i+maxPhrase {
			if s.isModifier(j+1) || s.isNoun(j+1) {
				continue
			}
			break
		}
		if p.head < 0 && j > i && (t == "," || t == "and" || t == "or" || t == "&") {
			if s.joinsModifiers(j) {
				continue
			}
			break
		}
		if s.sizeOrModel(i, j) {
			continue
		}
		if t == "as" && s.lower(j+1) == "yet" {
			j++ // "40 as yet unnamed suspects"
			continue
		}
		if w.class&(cNumber|cDate) != 0 && w.class&cPerson == 0 {
			break
		}
		switch {
		case s.isPlural(j):
			if n == 1 && w.class&cPlural != 0 && w.singular != t {
				if p.head >= 0 {
					return p
				}
				return nounPhrase{from: i, head: -1}
			}
			p.head, p.to = j, j+1
			if !s.goesOn(j + 1) {
				return p
			}
			continue
		case n == 2 && p.head < 0 && s.verbForm(i, j):
			return nounPhrase{i, j, j + 1}
		case s.isNoun(j):
			if n < 2 {
				p.head, p.to = j, j+1
			} else if p.head >= 0 {
				return p
			}
			continue
		case p.head >= 0:
			return p
		case s.isModifier(j), (s.lower(j+1) == "and" || s.lower(j+1) == "or") && s.joinsModifiers(j+1): // "pregnant and nursing women"
			continue
		}
		break
	}
	return p
}

// sizeOrModel reports a number at j inside the noun phrase that begins at i, which is part of a name or a size: the 20-foot of "3,000 20-foot
// containers", the 737 of "two new Boeing 737 MAX jets".
func (s *scanner) sizeOrModel(i, j int) bool {
	t := s.toks[j].Text
	if s.words[j].class&(cDigit|cDate) != cDigit || len(t) < 2 {
		return false
	}
	if k := strings.IndexByte(t, '-'); k > 0 && k < len(t)-1 && isLetter(t[k+1]) && isDigit(t[k-1]) {
		return s.pluralAhead(j+1) >= 0
	}
	for k := range t {
		if !isDigit(t[k]) {
			return false
		}
	}
	if len(t) > 4 || j == i || s.at(j-1).class&cCapital == 0 && s.at(j+1).class&cCapital == 0 || s.at(j-1).class&cPersonName != 0 {
		return false
	}
	k := s.pluralAhead(j + 1)
	return k >= 0 && s.at(k).class&cPerson == 0
}

// pluralAhead returns the plural noun that the words from j on stand before, -1 for none. It looks ahead no farther than one phrase, and never
// back into nounPhrase: a long list would be read again at each of its words.
func (s *scanner) pluralAhead(j int) int {
	for k := j; k < j+maxPhrase && k < len(s.toks); k++ {
		switch {
		case s.isPlural(k):
			return k
		case !s.joinable(k) && s.lower(k) != "and" && s.tag(k) != "RB":
			return -1
		}
	}
	return -1
}

// verbForm reports a word at j that is the plural of a noun though lists or tags take it for a verb: no verb in -s agrees with the number of many
// that stands before token i, "over 50 works by painters". A group, a share or a name may be its subject: "a crew of 12 works there".
func (s *scanner) verbForm(i, j int) bool {
	if !verbNouns[s.toks[j].Lower] {
		return false
	}
	if next := s.at(j + 1); j+1 < len(s.toks) && next.class&(cStop|cPrep|cBe|cHave|cModal) == 0 && s.tag(j+1) != "VBN" && s.tag(j+1) != "VBD" {
		return false
	}
	k := i - 1
	for k > 0 && s.words[k].class&(cDigit|cNumberWord) != 0 {
		k--
	}
	switch s.lower(k) {
	case "of", "in", "at":
		return false
	}
	return s.at(k).class&(cCapital|cName|cIdentifier) == 0 || k == 0
}

// verbNouns are plurals of nouns that are verbs far more often.
var verbNouns = tell.Of("verb-nouns")

// goesOn reports whether the noun phrase runs on at j past a plural: "sports cars", "arms dealers".
func (s *scanner) goesOn(j int) bool {
	if j >= len(s.toks) || s.words[j].class&cPlural == 0 || s.isVerbHere(j) {
		return false
	}
	return s.words[j].class&(cPerson|cThing) != 0 && s.tag(j) == "NNS"
}

// joinsModifiers reports whether the comma or conjunction at j stands between adjectives or, for a conjunction, between nouns that share a head:
// "large, heavy boxes", "foreign and local journalists", "bird and insect species".
func (s *scanner) joinsModifiers(j int) bool {
	if !s.isAdjective(j-1) || !s.isAdjective(j+1) {
		if s.lower(j) == "," || !s.joinable(j-1) || !s.joinable(j+1) {
			return false
		}
	}
	return s.isPlural(j+2) || s.isNoun(j+2) && s.isPlural(j+3) || s.lower(j) == "and" && s.isAdjective(j-1) && s.isAdjective(j+1) && s.at(j-1).class&cState == 0 && s.pluralAhead(j+1) >= 0
}

// joinable reports a word that can stand before a noun beside another of its kind: an adjective, a participle, a noun in the singular.
func (s *scanner) joinable(j int) bool {
	if s.isAdjective(j) || s.tag(j) == "VBG" || s.tag(j) == "VBD" && strings.HasSuffix(s.lower(j), "ed") {
		return true
	}
	return (s.tag(j) == "NN" || s.tag(j) == "NNP") && s.isNoun(j) && !s.isPlural(j) && s.at(j).class&(cState|cUnit|cCurrency|cDate) == 0
}

func (s *scanner) isAdjective(j int) bool {
	if j < 0 || j >= len(s.toks) {
		return false
	}
	switch s.tag(j) {
	case "JJ", "JJR", "JJS", "VBN":
		return true
	case "NNS":
		return hasAnySuffix(s.lower(j), "ed", "en") && !s.isPlural(j)
	}
	return s.words[j].class&cState != 0
}

// isPlural reports a plural noun.
func (s *scanner) isPlural(j int) bool {
	if j < 0 || j >= len(s.words) {
		return false
	}
	w := &s.words[j]
	if w.class&cPlural != 0 && w.class&(cPerson|cThing|cAbstract) != 0 {
		return w.class&(cSay|cHarm|cScoreVerb|cAct|cChange) == 0 || !s.isVerbHere(j)
	}
	if w.class&(cDose|cGameNoun|cVoteNoun) != 0 && s.toks[j].Lower[len(s.toks[j].Lower)-1] == 's' {
		return true
	}
	if w.class&(cBe|cHave|cModal|cStop|cDet|cPrep|cConj|cRelative|cSay|cNumberWord|cDigit|cVerb|cHarm|cAct) != 0 {
		return false
	}
	if acronyms(s.toks[j].Text) || modelPlural(s.toks[j].Text) && (w.class&cDigit == 0 || s.at(j-1).class&cCapital != 0) {
		return true
	}
	switch s.tag(j) {
	case "NNS", "NNPS":
		t := s.lower(j)
		return !s.isVerbHere(j) && (w.class&cPlural != 0 || !hasAnySuffix(t, "ed", "ly") && (!strings.HasSuffix(t, "en") || strings.HasSuffix(t, "men"))) && (w.class&(cPersonName|cPerson|cThing) != cPersonName || s.at(j-1).class&cCapital != 0) // "120 cracked", "14 stolen", "19 support Sanders"
	case "NN", "JJ", "VBZ", "NNP":
		t := s.toks[j].Lower
		if w.class&cPlural != 0 {
			return s.tag(j) != "VBZ"
		}
		return s.tag(j) == "NN" && len(t) > 4 && t[len(t)-1] == 's' && !hasAnySuffix(t, "ss", "us", "is", "'s") && w.class&cName == 0
	}
	return false
}

// isVerbHere reports a word that may be a noun or a verb and is a verb by its place.
func (s *scanner) isVerbHere(j int) bool {
	switch s.tag(j) {
	case "VBZ", "VBP", "VBD", "VB", "MD":
		return true
	}
	if s.words[j].class&(cSay|cHarm|cChange|cScoreVerb) == 0 {
		return false
	}
	next := s.at(j + 1) // "23 votes the bill down" does not occur; "says the", "leaves 5" do
	return s.words[j].class&cSay != 0 && (next.class&(cDet|cCapital|cName) != 0 || s.lower(j+1) == "a")
}

// isNoun reports a noun of either number.
func (s *scanner) isNoun(j int) bool {
	if j >= len(s.words) {
		return false
	}
	w := &s.words[j]
	if w.class&(cBe|cHave|cModal|cStop|cDet|cPrep|cConj|cRelative|cEach|cDigit|cNumberWord) != 0 {
		return false
	}
	if w.class&(cHarm|cVerb|cChange|cSay|cAct) != 0 && w.class&(cPerson|cThing) == 0 {
		return false
	}
	switch s.tag(j) {
	case "NN", "NNS", "NNP", "NNPS":
		return s.tag(j) != "NN" || w.entry != nothing || !strings.HasSuffix(s.lower(j), "ed") || strings.HasSuffix(s.lower(j), "eed") // "not one budged"
	case "VBD", "VBZ", "VBP", "MD", "RB", "IN", "DT", "PRP", "PRP$", "CC", "TO", "WDT", "WP", "WRB", "EX":
		return false
	}
	return w.class&(cPerson|cThing|cAbstract) != 0
}

// isModifier reports a word that may stand between a number and its noun.
func (s *scanner) isModifier(j int) bool {
	if j >= len(s.words) {
		return false
	}
	w := &s.words[j]
	if w.class&(cBe|cHave|cModal|cStop|cDet|cConj|cRelative|cEach|cDigit) != 0 || behindOnly[s.lower(j)] {
		return false
	}
	if w.class&cMore != 0 || s.lower(j) == "new" || s.lower(j) == "known" || s.lower(j) == "such" {
		return s.lower(j+1) != "than"
	}
	if w.class&cVerb != 0 && w.class&(cPerson|cThing) == 0 && s.tag(j) != "VBN" && s.tag(j) != "JJ" {
		return false
	}
	if w.class&(cHarm|cState|cVerb|cAct) != 0 && w.class&(cPerson|cThing) == 0 {
		return s.isPlural(j+1) || (s.isNoun(j+1) || s.isAdjective(j+1)) && (s.isPlural(j+2) || s.isPlural(j+3))
	}
	switch s.tag(j) {
	case "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "FW", "VBN", "VBG":
		return w.class&cPrep == 0 || s.tag(j) == "JJ"
	case "POS":
		return false
	case "RB", "RBR", "RBS":
		return s.isAdjective(j + 1)
	case "VBD":
		if strings.HasSuffix(s.lower(j), "ed") && s.theBefore(j) && s.pluralAhead(j+1) >= 0 {
			return true // "the four toppled power lines"
		}
		return (strings.HasSuffix(s.lower(j), "ed") || w.class&cState != 0) && (s.isPlural(j+1) || s.isAdjective(j+1) && s.isPlural(j+2))
	case "VB", "VBP", "VBZ":
		if w.entry == nothing && s.tag(j) != "VBZ" && s.isPlural(j+1) && s.objectBefore(j) {
			return true // "lost two brave Lomians": no list knows it for a verb
		}
		return w.class&(cThing|cPerson) != 0 && s.isPlural(j+1) || w.class&cName != 0
	}
	return w.class&cState != 0
}

// objectBefore reports that the number right before token j follows a verb or a preposition, so that no verb of its own can stand at j.
func (s *scanner) objectBefore(j int) bool {
	k := j - 1
	for k > 0 && s.words[k].class&(cDigit|cNumberWord|cHedge|cNumber) != 0 {
		k--
	}
	return k < j-1 && k >= 0 && (s.words[k].class&(cPrep|cHave|cHarm|cVerb|cAct|cDet) != 0 || strings.HasPrefix(s.tag(k), "VB"))
}

// theBefore reports a determiner or an owner before the number that stands right before token j.
func (s *scanner) theBefore(j int) bool {
	k := j - 1
	for k > 0 && s.words[k].class&(cDigit|cNumberWord) != 0 {
		k--
	}
	return s.at(k).class&(cDet|cPoss) != 0 && s.lower(k) != "that"
}

// behindOnly are states that stand for persons but before no noun: "163 aboard sinks".
var behindOnly = tell.Of("behind-only")

// unitOf writes the head of a noun phrase in the singular, two words where the list has them so: "crew member".
func (s *scanner) unitOf(p nounPhrase) string {
	w := &s.words[p.head]
	head := w.singular
	if s.lower(p.head) == "others" {
		return s.othersAre(p)
	}
	switch {
	case head == "" && (acronyms(s.toks[p.head].Text) || modelPlural(s.toks[p.head].Text)):
		head = strings.TrimSuffix(s.toks[p.head].Text, "s")
	case head == "" && (s.isPlural(p.head) || verbNouns[s.lower(p.head)]):
		head = singularOf(s.casedHead(p.head))
	case head == "":
		head = s.casedHead(p.head)
	}
	if p.head > p.from {
		two := s.toks[p.head-1].Lower + " " + head
		if vocab.compounds[two] {
			return two
		}
	}
	if head == "crew" {
		return "crew member"
	}
	return head
}

// othersAre returns the noun of "30 others": persons, or the things counted before them of which the same is told.
func (s *scanner) othersAre(p nounPhrase) string {
	if p.head < 1 || len(s.qs) == 0 || s.befalls(p.to) {
		return "person"
	}
	q := &s.qs[len(s.qs)-1]
	if q.kind != Number || q.noun.head < 0 || s.at(q.noun.head).class&(cThing|cPerson) != cThing || s.at(p.to).class&(cBe|cVerb|cHave) == 0 {
		return "person"
	}
	for k := p.from - 1; k >= q.to && s.at(k).class&cStop == 0; k-- {
		if s.at(k).class&cHarm != 0 {
			return "person" // "destroyed 12 huts, killing nine, and 30 others are missing"
		}
	}
	return q.unitName
}

// casedHead keeps the capital of nouns that always have one ("Ukrainians") and drops that of headlines.
func (s *scanner) casedHead(j int) string {
	if s.tag(j) == "NNPS" || s.tag(j) == "NNP" {
		return s.toks[j].Text
	}
	return s.toks[j].Lower
}

// partPhrase reads the set behind "of": "of the freed prisoners", "of New Course's 11 deputies", "of them". The phrase begins behind
// determiners, owners and a number.
func (s *scanner) partPhrase(i int) nounPhrase {
	j := i
	for k := i; k < i+6 && k < len(s.toks); k++ {
		if s.tag(k) == "POS" || s.lower(k) == "'s" {
			j = k + 1
		} else if s.words[k].class&(cStop|cPrep|cBe|cHave) != 0 {
			break
		}
	}
	for k := j; k < j+5 && k < len(s.toks) && s.words[k].class&(cStop|cBe|cHave) == 0 && s.lower(k) != "and"; k++ { // "of their last 12 matches"
		if s.words[k].class&(cDigit|cNumberWord) != 0 && s.lower(k) != "one" {
			j = k
			break
		}
	}
	for j < len(s.toks) && j < i+maxPhrase {
		w := &s.words[j]
		if w.class&(cDet|cPoss|cNumber|cName) != 0 && !(w.class&cPlural != 0 && w.class&(cPerson|cThing) != 0) || w.class&(cDigit|cNumberWord) != 0 || s.tag(j) == "POS" || s.lower(j) == "all" || s.lower(j) == "some" || s.lower(j) == "own" && j > i {
			j++
			continue
		}
		break
	}
	if j == i+maxPhrase || j >= len(s.toks) {
		return nounPhrase{from: i, head: -1}
	}
	p := s.nounPhrase(j, 2)
	return p
}

// leavesBehind are words that tell "leaves" behind a number for a verb.
var leavesBehind = tell.Of("leaves-behind")
