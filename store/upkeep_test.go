package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// settled makes a store with one article, one claim and one fact, as a run leaves it.
func settled(t *testing.T) (*Store, string) {
	t.Helper()
	s, path := create(t)
	r := reading("u1", "Police said eight died.", "")
	r.Claims = []claim.Claim{{Mention: counts.Mention{Evidence: extractors.Evidence{Span: extractors.Span{Start: 12, End: 17}, Field: extractors.Text, Text: "eight"}}, Quote: "Police said eight died."}}
	if _, err := s.Put([]claim.Reading{r}); err != nil {
		t.Fatal(err)
	}
	fresh, _, err := s.Unsettled(10)
	if err != nil || len(fresh) != 1 {
		t.Fatalf("got %d unsettled articles, %v", len(fresh), err)
	}
	f := reconcile.Fact{ID: idOf(numberKey(0xf1)), Verdict: reconcile.Single, Story: reconcile.StoryRef{ID: idOf(numberKey(0x51))}, Values: []reconcile.Value{{Sources: []reconcile.Source{{URL: "u1", Field: "text", Start: 12, End: 17, Text: "eight", Quote: "Police said eight died."}}}}}
	if _, err := s.Apply(pipeline.Update{Settled: []uint64{1}, Stories: []pipeline.StoryUpdate{{Story: reconcile.Story{ID: idOf(numberKey(0x51))}, Members: []uint64{1}, Facts: []reconcile.Fact{f}}}}); err != nil {
		t.Fatal(err)
	}
	return s, path
}

func TestVerifyProvesAWholeStore(t *testing.T) {
	s, _ := settled(t)
	p, err := s.Verify()
	if err != nil || len(p.Problems) != 0 || p.Articles != 1 || p.Claims != 1 || p.Facts != 1 || p.Quotes != 2 {
		t.Errorf("got %+v, %v", p, err)
	}
}

