package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"crosstally/pipeline/article"
	"crosstally/pipeline/feed"
)

// web reads a feed, list or page from the web, unless it is as it was when it was last read.
func (w *walk) web(address string) {
	key := InputKey(address)
	was := w.recall(key)[key]
	res, err := w.r.Client.GetIf(w.ctx, address, was.State)
	if err != nil {
		if was.Kind == PageNote {
			w.fail(address, err, was.lost(key, err, w.now())...)
		} else {
			w.fail(address, err, was.bad(key, was.Kind, err, w.now()))
		}
		return
	}
	note := was.good(key, was.Kind, res.State, w.now())
	if res.Moved != "" {
		note.Moved = res.Moved
	}
	if res.NotModified {
		for _, b := range was.Barren {
			w.fail(b.Place, &Error{b.Class, errors.New(b.Why)})
		}
		w.unchanged(was, note, Item{Place: address})
		return
	}
	note.Barren = nil
	base := where(res.URL)
	switch kind(res.Body, base) {
	case "feed":
		note.Kind = FeedNote
		w.feed(res.Body, base, was, &note)
	case "html", "text":
		wanted := w.feeds || was.Kind == FeedNote
		if its := feed.Discover(res.Body, base); its != "" && (isFrontPage(base) || wanted) && !w.discovered {
			w.discovered = true // a feed that is a front page again is read as one
			w.input(its)
			w.discovered = false
			return
		}
		if wanted {
			err := classed(NotAFeed, "read feed %s: a page came in its place", address)
			w.fail(address, err, was.bad(key, FeedNote, err, w.now()))
			return
		}
		w.page(res.Body, article.Record{Place: base}, address, note)
	default:
		w.document(res.Body, base)
	}
}

// where is a URL that relative links are seen from, without the credentials that it was asked with.
func where(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	u.User = nil
	return u.String()
}

// isFrontPage reports a site's first page, which has a feed and no article.
func isFrontPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

func (w *walk) now() time.Time {
	if w.r.Now != nil {
		return w.r.Now()
	}
	return time.Now()
}

// unchanged hands on what its server says is as it was: with what came of it then.
func (w *walk) unchanged(was, note Note, it Item, more ...Note) {
	if was.barren() {
		note.Class, note.Why = was.Class, was.Why
		it.Record, it.Err = article.Record{}, earlier(was)
	} else {
		if it.Record, it.Known = (article.Record{}), 1; was.Kind == FeedNote {
			it.Known = was.Pages
			for _, b := range was.Barren {
				if b.Class != Partial { // which is no entry
					it.Known--
				}
			}
		}
	}
	it.Notes = append(more, note.found()...)
	w.emit(it)
}

// earlier is why an address was refused the last time.
func earlier(was Note) error { return &Error{was.Class, errors.New(was.Why)} }

// page hands on a page with the notes that are to be kept of it.
func (w *walk) page(body []byte, rec article.Record, place string, note Note, more ...Note) {
	note.Kind = PageNote
	if note.First.IsZero() {
		note.First = note.OK
	}
	w.emit(Item{Record: withBody(rec, body), Place: place, Notes: append(more, note.found()...)})
}

// visited hands on what came of a visit to a page that a feed lists or that is read again, with the notes that are to be kept of it.
func (w *walk) visited(v *visit, weight int, rec article.Record, place string, note Note, more ...Note) {
	it := Item{Record: rec, Place: place, visit: v, weight: weight}
	switch {
	case v.res.NotModified:
		w.unchanged(v.was, note, it, more...)
		return
	case note.First.IsZero():
		note.First = note.OK
	}
	it.Notes = append(more, note.found()...)
	w.emit(it)
}

// withBody puts a page or a plain text into a record.
func withBody(rec article.Record, body []byte) article.Record {
	if kind(body, rec.Place) == "text" {
		rec.Text = string(body)
	} else {
		rec.HTML = string(body)
	}
	return rec
}

