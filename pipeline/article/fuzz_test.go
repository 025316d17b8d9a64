package article

import (
	"testing"
	"unicode/utf8"
)

// FuzzRead: no panic on any page or text, blocks in order and inside the text, text valid.
func FuzzRead(f *testing.F) {
	f.Add("<h1>A</h1><p>"+prose, "", "https://a.example/2026/05/03/x")
	f.Add("<ol><li><time>18:30</time><h2>That is all</h2><p>x<li><time>17:00</time>", "", "")
	f.Add("<table><tr><th>a<th>b<tr><td>1<td>2</table><dl><dt>a<dd>b</dl><pre>x\n\ny</pre>1<sup>2</sup>", "", "")
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"author":[null,{"name":1}]}]}</script><a>x`, "", "")
	f.Add("", "Today : May 4, 2026\n\n• a\n- • b\n\nLatest news\nx", "u")
	f.Fuzz(func(t *testing.T, page, text, url string) {
		a, err := Read(Record{URL: url, HTML: page, Text: text})
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
			t.Errorf("text %q or title %q is not valid UTF-8", a.Text, a.Title)
		}
		end := 0
		for i, b := range a.Blocks {
			if b.Start < end || b.End <= b.Start || b.End > len(a.Text) || b.Header >= i {
				t.Fatalf("block %d is %+v after %d in %d bytes", i, b, end, len(a.Text))
			}
			end = b.End
		}
	})
}
