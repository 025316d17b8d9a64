package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/gofrs/flock"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

var (
	// ErrLocked is returned when another process holds the store.
	ErrLocked = errors.New("store is in use")
	// ErrNewerLayout is returned for a file that a later version of this program wrote.
	ErrNewerLayout = errors.New("store layout is newer than this program")
	// ErrNotAStore is returned for a file that is not a store.
	ErrNotAStore = errors.New("not a store")
	// ErrNoStore is returned when a store is to be read that does not exist.
	ErrNoStore = errors.New("no store")
	// ErrNoArticle is returned for a URL at which no article is stored.
	ErrNoArticle = errors.New("no article from")
)

// lockWait is how long a reader waits while the writer commits, and a writer for another writer, before it is said who holds the store.
const lockWait = 1500 * time.Millisecond

// commitWait is how long a writer waits for readers to close before it commits. Most are short; a list of all facts of a large store takes a while.
const commitWait = 5 * time.Minute

// reached is told of named points in the code; the crash harness ends the process at them.
var reached = func(point string) {}

// opened is told of every store that is opened for writing; tests record its writes, or let them fail.
var opened = func(*bolt.DB) {}

// A Store is a store file. It is safe for concurrent use.
//
// One process writes at a time: it holds <file>.lock for as long as it runs. The file itself is opened for each transaction
// alone, since bbolt's lock shuts everybody else out: so readers see one consistent state between the writer's commits.
type Store struct {
	path string
	lock *flock.Flock // nil for a reader
	sick atomic.Bool  // a write has failed with ErrDiskFailed

	turns *turns // of readers; nil where each opens the file alone

	profiles profileCache
}

// Create opens a store for writing and makes it where there is none. When another process writes, it waits for wait
// (0: not long) and then returns ErrLocked, which says who that is.
func Create(path string, wait time.Duration) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("create store %s: %w; choose another place with --db", path, err)
	}
	s := &Store{path: path, lock: flock.New(path + ".lock")}
	if err := s.hold(max(wait, lockWait)); err != nil {
		return nil, err
	}
	if err := s.ready(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) ready() error {
	for _, left := range []string{"compact", "upgrade"} { // by a process that was killed: who holds the lock is the only one
		if err := os.Remove(s.path + "." + left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove what an earlier run left: %w", ofDisk(err))
		}
	}
	err := probe(s.path)
	if errors.Is(err, ErrNoStore) {
		err = makeFile(s.path)
	}
	if err != nil {
		return err
	}
	return s.upgrade()
}

// Open opens a store for reading. One of an earlier layout is brought to this program's first, which needs the right to write.
func Open(path string) (*Store, error) {
	s := &Store{path: path}
	if err := probe(path); err != nil {
		return nil, err
	}
	err := s.view(checkLayout)
	if errors.Is(err, errOlderLayout) {
		w, err := Create(path, 0)
		if err != nil {
			return nil, err
		}
		return s, w.Close()
	}
	return s, err
}

// view runs f in a read transaction.
func (s *Store) view(f func(*bolt.Tx) error) error {
	return s.with(true, lockWait, func(db *bolt.DB) error { return db.View(f) })
}

// update runs f in a write transaction, which is whole or absent.
func (s *Store) update(f func(*bolt.Tx) error) error {
	if s.lock == nil {
		return fmt.Errorf("write %s: it was opened for reading", s.path)
	}
	if s.sick.Load() { // the system may have dropped what it could not write, and would call the next sync a success
		return fmt.Errorf("%w (earlier in this run)", ErrDiskFailed)
	}
	err := s.with(false, commitWait, func(db *bolt.DB) error { return db.Update(f) })
	if errors.Is(err, ErrDiskFailed) {
		s.sick.Store(true)
	}
	return err
}

// with opens the file for one use. On damaged files bbolt panics or reads outside of the mapped file; both are ErrDamaged.
func (s *Store) with(readOnly bool, wait time.Duration, use func(*bolt.DB) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("read %s: %w: %s", s.path, ErrDamaged, whatBroke(r))
		}
	}()
	if readOnly && s.turns != nil {
		began, wait := time.Now(), s.turns.wait() // those who wait for another's opening give up with it
		db, jerr := s.turns.join(func() (*bolt.DB, error) { return s.open(true, wait-time.Since(began)) })
		if jerr != nil {
			return jerr
		}
		if db != nil {
			defer func() { err = ofDisk(errors.Join(err, s.turns.leave())) }()
			return use(db)
		}
	}
	db, err := s.open(readOnly, wait)
	if err != nil {
		return err
	}
	defer func() { err = ofDisk(errors.Join(err, db.Close())) }()
	if !readOnly {
		opened(db)
	}
	return use(db)
}

