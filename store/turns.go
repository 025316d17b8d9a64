package store

import (
	"errors"
	"os"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
)

const (
	// turn is how long the readers of one process may go on to join each other although a writer waits.
	turn = 15 * time.Millisecond
	// pause is how long they then keep off; a writer tries several times in it.
	pause = 12 * time.Millisecond
	// turnWait is how long a reader of such a process waits for a writer: a page can come late rather than not.
	turnWait = 5 * time.Second
	// patience is how long a reader waits for the others to end their turn. One that is longer reads from within another's read.
	patience = 500 * time.Millisecond
)

// turns lets the readers of one process share an opening of the file, and end together when a writer waits: many readers that each open
// the file alone hold its lock all the time between them.
type turns struct {
	path    string
	mu      sync.Mutex
	changed chan struct{} // closed when it may be tried again
	db      *bolt.DB      // nil where it is not open
	users   int
	opening bool
	opened  time.Time // when it was
	left    time.Time // when the last reader left
	shut    time.Time // when a reader last waited for the file in vain
}

// TakeTurns makes the readers of this store share it, in a process that reads all the time. A read must not begin within another.
func (s *Store) TakeTurns() { s.turns = &turns{path: s.path, changed: make(chan struct{})} }

// join returns the open file, opened by open where it is not; leave gives it back. It is nil where the others do not end.
func (t *turns) join(open func() (*bolt.DB, error)) (*bolt.DB, error) {
	late := time.After(patience)
	for {
		t.mu.Lock()
		switch {
		case t.db != nil && (time.Since(t.opened) <= turn || !wanted(t.path, t.opened)):
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
			t.db, t.users, t.opened, t.shut = db, 1, time.Now(), time.Time{}
		} else if errors.Is(err, ErrLocked) {
			t.shut = time.Now()
		}
		t.tell()
	}()
	t.rest()
	return open()
}

// wait is how long a reader waits for the file. Where another has just done so in vain, the next are told sooner: they stand in a queue,
// and would wait for each other's waiting.
func (t *turns) wait() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Since(t.shut) < turnWait {
		return patience
	}
	return turnWait
}

// rest keeps off the file for a moment where a writer waited for the readers to end.
func (t *turns) rest() {
	t.mu.Lock()
	defer t.mu.Unlock() // nobody else needs it: the file is not open
	if idle := time.Since(t.left); idle < pause && wanted(t.path, t.opened) {
		time.Sleep(pause - idle)
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

// want says that a writer waits, by the time of its lock file.
func want(path string) {
	now := time.Now()
	_ = os.Chtimes(path+".lock", now, now) // where that cannot be, the writer waits until the readers pause of themselves
}

// wanted reports whether a writer has waited since a time.
func wanted(path string, since time.Time) bool {
	info, err := os.Stat(path + ".lock")
	return err == nil && info.ModTime().After(since)
}
