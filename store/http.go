package store

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/intake"
)

// Recall returns the notes of earlier runs on addresses; those that there are none of are not in the map. A damaged note is none:
// it only spares a request.
func (s *Store) Recall(keys ...string) (map[string]intake.Note, error) {
	out := map[string]intake.Note{}
	err := s.view(func(tx *bolt.Tx) error {
		b := tx.Bucket(httpBucket)
		for _, key := range keys {
			var n intake.Note
			if rec := b.Get(noteKey(key)); rec != nil && unseal(rec, &n) == nil {
				n.Key = key
				out[key] = n
			}
		}
		return nil
	})
	return out, err
}

// Remember keeps notes on addresses in one transaction, each in the place of the one before it.
func (s *Store) Remember(notes []intake.Note) error {
	err := s.update(func(tx *bolt.Tx) error {
		b := tx.Bucket(httpBucket)
		for _, n := range notes {
			if err := errors.Join(planRecheck(tx, n), planExpiry(tx, n), b.Put(noteKey(n.Key), seal(n))); err != nil {
				return fmt.Errorf("note on %s: %w", n.Key, err)
			}
		}
		reached("remember")
		return nil
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", s.path, err)
	}
	return nil
}

// Notes calls yield for every note whose key has a prefix, by key.
func (s *Store) Notes(prefix string, yield func(intake.Note) error) error {
	return s.view(func(tx *bolt.Tx) error {
		for k, v := range under(tx.Bucket(httpBucket), []byte(prefix)) {
			var n intake.Note
			if err := unseal(v, &n); err != nil {
				return fmt.Errorf("read %s, note on %s: %w", s.path, k, err)
			}
			n.Key = string(k)
			if err := yield(n); err != nil {
				return err
			}
		}
		return nil
	})
}

// planRecheck moves a page to the time at which it is to be read again.
func planRecheck(tx *bolt.Tx, n intake.Note) error {
	if n.Kind != intake.PageNote {
		return nil
	}
	b := tx.Bucket(recheckBucket)
	var was intake.Note
	if rec := tx.Bucket(httpBucket).Get(noteKey(n.Key)); rec != nil && unseal(rec, &was) == nil && !was.Due().IsZero() {
		if err := b.Delete(recheckKey(was.Due(), n.Key)); err != nil {
			return err
		}
	}
	if n.Due().IsZero() {
		return nil
	}
	return b.Put(recheckKey(n.Due(), n.Key), nil)
}

// planExpiry notes when a note may be dropped. A note that is renewed until then has a later key too, and stays.
func planExpiry(tx *bolt.Tx, n intake.Note) error {
	if n.Expires().IsZero() {
		return nil
	}
	return tx.Bucket(expireBucket).Put(recheckKey(n.Expires(), n.Key), nil)
}

// Expire drops the notes on pages and entries that have not been renewed for long, at most limit keys at once, and says how many
// keys it went through: at limit there may be more.
func (s *Store) Expire(now time.Time, limit int) (n int, err error) {
	err = s.update(func(tx *bolt.Tx) error {
		plans := keysUntil(tx.Bucket(recheckBucket), now.Add(-overdue), limit)
		for _, k := range plans {
			if err := tx.Bucket(recheckBucket).Delete(k); err != nil {
				return err
			}
		}
		keys := keysUntil(tx.Bucket(expireBucket), now, limit)
		n = max(len(keys), len(plans))
		notes := tx.Bucket(httpBucket)
		for _, k := range keys {
			var x intake.Note
			key := k[8:]
			if rec := notes.Get(key); rec != nil && (unseal(rec, &x) != nil || !x.Expires().After(now)) {
				if err := notes.Delete(key); err != nil {
					return err
				}
			}
			if err := tx.Bucket(expireBucket).Delete(k); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return n, fmt.Errorf("write %s: %w", s.path, err)
	}
	return n, nil
}

// keysUntil returns at most limit keys whose time has come.
func keysUntil(b *bolt.Bucket, now time.Time, limit int) (keys [][]byte) {
	c := b.Cursor()
	for k, _ := c.First(); len(k) > 8 && int64(number(k[:8])) <= now.Unix() && len(keys) < limit; k, _ = c.Next() {
		keys = append(keys, bytes.Clone(k))
	}
	return keys
}

func recheckKey(at time.Time, key string) []byte {
	return append(numberKey(uint64(max(at.Unix(), 0))), noteKey(key)...)
}

// overdue is how long after its time a page is no longer read again: by then nobody edits it.
const overdue = 14 * 24 * time.Hour

// Due returns the notes on the pages that are to be read again by now, those that wait longest first.
func (s *Store) Due(now time.Time) (out []intake.Note, err error) {
	var keys []string
	err = s.view(func(tx *bolt.Tx) error {
		for k := range rising(tx.Bucket(recheckBucket), numberKey(uint64(max(now.Add(-overdue).Unix(), 0)))) {
			if len(k) <= 8 || int64(number(k[:8])) > now.Unix() {
				break
			}
			keys = append(keys, string(k[8:]))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	notes, err := s.Recall(keys...)
	for _, k := range keys {
		if n, ok := notes[k]; ok {
			out = append(out, n)
		}
	}
	return out, err
}

// noteKey bounds a key, which may be a foreign address of any length.
func noteKey(key string) []byte { return []byte(key[:min(len(key), 4096)]) }
