package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (a *app) brief() *cobra.Command {
	var since, failOn string
	cmd := &cobra.Command{
		Use:     "brief",
		Short:   "say what is new, changed, resolved and still open since the last run, a given run or a date",
		Example: "  crosstally brief\n  crosstally brief --since 2026-05-10\n  crosstally brief --since 36h --fail-on conflict",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkFailOn(failOn); err != nil {
				return err
			}
			after, err := lists.Since(since, time.Now())
			if err != nil {
				return usageError{fmt.Errorf("--since: %w", err)}
			}
			var b lists.Brief
			if err := a.withStore(func(s *store.Store) error { b, err = lists.ReadBrief(s, since, after, 0); return err }); err != nil {
				return err
			}
			if a.format == "table" {
				a.printBriefing(b)
			} else if err := encode(a.out, a.format, []lists.Brief{b}); err != nil {
				return err
			}
			if failOn != "" && b.Conflicts() > 0 {
				return exitError{code: exitConflict}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&since, "since", "", "a run's number, a date, an RFC 3339 time or an age such as 36h or 7d (default: the last run alone)")
	cmd.Flags().StringVar(&failOn, "fail-on", "", "exit with 5 if a 'conflict' is new or open")
	return a.readsStore(cmd, "table|json|jsonl")
}

func (a *app) printBriefing(b lists.Brief) {
	s := a.screen()
	if b.Runs == 0 {
		fmt.Fprintln(a.out, "No run in that time. 'crosstally ingest' reads articles; 'crosstally brief' then says what changed.")
		return
	}
	fmt.Fprintf(a.out, "%s seen: %d stored, %d duplicate, %d refused\n", numbered(b.Account.Seen, "article"), b.Account.Stored, b.Account.Duplicate, b.Account.Refused)
	conflicts, others := 0, 0
	var fresh [][]string
	for _, c := range b.New {
		if c.Now.Verdict == reconcile.Conflict {
			conflicts++
			fresh = append(fresh, changeRow(s, c))
		} else {
			others++
		}
	}
	a.section(s, "New conflicts", fresh)
	a.section(s, "Rejected figures repeated", repeatedRows(b.Repeated))
	a.section(s, "Changed", changeRows(s, b.Changed))
	a.section(s, "Resolved", changeRows(s, b.Resolved))
	a.section(s, "Gone", changeRows(s, b.Gone))
	var open [][]string
	for _, f := range b.Open {
		open = append(open, factRow(s, f))
	}
	a.section(s, "Still open", open)
	var ruled [][]string
	for _, f := range b.Ruled {
		ruled = append(ruled, factRow(s, f))
	}
	a.section(s, "Ruled", ruled)
	if others > 0 {
		fmt.Fprintf(a.out, "\n%s more without a conflict: crosstally facts\n", numbered(others, "new fact"))
	}
	if conflicts+len(b.Open) > 0 {
		fmt.Fprintln(a.out, "See one with its quotes: crosstally show FACT")
	}
}

func (a *app) section(s screen, title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(a.out, "\n%s (%d)\n", s.strong(title), len(rows))
	a.table([]column{{title: "fact"}, {title: "verdict"}, {title: "question", wide: true}, {title: "figures", wide: true}}, rows)
}

func factRow(s screen, f reconcile.Fact) []string {
	return []string{f.ID, s.verdict(f.Verdict), printable(f.Question + ruledMark(f)), printable(f.Summary())}
}

func repeatedRows(xs []lists.Repetition) (rows [][]string) {
	for _, x := range xs {
		rows = append(rows, []string{x.Fact, fmt.Sprintf("ruling %d", x.Ruling), printable(x.Question), printable(x.Figure + " by " + repeater(x.Repeated))})
	}
	return rows
}

func changeRows(s screen, cs []pipeline.Change) (rows [][]string) {
	for _, c := range cs {
		rows = append(rows, changeRow(s, c))
	}
	return rows
}

func changeRow(s screen, c pipeline.Change) []string {
	verdict := s.verdict(c.Now.Verdict)
	if c.Was.Verdict != "" && c.Was.Verdict != c.Now.Verdict {
		verdict = s.verdict(c.Was.Verdict)
		if c.Now.Verdict != "" {
			verdict += " → " + s.verdict(c.Now.Verdict)
		}
	}
	figs := strings.Join(c.Now.Figures, "; ")
	if was := strings.Join(c.Was.Figures, "; "); was != "" && was != figs {
		figs = was + " → " + figs
	}
	return []string{c.Fact, verdict, printable(c.Question), printable(figs)}
}
