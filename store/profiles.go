package store

import (
	"sync"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/reconcile"
)

// profileCache keeps profiles that this process has read, by the number of their article.
type profileCache struct {
	mu   sync.Mutex
	held map[uint64]*reconcile.Profile
}

// of returns the profile of an article, which is not to be changed.
func (c *profileCache) of(tx *bolt.Tx, key []byte) (*reconcile.Profile, error) {
	c.mu.Lock()
	p := c.held[number(key)]
	c.mu.Unlock()
	if p != nil {
		return p, nil
	}
	p, err := readProfile(tx, key)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.held == nil || len(c.held) >= cachedProfiles {
		c.held = map[uint64]*reconcile.Profile{}
	}
	c.held[number(key)] = p
	return p, nil
}

// drop forgets the profile of an article that is read anew or retired.
func (c *profileCache) drop(n uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.held, n)
}
