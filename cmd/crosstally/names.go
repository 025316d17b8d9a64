package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

func (a *app) names() *cobra.Command {
	cmd := a.readsStore(&cobra.Command{
		Use:     "names",
		Short:   "list persons, organisations and places with their variants",
		Example: "  crosstally names --format csv",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var rs []claim.Reading
			var stories []reconcile.Story
			var ruled []ruling.Ruling
			if err := a.withStore(func(s *store.Store) (err error) {
				if ruled, err = s.Rulings(); err != nil {
					return err
				}
				if err = s.Stories(func(st reconcile.Story) error { stories = append(stories, st); return nil }); err != nil {
					return err
				}
				return s.Readings(func(r claim.Reading) error { rs = append(rs, r); return nil })
			}); err != nil {
				return err
			}
			list := lists.Names(rs, stories, ruled)
			var rows [][]string
			for _, x := range list {
				rows = append(rows, []string{printable(x.Name), string(x.Type), strconv.Itoa(x.Articles), strconv.Itoa(x.Mentions), printable(strings.Join(x.Variants, "; "))})
			}
			return printList(a, list, []column{{title: "name", wide: true}, {title: "type"}, {title: "articles", right: true}, {title: "mentions", right: true}, {title: "variants", wide: true}}, rows, nothingStored)
		},
	}, "table|json|jsonl|csv")
	cmd.AddCommand(a.namesMerge(), a.namesSplit())
	return cmd
}
