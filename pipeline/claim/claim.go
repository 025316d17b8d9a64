// Package claim makes claims of the counts in a document: who, what, how many, where, when, and who said so.
//
// In:  a Document with its names, dates, counts and credits. Out: one Claim a count, in document order.
//
// There is no parser. What is said of a count (said.go) is the class of the verb, noun or state in its sentence whose slot it
// fills at the least cost in words, commas, conjunctions and other counts between (predicate.go finds the terms, cost.go and
// clause.go weigh them; meaning.go and setting.go say what it means by the words around it and in its setting); else that of the list or the set which it goes on from (sets.go), of
// the same figure told before (restated.go), or of its own noun. A noun left out
// comes from there too (object.go). The place (place.go) is one that a preposition ties to the count, the day (when.go) one
// that dates the event; the as-of day (asof.go, former.go) is one on which the text says the figure was given or stood, else
// the day of publication. Verb classes are lexicon/predicates.tsv and classes.tsv; how a text puts a figure is modality.go.
//
// It misses what only meaning tells: sets named by description across paragraphs, places of organisations, figures of two events that
// share class, place and day.
//
// Start reading at Build (build.go).
package claim

import (
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// Modality is how a text puts a figure.
type Modality string

// The modalities.
const (
	Asserted Modality = "asserted"
	Planned  Modality = "planned"
	Demanded Modality = "demanded"
	Denied   Modality = "denied"
	Possible Modality = "possible"
)

// A Claim is a count with its frame.
type Claim struct {
	counts.Mention
	Quote           string   `json:"quote"`     // its sentence or table row
	Predicate       string   `json:"predicate"` // verb class, "" when none
	Place           string   `json:"place"`     // canonical name, "" when none
	EventDate       string   `json:"event_date"`
	AsOf            string   `json:"as_of"`
	Attribution     string   `json:"attribution"`
	AttributionText string   `json:"attribution_text"`
	Speaker         string   `json:"speaker"`
	Modality        Modality `json:"modality"`
	Kept            Kept     `json:"kept"`

	// What follows is for grouping: the store keeps it, extract does not print it.
	Frame Frame `json:"frame"`
}

// A Frame holds what decides which question a claim answers.
type Frame struct {
	PlaceTold    bool     // the text tells the place of this figure; otherwise it is its set's or the article's
	DateTold     bool     // the text dates what this figure counts; otherwise its event date is the article's or another figure's
	PlaceAlso    string   // a second place that the figure is told of together with the first
	PlaceWide    bool     // what is told was all over the place: "across Norland"
	PlaceRole    string   // "destination", "origin", "location", "route", ""
	Phase        string   // "first", "onward", "return", ""
	Verb         string   // where no class is said: the verb right before the count, as it stands, "" for none
	Qualifiers   []string // sorted: "foreign", "child", "without documents"
	Participants []string // canonical names in the clause, sorted
	Set          string   // head of the set that it is a part of, "" when it is the whole
	AsOfTold     bool     // the text itself says the as-of day
	AsOfGiven    bool     // that day was told of another figure and holds for this one too
	AsOfClock    string   // time of day of the as-of where the text gives one
	Said         bool     // its sentence has the verb, noun or state of its class, which was not taken from a list, a set or an earlier figure
	Former       bool     // a figure the text says no longer holds
	Stock        bool     // a state that holds at a time (missing, held), not an event's total
}

// A Reading is all that was read from one article.
type Reading struct {
	Article *article.Article `json:"article"`
	Names   []names.Mention  `json:"names"`
	Dates   []dates.Mention  `json:"dates"`
	Claims  []Claim          `json:"claims"`
}
