package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"crosstally/pipeline"
	"crosstally/pipeline/fetch"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// A hostileHost has one fault, which its feed's account must name by its class.
type hostileHost struct {
	fault  string
	class  intake.Class
	secure bool                                                          // served over TLS
	serve  http.HandlerFunc                                              // of everything but robots.txt, which is missing
	whole  bool                                                          // serve answers for robots.txt as well
	open   func(c *town, name, addr string, h http.Handler) (url string) // other ways to serve
}

func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, body) }
}

func to(target string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusFound) }
}

func answers(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(status) }
}

// packed serves 64 MB that travel as a few kilobytes.
func packed(encoding string, pack func(io.Writer) io.WriteCloser) http.HandlerFunc {
	var b bytes.Buffer
	z := pack(&b)
	_, _ = io.Copy(z, io.LimitReader(zeroes{}, 64<<20))
	_ = z.Close()
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", encoding)
		_, _ = w.Write(b.Bytes())
	}
}

type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// drip serves a byte now and then, for ever.
func drip(w http.ResponseWriter, r *http.Request) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for r.Context().Err() == nil {
		if _, err := fmt.Fprint(w, "<"); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		<-tick.C
	}
}

// hijacked answers byte for byte.
func hijacked(answer func(io.Writer)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		answer(conn)
	}
}

func nodeFlood() string {
	var b strings.Builder
	b.WriteString("<html><body><article><p>")
	for i := range 450 {
		fmt.Fprintf(&b, "<b %d>", i)
	}
	return b.String() + strings.Repeat("<p>At least 5,000 people died.", 50_000)
}

func attributeFlood() string {
	var b strings.Builder
	b.WriteString("<html>")
	for i := range 8000 {
		fmt.Fprintf(&b, "<body a%d=1>", i)
	}
	return b.String() + "<p>At least 5,000 people died."
}

// certified serves over TLS with a certificate that change spoils.
func certified(change func(*tls.Config, *x509.Certificate)) func(*town, string, string, http.Handler) string {
	return func(c *town, name, addr string, h http.Handler) string {
		conf := c.secure(name, func(x *x509.Certificate) { change(nil, x) })
		change(conf, nil)
		return c.host(name, addr, "0", conf, h)
	}
}

// misnamed is a host whose name nobody answers for.
func misnamed(prefix string) func(*town, string, string, http.Handler) string {
	return func(_ *town, name, _ string, _ http.Handler) string { return "http://" + prefix + name }
}

// hostileHosts are forty hosts and more of one fault each.
func (c *town) hostileHosts() []hostileHost {
	silent := func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	return append(c.privateHosts(), []hostileHost{
		{fault: "never answers", class: fetch.Timeout, serve: silent, whole: true},
		{fault: "never answers for its feed", class: fetch.Timeout, serve: silent, secure: true},
		{fault: "500", class: fetch.HTTP, serve: answers(500), secure: true},
		{fault: "410 gone", class: fetch.HTTP, serve: answers(410)},
		{fault: "robots.txt broken", class: fetch.Robots, serve: answers(503), whole: true},
		{fault: "robots.txt shuts all", class: fetch.Robots, serve: says("User-agent: *\nDisallow: /"), whole: true, secure: true},
		{fault: "429 for a day", class: fetch.Wait, serve: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "99999")
			w.WriteHeader(429)
		}},
		{fault: "circle", class: fetch.Redirect, serve: to("/feed"), secure: true},
		{fault: "redirects without end", class: fetch.Redirect, serve: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) }},
		{fault: "reset", class: fetch.Net, serve: func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }},
		{fault: "endless body", class: fetch.TooLarge, serve: func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(w, zeroes{}) }, secure: true},
		{fault: "gzip bomb", class: fetch.TooLarge, serve: packed("gzip", func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })},
		{fault: "brotli bomb", class: fetch.TooLarge, serve: packed("br", func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 1) }), secure: true},
		{fault: "zstd bomb", class: fetch.TooLarge, serve: packed("zstd", func(w io.Writer) io.WriteCloser {
			z, err := zstd.NewWriter(w)
			if err != nil {
				c.t.Fatal(err)
			}
			return z
		})},
		{fault: "drip", class: fetch.Slow, serve: drip, secure: true},
		{fault: "plain as brotli", class: fetch.Encoding, serve: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			fmt.Fprint(w, strings.Repeat("plain ", 1000))
		}},
		{fault: "body cut", class: fetch.Incomplete, serve: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "999")
			fmt.Fprint(w, "<rss>")
		}, secure: true},
		{fault: "HTTP/0.9", class: fetch.Protocol, serve: hijacked(func(w io.Writer) { fmt.Fprint(w, "<html>hello") })},
		{fault: "header flood", class: fetch.Protocol, serve: hijacked(func(w io.Writer) {
			fmt.Fprint(w, "HTTP/1.1 200 OK\r\n"+strings.Repeat("X-A: b\r\n", 100_000)+"\r\n")
		}), secure: true},
		{fault: "deep feed", class: intake.BrokenIn, serve: says("<rss><channel><item>" + strings.Repeat("<x:a>", 300_000))},
		{fault: "JSON nulls", class: intake.BrokenIn, serve: says(`{"version":"https://jsonfeed.org/version/1.1","items":[null]}`)},
		{fault: "PDF", class: intake.NotAFeed, serve: says("%PDF-1.7"), secure: true},
		{fault: "empty", class: intake.Empty, serve: says("")},
		{fault: "node flood", class: intake.Budget, serve: says(nodeFlood())},
		{fault: "attribute flood", class: intake.Budget, serve: says(attributeFlood()), secure: true},
		{fault: "certificate expired", class: fetch.TLS, open: certified(func(_ *tls.Config, x *x509.Certificate) {
			if x != nil {
				x.NotBefore, x.NotAfter = time.Now().Add(-48*time.Hour), time.Now().Add(-time.Hour)
			}
		})},
		{fault: "certificate of another host", class: fetch.TLS, open: certified(func(_ *tls.Config, x *x509.Certificate) {
			if x != nil {
				x.DNSNames = []string{"other.example"}
			}
		})},
		{fault: "TLS 1.0", class: fetch.TLS, open: certified(func(conf *tls.Config, _ *x509.Certificate) {
			if conf != nil {
				conf.MinVersion, conf.MaxVersion = tls.VersionTLS10, tls.VersionTLS10
			}
		})},
		{fault: "unknown name", class: fetch.Net, open: misnamed("nowhere.")},
		{fault: "name server fails", class: fetch.Net, open: misnamed("servfail.")},
		{fault: "name server is mute", class: fetch.Timeout, open: misnamed("mute.")},
		{fault: "no TLS on its port", class: fetch.TLS, open: func(c *town, name, addr string, _ http.Handler) string {
			return c.rawHost(name, addr, &tls.Config{}, func(conn net.Conn) { fmt.Fprint(conn, "220 mail.example ready for you\r\n") })
		}},
	}...)
}