// tryEach is how often a process that waits for the file tries to open it.
const tryEach = 4 * time.Millisecond

// open opens the file, and waits for whoever has it open in a way that shuts this one out.
func (s *Store) open(readOnly bool, wait time.Duration) (*bolt.DB, error) {
	for until := time.Now().Add(wait); ; time.Sleep(tryEach) {
		// bbolt itself tries but 20 times a second
		db, err := bolt.Open(s.path, 0o644, &bolt.Options{Timeout: time.Nanosecond, ReadOnly: readOnly, FreelistType: bolt.FreelistMapType, PreLoadFreelist: !readOnly})
		switch {
		case err == nil:
			return db, nil
		case errors.Is(err, bolterrors.ErrTimeout) && time.Now().Before(until):
			if !readOnly {
				want(s.path)
			}
		case errors.Is(err, bolterrors.ErrTimeout):
			return nil, fmt.Errorf("open %s: %w by %s; try again, or wait until it is done", s.path, ErrLocked, s.blocker())
		case errors.Is(err, fs.ErrPermission):
			return nil, fmt.Errorf("open %s: %w; check its owner, or choose another place with --db", s.path, err)
		case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
			return nil, fmt.Errorf("open %s: %w: %v", s.path, ErrDamaged, err)
		default:
			return nil, fmt.Errorf("open %s: %w", s.path, ofDisk(err))
		}
	}
}

// probe tells a missing, foreign or cut file before it is mapped: bbolt would crash on some, and take an empty file for a new store.
func probe(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("open %s: %w there; run 'crosstally ingest' first, or name the store with --db", path, ErrNoStore)
	}
	if err != nil {
		return fmt.Errorf("open store: %w", ofDisk(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("open store: %w", ofDisk(err))
	}
	if info.IsDir() {
		return fmt.Errorf("open %s: %w but a folder; name a file with --db", path, ErrNotAStore)
	}
	if info.Size() == 0 {
		return fmt.Errorf("open %s: %w: the file is empty, so its data are lost; restore a backup, or remove the file", path, ErrDamaged)
	}
	return checkMeta(f, info.Size(), path)
}

// bbolt's meta page: a 16-byte page header, then magic, version, page size …; the high-water page id at offset 48.
const (
	boltMagic  = 0xED0CDAED
	metaOffset = 16
)

// checkMeta compares the file's size with what its meta pages say.
func checkMeta(f *os.File, size int64, path string) error {
	head := make([]byte, metaOffset+64)
	pageSize := int64(0)
	used := int64(0)
	for _, at := range []int64{0, 4096, 8192, 16384, 32768, 65536} {
		if pageSize != 0 && at != pageSize {
			continue
		}
		if n, err := f.ReadAt(head, at); err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("open %s: %w", path, ofDisk(err))
		} else if n < len(head) {
			continue
		}
		m := head[metaOffset:]
		if binary.LittleEndian.Uint32(m) != boltMagic {
			continue
		}
		pageSize = int64(binary.LittleEndian.Uint32(m[8:]))
		used = max(used, int64(binary.LittleEndian.Uint64(m[40:])))
	}
	if pageSize == 0 {
		return fmt.Errorf("open %s: %w; name a store made by this program with --db", path, ErrNotAStore)
	}
	if used*pageSize > size {
		return fmt.Errorf("open %s: %w: the file is cut short (%d bytes, at least %d were written); restore a backup, or save what can be read with 'crosstally salvage'", path, ErrDamaged, size, used*pageSize)
	}
	return nil
}

// makeFile makes an empty store under a temporary name and renames it, so that a crash leaves no half-made store.
func makeFile(path string) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return fmt.Errorf("create store %s: %w; choose another place with --db", path, ofDisk(err))
	}
	defer os.Remove(tmp.Name())
	tmp.Close()
	err = ofDisk(makeEmpty(tmp.Name()))
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644)
	}
	if err == nil {
		reached("create")
		err = os.Link(tmp.Name(), path) // unlike a rename, it never replaces a store that another process has just made
		if errors.Is(err, fs.ErrExist) {
			err = nil
		}
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("create store %s: %w", path, ofDisk(err))
	}
	return nil
}

