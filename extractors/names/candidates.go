package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors"
)

// A shape is how a token is written.
type shape uint8

const (
	small   shape = iota // "road", "al-jazeera"
	capital              // "Road", "McDonald", "Al-Hadi"
	upper                // "UN", "U.S.", "VILNIUS"
	initial              // "J", "J."
	mixed                // "al-Hadi", "iPhone", "eBay": a capital behind small letters
	coded                // "A104", "76ers", "Su-35": letters and digits
	numeral              // "30"
	mark                 // punctuation
)

// A style is how a line uses capitals.
type style uint8

const (
	prose   style = iota
	titled        // Every Main Word Capitalised
	shouted       // ALL CAPITALS
)

// A candidate is a run of tokens that may be a name.
type candidate struct {
	sent, from, to int
	typ            Type
	rule           string
	sure           sureness
	first          bool // its capital may be owed to its place in the sentence
	styled         bool // it stands in a line that capitalises everything
	the            bool // "the" stands before it
	key            string
	name, role     string
}

// Sureness is how far a candidate's type can be relied on.
type sureness uint8

const (
	open    sureness = iota // no evidence
	guess                   // weak evidence, which the rest of the document overrules
	good                    // evidence that types the same words elsewhere
	certain                 // a definition, a title, a full name of the lists
)

// A lock is a span settled before the words around it are read: an acronym's full form, a dateline.
type lock struct {
	from, to int
	typ      Type // "" for what is no name
	rule     string
}

// A scanner reads one document, sentence by sentence.
type scanner struct {
	doc   *extractors.Document
	g     *gazetteer
	cands []candidate
	later []int             // sentences in titles' or headings' style, read when the prose is known
	alias map[string]string // key of an acronym -> full name
	index *evidence

	// The sentence being read.
	sent   int
	toks   []extractors.Token
	words  []*word
	shapes []shape
	style  style
	locks  []lock
	role   span // the role phrase just read, which a name may follow
}

type span struct{ from, to int }

func newScanner(d *extractors.Document, g *gazetteer) *scanner {
	return &scanner{doc: d, g: g, alias: map[string]string{}}
}

// sentence reads sentence i, or puts it off when its capitals say nothing.
func (s *scanner) sentence(i int) {
	s.load(i)
	if s.style != prose {
		s.later = append(s.later, i)
		return
	}
	s.run()
}

func (s *scanner) load(i int) {
	s.sent, s.toks = i, s.doc.Sentences[i].Tokens
	s.words, s.shapes = s.words[:0], s.shapes[:0]
	for k := range s.toks {
		s.words = append(s.words, s.g.lookup(s.toks[k].Lower))
		s.shapes = append(s.shapes, s.shape(k))
	}
	s.style = s.styleOf()
	s.role = span{-1, -1}
}

