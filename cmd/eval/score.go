package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/galley"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/store"
)

// A scorer scores one story.
type scorer struct {
	gold  gold
	byDoc map[string]claim.Reading
	facts []reconcile.Fact
	urls  map[string]string
	tally tally
	log   []string

	counts []goldCount  // gold counts that are scored
	given  []givenCount // our counts that are scored
	paired map[int]int  // gold count -> given count
	spare  []givenCount // our counts that no gold count matches
}

// givenCount is a count as extract prints it.
type givenCount struct {
	claim.Claim
	doc string
}

func (c givenCount) number() number { return number{c.Value, c.Lower, c.Upper, c.Approximate, c.Unit} }

// scoreStory extracts and ingests a story's pages and scores what comes out.
func scoreStory(dir string) (tally, []string, error) {
	g, records, urls, err := loadStory(dir)
	if err != nil {
		return tally{}, nil, err
	}
	s := &scorer{gold: g, urls: urls, byDoc: map[string]claim.Reading{}, tally: newTally()}
	if err := s.run(records); err != nil {
		return tally{}, nil, err
	}
	s.scoreCounts()
	s.scoreFrames()
	s.scoreTraps()
	s.scoreNames()
	s.scoreDates()
	s.scoreBodies()
	s.scoreFacts()
	return s.tally, s.log, nil
}

func (s *scorer) run(records []byte) error {
	tmp, err := os.MkdirTemp("", "eval")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	st, err := store.Create(filepath.Join(tmp, "story.db"), 0)
	if err != nil {
		return err
	}
	defer st.Close()
	in := &intake.Reader{Stdin: bytes.NewReader(records)}
	if _, err := pipeline.Run(context.Background(), in, []string{"-"}, st, pipeline.Options{Refuse: func(r pipeline.Refusal) { s.miss("REFUSED", r.Error) }}); err != nil {
		return err
	}
	var run galley.Galley // as extract prints them
	defer run.Close()
	if err := st.Readings(run.Add); err != nil {
		return err
	}
	if err := run.Print(func(r claim.Reading) error { s.byDoc[s.urls[r.Article.URL]] = r; return nil }); err != nil {
		return err
	}
	return st.Facts(func(f reconcile.Fact) error { s.facts = append(s.facts, f); return nil })
}

func (s *scorer) miss(parts ...any) {
	var b []string
	for _, p := range parts {
		b = append(b, fmt.Sprint(p))
	}
	s.log = append(s.log, strings.Join(b, " | "))
}

func countScore(g goldCount, doc, text, quote string, n number) float64 {
	if g.Doc != doc || !sameValue(g.number, n) || !surfaceOverlap(g.Surface, text) {
		return 0
	}
	if c := contained(g.Quote, quote); c >= 0.5 {
		return c
	}
	return 0
}

// matchCounts pairs gold counts with given ones, leaving out on both sides lasting times and distances that have no partner.
func matchCounts(gold []goldCount, n int, score func(g goldCount, j int) float64, unit func(j int) string) (keptGold []goldCount, kept []int) {
	m := match(len(gold), n, func(i, j int) float64 { return score(gold[i], j) })
	used := map[int]bool{}
	for i, g := range gold {
		if j, ok := m[i]; ok {
			used[j] = true
			keptGold = append(keptGold, g)
		} else if !neutral(g.Unit) {
			keptGold = append(keptGold, g)
		}
	}
	for j := range n {
		if used[j] || !neutral(unit(j)) {
			kept = append(kept, j)
		}
	}
	return keptGold, kept
}

