package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

func asError(err error, e **Error) bool { return errors.As(err, e) }

func get(t *testing.T, opt Options, url string) (*Response, error) {
	t.Helper()
	return New(opt).GetIf(context.Background(), url, State{})
}

func TestGet(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		w.Header().Set("ETag", `"1"`)
		fmt.Fprint(w, "caf\xe9")
	}})
	opt := fast()
	opt.UserAgent = "crosstally/9 (+mailto:desk@example.org)"
	res, err := get(t, opt, s.URL+"/a#part")
	if err != nil {
		t.Fatal(err)
	}
	if string(res.Body) != "café" || res.Status != 200 || res.URL != s.URL+"/a" || res.State.ETag != `"1"` || res.Moved != "" {
		t.Errorf("got %+v, body %q", res, res.Body)
	}
	for _, a := range s.log {
		if a.header.Get("User-Agent") != opt.UserAgent || a.header.Get("Cookie") != "" {
			t.Errorf("asked for %s with %v", a.path, a.header)
		}
	}
}

// Network 1, 5, 6, 7, 15, 16, 19: each fault has its class, and only what may pass is tried again.
func TestFaultsHaveClasses(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{
		"/gone": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(410) },
		"/auth": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(401) },
		"/500":  func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) },
		"/304":  func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(304) },
		"/short": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "999")
			fmt.Fprint(w, "cut")
		},
		"/plain": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			fmt.Fprint(w, "no brotli at all")
		},
		"/bomb": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed(t, "gzip", strings.Repeat("\x00", 8<<20)))
		},
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			for k := 0; k < 1<<14; k++ {
				if _, err := fmt.Fprint(w, strings.Repeat("x", 1024)); err != nil {
					return
				}
			}
		},
		"/bighead": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X", strings.Repeat("y", 1<<20))
			w.WriteHeader(200)
		},
		"/reset": func(w http.ResponseWriter, r *http.Request) {
			conn, _, _ := w.(http.Hijacker).Hijack()
			_ = conn.(*net.TCPConn).SetLinger(0)
			conn.Close()
		},
	})
	secure := httptest.NewTLSServer(says("x"))
	defer secure.Close()
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	refusing := "http://" + nobody.Addr().String()
	nobody.Close()
	http09 := raw(t, func(c net.Conn) { fmt.Fprint(c, "hello, this is no HTTP at all\r\n\r\n") })
	resolver := names(t, map[string][]string{})
	for _, c := range []struct {
		name, url string
		class     Class
		status    int
		attempts  int
	}{
		{"410", s.URL + "/gone", HTTP, 410, 1},
		{"404", s.URL + "/none", HTTP, 404, 1},
		{"401", s.URL + "/auth", HTTP, 401, 1},
		{"500", s.URL + "/500", HTTP, 500, 3},
		{"304 without condition", s.URL + "/304", Protocol, 304, 1},
		{"Content-Length too long", s.URL + "/short", Incomplete, 0, 3},
		{"plain labelled br", s.URL + "/plain", Encoding, 0, 1},
		{"gzip bomb", s.URL + "/bomb", TooLarge, 0, 1},
		{"endless body", s.URL + "/endless", TooLarge, 0, 1},
		{"large header", s.URL + "/bighead", Protocol, 0, 1},
		{"reset", s.URL + "/reset", Net, 0, 3},
		{"refused", refusing, Net, 0, 0},
		{"self-signed", secure.URL, TLS, 0, 0},
		{"no HTTP", http09, Protocol, 0, 1},
		{"host not found", "http://nowhere.example", Net, 0, 0},
		{"file", "file:///etc/passwd", BadURL, 0, 0},
		{"no host", "http:///x", BadURL, 0, 0},
		{"too long", "http://a.example/" + strings.Repeat("x", 3000), BadURL, 0, 0},
	} {
		opt := fast()
		opt.MaxBytes, opt.Resolver = 1<<20, resolver
		res, err := get(t, opt, c.url)
		e := wantClass(t, err, c.class)
		if res != nil || e.Status != c.status || c.attempts > 0 && e.Attempts != c.attempts {
			t.Errorf("%s: response %v, status %d, want %d; %d attempts, want %d (%v)", c.name, res != nil, e.Status, c.status, e.Attempts, c.attempts, err)
		}
		if len(e.Error()) > 600 {
			t.Errorf("%s: message of %d bytes", c.name, len(e.Error()))
		}
	}
}

