package main

import (
	"fmt"
	"sort"
	"strconv"

	"github.com/spf13/cobra"

	"crosstally/pipeline/claim"
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

// A sourceRow is one publisher of the store.
type sourceRow struct {
	Source   string `json:"source"`
	Articles int    `json:"articles"`
	Claims   int    `json:"claims"`
	First    string `json:"first"` // publication of its first and last article
	Last     string `json:"last"`
}

func (a *app) sources() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "sources",
		Short:   "list the publishers, with how much they gave and when last",
		Example: "  crosstally sources",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			by := map[string]*sourceRow{}
			if err := a.withStore(func(s *store.Store) error {
				return s.Readings(func(r claim.Reading) error {
					x := by[r.Article.Source]
					if x == nil {
						x = &sourceRow{Source: r.Article.Source, First: r.Article.Published}
						by[r.Article.Source] = x
					}
					x.Articles++
					x.Claims += len(r.Claims)
					x.First, x.Last = min(x.First, r.Article.Published), max(x.Last, r.Article.Published)
					return nil
				})
			}); err != nil {
				return err
			}
			var list []sourceRow
			for _, x := range by {
				list = append(list, *x)
			}
			sort.Slice(list, func(i, j int) bool { return list[i].Source < list[j].Source })
			var rows [][]string
			for _, x := range list {
				rows = append(rows, []string{printable(x.Source), strconv.Itoa(x.Articles), strconv.Itoa(x.Claims), x.First, x.Last})
			}
			return a.print(list, []column{{title: "source", wide: true}, {title: "articles", right: true}, {title: "claims", right: true}, {title: "first"}, {title: "last"}}, rows)
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
	case []sourceRow:
		return encode(a.out, a.format, l)
	case []listedRuling:
		return encode(a.out, a.format, l)
	case []nameRow:
		return encode(a.out, a.format, l)
	}
	return fmt.Errorf("print %T: no such list", list)
}
