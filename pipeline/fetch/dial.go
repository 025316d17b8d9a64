package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"io"
)

// transport returns a transport whose dialler judges every address that it connects to.
func (c *Client) transport() *http.Transport {
	t := &http.Transport{}
	if c.opt.Base != nil {
		t = c.opt.Base.Clone()
	}
	judged := &net.Dialer{Timeout: 10 * time.Second, Resolver: c.opt.Resolver, Control: c.control}
	plain := &net.Dialer{Timeout: 10 * time.Second, Resolver: c.opt.Resolver}
	var proxies sync.Map // host:port of proxies in use: the operator named them, so they may be private
	t.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		if _, ok := proxies.Load(addr); ok {
			return plain.DialContext(ctx, network, addr)
		}
		return judged.DialContext(ctx, network, addr)
	}
	t.Proxy = func(req *http.Request) (*url.URL, error) {
		p, err := http.ProxyFromEnvironment(req)
		if p == nil || err != nil {
			return p, err
		}
		if err := c.judgeHost(req.Context(), req.URL.Hostname()); err != nil {
			return nil, err
		}
		proxies.Store(proxyAddress(p), true)
		return p, nil
	}
	t.TLSHandshakeTimeout = 10 * time.Second
	t.ResponseHeaderTimeout = c.opt.HeaderWait
	t.MaxResponseHeaderBytes = 256 << 10
	t.MaxConnsPerHost = 1
	t.IdleConnTimeout = 30 * time.Second
	t.DisableCompression = true // Decode does it, under the body's limit
	t.ForceAttemptHTTP2 = false // one request at a time gains nothing from it
	return t
}

func proxyAddress(p *url.URL) string {
	if p.Port() != "" {
		return p.Host
	}
	port := map[string]string{"https": "443", "socks5": "1080", "socks5h": "1080"}[p.Scheme]
	setDefault(&port, "80")
	return net.JoinHostPort(p.Hostname(), port)
}

// control judges the address that is dialled: after names are resolved, on every redirect, for every way to write an address.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address %s: %w", address, err)
	}
	return c.judge(ap.Addr())
}

// judgeHost judges all addresses of a host that a proxy will connect to.
func (c *Client) judgeHost(ctx context.Context, host string) error {
	if c.opt.AllowPrivate {
		return nil
	}
	r := c.opt.Resolver
	if r == nil {
		r = net.DefaultResolver
	}
	addrs, err := r.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return fmt.Errorf("the proxy's target must be known here as well, to refuse private ones: %w", err)
	}
	for _, a := range addrs {
		if err := c.judge(a); err != nil {
			return err
		}
	}
	return nil
}

func (c *Client) judge(ip netip.Addr) error {
	if c.opt.AllowPrivate || isPublic(ip) {
		return nil
	}
	for _, p := range c.opt.Private {
		if p.Contains(ip.Unmap()) {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", ip, ErrPrivate)
}

// special are the blocks of the IANA special-purpose registries that net/netip's predicates do not cover.
var special = func() (out []netip.Prefix) {
	for _, p := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10",
	} {
		out = append(out, netip.MustParsePrefix(p))
	}
	return out
}()

var (
	nat64 = netip.MustParsePrefix("64:ff9b::/96") // carries an IPv4 address in its last four bytes
	sixTo = netip.MustParsePrefix("2002::/16")    // and here behind the first two
)

// isPublic reports an address that anybody may reach.
func isPublic(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	b := ip.As16()
	switch {
	case nat64.Contains(ip):
		ip = netip.AddrFrom4([4]byte(b[12:16]))
	case sixTo.Contains(ip):
		ip = netip.AddrFrom4([4]byte(b[2:6]))
	}
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, p := range special {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// watch returns body with a watchman who ends the request when fewer bytes than the least rate come in a window. stop ends the
// watch and says whether he did.
func (c *Client) watch(ctx context.Context, cancel context.CancelFunc, body io.Reader) (io.Reader, func() error) {
	w := &watched{r: body}
	least := int64(float64(c.opt.MinRate) * c.opt.RateWindow.Seconds())
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		tick := time.NewTicker(c.opt.RateWindow)
		defer tick.Stop()
		for last := int64(0); ; {
			select {
			case <-done:
				return
			case <-ctx.Done():
				return
			case <-tick.C:
				n := w.n.Load()
				if n-last < least {
					w.slow.Store(true)
					cancel()
					return
				}
				last = n
			}
		}
	})
	return w, func() error {
		close(done)
		wg.Wait()
		if w.slow.Load() && !errors.Is(context.Cause(ctx), errTimeout) {
			return fmt.Errorf("%w: fewer than %d bytes in %v", errSlow, least, c.opt.RateWindow)
		}
		return nil
	}
}

// watched counts what is read.
type watched struct {
	r    io.Reader
	n    atomic.Int64
	slow atomic.Bool
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	w.n.Add(int64(n))
	return n, err
}
