package names

import (
	"sort"
	"strings"

	"crosstally/extractors"
)

// evidence is what the sure candidates of a document say of the words of the others.
type evidence struct {
	votes    map[string]*[3]int  // key -> sure mentions by type
	prose    map[string]int      // key -> mentions in prose that are not sentence-initial
	surnames map[string][]string // last word of a person's full name -> keys of full names
	given    map[string][]string // first word
	parts    map[string][]string // a word of a body's or place's name of several words -> its keys
	full     map[string]*candidate
	closing  map[string]bool // the last word of anything of several words
	bodies   map[string]bool // keys of several words that a noun beside them calls a body: "Mar Quorro, an environmental group"
	slogans  map[string]int  // an adjective and a country that open sentences as one who acts -> how often
	outlet   []string        // first and last word of the publisher's name
}

var typeOrder = [3]Type{Person, Org, Place}

func typeIndex(t Type) int {
	for i, x := range typeOrder {
		if x == t {
			return i
		}
	}
	return -1
}

// resolve types what the sieve left open or guessed by the rest of the document, then reads the headlines and headings.
func (s *scanner) resolve() {
	s.aliases()
	s.initialed()
	s.byColumn()
	s.dropThings()
	s.linkLists()
	s.byLabels()
	s.collect()
	s.ownName()
	s.knownAtStart()
	for i := range s.cands {
		s.settle(&s.cands[i])
	}
	s.linkLists()
	done := len(s.cands)
	for _, i := range s.later {
		s.load(i)
		if s.style == shouted {
			s.shoutedLine()
		} else {
			s.run()
		}
	}
	for i := done; i < len(s.cands); i++ {
		s.settle(&s.cands[i])
	}
	sort.SliceStable(s.cands, func(a, b int) bool {
		x, y := &s.cands[a], &s.cands[b]
		return x.sent < y.sent || x.sent == y.sent && x.from < y.from
	})
}

// knownAtStart joins what begins a sentence into a name of several words that the document has elsewhere: the capital of
// its first word said nothing there ("New Course won", "Together for the Coast lost").
func (s *scanner) knownAtStart() {
	s.countSlogans()
	kept := make([]candidate, 0, len(s.cands))
	sent, until := -1, 0
	for _, c := range s.cands {
		if c.sent != sent {
			sent, until = c.sent, 0
			if known, ok := s.nameAtStart(sent); ok && (c.from > 0 || c.to < known.to) {
				until = known.to
				kept = append(kept, known)
			}
		}
		if c.from >= until {
			kept = append(kept, c)
		}
	}
	s.cands = kept
}

// countSlogans counts the sentences that a party's adjective before a country opens, which are all that some articles have of its name.
func (s *scanner) countSlogans() {
	s.index.slogans = map[string]int{}
	for i := range s.doc.Sentences {
		if key := s.sloganAt(i); key != "" {
			s.index.slogans[key]++
		}
	}
}

// sloganAt returns the key of an adjective and a country that open a sentence as one who speaks or acts, "Sovereign Ghana claims",
// "Sovereign Ghana, led by"; "" for none.
func (s *scanner) sloganAt(sent int) string {
	toks := s.doc.Sentences[sent].Tokens
	if len(toks) < 4 || toks[0].Tag != "JJ" && toks[0].Tag != "NNP" || shapeOf(toks[0].Text) != capital || shapeOf(toks[1].Text) != capital {
		return ""
	}
	first, place := s.g.lookup(Fold(toks[0].Lower)), s.g.lookup(Fold(toks[1].Lower))
	if place.node.kind&country == 0 || first.class&common == 0 || first.known() || first.class&(modifier|starter|group|role|title|calendar|topic|given|inPlace|orgHead) != 0 {
		return ""
	}
	next := s.g.lookup(toks[2].Lower).class
	if next&(speech|act) == 0 && !(toks[2].Lower == "," && (toks[3].Lower == "led" || toks[3].Lower == "whose" || toks[3].Lower == "which")) {
		return ""
	}
	return Fold(toks[0].Lower) + " " + Fold(toks[1].Lower)
}

