package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

func (a *app) reextract() *cobra.Command {
	var commit bool
	cmd := &cobra.Command{
		Use:     "reextract",
		Short:   "read the stored articles with today's rules and say which claims and facts would change",
		Long:    "reextract tries today's rules on a copy of the store and prints what would change. With --commit the store takes the new readings.",
		Example: "  crosstally reextract\n  crosstally reextract --commit",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			changes, err := a.tryRules()
			if errors.Is(err, context.Canceled) {
				return fmt.Errorf("stopped: %w; nothing was changed", context.Cause(a.ctx))
			}
			if err != nil {
				return err
			}
			if a.format == "table" {
				a.printReextraction(changes, commit)
			} else if err := encode(a.out, a.format, []reextraction{changes}); err != nil {
				return err
			}
			if !commit {
				return nil
			}
			var done reextraction
			err = a.writesStore(func(s *store.Store) (err error) { done, err = a.rereadAll(s); return err })
			if errors.Is(err, context.Canceled) {
				return exitError{exitPartial, fmt.Errorf("stopped: %w; %d of %d articles are taken; the same command takes the rest and brings the facts up to date", context.Cause(a.ctx), done.Articles, changes.Articles)}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&commit, "commit", false, "take the new readings into the store")
	return a.readsStore(cmd, "table|json|jsonl")
}

// tryRules reads a copy of the store anew. A copy of a damaged store would say nothing of the store's own facts.
func (a *app) tryRules() (changes reextraction, err error) {
	err = a.copied((*store.Store).Backup, func(path string) error {
		t, err := store.Create(path, 0)
		if err != nil {
			return err
		}
		changes, err = a.rereadAll(t)
		return errors.Join(err, t.Close())
	})
	return changes, err
}

// A reextraction is what today's rules change.
type reextraction struct {
	Articles int               `json:"articles"` // that were read
	Claims   []claimChange     `json:"claims"`
	Facts    []pipeline.Change `json:"facts"`
}

// A claimChange is a claim that today's rules make, drop or read otherwise.
type claimChange struct {
	URL     string       `json:"url"`
	Quote   string       `json:"quote"`
	Text    string       `json:"text"`
	Was     string       `json:"was"`     // "" when new
	Now     string       `json:"now"`     // "" when dropped
	Differs []difference `json:"differs"` // of a claim that is neither
}

// A difference is one field of a claim, under the name that it has in extract's output.
type difference struct {
	What string `json:"what"`
	Was  string `json:"was"`
	Now  string `json:"now"`
}

// stoppable is a store that is settled until a context ends.
type stoppable struct {
	*store.Store
	ctx context.Context
}

func (s stoppable) Unsettled(limit int) (fresh, retired []pipeline.Article, err error) {
	if err := s.ctx.Err(); err != nil {
		return nil, nil, err
	}
	return s.Store.Unsettled(limit)
}

// rereadAll reads every article of a store anew and settles its stories.
func (a *app) rereadAll(s *store.Store) (x reextraction, err error) {
	bar := a.progress()
	defer bar.Finish()
	x.Claims, x.Facts = []claimChange{}, []pipeline.Change{}
	numbers, err := s.Numbers()
	if err != nil {
		return x, err
	}
	for batch := range slices.Chunk(numbers, 100) {
		if a.ctx.Err() != nil {
			return x, a.ctx.Err()
		}
		var now []claim.Reading
		for _, n := range batch {
			was, err := s.Reading(n)
			if err != nil {
				return x, err
			}
			now = append(now, pipeline.ReadArticle(was.Article))
			x.Articles++
			bar.Set(x.Articles)
			x.Claims = append(x.Claims, claimChanges(was, now[len(now)-1])...)
		}
		if err := s.Replace(batch, now); err != nil {
			return x, err
		}
	}
	if err := pipeline.Settle(stoppable{s, a.ctx}, pipeline.RunRecord{Started: time.Now()}, time.Now); err != nil {
		return x, err
	}
	err = s.Runs(func(r pipeline.RunRecord) bool { x.Facts = append(x.Facts, r.Changes...); return false })
	return x, err
}

func claimChanges(was, now claim.Reading) (out []claimChange) {
	type place struct {
		field      string
		start, end int
	}
	of := func(c claim.Claim) place { return place{string(c.Field), c.Start, c.End} }
	before := map[place]claim.Claim{}
	for _, c := range was.Claims {
		before[of(c)] = c
	}
	for _, c := range now.Claims {
		old, read := before[of(c)]
		delete(before, of(c))
		x := claimChange{URL: now.Article.URL, Quote: c.Quote, Text: c.Text, Now: describeClaim(c), Differs: []difference{}}
		if read {
			x.Was, x.Differs = describeClaim(old), differences(old, c)
		}
		if !read || len(x.Differs) > 0 {
			out = append(out, x)
		}
	}
	for _, c := range was.Claims {
		if _, dropped := before[of(c)]; dropped {
			out = append(out, claimChange{URL: now.Article.URL, Quote: c.Quote, Text: c.Text, Was: describeClaim(c), Differs: []difference{}})
		}
	}
	return out
}

// differences compares all that is stored of two claims, also what is for grouping alone.
func differences(was, now claim.Claim) []difference {
	a, b := map[string]string{}, map[string]string{}
	fieldsOf(a, "", was)
	fieldsOf(b, "", now)
	out := []difference{}
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if a[name] != b[name] {
			out = append(out, difference{name, a[name], b[name]})
		}
	}
	return out
}

