package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

func reading(url, text, modified string) claim.Reading {
	return claim.Reading{Article: &article.Article{URL: url, Source: "Harbour News", Published: "2026-05-03", Modified: modified, Text: text}}
}

func create(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	s, err := Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, path
}

func TestOpenRefusesWhatIsNoStore(t *testing.T) {
	s, path := create(t)
	if _, err := s.Put([]claim.Reading{reading("u", "eight died", "")}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		bytes []byte
		want  error
	}{
		"empty": {nil, ErrDamaged}, "foreign": {make([]byte, 1<<16), ErrNotAStore}, "cut": {whole[:len(whole)/2], ErrDamaged},
	} {
		p := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(p, c.bytes, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(p); !errors.Is(err, c.want) {
			t.Errorf("%s: got error %v, want %v", name, err, c.want)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, ErrNoStore) {
		t.Errorf("missing: got error %v", err)
	}
}

func TestSecondWriterIsToldWhoHoldsTheStore(t *testing.T) {
	_, path := create(t)
	if _, err := Create(path, 0); !errors.Is(err, ErrLocked) {
		t.Errorf("got error %v, want %v", err, ErrLocked)
	}
}

// Who waits in vain is not told to look for itself, nor for a writer that has ended: it is a program that reads.
func TestAReaderInTheWayIsNotTakenForTheLastWriter(t *testing.T) {
	s, path := create(t)
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	for note, want := range map[string]string{
		fmt.Sprintf("process %d since 08:15:00\n", os.Getpid()):      "another process",
		fmt.Sprintf("process %d since 08:15:00\n", gone.Process.Pid): "another process",
		fmt.Sprintf("process %d since 08:15:00\n", os.Getppid()):     fmt.Sprintf("process %d since 08:15:00", os.Getppid()),
		"": "another process",
	} {
		if err := os.WriteFile(path+".lock", []byte(note), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := s.blocker(); got != want {
			t.Errorf("by the note %q it is %q, want %q", note, got, want)
		}
	}
}

// A store that another user owns can be read; who writes to it is told what is missing, and not that a store could not be created.
func TestAStoreToReadAloneSaysSo(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	s, path := create(t)
	s.Close()
	dir := filepath.Dir(path)
	if err := errors.Join(os.Remove(path+".lock"), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
	if _, err := Open(path); err != nil {
		t.Error(err)
	}
	if _, err := Create(path, 0); err == nil || !strings.Contains(err.Error(), "can be read alone") || !strings.Contains(err.Error(), "--db") {
		t.Errorf("got error %v", err)
	}
}
