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
	// Members returns the articles of a story and of the others of its strand, each with its story.
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
	b := newBatcher(st, opt)
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

// A Result is what came of one item.
type Result struct {
	Reading claim.Reading
	Err     error
	Read    bool          // the page was brought, whether or not an article was found in it
	Known   int           // pages that are as they were; Reading is empty then
	Page    string        // of a web page: what results after it repeat it by
	Repeats bool          // a result before this one had the Page; Reading is empty, and what became of that one became of this
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
	res = Result{Err: it.Err, Known: it.Known, Page: it.Page, Repeats: it.Repeats, Source: it.Source, Place: it.Place, Notes: it.Notes}
	if it.Err != nil || it.Known > 0 || it.Repeats || it.NotesOnly() {
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
