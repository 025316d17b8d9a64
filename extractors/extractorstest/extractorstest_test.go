package extractorstest

import (
	"fmt"
	"testing"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// A recorder counts failures in place of failing.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(f string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(f, args...))
}

func TestCheckEvidenceFindsFaults(t *testing.T) {
	d := Document("2026-03-04", "Ferry sinks", "Twelve people drowned.\n\nNine were saved.")
	good := d.Evidence(extractors.Text, 0, 6, "x/y")
	later := d.Evidence(extractors.Text, 24, 28, "x/y")
	shifted := good
	shifted.Start++
	noRule := good
	noRule.Rule = ""
	for _, c := range []struct {
		name string
		es   []extractors.Evidence
		want int
	}{
		{"in order", []extractors.Evidence{d.Evidence(extractors.Title, 0, 5, "x/y"), good, later}, 0},
		{"out of order", []extractors.Evidence{later, good}, 1},
		{"title last", []extractors.Evidence{good, d.Evidence(extractors.Title, 0, 5, "x/y")}, 1},
		{"twice", []extractors.Evidence{good, good}, 1},
		{"text is not the span's", []extractors.Evidence{shifted}, 1},
		{"no rule", []extractors.Evidence{noRule}, 1},
		{"no such bytes", []extractors.Evidence{{Span: extractors.Span{Start: 5, End: 500}, Field: extractors.Text, Rule: "x/y"}}, 1},
	} {
		r := &recorder{TB: t}
		CheckEvidence(r, d, c.es)
		if len(r.failures) != c.want {
			t.Errorf("%s: %d failures %q, want %d", c.name, len(r.failures), r.failures, c.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	d := Blocks("2026-03-04T10:00:00Z", "", Block{Kind: article.Heading, Text: "What we know"},
		Block{Kind: article.Row, Text: "Town | Dead"}, Block{Kind: article.Row, Text: "Orsk | 4"})
	CheckDocument(t, d)
	if len(d.Sentences) != 3 || !d.HasTime || d.Article.Blocks[2].Header != 1 || d.Sentences[2].Kind != article.Row {
		t.Errorf("got %d sentences, time %v, header %d", len(d.Sentences), d.HasTime, d.Article.Blocks[2].Header)
	}
}
