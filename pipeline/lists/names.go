package lists

import (
	"sort"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/ruling"
)

// A Name is one person, organisation or place with every spelling.
type Name struct {
	Name     string     `json:"name"`
	Type     names.Type `json:"type"`
	Variants []string   `json:"variants"`
	Articles int        `json:"articles"`
	Mentions int        `json:"mentions"`
}

// Names counts canonical names over all articles; those that were ruled to be one are one.
func Names(rs []claim.Reading, ruled []ruling.Ruling) []Name {
	type key struct {
		name string
		typ  names.Type
	}
	rows := map[key]*Name{}
	variants := map[key]map[string]bool{}
	for _, r := range rs {
		inArticle := map[key]bool{}
		for _, m := range r.Names {
			k := key{ruling.NameOf(m.Name, ruled), m.Type}
			if rows[k] == nil {
				rows[k] = &Name{Name: m.Name, Type: m.Type}
				variants[k] = map[string]bool{}
			}
			rows[k].Mentions++
			if !inArticle[k] {
				inArticle[k] = true
				rows[k].Articles++
			}
			if m.Text != k.name {
				variants[k][m.Text] = true
			}
		}
	}
	var list []Name
	for k, x := range rows {
		for v := range variants[k] {
			x.Variants = append(x.Variants, v)
		}
		sort.Strings(x.Variants)
		list = append(list, *x)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].Name != list[j].Name {
			return list[i].Name < list[j].Name
		}
		return list[i].Type < list[j].Type
	})
	return list
}
