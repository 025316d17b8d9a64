package store

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// ErrNoFact is returned for an id that no fact has.
var ErrNoFact = errors.New("no such fact")

// Facts calls yield for every fact, by story, then id, with the rulings on it.
func (s *Store) Facts(yield func(reconcile.Fact) error) error {
	return s.view(func(tx *bolt.Tx) error {
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		return tx.Bucket(factBucket).ForEach(func(k, v []byte) error {
			var f reconcile.Fact
			if err := unseal(v, &f); err != nil {
				return fmt.Errorf("read %s, fact %q: %w", s.path, k, err)
			}
			book.Decide(&f)
			return yield(f)
		})
	})
}

// Fact returns the fact with an id, or with an id that begins so where only one does.
func (s *Store) Fact(id string) (reconcile.Fact, error) {
	var f reconcile.Fact
	err := s.view(func(tx *bolt.Tx) error {
		c := tx.Bucket(factIDBucket).Cursor()
		k, story := c.Seek([]byte(id))
		if k == nil || !strings.HasPrefix(string(k), id) || id == "" {
			return fmt.Errorf("%w: %q; 'crosstally facts' lists the ids", ErrNoFact, id)
		}
		if string(k) != id {
			if next, _ := c.Next(); next != nil && strings.HasPrefix(string(next), id) {
				return fmt.Errorf("%w: %q begins more than one id; write more of it", ErrNoFact, id)
			}
			k, story = c.Seek([]byte(id))
		}
		if err := unseal(tx.Bucket(factBucket).Get([]byte(string(story)+"\x00"+string(k))), &f); err != nil {
			return fmt.Errorf("read %s, fact %s: %w", s.path, k, err)
		}
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		book.Decide(&f)
		return nil
	})
	return f, err
}

// Stories calls yield for every story, by id.
func (s *Store) Stories(yield func(reconcile.Story) error) error {
	return s.view(func(tx *bolt.Tx) error {
		return tx.Bucket(storyBucket).ForEach(func(k, v []byte) error {
			var st reconcile.Story
			if err := unseal(v, &st); err != nil {
				return fmt.Errorf("read %s, story %q: %w", s.path, k, err)
			}
			return yield(st)
		})
	})
}

// FactsOf returns the facts of one story, by id, with the rulings on them.
func (s *Store) FactsOf(story string) (out []reconcile.Fact, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		return s.eachFactOf(tx, story, book, func(f reconcile.Fact) { out = append(out, f) })
	})
	return out, err
}

func (s *Store) eachFactOf(tx *bolt.Tx, story string, book *ruling.Book, yield func(reconcile.Fact)) error {
	prefix := append([]byte(story), 0)
	c := tx.Bucket(factBucket).Cursor()
	for k, v := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, v = c.Next() {
		var f reconcile.Fact
		if err := unseal(v, &f); err != nil {
			return fmt.Errorf("read %s, fact %q: %w", s.path, k, err)
		}
		book.Decide(&f)
		yield(f)
	}
	return nil
}
