package article_test

import (
	"errors"
	"strings"
	"testing"

	"crosstally/pipeline/article"
	"crosstally/pipeline/article/articletest"
)

// Each hostile page ends in a named error or in its article. What that costs is told by BenchmarkHostilePages of package pipeline.
func TestHostilePages(t *testing.T) {
	for _, p := range articletest.HostilePages() {
		t.Run(p.Fault, func(t *testing.T) {
			a, err := article.Read(article.Record{URL: "u", HTML: p.HTML})
			if !errors.Is(err, p.Err) {
				t.Fatalf("got error %v, want %v", err, p.Err)
			}
			if p.Err == nil && strings.Contains(p.HTML, "Nine people") && !strings.Contains(a.Text, "Nine people are missing") {
				t.Errorf("the article is lost: %.300q", a.Text)
			}
			if p.Err != nil && p.Err != article.ErrNoArticle && !errors.Is(err, article.ErrBudget) {
				t.Errorf("%v is no ErrBudget", err)
			}
		})
	}
}
