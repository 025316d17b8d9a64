package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotAFile is returned for an output that cannot be replaced as a whole: a folder, a device, a pipe.
var ErrNotAFile = errors.New("not a file")

// File writes a file whole or not at all: to a temporary file beside it, synced, then renamed. What stood there before
// stays until then, and for good when write fails.
func File(path string, write func(io.Writer) error) error {
	f, path, err := begin(path)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone when it was renamed
	w := bufio.NewWriterSize(f, 1<<18)
	if err := write(w); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(w.Flush(), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// begin opens a temporary file beside path, or beside what a link there names, and returns that place.
func begin(path string) (f *os.File, to string, err error) {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to // the file that a link names, not the link
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, path, fmt.Errorf("write %s: %w; name a file", path, ErrNotAFile)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, path, fmt.Errorf("write %s: %w", path, err)
	}
	f, err = os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".new-*")
	if at := (*fs.PathError)(nil); errors.As(err, &at) {
		err = fmt.Errorf("write %s: %w; name a file in a folder that is there and can be written to", path, at.Err) // nobody asked for the temporary name
	}
	return f, path, err
}

// Writable says why File could not write to path, as far as that can be known before.
func Writable(path string) error {
	f, _, err := begin(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// syncFolder makes a rename last through a power cut.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
