package pipeline_test

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/attribution"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
)

// records reads the shipped pages.
func records(b testing.TB) (out []article.Record) {
	for _, dir := range stories(b) {
		(&intake.Reader{}).Read(context.Background(), []string{filepath.Join(dir, "feed.xml")}, func(it intake.Item) bool {
			if it.Err != nil {
				b.Fatal(it.Err)
			}
			out = append(out, it.Record)
			return true
		})
	}
	return out
}

func articles(b testing.TB) (out []*article.Article, words int) {
	for _, r := range records(b) {
		a, err := article.Read(r)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, a)
		words += len(strings.Fields(a.Title)) + len(strings.Fields(a.Text))
	}
	return out, words
}

// perCore reports how many of n units a second one core did, and the process's peak memory.
func perCore(b *testing.B, unit string, n int) {
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), unit+"/core-s")
	var ru syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &ru) == nil {
		b.ReportMetric(float64(ru.Maxrss)/1024, "peak-MB")
	}
}

// oneCore runs a benchmark on one core.
func oneCore(b *testing.B) {
	old := runtime.GOMAXPROCS(1)
	b.Cleanup(func() { runtime.GOMAXPROCS(old) })
}

// BenchmarkStages times each stage alone on the shipped stories.
func BenchmarkStages(b *testing.B) {
	oneCore(b)
	recs := records(b)
	arts, words := articles(b)
	var docs []*extractors.Document
	var readings []claim.Reading
	for _, a := range arts {
		docs = append(docs, extractors.Read(a))
		readings = append(readings, pipeline.ReadArticle(a))
	}
	ns, ds := make([][]names.Mention, len(docs)), make([][]dates.Mention, len(docs))
	cs, credits := make([][]counts.Mention, len(docs)), make([][]attribution.Credit, len(docs))
	for i, d := range docs {
		ns[i], ds[i] = names.Extract(d), dates.Extract(d)
		cs[i], credits[i] = counts.Extract(d, ds[i], ns[i]), attribution.Extract(d, ns[i])
	}
	stage := func(name, unit string, n int, do func(i int)) {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				for i := range recs {
					do(i)
				}
			}
			perCore(b, unit, n)
		})
	}
	stage("article", "pages", len(recs), func(i int) {
		if _, err := article.Read(recs[i]); err != nil {
			b.Fatal(err)
		}
	})
	stage("tokens", "words", words, func(i int) { extractors.Read(arts[i]) })
	stage("names", "words", words, func(i int) { names.Extract(docs[i]) })
	stage("dates", "words", words, func(i int) { dates.Extract(docs[i]) })
	stage("counts", "words", words, func(i int) { counts.Extract(docs[i], ds[i], ns[i]) })
	stage("attribution", "words", words, func(i int) { attribution.Extract(docs[i], ns[i]) })
	stage("claims", "words", words, func(i int) { claim.Build(docs[i], ns[i], ds[i], cs[i], credits[i]) })
	stage("text", "words", words, func(i int) { pipeline.ReadArticle(arts[i]) })
	b.Run("reconcile", func(b *testing.B) {
		for range b.N {
			reconcile.Reconcile(readings)
		}
		perCore(b, "articles", len(readings))
	})
}

// BenchmarkExtract times a record from page to claims.
func BenchmarkExtract(b *testing.B) {
	oneCore(b)
	recs := records(b)
	if _, err := pipeline.Extract(recs[0]); err != nil { // loads the model
		b.Fatal(err)
	}
	for b.Loop() {
		for _, r := range recs {
			if _, err := pipeline.Extract(r); err != nil {
				b.Fatal(err)
			}
		}
	}
	perCore(b, "articles", len(recs))
}

// BenchmarkIngest times the whole, from feeds to facts in a new store.
func BenchmarkIngest(b *testing.B) {
	oneCore(b)
	var feeds []string
	for _, dir := range stories(b) {
		feeds = append(feeds, filepath.Join(dir, "feed.xml"))
	}
	n := len(records(b))
	for b.Loop() {
		ingest(b, 1, feeds)
	}
	perCore(b, "articles", n)
}
