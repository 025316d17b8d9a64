// Package articletest holds what pages must not be able to do.
package articletest

import (
	"fmt"
	"strings"

	"crosstally/pipeline/article"
)

// prose is a line of an article, and Story the whole of one: what is around it in a page must not hide it.
const (
	prose = "The ferry left the harbour at noon with passengers and cars on board, and sank within the hour off the western cape."
	Story = `<h1>Ferry sinks off the cape</h1><p>` + prose + `</p><p>Nine people are missing, the coastguard said on Monday evening, and two of them are children.</p>`
)

// A HostilePage has one fault.
type HostilePage struct {
	Fault string
	HTML  string
	Err   error // that it must be refused for; nil where its article must be read
}

// HostilePages are pages that would cost a careless reader gigabytes or minutes, have crashed parsers, or hold no article.
func HostilePages() []HostilePage {
	rep := strings.Repeat
	fill := func(s string) string { return rep(s, 490_000/len(s)) } // as much text as an article may have
	var manyB, floods, one, book strings.Builder
	for i := range 450 {
		fmt.Fprintf(&manyB, "<b %d>", i)
	}
	for i := range 10_000 {
		fmt.Fprintf(&book, "<p>%s Chapter %d.", prose, i)
	}
	for i := range 8000 {
		fmt.Fprintf(&one, " a%d", i)
		fmt.Fprintf(&floods, "<body a%d=1>", i)
	}
	return []HostilePage{
		{"formatting amplification", "<p>" + manyB.String() + rep("<p>x", 50_000), article.ErrPageNodes},
		{"body attribute flood", floods.String() + Story, article.ErrPageAttributes},
		{"html attribute flood", strings.ReplaceAll(floods.String(), "body", "html") + Story, article.ErrPageAttributes},
		{"attributes on one tag", "<div" + one.String() + ">" + Story, article.ErrPageAttributes},
		{"too many bytes", Story + rep("<p>x", 2_000_000), article.ErrPageBytes},
		{"too many nodes", Story + rep("<p>x", 1_000_000), article.ErrPageNodes},
		{"too deep: div", rep("<div>", 100_000) + Story, nil},
		{"too deep: b", rep("<b>", 10_000) + Story, nil},
		{"too deep: tables", rep("<table><tr><td>", 5_000) + Story, nil},
		{"too deep: closed again", Story + rep("<div>", 1000) + "x" + rep("</div>", 1000), nil},
		{"templates", rep("<template>", 2_000) + rep("</template>", 2_000) + Story, nil},
		{"siblings", Story + rep("<b></b><p>1</p>", 20_000), nil},
		{"NULs", Story + rep("\x00", 2_000_000), nil},
		{"bad UTF-8", Story + rep("\xff\xfe", 1_000_000), nil},
		{"open angle brackets", Story + rep("<", 1_000_000), nil},
		{"open comment", Story + "<!--" + rep("-x", 1_000_000), nil},
		{"open script", Story + "<script>" + rep("x<", 1_000_000), nil},
		{"CDATA", Story + "<![CDATA[" + rep("x]", 1_000_000), nil},
		{"entities", Story + rep("&amp;", 900_000), nil},
		{"one huge attribute", `<a title="` + rep("x", 4_000_000) + `">a</a>` + Story, nil},
		{"base64 image", `<img src="data:image/png;base64,` + rep("QUJD", 1_000_000) + `">` + Story, nil},
		{"long list in one item", "<ul><li>" + rep("<p>1", 60_000) + "</ul>" + Story, nil},
		{"list headings", Story + rep("<p>Related stories</p>", 60_000), nil},
		{"clocks", "<ol>" + rep("<li><time>10:00</time><p>x", 50_000) + "</ol>" + Story, nil},
		{"nested bylines", rep(`<div class=byline>`, 500) + rep("by x ", 10_000) + Story, nil},
		{"nested small print", rep(`<small>`, 500) + rep("1 ", 100_000) + Story, nil},
		{"nested superscripts", rep(`<sup>`, 500) + rep("1 ", 10_000) + rep("</sup>", 500) + Story, nil},
		{"foster parenting", "<table>" + rep("<b>x</b>", 30_000) + "</table>" + Story, nil},
		{"select in table, 2021-33194", "<table><select>" + rep("<tr><option>", 10_000) + "</select></table>" + Story, nil},
		{"math and svg, 2018-17846", "<math><template><mo><template></math><svg><title><svg>" + rep("<desc>", 200) + "</svg>" + Story, article.ErrNoArticle},
		{"case folding, 2024-45338", "<p " + rep("İ", 100_000) + ">" + Story, nil},
		{"combining marks", "<p>a" + rep("\u0301", 500_000) + "</p>" + Story, nil},
		{"no body element", "<title>x</title>" + Story, nil},
		{"scripts only", "<script>" + rep("x()", 1000) + "</script>", article.ErrNoArticle},
		{"minified script as a page", rep("function(a){return a.b||{}}", 3), nil},
		{"frames", `<frameset cols="20%,80%"><frame src=a.html><frame src=b.html></frameset>`, article.ErrNoArticle},
		{"meta refresh alone", `<meta http-equiv=refresh content="0;url=/x">`, article.ErrNoArticle},
		{"empty body", "<html><body></body></html>", article.ErrNoArticle},
		{"a book", book.String(), article.ErrPageText},
		{"one word", Story + "<p>" + fill("x"), nil},
		{"one sentence", Story + "<p>" + fill("word "), nil},
		{"brackets", Story + "<p>" + fill("("), nil},
		{"stops", Story + "<p>" + fill(". "), nil},
		{"line ends", Story + "<p>" + fill("\n"), nil},
		{"quotation marks", Story + "<p>" + fill("“He said ”"), nil},
		{"numbers", Story + "<p>" + fill("12 "), nil},
		{"ranges", Story + "<p>" + fill("1-"), nil},
		{"names", Story + "<p>" + fill("John Smith and "), nil},
		{"dates", Story + "<p>" + fill("on 3 May 2026 "), nil},
		{"tolls in one sentence", Story + "<p>" + fill("12 people died and "), nil},
		{"tolls in words like them", Story + "<p>" + fill("killed 12 dead injured 12 to "), nil},
		{"tolls by the sentence", Story + fill("<p>At least 12 people died in Paris on Monday, police said."), nil},
		{"speech verbs", Story + "<p>" + fill("said he "), nil},
		{"sources", Story + "<p>" + fill("according to police "), nil},
		{"sources with figures", Story + "<p>" + fill("Ann of the UN said 12 "), nil},
		{"letters that grow in lower case", Story + "<p>" + fill("ẞ's İ'll "), nil},
	}
}
