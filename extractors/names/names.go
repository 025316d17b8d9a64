// Package names finds the persons, organisations and places that a document names.
//
// In:  an extractors.Document. Out: mentions in document order, none overlapping, titles and role words,
// possessive 's and a leading "the" outside the span; every mention carries the canonical name of who is meant.
package names

import "crosstally/extractors"

// Type is what a name stands for.
type Type string

// The types of names.
const (
	Person Type = "PERSON"
	Org    Type = "ORG"
	Place  Type = "PLACE"
)

// A Mention is one occurrence of a name.
type Mention struct {
	extractors.Evidence
	Sentence int    `json:"-"` // index in Document.Sentences
	From     int    `json:"-"` // its tokens in that sentence: [From,To)
	To       int    `json:"-"`
	Type     Type   `json:"type"`
	Name     string `json:"name"` // canonical name in the document: the fullest form
	Role     string `json:"role"` // "Prime Minister", "" when none is given
}

// Extract returns the names in d. It never fails: text it cannot read is not a name.
func Extract(d *extractors.Document) []Mention { return nil }
