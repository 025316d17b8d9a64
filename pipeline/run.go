package pipeline

import (
	"context"
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
	// Sharing returns the settled articles that share a blocking key with one.
	Sharing(keys []string) ([]Article, error)
	// Members returns the articles of a story.
	Members(story string) ([]Article, error)
	Reading(number uint64) (claim.Reading, error)
	// FactsOf returns the facts of a story.
	FactsOf(story string) ([]reconcile.Fact, error)
	// Rulings returns what people decided, oldest first; those on what belongs together bind.
	Rulings() ([]ruling.Ruling, error)
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

// An Account says what became of everything a run saw: Seen = Stored + Duplicate + Refused.
type Account struct {
	Seen      int `json:"seen"`
	Stored    int `json:"stored"`
	Duplicate int `json:"duplicate"`
	Refused   int `json:"refused"`
}

// Options of a run.
type Options struct {
	Workers int              // extractors at work; 0 is one for each core
	Refuse  func(error)      // told of each input that failed, in input order
	Tell    func(Account)    // told of progress after each item; may be nil
	Now     func() time.Time // clock of the run record; nil is time.Now
}

// Run ingests inputs into a store, then brings stories and facts up to date. An input that fails is refused and told; the
// rest goes on. Its error is the store's or the context's.
func Run(ctx context.Context, in *intake.Reader, inputs []string, st Store, opt Options) (Account, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	started := opt.Now()
	var acc Account
	var pending []claim.Reading
	flush := func() error {
		if len(pending) == 0 {
			return nil
		}
		outcomes, err := st.Put(pending)
		if err != nil {
			return err
		}
		for i, o := range outcomes {
			switch o {
			case Stored:
				acc.Stored++
			case Duplicate:
				acc.Duplicate++
			case Forgotten:
				acc.Refused++
				opt.Refuse(fmt.Errorf("%s: taken down earlier; 'crosstally forgotten' says when and why", pending[i].Article.URL))
			}
		}
		pending = pending[:0]
		return nil
	}
	err := Each(ctx, in, inputs, opt.Workers, func(x Result) error {
		acc.Seen++
		if x.Err != nil {
			acc.Refused++
			opt.Refuse(x.Err)
			return nil
		}
		if x.Known {
			acc.Duplicate++
			return nil
		}
		if pending = append(pending, x.Reading); len(pending) >= batch {
			if err := flush(); err != nil {
				return err
			}
		}
		if opt.Tell != nil {
			opt.Tell(acc)
		}
		return nil
	})
	if ferr := flush(); err == nil {
		err = ferr
	}
	if err != nil {
		return acc, err
	}
	if got := acc.Stored + acc.Duplicate + acc.Refused; got != acc.Seen {
		return acc, fmt.Errorf("account does not add up: %d seen, %d stored + %d duplicate + %d refused", acc.Seen, acc.Stored, acc.Duplicate, acc.Refused)
	}
	return acc, Settle(st, RunRecord{Started: started, Account: acc}, opt.Now) // also what an earlier run left when it was stopped
}

// A Result is what came of one item.
type Result struct {
	Reading claim.Reading
	Err     error
	Known   bool // the input says that it gave the page before; Reading is empty then
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
	if it.Err != nil {
		return Result{Err: it.Err}
	}
	if it.Known {
		return Result{Known: true}
	}
	defer func() {
		if r := recover(); r != nil {
			res = Result{Err: fmt.Errorf("read %s: program fault: %v; please report it with this page", it.Place, r)}
		}
	}()
	r, err := Extract(it.Record)
	if err != nil {
		return Result{Err: fmt.Errorf("%s: %w", it.Place, err)}
	}
	return Result{Reading: r}
}
