// Package counts finds quantities of people, things, money and measures, and percentages.
//
// In:  a Document with its dates and names, whose bytes are never counts. Out: mentions in document order, none overlapping but a sum, which
// stands behind the part that its words begin with.
// "at least 12 people" is Lower 12, Upper open, unit person; "$1.2 million" is 1200000 US dollar.
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
