package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// ErrNoFact is returned for an id that no fact has.
var ErrNoFact = errors.New("no such fact")

// A Query picks facts by what the store has indexes of; an empty field picks all.
type Query struct {
	Story     string // id, or the beginning of one
	Verdict   reconcile.Verdict
	Predicate string
}

// A factHead is what stands in a block before the values, which are most of it.
type factHead struct {
	ID        string            `json:"id"`
	Predicate string            `json:"predicate"`
	Verdict   reconcile.Verdict `json:"verdict"`
}

func headOf(f reconcile.Fact) factHead { return factHead{f.ID, f.Predicate, f.Verdict} }

func (q Query) keeps(h factHead) bool {
	return (q.Verdict == "" || h.Verdict == q.Verdict) && (q.Predicate == "" || h.Predicate == q.Predicate)
}

// readFacts reads the facts of a block that keep picks by their heads.
func readFacts(block []byte, keep func(factHead) bool) (fs []reconcile.Fact, err error) {
	f, body, err := open(block)
	if err == nil {
		err = f.is("facts")
	}
	if err != nil {
		return nil, err
	}
	var heads struct {
		Facts []factHead `json:"facts"`
	}
	if err := peek(body, f.shape, reflect.ValueOf(&heads).Elem()); err != nil {
		return nil, err
	}
	kept := make([]bool, len(heads.Facts))
	for i, h := range heads.Facts {
		kept[i] = keep(h)
	}
	if !slices.Contains(kept, true) {
		return nil, nil
	}
	var rec factsRecord
	if err := f.read(body, &rec, kept); err != nil {
		return nil, err
	}
	for i, k := range kept {
		if k {
			fs = append(fs, rec.Facts[i])
		}
	}
	return fs, nil
}

// Facts calls yield for every fact, by story, then id, with the rulings on it.
func (s *Store) Facts(yield func(reconcile.Fact) error) error { return s.Find(Query{}, yield) }

// Find calls yield for the facts that a query picks, by story, then id, with the rulings on them. It reads the stories that hold one.
func (s *Store) Find(q Query, yield func(reconcile.Fact) error) error {
	return s.view(func(tx *bolt.Tx) error {
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		return eachStory(tx, q, func(key storyKey) error {
			return s.eachFactOf(tx, key, q, book, yield)
		})
	})
}

// eachStory calls yield for the keys of the stories that may hold what a query picks, by id.
func eachStory(tx *bolt.Tx, q Query, yield func(storyKey) error) error {
	tags := q.tags()
	if q.Story != "" || len(tags) == 0 {
		return storiesFrom(tx, q.Story, func(key storyKey) error {
			if !hasTags(tx, key, tags) {
				return nil
			}
			return yield(key)
		})
	}
	found, err := storiesWith(tx, tags[0])
	if err != nil {
		return err
	}
	for _, key := range found {
		if !hasTags(tx, key, tags[1:]) {
			continue
		}
		if err := yield(key); err != nil {
			return err
		}
	}
	return nil
}

// storiesFrom calls yield for the stories whose id begins with prefix, by id.
func storiesFrom(tx *bolt.Tx, prefix string, yield func(storyKey) error) error {
	for k, day := range rising(tx.Bucket(storyIDBucket), idFrom(prefix)) {
		if !strings.HasPrefix(idOf(k), prefix) {
			break
		}
		if len(k) != 8 || len(day) != 2 {
			return fmt.Errorf("%w: story %x", ErrDamaged, k)
		}
		if err := yield(newStoryKey(binary.BigEndian.Uint16(day), k)); err != nil {
			return err
		}
	}
	return nil
}

// idFrom is the least key of the ids that begin with prefix.
func idFrom(prefix string) []byte {
	key, err := idKey((prefix + "0000000000000000")[:16])
	if err != nil {
		return bytes.Repeat([]byte{0xff}, 9) // none begins so
	}
	return key
}

// A tag is a word by which stories are found.
type tag struct {
	kind byte
	word string
}

func (q Query) tags() (out []tag) {
	if q.Predicate != "" {
		out = append(out, tag{'p', q.Predicate})
	}
	if q.Verdict != "" {
		out = append(out, tag{'v', string(q.Verdict)})
	}
	return out
}

