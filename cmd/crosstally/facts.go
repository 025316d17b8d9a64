package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A factFilter picks the facts that a command prints.
type factFilter struct {
	lists.Filter
	dismissed bool // also conflicts that a person ruled to be none
	since     string

	belongs func(pipeline.RunRecord, int) bool // by check: to the runs since then
	// by prepare
	touched map[string]bool        // by the runs since then; nil is no matter
	called  map[string]lists.Forms // how each story calls who or what is named
}

func (f *factFilter) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.Story, "story", "", "only this story (id, or the beginning of one)")
	fl.StringVar(&f.Name, "name", "", "only facts whose question, sources or quotes name this, in whole words or by another spelling that their story has of it")
	fl.StringVar(&f.Predicate, "predicate", "", "only this predicate, such as die or injure")
	fl.BoolVar(&f.dismissed, "dismissed", false, "also conflicts that were ruled not to be any")
	fl.StringVar(&f.since, "since", "", "only facts that are new or changed since a run's number, a date, an RFC 3339 time or an age such as 36h or 7d")
	fl.IntVar(&f.MinSources, "min-sources", 0, "only facts with at least so many independent sources")
}

// check reports what the filter cannot mean.
func (f *factFilter) check() (err error) {
	if f.Verdict != "" && !contains(verdicts, f.Verdict) {
		return usageError{fmt.Errorf("unknown verdict %q; one of %s", f.Verdict, verdicts)}
	}
	if f.MinSources < 0 {
		return usageError{fmt.Errorf("--min-sources %d: nothing below zero was expected", f.MinSources)}
	}
	if f.since != "" {
		if f.belongs, err = lists.Since(f.since, time.Now()); err != nil {
			return usageError{fmt.Errorf("--since: %w", err)}
		}
	}
	return nil
}

// prepare looks up what the filter asks of the store besides facts.
func (f *factFilter) prepare(s *store.Store) error {
	if f.Story != "" {
		found := false
		if err := s.Newest(store.Query{Story: f.Story}, func(store.Telling) (bool, error) { found = true; return false, nil }); err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("no story has the id %q, or one that begins so; 'crosstally stories' lists them", f.Story)
		}
	}
	if f.belongs != nil {
		var err error
		if f.touched, err = lists.Touched(s, f.belongs); err != nil {
			return err
		}
	}
	if f.Name == "" {
		return nil
	}
	f.called = map[string]lists.Forms{}
	return s.Newest(f.Query(), func(t store.Telling) (more bool, err error) {
		f.called[t.ID()], err = f.Called(t)
		return true, err
	})
}

// find calls yield for the facts of a store that the filter keeps.
func (f *factFilter) find(s *store.Store, yield func(reconcile.Fact) error) error {
	if err := f.prepare(s); err != nil {
		return err
	}
	return s.Find(f.Query(), func(x reconcile.Fact) error {
		if !f.keeps(x) {
			return nil
		}
		return yield(x)
	})
}

// none says that there is no fact which the filter keeps.
func (f *factFilter) none() string {
	narrow := f.Story != "" || f.Name != "" || f.Predicate != "" || f.MinSources > 0 || f.since != ""
	switch {
	case f.Verdict == string(reconcile.Conflict) && !narrow:
		return "No conflicts. 'crosstally facts' lists all that sources say; 'crosstally ingest' adds articles."
	case f.Verdict != "" || narrow:
		return "No such facts. 'crosstally facts' lists all; 'crosstally ingest' adds articles."
	}
	return "No facts. 'crosstally ingest' adds articles."
}

func (f *factFilter) keeps(x reconcile.Fact) bool {
	return f.Keeps(x, f.called[x.Story.ID]) && (f.Verdict != string(reconcile.Conflict) || f.dismissed || !x.Dismissed()) && (f.touched == nil || f.touched[x.ID])
}

const verdicts = "agree|compatible|updated|conflict|single"

func (a *app) facts() *cobra.Command {
	var f factFilter
	cmd := &cobra.Command{
		Use:     "facts",
		Short:   "list the questions that sources answer, with their verdicts",
		Example: "  crosstally facts --verdict updated\n  crosstally facts --format jsonl | jq .question",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := a.printFacts(f)
			return err
		},
	}
	cmd.Flags().StringVar(&f.Verdict, "verdict", "", "only this verdict: "+verdicts)
	f.add(cmd)
	return a.readsStore(cmd, "table|json|jsonl|csv")
}

