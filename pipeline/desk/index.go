package desk

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unique"

	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// An index holds a digest of each story. It is made in the background, the newest story first, and brought up to date when the file
// has changed; who asks gets what there is.
type index struct {
	now    atomic.Pointer[snapshot]
	mu     sync.Mutex
	making chan struct{} // closed when the making that goes on is done; nil where none does
	began  time.Time     // when it did
	took   time.Duration // the last time
	rest   time.Time     // no making before
}

// A snapshot is the index at one time. It is not changed.
type snapshot struct {
	stamp    string // of the file that it was made of
	order    []*digest
	by       map[string]*digest
	stories  int // of the store; more than in order while the index is being made
	complete bool
	sources  []sourceRow             // by name
	names    map[string][]lists.Name // of each type and, under "", of all; as namesOf orders them
	marks    map[mark]int            // how many facts have it
	articles int
}

const (
	// patience is how long after the beginning of its making a page waits for the index, where that was quick the last time.
	patience = 300 * time.Millisecond
	// quick is the time to which a making is waited for.
	quick = 100 * time.Millisecond
	// publishEach is how often what was made is shown while the first making goes on.
	publishEach = 500 * time.Millisecond
	// storiesAtOnce is how many stories are read at once in a search and in the background, so that nobody waits long.
	storiesAtOnce = 5
	// namedArticles is of how many of the newest articles the names are listed.
	namedArticles = 5000
)

// fileStamp changes when the store is written.
func (d *desk) fileStamp() (string, error) {
	info, err := os.Stat(d.store.Path())
	if err != nil {
		return "", fmt.Errorf("read store: %w", err)
	}
	return fmt.Sprint(info.ModTime().UnixNano(), " ", info.Size()), nil
}

// indexed returns the index as it is, and sees to it that it is brought up to date. It waits for that only where it is quick.
func (d *desk) indexed() (*snapshot, error) {
	stamp, err := d.fileStamp()
	if err != nil {
		return nil, err
	}
	x := &d.index
	if s := x.now.Load(); s != nil && s.complete && s.stamp == stamp {
		return s, nil
	}
	x.mu.Lock()
	first := x.now.Load() == nil
	if x.making == nil && (first || time.Now().After(x.rest)) {
		x.making, x.began = make(chan struct{}), time.Now()
		go d.remake(stamp)
	}
	making, wait := x.making, time.Duration(0)
	if making != nil && x.took < quick {
		wait = patience - time.Since(x.began)
	}
	x.mu.Unlock()
	if wait > 0 {
		select {
		case <-making:
		case <-time.After(wait):
		}
	}
	if s := x.now.Load(); s != nil {
		return s, nil
	}
	return &snapshot{}, nil
}

// remake brings the index up to date, then rests ten times as long, so that a night's writes do not keep it busy.
func (d *desk) remake(stamp string) {
	x := &d.index
	start := time.Now()
	err := d.sync(stamp)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.took = time.Since(start); err != nil {
		x.took = time.Second // the store is damaged, in use or gone: pages say so; here it is tried again
	}
	if x.took >= quick {
		x.rest = time.Now().Add(10 * x.took)
	}
	close(x.making)
	x.making = nil
}

// marks goes through all stories, the newest first.
func (d *desk) marks() (all []store.Mark, err error) {
	const few = 500 // at once, so that nobody waits long
	for last := (store.Mark{}); ; last = all[len(all)-1] {
		next, err := d.store.Marks(last, few)
		if all = append(all, next...); err != nil || len(next) < few {
			return all, err
		}
	}
}

// sync reads the stories that are new or other than their digests.
func (d *desk) sync(stamp string) error {
	all, err := d.marks()
	if err != nil {
		return err
	}
	was := map[string]*digest{}
	if s := d.index.now.Load(); s != nil {
		was = s.by
	}
	now := &snapshot{stamp: stamp, by: map[string]*digest{}, stories: len(all)}
	shown := time.Now()
	for at, e := range all {
		g := was[e.ID]
		if g == nil || g.stamp != e.Stamp {
			found, err := d.store.Told(e.ID, func(t store.Telling) (err error) {
				if g, err = newDigest(t); err == nil && at < shelfSize/4 { // these are shown first in most lists
					_, err = d.rows.of(t)
				}
				return err
			})
			if err != nil && !errors.Is(err, store.ErrDamaged) {
				return err
			}
			if err != nil { // its own page says so, and it is no reason to know nothing of the others
				continue
			}
			if !found { // gone since
				now.stories--
				continue
			}
		}
		now.order = append(now.order, g)
		now.by[e.ID] = g
		if len(was) == 0 && time.Since(shown) > publishEach {
			d.index.now.Store(now.part())
			shown = time.Now()
		}
	}
	now.complete = true
	now.sum()
	named, err := d.namesOf(now.order, namedArticles)
	if err != nil {
		return err
	}
	now.names = map[string][]lists.Name{"": named}
	for _, n := range named {
		now.names[string(n.Type)] = append(now.names[string(n.Type)], n)
	}
	d.index.now.Store(now)
	return nil
}

