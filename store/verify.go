package store

import (
	"bytes"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
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
				return fmt.Errorf("read %s, %s %x: %w", tx.DB().Path(), name, k, ErrDamaged)
			}
		}
	}
	return nil
}

type verifier struct {
	proof Proof
	urls  map[uint64]string // of current articles, so that one that cannot be read has a name
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
		if got := tx.Bucket(contentBucket).Get(contentHash(r.Article)); !bytes.Equal(got, k) {
			v.problem("content", where, "its content hash is not in the index: the text is not the one that was stored")
		}
		for _, c := range r.Claims {
			v.proof.Claims++
			field := r.Article.Text
			if c.Field == "title" {
				field = r.Article.Title
			}
			v.quote(where, field, c.Start, c.End, c.Text, c.Quote)
		}
	})
}

// quote proves that text stands at its bytes of a field and in its quote, and the quote in the field.
func (v *verifier) quote(where, field string, start, end int, text, quote string) {
	v.proof.Quotes++
	switch {
	case start < 0 || end > len(field) || start > end || field[start:end] != text:
		v.problem("quote", where, "bytes %d to %d are not %q", start, end, text)
	case !strings.Contains(quote, text):
		v.problem("quote", where, "the number %q is not in its quote %q", text, quote)
	case !strings.Contains(field, quote):
		v.problem("quote", where, "the quote %q is not in the article", quote)
	}
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
	v.each(tx, blockBucket, func(k, list []byte) { v.posting(fmt.Sprintf("block %x", k), list) })
	v.each(tx, tagBucket, func(k, list []byte) { v.posting(fmt.Sprintf("tag %x", k), list) })
	v.each(tx, storyOfBucket, func(k, story []byte) {
		if tx.Bucket(storyBucket).Get(story) == nil {
			v.problem("index", fmt.Sprintf("storyof %d", number(k)), "names story %x, which is not there", story)
		}
	})
}

func (v *verifier) posting(where string, list []byte) {
	if err := readPosting(list, func(uint64) {}); err != nil {
		v.problem("checksum", where, "%v", err)
	}
}

func (v *verifier) facts(tx *bolt.Tx) {
	v.each(tx, storyBucket, func(k, val []byte) {
		where := "story " + idOf(k[min(2, len(k)):])
		var st storyRecord
		if err := unseal(val, &st); err != nil {
			v.problem("checksum", where, "%v", err)
			return
		}
		for _, n := range st.Members {
			if !bytes.Equal(tx.Bucket(storyOfBucket).Get(numberKey(n)), k) {
				v.problem("index", where, "its article %d does not lead to it", n)
			}
		}
		if st.Strand != 0 && !holdsPosting(tx.Bucket(tagBucket).Get(strandTag(st.Strand).key(storyKey(k))), number(k[2:])) {
			v.problem("index", where, "it is not found by its strand %d", st.Strand)
		}
		if key, ok := findStory(tx, st.Story.ID); !ok || !bytes.Equal(key[:], k) {
			v.problem("index", where, "its id does not lead to it")
		}
	})
	texts := map[string]*claim.Reading{} // of one story's articles at a time
	var story storyKey
	v.each(tx, factsBucket, func(k, val []byte) {
		if len(k) != len(story)+2 {
			v.problem("structure", fmt.Sprintf("facts %x", k), "its key is none of a block")
			return
		}
		if !bytes.HasPrefix(k, story[:]) {
			story = storyKey(k[:len(story)])
			clear(texts)
		}
		var rec factsRecord
		if err := unseal(val, &rec); err != nil {
			v.problem("checksum", "facts of story "+story.id(), "%v", err)
			return
		}
		for _, f := range rec.Facts {
			v.fact(tx, k, story, texts, f)
		}
	})
}

func (v *verifier) fact(tx *bolt.Tx, block []byte, story storyKey, texts map[string]*claim.Reading, f reconcile.Fact) {
	v.proof.Facts++
	id, err := idKey(f.ID)
	if err != nil || !bytes.Equal(tx.Bucket(factIDBucket).Get(id), block) {
		v.problem("index", "fact "+f.ID, "its id does not lead to it")
	}
	for t := range tagsOf([]reconcile.Fact{f}) {
		if !holdsPosting(tx.Bucket(tagBucket).Get(t.key(story)), number(story[2:])) {
			v.problem("index", "fact "+f.ID, "it is not found by %q", t.word)
		}
	}
	for _, val := range f.Values {
		for _, src := range val.Sources {
			v.source(tx, texts, f.ID, src)
		}
	}
}

func (v *verifier) source(tx *bolt.Tx, texts map[string]*claim.Reading, fact string, src reconcile.Source) {
	r := texts[src.URL]
	if r == nil {
		x, _, err := getArticle(tx, tx.Bucket(urlBucket).Get([]byte(src.URL)))
		if err != nil || x.Article == nil {
			v.problem("index", "fact "+fact, "its source %s cannot be read", src.URL)
			return
		}
		r = &x
		texts[src.URL] = r
	}
	field := r.Article.Text
	if src.Field == "title" {
		field = r.Article.Title
	}
	v.quote("fact "+fact+", "+src.URL, field, src.Start, src.End, src.Text, src.Quote)
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