// fieldsOf lists the fields of a value as its JSON has them.
func fieldsOf(out map[string]string, under string, v any) {
	raw, err := json.Marshal(v)
	var fields map[string]json.RawMessage
	if err = errors.Join(err, json.Unmarshal(raw, &fields)); err != nil {
		panic(err) // a claim is written as an object
	}
	for name, f := range fields {
		var text string
		switch {
		case name == "kept": // of the mention, under the same names
			fieldsOf(out, under, f)
			continue
		case f[0] == '{':
			fieldsOf(out, under+name+".", f)
			continue
		case json.Unmarshal(f, &text) != nil:
			text = string(f)
		case text == "null":
			text = ""
		}
		out[under+name] = text
	}
}

// describeClaim is a claim in one line, rule included.
func describeClaim(c claim.Claim) string {
	figure := reconcile.Value{Value: c.Value, Lower: c.Lower, Upper: c.Upper, Approximate: c.Approximate}.Figure()
	parts := []string{strings.TrimSpace(figure + " " + c.Unit), c.Predicate, c.Place, c.AsOf, c.Attribution, string(c.Modality), c.Rule}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

func (a *app) printReextraction(x reextraction, commit bool) {
	url, quote := "", ""
	for _, c := range x.Claims {
		if c.URL != url {
			fmt.Fprintln(a.out, printable(c.URL))
			url, quote = c.URL, ""
		}
		if c.Quote != quote {
			fmt.Fprintf(a.out, "  “%s”\n", printable(c.Quote))
			quote = c.Quote
		}
		fmt.Fprintf(a.out, "    %s: %s\n", printable(c.Text), printable(c.what()))
	}
	s := a.screen()
	for _, k := range []struct {
		title string
		kind  pipeline.ChangeKind
	}{{"New facts", pipeline.New}, {"Changed facts", pipeline.Changed}, {"Resolved conflicts", pipeline.Resolved}, {"Facts that go", pipeline.Gone}} {
		a.section(s, k.title, changeRows(s, slices.DeleteFunc(slices.Clone(x.Facts), func(c pipeline.Change) bool { return c.Kind != k.kind })))
	}
	fmt.Fprintf(a.out, "%s read: %s and %s change\n", numbered(x.Articles, "article"), numbered(len(x.Claims), "claim"), numbered(len(x.Facts), "fact"))
	if !commit && len(x.Claims)+len(x.Facts) > 0 {
		fmt.Fprintln(a.out, "Nothing is written yet; take the new readings with: crosstally reextract --commit")
	}
}

// what says how a claim changes.
func (c claimChange) what() string {
	switch {
	case c.Was == "":
		return "new: " + c.Now
	case c.Now == "":
		return "no longer a claim; it was " + c.Was
	}
	var parts []string
	for _, d := range c.Differs {
		parts = append(parts, fmt.Sprintf("%s %s → %s", d.What, orNone(d.Was), orNone(d.Now)))
	}
	return strings.Join(parts, "; ")
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
