// Package lists makes what the commands print and the desk shows, so that both say the same: the brief, publishers, names.
//
// In:  a store's runs, facts, rulings and readings. Out: values whose JSON is the public shape. Nothing is kept between calls.
//
// Start reading at ReadBrief (brief.go).
package lists

import (
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// A Store gives what the lists are made of.
type Store interface {
	Runs(yield func(pipeline.RunRecord) (more bool)) error
	Newest(store.Query, func(store.Telling) (more bool, err error)) error
	Fact(id string) (reconcile.Fact, error)
	Rulings() ([]ruling.Ruling, error)
	FactsUnder(...ruling.Ruling) (map[uint64][]string, error)
	Page(url string) (claim.Reading, store.Provenance, error)
	Fetched(urls ...string) (map[string]time.Time, error)
}
