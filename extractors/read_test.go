package extractors

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"crosstally/pipeline/article"
)

func read(title, text string) *Document {
	return Read(&article.Article{Title: title, Text: text, Blocks: []article.Block{{End: len(text), Kind: article.Paragraph}}})
}

// tagsOf returns text as word/TAG.
func tagsOf(text string) string {
	var out []string
	for _, s := range read("", text).Sentences {
		for _, t := range s.Tokens {
			out = append(out, t.Text+"/"+t.Tag)
		}
	}
	return strings.Join(out, " ")
}

// BenchmarkRead reads a story of our own, repeated, and prints words per core-second.
func BenchmarkRead(b *testing.B) {
	const story = `Nine of the 23 miners trapped since Monday in the Korvela pit have been brought out alive, the mine’s operator said on Thursday.
“We are not giving up,” said Petra Lindqvist, who heads the rescue effort. “There’s air down there, and there is water.”
The company, which bought the mine for $1.4 million in 2019, had been fined twice by the U.S. regulator. At least 40 relatives waited
outside the gates; some had travelled more than 300km. Officials couldn't say when drilling would resume.`
	text := strings.Repeat(strings.ReplaceAll(story, "\n", " ")+"\n\n", 20)
	a := &article.Article{Title: "Nine miners rescued after three days", Text: text}
	for at := 0; at < len(text); {
		n := strings.Index(text[at:], "\n\n")
		a.Blocks = append(a.Blocks, article.Block{Start: at, End: at + n, Kind: article.Paragraph})
		at += n + 2
	}
	Read(a)
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		Read(a)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// hostile texts name what they try.
var hostile = map[string]string{
	"20,000 brackets":          strings.Repeat("(", 20000) + strings.Repeat(")", 20000),
	"100,000 stops":            strings.Repeat(".", 100000),
	"100,000 parted stops":     strings.Repeat(". ", 100000),
	"100,000 question marks":   strings.Repeat("?!", 50000),
	"1 MB of newlines":         strings.Repeat("\n", 1<<20),
	"10 MB word":               strings.Repeat("a", 10<<20),
	"5 MB of initials":         strings.Repeat("A.", 5<<19),
	"5 MB of hyphens":          strings.Repeat("a-", 5<<19),
	"5 MB of digit groups":     "1" + strings.Repeat(",000", 5<<18),
	"1 MB of lakhs":            "1" + strings.Repeat(",00", 1<<18),
	"1 MB of apostrophes":      strings.Repeat("'", 1<<20),
	"1 MB of clitics":          strings.Repeat("n't", 1<<18),
	"1 MB of hosts":            "a" + strings.Repeat(".com", 1<<18),
	"1 MB of at signs":         strings.Repeat("a@", 1<<19),
	"1 MB of links":            strings.Repeat("http://", 1<<17),
	"address of 300 bytes":     "see www." + strings.Repeat("a", 300) + " there",
	"address of controls":      "www.ab" + strings.Repeat("\x7f", 300),
	"1 MB of quotation marks":  strings.Repeat("“", 1<<18),
	"50,000 tokens":            strings.Repeat("nobody said so, ", 13000),
	"invalid UTF-8":            strings.Repeat("\xff\xfe\xc3(\xe2\x82 \xed\xa0\x80", 50000),
	"NUL":                      strings.Repeat("\x00", 1<<20) + "a\x00b",
	"emoji":                    strings.Repeat("👩‍👩‍👧🏽 🇰🇪 ❤️", 20000),
	"right to left":            strings.Repeat("\u202eقتل ٣٤ شخصا؟ שלום.\u202c ", 20000),
	"a million marks":          "e" + strings.Repeat("\u0301", 1<<20),
	"zero width":               "a" + strings.Repeat("\u200b", 1<<18) + "b",
	"contraction before bytes": "\xe2\x82's ȺȺȺȺ'll İ'll ẞ's",
	"only punctuation":         "!?.,;:-–—()[]{}«»“”‘’\"'…",
	"empty":                    "",
	"spaces":                   " \t\n\u00a0\u2009",
}

func TestHostileText(t *testing.T) {
	for name, text := range hostile {
		start := time.Now()
		d := read(text[:min(len(text), 1000)], text)
		took := time.Since(start)
		if took > 5*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		}
		t.Logf("%v for %s", took.Round(time.Millisecond), name)
		checkSpans(t, name, d)
	}
}

