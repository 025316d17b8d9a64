package feed

import (
	"bytes"
	"fmt"
)

// A dialect is how a kind of XML feed is built.
type dialect struct {
	root         string // local name of its root
	item         string
	before, last string // what stands round an item inside the root
}

var dialects = []dialect{
	{root: "rss", item: "item", before: "<channel>", last: "</channel>"},
	{root: "rdf", item: "item"},
	{root: "feed", item: "entry"},
}

func parseXML(data []byte, place string) (Feed, error) {
	start := data[:min(len(data), 40)]
	data = rootOnly(data)
	root, problem := scanXML(data)
	prefix, name := tagName(root)
	if name == "urlset" || name == "sitemapindex" {
		return parseSitemap(data, place)
	}
	var d *dialect
	for i := range dialects {
		if dialects[i].root == name {
			d = &dialects[i]
		}
	}
	if d == nil {
		return Feed{}, fmt.Errorf("%w: it begins with %q; give an RSS, Atom or JSON feed", ErrNotAFeed, start)
	}
	tag := d.item
	if name == "feed" && prefix != "" {
		tag = prefix + ":" + tag
	}
	items, begun := elements(data, tag)
	if problem == nil && len(items) <= maxEntries {
		g, err := parse(data)
		if err == nil {
			return Feed{Title: plain(g.Title), Entries: entries(g, place)}, nil
		}
		problem = err
	}
	if problem == nil {
		problem = fmt.Errorf("more than %d entries", maxEntries)
	}
	f := salvage(data, root, *d, items, place)
	f.Partial, f.LeftOut, f.Why = true, max(begun-len(f.Entries), 0), problem.Error()
	if len(f.Entries) == 0 {
		return Feed{}, fmt.Errorf("%w: %w", ErrBroken, problem)
	}
	return f, nil
}

// salvage reads the entries that are whole: all at once where they stand the parser, else one by one.
func salvage(data, root []byte, d dialect, items [][]byte, place string) (f Feed) {
	var whole [][]byte
	for _, it := range items[:min(len(items), maxEntries)] {
		if _, err := scanXML(it); err == nil {
			whole = append(whole, it)
		}
	}
	end := []byte("</" + string(fullName(root)) + ">")
	open := append(bytes.Clone(root), d.before...)
	shut := append([]byte(d.last), end...)
	if head, _, ok := bytes.Cut(data, append([]byte("<"), d.item...)); ok {
		head = append(bytes.Clone(head), shut...)
		if _, err := scanXML(head); err == nil {
			if g, err := parse(head); err == nil {
				f.Title = plain(g.Title)
			}
		}
	}
	if g, err := parse(join(open, bytes.Join(whole, nil), shut)); err == nil && len(g.Items) == len(whole) {
		f.Entries = entries(g, place)
		return f
	}
	for _, it := range whole {
		if g, err := parse(join(open, it, shut)); err == nil {
			f.Entries = append(f.Entries, entries(g, place)...)
		}
	}
	return f
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// elements finds the elements of a name by their tags alone, so that a broken one does not hide those behind it, and counts how many begin.
func elements(data []byte, name string) (out [][]byte, begun int) {
	open, shut := []byte("<"+name), []byte("</"+name+">")
	end := 0 // of the first element that ends behind at; -1 when none does
	for at := nextTag(data, open, 0); at >= 0; {
		begun++
		next := nextTag(data, open, at+len(open))
		if end >= 0 && end <= at {
			if end = bytes.Index(data[at:], shut); end >= 0 {
				end += at + len(shut)
			}
		}
		if end < 0 {
			at = next
			continue
		}
		// An item that has no end before the next begins is broken; one inside a CDATA section begins none.
		if next < 0 || end <= next || inCDATA(data[at:next]) {
			out = append(out, data[at:end])
			next = nextTag(data, open, end)
		}
		at = next
	}
	return out, begun
}

func inCDATA(data []byte) bool {
	return bytes.LastIndex(data, []byte("<![CDATA[")) > bytes.LastIndex(data, []byte("]]>"))
}

// nextTag returns where a start tag begins, not "<items" for "<item".
func nextTag(data, open []byte, from int) int {
	for from < len(data) {
		k := bytes.Index(data[from:], open)
		if k < 0 {
			return -1
		}
		from += k
		if after := from + len(open); after < len(data) && bytes.IndexByte([]byte(" \t\r\n>/"), data[after]) >= 0 {
			return from
		}
		from += len(open)
	}
	return -1
}

// fullName returns a start tag's name with its prefix.
func fullName(tag []byte) []byte {
	tag = bytes.TrimPrefix(tag, []byte("<"))
	if k := bytes.IndexAny(tag, " \t\r\n/>"); k >= 0 {
		tag = tag[:k]
	}
	return tag
}

// tagName returns a start tag's prefix and local name, the latter in small letters.
func tagName(tag []byte) (prefix, local string) {
	name := fullName(tag)
	if p, l, ok := bytes.Cut(name, []byte(":")); ok {
		return string(p), string(bytes.ToLower(l))
	}
	return "", string(bytes.ToLower(name))
}
