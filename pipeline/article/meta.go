package article

import (
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
	titles                    []string // as data: JSON-LD, OpenGraph, meta
	headlines                 []string // as the page shows them: h1 and the like
	page                      string   // the title element
	body                      string   // JSON-LD's articleBody
	published                 []string // as data
	shown                     []string // dates as the page shows them
	modified                  []string
	authors                   []string
	site, language, canonical string
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

// visible reads the headlines, times and byline that stand on the page, in one walk.
func (m *meta) visible(doc *goquery.Document) {
	m.page = clean(doc.Find("title").First().Text())
	if len(doc.Nodes) == 0 {
		return
	}
	v := &sight{meta: m}
	v.visit(doc.Nodes[0], false)
	m.published = append(m.published, v.datetimes...)
	if len(m.headlines) == 0 {
		m.headlines = v.bold
	}
	m.shown = append(v.labelled, v.dates...)
	if len(m.authors) == 0 && v.author != "" {
		m.authors = []string{v.author}
	}
}

// A sight collects what a page shows of itself.
type sight struct {
	*meta
	datetimes []string // of time elements and microdata
	labelled  []string // dates in lines that say "published"
	dates     []string // other dates in short lines
	author    string
	heads     int      // headlines seen
	lines     int      // short lines since the headline
	bold      []string // bold lines that stand in the page's title too: the headlines of the 1990s
	opened    bool     // the first sentence has been looked at
}

func (v *sight) visit(n *html.Node, out bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			v.text(c)
		case html.ElementNode:
			if (unread[c.DataAtom] && c.DataAtom != atom.Head) || c.DataAtom == atom.Title {
				continue
			}
			v.element(c, out || c.DataAtom == atom.Nav || c.DataAtom == atom.Aside || c.DataAtom == atom.Footer)
		}
	}
}

func (v *sight) element(n *html.Node, out bool) {
	prop, rel, class := "", "", ""
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			prop = strings.ToLower(a.Val)
		case "rel":
			rel = a.Val
		case "class", "data-testid":
			class += " " + a.Val
		}
	}
	switch {
	case (n.DataAtom == atom.H1 || prop == "headline" || n.DataAtom == atom.H2 && v.heads < 4 && titleClass(class+" "+prop)) && v.heads < 6 && textBytes(n, 500) < 400:
		if t := clean(raw(n)); t != "" && !leadsHome(n) {
			v.headlines = append(v.headlines, t)
			v.heads++
			v.lines = 0
		}
	case (n.DataAtom == atom.B || n.DataAtom == atom.Strong || n.DataAtom == atom.Font) && v.heads == 0 && len(v.bold) < 20 && textBytes(n, 300) < 250:
		if t := clean(raw(n)); len(t) > 12 && strings.Contains(fold(v.page), fold(t)) {
			v.bold = append(v.bold, t)
		}
	case !out && (prop == "datepublished" || prop == "datecreated" || n.DataAtom == atom.Time || n.DataAtom == atom.Abbr && strings.Contains(class, "published")):
		for _, a := range n.Attr {
			if (a.Key == "datetime" || a.Key == "content" || a.Key == "title") && strings.ContainsAny(a.Val, "0123456789") {
				if prop == "datepublished" {
					v.datetimes = append([]string{a.Val}, v.datetimes...)
				} else if v.heads > 0 || len(v.datetimes) == 0 {
					v.datetimes = append(v.datetimes, a.Val)
				}
			}
		}
	case v.author == "" && !out && (rel == "author" || prop == "author" || bylineClass(class)) && textBytes(n, 200) < 120:
		if t := clean(raw(n)); t != "" && len(t) < 100 && len(strings.Fields(t)) < 12 {
			v.author = bylineName(t)
		}
	}
	v.visit(n, out)
}

// titleClass reports whether an h2 is named as an article's headline; many blogs keep h1 for their own name.
func titleClass(class string) bool {
	class = strings.ToLower(class)
	for _, w := range [...]string{"entry-title", "post-title", "article-title", "headline", "page-title", "posttitle", "contentheading", " name"} {
		if strings.Contains(class, w) {
			return true
		}
	}
	return false
}

