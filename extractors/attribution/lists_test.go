package attribution

import (
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/extractorstest"
	"crosstally/pipeline/article"
)

func TestListed(t *testing.T) {
	for _, ex := range []struct {
		line, item, want string
	}{
		{"The union calls for:", "12 new boats", "union"},
		{"The ministry reported:", "12 dead", "ministry"},
		{"It rained. Ana Moreno said the army had lost:", "12 boats", "Ana Moreno"},
		{"Where the boats are, according to the Harbour Union:", "12 in Port Lume", "Harbour Union"},
		{"The union's demands:", "12 new boats", "union"},
		{"The latest figures from the ministry:", "12 dead", "ministry"},
		{"The ministry reported:", "12 dead, the union said", "union"},
		{"Ana Moreno said so. By noon, her list of the dead shows:", "12 men", "Ana Moreno"},
		{"The army denied that it had lost:", "12 boats", ""},
		{"Police arrested:", "12 men", ""},
		{"Boats from Coastal Air:", "12 in Port Lume", ""},
		{"What we know:", "12 boats sank", ""},
		{"The union's boats:", "12 in Port Lume", ""},
		{"The ministry reported. What we know:", "12 boats sank", ""},
	} {
		d := extractorstest.Blocks("2026-03-04", "", extractorstest.Block{Kind: article.Paragraph, Text: ex.line},
			extractorstest.Block{Kind: article.Item, Text: "Nobody has come"}, extractorstest.Block{Kind: article.Item, Text: ex.item}, extractorstest.Block{Kind: article.Paragraph, Text: "Some 12 fell."})
		credits := Extract(d, castIn(d))
		for k := len(d.Sentences) - 2; k < len(d.Sentences); k++ {
			s, want := &d.Sentences[k], ex.want
			if s.Kind != article.Item {
				want = "" // the list is over
			}
			for _, tok := range s.Tokens {
				if tok.Text == "12" {
					if c, _ := For(credits, extractors.Text, tok.Span, k); c.Name != want {
						t.Errorf("%q, %q: got %q by %q, want %q", ex.line, s.Text, c.Name, c.Rule, want)
					}
				}
			}
		}
	}
}
