// Package lexicon reads word lists: tab-separated, sorted, one entry a line, with '#' lines for source and licence.
//
// Broken embedded data is a fault of the build, so Must panics with file and line.
package lexicon

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// An Entry is one line of a list, cut at tabs.
type Entry struct {
	Line   int
	Fields []string
}

// Read returns the entries of a list with at least min fields each. Its errors say file:line.
func Read(fsys fs.FS, name string, min int) ([]Entry, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read word list: %w", err)
	}
	var out []Entry
	sc := bufio.NewScanner(bytes.NewReader(b))
	sourced := false
	line := 1
	for ; sc.Scan(); line++ {
		text := strings.TrimRight(sc.Text(), "\r\n")
		if strings.HasPrefix(text, "#") {
			sourced = sourced || strings.HasPrefix(text, "# source:")
			continue
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) < min {
			return nil, fmt.Errorf("%s:%d: %d fields, want at least %d", name, line, len(f), min)
		}
		if f[0] == "" {
			return nil, fmt.Errorf("%s:%d: empty first field", name, line)
		}
		out = append(out, Entry{line, f})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	if !sourced {
		return nil, fmt.Errorf("%s:1: no '# source:' line", name)
	}
	return out, nil
}

// Must is Read for embedded lists.
func Must(fsys fs.FS, name string, min int) []Entry {
	e, err := Read(fsys, name, min)
	if err != nil {
		panic(err)
	}
	return e
}
