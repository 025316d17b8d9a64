package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// A Telling is one story as a read comes upon it. It is to be asked only until the function that it was handed to returns.
type Telling struct {
	s    *Store
	tx   *bolt.Tx
	key  storyKey
	book *ruling.Book
}

// ID is the story's.
func (t Telling) ID() string { return t.key.id() }

// Day is that of the story's first article, in days since 1970.
func (t Telling) Day() int { return int(binary.BigEndian.Uint16(t.key[:2])) }

// Stamp changes when the story or one of its facts does. It is read from the checksums of the records, which is much quicker than to read these.
func (t Telling) Stamp() uint64 {
	sum := crc32.New(castagnoli)
	size := 0
	add := func(rec []byte) {
		sum.Write(rec[:min(len(rec), 4)])
		size += len(rec)
	}
	add(t.tx.Bucket(storyBucket).Get(t.key[:]))
	for _, v := range under(t.tx.Bucket(factsBucket), t.key[:]) {
		add(v)
	}
	return uint64(sum.Sum32())<<32 | uint64(uint32(size))
}

// Ruled changes when a ruling is made or taken back.
func (t Telling) Ruled() uint64 {
	return t.tx.Bucket(rulingBucket).Sequence()<<32 | uint64(t.book.Standing())
}

// Story reads the story.
func (t Telling) Story() (reconcile.Story, error) {
	var rec storyRecord
	if err := unseal(t.tx.Bucket(storyBucket).Get(t.key[:]), &rec); err != nil {
		return reconcile.Story{}, fmt.Errorf("read %s, story %s: %w", t.s.path, t.ID(), err)
	}
	return rec.Story, nil
}

// Facts reads the facts of the story that a query keeps, by id, with the rulings on them.
func (t Telling) Facts(q Query) (out []reconcile.Fact, err error) {
	err = t.s.eachFactOf(t.tx, t.key, q, t.book, func(f reconcile.Fact) error { out = append(out, f); return nil })
	return out, err
}

// Some reads those of the story's facts that are wanted, by their place among all, by id, with the rulings on them.
func (t Telling) Some(wanted func(at int) bool) (out []reconcile.Fact, err error) {
	at := -1
	for _, v := range under(t.tx.Bucket(factsBucket), t.key[:]) {
		fs, err := readFacts(v, func(factHead) bool { at++; return wanted(at) })
		if err != nil {
			return nil, fmt.Errorf("read %s, facts of story %s: %w", t.s.path, t.ID(), err)
		}
		out = append(out, fs...)
	}
	for i := range out {
		t.book.Decide(&out[i])
	}
	return out, nil
}

