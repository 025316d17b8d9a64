// Package feed reads RSS, Atom and JSON feeds and OPML lists.
//
// In:  bytes that were fetched or read, and where they came from. Out: a Feed with entries in feed order.
// gofeed parses; it never fetches. Links are resolved against the feed's own place.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"
)

// ErrNotAFeed is returned for bytes that are no RSS, Atom or JSON feed.
var ErrNotAFeed = errors.New("not a feed")

// A Feed is a list of entries.
type Feed struct {
	Title   string
	Entries []Entry
}

// An Entry is one article as a feed lists it.
type Entry struct {
	Link      string // where the page is: an http(s) URL or, for a local feed, a file path
	URL       string // the article's own address: the link if it is a URL, else the permalink guid
	Title     string
	Published string // RFC 3339 with the feed's zone; "" when it has none or cannot be read
	Source    string // the publisher that the entry names, "" when none
}

// Parse reads a feed that was found at place, a URL or a file path.
func Parse(data []byte, place string) (f Feed, err error) {
	defer func() { // gofeed panics on some JSON feeds
		if r := recover(); r != nil {
			err = fmt.Errorf("read feed %s: parser failed: %v", place, r)
		}
	}()
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true
	g, perr := p.Parse(bytes.NewReader(data))
	if errors.Is(perr, gofeed.ErrFeedTypeNotDetected) {
		return Feed{}, fmt.Errorf("read feed %s: %w: it begins with %.40q", place, ErrNotAFeed, bytes.TrimSpace(data[:min(len(data), 200)]))
	}
	if perr != nil {
		return Feed{}, fmt.Errorf("read feed %s: %w", place, perr)
	}
	f.Title = strings.TrimSpace(g.Title)
	for i, it := range g.Items {
		e := Entry{Title: strings.TrimSpace(it.Title), Published: published(it)}
		e.Link, e.URL = links(it, place)
		e.Source = source(g.OriginalFeed(), i)
		f.Entries = append(f.Entries, e)
	}
	return f, nil
}

func published(it *gofeed.Item) string {
	for _, raw := range []string{it.Published, it.Updated} {
		raw = strings.TrimSpace(raw)
		if t, err := time.Parse(time.RFC3339, raw); err == nil {
			return t.Format(time.RFC3339)
		}
		if t, err := mail.ParseDate(raw); err == nil {
			return t.Format(time.RFC3339)
		}
		if t, err := time.Parse(time.DateOnly, raw); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	if t := it.PublishedParsed; t != nil && t.Year() > 1900 && t.Year() < 2200 {
		return t.Format(time.RFC3339)
	}
	return ""
}

// links returns where an entry's page is and what the article's address is.
func links(it *gofeed.Item, place string) (page, address string) {
	page = Resolve(it.Link, place)
	if page == "" {
		page = Resolve(it.GUID, place)
	}
	switch {
	case isWeb(page):
		address = page
	case isWeb(it.GUID):
		address = it.GUID
	default:
		address = page
	}
	return page, address
}

// Resolve returns ref as seen from place, a URL or a file path: an http(s) URL, a file path, or "" where it is neither.
func Resolve(ref, place string) string {
	ref = strings.TrimSpace(ref)
	u, err := url.Parse(ref)
	if err != nil || ref == "" {
		return ""
	}
	switch {
	case isWeb(ref):
		return ref
	case u.Scheme != "":
		return ""
	case isWeb(place):
		base, err := url.Parse(place)
		if err != nil {
			return ""
		}
		return base.ResolveReference(u).String()
	}
	return filepath.Join(filepath.Dir(place), filepath.FromSlash(u.Path))
}

func isWeb(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }

// source returns the publisher that entry i names for itself; gofeed's common form drops it.
func source(original any, i int) string {
	switch o := original.(type) {
	case *rss.Feed:
		if i < len(o.Items) && o.Items[i].Source != nil {
			return strings.TrimSpace(o.Items[i].Source.Title)
		}
	case *atom.Feed:
		if i < len(o.Entries) && o.Entries[i].Source != nil {
			return strings.TrimSpace(o.Entries[i].Source.Title)
		}
	}
	return ""
}