// privateHosts lead to the machine itself, where canaries are.
func (c *town) privateHosts() []hostileHost {
	inside := func(host string) string { return "http://" + host + ":" + c.canary + "/" }
	return []hostileHost{
		{fault: "to loopback", class: fetch.Private, serve: to(inside("127.0.0.1")), secure: true},
		{fault: "to localhost", class: fetch.Private, serve: to(inside("localhost"))},
		{fault: "to a decimal address", class: fetch.Net, serve: to(inside("2130706433"))},
		{fault: "to IPv6 loopback", class: fetch.Private, serve: to(inside("[::1]")), secure: true},
		{fault: "to a mapped address", class: fetch.Private, serve: to(inside("[::ffff:127.0.0.1]"))},
		{fault: "to a name of inside", class: fetch.Private, serve: to(inside("inside.example"))},
		{fault: "to an IPv6 name of inside", class: fetch.Private, serve: to(inside("inside6.example")), secure: true},
		{fault: "to a file", class: fetch.Redirect, serve: to("file:///etc/passwd")},
		{fault: "links inside", class: fetch.Private, serve: says(rss("Inside", inside("127.0.0.1")+"a", inside("inside.example")+"b"))},
		{fault: "robots.txt leads inside", class: fetch.Private, serve: to(inside("127.0.0.1")), whole: true},
		{fault: "a name of many addresses", class: fetch.HTTP, open: func(c *town, name, addr string, _ http.Handler) string {
			c.names[name] = [][]string{{"127.0.0.1", addr, "::1"}} // of which one may be asked
			return c.host(name, addr, c.canary, nil, http.NotFoundHandler())
		}},
		{fault: "a name that moves inside", class: fetch.Private, open: func(c *town, name, addr string, _ http.Handler) string {
			c.names[name] = [][]string{{addr}, {"127.0.0.1"}} // the first question is that for robots.txt
			return c.host(name, addr, c.canary, nil, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Connection", "close")
				w.WriteHeader(http.StatusNotFound)
			}))
		}},
	}
}

const (
	townDelay = 15 * time.Millisecond
	townAgent = "crosstally/test"
)

// goodHost serves a feed of three stories with validators; shut ones list a page besides that their robots.txt disallows.
func goodHost(k int, shut bool) http.Handler {
	paths := []string{"/a", "/b", "/c"}
	n := &newsroom{pages: map[string]string{"/robots.txt": "User-agent: *\nDisallow: /shut\n"}}
	for i, p := range paths {
		n.pages[p] = manyPages(3*k + i + 1)[3*k+i]
	}
	if shut {
		paths = append(paths, "/shut")
	}
	n.pages["/feed"] = rss(fmt.Sprintf("Desk %d", k), paths...)
	return n
}

