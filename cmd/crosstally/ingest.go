package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"crosstally/pipeline"
	"crosstally/pipeline/export"
	"crosstally/store"
)

// ingestFlags are the flags of ingest alone.
type ingestFlags struct {
	wait    time.Duration
	report  string
	metrics string
	recheck bool
	log     logFlags
}

func (a *app) ingest() *cobra.Command {
	var in inputFlags
	var f ingestFlags
	cmd := &cobra.Command{
		Use:     "ingest [INPUT...]",
		Short:   "read articles into the store and bring its facts up to date",
		Long:    "ingest stores articles with the claims they make, and reconciles all claims into facts. What is stored already is left as it is,\nand what servers say has not changed is not brought again.\n\n" + inputHelp,
		Example: "  crosstally ingest feeds.opml\n  crosstally ingest --db local.db https://news.example/rss pages/",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !f.recheck {
				return usageError{fmt.Errorf("'crosstally ingest' wants an input; '-' reads JSONL from standard input")}
			}
			log, err := a.logger(f.log)
			if err = errors.Join(err, in.check(cmd), notNegative(cmd, "wait")); err != nil {
				return err
			}
			for _, path := range []string{f.report, f.metrics} { // a night is not to be read and then not told of
				if path == "" {
					continue
				}
				if err := export.Writable(path); err != nil {
					return err
				}
			}
			st, err := store.Create(a.dbPath(), f.wait)
			if err != nil {
				return err
			}
			report, err := a.aRun(st, &in, &f, args, log)
			if errors.Is(err, context.Canceled) && report.Stopped {
				err = nil // said below
			}
			if err == nil && f.metrics != "" {
				err = export.File(f.metrics, func(w io.Writer) error { return writeMetrics(w, report, st) })
			}
			if err = errors.Join(err, st.Close()); err != nil {
				return err
			}
			if f.report != "" {
				if err := export.File(f.report, func(w io.Writer) error { return writeReport(w, report) }); err != nil {
					return err
				}
			}
			return a.account(report)
		},
	}
	in.add(cmd)
	cmd.Flags().DurationVar(&f.wait, "wait", 0, "wait so long for another process that writes the store, such as 10m")
	cmd.Flags().StringVar(&f.report, "report", "", "write what became of each input to this file, as JSON")
	cmd.Flags().StringVar(&f.metrics, "metrics", "", "write figures of the run to this file, for Prometheus' textfile collector")
	cmd.Flags().BoolVar(&f.recheck, "recheck", false, "also read recent articles again, a day and a week after they were first read, for edits and withdrawals")
	f.log.add(cmd)
	return a.readsStore(cmd, "table|json|jsonl")
}

// aRun ingests and tells of it on stderr.
func (a *app) aRun(st *store.Store, in *inputFlags, f *ingestFlags, args []string, log *slog.Logger) (report pipeline.Report, err error) {
	bar := a.progress()
	defer bar.Finish()
	reader, robots := in.reader(a, st)
	if f.recheck {
		if reader.Again, err = st.Due(time.Now()); err != nil {
			return report, err
		}
	}
	report, err = pipeline.Run(a.ctx, reader, args, st, pipeline.Options{
		Workers: in.workers,
		Robots:  robots,
		Refuse: func(r pipeline.Refusal) {
			log.Warn("refused", "error", r.Error, "class", string(r.Class), "source", r.Source, "place", r.Place)
		},
		Tell: func(acc pipeline.Account) { bar.Set(acc.Seen) },
	})
	for _, m := range report.Moved {
		log.Warn("moved", "error", fmt.Sprintf("%s has moved for good to %s; change your list when you trust that", m.Source, m.To), "source", m.Source, "to", m.To)
	}
	for _, s := range report.Sources {
		log.Info("source", "source", s.Source, "seen", s.Seen, "stored", s.Stored, "duplicate", s.Duplicate, "refused", s.Refused)
	}
	if report.Stopped {
		log.Error("stopped", "error", fmt.Sprintf("stopped: %v; what was read until then is stored, and the same command goes on from there", context.Cause(a.ctx)))
	}
	return report, err
}

// account prints what became of all that was seen, as the last line, and chooses the exit code.
func (a *app) account(report pipeline.Report) error {
	acc := report.Account
	if a.format == "table" {
		fmt.Fprintln(a.out, acc)
	} else if err := encode(a.out, "jsonl", []pipeline.Account{acc}); err != nil {
		return err
	}
	if done := acc.Stored + acc.Duplicate; report.Stopped && done > 0 {
		return exitError{code: exitPartial}
	} else if report.Stopped {
		return exitError{code: exitNothing}
	} else {
		return verdictOnInputs(done, acc.Refused)
	}
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
