package article

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// story is a page's article as the fault tests use it: what is around it must not hide it.
const story = `<h1>Ferry sinks off the cape</h1><p>` + prose + `</p><p>Nine people are missing, the coastguard said on Monday evening, and two of them are children.</p>`

// TestHostilePages holds the page faults: each ends in a named error or in the article, within time and memory.
func TestHostilePages(t *testing.T) {
	var manyB strings.Builder
	for i := range 450 {
		fmt.Fprintf(&manyB, "<b %d>", i)
	}
	rep := strings.Repeat
	var floods strings.Builder
	var one strings.Builder
	for i := range 8000 {
		fmt.Fprintf(&one, " a%d", i)
		fmt.Fprintf(&floods, "<body a%d=1>", i)
	}
	for _, c := range []struct {
		fault string
		page  string
		err   error // nil: the article must be read
	}{
		{"formatting amplification", "<p>" + manyB.String() + rep("<p>x", 50_000), ErrPageNodes},
		{"body attribute flood", floods.String() + story, ErrPageAttributes},
		{"html attribute flood", strings.ReplaceAll(floods.String(), "body", "html") + story, ErrPageAttributes},
		{"attributes on one tag", "<div" + one.String() + ">" + story, ErrPageAttributes},
		{"too many bytes", story + rep("<p>x", 2_000_000), ErrPageBytes},
		{"too many nodes", story + rep("<p>x", 1_000_000), ErrPageNodes},
		{"too deep: div", rep("<div>", 100_000) + story, nil},
		{"too deep: b", rep("<b>", 10_000) + story, nil},
		{"too deep: tables", rep("<table><tr><td>", 5_000) + story, nil},
		{"too deep: closed again", story + rep("<div>", 1000) + "x" + rep("</div>", 1000), nil},
		{"templates", rep("<template>", 2_000) + rep("</template>", 2_000) + story, nil},
		{"siblings", story + rep("<b></b><p>1</p>", 20_000), nil},
		{"NULs", story + rep("\x00", 2_000_000), nil},
		{"bad UTF-8", story + rep("\xff\xfe", 1_000_000), nil},
		{"open angle brackets", story + rep("<", 1_000_000), nil},
		{"open comment", story + "<!--" + rep("-x", 1_000_000), nil},
		{"open script", story + "<script>" + rep("x<", 1_000_000), nil},
		{"CDATA", story + "<![CDATA[" + rep("x]", 1_000_000), nil},
		{"entities", story + rep("&amp;", 900_000), nil},
		{"one huge attribute", `<a title="` + rep("x", 4_000_000) + `">a</a>` + story, nil},
		{"base64 image", `<img src="data:image/png;base64,` + rep("QUJD", 1_000_000) + `">` + story, nil},
		{"long list in one item", "<ul><li>" + rep("<p>1", 60_000) + "</ul>" + story, nil},
		{"list headings", story + rep("<p>Related stories</p>", 60_000), nil},
		{"clocks", "<ol>" + rep("<li><time>10:00</time><p>x", 50_000) + "</ol>" + story, nil},
		{"nested bylines", rep(`<div class=byline>`, 500) + rep("by x ", 10_000) + story, nil},
		{"nested small print", rep(`<small>`, 500) + rep("1 ", 100_000) + story, nil},
		{"nested superscripts", rep(`<sup>`, 500) + rep("1 ", 10_000) + rep("</sup>", 500) + story, nil},
		{"foster parenting", "<table>" + rep("<b>x</b>", 30_000) + "</table>" + story, nil},
		{"select in table, 2021-33194", "<table><select>" + rep("<tr><option>", 10_000) + "</select></table>" + story, nil},
		{"math and svg, 2018-17846", "<math><template><mo><template></math><svg><title><svg>" + rep("<desc>", 200) + "</svg>" + story, ErrNoArticle},
		{"case folding, 2024-45338", "<p " + rep("İ", 100_000) + ">" + story, nil},
		{"combining marks", "<p>a" + rep("\u0301", 500_000) + "</p>" + story, nil},
		{"no body element", "<title>x</title>" + story, nil},
		{"scripts only", "<script>" + rep("x()", 1000) + "</script>", ErrNoArticle},
		{"minified script as a page", rep("function(a){return a.b||{}}", 3), nil},
		{"frames", `<frameset cols="20%,80%"><frame src=a.html><frame src=b.html></frameset>`, ErrNoArticle},
		{"meta refresh alone", `<meta http-equiv=refresh content="0;url=/x">`, ErrNoArticle},
		{"empty body", "<html><body></body></html>", ErrNoArticle},
	} {
		t.Run(c.fault, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			a, err := Read(Record{URL: "u", HTML: c.page})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if !errors.Is(err, c.err) {
				t.Fatalf("got error %v, want %v", err, c.err)
			}
			if c.err == nil && strings.Contains(c.page, "Nine people") && !strings.Contains(a.Text, "Nine people are missing") {
				t.Errorf("the article is lost: %.300q", a.Text)
			}
			if c.err != nil && c.err != ErrNoArticle && !errors.Is(err, ErrBudget) {
				t.Errorf("%v is no ErrBudget", err)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 512 { // all that was ever allocated, so twice the bound on what is held
				t.Errorf("allocated %d MB", mb)
			}
			if took > 8*time.Second { // 2 s on a free core; tests share theirs
				t.Errorf("took %v", took)
			}
		})
	}
}

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
