package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A briefing is what changed since a run or time, and which conflicts stand.
type briefing struct {
	Since    string            `json:"since"`
	Runs     int               `json:"runs"`
	Account  pipeline.Account  `json:"account"` // of those runs together
	New      []pipeline.Change `json:"new"`
	Changed  []pipeline.Change `json:"changed"`
	Resolved []pipeline.Change `json:"resolved"`
	Gone     []pipeline.Change `json:"gone"`
	Open     []reconcile.Fact  `json:"open"`     // conflicts that stood before and still do, and on which nobody ruled
	Ruled    []reconcile.Fact  `json:"ruled"`    // conflicts that a person dismissed or settled by accepting a figure
	Repeated []repetition      `json:"repeated"` // articles of these runs that give a figure which a person rejected
}

// A repetition is a rejected figure in a new article.
type repetition struct {
	Fact     string `json:"fact"`
	Question string `json:"question"`
	Ruling   uint64 `json:"ruling"`
	Figure   string `json:"figure"`
	reconcile.Repeated
}

func (a *app) brief() *cobra.Command {
	var since, failOn string
	cmd := &cobra.Command{
		Use:     "brief",
		Short:   "say what is new, changed, resolved and still open since the last run, a given run or a date",
		Example: "  crosstally brief\n  crosstally brief --since 2026-05-10\n  crosstally brief --since 36h --fail-on conflict",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if failOn != "" && failOn != "conflict" {
				return usageError{fmt.Errorf("unknown --fail-on %q; only 'conflict' can be given", failOn)}
			}
			after, err := sinceFilter(since, time.Now())
			if err != nil {
				return err
			}
			var b briefing
			if err := a.withStore(func(s *store.Store) error { b, err = readBriefing(s, since, after); return err }); err != nil {
				return err
			}
			if a.format == "table" {
				a.printBriefing(b)
			} else if err := encode(a.out, a.format, []briefing{b}); err != nil {
				return err
			}
			if failOn != "" && b.conflicts() > 0 {
				return exitError{code: exitConflict}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&since, "since", "", "a run's number, a date, an RFC 3339 time or an age such as 36h or 7d (default: the last run alone)")
	cmd.Flags().StringVar(&failOn, "fail-on", "", "exit with 5 if a 'conflict' is new or open")
	return a.readsStore(cmd, "table|json|jsonl")
}

// sinceFilter reads --since: it returns whether a run belongs to the brief, given how many newer ones there are.
func sinceFilter(since string, now time.Time) (func(r pipeline.RunRecord, newer int) bool, error) {
	if since == "" {
		read := false // the last run that read something, and the rulings after it
		return func(r pipeline.RunRecord, _ int) bool {
			if read {
				return false
			}
			read = r.Ruling == 0
			return true
		}, nil
	}
	if n, err := strconv.ParseUint(since, 10, 64); err == nil {
		return func(r pipeline.RunRecord, _ int) bool { return r.Number > n }, nil
	}
	t, err := sinceTime(since, now)
	if err != nil {
		return nil, err
	}
	return func(r pipeline.RunRecord, _ int) bool { return !r.Ended.Before(t) }, nil
}

func sinceTime(since string, now time.Time) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.ParseInLocation(layout, since, now.Location()); err == nil {
			return t, nil
		}
	}
	if days, ok := strings.CutSuffix(since, "d"); ok {
		if n, err := strconv.Atoi(days); err == nil && n >= 0 {
			return now.AddDate(0, 0, -n), nil
		}
	}
	if d, err := time.ParseDuration(since); err == nil && d >= 0 {
		return now.Add(-d), nil
	}
	return time.Time{}, usageError{fmt.Errorf("cannot read --since %q; give a run's number, a date (2026-05-10), a time or an age (36h, 7d)", since)}
}

