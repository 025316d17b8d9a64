package main

import (
	"crosstally/pipeline/reconcile"
)

// evidence is one source of one value of a fact.
type evidence struct {
	reconcile.Source
	number  number
	doc     string
	fact    string
	verdict reconcile.Verdict
}

// scoreFacts scores evidence, grouping, verdicts, conflicts and copies.
func (s *scorer) scoreFacts() {
	var all []evidence
	for _, f := range s.facts {
		for _, v := range f.Values {
			for _, src := range v.Sources {
				all = append(all, evidence{src, number{v.Value, v.Lower, v.Upper, v.Approximate, f.Unit}, s.urls[src.URL], f.ID, f.Verdict})
			}
		}
	}
	score := func(g goldCount, e evidence) float64 { return countScore(g, e.doc, e.Text, e.Quote, e.number) }
	// The gold counts are those that scoreCounts kept.
	m := match(len(s.counts), len(all), func(i, j int) float64 { return score(s.counts[i], all[j]) })
	used := map[int]bool{}
	for _, j := range m {
		used[j] = true
	}
	var ev []evidence
	for j, e := range all {
		if used[j] || !neutral(e.number.Unit) {
			ev = append(ev, e)
		}
	}
	m = match(len(s.counts), len(ev), func(i, j int) float64 { return score(s.counts[i], ev[j]) })
	s.tally.f1("evidence", len(m), len(s.counts), len(ev))
	s.scoreGroups(ev, m)
	s.scoreVerdicts(ev, m)
	s.scoreCopies(ev)
}

// scoreGroups compares, for each pair of gold counts, whether they answer one question.
func (s *scorer) scoreGroups(ev []evidence, m map[int]int) {
	tp, ng, ns := 0, 0, 0
	for i := range s.counts {
		for k := i + 1; k < len(s.counts); k++ {
			gi, gk := s.counts[i], s.counts[k]
			same := gi.Group == gk.Group
			if same {
				ng++
			}
			ji, ok1 := m[i]
			jk, ok2 := m[k]
			if !ok1 || !ok2 {
				continue
			}
			ours := ev[ji].fact == ev[jk].fact
			if ours {
				ns++
			}
			switch {
			case same && ours:
				tp++
			case same:
				s.miss("GROUP split", gi.Doc, gi.Quote, gk.Doc, gk.Quote, gi.Group)
			case ours:
				s.miss("GROUP merged", gi.Doc, gi.Quote, gk.Doc, gk.Quote, gi.Group, gk.Group)
			}
		}
	}
	s.tally.f1("grouping", tp, ng, ns)
}

// scoreVerdicts takes for each gold question the fact that holds most of its counts, and compares verdicts.
func (s *scorer) scoreVerdicts(ev []evidence, m map[int]int) {
	verdictOf := map[string]reconcile.Verdict{}
	conflicts := 0
	for _, f := range s.facts {
		verdictOf[f.ID] = f.Verdict
		if f.Verdict == reconcile.Conflict {
			conflicts++
		}
	}
	asked, right, multi, rightMulti, found, wanted := 0, 0, 0, 0, 0, 0
	claimed := map[string]bool{}
	for _, g := range s.gold.Groups {
		members, votes := 0, map[string]int{}
		for i, c := range s.counts {
			if c.Group != g.ID {
				continue
			}
			members++
			if j, ok := m[i]; ok {
				votes[ev[j].fact]++
			}
		}
		if members == 0 {
			continue
		}
		best := s.firstWithMost(ev, m, g.ID, votes)
		asked++
		got := string(verdictOf[best])
		if g.Verdict != "single" {
			multi++
		}
		if got == g.Verdict {
			right++
			if got != "single" {
				rightMulti++
			}
		} else {
			s.miss("VERDICT", g.ID, g.Question, "gold:", g.Verdict, "got:", got)
		}
		if g.Verdict == "conflict" {
			wanted++
			if got == "conflict" && !claimed[best] {
				found++
			}
			claimed[best] = true
		}
	}
	for _, f := range s.facts {
		if f.Verdict == reconcile.Conflict && !claimed[f.ID] {
			s.miss("CONFLICT alarm", f.Question, f.Why)
		}
	}
	s.tally.acc("verdicts", right, asked)
	s.tally.acc("verdicts_multi", rightMulti, multi)
	s.tally.f1("conflicts", found, wanted, conflicts)
}

// firstWithMost returns the fact with most votes; a draw goes to the one that the first of the group's counts is in.
func (s *scorer) firstWithMost(ev []evidence, m map[int]int, group string, votes map[string]int) (best string) {
	for i, c := range s.counts {
		if j, ok := m[i]; ok && c.Group == group && (best == "" || votes[ev[j].fact] > votes[best]) {
			best = ev[j].fact
		}
	}
	return best
}

// scoreCopies asks of each article whether it is known as a copy or not.
func (s *scorer) scoreCopies(ev []evidence) {
	right := 0
	for _, d := range s.gold.Documents {
		said := false
		for _, e := range ev {
			said = said || e.doc == d.File && e.CopiedFrom != ""
		}
		if copied := d.Derived != nil && d.Derived != ""; said == copied {
			right++
		} else {
			s.miss("COPY", d.File, "gold:", d.Derived, "got:", said)
		}
	}
	s.tally.acc("copies", right, len(s.gold.Documents))
}
