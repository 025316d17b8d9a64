package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
)

// putRun writes a run's record, under the next number when it has none yet, and adds its changes to those that earlier
// transactions of the run wrote: a run that makes a large archive its own writes each change once.
func putRun(tx *bolt.Tx, r pipeline.RunRecord) (uint64, error) {
	b := tx.Bucket(runBucket)
	if r.Number == 0 {
		n, err := b.NextSequence()
		if err != nil {
			return 0, err
		}
		r.Number = n
	}
	if len(r.Changes) > 0 {
		if err := putChanges(tx, r.Number, r.Changes); err != nil {
			return 0, err
		}
	}
	r.Changes = nil
	return r.Number, b.Put(numberKey(r.Number), seal(r))
}

func putChanges(tx *bolt.Tx, run uint64, cs []pipeline.Change) error {
	b := tx.Bucket(changeBucket)
	n, err := b.NextSequence()
	if err != nil {
		return err
	}
	b.FillPercent = full
	return b.Put(append(numberKey(run), numberKey(n)...), seal(changesRecord{cs}))
}

// Runs calls yield for every run, the latest first.
func (s *Store) Runs(yield func(pipeline.RunRecord) (more bool)) error {
	return s.view(func(tx *bolt.Tx) error {
		for k, v := range falling(tx.Bucket(runBucket), nil) {
			var r pipeline.RunRecord
			if err := unseal(v, &r); err != nil {
				return fmt.Errorf("read %s, run %d: %w", s.path, number(k), err)
			}
			if err := s.readChanges(tx, &r); err != nil {
				return err
			}
			if !yield(r) {
				return nil
			}
		}
		return nil
	})
}

// LastRun returns the latest run without its changes; the zero record where there is none.
func (s *Store) LastRun() (r pipeline.RunRecord, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		k, v := tx.Bucket(runBucket).Cursor().Last()
		if k == nil {
			return nil
		}
		if err := unseal(v, &r); err != nil {
			return fmt.Errorf("read %s, run %d: %w", s.path, number(k), err)
		}
		return nil
	})
	return r, err
}

// readChanges gives a run the changes of all its transactions.
func (s *Store) readChanges(tx *bolt.Tx, r *pipeline.RunRecord) error {
	var lists [][]pipeline.Change
	for _, v := range under(tx.Bucket(changeBucket), numberKey(r.Number)) {
		var rec changesRecord
		if err := unseal(v, &rec); err != nil {
			return fmt.Errorf("read %s, changes of run %d: %w", s.path, r.Number, err)
		}
		lists = append(lists, rec.Changes)
	}
	r.Changes = pipeline.MergeChanges(lists...)
	return nil
}
