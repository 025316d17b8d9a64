package store

import (
	"bytes"
	"iter"

	bolt "go.etcd.io/bbolt"
)

// rising goes through a bucket from a key on; nil is the first. On a page that an earlier time has left in a tree, the way can lead back
// to where it came from: keys that do not rise are a panic, as bbolt's own are on damaged pages, and so become ErrDamaged.
func rising(b *bolt.Bucket, from []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		var was []byte
		c := b.Cursor()
		k, v := c.First()
		if from != nil {
			k, v = c.Seek(from)
		}
		for ; k != nil; k, v = c.Next() {
			if was != nil && bytes.Compare(was, k) >= 0 {
				panic("the keys of a bucket do not rise")
			}
			if !yield(k, v) {
				return
			}
			was = append(was[:0], k...)
		}
	}
}

// under goes through the part of a bucket whose keys begin with a prefix.
func under(b *bolt.Bucket, prefix []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		for k, v := range rising(b, prefix) {
			if !bytes.HasPrefix(k, prefix) || !yield(k, v) {
				return
			}
		}
	}
}

// falling goes backwards through the part of a bucket whose keys begin with a prefix and have at most 15 more bytes.
func falling(b *bolt.Bucket, prefix []byte) iter.Seq2[[]byte, []byte] {
	return fallingFrom(b, prefix, append(bytes.Clone(prefix), bytes.Repeat([]byte{0xff}, 16)...))
}

// fallingFrom goes backwards through those of them that are less than a key.
func fallingFrom(b *bolt.Bucket, prefix, less []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		var was []byte
		c := b.Cursor()
		back := c.Prev
		if k, _ := c.Seek(less); k == nil {
			back = c.Last
		}
		for k, v := back(); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Prev() {
			if was != nil && bytes.Compare(was, k) <= 0 {
				panic("the keys of a bucket do not fall")
			}
			if !yield(k, v) {
				return
			}
			was = append(was[:0], k...)
		}
	}
}
