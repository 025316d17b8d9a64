package pipeline

import (
	"errors"
	"fmt"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
)

// batch is how many readings are committed at once.
const batch = 100

// A batcher commits results in batches, each with the notes that hold once it is stored.
type batcher struct {
	ledger
	st      Store
	opt     Options
	pending []Result // with a reading, or that repeat a page
	notes   []noted
	refusal map[string]error           // page -> why nothing was taken from it in this run
	barren  map[string][]intake.Barren // source -> what was refused for good
	again   map[string]bool            // source -> something was refused that may be had another time
}

func newBatcher(st Store, opt Options) *batcher {
	return &batcher{st: st, opt: opt, refusal: map[string]error{}, barren: map[string][]intake.Barren{}, again: map[string]bool{}}
}

// noted is a note with the source that it came from.
type noted struct {
	intake.Note
	source string
}

// add takes the next result in input order.
func (b *batcher) add(x Result) error {
	switch {
	case x.Err != nil:
		b.seen(x.Source, 1)
		b.refuse(x, x.Err)
		if x.Read {
			x.Notes = refuseNotes(x.Notes, x.Err)
			b.noteRefusal(x.Page, x.Err)
		}
	case x.Known > 0:
		b.seen(x.Source, x.Known)
		b.duplicate(x.Source, x.Known)
	case x.Repeats:
		if err := b.refusal[x.Page]; err != nil {
			x.Notes = refuseNotes(x.Notes, err)
		}
		fallthrough
	case x.Reading.Article != nil:
		b.seen(x.Source, 1)
		b.pending = append(b.pending, x)
	}
	for _, n := range x.Notes {
		b.notes = append(b.notes, noted{n, x.Source})
		if n.Moved != "" && n.Key == intake.InputKey(x.Source) {
			b.report.Moved = append(b.report.Moved, Move{x.Source, n.Moved})
		}
	}
	if b.opt.Tell != nil {
		b.opt.Tell(b.report.Account)
	}
	if len(b.pending) < batch && len(b.notes) < 10*batch {
		return nil
	}
	return b.flush()
}

func (b *batcher) refuse(x Result, err error) {
	r := b.refused(x.Source, x.Place, err)
	if intake.Lasts(err) {
		b.barren[x.Source] = append(b.barren[x.Source], intake.Barren{Place: r.Place, Class: r.Class, Why: r.Error})
	} else {
		b.again[x.Source] = true
	}
	if b.opt.Refuse != nil {
		b.opt.Refuse(r)
	}
}

// refuseNotes notes why nothing was taken from a page, so that it is named again without being asked for; of a page in the article's place
// nothing is noted, so that it is asked for again.
func refuseNotes(notes []intake.Note, err error) []intake.Note {
	if errors.Is(err, article.ErrGate) {
		return nil
	}
	for i := range notes {
		notes[i].Refuse(err)
	}
	return notes
}

func (b *batcher) noteRefusal(page string, err error) {
	if page == "" {
		return
	}
	b.refusal[page] = err
}

// flush stores what is pending, then the notes: one that says that a page was read never comes before the page.
func (b *batcher) flush() error {
	var rs []claim.Reading
	for _, x := range b.pending {
		if !x.Repeats {
			rs = append(rs, x.Reading)
		}
	}
	var outcomes []Outcome
	if len(rs) > 0 {
		var err error
		if outcomes, err = b.st.Put(rs); err != nil {
			return err
		}
	}
	b.settle(outcomes)
	notes := b.settledNotes()
	if notes = append(notes, b.opt.Robots.learnt()...); len(notes) == 0 {
		return nil
	}
	return b.st.Remember(notes)
}

// settle books what became of all that was pending.
func (b *batcher) settle(outcomes []Outcome) {
	for _, x := range b.pending {
		if x.Repeats {
			if err := b.refusal[x.Page]; err != nil {
				b.refuse(x, err)
			} else {
				b.duplicate(x.Source, 1)
			}
			continue
		}
		switch outcomes[0] {
		case Stored:
			b.stored(x.Source)
		case Duplicate:
			b.duplicate(x.Source, 1)
		case Forgotten:
			err := &intake.Error{Class: intake.Forgotten, Err: fmt.Errorf("%s: taken down earlier; 'crosstally forgotten' says when and why", x.Reading.Article.URL)}
			b.noteRefusal(x.Page, err)
			b.refuse(x, err)
		}
		outcomes = outcomes[1:]
	}
	b.pending = b.pending[:0]
}

// settledNotes completes the notes on what has just been stored, the last of each key alone.
func (b *batcher) settledNotes() []intake.Note {
	last := map[string]int{}
	for i, n := range b.notes {
		last[n.Key] = i
	}
	var out []intake.Note
	for i, n := range b.notes {
		if last[n.Key] != i {
			continue
		}
		if n.Kind == intake.ArchiveNote || n.Key == intake.InputKey(n.source) {
			acc := b.of(n.source)
			n.Settle(acc.Refused, acc.Stored, b.barren[n.source], b.again[n.source])
		}
		out = append(out, n.Note)
	}
	b.notes = b.notes[:0]
	return out
}
