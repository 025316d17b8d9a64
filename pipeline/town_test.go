package pipeline_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// A town is a network of our own: hosts with names, certificates and addresses of their own on 127.0.1.0/24 and 127.0.2.0/24, which
// play the public net, a name server, and canaries on the addresses of the machine itself, which nobody may touch.
type town struct {
	t       testing.TB
	ca      *x509.Certificate
	key     *ecdsa.PrivateKey // of the authority and of every host
	mu      sync.Mutex
	names   map[string][][]string // host -> the addresses of the first answer, of the second …; the last stays
	turn    map[string]int
	hosts   map[string]*hostLog
	touched atomic.Int64 // connections to canaries
	canary  string       // their port
}

// A hostLog is what a host saw.
type hostLog struct {
	mu       sync.Mutex
	accepted int // connections
	open     int
	most     int // requests at once
	asked    []hostRequest
}

type hostRequest struct {
	path        string
	conditional bool
	agent       string
	from        time.Time
	to          time.Time
}

func newTown(t testing.TB) *town {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &town{t: t, key: key, names: map[string][][]string{"inside.example": {{"127.0.0.1"}}, "2130706433": {{"127.0.0.1"}}, "inside6.example": {{"::1"}}}, turn: map[string]int{}, hosts: map[string]*hostLog{}}
	if c.ca, err = x509.ParseCertificate(c.sign(&x509.Certificate{Subject: pkix.Name{CommonName: "Town authority"}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}, nil)); err != nil {
		t.Fatal(err)
	}
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

// sign makes a certificate, which its own key vouches for where by is nil.
func (c *town) sign(cert, by *x509.Certificate) []byte {
	c.t.Helper()
	cert.SerialNumber = big.NewInt(time.Now().UnixNano())
	if cert.NotAfter.IsZero() {
		cert.NotBefore, cert.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(24*time.Hour)
	}
	if by == nil {
		by = cert
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, by, &c.key.PublicKey, c.key)
	if err != nil {
		c.t.Fatal(err)
	}
	return der
}

// secure is a TLS configuration that proves a host name to whoever trusts the town's authority, as far as change leaves it so.
func (c *town) secure(name string, change func(*x509.Certificate)) *tls.Config {
	leaf := &x509.Certificate{Subject: pkix.Name{CommonName: name}, DNSNames: []string{name}, KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	if change != nil {
		change(leaf)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{c.sign(leaf, c.ca)}, PrivateKey: c.key}}}
}

// trusting is a transport for clients that trust the town's authority.
func (c *town) trusting() *http.Transport {
	pool := x509.NewCertPool()
	pool.AddCert(c.ca)
	return &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}
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

// A counted listener counts what it accepts.
type countedListener struct {
	net.Listener
	log *hostLog
}

func (l countedListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err == nil {
		l.log.mu.Lock()
		l.log.accepted++
		l.log.mu.Unlock()
	}
	return conn, err
}

// listen opens a port of a host: "0" is any.
func (c *town) listen(name, addr, port string) (net.Listener, *hostLog) {
	c.t.Helper()
	l, err := net.Listen("tcp", addr+":"+port)
	if err != nil {
		c.t.Skipf("no address %s for a host of its own: %v", addr, err)
	}
	c.t.Cleanup(func() { l.Close() })
	log := &hostLog{}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.names[name] == nil {
		c.names[name] = [][]string{{addr}}
	}
	c.hosts[name] = log
	return countedListener{l, log}, log
}

// address is the URL of a listener's host, without a path.
func address(name string, l net.Listener, conf *tls.Config) string {
	_, port, _ := net.SplitHostPort(l.Addr().String())
	if conf != nil {
		return "https://" + name + ":" + port
	}
	return "http://" + name + ":" + port
}

