package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// Put stores readings in one transaction and says of each, in order, whether it was new. An article that is in the store with
// the same URL and content is not. One with other content is a new version: which of an article's versions is
// current does not depend on the order in which they came.
func (s *Store) Put(rs []claim.Reading) (isNew []bool, err error) {
	isNew = make([]bool, len(rs))
	err = s.db.Update(func(tx *bolt.Tx) error {
		for i, r := range rs {
			if isNew[i], err = put(tx, r); err != nil {
				return fmt.Errorf("store %s: %w", r.Article.URL, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", s.path, err)
	}
	return isNew, nil
}

func put(tx *bolt.Tx, r claim.Reading) (isNew bool, err error) {
	hash := contentHash(r.Article)
	if tx.Bucket(contentBucket).Get(hash) != nil {
		return false, nil
	}
	rec, err := seal(r)
	if err != nil {
		return false, err
	}
	b := tx.Bucket(articleBucket)
	b.FillPercent = 0.95 // keys rise, so pages are filled in order
	seq, err := b.NextSequence()
	if err != nil {
		return false, err
	}
	key := sequenceKey(seq)
	if err := b.Put(key, rec); err != nil {
		return false, err
	}
	if err := tx.Bucket(contentBucket).Put(hash, key); err != nil {
		return false, err
	}
	urls := tx.Bucket(urlBucket)
	if old := urls.Get([]byte(r.Article.URL)); old != nil {
		var was claim.Reading
		if err := unseal(b.Get(old), &was); err != nil {
			return false, err
		}
		if !supersedes(r.Article, was.Article) {
			return true, nil
		}
	}
	return true, urls.Put([]byte(r.Article.URL), key)
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
	return s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(urlBucket).ForEach(func(url, key []byte) error {
			var r claim.Reading
			if err := unseal(tx.Bucket(articleBucket).Get(key), &r); err != nil {
				return fmt.Errorf("read %s, article %s (record %d): %w", s.path, url, binary.BigEndian.Uint64(key), err)
			}
			return yield(r)
		})
	})
}
