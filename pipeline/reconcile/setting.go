package reconcile

import (
	"slices"
	"strings"
	"time"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// A setting is what a story's articles tell of its places and of whole and part, read from all of them together.
type setting struct {
	kinApart   map[string]bool    // kin classes that one article counts apart
	contrasted map[[3]string]bool // class, and two places that one article counts apart
	byPlace    map[string]bool    // classes that one article counts place by place
	within     map[[2]string]bool // place, region that it lies in
	country    map[string]string  // place -> key of its country
	levels     map[string]int     // place -> 2 a country, 1 a region
	first      string             // day after the one on which the story's first article was published
	spokenOf   []map[string]bool  // by article: countries that it names, by themselves or by a place in them
	outbreak   bool               // the story is of a disease, whose dead are counted by district, too
}

// settingOf reads which places a story's articles count apart and which lie within which, and marks the figures that
// count a part: people of one kind in an article that also counts all.
func settingOf(fs []*figure, rs []claim.Reading, es *entities) *setting {
	s := &setting{contrasted: map[[3]string]bool{}, byPlace: map[string]bool{}, within: map[[2]string]bool{}, country: map[string]string{}, levels: map[string]int{}}
	if from, _, ok := days(firstDay(rs[0].Article.Published)); ok {
		s.first = time.Unix(int64(from+1)*86400, 0).UTC().Format(time.DateOnly)
	}
	for i := range rs {
		s.learn(&rs[i], es)
		s.spokenOf = append(s.spokenOf, map[string]bool{})
		for _, n := range rs[i].Names {
			if c := names.Country(n.Name); c != "" && n.Type == names.Place {
				s.country[es.of(n.Name)], s.levels[es.of(n.Name)] = es.of(c), names.Level(n.Name)
				s.spokenOf[i][es.of(c)] = true
			}
		}
	}
	s.outbreak = slices.ContainsFunc(fs, func(f *figure) bool {
		return f.frame.class.name == "infect" && f.frame.kind == "number" && f.frame.told
	})
	s.settle(fs)
	s.contrast(fs)
	s.partKin(fs)
	type spot struct {
		doc   int
		class string
	}
	all := map[spot]bool{}
	for _, f := range fs {
		if f.frame.generic && f.frame.noun != "" && len(f.frame.facets) == 0 && f.Of == "" {
			all[spot{f.doc, f.frame.class.name}] = true
		}
	}
	for i, f := range fs {
		if f.frame.kind != "number" {
			continue
		}
		f.frame.part = f.frame.included || !f.frame.generic && all[spot{f.doc, f.frame.class.name}] || f.frame.generic && len(f.frame.facets) == 0 && partitive(fs, i)
	}
	addends(fs)
	s.totals(fs)
	return s
}

// addends marks the figures behind a number of their sentence that together make it up: "the 23 arrested (12 Somalis and 11 Yemenis)".
func addends(fs []*figure) {
	for i, whole := range fs {
		if whole.frame.kind != "number" || !whole.span.exact {
			continue
		}
		sum := 0.0
		for k := i + 1; k < len(fs) && fs[k].doc == whole.doc && fs[k].Field == whole.Field && fs[k].Quote == whole.Quote; k++ {
			part := fs[k]
			if part.frame.delta {
				break
			}
			if part.frame.kind != "number" || !part.span.exact || part.frame.class != whole.frame.class && !part.frame.weak || part.span.lo <= 0 {
				break
			}
			if sum += part.span.lo; sum >= whole.span.lo {
				if sum == whole.span.lo && k > i+1 {
					for _, f := range fs[i+1 : k+1] {
						f.frame.part = !f.Frame.Former // "to 14 from nine, after five more": nine was all
					}
				}
				break
			}
		}
	}
}

// anyToll stands for all growing totals: where the dead of two towns are told apart, so are the hurt.
const anyToll = "*"

// totals marks what an article counts over two places that one of its sentences tells apart: "kills six in Ukraine … four in the capital
// and two in Kharkiv".
func (s *setting) totals(fs []*figure) {
	for i, a := range fs {
		if a.frame.kind != "number" || !a.frame.generic || !a.frame.placed || a.frame.class.motion != rising {
			continue
		}
		for _, b := range fs[i+1:] {
			if b.doc != a.doc || b.Quote != a.Quote {
				break
			}
			if b.frame.class != a.frame.class || !b.frame.generic || !b.frame.placed || !s.contrasted[[3]string{anyToll, a.frame.place, b.frame.place}] {
				continue
			}
			for _, f := range fs {
				if f.doc == a.doc && f.frame.class == a.frame.class && f.frame.generic && !f.frame.placed && f.span.exact && f.span.lo == a.span.softLo+b.span.softLo && len(f.frame.facets) == 0 {
					f.frame.facets = []string{inAll}
				}
			}
		}
	}
}

// contrast finds the places that one article counts apart: it gives different numbers of one thing for both.
func (s *setting) contrast(fs []*figure) {
	type spot struct {
		doc         int
		class, noun string
	}
	at := map[spot][]*figure{}
	for _, f := range fs {
		if f.Place == "" || f.denied() || f.frame.kind != "number" && f.frame.kind != "percent" {
			continue
		}
		noun := f.frame.noun
		if f.frame.generic {
			noun = "*"
		}
		k := spot{f.doc, f.frame.class.name, f.frame.kind + " " + noun + " " + strings.Join(f.frame.facets, ",")}
		at[k] = append(at[k], f)
	}
	for k, fs := range at {
		for i, a := range fs {
			for _, b := range fs[i+1:] {
				x, y := a.frame.place, b.frame.place
				if x == y || a.span.meets(b.span) {
					continue
				}
				if !s.countedApart(a, b, k.class) {
					continue
				}
				s.contrasted[[3]string{k.class, x, y}], s.contrasted[[3]string{k.class, y, x}] = true, true
				s.byPlace[k.class] = s.byPlace[k.class] || a.frame.placed && b.frame.placed && !s.nested(x, y)
				if a.Quote == b.Quote && a.frame.placed && b.frame.placed && a.frame.class.motion == rising && !s.nested(x, y) {
					s.contrasted[[3]string{anyToll, x, y}], s.contrasted[[3]string{anyToll, y, x}] = true, true
				}
			}
		}
	}
}

// kin maps classes that outlets put for one another to what they have in common: prisoners freed are swapped and come home.
var kin = map[string]string{"release": "freed", "return": "freed", "swap": "freed", "displace": "driven out", "evacuate": "driven out",
	"attend": "in the street", "protest": "in the street"}

// partKin finds kin classes that a story counts apart: an article gives two numbers of one thing for two of them.
func (s *setting) partKin(fs []*figure) {
	s.kinApart = map[string]bool{}
	for i, a := range fs {
		k := kin[a.frame.class.name]
		if k == "" || a.frame.kind != "number" || !a.asserted() {
			continue
		}
		for _, b := range fs[i+1:] {
			if b.doc != a.doc {
				break
			}
			if kin[b.frame.class.name] == k && b.frame.class.name != a.frame.class.name && b.frame.kind == "number" && b.asserted() && b.frame.noun == a.frame.noun && len(a.frame.facets)+len(b.frame.facets) == 0 && !a.span.meets(b.span) && sameOrigin(a, b) && a.when.day == b.when.day {
				s.kinApart[k] = true
			}
		}
	}
}

// domains are classes counted by district: a county's cases are not its state's. Of other things a country is only another
// name of the scene.
var domains = map[string]bool{"infect": true, "exempt": true, "register": true, "live": true, "vote": true, "outage": true, "unemployed": true, "poor": true, "test": true, "close": true, "repeat": true, "starve": true, "migrate": true}

// tolls are classes that an outbreak makes domains.
var tolls = map[string]bool{"die": true, "hospitalise": true, "treat": true, "vaccinate": true, "recover": true, "quarantine": true}

// countedApart reports whether one article's two numbers, which cannot be one, belong to two places rather than to two voices.
func (s *setting) countedApart(a, b *figure, class string) bool {
	one := a.Quote == b.Quote && !revises(a.Quote) || oneTable(a, b)
	if s.nested(a.frame.place, b.frame.place) {
		return a.span.exact && b.span.exact && a.when.day == b.when.day && ((domains[class] || s.outbreak && tolls[class] || a.frame.kind == "percent") && (!a.frame.elided || s.outbreak && a.frame.told) || one && sameOrigin(a, b))
	}
	return one
}

// oneTable reports whether two figures stand in one column of a table, each in a row of its own.
func oneTable(a, b *figure) bool {
	return a.doc == b.doc && a.Rule == tableRule && b.Rule == tableRule && a.Object == b.Object && a.Quote != b.Quote
}

// tableRule is the rule that reads the cells of tables.
const tableRule = "counts/table"

// nested reports whether one of two places lies in the other: as the articles write it, as a country holds its towns, or as
// a region or country may hold a town that no list knows.
func (s *setting) nested(a, b string) bool {
	if s.inside(a, b) || s.inside(b, a) {
		return true
	}
	la, lb := s.level(a), s.level(b)
	ca, cb := s.country[a], s.country[b]
	if la == lb || ca != "" && cb != "" && (ca != cb || la < 2 && lb < 2) { // of two that the lists know, they say which lies in which
		return false
	}
	return true
}

// local are classes of what happens in one place: a firm's recall and a swap of prisoners are told from several countries.
var local = map[string]bool{"die": true, "injure": true, "miss": true, "rescue": true, "trap": true, "destroy": true, "damage": true, "flood": true, "burn": true, "evacuate": true, "displace": true, "hospitalise": true, "outage": true, "abduct": true, "shoot": true, "occur": true}

// abroad reports whether two figures are of events in two countries: neither article speaks of the country that the other's place lies in.
func (s *setting) abroad(a, b *figure) bool {
	if !local[a.frame.class.name] {
		return false
	}
	x, y := s.country[a.frame.place], s.country[b.frame.place]
	return x != "" && y != "" && x != y && !s.spokenOf[a.doc][y] && !s.spokenOf[b.doc][x]
}

// level ranks a place: 2 a country, 1 a listed region, 0 a town or less.
func (s *setting) level(place string) int { return s.levels[place] }

// settle gives figures without a place the story's scene, the place that most of its articles count at; in an article that
// never speaks of it, the place that the article counts at most.
func (s *setting) settle(fs []*figure) {
	byDoc, all, first := map[int]map[string]int{}, map[string]int{}, map[string]int{}
	for i, f := range fs {
		if p := f.frame.place; p != "" && !carries[f.frame.class.name] {
			if byDoc[f.doc] == nil {
				byDoc[f.doc] = map[string]int{}
			}
			if byDoc[f.doc][p] == 0 {
				all[p]++
			}
			if _, ok := first[p]; !ok {
				first[p] = i
			}
			byDoc[f.doc][p]++
		}
	}
	scene := commonest(all, first)
	for _, f := range fs {
		if f.frame.place != "" {
			continue
		}
		f.frame.place = scene
		if n := byDoc[f.doc]; len(n) > 0 && n[scene] == 0 {
			f.frame.place = commonest(n, first)
		}
	}
}

// commonest returns the place with the highest count, of several the one told of first.
func commonest(n, first map[string]int) string {
	best := ""
	for k, v := range n {
		if best == "" || v > n[best] || v == n[best] && first[k] < first[best] {
			best = k
		}
	}
	return best
}

// partitive reports whether f is told as some of a set of which the same is true and which is not parted by place: "three
// of the 22 dead", "the other five", "26 cases … one had had a single dose". fs holds the story's figures in reading order.
func partitive(fs []*figure, at int) bool {
	f, before := fs[at], fs[:at]
	some := f.Of != "" || f.frame.included || strings.HasPrefix(strings.ToLower(f.Text), "the other ")
	if !some && !f.frame.bare || f.inTitle() {
		return false
	}
	if at+1 < len(fs) && f.Of != "" { // "nine of 12 drones": the 12 says what they are a part of
		if b := fs[at+1]; b.doc == f.doc && b.Field == f.Field && b.Start-f.End <= 12 {
			return b.frame.class == f.frame.class && b.frame.place == f.frame.place
		}
	}
	if of := words(f.Of); len(of) > 0 && of[0] == "those" && (len(of) == 1 || of[1] == "who") {
		return true // "forty-one of those who came home"
	} else if len(of) > 1 && (of[0] == "the" || of[0] == "those") && (saysClass(f.frame.class, of[1:]) || befallen[singular(of[len(of)-1])] && f.frame.class.generic[nounClass(singular(of[len(of)-1]))]) {
		return true // "several of the newly freed", "four of the bodies"
	}
	for i := len(before) - 1; i >= 0 && before[i].doc == f.doc && before[i].Field == f.Field; i-- {
		b := before[i]
		if b.frame.kind == "number" && b.frame.class == f.frame.class && b.frame.generic && b.span.lo > f.span.lo {
			if b.frame.place != f.frame.place || b.when.day != f.when.day {
				return false // parted by place or time
			}
			return some || f.Start-b.Start < 400 && (f.Attribution == "" || sameOrigin(f, b))
		}
		if f.Start-b.Start > 600 {
			return false
		}
	}
	return false
}

// befallen are nouns for those of whom a class is already true.
var befallen = map[string]bool{"body": true, "victim": true, "dead": true, "casualty": true, "survivor": true, "patient": true, "detainee": true, "hostage": true}

// learn reads containment off the way places are written: "Eldoret, Kenya", "Sudan's North Kordofan", "Um Rawaba in North Kordofan".
func (s *setting) learn(r *claim.Reading, es *entities) {
	ns := r.Names
	for i := 0; i+1 < len(ns); i++ {
		a, b := ns[i], ns[i+1]
		if a.Type != names.Place || b.Type != names.Place || a.Field != b.Field || a.End > b.Start || b.Start-a.End > 8 {
			continue
		}
		text := r.Article.Text
		if a.Field == "title" {
			text = r.Article.Title
		}
		if b.End > len(text) {
			continue
		}
		x, y := es.of(a.Name), es.of(b.Name)
		switch gap := names.Fold(text[a.End:b.Start]); gap {
		case ", ", ", in ", " in ", ", in the ", " in the ":
			if gap == ", " && (i > 0 && ns[i-1].Type == names.Place && ns[i-1].End+2 == a.Start || listGoesOn(text[b.End:])) {
				continue
			}
			s.within[[2]string{x, y}] = x != y
		case "'s ", "' ":
			s.within[[2]string{y, x}] = x != y
		}
	}
}

// listGoesOn reports whether a list of places continues after this text.
func listGoesOn(rest string) bool {
	return strings.HasPrefix(rest, " and ") || strings.HasPrefix(rest, " or ")
}

// inside reports whether a lies in b, directly or through one region between.
func (s *setting) inside(a, b string) bool {
	if s.within[[2]string{a, b}] {
		return true
	}
	for k, ok := range s.within {
		if ok && k[0] == a && s.within[[2]string{k[1], b}] {
			return true
		}
	}
	return false
}
