package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline/edit"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// An editRow is what one new version of an article changed, or that the article was withdrawn.
type editRow struct {
	URL       string             `json:"url"`
	Source    string             `json:"source"`
	Title     string             `json:"title"`
	Seen      *string            `json:"seen"`     // when the version was stored, or the article found withdrawn
	Modified  *string            `json:"modified"` // when the page says that it was changed
	Changes   []edit.Change      `json:"changes"`
	Withdrawn *intake.Withdrawal `json:"withdrawn"` // null while the page is there
}

func (a *app) edits() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "edits",
		Short:   "list the numbers, names and dates that articles changed after they were first read, and the articles withdrawn",
		Long:    "edits lists what later versions of an article say otherwise than the ones before. Versions that differ in wording alone are left out.\n'crosstally ingest --recheck' looks for them a day and a week after an article was first read.",
		Example: "  crosstally edits",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var list []editRow
			if err := a.withStore(func(s *store.Store) (err error) { list, err = readEdits(s); return err }); err != nil {
				return err
			}
			if a.format == "table" && len(list) == 0 {
				fmt.Fprintln(a.out, "No number, name or date was changed, and no article was withdrawn.")
				return nil
			}
			if a.format != "table" {
				return encode(a.out, a.format, list)
			}
			a.printEdits(list)
			return nil
		},
	}, "table|json|jsonl")
}

// readEdits lists the edits by URL, from the first to the last, then the withdrawals.
func readEdits(s *store.Store) (list []editRow, err error) {
	if err := s.Versions(func(vs []store.Version) error {
		for i := 1; i < len(vs); i++ {
			changes := edit.Between(vs[i-1].Reading, vs[i].Reading)
			if len(changes) == 0 {
				continue
			}
			x := vs[i].Reading.Article
			list = append(list, editRow{URL: x.URL, Source: x.Source, Title: x.Title, Seen: moment(vs[i].Provenance.Fetched), Modified: opt(x.Modified), Changes: changes})
		}
		return nil
	}); err != nil {
		return nil, err
	}
	err = s.Notes(intake.GonePrefix, func(n intake.Note) error {
		if n.Gone != nil {
			list = append(list, editRow{URL: strings.TrimPrefix(n.Key, intake.GonePrefix), Seen: moment(n.Gone.When), Changes: []edit.Change{}, Withdrawn: n.Gone})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Withdrawn == nil {
			continue
		}
		if r, _, err := s.Page(list[i].URL); err == nil { // its claims are kept
			list[i].Source, list[i].Title = r.Article.Source, r.Article.Title
		}
	}
	return list, nil
}

func (a *app) printEdits(list []editRow) {
	s := a.screen()
	for i, x := range list {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintln(a.out, s.strong(printable(x.Title)))
		when := ""
		if x.Seen != nil {
			when = ", seen " + *x.Seen
		}
		fmt.Fprintln(a.out, s.faint(printable(x.Source+when+"  "+x.URL)))
		if x.Withdrawn != nil {
			fmt.Fprintln(a.out, "  "+withdrawn(x.Withdrawn))
		}
		for _, c := range x.Changes {
			fmt.Fprintln(a.out, s.wrap(printable(change(c)), "  "))
		}
	}
}

func withdrawn(w *intake.Withdrawal) string {
	return fmt.Sprintf("withdrawn: the page answered %d on %s; its claims are kept", w.Status, w.When.UTC().Format(time.DateOnly))
}

// change writes "8 -> 9 person die", "+ Anna Weber".
func change(c edit.Change) string {
	line := c.From + " -> " + c.To
	switch {
	case c.From == "":
		line = "+ " + c.To
	case c.To == "":
		line = "- " + c.From
	}
	if c.What != "" {
		line += "  (" + c.What + ")"
	}
	if c.Quote != "" {
		line += "  “" + strings.TrimSpace(c.Quote) + "”"
	}
	return line
}

// withdrawals returns which of the articles that a fact stands on are no longer where they were, by URL.
func (a *app) withdrawals(urls []string) (out map[string]*intake.Withdrawal, err error) {
	out = map[string]*intake.Withdrawal{}
	slices.Sort(urls)
	var keys []string
	for _, u := range slices.Compact(urls) {
		keys = append(keys, intake.GonePrefix+u)
	}
	err = a.withStore(func(s *store.Store) error {
		notes, err := s.Recall(keys...)
		for k, n := range notes {
			if n.Gone != nil {
				out[strings.TrimPrefix(k, intake.GonePrefix)] = n.Gone
			}
		}
		return err
	})
	return out, err
}

// moment writes a time, or nothing for none.
func moment(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return opt(t.UTC().Format(time.RFC3339))
}
