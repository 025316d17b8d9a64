package store

import (
	"errors"
	"os"
	"path/filepath"
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
