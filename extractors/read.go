package extractors

import (
	"strings"
	"time"

	"crosstally/pipeline/article"
)

// Read parts an article's title and text into sentences of tagged tokens. It never fails. The model is shared by all
// callers and loaded by the first.
func Read(a *article.Article) *Document {
	d := &Document{Article: a}
	d.Published, d.HasTime = parseTime(a.Published)
	r := reader{doc: d, tagger: sharedTagger()}
	r.block(Title, a.Title, -1, article.Block{End: len(a.Title)})
	for i, b := range a.Blocks {
		r.block(Text, a.Text, i, b)
	}
	return d
}

// A reader reads the blocks of one document; its slices are used for every sentence.
type reader struct {
	doc     *Document
	tagger  *tagger
	forms   []string
	context []context
}

func (r *reader) block(f Field, text string, block int, b article.Block) {
	told := text
	if f == Title && isSlug(text) {
		told = strings.ReplaceAll(text, "-", " ") // the offsets hold
	}
	toks := tokenize(told, b.Start, b.End)
	for _, cut := range splitSentences(toks) {
		s := Sentence{Index: len(r.doc.Sentences), Field: f, Block: block, Kind: b.Kind, Clock: b.Clock, Tokens: toks[cut[0]:cut[1]:cut[1]]}
		s.Span = Span{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
		s.Text = text[s.Start:s.End]
		r.tag(&s)
		r.doc.Sentences = append(r.doc.Sentences, s)
	}
}

// isSlug reports a title that is the tail of an address: "nine-miners-rescued".
func isSlug(title string) bool {
	for i := 0; i < len(title); i++ {
		if c := title[i]; c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return strings.Count(title, "-") >= 2
}

func (r *reader) tag(s *Sentence) {
	n := len(s.Tokens)
	if cap(r.forms) < n {
		r.forms, r.context = make([]string, max(n, 64)), make([]context, max(n, 64)+4)
	}
	forms := r.forms[:n]
	r.tagger.forms(s, forms)
	r.tagger.tag(s.Tokens, forms, r.context[:n+4])
}

// parseTime reads RFC 3339 or a date.
func parseTime(s string) (t time.Time, hasTime bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return t, false
	}
	return time.Time{}, false
}