// Readings calls yield for the current articles of the story, by number.
func (t Telling) Readings(yield func(claim.Reading) error) error {
	var rec storyRecord
	if err := unseal(t.tx.Bucket(storyBucket).Get(t.key[:]), &rec); err != nil {
		return fmt.Errorf("read %s, story %s: %w", t.s.path, t.ID(), err)
	}
	for _, n := range rec.Members {
		key := numberKey(n)
		if t.tx.Bucket(articleBucket).Get(key) == nil { // taken down, and its story not made anew yet
			continue
		}
		r, _, err := getArticle(t.tx, key)
		if err != nil {
			return fmt.Errorf("read %s, article %d: %w", t.s.path, n, err)
		}
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

// Newest calls yield for the stories that may hold a fact that a query picks, the one that began last first. Where yield returns
// false, it ends.
func (s *Store) Newest(q Query, yield func(Telling) (more bool, err error)) error {
	return s.view(func(tx *bolt.Tx) error {
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		return newestFirst(tx, q, func(key storyKey) (bool, error) { return yield(Telling{s, tx, key, book}) })
	})
}

// A Mark is a story's id and its Stamp.
type Mark struct {
	ID    string
	Stamp uint64
	key   storyKey
}

// Marks returns the marks of at most limit stories, the newest first, from the one after another on; the zero Mark is before all. So a
// large store is gone through in short reads.
func (s *Store) Marks(after Mark, limit int) (out []Mark, err error) {
	from := after.key[:]
	if after.ID == "" {
		from = bytes.Repeat([]byte{0xff}, len(after.key)+1)
	}
	err = s.view(func(tx *bolt.Tx) error {
		for k := range fallingFrom(tx.Bucket(storyBucket), nil, from) {
			if len(k) != len(storyKey{}) {
				return fmt.Errorf("%w: story %x", ErrDamaged, k)
			}
			if len(out) == limit {
				break
			}
			t := Telling{s: s, tx: tx, key: storyKey(k)}
			out = append(out, Mark{t.ID(), t.Stamp(), t.key})
		}
		return nil
	})
	return out, err
}

// Tell lets f find stories by their ids, all in one read. find's second result is false for an id that no story has.
func (s *Store) Tell(f func(find func(id string) (Telling, bool)) error) error {
	return s.view(func(tx *bolt.Tx) error {
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		return f(func(id string) (Telling, bool) {
			key, ok := findStory(tx, id)
			return Telling{s, tx, key, book}, ok
		})
	})
}

// Told calls f for the story with an id; found is false where there is none.
func (s *Store) Told(id string, f func(Telling) error) (found bool, err error) {
	err = s.Tell(func(find func(string) (Telling, bool)) error {
		t, ok := find(id)
		if found = ok; !ok {
			return nil
		}
		return f(t)
	})
	return found, err
}

// StoryOf returns the id of the story that tells of the current article at a URL, "" where none does yet.
func (s *Store) StoryOf(url string) (id string, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		if key := tx.Bucket(urlBucket).Get([]byte(url)); key != nil {
			if story := tx.Bucket(storyOfBucket).Get(key); len(story) == len(storyKey{}) {
				id = storyKey(story).id()
			}
		}
		return nil
	})
	return id, err
}

// newestFirst calls yield for the keys of the stories that may hold what a query picks, the latest day first.
func newestFirst(tx *bolt.Tx, q Query, yield func(storyKey) (bool, error)) error {
	tags := q.tags()
	// last calls yield for the keys of one day or prefix, the greatest first.
	last := func(keys []storyKey, tags []tag) (bool, error) {
		slices.SortFunc(keys, func(a, b storyKey) int { return bytes.Compare(b[:], a[:]) })
		for _, key := range keys {
			if !hasTags(tx, key, tags) {
				continue
			}
			if more, err := yield(key); err != nil || !more {
				return false, err
			}
		}
		return true, nil
	}
	switch {
	case q.Story != "":
		var keys []storyKey
		if err := storiesFrom(tx, q.Story, func(key storyKey) error { keys = append(keys, key); return nil }); err != nil {
			return err
		}
		_, err := last(keys, tags)
		return err
	case len(tags) > 0:
		return byDay(tx, tags[0], func(keys []storyKey) (bool, error) { return last(keys, tags[1:]) })
	}
	for k := range falling(tx.Bucket(storyBucket), nil) {
		if len(k) != len(storyKey{}) {
			return fmt.Errorf("%w: story %x", ErrDamaged, k)
		}
		if more, err := yield(storyKey(k)); err != nil || !more {
			return err
		}
	}
	return nil
}

// byDay calls yield for the stories that have a tag, those of one day at once, the latest day first.
func byDay(tx *bolt.Tx, t tag, yield func([]storyKey) (bool, error)) error {
	prefix := t.prefix()
	for k, list := range falling(tx.Bucket(tagBucket), prefix) {
		day := binary.BigEndian.Uint16(k[len(prefix):])
		var keys []storyKey
		if err := readPosting(list, func(id uint64) { keys = append(keys, newStoryKey(day, numberKey(id))) }); err != nil {
			return err
		}
		if more, err := yield(keys); err != nil || !more {
			return err
		}
	}
	return nil
}
