package article

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says of itself, best source first in each list.
type meta struct {
	titles, published, modified []string
	authors                     []string
	site, language, canonical   string
}

// readMeta reads JSON-LD, OpenGraph and other meta elements, microdata and visible marks.
func readMeta(doc *goquery.Document) *meta {
	m := &meta{}
	m.language, _ = doc.Find("html").Attr("lang")
	if m.language == "" {
		m.language, _ = doc.Find("html").Attr("xml:lang")
	}
	doc.Find(`script[type="application/ld+json"]`).Each(func(_ int, s *goquery.Selection) { m.jsonLD(raw(s.Nodes[0])) })
	tags := map[string]string{}
	doc.Find("meta").Each(func(_ int, s *goquery.Selection) {
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			if k, ok := s.Attr(key); ok {
				k = strings.ToLower(strings.TrimSpace(k))
				if v := strings.TrimSpace(s.AttrOr("content", "")); v != "" && tags[k] == "" {
					tags[k] = v
				}
			}
		}
	})
	add := func(list *[]string, keys ...string) {
		for _, k := range keys {
			if v := tags[k]; v != "" {
				*list = append(*list, v)
			}
		}
	}
	add(&m.titles, "og:title", "headline", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "sailthru.title")
	add(&m.published, "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date",
		"sailthru.date", "parsely-pub-date", "article.published", "published_time_telegram", "publication_date", "cxenseparse:recs:publishtime", "citation_date", "bt:pubdate")
	add(&m.modified, "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
	if len(m.authors) == 0 {
		add(&m.authors, "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
		if len(m.authors) > 1 {
			m.authors = m.authors[:1]
		}
	}
	if m.site == "" {
		m.site = tags["og:site_name"]
	}
	if m.site == "" {
		m.site = tags["application-name"]
	}
	if m.canonical, _ = doc.Find(`link[rel="canonical"]`).Attr("href"); m.canonical == "" {
		m.canonical = tags["og:url"]
	}
	m.visible(doc)
	return m
}

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
		return strings.HasSuffix(x, "Article") || strings.HasSuffix(x, "Posting") || x == "Report" || x == "WebPage" && false
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

// visible reads the title, times and byline that stand on the page.
func (m *meta) visible(doc *goquery.Document) {
	doc.Find(`[itemprop="headline"], h1`).Each(func(i int, s *goquery.Selection) {
		if t := clean(raw(s.Nodes[0])); t != "" && i < 4 {
			m.titles = append(m.titles, t)
		}
	})
	if t := clean(doc.Find("head title, title").First().Text()); t != "" {
		m.titles = append(m.titles, bareTitle(t))
	}
	doc.Find(`[itemprop="datePublished"], time[pubdate], time[datetime], abbr.published`).Each(func(_ int, s *goquery.Selection) {
		for _, k := range []string{"datetime", "content", "title"} {
			if v, ok := s.Attr(k); ok {
				m.published = append(m.published, v)
			}
		}
		m.published = append(m.published, clean(raw(s.Nodes[0])))
	})
	if len(m.published) == 0 || isoTime(m.published...) == "" {
		m.published = append(m.published, visibleDates(doc)...)
	}
	if len(m.authors) == 0 {
		doc.Find(`[rel="author"], [itemprop="author"], .byline, .author-name, [class*="byline"], [data-testid*="Byline"]`).EachWithBreak(func(_ int, s *goquery.Selection) bool {
			if t := clean(raw(s.Nodes[0])); t != "" && len(t) < 100 {
				m.authors = append(m.authors, strings.TrimPrefix(strings.TrimPrefix(t, "By "), "by "))
			}
			return len(m.authors) == 0
		})
	}
}

var dateLine = regexp.MustCompile(`(?i)\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})\b`)

// visibleDates are the dates of short lines near the top of the page, "Published …" ones first.
func visibleDates(doc *goquery.Document) []string {
	var first, rest []string
	n := 0
	var visit func(*html.Node)
	visit = func(c *html.Node) {
		if n > 400 {
			return
		}
		if c.Type == html.ElementNode && (c.DataAtom == atom.Script || c.DataAtom == atom.Style) {
			return
		}
		if c.Type == html.TextNode {
			t := clean(c.Data)
			if t == "" {
				return
			}
			n++
			if d := dateLine.FindString(t); d != "" && len(t) < 120 {
				if low := strings.ToLower(t); strings.Contains(low, "publi") || strings.Contains(low, "posted") {
					first = append(first, d)
				} else {
					rest = append(rest, d)
				}
			}
		}
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			visit(k)
		}
	}
	visit(doc.Nodes[0])
	return append(first, rest...)
}

