// Package export writes facts in formats that other programs and people take on.
//
// In:  facts in order, and what is known of their articles. Out: bytes of one format, the same for the same input.
//
//	csv, jsonl, parquet, sqlite   flat rows, one for each mention of each value of each fact (row.go names the columns)
//	claimreview                   a JSON-LD document with a schema.org ClaimReview for each figure and who gives it
//	html                          an evidence bundle: one page that holds all it needs, for an editor or a lawyer
//
// CSV is for people's spreadsheets: control characters are shown as text and no cell is a formula. The other formats hold
// the text as it is; their readers are programs.
package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"crosstally/pipeline/foreign"
	"crosstally/pipeline/reconcile"
)

// Facts calls yield for each fact, by story, then id.
type Facts func(yield func(reconcile.Fact) error) error

// An Article is what is known of an article beside what its facts say.
type Article struct {
	Fetched  string // RFC 3339; "" when unknown
	Rules    string // version of the program that read it
	Content  string // hash of the stored version, in hex
	TextHash string // SHA-256 of its text, in hex; for bundles
}

// Input is what is written.
type Input struct {
	Facts   Facts
	Article func(url string) (Article, error)
	Version string // of this program
	Review  Publisher
}

// formats are the writers, by name.
var formats = map[string]func(io.Writer, Input) error{
	"csv": writeCSV, "jsonl": writeJSONL, "parquet": writeParquet, "sqlite": writeSQLite, "claimreview": writeClaimReview, "html": writeBundle,
}

// Formats names the formats, parted by "|".
const Formats = "csv|jsonl|parquet|sqlite|claimreview|html"

// Binary reports whether a format is no text, so that it must not go to a terminal.
func Binary(format string) bool { return format == "parquet" || format == "sqlite" }

// Write writes facts in a format.
func Write(w io.Writer, format string, in Input) error {
	write, ok := formats[format]
	if !ok {
		return fmt.Errorf("export: unknown format %q; one of %s", format, strings.ReplaceAll(Formats, "|", ", "))
	}
	if err := write(w, in); err != nil {
		return fmt.Errorf("export %s: %w", format, err)
	}
	return nil
}

func writeCSV(w io.Writer, in Input) error {
	c := csv.NewWriter(w)
	if err := c.Write(columnNames()); err != nil {
		return err
	}
	err := in.rows(func(r Row) error {
		cells := r.cells()
		line := make([]string, len(cells))
		for i, x := range cells {
			line[i] = foreign.Cell(cellText(x))
		}
		return c.Write(line)
	})
	if err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}

func writeJSONL(w io.Writer, in Input) error {
	return in.rows(func(r Row) error {
		doc, err := marshal(r, "")
		if err != nil {
			return err
		}
		_, err = w.Write(doc)
		return err
	})
}

// marshal encodes v for people and programs alike: no HTML escapes, and nothing that a terminal would obey.
func marshal(v any, indent string) ([]byte, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return foreign.JSON([]byte(b.String())), nil
}

// Collect returns facts from a list.
func Collect(facts []reconcile.Fact) Facts {
	return func(yield func(reconcile.Fact) error) error {
		for f := range slices.Values(facts) {
			if err := yield(f); err != nil {
				return err
			}
		}
		return nil
	}
}
