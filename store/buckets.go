// Package store keeps articles, their readings, stories and facts in one bbolt file.
//
// In:  readings of articles; a reconciled report. Out: the same, by URL, id or filter. One writer at a time; a transaction
// is either whole or absent. Every record carries a checksum, so that a damaged one is an error and never another value.
//
// The layout of the file, all integers big-endian:
//
//	bucket     key                                value
//	meta       "layout"                           uint32: layout version
//	article    number (uint64, rising)            record: claim.Reading as JSON (article, names, dates, claims)
//	read       number                             record: when the article was fetched, and by which rules it was read
//	version    URL, 0x00, number                  nothing; of articles of which more than one version is stored
//	url        URL                                number of the article's current version
//	content    32-byte hash of an article         number
//	profile    number                             record: reconcile.Profile as JSON; current versions only
//	block      64-bit hash of a blocking key,     nothing; settled current versions only
//	           number
//	unsettled  number                             0x01 new and in no story yet, 0x00 replaced and still in one
//	storyof    number                             story id
//	member     story id, 0x00, number             nothing
//	story      story id                           record: reconcile.Story as JSON
//	fact       story id, 0x00, fact id            record: reconcile.Fact as JSON
//	factid     fact id                            story id
//	run        number (uint64, rising)            record: pipeline.RunRecord as JSON, without its changes
//	change     number of the run, uint64, rising  record: []pipeline.Change as JSON; one for each transaction of the run
//	ruling     number (uint64, rising)            record: ruling.Ruling as JSON, also when undone
//	forgotten  URL                                record: Takedown as JSON
//	http       "input " and an input, URL of a    record: intake.Note as JSON: what a run learnt of it for the next one, such as
//	           page, key of a feed's entry, or    ETag, Last-Modified, Retry-After and robots.txt
//	           "robots " and an origin
//	recheck    Unix time, key in http             nothing; when a page is to be read again
//	expire     Unix time, key in http             nothing; when a note on a page or entry may be dropped
//
// A record is a CRC-32C (4 bytes) of what follows, then zstd-compressed bytes.
package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// layout is the version of the file layout that this program writes.
const layout = 1

var (
	metaBucket      = []byte("meta")
	articleBucket   = []byte("article")
	readBucket      = []byte("read")
	urlBucket       = []byte("url")
	contentBucket   = []byte("content")
	profileBucket   = []byte("profile")
	blockBucket     = []byte("block")
	unsettledBucket = []byte("unsettled")
	storyOfBucket   = []byte("storyof")
	memberBucket    = []byte("member")
	storyBucket     = []byte("story")
	factBucket      = []byte("fact")
	factIDBucket    = []byte("factid")
	runBucket       = []byte("run")
	changeBucket    = []byte("change")
	rulingBucket    = []byte("ruling")
	forgottenBucket = []byte("forgotten")
	httpBucket      = []byte("http")
	versionBucket   = []byte("version")
	recheckBucket   = []byte("recheck")
	expireBucket    = []byte("expire")
	buckets         = [][]byte{metaBucket, articleBucket, readBucket, urlBucket, contentBucket, profileBucket, blockBucket, unsettledBucket, storyOfBucket, memberBucket, storyBucket, factBucket, factIDBucket, runBucket, changeBucket, rulingBucket, forgottenBucket, httpBucket, versionBucket, recheckBucket, expireBucket}
)

// later are the buckets that a store lacks which an earlier program made; the next writer adds them.
var later = map[string]bool{"read": true, "change": true, "ruling": true, "http": true, "version": true, "recheck": true, "expire": true}

// ErrDamaged is returned for a record whose checksum does not hold.
var ErrDamaged = errors.New("record is damaged")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var codec = sync.OnceValue(func() (c struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}) {
	var err error
	if c.enc, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1)); err != nil {
		panic(err)
	}
	if c.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(256<<20)); err != nil {
		panic(err)
	}
	return c
})

// seal makes a record of v.
func seal(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode record: %w", err)
	}
	out := codec().enc.EncodeAll(raw, make([]byte, 4, 4+len(raw)/3))
	binary.BigEndian.PutUint32(out, crc32.Checksum(out[4:], castagnoli))
	return out, nil
}

// unseal reads a record into v.
func unseal(rec []byte, v any) error {
	if len(rec) < 4 || binary.BigEndian.Uint32(rec) != crc32.Checksum(rec[4:], castagnoli) {
		return ErrDamaged
	}
	raw, err := codec().dec.DecodeAll(rec[4:], nil)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return nil
}

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func number(key []byte) uint64 { return binary.BigEndian.Uint64(key) }
