package counts

import (
	"embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors"
	"crosstally/extractors/lexicon"
)

//go:embed lexicon/*.tsv
var lists embed.FS

// tell holds words by what they tell of a number beside them.
var tell = lexicon.MustSets(lists, "lexicon/words.tsv")

// An entry is all that the lists say of one word.
type entry struct {
	classes  class
	singular string // of a noun
	value    float64
	numeral  numeral
	parts    float64 // of a fraction: 3 for "third"
}

// A unit is what a measure or sum of money is counted in.
type unit struct {
	kind Kind
	name string
}

// A phrase is an entry of several tokens.
type phrase struct {
	words []string
	at    int // which of them it is looked up by
	bound operator
	lo    float64
	hi    float64
	unit  *unit
}

// A vocabulary holds the word lists.
type vocabulary struct {
	words      map[string]*entry
	units      map[string][]phrase // by first word, longest first
	signs      map[string]*unit    // currency codes and signs, as written
	leftBound  map[string][]phrase // by last word
	rightBound map[string][]phrase // by first word
	vague      map[string][]phrase // by first word
	idioms     map[string][]phrase // by their number word
	compounds  map[string]bool
	members    map[string]bool
	qualities  map[string]bool
	groups     map[string]string // "crowd" -> "person"
}

var (
	nothing = &entry{}
	vocab   = newVocabulary()
)

func (v *vocabulary) entry(w string) *entry {
	e := v.words[w]
	if e == nil {
		e = &entry{}
		v.words[w] = e
	}
	return e
}

func newVocabulary() *vocabulary {
	v := &vocabulary{words: map[string]*entry{}, units: map[string][]phrase{}, signs: map[string]*unit{}, leftBound: map[string][]phrase{},
		rightBound: map[string][]phrase{}, vague: map[string][]phrase{}, idioms: map[string][]phrase{}, compounds: map[string]bool{}, members: map[string]bool{}, qualities: map[string]bool{}, groups: map[string]string{}}
	for _, e := range lexicon.Must(lists, "lexicon/number_words.tsv", 3) {
		x := v.entry(e.Fields[0])
		x.value, x.numeral = number64("number_words.tsv", e, 1), numeral(e.Fields[2])
		x.classes |= cNumberWord
	}
	for _, e := range lexicon.Must(lists, "lexicon/fractions.tsv", 2) {
		x := v.entry(e.Fields[0])
		x.parts = number64("fractions.tsv", e, 1)
		x.classes |= cFraction
	}
	for _, e := range lexicon.Must(lists, "lexicon/cues.tsv", 2) {
		for _, c := range strings.Fields(e.Fields[1]) {
			if classNames[c] == 0 {
				panic(fmt.Sprintf("cues.tsv:%d: no class %q", e.Line, c))
			}
			v.entry(e.Fields[0]).classes |= classNames[c]
		}
	}
	for _, e := range lexicon.Must(lists, "lexicon/states.tsv", 2) {
		v.entry(e.Fields[0]).classes |= cState
	}
	for _, e := range lexicon.Must(lists, "lexicon/identifiers.tsv", 1) {
		w := lowerLast(e.Fields[0])
		v.entry(w).classes |= cIdentifier
		if p := pluralOf(w); len(w) > 3 && v.words[p] == nil { // "exits 24 and 26"
			v.entry(p).classes |= cIdentifier | cPlural
			v.entry(p).singular = w
		}
	}
	v.addNouns()
	v.addUnits()
	v.addPhrases()
	for w := range v.vague {
		v.entry(w).classes |= cOpens
	}
	for _, w := range []string{"a", "an", "half", "no", "no-one", "nobody", "none", "not"} {
		v.entry(w).classes |= cOpens
	}
	for _, e := range v.words {
		if e.numeral != notNumeral {
			e.classes |= cOpens
		}
	}
	return v
}

func number64(file string, e lexicon.Entry, field int) float64 {
	if e.Fields[field] == "-" {
		return math.Inf(1)
	}
	x, err := strconv.ParseFloat(e.Fields[field], 64)
	if err != nil {
		panic(fmt.Sprintf("%s:%d: %v", file, e.Line, err))
	}
	return x
}

// lowerLast returns the last word of a phrase in small letters.
func lowerLast(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }

func (v *vocabulary) addNouns() {
	irregular := map[string][]string{}
	for _, e := range lexicon.Must(lists, "lexicon/plurals.tsv", 2) {
		irregular[e.Fields[0]] = append(irregular[e.Fields[0]], e.Fields[1])
		v.noun(e.Fields[0], e.Fields[1], 0)
	}
	for _, l := range []struct {
		file  string
		class class
	}{{"abstract", cAbstract}, {"things", cThing}, {"persons", cPerson}} {
		for _, e := range lexicon.Must(lists, "lexicon/"+l.file+".tsv", 1) {
			s := e.Fields[0]
			s = s[strings.LastIndexByte(s, ' ')+1:]
			forms := irregular[s]
			if forms == nil || forms[0] == s {
				forms = append(forms[:len(forms):len(forms)], pluralOf(s)) // "crew" and "crews"
			}
			for _, f := range forms {
				v.noun(s, f, l.class)
			}
		}
	}
	for _, e := range lexicon.Must(lists, "lexicon/groups.tsv", 2) {
		v.groups[e.Fields[0]] = e.Fields[1]
	}
	for _, e := range lexicon.Must(lists, "lexicon/qualities.tsv", 1) {
		v.qualities[e.Fields[0]] = true
	}
	for _, e := range lexicon.Must(lists, "lexicon/members.tsv", 1) {
		v.members[e.Fields[0]] = true
	}
	for _, e := range lexicon.Must(lists, "lexicon/compounds.tsv", 1) {
		v.compounds[e.Fields[0]] = true
	}
	v.entry("people").singular = "person"
}