// hasTags reports whether a story may hold a fact of each tag.
func hasTags(tx *bolt.Tx, key storyKey, tags []tag) bool {
	for _, t := range tags {
		if !holdsPosting(tx.Bucket(tagBucket).Get(t.key(key)), number(key[2:])) {
			return false
		}
	}
	return true
}

// tagsOf are the words by which a story with these facts is found.
func tagsOf(fs []factHead) map[tag]bool {
	out := map[tag]bool{}
	for _, f := range fs {
		out[tag{'v', string(f.Verdict)}] = true
		if f.Predicate != "" {
			out[tag{'p', f.Predicate}] = true
		}
	}
	return out
}

// strandTag is that of the stories of a strand.
func strandTag(strand uint64) tag { return tag{'s', strconv.FormatUint(strand, 10)} }

func (t tag) prefix() []byte {
	h := fnv.New32a()
	h.Write([]byte(t.word))
	return binary.BigEndian.AppendUint32([]byte{t.kind}, h.Sum32())
}

func (t tag) key(story storyKey) []byte { return append(t.prefix(), story[:2]...) }

// storiesWith returns the keys of the stories that have a tag, by id.
func storiesWith(tx *bolt.Tx, t tag) (out []storyKey, err error) {
	err = byDay(tx, t, func(keys []storyKey) (bool, error) { out = append(out, keys...); return true, nil })
	slices.SortFunc(out, func(a, b storyKey) int { return bytes.Compare(a[2:], b[2:]) })
	return out, err
}

// Fact returns the fact with an id, or with an id that begins so where only one does.
func (s *Store) Fact(id string) (f reconcile.Fact, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		c := tx.Bucket(factIDBucket).Cursor()
		k, at := c.Seek(idFrom(id))
		if k == nil || !strings.HasPrefix(idOf(k), id) || id == "" {
			return fmt.Errorf("%w: %q; 'crosstally facts' lists the ids", ErrNoFact, id)
		}
		if next, _ := c.Next(); next != nil && strings.HasPrefix(idOf(next), id) {
			return fmt.Errorf("%w: %q begins more than one id; write more of it", ErrNoFact, id)
		}
		found, err := readFacts(tx.Bucket(factsBucket).Get(at), func(h factHead) bool { return h.ID == idOf(k) })
		if err != nil {
			return fmt.Errorf("read %s, fact %x: %w", s.path, k, err)
		}
		if len(found) != 1 {
			return fmt.Errorf("read %s, fact %x: %w: its story does not hold it", s.path, k, ErrDamaged)
		}
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		f = found[0]
		book.Decide(&f)
		return nil
	})
	return f, err
}

// Stories calls yield for every story, by id.
func (s *Store) Stories(yield func(reconcile.Story) error) error {
	return s.view(func(tx *bolt.Tx) error {
		return storiesFrom(tx, "", func(key storyKey) error {
			var st storyRecord
			if err := unseal(tx.Bucket(storyBucket).Get(key[:]), &st); err != nil {
				return fmt.Errorf("read %s, story %s: %w", s.path, key.id(), err)
			}
			return yield(st.Story)
		})
	})
}

// FactsOf returns the facts of one story, by id, with the rulings on them.
func (s *Store) FactsOf(story string) (out []reconcile.Fact, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		key, ok := findStory(tx, story)
		if !ok {
			return nil
		}
		book, err := s.book(tx)
		if err != nil {
			return err
		}
		return s.eachFactOf(tx, key, Query{}, book, func(f reconcile.Fact) error { out = append(out, f); return nil })
	})
	return out, err
}

// eachFactOf calls yield for the facts of a story that a query keeps.
func (s *Store) eachFactOf(tx *bolt.Tx, story storyKey, q Query, book *ruling.Book, yield func(reconcile.Fact) error) error {
	for _, v := range under(tx.Bucket(factsBucket), story[:]) {
		fs, err := readFacts(v, q.keeps)
		if err != nil {
			return fmt.Errorf("read %s, facts of story %s: %w", s.path, story.id(), err)
		}
		for _, f := range fs {
			book.Decide(&f)
			if err := yield(f); err != nil {
				return err
			}
		}
	}
	return nil
}
