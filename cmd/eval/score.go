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
	"crosstally/pipeline/article"
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

var (
	titleWord  = regexp.MustCompile(`^(the|mr|ms|mrs|dr)\.? `)
	possessive = regexp.MustCompile(`'s?$`)
)

func bareName(s string) string {
	return titleWord.ReplaceAllString(possessive.ReplaceAllString(strings.ToLower(norm(s)), ""), "")
}

func (s *scorer) scoreNames() {
	type name struct{ doc, text, typ string }
	var gs, ns []name
	seen := map[name]bool{}
	for _, n := range s.gold.Names {
		k := name{n.Doc, strings.ToLower(norm(n.Surface)), ""}
		if !seen[k] {
			seen[k] = true
			gs = append(gs, name{n.Doc, n.Surface, n.Type})
		}
	}
	seen = map[name]bool{}
	for _, d := range s.gold.Documents {
		for _, n := range s.byDoc[d.File].Names {
			k := name{d.File, strings.ToLower(norm(n.Text)), ""}
			if !seen[k] {
				seen[k] = true
				ns = append(ns, name{d.File, n.Text, string(n.Type)})
			}
		}
	}
	same := func(i, j int) bool { return gs[i].doc == ns[j].doc && bareName(gs[i].text) == bareName(ns[j].text) }
	typed := match(len(gs), len(ns), func(i, j int) float64 { return b2f(same(i, j) && gs[i].typ == ns[j].typ) })
	any := match(len(gs), len(ns), func(i, j int) float64 { return b2f(same(i, j)) })
	s.tally.f1("names", len(typed), len(gs), len(ns))
	s.tally.f1("names_untyped", len(any), len(gs), len(ns))
	used := map[int]bool{}
	for _, j := range any {
		used[j] = true
	}
	for i, g := range gs {
		if _, ok := typed[i]; !ok {
			s.miss("NAME missed", g.doc, g.text, g.typ)
		}
	}
	for j, n := range ns {
		if !used[j] {
			s.miss("NAME extra", n.doc, n.text, n.typ)
		}
	}
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

var (
	hoursRE = regexp.MustCompile(`^PT(\d+)H$`)
	weeksRE = regexp.MustCompile(`^P(\d+)W$`)
)

// iso writes whole days for hours and weeks, and drops the time of day.
func iso(v string) string {
	var n int
	if m := hoursRE.FindStringSubmatch(v); m != nil {
		if fmt.Sscan(m[1], &n); n%24 == 0 {
			v = fmt.Sprintf("P%dD", n/24)
		}
	}
	if m := weeksRE.FindStringSubmatch(v); m != nil {
		fmt.Sscan(m[1], &n)
		v = fmt.Sprintf("P%dD", n*7)
	}
	if strings.Contains(v, "/") || strings.HasPrefix(v, "P") {
		return v
	}
	return day(v)
}

func (s *scorer) scoreDates() {
	type date struct{ doc, text, value string }
	var gs, ds []date
	add := func(list *[]date, seen map[date]bool, d date) {
		// "on Monday" and "Monday" of one page are one date, told once with its preposition
		k := date{d.doc, leadingPreposition.ReplaceAllString(strings.ToLower(norm(d.text)), ""), d.value}
		if !seen[k] {
			seen[k] = true
			*list = append(*list, d)
		}
	}
	seen := map[date]bool{}
	for _, d := range s.gold.Dates {
		v, _ := d.Value.(string)
		add(&gs, seen, date{d.Doc, d.Surface, v})
	}
	seen = map[date]bool{}
	for _, d := range s.gold.Documents {
		for _, m := range s.byDoc[d.File].Dates {
			add(&ds, seen, date{d.File, m.Text, m.Value})
		}
	}
	near := func(i, j int) float64 {
		if gs[i].doc != ds[j].doc {
			return 0
		}
		a, b := contained(gs[i].text, ds[j].text), contained(ds[j].text, gs[i].text)
		if a < .5 && b < .5 {
			return 0
		}
		return a + b
	}
	found := match(len(gs), len(ds), near)
	right := match(len(gs), len(ds), func(i, j int) float64 {
		if iso(gs[i].value) != iso(ds[j].value) {
			return 0
		}
		return near(i, j)
	})
	s.tally.f1("dates_found", len(found), len(gs), len(ds))
	s.tally.f1("dates", len(right), len(gs), len(ds))
	used := map[int]bool{}
	for _, j := range found {
		used[j] = true
	}
	for i, g := range gs {
		if _, ok := right[i]; !ok {
			got := ""
			if j, ok := found[i]; ok {
				got = ds[j].value
			}
			s.miss("DATE", g.doc, g.text, "gold:", g.value, "got:", got)
		}
	}
	for j, d := range ds {
		if !used[j] {
			s.miss("DATE extra", d.doc, d.text, d.value)
		}
	}
}

func (s *scorer) scoreBodies() {
	ok, of, titles := 0, 0, 0
	for _, d := range s.gold.Documents {
		var a article.Article
		if r, have := s.byDoc[d.File]; have {
			a = *r.Article
		}
		text := strings.ToLower(norm(a.Text))
		check := func(want bool, what, x string) {
			of++
			if strings.Contains(text, x) == want {
				ok++
			} else {
				s.miss("BODY "+what, d.File, x)
			}
		}
		for _, x := range []string{d.BodyFirst, d.BodyLast} {
			if x != "" {
				check(true, "lacks", strings.TrimRight(strings.ToLower(norm(x)), "."))
			}
		}
		for _, x := range d.NotBody {
			check(false, "keeps", strings.ToLower(norm(x)))
		}
		if strings.EqualFold(norm(d.Title), norm(a.Title)) {
			titles++
		} else {
			s.miss("TITLE", d.File, d.Title, "got:", a.Title)
		}
	}
	s.tally.acc("body", ok, of)
	s.tally.acc("title", titles, len(s.gold.Documents))
}
