package store

import (
	"bytes"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// A Problem is one thing in a store that does not hold.
type Problem struct {
	Class string `json:"class"` // "structure", "checksum", "index", "content", "quote"
	Where string `json:"where"` // bucket and key
	What  string `json:"what"`
}

// A Proof is what Verify found.
type Proof struct {
	Articles int       `json:"articles"`
	Claims   int       `json:"claims"`
	Facts    int       `json:"facts"`
	Quotes   int       `json:"quotes"`
	Problems []Problem `json:"problems"`
}

// Verify proves the whole store again: that every bucket can be walked, every record's checksum, every index both ways, every article
// against its content hash, and every quote of a claim or fact at its bytes of the stored text.
func (s *Store) Verify() (Proof, error) {
	v := &verifier{proof: Proof{Problems: []Problem{}}}
	err := s.view(func(tx *bolt.Tx) error {
		v.structure(tx)
		v.waiting(tx)
		v.articles(tx)
		v.indexes(tx)
		v.facts(tx)
		v.runs(tx)
		return nil
	})
	return v.proof, err
}

// sound proves the checksum of every record that is not a note for the next run: quicker than Verify, and enough to trust a copy.
func sound(tx *bolt.Tx) error {
	for _, name := range [][]byte{articleBucket, profileBucket, storyBucket, factsBucket, runBucket, changeBucket, rulingBucket, forgottenBucket} {
		for k, v := range rising(tx.Bucket(name), nil) {
			if !holds(v) {
				where := fmt.Sprintf("%s %x", name, k)
				if len(k) == len(numberKey(0)) {
					where = fmt.Sprintf("%s %d", name, number(k))
				}
				return fmt.Errorf("read %s, %s: %w", tx.DB().Path(), where, ErrDamaged)
			}
		}
	}
	return nil
}

type verifier struct {
	proof Proof
	urls  map[uint64]string // of current articles, so that one that cannot be read has a name

	stale map[storyKey]bool // stories of which an article was replaced or taken down, and that wait to be settled anew
}

func (v *verifier) problem(class, where, format string, args ...any) {
	v.proof.Problems = append(v.proof.Problems, Problem{class, where, fmt.Sprintf(format, args...)})
}

// structure looks for the buckets. bbolt's own check is left out: it runs where a fault on a damaged page cannot be caught, and
// what it would find shows in the walk of every bucket.
func (v *verifier) structure(tx *bolt.Tx) {
	for _, b := range buckets {
		if tx.Bucket(b) == nil {
			v.problem("structure", string(b), "bucket is missing")
		}
	}
}

// each walks a bucket; a panic in a damaged page ends the walk and is a problem.
func (v *verifier) each(tx *bolt.Tx, bucket []byte, f func(k, val []byte)) {
	defer func() {
		if r := recover(); r != nil {
			v.problem("structure", string(bucket), "%s", whatBroke(r))
		}
	}()
	b := tx.Bucket(bucket)
	if b == nil {
		return // structure told
	}
	for k, val := range rising(b, nil) {
		f(k, val)
	}
}

// waiting notes the stories whose facts are those of articles before a change. A run that is under way, or was ended, leaves some.
func (v *verifier) waiting(tx *bolt.Tx) {
	v.stale = map[storyKey]bool{}
	v.each(tx, unsettledBucket, func(k, val []byte) {
		if story := tx.Bucket(storyOfBucket).Get(k); len(story) == len(storyKey{}) && bytes.Equal(val, []byte{0}) {
			v.stale[storyKey(story)] = true
		}
	})
}

func (v *verifier) articles(tx *bolt.Tx) {
	v.urls = map[uint64]string{}
	v.each(tx, urlBucket, func(url, k []byte) {
		if len(k) == 8 {
			v.urls[number(k)] = string(url)
		}
	})
	v.each(tx, articleBucket, func(k, val []byte) {
		v.proof.Articles++
		where := strings.TrimSpace(fmt.Sprintf("article %d %s", number(k), v.urls[number(k)]))
		var rec articleRecord
		if err := unseal(val, &rec); err != nil {
			v.problem("checksum", where, "%v", err)
			return
		}
		r := rec.Reading
		if r.Article == nil {
			v.problem("content", where, "there is no article in it")
			return
		}
		if tx.Bucket(urlBucket).Get([]byte(r.Article.URL)) == nil {
			v.problem("index", where, "its address does not lead to it")
		}
		if got := tx.Bucket(contentBucket).Get(contentHash(r.Article)); !bytes.Equal(got, k) {
			v.problem("content", where, "its content hash is not in the index: the text is not the one that was stored")
		}
		for _, c := range r.Claims {
			v.proof.Claims++
			field := r.Article.Text
			if c.Field == "title" {
				field = r.Article.Title
			}
			v.quote(where, misquoted(field, c.Start, c.End, c.Text, c.Quote))
		}
	})
}

func (v *verifier) indexes(tx *bolt.Tx) {
	v.each(tx, urlBucket, func(url, k []byte) {
		if tx.Bucket(articleBucket).Get(k) == nil {
			v.problem("index", "url "+string(url), "names an article that is not there")
		}
		if tx.Bucket(storyOfBucket).Get(k) == nil && tx.Bucket(unsettledBucket).Get(k) == nil {
			v.problem("index", "url "+string(url), "its article is in no story and does not wait for one")
		}
	})
	v.each(tx, contentBucket, func(h, k []byte) {
		if tx.Bucket(articleBucket).Get(k) == nil {
			v.problem("index", fmt.Sprintf("content %x", h), "names an article that is not there")
		}
	})
	v.each(tx, versionBucket, func(k, _ []byte) {
		if len(k) <= 8 || tx.Bucket(articleBucket).Get(k[len(k)-8:]) == nil {
			v.problem("index", fmt.Sprintf("version %q", k), "names an article that is not there")
		}
	})
	v.each(tx, httpBucket, func(k, val []byte) {
		if err := unseal(val, &intake.Note{}); err != nil {
			v.problem("checksum", fmt.Sprintf("note on %s", k), "%v", err)
		}
	})
	for _, b := range [][]byte{recheckBucket, expireBucket} {
		v.each(tx, b, func(_, _ []byte) {})
	}
	v.each(tx, profileBucket, func(k, val []byte) {
		where := fmt.Sprintf("profile %d", number(k))
		var p reconcile.Profile
		if err := unseal(val, &p); err != nil {
			v.problem("checksum", where, "%v", err)
			return
		}
		if tx.Bucket(unsettledBucket).Get(k) != nil {
			return
		}
		for _, key := range p.Keys() {
			if !holdsPosting(tx.Bucket(blockBucket).Get(blockKey(key)), number(k)) {
				v.problem("index", where, "blocking key %q is missing", key.Words)
			}
		}
		if tx.Bucket(storyOfBucket).Get(k) == nil {
			v.problem("index", where, "settled, but in no story")
		}
	})
	v.each(tx, blockBucket, func(k, list []byte) {
		v.posting(fmt.Sprintf("block %x", k), list, func(n uint64) bool { return tx.Bucket(storyOfBucket).Get(numberKey(n)) != nil })
	})
	v.each(tx, tagBucket, func(k, list []byte) {
		v.posting(fmt.Sprintf("tag %x", k), list, func(id uint64) bool {
			return tx.Bucket(storyBucket).Get(append(bytes.Clone(k[max(len(k)-2, 0):]), numberKey(id)...)) != nil
		})
	})
	v.each(tx, storyIDBucket, func(id, day []byte) {
		if tx.Bucket(storyBucket).Get(append(bytes.Clone(day), id...)) == nil {
			v.problem("index", fmt.Sprintf("storyid %x", id), "leads to no story")
		}
	})
	v.each(tx, storyOfBucket, func(k, story []byte) {
		if tx.Bucket(storyBucket).Get(story) == nil {
			v.problem("index", fmt.Sprintf("storyof %d", number(k)), "names story %x, which is not there", story)
		}
	})
}

// posting proves that a list can be read, and that what it names is there.
func (v *verifier) posting(where string, list []byte, there func(uint64) bool) {
	if err := readPosting(list, func(n uint64) {
		if !there(n) {
			v.problem("index", where, "names %d, which is not there", n)
		}
	}); err != nil {
		v.problem("checksum", where, "%v", err)
	}
}

func (v *verifier) runs(tx *bolt.Tx) {
	v.each(tx, rulingBucket, func(k, val []byte) {
		var r ruling.Ruling
		if err := unseal(val, &r); err != nil {
			v.problem("checksum", fmt.Sprintf("ruling %d", number(k)), "%v", err)
		}
	})
	v.each(tx, runBucket, func(k, val []byte) {
		var r pipeline.RunRecord
		if err := unseal(val, &r); err != nil {
			v.problem("checksum", fmt.Sprintf("run %d", number(k)), "%v", err)
		}
	})
	v.each(tx, changeBucket, func(k, val []byte) {
		var c changesRecord
		if err := unseal(val, &c); err != nil {
			v.problem("checksum", fmt.Sprintf("changes of run %d", number(k)), "%v", err)
		}
	})
	v.each(tx, forgottenBucket, func(k, val []byte) {
		var n Takedown
		if err := unseal(val, &n); err != nil {
			v.problem("checksum", "take-down of "+string(k), "%v", err)
		}
	})
}
