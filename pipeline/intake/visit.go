package intake

import (
	"context"
	"sync"

	"crosstally/pipeline/fetch"
)

// visits are the pages of one pass over the inputs: each is asked for once, however many feeds list it and however often.
type visits struct {
	mu   sync.Mutex
	page map[string]*visit // by canonical URL
}

// A visit is one page that was asked for. The lane that comes first asks; the item that comes first in input order has the page,
// and those after it repeat it, so that what is stored does not hang on which lane was faster.
type visit struct {
	key  string
	done chan struct{} // closed when the answer is there
	res  *fetch.Response
	was  Note // what the asker knew of the page
	err  error

	body   []byte // of the answer, until the first item has taken it
	listed bool   // an item has taken it; of the consumer of items alone
}

// of returns the visit of an address, and whether the caller is the one to ask.
func (v *visits) of(address string) (one *visit, ask bool) {
	key, err := fetch.CanonicalURL(address)
	if err != nil {
		key = address
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if one = v.page[key]; one != nil {
		return one, false
	}
	if v.page == nil {
		v.page = map[string]*visit{}
	}
	one = &visit{key: key, done: make(chan struct{})}
	v.page[key] = one
	return one, true
}

// visit asks for a page unless that was done in this pass, and waits for the answer. weight is how many bytes were brought by this call.
func (w *walk) visit(address string, was Note) (v *visit, weight int) {
	v, ask := w.visits.of(address)
	if !ask {
		select {
		case <-v.done:
			return v, 0
		case <-w.ctx.Done():
			return &visit{key: v.key, was: was, err: context.Cause(w.ctx)}, 0
		}
	}
	defer close(v.done)
	v.was = was
	if v.res, v.err = w.r.Client.GetIf(w.ctx, address, was.State); v.err == nil {
		v.body, v.res.Body = v.res.Body, nil
		weight = len(v.body)
	}
	return v, weight
}

// taken gives an item its page if it is the first of its visit, and else says that it repeats another. Items come in input order.
func (it Item) taken() Item {
	v := it.visit
	if v == nil {
		return it
	}
	it.visit, it.Page = nil, v.key
	brought := it.Err == nil && it.Known == 0
	if !v.listed {
		v.listed = true
		if brought {
			it.Record = withBody(it.Record, v.body)
		}
		v.body = nil
		return it
	}
	it.Repeats = brought
	var notes []Note
	for _, n := range it.Notes {
		if n.Kind == EntryNote { // those on the page itself came with the first
			notes = append(notes, n)
		}
	}
	it.Notes = notes
	return it
}
