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
	now := Provenance{Fetched: time.Now(), Rules: pipeline.Version()}
	err := s.update(func(tx *bolt.Tx) error {
		for i, r := range rs {
			o, err := put(tx, r, now)
			if err != nil {
				return fmt.Errorf("store %s: %w", r.Article.URL, err)
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

// Restore stores a reading as it came into another store.
func (s *Store) Restore(r claim.Reading, p Provenance) (o pipeline.Outcome, err error) {
	err = s.update(func(tx *bolt.Tx) error {
		o, err = put(tx, r, p)
		return err
	})
	if err != nil {
		return o, fmt.Errorf("restore %s: %w", r.Article.URL, err)
	}
	return o, nil
}

func put(tx *bolt.Tx, r claim.Reading, p Provenance) (pipeline.Outcome, error) {
	hash := contentHash(r.Article)
	if tx.Bucket(contentBucket).Get(hash) != nil {
		return pipeline.Duplicate, nil
	}
	if tx.Bucket(forgottenBucket).Get([]byte(r.Article.URL)) != nil {
		return pipeline.Forgotten, nil
	}
	b := tx.Bucket(articleBucket)
	seq, err := b.NextSequence()
	if err != nil {
		return "", err
	}
	key := numberKey(seq)
	return pipeline.Stored, errors.Join(putArticle(tx, key, r, p), tx.Bucket(contentBucket).Put(hash, key), makeCurrent(tx, key, r))
}

// full is how full pages are made of buckets whose keys rise with time.
const full = 0.95

func putArticle(tx *bolt.Tx, key []byte, r claim.Reading, p Provenance) error {
	b := tx.Bucket(articleBucket)
	b.FillPercent = full
	return b.Put(key, seal(articleRecord{Reading: r, Fetched: p.Fetched.UTC().Truncate(time.Second), Rules: p.Rules}))
}

// getArticle reads a stored version of an article.
func getArticle(tx *bolt.Tx, key []byte) (r claim.Reading, p Provenance, err error) {
	var rec articleRecord
	err = unseal(tx.Bucket(articleBucket).Get(key), &rec)
	return rec.Reading, Provenance{Fetched: rec.Fetched, Rules: rec.Rules}, err
}

// makeCurrent makes a stored article the current version of its URL, unless the one that is current supersedes it.
func makeCurrent(tx *bolt.Tx, key []byte, r claim.Reading) error {
	urls := tx.Bucket(urlBucket)
	if old := bytes.Clone(urls.Get([]byte(r.Article.URL))); old != nil {
		was, _, err := getArticle(tx, old)
		if err != nil {
			return err
		}
		for _, k := range [][]byte{old, key} {
			if err := tx.Bucket(versionBucket).Put(versionKey(r.Article.URL, k), nil); err != nil {
				return err
			}
		}
		if !supersedes(r.Article, was.Article) {
			return nil
		}
		if err := retire(tx, old); err != nil {
			return err
		}
	}
	return errors.Join(urls.Put([]byte(r.Article.URL), key), putProfile(tx, key, r))
}

// putProfile keeps what decides an article's story, and marks the article as unsettled.
func putProfile(tx *bolt.Tx, key []byte, r claim.Reading) error {
	b := tx.Bucket(profileBucket)
	b.FillPercent = full
	return errors.Join(b.Put(key, seal(reconcile.NewProfile(r))), tx.Bucket(unsettledBucket).Put(key, []byte{1}))
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
