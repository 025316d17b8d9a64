package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"crosstally/pipeline"
	"crosstally/store"
)

func (a *app) ingest() *cobra.Command {
	var in inputFlags
	var wait time.Duration
	cmd := &cobra.Command{
		Use:     "ingest [INPUT...]",
		Short:   "read articles into the store and bring its facts up to date",
		Long:    "ingest stores articles with the claims they make, and reconciles all claims into facts. What is stored already is left as it is.\n\n" + inputHelp,
		Example: "  crosstally ingest feeds.opml\n  crosstally ingest --db local.db https://news.example/rss pages/",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("'crosstally ingest' wants an input; '-' reads JSONL from standard input")}
			}
			st, err := store.Create(a.dbPath(), wait)
			if err != nil {
				return err
			}
			bar := a.progress()
			reader, robots := in.reader(a, st)
			report, err := pipeline.Run(a.ctx, reader, args, st, pipeline.Options{
				Workers: in.workers,
				Robots:  robots,
				Refuse:  func(r pipeline.Refusal) { a.complain(errors.New(r.Error)) },
				Tell:    func(acc pipeline.Account) { bar.Set(acc.Seen) },
			})
			bar.Finish()
			if err = errors.Join(err, st.Close()); err != nil {
				return err
			}
			acc := report.Account
			if a.format == "table" {
				fmt.Fprintln(a.out, acc)
			} else if err := encode(a.out, "jsonl", []pipeline.Account{acc}); err != nil {
				return err
			}
			return verdictOnInputs(acc.Stored+acc.Duplicate, acc.Refused)
		},
	}
	in.add(cmd)
	cmd.Flags().DurationVar(&wait, "wait", 0, "wait so long for another process that writes the store, such as 10m")
	return a.readsStore(cmd, "table|json|jsonl")
}

// progress is a counter on stderr where that is a terminal, and nothing elsewhere.
func (a *app) progress() *progressbar.ProgressBar {
	f, ok := a.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return progressbar.DefaultSilent(-1)
	}
	return progressbar.NewOptions(-1, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("articles"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100_000_000))
}
