package dates

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// document reads paragraphs as an article published at the given time.
func document(published string, paragraphs ...string) *extractors.Document {
	a := &article.Article{Published: published}
	var b strings.Builder
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteString("\n\n")
		}
		kind := article.Paragraph
		if h, ok := strings.CutPrefix(p, "## "); ok {
			p, kind = h, article.Heading
		}
		a.Blocks = append(a.Blocks, article.Block{Start: b.Len(), End: b.Len() + len(p), Kind: kind, Header: -1})
		b.WriteString(p)
	}
	a.Text = b.String()
	return extractors.Read(a)
}

func written(ms []Mention) string {
	var out []string
	for _, m := range ms {
		out = append(out, m.Text+"="+m.Value)
	}
	return strings.Join(out, "; ")
}

func byRule(name string, ms []Mention) []Mention {
	var out []Mention
	for _, m := range ms {
		if m.Rule == "dates/"+name {
			out = append(out, m)
		}
	}
	return out
}

// Every rule carries its own examples, so a rule cannot be added untested.
func TestRuleExamples(t *testing.T) {
	for _, r := range rules {
		if len(r.yes) == 0 {
			t.Errorf("rule %s has no example", r.name)
		}
		for _, ex := range r.yes {
			if got := written(byRule(r.name, Extract(document("2026-03-11", ex.sentence)))); got != ex.want {
				t.Errorf("rule %s, %q: got %q, want %q", r.name, ex.sentence, got, ex.want)
			}
		}
		for _, sentence := range r.no {
			if got := written(byRule(r.name, Extract(document("2026-03-11", sentence)))); got != "" {
				t.Errorf("rule %s, %q: got %q, want nothing", r.name, sentence, got)
			}
		}
	}
}