// readBriefing merges the changes of the runs that belong to it: of several changes of one fact, the first state before and the last after.
func readBriefing(s *store.Store, since string, belongs func(pipeline.RunRecord, int) bool) (briefing, error) {
	b := briefing{Since: since, New: []pipeline.Change{}, Changed: []pipeline.Change{}, Resolved: []pipeline.Change{}, Gone: []pipeline.Change{}, Open: []reconcile.Fact{}, Ruled: []reconcile.Fact{}, Repeated: []repetition{}}
	var runs []pipeline.RunRecord
	newer := 0
	if err := s.Runs(func(r pipeline.RunRecord) bool {
		ok := belongs(r, newer)
		newer++
		if ok {
			runs = append(runs, r)
		}
		return ok
	}); err != nil {
		return b, err
	}
	slices.Reverse(runs) // oldest first
	b.Runs = len(runs)
	for _, r := range runs {
		b.Account.Seen += r.Account.Seen
		b.Account.Stored += r.Account.Stored
		b.Account.Duplicate += r.Account.Duplicate
		b.Account.Refused += r.Account.Refused
	}
	touched := map[string]bool{}
	for _, c := range pipeline.MergeChanges(runs) {
		touched[c.Fact] = true
		b.file(c)
	}
	if err := s.Facts(func(f reconcile.Fact) error {
		switch {
		case f.Verdict != reconcile.Conflict:
		case f.Ruled():
			b.Ruled = append(b.Ruled, f)
		case !touched[f.ID]:
			b.Open = append(b.Open, f)
		}
		b.Repeated = append(b.Repeated, repetitions(f)...)
		return nil
	}); err != nil || len(runs) == 0 {
		return b, err
	}
	return b, b.keepFresh(s, runs[0].Started)
}

func repetitions(f reconcile.Fact) (out []repetition) {
	for _, d := range f.Rulings {
		for _, x := range d.RepeatedBy {
			out = append(out, repetition{Fact: f.ID, Question: f.Question, Ruling: d.ID, Figure: d.Figure, Repeated: x})
		}
	}
	return out
}

// keepFresh keeps the repetitions in articles that came since a time.
func (b *briefing) keepFresh(s *store.Store, since time.Time) (err error) {
	b.Repeated = slices.DeleteFunc(b.Repeated, func(x repetition) bool {
		_, p, perr := s.Page(x.URL)
		err = errors.Join(err, perr)
		return p.Fetched.Before(since.Truncate(time.Second)) // notes are to the second
	})
	return err
}

// file puts a change where it belongs.
func (b *briefing) file(c pipeline.Change) {
	list := map[pipeline.ChangeKind]*[]pipeline.Change{pipeline.New: &b.New, pipeline.Changed: &b.Changed, pipeline.Resolved: &b.Resolved, pipeline.Gone: &b.Gone}[c.Kind]
	*list = append(*list, c)
}

// conflicts counts those that nobody ruled on.
func (b *briefing) conflicts() int {
	n := len(b.Open)
	ruled := map[string]bool{}
	for _, f := range b.Ruled {
		ruled[f.ID] = true
	}
	for _, list := range [][]pipeline.Change{b.New, b.Changed} {
		for _, c := range list {
			if c.Now.Verdict == reconcile.Conflict && !ruled[c.Fact] {
				n++
			}
		}
	}
	return n
}

func (a *app) printBriefing(b briefing) {
	s := a.screen()
	if b.Runs == 0 {
		fmt.Fprintln(a.out, "No run in that time. 'crosstally ingest' reads articles; 'crosstally brief' then says what changed.")
		return
	}
	fmt.Fprintf(a.out, "%d articles seen: %d stored, %d duplicate, %d refused\n", b.Account.Seen, b.Account.Stored, b.Account.Duplicate, b.Account.Refused)
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
		fmt.Fprintf(a.out, "\n%d more new facts without a conflict: crosstally facts\n", others)
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
	return []string{f.ID, s.verdict(f.Verdict), printable(f.Question + ruledMark(f)), printable(figures(f))}
}

func repeatedRows(xs []repetition) (rows [][]string) {
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