// part is what there is of a snapshot that is being made.
func (s *snapshot) part() *snapshot {
	p := &snapshot{stamp: s.stamp, by: maps.Clone(s.by), order: slices.Clone(s.order), stories: s.stories}
	p.sum()
	return p
}

// sum adds up what the digests say.
func (s *snapshot) sum() {
	s.marks = map[mark]int{}
	by := map[string]*sourceRow{}
	for _, g := range s.order {
		s.articles += g.articles
		for _, m := range g.facts {
			s.marks[m]++
		}
		for _, x := range g.sources {
			if by[x.Publisher.Source] == nil {
				by[x.Publisher.Source] = &sourceRow{Publisher: lists.Source{Source: x.Publisher.Source}}
			}
			by[x.Publisher.Source].Publisher.Add(x.Publisher)
			by[x.Publisher.Source].Record.add(x.Record)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		s.sources = append(s.sources, *by[name])
	}
}

// total is how many facts a filter without words keeps; known only where the index is complete.
func (s *snapshot) total(f lists.Filter) (n int, known bool) {
	if !s.complete {
		return 0, false
	}
	if f.Story == "" {
		for m, facts := range s.marks {
			if m.kept(f) {
				n += facts
			}
		}
		return n, true
	}
	for _, g := range s.order {
		n += g.count(f)
	}
	return n, true
}

// namesOf lists the names in the articles of stories, until so many articles were read; those that most articles name come first.
func (d *desk) namesOf(stories []*digest, articles int) ([]lists.Name, error) {
	ruled, err := d.store.Rulings()
	if err != nil {
		return nil, err
	}
	var rs []claim.Reading
	var told []reconcile.Story
	for few := range slices.Chunk(stories, storiesAtOnce) {
		if err := d.store.Tell(func(find finder) error {
			for _, g := range few {
				t, ok := find(g.id)
				if !ok || len(rs) >= articles {
					continue
				}
				st, err := t.Story()
				if err != nil && !errors.Is(err, store.ErrDamaged) {
					return err
				}
				told = append(told, st)
				if err := t.Readings(func(r claim.Reading) error {
					rs = append(rs, claim.Reading{Article: &article.Article{URL: r.Article.URL}, Names: r.Names})
					return nil
				}); err != nil && !errors.Is(err, store.ErrDamaged) {
					return err
				}
			}
			return nil
		}); err != nil {
			return nil, err
		}
		if len(rs) >= articles {
			break
		}
	}
	out := lists.Names(rs, told, ruled)
	for i := range out { // the strings are parts of larger ones
		n := &out[i]
		n.Name, n.Type = strings.Clone(n.Name), names.Type(kept(string(n.Type)))
		for k, v := range n.Variants {
			n.Variants[k] = strings.Clone(v)
		}
		for k, m := range n.Merges {
			n.Merges[k] = reconcile.Merge{Forms: [2]string{strings.Clone(m.Forms[0]), strings.Clone(m.Forms[1])}, Reason: kept(m.Reason)}
		}
	}
	slices.SortStableFunc(out, func(a, b lists.Name) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Mentions, a.Mentions))
	})
	return out, nil
}

// kept is a string that is met often, held once; what a record holds is part of one long string.
func kept(s string) string { return unique.Make(s).Value() }

// finder finds stories by their ids in one read.
type finder = func(id string) (store.Telling, bool)

// near is candidates with a read of the store for every few of them: a read must not take long, since a writer and, behind it, all
// other readers wait for its end.
func (d *desk) near(x *snapshot, words []string, yield func(at int, g *digest, find finder) (more bool, err error)) error {
	type place struct {
		at int
		g  *digest
	}
	var few []place
	read := func() (more bool, err error) {
		more = true
		err = d.store.Tell(func(find finder) (err error) {
			for _, p := range few {
				if more, err = yield(p.at, p.g, find); err != nil || !more {
					return err
				}
			}
			return nil
		})
		few = few[:0]
		return more, err
	}
	ended := false
	err := x.candidates(words, func(at int, g *digest) (bool, error) {
		if few = append(few, place{at, g}); len(few) < storiesAtOnce {
			return true, nil
		}
		more, err := read()
		ended = !more
		return more, err
	})
	if err == nil && !ended && len(few) > 0 {
		_, err = read()
	}
	return err
}

// candidates calls yield for the stories that have all words, the newest first, until it returns false; at is a story's place among all.
func (s *snapshot) candidates(words []string, yield func(at int, g *digest) (more bool, err error)) error {
	wanted := hashes(words)
	for at, g := range s.order {
		if !g.holds(wanted) {
			continue
		}
		if more, err := yield(at, g); err != nil || !more {
			return err
		}
	}
	return nil
}

var errIndexing = errors.New("the index of the store is being made; ask again in a while")
