package main

import (
	"cmp"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// A ruler is the flags that say who rules and why.
type ruler struct{ by, why string }

func (r *ruler) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.by, "by", "", "who rules (default: your login)")
	cmd.Flags().StringVar(&r.why, "why", "", "the reason, kept with the ruling")
}

func (r ruler) person() ruling.Person {
	return ruling.Person{Name: cmp.Or(r.by, login()), When: time.Now().UTC(), Why: r.why}
}

func login() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return os.Getenv("USER")
}

const ruleForms = "accept VALUE, reject VALUE, not-a-conflict, note TEXT"

func (a *app) rule() *cobra.Command {
	var who ruler
	var undo uint64
	cmd := &cobra.Command{
		Use:   "rule FACT accept VALUE|reject VALUE|not-a-conflict|note TEXT",
		Short: "decide on a fact: accept or reject a figure, dismiss a conflict, leave a note",
		Long: "rule keeps a decision on a fact, with who made it, when and why. It changes no verdict and no figure; it stands beside them in every later night,\n" +
			"also when groups change, until it is undone.\n\n" +
			"VALUE is a figure as the fact shows it (\"at least 14\"), or its number. After 'reject', later articles that repeat the figure are shown.\n" +
			"'not-a-conflict' takes the fact out of 'conflicts' and --fail-on until a figure comes into conflict that was not there.",
		Example: "  crosstally rule 3f2a accept 14 --why 'coastguard log, seen 5 May'\n  crosstally rule 3f2a reject 22\n  crosstally rule 3f2a not-a-conflict --why 'two different ferries'\n  crosstally rule --undo 7",
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("undo") {
				if len(args) > 0 {
					return usageError{fmt.Errorf("'crosstally rule --undo' wants no argument beside the ruling's number")}
				}
				return a.undo(undo, who)
			}
			kind, what, err := ruleArgs(args)
			if err != nil {
				return err
			}
			return a.writesStore(func(s *store.Store) error {
				f, err := s.Fact(args[0])
				if err != nil {
					return err
				}
				r, err := ruling.On(f, kind, what, who.person())
				if err != nil {
					return err
				}
				if r, err = pipeline.Rule(s, r, time.Now); err != nil {
					return err
				}
				return a.printRuling(s, r)
			})
		},
	}
	cmd.Flags().Uint64Var(&undo, "undo", 0, "take back the ruling with this number, as 'unrule' does")
	who.add(cmd)
	return a.readsStore(cmd, "table|json|jsonl")
}

// ruleArgs reads FACT KIND [WHAT].
func ruleArgs(args []string) (ruling.Kind, string, error) {
	if len(args) < 2 {
		return "", "", usageError{fmt.Errorf("'crosstally rule' wants a fact and one of: %s", ruleForms)}
	}
	kind, what := ruling.Kind(args[1]), strings.Join(args[2:], " ")
	needs := map[ruling.Kind]bool{ruling.Accept: true, ruling.Reject: true, ruling.Note: true, ruling.NotAConflict: false}
	n, known := needs[kind]
	if !known || n != (what != "") {
		return "", "", usageError{fmt.Errorf("cannot read %q; after the fact comes one of: %s", strings.Join(args[1:], " "), ruleForms)}
	}
	return kind, what, nil
}

func (a *app) unrule() *cobra.Command {
	var who ruler
	cmd := &cobra.Command{
		Use:     "unrule ID",
		Short:   "take a ruling back; it stays in the list, with who undid it",
		Example: "  crosstally unrule 7 --why 'the log was of another day'",
		Args:    exactArgs(1, "a ruling's number"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseUint(args[0], 10, 64)
			if err != nil {
				return usageError{fmt.Errorf("%q is no ruling's number; 'crosstally rulings' lists them", args[0])}
			}
			return a.undo(id, who)
		},
	}
	who.add(cmd)
	return a.readsStore(cmd, "table|json|jsonl")
}

func (a *app) undo(id uint64, who ruler) error {
	return a.writesStore(func(s *store.Store) error {
		p := who.person()
		if p.Name == "" {
			return fmt.Errorf("undo ruling %d: nobody is named; say who undoes it with --by", id)
		}
		r, err := pipeline.Unrule(s, id, ruling.Undoing{By: p.Name, When: p.When.Truncate(time.Second), Why: p.Why}, time.Now)
		if err != nil {
			return err
		}
		return a.printRuling(s, r)
	})
}

