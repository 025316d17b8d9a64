package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// A Store keeps readings, stories and facts.
type Store interface {
	// Put stores readings, whole or not at all, and says what became of each.
	Put([]claim.Reading) ([]Outcome, error)
	// Unsettled returns at most limit of the current articles that are in no story yet and of the replaced ones that still are in one.
	Unsettled(limit int) (fresh, retired []Article, err error)
	// Sharing returns the settled articles that have one of these blocking keys, or one near it.
	Sharing(keys []reconcile.Key) ([]Article, error)
	// Members returns the articles of a story.
	Members(story string) ([]Article, error)
	Reading(number uint64) (claim.Reading, error)
	// FactsOf returns the facts of a story.
	FactsOf(story string) ([]reconcile.Fact, error)
	// Rulings returns what people decided, oldest first; those on what belongs together bind.
	Rulings() ([]ruling.Ruling, error)
	// Recall returns the notes of earlier runs on addresses.
	Recall(keys ...string) (map[string]intake.Note, error)
	// Remember keeps notes, whole or not at all.
	Remember(notes []intake.Note) error
	// Expire drops at most limit notes that are too old to be of use, and says how many it went through.
	Expire(now time.Time, limit int) (int, error)
	// Apply makes an update, whole or not at all, and returns the run's number.
	Apply(Update) (run uint64, err error)
}

// Outcome is what became of a reading that was put.
type Outcome string

// The outcomes of Put.
const (
	Stored    Outcome = "stored"
	Duplicate Outcome = "duplicate"
	Forgotten Outcome = "forgotten" // taken down earlier, so it is not stored again
)

// batch is how many readings are committed at once.
const batch = 100

// expireBatch is how many old notes are dropped at once.
const expireBatch = 5000

// Options of a run.
type Options struct {
	Workers int              // extractors at work; 0 is one for each core
	Refuse  func(Refusal)    // told of each thing that is refused, in input order; may be nil
	Tell    func(Account)    // told of progress after each item; may be nil
	Now     func() time.Time // clock of the run record; nil is time.Now
	Robots  *RobotsMemory    // what the run's client learnt of robots.txt; may be nil
}

// Run ingests inputs into a store, then brings stories and facts up to date. An input that fails is refused and told; the
// rest goes on. Its error is the store's or the context's; what was read until then is stored also when the context ends.
func Run(ctx context.Context, in *intake.Reader, inputs []string, st Store, opt Options) (Report, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	b := &batcher{st: st, opt: opt}
	b.report.Started = opt.Now()
	err := Each(ctx, in, inputs, opt.Workers, b.add)
	if b.report.Stopped = err != nil && ctx.Err() != nil; b.report.Stopped || err == nil {
		err = errors.Join(err, b.flush())
	}
	b.report.Ended = opt.Now()
	if cerr := b.check(); cerr != nil && (err == nil || b.report.Stopped) {
		return b.report, errors.Join(err, cerr)
	}
	if err != nil {
		return b.report, err
	}
	for n := expireBatch; n == expireBatch; {
		if n, err = st.Expire(opt.Now(), expireBatch); err != nil {
			return b.report, err
		}
	}
	b.report.Run, err = settleRun(st, RunRecord{Started: b.report.Started, Account: b.report.Account}, opt.Now) // also what an earlier run left when it was stopped
	b.report.Ended = opt.Now()
	return b.report, err
}

// A batcher commits results in batches, each with the notes that hold once it is stored.
type batcher struct {
	ledger
	st      Store
	opt     Options
	pending []Result // with a reading
	notes   []noted
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
			for i := range x.Notes {
				x.Notes[i].Refuse(x.Err)
			}
		}
	case x.Known > 0:
		b.seen(x.Source, x.Known)
		b.duplicate(x.Source, x.Known)
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
	if b.opt.Refuse != nil {
		b.opt.Refuse(r)
	}
}

// flush stores what is pending, then the notes: one that says that a page was read never comes before the page.
func (b *batcher) flush() error {
	if len(b.pending) > 0 {
		rs := make([]claim.Reading, len(b.pending))
		for i, x := range b.pending {
			rs[i] = x.Reading
		}
		outcomes, err := b.st.Put(rs)
		if err != nil {
			return err
		}
		for i, o := range outcomes {
			switch x := b.pending[i]; o {
			case Stored:
				b.stored(x.Source)
			case Duplicate:
				b.duplicate(x.Source, 1)
			case Forgotten:
				b.refuse(x, &intake.Error{Class: intake.Forgotten, Err: fmt.Errorf("%s: taken down earlier; 'crosstally forgotten' says when and why", x.Reading.Article.URL)})
			}
		}
		b.pending = b.pending[:0]
	}
	notes := b.settledNotes()
	if notes = append(notes, b.opt.Robots.learnt()...); len(notes) == 0 {
		return nil
	}
	return b.st.Remember(notes)
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
			n.Settle(acc.Refused, acc.Stored)
		}
		out = append(out, n.Note)
	}
	b.notes = b.notes[:0]
	return out
}

// A Result is what came of one item.
type Result struct {
	Reading claim.Reading
	Err     error
	Read    bool          // the page was brought, whether or not an article was found in it
	Known   int           // pages that are as they were; Reading is empty then
	Source  string        // the input that it belongs to
	Place   string        // where it was read
	Notes   []intake.Note // to be kept once it is stored
}

// Each reads inputs and calls sink for every item in input order, extracting with a number of workers. An error of sink ends it.
func Each(ctx context.Context, in *intake.Reader, inputs []string, workers int, sink func(Result) error) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type job struct {
		item intake.Item
		done chan Result
	}
	work := make(chan job)
	order := make(chan job, 4*workers) // bounds how far reading runs ahead of the sink
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range work {
				j.done <- extractItem(j.item)
			}
		})
	}
	go func() {
		in.Read(ctx, inputs, func(it intake.Item) bool {
			j := job{it, make(chan Result, 1)}
			select {
			case order <- j:
			case <-ctx.Done():
				return false
			}
			work <- j
			return true
		})
		close(work)
		close(order)
	}()
	var err error
	for j := range order {
		r := <-j.done
		if err == nil {
			if err = sink(r); err != nil {
				cancel()
			}
		}
	}
	wg.Wait()
	if err == nil {
		err = context.Cause(ctx)
	}
	return err
}

// extractItem extracts one item; a panic in a third party's parser is an error of this item alone.
func extractItem(it intake.Item) (res Result) {
	res = Result{Err: it.Err, Known: it.Known, Source: it.Source, Place: it.Place, Notes: it.Notes}
	if it.Err != nil || it.Known > 0 || it.NotesOnly() {
		return res
	}
	res.Read = true
	defer func() {
		if r := recover(); r != nil {
			res.Err = &intake.Error{Class: intake.Fault, Err: fmt.Errorf("read %s: program fault: %v; please report it with this page", it.Place, r)}
		}
	}()
	if res.Reading, res.Err = Extract(it.Record); res.Err != nil {
		res.Err = fmt.Errorf("%s: %w", it.Place, res.Err)
	}
	return res
}
