package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// A site is a server of our own with faults by path; it keeps what it was asked.
type site struct {
	*httptest.Server
	mu   sync.Mutex
	log  []asked
	open int // requests being served
	most int // most at once
}

type asked struct {
	path   string
	header http.Header
	at     time.Time
}

// newSite serves pages by path; robots.txt is missing unless it is among them.
func newSite(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := &site{}
	s.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.log = append(s.log, asked{r.URL.RequestURI(), r.Header.Clone(), time.Now()})
		s.open++
		s.most = max(s.most, s.open)
		s.mu.Unlock()
		defer func() { s.mu.Lock(); s.open--; s.mu.Unlock() }()
		if h := pages[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	s.Config.ErrorLog = nil
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// asked returns the log without robots.txt.
func (s *site) requests() (out []asked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.log {
		if a.path != "/robots.txt" {
			out = append(out, a)
		}
	}
	return out
}

func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, body) }
}

func redirects(status int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Location", to); w.WriteHeader(status) }
}

// fast are options for tests: no delays, short limits, loopback allowed, sleeping only noted.
func fast() Options {
	return Options{
		AllowPrivate: true, Delay: -1, Timeout: 10 * time.Second, HeaderWait: 5 * time.Second, MinRate: 100, RateWindow: 2 * time.Second,
		Sleep: func(ctx context.Context, d time.Duration) error { return ctx.Err() }, Random: func() float64 { return 0.5 },
	}
}

func wantClass(t *testing.T, err error, want Class) *Error {
	t.Helper()
	var e *Error
	if err == nil {
		t.Errorf("no error, want class %s", want)
		return &Error{}
	}
	if !asError(err, &e) {
		t.Errorf("error %v is no *Error", err)
		return &Error{}
	}
	if e.Class != want {
		t.Errorf("class %s (%v), want %s", e.Class, err, want)
	}
	return e
}

// names answers DNS questions with addresses in turn, so that a name can move between two questions.
func names(t *testing.T, hosts map[string][]string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	turn := map[string]int{}
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
			q := m.Questions[0]
			m.Response, m.Additionals = true, nil
			name := strings.ToLower(strings.TrimSuffix(q.Name.String(), "."))
			if ips := hosts[name]; q.Type == dnsmessage.TypeA && len(ips) > 0 {
				ip := netip.MustParseAddr(ips[min(turn[name], len(ips)-1)]).As4()
				turn[name]++
				m.Answers = append(m.Answers, dnsmessage.Resource{Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 0}, Body: &dnsmessage.AResource{A: ip}})
			} else if len(ips) == 0 {
				m.RCode = dnsmessage.RCodeNameError
			}
			out, err := m.Pack()
			if err == nil {
				_, _ = conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// raw serves one answer, byte for byte, to every connection.
func raw(t *testing.T, answer func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				buf := make([]byte, 4096)
				n, _ := conn.Read(buf)
				if strings.HasPrefix(string(buf[:n]), "GET /robots.txt") {
					fmt.Fprint(conn, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
					return
				}
				answer(conn)
			}()
		}
	}()
	return "http://" + l.Addr().String()
}
