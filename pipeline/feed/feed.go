// Package feed reads RSS, Atom and JSON feeds, news sitemaps and OPML lists.
//
// In:  UTF-8 bytes that were fetched or read, and where they came from. Out: a Feed with entries in feed order.
// gofeed parses; it never fetches. What could hurt it is looked for before (scan.go), what it refuses is taken apart and its whole
// entries are kept (salvage.go): a feed that broke off is Partial, not lost. Links are resolved against the feed's own place, dates
// kept as written beside what they say (dates.go). Entities and external references are never followed.
package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"
)

// Errors of Parse.
var (
	ErrNotAFeed = errors.New("not a feed")
	ErrBroken   = errors.New("broken feed") // it is one, but holds no entry that is whole
)

const (
	maxEntries = 10_000 // of one feed; the newest come first in nearly all
	maxTitle   = 1000   // bytes
)

// A Feed is a list of entries.
type Feed struct {
	Title   string
	Entries []Entry
	Lists   []string // of an index of sitemaps: those to be read in its place
	Partial bool     // entries or parts of it are missing: it broke off, or some were broken
	LeftOut int      // entries that were seen and not read
	Why     string   // what was wrong where Partial
}

// An Entry is one article as a feed lists it.
type Entry struct {
	Link         string // where the page is: an http(s) URL or, for a local feed, a file path
	URL          string // the article's own address: the link if it is a URL, else the permalink guid
	GUID         string // as given
	Title        string
	Published    string   // RFC 3339 with the feed's zone, a local time without one, or a date; "" when it has none or cannot be read
	PublishedRaw string   // as the feed gives it
	UpdatedRaw   string   // when the feed says that it was last changed, as it says so
	DateFlag     DateFlag // what is wrong with it
	Source       string   // the publisher that the entry names, "" when none
}

// Key tells entries of one feed apart where guids are missing, shared or used again: it depends on feed, guid, link and title.
func (e Entry) Key(feed string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{feed, e.GUID, e.Link, e.Title}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// Parse reads a feed that was found at place, a URL or a file path.
func Parse(data []byte, place string) (Feed, error) {
	data = bytes.TrimLeft(data, "\ufeff \t\r\n")
	var f Feed
	var err error
	switch {
	case len(data) == 0:
		err = fmt.Errorf("%w: it is empty", ErrNotAFeed)
	case data[0] == '{' || data[0] == '[':
		f, err = parseJSON(data, place)
	default:
		f, err = parseXML(data, place)
	}
	if err != nil {
		return Feed{}, fmt.Errorf("read feed %s: %w", place, err)
	}
	return f, nil
}

// parse runs gofeed, whose panics on odd input are errors of this feed alone.
func parse(data []byte) (g *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			g, err = nil, fmt.Errorf("parser failed: %v", r)
		}
	}()
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true
	return p.Parse(bytes.NewReader(data))
}

// entries reads gofeed's common form, and what only the original form has.
func entries(g *gofeed.Feed, place string) (out []Entry) {
	for i, it := range g.Items {
		if it == nil {
			continue
		}
		source, permalink := original(g.OriginalFeed(), i)
		guid := strings.TrimSpace(it.GUID)
		e := Entry{Title: plain(it.Title), GUID: guid, Source: plain(source), UpdatedRaw: strings.TrimSpace(it.Updated)}
		for _, raw := range []string{it.Published, it.Updated} {
			if e.PublishedRaw = strings.TrimSpace(raw); e.PublishedRaw != "" {
				break
			}
		}
		e.Published, e.DateFlag = readDate(e.PublishedRaw)
		if !permalink {
			guid = ""
		}
		e.Link, e.URL = links(it.Link, guid, place)
		out = append(out, e)
	}
	return out
}

// original returns the publisher that entry i names for itself and whether its guid may be an address; gofeed's common form drops both.
func original(feed any, i int) (source string, permalink bool) {
	switch o := feed.(type) {
	case *rss.Feed:
		if i < len(o.Items) {
			it := o.Items[i]
			if it.Source != nil {
				source = it.Source.Title
			}
			return source, it.GUID == nil || !strings.EqualFold(strings.TrimSpace(it.GUID.IsPermalink), "false")
		}
	case *atom.Feed:
		if i < len(o.Entries) && o.Entries[i].Source != nil {
			source = o.Entries[i].Source.Title
		}
	}
	return source, true
}

// tag finds the markup that some feeds leave in titles, and no "5 < 6".
var tag = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)

// plain makes one line of plain text of a title: tags, control and directional characters and entities that were escaped twice are undone.
func plain(s string) string {
	s = tag.ReplaceAllString(html.UnescapeString(s), " ")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxTitle {
		s = strings.ToValidUTF8(s[:maxTitle], "")
	}
	return s
}
