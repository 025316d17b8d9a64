package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"crosstally/pipeline"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// writeReport writes a run's report as one JSON object; lists are never null.
func writeReport(w io.Writer, r pipeline.Report) error {
	r.Sources, r.Refusals, r.Moved = orEmpty(r.Sources), orEmpty(r.Refusals), orEmpty(r.Moved)
	enc := json.NewEncoder(shown{w})
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// writeMetrics writes a run's figures in the text format of Prometheus.
func writeMetrics(w io.Writer, r pipeline.Report, st *store.Store) error {
	m := metrics{w: w}
	m.head("crosstally_run_start_time_seconds", "When the last run began.")
	m.value("crosstally_run_start_time_seconds", float64(r.Started.Unix()))
	m.head("crosstally_run_end_time_seconds", "When the last run ended.")
	m.value("crosstally_run_end_time_seconds", float64(r.Ended.Unix()))
	m.head("crosstally_run_stopped", "Whether the last run was stopped before its inputs ended.")
	m.value("crosstally_run_stopped", map[bool]float64{true: 1}[r.Stopped])
	m.head("crosstally_articles", "What became of what the last run saw.")
	m.account("crosstally_articles", r.Account)
	m.head("crosstally_refused", "What the last run refused, by class of error.")
	classes := map[intake.Class]int{}
	for _, s := range r.Sources {
		for c, n := range s.Errors {
			classes[c] += n
		}
	}
	for _, c := range slices.Sorted(maps.Keys(classes)) {
		m.value("crosstally_refused", float64(classes[c]), "class", string(c))
	}
	m.head("crosstally_source_articles", "What became of what the last run saw of a source.")
	var keys []string
	for _, s := range r.Sources {
		m.account("crosstally_source_articles", s.Account, "source", s.Source)
		keys = append(keys, intake.InputKey(s.Source))
	}
	notes, err := st.Recall(keys...)
	if err != nil {
		return err
	}
	m.head("crosstally_source_last_success_time_seconds", "When a source was last read.")
	for _, s := range r.Sources {
		if n := notes[intake.InputKey(s.Source)]; !n.OK.IsZero() {
			m.value("crosstally_source_last_success_time_seconds", float64(n.OK.Unix()), "source", s.Source)
		}
	}
	return m.err
}

// metrics writes samples; its error is the first.
type metrics struct {
	w   io.Writer
	err error
}

func (m *metrics) print(format string, args ...any) {
	if m.err == nil {
		_, m.err = fmt.Fprintf(m.w, format, args...)
	}
}

func (m *metrics) head(name, help string) {
	m.print("# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
}

func (m *metrics) value(name string, v float64, labels ...string) {
	var parts []string
	for i := 0; i+1 < len(labels); i += 2 {
		parts = append(parts, labels[i]+`="`+labelValue.Replace(strings.ToValidUTF8(labels[i+1], "\ufffd"))+`"`)
	}
	if len(parts) > 0 {
		name += "{" + strings.Join(parts, ",") + "}"
	}
	m.print("%s %s\n", name, strconv.FormatFloat(v, 'f', -1, 64))
}

func (m *metrics) account(name string, acc pipeline.Account, labels ...string) {
	for _, x := range []struct {
		outcome string
		n       int
	}{{"seen", acc.Seen}, {"stored", acc.Stored}, {"duplicate", acc.Duplicate}, {"refused", acc.Refused}} {
		m.value(name, float64(x.n), append(slices.Clone(labels), "outcome", x.outcome)...)
	}
}

// labelValue escapes what the text format gives a meaning.
var labelValue = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
