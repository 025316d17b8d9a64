package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosstally/pipeline/reconcile"
)

func (a *app) explain() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "explain FACT",
		Short:   "explain a fact: the rules that made each mention, why the claims answer one question, why this verdict",
		Example: "  crosstally explain 3f2a",
		Args:    exactArgs(1, "a fact id"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := a.fact(args[0])
			if err != nil {
				return err
			}
			if a.format != "table" {
				return encode(a.out, a.format, []reconcile.Fact{f})
			}
			a.explainFact(f)
			return nil
		},
	}, "table|json|jsonl")
}

func (a *app) explainFact(f reconcile.Fact) {
	s := a.screen()
	a.heading(s, f)
	fmt.Fprintln(a.out, s.strong("The mentions"))
	for _, v := range f.Values {
		for _, src := range v.Sources {
			fmt.Fprintln(a.out, s.wrap(fmt.Sprintf("%s: “%s” read as %s, as of %s, %s, by rule %s", src.Source, src.Text, v.Figure(), v.AsOf, v.Modality, src.Rule), "  "))
		}
	}
}
