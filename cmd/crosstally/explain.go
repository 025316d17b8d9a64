package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (a *app) explain() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "explain FACT",
		Short:   "explain a fact: the rules that made each mention, why the claims answer one question, why this verdict",
		Example: "  crosstally explain 3f2a",
		Args:    exactArgs(1, "a fact id"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var x explained
			if err := a.withStore(func(s *store.Store) (err error) { x, err = explainedBy(s, args[0]); return err }); err != nil {
				return err
			}
			if a.format != "table" {
				return encode(a.out, a.format, []explained{x})
			}
			a.explainFact(x)
			return nil
		},
	}, "table|json|jsonl")
}

// An explained fact names the version of the rules by which each of its articles was read.
type explained struct {
	reconcile.Fact
	RuleVersions map[string]string `json:"rule_versions"` // by URL
}

func explainedBy(s *store.Store, id string) (x explained, err error) {
	x.RuleVersions = map[string]string{}
	if x.Fact, err = s.Fact(id); err != nil {
		return x, err
	}
	for _, v := range x.Values {
		for _, src := range v.Sources {
			if _, known := x.RuleVersions[src.URL]; known {
				continue
			}
			_, p, err := s.Page(src.URL)
			if err != nil && !errors.Is(err, store.ErrNoArticle) { // taken down a moment ago
				return x, err
			}
			x.RuleVersions[src.URL] = p.Rules
		}
	}
	return x, nil
}

func (a *app) explainFact(f explained) {
	s := a.screen()
	a.heading(s, f.Fact)
	fmt.Fprintln(a.out, s.strong("The mentions"))
	for _, v := range f.Values {
		for _, src := range v.Sources {
			fmt.Fprintln(a.out, s.wrap(fmt.Sprintf("%s: “%s” read as %s, as of %s, %s, by rule %s of version %s", src.Source, src.Text, v.Figure(), v.AsOf, v.Modality, src.Rule, f.RuleVersions[src.URL]), "  "))
		}
	}
	if f.Reason == nil {
		return
	}
	fmt.Fprintln(a.out, "\n"+s.strong("Why these answer one question"))
	for _, k := range f.Reason.Asks {
		fmt.Fprintln(a.out, s.wrap(k.Part+": "+strings.Join(k.Words, ", "), "  "))
	}
	if len(f.Reason.Pairs) > 0 {
		fmt.Fprintln(a.out, "\n"+s.strong("How the figures stand to each other"))
	}
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
