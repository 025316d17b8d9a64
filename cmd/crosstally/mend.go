package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/store"
)

// writesStore opens an existing store for writing, runs f and closes it.
func (a *app) writesStore(f func(*store.Store) error) error {
	if _, err := store.Open(a.dbPath()); err != nil { // a store that does not exist is not made
		return err
	}
	s, err := store.Create(a.dbPath(), 0)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

func (a *app) salvage() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "salvage DAMAGED NEW",
		Short:   "write every readable article, ruling and take-down of a damaged store to a new one",
		Example: "  crosstally salvage crosstally.db rescued.db",
		Args:    exactArgs(2, "the damaged file and a new one"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Stat(args[1]); err == nil {
				return fmt.Errorf("write %s: %w; name a new file", args[1], store.ErrExists)
			}
			s, err := store.Create(args[1], 0)
			if err != nil {
				return err
			}
			n, rulings := 0, 0
			err = store.Salvage(args[0], store.Found{
				Kept: func(k store.Kept) error { rulings = len(k.Rulings); return s.Keep(k) },
				Article: func(r claim.Reading, p store.Provenance) error {
					out, err := s.Restore(r, p)
					if err == nil && out == pipeline.Stored {
						n++
					}
					return err
				},
			})
			if err == nil {
				err = pipeline.Settle(s, pipeline.RunRecord{Started: time.Now()}, time.Now)
			}
			if err = errors.Join(err, s.Close()); err != nil {
				return err
			}
			fmt.Fprintf(a.out, "%d articles and %d rulings rescued to %s\n", n, rulings, args[1])
			if n == 0 {
				return exitError{exitNothing, fmt.Errorf("no article of %s can be read", args[0])}
			}
			return nil
		},
	}
	return cmd
}

func (a *app) forget() *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use:     "forget URL|SOURCE",
		Short:   "take down an article, or all of a source: text and claims go, a note stays",
		Example: "  crosstally forget https://news.example/story --why 'request of 2026-05-10'",
		Args:    exactArgs(1, "an article's URL or a source's name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.writesStore(func(s *store.Store) error {
				notes, err := s.Forget(args[0], why, time.Now().UTC())
				if err != nil {
					return err
				}
				if len(notes) == 0 {
					return fmt.Errorf("no article with the URL or source %q; 'crosstally sources' lists the sources", args[0])
				}
				if err := pipeline.Settle(s, pipeline.RunRecord{Started: time.Now()}, time.Now); err != nil {
					return err
				}
				if _, _, err := s.Compact(); err != nil { // freed pages still hold the text
					return err
				}
				fmt.Fprintf(a.out, "%d articles forgotten\n", len(notes))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the note that stays")
	a.storeFlag(cmd)
	return cmd
}

func (a *app) forgotten() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "forgotten",
		Short:   "list what was taken down, when and why",
		Example: "  crosstally forgotten",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			list := []store.Takedown{}
			if err := a.withStore(func(s *store.Store) error {
				return s.Forgotten(func(n store.Takedown) error { list = append(list, n); return nil })
			}); err != nil {
				return err
			}
			if a.format != "table" {
				return encode(a.out, a.format, list)
			}
			var rows [][]string
			for _, n := range list {
				rows = append(rows, []string{n.When.Format(time.RFC3339), printable(n.Source), printable(n.URL), printable(n.Why)})
			}
			a.table([]column{{title: "when"}, {title: "source"}, {title: "url", wide: true}, {title: "why", wide: true}}, rows)
			return nil
		},
	}, "table|json|jsonl")
}

func (a *app) reextract() *cobra.Command {
	var commit bool
	cmd := &cobra.Command{
		Use:     "reextract",
		Short:   "read the stored articles with today's rules and say which claims and facts would change",
		Long:    "reextract tries today's rules on a copy of the store and prints what would change. With --commit the store takes the new readings.",
		Example: "  crosstally reextract\n  crosstally reextract --commit",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := os.MkdirTemp("", "crosstally")
			if err != nil {
				return err
			}
			defer os.RemoveAll(dir)
			trial := filepath.Join(dir, "trial.db")
			if err := a.withStore(func(s *store.Store) error { return s.Backup(trial) }); err != nil {
				return err
			}
			t, err := store.Create(trial, 0)
			if err != nil {
				return err
			}
			defer t.Close()
			changes, err := rereadAll(t)
			if err != nil {
				return err
			}
			if a.format == "table" {
				a.printReextraction(changes, commit)
			} else if err := encode(a.out, a.format, []reextraction{changes}); err != nil {
				return err
			}
			if !commit {
				return nil
			}
			return a.writesStore(func(s *store.Store) error { _, err := rereadAll(s); return err })
		},
	}
	cmd.Flags().BoolVar(&commit, "commit", false, "take the new readings into the store")
	return a.readsStore(cmd, "table|json|jsonl")
}

