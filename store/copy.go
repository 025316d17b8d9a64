package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// ErrExists is returned when a file is to be written that is there already.
var ErrExists = errors.New("file exists")

// Copy writes the store as it is at one time to a new file, also while another process ingests. The copy is whole or not there.
func (s *Store) Copy(ctx context.Context, to string) error {
	return writeWhole(to, func(tmp string) error { return s.copyTo(ctx, tmp) })
}

// Backup is a copy of which every record's checksum holds, or none: it may take the place of a good one.
func (s *Store) Backup(ctx context.Context, to string) error {
	return writeWhole(to, func(tmp string) error {
		if err := s.copyTo(ctx, tmp); err != nil {
			return err
		}
		if err := (&Store{path: tmp}).view(sound); err != nil {
			return fmt.Errorf("there is no copy, for the store is not whole: %w", Renamed(err, tmp, s.path))
		}
		return nil
	})
}

// Renamed makes an error speak of a file under another name: that of a copy which is gone when it is read means nothing to anybody.
func Renamed(err error, from, to string) error {
	if err == nil {
		return nil
	}
	return renamed{err, from, to}
}

type renamed struct {
	error
	from, to string
}

func (e renamed) Error() string { return strings.ReplaceAll(e.error.Error(), e.from, e.to) }

func (e renamed) Unwrap() error { return e.error }

func (s *Store) copyTo(ctx context.Context, tmp string) error {
	return s.view(func(tx *bolt.Tx) (err error) {
		f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_TRUNC, 0o644)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }() // also where bbolt panics on a damaged file
		_, err = tx.WriteTo(stopping{ctx, f})
		if ctx.Err() != nil {
			err = context.Cause(ctx) // bbolt passes it on as words alone
		}
		return errors.Join(err, f.Sync())
	})
}

// stopping writes until a context ends.
type stopping struct {
	ctx context.Context
	w   io.Writer
}

func (s stopping) Write(p []byte) (int, error) {
	if s.ctx.Err() != nil {
		return 0, context.Cause(s.ctx)
	}
	return s.w.Write(p)
}

// Compact writes the store anew without the room that bbolt never gives back, and puts that file in its place. Killed at
// any point, it leaves the old file or the new one. It returns the size before and after.
func (s *Store) Compact() (before, after int64, err error) {
	if s.lock == nil {
		return 0, 0, fmt.Errorf("compact %s: it was opened for reading", s.path)
	}
	info, err := os.Stat(s.path)
	if err != nil {
		return 0, 0, err
	}
	err = s.rewrite("compact", func(dst, src *bolt.DB) error {
		if err := src.View(sound); err != nil { // what salvage can still read of a damaged file would go with it
			return err
		}
		return bolt.Compact(dst, src, 1<<24)
	})
	if err != nil {
		return 0, 0, fmt.Errorf("compact %s: %w", s.path, err)
	}
	small, err := os.Stat(s.path)
	if err != nil {
		return 0, 0, err
	}
	return info.Size(), small.Size(), nil
}

// Publish gives a finished file its name, which no file may have yet, so that a power cut does not take it back.
func Publish(tmp, to string) error {
	if err := os.Link(tmp, to); err != nil {
		return ofDisk(err)
	}
	return syncFolder(filepath.Dir(to))
}

// rewrite has a new file filled from the store's and puts it in its place.
func (s *Store) rewrite(name string, fill func(dst, src *bolt.DB) error) error {
	tmp := s.path + "." + name
	defer os.Remove(tmp)
	err := s.with(true, commitWait, func(src *bolt.DB) (err error) {
		dst, err := bolt.Open(tmp, 0o644, &bolt.Options{Timeout: lockWait, NoSync: true, PageSize: filePage})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, dst.Close()) }() // also where fill panics on a damaged file
		err = fill(dst, src)
		reached(name + "-write")
		return errors.Join(err, dst.Sync())
	})
	if err != nil {
		return err
	}
	reached(name + "-rename")
	if err := os.Rename(tmp, s.path); err != nil {
		return ofDisk(err)
	}
	return syncFolder(filepath.Dir(s.path))
}

// writeWhole lets write fill a temporary file beside to, and gives it its name when it is whole.
func writeWhole(to string, write func(tmp string) error) error {
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("write %s: %w; name a new file", to, ErrExists)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(to), filepath.Base(to)+".new-*")
	if err != nil {
		if path := (*fs.PathError)(nil); errors.As(err, &path) {
			err = path.Err // nobody asked for the temporary name
		}
		return fmt.Errorf("write %s: %w", to, ofDisk(err))
	}
	tmp := f.Name()
	defer os.Remove(tmp)
	if err := f.Close(); err != nil {
		return err
	}
	if err := write(tmp); err != nil {
		return fmt.Errorf("write %s: %w", to, ofDisk(err))
	}
	if err := errors.Join(os.Chmod(tmp, 0o644), os.Rename(tmp, to)); err != nil {
		return fmt.Errorf("write %s: %w", to, ofDisk(err))
	}
	return syncFolder(filepath.Dir(to))
}

// syncFolder makes a rename last through a power cut.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return ofDisk(errors.Join(f.Sync(), f.Close()))
}
