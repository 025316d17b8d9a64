package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"crosstally/pipeline"
	"crosstally/pipeline/fetch"
	"crosstally/pipeline/intake"
	"crosstally/store"
)

// A town is a network of our own: hosts with names of their own on 127.0.1.0/24 and 127.0.2.0/24, which play the public net, and
// canaries on loopback, which nobody may touch.
type town struct {
	t       *testing.T
	mu      sync.Mutex
	names   map[string][]string // host -> addresses, one for each question in turn
	turn    map[string]int
	hosts   map[string]*hostLog
	touched atomic.Int64 // connections to canaries
	canary  string       // port
}

// A hostLog is what a host was asked for.
type hostLog struct {
	mu    sync.Mutex
	open  int
	most  int // requests at once
	asked []hostRequest
}

type hostRequest struct {
	path        string
	conditional bool
	agent       string
	from        time.Time
	to          time.Time
}

func newTown(t *testing.T) *town {
	t.Helper()
	c := &town{t: t, names: map[string][]string{}, turn: map[string]int{}, hosts: map[string]*hostLog{}}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, c.canary, _ = net.SplitHostPort(l.Addr().String())
	c.watch(l)
	if l6, err := net.Listen("tcp", "[::1]:"+c.canary); err == nil {
		c.watch(l6)
	}
	return c
}

func (c *town) watch(l net.Listener) {
	c.t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			c.touched.Add(1)
			conn.Close()
		}
	}()
}

// host serves on an address of its own under a name, and returns the URL of its feed.
func (c *town) host(name, addr string, h http.Handler) string {
	c.t.Helper()
	l, err := net.Listen("tcp", addr+":0")
	if err != nil {
		c.t.Skipf("no address %s for a host of its own: %v", addr, err)
	}
	hl := &hostLog{}
	srv := &httptest.Server{Listener: l, Config: &http.Server{ErrorLog: log.New(io.Discard, "", 0), Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hl.mu.Lock()
		hl.open++
		hl.most = max(hl.most, hl.open)
		k := len(hl.asked)
		hl.asked = append(hl.asked, hostRequest{path: r.URL.Path, conditional: r.Header.Get("If-None-Match") != "", agent: r.UserAgent(), from: time.Now()})
		hl.mu.Unlock()
		defer func() {
			hl.mu.Lock()
			hl.open--
			hl.asked[k].to = time.Now()
			hl.mu.Unlock()
		}()
		h.ServeHTTP(w, r)
	})}}
	srv.Start()
	c.t.Cleanup(srv.Close)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.names[name], c.hosts[name] = []string{addr}, hl
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return "http://" + name + ":" + port + "/feed"
}

// resolver answers for the names of the town.
func (c *town) resolver() *net.Resolver {
	c.t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			c.answer(&m)
			if out, err := m.Pack(); err == nil {
				_, _ = conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func (c *town) answer(m *dnsmessage.Message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	q := m.Questions[0]
	m.Response, m.Additionals = true, nil
	name := strings.ToLower(strings.TrimSuffix(q.Name.String(), "."))
	ips := c.names[name]
	switch {
	case len(ips) == 0:
		m.RCode = dnsmessage.RCodeNameError
	case q.Type == dnsmessage.TypeA:
		ip := netip.MustParseAddr(ips[min(c.turn[name], len(ips)-1)]).As4()
		c.turn[name]++
		m.Answers = append(m.Answers, dnsmessage.Resource{Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class}, Body: &dnsmessage.AResource{A: ip}})
	}
}

// goodHost serves a feed of three stories with validators.
func goodHost(k int) http.Handler {
	n := &newsroom{pages: map[string]string{"/feed": rss(fmt.Sprintf("Desk %d", k), "/a", "/b", "/c"), "/robots.txt": "User-agent: *\nDisallow: /shut\n"}}
	for i, p := range []string{"/a", "/b", "/c"} {
		n.pages[p] = manyPages(3*k + i + 1)[3*k+i]
	}
	return n
}

// hostile are hosts of one fault each.
func (c *town) hostile() map[string]http.HandlerFunc {
	bomb := func() []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(bytes.Repeat([]byte("<p>x"), 16<<20))
		_ = z.Close()
		return b.Bytes()
	}()
	var nodes strings.Builder
	nodes.WriteString("<html><body><article><p>")
	for i := range 450 {
		fmt.Fprintf(&nodes, "<b %d>", i)
	}
	nodes.WriteString(strings.Repeat("<p>At least 5,000 people died.", 50_000))
	to := func(target string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusFound) }
	}
	says := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, body) }
	}
	return map[string]http.HandlerFunc{
		"never answers": func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"error":         func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) },
		"gone":          func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(410) },
		"circle":        func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) },
		"reset":         func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) },
		"endless":       func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(w, io.LimitReader(zeroes{}, 1<<30)) },
		"bomb": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(bomb)
		},
		"drip":                 drip,
		"deep feed":            says("<rss><channel><item>" + strings.Repeat("<x:a>", 300_000)),
		"JSON nulls":           says(`{"version":"https://jsonfeed.org/version/1.1","items":[null]}`),
		"no feed":              says("%PDF-1.7"),
		"empty":                says(""),
		"node flood":           says(nodes.String()),
		"to loopback":          to("http://127.0.0.1:" + c.canary + "/"),
		"to localhost":         to("http://localhost:" + c.canary + "/"),
		"to a decimal address": to("http://2130706433:" + c.canary + "/"),
		"to IPv6 loopback":     to("http://[::1]:" + c.canary + "/"),
		"to a mapped address":  to("http://[::ffff:127.0.0.1]:" + c.canary + "/"),
		"to a name of inside":  to("http://inside.example:" + c.canary + "/"),
		"to a file":            to("file:///etc/passwd"),
		"links inside":         says(rss("Inside", "http://127.0.0.1:"+c.canary+"/a", "http://inside.example:"+c.canary+"/b")),
		"waits": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "99999")
			w.WriteHeader(429)
		},
		"plain as br": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			fmt.Fprint(w, "plain")
		},
		"short": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "999")
			fmt.Fprint(w, "<rss>")
		},
	}
}

