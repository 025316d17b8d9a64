package pipeline

import (
	"time"

	"crosstally/pipeline/ruling"
)

// A Docket keeps rulings; store.Store is one.
type Docket interface {
	Store
	Rule(ruling.Ruling) (ruling.Ruling, error)
	Unrule(id uint64, u ruling.Undoing) (ruling.Ruling, error)
}

// Rule stores a ruling, and makes the facts anew whose groups it decides. When it is stopped in between, the next run does that.
func Rule(st Docket, r ruling.Ruling, now func() time.Time) (ruling.Ruling, error) {
	r, err := st.Rule(r)
	if err != nil {
		return r, err
	}
	return r, regroup(st, r, now)
}

// Unrule takes a ruling back, and makes the facts anew whose groups it decided.
func Unrule(st Docket, id uint64, u ruling.Undoing, now func() time.Time) (ruling.Ruling, error) {
	r, err := st.Unrule(id, u)
	if err != nil {
		return r, err
	}
	return r, regroup(st, r, now)
}

func regroup(st Store, r ruling.Ruling, now func() time.Time) error {
	if !r.Regroups() {
		return nil
	}
	return Settle(st, RunRecord{Started: now(), Ruling: r.ID}, now)
}