// nameAtStart returns the longest name of two to six words, surely typed elsewhere, at the first token of a sentence.
func (s *scanner) nameAtStart(sent int) (candidate, bool) {
	toks := s.doc.Sentences[sent].Tokens
	if key := s.sloganAt(sent); key != "" && s.index.slogans[key] > 1 {
		return candidate{sent: sent, to: 2, typ: Org, rule: "slogan", sure: good, first: true, key: key}, true
	}
	if len(s.index.parts[Fold(toks[0].Lower)]) == 0 {
		return candidate{}, false
	}
	s.toks = toks
	for n := min(6, len(toks)); n > 1; n-- {
		key := s.key(0, n)
		if t, votes := s.index.best(key); votes > 1 && t != Person {
			return candidate{sent: sent, to: n, typ: t, rule: "elsewhere", sure: good, first: true, key: key}, true
		}
	}
	return candidate{}, false
}

// ownName files the publisher's name and the agency a page credits: outlets name themselves in short, "told the Courier".
func (s *scanner) ownName() {
	outlets := []string{s.doc.Article.Source}
	if from := s.doc.Article.SyndicatedFrom; from != nil {
		outlets = append(outlets, from.Name)
	}
	for _, name := range outlets {
		var key []string
		for _, t := range extractors.Words(name) {
			if t.Lower != "the" || len(key) > 0 {
				key = append(key, Fold(t.Lower))
			}
		}
		if n := len(key); n > 1 && s.g.lookup(key[n-1]).class&legalForm != 0 {
			key = key[:n-1] // "Harker N.V."
		}
		if len(key) == 0 || len(key) > 5 {
			continue
		}
		k := strings.Join(key, " ")
		s.index.votes[k] = &[3]int{0, 3, 0}
		s.index.full[k] = &candidate{typ: Org}
		if len(key) > 1 {
			s.index.outlet = append(s.index.outlet, key[0], key[len(key)-1])
		}
	}
}

func (s *scanner) collect() {
	e := &evidence{votes: map[string]*[3]int{}, prose: map[string]int{}, surnames: map[string][]string{}, given: map[string][]string{}, parts: map[string][]string{}, full: map[string]*candidate{}, closing: map[string]bool{}, bodies: map[string]bool{}}
	s.index = e
	for i := range s.cands {
		c := &s.cands[i]
		if !c.styled && (!c.first || c.to > c.from+1) {
			e.prose[c.key]++
		}
		if c.typ == "" || c.sure == open || c.rule == "listed-place" && c.sure == guess {
			continue
		}
		if s.spoke(c) {
			continue // a firm speaks too
		}
		if cl := s.g.lookup(c.key).class; c.typ == Person && cl&(common|modifier|topic|role) != 0 && cl&(given|surname) == 0 {
			continue // "Opposition said"
		}
		e.vote(c)
	}
	for i := range s.cands {
		c := &s.cands[i]
		if c.to > c.from+1 {
			_, last := ends(c.key)
			e.closing[last] = true
			if c.typ == Org && (c.rule == "apposition" || c.rule == "place-noun-before" || c.rule == "acronym-defined" || c.rule == "defined") {
				e.bodies[c.key] = true
			}
		}
		if c.typ == Person && c.rule == "two-words" && c.to == c.from+2 && !c.styled && !c.first {
			_, last := ends(c.key)
			e.surnames[last] = append(e.surnames[last], c.key)
		}
		if c.typ == "" || c.sure < good || s.spoke(c) {
			continue
		}
		e.words(c.key, c.typ)
	}
	s.seeFirms()
	s.hearSpeakers()
}

