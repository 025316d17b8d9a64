package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"crosstally/pipeline/lists"
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
			return a.print(list, []column{{title: "story"}, {title: "from"}, {title: "to"}, {title: "articles", right: true}, {title: "title", wide: true}}, rows)
		},
	}, "table|json|jsonl|csv")
}

// print prints a list as a table, CSV or JSON.
func (a *app) print(list any, cols []column, rows [][]string) error {
	switch a.format {
	case "table":
		if len(rows) == 0 {
			fmt.Fprintln(a.out, "Nothing is stored yet. 'crosstally ingest' adds articles.")
			return nil
		}
		a.table(cols, rows)
		return nil
	case "csv":
		var head []string
		for _, c := range cols {
			head = append(head, c.title)
		}
		return encodeCSV(a.out, head, rows)
	}
	switch l := list.(type) {
	case []reconcile.Story:
		return encode(a.out, a.format, l)
	case []lists.Source:
		return encode(a.out, a.format, l)
	case []lists.Feed:
		return encode(a.out, a.format, l)
	case []listedRuling:
		return encode(a.out, a.format, l)
	case []lists.Name:
		return encode(a.out, a.format, l)
	}
	return fmt.Errorf("print %T: no such list", list)
}