// A reextraction is what today's rules change.
type reextraction struct {
	Articles int               `json:"articles"` // that were read
	Claims   []claimChange     `json:"claims"`
	Facts    []pipeline.Change `json:"facts"`
}

// A claimChange is a claim that today's rules make, drop or read otherwise.
type claimChange struct {
	URL   string `json:"url"`
	Quote string `json:"quote"`
	Was   string `json:"was"` // "" when new
	Now   string `json:"now"` // "" when dropped
}

// rereadAll reads every article of a store anew and settles its stories.
func rereadAll(s *store.Store) (x reextraction, err error) {
	x.Claims, x.Facts = []claimChange{}, []pipeline.Change{}
	numbers, err := s.Numbers()
	if err != nil {
		return x, err
	}
	for batch := range slices.Chunk(numbers, 100) {
		var now []claim.Reading
		for _, n := range batch {
			was, err := s.Reading(n)
			if err != nil {
				return x, err
			}
			now = append(now, pipeline.ReadArticle(was.Article))
			x.Articles++
			x.Claims = append(x.Claims, claimChanges(was, now[len(now)-1])...)
		}
		if err := s.Replace(batch, now); err != nil {
			return x, err
		}
	}
	if err := pipeline.Settle(s, pipeline.RunRecord{Started: time.Now()}, time.Now); err != nil {
		return x, err
	}
	err = s.Runs(func(r pipeline.RunRecord) bool { x.Facts = append(x.Facts, r.Changes...); return false })
	return x, err
}

func claimChanges(was, now claim.Reading) (out []claimChange) {
	type place struct {
		field      string
		start, end int
	}
	at := map[place]string{}
	for _, c := range was.Claims {
		at[place{string(c.Field), c.Start, c.End}] = describeClaim(c)
	}
	for _, c := range now.Claims {
		p := place{string(c.Field), c.Start, c.End}
		if old := at[p]; old != describeClaim(c) {
			out = append(out, claimChange{now.Article.URL, c.Quote, old, describeClaim(c)})
		}
		delete(at, p)
	}
	for _, c := range was.Claims {
		if old, ok := at[place{string(c.Field), c.Start, c.End}]; ok {
			out = append(out, claimChange{now.Article.URL, c.Quote, old, ""})
		}
	}
	return out
}

// describeClaim is a claim in one line, rule included.
func describeClaim(c claim.Claim) string {
	parts := []string{fmt.Sprintf("%q", c.Text), num(c.Value), num(c.Lower), num(c.Upper), c.Unit, c.Predicate, c.Place, c.AsOf, c.Attribution, string(c.Modality), c.Rule}
	return fmt.Sprint(slices.DeleteFunc(parts, func(p string) bool { return p == "" }))
}

func (a *app) printReextraction(x reextraction, commit bool) {
	for _, c := range x.Claims {
		fmt.Fprintf(a.out, "%s\n  “%s”\n  was %s\n  now %s\n", printable(c.URL), printable(c.Quote), printable(orNone(c.Was)), printable(orNone(c.Now)))
	}
	s := a.screen()
	a.section(s, "Facts that change", changeRows(s, x.Facts))
	fmt.Fprintf(a.out, "%d articles read: %d claims and %d facts change\n", x.Articles, len(x.Claims), len(x.Facts))
	if !commit && len(x.Claims) > 0 {
		fmt.Fprintln(a.out, "Nothing is written yet; take the new readings with: crosstally reextract --commit")
	}
}

func orNone(s string) string {
	if s == "" {
		return "no claim"
	}
	return s
}