// Network 2: a server that accepts and never answers.
func TestSilentServer(t *testing.T) {
	url := raw(t, func(c net.Conn) { time.Sleep(5 * time.Second) })
	opt := fast()
	opt.Attempts, opt.HeaderWait = 1, 300*time.Millisecond
	start := time.Now()
	_, err := get(t, opt, url)
	wantClass(t, err, Timeout)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v, the limit is %v", took, opt.HeaderWait)
	}
}

// Network 3: a byte now and then for ever, which a total time limit alone would bear for long.
func TestSlowBody(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/drip": func(w http.ResponseWriter, r *http.Request) {
		for range 200 {
			fmt.Fprint(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
			if r.Context().Err() != nil {
				return
			}
		}
	}})
	opt := fast()
	opt.RateWindow = 200 * time.Millisecond
	start := time.Now()
	_, err := get(t, opt, s.URL+"/drip")
	wantClass(t, err, Slow)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	opt.MinRate, opt.Timeout, opt.Attempts = 1, 500*time.Millisecond, 1
	_, err = get(t, opt, s.URL+"/drip")
	wantClass(t, err, Timeout)
}

// Network 8, 9: circles, chains and schemes.
func TestRedirects(t *testing.T) {
	pages := map[string]http.HandlerFunc{
		"/end": says("end"), "/self": redirects(302, "/self"), "/a": redirects(302, "/b"), "/b": redirects(302, "/a"),
		"/file": redirects(302, "file:///etc/passwd"), "/data": redirects(302, "data:text/html,x"), "/gopher": redirects(302, "gopher://h/x"),
		"/none": redirects(302, ""), "/bad": redirects(302, "http://[::1"), "/for-good": redirects(308, "/end"), "/mixed": redirects(302, "/for-good"),
	}
	for k := range 50 {
		pages[fmt.Sprintf("/chain%d", k)] = redirects(307, fmt.Sprintf("/chain%d", k+1))
	}
	pages["/ten9"] = redirects(301, "/end")
	for k := range 9 {
		pages[fmt.Sprintf("/ten%d", k)] = redirects(301, fmt.Sprintf("/ten%d", k+1))
	}
	s := newSite(t, pages)
	for _, path := range []string{"/self", "/a", "/file", "/data", "/gopher", "/none", "/bad", "/chain0"} {
		_, err := get(t, fast(), s.URL+path)
		if wantClass(t, err, Redirect); t.Failed() {
			t.Errorf("%s: %v", path, err)
		}
	}
	for path, moved := range map[string]string{"/ten0": "/end", "/for-good": "/end", "/mixed": ""} {
		res, err := get(t, fast(), s.URL+path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if want := s.URL + "/end"; res.URL != want || res.Moved != strings.Replace(moved, "/end", want, 1) {
			t.Errorf("%s: at %s, moved to %q, want %q", path, res.URL, res.Moved, moved)
		}
	}
}

// Network 10, 11, 12: canaries on private addresses are never touched, however they are spelt or reached.
func TestPrivateAddressesAreNeverDialled(t *testing.T) {
	touched := false
	canary := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { touched = true }))
	defer canary.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(canary.URL, "http://"), ":")
	front, err := net.Listen("tcp", "127.0.0.2:0") // plays a public host
	if err != nil {
		t.Skipf("no second loopback address: %v", err)
	}
	mux := http.NewServeMux()
	srv := &httptest.Server{Listener: front, Config: &http.Server{Handler: mux}}
	srv.Start()
	defer srv.Close()
	_, frontPort, _ := net.SplitHostPort(front.Addr().String())
	opt := fast()
	opt.AllowPrivate, opt.Private, opt.Attempts = false, []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}, 1
	opt.Resolver = names(t, map[string][]string{
		"inside.example": {"127.0.0.1"}, "metadata.example": {"169.254.169.254"},
		"moving.example": {"127.0.0.2", "127.0.0.2", "127.0.0.1", "127.0.0.1"},
	})
	hosts := []string{"127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "localhost", "localhost.", "[::ffff:127.0.0.1]", "inside.example", "user@127.0.0.1", "0.0.0.0"}
	for k, h := range hosts {
		mux.HandleFunc(fmt.Sprintf("/to%d", k), redirects(302, "http://"+h+":"+port+"/"))
		for _, url := range []string{"http://" + h + ":" + port + "/", fmt.Sprintf("%s/to%d", srv.URL, k)} {
			if _, err := get(t, opt, url); err == nil {
				t.Errorf("%s: no error", url)
			}
		}
	}
	for _, h := range []string{"10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "metadata.example", "100.64.0.1", "[fd00::1]", "[fe80::1]", "[64:ff9b::7f00:1]"} {
		if _, err := get(t, opt, "http://"+h+"/"); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: error %v, want %v", h, err, ErrPrivate)
		}
	}
	// Rebinding: the name is harmless for robots.txt and the first page, then points inside.
	opt.Base = &http.Transport{DisableKeepAlives: true}
	mux.HandleFunc("/{$}", says("public"))
	c := New(opt)
	moving := "http://moving.example:" + frontPort + "/"
	if _, err := c.GetIf(context.Background(), moving, State{}); err != nil {
		t.Errorf("before it moves: %v", err)
	}
	if _, err := c.GetIf(context.Background(), moving, State{}); !errors.Is(err, ErrPrivate) {
		t.Errorf("after it moved: error %v, want %v", err, ErrPrivate)
	}
	if touched {
		t.Error("the canary was touched")
	}
}