// seeFirms lets single words that no list has vote for a body where the text gives them what only a body has: a chief executive, staff, a
// clause with "which", something of "its".
func (s *scanner) seeFirms() {
	e := s.index
	for i := range s.cands {
		c := &s.cands[i]
		if c.to > c.from+1 || c.styled || c.typ == Place || c.sure >= good && !s.spoke(c) || len(e.surnames[c.key])+len(e.given[c.key]) > 0 {
			continue
		}
		if t, _ := e.best(c.key); t == Place {
			continue
		}
		if w := s.g.lookup(c.key); w.class != 0 && w.class != surname || w.known() || !s.firmLike(c) {
			continue
		}
		e.vote(&candidate{key: c.key, typ: Org, sure: good})
	}
}

// firmLike reports what stands behind a name of a body and not of a person: "Tolvex’s chief executive", "Tolvex, which", "Tolvex cut its".
func (s *scanner) firmLike(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	word := func(k int) string {
		if k < len(toks) {
			return toks[k].Lower
		}
		return ""
	}
	k := c.to
	switch word(k) {
	case "'s":
		return word(k+1) == "chief" && word(k+2) == "executive" || s.g.lookup(word(k+1)).class&employed != 0 || s.g.lookup(word(k+2)).class&employed != 0 && toks[k+1].Text == word(k+1)
	case ",":
		return word(k+1) == "which" && (c.from == 0 || s.g.lookup(toks[c.from-1].Lower).class&(inPlace|link) == 0)
	}
	for n := 0; n < 3 && k < len(toks); n, k = n+1, k+1 {
		if toks[k].Lower == "its" {
			return n > 0
		}
		if t := toks[k].Tag; t[0] != 'V' && t != "IN" && t != "RB" && t != "MD" && t != "TO" {
			return false
		}
	}
	return false
}

// hearSpeakers lets single words that speak vote for a person, where nothing surer calls them a body.
func (s *scanner) hearSpeakers() {
	e := s.index
	var heard []*candidate
	for i := range s.cands {
		if c := &s.cands[i]; s.spoke(c) && c.sure != open && !s.firmShort(c) {
			if t, n := e.best(c.key); t != Org || n < 2 {
				heard = append(heard, c)
			}
		}
	}
	for _, c := range heard {
		e.vote(c)
	}
}

// spoke reports a single word of no list that is taken for a person because it speaks or acts: weak evidence, for firms do too.
func (s *scanner) spoke(c *candidate) bool {
	return c.typ == Person && c.to == c.from+1 && (c.rule == "speech" || c.rule == "person-verb") && s.g.lookup(c.key).class&(given|surname) == 0
}

func (e *evidence) vote(c *candidate) {
	v := e.votes[c.key]
	if v == nil {
		v = new([3]int)
		e.votes[c.key] = v
	}
	v[typeIndex(c.typ)] += int(c.sure)
}

// words files a name of several words under those that may stand for it alone.
func (e *evidence) words(key string, t Type) {
	if e.full[key] != nil {
		return
	}
	e.full[key] = &candidate{typ: t}
	w := strings.Split(key, " ")
	if len(w) < 2 {
		return
	}
	if t == Person {
		e.surnames[w[len(w)-1]] = append(e.surnames[w[len(w)-1]], key)
		e.given[w[0]] = append(e.given[w[0]], key)
		if m := w[len(w)-2]; len(w) > 2 && len(m) > 3 {
			e.surnames[m] = append(e.surnames[m], key) // "Adela Montiel Rasgado": Montiel
		}
		return
	}
	e.parts[w[0]] = append(e.parts[w[0]], key)
	if head, _, in := strings.Cut(key, " in "); in {
		_, last := ends(head)
		e.parts[last] = append(e.parts[last], key) // "UN Integrated Office in Chad": the Office
	}
	if last := w[len(w)-1]; !strings.Contains(key, " of ") || sharedGazetteer().lookup(last).class&common != 0 {
		e.parts[last] = append(e.parts[last], key)
	}
}

