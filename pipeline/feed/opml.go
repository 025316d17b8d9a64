package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
)

// An Outline is one feed of an OPML list.
type Outline struct {
	Title string
	URL   string // resolved against the list's place
}

// ParseOPML reads the feeds of an OPML list, nested folders included.
func ParseOPML(data []byte, place string) ([]Outline, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	var out []Outline
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("read OPML %s: %w", place, err)
		}
		se, ok := tok.(xml.StartElement)
		if !ok || se.Name.Local != "outline" {
			continue
		}
		var o Outline
		for _, a := range se.Attr {
			switch a.Name.Local {
			case "xmlUrl":
				o.URL = Resolve(a.Value, place)
			case "title", "text":
				o.Title = a.Value
			}
		}
		if o.URL != "" {
			out = append(out, o)
		}
	}
}
