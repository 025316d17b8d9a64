package pipeline

import (
	"fmt"
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
}

// A StoryUpdate is a story as it is from now on, with its members and facts.
type StoryUpdate struct {
	Story   reconcile.Story
	Members []uint64
	Facts   []reconcile.Fact
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
const chunk = 200

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

// settle finds the stories that new and replaced articles touch, and makes them anew.
func settle(st Store, fresh, retired []Article) (u Update, err error) {
	u.Retired = numbers(retired)
	touched := map[string]bool{}
	for _, a := range retired {
		touched[a.Story] = true
	}
	work := map[uint64]Article{}
	for _, a := range fresh {
		work[a.Number] = a
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
	for id := range touched {
		u.Gone = append(u.Gone, id)
	}
	slices.Sort(u.Gone)
	for _, id := range u.Gone {
		members, err := st.Members(id)
		if err != nil {
			return u, err
		}
		for _, a := range members {
			work[a.Number] = a
		}
	}
	for _, a := range retired {
		delete(work, a.Number)
	}
	u.Stories, err = resolve(st, work)
	return u, err
}

func numbers(as []Article) (out []uint64) {
	for _, a := range as {
		out = append(out, a.Number)
	}
	return out
}

// resolve clusters articles into stories and reconciles each.
func resolve(st Store, work map[uint64]Article) ([]StoryUpdate, error) {
	var nums []uint64
	for n := range work {
		nums = append(nums, n)
	}
	slices.Sort(nums)
	profiles := make([]*reconcile.Profile, len(nums))
	for i, n := range nums {
		profiles[i] = work[n].Profile
	}
	rulings, err := st.Rulings()
	if err != nil {
		return nil, err
	}
	book := ruling.NewBook(rulings)
	var out []StoryUpdate
	for _, group := range reconcile.Cluster(profiles) {
		su := StoryUpdate{}
		var rs []claim.Reading
		for _, i := range group {
			r, err := st.Reading(nums[i])
			if err != nil {
				return nil, fmt.Errorf("reconcile: %w", err)
			}
			su.Members = append(su.Members, nums[i])
			rs = append(rs, r)
		}
		su.Story, su.Facts = reconcile.Resolve(rs, book.Links(rs))
		out = append(out, su)
	}
	return out, nil
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
