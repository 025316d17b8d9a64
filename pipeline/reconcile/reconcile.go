// Package reconcile groups the claims of many articles into stories and questions, and gives each question a verdict.
//
// In:  the readings of all articles. Out: a Report, a function of the set of readings alone: any order gives the same bytes.
// Pure functions; no clock, no store.
//
// The steps, each a file: articles on one event are a story (stories.go); articles taken from another are known by their own
// word or by their text (copies.go, origins.go); figures of a story that ask the same are a question, found without a look at
// their values (frame.go reads it, likeness.go with timing.go and places.go compares, questions.go groups); a question's figures are intervals with a time and an origin, and rules over
// these give the verdict (interval.go, moment.go, verdict.go); fact.go writes it down.
//
// A store that keeps Profiles by their Keys can find the stories that a new article touches, and Resolve only those.
//
// It misses: events told without names in common, parts of a whole that only grammar tells from it, and sources that
// depend on each other without a word of it.
package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"crosstally/pipeline/claim"
)

// Verdict is how the figures that answer one question relate.
type Verdict string

// The verdicts.
const (
	Single     Verdict = "single"
	Conflict   Verdict = "conflict"
	Updated    Verdict = "updated"
	Agree      Verdict = "agree"
	Compatible Verdict = "compatible"
)

// A Fact is one question that sources answer.
type Fact struct {
	ID                 string   `json:"id"`
	Story              StoryRef `json:"story"`
	Question           string   `json:"question"`
	Unit               string   `json:"unit"`
	Object             string   `json:"object"`
	Predicate          string   `json:"predicate"`
	Place              string   `json:"place"`
	Verdict            Verdict  `json:"verdict"`
	Why                string   `json:"why"`
	IndependentSources int      `json:"independent_sources"`
	Values             []Value  `json:"values"`
	Changes            []Change `json:"changes"`
	Checks             []Check  `json:"checks"`
	Reason             *Reason  `json:"reason,omitempty"`

	Rulings []Decision `json:"rulings,omitempty"` // what people decided, oldest first; not part of what is reconciled
}

// A StoryRef names a fact's story.
type StoryRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// A Value is one figure given for a question, with all who give it.
type Value struct {
	Value       *float64       `json:"value"`
	Lower       *float64       `json:"lower"`
	Upper       *float64       `json:"upper"`
	Approximate bool           `json:"approximate"`
	AsOf        string         `json:"as_of"`
	Modality    claim.Modality `json:"modality"`
	Sources     []Source       `json:"sources"`
}

// A Source is one mention of a figure.
type Source struct {
	Source          string `json:"source"`
	URL             string `json:"url"`
	Published       string `json:"published"`
	Quote           string `json:"quote"`
	Text            string `json:"text"`
	Start           int    `json:"start"`
	End             int    `json:"end"`
	Field           string `json:"field"`
	Attribution     string `json:"attribution"`
	AttributionText string `json:"attribution_text"`
	Speaker         string `json:"speaker"`
	CopiedFrom      string `json:"copied_from"`
	Rule            string `json:"rule"`
}

// A Change is a step from one value to a later one.
type Change struct {
	From string `json:"from"`
	To   string `json:"to"`
	Why  string `json:"why"`
}

// A Check is arithmetic over figures that sources give.
type Check struct {
	Expression string `json:"expression"` // "115 + 8 = 123"
	Holds      bool   `json:"holds"`
	Why        string `json:"why"`
}

// A Story is the articles on one event.
type Story struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	From     string   `json:"from"` // first and last publication
	To       string   `json:"to"`
	Articles []string `json:"articles"` // URLs by publication
	Names    []Entity `json:"names"`    // who and what its articles name
}

// A Report is all stories and facts.
type Report struct {
	Stories []Story
	Facts   []Fact
}

// Reconcile groups and judges the claims of readings. The report is a function of the set of readings: any order gives the same bytes.
func Reconcile(readings []claim.Reading) Report {
	rs := order(readings)
	ps := make([]*Profile, len(rs))
	for i := range rs {
		ps[i] = NewProfile(rs[i])
	}
	var rep Report
	for _, members := range slices.Concat(Cluster(ps)...) {
		story := make([]claim.Reading, len(members))
		for k, i := range members {
			story[k] = rs[i]
		}
		st, facts := Resolve(story, Links{})
		rep.Stories = append(rep.Stories, st)
		rep.Facts = append(rep.Facts, facts...)
	}
	slices.SortFunc(rep.Stories, func(a, b Story) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(rep.Facts, func(a, b Fact) int {
		return cmp.Or(strings.Compare(a.Story.ID, b.Story.ID), strings.Compare(a.ID, b.ID))
	})
	return rep
}

// Resolve reconciles the articles of one story, whose whole membership is given, under what people ruled. Facts come ordered by id.
func Resolve(readings []claim.Reading, links Links) (Story, []Fact) {
	rs := order(readings)
	st := describe(rs)
	es := entitiesOf(rs, links)
	st.Names = es.list
	fs := figures(rs, es)
	markCopies(fs, descents(rs))
	setOrigins(fs, rs, es)
	world := settingOf(fs, rs, es)
	qs := questions(fs, world, links.bondsOf(fs))
	made := make([]*Fact, len(qs))
	rulings := make([]ruling, len(qs))
	for i, q := range qs {
		rulings[i] = judge(q)
		made[i] = newFact(st, q, rulings[i], es)
	}
	addChecks(made, qs, rulings)
	facts := make([]Fact, len(made))
	for i, f := range made {
		facts[i] = *f
	}
	slices.SortFunc(facts, func(a, b Fact) int { return strings.Compare(a.ID, b.ID) })
	return st, facts
}
