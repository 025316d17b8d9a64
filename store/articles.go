package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// Put stores readings in one transaction and says what became of each, in order. An article that is in the store with
// the same URL and content is a duplicate. One with other content is a new version: which of an article's versions is
// current does not depend on the order in which they came.
func (s *Store) Put(rs []claim.Reading) ([]pipeline.Outcome, error) {
	out := make([]pipeline.Outcome, len(rs))
	parcels, err := s.pack(rs, Provenance{Fetched: time.Now(), Rules: pipeline.Version()})
	if err != nil {
		return nil, err
	}
	err = s.update(func(tx *bolt.Tx) error {
		for i, p := range parcels {
			o, err := put(tx, p)
			if err != nil {
				return fmt.Errorf("store %s: %w", p.Article.URL, err)
			}
			out[i] = o
		}
		reached("put")
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", s.path, err)
	}
	return out, nil
}

// Restored is a reading as it came into another store.
type Restored struct {
	Reading    claim.Reading
	Provenance Provenance
}

// Restore stores readings of another store in one transaction and says what became of each, in order.
func (s *Store) Restore(rs []Restored) ([]pipeline.Outcome, error) {
	parcels := make([]parcel, len(rs))
	for i, r := range rs {
		parcels[i] = newParcel(r.Reading, contentHash(r.Reading.Article), r.Provenance)
	}
	out := make([]pipeline.Outcome, len(rs))
	err := s.update(func(tx *bolt.Tx) (err error) {
		for i, p := range parcels {
			if out[i], err = put(tx, p); err != nil {
				return fmt.Errorf("restore %s: %w", p.Article.URL, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", s.path, err)
	}
	return out, nil
}

// A parcel is a reading with its records, which are made before the transaction that writes them: readers wait as long as that takes.
type parcel struct {
	claim.Reading
	hash, record, profile []byte
}

func newParcel(r claim.Reading, hash []byte, p Provenance) parcel {
	return parcel{r, hash, sealArticle(r, p), seal(reconcile.NewProfile(r))}
}

// pack makes the parcels of readings; those of what is stored already are empty but for the hash.
func (s *Store) pack(rs []claim.Reading, p Provenance) (out []parcel, err error) {
	for _, r := range rs {
		out = append(out, parcel{Reading: r, hash: contentHash(r.Article)})
	}
	known := make([]bool, len(out))
	err = s.view(func(tx *bolt.Tx) error {
		for i, x := range out {
			known[i] = tx.Bucket(contentBucket).Get(x.hash) != nil
		}
		return nil
	})
	for i, x := range out {
		if !known[i] {
			out[i] = newParcel(x.Reading, x.hash, p)
		}
	}
	return out, err
}

func put(tx *bolt.Tx, p parcel) (pipeline.Outcome, error) {
	if tx.Bucket(contentBucket).Get(p.hash) != nil {
		return pipeline.Duplicate, nil
	}
	if tx.Bucket(forgottenBucket).Get([]byte(p.Article.URL)) != nil {
		return pipeline.Forgotten, nil
	}
	seq, err := tx.Bucket(articleBucket).NextSequence()
	if err != nil {
		return "", err
	}
	key := numberKey(seq)
	return pipeline.Stored, errors.Join(putArticle(tx, key, p.record), tx.Bucket(contentBucket).Put(p.hash, key), makeCurrent(tx, key, p))
}

// full is how full pages are made of buckets whose keys rise with time.
const full = 0.95

func putArticle(tx *bolt.Tx, key, record []byte) error {
	b := tx.Bucket(articleBucket)
	b.FillPercent = full
	return b.Put(key, record)
}

// sealArticle makes the record of a version of an article.
func sealArticle(r claim.Reading, p Provenance) []byte {
	return seal(articleRecord{Reading: r, Fetched: p.Fetched.UTC().Truncate(time.Second), Rules: p.Rules})
}

// getArticle reads a stored version of an article.
func getArticle(tx *bolt.Tx, key []byte) (r claim.Reading, p Provenance, err error) {
	var rec articleRecord
	err = unseal(tx.Bucket(articleBucket).Get(key), &rec)
	return rec.Reading, Provenance{Fetched: rec.Fetched, Rules: rec.Rules}, err
}

// makeCurrent makes a stored article the current version of its URL, unless the one that is current supersedes it.
func makeCurrent(tx *bolt.Tx, key []byte, p parcel) error {
	urls := tx.Bucket(urlBucket)
	if old := bytes.Clone(urls.Get([]byte(p.Article.URL))); old != nil {
		was, _, err := getArticle(tx, old)
		if err != nil {
			return err
		}
		for _, k := range [][]byte{old, key} {
			if err := tx.Bucket(versionBucket).Put(versionKey(p.Article.URL, k), nil); err != nil {
				return err
			}
		}
		if !supersedes(p.Article, was.Article) {
			return nil
		}
		if err := retire(tx, old); err != nil {
			return err
		}
	}
	return errors.Join(urls.Put([]byte(p.Article.URL), key), putProfile(tx, key, p.profile))
}

// putProfile keeps what decides an article's story, and marks the article as unsettled.
func putProfile(tx *bolt.Tx, key, record []byte) error {
	b := tx.Bucket(profileBucket)
	b.FillPercent = full
	return errors.Join(b.Put(key, record), tx.Bucket(unsettledBucket).Put(key, []byte{1}))
}

// retire marks a replaced version: forgotten at once if no story has it, else by the next update.
func retire(tx *bolt.Tx, key []byte) error {
	if tx.Bucket(storyOfBucket).Get(key) == nil {
		return errors.Join(tx.Bucket(unsettledBucket).Delete(key), tx.Bucket(profileBucket).Delete(key))
	}
	return tx.Bucket(unsettledBucket).Put(key, []byte{0})
}

// contentHash is the identity of one version of an article.
func contentHash(a *article.Article) []byte {
	raw, err := json.Marshal(a)
	if err != nil {
		panic(err) // an Article holds only strings and numbers
	}
	h := sha256.Sum256(raw)
	return h[:]
}

// supersedes reports whether version a of an article replaces version b: the later time wins, then the content hash, so that the
// order of arrival does not matter.
func supersedes(a, b *article.Article) bool {
	ta, tb := max(a.Modified, a.Published), max(b.Modified, b.Published)
	if ta != tb {
		return ta > tb
	}
	return string(contentHash(a)) > string(contentHash(b))
}

// Readings calls yield for the current version of every article, by URL.
func (s *Store) Readings(yield func(claim.Reading) error) error {
	return s.view(func(tx *bolt.Tx) error {
		for url, key := range rising(tx.Bucket(urlBucket), nil) {
			r, _, err := getArticle(tx, key)
			if err != nil {
				return fmt.Errorf("read %s, article %s (record %d): %w", s.path, url, number(key), err)
			}
			if err := yield(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// Reading returns one article by its number.
func (s *Store) Reading(number uint64) (r claim.Reading, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		if r, _, err = getArticle(tx, numberKey(number)); err != nil {
			return fmt.Errorf("read %s, article %d: %w", s.path, number, err)
		}
		return nil
	})
	return r, err
}