// best returns the type most sure mentions of key have, "" when there is none.
func (e *evidence) best(key string) (t Type, n int) {
	v := e.votes[key]
	if v == nil {
		return "", 0
	}
	for i, x := range v {
		if x > n {
			t, n = typeOrder[i], x
		}
	}
	return t, n
}

// settle types or drops a candidate that the sieve was not sure of.
func (s *scanner) settle(c *candidate) {
	e := s.index
	single := c.to == c.from+1
	if single && !c.first && c.sure < certain && contains(e.outlet, c.key) && s.outletHere(c) {
		c.typ, c.rule, c.sure = Org, "own-name", good
	}
	if single && s.hospitalShort(c) {
		c.to++
		c.typ, c.rule, c.sure = Org, "short-form", good
		c.key += " " + s.doc.Sentences[c.sent].Tokens[c.to-1].Lower
		return
	}
	if !single && c.typ == Person && s.weakPerson(c) && (e.bodies[c.key] || c.rule == "particle" && s.opensBody(c.key)) {
		c.typ, c.rule, c.sure = Org, "elsewhere", good
		return
	}
	if single && s.localShort(c) {
		c.typ, c.rule, c.sure = Org, "short-form", good
		return
	}
	if single && s.firmShort(c) {
		c.typ, c.rule, c.sure = Org, "short-form", good
		return
	}
	if s.spoke(c) {
		s.settleSpeaker(c)
		return
	}
	if c.sure >= good {
		return
	}
	if single && c.the && c.typ == "" && !c.styled && s.headOfKnown(c) {
		c.typ, c.rule, c.sure = Org, "short-form", good
		return
	}
	if single && c.first && c.typ == "" && !c.styled && s.speaksForBody(c) {
		c.typ, c.rule, c.sure = Org, "short-form", good
		return
	}
	if c.rule == "org-head" && single { // a bare head: "Council", "Ministry"
		return
	}
	if t, n := e.best(c.key); single && t == Org && n < int(good) && len(e.surnames[c.key]) > 0 {
		c.typ, c.rule, c.sure = Person, "short-name", good // "according to Quillem" is no more than a hint
		return
	}
	if t, n := e.best(c.key); n > 1 || n > 0 && c.sure == open && s.g.lookup(c.key).class&common == 0 {
		c.typ, c.rule, c.sure = t, "elsewhere", good
		return
	}
	if single {
		if len(e.surnames[c.key]) > 0 || len(e.given[c.key]) > 0 && c.typ != Place {
			c.typ, c.rule, c.sure = Person, "short-name", good
			return
		}
	}
	if c.rule == "listed-place" && c.typ == Place {
		return
	}
	if cl := s.g.lookup(c.key).class; single && cl&generic == 0 && c.rule != "in-place" && c.rule != "role-word" && (cl&(common|orgHead|placeHead|topic|role|group|calendar|eventHead|modifier) == 0 || (c.the || e.prose[c.key] > 1) && !c.first && cl&(topic|role|group|calendar|eventHead|modifier) == 0) {
		if keys := e.parts[c.key]; len(keys) > 0 {
			c.typ, c.rule, c.sure = e.full[keys[0]].typ, "short-form", good
			if strings.HasPrefix(keys[0], c.key+" ") && s.localBody(keys[0]) && (!c.the || s.smallNoun(c)) {
				c.typ = Place
			}
			return
		}
	}
	if !single {
		first, _ := ends(c.key)
		for _, key := range e.parts[first] {
			if strings.HasPrefix(key, c.key+" ") {
				c.typ, c.rule, c.sure = e.full[key].typ, "short-form", good
				return
			}
		}
	}
	if c.sure == guess && c.typ != "" {
		return
	}
	cl := s.g.lookup(strings.Split(c.key, " ")[0]).class
	switch {
	case c.typ == "" && !single && !c.styled && e.prose[c.key] > 1 && !c.the:
		c.typ, c.rule, c.sure = Org, "repeated", guess // ordinary words, always in capitals: "New Course"
	case c.rule == "surname-form" && cl == 0:
	case c.first && single && (e.prose[c.key] == 0 || cl&(starter|common) != 0) && cl&(given|surname) == 0:
		c.typ = ""
	case c.rule == "role-word", c.typ == Person && single && cl&common != 0 && cl&(given|surname) == 0:
		c.typ = ""
	case c.styled && cl&(given|surname) == 0:
		c.typ = ""
	case c.typ == "" && single && cl&(common|role|title|eventHead|numbered|topic|starter) != 0 && cl&(given|surname) == 0:
	case c.typ == "" && single && cl&(given|surname) == 0 && !c.first && e.prose[c.key] > 2:
		c.typ, c.rule = Person, "unknown"
	}
}

