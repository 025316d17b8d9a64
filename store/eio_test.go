//go:build linux && (amd64 || arm64)

package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/sys/unix"
)

// A disk that fails with any one write: the error says so, everything acknowledged can be read, and the run goes on when the disk is well.
// EIO_WRITES is how many writes fail in turn (make crash: all of them).
func TestFailingWriteLosesNothing(t *testing.T) {
	n := trials(t, "EIO_WRITES", 12)
	for k := 0; k < n; k++ {
		path := filepath.Join(t.TempDir(), "s.db")
		seen := 0
		watch(t, func(db *bolt.DB) {
			beforeWrite(db, func([]byte, int64) error {
				if seen++; seen == k+1 {
					return &os.PathError{Op: "write", Path: path, Err: syscall.EIO}
				}
				return nil
			})
		})
		acked, err := fillUp(path)
		if err == nil {
			t.Logf("%d writes, all of them failed in turn", k)
			break
		}
		when := fmt.Sprintf("write %d failed", k)
		says(t, when, err, ErrDiskFailed)
		goesOn(t, path, when, acked)
	}
}

// After a failed sync the system may take back what it could not write, and call the next sync a success.
func TestNothingIsWrittenAfterTheDiskFailed(t *testing.T) {
	s, _ := create(t)
	fails := true
	watch(t, func(db *bolt.DB) {
		beforeWrite(db, func([]byte, int64) error {
			if fails {
				return syscall.EIO
			}
			return nil
		})
	})
	for _, when := range []string{"the disk fails", "it failed before"} {
		_, err := s.Put(crashReadings(0, 4))
		says(t, when, err, ErrDiskFailed)
		if !strings.Contains(err.Error(), s.Path()) {
			t.Errorf("%s: the error does not name the file: %v", when, err)
		}
		fails = false
	}
}

// fails are the system calls that a failing disk lets fail, each alone.
var fails = []struct {
	name string
	no   uint32
}{{"pwrite64", unix.SYS_PWRITE64}, {"fdatasync", unix.SYS_FDATASYNC}, {"fsync", unix.SYS_FSYNC}, {"ftruncate", unix.SYS_FTRUNCATE}}

// The same with the kernel's own errors: from a write on, or from the start, one kind of system call fails in a child.
func TestFailingDiskLosesNothing(t *testing.T) {
	if job := os.Getenv("CROSSTALLY_EIO"); job != "" {
		onFailingDisk(t, job)
		return
	}
	n := trials(t, "EIO_WRITES", 12)
	for call, f := range fails {
		seen := map[string]int{}
		for from := -1; from < n; from += 4 {
			path := filepath.Join(t.TempDir(), "s.db")
			cmd := exec.Command(os.Args[0], "-test.run", "^TestFailingDiskLosesNothing$", "-test.v")
			cmd.Env = append(os.Environ(), fmt.Sprintf("CROSSTALLY_EIO=%d %d %s", call, from, path))
			out, err := cmd.CombinedOutput()
			if strings.Contains(string(out), "--- SKIP") {
				t.Skipf("the kernel takes no filter of system calls: %s", out)
			}
			when := fmt.Sprintf("%s fails from write %d on", f.name, from)
			_, line, found := strings.Cut(string(out), "\nresult ")
			acked, aerr := strconv.Atoi(strings.Fields(line + " x")[0])
			if err != nil || !found || aerr != nil {
				t.Fatalf("%s: %v: %s", when, err, out)
			}
			goesOn(t, path, when, acked)
			what := strings.Fields(line)[1]
			if seen[what]++; what == "before" {
				break // the store is written with fewer writes
			}
		}
		t.Logf("%s: %v", f.name, seen)
		if always := f.no == unix.SYS_PWRITE64 || f.no == unix.SYS_FDATASYNC; seen["failed"] == 0 || always && seen["done"] > 0 {
			t.Errorf("%s failed and nobody heard of it: %v", f.name, seen)
		}
	}
}

// onFailingDisk writes a store while one kind of system call begins to fail, and checks what can be checked while it does.
func onFailingDisk(t *testing.T, job string) {
	var call, from int
	var path string
	if _, err := fmt.Sscan(job, &call, &from, &path); err != nil {
		t.Fatal(err)
	}
	fail := func() {
		if err := letFail(fails[call].no); err != nil {
			t.Skip(err)
		}
	}
	seen := 0
	watch(t, func(db *bolt.DB) {
		beforeWrite(db, func([]byte, int64) error {
			if seen++; seen == from+1 {
				fail()
			}
			return nil
		})
	})
	if from < 0 {
		fail()
	}
	acked, err := fillUp(path)
	switch {
	case err == nil && seen <= from:
		fmt.Printf("\nresult %d before\n", acked)
		return
	case err == nil:
		fmt.Printf("\nresult %d done\n", acked)
		return
	}
	says(t, job, err, ErrDiskFailed)
	if !strings.Contains(err.Error(), path) {
		t.Errorf("%s: the error does not name the file: %v", job, err)
	}
	s, err := Open(path)
	if errors.Is(err, ErrNoStore) && acked == 0 {
		fmt.Printf("\nresult 0 failed\n")
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if p, err := s.Verify(); err != nil || len(p.Problems) > 0 || p.Articles < acked {
		t.Fatalf("%s: %+v, %v, %d articles acknowledged", job, p, err, acked)
	}
	fmt.Printf("\nresult %d failed\n", acked)
}

// letFail lets a system call fail with EIO from now on, in every thread of this process.
func letFail(no uint32) error {
	arch := map[string]uint32{"amd64": unix.AUDIT_ARCH_X86_64, "arm64": unix.AUDIT_ARCH_AARCH64}[runtime.GOARCH]
	const load, same, end = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, unix.BPF_RET | unix.BPF_K
	program := []unix.SockFilter{ // what it looks at is the number of the call, then the architecture
		{Code: load, K: 4}, {Code: same, K: arch, Jf: 3},
		{Code: load, K: 0}, {Code: same, K: no, Jf: 1},
		{Code: end, K: unix.SECCOMP_RET_ERRNO | uint32(syscall.EIO)}, {Code: end, K: unix.SECCOMP_RET_ALLOW},
	}
	prog := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("prctl: %w", err)
	}
	if _, _, no := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&prog))); no != 0 {
		return fmt.Errorf("seccomp: %w", no)
	}
	return nil
}
