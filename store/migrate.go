package store

import (
	"encoding/json"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// Layout 1 kept the same under other keys: its records were JSON, each fact was one, how an article came stood in bucket "read", the
// articles of a story in "member", blocking keys each with a number, and a run's changes at first in its record. Programs before it had
// no buckets for changes, rulings, notes, versions and "read".

// upgrade brings a file of an earlier layout to this program's: into a new file, which takes the other's place when it is whole.
func (s *Store) upgrade() error {
	err := s.view(checkLayout)
	if !errors.Is(err, errOlderLayout) {
		return err
	}
	if err := s.rewrite("upgrade", fromLayout1); err != nil {
		return fmt.Errorf("bring %s to layout %d: %w", s.path, layout, err)
	}
	return s.view(checkLayout)
}

// moveBatch is how many records are moved in one transaction.
const moveBatch = 500

func fromLayout1(dst, src *bolt.DB) error {
	return src.View(func(tx *bolt.Tx) error {
		m := mover{dst: dst, src: tx}
		err := dst.Update(makeBuckets)
		for _, step := range []func() error{m.copies, m.articles, m.profiles, m.stories, m.runs, m.people, m.notes} {
			if err == nil {
				err = step()
			}
		}
		return err
	})
}

// A mover writes what it reads in a file of layout 1 into a new file.
type mover struct {
	dst *bolt.DB
	src *bolt.Tx
}

// each hands the records of an old bucket to put, in batches of one transaction; a bucket that is not there has none.
func (m *mover) each(bucket string, put func(tx *bolt.Tx, k, v []byte) error) error {
	b := m.src.Bucket([]byte(bucket))
	if b == nil {
		return nil
	}
	c := b.Cursor()
	k, v := c.First()
	for k != nil {
		if err := m.dst.Update(func(tx *bolt.Tx) error {
			for n := 0; k != nil && n < moveBatch; n++ {
				if err := put(tx, k, v); err != nil {
					return fmt.Errorf("%s %q: %w", bucket, k, err)
				}
				k, v = c.Next()
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// copies moves what is as it was, and the numbers that are given next.
func (m *mover) copies() error {
	for _, name := range []string{"url", "content", "version", "unsettled", "recheck", "expire"} {
		if err := m.each(name, func(tx *bolt.Tx, k, v []byte) error { return tx.Bucket([]byte(name)).Put(k, v) }); err != nil {
			return err
		}
	}
	return m.dst.Update(func(tx *bolt.Tx) (err error) {
		for _, name := range []string{"article", "run", "ruling"} {
			if old := m.src.Bucket([]byte(name)); old != nil {
				err = errors.Join(err, tx.Bucket([]byte(name)).SetSequence(old.Sequence()))
			}
		}
		return err
	})
}

func (m *mover) articles() error {
	read := m.src.Bucket([]byte("read"))
	return m.each("article", func(tx *bolt.Tx, k, v []byte) error {
		var r claim.Reading
		if err := unsealJSON(v, &r); err != nil {
			return err
		}
		var p Provenance
		if read != nil {
			if rec := read.Get(k); rec != nil {
				if err := unsealJSON(rec, &p); err != nil {
					return err
				}
			}
		}
		return putArticle(tx, k, sealArticle(r, p))
	})
}

func (m *mover) profiles() error {
	settled := m.src.Bucket([]byte("storyof"))
	return m.each("profile", func(tx *bolt.Tx, k, v []byte) error {
		var p reconcile.Profile
		if err := unsealJSON(v, &p); err != nil {
			return err
		}
		if settled.Get(k) != nil {
			for _, key := range p.Keys() {
				if err := addPosting(tx.Bucket(blockBucket), blockKey(key), number(k)); err != nil {
					return err
				}
			}
		}
		return tx.Bucket(profileBucket).Put(k, seal(p))
	})
}

func (m *mover) stories() error {
	return m.each("story", func(tx *bolt.Tx, k, v []byte) error {
		var su pipeline.StoryUpdate
		if err := unsealJSON(v, &su.Story); err != nil {
			return err
		}
		prefix := append([]byte(su.Story.ID), 0)
		for _, key := range keysWith(m.src.Bucket([]byte("member")), prefix) {
			su.Members = append(su.Members, number(key[len(prefix):]))
		}
		facts := m.src.Bucket([]byte("fact"))
		for _, key := range keysWith(facts, prefix) {
			var f reconcile.Fact
			if err := unsealJSON(facts.Get(key), &f); err != nil {
				return err
			}
			su.Facts = append(su.Facts, f)
		}
		return replaceStories(tx, nil, sealStories([]pipeline.StoryUpdate{su}))
	})
}

func (m *mover) runs() error {
	err := m.each("run", func(tx *bolt.Tx, k, v []byte) error {
		var r pipeline.RunRecord
		if err := unsealJSON(v, &r); err != nil {
			return err
		}
		_, err := putRun(tx, r)
		return err
	})
	return errors.Join(err, m.each("change", func(tx *bolt.Tx, k, v []byte) error {
		var cs []pipeline.Change
		if err := unsealJSON(v, &cs); err != nil {
			return err
		}
		return putChanges(tx, number(k), cs)
	}))
}

// people moves rulings and take-downs.
func (m *mover) people() error {
	err := m.each("ruling", func(tx *bolt.Tx, k, v []byte) error {
		var r ruling.Ruling
		if err := unsealJSON(v, &r); err != nil {
			return err
		}
		return putRuling(tx.Bucket(rulingBucket), r)
	})
	return errors.Join(err, m.each("forgotten", func(tx *bolt.Tx, k, v []byte) error {
		var n Takedown
		if err := unsealJSON(v, &n); err != nil {
			return err
		}
		return tx.Bucket(forgottenBucket).Put(k, seal(n))
	}))
}

func (m *mover) notes() error {
	return m.each("http", func(tx *bolt.Tx, k, v []byte) error {
		var n intake.Note
		if err := unsealJSON(v, &n); err != nil {
			return nil // it only spares a request
		}
		return tx.Bucket(httpBucket).Put(k, seal(n))
	})
}

// unsealJSON reads a record of layout 1.
func unsealJSON(rec []byte, v any) error {
	raw, err := payload(rec)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return nil
}

// recogniseOld reads a record of layout 1, whose kind its fields tell.
func recogniseOld(key, raw []byte) any {
	var x struct {
		Kind, Rules string
		Article     *struct{ URL string }
		When        string
		URL         *string
	}
	if json.Unmarshal(raw, &x) != nil {
		return nil
	}
	var v any
	switch {
	case x.Article != nil && x.Article.URL != "":
		v = &claim.Reading{}
	case x.Kind != "" && len(key) == 8:
		v = &ruling.Ruling{}
	case x.Rules != "" && len(key) == 8:
		v = &Provenance{}
	case x.URL != nil && x.When != "":
		v = &Takedown{}
	default:
		return nil
	}
	if json.Unmarshal(raw, v) != nil {
		return nil
	}
	return v
}
