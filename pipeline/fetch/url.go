package fetch

import (
	"embed"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"crosstally/extractors/lexicon"
)

// maxURL is the longest URL in bytes that is fetched, the most that browsers took.
const maxURL = 2083

//go:embed lexicon/*.tsv
var wordLists embed.FS

// tracking holds query parameters that say how a reader came, and the beginnings of such.
var tracking, trackingPrefixes = loadTracking()

func loadTracking() (map[string]bool, []string) {
	names, prefixes := map[string]bool{}, []string(nil)
	for _, e := range lexicon.Must(wordLists, "lexicon/tracking_params.tsv", 1) {
		if p, ok := strings.CutSuffix(e.Fields[0], "*"); ok {
			prefixes = append(prefixes, p)
			continue
		}
		names[e.Fields[0]] = true
	}
	return names, prefixes
}

// parse reads an http or https URL that can be asked for.
func parse(raw string) (*url.URL, error) {
	if len(raw) > maxURL {
		return nil, fmt.Errorf("URL of %d bytes, the limit is %d", len(raw), maxURL)
	}
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		var why *url.Error
		if errors.As(err, &why) {
			err = why.Err
		}
		return nil, fmt.Errorf("no URL: %w", err)
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no http or https URL", shortURL(raw))
	}
	if u.Opaque != "" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q names no host", shortURL(raw))
	}
	host, err := hostName(u)
	if err != nil {
		return nil, err
	}
	u.Host, u.Fragment, u.RawFragment = host, "", ""
	if u.Path == "" {
		u.Path = "/"
	}
	return u, nil
}

// hostName writes a host in small ASCII letters, without stops at its end and without the scheme's own port.
func hostName(u *url.URL) (string, error) {
	name := strings.TrimRight(strings.ToLower(u.Hostname()), ".")
	if strings.IndexFunc(name, func(r rune) bool { return r >= 0x80 }) >= 0 {
		ascii, err := idna.Lookup.ToASCII(name)
		if err != nil {
			return "", fmt.Errorf("host %.80q: %w", name, err)
		}
		name = ascii
	}
	if name == "" {
		return "", errors.New("URL names no host")
	}
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	if port := u.Port(); port != "" && !(u.Scheme == "http" && port == "80") && !(u.Scheme == "https" && port == "443") {
		name += ":" + port
	}
	return name, nil
}

// shortURL cuts a URL for messages.
func shortURL(raw string) string {
	const most = 200
	if len(raw) <= most {
		return strings.ToValidUTF8(raw, "\uFFFD")
	}
	return strings.ToValidUTF8(raw[:most], "") + "…"
}

// CanonicalURL writes a URL in the form that all spellings of it share: scheme and host in small letters, international names in
// ASCII, no port of the scheme's own, no credentials, fragment or tracking parameters, dot segments resolved, percent-encoding only
// where it says something. Other parameters keep their order. It fails for what is no http or https URL of at most 2083 bytes.
func CanonicalURL(raw string) (string, error) {
	clean := strings.Map(func(r rune) rune { // browsers drop these within URLs, and feeds wrap long ones
		if r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, strings.TrimSpace(raw))
	u, err := parse(clean)
	if err != nil {
		return "", err
	}
	u.User = nil
	path := withoutDots(normalPath(u.EscapedPath()))
	out := u.Scheme + "://" + u.Host + path
	var kept []string
	for _, p := range strings.Split(u.RawQuery, "&") {
		name, _, _ := strings.Cut(p, "=")
		if p != "" && !isTracking(name) {
			kept = append(kept, normalPath(p))
		}
	}
	if len(kept) > 0 {
		out += "?" + strings.Join(kept, "&")
	}
	return out, nil
}

// withoutDots resolves "." and ".." in a path that begins with "/"; RFC 3986, 5.2.4.
func withoutDots(path string) string {
	segments := strings.Split(path, "/")
	out := segments[:1]
	for i, seg := range segments[1:] {
		last := i == len(segments)-2
		switch seg {
		case ".":
		case "..":
			out = out[:max(1, len(out)-1)]
		default:
			out = append(out, seg)
			continue
		}
		if last {
			out = append(out, "")
		}
	}
	return strings.Join(out, "/")
}

func isTracking(name string) bool {
	if tracking[name] {
		return true
	}
	for _, p := range trackingPrefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}
