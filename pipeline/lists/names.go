package lists

import (
	"cmp"
	"maps"
	"slices"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// A Name is one person, organisation or place with every spelling.
type Name struct {
	Name     string            `json:"name"`
	Type     names.Type        `json:"type"`
	Variants []string          `json:"variants"` // sorted
	Merges   []reconcile.Merge `json:"merges"`   // why spellings of different articles are one, sorted
	Articles int               `json:"articles"`
	Mentions int               `json:"mentions"`
}

// Names counts who and what articles name. Spellings are one name where the articles' story takes them for one, and where they were
// ruled to be; a name of several stories stands once. Names of articles that no story tells of yet are as the article has them.
func Names(rs []claim.Reading, stories []reconcile.Story, ruled []ruling.Ruling) []Name {
	naming := map[string]func(string) *reconcile.Entity{} // by URL
	for _, st := range stories {
		lookup := st.Naming()
		for _, url := range st.Articles {
			naming[url] = lookup
		}
	}
	type key struct {
		name string
		typ  names.Type
	}
	type row struct {
		Name
		variants map[string]bool
		merges   map[reconcile.Merge]bool
	}
	rows := map[key]*row{}
	for _, r := range rs {
		lookup, inArticle := naming[r.Article.URL], map[key]bool{}
		for _, m := range r.Names {
			name, typ := cmp.Or(m.Name, m.Text), m.Type
			var of *reconcile.Entity
			if lookup != nil {
				of = lookup(name)
			}
			if of != nil {
				name, typ = of.Name, names.Type(of.Type)
			}
			k := key{ruling.NameOf(name, ruled), typ}
			x := rows[k]
			if x == nil {
				x = &row{Name{Name: k.name, Type: typ}, map[string]bool{}, map[reconcile.Merge]bool{}}
				rows[k] = x
			}
			x.Mentions++
			if !inArticle[k] {
				inArticle[k] = true
				x.Articles++
			}
			for _, v := range [...]string{m.Text, m.Name} {
				if v != "" && v != k.name {
					x.variants[v] = true
				}
			}
			if of != nil {
				for _, why := range of.Merges {
					x.merges[why] = true
				}
			}
		}
	}
	var list []Name
	for _, x := range rows {
		x.Variants = slices.Sorted(maps.Keys(x.variants))
		x.Merges = slices.SortedFunc(maps.Keys(x.merges), func(a, b reconcile.Merge) int {
			return cmp.Or(cmp.Compare(a.Forms[0], b.Forms[0]), cmp.Compare(a.Forms[1], b.Forms[1]), cmp.Compare(a.Reason, b.Reason))
		})
		list = append(list, x.Name)
	}
	slices.SortFunc(list, func(a, b Name) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Type, b.Type)) })
	return list
}