// leadsHome reports whether a heading is a link to the site's front page: the site's name and no headline.
func leadsHome(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.A {
			for _, a := range c.Attr {
				if a.Key == "rel" && a.Val == "home" {
					return true
				}
				if a.Key == "href" {
					u, err := url.Parse(strings.TrimSpace(a.Val))
					return err == nil && (u.Path == "" && u.Fragment == "" || u.Path == "/" || u.Path == "/index.html" || u.Path == "/index.php") && u.RawQuery == ""
				}
			}
		}
	}
	return false
}

func bylineClass(class string) bool {
	class = strings.ToLower(class)
	return strings.Contains(class, "byline") || strings.Contains(class, "author-name") || strings.Contains(class, "authorname") || strings.Contains(class, "author__name") || strings.Contains(class, " author")
}

var bylineTail = regexp.MustCompile(`(?i)\s*(?:[|·•–—]|\bon\b|\bpublished\b|\bupdated\b|\d).*$`)

// bylineName cuts the "By" and the date from a visible byline.
func bylineName(t string) string {
	t = trimBy(t)
	if i := strings.Index(t, "| By "); i >= 0 {
		t = t[i+5:]
	}
	return strings.TrimRight(strings.TrimSpace(bylineTail.ReplaceAllString(t, "")), ",-")
}

// text notes the dates of short lines.
func (v *sight) text(n *html.Node) {
	t := n.Data
	if v.author == "" && len(t) < 80 {
		if s := clean(t); strings.HasPrefix(s, "By ") && len(strings.Fields(s)) > 2 && len(strings.Fields(s)) < 8 && s[3] >= 'A' && s[3] <= 'Z' {
			v.author = bylineName(s)
		}
	}
	if len(t) < 6 || len(v.dates)+len(v.labelled) > 30 || !strings.ContainsAny(t, "0123456789") {
		return
	}
	if t = clean(t); len(t) > 120 { // "Podgorica, 28 April 2026. With …"
		t = t[:60]
		if i := strings.IndexAny(t, "0123456789"); i < 0 || i > 25 || v.opened {
			return
		}
		v.opened = true
	}
	v.lines++
	if findDate(t, v.language) == "" {
		return
	}
	low := strings.ToLower(t)
	for _, w := range [...]string{"publi", "posted", "veröffentlicht", "erstellt", "geschrieben", "pubblicato"} {
		if strings.Contains(low, w) {
			v.labelled = append(v.labelled, t)
			return
		}
	}
	if v.heads > 0 || len(v.headlines) == 0 {
		v.dates = append(v.dates, t)
	}
}

// fill gives an article what the record lacks.
func (m *meta) fill(a *Article, r Record) {
	if a.Source == "" {
		a.Source = clean(m.site)
	}
	if a.Title == "" {
		a.Title = m.title(r.URL + " " + r.Place)
	}
	if a.Published == "" {
		a.Published = m.publishedTime(r.URL + " " + m.canonical)
	}
	a.Modified = isoTime(m.modified...)
	if a.URL == "" {
		a.URL = sameSite(m.canonical, r.Place)
	}
	seen := map[string]bool{}
	for _, x := range m.authors {
		if x = trimBy(clean(x)); x != "" && len(x) < 120 && !seen[x] && !strings.Contains(x, "://") {
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

// publishedTime is the time of publication: as data, in the address, or as the page shows it. Where the data give a day and the address another,
// the data stand.
func (m *meta) publishedTime(address string) string {
	if t := isoTime(m.published...); t != "" {
		return m.ownDay(t)
	}
	if t := dateInURL(address); t != "" {
		return t
	}
	for _, s := range m.shown {
		if t := oneTime(s, m.language); t != "" {
			return t
		}
	}
	return isoTime(m.modified...)
}

// ownDay keeps to the page's own zone: where data give a time in UTC near midnight and the page shows the day next to it, that day stands.
func (m *meta) ownDay(t string) string {
	u, err := time.Parse(time.RFC3339, t)
	if err != nil || !strings.HasSuffix(t, "Z") {
		return t
	}
	for _, s := range m.shown {
		d, err := time.Parse(time.DateOnly, findDate(s, m.language))
		if err != nil {
			continue
		}
		switch d.Sub(u.Truncate(24 * time.Hour)) {
		case 24 * time.Hour:
			if u.Hour() >= 21 {
				return d.Format(time.DateOnly)
			}
		case -24 * time.Hour:
			if u.Hour() < 9 {
				return d.Format(time.DateOnly)
			}
		}
		return t
	}
	return t
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
