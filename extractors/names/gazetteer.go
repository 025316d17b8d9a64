package names

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"crosstally/extractors"
	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lists embed.FS

// A class is what a single lower-case word can be; a word can be several.
type class uint64

const (
	given       class = 1 << iota // first word of a person's name
	male                          // a man's given name
	female                        // a woman's
	surname                       // known family name
	orgHead                       // "ministry", "university": ends an organisation's name
	orgOf                         // begins one with of or for: "Ministry of", "Centre for"
	orgFirst                      // "FC", "Banque": begins a body's name without "of"
	orgSuffix                     // "Inc", "Ltd": always ends a company's name
	placeHead                     // "county", "river"
	placeFirst                    // begins a place: "Lake", "Mount", "Port", "San"
	eventHead                     // "cup", "treaty", "prize": ends what is no name
	eventFirst                    // "hurricane", "operation", "flight": begins what is no name
	numbered                      // "section", "group": no name with the number or letter behind it
	common                        // stands in lower case in any text: no evidence of a name when capitalised by position
	starter                       // grammatical word
	calendar                      // month, weekday, holiday
	group                         // demonym, language, religion
	title                         // "Mr", "Gen": stands before a name
	role                          // "spokesman": one word of an office or relation
	modifier                      // "former", "acting": precedes a role
	speech                        // "said", "told": its subject speaks
	act                           // other verb of which the subject is mostly a person: "resigned", "lives"
	inPlace                       // preposition of place: "in", "near"
	particle                      // inside a person's name: "van", "bin", "al", "de"
	link                          // inside an organisation's: "of", "for", "and"
	topic                         // what a body is for: "health", "justice", "affairs"
	kin                           // "wife", "son"
	matchWord                     // "qualifier", "goals": the sentence is about a match
	sport                         // "beat", "defeated", "drew": between sides of a match
	placeNoun                     // "town", "village", "suburb": "X, a town in Y"
	orgNoun                       // "company", "charity": "X, a charity"
	platform                      // a network that people post on
	placeAfter                    // "district", "residents": what stands before it is a place
	siteAfter                     // "plant", "mine": an unknown word before it is a place
	ruleAfter                     // "government", "regime": "the X government" is a person's
	orgAfter                      // "spokesman", "shares": what stands before it is a body
	placeBefore                   // "river", "neighbouring": what stands behind it is a place
	orgBefore                     // "broadcaster", "charity": what stands behind it is a body
	calledAfter                   // "method", "syndrome": called after a name, which is none there
	trusting                      // "confidence": its "in" is not one of place
	ownsBody                      // "people", "sheriff": its 's is part of a body's name
	legalForm                     // "Inc.": can stand behind a comma
	unit                          // "regiment": heads a numbered unit
	weakHead                      // "point", "station": makes a place of a proper word only
	rally                         // "together": begins a party's name even where it begins a sentence
	postOn                        // "on", "her": a network behind it is what something is posted on
	posted                        // "page", "channel": what a network holds
	generic                       // "company": texts call any body so, the Company is no name
	office                        // "officer", "minister": what an acronym stands for ends so when it is an office
	player                        // "striker", "fans": of a club
	personNoun                    // role or kin in an apposition: "X, a teacher"
	seated                        // "mayor", "outskirts": of a place
	vessel                        // "ferry": what stands behind it is a ship's name, which is none here
	shore                         // "banks", "estuary": of a river
	currency                      // "Rs", "Shs": before an amount
	employed                      // "employees", "shares": of a firm
	service                       // "health", "police": behind a place the body that has charge of it there
	storm                         // "typhoon", "hurricane": is called by its name alone too
	settled                       // "pastor", "grandmother": what stands before it without more is where the person lives
	local                         // "hospital", "university": a body that bears the name of its town
	foreignHead                   // "hôpital", "lycée": opens a body's name in a Romance language
	foreignWay                    // "rue", "plaza": opens a street's or square's name in another language
)

// A kind is what a phrase of the gazetteers can name; a phrase can be several.
type kind uint32