// run walks the sentence from left to right; each step settles at least one token.
func (s *scanner) run() {
	s.locks = s.locks[:0]
	s.definitions()
	s.dateline()
	s.quotedTitles()
	for i := 0; i < len(s.toks); {
		if l := s.lockAt(i); l != nil {
			if l.typ != "" {
				s.emit(i, l.to, l.typ, l.rule, certain)
			}
			i = l.to
			continue
		}
		if !s.opens(i) {
			i++
			continue
		}
		next := s.step(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

// step reads what begins at the capitalised token i and returns where the next step begins.
func (s *scanner) step(i int) int {
	c := s.words[i].class
	listed, kinds := s.phrase(i, places|orgs|noName|famous)
	if end := s.sloganFor(i); end > i && end > listed {
		s.emit(i, end, Org, "slogan", good)
		return end
	}
	if end := s.saints(i); end > listed {
		s.emit(i, end, Org, "saint's", good)
		return end
	}
	if c&starter != 0 && s.shapes[i] != upper && listed < i+2 && !(s.shapes[i] == initial && s.toks[i].Text != "I" && s.toks[i].Text != "A") {
		if !s.givenRun(i) {
			return i + 1
		}
	}
	event := s.event(i)
	place := s.place(i)
	org := s.org(i)
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
		return i + 1
	}
	end := s.chunk(i)
	if w := s.lower(end); w == "," && s.class(end+1)&orgSuffix != 0 && s.nameToken(end+1) && s.strictSuffix(end+1) {
		s.emit(i, end+2, Org, "org-head", certain) // "Harker Foods, Inc."
		return end + 2
	}
	if l, k := s.phrase(end, country); k != 0 && end == i+1 && s.slogan(i) {
		s.emit(i, l, Org, "slogan", good)
		return l
	}
	if s.startsSentence(i) && end > i+1 && c&common != 0 && c&(given|surname|topic) == 0 && s.words[i+1].class&common == 0 && s.shapes[i+1] != small {
		return i + 1 // "Original Hinkley engines": the first word is capitalised by position only
	}
	s.emit(i, end, "", "", open)
	return end
}

// saints returns the end of a church's, school's or hospital's name after a saint: "St. Luke's", "St. Luke's Magic Valley".
func (s *scanner) saints(i int) int {
	if w := s.lower(i); w != "st." && w != "st" && w != "saint" || !s.is(i+1, capital) || s.lower(i+2) != "'s" {
		return i
	}
	k := i + 3
	for s.is(k, capital) && s.words[k].class&(starter|calendar|role|title) == 0 {
		k++
	}
	return k
}

// sloganFor returns the end of a party's or campaign's name that is a phrase, inside a sentence: "Together for the Coast".
func (s *scanner) sloganFor(i int) int {
	if s.startsSentence(i) && !rallying[s.lower(i)] || s.startsSentence(i) && s.lower(i+1) != "for" {
		return i
	}
	if s.style != prose || s.shapes[i] != capital || s.words[i].class&(starter|common) == 0 || s.words[i].class&(orgOf|orgHead|placeHead|role|title|eventHead|calendar|given|modifier) != 0 {
		return i
	}
	if w := s.lower(i + 1); w != "for" && w != "with" {
		return i
	}
	k := i + 2
	if w := s.lower(k); w == "the" || w == "our" || w == "a" {
		k++
	}
	from := k
	for s.is(k, capital, upper) && s.words[k].class&(starter|calendar|role|title|given) == 0 {
		k++
	}
	if k == from {
		return i
	}
	return k
}

// rallying lists words that begin a party's name even where they begin a sentence.
var rallying = map[string]bool{"together": true, "forward": true, "ahead": true, "united": true, "citizens": true, "yes": true, "people": true}

// slogan reports a party's or movement's adjective before a country, inside a sentence: "United Russia", "Free Chad".
func (s *scanner) slogan(i int) bool {
	c := s.words[i].class
	if c&topic != 0 && s.shapes[i] == capital && s.style == prose && c&(inPlace|group) == 0 {
		return true // "Environment Canada", "Sport England"
	}
	if s.shapes[i] != capital || s.style != prose || c&(given|inPlace|calendar|modifier|title|starter) != 0 {
		return false
	}
	if c&^orgHead == 0 && !strings.HasSuffix(s.lower(i), "ist") && !strings.HasSuffix(s.lower(i), "ian") && !ordinaryEnding(s.lower(i)) {
		return true // "Transparencia Venezuela"
	}
	return c&common != 0 && !s.startsSentence(i)
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
		for k < len(s.toks) && (s.nameToken(k) || s.shapes[k] == numeral || s.shapes[k] == small && s.words[k].class&(particle|link) != 0 && s.nameToken(k+1)) && s.words[k].class&title == 0 {
			k++
		}
		return k
	case c&numbered != 0 && s.is(i+1, numeral, coded, initial) && s.words[i].class&placeFirst == 0:
		return i + 2
	case c&common != 0 && s.is(i+1, numeral) && c&(placeFirst|orgHead|given) == 0 && s.shapes[i] == capital: // "Dash 8"
		return i + 2
	case s.shapes[i] == coded && !s.words[i].known():
		return s.coded(i)
	}
	return i
}

func (w *word) known() bool { return w.node.kind&(places|orgs) != 0 }

// coded reads a token of letters and digits: a road after "the" ("the A104"), else a product or a vote, which is no name.
func (s *scanner) coded(i int) int {
	t := s.toks[i].Text
	if (t[0] == 'A' || t[0] == 'B' || t[0] == 'M' || t[0] == 'N' || t[0] == 'E') && len(t) <= 5 && allDigits(t[1:]) && s.lower(i-1) == "the" && s.style == prose {
		s.emit(i, i+1, Place, "numbered-road", good)
	}
	return i + 1
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// givenRun reports a month, starter or common word that begins a person's name: "April Jones", "Will Smith".
func (s *scanner) givenRun(i int) bool {
	if s.words[i].class&given == 0 || !s.is(i+1, capital, initial) {
		return false
	}
	c := s.words[i+1].class
	if c&(starter|calendar|group|role|title) != 0 && c&surname == 0 {
		return false
	}
	return c&surname != 0 || s.shapes[i+1] == initial || c&(common|placeHead|orgHead|eventHead) == 0 && !s.words[i+1].known()
}

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
	if single && s.style == titled && s.words[i].class&common != 0 {
		return i
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
		s.emit(i, end, Org, "listed-body", s.listedSureness(i, end, k))
	case k&places != 0 && k&orgs == 0:
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
		if k&(country|region|city) == 0 || s.lower(i-1) == "the" {
			t = Org
		}
		s.emit(i, end, t, "listed-either", guess)
	default:
		s.emit(i, end, Person, "listed-person", good)
	}
	return end
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
	switch s.lower(i - 1) {
	case "on", "via", "through", "over", "from", "his", "her", "their", "its", "a", "my", "our":
		return true
	}
	switch s.lower(end) {
	case "post", "posts", "page", "pages", "account", "accounts", "group", "groups", "channel", "channels", "message", "messages", "feed", "video", "videos", "live", "profile", "thread", "chat", "chats", "user", "users", "followers", "handle", "hashtag":
		return true
	}
	return false
}

// grows emits a longer name that begins with the listed place or body [i,end): "Gulf & Nile", "London Heathrow",
// "Java Jazz". It returns its end, i when there is none.
func (s *scanner) grows(i, end int, k kind) int {
	if s.lower(end) == "&" && s.is(end+1, capital, upper) && s.words[end+1].class&(given|starter|calendar) == 0 {
		e := s.chunk(end + 1)
		s.emit(i, e, Org, "ampersand", good)
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
	if e, next := s.phrase(end, country); next != 0 && k&(body|places) == body && k&team == 0 && end > i+1 && !s.nameToken(e) {
		s.emit(i, e, Org, "listed-body", certain) // "Amnesty International Nigeria"
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
	s.emit(i, e, Org, "place-and-more", guess)
	return e
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
	case c&common != 0 && s.startsSentence(i) && k&orgs != 0 && s.verb(end):
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

// verb reports a verb in small letters at k, by its tag.
func (s *scanner) verb(k int) bool {
	if !s.is(k, small) {
		return false
	}
	t := s.toks[k].Tag
	return t == "MD" || t == "VBD" || t == "VBZ" || t == "VBP"
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
	if from >= to {
		return
	}
	c := candidate{sent: s.sent, from: from, to: to, typ: t, rule: rule, sure: sure, styled: s.style != prose,
		first: s.startsSentence(from), the: s.lower(from-1) == "the" || from > 1 && opensQuote(s.toks[from-1].Text) && s.lower(from-2) == "the", key: s.key(from, to)}
	if r := s.roleBefore(from); r.to > r.from && (t == "" && !s.commonRun(from, to) || t == Person || s.personLike(from, to)) {
		c.role = s.text(r)
		if t != Person || sure < certain {
			c.typ, c.rule, c.sure = Person, "role-before", certain
		}
	}
	s.role = span{-1, -1}
	if c.typ == "" {
		s.sieve(&c)
	}
	if c.typ == Person && c.role == "" {
		if r := s.roleBeside(from, to); r.to > 0 {
			c.role = s.text(r)
		}
	}
	s.cands = append(s.cands, c)
}

// personLike reports whether a listed name can also be a person's: "President Lincoln", "Mr. Jordan".
func (s *scanner) personLike(from, to int) bool {
	return to == from+1 && s.words[from].class&(given|surname) != 0
}

// commonRun reports ordinary words in capitals, which a role before them does not make a person: "Student Affairs".
func (s *scanner) commonRun(from, to int) bool {
	for k := from; k < to; k++ {
		if c := s.words[k].class; c&(common|topic|eventHead|modifier|starter) == 0 || c&(given|surname) != 0 || s.shapes[k] == upper {
			return false
		}
	}
	return true
}

// key is the candidate's words folded and joined by spaces.
func (s *scanner) key(from, to int) string {
	if to == from+1 {
		return Fold(s.toks[from].Lower)
	}
	b := make([]byte, 0, 40)
	for k := from; k < to; k++ {
		if k > from {
			b = append(b, ' ')
		}
		b = append(b, Fold(s.toks[k].Lower)...)
	}
	return string(b)
}

func (s *scanner) text(r span) string {
	f := s.doc.Field(s.doc.Sentences[s.sent].Field)
	return f[s.toks[r.from].Start:s.toks[r.to-1].End]
}

// lower returns the folded token i, "" outside the sentence.
func (s *scanner) lower(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Lower
}

func (s *scanner) class(i int) class {
	if i < 0 || i >= len(s.toks) {
		return 0
	}
	return s.words[i].class
}

// is reports whether token i has one of the shapes.
func (s *scanner) is(i int, shapes ...shape) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	for _, x := range shapes {
		if s.shapes[i] == x {
			return true
		}
	}
	return false
}

// nameToken reports whether token i is written as part of a name.
func (s *scanner) nameToken(i int) bool { return s.is(i, capital, upper, initial, mixed) }

// opens reports whether a name can begin at i: a capitalised token, or a particle before one ("al Assad", "van der Berg").
func (s *scanner) opens(i int) bool {
	if s.nameToken(i) || s.shapes[i] == coded {
		return true
	}
	return s.shapes[i] == small && s.words[i].class&particle != 0 && s.particleRun(i) > i
}

// particleRun returns the first capitalised token after the particles that begin at i, or i when they begin no name.
func (s *scanner) particleRun(i int) int {
	k := i
	for k < len(s.toks) && k < i+3 && s.shapes[k] == small && s.words[k].class&particle != 0 && s.words[k].class&starter == 0 {
		k++
		if s.lower(k) == "-" && s.is(k+1, capital) {
			k++
		}
	}
	switch s.lower(i) {
	case "van", "von", "der", "de", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "el", "al-", "el-", "ul", "bint", "ter", "ten":
		if k > i && s.is(k, capital, upper) {
			return k
		}
	}
	return i
}

// startsSentence reports whether a capital at i may be owed to a sentence, quotation or list item that begins there.
func (s *scanner) startsSentence(i int) bool {
	if i <= 0 {
		return true
	}
	if i > 1 && opensQuote(s.toks[i-1].Text) && s.shapes[i-2] == small && s.toks[i-2].Lower == "the" {
		return false // the “Quad”
	}
	switch s.toks[i-1].Text {
	case "“", "\"", "‘", "'", "•", "*", "``", ":", "(", "[", "—", "–", "|", "`", ".", "?", "!", "…", "...", "_", "/", ";":
		return true
	case "-":
		return i == 1 || s.toks[i-1].Start > s.toks[i-2].End
	}
	return s.shapes[i-1] == numeral && i == 1
}

func (s *scanner) lockAt(i int) *lock {
	for k := range s.locks {
		if s.locks[k].from == i {
			return &s.locks[k]
		}
	}
	return nil
}

// shape is shapeOf token k, small for a compound whose last part is an ordinary word: "EU-financed", "Forty-seven", "R-Ohio".
func (s *scanner) shape(k int) shape {
	t := &s.toks[k]
	sh := shapeOf(t.Text)
	if sh == small || sh == mark || sh == numeral {
		return sh
	}
	if r, _ := utf8.DecodeRuneInString(t.Text); r > unicode.MaxLatin1 && !unicode.Is(unicode.Latin, r) {
		return small // a name in its own script is a gloss of one given in Latin letters
	}
	i := strings.LastIndexByte(t.Lower, '-')
	if i <= 0 || i == len(t.Lower)-1 || s.words[k].node.kind != 0 || s.words[k].class&given != 0 || len(t.Lower) != len(t.Text) {
		return sh
	}
	last, c := t.Lower[i+1:], s.g.lookup(t.Lower[i+1:]).class
	switch {
	case t.Text[i+1] >= 'a' && t.Text[i+1] <= 'z' && (c&(common|starter|role|group) != 0 && c&given == 0 || ordinaryEnding(last)):
		return small
	case i == 1 && (t.Lower[0] == 'r' || t.Lower[0] == 'd' || t.Lower[0] == 'i') && s.lower(k-1) == "(":
		return small
	case c&group != 0 && s.g.lookup(t.Lower[:i]).class&(group|common) != 0:
		return small
	}
	return sh
}

// ordinaryEnding reports endings of adjectives, participles and abstract nouns, which family names and places hardly have.
func ordinaryEnding(w string) bool {
	if len(w) < 5 {
		return false
	}
	for _, e := range [...]string{"ed", "ing", "tion", "sion", "ment", "ness", "able", "ible", "ous", "ful", "less", "ical", "ally", "ship", "ology", "onomy", "ism", "like", "wide"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return false
}

func shapeOf(t string) shape {
	r, n := utf8.DecodeRuneInString(t)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return mark
	}
	letters, capitals, digits, first := 0, 0, 0, unicode.IsUpper(r)
	for _, r := range t {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			letters, capitals = letters+1, capitals+1
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	switch {
	case digits > 0 && letters == 0:
		return numeral
	case digits > 0:
		if capitals == 0 {
			return numeral
		}
		return coded
	case letters == 1 && first && (len(t) == n || t[n:] == "."):
		return initial
	case capitals == letters && capitals > 0:
		return upper
	case first:
		return capital
	case capitals > 0:
		return mixed
	}
	return small
}

// styleOf judges the line's capitals by its words of four letters or more.
func (s *scanner) styleOf() style {
	long, capitals, uppers, words := 0, 0, 0, 0
	for k := range s.toks {
		switch s.shapes[k] {
		case small, capital, upper, mixed:
			words++
		default:
			continue
		}
		if s.shapes[k] == upper {
			uppers++
		}
		if len(s.toks[k].Text) >= 4 {
			long++
			if s.shapes[k] != small {
				capitals++
			}
		}
	}
	sent := &s.doc.Sentences[s.sent]
	switch {
	case words >= 2 && uppers*10 >= words*7:
		return shouted
	case long >= 4 && capitals*10 >= long*8 && (sent.Field == extractors.Title || !endsInStop(sent.Text)) && s.smallVerbs() == 0:
		return titled
	}
	return prose
}

func endsInStop(t string) bool {
	return t != "" && (t[len(t)-1] == '.' || t[len(t)-1] == '!' || t[len(t)-1] == '?')
}

// smallVerbs counts small words that a headline in capitals would have capitalised.
func (s *scanner) smallVerbs() int {
	n := 0
	for k := 1; k < len(s.toks); k++ {
		if s.shapes[k] == small && len(s.toks[k].Text) >= 5 && s.words[k].class&starter == 0 {
			n++
		}
	}
	return n
}
