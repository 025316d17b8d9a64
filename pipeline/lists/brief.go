package lists

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// A Brief is what changed since a run or time, and which conflicts stand.
type Brief struct {
	Since    string            `json:"since"`
	Runs     int               `json:"runs"`
	Account  pipeline.Account  `json:"account"` // of those runs together
	New      []pipeline.Change `json:"new"`
	Changed  []pipeline.Change `json:"changed"`
	Resolved []pipeline.Change `json:"resolved"`
	Gone     []pipeline.Change `json:"gone"`
	Open     []reconcile.Fact  `json:"open"`      // conflicts that stood before and still do, and on which nobody ruled, the newest story first
	OpenMore bool              `json:"open_more"` // there are more of them than were asked for
	Ruled    []reconcile.Fact  `json:"ruled"`     // conflicts that a person dismissed or settled by accepting a figure
	Repeated []Repetition      `json:"repeated"`  // articles of these runs that give a figure which a person rejected
}

// A Repetition is a rejected figure in a new article.
type Repetition struct {
	Fact     string `json:"fact"`
	Question string `json:"question"`
	Ruling   uint64 `json:"ruling"`
	Figure   string `json:"figure"`
	reconcile.Repeated
}

// Since reads what a brief goes back to: it returns whether a run belongs to the brief, given how many newer ones there are.
func Since(since string, now time.Time) (func(r pipeline.RunRecord, newer int) bool, error) {
	if since == "" {
		read := false // the last run that read something, and the rulings after it
		return func(r pipeline.RunRecord, _ int) bool {
			if read {
				return false
			}
			read = r.Ruling == 0
			return true
		}, nil
	}
	if n, err := strconv.ParseUint(since, 10, 64); err == nil {
		return func(r pipeline.RunRecord, _ int) bool { return r.Number > n }, nil
	}
	t, err := sinceTime(since, now)
	if err != nil {
		return nil, err
	}
	return func(r pipeline.RunRecord, _ int) bool { return !r.Ended.Before(t) }, nil
}

// sinceTime is the time that words name: a date, a time or an age.
func sinceTime(since string, now time.Time) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.ParseInLocation(layout, since, now.Location()); err == nil {
			return t, nil
		}
	}
	if days, ok := strings.CutSuffix(since, "d"); ok {
		if n, err := strconv.Atoi(days); err == nil && n >= 0 {
			return now.AddDate(0, 0, -n), nil
		}
	}
	if d, err := time.ParseDuration(since); err == nil && d >= 0 {
		return now.Add(-d), nil
	}
	return time.Time{}, fmt.Errorf("cannot read %q; give a run's number, a date (2026-05-10), a time or an age (36h, 7d)", since)
}

// ReadBrief merges the changes of the runs that belong to it: of several changes of one fact, the first state before and the last after.
// Of the open conflicts it gives at most limit; 0 is all.
func ReadBrief(s Store, since string, belongs func(pipeline.RunRecord, int) bool, limit int) (Brief, error) {
	b := Brief{Since: since, New: []pipeline.Change{}, Changed: []pipeline.Change{}, Resolved: []pipeline.Change{}, Gone: []pipeline.Change{}, Open: []reconcile.Fact{}, Ruled: []reconcile.Fact{}, Repeated: []Repetition{}}
	runs, err := runsOf(s, belongs)
	if err != nil {
		return b, err
	}
	b.Runs = len(runs)
	for _, r := range runs {
		b.Account.Seen += r.Account.Seen
		b.Account.Stored += r.Account.Stored
		b.Account.Duplicate += r.Account.Duplicate
		b.Account.Refused += r.Account.Refused
	}
	touched := map[string]bool{}
	for _, c := range changesOf(runs) {
		touched[c.Fact] = true
		b.file(c)
	}
	if err := b.findRuled(s); err != nil {
		return b, err
	}
	if err := b.findOpen(s, touched, limit); err != nil || len(runs) == 0 {
		return b, err
	}
	return b, b.findRepeated(s, runs[0].Started)
}

// findOpen lists the conflicts that no run of the brief touched and nobody ruled on, until there are limit.
func (b *Brief) findOpen(s Store, touched map[string]bool, limit int) error {
	q := store.Query{Verdict: reconcile.Conflict}
	return s.Newest(q, func(t store.Telling) (bool, error) {
		facts, err := t.Facts(q)
		for _, f := range facts {
			switch {
			case f.Ruled() || touched[f.ID]:
			case limit > 0 && len(b.Open) == limit:
				b.OpenMore = true
				return false, nil
			default:
				b.Open = append(b.Open, f)
			}
		}
		return true, err
	})
}

