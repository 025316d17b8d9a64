package lists

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
)

// A Step of a fact's history is a figure with the first article in which the store saw it.
type Step struct {
	FirstSeen string         `json:"first_seen"` // when that article was fetched, RFC 3339; "" where that was not noted
	Figure    string         `json:"figure"`
	AsOf      string         `json:"as_of"`
	Modality  claim.Modality `json:"modality"`
	Source    string         `json:"source"`
	URL       string         `json:"url"`
	Published string         `json:"published"`
}

// Day is the day on which the figure was first seen, "" where that was not noted.
func (s Step) Day() string { return s.FirstSeen[:min(len(s.FirstSeen), len(time.DateOnly))] }

// A Told fact is a fact with its history, oldest step first.
type Told struct {
	reconcile.Fact
	History []Step `json:"history"`
}

// Tell adds to a fact when each of its figures was first seen: what was known on which morning, beside what each figure was true
// of. Figures seen in one night come by the day they held.
func Tell(s Store, f reconcile.Fact) (Told, error) {
	t := Told{Fact: f, History: []Step{}}
	var urls []string
	for _, v := range f.Values {
		for _, src := range v.Sources {
			urls = append(urls, src.URL)
		}
	}
	fetched, err := s.Fetched(urls...)
	if err != nil {
		return t, err
	}
	for _, v := range f.Values {
		step := Step{Figure: v.Figure(), AsOf: v.AsOf, Modality: v.Modality}
		for i, src := range v.Sources {
			seen := ""
			if at := fetched[src.URL]; !at.IsZero() {
				seen = at.UTC().Format(time.RFC3339)
			}
			if i == 0 || seen < step.FirstSeen {
				step.FirstSeen, step.Source, step.URL, step.Published = seen, src.Source, src.URL, src.Published
			}
		}
		t.History = append(t.History, step)
	}
	slices.SortStableFunc(t.History, func(a, b Step) int {
		return cmp.Or(strings.Compare(a.FirstSeen, b.FirstSeen), strings.Compare(a.AsOf, b.AsOf))
	})
	return t, nil
}

// Touched returns the facts that the runs of a brief made or changed.
func Touched(s Store, belongs func(pipeline.RunRecord, int) bool) (map[string]bool, error) {
	runs, err := runsOf(s, belongs)
	out := map[string]bool{}
	for _, c := range changesOf(runs) {
		out[c.Fact] = true
	}
	return out, err
}
