// Package store keeps articles, their readings, stories and facts in one bbolt file.
//
// In:  readings of articles; a reconciled report. Out: the same, by URL, id or filter. One writer at a time; a transaction
// is either whole or absent. Every record carries a checksum, so that a damaged one is an error and never another value.
//
// The layout of the file, all integers of keys big-endian. Most keys rise with time, so that a night's writes touch few pages:
//
//	bucket     key                                value
//	meta       "layout"                           uint32: layout version
//	article    number (uint64, rising)            record: a claim.Reading, when it was fetched and by which rules it was read
//	version    URL, 0x00, number                  nothing; of articles of which more than one version is stored
//	url        URL                                number of the article's current version
//	content    32-byte hash of an article         number
//	profile    number                             record: reconcile.Profile; current versions only, and of old articles none: it is read anew
//	block      kind, window (2 bytes), 40-bit     posting list of numbers: settled current articles with that blocking key
//	           hash of names
//	unsettled  number                             0x01 new and in no story yet, 0x00 replaced and still in one
//	storyof    number                             story key
//	storyid    story id                           day
//	story      story key: day (uint16), story id  record: reconcile.Story and the numbers of its articles
//	facts      story key, block (uint16)          record: up to 64 reconcile.Fact, by id
//	factid     fact id                            key in facts
//	tag        kind, 32-bit hash of a word, day   posting list of story ids: stories with a fact of that verdict or predicate, or of that strand
//	run        number (uint64, rising)            record: pipeline.RunRecord without changes
//	change     number of the run, uint64, rising  record: what one transaction of the run changed
//	ruling     number (uint64, rising)            record: ruling.Ruling, also when undone
//	forgotten  URL                                record: Takedown
//	http       "input " and an input, URL of a    record: intake.Note: what a run learnt of it for the next one, such as
//	           page, key of a feed's entry, or    ETag, Last-Modified, Retry-After and robots.txt
//	           "robots " and an origin
//	recheck    Unix time, key in http             nothing; when a page is to be read again
//	expire     Unix time, key in http             nothing; when a note on a page or entry may be dropped
//
// Ids are eight bytes, which people see in hex. A day is that of the story's first article since 1970. A posting list holds rising
// numbers, each as the varint of its distance to the one before. Records are described in record.go, how they are packed in pack.go.
//
// Layout 1 had JSON in its records; migrate.go reads it.
package store

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// layout is the version of the file layout that this program writes.
const layout = 2

// filePage is the size of a new file's pages in bytes: records of articles fill larger ones better.
const filePage = 8192

var (
	metaBucket      = []byte("meta")
	articleBucket   = []byte("article")
	versionBucket   = []byte("version")
	urlBucket       = []byte("url")
	contentBucket   = []byte("content")
	profileBucket   = []byte("profile")
	blockBucket     = []byte("block")
	unsettledBucket = []byte("unsettled")
	storyOfBucket   = []byte("storyof")
	storyIDBucket   = []byte("storyid")
	storyBucket     = []byte("story")
	factsBucket     = []byte("facts")
	factIDBucket    = []byte("factid")
	tagBucket       = []byte("tag")
	runBucket       = []byte("run")
	changeBucket    = []byte("change")
	rulingBucket    = []byte("ruling")
	forgottenBucket = []byte("forgotten")
	httpBucket      = []byte("http")
	recheckBucket   = []byte("recheck")
	expireBucket    = []byte("expire")
	buckets         = [][]byte{metaBucket, articleBucket, versionBucket, urlBucket, contentBucket, profileBucket, blockBucket, unsettledBucket, storyOfBucket, storyIDBucket, storyBucket, factsBucket, factIDBucket, tagBucket, runBucket, changeBucket, rulingBucket, forgottenBucket, httpBucket, recheckBucket, expireBucket}
)

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func number(key []byte) uint64 { return binary.BigEndian.Uint64(key) }

// idKey is the key of a story or fact.
func idKey(id string) ([]byte, error) {
	key, err := hex.DecodeString(id)
	if err != nil || len(key) != 8 {
		return nil, fmt.Errorf("%q is no id", id)
	}
	return key, nil
}

func idOf(key []byte) string { return hex.EncodeToString(key) }

// A storyKey orders stories by their first day.
type storyKey [10]byte

func newStoryKey(day uint16, id []byte) (k storyKey) {
	binary.BigEndian.PutUint16(k[:], day)
	copy(k[2:], id)
	return k
}

func (k storyKey) id() string { return idOf(k[2:]) }

// block is the key of a block of facts.
func (k storyKey) block(n int) []byte { return binary.BigEndian.AppendUint16(k[:], uint16(n)) }

// dayOf is the day of a publication, 0 where that is unknown.
func dayOf(published string) uint16 {
	t, err := time.Parse(time.DateOnly, published[:min(len(published), len(time.DateOnly))])
	if err != nil {
		return 0
	}
	return uint16(min(max(t.Unix()/86400, 0), 1<<16-1))
}

// findStory returns the key of a story.
func findStory(tx *bolt.Tx, id string) (k storyKey, ok bool) {
	key, err := idKey(id)
	if err != nil {
		return k, false
	}
	day := tx.Bucket(storyIDBucket).Get(key)
	if len(day) != 2 {
		return k, false
	}
	return newStoryKey(binary.BigEndian.Uint16(day), key), true
}
