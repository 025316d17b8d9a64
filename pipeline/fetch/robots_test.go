package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// Network 21: robots.txt as RFC 9309 reads it.
func TestRobotsRules(t *testing.T) {
	for _, c := range []struct {
		name, robots string
		allowed      []string
		refused      []string
	}{
		{"empty", "", []string{"/"}, nil},
		{"all", "User-agent: *\nDisallow: /", nil, []string{"/", "/a"}},
		{"nothing disallowed", "User-agent: *\nDisallow:", []string{"/", "/a"}, nil},
		{"our group wins", "User-agent: *\nDisallow: /\n\nUser-agent: CrossTally\nDisallow: /private", []string{"/a"}, []string{"/private/x"}},
		{"version in the token", "User-agent: crosstally/2.0\nDisallow: /a", []string{"/b"}, []string{"/a"}},
		{"longer names are others", "User-agent: crosstallybot\nDisallow: /", []string{"/a"}, nil},
		{"two groups of ours are one", "User-agent: crosstally\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: crosstally\nDisallow: /b", []string{"/c"}, []string{"/a", "/b"}},
		{"several names, one group", "User-agent: x\nUser-agent: crosstally\nDisallow: /a", []string{"/b"}, []string{"/a"}},
		{"longest match", "User-agent: *\nDisallow: /news\nAllow: /news/open", []string{"/news/open/1", "/"}, []string{"/news", "/news/shut", "/newsroom"}},
		{"allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a", []string{"/a"}, nil},
		{"star", "User-agent: *\nDisallow: /*/print", []string{"/print", "/a/b"}, []string{"/a/print", "/a/b/print?x"}},
		{"end", "User-agent: *\nDisallow: /*.pdf$", []string{"/a.pdf?x", "/a.html"}, []string{"/a.pdf", "/b/c.pdf"}},
		{"star and end", "User-agent: *\nDisallow: /a*$", []string{"/b"}, []string{"/a", "/abc"}},
		{"percent", "User-agent: *\nDisallow: /caf%C3%A9\nDisallow: /%61bc", []string{"/cafe"}, []string{"/café", "/abc"}},
		{"query", "User-agent: *\nDisallow: /*?session=", []string{"/a"}, []string{"/a?session=1"}},
		{"case of keys, spaces, comments", "USER-AGENT : * # all\n  disallow :/a # no\n", []string{"/b", "/A"}, []string{"/a"}},
		{"BOM and CRLF", "\xef\xbb\xbfUser-agent: *\r\nDisallow: /a\r\n", []string{"/b"}, []string{"/a"}},
		{"CR alone", "User-agent: *\rDisallow: /a\r", []string{"/b"}, []string{"/a"}},
		{"HTML in its place", "<html><body>User-agent: nothing here</body></html>", []string{"/a"}, nil},
		{"rules before any group", "Disallow: /a\nUser-agent: *\nDisallow: /b", []string{"/a"}, []string{"/b"}},
		{"unknown keys", "User-agent: *\nNoindex: /\nSitemap: https://a.example/s.xml\nDisallow: /a", []string{"/b"}, []string{"/a"}},
		{"robots.txt itself", "User-agent: *\nDisallow: /", []string{"/robots.txt"}, nil},
	} {
		r := parseRobots([]byte(c.robots), "crosstally")
		check := func(path string, want bool) {
			u, err := url.Parse("https://a.example" + path)
			if err != nil {
				t.Fatal(err)
			}
			if r.allows(u) != want {
				t.Errorf("%s: %s allowed is %v", c.name, path, !want)
			}
		}
		for _, p := range c.allowed {
			check(p, true)
		}
		for _, p := range c.refused {
			check(p, false)
		}
	}
}

func TestCrawlDelayIsBounded(t *testing.T) {
	for value, want := range map[string]time.Duration{"2": 2 * time.Second, "0.5": time.Second / 2, "1e9": maxCrawlDelay, "-1": 0, "NaN": 0, "Inf": maxCrawlDelay} {
		if got := parseRobots([]byte("User-agent: *\nCrawl-delay: "+value), "crosstally").delay; got != want {
			t.Errorf("%s: got %v, want %v", value, got, want)
		}
	}
}

