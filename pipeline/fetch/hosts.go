package fetch

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// hosts lets one request at a time reach a host, a delay after the one before: in this process by a token for each host, across
// processes by a locked file for each, whose time says when the last request ended.
type hosts struct {
	dir  string
	mu   sync.Mutex
	byID map[string]*host
}

type host struct {
	token chan struct{} // holds one value while the host is free
	last  time.Time     // when the last request ended; of the holder of the token
}

// turn waits until a host may be asked. release says that the answer has been read.
func (h *hosts) turn(ctx context.Context, name string, delay time.Duration, opt Options) (release func(), err error) {
	one := h.host(strings.ToLower(name))
	select {
	case <-one.token:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	free := func() { one.token <- struct{}{} }
	var lock *flock.Flock
	path := ""
	if h.dir != "" {
		path = filepath.Join(h.dir, fileName(name))
		if lock, err = acquire(ctx, path); ctx.Err() != nil {
			free()
			return nil, context.Cause(ctx)
		} else if err != nil { // a folder that cannot be written costs other processes their turn, not this one its page
			lock = nil
		}
		if info, err := os.Stat(path); err == nil && info.Size() > 0 && info.ModTime().After(one.last) {
			one.last = info.ModTime()
		}
	}
	release = func() {
		one.last = opt.Now()
		if lock != nil {
			_ = os.WriteFile(path, []byte("last\n"), 0o600)
			_ = os.Chtimes(path, one.last, one.last)
			_ = lock.Unlock()
		}
		free()
	}
	// A clock that was set back must not make us wait for longer than the delay.
	if wait := min(one.last.Add(delay).Sub(opt.Now()), delay); wait > 0 && !one.last.IsZero() {
		if err := opt.Sleep(ctx, wait); err != nil {
			if lock != nil {
				_ = lock.Unlock()
			}
			free()
			return nil, err
		}
	}
	return release, nil
}

func (h *hosts) host(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.byID == nil {
		h.byID = map[string]*host{}
	}
	one := h.byID[name]
	if one == nil {
		one = &host{token: make(chan struct{}, 1)}
		one.token <- struct{}{}
		h.byID[name] = one
	}
	return one
}

func acquire(ctx context.Context, path string) (*flock.Flock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("share hosts between processes: %w", err)
	}
	lock := flock.New(path, flock.SetPermissions(0o600))
	if _, err := lock.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		return nil, fmt.Errorf("share hosts between processes: %w", err)
	}
	return lock, nil
}

// fileName writes a host and port as a file name.
func fileName(host string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return '_'
	}, strings.ToLower(host))[:min(len(host), 200)] + ".host"
}

// delay is how long to leave a host alone: the client's delay, or what its robots.txt asks for up to maxCrawlDelay.
func (c *Client) delay(u *url.URL) time.Duration {
	if e, ok := c.robots.Load(origin(u)); ok && c.opt.Delay > 0 {
		if r := e.(*robotsEntry).rules.Load(); r != nil {
			return max(c.opt.Delay, min(r.delay, maxCrawlDelay))
		}
	}
	return c.opt.Delay
}
