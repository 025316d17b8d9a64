package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"crosstally/store"
)

// Exit codes of all commands.
const (
	exitDone     = 0
	exitNothing  = 1 // nothing could be done
	exitUsage    = 2
	exitPartial  = 3 // some inputs failed, each named on stderr; the rest is done
	exitStore    = 4 // store locked or damaged
	exitConflict = 5 // --fail-on conflict, and there is one
)

// An exitError ends a command with a code; its message, if any, has been printed or is printed once.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e exitError) Unwrap() error { return e.err }

// app is what every command gets: the streams and the flags that all share.
type app struct {
	ctx    context.Context
	in     io.Reader
	out    *bufio.Writer
	stdout io.Writer // out's destination, to ask whether it is a terminal
	err    io.Writer
	db     string
	format string
}

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	a := &app{ctx: ctx, in: in, out: bufio.NewWriter(out), stdout: out, err: errw}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetErr(errw)
	err := root.ExecuteContext(ctx)
	if ferr := a.out.Flush(); err == nil && ferr != nil && !errors.Is(ferr, syscall.EPIPE) {
		err = fmt.Errorf("write output: %w", ferr)
	}
	if err == nil {
		return exitDone
	}
	if msg := err.Error(); msg != "" {
		if errors.Is(err, store.ErrDamaged) && !strings.Contains(msg, "restore a backup") {
			msg += "; 'crosstally verify' lists what is, restore a backup or save the rest with 'crosstally salvage'"
		}
		fmt.Fprintln(errw, "crosstally: "+printable(msg))
	}
	return code(err)
}

// code is the exit code for an error: its own if it has one, the store's, else that of a usage error found by cobra.
func code(err error) int {
	var e exitError
	switch {
	case errors.As(err, &e):
		return e.code
	case errors.Is(err, store.ErrLocked), errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrDiskFailed), errors.Is(err, store.ErrNewerLayout), errors.Is(err, store.ErrNotAStore):
		return exitStore
	case errors.As(err, new(usageError)):
		return exitUsage
	}
	return exitNothing
}

// A usageError is a command line that cannot be understood.
type usageError struct{ error }

// endsItself names the commands that end in their own way when a signal comes. The others end at once, which no store minds.
var endsItself = map[string]bool{"extract": true, "ingest": true, "serve": true, "backup": true, "export": true, "salvage": true, "reextract": true}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "crosstally",
		Short:         "Turn news into facts that can be checked",
		Long:          "crosstally reads news articles and answers \"how many?\" with every value that the sources give:\nwho said it, as of when, in which words, and whether the sources agree, changed or conflict.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		PersistentPreRun: func(cmd *cobra.Command, args []string) {
			if !endsItself[cmd.Name()] {
				signal.Reset(os.Interrupt, syscall.SIGTERM)
			}
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if cmd == root && cmd.Flags().NArg() > 0 { // "crosstally fatcs --db a.db": the flag would be right
			return unknownCommand(cmd, cmd.Flags().Arg(0))
		}
		if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) && flagWants[bad.GetFlag().Value.Type()] != "" {
			err = fmt.Errorf("--%s %q: %s was expected", bad.GetFlag().Name, bad.GetValue(), flagWants[bad.GetFlag().Value.Type()])
		}
		return usageError{fmt.Errorf("%w; '%s --help' lists the flags", err, cmd.CommandPath())}
	})
	root.AddCommand(a.extract(), a.ingest(), a.facts(), a.conflicts(), a.brief(), a.show(), a.explain(), a.stories(), a.sources(), a.edits(), a.names(), a.rule(), a.split(), a.merge(), a.unrule(), a.rulings(), a.export(), a.verify(), a.backup(), a.compact(), a.stats(), a.reextract(), a.forget(), a.forgotten(), a.salvage(), a.serve(), a.version())
	root.SetOut(a.out) // before the command for completion is made, which keeps it
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "completion": // cobra's own shows its help for a shell that it does not know, as if that were done
			cmd.Args = func(cmd *cobra.Command, args []string) error {
				if len(args) == 0 {
					return nil
				}
				return usageError{fmt.Errorf("completion for %q is not known; it is for bash, zsh, fish or powershell", args[0])}
			}
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
			for _, shell := range cmd.Commands() {
				shell.Args = exactArgs(0, "no argument")
			}
		case "help":
			cmd.Args = func(_ *cobra.Command, args []string) error {
				if found, rest, err := root.Find(args); err != nil || found == root && len(rest) > 0 {
					return unknownCommand(root, args[0])
				}
				return nil
			}
		}
	}
	return root
}

// flagWants says what a flag of a type takes, in place of what Go's parsers say.
var flagWants = map[string]string{"int": "a whole number", "uint": "a whole number", "duration": "a time such as 90s, 10m or 2h", "bool": "true or false"}

// notNegative refuses flags whose number or time is below zero.
func notNegative(cmd *cobra.Command, names ...string) error {
	for _, name := range names {
		if f := cmd.Flags().Lookup(name); strings.HasPrefix(f.Value.String(), "-") {
			return usageError{fmt.Errorf("--%s %s: nothing below zero was expected; '%s --help' lists the flags", name, f.Value, cmd.CommandPath())}
		}
	}
	return nil
}

func unknownCommand(root *cobra.Command, name string) error {
	root.SuggestionsMinimumDistance = 2
	if like := root.SuggestionsFor(name); len(like) > 0 {
		return usageError{fmt.Errorf("unknown command %q; did you mean %s? 'crosstally help' lists the commands", name, strings.Join(like, " or "))}
	}
	return usageError{fmt.Errorf("unknown command %q; 'crosstally help' lists the commands", name)}
}

// readsStore adds the flags of a command that reads the store and prints.
func (a *app) readsStore(cmd *cobra.Command, formats string) *cobra.Command {
	a.storeFlag(cmd)
	a.formatFlag(cmd, "table", formats)
	return cmd
}

func (a *app) storeFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.db, "db", os.Getenv("CROSSTALLY_DB"), "store file (default $CROSSTALLY_DB, else "+store.DefaultPath()+")")
	cmd.Flags().Lookup("db").DefValue = ""
}

func (a *app) formatFlag(cmd *cobra.Command, def, formats string) {
	format := cmd.Flags().String("format", def, "output: "+formats)
	cmd.PreRunE = func(c *cobra.Command, args []string) error {
		if a.format = *format; !contains(formats, a.format) {
			return usageError{fmt.Errorf("unknown format %q; '%s' prints %s", a.format, c.CommandPath(), formats)}
		}
		return nil
	}
}

func (a *app) dbPath() string {
	if a.db == "" {
		return store.DefaultPath()
	}
	return a.db
}

// withStore opens the store for reading, runs f and closes it.
func (a *app) withStore(f func(*store.Store) error) error {
	s, err := store.Open(a.dbPath())
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// exactArgs is cobra.ExactArgs with our usage error.
func exactArgs(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("'%s' wants %s; '%s --help' shows how", cmd.CommandPath(), what, cmd.CommandPath())}
		}
		return nil
	}
}
