package reconcile

import (
	"embed"
	"strings"
	"unicode"

	"crosstally/extractors/lexicon"
	"crosstally/extractors/names"
)

//go:embed lexicon/*.tsv
var lexicons embed.FS

// A class is a family of predicates that answer one kind of question.
type class struct {
	name    string
	motion  motion
	generic map[string]bool // noun classes that stand for all of whom it is true
	stems   map[string]bool // of the verbs that say it
	one     string          // "was killed"
	many    string          // "were killed"
}

// motion is how the true number of a class changes within a story.
type motion string

const (
	rising  motion = "rising"  // a toll: it only grows
	moving  motion = "moving"  // a stock or a running count: it goes both ways
	settled motion = "settled" // fixed by the event, or slower than the news
)

var (
	classes     = map[string]*class{} // by predicate, synonyms included
	nounClasses = map[string]string{}
	facetWords  = map[string][]facetPhrase{} // by first word, longest first
	commonNames = map[string]bool{}
	stopwords   = map[string]bool{}
	personNouns = map[string]bool{} // noun classes that are words for people
	demonyms    = map[string]bool{} // "palestinian"
)

// tell holds words by what they tell beside a figure.
var tell = lexicon.MustSets(lexicons, "lexicon/words.tsv")

type facetPhrase struct {
	words []string
	facet string
}

func init() {
	for _, e := range lexicon.Must(lexicons, "lexicon/nouns.tsv", 2) {
		nounClasses[e.Fields[0]] = e.Fields[1]
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/predicates.tsv", 6) {
		c := &class{name: e.Fields[0], motion: motion(e.Fields[1]), generic: map[string]bool{}, stems: map[string]bool{}, one: dash(e.Fields[4]), many: dash(e.Fields[5])}
		classes[c.name] = c
		c.say(c.name)
		for _, p := range strings.Fields(dash(e.Fields[2])) {
			classes[p] = c
			c.say(p)
		}
		for _, n := range strings.Fields(dash(e.Fields[3])) {
			c.generic[nounClass(n)] = true
		}
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/person_nouns.tsv", 1) {
		personNouns[nounClass(e.Fields[0])] = true
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/demonyms.tsv", 1) {
		demonyms[e.Fields[0]], personNouns[e.Fields[0]] = true, true
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/facets.tsv", 2) {
		w := strings.Fields(e.Fields[0])
		facetWords[w[0]] = append(facetWords[w[0]], facetPhrase{w, e.Fields[1]})
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/common_names.tsv", 1) {
		commonNames[nameKey(e.Fields[0])] = true
	}
	for _, e := range lexicon.Must(lexicons, "lexicon/stopwords.tsv", 1) {
		stopwords[e.Fields[0]] = true
	}
}

// say adds the forms of a verb to the words that name the class.
func (c *class) say(verb string) {
	bare := strings.TrimSuffix(verb, "e")
	for _, form := range [...]string{verb, bare + "ed", bare + "ing", bare + "es", verb + verb[len(verb)-1:] + "ed", verb + "s"} {
		c.stems[stem(form)] = true
	}
}

func dash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// classOf returns the class of a predicate; one that no list knows is a class of its own, whose figures are taken as settled.
func classOf(predicate string) *class {
	if c, ok := classes[predicate]; ok {
		return c
	}
	return &class{name: predicate, motion: settled}
}

// nounClass returns the class of a head noun: the noun itself where no list knows it.
func nounClass(noun string) string {
	n := strings.ToLower(strings.TrimSpace(noun))
	if c, ok := nounClasses[n]; ok {
		return c
	}
	if i := strings.LastIndexByte(n, ' '); i >= 0 {
		if c, ok := nounClasses[n[i+1:]]; ok {
			return c
		}
		n = n[i+1:]
	}
	return singular(n)
}

// singular takes the plural ending off a noun; only for comparison.
func singular(n string) string {
	switch {
	case len(n) > 4 && strings.HasSuffix(n, "ies"):
		return n[:len(n)-3] + "y"
	case len(n) > 4 && (strings.HasSuffix(n, "ches") || strings.HasSuffix(n, "shes") || strings.HasSuffix(n, "xes") || strings.HasSuffix(n, "sses")):
		return n[:len(n)-2]
	case len(n) > 3 && strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && !strings.HasSuffix(n, "us"):
		return n[:len(n)-1]
	}
	return n
}

// words cuts s into lower-case words with ASCII letters where a plain one exists.
func words(s string) []string {
	return strings.FieldsFunc(names.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' })
}

// isCommon reports whether a name, whose key is k, stands in so much news that sharing it says little: every country does.
func isCommon(name, k string) bool { return commonNames[k] || names.Level(name) == 2 }