const (
	country kind = 1 << iota
	region
	city
	terrain // rivers, mountains, islands, landmarks, airports
	body    // any organisation
	company
	team
	famous // a person
	noName // event, law, prize, product: capitalised, not a name
	rolePhrase
	titlePhrase
	groupPhrase // "South Korean"
	acronym     // must stand in capitals
	places      = country | region | city | terrain
	orgs        = body | company | team
)

// A word is one lower-case word of the lists with what it can be and the phrases that begin with it.
type word struct {
	class class
	cue   cue
	node  node
}

// A node is a prefix of phrases.
type node struct {
	kind    kind   // of the phrase that ends here; 0 when none does
	upper   kind   // what it is only when written in capitals: "WHO"
	canon   string // full name of that phrase
	several bool   // the lists know several names for that phrase: "AFP"
	next    map[string]*node
}

// A gazetteer holds all lists. It is built once and only read afterwards.
type gazetteer struct {
	words      map[string]*word
	beginnings []string          // of family names
	endings    []string          // of family names
	towns      map[string]int    // endings of streets' and towns' names -> fewest letters of the word
	bodies     map[string]int    // endings of bodies' names -> fewest letters of the word
	capital    map[string]string // demonym or adjective, lower case -> country
}

var sharedGazetteer = sync.OnceValue(newGazetteer)

func newGazetteer() *gazetteer {
	g := &gazetteer{words: make(map[string]*word, 30000), capital: map[string]string{}, towns: endings("lexicon/place_endings.tsv"), bodies: endings("lexicon/body_endings.tsv")}
	for _, e := range lexicon.Must(lists, "lexicon/given_names.tsv", 2) {
		c := given
		switch e.Fields[1] {
		case "m":
			c |= male
		case "f":
			c |= female
		}
		g.addWord(e.Fields[0], c)
	}
	for _, e := range lexicon.Must(lists, "lexicon/countries.tsv", 1) {
		g.addCountry(e.Fields)
	}
	g.addPlaces("lexicon/regions.tsv", region)
	g.addPlaces("lexicon/cities.tsv", city)
	g.addPlaces("lexicon/geography.tsv", terrain)
	for _, e := range lexicon.Must(lists, "lexicon/organisations.tsv", 2) {
		k := body
		switch e.Fields[1] {
		case "company":
			k |= company
		case "sport":
			k |= team
		}
		full := fullest(e.Fields[0], e.Fields[2:])
		name := full
		if e.Fields[1] == "ngo" || e.Fields[1] == "party" { // many share such initials: the text must say whose they are
			name = e.Fields[0]
		}
		g.addPhrase(e.Fields[0], k, name)
		if len(e.Fields) > 2 {
			for _, f := range strings.Split(e.Fields[2], "|") {
				g.addPhrase(f, k, full)
			}
		}
	}
	for _, e := range lexicon.Must(lists, "lexicon/surnames.tsv", 1) {
		if strings.Contains(e.Fields[0], " ") {
			g.addPhrase(e.Fields[0], famous, e.Fields[0])
			continue
		}
		g.addWord(e.Fields[0], surname)
	}
	for _, e := range lexicon.Must(lists, "lexicon/common.tsv", 1) {
		g.addWord(e.Fields[0], common)
	}
	extractors.Ordinary(func(w string) { g.word(w).class |= common })
	for _, e := range lexicon.Must(lists, "lexicon/heads.tsv", 2) {
		g.addWord(e.Fields[0], headClasses[e.Fields[1]])
	}
	for _, e := range lexicon.Must(lists, "lexicon/words.tsv", 2) {
		g.addListed(e.Fields[0], e.Fields[1])
	}
	for _, e := range lexicon.Must(lists, "lexicon/surname_endings.tsv", 1) {
		g.endings = append(g.endings, e.Fields[0])
	}
	for _, e := range lexicon.Must(lists, "lexicon/surname_beginnings.tsv", 1) {
		g.beginnings = append(g.beginnings, e.Fields[0])
	}
	for _, e := range lexicon.Must(lists, "lexicon/platforms.tsv", 1) {
		g.addWord(e.Fields[0], platform)
	}
	g.addCues()
	for _, e := range lexicon.Must(lists, "lexicon/roles.tsv", 2) {
		g.addRole(e.Fields[0], e.Fields[1])
	}
	g.shareClasses()
	return g
}

