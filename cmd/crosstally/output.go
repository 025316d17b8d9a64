package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"

	"crosstally/pipeline/foreign"
	"crosstally/pipeline/reconcile"
)

func contains(formats, f string) bool {
	for _, x := range strings.Split(formats, "|") {
		if x == f {
			return true
		}
	}
	return false
}

// printList prints a list as a table, CSV or JSON; none is what stands in a table's place where the list is empty.
func printList[T any](a *app, list []T, cols []column, rows [][]string, none string) error {
	switch a.format {
	case "table":
		if len(rows) == 0 {
			fmt.Fprintln(a.out, none)
			return nil
		}
		a.table(cols, rows)
		return nil
	case "csv":
		var head []string
		for _, c := range cols {
			head = append(head, c.title)
		}
		return encodeCSV(a.out, head, rows)
	}
	return encode(a.out, a.format, list)
}

const nothingStored = "Nothing is stored yet. 'crosstally ingest' adds articles."

// say prints what a command did: as a line for people, else as an object.
func say[T any](a *app, did T, line string) error {
	if a.format != "table" {
		return encode(a.out, a.format, []T{did})
	}
	_, err := fmt.Fprintln(a.out, line)
	return err
}

// encode prints values as JSON lines, or as one JSON array.
func encode[T any](w io.Writer, format string, values []T) error {
	enc := json.NewEncoder(shown{w})
	enc.SetEscapeHTML(false)
	if format == "json" {
		enc.SetIndent("", "  ")
		if values == nil {
			values = []T{}
		}
		return enc.Encode(values)
	}
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

// shown writes encoded JSON with the characters escaped that a terminal would obey; an encoder writes whole values.
type shown struct{ io.Writer }

func (w shown) Write(doc []byte) (int, error) {
	if _, err := w.Writer.Write(foreign.JSON(doc)); err != nil {
		return 0, err
	}
	return len(doc), nil
}

// encodeCSV prints a header and rows; cells that a spreadsheet would run as a formula are defused with an apostrophe.
func encodeCSV(w io.Writer, header []string, rows [][]string) error {
	c := csv.NewWriter(w)
	if err := c.Write(header); err != nil {
		return err
	}
	for _, r := range rows {
		safe := make([]string, len(r))
		for i, cell := range r {
			safe[i] = foreign.Cell(cell)
		}
		if err := c.Write(safe); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// printable shows control characters and direction marks of foreign text instead of obeying them.
func printable(s string) string { return foreign.Shown(s) }

// A screen is where tables go: its width, and whether it shows colour.
type screen struct {
	width  int
	colour bool
}

// screen looks at standard output: colour on a terminal alone, and not where NO_COLOR or TERM=dumb forbid it.
func (a *app) screen() screen {
	s := screen{width: 120}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= 40 {
		s.width = n
	}
	f, ok := a.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w >= 40 {
		s.width = w
	}
	_, no := os.LookupEnv("NO_COLOR")
	s.colour = !no && os.Getenv("TERM") != "dumb"
	return s
}

var verdictColours = map[reconcile.Verdict]text.Colors{
	reconcile.Conflict: {text.FgRed, text.Bold}, reconcile.Updated: {text.FgYellow}, reconcile.Agree: {text.FgGreen},
	reconcile.Compatible: {text.FgCyan}, reconcile.Single: {text.Faint},
}

func (s screen) verdict(v reconcile.Verdict) string {
	if !s.colour {
		return string(v)
	}
	return verdictColours[v].Sprint(string(v))
}

func (s screen) strong(x string) string {
	if !s.colour {
		return x
	}
	return text.Bold.Sprint(x)
}

func (s screen) faint(x string) string {
	if !s.colour {
		return x
	}
	return text.Faint.Sprint(x)
}

// wrap breaks a paragraph at the screen's width, each line indented.
func (s screen) wrap(x, indent string) string {
	lines := strings.Split(text.WrapSoft(printable(x), max(20, s.width-len(indent)-1)), "\n")
	for i, l := range lines {
		lines[i] = indent + strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// A column of a table; the one that may take what room is left is marked.
type column struct {
	title string
	right bool
	wide  bool
}

// table prints rows under a header, with the wide column wrapped so that a line fits the screen.
func (a *app) table(cols []column, rows [][]string) {
	s := a.screen()
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	st := t.Style()
	st.Options = table.Options{SeparateHeader: true}
	st.Box.PaddingLeft, st.Box.PaddingRight = "", "  "
	st.Format.Header = text.FormatDefault
	head, used, wide := table.Row{}, 0, 0
	for i, c := range cols {
		head = append(head, s.strong(c.title))
		w := text.StringWidthWithoutEscSequences(c.title)
		for _, r := range rows {
			w = max(w, text.StringWidthWithoutEscSequences(r[i]))
		}
		if c.wide {
			wide++
		} else {
			used += w
		}
		used += 2
	}
	var conf []table.ColumnConfig
	for i, c := range cols {
		cc := table.ColumnConfig{Number: i + 1, WidthMaxEnforcer: text.WrapSoft}
		if c.right {
			cc.Align = text.AlignRight
			cc.AlignHeader = text.AlignRight
		}
		if c.wide {
			cc.WidthMax = max(16, (s.width-used)/wide)
		}
		conf = append(conf, cc)
	}
	t.SetColumnConfigs(conf)
	t.AppendHeader(head)
	for _, r := range rows {
		row := table.Row{}
		for _, cell := range r {
			row = append(row, cell)
		}
		t.AppendRow(row)
	}
	for _, line := range strings.Split(t.Render(), "\n") {
		fmt.Fprintln(a.out, strings.TrimRight(line, " "))
	}
}
