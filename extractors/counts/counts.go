// Package counts finds quantities of people, things, money and measures, and percentages.
//
// In:  a Document with its dates and names, whose bytes are never counts. Out: mentions in document order, none overlapping but a sum, which
// stands behind the part that its words begin with.
// "at least 12 people" is Lower 12, Upper open, unit person; "$1.2 million" is 1200000 US dollar.
//
// Method: each sentence is read once from left to right, without a parser. A number grammar (numbers.go, digits.go,
// number_words.go, fractions.go, ranges.go) finds the figure, bounds.go the words that bound it on either side, units.go the
// measure or currency and nouns.go the thing counted. Tables of refusals (rules_*.go), tried in order, then throw out what is
// no count: years, ages, scores, ordinals, identifiers, prices, idioms; each carries the sentences that it must and must not
// touch. resolve.go gives the rest their noun where the text leaves it out: from the list, the column, the sentence before.
// Words are data (lexicon/*.tsv); figures that the dates or names cover are never counts.
//
// Missed: sums that the text does not state, figures spelled over two sentences, nouns left out for longer than a paragraph,
// numbers in scripts other than Latin.
//
// Start reading at Extract, then scan.go's read, then the tables of rules.
package counts

import (
	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
)

// Kind is the class of a quantity's unit.
type Kind string

// The classes of quantities.
const (
	Number   Kind = "number"   // persons, things, events
	Percent  Kind = "percent"  // a share: unit "percent"
	Money    Kind = "money"    // unit the currency: "US dollar"
	Measure  Kind = "measure"  // length, area, weight, power …
	Duration Kind = "duration" // lasting time asserted of a person or event
)

// A Mention is one count. Lower and Upper are inclusive, nil where open; exact: all three equal.
type Mention struct {
	extractors.Evidence          // the number with its bound words: "at least 14"
	Sentence            int      `json:"-"` // index in Document.Sentences
	From                int      `json:"-"` // its tokens in that sentence: [From,To)
	To                  int      `json:"-"`
	Value               *float64 `json:"value"`
	Lower               *float64 `json:"lower"`
	Upper               *float64 `json:"upper"`
	Approximate         bool     `json:"approximate"`
	Kind                Kind     `json:"kind,omitempty"`
	Unit                string   `json:"unit"`   // head noun, singular: "prisoner", "percent"; "" when elided
	Object              string   `json:"object"` // counted phrase as written: "freed political prisoners"
	Thing               bool     `json:"-"`      // the noun is that of things, never of people
	Told                bool     `json:"-"`      // what an elided number counts is told by words beside or above it, which outweigh all else
	NounFrom            int      `json:"-"`      // the counted phrase's tokens [NounFrom,NounTo), equal when elided
	NounTo              int      `json:"-"`
	Of                  string   `json:"of,omitempty"`        // the set it is a part of, as written: "them", "the 53 people"; "" when none
	Column              string   `json:"column,omitempty"`    // of a table's figure: the heading of its column
	Delta               bool     `json:"delta,omitempty"`     // a difference: "another 20", "eight more than Friday"
	Corrected           bool     `json:"corrected,omitempty"` // replaced by another figure in the text: the 9 of "not 9 but 8"
	Derived             bool     `json:"derived,omitempty"`   // the sum of a listed number and names
}

// Extract returns the counts in d. It never fails: text it cannot read is not a count.
func Extract(d *extractors.Document, ds []dates.Mention, ns []names.Mention) []Mention {
	s := scanner{doc: d, dates: ds, names: ns, memory: memory{lastSentence: -1}, table: table{header: -1}}
	var out []Mention
	for i := range d.Sentences {
		s.read(&d.Sentences[i])
		out = s.mentions(out)
	}
	return out
}
