package extractorstest

import (
	"io/fs"
	"strings"
	"testing"

	"crosstally/extractors/lexicon"
)

// CheckLists reports word lists (lexicon/*.tsv) that cannot be read, are empty, out of order or say a line twice.
func CheckLists(t testing.TB, fsys fs.FS) {
	t.Helper()
	names, err := fs.Glob(fsys, "lexicon/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatalf("found %d lists, error %v", len(names), err)
	}
	for _, name := range names {
		entries, err := lexicon.Read(fsys, name, 1)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(entries) == 0 {
			t.Errorf("%s:1: no entries", name)
		}
		for k := 1; k < len(entries); k++ {
			if a, b := strings.Join(entries[k-1].Fields, "\t"), strings.Join(entries[k].Fields, "\t"); a >= b {
				t.Errorf("%s:%d: %q does not sort behind %q", name, entries[k].Line, b, a)
			}
		}
	}
}
