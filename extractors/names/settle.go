package names

import "strings"

// Which type a candidate has, where the words beside it or a longer name of the text say.

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
	if single && (c.rule == "listed-place" || c.rule == "listed-body") && s.namedAfter(c) {
		c.typ, c.rule, c.sure = Person, "short-name", good
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
			if strings.HasPrefix(keys[0], c.key+" ") && s.localBody(keys[0]) && (!c.the || s.smallNoun(c)) && !s.speaksForBody(c) {
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
	if s.g.lookup(next).class&speech == 0 && s.g.lookup(next).cue&(counts|finds) == 0 {
		return false
	}
	for _, key := range s.index.parts[c.key] {
		if first, last := ends(key); key == first+" "+last && first == c.key && s.index.full[key].typ == Org && s.g.lookup(last).class&orgHead != 0 {
			return true
		}
	}
	return false
}

// namedAfter reports a town's or firm's name that the document has as a family name, and that speaks or acts here: "André Ventura … Ventura thanked voters".
func (s *scanner) namedAfter(c *candidate) bool {
	toks := s.doc.Sentences[c.sent].Tokens
	named := false
	for _, key := range s.index.surnames[c.key] {
		named = named || s.index.full[key] != nil // surely a person's
	}
	if !named || c.styled || s.g.lookup(c.key).node.kind&(country|region) != 0 || c.to >= len(toks) || toks[c.to].Text != toks[c.to].Lower {
		return false
	}
	if c.from > 0 && s.g.lookup(toks[c.from-1].Lower).class&inPlace != 0 {
		return false
	}
	t := toks[c.to].Tag
	return (t == "VBD" || t == "VBZ") && !isBe(toks[c.to].Lower)
}

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
	if s.g.lookup(c.key).class == 0 && !s.g.surnameForm(c.key) && len(s.doc.Sentences) >= introduced && !e.closing[c.key] && !s.quotes(c) {
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

// introduced is how many sentences a text has that introduces persons by their full names before they speak by one. Shorter ones are often cut from
// longer, or call musicians and officials by one name: of seven values between 1 and 1000, those up to 8 made bodies of such persons in public
// newswire (nine of the twelve names they changed), those from 24 on lost firms in the long stories, and 12 to 20 lost neither.
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
