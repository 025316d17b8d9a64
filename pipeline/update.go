package pipeline

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
)

// An Article is one stored article as the desk works with it: its number in the store and what decides its story.
type Article struct {
	Number  uint64
	Profile *reconcile.Profile
	Story   string // id of the story that it is in; "" for a new one
	Strand  uint64 // of Members: what its story says
}

// A StoryUpdate is a story as it is from now on, with its members and facts.
type StoryUpdate struct {
	Story   reconcile.Story
	Members []uint64
	Facts   []reconcile.Fact
	Strand  uint64 // the least number of an article of its strand; 0 where the story is all of it
}

// An Update replaces stories by others, whole or not at all.
type Update struct {
	Stories []StoryUpdate // as they are from now on
	Gone    []string      // ids of stories that are no more, or are among Stories with other members
	Settled []uint64      // new articles that are now in a story
	Retired []uint64      // replaced articles that are now in none
	Run     RunRecord     // what the run did; the store numbers it
}

// chunk is how many articles are settled in one transaction, so that readers wait for no longer than that takes.
const chunk = 25

// Settle brings stories and facts up to date with what was stored and replaced since the last update. Only the stories that
// a new article links to, or that a replaced one was in, are looked at, so its cost grows with the night and not with the store.
func Settle(st Store, run RunRecord, now func() time.Time) error {
	_, err := settleRun(st, run, now)
	return err
}

// settleRun also returns the run's number.
func settleRun(st Store, run RunRecord, now func() time.Time) (uint64, error) {
	for first := true; ; first = false {
		fresh, retired, err := st.Unsettled(chunk)
		if err != nil || len(fresh)+len(retired) == 0 && !first {
			return run.Number, err
		}
		u, err := settle(st, fresh, retired)
		if err != nil {
			return run.Number, err
		}
		diff, err := changes(st, u)
		if err != nil {
			return run.Number, err
		}
		run.Ended = now()
		u.Run, u.Run.Changes = run, diff // those of this transaction; the store keeps those of the earlier ones
		if run.Number, err = st.Apply(u); err != nil {
			return run.Number, err
		}
	}
}

// settle finds the strands that new and replaced articles touch, and makes those of their stories anew that change.
func settle(st Store, fresh, retired []Article) (u Update, err error) {
	u.Retired = numbers(retired)
	touched := map[string]bool{}
	for _, a := range retired {
		touched[a.Story] = true
	}
	d := desk{st: st, work: map[uint64]Article{}, stories: map[string]int{}, fresh: map[uint64]bool{}}
	for _, a := range fresh {
		d.work[a.Number], d.fresh[a.Number] = a, true
		u.Settled = append(u.Settled, a.Number)
		if a.Story != "" { // it was read anew
			touched[a.Story] = true
		}
		near, err := st.Sharing(a.Profile.Keys())
		if err != nil {
			return u, err
		}
		for _, b := range near {
			if !touched[b.Story] && a.Profile.Linked(b.Profile) {
				touched[b.Story] = true
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		if err := d.take(id); err != nil {
			return u, err
		}
	}
	for _, a := range retired {
		delete(d.work, a.Number)
	}
	u.Stories, err = d.resolve()
	u.Gone = slices.Sorted(maps.Keys(d.stories))
	return u, err
}

// A desk works on whole strands.
type desk struct {
	st      Store
	work    map[uint64]Article
	fresh   map[uint64]bool // of these, those that are new or read anew
	stories map[string]int  // how many articles the stories had that are made anew
}

// take brings the articles of a story and of all others of its strand.
func (d *desk) take(id string) error {
	if _, done := d.stories[id]; done {
		return nil
	}
	members, err := d.st.Members(id)
	if err != nil {
		return err
	}
	d.stories[id] = 0
	for _, a := range members {
		d.work[a.Number] = a
		d.stories[a.Story]++
	}
	return nil
}

// stays reports whether a story of a strand is as it was, and so need not be made anew.
func (d *desk) stays(members []uint64, strand uint64) bool {
	story := d.work[members[0]].Story
	for _, n := range members {
		if a := d.work[n]; d.fresh[n] || a.Story != story || a.Strand != strand {
			return false
		}
	}
	return d.stories[story] == len(members)
}

func numbers(as []Article) (out []uint64) {
	for _, a := range as {
		out = append(out, a.Number)
	}
	return out
}

// resolve clusters articles into stories and reconciles each that is not as it was.
func (d *desk) resolve() (out []StoryUpdate, err error) {
	nums := slices.Sorted(maps.Keys(d.work))
	profiles := make([]*reconcile.Profile, len(nums))
	for i, n := range nums {
		profiles[i] = d.work[n].Profile
	}
	rulings, err := d.st.Rulings()
	if err != nil {
		return nil, err
	}
	book := ruling.NewBook(rulings)
	for _, strand := range reconcile.Cluster(profiles) {
		of := uint64(0)
		if len(strand) > 1 {
			of = nums[strand[0][0]]
		}
		for _, story := range strand {
			su := StoryUpdate{Strand: of}
			for _, i := range story {
				su.Members = append(su.Members, nums[i])
			}
			if d.stays(su.Members, of) {
				delete(d.stories, d.work[su.Members[0]].Story)
				continue
			}
			if err := d.tell(&su, book); err != nil {
				return nil, err
			}
			out = append(out, su)
		}
	}
	return out, nil
}

// tell reconciles the articles of a story.
func (d *desk) tell(su *StoryUpdate, book *ruling.Book) error {
	var rs []claim.Reading
	for _, n := range su.Members {
		r, err := d.st.Reading(n)
		if err != nil {
			return fmt.Errorf("reconcile: %w", err)
		}
		rs = append(rs, r)
	}
	su.Story, su.Facts = reconcile.Resolve(rs, book.Links(rs))
	return nil
}

// changes compares the facts of an update with those they replace.
func changes(st Store, u Update) ([]Change, error) {
	var before, after []reconcile.Fact
	for _, id := range u.Gone {
		fs, err := st.FactsOf(id)
		if err != nil {
			return nil, err
		}
		before = append(before, fs...)
	}
	for _, su := range u.Stories {
		after = append(after, su.Facts...)
	}
	return compare(before, after), nil
}
