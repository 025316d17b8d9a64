package store

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"crosstally/pipeline/claim"
)

// number of trials: small in a usual run, DAMAGES=2000 and TORN=1000 for the full ones (make crash).
func trials(t *testing.T, env string, usual int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv(env)); err == nil {
		return n
	}
	return usual
}

// TestDamageIsToldNeverGuessed damages a store at random: flipped bits, zeroed, swapped and random pages, cuts. Reading it must end in
// an error that names the damage, or in articles that are all as they were written; never in a crash, a hang or another value. bbolt
// maps the file, so some damage ends the process by a signal that Go cannot catch: the reading runs in a child, as a user's command does.
func TestDamageIsToldNeverGuessed(t *testing.T) {
	if path := os.Getenv("CROSSTALLY_DAMAGED"); path != "" {
		readDamaged(path)
		return
	}
	path := filepath.Join(t.TempDir(), "whole.db")
	if err := crashWriter(path, 0, crashArticles, io.Discard); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 5))
	dir := t.TempDir()
	outcomes := map[string]int{}
	const perChild = 20
	n := trials(t, "DAMAGES", 100)
	for from := 0; from < n; from += perChild {
		var names []string
		for i := from; i < min(from+perChild, n); i++ {
			raw, what := damaged(rng, whole, i)
			name := filepath.Join(dir, fmt.Sprintf("%04d-%s.db", i, what))
			if err := os.WriteFile(name, raw, 0o644); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
		for _, line := range readInChild(t, "CROSSTALLY_DAMAGED", names) {
			outcomes[line]++
		}
		for _, name := range names {
			rescueWhatHolds(t, name)
			os.Remove(name)
		}
	}
	t.Logf("outcomes of %d damages: %v", n, outcomes)
	for o := range outcomes {
		if o != "told" && o != "whole" {
			t.Errorf("%s: %d times", o, outcomes[o])
		}
	}
}

// damaged returns a copy with one damage.
func damaged(rng *rand.Rand, whole []byte, i int) ([]byte, string) {
	raw := append([]byte(nil), whole...)
	size := filePage
	page := func() []byte { at := rng.IntN(len(raw)/size) * size; return raw[at : at+size] }
	switch i % 5 {
	case 0:
		for range 8 {
			raw[rng.IntN(len(raw))] ^= 1 << rng.IntN(8)
		}
		return raw, "flip"
	case 1:
		clear(page())
		return raw, "zero"
	case 2:
		p := page()
		for k := range p {
			p[k] = byte(rng.IntN(256))
		}
		return raw, "random"
	case 3:
		a, b := page(), page()
		for k := range a {
			a[k], b[k] = b[k], a[k]
		}
		return raw, "swap"
	}
	return raw[:rng.IntN(len(raw))], "cut"
}

// readInChild has a child that runs the same test with files in env say what came of each; one that dies is started again for the rest.
func readInChild(t *testing.T, env string, names []string) (out []string) {
	t.Helper()
	for len(out) < len(names) {
		cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.timeout", "2m")
		cmd.Env = append(os.Environ(), env+"="+strings.Join(names[len(out):], string(os.PathListSeparator)))
		raw, err := cmd.CombinedOutput()
		got := 0
		for _, line := range strings.Split(string(raw), "\n") {
			if o, ok := strings.CutPrefix(line, "outcome "); ok {
				out = append(out, o)
				got++
			}
		}
		if err != nil && len(out) < len(names) {
			t.Logf("%s: %.600s", names[len(out)], raw)
			out = append(out, "crash on "+filepath.Base(names[len(out)]))
		} else if got == 0 {
			t.Fatalf("the child read nothing: %s", raw)
		}
	}
	return out
}

// readDamaged opens and reads files as the commands do, and prints what came of each.
func readDamaged(paths string) {
	for _, path := range filepath.SplitList(paths) {
		fmt.Println("outcome " + readOne(path))
	}
}

func readOne(path string) string {
	s, err := Open(path)
	if err != nil {
		return told(err)
	}
	n := 0
	var wrong string
	err = s.Readings(func(r claim.Reading) error {
		n++
		var i int
		if _, err := fmt.Sscanf(r.Article.URL, "https://a.example/%d", &i); err != nil || r.Article.Text != crashReading(i).Article.Text {
			wrong = "wrong value: " + r.Article.URL
		}
		return nil
	})
	switch {
	case wrong != "":
		return wrong
	case err != nil:
		return told(err)
	}
	if p, err := s.Verify(); err != nil || len(p.Problems) > 0 {
		return "told"
	}
	if n != crashArticles {
		return fmt.Sprintf("articles gone without a word: %d of %d", n, crashArticles)
	}
	return "whole"
}

// told checks that an error names its class.
func told(err error) string {
	for _, class := range []error{ErrDamaged, ErrNotAStore, ErrNewerLayout, ErrNoStore} {
		if errors.Is(err, class) {
			return "told"
		}
	}
	return "error without a class: " + err.Error()
}

// rescueWhatHolds: what salvage yields is as it was written.
func rescueWhatHolds(t *testing.T, path string) {
	t.Helper()
	if err := Salvage(path, Found{Article: func(r claim.Reading, _ Provenance) error {
		var i int
		if _, err := fmt.Sscanf(r.Article.URL, "https://a.example/%d", &i); err != nil || r.Article.Text != crashReading(i).Article.Text {
			return fmt.Errorf("wrong value: %s", r.Article.URL)
		}
		return nil
	}}); err != nil {
		t.Errorf("salvage %s: %v", path, err)
	}
}
