package desk

import (
	"maps"
	"slices"

	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// maxRead is how many stories one request reads at most in looking for what it shows.
const maxRead = 300

// pick returns the rows of the facts that a filter keeps, the newest story first, conflicts first in a story.
func (d *desk) pick(f filter, address func(offset int) string) (rows []factRow, s span, err error) {
	x, err := d.indexed()
	if err != nil {
		return nil, s, err
	}
	p := &picking{desk: d, f: f, x: x}
	if f.wordy() {
		err = p.search()
	} else {
		err = p.list()
	}
	s = newSpan(f.Offset, len(p.rows), p.more, address, f.Limit)
	switch {
	case p.partly || f.wordy() && !x.complete:
		s.Partly, s.Looked, s.Known = true, p.looked, false
	case !s.Known && !f.wordy():
		s.Total, s.Known = x.total(f.Filter)
	}
	return p.rows, s, err
}

// picking is the work of one pick.
type picking struct {
	desk   *desk
	f      filter
	x      *snapshot
	seen   int // facts that the filter keeps, so far
	read   int // stories
	looked int // stories that were looked through, read or not
	rows   []factRow
	more   bool
	partly bool // the search ended before all were
}

// take shows a row if its turn has come, and reports whether there is room for more.
func (p *picking) take(r factRow) bool {
	if p.seen++; p.seen <= p.f.Offset {
		return true
	}
	if p.more = len(p.rows) == p.f.Limit; !p.more {
		p.rows = append(p.rows, r)
	}
	return !p.more
}

// tired reports whether so many stories were read that the search ends.
func (p *picking) tired() bool {
	p.read++
	p.partly = p.read > maxRead+p.f.Limit
	return p.partly
}

// list goes through the stories that the store's own indexes name. What the index knows of a story may be some seconds old; that is
// good enough to pass one over.
func (p *picking) list() error {
	return p.desk.store.Newest(p.f.Query(), func(t store.Telling) (bool, error) {
		if g := p.x.by[t.ID()]; g != nil && (p.f.MinSources > 0 || p.f.Verdict != "" && p.f.Predicate != "" || p.seen < p.f.Offset) {
			if n := g.count(p.f.Filter); p.seen+n <= p.f.Offset || n == 0 { // nothing of it is shown
				p.seen += n
				return true, nil
			}
		}
		if p.looked++; p.tired() {
			return false, nil
		}
		story, err := p.desk.rows.of(t)
		if err != nil {
			return false, err
		}
		for _, r := range story.Facts {
			if r.mark().kept(p.f.Filter) && !p.take(r) {
				return false, nil
			}
		}
		return true, nil
	})
}

// search goes through the stories that have the words.
func (p *picking) search() error {
	p.looked = len(p.x.order)
	plain := p.f.Filter
	plain.Q, plain.Name = "", ""
	words := lists.Words(p.f.Q + " " + p.f.Name)
	wanted := hashes(lists.Words(p.f.Q)) // a fact may have another spelling of the name, which its story has too
	return p.desk.near(p.x, words, func(at int, g *digest, find finder) (bool, error) {
		if plain != (lists.Filter{}) && g.count(plain) == 0 {
			return true, nil
		}
		facts := g.with(wanted)
		maps.DeleteFunc(facts, func(i int, _ bool) bool { return !g.facts[i].kept(plain) })
		if p.f.Name == "" && p.seen+len(facts) <= p.f.Offset || len(facts) == 0 { // nothing of it is shown
			p.seen += len(facts)
			return true, nil
		}
		if p.tired() {
			p.looked = at
			return false, nil
		}
		t, ok := find(g.id)
		switch {
		case !ok: // gone since
			return true, nil
		case p.f.Name != "" || t.Stamp() != g.stamp:
			return p.readAll(t)
		}
		return p.marked(t, facts)
	})
}

// marked takes the facts of a story that the index says have the words.
func (p *picking) marked(t store.Telling, facts map[int]bool) (more bool, err error) {
	some, err := t.Some(func(at int) bool { return facts[at] })
	if err != nil {
		return false, err
	}
	for _, x := range ranked(some) {
		if !p.take(newFactRow(x)) {
			return false, nil
		}
	}
	return true, nil
}

// readAll takes the facts of a story that the filter keeps.
func (p *picking) readAll(t store.Telling) (more bool, err error) {
	facts, err := t.Facts(p.f.Query())
	if err != nil {
		return false, err
	}
	called, err := p.f.Called(t)
	if err != nil {
		return false, err
	}
	for _, x := range ranked(facts) {
		if p.f.Keeps(x, called) && !p.take(newFactRow(x)) {
			return false, nil
		}
	}
	return true, nil
}

// full reads the facts of rows; one that is gone meanwhile is left out.
func (d *desk) full(rows []factRow) ([]reconcile.Fact, error) {
	out := []reconcile.Fact{}
	byStory := map[string][]reconcile.Fact{}
	for _, r := range rows {
		facts, ok := byStory[r.Story.ID]
		if !ok {
			var err error
			if facts, err = d.store.FactsOf(r.Story.ID); err != nil {
				return nil, err
			}
			byStory[r.Story.ID] = facts
		}
		if i := slices.IndexFunc(facts, func(f reconcile.Fact) bool { return f.ID == r.ID }); i >= 0 {
			out = append(out, facts[i])
		}
	}
	return out, nil
}
