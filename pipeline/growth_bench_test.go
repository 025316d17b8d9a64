package pipeline_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// night stores generated articles [from,to) and settles them, as a run does.
func night(b *testing.B, st *store.Store, w wiretest.Wire, from, to int) {
	b.Helper()
	var rs []claim.Reading
	put := func() {
		if _, err := st.Put(rs); err != nil {
			b.Fatal(err)
		}
		rs = rs[:0]
	}
	for n := from; n < to; n++ {
		r, err := pipeline.Extract(w.Record(n))
		if err != nil {
			b.Fatal(err)
		}
		if rs = append(rs, r); len(rs) == 100 {
			put()
		}
	}
	put()
	if err := pipeline.Settle(st, pipeline.RunRecord{Started: time.Now()}, time.Now); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkAddOne times one more article, from its text to its facts, in a store of 1,000 articles and in one of ARTICLES
// (5,000; 100,000 takes some six minutes to fill): what it costs must not grow with the store. BenchmarkNight does the same
// for a night of 500.
func BenchmarkAddOne(b *testing.B) { grown(b, 1) }

func BenchmarkNight(b *testing.B) { grown(b, 500) }

func grown(b *testing.B, add int) {
	large := 5000
	if n, err := strconv.Atoi(os.Getenv("ARTICLES")); err == nil {
		large = n
	}
	for _, size := range []int{1000, large} {
		b.Run("stored="+strconv.Itoa(size), func(b *testing.B) {
			w := wiretest.Wire{Seed: 11}
			st, err := store.Create(filepath.Join(b.TempDir(), "s.db"), 0)
			if err != nil {
				b.Fatal(err)
			}
			defer st.Close()
			night(b, st, w, 0, size)
			at := size
			b.ResetTimer()
			for range b.N {
				night(b, st, w, at, at+add)
				at += add
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*add), "ms/article")
		})
	}
}
