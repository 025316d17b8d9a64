package store_test

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

const readerBatch = 10

// ingesting writes n articles of a wire in batches, each settled, or fewer where done is closed. The channel that it returns says when it
// is about to write, to whoever listens, and is closed at the end.
func ingesting(t testing.TB, path string, n int, done chan struct{}) (writing chan struct{}) {
	t.Helper()
	w, err := store.Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	writing = make(chan struct{}, 1)
	write := func(f func() error) {
		select {
		case writing <- struct{}{}:
		default:
		}
		if err := f(); err != nil {
			t.Error(err)
		}
	}
	go func() {
		defer close(writing)
		defer w.Close()
		var rs []claim.Reading
		for i := 0; i < n && !t.Failed(); i++ {
			r, err := pipeline.Extract(wiretest.Wire{Seed: 31}.Record(i))
			if err != nil {
				t.Error(err)
			}
			if rs = append(rs, r); len(rs) < readerBatch {
				continue
			}
			write(func() error { _, err := w.Put(rs); return err })
			write(func() error { return pipeline.Settle(w, pipeline.RunRecord{}, time.Now) })
			rs = rs[:0]
			select {
			case <-done:
				return
			default:
			}
		}
	}()
	return writing
}

// A reader beside a writer sees whole batches, every index in step with what it leads to, and never less than before.
func TestAReaderSeesOneConsistentState(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	done := make(chan struct{})
	writing := ingesting(t, path, 200, done)
	defer close(done)
	was := 0
	read := func() {
		s, err := store.Open(path)
		var p store.Proof
		if err == nil {
			p, err = s.Verify()
		}
		if errors.Is(err, store.ErrLocked) { // it says who writes; that is an answer, if a poor one
			return
		}
		if err != nil || len(p.Problems) > 0 || p.Articles%readerBatch != 0 || p.Articles < was {
			t.Fatalf("after %d articles: %+v, %v", was, p, err)
		}
		was = p.Articles
	}
	for range writing {
		read()
	}
	if read(); was != 200 {
		t.Errorf("%d articles at the end", was)
	}
}

// BenchmarkReadDuringIngest asks for the facts of a story at the moment at which another one writes.
func BenchmarkReadDuringIngest(b *testing.B) {
	path := filepath.Join(b.TempDir(), "s.db")
	for range ingesting(b, path, 400, nil) {
	}
	done := make(chan struct{})
	writing := ingesting(b, path, 1<<20, done)
	defer func() {
		close(done)
		for range writing {
		}
	}()
	s, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	story := ""
	if err := s.Stories(func(st reconcile.Story) error { story = st.ID; return nil }); err != nil {
		b.Fatal(err)
	}
	var took []time.Duration
	for b.Loop() {
		<-writing
		start := time.Now()
		s, err := store.Open(path)
		if err == nil {
			_, err = s.FactsOf(story)
		}
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	for _, p := range []struct {
		name  string
		share float64
	}{{"p50-ms", 0.5}, {"p99-ms", 0.99}} {
		b.ReportMetric(float64(took[int(float64(len(took)-1)*p.share)].Microseconds())/1000, p.name)
	}
}
