package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxLists is how many sitemaps of an index are read.
const maxLists = 20

// parseSitemap reads a news sitemap as a feed: addresses with title, publication and date where it gives them. Of an index it gives
// the sitemaps that are of news by their name.
func parseSitemap(data []byte, place string) (Feed, error) {
	dec := decoder(data)
	f := Feed{}
	var e Entry
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		if err != nil {
			if f.Partial, f.Why = true, err.Error(); len(f.Entries) == 0 {
				return Feed{}, fmt.Errorf("%w: %w", ErrBroken, err)
			}
			return f, nil
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "url", "sitemap":
				e = Entry{}
			case "loc":
				e.Link = Resolve(text(dec), place)
			case "title":
				e.Title = plain(text(dec))
			case "name":
				e.Source = plain(text(dec))
			case "publication_date":
				e.PublishedRaw = text(dec)
			}
		case xml.EndElement:
			if t.Name.Local == "sitemap" && strings.Contains(strings.ToLower(path.Base(e.Link)), "news") && len(f.Lists) < maxLists {
				f.Lists = append(f.Lists, e.Link)
			}
			if t.Name.Local != "url" || e.Link == "" {
				continue
			}
			if len(f.Entries) == maxEntries {
				f.Partial, f.Why, f.LeftOut = true, fmt.Sprintf("more than %d entries", maxEntries), f.LeftOut+1
				continue
			}
			e.URL = e.Link
			e.Published, e.DateFlag = readDate(e.PublishedRaw)
			f.Entries = append(f.Entries, e)
		}
	}
}

// decoder reads XML that was brought to UTF-8, whatever its declaration says, and bears small faults.
func decoder(data []byte) *xml.Decoder {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return dec
}

// text returns the characters up to the next tag.
func text(dec *xml.Decoder) string {
	var b strings.Builder
	for {
		tok, err := dec.Token()
		if err != nil {
			return strings.TrimSpace(b.String())
		}
		chars, ok := tok.(xml.CharData)
		if !ok {
			return strings.TrimSpace(b.String())
		}
		b.Write(chars)
	}
}
