package store

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// A Takedown is the note that stays of an article whose text was removed.
type Takedown struct {
	URL      string    `json:"url"`
	Source   string    `json:"source"`
	When     time.Time `json:"when"`
	Why      string    `json:"why"`
	Versions int       `json:"versions"` // how many were removed
	Content  []string  `json:"content"`  // their hashes, in hex
}

// Forget removes every version of the articles at a URL or of a source, with their claims, and keeps a note of each. The
// articles are not stored again. Stories and facts follow with the next pipeline.Settle; the bytes leave the file with Compact.
func (s *Store) Forget(urlOrSource, why string, now time.Time) ([]Takedown, error) {
	keys, articles, err := s.articlesOf(urlOrSource)
	if err != nil {
		return nil, fmt.Errorf("forget in %s: %w", s.path, err)
	}
	notes := map[string]*Takedown{}
	var order []string
	err = s.update(func(tx *bolt.Tx) error {
		for i, k := range keys {
			a := articles[i]
			hash := contentHash(a)
			if notes[a.URL] == nil {
				notes[a.URL] = &Takedown{URL: a.URL, Source: a.Source, When: now, Why: why}
				order = append(order, a.URL)
			}
			notes[a.URL].Versions++
			notes[a.URL].Content = append(notes[a.URL].Content, fmt.Sprintf("%x", hash))
			err := keepProfile(tx, k) // while there is a text to make it of
			err = errors.Join(err, tx.Bucket(articleBucket).Delete(k), tx.Bucket(versionBucket).Delete(versionKey(a.URL, k)), tx.Bucket(contentBucket).Delete(hash))
			if tx.Bucket(profileBucket).Get(k) != nil {
				err = errors.Join(err, retire(tx, k))
			}
			if err != nil {
				return err
			}
		}
		for _, url := range order {
			if err := errors.Join(tx.Bucket(urlBucket).Delete([]byte(url)), tx.Bucket(httpBucket).Delete(noteKey(url)), tx.Bucket(forgottenBucket).Put([]byte(url), seal(notes[url]))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("forget in %s: %w", s.path, err)
	}
	var out []Takedown
	for _, url := range order {
		out = append(out, *notes[url])
	}
	return out, nil
}

// articlesOf looks for all versions at a URL or of a source. That takes a while in a large store, so readers are let in beside it; what is
// found stays, since this process alone writes.
func (s *Store) articlesOf(urlOrSource string) (keys [][]byte, out []*article.Article, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		for k, v := range rising(tx.Bucket(articleBucket), nil) {
			var rec articleRecord
			if err := unseal(v, &rec); err != nil {
				return fmt.Errorf("article %d: %w", number(k), err)
			}
			if a := rec.Reading.Article; a.URL == urlOrSource || a.Source == urlOrSource {
				keys, out = append(keys, bytes.Clone(k)), append(out, a)
			}
		}
		return nil
	})
	return keys, out, err
}

// Forgotten calls yield for every take-down, by URL.
func (s *Store) Forgotten(yield func(Takedown) error) error {
	return s.view(func(tx *bolt.Tx) error {
		for k, v := range rising(tx.Bucket(forgottenBucket), nil) {
			var n Takedown
			if err := unseal(v, &n); err != nil {
				return fmt.Errorf("read %s, take-down of %s: %w", s.path, k, err)
			}
			if err := yield(n); err != nil {
				return err
			}
		}
		return nil
	})
}

// Replace puts other readings of the same articles in the place of those that are stored under these numbers, in one transaction; their
// stories are settled anew with the next pipeline.Settle.
func (s *Store) Replace(numbers []uint64, rs []claim.Reading) error {
	for _, n := range numbers {
		defer s.profiles.drop(n)
	}
	err := s.update(func(tx *bolt.Tx) error {
		for i, n := range numbers {
			if err := replace(tx, n, rs[i]); err != nil {
				return fmt.Errorf("article %d: %w", n, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", s.path, err)
	}
	return nil
}

func replace(tx *bolt.Tx, number uint64, r claim.Reading) error {
	key := numberKey(number)
	if have := tx.Bucket(contentBucket).Get(contentHash(r.Article)); !bytes.Equal(have, key) {
		return errors.New("it is another one")
	}
	_, was, err := getArticle(tx, key)
	if err != nil {
		return err
	}
	current := bytes.Equal(tx.Bucket(urlBucket).Get([]byte(r.Article.URL)), key)
	if current {
		if err := unindexProfile(tx, key); err != nil { // by what the article was read as
			return err
		}
	}
	if err := putArticle(tx, key, sealArticle(r, Provenance{Fetched: was.Fetched, Rules: pipeline.Version()})); err != nil {
		return err
	}
	if !current {
		return nil // an old version has no profile
	}
	return putProfile(tx, key, seal(reconcile.NewProfile(r)))
}

// Numbers returns the number of every article, all versions.
func (s *Store) Numbers() (out []uint64, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		for k := range rising(tx.Bucket(articleBucket), nil) {
			out = append(out, number(k))
		}
		return nil
	})
	return out, err
}
