package store

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
)

// The crash harness: a child process writes batches and prints what is acknowledged; the parent kills it at random moments and
// at named points of the store's code, again and again, on one file. At the end nothing acknowledged may be lost or doubled, and
// the store must say the same as one that was never killed. CRASH_KILLS sets how often (make crash: 10,000).

const (
	crashBatch    = 4
	crashArticles = 400
)

// crashReading is the i-th article; articles come in stories of five.
func crashReading(i int) claim.Reading {
	r := reading(fmt.Sprintf("https://a.example/%d", i), fmt.Sprintf("Report %d: the %s sank near %s with %d people on board.", i, word(i/5), word(i/5+7), i), "")
	r.Article.Title = fmt.Sprintf("The %s sank near %s", word(i/5), word(i/5+7))
	return r
}

// word makes a word of its own for each number.
func word(n int) string {
	h := sha256.Sum256([]byte(strconv.Itoa(n)))
	var b strings.Builder
	for _, x := range h[:8] {
		b.WriteByte('a' + x%26)
	}
	return b.String()
}

// TestCrashChild is the child of the harness; it does nothing in a usual run.
func TestCrashChild(t *testing.T) {
	path := os.Getenv("CROSSTALLY_CRASH_DB")
	if path == "" {
		t.Skip("the child of TestKilledWriterLosesNothing, run by it")
	}
	if point := os.Getenv("CROSSTALLY_CRASH_AT"); point != "" {
		name, nth, _ := strings.Cut(point, ":")
		left, _ := strconv.Atoi(nth)
		reached = func(p string) {
			if p == name {
				if left--; left < 0 {
					os.Stdout.Sync()
					p, _ := os.FindProcess(os.Getpid())
					p.Kill()
					select {}
				}
			}
		}
	}
	from, _ := strconv.Atoi(os.Getenv("CROSSTALLY_CRASH_FROM"))
	if err := crashWriter(path, from, crashArticles, os.Stdout); err != nil {
		fmt.Println("error", err)
	}
}

// crashWriter stores the articles of some numbers, acknowledging each batch, and settles now and then.
func crashWriter(path string, from, to int, out io.Writer) error {
	s, err := Create(path, 5*time.Second)
	if err != nil {
		return err
	}
	defer s.Close()
	fmt.Fprintln(out, "open")
	for i := from; i < to; i += crashBatch {
		var rs []claim.Reading
		for k := i; k < min(i+crashBatch, to); k++ {
			rs = append(rs, crashReading(k))
		}
		if _, err := s.Put(rs); err != nil {
			return err
		}
		fmt.Fprintln(out, "ack", i+len(rs))
		if err := s.Remember([]intake.Note{{Key: rs[0].Article.URL, Kind: intake.PageNote, OK: time.Now()}}); err != nil {
			return err
		}
		if i/crashBatch%5 == 4 {
			if err := pipeline.Settle(s, pipeline.RunRecord{}, time.Now); err != nil {
				return err
			}
		}
		if i/crashBatch%20 == 19 {
			if _, _, err := s.Compact(); err != nil {
				return err
			}
		}
	}
	if err := pipeline.Settle(s, pipeline.RunRecord{}, time.Now); err != nil {
		return err
	}
	fmt.Fprintln(out, "done")
	return nil
}