// A pattern made to be slow is matched in time of its length times the path's.
func TestRobotsPatternIsLinear(t *testing.T) {
	start := time.Now()
	r := parseRobots([]byte("User-agent: *\n"+strings.Repeat("Disallow: /"+strings.Repeat("*a", 900)+"b\n", 200)), "crosstally")
	u := &url.URL{Path: "/" + strings.Repeat("a", 2000)}
	if !r.allows(u) || time.Since(start) > 3*time.Second {
		t.Errorf("took %v", time.Since(start))
	}
}

func TestRobotsAnswers(t *testing.T) {
	code := func(n int) http.HandlerFunc { return func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(n) } }
	long := "User-agent: *\n" + strings.Repeat("# padding\n", 49<<10) + "Disallow: /late\n" // just under 500 KiB
	for _, c := range []struct {
		name    string
		handler http.HandlerFunc
		path    string
		want    Class // "" is allowed
	}{
		{"404", nil, "/p", ""},
		{"403", code(403), "/p", ""},
		{"503", code(503), "/p", Robots},
		{"429", code(429), "/p", Robots},
		{"redirect", redirects(301, "/moved"), "/p", Robots},
		{"rule at the end of 500 KiB", says(long), "/late", Robots},
		{"600 KB", says(long + strings.Repeat("x", 120<<10)), "/p", ""},
		{"reset", func(w http.ResponseWriter, r *http.Request) { conn, _, _ := w.(http.Hijacker).Hijack(); conn.Close() }, "/p", Net},
	} {
		pages := map[string]http.HandlerFunc{"/p": says("p"), "/late": says("l"), "/moved": says("User-agent: *\nDisallow: /p")}
		if c.handler != nil {
			pages["/robots.txt"] = c.handler
		}
		s := newSite(t, pages)
		_, err := New(fast()).GetIf(context.Background(), s.URL+c.path, State{})
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if wantClass(t, err, c.want); t.Failed() {
			t.Errorf("%s: %v", c.name, err)
		}
		for _, a := range s.requests() {
			if a.path == c.path {
				t.Errorf("%s: the page was asked for", c.name)
			}
		}
	}
}

// It is asked once a day and for each origin; redirects are judged by the robots.txt of where they lead.
func TestRobotsAreAskedOnce(t *testing.T) {
	other := newSite(t, map[string]http.HandlerFunc{"/robots.txt": says("User-agent: *\nDisallow: /shut"), "/shut": says("x")})
	s := newSite(t, map[string]http.HandlerFunc{"/a": says("a"), "/out": redirects(302, other.URL+"/shut")})
	now := time.Now()
	opt := fast()
	opt.Now = func() time.Time { return now }
	c := New(opt)
	ask := func(path string) error { _, err := c.GetIf(context.Background(), s.URL+path, State{}); return err }
	count := func() (n int) {
		for _, a := range s.log {
			if a.path == "/robots.txt" {
				n++
			}
		}
		return n
	}
	for range 3 {
		if err := ask("/a"); err != nil {
			t.Fatal(err)
		}
	}
	wantClass(t, ask("/out"), Robots)
	if got := count(); got != 1 {
		t.Errorf("robots.txt asked %d times", got)
	}
	now = now.Add(25 * time.Hour)
	if err := ask("/a"); err != nil || count() != 2 {
		t.Errorf("a day later: error %v, asked %d times", err, count())
	}
	opt.NoRobots = true
	if _, err := New(opt).GetIf(context.Background(), other.URL+"/shut", State{}); err != nil {
		t.Errorf("NoRobots: %v", err)
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nAllow: /%zz\nCrawl-delay: x"), "/a/b?c")
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		if len(body) > 1<<14 || len(path) > 1<<11 {
			return
		}
		parseRobots(body, "crosstally").allows(&url.URL{Path: "/" + path})
		_ = fmt.Sprint(normalPath(path))
	})
}
