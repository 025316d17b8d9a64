package store

import (
	"errors"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
)

// Readers that always overlap let a writer in, and see what it wrote.
func TestReadersInTurnsLetAWriterIn(t *testing.T) {
	w, path := create(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	s.TakeTurns()
	var begun atomic.Int64
	stop := make(chan struct{})
	ended := make(chan error)
	const readers = 3
	for range readers {
		go func() {
			var err error
			for err == nil {
				select {
				case <-stop:
					ended <- nil
					return
				default:
				}
				err = s.view(func(*bolt.Tx) error {
					mine := begun.Add(1)
					for wait := time.Now(); begun.Load() == mine && time.Since(wait) < patience/4; { // until the next one is in, too
						time.Sleep(time.Millisecond)
					}
					return nil
				})
			}
			ended <- err
		}()
	}
	for n := range 5 {
		done := make(chan error, 1)
		go func() {
			_, err := w.Put([]claim.Reading{reading("https://a.example/"+string(rune('a'+n)), "eight died", "")})
			done <- err
		}()
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
		case <-time.After(30 * time.Second):
			t.Fatalf("write %d waits for readers that never all end", n)
		}
		if _, _, err := s.Page("https://a.example/" + string(rune('a'+n))); err != nil {
			t.Errorf("a reader does not see write %d: %v", n, err)
		}
	}
	close(stop)
	for range readers {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	if s.turns.db != nil || s.turns.users != 0 {
		t.Error("the file is still open")
	}
}

// Who holds the file for long is waited for once; the readers after that are told sooner, and wait again once somebody got in.
func TestReadersDoNotWaitInVainOneAfterTheOther(t *testing.T) {
	_, path := create(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	s.TakeTurns()
	look := func(*bolt.Tx) error { return nil }
	holds, err := bolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := s.view(look); !errors.Is(err, ErrLocked) || time.Since(began) < turnWait/2 {
		t.Errorf("the first reader: %v after %v", err, time.Since(began))
	}
	began = time.Now()
	for range 3 {
		if err := s.view(look); !errors.Is(err, ErrLocked) {
			t.Errorf("got error %v, want %v", err, ErrLocked)
		}
	}
	if took := time.Since(began); took > turnWait {
		t.Errorf("three more readers waited for %v", took)
	}
	if err := holds.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.view(look); err != nil || s.turns.wait() != turnWait {
		t.Errorf("afterwards: %v, and the next waits for %v", err, s.turns.wait())
	}
}

// A read from within a read ends, although the turn is over.
func TestAReadWithinAReadEnds(t *testing.T) {
	_, path := create(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	s.TakeTurns()
	if err := s.view(func(*bolt.Tx) error {
		s.turns.mu.Lock()
		s.turns.opened = time.Now().Add(-2 * turn)
		want(path)
		s.turns.mu.Unlock()
		return s.view(func(*bolt.Tx) error { return nil })
	}); err != nil {
		t.Error(err)
	}
}

// A file that is damaged is an error for each reader, and not one that waits for the first.
func TestReadersInTurnsOfADamagedFile(t *testing.T) {
	s := &Store{path: filepath.Join(t.TempDir(), "none")}
	s.TakeTurns()
	for range 2 {
		if err := s.view(func(*bolt.Tx) error { return nil }); err == nil || s.turns.opening {
			t.Errorf("got %v, opening %v", err, s.turns.opening)
		}
	}
}
