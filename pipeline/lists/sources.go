package lists

import (
	"slices"
	"strings"

	"crosstally/pipeline/claim"
)

// A Source is one publisher of the store.
type Source struct {
	Source   string `json:"source"`
	Articles int    `json:"articles"`
	Claims   int    `json:"claims"`
	First    string `json:"first"` // publication of its first and last article
	Last     string `json:"last"`
}

// Sources lists the publishers of readings, by name.
func Sources(readings func(yield func(claim.Reading) error) error) ([]Source, error) {
	by := map[string]*Source{}
	err := readings(func(r claim.Reading) error {
		x := by[r.Article.Source]
		if x == nil {
			x = &Source{Source: r.Article.Source, First: r.Article.Published}
			by[r.Article.Source] = x
		}
		x.Articles++
		x.Claims += len(r.Claims)
		x.First, x.Last = min(x.First, r.Article.Published), max(x.Last, r.Article.Published)
		return nil
	})
	out := []Source{}
	for _, x := range by {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b Source) int { return strings.Compare(a.Source, b.Source) })
	return out, err
}
