package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A Class names why a fetch failed, for reports and for machines. The list is stable.
type Class string

// The classes of errors.
const (
	BadURL     Class = "url"        // no http or https URL, or too long
	Net        Class = "net"        // host not found, refused, reset
	Timeout    Class = "timeout"    // no answer in time
	Slow       Class = "slow"       // the body came below the least rate
	TLS        Class = "tls"        // certificate or handshake
	Protocol   Class = "protocol"   // an answer that is no HTTP, or makes no sense
	TooLarge   Class = "too_large"  // body over the limit
	Encoding   Class = "encoding"   // body does not fit its Content-Encoding
	Incomplete Class = "incomplete" // body ended before its end
	Redirect   Class = "redirect"   // circle, too many, or to a place that is refused
	Private    Class = "private"    // an address that only the local network knows
	Robots     Class = "robots"     // robots.txt disallows it, or could not be read
	Wait       Class = "wait"       // the server asked to be left alone for longer than a run waits
	HTTP       Class = "status"     // a status other than 200; see Error.Status
	Canceled   Class = "canceled"   // the run was stopped
)

// Errors that are classes of their own for callers of errors.Is.
var (
	ErrPrivate  = errors.New("private address refused (allow it with --allow-private)")
	ErrTooLarge = errors.New("body over the size limit")
	errTimeout  = errors.New("no complete answer")
	errSlow     = errors.New("body too slow")
)

// An Error says why a URL could not be fetched.
type Error struct {
	URL      string // as asked for, without credentials
	Class    Class
	Status   int   // of the answer, 0 when there was none
	Attempts int   //
	Err      error //
	State    State // for the next request: also when it may be made
	retry    bool
}

// Error says URL, reason and class.
func (e *Error) Error() string {
	s := fmt.Sprintf("fetch %s: %v", e.URL, e.Err)
	if e.Attempts > 1 {
		s += fmt.Sprintf(" (%d attempts)", e.Attempts)
	}
	return s
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// retryable statuses are those after which the same request may well succeed.
var retryable = map[int]bool{408: true, 429: true, 500: true, 502: true, 503: true, 504: true, 522: true, 524: true}

func (c *Client) statusError(res *http.Response) error {
	e := &Error{Class: HTTP, Status: res.StatusCode, Err: fmt.Errorf("status %s", status(res)), retry: retryable[res.StatusCode]}
	if res.StatusCode == http.StatusTooManyRequests || res.StatusCode == http.StatusServiceUnavailable {
		if at := retryAfter(res.Header.Get("Retry-After"), c.opt.Now()); !at.IsZero() {
			e.State.NotBefore = at
			if at.Sub(c.opt.Now()) > c.opt.MaxWait {
				e.Class, e.Err = Wait, fmt.Errorf("%w, and not to be asked before %s", e.Err, at.Format(time.RFC3339))
			}
		}
	}
	return e
}

func status(res *http.Response) string {
	if text := http.StatusText(res.StatusCode); text != "" {
		return strconv.Itoa(res.StatusCode) + " " + text
	}
	return strconv.Itoa(res.StatusCode)
}

// maxRetryAfter bounds what a server may ask for.
const maxRetryAfter = 24 * time.Hour

// retryAfter reads seconds or an HTTP date: zero where there is none, where it cannot be read or lies in the past.
func retryAfter(value string, now time.Time) time.Time {
	value = strings.TrimSpace(value)
	var at time.Time
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil {
		at = now.Add(time.Duration(min(seconds, int64(maxRetryAfter/time.Second))) * time.Second)
	} else if t, err := http.ParseTime(value); err == nil {
		at = t
	}
	if !at.After(now) {
		return time.Time{}
	}
	if latest := now.Add(maxRetryAfter); at.After(latest) {
		at = latest
	}
	return at
}

// backoff is how long to wait after an attempt: doubling from one second, with jitter so that failed hosts are not all asked at once.
func (c *Client) backoff(attempt int) time.Duration {
	return time.Duration((0.5 + c.opt.Random()) * float64(time.Second<<(attempt-1)))
}

// classify makes an *Error of whatever ended a request.
func (c *Client) classify(ctx context.Context, u *url.URL, err error) *Error {
	var known *Error
	if errors.As(err, &known) {
		e := *known
		e.URL = u.Redacted()
		return &e
	}
	e := &Error{URL: u.Redacted(), Class: Protocol, Err: err}
	var netErr net.Error
	var op *net.OpError
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	var alert tls.AlertError
	var record tls.RecordHeaderError
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	switch {
	case ctx.Err() != nil:
		e.Class = Canceled
	case errors.Is(err, ErrPrivate):
		e.Class = Private
	case errors.Is(err, ErrTooLarge):
		e.Class = TooLarge
	case errors.Is(err, ErrEncoding):
		e.Class = Encoding
	case errors.Is(err, errSlow):
		e.Class = Slow
	case errors.As(err, &cert), errors.As(err, &alert), errors.As(err, &record), errors.As(err, &unknown), errors.As(err, &host),
		strings.Contains(err.Error(), "tls: "):
		e.Class = TLS
	case errors.Is(err, errTimeout), errors.As(err, &netErr) && netErr.Timeout(), strings.Contains(err.Error(), "timeout awaiting response headers"):
		e.Class, e.retry = Timeout, true
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Class, e.retry = Incomplete, true
		e.Err = errors.New("the answer ended before its end")
	case errors.As(err, &dns):
		e.Class, e.retry = Net, !dns.IsNotFound
	case errors.As(err, &op), errors.Is(err, io.EOF), errors.Is(err, net.ErrClosed), strings.Contains(err.Error(), "connection reset"):
		e.Class, e.retry = Net, true
	}
	return e
}
