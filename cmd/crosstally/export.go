package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"crosstally/pipeline"
	"crosstally/pipeline/export"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (a *app) export() *cobra.Command {
	var f factFilter
	var out string
	var pub export.Publisher
	cmd := &cobra.Command{
		Use:   "export [FACT...]",
		Short: "write facts for other programs and people: CSV, JSON lines, Parquet, SQLite, ClaimReview, or a page of evidence",
		Long: "export writes all facts, those that the filters keep, or those named.\n\n" +
			"csv, jsonl, parquet and sqlite hold one row for each mention of each figure, with its quote, address, bytes, rule and hash.\n" +
			"claimreview is schema.org JSON-LD; html is a page of evidence that stands alone.\n" +
			"A file is written whole or not at all, and the same store gives the same bytes.",
		Example: "  crosstally export --format parquet --out facts.parquet\n  crosstally export --format html --out evidence.html 3f2a\n  crosstally export --format csv --verdict conflict > conflicts.csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			if out == "-" {
				out = ""
			}
			if file, ok := a.stdout.(*os.File); ok && out == "" && export.Binary(a.format) && term.IsTerminal(int(file.Fd())) {
				return usageError{fmt.Errorf("%s is not for a terminal; name a file with --out", a.format)}
			}
			if same(out, a.dbPath()) {
				return usageError{fmt.Errorf("--out %s is the store itself; name another file", out)}
			}
			return a.withExport(args, f, func(in export.Input) error {
				in.Review = pub
				write := func(w io.Writer) error { return export.Write(w, a.format, in) }
				if out == "" {
					return write(a.out)
				}
				return export.File(out, write)
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the file to write (default: standard output)")
	cmd.Flags().StringVar(&f.Verdict, "verdict", "", "only this verdict: "+verdicts)
	cmd.Flags().StringVar(&pub.Name, "publisher", "", "who publishes the reviews of a claimreview export")
	cmd.Flags().StringVar(&pub.Site, "site", "", "where they are published: the address before /fact/ID")
	f.add(cmd)
	a.storeFlag(cmd)
	a.formatFlag(cmd, "jsonl", export.Formats)
	return cmd
}

// same reports whether two paths name one file.
func same(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// withExport hands the facts of the store to f: those named, else those that a filter keeps.
func (a *app) withExport(ids []string, keep factFilter, f func(export.Input) error) error {
	if len(ids) > 0 {
		return a.withStore(func(s *store.Store) error {
			facts, err := named(s, ids)
			if err != nil {
				return err
			}
			return f(exportOf(s, export.Collect(facts)))
		})
	}
	return a.withCopy(func(s *store.Store) error {
		return f(exportOf(s, func(yield func(reconcile.Fact) error) error { return keep.find(s, yield) }))
	})
}

// named returns the facts with the ids, in the order of all facts, each once.
func named(s *store.Store, ids []string) (out []reconcile.Fact, err error) {
	for _, id := range ids {
		x, err := s.Fact(id)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b reconcile.Fact) int {
		return cmp.Or(strings.Compare(a.Story.ID, b.Story.ID), strings.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(out, func(a, b reconcile.Fact) bool { return a.ID == b.ID }), nil
}

// withCopy hands a copy of the store to f: what takes long shows one state of it, and no writer waits.
func (a *app) withCopy(f func(*store.Store) error) error {
	return a.copied((*store.Store).Copy, func(path string) error {
		s, err := store.Open(path)
		if err != nil {
			return err
		}
		return errors.Join(f(s), s.Close())
	})
}

// copied makes a copy of the store, hands its path to f and takes it away again.
func (a *app) copied(make func(*store.Store, context.Context, string) error, f func(path string) error) error {
	dir, err := os.MkdirTemp(filepath.Dir(a.dbPath()), "crosstally-copy-") // where there is room for a store
	if err != nil {                                                        // one that is only read, or not there
		dir, err = os.MkdirTemp("", "crosstally-copy-")
	}
	if err != nil {
		return fmt.Errorf("copy %s: %w; set TMPDIR to a folder that can be written to", a.dbPath(), err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "copy.db")
	err = a.withStore(func(s *store.Store) error { return make(s, a.ctx, path) })
	if err == nil {
		err = f(path)
	}
	return store.Renamed(err, path, a.dbPath())
}

// exportOf is what an export writes, with the articles of its facts looked up once each.
func exportOf(s *store.Store, facts export.Facts) export.Input {
	seen := map[string]export.Article{}
	return export.Input{Version: pipeline.Version(), Facts: facts, Article: func(url string) (export.Article, error) {
		if a, ok := seen[url]; ok {
			return a, nil
		}
		r, p, err := s.Page(url)
		if err != nil {
			return export.Article{}, err
		}
		a := export.Article{Rules: p.Rules, Content: p.Content, TextHash: fmt.Sprintf("%x", sha256.Sum256([]byte(r.Article.Text)))}
		if !p.Fetched.IsZero() {
			a.Fetched = p.Fetched.Format(time.RFC3339)
		}
		seen[url] = a
		return a, nil
	}}
}
