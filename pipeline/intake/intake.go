// Package intake turns what a user names into article records: feed URLs and files, OPML lists, HTML files, folders,
// article URLs, JSONL files, WARC archives and "-" for JSONL on standard input.
//
// In:  names of inputs. Out: Items in input order; an item is a record or an error that names the input and the place.
// A broken input does not stop the ones after it.
package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"crosstally/pipeline/article"
	"crosstally/pipeline/feed"
	"crosstally/pipeline/fetch"
)

// An Item is one record or the reason why there is none.
type Item struct {
	Record article.Record
	Place  string // where it was read: "feed.xml entry 3: pages/a.html", "articles.jsonl:12"
	Err    error  // names the input and the remedy; Record is empty then
	Known  int    // pages that are as they were when they were last read; Record has no content then
	Source string // the input that it belongs to: a feed's URL, a file, a folder
	Notes  []Note // to be kept once this item and those before it are stored; an item may hold nothing else

	Page    string // of a web page that may be listed more than once: its canonical URL
	Repeats bool   // an item before this one had the Page; Record has no content, and what became of that one became of this

	visit  *visit // that brings the content; nil where Record has it
	weight int    // bytes that it holds
}

// NotesOnly reports an item that brings no page and no error.
func (it Item) NotesOnly() bool {
	return it.Err == nil && it.Known == 0 && it.Record == (article.Record{})
}

// A Reader reads inputs.
type Reader struct {
	Client   *fetch.Client
	Stdin    io.Reader
	MaxBytes int64            // of one page or line; 0 is 5 MB for pages and 64 MB for lines
	Again    []Note           // pages to be read once more after the inputs
	Memory   Memory           // what earlier runs learnt; nil for nothing
	Now      func() time.Time // nil is time.Now
}

// Read calls yield for every item of every input, in order, until yield returns false or ctx ends.
func (r *Reader) Read(ctx context.Context, inputs []string, yield func(Item) bool) {
	w := &walk{ctx: ctx, r: r, visits: &visits{}, yield: func(it Item) bool { return yield(it.taken()) }}
	w.each(inputs)
	w.again(r.Again)
}

// walk is one pass over the inputs; done is set when the consumer wants no more.
type walk struct {
	ctx   context.Context
	r     *Reader
	yield func(Item) bool
	done  bool

	visits *visits // of the whole pass

	source string      // the input that is being read
	mark   func(*Item) // notes how far an archive was read; nil outside of archives

	discovered bool // the input was named by a page as its feed
	listed     bool // the input was named by an index of sitemaps
	feeds      bool // the inputs are named by a list of feeds, so that a page in a feed's place is none
}

func (w *walk) emit(it Item) {
	if w.done || w.ctx.Err() != nil {
		w.done = true
		return
	}
	if it.Source == "" {
		it.Source = w.source
	}
	if w.mark != nil {
		w.mark(&it)
	}
	w.done = !w.yield(it)
}

func (w *walk) fail(place string, err error, notes ...Note) {
	w.emit(Item{Place: place, Err: err, Notes: notes})
}

// classed gives an error its class.
func classed(class Class, format string, args ...any) error {
	return &Error{class, fmt.Errorf(format, args...)}
}

func (w *walk) input(in string) {
	defer func(before string) { w.source = before }(w.source)
	w.source = in
	switch {
	case in == "":
		w.fail("", errors.New("read an input: its name is empty; give a feed, page, folder, JSONL file or URL"))
	case in == "-":
		w.jsonl(w.r.Stdin, "standard input")
	case isWeb(in):
		w.web(in)
	default:
		w.path(in)
	}
}