// feed reads the entries of a feed, then hands on its own note, which holds only when they have all been stored.
func (w *walk) feed(data []byte, place string, was Note, note *Note) {
	f, err := feed.Parse(data, place)
	if err != nil {
		if note != nil {
			n := was.bad(note.Key, FeedNote, err, w.now())
			n.Reread()
			w.fail(place, err, n)
			return
		}
		w.fail(place, err)
		return
	}
	if len(f.Lists) > 0 {
		for _, l := range f.Lists {
			if !w.done && !w.listed {
				w.listed = true // an index of indexes ends here
				w.input(l)
				w.listed = false
			}
		}
		return
	}
	if len(f.Entries) == 0 {
		w.fail(place, classed(Empty, "read feed %s: it has no entries", place))
	}
	if f.Partial {
		w.fail(place, classed(Partial, "read feed %s: read in part, %d entries left out: %s", place, f.LeftOut, f.Why))
	}
	notes := w.recallEntries(f.Entries, place)
	for i, e := range f.Entries {
		if w.done {
			return
		}
		w.entry(e, fmt.Sprintf("%s entry %d", place, i+1), e.Key(place), notes)
	}
	if note != nil {
		note.Title, note.Pages = f.Title, len(f.Entries)
		w.emit(Item{Place: place, Notes: []Note{*note}})
	}
}

// recallEntries returns the notes of a feed's entries and of the pages that they link to.
func (w *walk) recallEntries(entries []feed.Entry, place string) map[string]Note {
	if w.r.Memory == nil {
		return nil
	}
	var keys []string
	for _, e := range entries {
		if isWeb(e.Link) {
			keys = append(keys, e.Key(place), e.Link)
		}
	}
	return w.recall(keys...)
}

// entry reads the page of a feed's entry. What the feed lists as it did when the page was read is not asked for again.
func (w *walk) entry(e feed.Entry, place, key string, notes map[string]Note) {
	if e.Link == "" {
		w.fail(place, classed(NoLink, "%s: no http link, file or permalink guid", place))
		return
	}
	rec := w.given(&e)
	place += ": " + e.Link
	if !isWeb(e.Link) {
		w.fileEntry(e, rec, place, key)
		return
	}
	stamp := stamp(e)
	if seen, ok := notes[key]; ok && seen.Stamp == stamp {
		if seen.Class != "" {
			w.fail(place, earlier(seen))
			return
		}
		w.emit(Item{Record: article.Record{URL: e.URL}, Place: place, Known: 1})
		return
	}
	was := notes[e.Link]
	v, weight := w.visit(e.Link, was)
	if v.err != nil {
		w.emit(Item{Place: place, Err: v.err, Notes: was.lost(e.Link, v.err, w.now()), visit: v})
		return
	}
	mine := Note{Key: key, Kind: EntryNote, Stamp: stamp, OK: w.now()}
	note := was.good(e.Link, PageNote, v.res.State, w.now())
	note.Given = &Given{URL: e.URL, Source: e.Source, Published: rec.Published, Title: e.Title, Raw: rec.PublishedRaw, Flag: rec.PublishedFlag}
	if v.res.NotModified && v.was.barren() {
		mine.Class, mine.Why = v.was.Class, v.was.Why
	}
	w.visited(v, weight, rec, place, note, mine)
}

// given is what a feed tells of a page. A date that cannot be right, or that may be one of two, is kept as it is written and
// flagged; the page's own date stands.
func (w *walk) given(e *feed.Entry) article.Record {
	rec := article.Record{URL: e.URL, Source: e.Source, Published: e.Published, Title: e.Title, Place: e.Link}
	if e.Future(w.now()) {
		rec.Published = ""
	}
	switch e.DateFlag {
	case feed.DateFuture, feed.DateAmbiguous, feed.DateUnread, feed.DateUnlikely:
		rec.PublishedRaw, rec.PublishedFlag = e.PublishedRaw, string(e.DateFlag)
	}
	return rec
}

// fileEntry reads the page of a local feed's entry.
func (w *walk) fileEntry(e feed.Entry, rec article.Record, place, key string) {
	var was Note
	var note *Note
	if info, err := os.Stat(e.Link); err == nil {
		was, note = w.fileNote(e.Link, info, FileNote)
	}
	mine := key + stamp(e)
	if was.Stamp == mine && w.unchangedFile(was, rec, place) {
		return
	}
	data, err := w.file(e.Link)
	if err != nil {
		w.fail(place, fmt.Errorf("%s: %w", place, err))
		return
	}
	if note != nil {
		note.Stamp = mine
	}
	w.filePage(data, rec, place, note)
}

// stamp changes when a feed says something new of an entry.
func stamp(e feed.Entry) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{e.GUID, e.PublishedRaw, e.UpdatedRaw}, "\x00")))
	return hex.EncodeToString(sum[:8])
}