// host serves on an address of its own under a name, over TLS where there is a configuration, and returns its URL.
func (c *town) host(name, addr, port string, conf *tls.Config, h http.Handler) string {
	c.t.Helper()
	l, hl := c.listen(name, addr, port)
	srv := &http.Server{ErrorLog: log.New(io.Discard, "", 0), Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
	})}
	c.t.Cleanup(func() { srv.Close() })
	url := address(name, l, conf)
	if conf != nil {
		l = tls.NewListener(l, conf)
	}
	go func() { _ = srv.Serve(l) }()
	return url
}

// rawHost hands every connection to answer, which need not speak HTTP.
func (c *town) rawHost(name, addr string, conf *tls.Config, answer func(net.Conn)) string {
	c.t.Helper()
	l, _ := c.listen(name, addr, "0")
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				answer(conn)
			}()
		}
	}()
	return address(name, l, conf)
}

// resolver asks the town's name server.
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
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 || !c.answer(&m) {
				continue
			}
			if out, err := m.Pack(); err == nil {
				_, _ = conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// answer completes a question, and reports whether it is answered at all.
func (c *town) answer(m *dnsmessage.Message) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	q := m.Questions[0]
	m.Response, m.Additionals = true, nil
	name := strings.ToLower(strings.TrimSuffix(q.Name.String(), "."))
	answers := c.names[name]
	switch {
	case strings.HasPrefix(name, "mute."):
		return false
	case strings.HasPrefix(name, "servfail."):
		m.RCode = dnsmessage.RCodeServerFailure
		return true
	case len(answers) == 0:
		m.RCode = dnsmessage.RCodeNameError
		return true
	}
	ips := answers[min(c.turn[name], len(answers)-1)]
	if q.Type == dnsmessage.TypeA {
		c.turn[name]++
	}
	for _, s := range ips {
		ip := netip.MustParseAddr(s)
		head := dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class}
		switch {
		case ip.Is4() && q.Type == dnsmessage.TypeA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AResource{A: ip.As4()}})
		case ip.Is6() && q.Type == dnsmessage.TypeAAAA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AAAAResource{AAAA: ip.As16()}})
		}
	}
	return true
}

// check reads the logs of a night's hosts, and empties them: who asked, how often, how fast, on how many connections.
func (c *town) check(night int) {
	c.t.Helper()
	for name, h := range c.hosts {
		h.mu.Lock()
		if h.most > 1 {
			c.t.Errorf("%s: %d requests at once", name, h.most)
		}
		for _, r := range h.asked {
			if r.agent != townAgent {
				c.t.Errorf("%s: asked by %q", name, r.agent)
			}
		}
		if strings.HasPrefix(name, "good") && len(h.asked) > 0 {
			if err := h.polite(night, !strings.HasSuffix(name, "-shut.example")); err != nil {
				c.t.Errorf("%s, night %d: %v", name, night, err)
			}
		}
		h.asked, h.most, h.accepted = nil, 0, 0
		h.mu.Unlock()
	}
}

// polite reports what a good host would complain of after a night. quiet hosts have nothing that failed and would be tried again.
func (h *hostLog) polite(night int, quiet bool) error {
	if h.accepted != 1 {
		return fmt.Errorf("%d connections", h.accepted)
	}
	times := map[string]int{}
	for k, r := range h.asked {
		if times[r.path]++; times[r.path] > 1 {
			return fmt.Errorf("asked for %s twice", r.path)
		}
		if r.path == "/shut" {
			return fmt.Errorf("asked for what robots.txt disallows")
		}
		if k > 0 && r.from.Sub(h.asked[k-1].to) < townDelay-2*time.Millisecond {
			return fmt.Errorf("%v between two requests", r.from.Sub(h.asked[k-1].to))
		}
		if night > 1 && (r.path != "/feed" || quiet && !r.conditional) {
			return fmt.Errorf("asked for %s, conditional %v", r.path, r.conditional)
		}
	}
	if night == 1 && h.asked[0].path != "/robots.txt" {
		return fmt.Errorf("asked for %s before robots.txt", h.asked[0].path)
	}
	return nil
}
