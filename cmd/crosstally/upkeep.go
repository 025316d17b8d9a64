package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"crosstally/store"
)

func (a *app) verify() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "verify",
		Short:   "prove the whole store: checksums, indexes, every quote at its bytes of the stored text",
		Example: "  crosstally verify --db local.db",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var proof store.Proof
			if err := a.withStore(func(s *store.Store) (err error) { proof, err = s.Verify(); return err }); err != nil {
				return err
			}
			if a.format != "table" {
				if err := encode(a.out, a.format, []store.Proof{proof}); err != nil {
					return err
				}
			} else {
				for _, p := range proof.Problems {
					fmt.Fprintf(a.out, "%s: %s: %s\n", p.Class, printable(p.Where), printable(p.What))
				}
				fmt.Fprintf(a.out, "%s, %s, %s, %s: %s\n", numbered(proof.Articles, "article"), numbered(proof.Claims, "claim"), numbered(proof.Facts, "fact"), numbered(proof.Quotes, "quote"), numbered(len(proof.Problems), "problem"))
			}
			if len(proof.Problems) > 0 {
				return exitError{exitStore, errors.New("the store is damaged; restore a backup, or save what can be read with 'crosstally salvage'")}
			}
			return nil
		},
	}, "table|json|jsonl")
}

func (a *app) backup() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "backup FILE",
		Short:   "copy the store to a new file, also while it is being written",
		Example: "  crosstally backup crosstally-2026-05-10.db",
		Args:    exactArgs(1, "a new file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.withStore(func(s *store.Store) error { return s.Backup(a.ctx, args[0]) }); err != nil {
				return err
			}
			info, err := os.Stat(args[0])
			if err == nil {
				err = say(a, backedUp{args[0], info.Size()}, fmt.Sprintf("%s written to %s, checksums proved", size(info.Size()), args[0]))
			}
			return err
		},
	}
	return a.readsStore(cmd, "table|json|jsonl")
}

// backedUp is what backup wrote.
type backedUp struct {
	File  string `json:"file"`
	Bytes int64  `json:"bytes"`
}

// compacted is what compact did, in bytes.
type compacted struct {
	Before int64 `json:"before"`
	After  int64 `json:"after"`
}

func (a *app) compact() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "compact",
		Short:   "write the store anew without its unused room",
		Example: "  crosstally compact",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.writesStore(func(s *store.Store) error {
				before, after, err := s.Compact()
				if err == nil {
					err = say(a, compacted{before, after}, fmt.Sprintf("%s, %s before", size(after), size(before)))
				}
				return err
			})
		},
	}
	return a.readsStore(cmd, "table|json|jsonl")
}

func (a *app) stats() *cobra.Command {
	return a.readsStore(&cobra.Command{
		Use:     "stats",
		Short:   "say how large the store is and what it holds",
		Example: "  crosstally stats",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var st store.Stats
			if err := a.withStore(func(s *store.Store) (err error) { st, err = s.Stats(); return err }); err != nil {
				return err
			}
			if a.format != "table" {
				return encode(a.out, a.format, []store.Stats{st})
			}
			a.table([]column{{title: "what"}, {title: "how much", right: true}}, statsRows(st))
			return nil
		},
	}, "table|json|jsonl")
}

// holdings are the buckets of a store in words, largest subject first.
var holdings = []struct {
	what    string
	buckets []string
}{
	{"articles: text, names, claims", []string{"article", "version", "url", "content"}},
	{"stories and facts", []string{"story", "storyid", "storyof", "facts", "factid", "tag"}},
	{"what finds an article's story", []string{"profile", "block", "unsettled"}},
	{"runs and what they changed", []string{"run", "change"}},
	{"notes on feeds and pages", []string{"http", "recheck", "expire"}},
	{"rulings and take-downs", []string{"ruling", "forgotten"}},
}

func statsRows(st store.Stats) [][]string {
	rows := [][]string{{"articles", strconv.Itoa(st.Current)}, {"earlier versions of them", strconv.Itoa(st.Articles - st.Current)}, {"stories", strconv.Itoa(st.Stories)},
		{"facts", strconv.Itoa(st.Facts)}, {"runs", strconv.Itoa(st.Runs)}}
	if g := st.Growth; g.Runs > 0 {
		since := " since " + g.Since.Format(time.DateOnly)
		rows = append(rows, []string{"runs" + since, strconv.Itoa(g.Runs)}, []string{"articles" + since, strconv.Itoa(g.Articles)}, []string{"growth" + since, "about " + size(g.Bytes)})
	}
	rows = append(rows, []string{"file", size(st.File)})
	rest := st.File
	for _, h := range holdings {
		n := int64(0)
		for _, b := range h.buckets {
			n += int64(st.Buckets[b])
		}
		rest -= n
		rows = append(rows, []string{h.what, size(n)})
	}
	return append(rows, []string{"free and half-filled pages", size(rest)})
}

// size is a number of bytes as people read it.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1000_000:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	case n < 1000_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1e9)
}
