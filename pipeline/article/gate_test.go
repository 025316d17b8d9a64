package article

import (
	"errors"
	"strings"
	"testing"
)

// Network 19: a page that comes with 200 in an article's place gives nothing.
func TestPagesInAnArticlesPlace(t *testing.T) {
	for name, page := range map[string]string{
		"consent":      `<title>Harbour News</title><h1>We value your privacy</h1><p>We and our 1,459 partners store and access information on a device, such as cookies.</p><p>With your permission we and our 862 partners may use precise geolocation data, as 12 regulators asked.</p>`,
		"error":        `<title>404 - Page not found | Harbour News</title><p>The page could not be found. Try one of our 12 sections, or go back to the front page.</p>`,
		"error by h1":  `<title>Harbour News</title><h1>Sorry, we can’t find that page</h1><p>It may have moved. Some 300 readers a day ask for it, and we are sorry about that.</p>`,
		"status alone": `<title>503</title><p>The server is busy with 2,000 other readers; please come back in 5 minutes and try again.</p>`,
		"robot check":  `<title>Just a moment...</title><h1>Checking your browser before accessing the site.</h1><p>This process is automatic. Please allow up to 5 seconds. Requests from 2 people on your network were blocked.</p>`,
		"log-in":       `<title>Log in | Harbour News</title><p>Welcome back! Log in to read on, as 40,000 readers of ours have done this year already.</p>`,
	} {
		if a, err := Read(Record{URL: "u", Title: "Ferry sinks off the cape", HTML: "<html><body>" + page + "</body></html>"}); !errors.Is(err, ErrGate) || !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: %v, %+v", name, err, a)
		}
	}
	for name, page := range map[string]string{
		"with a dialog":        `<title>Ferry sinks</title><p>We and our 1,459 partners store and access information on a device.</p><h1>Ferry sinks</h1><p>` + prose + `</p><p>Nine people are missing, and the search goes on.</p>`,
		"behind a meter":       `<title>Ferry sinks</title><h1>Ferry sinks</h1><p>` + prose + `</p><p>Nine people are missing.</p><p>You have read 3 of 5 free articles this month.</p>`,
		"about error pages":    `<title>Page not found: how links to ferry timetables die | Harbour News</title><h1>Page not found: how links to ferry timetables die</h1><p>` + prose + `</p><p>Nine people are missing.</p>`,
		"with a hidden log-in": `<title>Ferry sinks off the cape at noon</title><div><h1>Log In</h1></div><p>` + prose + `</p><p>Nine people are missing.</p>`,
		"about partners":       `<title>Aid</title><h1>Aid reaches the cape</h1><p>` + prose + `</p><p>“We and our 12 children walked here,” she said. Nine people are missing.</p>`,
		"a long one of that":   `<title>Page not found</title><h1>Page not found</h1><p>` + strings.Repeat(prose+" ", 15) + `</p><p>Nine people are missing.</p>`,
	} {
		a, err := Read(Record{URL: "u", HTML: "<html><body>" + page + "</body></html>"})
		if err != nil || !strings.Contains(a.Text, "Nine people") || strings.Contains(a.Text, "1,459") || strings.Contains(a.Text, "3 of 5") {
			t.Errorf("%s: %v, %+v", name, err, a)
		}
	}
}

// Every line of the list is looked for.
func TestGateLinesHaveAStem(t *testing.T) {
	for line := range gates["line"] {
		if !isGateLine("And " + strings.ReplaceAll(line, "#", "1,459") + " so.") {
			t.Errorf("%q is never found", line)
		}
	}
}