// fill gives an article what the record lacks.
func (m *meta) fill(a *Article, r Record) {
	if a.Title == "" {
		a.Title = m.title()
	}
	if a.Source == "" {
		a.Source = clean(m.site)
	}
	if a.Published == "" {
		a.Published = isoTime(m.published...)
		if a.Published == "" {
			a.Published = dateInURL(r.URL + " " + m.canonical)
		}
	}
	a.Modified = isoTime(m.modified...)
	if a.URL == "" {
		a.URL = sameSite(m.canonical, r.Place)
	}
	seen := map[string]bool{}
	for _, x := range m.authors {
		if x = clean(x); x != "" && len(x) < 120 && !seen[x] && !strings.Contains(x, "://") {
			seen[x] = true
			a.Byline = append(a.Byline, x)
		}
	}
	a.Language = strings.ToLower(strings.SplitN(strings.SplitN(m.language, "-", 2)[0], "_", 2)[0])
	if a.Source == "" {
		if u, err := url.Parse(r.URL); err == nil {
			a.Source = strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
}

// title is the headline: what the page states in data, if the page shows it or as a whole.
func (m *meta) title() string {
	for _, t := range m.titles {
		if t = clean(html.UnescapeString(t)); t != "" {
			return bareTitle(t)
		}
	}
	return ""
}

var titleTail = regexp.MustCompile(`\s+(?:\||·|»|::|—|–|-)\s+[^|·»—–]{2,40}$|^[^|:]{2,30}\s+(?:\||:)\s+`)

// bareTitle cuts a site's name from a page title.
func bareTitle(t string) string {
	for range 3 {
		loc := titleTail.FindStringIndex(t)
		if loc == nil {
			break
		}
		cut := t[:loc[0]] + t[loc[1]:]
		if loc[0] == 0 && !strings.ContainsAny(t[:loc[1]], "|") && !strings.HasSuffix(strings.TrimRight(t[:loc[1]], " "), " :") {
			break
		}
		if len(strings.Fields(cut)) < 3 {
			break
		}
		t = cut
	}
	return strings.TrimSpace(t)
}

// sameSite is the canonical address if it is one on the site that the page was read from, or the page was read from a file.
func sameSite(canonical, place string) string {
	u, err := url.Parse(strings.TrimSpace(canonical))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	if p, err := url.Parse(place); err == nil && (p.Scheme == "http" || p.Scheme == "https") && p.Host != u.Host {
		return ""
	}
	return u.String()
}

var urlDate = regexp.MustCompile(`[/-](20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)`)

func dateInURL(u string) string {
	if x := urlDate.FindStringSubmatch(u); x != nil {
		if t, err := time.Parse("2006-1-2", x[1]+"-"+x[2]+"-"+x[3]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

var layouts = []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05.000Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "20060102", "2006/01/02", "2006-1-2",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "2 January 2006", "2 January, 2006", "January 2, 2006", "January 2 2006", "2 Jan 2006", "Jan 2, 2006", "Jan. 2, 2006", "2.1.2006", "02.01.2006",
	"Monday, January 2, 2006", "Monday, 2 January 2006", "January 2, 2006, 3:04 p.m.", "January 2, 2006 3:04 PM", "January 2, 2006 at 3:04 pm"}

var ordinal = regexp.MustCompile(`(\d)(?:st|nd|rd|th)\b`)

// isoTime is the first of the values that is a time or date, as RFC 3339 with its own zone or as a date.
func isoTime(values ...string) string {
	for _, v := range values {
		v = ordinal.ReplaceAllString(strings.TrimSpace(v), "$1")
		v = strings.Replace(v, "Sept ", "Sep ", 1)
		for _, l := range layouts {
			t, err := time.Parse(l, v)
			if err != nil || t.Year() < 1990 || t.Year() > 2100 {
				continue
			}
			if strings.ContainsAny(l, "5") && (strings.Contains(l, "Z07") || strings.Contains(l, "-07") || strings.Contains(l, "MST")) {
				return t.Format(time.RFC3339)
			}
			if strings.Contains(l, "15:04") {
				return t.Format("2006-01-02T15:04:05")
			}
			return t.Format(time.DateOnly)
		}
		if d := dateLine.FindString(v); d != "" && d != v && len(v) < 80 {
			if s := isoTime(d); s != "" {
				return s
			}
		}
	}
	return ""
}
