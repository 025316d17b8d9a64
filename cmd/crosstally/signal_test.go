package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// The progress bar's own goroutine would read, without a lock, what each article writes.
func TestProgressStartsNoGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	bar := (&app{err: io.Discard}).progress()
	bar.Set(3)
	if now := runtime.NumGoroutine(); now != before {
		t.Errorf("%d goroutines more", now-before)
	}
	bar.Finish()
}

// TestMain lets the test binary be the command, so that a test can stop a real process.
func TestMain(m *testing.M) {
	if os.Getenv("CROSSTALLY_TEST_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// process starts the command as a process of its own.
func process(t *testing.T, args ...string) (cmd *exec.Cmd, stdout, stderr *bytes.Buffer) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	t.Cleanup(cancel)
	cmd = exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), "CROSSTALLY_TEST_MAIN=1")
	stdout, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, stdout, stderr
}

// slowDesk serves a feed of pages that take their time, and counts those that were asked for.
func slowDesk(t *testing.T, pages int) (url string, asked *atomic.Int64) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	asked = &atomic.Int64{}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/feed":
			fmt.Fprint(w, `<rss version="2.0"><channel><title>Desk</title>`)
			for k := range pages {
				fmt.Fprintf(w, `<item><title>Ferry %d sinks off Port Ellis</title><link>/p%d</link><pubDate>Sun, 03 May 2026 10:00:00 GMT</pubDate></item>`, k, k)
			}
			fmt.Fprint(w, `</channel></rss>`)
		default:
			asked.Add(1)
			time.Sleep(20 * time.Millisecond)
			fmt.Fprintf(w, "<html><body><article><p>At least %d people died when a ferry sank off Port Ellis on Saturday, police said.</p></article></body></html>", 10+len(r.URL.Path))
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL + "/feed", asked
}

func TestSignalStopsAfterTheBatch(t *testing.T) {
	const pages = 60
	url, asked := slowDesk(t, pages)
	for _, sig := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		db := filepath.Join(t.TempDir(), "s.db")
		args := []string{"ingest", "--db", db, "--allow-private", "--delay", "0", url}
		asked.Store(0)
		cmd, stdout, stderr := process(t, args...)
		for asked.Load() < 10 && cmd.ProcessState == nil {
			time.Sleep(5 * time.Millisecond)
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitPartial {
			t.Errorf("%v: %v, want exit code %d; %s", sig, err, exitPartial, stderr)
		}
		var seen, stored, duplicate, refused int
		if _, err := fmt.Sscanf(stdout.String(), "%d seen: %d stored, %d duplicate, %d refused\n", &seen, &stored, &duplicate, &refused); err != nil || seen != stored || seen < 9 || seen >= pages {
			t.Errorf("%v: last line %q, %v", sig, stdout, err)
		}
		if !strings.Contains(stderr.String(), "stopped") || strings.Count(stderr.String(), "\n") != 1 {
			t.Errorf("%v: stderr %q", sig, stderr)
		}
		asked.Store(0)
		if code, out, stderr := crosstally("", args...); code != exitDone || out != fmt.Sprintf("%d seen: %d stored, %d duplicate, 0 refused\n", pages, pages-stored, stored) {
			t.Errorf("%v, then: code %d, %q, %q", sig, code, out, stderr)
		}
		if got := int(asked.Load()); got != pages-stored {
			t.Errorf("%v: %d pages were asked for again, %d were missing", sig, got, pages-stored)
		}
		if code, out, _ := crosstally("", "verify", "--db", db); code != exitDone {
			t.Errorf("%v: %s", sig, out)
		}
	}
}

// A killed run leaves a store that the next one completes.
func TestKilledRunIsCompletedByTheNext(t *testing.T) {
	const pages = 40
	url, asked := slowDesk(t, pages)
	db := filepath.Join(t.TempDir(), "s.db")
	args := []string{"ingest", "--db", db, "--allow-private", "--delay", "0", url}
	cmd, _, _ := process(t, args...)
	for asked.Load() < 20 {
		time.Sleep(5 * time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Error("it ended before it was killed")
	}
	if code, out, stderr := crosstally("", args...); code != exitDone || !strings.HasPrefix(out, fmt.Sprintf("%d seen: ", pages)) {
		t.Errorf("code %d, %q, %q", code, out, stderr)
	}
}

// stormWARC writes an archive of pages, a gzip member each, that tell of storms weeks apart, two outlets of each.
func stormWARC(t *testing.T, pages int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "storms.warc.gz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	day := time.Date(2010, 1, 4, 12, 0, 0, 0, time.UTC)
	for k := range pages {
		z.Reset(f)
		storm, outlet := k/2, k%2
		place := "Port " + string([]byte{byte('A' + storm%26), byte('a' + storm/26%26), 'l', 'a', 'n'})
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + fmt.Sprintf(`<!doctype html><html><head><meta property="article:published_time" content="%s"></head><body><article><h1>Storm hits %s</h1>
<p>%s %d people died when a storm hit %[2]s on Sunday, the mayor of %[2]s said.</p></article></body></html>`, day.AddDate(0, 0, 30*storm).Format(time.RFC3339), place, [2]string{"At least", "Exactly"}[outlet], 10+k, place)
		fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet%d.example/%d\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", outlet, k, len(block), block)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	hour := time.Now().Add(-time.Hour) // a file that was just written may still change
	if err := os.Chtimes(path, hour, hour); err != nil {
		t.Fatal(err)
	}
	return path
}

// An archive whose run is killed again and again, later each time, ends in the store of a run that was not.
func TestKilledArchiveEndsInTheSameStore(t *testing.T) {
	const pages = 500
	path := stormWARC(t, pages)
	says := func(db string) string {
		t.Helper()
		if code, out, stderr := crosstally("", "verify", "--db", db); code != exitDone {
			t.Errorf("verify: code %d, %s %s", code, out, stderr)
		}
		_, facts, _ := crosstally("", "facts", "--db", db, "--format", "jsonl")
		_, stories, _ := crosstally("", "stories", "--db", db, "--format", "jsonl")
		return facts + stories
	}
	whole := filepath.Join(t.TempDir(), "whole.db")
	if code, out, stderr := crosstally("", "ingest", "--db", whole, path); code != exitDone || out != fmt.Sprintf("%d seen: %[1]d stored, 0 duplicate, 0 refused\n", pages) {
		t.Fatalf("code %d, %q, %q", code, out, stderr)
	}
	db := filepath.Join(t.TempDir(), "killed.db")
	kills := 0
	for after := 150 * time.Millisecond; ; after += after / 3 {
		cmd, stdout, stderr := process(t, "ingest", "--db", db, path)
		kill := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		kill.Stop()
		if err == nil {
			if !strings.HasPrefix(stdout.String(), fmt.Sprintf("%d seen: ", pages)) {
				t.Errorf("the last run: %q, %q", stdout, stderr)
			}
			break
		}
		if kills++; cmd.ProcessState.ExitCode() != -1 {
			t.Fatalf("it was not killed, it failed: %v, %q", err, stderr)
		}
	}
	if kills == 0 {
		t.Error("it ended before it was killed")
	}
	t.Logf("killed %d times", kills)
	if got, want := says(db), says(whole); got != want || want == "" {
		t.Error("the store differs from that of a run that was not killed")
	}
}