func TestIsPublic(t *testing.T) {
	for addr, want := range map[string]bool{
		"1.1.1.1": true, "8.8.8.8": true, "2606:4700::1111": true, "2002:808:808::1": true, "64:ff9b::808:808": true, "::ffff:8.8.8.8": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.31.0.1": false, "192.168.0.1": false, "169.254.1.1": false, "100.100.0.1": false, "0.1.2.3": false,
		"224.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false, "::1": false, "::": false, "fd00::1": false, "fe80::1%eth0": false,
		"ff02::1": false, "::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false, "2001:db8::1": false, "::7f00:1": false, "fec0::1": false,
	} {
		if got := isPublic(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s: public %v, want %v", addr, got, want)
		}
	}
}

// Network 13: credentials of a URL go to its own host only and into no message.
func TestCredentialsStay(t *testing.T) {
	other := newSite(t, map[string]http.HandlerFunc{"/x": says("x")})
	s := newSite(t, map[string]http.HandlerFunc{"/a": redirects(302, strings.Replace(other.URL, "http://", "http://evil:pw@", 1)+"/x"), "/b": says("b")})
	own := strings.Replace(s.URL, "http://", "http://desk:secret@", 1)
	if _, err := get(t, fast(), own+"/a"); err != nil {
		t.Fatal(err)
	}
	if got := other.requests(); len(got) != 1 || got[0].header.Get("Authorization") != "" {
		t.Errorf("the other host was asked with %v", got)
	}
	_, err := get(t, fast(), own+"/none")
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("error %v", err)
	}
}

// Network 14: a proxy does not reach what we would not.
func TestProxyTargetIsJudged(t *testing.T) {
	opt := fast()
	opt.AllowPrivate = false
	opt.Resolver = names(t, map[string][]string{"inside.example": {"10.0.0.7"}, "outside.example": {"1.1.1.1"}})
	c := New(opt)
	if err := c.judgeHost(context.Background(), "inside.example"); !errors.Is(err, ErrPrivate) {
		t.Errorf("private target: error %v", err)
	}
	if err := c.judgeHost(context.Background(), "outside.example"); err != nil {
		t.Errorf("public target: error %v", err)
	}
	if err := c.judgeHost(context.Background(), "unknown.example"); err == nil {
		t.Error("a target that cannot be judged must be refused")
	}
	if got := proxyAddress(&url.URL{Scheme: "https", Host: "proxy.example"}); got != "proxy.example:443" {
		t.Errorf("proxy at %s", got)
	}
}

// Network 17: a second night asks with a condition and keeps the state.
func TestConditionalRequests(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/feed": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `W/"7"`)
		w.Header().Set("Last-Modified", "Tue, 03 Mar 2026 10:00:00 GMT")
		if r.Header.Get("If-None-Match") == `W/"7"` && r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(304)
			return
		}
		fmt.Fprint(w, "feed")
	}})
	first, err := get(t, fast(), s.URL+"/feed")
	if err != nil {
		t.Fatal(err)
	}
	second, err := New(fast()).GetIf(context.Background(), s.URL+"/feed", first.State)
	if err != nil {
		t.Fatal(err)
	}
	if !second.NotModified || second.Body != nil || second.State != first.State {
		t.Errorf("got %+v", second)
	}
	_, err = New(fast()).GetIf(context.Background(), s.URL+"/none", first.State)
	if e := wantClass(t, err, HTTP); e.State.ETag != `W/"7"` {
		t.Errorf("a failure must not forget the state: %+v", e.State)
	}
}