func (a *app) conflicts() *cobra.Command {
	f := factFilter{Filter: lists.Filter{Verdict: string(reconcile.Conflict)}}
	var failOn string
	cmd := &cobra.Command{
		Use:     "conflicts",
		Short:   "list the facts on which sources disagree",
		Example: "  crosstally conflicts\n  crosstally conflicts --fail-on conflict || echo 'look before you print'",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkFailOn(failOn); err != nil {
				return err
			}
			n, err := a.printFacts(f)
			if err == nil && n > 0 && failOn != "" {
				return exitError{code: exitConflict}
			}
			return err
		},
	}
	cmd.Flags().StringVar(&failOn, "fail-on", "", "exit with 5 if there is a 'conflict'")
	f.add(cmd)
	return a.readsStore(cmd, "table|json|jsonl|csv")
}

// checkFailOn refuses what a command cannot fail on.
func checkFailOn(what string) error {
	if what == "" || what == "conflict" {
		return nil
	}
	return usageError{fmt.Errorf("unknown --fail-on %q; only 'conflict' can be given", what)}
}

// printFacts prints the facts that a filter keeps and returns how many they are.
func (a *app) printFacts(f factFilter) (int, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	var facts []reconcile.Fact
	err := a.withStore(func(s *store.Store) error {
		return f.find(s, func(x reconcile.Fact) error { facts = append(facts, x); return nil })
	})
	if err != nil {
		return 0, err
	}
	switch a.format {
	case "csv":
		return len(facts), encodeCSV(a.out, factHeader, factRows(facts))
	case "table":
		if len(facts) == 0 {
			fmt.Fprintln(a.out, f.none())
			return 0, nil
		}
		a.factTable(facts)
		return len(facts), nil
	}
	return len(facts), encode(a.out, a.format, facts)
}

var factHeader = []string{"fact", "story", "question", "verdict", "unit", "value", "lower", "upper", "approximate", "as_of", "modality",
	"source", "url", "published", "attribution", "speaker", "copied_from", "quote", "text", "field", "start", "end"}

// factRows is one row for each source of each value.
func factRows(facts []reconcile.Fact) [][]string {
	var rows [][]string
	for _, f := range facts {
		for _, v := range f.Values {
			for _, s := range v.Sources {
				rows = append(rows, []string{f.ID, f.Story.Title, f.Question, string(f.Verdict), f.Unit, num(v.Value), num(v.Lower), num(v.Upper),
					strconv.FormatBool(v.Approximate), v.AsOf, string(v.Modality), s.Source, s.URL, s.Published, s.Attribution, s.Speaker, s.CopiedFrom,
					s.Quote, s.Text, s.Field, strconv.Itoa(s.Start), strconv.Itoa(s.End)})
			}
		}
	}
	return rows
}

// factTable prints facts under their stories.
func (a *app) factTable(facts []reconcile.Fact) {
	s := a.screen()
	for from := 0; from < len(facts); {
		to := from
		for to < len(facts) && facts[to].Story.ID == facts[from].Story.ID {
			to++
		}
		if from > 0 {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintln(a.out, s.strong(printable(facts[from].Story.Title))+"  "+s.faint("story "+facts[from].Story.ID))
		var rows [][]string
		for _, f := range facts[from:to] {
			rows = append(rows, []string{f.ID, s.verdict(f.Verdict), printable(f.Question + ruledMark(f)), printable(f.Summary()), strconv.Itoa(f.IndependentSources)})
		}
		a.table([]column{{title: "fact"}, {title: "verdict"}, {title: "question", wide: true}, {title: "figures", wide: true}, {title: "origins", right: true}}, rows)
		from = to
	}
	fmt.Fprintf(a.out, "\n%s. See one with its quotes: crosstally show %s\n", numbered(len(facts), "fact"), facts[0].ID)
}

// numbered is how many there are of what a regular noun names: "1 fact", "2 facts".
func numbered(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// list joins the first n different words and says how many more there are.
func list(words []string, n int) string {
	var out []string
	seen := map[string]bool{}
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	if more := len(out) - n; more > 0 {
		return strings.Join(out[:n], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(out, ", ")
}

// num is a number for a table cell of a spreadsheet, "" when absent.
func num(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}
