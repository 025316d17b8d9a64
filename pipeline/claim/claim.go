// Package claim makes claims of the counts in a document: who, what, how many, where, when, and who said so.
//
// In:  a Document with its names, dates, counts and credits. Out: one Claim a count, in document order.
package claim

import (
	"crosstally/extractors"
	"crosstally/extractors/attribution"
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
	PlaceRole    string   // "destination", "origin", "location", "route", ""
	Phase        string   // "first", "onward", "return", ""
	Qualifiers   []string // sorted: "foreign", "child", "without documents"
	Participants []string // canonical names in the clause, sorted
	Set          string   // head of the set that it is a part of, "" when it is the whole
	AsOfTold     bool     // the text itself says the as-of day
	AsOfClock    string   // time of day of the as-of where the text gives one
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

// Build makes the claims of a document.
func Build(d *extractors.Document, ns []names.Mention, ds []dates.Mention, cs []counts.Mention, credits []attribution.Credit) []Claim {
	return nil
}
