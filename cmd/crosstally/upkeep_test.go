package main

import (
	"regexp"
	"slices"
	"testing"

	"crosstally/store"
)

// What stats calls free is no bucket that nobody thought of, and the parts are the whole.
func TestStatsNamesAllThatTheStoreHolds(t *testing.T) {
	db := ferryStore(t)
	s, err := store.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	st, err := s.Stats()
	if err != nil {
		t.Fatal(err)
	}
	for bucket := range st.Buckets {
		named := 0
		for _, h := range holdings {
			if slices.Contains(h.buckets, bucket) {
				named++
			}
		}
		if named != 1 && bucket != "meta" { // which holds the number of the layout
			t.Errorf("bucket %s is in %d rows", bucket, named)
		}
	}
	for _, h := range holdings {
		for _, bucket := range h.buckets {
			if _, ok := st.Buckets[bucket]; !ok {
				t.Errorf("the store has no bucket %s", bucket)
			}
		}
	}
	out := done(t, "stats", "--db", db)
	for _, want := range []string{`articles +2\n`, `free and half-filled pages +\d`, `growth since \S+ +about [1-9]`} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("stats lacks %q:\n%s", want, out)
		}
	}
	for n, want := range map[int64]string{999: "999 bytes", 1000: "1.0 kB", 2_500_000: "2.5 MB", 3_000_000_000: "3.0 GB"} {
		if got := size(n); got != want {
			t.Errorf("%d bytes are %s, want %s", n, got, want)
		}
	}
}
