// Package fetch brings the bytes behind a URL as UTF-8, without annoying the server or touching what is private.
//
// In:  an http or https URL and what the last answer said of its age. Out: a Response whose Body is decoded and UTF-8, or an
// *Error with a class from a stable list. Get is polite: robots.txt (RFC 9309), one connection and a delay per host, an honest
// User-Agent, conditional requests, few retries with jitter, Retry-After. It is careful: body, time and rate have limits,
// each redirect is judged anew, and addresses that only the local network knows are refused where they are dialled, after names are resolved.
//
// A proxy named by HTTP_PROXY, HTTPS_PROXY and NO_PROXY is used; targets are then resolved here as well and refused in the same
// way, but an answer that changes between our look and the proxy's is out of our sight. No cookies or credentials are kept or sent on.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"time"
)

// Options of a client; the zero value works.
type Options struct {
	UserAgent    string         // "" is "crosstally"; its first word up to a "/" is what robots.txt knows us by
	MaxBytes     int64          // of a decoded body; 0 is 5 MB
	Timeout      time.Duration  // of one request, body included; 0 is 30 s
	HeaderWait   time.Duration  // for an answer to begin; 0 is 20 s
	MinRate      int            // bytes a second, over any RateWindow; 0 is 500
	RateWindow   time.Duration  // 0 is 5 s
	Attempts     int            // 0 is 3
	Delay        time.Duration  // between requests to one host; 0 is 1 s, negative is none
	MaxWait      time.Duration  // longest Retry-After that is waited for within a run; 0 is 30 s; longer ones are an error and State.NotBefore
	HostDir      string         // folder through which processes share the delay and connection of a host; "" for this process alone
	AllowPrivate bool           // reach loopback and private networks
	Private      []netip.Prefix // private networks that are reached all the same, without AllowPrivate
	NoRobots     bool           // do not ask for robots.txt: for servers of one's own

	Robots   RobotsMemory                               // what earlier runs read; nil for nothing
	Resolver *net.Resolver                              // nil is the system's
	Base     *http.Transport                            // copied for TLS settings; nil is none
	Now      func() time.Time                           // nil is time.Now
	Sleep    func(context.Context, time.Duration) error // nil waits
	Random   func() float64                             // in [0,1), for jitter; nil is random

}

// A RobotsMemory keeps what robots.txt of an origin ("https://host") said, for as long as it is good. It is used by several goroutines.
type RobotsMemory interface {
	Recall(origin string) (body []byte, at time.Time, ok bool)
	Keep(origin string, body []byte, at time.Time)
}

// A Client fetches pages and feeds. It is safe for concurrent use.
type Client struct {
	opt    Options
	http   *http.Transport
	hosts  hosts
	robots sync.Map // origin -> *robotsEntry
}