// makeEmpty makes a file that holds the buckets and nothing in them.
func makeEmpty(path string) error {
	db, err := bolt.Open(path, 0o644, &bolt.Options{Timeout: lockWait, PageSize: filePage})
	if err != nil {
		return err
	}
	return errors.Join(db.Update(makeBuckets), db.Close())
}

func makeBuckets(tx *bolt.Tx) error {
	for _, b := range buckets {
		if _, err := tx.CreateBucketIfNotExists(b); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put([]byte("layout"), binary.BigEndian.AppendUint32(nil, layout))
}

// errOlderLayout is returned for a file that an earlier version of this program wrote and no writer has opened since.
var errOlderLayout = errors.New("store layout is older than this program")

func checkLayout(tx *bolt.Tx) error {
	m := tx.Bucket(metaBucket)
	if m == nil || len(m.Get([]byte("layout"))) != 4 {
		return fmt.Errorf("open %s: %w, or its first page is lost; name a store made by this program with --db, or restore a backup", tx.DB().Path(), ErrNotAStore)
	}
	switch v := binary.BigEndian.Uint32(m.Get([]byte("layout"))); {
	case v > layout:
		return fmt.Errorf("open %s: layout %d, this program reads up to %d: %w", tx.DB().Path(), v, layout, ErrNewerLayout)
	case v < layout:
		return fmt.Errorf("open %s: layout %d: %w", tx.DB().Path(), v, errOlderLayout)
	}
	return nil
}

// Close lets another process write.
func (s *Store) Close() error {
	if s.lock == nil {
		return nil
	}
	return s.lock.Unlock()
}

// Path returns the file's path.
func (s *Store) Path() string { return s.path }

// hold takes the writer's lock and notes who has it.
func (s *Store) hold(wait time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	ok, err := s.lock.TryLockContext(ctx, 50*time.Millisecond)
	if !ok {
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return s.refused(err)
		}
		return fmt.Errorf("open %s: %w by %s; wait until it is done ('crosstally ingest' does so with --wait), or stop it", s.path, ErrLocked, s.holder())
	}
	note := fmt.Sprintf("process %d since %s\n", os.Getpid(), time.Now().Format("15:04:05"))
	if err := os.WriteFile(s.path+".lock", []byte(note), 0o644); err != nil {
		return s.refused(ofDisk(errors.Join(err, s.lock.Unlock())))
	}
	return nil
}

// refused says that the lock file, and so the store, cannot be written.
func (s *Store) refused(err error) error {
	if errors.Is(err, ErrDiskFailed) && !errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("write store %s: %w", s.path, err)
	}
	if _, missing := os.Stat(s.path); missing != nil {
		return fmt.Errorf("create store %s: %w; choose another place with --db", s.path, err)
	}
	return fmt.Errorf("write store %s: %w; it can be read alone: give yourself the right to write to it and its folder, or name another store with --db", s.path, err)
}

// holder says who writes, by the note in the lock file, which outlives its writer.
func (s *Store) holder() string {
	b, err := os.ReadFile(s.path + ".lock")
	if err != nil || len(bytes.TrimSpace(b)) == 0 {
		return "another process"
	}
	return string(bytes.TrimSpace(b[:min(len(b), 100)]))
}

// blocker says who has the file open where no lock on its writing tells. A note that this process wrote itself, or one that has ended, names
// nobody who is in the way: then it is a program that reads or copies the file.
func (s *Store) blocker() string {
	note, pid := s.holder(), 0
	if n, _ := fmt.Sscanf(note, "process %d", &pid); n == 1 && (pid == os.Getpid() || errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)) {
		return "another process"
	}
	return note
}

// DefaultPath returns where the store is kept when no place is named: the XDG data folder.
func DefaultPath() string {
	if d := os.Getenv("STATE_DIRECTORY"); d != "" {
		return filepath.Join(strings.Split(d, ":")[0], "crosstally.db")
	}
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "crosstally", "crosstally.db")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "crosstally.db"
	}
	return filepath.Join(home, ".local", "share", "crosstally", "crosstally.db")
}
