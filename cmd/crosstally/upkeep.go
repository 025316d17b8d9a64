package main

import (
	"errors"
	"fmt"
	"sort"
	"strconv"

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
				fmt.Fprintf(a.out, "%d articles, %d claims, %d facts, %d quotes: %d problems\n", proof.Articles, proof.Claims, proof.Facts, proof.Quotes, len(proof.Problems))
			}
			if len(proof.Problems) > 0 {
				return exitError{exitStore, errors.New("the store is damaged; restore a backup")}
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
			return a.withStore(func(s *store.Store) error { return s.Backup(args[0]) })
		},
	}
	a.storeFlag(cmd)
	return cmd
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
					fmt.Fprintf(a.out, "%d bytes, %d before\n", after, before)
				}
				return err
			})
		},
	}
	a.storeFlag(cmd)
	return cmd
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
			rows := [][]string{{"articles", strconv.Itoa(st.Articles)}, {"current versions", strconv.Itoa(st.Current)}, {"stories", strconv.Itoa(st.Stories)},
				{"facts", strconv.Itoa(st.Facts)}, {"runs", strconv.Itoa(st.Runs)}, {"bytes", strconv.FormatInt(st.Bytes, 10)}, {"bytes unused", strconv.FormatInt(st.Free, 10)}}
			var names []string
			for n := range st.Buckets {
				names = append(names, n)
			}
			sort.Strings(names)
			for _, n := range names {
				rows = append(rows, []string{"bytes in " + n, strconv.Itoa(st.Buckets[n])})
			}
			a.table([]column{{title: "what"}, {title: "how much", right: true}}, rows)
			return nil
		},
	}, "table|json|jsonl")
}