// printRuling says what was ruled, and on which facts it is now.
func (a *app) printRuling(s *store.Store, r ruling.Ruling) error {
	on, err := s.FactsUnder(r)
	if err != nil {
		return err
	}
	x := listedRuling{r, on[r.ID]}
	return say(a, x, fmt.Sprintf("ruling %d by %s: %s; %s", r.ID, printable(r.By), printable(x.words()), printable(x.state())))
}

// A listedRuling is a ruling with the facts that it is on today.
type listedRuling struct {
	ruling.Ruling
	Facts []string `json:"facts"`
}

// words say what was decided.
func (r listedRuling) words() string {
	out := string(r.Kind)
	switch {
	case r.Figure != nil:
		out += " " + r.Figure.Words
	case r.Note != "":
		out += " “" + r.Note + "”"
	case r.Kind == ruling.Split:
		var apart []string
		for _, c := range r.With {
			apart = append(apart, c.Figure.Words)
		}
		out += " off " + list(apart, 3)
	case len(r.Names) > 0:
		out += " " + strings.Join(r.Names, " and ")
	}
	return out
}

// state says whether a ruling stands, and on what.
func (r listedRuling) state() string {
	switch {
	case r.Undone != nil:
		return "undone by " + r.Undone.By + ", " + r.Undone.When.Format(time.DateOnly)
	case len(r.Names) > 0:
		return "stands in every story"
	case len(r.Facts) == 0:
		return "its claims are gone"
	}
	return "stands on " + strings.Join(r.Facts, ", ")
}

func (a *app) rulings() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "rulings",
		Short:   "list what was decided, by whom, when and why, and the facts that it is on today",
		Example: "  crosstally rulings\n  crosstally rulings --format jsonl",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			list := []listedRuling{}
			if err := a.withStore(func(s *store.Store) error {
				all, err := s.Rulings()
				if err != nil {
					return err
				}
				on, err := s.FactsUnder(all...)
				for _, r := range all {
					list = append(list, listedRuling{r, on[r.ID]})
				}
				return err
			}); err != nil {
				return err
			}
			var rows [][]string
			for _, r := range list {
				rows = append(rows, []string{strconv.FormatUint(r.ID, 10), printable(r.words()), printable(r.Question), printable(r.By), r.When.Format(time.DateOnly), printable(r.Why), printable(r.state())})
			}
			return printList(a, list, []column{{title: "id", right: true}, {title: "ruling", wide: true}, {title: "question", wide: true}, {title: "by"}, {title: "when"}, {title: "why", wide: true}, {title: "state", wide: true}}, rows, "Nothing is ruled yet. 'crosstally rule FACT accept VALUE' does.")
		},
	}, "table|json|jsonl|csv")
}

// tellRulings prints the decisions on a fact under its heading.
func (a *app) tellRulings(s screen, f reconcile.Fact) {
	for _, d := range f.Rulings {
		what := strings.TrimSpace(d.Kind + " " + d.Figure)
		if d.Note != "" {
			what += ": " + d.Note
		}
		line := fmt.Sprintf("Ruling %d by %s, %s: %s", d.ID, d.By, d.When.Format(time.DateOnly), what)
		if d.Why != "" {
			line += " (" + d.Why + ")"
		}
		fmt.Fprintln(a.out, s.strong(s.wrap(line, "")))
		if len(d.OvertakenBy) > 0 {
			fmt.Fprintln(a.out, s.wrap("It holds no more: "+strings.Join(d.OvertakenBy, ", ")+" came into conflict since.", "  "))
		}
		for _, x := range d.RepeatedBy {
			fmt.Fprintln(a.out, s.wrap("Repeated since by "+repeater(x), "  "))
		}
	}
	if len(f.Rulings) > 0 {
		fmt.Fprintln(a.out)
	}
}

func repeater(x reconcile.Repeated) string {
	out := x.Source
	if x.Published != "" {
		out += ", " + x.Published
	}
	if x.CopiedFrom != "" {
		out += ", copied from " + x.CopiedFrom
	}
	return out + ": " + x.URL
}

// ruledMark is what stands behind a question in a list of facts.
func ruledMark(f reconcile.Fact) string {
	var marks []string
	for _, d := range f.Rulings {
		if d.Kind != string(ruling.Note) {
			marks = append(marks, strings.TrimSpace(d.Kind+" "+d.Figure)+", "+d.By)
		}
	}
	if marks = slices.Compact(marks); len(marks) == 0 {
		return ""
	}
	return " [" + strings.Join(marks, "; ") + "]"
}