// serveIn opens a hostile host in a town, and returns the URL of its feed.
func (h hostileHost) serveIn(c *town, k int) string {
	mux := http.NewServeMux()
	if !h.whole {
		mux.HandleFunc("/robots.txt", http.NotFound)
	}
	if h.serve != nil {
		mux.HandleFunc("/", h.serve)
	}
	name, addr := fmt.Sprintf("bad%d.example", k), fmt.Sprintf("127.0.2.%d", k+1)
	if h.open != nil {
		return h.open(c, name, addr, mux) + "/feed"
	}
	var conf *tls.Config
	if h.secure {
		conf = c.secure(name, nil)
	}
	return c.host(name, addr, "0", conf, mux) + "/feed"
}

// night reads feeds as a run of the command does, with a client of its own.
func (c *town) night(st *store.Store, feeds []string, opt fetch.Options) pipeline.Report {
	c.t.Helper()
	robots := pipeline.NewRobotsMemory(st)
	opt.UserAgent, opt.Robots, opt.Resolver, opt.Base = townAgent, robots, c.resolver(), c.trusting()
	opt.Private = []netip.Prefix{netip.MustParsePrefix("127.0.1.0/24"), netip.MustParsePrefix("127.0.2.0/24")}
	report, err := pipeline.Run(context.Background(), &intake.Reader{Client: fetch.New(opt), Memory: st}, feeds, st, pipeline.Options{Robots: robots})
	if err != nil {
		c.t.Fatal(err)
	}
	return report
}

// anonymous is the process's anonymous memory in bytes; 0 where that cannot be known.
func anonymous() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "RssAnon:")
	kb, _ := strconv.ParseInt(strings.Fields(after + " 0")[0], 10, 64)
	return kb << 10
}

// mixed lays two hostile feeds before each good one.
func mixed(good, hostile []string) (all []string) {
	for k, h := range hostile {
		if all = append(all, h); k%2 == 1 && k/2 < len(good) {
			all = append(all, good[k/2])
		}
	}
	return all
}

// Forty hostile hosts and more beside twenty good ones, half of them over TLS: the good give the same facts as alone, the hostile nothing but
// the reason; nothing private is touched; every good host is asked on one connection, one thing at a time, with a delay, as its
// robots.txt says, for nothing twice, and with conditions the second night.
func TestHostileNight(t *testing.T) {
	c := newTown(t)
	opt := fetch.Options{Delay: townDelay, HeaderWait: 1500 * time.Millisecond, Timeout: 3 * time.Second, MinRate: 200, RateWindow: time.Second, Attempts: 1, MaxWait: time.Second}
	var good, hostile []string
	shut := 0
	for k := range 20 {
		name, conf := fmt.Sprintf("good%d.example", k), (*tls.Config)(nil)
		if k%5 == 4 {
			shut++
			name = fmt.Sprintf("good%d-shut.example", k)
		}
		if k%2 == 1 {
			conf = c.secure(name, nil)
		}
		good = append(good, c.host(name, fmt.Sprintf("127.0.1.%d", k+1), "0", conf, goodHost(k, k%5 == 4))+"/feed")
	}
	class := map[string]hostileHost{}
	for k, h := range c.hostileHosts() {
		url := h.serveIn(c, k)
		hostile, class[url] = append(hostile, url), h
	}
	if len(hostile) < 40 {
		t.Fatalf("%d hostile hosts", len(hostile))
	}
	all := mixed(good, hostile)
	alone := newStore(t)
	if got := c.night(alone, good, opt); got.Account.Stored != 60 || got.Account.Refused != shut {
		t.Fatalf("alone: %s, %v", got.Account, got.Refusals)
	}
	c.check(1)
	st := newStore(t)
	var report pipeline.Report
	if got := peakWhile(func() { report = c.night(st, all, opt) }); got > 512<<20 {
		t.Errorf("%d MB of anonymous memory", got>>20)
	}
	if report.Account.Stored != 60 {
		t.Errorf("beside hostile hosts: %s", report.Account)
	}
	if got, want := jsonl(t, facts(t, st)), jsonl(t, facts(t, alone)); got != want || want == "" {
		t.Error("the good hosts give other facts beside hostile ones")
	}
	named := 0
	for _, s := range report.Sources {
		if h, ok := class[s.Source]; ok {
			named++
			if s.Stored+s.Duplicate != 0 || s.Refused == 0 || s.Errors[h.class] != s.Refused {
				t.Errorf("%s: %s, %v, want class %s", h.fault, s.Account, s.Errors, h.class)
			}
		}
	}
	if named != len(hostile) {
		t.Errorf("%d of %d hostile hosts are accounted for", named, len(hostile))
	}
	c.check(1)
	if second := c.night(st, all, opt); second.Account.Stored != 0 {
		t.Errorf("second night: %s", second.Account)
	}
	c.check(2)
	if n := c.touched.Load(); n != 0 {
		t.Errorf("%d connections to private addresses", n)
	}
}