func isWeb(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

func (w *walk) path(path string) {
	info, err := os.Stat(path)
	if err != nil {
		w.fail(path, missing(path, err))
		return
	}
	if info.IsDir() {
		w.folder(path)
		return
	}
	if !info.Mode().IsRegular() {
		w.pipe(path)
		return
	}
	switch low := strings.ToLower(path); {
	case strings.HasSuffix(low, ".jsonl"), strings.HasSuffix(low, ".ndjson"):
		w.archive(path, info, func(from place, tell func(func() place)) { w.jsonlFile(path, from, tell) })
		return
	case strings.HasSuffix(low, ".warc"), strings.HasSuffix(low, ".warc.gz"):
		w.archive(path, info, func(from place, tell func(func() place)) { w.warc(path, from, tell) })
		return
	}
	was, note := w.fileNote(path, info, FileNote)
	if w.unchangedFile(was, article.Record{Place: path}, path) {
		return
	}
	data, err := w.file(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	switch kind(data, path) {
	case "html", "text":
		w.filePage(data, article.Record{Place: path}, path, note)
	default:
		w.document(data, path)
	}
}

// missing says what may be meant by a name that no file has.
func missing(path string, err error) error {
	scheme, _, isURL := strings.Cut(path, "://")
	switch {
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case scheme == "file":
		return classed(fetch.BadURL, "read %s: only http and https are read by URL; give the file's path alone", path)
	case isURL:
		return classed(fetch.BadURL, "read %s: %s is not read, only http and https are", path, scheme)
	case strings.HasPrefix(path, "www."):
		return fmt.Errorf("read %s: no such file or folder; the site is https://%[1]s", path)
	}
	return fmt.Errorf("read %s: no such file or folder; give a feed, page, folder, JSONL file or URL", path)
}

// pipe reads JSONL from what can be read but once, such as a named pipe or a shell's <(zcat archive.gz).
func (w *walk) pipe(path string) {
	f, err := os.Open(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	defer f.Close()
	w.jsonl(f, path)
}

// unchangedFile hands on what came of a local page before, and reports whether something did.
func (w *walk) unchangedFile(was Note, rec article.Record, place string) bool {
	switch {
	case was.Key == "":
		return false
	case was.barren():
		w.fail(place, earlier(was))
	default:
		w.emit(Item{Record: rec, Place: place, Known: 1})
	}
	return true
}

// filePage hands on a local page, with its note where one can be kept.
func (w *walk) filePage(data []byte, rec article.Record, place string, note *Note) {
	rec.HTML = string(data)
	if kind(data, rec.Place) == "text" {
		rec.HTML, rec.Text = "", string(data)
	}
	it := Item{Record: rec, Place: place}
	if note != nil {
		it.Notes = []Note{*note}
	}
	w.emit(it)
}

// file reads a local page or feed as UTF-8.
func (w *walk) file(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	limit := w.limit()
	raw, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if int64(len(raw)) > limit {
		return nil, fmt.Errorf("read %s: over the limit of %d bytes for a page", path, limit)
	}
	if what := packed(raw); what != "" && !bytes.HasPrefix(raw, utf16LE) && !bytes.HasPrefix(raw, utf16BE) { // pages may be in UTF-16
		return nil, classed(NotAFeed, "read %s: %s", path, what)
	}
	return fetch.UTF8(raw, ""), nil
}

var utf16LE, utf16BE = []byte("\xff\xfe"), []byte("\xfe\xff")

// packed says of a file that is something else in wrapping what it is and how to get at it; "" of any other.
func packed(data []byte) string {
	for _, w := range [...]struct {
		begins []byte
		is     string
	}{
		{[]byte("\x1f\x8b"), "packed with gzip; unpack it, as in zcat FILE | crosstally extract -"},
		{[]byte("PK\x03\x04"), "a zip archive; unpack it and name what is in it"},
		{[]byte("%PDF-"), "a PDF; name the article's page, or its text in a .txt file"},
		{utf16LE, "written in UTF-16; write it as UTF-8, as in iconv -f utf-16 -t utf-8"},
		{utf16BE, "written in UTF-16; write it as UTF-8, as in iconv -f utf-16 -t utf-8"},
	} {
		if bytes.HasPrefix(data, w.begins) {
			return w.is
		}
	}
	return ""
}

func (w *walk) limit() int64 {
	if w.r.MaxBytes > 0 {
		return w.r.MaxBytes
	}
	return 5 << 20
}

// document tells a feed, an OPML list and a page apart by their first bytes.
func (w *walk) document(data []byte, place string) {
	switch kind(data, place) {
	case "empty":
		w.fail(place, classed(Empty, "read %s: empty; a feed or page was expected", place))
	case "opml":
		w.opml(data, place)
	case "feed":
		w.feed(data, place, Note{}, nil)
	case "text":
		w.emit(Item{Record: article.Record{Text: string(data), Place: place}, Place: place})
	case "html":
		w.emit(Item{Record: article.Record{HTML: string(data), Place: place}, Place: place})
	default:
		remedy := ""
		if json.Valid(data) || data[0] == '{' { // one record, a list of them, or a line each
			remedy = "; records are read one a line, from a file named .jsonl or from standard input ('-')"
		}
		w.fail(place, classed(NotAFeed, "read %s: neither a feed nor a page: it begins with %.30q%s", place, data[:min(len(data), 60)], remedy))
	}
}

// kind returns "feed", "opml", "html", "text", "empty" or "".
func kind(data []byte, place string) string {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 4096)], "\xef\xbb\xbf \t\r\n"))
	ext := strings.ToLower(filepath.Ext(place))
	has := func(s string) bool { return bytes.Contains(head, []byte(s)) }
	switch {
	case len(head) == 0:
		return "empty"
	case has("<opml"):
		return "opml"
	case has("<rss"), has("<feed"), has("<rdf:rdf"), has("<urlset"), has("<sitemapindex"), ext == ".rss", ext == ".atom":
		return "feed"
	case head[0] == '{' && has("jsonfeed.org"):
		return "feed"
	case has("<html"), has("<!doctype html"), has("<body"), ext == ".html", ext == ".htm", ext == ".xhtml":
		return "html"
	case ext == ".xml":
		return "feed"
	case ext == ".txt":
		return "text"
	case head[0] == '<':
		return "html"
	}
	return ""
}

