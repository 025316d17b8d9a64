package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
)

func TestPageTellsHowItCame(t *testing.T) {
	s, _ := create(t)
	before := time.Now().Add(-time.Second)
	r := reading("u", "eight died", "")
	if _, err := s.Put([]claim.Reading{r}); err != nil {
		t.Fatal(err)
	}
	got, p, err := s.Page("u")
	if err != nil || got.Article.Text != "eight died" || p.Content != fmt.Sprintf("%x", contentHash(r.Article)) || p.Rules == "" || p.Fetched.Before(before) {
		t.Errorf("got %+v, %v", p, err)
	}
	if err := s.Replace(1, r); err != nil {
		t.Fatal(err)
	}
	if _, again, err := s.Page("u"); err != nil || !again.Fetched.Equal(p.Fetched) {
		t.Errorf("read anew, it was fetched at %v and is now at %v, %v", p.Fetched, again.Fetched, err)
	}
	if _, _, err := s.Page("v"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("an address that is not stored: %v", err)
	}
}

// A store that an earlier program made has no notes; it is read as it is, and the next writer completes it.
func TestAnEarlierStoreIsCompleted(t *testing.T) {
	s, path := create(t)
	if _, err := s.Put([]claim.Reading{reading("u", "eight died", "")}); err != nil {
		t.Fatal(err)
	}
	if err := s.update(func(tx *bolt.Tx) error {
		for name := range later {
			if err := tx.DeleteBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	old, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, p, err := old.Page("u"); err != nil || !p.Fetched.IsZero() || p.Content == "" {
		t.Errorf("read from an earlier store: %+v, %v", p, err)
	}
	if _, err := old.Stats(); err != nil {
		t.Error(err)
	}
	if proof, err := old.Verify(); err != nil || len(proof.Problems) > 0 {
		t.Errorf("verify of an earlier store: %v, %v", proof.Problems, err)
	}
	w, err := Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := w.Put([]claim.Reading{reading("v", "nine died", "")}); err != nil {
		t.Errorf("write to an earlier store: %v", err)
	}
}
