package intake

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"crosstally/pipeline/article"
	"crosstally/pipeline/fetch"
)

// A Note is what a run learnt of an address, for the next one.
type Note struct {
	Key   string      `json:"-"` // InputKey of an input, the URL of a page that a feed links to, the key of a feed's entry
	Kind  NoteKind    `json:"kind,omitempty"`
	State fetch.State `json:"state,omitzero"`
	Stamp string      `json:"stamp,omitempty"` // of an entry: what the feed said of it; the page is not asked for while that stays
	Pages int         `json:"pages,omitempty"` // how many a feed listed

	Barren  []Barren    `json:"barren,omitempty"`  // of a feed: what it listed and nothing could be taken from
	Title   string      `json:"title,omitempty"`   // of a feed
	Moved   string      `json:"moved,omitempty"`   // where its server says that it is from now on
	OK      time.Time   `json:"ok,omitzero"`       // when it was last read
	LastNew time.Time   `json:"last_new,omitzero"` // when something of it was last stored
	Failing time.Time   `json:"failing,omitzero"`  // since when it has not been read
	Class   Class       `json:"class,omitempty"`   // why it was refused the last time
	Why     string      `json:"why,omitempty"`     //
	Given   *Given      `json:"given,omitempty"`   // of a page: what the feed said of it
	First   time.Time   `json:"first,omitzero"`    // of a page: when it was first read
	Gone    *Withdrawal `json:"gone,omitempty"`    // of a page that was read and is no longer there
	Robots  []byte      `json:"robots,omitempty"`  // of an origin

	// Of a local file, which is the same as long as size and time of change are:
	Size    int64 `json:"size,omitempty"`
	Changed int64 `json:"changed,omitempty"` // nanoseconds since 1970
	// Of an archive: how far it has been read, how many Pages that gave, how many were refused, and whether that is all of it.
	Offset  int64 `json:"offset,omitempty"`
	Skip    int64 `json:"skip,omitempty"` // unpacked bytes behind Offset, which is where a gzip member begins
	Number  int   `json:"number,omitempty"`
	Refused int   `json:"refused,omitempty"`
	Whole   bool  `json:"whole,omitempty"`
}

// Given is what a feed told of a page, so that the page can be read again alone with the same result.
type Given struct {
	URL       string `json:"url,omitempty"`
	Source    string `json:"source,omitempty"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title,omitempty"`
	Raw       string `json:"raw,omitempty"`  // the date as it is written, where it is flagged
	Flag      string `json:"flag,omitempty"` //
}

// A Barren is what a feed lists and nothing can be taken from, which asking again would not change.
type Barren struct {
	Place string `json:"place"`
	Class Class  `json:"class"`
	Why   string `json:"why"`
}

// maxBarren is how much of that is noted; a feed with more of it is read in full each time.
const maxBarren = 100

// Lasts reports a reason for which a page is refused until it changes: a feed that is as it was gives the same again.
func Lasts(err error) bool {
	switch ClassOf(err) {
	case Partial, NoLink, Budget, Forgotten:
		return true
	case NoArticle:
		return !errors.Is(err, article.ErrGate)
	}
	return false
}

// A Withdrawal says that a page which was read is no longer there.
type Withdrawal struct {
	Status int       `json:"status"` // 404 or 410
	When   time.Time `json:"when"`   // when that was first seen
}

// GonePrefix begins the keys of the notes on withdrawn articles, by the article's URL.
const GonePrefix = "gone "

// Due is when a page is to be read again: 24 hours and 7 days after it was first read; zero when that is over.
func (n Note) Due() time.Time {
	if n.First.IsZero() || n.Gone != nil {
		return time.Time{}
	}
	for _, after := range [...]time.Duration{24 * time.Hour, 7 * 24 * time.Hour} {
		if at := n.First.Add(after); n.OK.Before(at) {
			return at
		}
	}
	return time.Time{}
}

// keepFor is how long a note on a page or an entry is kept after its page was last read: feeds seldom list older ones, and one that
// does costs a request.
const keepFor = 60 * 24 * time.Hour

// Expires is when a note may be dropped; zero for those that stay.
func (n Note) Expires() time.Time {
	switch {
	case n.Kind != PageNote && n.Kind != EntryNote, strings.HasPrefix(n.Key, InputPrefix):
		return time.Time{}
	case n.OK.IsZero(): // it was never read
		return n.Failing.Add(keepFor)
	}
	return n.OK.Add(keepFor)
}

// NoteKind is what an address is.
type NoteKind string

