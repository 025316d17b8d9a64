package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// parseJSON reads a JSON Feed item by item, so that one that breaks off or holds nulls and wrong types gives its whole items.
func parseJSON(data []byte, place string) (Feed, error) {
	if err := scanJSON(data); err != nil {
		return Feed{}, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	head, items, problem := jsonParts(data)
	if head == nil || head["version"] == nil && head["items"] == nil && len(items) == 0 {
		return Feed{}, fmt.Errorf("%w: JSON that is no JSON Feed, it begins with %.40q; give an RSS, Atom or JSON feed", ErrNotAFeed, data)
	}
	f := Feed{}
	_ = json.Unmarshal(head["title"], &f.Title) // a title that is no string is none
	f.Title = plain(f.Title)
	seen := len(items)
	for _, raw := range items[:min(seen, maxEntries)] {
		item, ok := tidyItem(raw)
		if !ok {
			continue
		}
		doc, err := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": "", "items": []json.RawMessage{item}})
		if err != nil {
			continue
		}
		if g, err := parse(doc); err == nil {
			f.Entries = append(f.Entries, entries(g, place)...)
		}
	}
	f.LeftOut = seen - len(f.Entries)
	switch {
	case problem != nil:
		f.Why = problem.Error()
	case f.LeftOut > 0:
		f.Why = "items that cannot be read"
	}
	f.Partial = f.Why != ""
	if len(f.Entries) == 0 && f.Partial {
		return Feed{}, fmt.Errorf("%w: %s", ErrBroken, f.Why)
	}
	return f, nil
}

// scanJSON refuses nesting that parsers would follow on the stack.
func scanJSON(data []byte) error {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch b := data[i]; {
		case quoted:
			if b == '\\' {
				i++
			} else if b == '"' {
				quoted = false
			}
		case b == '"':
			quoted = true
		case b == '{' || b == '[':
			if depth++; depth > maxDepth {
				return errTooDeep
			}
		case b == '}' || b == ']':
			depth--
		}
	}
	return nil
}

// jsonParts returns the members of the top object, without items, and the items that are whole.
func jsonParts(data []byte) (head map[string]json.RawMessage, items []json.RawMessage, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, nil, err
	}
	head = map[string]json.RawMessage{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return head, items, broken(err)
		}
		if key != "items" {
			var v json.RawMessage
			if err := dec.Decode(&v); err != nil {
				return head, items, broken(err)
			}
			head[key.(string)] = v // the last of equal keys stands
			continue
		}
		open, err := dec.Token()
		if err != nil {
			return head, items, broken(err)
		}
		if open != json.Delim('[') {
			if open == json.Delim('{') {
				return head, items, errors.New("items is no list")
			}
			continue
		}
		for dec.More() {
			var v json.RawMessage
			if err := dec.Decode(&v); err != nil {
				return head, items, broken(err)
			}
			items = append(items, v)
		}
		if _, err := dec.Token(); err != nil {
			return head, items, broken(err)
		}
	}
	if _, err := dec.Token(); err != nil {
		return head, items, broken(err)
	}
	return head, items, nil
}

func broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errCut
	}
	return err
}

// tidyItem keeps the members that are read, as the strings that they should be.
func tidyItem(raw json.RawMessage) (json.RawMessage, bool) {
	var in map[string]json.RawMessage
	if json.Unmarshal(raw, &in) != nil || in == nil {
		return nil, false
	}
	out := map[string]string{}
	for _, key := range []string{"id", "url", "external_url", "title", "date_published", "date_modified"} {
		var s string
		if json.Unmarshal(in[key], &s) == nil {
			out[key] = s
			continue
		}
		var n json.Number
		if key == "id" && json.Unmarshal(in[key], &n) == nil {
			out[key] = n.String()
		}
	}
	if out["url"] == "" && out["id"] == "" && out["title"] == "" {
		return nil, false
	}
	b, err := json.Marshal(out)
	return b, err == nil
}
