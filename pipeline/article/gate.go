package article

import (
	"regexp"
	"slices"
	"strings"

	"crosstally/extractors/lexicon"
)

// ErrGate is returned for a page that stands before an article or in its place, although its server says that all is well. The article may
// be there another time. It is an ErrNoArticle.
var ErrGate error = gateError{}

type gateError struct{}

func (gateError) Error() string {
	return "no article text found: the page is an error message, a question for consent, a check for robots or a log-in"
}

func (gateError) Unwrap() error { return ErrNoArticle }

// gates are the words of such pages: a "title" is all that the page's title says besides the site's name, a "line" is what a paragraph has in it.
var gates = func() map[string]map[string]bool {
	t := map[string]map[string]bool{"title": {}, "line": {}}
	for _, e := range lexicon.Must(lexiconFS, "lexicon/gates.tsv", 2) {
		t[e.Fields[1]][e.Fields[0]] = true
	}
	return t
}()

// maxGate is how many bytes of text a page of such a title has at most: longer ones are articles about error pages.
const maxGate = 1500

// isGate reports whether a page is none of an article by its titles and the text that it has.
func (m *meta) isGate(text string) bool {
	if len(text) > maxGate {
		return false
	}
	if len(strings.Fields(m.page)) > 4 { // more than a site's name; its headline may well be that of a hidden log-in
		return isGateTitle(m.page, 2)
	}
	other := slices.ContainsFunc(m.headlines, func(t string) bool { return !isGateTitle(t, 1) })
	return isGateTitle(m.page, 2) || len(m.headlines) > 0 && !other
}

var (
	titleParts = regexp.MustCompile(`\s+[|–—·»-]+\s+`)
	statusCode = regexp.MustCompile(`^(?:http |error |http error )?[45]\d\d(?:\s*[|–—·:-]+\s*|\s+|$)`)
	gateStems  = regexp.MustCompile(`[Cc]ookies|[Pp]artners|[Cc]onsent|[Pp]rivacy|[Ff]ree articles|[Rr]ay [Ii][Dd]|information on a device|continuing to use`) // of every line of the list
	figures    = regexp.MustCompile(`\d[\d,. ]*\d|\d`)
)

// isGateTitle reports "404 - Page not found | Harbour News": a title of the list, with a status before it, in so many parts at most.
func isGateTitle(title string, parts int) bool {
	low := strings.ToLower(strings.ReplaceAll(clean(title), "’", "'"))
	code := statusCode.FindString(low)
	all := titleParts.Split(low[len(code):], -1)
	first := strings.Trim(all[0], " .!?…'\"")
	return len(all) <= parts && (gates["title"][first] || code != "" && first == "")
}

// isGateLine reports a paragraph of a dialog for consent: "We and our 1,459 partners store information on your device".
func isGateLine(text string) bool {
	if len(text) > 1200 || !gateStems.MatchString(text) {
		return false
	}
	low := figures.ReplaceAllString(strings.ToLower(strings.ReplaceAll(text, "’", "'")), "#")
	for line := range gates["line"] {
		if strings.Contains(low, line) {
			return true
		}
	}
	return false
}

func hasGateLine(blocks []block) bool {
	return slices.ContainsFunc(blocks, func(b block) bool { return isGateLine(b.text) })
}
