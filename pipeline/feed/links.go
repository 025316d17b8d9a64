package feed

import (
	"net/url"
	"path/filepath"
	"strings"
)

// links returns where an entry's page is and what the article's address is.
func links(link, guid, place string) (page, address string) {
	page = Resolve(link, place)
	if page == "" {
		page = Resolve(guid, place)
	}
	if !isWeb(page) && isWeb(guid) {
		return page, guid
	}
	return page, page
}

// Resolve returns ref as seen from place, a URL or a file path: an http(s) URL, a file path, or "" where it is neither. A reference
// in a feed from the web never names a file.
func Resolve(ref, place string) string {
	ref = strings.Map(func(r rune) rune { // feeds wrap long links
		if r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, strings.TrimSpace(ref))
	u, err := url.Parse(ref)
	if err != nil || ref == "" {
		return ""
	}
	switch {
	case isWeb(ref):
		if u.Hostname() == "" {
			return ""
		}
		return ref
	case u.Scheme != "":
		return ""
	case isWeb(place):
		base, err := url.Parse(place)
		if err != nil {
			return ""
		}
		if to := base.ResolveReference(u); isWeb(to.String()) && to.Hostname() != "" {
			return to.String()
		}
		return ""
	case u.Host != "" || strings.ContainsRune(u.Path, 0): // "//host/x" in a local feed
		return ""
	case filepath.IsAbs(u.Path):
		return filepath.Clean(filepath.FromSlash(u.Path))
	}
	return filepath.Join(filepath.Dir(place), filepath.FromSlash(u.Path))
}

func isWeb(s string) bool {
	low := strings.ToLower(s[:min(len(s), 8)])
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}
