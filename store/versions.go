package store

import (
	"cmp"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
)

// A Version is one of the versions of an article that are stored.
type Version struct {
	Number     uint64
	Reading    claim.Reading
	Provenance Provenance
}

// versionKey is a URL, bounded, and a number.
func versionKey(url string, number []byte) []byte {
	return append(append(noteKey(url), 0), number...)
}

// Versions calls yield for every article of which more than one version is stored, by URL, with the versions from the first to the
// last: by the time that the article gives itself, then in the order in which they came.
func (s *Store) Versions(yield func([]Version) error) error {
	return s.view(func(tx *bolt.Tx) error {
		b := tx.Bucket(versionBucket)
		var of []Version
		url := ""
		hand := func() error {
			slices.SortFunc(of, earlier)
			if len(of) < 2 {
				return nil
			}
			return yield(of)
		}
		for k := range rising(b, nil) {
			if at := string(k[:max(len(k)-9, 0)]); at != url {
				if err := hand(); err != nil {
					return err
				}
				url, of = at, nil
			}
			v, err := s.version(tx, k[max(len(k)-8, 0):])
			if err != nil {
				return err
			}
			of = append(of, v)
		}
		return hand()
	})
}

func earlier(a, b Version) int {
	x, y := a.Reading.Article, b.Reading.Article
	return cmp.Or(cmp.Compare(max(x.Modified, x.Published), max(y.Modified, y.Published)), cmp.Compare(a.Number, b.Number))
}

func (s *Store) version(tx *bolt.Tx, key []byte) (v Version, err error) {
	if len(key) != 8 {
		return v, fmt.Errorf("read %s, version %x: %w", s.path, key, ErrDamaged)
	}
	v.Number = number(key)
	if v.Reading, v.Provenance, err = getArticle(tx, key); err != nil {
		return v, fmt.Errorf("read %s, article %d: %w", s.path, v.Number, err)
	}
	return v, nil
}
