// Package extractorstest builds documents for tests of extractors and checks what every extractor must keep.
//
// Document and Blocks make a Document from plain words; CheckEvidence, CheckTokens and CheckDocument report
// spans that do not hold what they claim, are out of order or overlap. All run under tests, fuzz targets and benchmarks.
package extractorstest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// Document reads title and text as an article published at a time (RFC 3339, a date, or "").
// Blank lines part the paragraphs of text.
func Document(published, title, text string) *extractors.Document {
	a := &article.Article{Title: title, Text: text, Published: published, Language: "en"}
	for at := 0; at < len(text); {
		n := strings.Index(text[at:], "\n\n")
		if n < 0 {
			n = len(text) - at
		}
		if strings.TrimSpace(text[at:at+n]) != "" {
			a.Blocks = append(a.Blocks, article.Block{Start: at, End: at + n, Kind: article.Paragraph, Header: -1})
		}
		at += n + 2
	}
	return extractors.Read(a)
}

// A Block is one block of text for Blocks.
type Block struct {
	Kind  article.Kind
	Text  string
	Clock string // of a live entry
}

// Blocks reads a title and blocks of stated kinds. The first of a run of rows is the heading row of the others.
func Blocks(published, title string, blocks ...Block) *extractors.Document {
	a := &article.Article{Title: title, Published: published, Language: "en"}
	var text strings.Builder
	header := -1
	for i, b := range blocks {
		if i > 0 {
			text.WriteString("\n\n")
		}
		if b.Kind != article.Row {
			header = -1
		}
		start := text.Len()
		text.WriteString(b.Text)
		a.Blocks = append(a.Blocks, article.Block{Start: start, End: text.Len(), Kind: b.Kind, Clock: b.Clock, Header: header})
		if b.Kind == article.Row && header < 0 {
			header = i
		}
	}
	a.Text = text.String()
	return extractors.Read(a)
}

// CheckEvidence reports evidence whose text is not its span's, which is empty, names no rule, is out of document
// order or overlaps the one before. The title comes before the text.
func CheckEvidence(t testing.TB, d *extractors.Document, es []extractors.Evidence) {
	t.Helper()
	for i, e := range es {
		field := d.Field(e.Field)
		switch {
		case e.Field != extractors.Title && e.Field != extractors.Text:
			t.Errorf("evidence %d %q: field %q, want title or text", i, e.Text, e.Field)
		case e.Start < 0 || e.Start >= e.End || e.End > len(field):
			t.Errorf("evidence %d %q: span [%d,%d) of %d bytes of %s", i, e.Text, e.Start, e.End, len(field), e.Field)
		case field[e.Start:e.End] != e.Text:
			t.Errorf("evidence %d: text %q, but %s[%d:%d] is %q", i, e.Text, e.Field, e.Start, e.End, field[e.Start:e.End])
		case e.Rule == "":
			t.Errorf("evidence %d %q: no rule", i, e.Text)
		}
		if i == 0 {
			continue
		}
		p := es[i-1]
		if p.Field == extractors.Text && e.Field == extractors.Title {
			t.Errorf("evidence %d %q of the title stands after %q of the text", i, e.Text, p.Text)
		}
		if p.Field == e.Field && e.Start < p.End {
			t.Errorf("evidence %d %q [%d,%d) is not after %q [%d,%d)", i, e.Text, e.Start, e.End, p.Text, p.Start, p.End)
		}
	}
}

// CheckTokens reports a range of tokens [from,to) of sentence index s that does not cover exactly e's bytes.
func CheckTokens(t testing.TB, d *extractors.Document, e extractors.Evidence, s, from, to int) {
	t.Helper()
	if s < 0 || s >= len(d.Sentences) {
		t.Errorf("%q: sentence %d of %d", e.Text, s, len(d.Sentences))
		return
	}
	toks := d.Sentences[s].Tokens
	if from < 0 || from >= to || to > len(toks) {
		t.Errorf("%q: tokens [%d,%d) of %d", e.Text, from, to, len(toks))
		return
	}
	if got := (extractors.Span{Start: toks[from].Start, End: toks[to-1].End}); got != e.Span || d.Sentences[s].Field != e.Field {
		t.Errorf("%q: tokens [%d,%d) of sentence %d cover %s[%d:%d], evidence %s[%d:%d]",
			e.Text, from, to, s, d.Sentences[s].Field, got.Start, got.End, e.Field, e.Start, e.End)
	}
}

// CheckDocument reports sentences and tokens of d whose text is not their span's, are out of order, overlap or lie
// outside their block; and letters or digits of the article that stand in no token.
func CheckDocument(t testing.TB, d *extractors.Document) {
	t.Helper()
	at := map[extractors.Field]int{}
	for i, s := range d.Sentences {
		field := d.Field(s.Field)
		if s.Index != i {
			t.Errorf("sentence %d: index %d", i, s.Index)
		}
		if s.Start < at[s.Field] || s.End > len(field) || s.Start >= s.End || len(s.Tokens) == 0 {
			t.Fatalf("sentence %d: span [%d,%d) after byte %d of %d, %d tokens", i, s.Start, s.End, at[s.Field], len(field), len(s.Tokens))
		}
		if field[s.Start:s.End] != s.Text {
			t.Errorf("sentence %d: text %q, its bytes %q", i, s.Text, field[s.Start:s.End])
		}
		if s.Field == extractors.Text {
			if b := d.Article.Blocks[s.Block]; s.Start < b.Start || s.End > b.End {
				t.Errorf("sentence %d: span [%d,%d) outside its block [%d,%d)", i, s.Start, s.End, b.Start, b.End)
			}
		}
		if s.Tokens[0].Start != s.Start || s.Tokens[len(s.Tokens)-1].End != s.End {
			t.Errorf("sentence %d: tokens cover [%d,%d), the sentence [%d,%d)", i, s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End, s.Start, s.End)
		}
		for k, tok := range s.Tokens {
			if tok.Start < at[s.Field] || tok.Start >= tok.End || tok.End > s.End {
				t.Fatalf("sentence %d token %d %q: span [%d,%d) after byte %d", i, k, tok.Text, tok.Start, tok.End, at[s.Field])
			}
			if field[tok.Start:tok.End] != tok.Text {
				t.Errorf("sentence %d token %d: text %q, its bytes %q", i, k, tok.Text, field[tok.Start:tok.End])
			}
			if tok.Tag == "" || !utf8.ValidString(tok.Tag) {
				t.Errorf("sentence %d token %d %q: tag %q", i, k, tok.Text, tok.Tag)
			}
			at[s.Field] = tok.End
		}
	}
}
