package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFileIsWholeOrAsBefore(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "facts.csv")
	full := errors.New("no space left on device")
	broken := func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat("half a row", 100_000)); err != nil {
			return err
		}
		return full
	}
	if err := File(path, broken); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("a failed export leaves %v, %v", left, err)
	}
	whole := func(w io.Writer) error { _, err := io.WriteString(w, "whole"); return err }
	if err := File(path, whole); err != nil {
		t.Fatal(err)
	}
	if err := File(path, broken); err == nil {
		t.Error("a failed export reports nothing")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "whole" {
		t.Errorf("after a failed export the file holds %q, %v", got, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestFileKeepsALinkAndRefusesADevice(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := errors.Join(os.WriteFile(real, nil, 0o644), os.Symlink(real, link)); err != nil {
		t.Fatal(err)
	}
	if err := File(link, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err }); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(real); err != nil || string(got) != "x" {
		t.Errorf("the file behind the link holds %q, %v", got, err)
	}
	for _, p := range []string{dir, os.DevNull} {
		if err := File(p, func(io.Writer) error { return nil }); !errors.Is(err, ErrNotAFile) {
			t.Errorf("%s: got %v", p, err)
		}
	}
	if err := File(filepath.Join(dir, "none", "f"), func(io.Writer) error { return nil }); err == nil {
		t.Error("a folder that is not there was written to")
	}
}
