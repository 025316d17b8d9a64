package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

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
)

// lockWait is how long Open waits for another process before it says who holds the store.
const lockWait = 1500 * time.Millisecond

// A Store is an open store file. It is safe for concurrent use.
type Store struct {
	db   *bolt.DB
	path string
	held bool // the holder file is ours
}

// Create opens a store for writing and makes it where there is none.
func Create(path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("create store %s: %w; choose another place with --db", path, err)
	}
	if err := probe(path); err != nil && !errors.Is(err, ErrNoStore) {
		return nil, err
	} else if err != nil {
		if err := makeFile(path); err != nil {
			return nil, err
		}
	}
	s, err := open(path, false)
	if err != nil {
		return nil, err
	}
	s.hold()
	return s, nil
}

// Open opens a store for reading.
func Open(path string) (*Store, error) {
	if err := probe(path); err != nil {
		return nil, err
	}
	return open(path, true)
}

func open(path string, readOnly bool) (*Store, error) {
	db, err := openFile(path, readOnly)
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("open %s: %w by %s; wait until it is done, or stop it", path, ErrLocked, holder(path))
	}
	if errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("open %s: %w; check its owner, or choose another place with --db", path, err)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w: %v", path, ErrDamaged, err)
	}
	s := &Store{db: db, path: path}
	if err := s.checkLayout(); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

// openFile opens the bbolt file; bbolt panics on some damaged files.
func openFile(path string, readOnly bool) (db *bolt.DB, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return bolt.Open(path, 0o644, &bolt.Options{Timeout: lockWait, ReadOnly: readOnly, FreelistType: bolt.FreelistMapType})
}

// probe tells a missing, foreign or cut file before it is mapped: bbolt would crash on some, and take an empty file for a new store.
func probe(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("open %s: %w there; run 'crosstally ingest' first, or name the store with --db", path, ErrNoStore)
	}
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	if info.IsDir() {
		return fmt.Errorf("open %s: %w but a folder; name a file with --db", path, ErrNotAStore)
	}
	if info.Size() == 0 {
		return fmt.Errorf("open %s: %w: the file is empty, so its data are lost; restore a copy or remove the file", path, ErrDamaged)
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
		if n, _ := f.ReadAt(head, at); n < len(head) {
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
		return fmt.Errorf("open %s: %w: the file is cut short (%d bytes, at least %d were written); restore a copy", path, ErrDamaged, size, used*pageSize)
	}
	return nil
}

// makeFile makes an empty store under a temporary name and renames it, so that a crash leaves no half-made store.
func makeFile(path string) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return fmt.Errorf("create store %s: %w; choose another place with --db", path, err)
	}
	defer os.Remove(tmp.Name())
	tmp.Close()
	db, err := bolt.Open(tmp.Name(), 0o644, &bolt.Options{Timeout: lockWait})
	if err != nil {
		return fmt.Errorf("create store %s: %w", path, err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, b := range buckets {
			if _, err := tx.CreateBucketIfNotExists(b); err != nil {
				return err
			}
		}
		return tx.Bucket(metaBucket).Put([]byte("layout"), binary.BigEndian.AppendUint32(nil, layout))
	})
	if cerr := db.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644)
	}
	if err == nil {
		err = os.Link(tmp.Name(), path) // unlike a rename, it never replaces a store that another process has just made
		if errors.Is(err, fs.ErrExist) {
			err = nil
		}
	}
	if err != nil {
		return fmt.Errorf("create store %s: %w", path, err)
	}
	return nil
}

func (s *Store) checkLayout() error {
	return s.db.View(func(tx *bolt.Tx) error {
		m := tx.Bucket(metaBucket)
		if m == nil || len(m.Get([]byte("layout"))) != 4 {
			return fmt.Errorf("open %s: %w; name a store made by this program with --db", s.path, ErrNotAStore)
		}
		if v := binary.BigEndian.Uint32(m.Get([]byte("layout"))); v > layout {
			return fmt.Errorf("open %s: layout %d, this program reads up to %d: %w", s.path, v, layout, ErrNewerLayout)
		}
		return nil
	})
}

// Close closes the store.
func (s *Store) Close() error {
	if s.held {
		os.Remove(holderFile(s.path))
	}
	return s.db.Close()
}

// Path returns the file's path.
func (s *Store) Path() string { return s.path }

func holderFile(path string) string { return path + ".holder" }

// hold notes who writes, for the message that a second process gets. It is only a note: bbolt's lock decides.
func (s *Store) hold() {
	note := fmt.Sprintf("process %d since %s", os.Getpid(), time.Now().Format("15:04:05"))
	s.held = os.WriteFile(holderFile(s.path), []byte(note), 0o644) == nil
}

func holder(path string) string {
	b, err := os.ReadFile(holderFile(path))
	if err != nil || len(b) == 0 {
		return "another process"
	}
	return string(bytes.TrimSpace(b[:min(len(b), 100)]))
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
