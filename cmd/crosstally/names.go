package main

import (
	"sort"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// A nameRow is one person, organisation or place with every spelling.
type nameRow struct {
	Name     string     `json:"name"`
	Type     names.Type `json:"type"`
	Variants []string   `json:"variants"`
	Articles int        `json:"articles"`
	Mentions int        `json:"mentions"`
}

func (a *app) names() *cobra.Command {
	cmd := a.readsStore(&cobra.Command{
		Use:     "names",
		Short:   "list persons, organisations and places with their variants",
		Example: "  crosstally names --format csv",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var rs []claim.Reading
			var ruled []ruling.Ruling
			if err := a.withStore(func(s *store.Store) (err error) {
				if ruled, err = s.Rulings(); err != nil {
					return err
				}
				return s.Readings(func(r claim.Reading) error { rs = append(rs, r); return nil })
			}); err != nil {
				return err
			}
			list := nameRows(rs, ruled)
			var rows [][]string
			for _, x := range list {
				rows = append(rows, []string{printable(x.Name), string(x.Type), strconv.Itoa(x.Articles), strconv.Itoa(x.Mentions), printable(strings.Join(x.Variants, "; "))})
			}
			return a.print(list, []column{{title: "name", wide: true}, {title: "type"}, {title: "articles", right: true}, {title: "mentions", right: true}, {title: "variants", wide: true}}, rows)
		},
	}, "table|json|jsonl|csv")
	cmd.AddCommand(a.namesMerge(), a.namesSplit())
	return cmd
}

// nameRows counts canonical names over all articles; those that were ruled to be one are one.
func nameRows(rs []claim.Reading, ruled []ruling.Ruling) []nameRow {
	type key struct {
		name string
		typ  names.Type
	}
	rows := map[key]*nameRow{}
	variants := map[key]map[string]bool{}
	for _, r := range rs {
		inArticle := map[key]bool{}
		for _, m := range r.Names {
			k := key{ruling.NameOf(m.Name, ruled), m.Type}
			if rows[k] == nil {
				rows[k] = &nameRow{Name: m.Name, Type: m.Type}
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
	var list []nameRow
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
