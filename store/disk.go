package store

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"syscall"
)

var (
	// ErrNoRoom is returned when the disk, the user's quota or the largest file allowed is full. What was stored before is kept.
	ErrNoRoom = errors.New("no room; make some and run the same command again: what was stored is kept")
	// ErrDiskFailed is returned when the disk did not read, write or sync. What was stored before is kept, but for what the disk loses
	// of it. A store that was written when it came up is written no more by this process.
	ErrDiskFailed = errors.New("the disk failed; copy the store to another disk, run 'crosstally verify' on the copy, then the same command again: what was stored is kept")
)

// ofDisk gives the errors of a full or failing disk their class. bbolt passes some on as words alone.
func ofDisk(err error) error {
	if err == nil || errors.Is(err, ErrNoRoom) || errors.Is(err, ErrDiskFailed) {
		return err
	}
	for _, c := range []struct {
		class error
		of    []error
	}{{ErrNoRoom, []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}}, {ErrDiskFailed, []error{syscall.EIO}}} {
		for _, no := range c.of {
			if errors.Is(err, no) || strings.Contains(err.Error(), no.Error()) {
				return fmt.Errorf("%w (%w)", c.class, err)
			}
		}
	}
	return err
}

// whatBroke is a panic on a damaged page, bbolt's or the runtime's, in words that help.
func whatBroke(r any) string {
	if _, ok := r.(interface{ Addr() uintptr }); ok {
		return "a page cannot be read; the file is cut short, or the disk fails"
	}
	what := fmt.Sprint(r)
	if _, ok := r.(runtime.Error); ok || strings.HasPrefix(what, "assertion failed") {
		return "a page is not the one that belongs there"
	}
	return what
}
