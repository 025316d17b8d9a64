// Package dates finds dates, durations and recurring times, and resolves them to ISO 8601 values.
//
// In:  an extractors.Document. Out: mentions in document order, none overlapping. Relative dates resolve against the
// article's day, its dateline or the date just spoken of; what cannot be resolved has no value.
package dates

import "crosstally/extractors"

// Kind is what a time expression stands for.
type Kind string

// The kinds of time expressions.
const (
	Date     Kind = "date"
	Duration Kind = "duration"
	Set      Kind = "set" // recurring: "every Monday"
)

// A Mention is one time expression.
type Mention struct {
	extractors.Evidence
	Sentence int    `json:"-"` // index in Document.Sentences
	From     int    `json:"-"` // its tokens in that sentence: [From,To)
	To       int    `json:"-"`
	Kind     Kind   `json:"kind"`
	Value    string `json:"value"` // "2026-03-04", "2026-03", "2026", "A/B", "P4D"; "" when unresolved
	// Relation is the preposition's sense: "" at, "since", "until", "before", "after", "by", "from", "as-of".
	Relation string `json:"-"`
	// Clock is the time of day where one is named with the day or alone ("14:30"), "" otherwise.
	Clock string `json:"-"`
}

// Extract returns the time expressions in d. It never fails: text it cannot read is not a date.
func Extract(d *extractors.Document) []Mention { return nil }