// speaksForBody reports the first word, an ordinary one at the head of a sentence, of a body's name of two words where a verb of saying or
// counting follows: "the Thermometer Institute asked 900 people. Thermometer put turnout at 38 percent".
func (s *scanner) speaksForBody(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	if c.to >= len(toks) || s.g.lookup(c.key).class&(topic|role|group|starter|orgHead) != 0 {
		return false
	}
	next := toks[c.to].Lower
	if s.g.lookup(next).class&speech == 0 && !counting[next] {
		return false
	}
	for _, key := range s.index.parts[c.key] {
		if first, last := ends(key); key == first+" "+last && first == c.key && s.index.full[key].typ == Org && s.g.lookup(last).class&orgHead != 0 {
			return true
		}
	}
	return false
}

// counting are verbs of those who count and forecast.
var counting = map[string]bool{"put": true, "puts": true, "counted": true, "counts": true, "expects": true, "expected": true, "polled": true, "surveyed": true, "gave": true, "gives": true, "found": true, "finds": true}

// smallNoun reports a noun in small letters right behind c: "the Vortova base".
func (s *scanner) smallNoun(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	return c.to < len(toks) && toks[c.to].Tag == "NN" && shapeOf(toks[c.to].Text) == small
}

// headOfKnown reports the head of a body's full name that stands for it: "the National Assembly … the Assembly".
func (s *scanner) headOfKnown(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	if w := s.g.lookup(c.key).class; w&orgHead == 0 || w&generic != 0 && c.key != "ministry" && c.key != "council" || toks[c.from].Text == toks[c.from].Lower || shapeOf(toks[c.from].Text) != capital {
		return false
	}
	for _, key := range s.index.parts[c.key] {
		if (strings.HasSuffix(key, " "+c.key) || strings.Contains(key, " "+c.key+" in ")) && s.index.full[key].typ == Org {
			return true
		}
	}
	return false
}

// firmShort reports the first word of a body's name that stands for it, where no person of the document bears it: "Harker Foods closed a
// plant. Harker said so."
func (s *scanner) firmShort(c *candidate) bool {
	e := s.index
	if c.typ == Place && !(c.rule == "in-place" && s.doc.Sentences[c.sent].Tokens[c.from-1].Lower == "at") || c.sure == certain || len(e.surnames[c.key]) > 0 || len(e.given[c.key]) > 0 || c.first && c.typ == "" {
		return false
	}
	if cl := s.g.lookup(c.key); cl.class&(common|orgHead|placeHead|topic|role|group|calendar|modifier) != 0 || cl.known() {
		return false
	}
	for _, key := range e.parts[c.key] {
		if strings.HasPrefix(key, c.key+" ") && e.full[key].typ == Org && !strings.Contains(key, " of ") && !s.localBody(key) && !(c.typ == Place && s.calledForPlace(key)) {
			return true
		}
	}
	return false
}

