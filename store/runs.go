package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
)

// putRun writes a run's record, under the next number when it has none yet.
func putRun(tx *bolt.Tx, r pipeline.RunRecord) (uint64, error) {
	b := tx.Bucket(runBucket)
	if r.Number == 0 {
		n, err := b.NextSequence()
		if err != nil {
			return 0, err
		}
		r.Number = n
	}
	rec, err := seal(r)
	if err != nil {
		return 0, err
	}
	return r.Number, b.Put(numberKey(r.Number), rec)
}

// Runs calls yield for every run, the latest first.
func (s *Store) Runs(yield func(pipeline.RunRecord) (more bool)) error {
	return s.view(func(tx *bolt.Tx) error {
		c := tx.Bucket(runBucket).Cursor()
		for k, v := c.Last(); k != nil; k, v = c.Prev() {
			var r pipeline.RunRecord
			if err := unseal(v, &r); err != nil {
				return fmt.Errorf("read %s, run %d: %w", s.path, number(k), err)
			}
			if !yield(r) {
				return nil
			}
		}
		return nil
	})
}
