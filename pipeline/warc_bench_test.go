package pipeline_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/intake"
)

// warcPages is how many pages BenchmarkWARC reads: WARC_PAGES, else 5,000.
func warcPages(tb testing.TB) int {
	tb.Helper()
	v := os.Getenv("WARC_PAGES")
	if v == "" {
		return 5000
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 {
		tb.Fatalf("WARC_PAGES is %q, not a number of pages", v)
	}
	return n
}

// largeWARC writes an archive of the shipped pages over and over, a gzip member for each, under addresses of their own.
func largeWARC(tb testing.TB, n int) string {
	tb.Helper()
	recs := records(tb)
	path := filepath.Join(tb.TempDir(), "large.warc.gz")
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	z := gzip.NewWriter(f)
	for k := range n {
		z.Reset(f)
		if _, err := fmt.Fprint(z, warcPage(k, recs[k%len(recs)].HTML)); err != nil {
			tb.Fatal(err)
		}
		if err := z.Close(); err != nil {
			tb.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// peakWhile returns the most anonymous memory that the process had while f ran.
func peakWhile(f func()) int64 {
	var most atomic.Int64
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			most.Store(max(most.Load(), anonymous()))
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	f()
	close(stop)
	<-done
	return most.Load()
}

// BenchmarkWARC times a large archive from bytes to claims, and says how much memory that takes.
func BenchmarkWARC(b *testing.B) {
	oneCore(b)
	n := warcPages(b)
	path := largeWARC(b, n)
	peak := int64(0)
	for b.Loop() {
		peak = max(peak, peakWhile(func() {
			read := 0
			err := pipeline.Each(context.Background(), &intake.Reader{}, []string{path}, 1, func(x pipeline.Result) error {
				if x.Err != nil {
					return x.Err
				}
				read++
				return nil
			})
			if err != nil || read != n {
				b.Fatalf("read %d of %d pages: %v", read, n, err)
			}
		}))
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "pages/core-s")
	b.ReportMetric(float64(peak)/(1<<20), "anon-MB")
}

// An archive of four times the pages takes no more memory.
func TestMemoryOfArchivesIsConstant(t *testing.T) {
	if anonymous() == 0 {
		t.Skip("this system does not say how much memory a process has")
	}
	peak := func(n int) int64 {
		path := largeWARC(t, n)
		return peakWhile(func() {
			if err := pipeline.Each(context.Background(), &intake.Reader{}, []string{path}, 2, func(x pipeline.Result) error { return x.Err }); err != nil {
				t.Fatal(err)
			}
		})
	}
	small, large := peak(50), peak(200)
	if large > small+64<<20 || large > 512<<20 {
		t.Errorf("50 pages took %d MB, 200 took %d MB", small>>20, large>>20)
	}
}
