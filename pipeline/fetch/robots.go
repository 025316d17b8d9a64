package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	maxRobots     = 500 << 10        // bytes that are read; RFC 9309, 2.5
	robotsAge     = 24 * time.Hour   // how long an answer is good; 2.4
	maxCrawlDelay = 30 * time.Second // Crawl-delay is no part of the RFC; sites write absurd ones
)

// A robotsEntry is what one origin allows.
type robotsEntry struct {
	mu    sync.Mutex
	rules atomic.Pointer[robotsRules]
	err   error // why nothing is allowed
	at    time.Time
}

// mayFetch asks the robots.txt of u's origin. Its error is of class Robots, or the one that kept robots.txt from being read.
func (c *Client) mayFetch(ctx context.Context, u *url.URL) error {
	if c.opt.NoRobots {
		return nil
	}
	v, _ := c.robots.LoadOrStore(origin(u), &robotsEntry{})
	e := v.(*robotsEntry)
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.at.IsZero() && c.opt.Robots != nil {
		if body, at, ok := c.opt.Robots.Recall(origin(u)); ok && !at.After(c.opt.Now()) {
			e.rules.Store(parseRobots(body, c.product()))
			e.at = at
		}
	}
	if e.at.IsZero() || c.opt.Now().Sub(e.at) > robotsAge {
		rules, err := c.readRobots(ctx, u)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		e.rules.Store(rules)
		e.err, e.at = err, c.opt.Now()
	}
	if e.err != nil {
		return e.err
	}
	if !e.rules.Load().allows(u) {
		return &Error{Class: Robots, Err: fmt.Errorf("robots.txt of %s disallows it", u.Host)}
	}
	return nil
}

func origin(u *url.URL) string { return u.Scheme + "://" + strings.ToLower(u.Host) }

// readRobots fetches robots.txt: a missing one (4xx) allows everything, one that cannot be had (5xx, network) nothing.
func (c *Client) readRobots(ctx context.Context, page *url.URL) (*robotsRules, error) {
	u := &url.URL{Scheme: page.Scheme, Host: page.Host, Path: "/robots.txt"}
	var last *Error
	attempts := min(c.opt.Attempts, 2) // a host that hangs here would hang for the page as well
	for attempt := 1; attempt <= attempts; attempt++ {
		body, err := c.robotsBody(ctx, u)
		if err == nil {
			c.keepRobots(u, body)
			return parseRobots(body, c.product()), nil
		}
		last = c.classify(ctx, u, err)
		if last.Status >= 400 && last.Status < 500 && last.Status != 429 {
			c.keepRobots(u, nil)
			return &robotsRules{}, nil
		}
		if !last.retry || ctx.Err() != nil || attempt == attempts {
			break
		}
		if err := c.opt.Sleep(ctx, c.backoff(attempt)); err != nil {
			break
		}
	}
	if last.Class == Private || last.Class == Net || last.Class == TLS { // it is the host that cannot be had
		e := *last
		e.retry = false
		return nil, &e
	}
	e := &Error{Class: last.Class, Status: last.Status, State: State{NotBefore: last.State.NotBefore}, Err: fmt.Errorf("robots.txt could not be read, which disallows all: %w", last.Err)}
	if last.Status != 0 {
		e.Class = Robots
	}
	return nil, e
}

func (c *Client) keepRobots(u *url.URL, body []byte) {
	if c.opt.Robots != nil {
		c.opt.Robots.Keep(origin(u), body, c.opt.Now())
	}
}

// robotsBody follows redirects, as the RFC wants. What lies behind the size limit is left out, not an error.
func (c *Client) robotsBody(ctx context.Context, u *url.URL) ([]byte, error) {
	for range maxRedirects {
		res, next, err := c.once(ctx, u, State{}, robotsRead)
		if err != nil {
			return nil, err
		}
		if next == nil {
			return res.Body[:min(len(res.Body), maxRobots)], nil
		}
		u = next
	}
	return nil, &Error{Class: Redirect, Status: 404, Err: errors.New("too many redirects")} // as if there were none; 2.3.1.2
}

// robotsRead is how large a robots.txt may be before it is refused unread.
const robotsRead = 5 << 20

// product is the name by which robots.txt knows us.
func (c *Client) product() string {
	name, _, _ := strings.Cut(c.opt.UserAgent, "/")
	name, _, _ = strings.Cut(name, " ")
	return strings.ToLower(name)
}

// robotsRules are the lines of robots.txt that speak to us. The zero value allows everything.
type robotsRules struct {
	lines []robotsLine
	delay time.Duration
}

type robotsLine struct {
	pattern string // normalised
	allow   bool
}

// parseRobots reads the groups that name product; those for "*" where none does. Lines that make no sense are left out.
func parseRobots(body []byte, product string) *robotsRules {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	body = bytes.ReplaceAll(body, []byte("\r"), []byte("\n"))
	var ours, all robotsRules
	named, inNames, forUs, forAll := false, false, false, false
	for line := range strings.SplitSeq(string(body), "\n") {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if !inNames {
				inNames, forUs, forAll = true, false, false
			}
			name := strings.ToLower(value)
			if k := strings.IndexFunc(name, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r == '-' || r == '_') }); k > 0 {
				name = name[:k] // "crosstally/1.0": the version is no part of the token
			}
			if name == "*" {
				forAll = true
			} else if name == product {
				forUs, named = true, true
			}
			continue
		}
		for _, g := range []struct {
			rules *robotsRules
			on    bool
		}{{&ours, forUs}, {&all, forAll}} {
			if g.on {
				g.rules.line(key, value)
			}
		}
		if key == "allow" || key == "disallow" || key == "crawl-delay" {
			inNames = false
		}
	}
	if named {
		return &ours
	}
	return &all
}

func (r *robotsRules) line(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" && len(value) <= 2048 {
			r.lines = append(r.lines, robotsLine{normalPath(value), key == "allow"})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = min(time.Duration(min(s, maxCrawlDelay.Seconds())*float64(time.Second)), maxCrawlDelay)
		}
	}
}

// allows judges a URL: the longest pattern that fits decides, Allow where two are as long.
func (r *robotsRules) allows(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if path == "/robots.txt" {
		return true
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	path = normalPath(path)
	longest, allow := -1, true
	for _, l := range r.lines {
		if n := len(l.pattern); (n > longest || n == longest && l.allow) && fits(l.pattern, path) {
			longest, allow = n, l.allow
		}
	}
	return allow
}

// fits matches a pattern with * for any characters and $ for the end, in time of pattern times path at most.
func fits(pattern, path string) bool {
	anchored := strings.HasSuffix(pattern, "$")
	pattern = strings.TrimSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	at := len(parts[0])
	for i, part := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return len(path)-at >= len(part) && strings.HasSuffix(path, part)
		}
		k := strings.Index(path[at:], part)
		if k < 0 {
			return false
		}
		at += k + len(part)
	}
	return !anchored || at == len(path)
}

// normalPath writes octets as RFC 9309, 2.2.2 compares them: unreserved ones plain, others than ASCII percent-encoded in capitals.
func normalPath(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				if unreserved(byte(v)) {
					b.WriteByte(byte(v))
				} else {
					fmt.Fprintf(&b, "%%%02X", v)
				}
				i += 2
				continue
			}
		}
		if c <= ' ' || c >= 0x7F {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// unreserved are the characters that mean the same plain and percent-encoded; RFC 3986, 2.3.
func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}
