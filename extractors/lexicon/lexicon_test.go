package lexicon

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func list(text string) fs.FS { return fstest.MapFS{"words.tsv": {Data: []byte(text)}} }

func TestRead(t *testing.T) {
	got, err := Read(list("# Cities.\n# source: written for this project\nHelsinki\tfi\t2\r\n\nTurku\tfi\n"), "words.tsv", 2)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Line != 3 || strings.Join(got[0].Fields, "|") != "Helsinki|fi|2" || got[1].Line != 5 || got[1].Fields[1] != "fi" {
		t.Errorf("got %+v", got)
	}
}

func TestErrorsSayFileAndLine(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"field missing", "# source: ours\na\tb\nc\n", "words.tsv:3: 1 fields, want at least 2"},
		{"no source", "a\tb\n", "words.tsv:1: no '# source:' line"},
		{"empty first field", "# source: ours\n\tb\n", "words.tsv:2: empty first field"},
		{"line too long", "# source: ours\n" + strings.Repeat("x", 1<<17) + "\ty\n", "words.tsv:2: "},
	} {
		_, err := Read(list(c.text), "words.tsv", 2)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := Read(list(""), "other.tsv", 1); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such list: error %v", err)
	}
}

func TestMustPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("broken embedded list did not panic")
		}
	}()
	Must(list("a"), "words.tsv", 1)
}

func TestSets(t *testing.T) {
	s := MustSets(list("# source: written for this project\ncity\tturku\ncity\tvaasa\nriver\taura\n"), "words.tsv")
	if len(s.Of("city")) != 2 || !s.Of("city")["vaasa"] || s["lake"]["turku"] {
		t.Errorf("got %v", s)
	}
	defer func() {
		if recover() == nil {
			t.Error("a class without words passed")
		}
	}()
	s.Of("lake")
}
