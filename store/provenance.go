package store

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
)

// A Provenance says how the current version of an article came into the store.
type Provenance struct {
	Content string    `json:"-"`       // hash of the version, in hex; verify proves the stored text against it
	Fetched time.Time `json:"fetched"` // zero when an earlier program stored it without a note
	Rules   string    `json:"rules"`   // version of the program that read its claims
}

// Page returns the current version of the article at a URL, and how it came.
func (s *Store) Page(url string) (r claim.Reading, p Provenance, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		key := tx.Bucket(urlBucket).Get([]byte(url))
		if key == nil {
			return fmt.Errorf("%s: %w %s; 'crosstally sources' lists what is stored", s.path, ErrNoArticle, url)
		}
		if r, p, err = getArticle(tx, key); err != nil {
			return fmt.Errorf("read %s, article %s (record %d): %w", s.path, url, number(key), err)
		}
		p.Content = fmt.Sprintf("%x", contentHash(r.Article))
		return nil
	})
	return r, p, err
}

// Fetched returns when the current version of the article at each URL was fetched; zero where that was not noted.
func (s *Store) Fetched(urls ...string) (at map[string]time.Time, err error) {
	at = map[string]time.Time{}
	err = s.view(func(tx *bolt.Tx) error {
		for _, url := range urls {
			if _, done := at[url]; done {
				continue
			}
			key := tx.Bucket(urlBucket).Get([]byte(url))
			if key == nil {
				return fmt.Errorf("%s: %w %s; 'crosstally sources' lists what is stored", s.path, ErrNoArticle, url)
			}
			_, p, err := getArticle(tx, key)
			if err != nil {
				return fmt.Errorf("read %s, article %s (record %d): %w", s.path, url, number(key), err)
			}
			at[url] = p.Fetched
		}
		return nil
	})
	return at, err
}