// Nouns calls visit with each noun that the lists know alone as one that counts persons or things, in the singular; some are both.
func Nouns(visit func(noun string, person bool)) {
	for _, l := range [...]string{"things", "persons"} {
		for _, e := range lexicon.Must(lists, "lexicon/"+l+".tsv", 1) {
			if !strings.Contains(e.Fields[0], " ") {
				visit(e.Fields[0], l == "persons")
			}
		}
	}
}

// noun adds a noun with one of its plurals.
func (v *vocabulary) noun(singular, plural string, c class) {
	s, p := v.entry(strings.ToLower(singular)), v.entry(strings.ToLower(plural))
	s.classes |= c
	p.classes |= c | cPlural
	if s.singular == "" {
		s.singular = singular
	}
	if p.singular == "" {
		p.singular = singular
	}
}

func (v *vocabulary) addUnits() {
	for _, e := range lexicon.Must(lists, "lexicon/measures.tsv", 3) {
		u := &unit{Kind(e.Fields[0]), e.Fields[1]}
		for _, f := range strings.Split(e.Fields[2], "|") {
			v.unitForm(u, f, cUnit)
		}
	}
	for _, e := range lexicon.Must(lists, "lexicon/currencies.tsv", 2) {
		u := &unit{Money, e.Fields[0]}
		forms := append(strings.Split(e.Fields[1], "|"), e.Fields[0], pluralOf(e.Fields[0]))
		for _, f := range forms {
			if isSign(f) {
				v.signs[f] = u
			} else {
				v.unitForm(u, f, cCurrency)
				v.unitForm(u, pluralOf(f), cCurrency)
			}
		}
	}
	longestFirst(v.units)
}

// Currency reports whether a word as written is a currency's sign, code or name, in the singular or plural: "$", "SDG", "rupees".
func Currency(word string) bool {
	e := vocab.words[strings.ToLower(word)]
	return vocab.signs[word] != nil || e != nil && e.classes&cCurrency != 0
}

// isSign reports currency signs and codes, which are matched as written: "$", "US$", "SDG", "Sh".
func isSign(f string) bool {
	r, _ := utf8.DecodeRuneInString(f)
	if !unicode.IsLetter(r) || strings.ContainsAny(f, "$£€¥₹") {
		return true
	}
	return unicode.IsUpper(r) && !strings.Contains(f, " ") && len(f) <= 5 && f != "Swiss"
}

func (v *vocabulary) unitForm(u *unit, form string, c class) {
	ws := tokensOf(form)
	v.units[ws[0]] = append(v.units[ws[0]], phrase{words: ws, unit: u})
	if len(ws) == 1 {
		v.entry(ws[0]).classes |= c
	}
}

func (v *vocabulary) addPhrases() {
	for _, e := range lexicon.Must(lists, "lexicon/bounds.tsv", 3) {
		op, ok := operators[e.Fields[1]]
		if !ok {
			panic(fmt.Sprintf("bounds.tsv:%d: no reading %q", e.Line, e.Fields[1]))
		}
		p := phrase{words: tokensOf(e.Fields[0]), bound: op}
		switch last := p.words[len(p.words)-1]; e.Fields[2] {
		case "left":
			v.leftBound[last] = append(v.leftBound[last], p)
		case "right":
			v.rightBound[p.words[0]] = append(v.rightBound[p.words[0]], p)
		default:
			panic(fmt.Sprintf("bounds.tsv:%d: side %q, want left or right", e.Line, e.Fields[2]))
		}
	}
	for _, e := range lexicon.Must(lists, "lexicon/vague.tsv", 3) {
		p := phrase{words: tokensOf(e.Fields[0]), lo: number64("vague.tsv", e, 1), hi: number64("vague.tsv", e, 2)}
		v.vague[p.words[0]] = append(v.vague[p.words[0]], p)
	}
	for _, e := range lexicon.Must(lists, "lexicon/idioms.tsv", 1) {
		v.addIdiom(tokensOf(e.Fields[0]))
	}
	for _, m := range []map[string][]phrase{v.leftBound, v.rightBound, v.vague, v.idioms} {
		longestFirst(m)
	}
}

// addIdiom files a set phrase under each of its number words.
func (v *vocabulary) addIdiom(ws []string) {
	for k, w := range ws {
		if e := v.words[w]; w[0] >= '0' && w[0] <= '9' || w == "no" || w == "none" || w == "nobody" || v.vague[w] != nil || e != nil && e.classes&(cNumberWord|cFraction) != 0 {
			v.idioms[w] = append(v.idioms[w], phrase{words: ws, at: k})
		}
	}
}

// tokensOf cuts a list's phrase as a text is cut.
func tokensOf(s string) []string {
	var out []string
	for _, t := range extractors.Words(s) {
		out = append(out, t.Lower)
	}
	return out
}

func longestFirst(m map[string][]phrase) {
	for _, ps := range m {
		for i := 1; i < len(ps); i++ {
			for k := i; k > 0 && len(ps[k].words) > len(ps[k-1].words); k-- {
				ps[k], ps[k-1] = ps[k-1], ps[k]
			}
		}
	}
}
