package article

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// title is the headline. What the page states in data is best, but a shown headline that the data only cut short or add the site's name to is better.
func (m *meta) title(address string) string {
	site := fold(m.site)
	host := ""
	if u, err := url.Parse(strings.Fields(address + " x")[0]); err == nil {
		host = fold(strings.TrimPrefix(u.Hostname(), "www."))
	}
	var data []string
	for _, t := range m.titles {
		if t = clean(html.UnescapeString(t)); t != "" {
			data = append(data, t)
		}
	}
	all := fold(strings.Join(data, " ") + " " + m.page)
	best := ""
	for _, h := range m.headlines {
		f := fold(h)
		if len(f) < 4 || f == site || f == host || len(data) > 0 && !strings.Contains(all, f) {
			if len(data) == 0 || !cutShort(data[0], h) {
				continue
			}
		}
		if len(data) == 0 && best != "" && strings.Contains(fold(m.page), fold(best)) {
			break
		}
		if best == "" || len(h) > len(best) && strings.Contains(fold(m.page), f) {
			best = h
		}
	}
	if len(data) > 0 {
		t := cutSite(data[0], site, host)
		if best != "" && len(best)*10 >= len(t)*6 {
			return best
		}
		return t
	}
	if best != "" {
		return cutSite(best, site, host)
	}
	return bareTitle(m.page)
}

// cutShort reports whether a title in data is the beginning of a headline, with an ellipsis.
func cutShort(t, headline string) bool {
	cut := strings.TrimRight(t, ". …")
	return cut != t && len(cut) > 15 && strings.HasPrefix(fold(headline), fold(cut))
}

var titleJoint = regexp.MustCompile(`\s+(?:\||·|•|»|›|::|—|–|-|@)\s+|\s*\|\s*|: `)

// cutSite cuts the site's name from a title's end or beginning.
func cutSite(t, site, host string) string {
	for _, loc := range titleJoint.FindAllStringIndex(t, -1) {
		head, tail := t[:loc[0]], t[loc[1]:]
		if isSite(fold(tail), site, host) && len(head) > 3 {
			return head
		}
		if isSite(fold(head), site, host) && len(tail) > 10 {
			return tail
		}
	}
	return strings.TrimSpace(t)
}

func isSite(f, site, host string) bool {
	return len(f) > 2 && (f == site || f == host || len(f) > 4 && strings.HasPrefix(host, f) || len(site) > 4 && strings.HasPrefix(f, site))
}

var titleTail = regexp.MustCompile(`\s+(?:\||·|»|›|::|—|–|-)\s+[^|·»—–]{2,40}$|^[^|:]{2,30}\s+(?:\||:)\s+`)

// bareTitle cuts what looks like a site's name from a page title.
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
