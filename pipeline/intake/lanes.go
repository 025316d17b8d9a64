package intake

import (
	"context"
	"sync"
)

const (
	maxLanes  = 32       // sources that are fetched at once; each host is still asked for one thing at a time
	maxParked = 64 << 20 // bytes of pages that wait for their turn
)

// lanes reads several inputs at once and hands their items on in input order, so that a source which hangs holds up no other:
// the others' items are parked, up to maxParked bytes, until it is their turn.
type lanes struct {
	mu     sync.Mutex
	moved  *sync.Cond // something was parked or taken, or a lane ended
	lane   []lane
	head   int // the lane whose turn it is; it may always park
	parked int // bytes
}

type lane struct {
	items []Item
	ended bool
}

// A task reads something: an input, or pages of one host.
type task struct {
	web bool
	run func(*walk)
}

// each reads inputs: one after the other where they are local, at once where several come from the web.
func (w *walk) each(inputs []string) {
	var tasks []task
	named := map[string]bool{}
	for _, in := range inputs {
		if isWeb(in) && named[in] {
			continue // a list that names a feed twice says nothing new
		}
		named[in] = true
		tasks = append(tasks, task{isWeb(in), func(w *walk) { w.input(in) }})
	}
	w.run(tasks)
}

func (w *walk) run(inputs []task) {
	web := 0
	for _, in := range inputs {
		if in.web {
			web++
		}
	}
	if web < 2 {
		for _, in := range inputs {
			if w.done {
				return
			}
			in.run(w)
		}
		return
	}
	ctx, cancel := context.WithCancel(w.ctx)
	l := &lanes{lane: make([]lane, len(inputs))}
	l.moved = sync.NewCond(&l.mu)
	defer context.AfterFunc(ctx, func() { l.mu.Lock(); defer l.mu.Unlock(); l.moved.Broadcast() })()
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	wg.Go(func() {
		slots := make(chan struct{}, maxLanes) // taken in input order, so that the head always has one
		for i, in := range inputs {
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
				l.end(i)
				continue
			}
			wg.Go(func() {
				defer func() { <-slots }()
				defer l.end(i)
				sub := &walk{ctx: ctx, r: w.r, visits: w.visits, feeds: w.feeds, yield: func(it Item) bool { return l.park(ctx, i, it) }}
				in.run(sub)
			})
		}
	})
	for i := range inputs {
		for {
			it, ok := l.take(i)
			if !ok {
				break
			}
			if w.emit(it); w.done {
				return
			}
		}
	}
}

// park keeps an item of lane i until it is taken. It reports whether more is wanted.
func (l *lanes) park(ctx context.Context, i int, it Item) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.parked > maxParked && i != l.head && ctx.Err() == nil {
		l.moved.Wait()
	}
	if ctx.Err() != nil {
		return false
	}
	l.lane[i].items = append(l.lane[i].items, it)
	l.parked += size(it)
	l.moved.Broadcast()
	return true
}

func (l *lanes) end(i int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lane[i].ended = true
	l.moved.Broadcast()
}

// take waits for the next item of lane i; false when it has no more.
func (l *lanes) take(i int) (Item, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.head != i {
		l.head = i
		l.moved.Broadcast()
	}
	x := &l.lane[i]
	for len(x.items) == 0 {
		if x.ended {
			return Item{}, false
		}
		l.moved.Wait()
	}
	it := x.items[0]
	x.items[0] = Item{}
	x.items = x.items[1:]
	l.parked -= size(it)
	l.moved.Broadcast()
	return it, true
}

func size(it Item) int { return len(it.Record.HTML) + len(it.Record.Text) + it.weight + 256 }
