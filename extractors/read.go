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
	t := sharedTagger()
	d.read(t, Title, a.Title, 0, len(a.Title), -1, article.Block{})
	for i, b := range a.Blocks {
		d.read(t, Text, a.Text, b.Start, b.End, i, b)
	}
	return d
}

func (d *Document) read(t *tagger, f Field, text string, start, end, block int, b article.Block) {
	toks := tokenize(text, start, end)
	for _, r := range splitSentences(toks) {
		s := Sentence{Index: len(d.Sentences), Field: f, Block: block, Kind: b.Kind, Clock: b.Clock, Tokens: toks[r[0]:r[1]:r[1]]}
		s.Span = Span{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
		s.Text = text[s.Start:s.End]
		t.tag(s.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
}

// parseTime reads RFC 3339 or a date.
func parseTime(s string) (t time.Time, hasTime bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return t, false
	}
	return time.Time{}, false
}