// Network 18: Retry-After in every form.
func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"5": 5 * time.Second, "Wed, 04 Mar 2026 10:01:00 GMT": time.Minute, "Wed, 04 Mar 2020 10:00:00 GMT": 0, "-3": 0, "0": 0, "soon": 0, "": 0,
		"315360000": maxRetryAfter, "99999999999999": maxRetryAfter, "Fri, 04 Mar 2036 10:00:00 GMT": maxRetryAfter,
	} {
		got := retryAfter(value, now)
		if want == 0 && !got.IsZero() || want != 0 && got.Sub(now) != want {
			t.Errorf("%q: got %v, want %v later", value, got, want)
		}
	}
	answers := 0
	s := newSite(t, map[string]http.HandlerFunc{
		"/busy": func(w http.ResponseWriter, r *http.Request) {
			if answers++; answers < 2 {
				w.Header().Set("Retry-After", "7")
				w.WriteHeader(429)
				return
			}
			fmt.Fprint(w, "now")
		},
		"/closed": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(503)
		},
	})
	var slept []time.Duration
	opt := fast()
	opt.Now = func() time.Time { return now }
	opt.Sleep = func(_ context.Context, d time.Duration) error { slept = append(slept, d); return nil }
	if _, err := get(t, opt, s.URL+"/busy"); err != nil || len(slept) != 1 || slept[0] != 7*time.Second {
		t.Errorf("error %v, slept %v", err, slept)
	}
	_, err := get(t, opt, s.URL+"/closed")
	e := wantClass(t, err, Wait)
	if e.Status != 503 || e.Attempts != 1 || !e.State.NotBefore.Equal(now.Add(time.Hour)) {
		t.Errorf("got %+v", e)
	}
	n := len(s.requests())
	_, err = New(opt).GetIf(context.Background(), s.URL+"/closed", e.State) // the next run, too early
	wantClass(t, err, Wait)
	if len(s.requests()) != n {
		t.Error("the server was asked although it had asked to be left alone")
	}
}

// Network 20: one request at a time, a delay between them, also for two clients that share a folder.
func TestHostsAreAskedOneAtATime(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/p": func(w http.ResponseWriter, r *http.Request) { time.Sleep(10 * time.Millisecond); fmt.Fprint(w, "p") }})
	opt := fast()
	opt.Delay, opt.HostDir, opt.Sleep = 60*time.Millisecond, t.TempDir(), nil
	a, b := New(opt), New(opt)
	var wg sync.WaitGroup
	for k := range 6 {
		wg.Go(func() {
			if _, err := []*Client{a, b}[k%2].GetIf(context.Background(), s.URL+"/p", State{}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if s.most != 1 {
		t.Errorf("%d requests at once", s.most)
	}
	if len(s.log) != 8 {
		t.Errorf("%d requests, want 6 and a robots.txt for each client", len(s.log))
	}
	for k := 1; k < len(s.log); k++ {
		if gap := s.log[k].at.Sub(s.log[k-1].at); gap < 60*time.Millisecond {
			t.Errorf("%v between requests %d and %d, want 60ms or more", gap, k-1, k)
		}
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/p": says("p")})
	opt := fast()
	opt.HostDir = "/dev/null/hosts"
	if _, err := get(t, opt, s.URL+"/p"); err != nil {
		t.Error(err)
	}
}

func TestCancel(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/hang": func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }})
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := New(fast()).GetIf(ctx, s.URL+"/hang", State{})
	if e := wantClass(t, err, Canceled); e.Attempts != 1 {
		t.Errorf("%d attempts", e.Attempts)
	}
}

// A slow host must not hold up another.
func TestHostsDoNotWaitForEachOther(t *testing.T) {
	slow := newSite(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }})
	good := newSite(t, map[string]http.HandlerFunc{"/x": says("x")})
	c := New(fast())
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	wg.Go(func() { _, _ = c.GetIf(ctx, slow.URL+"/x", State{}) })
	start := time.Now()
	for range 20 {
		if _, err := c.GetIf(context.Background(), good.URL+"/x", State{}); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("20 pages took %v beside a hanging host", took)
	}
	cancel()
	wg.Wait()
}