func (s *scorer) scoreCounts() {
	var all []givenCount
	for _, d := range s.gold.Documents {
		for _, c := range s.byDoc[d.File].Claims {
			all = append(all, givenCount{c, d.File})
		}
	}
	score := func(g goldCount, c givenCount) float64 { return countScore(g, c.doc, c.Text, c.Quote, c.number()) }
	var kept []int
	s.counts, kept = matchCounts(s.gold.Counts, len(all), func(g goldCount, j int) float64 { return score(g, all[j]) }, func(j int) string { return all[j].Unit })
	for _, j := range kept {
		s.given = append(s.given, all[j])
	}
	s.paired = match(len(s.counts), len(s.given), func(i, j int) float64 { return score(s.counts[i], s.given[j]) })
	s.tally.f1("counts", len(s.paired), len(s.counts), len(s.given))
	used := map[int]bool{}
	for i, g := range s.counts {
		if j, ok := s.paired[i]; ok {
			used[j] = true
		} else {
			s.miss("COUNT missed", g.Doc, g.Surface, g.Quote)
		}
	}
	for j, c := range s.given {
		if !used[j] {
			s.spare = append(s.spare, c)
			s.miss("COUNT extra", c.doc, c.Text, c.Unit, c.Quote)
		}
	}
}

// scoreFrames scores what hangs on matched counts: speaker, modality, as-of, thing counted, bounds.
func (s *scorer) scoreFrames() {
	published := map[string]string{}
	for _, d := range s.gold.Documents {
		published[d.File] = day(d.Published)
	}
	var att, mod, asOf, told, tells, thing, bounds, bounded int
	for i, g := range s.counts {
		j, ok := s.paired[i]
		if !ok {
			continue
		}
		c := s.given[j]
		said := strings.TrimSpace(c.Attribution + " " + c.AttributionText + " " + c.Speaker)
		att += s.tell(sameCredit(g.Attribution, said), "ATTRIBUTION", g, g.Attribution, said)
		mod += s.tell(orAsserted(g.Modality) == orAsserted(string(c.Modality)), "MODALITY", g, g.Modality, c.Modality)
		right := s.tell(day(g.AsOf) == day(c.AsOf), "AS-OF", g, g.AsOf, c.AsOf)
		asOf += right
		if day(g.AsOf) != published[g.Doc] {
			tells++
			told += right
		}
		thing += s.tell(shareStem(g.Unit+" "+g.Object, c.Unit+" "+c.Object), "THING", g, g.Unit+" "+g.Object, c.Unit+" "+c.Object)
	}
	for _, g := range s.counts {
		if g.Value == nil || g.Approximate {
			bounded++
		}
	}
	for i := range s.paired {
		if g := s.counts[i]; g.Value == nil || g.Approximate {
			bounds++
		}
	}
	n := len(s.paired)
	s.tally.acc("bounds", bounds, bounded)
	s.tally.acc("attribution", att, n)
	s.tally.acc("modality", mod, n)
	s.tally.acc("as_of", asOf, n)
	s.tally.acc("thing", thing, n)
	s.tally.acc("as_of_told", told, tells)
}

// tell counts a right answer as 1 and logs a wrong one.
func (s *scorer) tell(ok bool, what string, g goldCount, want, got any) int {
	if ok {
		return 1
	}
	s.miss(what, g.Doc, g.Quote, "gold:", want, "got:", got)
	return 0
}

func day(t string) string { return t[:min(len(t), 10)] }

func orAsserted(m string) string {
	if m == "" {
		return "asserted"
	}
	return m
}

func sameCredit(want, got string) bool {
	if want == "" {
		return got == ""
	}
	have := map[string]bool{}
	for _, w := range words(got) {
		have[w] = true
	}
	for _, w := range words(want) {
		if !small[w] && have[w] {
			return true
		}
	}
	return false
}

func shareStem(a, b string) bool {
	stems := map[string]bool{}
	for _, w := range words(a) {
		if !small[w] {
			stems[stemRE.ReplaceAllString(w, "")] = true
		}
	}
	for _, w := range words(b) {
		if !small[w] && stems[stemRE.ReplaceAllString(w, "")] {
			return true
		}
	}
	return false
}

var lasting = regexp.MustCompile(`(?i)duration|distance|period|length|half-life`)

func (s *scorer) scoreTraps() {
	traps, hits := 0, 0
	for _, t := range s.gold.Traps {
		if lasting.MatchString(t.Why) {
			continue
		}
		traps++
		for _, c := range s.spare {
			if c.doc == t.Doc && contained(t.Surface, c.Text) == 1 {
				hits++
				s.miss("TRAP", t.Doc, t.Surface, t.Why)
				break
			}
		}
	}
	s.tally.acc("traps", traps-hits, traps)
}
