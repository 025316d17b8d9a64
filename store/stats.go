package store

import (
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
)

// Stats are a store's sizes and counts.
type Stats struct {
	File     int64          `json:"file"`  // bytes of the file, with the room that it keeps for what comes
	Bytes    int64          `json:"bytes"` // of it up to the last that was ever used
	Free     int64          `json:"free"`  // bytes of these that compact would give back, at least
	Articles int            `json:"articles"`
	Current  int            `json:"current"` // versions that are not replaced
	Stories  int            `json:"stories"`
	Facts    int            `json:"facts"`
	Runs     int            `json:"runs"`
	Growth   Growth         `json:"growth"`
	Buckets  map[string]int `json:"buckets"` // bytes in use, by bucket
}

// Growth is what came in the month that ended with the last run.
type Growth struct {
	Since    time.Time `json:"since"` // the start of the first run in it; zero where nothing ran
	Runs     int       `json:"runs"`
	Articles int       `json:"articles"`
	Bytes    int64     `json:"bytes"` // by what an article takes in this store
}

// Stats measures the store.
func (s *Store) Stats() (Stats, error) {
	st := Stats{Buckets: map[string]int{}}
	info, err := os.Stat(s.path)
	if err != nil {
		return st, err
	}
	st.File = info.Size()
	if err := s.view(func(tx *bolt.Tx) error {
		st.Bytes = tx.Size()
		used, keys := int64(0), map[string]int{}
		for _, name := range buckets {
			b := tx.Bucket(name).Stats() // walks all of it
			st.Buckets[string(name)] = b.LeafInuse + b.BranchInuse + b.InlineBucketInuse
			used += int64(max(b.LeafAlloc+b.BranchAlloc, st.Buckets[string(name)])) // a small bucket has no page of its own
			keys[string(name)] = b.KeyN
		}
		st.Free = max(0, st.Bytes-used)
		st.Articles, st.Current = keys[string(articleBucket)], keys[string(urlBucket)]
		st.Stories, st.Facts = keys[string(storyBucket)], keys[string(factIDBucket)]
		st.Runs = keys[string(runBucket)]
		return nil
	}); err != nil {
		return st, err
	}
	return st, s.grew(&st)
}

func (s *Store) grew(st *Stats) error {
	var last time.Time
	g := &st.Growth
	err := s.Runs(func(r pipeline.RunRecord) bool {
		if last.IsZero() {
			last = r.Started
		}
		if last.Sub(r.Started) > 30*24*time.Hour {
			return false
		}
		if r.Ruling == 0 {
			g.Since = r.Started
			g.Runs++
			g.Articles += r.Account.Stored
		}
		return true
	})
	if st.Articles > 0 {
		g.Bytes = (st.Bytes - st.Free) / int64(st.Articles) * int64(g.Articles)
	}
	return err
}
