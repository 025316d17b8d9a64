package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

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
	texts := map[string][]*claim.Reading{} // of one story's articles at a time
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
	ids := 0
	v.each(tx, factIDBucket, func(_, _ []byte) { ids++ })
	if ids > v.proof.Facts {
		v.problem("index", "factid", "%d ids lead to no fact", ids-v.proof.Facts)
	}
}

func (v *verifier) fact(tx *bolt.Tx, block []byte, story storyKey, texts map[string][]*claim.Reading, f reconcile.Fact) {
	v.proof.Facts++
	id, err := idKey(f.ID)
	if err != nil || !bytes.Equal(tx.Bucket(factIDBucket).Get(id), block) {
		v.problem("index", "fact "+f.ID, "its id does not lead to it")
	}
	for t := range tagsOf([]factHead{headOf(f)}) {
		if !holdsPosting(tx.Bucket(tagBucket).Get(t.key(story)), number(story[2:])) {
			v.problem("index", "fact "+f.ID, "it is not found by %q", t.word)
		}
	}
	for _, val := range f.Values {
		for _, src := range val.Sources {
			v.source(tx, story, texts, f.ID, src)
		}
	}
}

// source proves a mention of a figure in its article; in a stale story also in a version that was replaced.
func (v *verifier) source(tx *bolt.Tx, story storyKey, texts map[string][]*claim.Reading, fact string, src reconcile.Source) {
	versions, known := texts[src.URL]
	if !known {
		versions = v.versions(tx, src.URL, v.stale[story])
		texts[src.URL] = versions
	}
	if len(versions) == 0 {
		if !v.stale[story] || tx.Bucket(forgottenBucket).Get([]byte(src.URL)) == nil {
			v.problem("index", "fact "+fact, "its source %s cannot be read", src.URL)
		}
		return
	}
	wrong := ""
	for _, r := range slices.Backward(versions) { // the current one is the first, and told
		field := r.Article.Text
		if src.Field == "title" {
			field = r.Article.Title
		}
		if wrong = misquoted(field, src.Start, src.End, src.Text, src.Quote); wrong == "" {
			break
		}
	}
	v.quote("fact "+fact+", "+src.URL, wrong)
}

// versions reads the current version of an article, then the others if they are asked for.
func (v *verifier) versions(tx *bolt.Tx, url string, all bool) (out []*claim.Reading) {
	keys := [][]byte{tx.Bucket(urlBucket).Get([]byte(url))}
	if all {
		for k := range under(tx.Bucket(versionBucket), versionKey(url, nil)) {
			keys = append(keys, k[max(len(k)-8, 0):])
		}
	}
	for _, k := range keys {
		if r, _, err := getArticle(tx, k); err == nil && r.Article != nil {
			out = append(out, &r)
		}
	}
	return out
}

// misquoted says what is wrong where text does not stand at its bytes of a field and in its quote, or the quote not in the field.
func misquoted(field string, start, end int, text, quote string) string {
	switch {
	case start < 0 || end > len(field) || start > end || field[start:end] != text:
		return fmt.Sprintf("bytes %d to %d are not %q", start, end, text)
	case !strings.Contains(quote, text):
		return fmt.Sprintf("the number %q is not in its quote %q", text, quote)
	case !strings.Contains(field[max(0, end-len(quote)):min(len(field), start+len(quote))], quote): // around those bytes
		return fmt.Sprintf("the quote %q is not in the article", quote)
	}
	return ""
}

func (v *verifier) quote(where, wrong string) {
	if v.proof.Quotes++; wrong != "" {
		v.problem("quote", where, "%s", wrong)
	}
}