// checkSpans is extractorstest.CheckDocument's main part, which this package cannot import.
func checkSpans(t *testing.T, name string, d *Document) {
	t.Helper()
	at := map[Field]int{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if len(s.Tokens) == 0 || len(s.Tokens) > maxSentence || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("%s: sentence %d [%d,%d) has %d tokens", name, i, s.Start, s.End, len(s.Tokens))
		}
		for _, tok := range s.Tokens {
			if tok.Start < at[s.Field] || tok.Start >= tok.End || tok.Tag == "" || d.Field(s.Field)[tok.Start:tok.End] != tok.Text {
				t.Fatalf("%s: token %q [%d,%d) after byte %d, tag %q", name, tok.Text, tok.Start, tok.End, at[s.Field], tok.Tag)
			}
			if len(tok.Text) > maxToken+utf8.UTFMax && !strings.Contains(tok.Text, "://") && !strings.HasPrefix(tok.Lower, "www.") && !strings.Contains(tok.Text, "@") {
				t.Fatalf("%s: token of %d bytes", name, len(tok.Text))
			}
			at[s.Field] = tok.End
		}
	}
}

func TestRead(t *testing.T) {
	a := &article.Article{Title: "Ferry sinks", Published: "2026-03-04T10:00:00+02:00", Text: "What we know\n\nNine died. Two live.\n\nTown | Dead",
		Blocks: []article.Block{{End: 12, Kind: article.Heading, Clock: "16:52"}, {Start: 14, End: 34, Kind: article.Paragraph}, {Start: 36, End: 47, Kind: article.Row}}}
	d := Read(a)
	want := []struct {
		field Field
		block int
		kind  article.Kind
		clock string
		text  string
	}{{Title, -1, "", "", "Ferry sinks"}, {Text, 0, article.Heading, "16:52", "What we know"}, {Text, 1, article.Paragraph, "", "Nine died."},
		{Text, 1, article.Paragraph, "", "Two live."}, {Text, 2, article.Row, "", "Town | Dead"}}
	if len(d.Sentences) != len(want) {
		t.Fatalf("%d sentences, want %d", len(d.Sentences), len(want))
	}
	for i, w := range want {
		if s := d.Sentences[i]; s.Index != i || s.Field != w.field || s.Block != w.block || s.Kind != w.kind || s.Clock != w.clock || s.Text != w.text {
			t.Errorf("sentence %d: got %+v, want %+v", i, s, w)
		}
	}
	if _, offset := d.Published.Zone(); offset != 7200 || !d.HasTime || d.Published.Hour() != 10 {
		t.Errorf("published %v, has time %v", d.Published, d.HasTime)
	}
}

func TestPublished(t *testing.T) {
	for in, want := range map[string]string{
		"2026-03-04": "2026-03-04 00:00 false", "2026-03-04T10:00:00Z": "2026-03-04 10:00 true", "2026-03-04T10:00:00+0530": "2026-03-04 10:00 true",
		"2026-03-04T10:00": "2026-03-04 10:00 true", "2026-03-04T10:00:00.123Z": "2026-03-04 10:00 true", "2026-03-04 10:00:00": "2026-03-04 10:00 true",
		" 2026-03-04 ": "2026-03-04 00:00 false", "": "zero", "yesterday": "zero", "2026-13-40": "zero",
	} {
		at, hasTime := parseTime(in)
		got := at.Format("2006-01-02 15:04 ") + map[bool]string{true: "true", false: "false"}[hasTime]
		if at.IsZero() {
			got = "zero"
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for name, text := range hostile {
		f.Add(name, text[:min(len(text), 2000)])
	}
	for _, ex := range sentenceExamples {
		f.Add("", ex.text)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		if len(text) > 1<<16 {
			text = text[:1<<16]
		}
		checkSpans(t, "fuzz", read(title, text))
	})
}

func FuzzTokenize(f *testing.F) {
	for _, ex := range tokenExamples {
		f.Add(ex.text, 0, len(ex.text))
	}
	f.Add("12,345", 1, 4)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		start = max(0, min(start, len(text)))
		end = max(start, min(end, len(text)))
		at := start
		for _, tok := range tokenize(text, start, end) {
			if tok.Start < at || tok.Start >= tok.End || tok.End > end || text[tok.Start:tok.End] != tok.Text {
				t.Fatalf("%q[%d:%d]: token %q [%d,%d) after byte %d", text, start, end, tok.Text, tok.Start, tok.End, at)
			}
			for _, r := range text[at:tok.Start] { // nothing but space and invisible characters is left out
				if c := classOf(r); c != space && c != invisible {
					t.Fatalf("%q: %q is in no token", text, r)
				}
			}
			at = tok.End
		}
	})
}
