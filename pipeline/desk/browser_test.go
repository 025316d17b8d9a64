package desk

import (
	"context"
	"net/url"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser opens a headless Chromium that tells of every complaint and of every request that leaves the desk.
func browser(t *testing.T, home string) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on this machine: pages were not looked at in a browser; install chromium")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1000, 700))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(cancel)
	var mu sync.Mutex
	var faults []string
	fault := func(s string) { mu.Lock(); faults = append(faults, s); mu.Unlock() }
	chromedp.ListenTarget(ctx, func(ev any) {
		switch e := ev.(type) {
		case *log.EventEntryAdded:
			fault("log: " + e.Entry.Text + " " + e.Entry.URL)
		case *runtime.EventConsoleAPICalled:
			fault("console: " + string(e.Type))
		case *runtime.EventExceptionThrown:
			fault("exception: " + e.ExceptionDetails.Text)
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, home+"/") {
				fault("request to " + e.Request.URL)
			}
		case *network.EventResponseReceived:
			if e.Response.Status >= 400 {
				fault("answer to " + e.Response.URL + " is an error")
			}
		}
	})
	if err := chromedp.Run(ctx, log.Enable(), network.Enable(), runtime.Enable()); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, f := range faults {
			t.Error(f)
		}
	})
	return ctx
}

func do(t *testing.T, ctx context.Context, what string, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// From the brief to a conflict, to the sentence in its article; then a ruling, which stays.
func TestBrowserFollowsAConflictToItsSentenceAndRules(t *testing.T) {
	srv, st := stories(t)
	f := aConflict(t, st)
	ctx := browser(t, srv.URL)
	var title, target string
	var top float64
	var quoted int
	do(t, ctx, "open the brief", chromedp.Navigate(srv.URL+"/"), chromedp.Click(`a[href="/facts/`+f.ID+`"]`, chromedp.ByQuery), chromedp.WaitVisible("svg.plot", chromedp.ByQuery))
	do(t, ctx, "read the fact", chromedp.Text("h1", &title, chromedp.ByQuery))
	if title != f.Question {
		t.Errorf("the fact's page says %q, want %q", title, f.Question)
	}
	last := f.Values[len(f.Values)-1].Sources[0]
	link := `a.quote[href*="` + anchorOf(last.Field, last.Start) + `"]`
	do(t, ctx, "follow a quote", chromedp.Click(link, chromedp.ByQuery), chromedp.WaitVisible("article.text", chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelector(":target").nextElementSibling.textContent`, &target),
		chromedp.Evaluate(`document.querySelector(":target + mark").getBoundingClientRect().top`, &top),
		chromedp.Evaluate(`document.querySelectorAll(".quoted").length`, &quoted))
	if !strings.HasPrefix(last.Text, target) || target == "" || quoted == 0 {
		t.Errorf("the target is %q in %d quoted stretches, want %q in its sentence", target, quoted, last.Text)
	}
	if top < 0 || top > 700 {
		t.Errorf("the figure stands at %v, outside the window", top)
	}
	var ruled string
	do(t, ctx, "rule", chromedp.Navigate(srv.URL+"/facts/"+f.ID), chromedp.SetValue(`select[name=kind]`, "not-a-conflict", chromedp.ByQuery),
		chromedp.SendKeys(`.rule input[name=why]`, "two different days", chromedp.ByQuery), chromedp.SendKeys(`.rule input[name=by]`, "Ana", chromedp.ByQuery),
		chromedp.Click(".rule button", chromedp.ByQuery), chromedp.WaitVisible("#rulings", chromedp.ByQuery),
		chromedp.Navigate(srv.URL+"/rulings"), chromedp.Text("main", &ruled, chromedp.ByQuery))
	if !strings.Contains(ruled, "two different days") || !strings.Contains(ruled, "Ana") {
		t.Errorf("the ruling is not listed: %s", ruled)
	}
}

// Every page opens without a complaint of the browser, fits a phone, and can be reached by its menu.
func TestBrowserOpensEveryPage(t *testing.T) {
	srv, st := stories(t)
	f := aConflict(t, st)
	ctx := browser(t, srv.URL)
	do(t, ctx, "be a phone", chromedp.EmulateViewport(390, 800))
	paths := []string{"/", "/facts?verdict=conflict", "/facts/" + f.ID, "/stories", "/stories/" + f.Story.ID, "/sources", "/names", "/search?q=14", "/rulings", "/article?url=" + url.QueryEscape(f.Values[0].Sources[0].URL)}
	for _, p := range paths {
		var wide float64
		var headings, unnamed int
		do(t, ctx, p, chromedp.Navigate(srv.URL+p), chromedp.Evaluate(`document.documentElement.scrollWidth`, &wide), chromedp.Evaluate(`document.querySelectorAll("h1").length`, &headings),
			chromedp.Evaluate(`[...document.querySelectorAll("main input:not([type=hidden]),main select")].filter(x => !x.labels.length).length`, &unnamed))
		if wide > 390 {
			t.Errorf("%s is %v wide on a phone of 390", p, wide)
		}
		if headings != 1 || unnamed != 0 {
			t.Errorf("%s has %d main headings and %d fields without a label", p, headings, unnamed)
		}
	}
	var here string
	do(t, ctx, "menu", chromedp.Navigate(srv.URL+"/"), chromedp.Click(`nav a[href="/stories"]`, chromedp.ByQuery), chromedp.WaitVisible(`nav a[href="/stories"][aria-current]`, chromedp.ByQuery), chromedp.Location(&here))
	if here != srv.URL+"/stories" {
		t.Errorf("the menu leads to %s", here)
	}
	do(t, ctx, "search", chromedp.SendKeys("#find", "drones", chromedp.ByQuery), chromedp.Click(".find button", chromedp.ByQuery), chromedp.WaitVisible(".facts", chromedp.ByQuery))
}
