package wiretest

import (
	"strings"
	"testing"
)

// The same article at every call, and no sentence twice but headlines.
func TestNoSentenceStandsTwice(t *testing.T) {
	w := Wire{Seed: 7}
	seen, vocabulary := map[string]int{}, map[string]bool{}
	for n := range 2000 {
		r := w.Record(n)
		if again := w.Record(n); again != r {
			t.Fatalf("article %d differs from itself: %v and %v", n, r, again)
		}
		for _, s := range strings.FieldsFunc(r.Text, func(c rune) bool { return c == '.' || c == '\n' }) {
			if k, ok := seen[s]; ok && k != n && len(s) > 20 {
				t.Fatalf("%q stands in articles %d and %d", s, k, n)
			}
			seen[s] = n
		}
		for _, v := range strings.Fields(r.Text) {
			vocabulary[v] = true
		}
	}
	if len(vocabulary) < 20000 {
		t.Errorf("%d words, want 20,000", len(vocabulary))
	}
}
