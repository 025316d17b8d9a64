package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (a *app) stories() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "stories",
		Short:   "list the events that the stored articles tell of",
		Example: "  crosstally stories",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var list []reconcile.Story
			if err := a.withStore(func(s *store.Store) error {
				return s.Stories(func(x reconcile.Story) error { list = append(list, x); return nil })
			}); err != nil {
				return err
			}
			var rows [][]string
			for _, x := range list {
				rows = append(rows, []string{x.ID, x.From, x.To, strconv.Itoa(len(x.Articles)), printable(x.Title)})
			}
			return printList(a, list, []column{{title: "story"}, {title: "from"}, {title: "to"}, {title: "articles", right: true}, {title: "title", wide: true}}, rows, nothingStored)
		},
	}, "table|json|jsonl|csv")
}
