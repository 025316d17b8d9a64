package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"crosstally/pipeline/reconcile"
)

// A RunRecord is what one run did to the store.
type RunRecord struct {
	Number  uint64    `json:"run"` // rising; given by the store
	Started time.Time `json:"started"`
	Ended   time.Time `json:"ended"`
	Account Account   `json:"account"`
	Ruling  uint64    `json:"ruling,omitempty"` // the ruling that made or unmade groups; such a run reads nothing
	Changes []Change  `json:"changes"`          // by story, then fact
}

// ChangeKind is what became of a fact in a run.
type ChangeKind string

// The kinds of changes.
const (
	New      ChangeKind = "new"      // a question that nothing answered before
	Changed  ChangeKind = "changed"  // other figures, or another verdict
	Resolved ChangeKind = "resolved" // was a conflict and is none
	Gone     ChangeKind = "gone"     // no current article answers it any more
)

// A Change is what a run did to one fact.
type Change struct {
	Kind     ChangeKind         `json:"kind"`
	Fact     string             `json:"fact"`
	Story    reconcile.StoryRef `json:"story"`
	Question string             `json:"question"`
	Was      State              `json:"was"`
	Now      State              `json:"now"`
}

// A State is a fact's verdict and figures at one time.
type State struct {
	Verdict reconcile.Verdict `json:"verdict,omitempty"`
	Figures []string          `json:"figures,omitempty"` // as reconcile.Value.Told writes them, by as-of, then size
}

// compare lists what differs between the facts of the touched stories before and after. A fact that lost its id because an
// earlier article came is known by a mention that both hold.
func compare(before, after []reconcile.Fact) []Change {
	was := map[string]reconcile.Fact{}
	byMention := map[string]string{}
	for _, f := range before {
		was[f.ID] = f
		for _, m := range mentions(f) {
			byMention[m] = f.ID
		}
	}
	var out []Change
	matched := map[string]bool{}
	for _, f := range after {
		old, ok := was[f.ID]
		if !ok {
			old, ok = was[firstKnown(f, byMention, matched)]
		}
		was := State{}
		if ok {
			matched[old.ID] = true
			was = state(old)
		}
		if c := (Change{Story: f.Story, Question: f.Question, Now: state(f)}); differ(was, c.Now) {
			out = append(out, classify(f.ID, was, c))
		}
	}
	for _, f := range before {
		if !matched[f.ID] {
			out = append(out, Change{Kind: Gone, Fact: f.ID, Story: f.Story, Question: f.Question, Was: state(f)})
		}
	}
	return out
}

func mentions(f reconcile.Fact) (out []string) {
	for _, v := range f.Values {
		for _, s := range v.Sources {
			out = append(out, fmt.Sprintf("%s %s %d", s.URL, s.Field, s.Start))
		}
	}
	return out
}

// firstKnown returns the id of the old fact that holds f's first known mention and is not taken.
func firstKnown(f reconcile.Fact, byMention map[string]string, taken map[string]bool) string {
	for _, m := range mentions(f) {
		if id := byMention[m]; id != "" && !taken[id] {
			return id
		}
	}
	return ""
}

func state(f reconcile.Fact) State {
	s := State{Verdict: f.Verdict}
	for _, v := range f.Values {
		fig := v.Told()
		if v.AsOf != "" {
			fig += " (" + v.AsOf + ")"
		}
		if len(s.Figures) == 0 || s.Figures[len(s.Figures)-1] != fig {
			s.Figures = append(s.Figures, fig)
		}
	}
	return s
}

func differ(a, b State) bool {
	return a.Verdict != b.Verdict || strings.Join(a.Figures, ";") != strings.Join(b.Figures, ";")
}

// MergeChanges joins lists of changes, oldest first, into one by story, then fact: of a fact's changes, the first state before and
// the last after.
func MergeChanges(lists ...[]Change) (out []Change) {
	at := map[string]int{}
	for _, l := range lists {
		for _, c := range l {
			i, ok := at[c.Fact]
			if !ok {
				at[c.Fact] = len(out)
				out = append(out, c)
				continue
			}
			out[i] = classify(c.Fact, out[i].Was, c)
		}
	}
	out = slices.DeleteFunc(out, func(c Change) bool { return !differ(c.Was, c.Now) })
	slices.SortStableFunc(out, func(a, b Change) int {
		return cmp.Or(strings.Compare(a.Story.ID, b.Story.ID), strings.Compare(a.Fact, b.Fact))
	})
	return out
}

// classify names what became of a fact between two states.
func classify(fact string, was State, c Change) Change {
	c.Fact, c.Was = fact, was
	switch {
	case c.Was.Verdict == "":
		c.Kind = New
	case c.Now.Verdict == "":
		c.Kind = Gone
	case c.Was.Verdict == reconcile.Conflict && c.Now.Verdict != reconcile.Conflict:
		c.Kind = Resolved
	default:
		c.Kind = Changed
	}
	return c
}
