package desk

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// policy lets a page load its own style sheet and icon and send its own forms, and nothing else.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const (
	maxAtOnce = 64       // requests; more are asked to come again
	maxBody   = 64 << 10 // bytes of a form
	maxURL    = 8 << 10
)

// guard stands before every address: it caps what is done at once, lets in only those who ask for a name of this desk (a page
// of another site whose name is made to resolve to this machine asks for its own), and those who write from a page of it.
func (d *desk) guard(next http.Handler) http.Handler {
	places := make(chan struct{}, maxAtOnce)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.asked.Add(1)
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin") // with no-referrer a browser sends our own forms with Origin "null"
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if why := d.refusal(r); why != "" {
			d.refused.Add(1)
			http.Error(w, why, http.StatusForbidden)
			return
		}
		if len(r.RequestURI) > maxURL {
			http.Error(w, "address too long", http.StatusRequestURITooLong)
			return
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		default:
			h.Set("Retry-After", "1")
			http.Error(w, "busy; try again", http.StatusServiceUnavailable)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// refusal says why a request is not answered, or "".
func (d *desk) refusal(r *http.Request) string {
	if !d.known(r.Host) {
		return "this desk is not served under that host name; 'crosstally serve --host NAME' allows one"
	}
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return ""
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" {
		return "a page of another site may not write here"
	}
	if o := r.Header.Get("Origin"); o != "" {
		u, err := url.Parse(o)
		if err != nil || u.Host != r.Host {
			return "a page of another site may not write here"
		}
	}
	return ""
}

// known reports whether a Host header names this desk.
func (d *desk) known(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	if host == "localhost" || slices.Contains(d.opt.Hosts, host) {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

var (
	errNoPage   = errors.New("no such page")
	errReadOnly = errors.New("this desk is read-only")
	errToken    = errors.New("this form is of an earlier start of the desk; load the page anew and send it again")
)

// mayWrite checks a form that writes.
func (d *desk) mayWrite(r *http.Request) error {
	if d.opt.Rule == nil {
		return errReadOnly
	}
	if err := r.ParseForm(); err != nil {
		return badRequest{fmt.Errorf("read the form: %w", err)}
	}
	if subtle.ConstantTimeCompare([]byte(r.PostForm.Get("token")), []byte(d.token)) != 1 {
		return errToken
	}
	return nil
}

// A badRequest is one that cannot be understood.
type badRequest struct{ error }
