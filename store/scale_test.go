package store_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// BenchmarkScale ingests nights of a press into one store, SCALE articles in all (1,500; the full size is 200,000), and measures size,
// speed and memory. SCALE_DB names the file, which stays; otherwise it goes.
func BenchmarkScale(b *testing.B) {
	want := 1500
	if n, err := strconv.Atoi(os.Getenv("SCALE")); err == nil {
		want = n
	}
	for range b.N {
		path := os.Getenv("SCALE_DB")
		if path == "" {
			path = filepath.Join(b.TempDir(), "s.db")
		}
		s := fill(b, path, want)
		askOf(b, path, s)
	}
}

// A tally is what a filled store was made of.
type tally struct {
	articles int
	text     int64 // bytes of the articles' titles and texts, each compressed alone
}

// fill runs nights until enough articles are stored.
func fill(b *testing.B, path string, want int) (sum tally) {
	st, err := store.Create(path, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		b.Fatal(err)
	}
	p := press{stories: 100}
	var took []time.Duration
	var stored []int
	anon := 0
	for d := 0; sum.articles < want; d++ {
		records := p.night(d)
		for _, r := range records {
			sum.text += int64(len(enc.EncodeAll([]byte(r.Title+r.Text), nil)))
		}
		lines := jsonLines(b, records)
		start := time.Now()
		report, err := pipeline.Run(context.Background(), &intake.Reader{Stdin: lines}, []string{"-"}, st, pipeline.Options{})
		if err != nil || report.Account.Stored != len(records) {
			b.Fatalf("night %d: %+v of %d, %v", d, report.Account, len(records), err)
		}
		took, stored = append(took, time.Since(start)), append(stored, len(records))
		sum.articles += len(records)
		anon = max(anon, anonymous(b))
		if os.Getenv("SCALE_DB") != "" && d%10 == 0 {
			fmt.Fprintf(os.Stderr, "night %d: %d articles, %.0f a second, %d MB anonymous\n", d, sum.articles, float64(len(records))/took[d].Seconds(), anon)
		}
	}
	tenth := max(len(took)/10, 1)
	b.ReportMetric(rate(stored[:tenth], took[:tenth]), "first-tenth-articles/s")
	b.ReportMetric(rate(stored[len(stored)-tenth:], took[len(took)-tenth:]), "last-tenth-articles/s")
	b.ReportMetric(float64(anon), "anonymous-MB")
	return sum
}

func jsonLines(b *testing.B, records []article.Record) *bytes.Buffer {
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	for _, r := range records {
		if err := enc.Encode(r); err != nil {
			b.Fatal(err)
		}
	}
	return &lines
}

func rate(n []int, took []time.Duration) float64 {
	sum, t := 0, time.Duration(0)
	for i := range n {
		sum, t = sum+n[i], t+took[i]
	}
	return float64(sum) / t.Seconds()
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

// askOf times what readers ask of a store, and weighs it.
func askOf(b *testing.B, path string, sum tally) {
	runtime.GC()
	timed := func(name string, f func(s *store.Store) error) {
		const n = 20
		start := time.Now()
		for range n {
			s, err := store.Open(path)
			if err == nil {
				err = f(s)
			}
			if err != nil {
				b.Fatalf("%s: %v", name, err)
			}
		}
		b.ReportMetric(float64(time.Since(start).Microseconds())/1000/n, name+"-ms")
	}
	s, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	story, fact := busiest(b, s)
	timed("open", func(*store.Store) error { return nil })
	timed("show", func(s *store.Store) error { _, err := s.Fact(fact); return err })
	timed("story", func(s *store.Store) error { _, err := s.FactsOf(story); return err })
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
	b.ReportMetric(float64(st.Bytes-sum.text)/float64(claims), "B/claim")
	b.ReportMetric(float64(st.Bytes-st.Free-sum.text)/float64(claims), "used-B/claim")
	var parts []string
	for name, n := range st.Buckets {
		if n > claims {
			parts = append(parts, fmt.Sprintf("%s %d", name, n/claims))
		}
	}
	b.Logf("bytes a claim in use: %s", strings.Join(parts, ", "))
	b.Logf("text %.1f B a claim; free %d of %d", float64(sum.text)/float64(claims), st.Free, st.Bytes)
}

// busiest returns the story with most articles and one of its facts.
func busiest(b *testing.B, s *store.Store) (story, fact string) {
	most := 0
	if err := s.Stories(func(st reconcile.Story) error {
		if len(st.Articles) > most {
			most, story = len(st.Articles), st.ID
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	fs, err := s.FactsOf(story)
	if err != nil || len(fs) == 0 {
		b.Fatalf("story %s: %d facts, %v", story, len(fs), err)
	}
	b.Logf("busiest story: %d articles, %d facts", most, len(fs))
	return story, fs[0].ID
}
