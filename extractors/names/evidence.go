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
