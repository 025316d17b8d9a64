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
		a := r.Article
		if by[a.Source] == nil {
			by[a.Source] = &Source{Source: a.Source}
		}
		by[a.Source].Add(Source{a.Source, 1, len(r.Claims), a.Published, a.Published})
		return nil
	})
	out := []Source{}
	for _, x := range by {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b Source) int { return strings.Compare(a.Source, b.Source) })
	return out, err
}

// Add counts more articles of the same publisher in.
func (s *Source) Add(more Source) {
	if s.Articles == 0 {
		s.First = more.First
	}
	s.Articles += more.Articles
	s.Claims += more.Claims
	s.First, s.Last = min(s.First, more.First), max(s.Last, more.Last)
}
