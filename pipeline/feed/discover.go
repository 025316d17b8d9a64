package feed

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// headBytes is how much of a page is searched for its feed: links to feeds stand in its head.
const headBytes = 256 << 10

// Discover returns the address of the feed that a page at place names as its own, "" when it names none. A feed of comments is none.
func Discover(page []byte, place string) string {
	z := html.NewTokenizer(bytes.NewReader(page[:min(len(page), headBytes)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return ""
			}
			if t.Data != "link" {
				continue
			}
			if to := alternate(t.Attr, place); to != "" {
				return to
			}
		}
	}
}

// feedTypes are the media types by which a page's link says that it leads to a feed.
var feedTypes = map[string]bool{"application/rss+xml": true, "application/atom+xml": true, "application/feed+json": true, "application/rdf+xml": true}

func alternate(attrs []html.Attribute, place string) string {
	a := map[string]string{}
	for _, x := range attrs {
		a[x.Key] = x.Val
	}
	kind, _, _ := strings.Cut(strings.ToLower(a["type"]), ";")
	if !strings.Contains(" "+strings.ToLower(a["rel"])+" ", " alternate ") || !feedTypes[strings.TrimSpace(kind)] {
		return ""
	}
	if strings.Contains(strings.ToLower(a["title"]+" "+a["href"]), "comments") {
		return ""
	}
	return Resolve(a["href"], place)
}
