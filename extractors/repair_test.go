package extractors

import (
	"strings"
	"testing"

	"crosstally/pipeline/article"
)

// TestRepairExamples shows what the tagger's forms are for: each text with the tags that matter.
func TestRepairExamples(t *testing.T) {
	for _, ex := range []struct{ rule, field, text, want string }{
		{"numbers are CD", "text", "It cost 3.25 or 1.4m or 1,204.", "3.25/CD 1.4m/CD 1,204/CD"},
		{"numbers are CD", "text", "At 7.45am it rose by 4½ and .22 and 0 percent.", "7.45am/CD 4½/CD .22/CD 0/CD"},
		{"number words are CD", "text", "Twenty-one boats and fourteen crews, four million in all.", "Twenty-one/CD fourteen/CD four/CD million/CD"},
		{"ages stay adjectives", "text", "The 16-year-old boy fled.", "16-year-old/JJ"},
		{"quotation marks", "text", "“We lost,” he said. \"They won.\"", "“/`` ”/'' \"/`` \"/''"},
		{"dashes", "text", "The minister — a doctor — left.", "—/:"},
		{"capitals", "heading", "PRISONERS FREED AFTER TALKS", "PRISONERS/NNS AFTER/IN"},
		{"title case", "title", "Dozens of Miners Rescued After Collapse", "Miners/NNS After/IN"},
		{"title case keeps names", "title", "Kenya Frees Miners After Talks With Petra Lund", "Kenya/NNP Lund/NNP"},
		{"clitics", "text", "Ana’s boat isn’t lost.", "’s/POS n’t/RB"},
	} {
		a := &article.Article{Text: ex.text, Blocks: []article.Block{{End: len(ex.text), Kind: article.Kind(ex.field)}}}
		if ex.field == "title" {
			a = &article.Article{Title: ex.text}
		}
		tags := " "
		for _, s := range Read(a).Sentences {
			for _, tok := range s.Tokens {
				tags += tok.Text + "/" + tok.Tag + " "
			}
		}
		at := 0
		for _, want := range strings.Fields(ex.want) {
			k := strings.Index(tags[at:], " "+want+" ")
			if k < 0 {
				t.Errorf("%s: %q: no %s in%s", ex.rule, ex.text, want, tags)
				break
			}
			at += k + 1
		}
	}
}
