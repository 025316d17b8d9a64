package claim

import (
	"embed"
	"strings"

	"crosstally/extractors/counts"
	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lexicons embed.FS

// tell holds words by what they tell of a count beside them.
var tell = lexicon.MustSets(lexicons, "lexicon/words.tsv")

// A class is a family of verbs and nouns that say one thing of what is counted.
type class struct {
	name   string
	stock  bool   // a state that holds at a time
	toll   bool   // a total that grows as more is known
	unit   string // what it counts where the text leaves the noun out: "person"
	sorts  sorts  // what it counts
	traits traits // how its figures behave
}

// traits say how the figures of a class behave; lexicon/classes.tsv lists them by name.
type traits uint16

const (
	weak      traits = 1 << iota // says little: any better class nearby wins
	hollow                       // says nothing of a bare number: "on Monday it had 23"
	describes                    // of the members of a set, only tells who they are: "41 were on the plane"
	sudden                       // befalls people and things in an event, whose day is the story's where the text tells no other
	lasting                      // no event brings it about: a fleet, a population
	static                       // its verbs, too, tell a state
	moves                        // its "to" is where the counted went, not where it happened
	ruled                        // its doer, where that is a country or a town, is where it is done
	spread                       // counted for regions as for towns, so that a region's figure is another than the town's
	undoes                       // of what is called off: "40 departures were cancelled" are no departures
	held                         // an event's, but what was counted lasts: a petition's signatures, those in treatment
)

var traitNames = map[string]traits{"weak": weak, "hollow": hollow, "describes": describes, "sudden": sudden, "lasting": lasting, "static": static, "moves": moves, "ruled": ruled, "undoes": undoes, "spread": spread, "held": held}

// is reports whether the class of a predicate, as printed, has a trait.
func is(predicate string, t traits) bool {
	c := printed[predicate]
	return c != nil && c.traits&t != 0
}

// sorts are kinds of what can be counted.
type sorts uint8

const (
	persons sorts = 1 << iota
	things
	money
	shares
	measures
	times
)

var sortNames = map[string]sorts{"person": persons, "thing": things, "money": money, "percent": shares, "measure": measures, "duration": times}

// headSorts says of head nouns whether they count persons or things.
var headSorts = map[string]sorts{}

// remapped says what a class means of certain things: drones destroyed are drones shot down.
var remapped = map[[2]string]string{}

// meantOf holds the classes that others are remapped to, with the head nouns for which they are.
var meantOf = map[[2]string]bool{}

// negatedTo says what a class means where its verb is negated: those who did not survive died.
var negatedTo = map[string]*class{}

// A slot says where what is counted stands.
type slot uint8

const (
	objectSlot  slot = iota // "killed 14", "14 were killed"
	subjectSlot             // "14 died"
	nounSlot                // "14 deaths", "the deaths of 14", "a toll of 14"
	stateSlot               // "14 dead", "14 people in hospital", "in hospital: 14"
	outcomeSlot             // "14 survivors": a noun for those whom it befell
	bearerSlot              // "14 passengers": what the noun says where no verb says more
)

// A verbForm is how a verb is inflected.
type verbForm uint8

const (
	plainForm verbForm = iota // "kill", "kills"
	pastForm                  // "took": never passive
	partForm                  // "taken", "killed": also a past where the verb is regular
	ingForm                   // "killing"
)

// A term is one inflected form of an entry of lexicon/predicates.tsv, without its first word.
type term struct {
	class *class
	slot  slot
	form  verbForm
	tail  []string // the words after the first
	gap   int      // index in tail before which other words may stand, -1 for none
}

var (
	classes   = map[string]*class{}
	printed   = map[string]*class{} // by name as printed
	terms     = map[string][]term{} // by first word
	irregular = map[string][2]string{}
)

func init() {
	for _, e := range lexicon.Must(lexicons, "lexicon/classes.tsv", 6) {
		c := &class{name: e.Fields[4], stock: e.Fields[1] == "stock", toll: e.Fields[1] == "toll"}
		if e.Fields[2] != "-" {
			c.unit = e.Fields[2]
		}
		for _, n := range strings.Split(e.Fields[5], ",") {
			c.traits |= traitNames[n]
		}
		for _, n := range strings.Split(e.Fields[3], ",") {
			c.sorts |= sortNames[n]
		}
		if c.sorts == 0 {
			c.sorts = persons | things
		}
		if c.sorts&(persons|things) != 0 {
			c.sorts |= shares
		}
		classes[e.Fields[0]] = c
		if printed[c.name] == nil || e.Fields[0] == c.name {
			printed[c.name] = c
		}
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/negated.tsv", 2) {
		negatedTo[e.Fields[0]] = classes[e.Fields[1]]
	}
	onBoard = &term{class: classes["board"], slot: stateSlot, gap: -1}
	for _, e := range lexicon.Must(lexicons, "lexicon/wards.tsv", 2) {
		wards[e.Fields[0]] = &term{class: classes[e.Fields[1]], slot: stateSlot, gap: -1}
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/irregular.tsv", 3) {
		irregular[e.Fields[0]] = [2]string{e.Fields[1], e.Fields[2]}
	}
	counts.Nouns(func(noun string, person bool) {
		if headSorts[noun] |= things; person {
			headSorts[noun] = persons
		}
	})
	for _, e := range lexicon.Must(lexicons, "lexicon/heads.tsv", 2) {
		headSorts[e.Fields[0]] = sortNames[e.Fields[1]]
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/remap.tsv", 3) {
		remapped[[2]string{e.Fields[0], e.Fields[1]}] = e.Fields[2]
		meantOf[[2]string{e.Fields[2], e.Fields[1]}] = true
	}
	slots := map[string]slot{"object": objectSlot, "subject": subjectSlot, "noun": nounSlot, "state": stateSlot, "outcome": outcomeSlot, "bearer": bearerSlot}
	for _, e := range lexicon.Must(lexicons, "lexicon/predicates.tsv", 3) {
		c, s := classes[e.Fields[1]], slots[e.Fields[2]]
		words := strings.Fields(e.Fields[0])
		t := term{class: c, slot: s, tail: words[1:], gap: -1}
		for i, w := range t.tail {
			if w == "_" {
				t.tail = append(append([]string{}, t.tail[:i]...), t.tail[i+1:]...)
				t.gap = i
				break
			}
		}
		switch s {
		case objectSlot, subjectSlot:
			for _, f := range inflect(words[0]) {
				t.form = f.form
				addTerm(f.word, t)
			}
		case nounSlot, outcomeSlot, bearerSlot:
			addTerm(words[0], t)
			if n := len(words) - 1; n == 0 {
				addTerm(plural(words[0]), t)
			} else {
				p := t
				p.tail = append(append([]string{}, words[1:n]...), plural(words[n]))
				addTerm(words[0], p)
			}
		default:
			addTerm(words[0], t)
		}
	}
}

// adverbs are plain forms that are hardly ever verbs.
var adverbs = tell.Of("adverbs")

func addTerm(first string, t term) {
	if t.form == plainForm && len(t.tail) == 0 && (t.slot == objectSlot || t.slot == subjectSlot) && adverbs[first] {
		return
	}
	for _, x := range terms[first] {
		if x.class == t.class && x.slot == t.slot && x.form == t.form && x.gap == t.gap && strings.Join(x.tail, " ") == strings.Join(t.tail, " ") {
			return
		}
	}
	terms[first] = append(terms[first], t)
}

type inflected struct {
	word string
	form verbForm
}

// inflect returns the forms of a verb. A consonant at the end is written once and twice ("travelled", "traveled").
func inflect(v string) []inflected {
	switch v {
	case "be":
		return []inflected{{"is", plainForm}, {"are", plainForm}, {"was", pastForm}, {"were", pastForm}, {"been", partForm}, {"be", plainForm}, {"being", ingForm}}
	case "have":
		return []inflected{{"have", plainForm}, {"has", plainForm}, {"had", pastForm}, {"having", ingForm}}
	}
	out := []inflected{{v, plainForm}, {thirdPerson(v), plainForm}}
	for _, stem := range stems(v) {
		out = append(out, inflected{stem + "ing", ingForm})
	}
	if x, ok := irregular[v]; ok {
		if x[0] == x[1] || x[0] == v+"ed" || x[0] == v+"led" {
			return append(out, inflected{x[0], partForm}, inflected{x[1], partForm})
		}
		return append(out, inflected{x[0], pastForm}, inflected{x[1], partForm})
	}
	for _, stem := range stems(v) {
		switch {
		case strings.HasSuffix(stem, "y") && !vowelAt(stem, len(stem)-2):
			out = append(out, inflected{stem[:len(stem)-1] + "ied", partForm})
		default:
			out = append(out, inflected{stem + "ed", partForm})
		}
	}
	return out
}

// stems returns what endings in -ed and -ing are put to.
func stems(v string) []string {
	n := len(v)
	switch {
	case strings.HasSuffix(v, "ie"):
		return []string{v[:n-2] + "y", v[:n-1]}
	case strings.HasSuffix(v, "ee") || strings.HasSuffix(v, "oe") || strings.HasSuffix(v, "ye"):
		return []string{v, v[:n-1]}
	case n > 2 && v[n-1] == 'e':
		return []string{v[:n-1]}
	case n > 2 && !vowelAt(v, n-1) && vowelAt(v, n-2) && !vowelAt(v, n-3) && !strings.ContainsRune("wxy", rune(v[n-1])):
		return []string{v, v + v[n-1:]}
	case strings.HasSuffix(v, "quip"), strings.HasSuffix(v, "quit"):
		return []string{v, v + v[n-1:]}
	}
	return []string{v}
}

func vowelAt(s string, i int) bool { return i >= 0 && strings.IndexByte("aeiou", s[i]) >= 0 }

func thirdPerson(v string) string {
	n := len(v)
	switch {
	case v == "go", v == "do":
		return v + "es"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"):
		return v + "es"
	case v[n-1] == 'y' && !vowelAt(v, n-2):
		return v[:n-1] + "ies"
	}
	return v + "s"
}

func plural(n string) string {
	switch n {
	case "body":
		return "bodies"
	case "person":
		return "persons"
	}
	if strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") {
		return n
	}
	return thirdPerson(n)
}

// classOf returns the class of a claim's predicate, nil for none.
func classOf(predicate string) *class { return printed[predicate] }
