package desk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/wiretest"
	"crosstally/store"
)

// clients is how many ask at once.
const clients = 20

// BenchmarkDesk serves a store in a second process while a third one ingests three nights into it and clients walk the pages, each asking
// for the next page as soon as it has the one before. SCALE_DB names a store that BenchmarkScale of package store made, of which a copy is used; otherwise
// three nights are made.
func BenchmarkDesk(b *testing.B) {
	for range b.N {
		path, day := benchStore(b)
		home, server := another(b, "serve", path, "")
		start := time.Now()
		awaitIndex(b, home)
		b.ReportMetric(time.Since(start).Seconds(), "index-s")
		walks := walksOf(b, path)
		alone := walkAll(b, home, walks, func(n int) bool { return n < 200 })
		b.Logf("nothing else goes on:\n%s", alone.table())
		done := make(chan struct{})
		start = time.Now()
		_, ingest := another(b, "ingest", path, fmt.Sprint(day))
		go func() { defer close(done); _ = ingest.Wait() }() // its exit is looked at below
		beside := walkAll(b, home, walks, func(n int) bool {
			select {
			case <-done:
				return n < 50
			default:
				return true
			}
		})
		<-done
		if !ingest.ProcessState.Success() {
			b.Fatalf("ingest: %v", ingest.ProcessState)
		}
		b.ReportMetric(time.Since(start).Seconds(), "nights-s")
		b.Logf("while nights are ingested:\n%s", beside.table())
		b.ReportMetric(alone.worst(0.99), "alone-p99-ms")
		b.ReportMetric(beside.worst(0.5), "worst-p50-ms")
		b.ReportMetric(beside.worst(0.99), "worst-p99-ms")
		b.ReportMetric(float64(anonymousOf(b, server.Process.Pid)), "server-MB")
	}
}

// benchStore makes or copies a store, and says which night comes next.
func benchStore(b *testing.B) (path string, day int) {
	path = filepath.Join(b.TempDir(), "s.db")
	if from := os.Getenv("SCALE_DB"); from != "" {
		st, err := store.Open(from)
		if err == nil {
			err = st.Backup(b.Context(), path)
		}
		if err != nil {
			b.Fatal(err)
		}
	} else {
		for day := range 3 {
			ingestNight(b, path, day)
		}
	}
	st, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	last, err := st.LastRun()
	if err != nil {
		b.Fatal(err)
	}
	return path, int(last.Number)
}

func ingestNight(t testing.TB, path string, day int) {
	w, err := store.Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var lines bytes.Buffer
	for _, r := range wiretest.Night(day) {
		if err := json.NewEncoder(&lines).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := pipeline.Run(context.Background(), &intake.Reader{Stdin: &lines}, []string{"-"}, w, pipeline.Options{Workers: 1, Refuse: func(x pipeline.Refusal) { t.Error(x) }}); err != nil {
		t.Fatal(err)
	}
}

// another runs this program again in a role, for BenchmarkDesk.
func another(b *testing.B, role, path, arg string) (home string, cmd *exec.Cmd) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd = exec.Command(self, "-test.run", "^TestRole$", "-test.v")
	cmd.Env = append(os.Environ(), "DESK_ROLE="+role, "DESK_DB="+path, "DESK_ARG="+arg)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }) // it may have ended
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, home, ok := strings.Cut(lines.Text(), "role: "); ok {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return home, cmd
		}
	}
	b.Fatalf("%s does not begin", role)
	return "", nil
}

// TestRole is no test: it is what another process of BenchmarkDesk does.
func TestRole(t *testing.T) {
	path := os.Getenv("DESK_DB")
	switch os.Getenv("DESK_ROLE") {
	case "serve":
		st, err := store.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("role: http://%s\n", l.Addr())
		t.Error(Server(New(st, Options{})).Serve(l))
	case "ingest":
		fmt.Println("role: ingest")
		day := 0
		if _, err := fmt.Sscan(os.Getenv("DESK_ARG"), &day); err != nil {
			t.Fatal(err)
		}
		for night := range 3 {
			ingestNight(t, path, day+night)
		}
	default:
		t.Skip("a part of BenchmarkDesk")
	}
}

