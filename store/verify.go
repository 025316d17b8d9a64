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

type verifier struct{ proof Proof }

func (v *verifier) problem(class, where, format string, args ...any) {
	v.proof.Problems = append(v.proof.Problems, Problem{class, where, fmt.Sprintf(format, args...)})
}

// structure looks for the buckets. bbolt's own check is left out: it runs where a fault on a damaged page cannot be caught, and
// what it would find shows in the walk of every bucket.
func (v *verifier) structure(tx *bolt.Tx) {
	for _, b := range buckets {
		if tx.Bucket(b) == nil && !later[string(b)] {
			v.problem("structure", string(b), "bucket is missing")
		}
	}
}

// each walks a bucket; a panic in a damaged page ends the walk and is a problem.
func (v *verifier) each(tx *bolt.Tx, bucket []byte, f func(k, val []byte)) {
	defer func() {
		if r := recover(); r != nil {
			v.problem("structure", string(bucket), "%v", r)
		}
	}()
	b := tx.Bucket(bucket)
	if b == nil {
		return
	}
	c := b.Cursor()
	for k, val := c.First(); k != nil; k, val = c.Next() {
		f(k, val)
	}
}

func (v *verifier) articles(tx *bolt.Tx) {
	v.each(tx, articleBucket, func(k, val []byte) {
		v.proof.Articles++
		where := fmt.Sprintf("article %d", number(k))
		var r claim.Reading
		if err := unseal(val, &r); err != nil {
			v.problem("checksum", where, "%v", err)
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
	current := map[string]bool{}
	v.each(tx, urlBucket, func(url, k []byte) {
		current[string(k)] = true
		if tx.Bucket(articleBucket).Get(k) == nil {
			v.problem("index", "url "+string(url), "names an article that is not there")
		}
		if tx.Bucket(profileBucket).Get(k) == nil {
			v.problem("index", "url "+string(url), "its article has no profile")
		}
	})
	v.each(tx, contentBucket, func(h, k []byte) {
		if tx.Bucket(articleBucket).Get(k) == nil {
			v.problem("index", fmt.Sprintf("content %x", h), "names an article that is not there")
		}
	})
	v.each(tx, readBucket, func(k, val []byte) {
		where := fmt.Sprintf("read %d", number(k))
		var p Provenance
		if err := unseal(val, &p); err != nil {
			v.problem("checksum", where, "%v", err)
		}
		if tx.Bucket(articleBucket).Get(k) == nil {
			v.problem("index", where, "notes an article that is not there")
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
			if tx.Bucket(blockBucket).Get(append(blockPrefix(key), k...)) == nil {
				v.problem("index", where, "blocking key %q is missing", key)
			}
		}
		if tx.Bucket(storyOfBucket).Get(k) == nil {
			v.problem("index", where, "settled, but in no story")
		}
	})
	v.each(tx, storyOfBucket, func(k, story []byte) {
		if tx.Bucket(memberBucket).Get(append(append(bytes.Clone(story), 0), k...)) == nil {
			v.problem("index", fmt.Sprintf("storyof %d", number(k)), "story %s does not list it", story)
		}
		if tx.Bucket(storyBucket).Get(story) == nil {
			v.problem("index", fmt.Sprintf("storyof %d", number(k)), "names story %s, which is not there", story)
		}
	})
}

func (v *verifier) facts(tx *bolt.Tx) {
	v.each(tx, storyBucket, func(k, val []byte) {
		var st reconcile.Story
		if err := unseal(val, &st); err != nil {
			v.problem("checksum", "story "+string(k), "%v", err)
		}
	})
	texts := map[string]*claim.Reading{} // of one story's articles at a time
	story := ""
	v.each(tx, factBucket, func(k, val []byte) {
		v.proof.Facts++
		id, fact, _ := strings.Cut(string(k), "\x00")
		if id != story {
			story = id
			clear(texts)
		}
		var f reconcile.Fact
		if err := unseal(val, &f); err != nil {
			v.problem("checksum", "fact "+fact, "%v", err)
			return
		}
		if !bytes.Equal(tx.Bucket(factIDBucket).Get([]byte(fact)), []byte(id)) {
			v.problem("index", "fact "+fact, "its id does not lead to it")
		}
		for _, val := range f.Values {
			for _, src := range val.Sources {
				v.source(tx, texts, fact, src)
			}
		}
	})
}

func (v *verifier) source(tx *bolt.Tx, texts map[string]*claim.Reading, fact string, src reconcile.Source) {
	r := texts[src.URL]
	if r == nil {
		r = &claim.Reading{}
		if err := unseal(tx.Bucket(articleBucket).Get(tx.Bucket(urlBucket).Get([]byte(src.URL))), r); err != nil {
			v.problem("index", "fact "+fact, "its source %s cannot be read", src.URL)
			return
		}
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
		var cs []pipeline.Change
		if err := unseal(val, &cs); err != nil {
			v.problem("checksum", fmt.Sprintf("changes of run %d", number(k)), "%v", err)
		}
	})
}
