package main

import (
	"fmt"
	"strings"

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
	if f.Reason == nil {
		return
	}
	fmt.Fprintln(a.out, "\n"+s.strong("Why these answer one question"))
	for _, k := range f.Reason.Asks {
		fmt.Fprintln(a.out, s.wrap(k.Part+": "+strings.Join(k.Words, ", "), "  "))
	}
	fmt.Fprintln(a.out, "\n"+s.strong("How the figures stand to each other"))
	for _, p := range f.Reason.Pairs {
		fmt.Fprintln(a.out, s.wrap(told(p.A)+" and "+told(p.B)+": "+string(p.Relation)+", "+p.Rule, "  "))
	}
}

// told is a figure of a pair with its voice and day.
func told(t reconcile.Told) string {
	out := t.Figure + " (" + t.By
	if t.On != "" {
		out += ", " + t.On
	}
	return out + ")"
}