// awaitIndex waits until a desk counts its articles.
func awaitIndex(b *testing.B, home string) {
	for {
		if _, body, _ := get(b, home+"/metrics"); strings.Contains(body, "crosstally_articles") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// A walk gives addresses of one kind of page.
type walk struct {
	name string
	next func(r *rand.Rand) string
}

// walksOf gives each kind of page, over a sample of the store's stories of all times.
func walksOf(b *testing.B, path string) []walk {
	st, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	var stories, facts, articles, words []string
	n := 0
	if err := st.Newest(store.Query{}, func(t store.Telling) (bool, error) {
		if n++; n%7 != 1 {
			return true, nil
		}
		s, err := t.Story()
		if err != nil {
			return false, err
		}
		stories = append(stories, "/stories/"+t.ID())
		words = append(words, lists.Words(s.Title)...)
		fs, err := t.Facts(store.Query{})
		for _, f := range fs {
			facts = append(facts, "/facts/"+f.ID)
			words = append(words, f.Values[0].Figure())
		}
		return true, errors.Join(err, t.Readings(func(r claim.Reading) error {
			articles = append(articles, "/article?"+url.Values{"url": {r.Article.URL}, "at": {"0"}}.Encode())
			return nil
		}))
	}); err != nil {
		b.Fatal(err)
	}
	one := func(of []string) func(*rand.Rand) string {
		return func(r *rand.Rand) string { return of[r.IntN(len(of))] }
	}
	return []walk{
		{"brief", one([]string{"/"})},
		{"facts", func(r *rand.Rand) string { return fmt.Sprintf("/facts?offset=%d", 50*r.IntN(3)*r.IntN(40)) }},
		{"conflicts", one([]string{"/facts?verdict=conflict", "/facts?verdict=conflict&offset=50", "/facts?verdict=conflict&predicate=destroy", "/facts?verdict=updated&min_sources=3"})},
		{"story", one(stories)}, {"fact", one(facts)}, {"article", one(articles)},
		{"stories", one([]string{"/stories", "/stories?offset=50"})}, {"sources", one([]string{"/sources"})}, {"names", one([]string{"/names", "/names?type=PERSON&offset=200"})},
		{"search", func(r *rand.Rand) string { return "/search?" + url.Values{"q": {words[r.IntN(len(words))]}}.Encode() }},
	}
}

// times are how long the pages of each kind took, in milliseconds.
type times map[string][]float64

// walkAll lets all clients walk while more says so, given how many pages each has seen.
func walkAll(b *testing.B, home string, walks []walk, more func(n int) bool) times {
	all := times{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}, Timeout: time.Minute}
	for c := range clients {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(uint64(c), 1))
			for n := 0; more(n); n++ {
				w := walks[(n+c)%len(walks)]
				address := home + w.next(r)
				start := time.Now()
				resp, err := client.Get(address)
				if err == nil {
					_, err = io.Copy(io.Discard, resp.Body)
					resp.Body.Close()
				}
				if err != nil || resp.StatusCode != 200 && resp.StatusCode != 404 { // a night gives some stories and facts other ids
					b.Errorf("%s: %v, %+v", address, err, resp)
					return
				}
				took := float64(time.Since(start).Microseconds()) / 1000
				mu.Lock()
				all[w.name] = append(all[w.name], took)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return all
}

func quantile(of []float64, q float64) float64 {
	of = slices.Sorted(slices.Values(of))
	return of[int(q*float64(len(of)-1))]
}

// worst is the quantile of the slowest kind of page.
func (t times) worst(q float64) (worst float64) {
	for _, of := range t {
		worst = max(worst, quantile(of, q))
	}
	return worst
}

func (t times) table() string {
	var out strings.Builder
	var names []string
	for name := range t {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&out, "%-10s %6d pages  p50 %6.1f ms  p99 %6.1f ms  worst %6.1f ms\n", name, len(t[name]), quantile(t[name], 0.5), quantile(t[name], 0.99), quantile(t[name], 1))
	}
	return out.String()
}

// anonymousOf is a process's memory in MB that is no mapped file; 0 where the system does not say.
func anonymousOf(b *testing.B, pid int) int {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(raw), "RssAnon:")
	kb := 0
	if _, err := fmt.Sscan(rest, &kb); err != nil {
		b.Fatal(err)
	}
	return kb / 1024
}