// shareClasses gives accented words that only begin phrases the classes of their plain spelling, which lookup would find were there no phrase:
// "Rádio" of "Rádio Renascença" is a radio's word too.
func (g *gazetteer) shareClasses() {
	for s, w := range g.words {
		if w.class != 0 || w.node.kind != 0 {
			continue
		}
		if f := g.words[Fold(s)]; f != nil && (f.class&starter == 0 || f.class&(given|surname) != 0) {
			w.class = f.class
		}
	}
}

// endings reads a list of endings of words, each with the fewest letters of a word that bears it.
func endings(list string) map[string]int {
	m := map[string]int{}
	for _, e := range lexicon.Must(lists, list, 2) {
		n, err := strconv.Atoi(e.Fields[1])
		if err != nil {
			panic(fmt.Sprintf("%s:%d: %v", list, e.Line, err))
		}
		m[e.Fields[0]] = n
	}
	return m
}

// fullest returns a body's name, or its first other form of several words where the name is an acronym.
func fullest(name string, others []string) string {
	if len(others) == 0 || !isUpper(name) {
		return name
	}
	for _, f := range strings.Split(others[0], "|") {
		if strings.Contains(f, " ") {
			return f
		}
	}
	return name
}

var headClasses = map[string]class{
	"org": orgHead, "orgpre": orgOf, "orgsuffix": orgSuffix | orgHead, "orgfirst": orgFirst, "place": placeHead, "placepre": placeFirst,
	"event": eventHead, "eventpre": eventFirst, "numbered": numbered,
}

var wordClasses = map[string]class{
	"starter": starter, "month": calendar, "weekday": calendar, "calendar": calendar, "language": group, "religion": group,
	"demonym": group, "speech": speech, "act": act, "in": inPlace, "particle": particle, "link": link, "topic": topic, "kin": kin,
	"sport": sport, "match": matchWord, "placenoun": placeNoun, "orgnoun": orgNoun, "personnoun": personNoun, "vessel": vessel, "seated": seated, "shore": shore, "currency": currency, "employed": employed, "local": local, "settled": settled, "storm": storm, "service": service, "foreignhead": foreignHead, "foreignway": foreignWay, "common": common, "office": office, "player": player, "generic": generic, "posted": posted, "poston": postOn, "rally": rally, "weakhead": weakHead, "unit": unit, "legalform": legalForm, "ownsbody": ownsBody, "trusting": trusting, "calledafter": calledAfter, "orgbefore": orgBefore, "placebefore": placeBefore, "orgafter": orgAfter, "ruleafter": ruleAfter, "siteafter": siteAfter, "placeafter": placeAfter,
}

// addListed adds a phrase of words.tsv. Single words get a class; phrases are kept whole.
func (g *gazetteer) addListed(s, list string) {
	c := wordClasses[list]
	switch {
	case list == "event" || list == "calendar" && strings.Contains(s, " "):
		g.addPhrase(s, noName, s)
	case list == "proper": // the tagger met it in small letters, by mistake
		g.word(strings.ToLower(s)).class &^= common
	case c == group && strings.Contains(s, " "):
		g.addPhrase(s, groupPhrase, s)
	default:
		g.addWord(s, c)
	}
}

func (g *gazetteer) addRole(s, list string) {
	if list == "modifier" {
		g.addWord(s, modifier)
		return
	}
	k, c := rolePhrase, role
	if list == "title" {
		k, c = titlePhrase, title
	}
	g.addPhrase(s, k, s)
	if !strings.Contains(s, " ") {
		g.addWord(s, c)
	}
}

