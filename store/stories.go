package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
)

// factsInBlock is how many facts share a record: they have their words in common, and one of them is read without the rest of a large story.
const factsInBlock = 64

// A replacement takes stories away and puts others in their place. Index entries that stay as they are are not touched.
type replacement struct {
	tx     *bolt.Tx
	facts  map[string][]byte         // id of a fact that was there, as a key -> its place
	tags   map[tag]map[storyKey]bool // that were there
	member map[uint64]storyKey       // articles that were in a story
}

// A sealedStory is a story with its records, which are made before the transaction that writes them: readers wait as long as that takes.
type sealedStory struct {
	pipeline.StoryUpdate
	record []byte
	blocks [][]byte // of its facts
}

func sealStories(us []pipeline.StoryUpdate) (out []sealedStory) {
	for _, su := range us {
		x := sealedStory{StoryUpdate: su, record: seal(storyRecord{su.Story, slices.Sorted(slices.Values(su.Members)), su.Strand})}
		for block := range slices.Chunk(su.Facts, factsInBlock) {
			x.blocks = append(x.blocks, seal(factsRecord{block}))
		}
		out = append(out, x)
	}
	return out
}

// replaceStories takes the stories of the given ids away and puts others.
func replaceStories(tx *bolt.Tx, gone []string, now []sealedStory) error {
	r := replacement{tx: tx, facts: map[string][]byte{}, tags: map[tag]map[storyKey]bool{}, member: map[uint64]storyKey{}}
	for _, id := range gone {
		if err := r.take(id); err != nil {
			return err
		}
	}
	for _, su := range now {
		if err := r.put(su); err != nil {
			return fmt.Errorf("story %s: %w", su.Story.ID, err)
		}
	}
	return r.clean()
}

// take deletes a story's records and notes what the indexes say of it.
func (r *replacement) take(id string) error {
	key, ok := findStory(r.tx, id)
	if !ok {
		return nil
	}
	var rec storyRecord
	if err := unseal(r.tx.Bucket(storyBucket).Get(key[:]), &rec); err != nil {
		return fmt.Errorf("story %s: %w", id, err)
	}
	for _, n := range rec.Members {
		r.member[n] = key
	}
	if rec.Strand != 0 {
		r.tagged(strandTag(rec.Strand), key)
	}
	b := r.tx.Bucket(factsBucket)
	for _, k := range keysWith(b, key[:]) {
		var fs []factHead
		if _, err := readFacts(b.Get(k), func(h factHead) bool { fs = append(fs, h); return false }); err != nil {
			return fmt.Errorf("facts of story %s: %w", id, err)
		}
		for _, f := range fs {
			id, err := idKey(f.ID)
			if err != nil {
				return err
			}
			r.facts[string(id)] = k
		}
		for t := range tagsOf(fs) {
			r.tagged(t, key)
		}
		if err := b.Delete(k); err != nil {
			return err
		}
	}
	if err := r.tx.Bucket(storyIDBucket).Delete(key[2:]); err != nil {
		return err
	}
	return r.tx.Bucket(storyBucket).Delete(key[:])
}

// tagged notes a tag that a story had.
func (r *replacement) tagged(t tag, key storyKey) {
	if r.tags[t] == nil {
		r.tags[t] = map[storyKey]bool{}
	}
	r.tags[t][key] = true
}

// put writes a story, its facts and what leads to them.
func (r *replacement) put(su sealedStory) error {
	id, err := idKey(su.Story.ID)
	if err != nil {
		return err
	}
	key := newStoryKey(dayOf(su.Story.From), id)
	if err := r.tx.Bucket(storyIDBucket).Put(id, bytes.Clone(key[:2])); err != nil {
		return err
	}
	if err := r.tx.Bucket(storyBucket).Put(bytes.Clone(key[:]), su.record); err != nil {
		return err
	}
	for _, n := range su.Members {
		if was, ok := r.member[n]; !ok || was != key {
			if err := r.tx.Bucket(storyOfBucket).Put(numberKey(n), bytes.Clone(key[:])); err != nil {
				return err
			}
		}
		delete(r.member, n)
	}
	var found []factHead
	for _, f := range su.Facts {
		found = append(found, headOf(f))
	}
	tags := tagsOf(found)
	if su.Strand != 0 {
		tags[strandTag(su.Strand)] = true
	}
	for t := range tags {
		if !r.tags[t][key] {
			if err := addPosting(r.tx.Bucket(tagBucket), t.key(key), number(id)); err != nil {
				return err
			}
		}
		delete(r.tags[t], key)
	}
	for i, block := range su.blocks {
		if err := r.putBlock(key.block(i), su.Facts[i*factsInBlock:min((i+1)*factsInBlock, len(su.Facts))], block); err != nil {
			return err
		}
	}
	return nil
}

func (r *replacement) putBlock(at []byte, fs []reconcile.Fact, record []byte) error {
	for _, f := range fs {
		id, err := idKey(f.ID)
		if err != nil {
			return err
		}
		if !bytes.Equal(r.facts[string(id)], at) {
			if err := r.tx.Bucket(factIDBucket).Put(id, at); err != nil {
				return err
			}
		}
		delete(r.facts, string(id))
	}
	return r.tx.Bucket(factsBucket).Put(at, record)
}

// clean takes away what leads to things that are no more, in the order of the keys.
func (r *replacement) clean() error {
	for _, n := range slices.Sorted(maps.Keys(r.member)) {
		if err := r.tx.Bucket(storyOfBucket).Delete(numberKey(n)); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.facts)) {
		if err := r.tx.Bucket(factIDBucket).Delete([]byte(id)); err != nil {
			return err
		}
	}
	for t, stories := range r.tags {
		for key := range stories {
			if err := dropPosting(r.tx.Bucket(tagBucket), t.key(key), binary.BigEndian.Uint64(key[2:])); err != nil {
				return err
			}
		}
	}
	return nil
}

func keysWith(b *bolt.Bucket, prefix []byte) (out [][]byte) {
	for k := range under(b, prefix) {
		out = append(out, bytes.Clone(k))
	}
	return out
}
