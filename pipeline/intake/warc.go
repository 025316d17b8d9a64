package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"os"
	"strconv"
	"strings"

	"crosstally/pipeline/article"
	"crosstally/pipeline/fetch"
)

// warc reads the pages of a WARC 1.0 or 1.1 file, plain or with a gzip member for each record. Records that hold no page
// (requests, images, metadata) are passed over; a cut last record is an error, and the records before it are read.
func (w *walk) warc(path string, from place, tell func(func() place)) {
	f, err := os.Open(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	defer f.Close()
	in, err := openMembers(f, from)
	if err != nil {
		w.fail(path, classed(BrokenIn, "read %s: %w", path, err))
		return
	}
	n := from.number
	tell(func() place { p := in.at(); p.number = n; return p })
	for !w.done {
		n++
		err := w.warcRecord(in.Reader, path, n)
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return
		}
		if err != nil {
			if err = fmt.Errorf("read %s: record %d: %w", path, n, err); n > 1 {
				err = fmt.Errorf("%w; the records before it are read", err)
			}
			w.fail(path, &Error{BrokenIn, err})
			return
		}
	}
}

// warcRecord reads one record whole. io.EOF means that the file ended before it.
func (w *walk) warcRecord(in *bufio.Reader, path string, n int) error {
	version, err := warcVersion(in)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(version, "WARC/1.") {
		return fmt.Errorf("not a WARC record: it begins with %.20q", version)
	}
	h, err := textproto.NewReader(in).ReadMIMEHeader()
	if err != nil {
		return fmt.Errorf("header: %w", unexpected(err))
	}
	length, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return fmt.Errorf("Content-Length %q is no length", h.Get("Content-Length"))
	}
	// The block is read whole before it is looked into: a cut record gives no half page.
	block, err := io.ReadAll(io.LimitReader(in, min(length, w.limit()+maxHTTPHeader)))
	if err != nil {
		return unexpected(err)
	}
	if rest := length - int64(len(block)); rest > 0 {
		if skipped, err := io.CopyN(io.Discard, in, rest); err != nil || skipped < rest {
			return unexpected(err)
		}
	}
	if target := strings.Trim(h.Get("WARC-Target-URI"), "<>"); isWeb(target) {
		w.warcPage(bytes.NewReader(block), h, target, fmt.Sprintf("%s record %d", path, n))
	}
	return nil
}

// maxHTTPHeader is how much of a record may lie before the page, in bytes.
const maxHTTPHeader = 1 << 20

// warcVersion reads the version line, past the blank lines that end the record before.
func warcVersion(in *bufio.Reader) (string, error) {
	for {
		line, err := in.ReadString('\n')
		if text := strings.TrimSpace(line); text != "" {
			return text, nil
		}
		if err != nil {
			return "", err
		}
	}
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// warcPage emits the page of a response or resource record, and a revisit as known.
func (w *walk) warcPage(block io.Reader, h textproto.MIMEHeader, target, place string) {
	rec := article.Record{URL: target, Place: target}
	switch h.Get("WARC-Type") {
	case "revisit":
		w.emit(Item{Record: rec, Place: place, Known: 1})
	case "resource":
		if isPage(h.Get("Content-Type")) {
			w.warcBody(block, "", h.Get("Content-Type"), rec, place)
		}
	case "response":
		res, err := http.ReadResponse(bufio.NewReader(block), nil)
		if err != nil {
			w.fail(place, classed(BrokenIn, "%s: %s: no HTTP response in it: %w", place, target, err))
			return
		}
		defer res.Body.Close()
		switch {
		case !isPage(res.Header.Get("Content-Type")):
		case res.StatusCode != http.StatusOK:
			w.fail(place, classed(fetch.HTTP, "%s: %s: status %s", place, target, res.Status))
		default:
			w.warcBody(res.Body, res.Header.Get("Content-Encoding"), res.Header.Get("Content-Type"), rec, place)
		}
	}
}

func (w *walk) warcBody(body io.Reader, encoding, contentType string, rec article.Record, place string) {
	raw, err := fetch.Decode(body, encoding, w.limit())
	if err != nil {
		w.fail(place, &fetch.Error{URL: rec.URL, Class: decodeClass(err), Err: fmt.Errorf("%s: %w", place, err)})
		return
	}
	rec.HTML = string(fetch.UTF8(raw, contentType))
	w.emit(Item{Record: rec, Place: place})
}

func decodeClass(err error) Class {
	switch {
	case errors.Is(err, fetch.ErrTooLarge):
		return fetch.TooLarge
	case errors.Is(err, fetch.ErrEncoding):
		return fetch.Encoding
	}
	return fetch.Incomplete
}

func isPage(contentType string) bool {
	ct := strings.ToLower(contentType)
	return strings.HasPrefix(ct, "text/html") || strings.HasPrefix(ct, "application/xhtml")
}
