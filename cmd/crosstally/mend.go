package main

import (
	"context"
	"errors"
	"fmt"
	"os"
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
		Short:   "write every readable article, ruling, take-down and run of a damaged store to a new one",
		Example: "  crosstally salvage crosstally.db rescued.db",
		Long: "salvage reads the file page by page. Where articles were read anew once, a page that is free since may hold the earlier reading,\n" +
			"which nothing tells from the later one: 'crosstally reextract --commit' on the new store then reads all texts by today's rules.",
		Args: exactArgs(2, "the damaged file and a new one"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Stat(args[1]); err == nil {
				return fmt.Errorf("write %s: %w; name a new file", args[1], store.ErrExists)
			}
			tmp := args[1] + ".salvage" // a file with the new one's name is whole
			for _, left := range []string{tmp, tmp + ".lock"} {
				defer os.Remove(left)
			}
			n, kept, err := rescue(a.ctx, args[0], tmp)
			if err != nil {
				return err
			}
			if n+len(kept.Rulings)+len(kept.Takedowns)+len(kept.Runs) == 0 {
				return exitError{exitNothing, fmt.Errorf("nothing in %s can be read, and %s is not made", args[0], args[1])}
			}
			if err := store.Publish(tmp, args[1]); err != nil {
				return err
			}
			did := rescued{args[1], n, len(kept.Rulings), len(kept.Takedowns), len(kept.Runs)}
			return say(a, did, fmt.Sprintf("%s, %s, %s and %s rescued to %s; its facts are made anew", numbered(did.Articles, "article"),
				numbered(did.Rulings, "ruling"), numbered(did.Takedowns, "take-down"), numbered(did.Runs, "run"), did.File))
		},
	}
	a.formatFlag(cmd, "table", "table|json|jsonl")
	return cmd
}

// rescued is how much salvage wrote to a file.
type rescued struct {
	File      string `json:"file"`
	Articles  int    `json:"articles"`
	Rulings   int    `json:"rulings"`
	Takedowns int    `json:"takedowns"`
	Runs      int    `json:"runs"`
}

// rescue writes what can be read of a damaged store to a new one, and says how many articles and what else that is.
func rescue(ctx context.Context, damaged, to string) (n int, kept store.Kept, err error) {
	os.Remove(to) // left by a salvage that was killed
	s, err := store.Create(to, 0)
	if err != nil {
		return 0, kept, err
	}
	var batch []store.Restored
	restore := func() error {
		out, err := s.Restore(batch)
		for _, o := range out {
			if o == pipeline.Stored {
				n++
			}
		}
		batch = nil
		return err
	}
	err = store.Salvage(damaged, store.Found{
		Kept: func(k store.Kept) error { kept = k; return s.Keep(k) },
		Article: func(r claim.Reading, p store.Provenance) error {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("stopped: %w", context.Cause(ctx))
			}
			if batch = append(batch, store.Restored{Reading: r, Provenance: p}); len(batch) < 100 {
				return nil
			}
			return restore()
		},
	})
	if err == nil {
		err = restore()
	}
	if err == nil {
		err = pipeline.Settle(s, pipeline.RunRecord{Started: time.Now()}, time.Now)
	}
	return n, kept, errors.Join(err, s.Close())
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
				if len(notes) == 0 { // a take-down that was killed leaves facts, or the text in freed pages
					if notes, err = takenDown(s, args[0]); err != nil {
						return err
					}
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
				if a.format != "table" {
					return encode(a.out, a.format, notes)
				}
				for _, n := range notes {
					fmt.Fprintln(a.out, "forgotten: "+printable(n.URL))
				}
				fmt.Fprintf(a.out, "Text and claims of %s are gone, and the facts are made anew; 'crosstally forgotten' keeps a note.\n", numbered(len(notes), "article"))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the note that stays")
	return a.readsStore(cmd, "table|json|jsonl")
}

// takenDown returns the notes of what was taken down earlier.
func takenDown(s *store.Store, urlOrSource string) (notes []store.Takedown, err error) {
	err = s.Forgotten(func(n store.Takedown) error {
		if n.URL == urlOrSource || n.Source == urlOrSource {
			notes = append(notes, n)
		}
		return nil
	})
	return notes, err
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
			var rows [][]string
			for _, n := range list {
				rows = append(rows, []string{n.When.Format(time.RFC3339), printable(n.Source), printable(n.URL), printable(n.Why)})
			}
			return printList(a, list, []column{{title: "when"}, {title: "source"}, {title: "url", wide: true}, {title: "why", wide: true}}, rows, "Nothing is taken down.")
		},
	}, "table|json|jsonl|csv")
}
