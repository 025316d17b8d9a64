// Package fetch brings the bytes behind a URL as UTF-8.
//
// In:  an http or https URL. Out: a Response whose Body is decoded and UTF-8. A body over the cap, an address that is
// private, a status other than 200 or a time-out is an error that names the URL.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"golang.org/x/net/html/charset"
)

// ErrPrivate is returned for an address that only the local network knows.
var ErrPrivate = errors.New("private address refused (allow it with --allow-private)")

// ErrTooLarge is returned for a body over Options.MaxBytes.
var ErrTooLarge = errors.New("body over the size limit")

// Options of a client; the zero value works.
type Options struct {
	UserAgent    string        // "" is "crosstally"
	MaxBytes     int64         // of a decoded body; 0 is 5 MB
	Timeout      time.Duration // of a whole request; 0 is 30 s
	AllowPrivate bool          // reach loopback and private networks
}

// A Client fetches pages and feeds. It is safe for concurrent use.
type Client struct {
	opt  Options
	http *http.Client
}

// New returns a client.
func New(opt Options) *Client {
	if opt.UserAgent == "" {
		opt.UserAgent = "crosstally"
	}
	if opt.MaxBytes == 0 {
		opt.MaxBytes = 5 << 20
	}
	if opt.Timeout == 0 {
		opt.Timeout = 30 * time.Second
	}
	d := &net.Dialer{Timeout: 10 * time.Second}
	if !opt.AllowPrivate {
		d.Control = refusePrivate
	}
	return &Client{opt, &http.Client{Timeout: opt.Timeout, Transport: &http.Transport{
		DialContext: d.DialContext, TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 20 * time.Second,
		MaxResponseHeaderBytes: 1 << 20, MaxConnsPerHost: 1, Proxy: http.ProxyFromEnvironment,
	}}}
}

// refusePrivate judges the address that is dialled, after names are resolved and on every redirect.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := ap.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || netip.MustParsePrefix("100.64.0.0/10").Contains(ip) {
		return fmt.Errorf("%s: %w", ip, ErrPrivate)
	}
	return nil
}

// A Response is a fetched page or feed.
type Response struct {
	URL         string // after redirects
	ContentType string
	Body        []byte // decoded, UTF-8
}

// Get fetches a URL.
func (c *Client) Get(ctx context.Context, url string) (*Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", url, err)
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	req.Header.Set("Accept-Encoding", acceptEncoding)
	res, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", url, err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch %s: status %s", url, res.Status)
	}
	raw, err := Decode(res.Body, res.Header.Get("Content-Encoding"), c.opt.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", url, err)
	}
	ct := res.Header.Get("Content-Type")
	return &Response{URL: res.Request.URL.String(), ContentType: ct, Body: UTF8(raw, ct)}, nil
}

// UTF8 decodes bytes by their byte-order mark, content type, meta element or looks.
func UTF8(raw []byte, contentType string) []byte {
	enc, _, _ := charset.DetermineEncoding(raw[:min(len(raw), 1024)], contentType)
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return raw
	}
	return out
}
