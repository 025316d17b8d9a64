package pipeline_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/article/articletest"
)

// A pageCost is what a page cost from bytes to claims.
type pageCost struct {
	Fault   string
	Seconds float64 // of processor time
	Bytes   int64   // of anonymous memory over what the process had before
	Err     string
}

// TestHostilePageChild reads the hostile pages one after another in a process of its own, and prints what each cost; it does nothing in a
// usual run.
func TestHostilePageChild(t *testing.T) {
	if os.Getenv("CROSSTALLY_HOSTILE_PAGES") == "" {
		t.Skip("the child of TestHostilePagesStayInBudget, run by it")
	}
	if _, err := pipeline.Extract(article.Record{URL: "u", Text: "At least 12 people died when a ferry sank off Port Ellis on Saturday, police said."}); err != nil { // loads the model
		t.Fatal(err)
	}
	for _, p := range articletest.HostilePages() {
		debug.FreeOSMemory()
		before, start := anonymous(), processorTime()
		forgetPeak()
		_, err := pipeline.Extract(article.Record{URL: "u", HTML: p.HTML})
		cost := pageCost{Fault: p.Fault, Seconds: (processorTime() - start).Seconds(), Bytes: peakAnonymous() - before}
		if err != nil {
			cost.Err = err.Error()
		}
		if !errors.Is(err, p.Err) {
			t.Errorf("%s: got error %v, want %v", p.Fault, err, p.Err)
		}
		line, err := json.Marshal(cost)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("cost %s\n", line)
	}
}

func processorTime() time.Duration {
	var ru syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &ru) != nil {
		return 0
	}
	return time.Duration(ru.Utime.Nano() + ru.Stime.Nano())
}

// forgetPeak lets the process's peak memory begin anew.
func forgetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peakAnonymous is the most memory that the process had since then, without the files that it has mapped.
func peakAnonymous() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	kb := func(field string) int64 {
		_, after, _ := strings.Cut(string(status), field+":")
		n, _ := strconv.ParseInt(strings.Fields(after + " 0")[0], 10, 64)
		return n
	}
	return (kb("VmHWM") - kb("RssFile") - kb("RssShmem")) << 10
}

// costsOfHostilePages reads the hostile pages in a child, so that one which kills the process is an error here.
func costsOfHostilePages(tb testing.TB) (costs []pageCost) {
	tb.Helper()
	if anonymous() == 0 {
		tb.Skip("this system does not say how much memory a process has")
	}
	cmd := exec.Command(os.Args[0], "-test.run", "^TestHostilePageChild$", "-test.v", "-test.timeout", "5m")
	cmd.Env = append(os.Environ(), "CROSSTALLY_HOSTILE_PAGES=1")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		tb.Fatal(err)
	}
	var said []string
	for in := bufio.NewScanner(out); in.Scan(); {
		line, ok := strings.CutPrefix(in.Text(), "cost ")
		if !ok {
			said = append(said, in.Text())
			continue
		}
		var c pageCost
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			tb.Fatal(err)
		}
		costs = append(costs, c)
	}
	if err := cmd.Wait(); err != nil {
		tb.Fatalf("the child failed behind %d of %d pages: %v: %s", len(costs), len(articletest.HostilePages()), err, strings.Join(said, "\n"))
	}
	return costs
}

// No hostile page takes more memory than a page may (256 MB, and a quarter for the collector's mood), from its bytes to its claims, nor
// the process with it.
func TestHostilePagesStayInBudget(t *testing.T) {
	costs := costsOfHostilePages(t)
	if want := len(articletest.HostilePages()); len(costs) != want {
		t.Fatalf("%d of %d pages were read", len(costs), want)
	}
	for _, c := range costs {
		if c.Bytes > 320<<20 {
			t.Errorf("%s: %d MB, %s", c.Fault, c.Bytes>>20, c.Err)
		}
	}
}

// BenchmarkHostilePages says what the slowest and the largest of the hostile pages cost, from bytes to claims: seconds of processor time and
// megabytes over what the process had before. -v lists them all.
func BenchmarkHostilePages(b *testing.B) {
	var slowest, largest pageCost
	for b.Loop() {
		for _, c := range costsOfHostilePages(b) {
			b.Logf("%5.2f s %4d MB  %s  %s", c.Seconds, c.Bytes>>20, c.Fault, c.Err)
			if c.Seconds > slowest.Seconds {
				slowest = c
			}
			if c.Bytes > largest.Bytes {
				largest = c
			}
		}
	}
	b.Logf("slowest: %s; largest: %s", slowest.Fault, largest.Fault)
	b.ReportMetric(slowest.Seconds, "slowest-s")
	b.ReportMetric(float64(largest.Bytes)/(1<<20), "largest-MB")
}
