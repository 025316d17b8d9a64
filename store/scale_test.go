//go:build unix

package store_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// BenchmarkScale ingests nights of some 480 articles, on 60 new events and those of the days before, into one store, SCALE articles in all (1,440; the full size is 200,000),
// and measures size, speed and memory. SCALE_DB names the file, which stays; otherwise it goes.
func BenchmarkScale(b *testing.B) {
	want := 1440
	if n, err := strconv.Atoi(os.Getenv("SCALE")); err == nil {
		want = n
	}
	for range b.N {
		path := os.Getenv("SCALE_DB")
		if path == "" {
			path = filepath.Join(b.TempDir(), "s.db")
		}
		text := fill(b, path, want)
		weigh(b, path, text)
		askOf(b, path)
	}
}

// fill runs nights until enough articles are stored, and returns the bytes of their titles and texts, each compressed alone.
func fill(b *testing.B, path string, want int) (text int64) {
	st, err := store.Create(path, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		b.Fatal(err)
	}
	var rates []float64
	anon := 0
	for day, stored := 0, 0; stored < want; day++ {
		var lines bytes.Buffer
		out := json.NewEncoder(&lines)
		records := wiretest.Night(day)
		n := len(records)
		for _, r := range records {
			text += int64(len(enc.EncodeAll([]byte(r.Title+r.Text), nil)))
			if err := out.Encode(r); err != nil {
				b.Fatal(err)
			}
		}
		start := cpuTime(b)
		report, err := pipeline.Run(context.Background(), &intake.Reader{Stdin: &lines}, []string{"-"}, st, pipeline.Options{})
		if err != nil || report.Account.Stored != n {
			b.Fatalf("night %d: %+v of %d, %v", day, report.Account, n, err)
		}
		stored += n
		rates = append(rates, float64(n)/(cpuTime(b)-start).Seconds())
		anon = max(anon, anonymous(b))
		if os.Getenv("SCALE_DB") != "" && len(rates)%20 == 0 {
			fmt.Fprintf(os.Stderr, "night %d: %.0f articles a core-second, %d MB anonymous\n", len(rates), rates[len(rates)-1], anon)
		}
	}
	tenth := max(len(rates)/10, 1)
	b.ReportMetric(median(rates[:tenth]), "first-tenth-articles/core-s")
	b.ReportMetric(median(rates[len(rates)-tenth:]), "last-tenth-articles/core-s")
	b.ReportMetric(float64(anon), "anonymous-MB")
	return text
}

// cpuTime is what the process has used of its cores, whatever else the machine does.
func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func median(of []float64) float64 {
	of = slices.Sorted(slices.Values(of))
	return of[len(of)/2]
}

// anonymous is the process's memory in MB that is no mapped file.
func anonymous(b *testing.B) int {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil { // another system than Linux
		return 0
	}
	_, rest, _ := strings.Cut(string(raw), "RssAnon:")
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return kb / 1024
}

// weigh measures what a store takes, without the text of its articles.
func weigh(b *testing.B, path string, text int64) {
	s, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	st, err := s.Stats()
	if err != nil {
		b.Fatal(err)
	}
	claims := 0
	if err := s.Readings(func(r claim.Reading) error { claims += len(r.Claims); return nil }); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(claims), "claims")
	b.ReportMetric(float64(st.Articles), "articles")
	b.ReportMetric(float64(st.Bytes-text)/float64(claims), "B/claim")
	b.Logf("%d bytes, of which text %d and unused %d", st.Bytes, text, st.Free)
	for _, name := range slices.Sorted(maps.Keys(st.Buckets)) {
		if n := st.Buckets[name]; n > claims {
			b.Logf("%s: %d bytes a claim", name, n/claims)
		}
	}
}

// askOf times what readers ask of a store: each asks some dozen times, and opens it anew each time.
func askOf(b *testing.B, path string) {
	var conflicts []reconcile.Fact
	s, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Find(store.Query{Verdict: reconcile.Conflict}, func(f reconcile.Fact) error {
		if len(conflicts) < 100 {
			conflicts = append(conflicts, f)
		}
		return nil
	}); err != nil || len(conflicts) == 0 {
		b.Fatalf("%d conflicts, %v", len(conflicts), err)
	}
	slowest := func(name string, ask func(*store.Store, reconcile.Fact) error) {
		worst := time.Duration(0)
		for _, f := range conflicts {
			start := time.Now()
			s, err := store.Open(path)
			if err == nil {
				err = ask(s, f)
			}
			if err != nil {
				b.Fatalf("%s: %v", name, err)
			}
			worst = max(worst, time.Since(start))
		}
		b.ReportMetric(float64(worst.Microseconds())/1000, name+"-ms")
	}
	slowest("open", func(*store.Store, reconcile.Fact) error { return nil })
	slowest("show", func(s *store.Store, f reconcile.Fact) error { _, err := s.Fact(f.ID); return err })
	slowest("conflicts-of-story", func(s *store.Store, f reconcile.Fact) error {
		return s.Find(store.Query{Story: f.Story.ID, Verdict: reconcile.Conflict}, func(reconcile.Fact) error { return nil })
	})
}
