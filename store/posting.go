package store

import (
	"encoding/binary"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// readPosting calls yield for the numbers of a posting list, rising.
func readPosting(list []byte, yield func(uint64)) error {
	n := uint64(0)
	for len(list) > 0 {
		x, k := binary.Uvarint(list)
		if k <= 0 {
			return fmt.Errorf("%w: a posting list is cut short", ErrDamaged)
		}
		n += x
		list = list[k:]
		yield(n)
	}
	return nil
}

func writePosting(ns []uint64) (list []byte) {
	was := uint64(0)
	for _, n := range ns {
		list = binary.AppendUvarint(list, n-was)
		was = n
	}
	return list
}

// addPosting puts a number into the list under a key.
func addPosting(b *bolt.Bucket, key []byte, n uint64) error {
	return changePosting(b, key, func(ns []uint64) []uint64 {
		at, there := slices.BinarySearch(ns, n)
		if there {
			return ns
		}
		return slices.Insert(ns, at, n)
	})
}

// dropPosting takes a number out of the list under a key; an empty list goes.
func dropPosting(b *bolt.Bucket, key []byte, n uint64) error {
	return changePosting(b, key, func(ns []uint64) []uint64 {
		if at, there := slices.BinarySearch(ns, n); there {
			return slices.Delete(ns, at, at+1)
		}
		return ns
	})
}

func changePosting(b *bolt.Bucket, key []byte, change func([]uint64) []uint64) error {
	var ns []uint64
	if err := readPosting(b.Get(key), func(n uint64) { ns = append(ns, n) }); err != nil {
		return err
	}
	before := len(ns)
	ns = change(ns)
	switch {
	case len(ns) == before:
		return nil
	case len(ns) == 0:
		return b.Delete(key)
	}
	return b.Put(key, writePosting(ns))
}

// holdsPosting reports whether a list holds a number.
func holdsPosting(list []byte, want uint64) (found bool) {
	err := readPosting(list, func(n uint64) { found = found || n == want })
	return found && err == nil
}