// New returns a client.
func New(opt Options) *Client {
	setDefault(&opt.UserAgent, "crosstally")
	setDefault(&opt.MaxBytes, 5<<20)
	setDefault(&opt.Timeout, 30*time.Second)
	setDefault(&opt.HeaderWait, 20*time.Second)
	setDefault(&opt.MinRate, 500)
	setDefault(&opt.RateWindow, 5*time.Second)
	setDefault(&opt.Attempts, 3)
	setDefault(&opt.Delay, time.Second)
	setDefault(&opt.MaxWait, 30*time.Second)
	opt.Delay = max(opt.Delay, 0)
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Sleep == nil {
		opt.Sleep = sleep
	}
	if opt.Random == nil {
		opt.Random = rand.Float64
	}
	c := &Client{opt: opt, hosts: hosts{dir: opt.HostDir}}
	c.http = c.transport()
	return c
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// State is what an answer said of itself, to be given back with the next request for the same URL, also in another run.
type State struct {
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
	NotBefore    time.Time `json:"not_before,omitzero"` // the server asked to be left alone until then
}

// A Response is a fetched page or feed.
type Response struct {
	URL         string // after redirects, without credentials
	Status      int    // 200, or 304 when NotModified
	ContentType string
	Body        []byte    // decoded, UTF-8; nil when NotModified
	State       State     // for the next request
	NotModified bool      // the server says that nothing has changed since State
	Moved       string    // where a permanent redirect of the first URL leads, "" when there was none
	Fetched     time.Time //
}

// GetIf fetches a URL unless it is as State says. Its error is an *Error, whose State is to be kept like a Response's.
func (c *Client) GetIf(ctx context.Context, rawURL string, st State) (*Response, error) {
	u, err := parse(rawURL)
	if err != nil {
		return nil, &Error{URL: shortURL(rawURL), Class: BadURL, Err: err, State: st}
	}
	// What is further off than any server is granted was written by a clock that ran ahead.
	if now := c.opt.Now(); st.NotBefore.After(now) && st.NotBefore.Sub(now) <= maxRetryAfter {
		return nil, &Error{URL: u.Redacted(), Class: Wait, Err: fmt.Errorf("the server asked not to be asked before %s", st.NotBefore.Format(time.RFC3339)), State: st}
	}
	st.NotBefore = time.Time{}
	for attempt := 1; ; attempt++ {
		res, err := c.follow(ctx, u, st)
		if err == nil {
			return res, nil
		}
		e := c.classify(ctx, u, err)
		if e.State.ETag == "" && e.State.LastModified == "" {
			e.State.ETag, e.State.LastModified = st.ETag, st.LastModified
		}
		if !e.retry || attempt >= c.opt.Attempts || ctx.Err() != nil {
			e.Attempts = attempt
			return nil, e
		}
		wait := c.backoff(attempt)
		if after := e.State.NotBefore.Sub(c.opt.Now()); !e.State.NotBefore.IsZero() && after > wait {
			if after > c.opt.MaxWait {
				e.Attempts = attempt
				return nil, e
			}
			wait = after
		}
		if err := c.opt.Sleep(ctx, wait); err != nil {
			e.Attempts = attempt
			return nil, e
		}
	}
}

// maxRedirects is how many redirects are followed; RFC 9309 wants at least five for robots.txt.
const maxRedirects = 10

// follow requests u and what it redirects to, each hop judged as if it had been given.
func (c *Client) follow(ctx context.Context, u *url.URL, st State) (*Response, error) {
	seen := map[string]bool{}
	moved, permanent := "", true
	for hop := 0; ; hop++ {
		if seen[u.String()] {
			return nil, &Error{Class: Redirect, Err: errors.New("redirects lead in a circle")}
		}
		seen[u.String()] = true
		if err := c.mayFetch(ctx, u); err != nil {
			return nil, err
		}
		res, next, err := c.once(ctx, u, st, c.opt.MaxBytes)
		if err != nil {
			return nil, err
		}
		if next == nil {
			res.Moved = moved
			return res, nil
		}
		if hop == maxRedirects {
			return nil, &Error{Class: Redirect, Err: fmt.Errorf("more than %d redirects", maxRedirects)}
		}
		if permanent = permanent && (res.Status == http.StatusMovedPermanently || res.Status == http.StatusPermanentRedirect); permanent {
			moved = next.Redacted()
		}
		u = next
	}
}

// once makes one request. It returns the next URL in place of a body where the answer is a redirect.
func (c *Client) once(ctx context.Context, u *url.URL, st State, limit int64) (*Response, *url.URL, error) {
	release, err := c.hosts.turn(ctx, u.Host, c.delay(u), c.opt)
	if err != nil {
		return nil, nil, err
	}
	defer release()
	ctx, cancel := context.WithTimeoutCause(ctx, c.opt.Timeout, fmt.Errorf("%w after %v", errTimeout, c.opt.Timeout))
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, &Error{Class: BadURL, Err: err}
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	req.Header.Set("Accept-Encoding", acceptEncoding)
	req.Header.Set("Accept", "text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
	if st.ETag != "" {
		req.Header.Set("If-None-Match", st.ETag)
	}
	if st.LastModified != "" {
		req.Header.Set("If-Modified-Since", st.LastModified)
	}
	res, err := c.http.RoundTrip(req)
	if err != nil {
		return nil, nil, cause(ctx, err)
	}
	defer res.Body.Close()
	out := &Response{URL: u.Redacted(), Status: res.StatusCode, ContentType: res.Header.Get("Content-Type"), Fetched: c.opt.Now(),
		State: State{ETag: res.Header.Get("ETag"), LastModified: res.Header.Get("Last-Modified")}}
	switch {
	case res.StatusCode == http.StatusNotModified:
		if st.ETag == "" && st.LastModified == "" {
			return nil, nil, &Error{Class: Protocol, Status: res.StatusCode, Err: errors.New("304 for a request without a condition")}
		}
		out.NotModified = true
		setDefault(&out.State.ETag, st.ETag)
		setDefault(&out.State.LastModified, st.LastModified)
		return out, nil, nil
	case isRedirect(res.StatusCode):
		next, err := c.location(u, res)
		return out, next, err
	case res.StatusCode != http.StatusOK:
		return nil, nil, c.statusError(res)
	}
	body, stop := c.watch(ctx, cancel, res.Body)
	raw, err := Decode(body, res.Header.Get("Content-Encoding"), limit)
	if slow := stop(); slow != nil {
		err = slow
	}
	if err != nil {
		return nil, nil, cause(ctx, err)
	}
	out.Body = UTF8(raw, out.ContentType)
	return out, nil, nil
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// location reads where a redirect leads. Credentials in it are dropped: they would be sent to whoever is named beside them.
func (c *Client) location(from *url.URL, res *http.Response) (*url.URL, error) {
	to := res.Header.Get("Location")
	if to == "" {
		return nil, &Error{Class: Redirect, Status: res.StatusCode, Err: fmt.Errorf("status %d without Location", res.StatusCode)}
	}
	ref, err := url.Parse(strings.TrimSpace(to))
	if err != nil {
		return nil, &Error{Class: Redirect, Status: res.StatusCode, Err: fmt.Errorf("redirect to %.100q cannot be read", to)}
	}
	next, err := parse(from.ResolveReference(ref).String())
	if err != nil {
		return nil, &Error{Class: Redirect, Status: res.StatusCode, Err: fmt.Errorf("redirect refused: %w", err)}
	}
	next.User = nil
	return next, nil
}

// cause returns why a request ended, where its context knows better than the transport.
func cause(ctx context.Context, err error) error {
	if c := context.Cause(ctx); c != nil && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return c
	}
	return err
}
