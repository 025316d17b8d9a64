package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
)

// keptProfiles is how many articles, counted from the newest, have their profile stored: some weeks of nights. An older article that
// one shares a key with after all is read anew.
const keptProfiles = 20000

// cachedProfiles bounds how many profiles a process keeps in memory.
const cachedProfiles = 4096

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

func (s *Store) article(tx *bolt.Tx, key []byte) (a pipeline.Article, err error) {
	a = pipeline.Article{Number: number(key)}
	if story := tx.Bucket(storyOfBucket).Get(key); story != nil {
		a.Story = storyKey(story).id()
	}
	if a.Profile, err = s.profiles.of(tx, key); err != nil {
		return a, fmt.Errorf("read %s, profile %d: %w", s.path, a.Number, err)
	}
	return a, nil
}

// Sharing returns the settled articles that have one of these blocking keys, or one near it, by number.
func (s *Store) Sharing(keys []reconcile.Key) (out []pipeline.Article, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		seen := map[uint64]bool{}
		for _, own := range keys {
			for _, k := range own.Near() {
				if err := readPosting(tx.Bucket(blockBucket).Get(blockKey(k)), func(n uint64) { seen[n] = true }); err != nil {
					return fmt.Errorf("read %s, block of %q: %w", s.path, k.Words, err)
				}
			}
		}
		for _, n := range slices.Sorted(maps.Keys(seen)) {
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

// blockKey holds a hash of the names: two keys that meet by chance give a candidate that is then not linked.
func blockKey(k reconcile.Key) []byte {
	h := fnv.New64a()
	h.Write([]byte(k.Words))
	key := binary.BigEndian.AppendUint16([]byte{k.Kind}, uint16(k.Window))
	return append(key, h.Sum(nil)[:5]...)
}

// Members returns the articles of a story and of the others of its strand, by story, then number.
func (s *Store) Members(story string) (out []pipeline.Article, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		key, ok := findStory(tx, story)
		if !ok {
			return nil
		}
		var first storyRecord
		if err := unseal(tx.Bucket(storyBucket).Get(key[:]), &first); err != nil {
			return fmt.Errorf("read %s, story %s: %w", s.path, story, err)
		}
		keys := []storyKey{key}
		if first.Strand != 0 {
			if keys, err = storiesWith(tx, strandTag(first.Strand)); err != nil {
				return fmt.Errorf("read %s, strand %d: %w", s.path, first.Strand, err)
			}
		}
		for _, k := range keys {
			as, err := s.membersOf(tx, k, first.Strand)
			if err != nil {
				return fmt.Errorf("read %s, story %s: %w", s.path, k.id(), err)
			}
			out = append(out, as...)
		}
		return nil
	})
	return out, err
}

// membersOf returns the articles of one story, if it is of a strand.
func (s *Store) membersOf(tx *bolt.Tx, key storyKey, strand uint64) (out []pipeline.Article, err error) {
	var rec storyRecord
	if err := unseal(tx.Bucket(storyBucket).Get(key[:]), &rec); err != nil || rec.Strand != strand { // tags are hashes
		return nil, err
	}
	for _, n := range rec.Members {
		a, err := s.article(tx, numberKey(n))
		if err != nil {
			return nil, err
		}
		a.Strand = strand
		out = append(out, a)
	}
	return out, nil
}

// Apply replaces stories and their facts in one transaction, writes the run's record with them, and returns its number.
func (s *Store) Apply(u pipeline.Update) (run uint64, err error) {
	stories := sealStories(u.Stories)
	err = s.update(func(tx *bolt.Tx) error {
		for _, n := range u.Retired {
			if err := forgetProfile(tx, numberKey(n)); err != nil {
				return err
			}
			s.profiles.drop(n)
		}
		if err := replaceStories(tx, u.Gone, stories); err != nil {
			return err
		}
		for _, n := range u.Settled {
			if err := s.indexProfile(tx, numberKey(n)); err != nil {
				return err
			}
		}
		if err := dropOldProfiles(tx, 2*len(u.Settled)); err != nil {
			return err
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
		err = errors.Join(err, addPosting(tx.Bucket(blockBucket), blockKey(k), a.Number))
	}
	return errors.Join(err, tx.Bucket(unsettledBucket).Delete(key))
}

// unindexProfile takes an article's blocking keys away.
func unindexProfile(tx *bolt.Tx, key []byte) error {
	p, err := readProfile(tx, key)
	if err != nil {
		return err
	}
	for _, k := range p.Keys() {
		err = errors.Join(err, dropPosting(tx.Bucket(blockBucket), blockKey(k), number(key)))
	}
	return err
}

// forgetProfile takes a replaced article out of the indexes.
func forgetProfile(tx *bolt.Tx, key []byte) error {
	return errors.Join(unindexProfile(tx, key), tx.Bucket(profileBucket).Delete(key), tx.Bucket(storyOfBucket).Delete(key), tx.Bucket(unsettledBucket).Delete(key))
}

// dropOldProfiles drops at most limit profiles of settled articles that are no longer among the newest.
func dropOldProfiles(tx *bolt.Tx, limit int) error {
	newest, _ := tx.Bucket(articleBucket).Cursor().Last()
	if newest == nil || number(newest) <= keptProfiles {
		return nil
	}
	b := tx.Bucket(profileBucket)
	var old [][]byte
	c := b.Cursor()
	for k, _ := c.First(); k != nil && number(k) <= number(newest)-keptProfiles && len(old) < limit; k, _ = c.Next() {
		if tx.Bucket(unsettledBucket).Get(k) == nil {
			old = append(old, bytes.Clone(k))
		}
	}
	for _, k := range old {
		if err := b.Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// readProfile reads an article's profile, or makes it where it is no longer stored.
func readProfile(tx *bolt.Tx, key []byte) (*reconcile.Profile, error) {
	if rec := tx.Bucket(profileBucket).Get(key); rec != nil {
		p := &reconcile.Profile{}
		return p, unseal(rec, p)
	}
	r, _, err := getArticle(tx, key)
	if err != nil {
		return nil, err
	}
	return reconcile.NewProfile(r), nil
}

// keepProfile stores the profile of an article in a story that will have no text to make it of.
func keepProfile(tx *bolt.Tx, key []byte) error {
	if tx.Bucket(storyOfBucket).Get(key) == nil || tx.Bucket(profileBucket).Get(key) != nil {
		return nil
	}
	p, err := readProfile(tx, key)
	if err != nil {
		return err
	}
	return tx.Bucket(profileBucket).Put(key, seal(p))
}