func TestKilledWriterLosesNothing(t *testing.T) {
	kills := 40
	if n, err := strconv.Atoi(os.Getenv("CRASH_KILLS")); err == nil {
		kills = n
	}
	start := time.Now()
	want := export(t, uninterrupted(t, crashArticles))
	whole := time.Since(start) // on this machine, with what else it does
	rng := rand.New(rand.NewPCG(7, 11))
	points := []string{"put", "remember", "apply", "compact-write", "compact-rename"}
	progress := 0
	for done := 0; done < kills; {
		path := filepath.Join(t.TempDir(), "s.db")
		acked := 0
		for finished := false; !finished; {
			k := kill{acks: rng.IntN(4), delay: time.Duration(rng.Int64N(int64(whole)))}
			switch {
			case done >= kills:
				k.delay = time.Minute
			case done%3 == 0 && acked == 0:
				k.at = "create:0"
			case done%3 == 0:
				k.at = fmt.Sprintf("%s:%d", points[done/3%len(points)], rng.IntN(6))
			}
			was, killed := acked, false
			acked, finished, killed = crashOnce(t, path, acked, k)
			if killed {
				done++
			}
			if killed && acked > was {
				progress++
			}
		}
		s, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := s.Verify(); err != nil || len(p.Problems) > 0 || p.Articles != crashArticles {
			t.Fatalf("after kills: %d articles, want %d; %v %v", p.Articles, crashArticles, p.Problems, err)
		}
		if got := export(t, s); got != want {
			t.Fatal("after kills the store says something else than one that was never killed")
		}
	}
	t.Logf("%d kills, %d of them after something was acknowledged", kills, progress)
	if progress < kills/4 {
		t.Errorf("only %d of %d kills came after something was acknowledged", progress, kills)
	}
}

// An earlier store whose upgrade is killed is the earlier one or today's.
func TestKilledUpgradeLosesNothing(t *testing.T) {
	for _, at := range []string{"upgrade-write:0", "upgrade-rename:0"} {
		path := earlierStore(t, "layout-1")
		if acked, _, killed := crashOnce(t, path, 0, kill{at: at}); !killed || acked != 0 {
			t.Fatalf("%s: killed %v", at, killed)
		}
		s, err := Open(path)
		if err != nil {
			t.Fatalf("%s: %v", at, err)
		}
		if got, want := export(t, s), asToday(t, unzipped(t, "layout-1.jsonl")); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", at, got, want)
		}
		if left, err := filepath.Glob(path + ".*"); err != nil || len(left) != 1 {
			t.Errorf("%s: files left beside the store: %v, %v", at, left, err)
		}
	}
}

// A kill comes at a named point of the child's own code, or else a delay after the child has the store open and has acknowledged so many
// batches: on a busy machine the delay alone would be over before the first.
type kill struct {
	at    string
	acks  int
	delay time.Duration
}

// crashOnce runs a child from the last acknowledged article and kills it, or lets it kill itself.
func crashOnce(t *testing.T, path string, from int, k kill) (acked int, finished, killed bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestCrashChild$")
	cmd.Env = append(os.Environ(), "CROSSTALLY_CRASH_DB="+path, "CROSSTALLY_CRASH_FROM="+strconv.Itoa(from), "CROSSTALLY_CRASH_AT="+k.at)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	acked = from
	sc := bufio.NewScanner(out)
	for sc.Scan() {
		what, n, _ := strings.Cut(sc.Text(), " ")
		if what == "ack" {
			acked, _ = strconv.Atoi(n)
		}
		switch what {
		case "open", "ack":
			if k.at == "" && k.acks == 0 {
				timer := time.AfterFunc(k.delay, func() { cmd.Process.Kill() })
				defer timer.Stop()
			}
			k.acks--
		case "done":
			finished = true
		case "error":
			t.Fatalf("child: %s", n)
		}
	}
	err = cmd.Wait()
	// What was acknowledged must be there and prove right now, before anything else is written.
	if err != nil && acked > 0 {
		s, oerr := Open(path)
		if oerr != nil {
			t.Fatalf("after a kill at %q: %v", k.at, oerr)
		}
		if p, verr := s.Verify(); verr != nil || len(p.Problems) > 0 || p.Articles < acked {
			t.Fatalf("after a kill at %q: %+v, %d articles acknowledged, %v", k.at, p, acked, verr)
		}
	}
	return acked, finished && err == nil, err != nil
}

func uninterrupted(t *testing.T, articles int) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whole.db")
	if err := crashWriter(path, 0, articles, io.Discard); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// export is everything that a store says, in order.
func export(t *testing.T, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	if err := s.Readings(func(r claim.Reading) error { return enc.Encode(r) }); err != nil {
		t.Fatal(err)
	}
	if err := s.Stories(func(st reconcile.Story) error { return enc.Encode(st) }); err != nil {
		t.Fatal(err)
	}
	if err := s.Facts(func(f reconcile.Fact) error { return enc.Encode(f) }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
