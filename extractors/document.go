// Package extractors reads an article's title and text as sentences of tagged tokens with byte offsets.
//
// In:  an article.Article. Out: a Document: its sentences, title first, each with tokens; every span is
// half-open, in UTF-8 bytes of the field (title or text) it stands in.
//
// Tokens carry Penn Treebank part-of-speech tags computed with prose's trained weights (prose.go, the only import of prose).
// The extractors themselves are in names, dates, counts and attribution.
package extractors

import (
	"time"

	"crosstally/pipeline/article"
)

// A Field is the part of an article that a span points into.
type Field string

// The fields with offsets of their own.
const (
	Title Field = "title"
	Text  Field = "text"
)

// A Span is a half-open range of bytes in a field.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Evidence is where a mention was read and by which rule; every mention embeds one.
type Evidence struct {
	Span
	Field Field  `json:"field"`
	Text  string `json:"text"` // the field's bytes [Start:End], unaltered
	Rule  string `json:"rule"` // "counts/at-least"
}

// A Document is an article read as sentences.
type Document struct {
	Article   *article.Article
	Published time.Time  // in the page's own zone; zero when unknown
	HasTime   bool       // Published has a time of day, not only a date
	Sentences []Sentence // the title's, then the text's in order
}

// Field returns the article's title or text.
func (d *Document) Field(f Field) string {
	if f == Title {
		return d.Article.Title
	}
	return d.Article.Text
}

// Evidence returns the evidence for bytes [start:end) of a field.
func (d *Document) Evidence(f Field, start, end int, rule string) Evidence {
	return Evidence{Span: Span{start, end}, Field: f, Text: d.Field(f)[start:end], Rule: rule}
}

// A Sentence is one sentence, heading, list item or table row.
type Sentence struct {
	Span
	Index  int          // in Document.Sentences
	Field  Field        //
	Text   string       // the field's bytes [Start:End]
	Block  int          // index in Article.Blocks, -1 for the title
	Kind   article.Kind // of its block; "" for the title
	Clock  string       // of its block
	Tokens []Token      //
}

// A Token is a word, number or punctuation mark.
type Token struct {
	Span         // in the sentence's field
	Text  string // as written
	Lower string // lower case, with ASCII quotation marks, apostrophes and hyphens
	Tag   string // Penn Treebank tag: "NNS", "VBD", "CD"
}
