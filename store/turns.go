package store

import (
	"os"
	"sync"
	"time"

	"github.com/gofrs/flock"
	bolt "go.etcd.io/bbolt"
)

const (
	// turn is how long the readers of one process hold the file, one beside and after the other, before they let a writer in.
	turn = 120 * time.Millisecond
	// pause is how long they then keep off; a writer tries several times in it.
	pause = 12 * time.Millisecond
	// turnWait is how long a reader of such a process waits for a writer: a page can come late rather than not.
	turnWait = 5 * time.Second
	// patience is how long a reader waits for the others to end their turn. One that is longer reads from within another's read.
	patience = 500 * time.Millisecond
)

// turns lets the readers of one process share an opening of the file, and a writer in after each turn: many readers that each open the
// file alone hold its lock all the time between them.
type turns struct {
	path    string
	mu      sync.Mutex
	changed chan struct{} // closed when it may be tried again
	db      *bolt.DB      // nil where it is not open
	users   int
	opening bool
	since   time.Time // since when it has been held, but for moments
	left    time.Time // when the last reader left
}

// TakeTurns makes the readers of this store share it, in a process that reads all the time. A read must not begin within another.
func (s *Store) TakeTurns() { s.turns = &turns{path: s.path, changed: make(chan struct{})} }

// Aside returns the store as a reader that takes no turns: for a read that takes long, which the others would wait for.
func (s *Store) Aside() *Store { return &Store{path: s.path} }

// join returns the open file, opened by open where it is not; leave gives it back. It is nil where the others do not end.
func (t *turns) join(open func() (*bolt.DB, error)) (*bolt.DB, error) {
	late := time.After(patience)
	for {
		t.mu.Lock()
		if t.db != nil && time.Since(t.since) > turn && !beingWritten(t.path) { // nobody waits for the end of the turn
			t.since = time.Now()
		}
		switch {
		case t.db != nil && time.Since(t.since) <= turn:
			t.users++
			defer t.mu.Unlock()
			return t.db, nil
		case t.db == nil && !t.opening:
			t.opening = true
			t.mu.Unlock()
			return t.first(open)
		}
		changed, held := t.changed, t.db != nil
		t.mu.Unlock()
		if !held { // somebody is at it
			<-changed
			continue
		}
		select {
		case <-changed:
		case <-late:
			return nil, nil
		}
	}
}

// first opens the file for all.
func (t *turns) first(open func() (*bolt.DB, error)) (db *bolt.DB, err error) {
	defer func() { // also where bbolt panics on a damaged file
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.opening = false; db != nil {
			t.db, t.users = db, 1
		}
		t.tell()
	}()
	t.rest()
	return open()
}

// rest keeps off the file for a moment where it has been held for a turn and a writer is there.
func (t *turns) rest() {
	t.mu.Lock()
	defer t.mu.Unlock() // nobody else needs it: the file is not open
	idle, over := time.Since(t.left), time.Since(t.since) > turn
	if idle < pause && over && beingWritten(t.path) {
		time.Sleep(pause - idle)
	}
	if idle >= pause || over {
		t.since = time.Now()
	}
}

// leave ends a reader's use of the file; the last one closes it.
func (t *turns) leave() (err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.users--; t.users == 0 {
		err = t.db.Close()
		t.db, t.left = nil, time.Now()
		t.tell()
	}
	return err
}

// tell wakes those who wait.
func (t *turns) tell() {
	close(t.changed)
	t.changed = make(chan struct{})
}

// beingWritten reports whether a process has the store for writing.
func beingWritten(path string) bool {
	l := flock.New(path+".lock", flock.SetFlag(os.O_RDONLY))
	ok, err := l.TryRLock()
	_ = l.Close() // it holds nothing that was not read
	return err == nil && !ok
}
