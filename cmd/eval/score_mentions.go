package main

import (
	"fmt"
	"regexp"
	"strings"

	"crosstally/pipeline/article"
)

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
