//go:build linux

package export

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk that is full at any step leaves the file that was there, no other, and an error. A limit on the size of files stands
// for the disk.
func TestFullDiskLeavesTheFileAsItWas(t *testing.T) {
	if os.Getenv("FULL_DISK") == "" { // the limit is a process's own, so it is another one that runs into it
		cmd := exec.Command(os.Args[0], "-test.run", "^TestFullDisk", "-test.v")
		cmd.Env = append(os.Environ(), "FULL_DISK=1")
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS") {
			t.Errorf("%v: %s", err, out)
		}
		return
	}
	in := input(t)
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
	defer limit(free.Cur)
	for _, format := range strings.Split(Formats, "|") {
		dir := t.TempDir()
		path := filepath.Join(dir, "out")
		whole := written(t, format, in)
		if err := os.WriteFile(path, []byte("as it was"), 0o644); err != nil {
			t.Fatal(err)
		}
		for n := 0; n < len(whole); n += 1024 {
			limit(uint64(n))
			err := File(path, func(w io.Writer) error { return Write(w, format, in) })
			limit(free.Cur)
			got, rerr := os.ReadFile(path)
			left, derr := os.ReadDir(dir)
			if err == nil || rerr != nil || derr != nil || string(got) != "as it was" || len(left) != 1 {
				t.Fatalf("%s, full after %d of %d bytes: error %v, the file holds %.20q, the folder %v", format, n, len(whole), err, got, left)
			}
		}
		if err := File(path, func(w io.Writer) error { return Write(w, format, in) }); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, whole) {
			t.Errorf("%s: with room again, %d bytes of %d, %v", format, len(got), len(whole), err)
		}
	}
}