// findRuled lists the conflicts that a person dismissed or settled, by story, then fact.
func (b *Brief) findRuled(s Store) error {
	facts, err := factsUnder(s, ruling.Accept, ruling.NotAConflict)
	for _, f := range facts {
		if f.Verdict == reconcile.Conflict && f.Ruled() {
			b.Ruled = append(b.Ruled, f)
		}
	}
	return err
}

// findRepeated lists what articles that came since a time repeat of what was rejected, by story, then fact.
func (b *Brief) findRepeated(s Store, since time.Time) error {
	facts, err := factsUnder(s, ruling.Reject)
	if err != nil {
		return err
	}
	for _, f := range facts {
		b.Repeated = append(b.Repeated, repetitions(f)...)
	}
	return b.keepFresh(s, since)
}

// factsUnder returns the facts that rulings of some kinds which stand are on, by story, then fact.
func factsUnder(s Store, kinds ...ruling.Kind) ([]reconcile.Fact, error) {
	all, err := s.Rulings()
	if err != nil {
		return nil, err
	}
	under, err := s.FactsUnder(slices.DeleteFunc(all, func(r ruling.Ruling) bool { return r.Undone != nil || !slices.Contains(kinds, r.Kind) })...)
	if err != nil {
		return nil, err
	}
	facts := map[string]reconcile.Fact{}
	for _, ids := range under {
		for _, id := range ids {
			if facts[id], err = s.Fact(id); err != nil {
				return nil, err
			}
		}
	}
	return slices.SortedFunc(maps.Values(facts), func(a, b reconcile.Fact) int {
		return cmp.Or(strings.Compare(a.Story.ID, b.Story.ID), strings.Compare(a.ID, b.ID))
	}), nil
}

// runsOf returns the runs that belong to a brief, oldest first.
func runsOf(s Store, belongs func(pipeline.RunRecord, int) bool) (runs []pipeline.RunRecord, err error) {
	newer := 0
	err = s.Runs(func(r pipeline.RunRecord) bool {
		ok := belongs(r, newer)
		newer++
		if ok {
			runs = append(runs, r)
		}
		return ok
	})
	slices.Reverse(runs)
	return runs, err
}

// changesOf joins what runs changed, oldest first.
func changesOf(runs []pipeline.RunRecord) []pipeline.Change {
	var all [][]pipeline.Change
	for _, r := range runs {
		all = append(all, r.Changes)
	}
	return pipeline.MergeChanges(all...)
}

func repetitions(f reconcile.Fact) (out []Repetition) {
	for _, d := range f.Rulings {
		for _, x := range d.RepeatedBy {
			out = append(out, Repetition{Fact: f.ID, Question: f.Question, Ruling: d.ID, Figure: d.Figure, Repeated: x})
		}
	}
	return out
}

// keepFresh keeps the repetitions in articles that came since a time.
func (b *Brief) keepFresh(s Store, since time.Time) (err error) {
	b.Repeated = slices.DeleteFunc(b.Repeated, func(x Repetition) bool {
		_, p, perr := s.Page(x.URL)
		err = errors.Join(err, perr)
		return p.Fetched.Before(since.Truncate(time.Second)) // notes are to the second
	})
	return err
}

// file puts a change where it belongs.
func (b *Brief) file(c pipeline.Change) {
	list := map[pipeline.ChangeKind]*[]pipeline.Change{pipeline.New: &b.New, pipeline.Changed: &b.Changed, pipeline.Resolved: &b.Resolved, pipeline.Gone: &b.Gone}[c.Kind]
	*list = append(*list, c)
}

// Conflicts counts those that nobody ruled on.
func (b *Brief) Conflicts() int {
	n := len(b.Open)
	ruled := map[string]bool{}
	for _, f := range b.Ruled {
		ruled[f.ID] = true
	}
	for _, list := range [][]pipeline.Change{b.New, b.Changed} {
		for _, c := range list {
			if c.Now.Verdict == reconcile.Conflict && !ruled[c.Fact] {
				n++
			}
		}
	}
	return n
}