// Between a change of an article and the settling of its story, a run that was ended leaves facts of the version before. That is no damage.
func TestVerifyRaisesNoAlarmOverAStoryThatWaits(t *testing.T) {
	said := func(published, text string) claim.Reading {
		r, err := pipeline.Extract(article.Record{URL: "https://a.example/1", Source: "Harbour News", Published: published, Title: "Ferry sinks off Port Ellis", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	s, _ := create(t)
	put := func(r claim.Reading) error { _, err := s.Put([]claim.Reading{r}); return err }
	settle := func() error { return pipeline.Settle(s, pipeline.RunRecord{}, time.Now) }
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"stored", func() error {
			return put(said("2026-05-03", "At least 12 people died when a ferry sank off Port Ellis on Saturday, police said."))
		}},
		{"settled", settle},
		{"replaced", func() error {
			return put(said("2026-05-04", "New: at least 14 people died when a ferry sank off Port Ellis on Saturday, police said."))
		}},
		{"replaced again", func() error {
			return put(said("2026-05-05", "Newer: 15 people died when a ferry sank off Port Ellis on Saturday, police said."))
		}},
		{"settled again", settle},
		{"taken down", func() error { _, err := s.Forget("https://a.example/1", "", time.Now()); return err }},
		{"settled at last", settle},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if p, err := s.Verify(); err != nil || len(p.Problems) > 0 {
			t.Errorf("%s: %+v, %v", step.name, p, err)
		}
	}
}

func TestVerifyFindsWhatDoesNotHold(t *testing.T) {
	for name, c := range map[string]struct {
		class  string
		damage func(tx *bolt.Tx) error
	}{
		"flipped bit": {"checksum", func(tx *bolt.Tx) error {
			b := tx.Bucket(articleBucket)
			rec := append([]byte(nil), b.Get(numberKey(1))...)
			rec[len(rec)-1] ^= 1
			return b.Put(numberKey(1), rec)
		}},
		"other text": {"content", func(tx *bolt.Tx) error {
			r, p, err := getArticle(tx, numberKey(1))
			if err != nil {
				return err
			}
			r.Article.Text = "Police said nine died.."
			return putArticle(tx, numberKey(1), sealArticle(r, p))
		}},
		"lost index":  {"index", func(tx *bolt.Tx) error { return tx.Bucket(factIDBucket).Delete(numberKey(0xf1)) }},
		"lost member": {"index", func(tx *bolt.Tx) error { return tx.Bucket(storyOfBucket).Delete(numberKey(1)) }},
		"lost story":  {"index", func(tx *bolt.Tx) error { return tx.Bucket(storyIDBucket).Delete(numberKey(0x51)) }},
		"lost tag": {"index", func(tx *bolt.Tx) error {
			return tx.Bucket(tagBucket).Delete(tag{'v', "single"}.key(newStoryKey(0, numberKey(0x51))))
		}},
		"lost facts": {"index", func(tx *bolt.Tx) error {
			k, _ := tx.Bucket(factsBucket).Cursor().First()
			return tx.Bucket(factsBucket).Delete(k)
		}},
		"tag of a lost story": {"index", func(tx *bolt.Tx) error {
			return addPosting(tx.Bucket(tagBucket), tag{'v', "single"}.key(newStoryKey(0, numberKey(0x51))), 0x52)
		}},
		"id of a lost story":    {"index", func(tx *bolt.Tx) error { return tx.Bucket(storyIDBucket).Put(numberKey(0x52), []byte{0, 0}) }},
		"key of a lost article": {"index", func(tx *bolt.Tx) error { return addPosting(tx.Bucket(blockBucket), []byte("k"), 77) }},
		"lost bucket":           {"structure", func(tx *bolt.Tx) error { return tx.DeleteBucket(runBucket) }},
	} {
		s, _ := settled(t)
		if err := s.update(c.damage); err != nil {
			t.Fatal(err)
		}
		p, err := s.Verify()
		found := false
		for _, x := range p.Problems {
			found = found || x.Class == c.class
		}
		if !found {
			t.Errorf("%s: got %v, %v, want a problem of class %s", name, p.Problems, err, c.class)
		}
	}
}

func TestBackupAndCompactKeepEverything(t *testing.T) {
	s, path := settled(t)
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(context.Background(), to); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(context.Background(), to); !errors.Is(err, ErrExists) {
		t.Errorf("backup over a file: got error %v", err)
	}
	if _, _, err := s.Compact(); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{to, path} {
		c, err := Open(p)
		if err != nil {
			t.Fatal(err)
		}
		if proof, err := c.Verify(); err != nil || len(proof.Problems) != 0 || proof.Facts != 1 {
			t.Errorf("%s: got %+v, %v", p, proof, err)
		}
	}
	if left, err := filepath.Glob(path + ".*"); err != nil || len(left) != 1 {
		t.Errorf("files left beside the store: %v, %v; want the lock file alone", left, err)
	}
}

// bbolt panics on some damaged files; what was open by then is closed.
func TestNoFileStaysOpenWhereACopyBreaksOff(t *testing.T) {
	s, path := settled(t)
	if err := s.rewrite("compact", func(dst, src *bolt.DB) error { panic("freelist: page 7 already freed") }); !errors.Is(err, ErrDamaged) {
		t.Errorf("got error %v, want %v", err, ErrDamaged)
	}
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(open) == 0 {
		t.Skip("this system does not list open files")
	}
	for _, fd := range open {
		if to, err := os.Readlink(fd); err == nil && strings.HasPrefix(to, path+".compact") {
			t.Errorf("%s is still open", to)
		}
	}
}

// A copy of a damaged store would take the place of a good one, and compact would lose what salvage can still read.
func TestNoCopyIsMadeOfADamagedStore(t *testing.T) {
	s, path := settled(t)
	if err := s.update(func(tx *bolt.Tx) error {
		b := tx.Bucket(factsBucket)
		k, v := b.Cursor().First()
		return b.Put(k, append(slices.Clone(v), 0))
	}); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(context.Background(), to); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "read "+path+", facts") || strings.Contains(err.Error(), ".new-") {
		t.Errorf("backup: got error %v", err)
	}
	if _, _, err := s.Compact(); !errors.Is(err, ErrDamaged) {
		t.Errorf("compact: got error %v", err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if err := s.Copy(stopped, to); !errors.Is(err, context.Canceled) {
		t.Errorf("copy that is stopped: got error %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the store was changed, %v", err)
	}
	if left, err := filepath.Glob(to + "*"); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestStatsCountWhatCameInAMonth(t *testing.T) {
	s, path := settled(t)
	for _, r := range []struct {
		day, stored int
		ruling      uint64
	}{{1, 7, 0}, {60, 20, 0}, {70, 5, 0}, {71, 0, 3}, {72, 1, 0}} {
		rec := pipeline.RunRecord{Started: time.Date(2026, 1, r.day, 0, 0, 0, 0, time.UTC), Ruling: r.ruling}
		rec.Account.Stored = r.stored
		if _, err := s.Apply(pipeline.Update{Run: rec}); err != nil {
			t.Fatal(err)
		}
	}
	st, err := s.Stats()
	if g := st.Growth; err != nil || g.Runs != 3 || g.Articles != 26 || g.Since.Format(time.DateOnly) != "2026-03-01" || g.Bytes != 26*(st.Bytes-st.Free) {
		t.Errorf("got %+v, %v", g, err)
	}
	info, err := os.Stat(path)
	if err != nil || st.File != info.Size() || st.Articles != 1 || st.Facts != 1 || st.Buckets["content"] == 0 {
		t.Errorf("got %+v, %v", st, err)
	}
}

func TestCutBackupIsRefused(t *testing.T) {
	s, _ := settled(t)
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(context.Background(), to); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(to)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(to, info.Size()/2); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(to); !errors.Is(err, ErrDamaged) {
		t.Errorf("got error %v, want %v", err, ErrDamaged)
	}
}

func TestForgetRemovesTheTextAndKeepsANote(t *testing.T) {
	s, path := settled(t)
	notes, err := s.Forget("u1", "asked to", time.Date(2026, 5, 10, 0, 0, 0, 0, time.UTC))
	if err != nil || len(notes) != 1 || notes[0].Versions != 1 {
		t.Fatalf("got %+v, %v", notes, err)
	}
	if err := pipeline.Settle(s, pipeline.RunRecord{}, time.Now); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Compact(); err != nil {
		t.Fatal(err)
	}
	if p, err := s.Verify(); err != nil || len(p.Problems) != 0 || p.Articles != 0 || p.Facts != 0 {
		t.Errorf("after forgetting: %+v, %v", p, err)
	}
	if out, err := s.Put([]claim.Reading{reading("u1", "Police said eight died.", "")}); err != nil || out[0] != pipeline.Forgotten {
		t.Errorf("put again: %v, %v", out, err)
	}
	rescued := 0
	if err := Salvage(path, Found{Article: func(claim.Reading, Provenance) error { rescued++; return nil }}); err != nil || rescued != 0 {
		t.Errorf("the forgotten text can still be read from the file: %d readings, %v", rescued, err)
	}
}

func TestSalvageReadsPastBrokenTrees(t *testing.T) {
	s, path := create(t)
	var want []claim.Reading
	for i := range 200 {
		want = append(want, reading(fmt.Sprint("u", i), fmt.Sprintf("Police said %d boats sank off the coast. ", i), ""))
	}
	if _, err := s.Put(want); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size := filePage
	for at := 0; at+pageHeader < len(raw); at += size { // break every page that is no leaf: both metas, freelist, branches
		if raw[at+8] != leafFlag {
			clear(raw[at : at+size])
		}
	}
	broken := filepath.Join(t.TempDir(), "broken.db")
	if err := os.WriteFile(broken, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(broken); err == nil {
		t.Fatal("the file is not broken")
	}
	got := map[string]bool{}
	if err := Salvage(broken, Found{Article: func(r claim.Reading, _ Provenance) error { got[r.Article.URL] = true; return nil }}); err != nil || len(got) != len(want) {
		t.Errorf("got %d of %d articles, %v", len(got), len(want), err)
	}
}

// Runs come over with their changes and numbers, and the next one has a number of its own.
func TestSalvageKeepsTheHistory(t *testing.T) {
	s, path := settled(t)
	for day := range 3 {
		var n uint64
		for part := range 2 { // a run of two transactions
			run := pipeline.RunRecord{Number: n, Started: time.Date(2026, 5, 3+day, 2, 0, 0, 0, time.UTC), Ended: time.Date(2026, 5, 3+day, 3, part, 0, 0, time.UTC)}
			run.Changes = []pipeline.Change{{Kind: pipeline.New, Fact: fmt.Sprintf("f%d%d", day, part), Now: pipeline.State{Verdict: reconcile.Single, Figures: []string{"8"}}}}
			var err error
			if n, err = s.Apply(pipeline.Update{Run: run}); err != nil {
				t.Fatal(err)
			}
		}
	}
	history := func(s *Store) (out []string) {
		if err := s.Runs(func(r pipeline.RunRecord) bool {
			out = append(out, fmt.Sprintf("%d %s %v", r.Number, r.Ended, r.Changes))
			return true
		}); err != nil {
			t.Fatal(err)
		}
		return out
	}
	var kept Kept
	if err := Salvage(path, Found{Kept: func(k Kept) error { kept = k; return nil }}); err != nil {
		t.Fatal(err)
	}
	to, _ := create(t)
	if err := to.Keep(kept); err != nil {
		t.Fatal(err)
	}
	want, got := history(s), history(to)
	if len(want) != 4 || !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n, err := to.Apply(pipeline.Update{}); err != nil || n != 5 {
		t.Errorf("the next run has number %d, %v", n, err)
	}
}

func TestReplaceSettlesAnew(t *testing.T) {
	s, _ := settled(t)
	r, err := s.Reading(1)
	if err != nil {
		t.Fatal(err)
	}
	r.Claims = nil
	if err := s.Replace([]uint64{1}, []claim.Reading{r}); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Settle(s, pipeline.RunRecord{}, time.Now); err != nil {
		t.Fatal(err)
	}
	if p, err := s.Verify(); err != nil || len(p.Problems) != 0 || p.Claims != 0 || p.Facts != 0 {
		t.Errorf("got %+v, %v, want the fact gone with its claim", p, err)
	}
}

func TestVerifyTellsALostAddress(t *testing.T) {
	s, _ := settled(t)
	if err := s.update(func(tx *bolt.Tx) error {
		urls := tx.Bucket(urlBucket)
		k, _ := urls.Cursor().First()
		return urls.Delete(k)
	}); err != nil {
		t.Fatal(err)
	}
	if p, err := s.Verify(); err != nil || len(p.Problems) == 0 {
		t.Errorf("got %+v, %v, want the article told that its address does not lead to", p, err)
	}
}

func TestMisquotedLooksAroundTheBytes(t *testing.T) {
	const field = "Two died. Two were hurt."
	for _, x := range []struct {
		start int
		quote string
		wrong bool
	}{
		{0, "Two died.", false},
		{10, "Two were hurt.", false},
		{10, "Two died.", true}, // it stands in the article, but not where the number does
	} {
		if got := misquoted(field, x.start, x.start+3, "Two", x.quote); (got != "") != x.wrong {
			t.Errorf("%q at %d: %q", x.quote, x.start, got)
		}
	}
}
