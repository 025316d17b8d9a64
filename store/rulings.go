package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// ErrNoRuling is returned for a number that no ruling has.
var ErrNoRuling = errors.New("no such ruling")

// Rule stores a ruling under the next number and returns it with that. Stories whose groups it decides are made anew by the
// next pipeline.Settle.
func (s *Store) Rule(r ruling.Ruling) (ruling.Ruling, error) {
	err := s.update(func(tx *bolt.Tx) (err error) {
		b := tx.Bucket(rulingBucket)
		if r.ID, err = b.NextSequence(); err != nil {
			return err
		}
		return errors.Join(putRuling(b, r), unsettle(tx, r))
	})
	if err != nil {
		return r, fmt.Errorf("write %s: %w", s.path, err)
	}
	return r, nil
}

// Unrule takes a ruling back. The ruling stays, with who undid it.
func (s *Store) Unrule(id uint64, u ruling.Undoing) (r ruling.Ruling, err error) {
	err = s.update(func(tx *bolt.Tx) error {
		b := tx.Bucket(rulingBucket)
		rec := b.Get(numberKey(id))
		if rec == nil {
			return fmt.Errorf("%w: %d; 'crosstally rulings' lists them", ErrNoRuling, id)
		}
		if err := unseal(rec, &r); err != nil {
			return fmt.Errorf("ruling %d: %w", id, err)
		}
		if r.Undone != nil {
			return fmt.Errorf("ruling %d was undone by %s already", id, r.Undone.By)
		}
		r.Undone = &u
		return errors.Join(putRuling(b, r), unsettle(tx, r))
	})
	if err != nil {
		return r, fmt.Errorf("undo in %s: %w", s.path, err)
	}
	return r, nil
}

// unsettle marks an article of each story whose groups a ruling decides.
func unsettle(tx *bolt.Tx, r ruling.Ruling) error {
	var err error
	mark := func(key []byte) {
		if b := tx.Bucket(unsettledBucket); key != nil && b.Get(key) == nil {
			err = errors.Join(err, b.Put(key, []byte{1}))
		}
	}
	if !r.Regroups() {
		return nil
	}
	for _, c := range slices.Concat(r.Claims, r.With) {
		mark(bytes.Clone(tx.Bucket(urlBucket).Get([]byte(c.URL))))
	}
	if len(r.Names) == 0 {
		return err
	}
	for _, v := range rising(tx.Bucket(storyBucket), nil) {
		var st storyRecord
		if err := unseal(v, &st); err != nil {
			return err
		}
		for _, name := range r.Names {
			if st.Story.FormOf(name) != "" {
				mark(bytes.Clone(tx.Bucket(urlBucket).Get([]byte(st.Story.Articles[0]))))
			}
		}
	}
	return err
}

func putRuling(b *bolt.Bucket, r ruling.Ruling) error {
	return b.Put(numberKey(r.ID), seal(r))
}

// Rulings returns every ruling, also those undone, oldest first.
func (s *Store) Rulings() (out []ruling.Ruling, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		out, err = s.rulings(tx)
		return err
	})
	return out, err
}

func (s *Store) rulings(tx *bolt.Tx) (out []ruling.Ruling, err error) {
	for k, v := range rising(tx.Bucket(rulingBucket), nil) {
		var r ruling.Ruling
		if err := unseal(v, &r); err != nil {
			return nil, fmt.Errorf("read %s, ruling %d: %w", s.path, number(k), err)
		}
		out = append(out, r)
	}
	return out, nil
}

// book opens the rulings that stand.
func (s *Store) book(tx *bolt.Tx) (*ruling.Book, error) {
	all, err := s.rulings(tx)
	if err != nil {
		return nil, err
	}
	return ruling.NewBook(all), nil
}

// FactsUnder returns the ids of the facts that each ruling is on today, by the ruling's number, sorted; none for one that is undone.
func (s *Store) FactsUnder(rs ...ruling.Ruling) (ids map[uint64][]string, err error) {
	ids = map[uint64][]string{}
	err = s.view(func(tx *bolt.Tx) error {
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		stories := map[storyKey]bool{}
		for _, r := range rs {
			ids[r.ID] = []string{}
			for _, c := range slices.Concat(r.Claims, r.With) {
				if key := tx.Bucket(urlBucket).Get([]byte(c.URL)); key != nil {
					if story := tx.Bucket(storyOfBucket).Get(key); story != nil {
						stories[storyKey(story)] = true
					}
				}
			}
		}
		for key := range stories {
			if err := s.eachFactOf(tx, key, Query{}, book, func(f reconcile.Fact) error {
				for _, d := range f.Rulings {
					if on, asked := ids[d.ID]; asked {
						ids[d.ID] = append(on, f.ID)
					}
				}
				return nil
			}); err != nil {
				return err
			}
		}
		return nil
	})
	for _, on := range ids {
		slices.Sort(on)
	}
	return ids, err
}
