package main

import (
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

func (a *app) split() *cobra.Command {
	return a.rulesTogether(&cobra.Command{
		Use:   "split FACT VALUE|SOURCE|SPEAKER|URL...",
		Short: "rule that some claims of a fact answer a question of their own",
		Long: "split sets the claims apart that have the figure, or are of the source, the speaker or the address named, today and in every later night,\n" +
			"until it is undone with 'unrule'.",
		Example: "  crosstally split 3f2a 'Island Post' --why 'counts the crew alone'\n  crosstally split 3f2a 14",
	}, 2, -1, "a fact and what to set apart", func(s *store.Store, args []string, by ruling.Person) (ruling.Ruling, error) {
		return pipeline.Apart(s, args[0], args[1:], by)
	})
}

func (a *app) merge() *cobra.Command {
	return a.rulesTogether(&cobra.Command{
		Use:     "merge FACT FACT",
		Short:   "rule that two facts of a story answer one question",
		Example: "  crosstally merge 3f2a 90bc --why 'both count the drowned'",
	}, 2, 2, "two facts", func(s *store.Store, args []string, by ruling.Person) (ruling.Ruling, error) {
		return pipeline.One(s, args[0], args[1], by)
	})
}

func (a *app) namesMerge() *cobra.Command {
	return a.rulesTogether(&cobra.Command{
		Use:     "merge NAME NAME",
		Short:   "rule that two spellings are one name",
		Example: "  crosstally names merge 'Ana Petrova' 'Anna Petrowa'",
	}, 2, 2, "two names", func(s *store.Store, args []string, by ruling.Person) (ruling.Ruling, error) {
		return pipeline.Names(s, ruling.NamesMerge, args, by)
	})
}

func (a *app) namesSplit() *cobra.Command {
	return a.rulesTogether(&cobra.Command{
		Use:     "split NAME [NAME]",
		Short:   "rule that two spellings are two names, or that one is no other's",
		Example: "  crosstally names split 'Petrova' 'Ana Petrova'\n  crosstally names split 'Petrova'",
	}, 1, 2, "a name, or two", func(s *store.Store, args []string, by ruling.Person) (ruling.Ruling, error) {
		return pipeline.Names(s, ruling.NamesSplit, args, by)
	})
}

// rulesTogether completes a command that rules on what belongs together: its arguments are from least to most (-1: any number).
func (a *app) rulesTogether(cmd *cobra.Command, least, most int, what string, decide func(*store.Store, []string, ruling.Person) (ruling.Ruling, error)) *cobra.Command {
	var who ruler
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return exactArgs(-1, what)(cmd, args)
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.writesStore(func(s *store.Store) error {
			r, err := decide(s, args, who.person())
			if err != nil {
				return err
			}
			if r, err = pipeline.Rule(s, r, time.Now); err != nil {
				return err
			}
			return a.printRuling(s, r)
		})
	}
	who.add(cmd)
	return a.readsStore(cmd, "table|json|jsonl")
}
