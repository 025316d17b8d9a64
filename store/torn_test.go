package store

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"crosstally/pipeline/claim"
)

const (
	tornArticles = 72 // so few that the writer does not put a new file in the place of the one whose writes are recorded
	sector       = 512
)

// An epoch is what was written between two syncs: in what order it reaches the disk, and how much of it, is the disk's affair.
type epoch struct {
	acked  int   // articles that were acknowledged before
	size   int64 // of the file; an epoch that has no writes made it larger
	writes []write
}

type write struct {
	off  int64
	data []byte
}

func (e epoch) isMeta() bool { return len(e.writes) == 1 && isMeta(e.writes[0].off) }

// A recording is every write of a run, from a file that was on the disk as a whole.
type recording struct {
	base   []byte
	epochs []epoch
	acked  int
}

// Write takes what the writer says.
func (r *recording) Write(p []byte) (int, error) {
	if strings.HasPrefix(string(p), "ack ") {
		if _, err := fmt.Sscanf(string(p), "ack %d", &r.acked); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

// take files a write under its epoch. A transaction is: the file grows and is synced, if it has to; data pages are written and synced;
// one meta page is written and synced.
func (r *recording) take(b []byte, off, size int64) {
	if last := r.last(); size != last.size {
		r.epochs = append(r.epochs, epoch{acked: r.acked, size: size}, epoch{acked: r.acked, size: size})
	} else if isMeta(off) || last.isMeta() || r.epochs == nil {
		r.epochs = append(r.epochs, epoch{acked: r.acked, size: size})
	}
	e := &r.epochs[len(r.epochs)-1]
	e.writes = append(e.writes, write{off, slices.Clone(b)})
}

func (r *recording) last() epoch {
	if r.epochs == nil {
		return epoch{size: int64(len(r.base))}
	}
	return r.epochs[len(r.epochs)-1]
}

// record runs the crash writer.
func record(t *testing.T) *recording {
	t.Helper()
	s, path := create(t)
	s.Close()
	r := &recording{}
	var err error
	if r.base, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	watch(t, func(db *bolt.DB) {
		if db.Path() != path || db.NoSync || db.NoGrowSync {
			t.Errorf("%s is written, or not synced", db.Path())
		}
		beforeWrite(db, func(b []byte, off int64) error {
			info, err := os.Stat(path)
			if err == nil {
				r.take(b, off, info.Size())
			}
			return err
		})
	})
	if err := crashWriter(path, 0, tornArticles, r); err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(r.image(nil, len(r.epochs))) {
		t.Fatalf("the recorded writes do not make the file: %v", err)
	}
	return r
}

// image is the file after a power cut: all that was synced before an epoch, and of that epoch a part, in an order of its own.
func (r *recording) image(rng *rand.Rand, at int) []byte {
	img := slices.Clone(r.base)
	for _, e := range r.epochs[:at] {
		img = grown(img, e.size)
		for _, w := range e.writes {
			copy(img[w.off:], w.data)
		}
	}
	if at == len(r.epochs) {
		return img
	}
	e := r.epochs[at]
	if len(e.writes) > 0 || rng.IntN(2) == 0 {
		img = grown(img, e.size)
	}
	tear(rng, img, slices.Clone(e.writes))
	return img
}

// liedTo is the file on a disk that keeps writes back though it said that they were synced: a part of those of several epochs.
func (r *recording) liedTo(rng *rand.Rand, at, epochs int) []byte {
	img := r.image(rng, at)
	for _, e := range r.epochs[at:min(at+epochs, len(r.epochs))] {
		img = grown(img, e.size)
		tear(rng, img, slices.Clone(e.writes))
	}
	return img
}

func grown(img []byte, size int64) []byte {
	return append(img, make([]byte, max(0, size-int64(len(img))))...)
}

// tear writes some of the writes, in a random order, and of some of the others a part: cut at a sector, or with sectors missing.
func tear(rng *rand.Rand, img []byte, ws []write) {
	rng.Shuffle(len(ws), func(i, k int) { ws[i], ws[k] = ws[k], ws[i] })
	whole := rng.IntN(len(ws) + 1)
	for i, w := range ws[:min(whole+3, len(ws))] {
		cut := len(w.data)
		if i >= whole && rng.IntN(2) == 0 {
			cut = rng.IntN(cut/sector) * sector
		}
		for from := 0; from < cut; from += sector {
			if i < whole || cut < len(w.data) || rng.IntN(2) == 0 {
				copy(img[w.off+int64(from):], w.data[from:from+sector])
			}
		}
	}
}

// TestTornWritesOpenWithWhatWasSynced records the writes of a run and rebuilds from them what a power cut can leave. Each image must hold
// all that was acknowledged before, once, and prove right; what a rerun then makes of it must be the same as without a power cut. Of
// every four disks one lies about syncs: then the file must say what is wrong, or be whole as it was at some time before.
func TestTornWritesOpenWithWhatWasSynced(t *testing.T) {
	if files := os.Getenv("CROSSTALLY_TORN"); files != "" {
		for _, path := range filepath.SplitList(files) {
			fmt.Println("outcome " + afterPowerCut(t, path))
		}
		return
	}
	r := record(t)
	rng := rand.New(rand.NewPCG(13, 17))
	dir := t.TempDir()
	outcomes := map[string]int{}
	const perChild = 20
	n := trials(t, "TORN", 60)
	for from := 0; from < n; from += perChild {
		var names []string
		for i := from; i < min(from+perChild, n); i++ {
			at := rng.IntN(len(r.epochs) + 1)
			kind, img := "torn", []byte(nil)
			if i%4 == 3 && at < len(r.epochs) {
				kind, img = "lied", r.liedTo(rng, at, 1+rng.IntN(8))
			} else {
				img = r.image(rng, at)
			}
			acked := r.acked
			if at < len(r.epochs) {
				acked = r.epochs[at].acked
			}
			name := filepath.Join(dir, fmt.Sprintf("%s-%d-%04d.db", kind, acked, i))
			if err := os.WriteFile(name, img, 0o644); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
		for _, o := range readInChild(t, "CROSSTALLY_TORN", names) {
			outcomes[o]++
		}
		for _, name := range names {
			os.Remove(name)
		}
	}
	t.Logf("outcomes of %d images from %d epochs: %v", n, len(r.epochs), outcomes)
	for o := range outcomes {
		if !slices.Contains([]string{"whole", "told by a disk that lied", "whole on a disk that lied"}, o) {
			t.Errorf("%s: %d times", o, outcomes[o])
		}
	}
}

// afterPowerCut opens an image as the next command does, and says what came of it.
func afterPowerCut(t *testing.T, path string) string {
	var acked, i int
	kind, rest, _ := strings.Cut(filepath.Base(path), "-")
	if _, err := fmt.Sscanf(rest, "%d-%d.db", &acked, &i); err != nil {
		t.Fatal(err)
	}
	n, err := heldBy(path)
	switch {
	case kind == "lied" && err == nil && n%crashBatch == 0:
		return "whole on a disk that lied"
	case kind == "lied" && err != nil && told(err) == "told":
		return "told by a disk that lied"
	case err != nil:
		return fmt.Sprintf("%s: %v", filepath.Base(path), err)
	case n != acked && n != acked+crashBatch:
		return fmt.Sprintf("%s: it holds %d articles", filepath.Base(path), n)
	}
	if err := crashWriter(path, max(0, n-crashBatch), tornArticles, io.Discard); err != nil {
		return fmt.Sprintf("%s, written again: %v", filepath.Base(path), err)
	}
	if n, err = heldBy(path); err != nil || n != tornArticles {
		return fmt.Sprintf("%s, written again: it holds %d articles, %v", filepath.Base(path), n, err)
	}
	s, err := Open(path)
	if err != nil {
		return err.Error()
	}
	if export(t, s) != export(t, uninterrupted(t, tornArticles)) {
		return filepath.Base(path) + ", written again: it says something else than without a power cut"
	}
	return "whole"
}

// heldBy proves a store and says how many articles it holds: the first ones that were written, each once.
func heldBy(path string) (n int, err error) {
	s, err := Open(path)
	if err != nil {
		return 0, err
	}
	last := -1
	if err := s.Readings(func(r claim.Reading) error {
		n++
		var i int
		if _, err := fmt.Sscanf(r.Article.URL, "https://a.example/%d", &i); err != nil || r.Article.Text != crashReading(i).Article.Text {
			return fmt.Errorf("%s is not what was stored", r.Article.URL)
		}
		last = max(last, i)
		return nil
	}); err != nil {
		return 0, err
	}
	p, err := s.Verify()
	if err == nil && len(p.Problems) > 0 {
		err = fmt.Errorf("%w: %v", ErrDamaged, p.Problems)
	}
	if err == nil && (p.Articles != n || last != n-1) {
		err = errors.New("articles are gone or doubled without a word")
	}
	return n, err
}
