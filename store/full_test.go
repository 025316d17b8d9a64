//go:build linux

package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
)

const fullArticles = 120

// A disk that is full at any step: a clear error, everything acknowledged can be read, and the run goes on once there is room. A limit
// on the size of files stands for the disk; FULL_STEP is the step in KB (make crash: 1).
func TestFullDiskLosesNothing(t *testing.T) {
	if os.Getenv("FULL_DISK") == "" { // the limit is a process's own, so it is another one that runs into it
		cmd := exec.Command(os.Args[0], "-test.run", "^TestFullDiskLosesNothing$", "-test.v")
		cmd.Env = append(os.Environ(), "FULL_DISK=1")
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS") {
			t.Errorf("%v: %s", err, out)
		} else {
			t.Logf("%s", out)
		}
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var free syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &free); err != nil {
		t.Fatal(err)
	}
	limit := func(n uint64) {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: min(n, free.Max), Max: free.Max}); err != nil {
			t.Fatal(err)
		}
	}
	step := trials(t, "FULL_STEP", 16)
	full := 0
	for n := 0; ; n += step {
		path := filepath.Join(t.TempDir(), "s.db")
		limit(uint64(n) << 10)
		acked, err := fillUp(path)
		limit(free.Cur)
		when := fmt.Sprintf("full after %d KB", n)
		if goesOn(t, path, when, acked); err == nil {
			break
		}
		says(t, when, err, ErrNoRoom)
		full++
		os.RemoveAll(filepath.Dir(path))
	}
	t.Logf("%d sizes", full)
}

// The same with a real file system that is full, where a test may mount one; also one that can only be read.
func TestFullOrReadOnlyFileSystem(t *testing.T) {
	dir := t.TempDir()
	size := func(kb int, flags uintptr) error {
		return syscall.Mount("tmpfs", dir, "tmpfs", flags, fmt.Sprintf("size=%dk", kb))
	}
	step := trials(t, "FULL_STEP", 32)
	for kb := 4; ; kb += max(step, 4) { // a page is the least that a tmpfs gives
		if err := size(kb, 0); err != nil {
			t.Skipf("no right to mount: %v", err)
		}
		path := filepath.Join(dir, "s.db")
		acked, err := fillUp(path)
		done := err == nil
		if err := size(1<<14, syscall.MS_REMOUNT); err != nil {
			t.Fatal(err)
		}
		when := fmt.Sprintf("disk of %d KB", kb)
		goesOn(t, path, when, acked)
		if !done {
			says(t, when, err, ErrNoRoom)
		} else {
			if err := size(1<<14, syscall.MS_REMOUNT|syscall.MS_RDONLY); err != nil {
				t.Fatal(err)
			}
			canOnlyBeRead(t, path)
		}
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Fatal(err)
		}
		if done {
			return
		}
	}
}

// fillUp writes a store until it is done or the disk is full, and returns how many articles were acknowledged.
func fillUp(path string) (acked int, err error) {
	s, err := Create(path, 0)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	for i := 0; i < fullArticles; i += crashBatch {
		if _, err := s.Put(crashReadings(i, i+crashBatch)); err != nil {
			return i, err
		}
		if i/crashBatch%5 == 4 {
			if err := pipeline.Settle(s, pipeline.RunRecord{}, time.Now); err != nil {
				return i + crashBatch, err
			}
		}
	}
	return fullArticles, pipeline.Settle(s, pipeline.RunRecord{}, time.Now)
}

func crashReadings(from, to int) (rs []claim.Reading) {
	for k := from; k < to; k++ {
		rs = append(rs, crashReading(k))
	}
	return rs
}

func says(t *testing.T, when string, err, class error) {
	t.Helper()
	if !errors.Is(err, class) {
		t.Fatalf("%s: the error does not say so: %v", when, err)
	}
}

// goesOn checks a store whose disk was full or failed, when it is well again.
func goesOn(t *testing.T, path, when string, acked int) {
	t.Helper()
	s, operr := Open(path)
	if acked == 0 && errors.Is(operr, ErrNoStore) {
		return
	}
	if operr != nil {
		t.Fatalf("%s: open: %v", when, operr)
	}
	if p, verr := s.Verify(); verr != nil || len(p.Problems) > 0 || p.Articles < acked {
		t.Fatalf("%s: %+v, %v, %d articles acknowledged", when, p, verr, acked)
	}
	if left, gerr := filepath.Glob(path + ".new-*"); gerr != nil || len(left) > 0 {
		t.Errorf("%s: left behind: %v, %v", when, left, gerr)
	}
	if n, ferr := fillUp(path); ferr != nil || n != fullArticles {
		t.Fatalf("%s, then not: %d articles, %v", when, n, ferr)
	}
	if p, verr := s.Verify(); verr != nil || len(p.Problems) > 0 || p.Articles != fullArticles {
		t.Fatalf("%s, then not: %+v, %v", when, p, verr)
	}
}

func canOnlyBeRead(t *testing.T, path string) {
	t.Helper()
	if _, err := Create(path, 0); !errors.Is(err, syscall.EROFS) {
		t.Errorf("writer on a read-only file system: %v", err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if p, err := s.Verify(); err != nil || len(p.Problems) > 0 || p.Articles != fullArticles {
		t.Errorf("reader on a read-only file system: %+v, %v", p, err)
	}
}
