package article

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkRead reads pages one after another: those of the folder in CROSSTALLY_PAGES, else the shipped stories.
func BenchmarkRead(b *testing.B) {
	dir := os.Getenv("CROSSTALLY_PAGES")
	pattern := filepath.Join(dir, "*.html")
	if dir == "" {
		pattern = filepath.Join("..", "..", "fixtures", "stories", "*", "pages", "*.html")
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		b.Skipf("no pages match %s", pattern)
	}
	var pages []string
	size := 0
	for _, f := range files {
		p, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, string(p))
		size += len(p)
	}
	b.ReportAllocs()
	b.SetBytes(int64(size / len(pages)))
	for i := 0; b.Loop(); i++ {
		if _, err := Read(Record{URL: files[i%len(files)], HTML: pages[i%len(pages)]}); err != nil {
			b.Log(files[i%len(files)], err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