type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := fmt.Fprint(w, "<"); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		time.Sleep(50 * time.Millisecond)
	}
}

const townDelay = 15 * time.Millisecond

func (c *town) night(st *store.Store, feeds []string) pipeline.Report {
	c.t.Helper()
	robots := pipeline.NewRobotsMemory(st)
	client := fetch.New(fetch.Options{UserAgent: "crosstally/test", Private: []netip.Prefix{netip.MustParsePrefix("127.0.1.0/24"), netip.MustParsePrefix("127.0.2.0/24")}, Resolver: c.resolver(),
		Delay: townDelay, HeaderWait: 2 * time.Second, Timeout: 4 * time.Second, MinRate: 200, RateWindow: time.Second, Attempts: 1, MaxWait: time.Second, Robots: robots})
	report, err := pipeline.Run(context.Background(), &intake.Reader{Client: client, Memory: st}, feeds, st, pipeline.Options{Robots: robots})
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

// Forty hostile hosts beside twenty good ones: the good give the same facts as alone, the hostile nothing; nothing private is
// touched; every host is asked one thing at a time, with a delay, as its robots.txt says, and with conditions the second night.
func TestHostileNight(t *testing.T) {
	c := newTown(t)
	c.names["inside.example"] = []string{"127.0.0.1"}
	var good, all []string
	for k := range 20 {
		good = append(good, c.host(fmt.Sprintf("good%d.example", k), fmt.Sprintf("127.0.1.%d", k+1), goodHost(k)))
	}
	faults := c.hostile()
	var hostile []string
	for k := 0; len(hostile) < 40; k++ {
		for name, h := range faults {
			if len(hostile) < 40 {
				n := len(hostile)
				mux := http.NewServeMux()
				mux.HandleFunc("/robots.txt", http.NotFound)
				mux.HandleFunc("/", h)
				url := c.host(fmt.Sprintf("bad%d.example", n), fmt.Sprintf("127.0.2.%d", n+1), mux)
				if name == "gone" { // a name that is public when it is judged and inside when it is asked
					c.names[fmt.Sprintf("bad%d.example", n)] = []string{fmt.Sprintf("127.0.2.%d", n+1), "127.0.0.1"}
				}
				hostile = append(hostile, url)
			}
		}
	}
	for k, h := range hostile {
		if all = append(all, h); k%2 == 1 {
			all = append(all, good[k/2])
		}
	}
	alone := newStore(t)
	if got := c.night(alone, good); got.Account.Stored != 60 {
		t.Fatalf("alone: %s, %v", got.Account, got.Refusals)
	}
	c.check(1)
	var most atomic.Int64
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				most.Store(max(most.Load(), anonymous()))
			}
		}
	}()
	st := newStore(t)
	report := c.night(st, all)
	close(stop)
	if got := most.Load(); got > 512<<20 {
		t.Errorf("%d MB of anonymous memory", got>>20)
	}
	if report.Account.Stored != 60 {
		t.Errorf("beside hostile hosts: %s", report.Account)
	}
	if got, want := jsonl(t, facts(t, st)), jsonl(t, facts(t, alone)); got != want || want == "" {
		t.Error("the good hosts give other facts beside hostile ones")
	}
	for _, s := range report.Sources {
		if strings.HasPrefix(s.Source, "http://bad") && (s.Refused == 0 || s.Stored != 0) {
			t.Errorf("%s: %s", s.Source, s.Account)
		}
	}
	c.check(1)
	if second := c.night(st, all); second.Account.Stored != 0 {
		t.Errorf("second night: %s", second.Account)
	}
	c.check(2)
	if n := c.touched.Load(); n != 0 {
		t.Errorf("%d connections to private addresses", n)
	}
}

// check reads the logs of the good hosts after a night, and empties them.
func (c *town) check(night int) {
	c.t.Helper()
	for name, h := range c.hosts {
		h.mu.Lock()
		if h.most > 1 {
			c.t.Errorf("%s: %d requests at once", name, h.most)
		}
		for k, r := range h.asked {
			if r.agent != "crosstally/test" {
				c.t.Errorf("%s: asked by %q", name, r.agent)
			}
			if k > 0 && strings.HasPrefix(name, "good") && r.from.Sub(h.asked[k-1].to) < townDelay-2*time.Millisecond {
				c.t.Errorf("%s: %v between two requests", name, r.from.Sub(h.asked[k-1].to))
			}
			if strings.HasPrefix(name, "good") && night == 2 && (r.path != "/feed" || !r.conditional) {
				c.t.Errorf("%s: asked for %s on the second night, conditional %v", name, r.path, r.conditional)
			}
		}
		if strings.HasPrefix(name, "good") && night == 1 && len(h.asked) > 0 && h.asked[0].path != "/robots.txt" {
			c.t.Errorf("%s: asked for %s before robots.txt", name, h.asked[0].path)
		}
		h.asked, h.most = nil, 0
		h.mu.Unlock()
	}
}
