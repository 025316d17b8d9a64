package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
)

// logFlags say what a run tells on stderr, and how.
type logFlags struct {
	level  string
	format string
}

func (f *logFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.level, "log-level", "warn", "what is told on stderr: debug|info|warn|error")
	cmd.Flags().StringVar(&f.format, "log-format", "plain", "how it is told: plain|text|json")
}

// logger returns the run's logger. Foreign text in it is shown, not obeyed.
func (a *app) logger(f logFlags) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(f.level)); err != nil || strings.ContainsAny(f.level, "+-") {
		return nil, usageError{fmt.Errorf("unknown --log-level %q; it is debug, info, warn or error", f.level)}
	}
	opt := &slog.HandlerOptions{Level: level, ReplaceAttr: func(_ []string, at slog.Attr) slog.Attr {
		if at.Value.Kind() == slog.KindString {
			at.Value = slog.StringValue(printable(at.Value.String()))
		}
		return at
	}}
	switch f.format {
	case "plain":
		return slog.New(plainHandler{a.err, level}), nil
	case "text":
		return slog.New(slog.NewTextHandler(a.err, opt)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(a.err, opt)), nil
	}
	return nil, usageError{fmt.Errorf("unknown --log-format %q; it is plain, text or json", f.format)}
}

// A plainHandler writes a line for people: the error where a record has one, else its message and attributes.
type plainHandler struct {
	w     io.Writer
	level slog.Level
}

// Enabled reports whether a level is told.
func (h plainHandler) Enabled(_ context.Context, l slog.Level) bool { return l >= h.level }

// Handle writes one record.
func (h plainHandler) Handle(_ context.Context, r slog.Record) error {
	line := r.Message
	r.Attrs(func(at slog.Attr) bool {
		if at.Key == "error" {
			line = at.Value.String()
			return false
		}
		line += fmt.Sprintf(" %s=%v", at.Key, at.Value)
		return true
	})
	_, err := fmt.Fprintln(h.w, "crosstally: "+printable(line))
	return err
}

// WithAttrs is not used.
func (h plainHandler) WithAttrs([]slog.Attr) slog.Handler { return h }

// WithGroup is not used.
func (h plainHandler) WithGroup(string) slog.Handler { return h }