func (w *walk) opml(data []byte, place string) {
	list, err := feed.ParseOPML(data, place)
	if err != nil {
		w.fail(place, &Error{BrokenIn, err})
	}
	if len(list) == 0 && err == nil {
		w.fail(place, classed(Empty, "read OPML %s: it lists no feed (no outline with xmlUrl)", place))
	}
	urls := make([]string, len(list))
	for i, o := range list {
		urls[i] = o.URL
	}
	defer func(before bool) { w.feeds = before }(w.feeds)
	w.feeds = true
	w.each(urls)
}

// folder reads every feed, page, list and JSONL file below a folder, in name order; a page that a feed of the folder
// links to is read through the feed alone.
func (w *walk) folder(dir string) {
	var files []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			w.fail(p, err)
			return nil
		}
		if low := strings.ToLower(p); d.Type().IsRegular() && (readable[filepath.Ext(low)] || strings.HasSuffix(low, ".warc.gz")) {
			files = append(files, p)
		}
		return nil
	})
	if err != nil {
		w.fail(dir, err)
	}
	if len(files) == 0 {
		w.fail(dir, classed(Empty, "read folder %s: no feed, page or JSONL file in it", dir))
	}
	linked := w.linked(files)
	for _, f := range files {
		if w.done {
			return
		}
		if !linked[filepath.Clean(f)] {
			w.path(f)
		}
	}
}

var readable = map[string]bool{".html": true, ".htm": true, ".xhtml": true, ".xml": true, ".rss": true, ".atom": true, ".opml": true, ".jsonl": true, ".warc": true, ".ndjson": true, ".txt": true}

// linked returns the files that the feeds among files link to.
func (w *walk) linked(files []string) map[string]bool {
	out := map[string]bool{}
	for _, f := range files {
		switch strings.ToLower(filepath.Ext(f)) {
		case ".xml", ".rss", ".atom":
			if data, err := w.file(f); err == nil && kind(data, f) == "feed" {
				if fd, err := feed.Parse(data, f); err == nil {
					for _, e := range fd.Entries {
						out[filepath.Clean(e.Link)] = true
					}
				}
			}
		}
	}
	return out
}
