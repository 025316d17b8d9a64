package store

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/reconcile"
)

// ErrNoFact is returned for an id that no fact has.
var ErrNoFact = errors.New("no such fact")

// SaveReport replaces the stories and facts of the store by those of a report, in one transaction; records that are the same
// are not written again.
func (s *Store) SaveReport(rep reconcile.Report) error {
	stories, facts, ids := map[string][]byte{}, map[string][]byte{}, map[string][]byte{}
	for _, st := range rep.Stories {
		rec, err := seal(st)
		if err != nil {
			return err
		}
		stories[st.ID] = rec
	}
	for _, f := range rep.Facts {
		rec, err := seal(f)
		if err != nil {
			return err
		}
		facts[f.Story.ID+"\x00"+f.ID] = rec
		ids[f.ID] = []byte(f.Story.ID)
	}
	err := s.db.Update(func(tx *bolt.Tx) error {
		return errors.Join(
			replace(tx.Bucket(storyBucket), stories),
			replace(tx.Bucket(factBucket), facts),
			replace(tx.Bucket(factIDBucket), ids))
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", s.path, err)
	}
	return nil
}

// replace makes a bucket hold exactly want.
func replace(b *bolt.Bucket, want map[string][]byte) error {
	var gone [][]byte
	err := b.ForEach(func(k, v []byte) error {
		if w, ok := want[string(k)]; !ok {
			gone = append(gone, bytes.Clone(k))
		} else if bytes.Equal(w, v) {
			delete(want, string(k))
		}
		return nil
	})
	for _, k := range gone {
		err = errors.Join(err, b.Delete(k))
	}
	for k, v := range want {
		err = errors.Join(err, b.Put([]byte(k), v))
	}
	return err
}

// Facts calls yield for every fact, by story, then id.
func (s *Store) Facts(yield func(reconcile.Fact) error) error {
	return s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(factBucket).ForEach(func(k, v []byte) error {
			var f reconcile.Fact
			if err := unseal(v, &f); err != nil {
				return fmt.Errorf("read %s, fact %q: %w", s.path, k, err)
			}
			return yield(f)
		})
	})
}

// Fact returns the fact with an id, or with an id that begins so where only one does.
func (s *Store) Fact(id string) (reconcile.Fact, error) {
	var f reconcile.Fact
	err := s.db.View(func(tx *bolt.Tx) error {
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
		return nil
	})
	return f, err
}

// Stories calls yield for every story, by id.
func (s *Store) Stories(yield func(reconcile.Story) error) error {
	return s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(storyBucket).ForEach(func(k, v []byte) error {
			var st reconcile.Story
			if err := unseal(v, &st); err != nil {
				return fmt.Errorf("read %s, story %q: %w", s.path, k, err)
			}
			return yield(st)
		})
	})
}