// The kinds of addresses.
const (
	FeedNote    NoteKind = "feed"
	PageNote    NoteKind = "page"
	EntryNote   NoteKind = "entry"   // of a feed; its key is feed.Entry.Key
	OriginNote  NoteKind = "origin"  // of a robots.txt; its key is "robots " and the scheme and host
	GoneNote    NoteKind = "gone"    // of a withdrawn article
	FileNote    NoteKind = "file"    // a local page; its key is "file " and the path
	ArchiveNote NoteKind = "archive" // a local file of many records
)

// InputPrefix begins the keys of the notes on inputs.
const InputPrefix = "input "

// InputKey is the key of the note on an input: a feed or page that is named, or listed in OPML.
func InputKey(source string) string { return InputPrefix + source }

// A Memory holds the notes of earlier runs.
type Memory interface {
	// Recall returns the notes that there are of keys.
	Recall(keys ...string) (map[string]Note, error)
}

// recall returns the notes of keys; none where nothing is remembered. A memory that cannot be read costs requests, not articles.
func (w *walk) recall(keys ...string) map[string]Note {
	if w.r.Memory == nil {
		return nil
	}
	notes, err := w.r.Memory.Recall(keys...)
	if err != nil {
		return nil
	}
	return notes
}

// good notes that an address was read now.
func (n Note) good(key string, kind NoteKind, st fetch.State, now time.Time) Note {
	n.Key, n.Kind, n.State, n.OK = key, kind, st, now
	n.Failing, n.Class, n.Why = time.Time{}, "", ""
	return n
}

// bad notes that an address could not be read. What is known of its content stays.
func (n Note) bad(key string, kind NoteKind, err error, now time.Time) Note {
	if n.barren() {
		n.Reread() // why it was refused then is about to be forgotten
	}
	n.Key = key
	if n.Kind == "" {
		n.Kind = kind
	}
	if n.Failing.IsZero() {
		n.Failing = now
	}
	n.Class, n.Why = ClassOf(err), err.Error()
	if e := fetchError(err); e != nil {
		n.State.NotBefore = e.State.NotBefore
	}
	return n
}

// lost are the notes on a page that could not be read: also that it was withdrawn, where it was there before.
func (n Note) lost(key string, err error, now time.Time) []Note {
	out := n.bad(key, PageNote, err, now)
	if e := fetchError(err); e != nil && (e.Status == http.StatusNotFound || e.Status == http.StatusGone) && !n.First.IsZero() && n.Gone == nil {
		out.Gone = &Withdrawal{e.Status, now}
		return []Note{out, {Key: GonePrefix + n.article(key), Kind: GoneNote, Gone: out.Gone}}
	}
	return []Note{out}
}

// found are the notes on a page that was read: also that it is there again.
func (n Note) found() []Note {
	if n.Gone == nil {
		return []Note{n}
	}
	n.Gone = nil
	return []Note{n, {Key: GonePrefix + n.article(n.Key), Kind: GoneNote}}
}

// article is the URL of the article that a page gave.
func (n Note) article(key string) string {
	if n.Given != nil && n.Given.URL != "" {
		return n.Given.URL
	}
	return strings.TrimPrefix(key, InputPrefix)
}

// barren reports an address that was read the last time, and nothing could be taken from it.
func (n Note) barren() bool { return n.Class != "" && n.Failing.IsZero() }

// Refuse notes that nothing was taken from a page although it was brought.
func (n *Note) Refuse(err error) {
	switch n.Kind {
	case PageNote, EntryNote, FileNote:
		n.Class, n.Why = ClassOf(err), err.Error()
	}
}

// Settle completes a note on a source, or on an archive in it, by what became of the source in this run: how many were refused and stored,
// what was refused for good, and whether anything was refused that may be had another time. What is not whole is read in full the next
// time, so that its faults are named again and what can be mended is.
func (n *Note) Settle(refused, stored int, barren []Barren, again bool) {
	if n.Refused += refused; n.Kind == ArchiveNote && n.Whole && n.Refused > 0 {
		*n = Note{Key: n.Key}
	}
	if n.Kind != ArchiveNote && refused > 0 {
		if n.Barren = barren; n.Kind != FeedNote || again || len(barren) > maxBarren {
			n.Barren = nil
			n.Reread()
		}
	}
	if stored > 0 {
		n.LastNew = n.OK
	}
}

// Reread lets an address be asked for without conditions the next time.
func (n *Note) Reread() { n.State.ETag, n.State.LastModified = "", "" }
