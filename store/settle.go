package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
)

// Unsettled returns at most limit of the current articles that are in no story yet and of the replaced ones that still are in one.
func (s *Store) Unsettled(limit int) (fresh, retired []pipeline.Article, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		c := tx.Bucket(unsettledBucket).Cursor()
		for k, v := c.First(); k != nil && len(fresh)+len(retired) < limit; k, v = c.Next() {
			a, err := s.article(tx, k)
			if err != nil {
				return err
			}
			if len(v) == 1 && v[0] == 0 {
				retired = append(retired, a)
			} else {
				fresh = append(fresh, a)
			}
		}
		return nil
	})
	return fresh, retired, err
}

func (s *Store) article(tx *bolt.Tx, key []byte) (pipeline.Article, error) {
	a := pipeline.Article{Number: number(key), Profile: &reconcile.Profile{}, Story: string(tx.Bucket(storyOfBucket).Get(key))}
	if err := unseal(tx.Bucket(profileBucket).Get(key), a.Profile); err != nil {
		return a, fmt.Errorf("read %s, profile %d: %w", s.path, a.Number, err)
	}
	return a, nil
}

// Sharing returns the settled articles that share a blocking key with one, by number.
func (s *Store) Sharing(keys []string) (out []pipeline.Article, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		seen := map[uint64]bool{}
		c := tx.Bucket(blockBucket).Cursor()
		for _, key := range keys {
			prefix := blockPrefix(key)
			for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
				seen[binary.BigEndian.Uint64(k[8:])] = true
			}
		}
		for _, n := range sorted(seen) {
			a, err := s.article(tx, numberKey(n))
			if err != nil {
				return err
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

func sorted(set map[uint64]bool) []uint64 {
	out := make([]uint64, 0, len(set))
	for n := range set {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// blockPrefix is the hash of a blocking key: two keys that meet by chance give a candidate that is then not linked.
func blockPrefix(key string) []byte {
	h := fnv.New64a()
	h.Write([]byte(key))
	return h.Sum(nil)
}

// Members returns the articles of a story, by number.
func (s *Store) Members(story string) (out []pipeline.Article, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		prefix := append([]byte(story), 0)
		c := tx.Bucket(memberBucket).Cursor()
		for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
			a, err := s.article(tx, k[len(prefix):])
			if err != nil {
				return err
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

// Apply replaces stories and their facts in one transaction, writes the run's record with them, and returns its number.
func (s *Store) Apply(u pipeline.Update) (run uint64, err error) {
	err = s.update(func(tx *bolt.Tx) error {
		for _, n := range u.Retired {
			if err := forgetProfile(tx, numberKey(n)); err != nil {
				return err
			}
		}
		for _, id := range u.Gone {
			if err := dropStory(tx, id); err != nil {
				return err
			}
		}
		for _, n := range u.Settled {
			if err := s.indexProfile(tx, numberKey(n)); err != nil {
				return err
			}
		}
		for _, su := range u.Stories {
			if err := putStory(tx, su); err != nil {
				return err
			}
		}
		reached("apply")
		run, err = putRun(tx, u.Run)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", s.path, err)
	}
	return run, nil
}

// indexProfile makes a settled article findable by its blocking keys.
func (s *Store) indexProfile(tx *bolt.Tx, key []byte) error {
	a, err := s.article(tx, key)
	if err != nil {
		return err
	}
	for _, k := range a.Profile.Keys() {
		err = errors.Join(err, tx.Bucket(blockBucket).Put(append(blockPrefix(k), key...), nil))
	}
	return errors.Join(err, tx.Bucket(unsettledBucket).Delete(key))
}

// unindexProfile takes an article's blocking keys away.
func unindexProfile(tx *bolt.Tx, key []byte) error {
	var p reconcile.Profile
	if err := unseal(tx.Bucket(profileBucket).Get(key), &p); err != nil {
		return err
	}
	var err error
	for _, k := range p.Keys() {
		err = errors.Join(err, tx.Bucket(blockBucket).Delete(append(blockPrefix(k), key...)))
	}
	return err
}

// forgetProfile takes a replaced article out of the indexes.
func forgetProfile(tx *bolt.Tx, key []byte) error {
	return errors.Join(unindexProfile(tx, key), tx.Bucket(profileBucket).Delete(key), tx.Bucket(storyOfBucket).Delete(key), tx.Bucket(unsettledBucket).Delete(key))
}

func dropStory(tx *bolt.Tx, id string) error {
	prefix := append([]byte(id), 0)
	facts := keysWith(tx.Bucket(factBucket), prefix)
	var err error
	for _, k := range facts {
		err = errors.Join(err, tx.Bucket(factIDBucket).Delete(k[len(prefix):]), tx.Bucket(factBucket).Delete(k))
	}
	for _, k := range keysWith(tx.Bucket(memberBucket), prefix) {
		err = errors.Join(err, tx.Bucket(storyOfBucket).Delete(k[len(prefix):]), tx.Bucket(memberBucket).Delete(k))
	}
	return errors.Join(err, tx.Bucket(storyBucket).Delete([]byte(id)))
}

func keysWith(b *bolt.Bucket, prefix []byte) (out [][]byte) {
	c := b.Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		out = append(out, bytes.Clone(k))
	}
	return out
}

func putStory(tx *bolt.Tx, su pipeline.StoryUpdate) error {
	rec, err := seal(su.Story)
	if err != nil {
		return err
	}
	id := []byte(su.Story.ID)
	if err := tx.Bucket(storyBucket).Put(id, rec); err != nil {
		return err
	}
	prefix := append(bytes.Clone(id), 0)
	for _, n := range su.Members {
		err = errors.Join(err, tx.Bucket(memberBucket).Put(append(bytes.Clone(prefix), numberKey(n)...), nil), tx.Bucket(storyOfBucket).Put(numberKey(n), id))
	}
	for _, f := range su.Facts {
		rec, serr := seal(f)
		if serr != nil {
			return serr
		}
		err = errors.Join(err, tx.Bucket(factBucket).Put(append(bytes.Clone(prefix), f.ID...), rec), tx.Bucket(factIDBucket).Put([]byte(f.ID), id))
	}
	return err
}