func (g *gazetteer) addCountry(f []string) {
	f = append(f, "", "", "")
	g.addPhrase(f[0], country, f[0])
	if f[1] != "" {
		k := city
		if g.lookup(strings.ToLower(f[1])).class&given == 0 {
			k |= region // speaks for its country: "Washington said"
		}
		g.addPhrase(f[1], k, f[1])
	}
	for _, d := range split(f[2]) {
		g.capital[strings.ToLower(d)] = f[0]
		if strings.Contains(d, " ") {
			g.addPhrase(d, groupPhrase, f[0])
			continue
		}
		g.addWord(d, group)
	}
	for _, n := range split(f[3]) {
		g.addPhrase(n, country, f[0])
	}
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (g *gazetteer) addPlaces(name string, k kind) {
	for _, e := range lexicon.Must(lists, name, 1) {
		g.addPhrase(e.Fields[0], k, e.Fields[0])
	}
}

func (g *gazetteer) word(s string) *word {
	w := g.words[s]
	if w == nil {
		w = &word{}
		g.words[s] = w
	}
	return w
}

// addWord gives a class to s, which may hold inner stops or hyphens but is one token, and to s without its diacritics.
func (g *gazetteer) addWord(s string, c class) {
	s = strings.ToLower(s)
	g.word(s).class |= c
	if f := Fold(s); f != s {
		g.word(f).class |= c
	}
}

// addPhrase adds a name of one or more tokens, as written and without its diacritics. A leading "The" is left out.
func (g *gazetteer) addPhrase(s string, k kind, canon string) {
	toks := extractors.Words(s)
	if len(toks) > 1 && toks[0].Lower == "the" && k&noName == 0 && toks[1].Lower != "hague" {
		toks = toks[1:]
	}
	if len(toks) == 1 && isUpper(toks[0].Text) {
		k |= acronym
	}
	keys := make([]string, len(toks))
	for i, t := range toks {
		keys[i] = t.Lower
	}
	if n := len(keys); n > 1 && keys[n-1] == "." { // "U. S.": its last stop ends a sentence only here
		g.insert(keys, k, canon)
		keys = keys[:n-1]
		keys[n-2] += "."
	}
	g.insert(keys, k, canon)
	for i := range keys {
		keys[i] = Fold(keys[i])
	}
	g.insert(keys, k, canon)
	if strings.Contains(s, "-") && k&acronym == 0 { // "Guinea - Bissau", as some agencies space it
		if parted := partHyphens(keys); len(parted) > len(keys) {
			g.insert(parted, k, canon)
		}
	}
}

// partHyphens gives the hyphens inside words tokens of their own.
func partHyphens(keys []string) []string {
	var out []string
	for _, key := range keys {
		for i, part := range strings.Split(key, "-") {
			if i > 0 {
				out = append(out, "-")
			}
			if part == "" {
				return nil
			}
			out = append(out, part)
		}
	}
	return out
}

func (g *gazetteer) insert(keys []string, k kind, canon string) {
	if len(keys) == 0 {
		return
	}
	n := &g.word(keys[0]).node
	for _, s := range keys[1:] {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[s] == nil {
			n.next[s] = &node{}
		}
		n = n.next[s]
	}
	if k&acronym != 0 {
		n.upper |= k &^ acronym
	} else {
		n.kind |= k
	}
	if k&(places|orgs) == 0 {
		return
	}
	if n.canon == "" {
		n.canon = canon
	} else if n.canon != canon {
		n.several = true
	}
}

var noWord = &word{}

// lookup returns the word of the lists for a token, or noWord.
func (g *gazetteer) lookup(lower string) *word {
	if w := g.words[lower]; w != nil {
		return w
	}
	for i := 0; i < len(lower); i++ {
		if lower[i] >= 0x80 {
			if w := g.words[Fold(lower)]; w != nil && (w.class&starter == 0 || w.class&(given|surname) != 0) {
				return w // but "Tô" is not "to"
			}
			break
		}
	}
	return noWord
}

// isUpper reports letters of which two or more, and all, are capitals: "UN", "U.S.", "ZANU-PF".
func isUpper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}