// weakPerson reports a name of several words that only what it does, or its length, makes a person's.
func (s *scanner) weakPerson(c *candidate) bool {
	switch c.rule {
	case "speech", "person-verb", "two-words", "surname-form", "particle", "given-name":
		return c.role == ""
	}
	return false
}

// opensBody reports the first words of a body's name: "Van Quorren" of "Van Quorren Salvage".
func (s *scanner) opensBody(key string) bool {
	first, _ := ends(key)
	for _, k := range s.index.parts[first] {
		if strings.HasPrefix(k, key+" ") && s.index.full[k].typ == Org {
			return true
		}
	}
	return false
}

// localShort reports what a hospital or school with a foreign head is called in short: "Hôpital Sainte-Quorra is full. At Sainte-Quorra, nine lie
// on the floor."
func (s *scanner) localShort(c *candidate) bool {
	for _, key := range s.index.parts[c.key] {
		first, last := ends(key)
		if last == c.key && key == first+" "+last && s.g.lookup(first).class&foreignHead != 0 && s.index.full[key].typ == Org {
			return c.rule != "listed-place"
		}
	}
	return false
}

// hospitalShort reports the first word of a hospital's name before the adjective that stands for the rest of it: "Vortova General Hospital
// is full. At Vortova General, nine lie on the floor."
func (s *scanner) hospitalShort(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	if c.to >= len(toks) || shapeOf(toks[c.to].Text) != capital || c.to+1 < len(toks) && shapeOf(toks[c.to+1].Text) == capital {
		return false
	}
	full := s.index.full[c.key+" "+toks[c.to].Lower+" hospital"]
	return full != nil && full.typ == Org
}

// localBody reports a body of a kind that bears its town's name, which the town's name alone does not mean: "Vortova Regional Hospital".
func (s *scanner) localBody(key string) bool {
	_, last := ends(key)
	return s.g.lookup(last).class&local != 0
}

// calledForPlace reports a body's name that an ordinary noun closes and no head of a body: a mine or a clinic bears its place's name so
// ("Vortova Copper"), and "at Vortova" stays the place.
func (s *scanner) calledForPlace(key string) bool {
	_, last := ends(key)
	w := s.g.lookup(last).class
	return w&(common|topic) != 0 && w&orgHead == 0
}

// settleSpeaker types a single word that speaks by what the document says of it elsewhere: a person's short name, else a body that it is
// surely called; a person where it says nothing.
func (s *scanner) settleSpeaker(c *candidate) {
	e := s.index
	if len(e.surnames[c.key]) > 0 || len(e.given[c.key]) > 0 {
		c.rule, c.sure = "short-name", good
		return
	}
	t, n := e.best(c.key)
	if n > 1 && t == Org {
		c.typ, c.rule, c.sure = t, "elsewhere", good
		return
	}
	if n > int(good) && t == Person {
		return
	}
	if s.g.lookup(c.key).class == 0 && len(s.doc.Sentences) >= introduced && !e.closing[c.key] && !s.quotes(c) {
		c.typ, c.rule = Org, "speaker"
	}
}

// quotes reports words in quotation marks, or their comma, right before or behind a speaker and the verb: "“…,” Quorra said", "“…,” said Quorra".
// Bodies are mostly told of in indirect speech.
func (s *scanner) quotes(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	for k := max(0, c.from-3); k < min(len(toks), c.to+4); k++ {
		switch toks[k].Text {
		case "”", "\"", "''", "“", "``", "’", "'", "`":
			return true
		}
	}
	return false
}

// introduced is how many sentences a text has that introduces persons by their full names before they speak by one.
const introduced = 16

// outletHere reports the words around an outlet's short name: "the Courier", "told Meridian", "verified by Meridian".
func (s *scanner) outletHere(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	if c.the {
		return true
	}
	if c.from == 0 {
		return false
	}
	switch toks[c.from-1].Lower {
	case "told", "by", "with", "to", "(":
		return true
	}
	return false
}
