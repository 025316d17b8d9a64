package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (a *app) show() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "show FACT",
		Short:   "show a fact: all values as a table, then the quotes with source, date, speaker and URL",
		Example: "  crosstally show 3f2a",
		Args:    exactArgs(1, "a fact id"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := a.fact(args[0])
			if err != nil {
				return err
			}
			var told lists.Told
			if err := a.withStore(func(s *store.Store) error { told, err = lists.Tell(s, f); return err }); err != nil {
				return err
			}
			if a.format != "table" {
				return encode(a.out, a.format, []lists.Told{told})
			}
			return a.showFact(told)
		},
	}, "table|json|jsonl")
}

func (a *app) fact(id string) (f reconcile.Fact, err error) {
	err = a.withStore(func(s *store.Store) error {
		f, err = s.Fact(id)
		return err
	})
	return f, err
}

func (a *app) showFact(t lists.Told) error {
	f := t.Fact
	var urls []string
	for _, v := range f.Values {
		for _, src := range v.Sources {
			urls = append(urls, src.URL)
		}
	}
	gone, err := a.withdrawals(urls)
	if err != nil {
		return err
	}
	s := a.screen()
	a.heading(s, f)
	var rows [][]string
	for _, v := range f.Values {
		var voices []string
		for _, src := range v.Sources {
			voices = append(voices, src.Voice())
		}
		rows = append(rows, []string{v.Figure(), v.AsOf, string(v.Modality), strconv.Itoa(len(v.Sources)), printable(list(voices, 4))})
	}
	unit := f.Unit
	if unit == "" {
		unit = "figure"
	}
	a.table([]column{{title: printable(unit), right: true}, {title: "as of"}, {title: "modality"}, {title: "mentions", right: true}, {title: "who says so", wide: true}}, rows)
	for _, c := range f.Changes {
		fmt.Fprintln(a.out, s.wrap("changed from "+c.From+" to "+c.To+": "+c.Why, "  "))
	}
	for _, c := range f.Checks {
		sign := "holds"
		if !c.Holds {
			sign = "does not hold"
		}
		fmt.Fprintln(a.out, s.wrap("check "+c.Expression+" "+sign+": "+c.Why, "  "))
	}
	a.tellHistory(s, t)
	for _, v := range f.Values {
		fmt.Fprintf(a.out, "\n%s", s.strong(v.Figure()))
		if v.Modality != "asserted" {
			fmt.Fprintf(a.out, " (%s)", v.Modality)
		}
		fmt.Fprintf(a.out, ", as of %s\n", v.AsOf)
		for _, src := range v.Sources {
			a.quote(s, src)
			if w := gone[src.URL]; w != nil {
				fmt.Fprintln(a.out, "    "+withdrawn(w))
			}
		}
	}
	fmt.Fprintf(a.out, "\nWhy this verdict and which rules: crosstally explain %s\n", f.ID)
	return nil
}

// tellHistory prints on which day each figure came, where they came on several.
func (a *app) tellHistory(s screen, t lists.Told) {
	if n := len(t.History); n < 2 || t.History[0].Day() == t.History[n-1].Day() {
		return
	}
	for _, x := range t.History {
		fmt.Fprintln(a.out, s.wrap(fmt.Sprintf("first seen %s: %s, as of %s, in %s", x.Day(), x.Figure, x.AsOf, printable(x.Source)), "  "))
	}
}

func (a *app) heading(s screen, f reconcile.Fact) {
	fmt.Fprintln(a.out, s.strong(printable(f.Question))+"  "+s.verdict(f.Verdict))
	fmt.Fprintln(a.out, s.faint(printable(f.Story.Title)))
	fmt.Fprintf(a.out, "%s\n", s.wrap(f.Why, ""))
	fmt.Fprintf(a.out, "Independent origins: %d\n\n", f.IndependentSources)
	a.tellRulings(s, f)
}

// quote prints one mention: its sentence, then who said it, where and when.
func (a *app) quote(s screen, src reconcile.Source) {
	fmt.Fprintln(a.out, s.wrap("“"+strings.TrimSpace(src.Quote)+"”", "  "))
	by := src.Source
	if src.Published != "" {
		by += ", " + src.Published
	}
	if src.Attribution != "" {
		by += "; credited to " + src.Attribution
		if src.Speaker != "" && src.Speaker != src.Attribution {
			by += " (" + src.Speaker + ")"
		}
	}
	if src.CopiedFrom != "" {
		by += "; copied from " + src.CopiedFrom
	}
	fmt.Fprintln(a.out, s.wrap(by, "    "))
	fmt.Fprintln(a.out, s.faint(s.wrap(fmt.Sprintf("%s  (%s, bytes %d to %d)", src.URL, src.Field, src.Start, src.End), "    ")))
}
