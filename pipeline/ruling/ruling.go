// Package ruling keeps what people decide on facts, and finds the facts that it is on, night after night.
//
// In:  a fact and a decision on it; later, the facts as they then are. Out: a Ruling to be stored; the decisions that stand
// on each fact.
//
// A ruling hangs on the claims that the fact held when it was made (anchor.go), not on the fact's id, which changes when an
// earlier article comes, and is carried along when groups change. It alters no verdict and no figure, only what is shown
// beside them (decide.go) - but for those on what belongs together: two questions or one, two names or one. These bind
// reconcile (links.go), and the facts of their stories are made anew. A ruling is never deleted; one that is undone says by whom.
//
// It misses a claim whose article was rewritten around the number: of such a ruling the other claims hold it.
package ruling

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"crosstally/pipeline/reconcile"
)

// Kind is what is decided.
type Kind string

// The kinds of rulings.
const (
	Accept       Kind = "accept"         // this figure is right
	Reject       Kind = "reject"         // this figure is wrong
	NotAConflict Kind = "not-a-conflict" // the figures do not contradict each other
	Note         Kind = "note"           // a remark
	Split        Kind = "split"          // some claims answer a question of their own
	Merge        Kind = "merge"          // two facts answer one question
	NamesMerge   Kind = "names merge"    // two forms are one name
	NamesSplit   Kind = "names split"    // two forms are two names, or one is no other's
)

// A Ruling is one decision of a person.
type Ruling struct {
	ID       uint64    `json:"id"` // rising; given by the store
	Kind     Kind      `json:"kind"`
	Fact     string    `json:"fact,omitempty"`     // its id when it was ruled on
	Question string    `json:"question,omitempty"` // as it was then
	Figure   *Figure   `json:"figure,omitempty"`   // accepted or rejected
	Note     string    `json:"note,omitempty"`
	By       string    `json:"by"`
	When     time.Time `json:"when"`
	Why      string    `json:"why"`
	Claims   []Claim   `json:"claims,omitempty"` // all that the fact held then
	With     []Claim   `json:"with,omitempty"`   // split: those set apart; merge: the other fact's
	Names    []string  `json:"names,omitempty"`
	Undone   *Undoing  `json:"undone,omitempty"`
}

// An Undoing says who took a ruling back.
type Undoing struct {
	By   string    `json:"by"`
	When time.Time `json:"when"`
	Why  string    `json:"why,omitempty"`
}

// A Person is who rules, when and why.
type Person struct {
	Name string
	When time.Time
	Why  string
}

var (
	// ErrNoFigure is returned for a value that no source of the fact gives.
	ErrNoFigure = errors.New("no source gives that figure")
	// ErrContradicts is returned for a ruling against one that stands.
	ErrContradicts = errors.New("another ruling stands against it")
	// ErrIncomplete is returned for a ruling that does not say all it must.
	ErrIncomplete = errors.New("incomplete ruling")
)

// Regroups reports whether a ruling decides what belongs together, so that facts must be made anew.
func (r Ruling) Regroups() bool {
	return r.Kind == Split || r.Kind == Merge || r.Kind == NamesMerge || r.Kind == NamesSplit
}

// start makes a ruling of a kind by a person.
func start(kind Kind, by Person) (Ruling, error) {
	r := Ruling{Kind: kind, By: by.Name, When: by.When.UTC().Truncate(time.Second), Why: by.Why}
	if r.By == "" {
		return r, fmt.Errorf("%w: nobody is named; say who rules with --by", ErrIncomplete)
	}
	return r, nil
}

// On makes a ruling on a fact. Of accept and reject, what is a figure as the fact writes it ("at least 14") or its number; of a
// note, the note.
func On(f reconcile.Fact, kind Kind, what string, by Person) (Ruling, error) {
	r, err := start(kind, by)
	if err != nil {
		return r, fmt.Errorf("rule on %s: %w", f.ID, err)
	}
	r.Fact, r.Question, r.Claims = f.ID, f.Question, anchors(f)
	switch kind {
	case Accept, Reject:
		v, err := figureIn(f, what)
		if err != nil {
			return r, err
		}
		r.Figure = figureOf(v)
	case NotAConflict:
		if f.Verdict != reconcile.Conflict {
			return r, fmt.Errorf("rule on %s: %w: its verdict is %s, there is no conflict to dismiss", f.ID, ErrIncomplete, f.Verdict)
		}
	case Note:
		if r.Note = strings.TrimSpace(what); r.Note == "" {
			return r, fmt.Errorf("rule on %s: %w: the note has no text", f.ID, ErrIncomplete)
		}
	default:
		return r, fmt.Errorf("rule on %s: %w: unknown kind %q; one of %s, %s, %s, %s", f.ID, ErrIncomplete, kind, Accept, Reject, NotAConflict, Note)
	}
	return r, against(f, r)
}

// against reports the standing decision that a new ruling repeats or contradicts.
func against(f reconcile.Fact, r Ruling) error {
	for _, d := range f.Rulings {
		same := r.Figure != nil && d.Figure == r.Figure.Words
		clash := r.Kind == Accept && (d.Kind == string(Accept) || d.Kind == string(Reject) && same) ||
			r.Kind == Reject && same && (d.Kind == string(Accept) || d.Kind == string(Reject)) ||
			r.Kind == NotAConflict && d.Kind == string(NotAConflict) && len(d.OvertakenBy) == 0
		if clash {
			return fmt.Errorf("rule on %s: %w: %s by %s, ruling %d; take that back first: crosstally unrule %d", f.ID, ErrContradicts, strings.TrimSpace(d.Kind+" "+d.Figure), d.By, d.ID, d.ID)
		}
	}
	return nil
}

// figureIn finds a figure among a fact's values: as it is written there, else the exact value of that number, else any of it.
func figureIn(f reconcile.Fact, what string) (reconcile.Value, error) {
	what = strings.TrimSpace(what)
	var given []string
	for _, v := range f.Values {
		if strings.EqualFold(v.Figure(), what) {
			return v, nil
		}
		given = append(given, v.Figure())
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(what, ",", ""), 64)
	if err == nil {
		for _, loose := range []bool{false, true} {
			for _, v := range f.Values {
				if v.Value != nil && *v.Value == n && (loose || !v.Approximate) {
					return v, nil
				}
			}
		}
	}
	return reconcile.Value{}, fmt.Errorf("rule on %s: %w: %q; the figures are %s (a note can say another)", f.ID, ErrNoFigure, what, strings.Join(given, ", "))
}
