package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An Outline is one feed of an OPML list.
type Outline struct {
	Title  string
	URL    string // resolved against the list's place
	Page   string // the site that it belongs to, "" when not given
	Folder string // titles of the folders round it, joined by "/"
}

// ParseOPML reads the feeds of an OPML list, nested folders included, each address once. Where the list breaks off it returns the feeds
// before the break with the error.
func ParseOPML(data []byte, place string) ([]Outline, error) {
	data = clean(data)
	if _, err := scanXML(data); errors.Is(err, errTooDeep) || errors.Is(err, errBigTag) {
		return nil, fmt.Errorf("read OPML %s: %w", place, err)
	}
	dec := decoder(data)
	var out []Outline
	var folders []string // titles of the open outlines
	seen := map[string]bool{}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("read OPML %s: %w", place, err)
		}
		switch t := tok.(type) {
		case xml.EndElement:
			if t.Name.Local == "outline" && len(folders) > 0 {
				folders = folders[:len(folders)-1]
			}
		case xml.StartElement:
			if t.Name.Local != "outline" {
				continue
			}
			o := outline(t.Attr, place)
			o.Folder = strings.Join(folders, "/")
			if o.URL != "" && !seen[o.URL] {
				seen[o.URL] = true
				out = append(out, o)
			}
			folders = append(folders, o.Title)
		}
	}
}

func outline(attrs []xml.Attr, place string) (o Outline) {
	text := ""
	for _, a := range attrs {
		switch strings.ToLower(a.Name.Local) {
		case "xmlurl":
			o.URL = Resolve(a.Value, place)
		case "htmlurl":
			o.Page = Resolve(a.Value, place)
		case "title":
			o.Title = plain(a.Value)
		case "text":
			text = plain(a.Value)
		}
	}
	if o.Title == "" {
		o.Title = text
	}
	return o
}

// WriteOPML writes a list of feeds as OPML 2.0, those of one folder together in order of their first feed.
func WriteOPML(w io.Writer, title string, list []Outline) error {
	type outlineXML struct {
		XMLName xml.Name `xml:"outline"`
		Text    string   `xml:"text,attr"`
		Type    string   `xml:"type,attr,omitempty"`
		XMLURL  string   `xml:"xmlUrl,attr,omitempty"`
		HTMLURL string   `xml:"htmlUrl,attr,omitempty"`
		Feeds   []any    `xml:",any"`
	}
	type opmlXML struct {
		XMLName xml.Name `xml:"opml"`
		Version string   `xml:"version,attr"`
		Title   string   `xml:"head>title"`
		Body    []any    `xml:"body>outline"`
	}
	doc := opmlXML{Version: "2.0", Title: title}
	folders := map[string]*outlineXML{}
	for _, o := range list {
		feed := &outlineXML{Text: o.Title, Type: "rss", XMLURL: o.URL, HTMLURL: o.Page}
		if feed.Text == "" {
			feed.Text = o.URL
		}
		if o.Folder == "" {
			doc.Body = append(doc.Body, feed)
			continue
		}
		f := folders[o.Folder]
		if f == nil {
			f = &outlineXML{Text: o.Folder}
			folders[o.Folder] = f
			doc.Body = append(doc.Body, f)
		}
		f.Feeds = append(f.Feeds, feed)
	}
	b, err := xml.MarshalIndent(doc, "", "  ")
	if err == nil {
		_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, b)
	}
	if err != nil {
		return fmt.Errorf("write OPML: %w", err)
	}
	return nil
}
