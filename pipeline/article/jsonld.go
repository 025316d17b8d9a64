package article

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// jsonLD reads the article among the objects of one script; broken JSON gives nothing.
func (m *meta) jsonLD(src string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(src)), &v) != nil {
		src = strings.Map(func(r rune) rune { // raw line breaks and tabs in strings are the usual fault
			if r < ' ' {
				return ' '
			}
			return r
		}, src)
		if json.Unmarshal([]byte(strings.TrimSpace(src)), &v) != nil {
			return
		}
	}
	m.ldValue(v, 0)
}

func (m *meta) ldValue(v any, depth int) {
	if depth > 6 {
		return
	}
	switch x := v.(type) {
	case []any:
		for _, e := range x {
			m.ldValue(e, depth+1)
		}
	case map[string]any:
		if g, ok := x["@graph"]; ok {
			m.ldValue(g, depth+1)
		}
		if !isArticleType(x["@type"]) {
			return
		}
		str := func(list *[]string, key string) {
			if s, ok := x[key].(string); ok && strings.TrimSpace(s) != "" {
				*list = append(*list, html.UnescapeString(s))
			}
		}
		if s, ok := x["articleBody"].(string); ok && len(s) > len(m.body) {
			m.body = s
		}
		str(&m.titles, "headline")
		str(&m.published, "datePublished")
		str(&m.published, "dateCreated")
		str(&m.modified, "dateModified")
		m.authors = append(m.authors, ldNames(x["author"])...)
		if names := ldNames(x["publisher"]); len(names) > 0 && m.site == "" {
			m.site = names[0]
		}
	}
}

func isArticleType(t any) bool {
	switch x := t.(type) {
	case string:
		return strings.HasSuffix(x, "Article") || strings.HasSuffix(x, "Posting") || x == "Report"
	case []any:
		for _, e := range x {
			if isArticleType(e) {
				return true
			}
		}
	}
	return false
}

func ldNames(v any) (out []string) {
	switch x := v.(type) {
	case string:
		if !strings.Contains(x, "://") {
			out = append(out, x)
		}
	case []any:
		for _, e := range x {
			out = append(out, ldNames(e)...)
		}
	case map[string]any:
		out = ldNames(x["name"])
	}
	return out
}
