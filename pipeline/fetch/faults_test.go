package fetch

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// Network 7: a body that is longer or shorter than it says, and chunks that make no sense, are never taken for a whole page.
func TestIncompleteBodies(t *testing.T) {
	for name, answer := range map[string]string{
		"Content-Length too long": "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\ncut",
		"chunk cut":               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf a chunk",
		"chunk size no number":    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n",
		"last chunk missing":      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
	} {
		url := raw(t, func(c net.Conn) { fmt.Fprint(c, answer) })
		res, err := get(t, fast(), url)
		if err == nil || res != nil {
			t.Errorf("%s: taken for whole: %q", name, res.Body)
		}
	}
	url := raw(t, func(c net.Conn) { fmt.Fprint(c, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more") })
	if res, err := get(t, fast(), url); err != nil || string(res.Body) != "hello" {
		t.Errorf("Content-Length too short: %v", err)
	}
}

// Network 15: an expired certificate, one of another host, one that nobody vouches for, and TLS 1.0.
func TestTLSFaults(t *testing.T) {
	serve := func(version uint16) *httptest.Server {
		s := httptest.NewUnstartedServer(says("secret"))
		s.Config.ErrorLog = log.New(io.Discard, "", 0)
		s.TLS = &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: version}
		s.StartTLS()
		t.Cleanup(s.Close)
		return s
	}
	good := serve(tls.VersionTLS13)
	trusting := func(change func(*tls.Config)) Options {
		opt := fast()
		opt.Base = good.Client().Transport.(*http.Transport).Clone() // trusts the test's own authority
		if change != nil {
			change(opt.Base.TLSClientConfig)
		}
		return opt
	}
	if _, err := get(t, trusting(nil), good.URL); err != nil {
		t.Fatalf("the server itself: %v", err)
	}
	for name, ask := range map[string]func() error{
		"nobody vouches": func() error { _, err := get(t, fast(), good.URL); return err },
		"expired": func() error {
			_, err := get(t, trusting(func(c *tls.Config) { c.Time = func() time.Time { return time.Now().AddDate(200, 0, 0) } }), good.URL)
			return err
		},
		"another host": func() error {
			opt := trusting(nil)
			opt.Resolver = names(t, map[string][]string{"other.test": {"127.0.0.1"}})
			_, err := get(t, opt, strings.Replace(good.URL, "127.0.0.1", "other.test", 1))
			return err
		},
		"TLS 1.0": func() error { _, err := get(t, trusting(nil), serve(tls.VersionTLS10).URL); return err },
	} {
		if wantClass(t, ask(), TLS); t.Failed() {
			t.Errorf("%s", name)
		}
	}
}

// Network 16: headers without end, thousands of headers, a header of another line, informational answers for ever.
func TestHeaderFaults(t *testing.T) {
	for name, answer := range map[string]func(net.Conn){
		"endless header": func(c net.Conn) {
			fmt.Fprint(c, "HTTP/1.1 200 OK\r\nX: ")
			for range 20 << 10 {
				if _, err := fmt.Fprint(c, strings.Repeat("y", 1024)); err != nil {
					return
				}
			}
		},
		"100,000 headers": func(c net.Conn) {
			fmt.Fprint(c, "HTTP/1.1 200 OK\r\n"+strings.Repeat("X-A: b\r\n", 100_000)+"\r\n")
		},
		"broken header line": func(c net.Conn) { fmt.Fprint(c, "HTTP/1.1 200 OK\r\nno colon here\r\n\r\nx") },
		"1xx for ever": func(c net.Conn) {
			for {
				if _, err := fmt.Fprint(c, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"); err != nil {
					return
				}
			}
		},
		"HTTP/0.9": func(c net.Conn) { fmt.Fprint(c, "<html>hello") },
	} {
		opt := fast()
		opt.Attempts, opt.HeaderWait, opt.Timeout = 1, time.Second, 3*time.Second
		start := time.Now()
		res, err := get(t, opt, raw(t, answer))
		if err == nil {
			t.Errorf("%s: no error, body %q", name, res.Body)
		}
		if took := time.Since(start); took > 4*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// Feed 33: our own clock was a year ahead in the last run, or jumps back within one: nobody is left alone for longer than may be.
func TestClockThatJumps(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/a": says("a")})
	now := time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)
	var slept []time.Duration
	opt := fast()
	opt.Delay, opt.HostDir = time.Second, t.TempDir()
	opt.Now = func() time.Time { return now }
	opt.Sleep = func(_ context.Context, d time.Duration) error { slept = append(slept, d); return nil }
	c := New(opt)
	if _, err := c.GetIf(context.Background(), s.URL+"/a", State{NotBefore: now.AddDate(1, 0, 0)}); err != nil {
		t.Errorf("a year ahead: %v", err)
	}
	now = now.AddDate(-1, 0, 0)
	if _, err := c.GetIf(context.Background(), s.URL+"/a", State{}); err != nil {
		t.Errorf("a year back: %v", err)
	}
	for _, d := range slept {
		if d > time.Second {
			t.Errorf("slept for %v, the delay is a second", d)
		}
	}
	if len(slept) == 0 {
		t.Error("no delay at all")
	}
}
