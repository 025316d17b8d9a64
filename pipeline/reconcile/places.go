package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// Which places a story is told of, which lies in which, and whether two figures can be of one.

// samePlace compares where two figures are told of. A story has one scene, which its articles name by town, county or
// country: other names part two figures only where things move between places, or an article counts both.
func (s *setting) samePlace(a, b *frame) (float64, bool) {
	switch {
	case a.place == b.place:
		return 1, true
	case a.dosed() && b.dosed() && s.contrasted[[3]string{"infect", a.place, b.place}]:
		return 0, false
	case a.place == "" || b.place == "":
		return 0.8, true
	case a.placed && b.placed && (a.allOver && s.holds(a.place, b.place) || b.allOver && s.holds(b.place, a.place)):
		return 0, false // "400 marched in Leeds", "4,000 marched across England"
	case !a.placed && !b.placed:
		return 0.6, true // where an article is set does not say where this was
	case s.contrasted[[3]string{a.class.name, a.place, b.place}], s.contrasted[[3]string{b.class.name, a.place, b.place}],
		a.class.motion == rising && b.class.motion == rising && s.contrasted[[3]string{anyToll, a.place, b.place}]:
		return 0, false
	case domains[a.class.name] || domains[b.class.name] || a.kind == "percent" && a.class.name != "contain":
		return 0.6, s.inside(a.place, b.place) || s.inside(b.place, a.place) || s.country[a.place] == b.place || s.country[b.place] == a.place
	case s.nested(a.place, b.place):
		return 0.7, true
	case a.placed && b.placed && s.country[a.place] != "" && s.country[b.place] != "" && s.country[a.place] != s.country[b.place]:
		return 0, false // told of two countries
	case a.placed && b.placed && s.byPlace[a.class.name] && a.class.name == b.class.name:
		return 0, false // where some count place by place, another place is another count
	case a.placed && b.placed && a.crowd() && b.crowd():
		return 0, false // the crowd in one town is not that in another
	case carries[a.class.name] && carries[b.class.name], a.role == "destination" && b.role == "destination":
		return 0, false
	}
	return 0.5, true
}

// dosed reports whether a figure counts patients by how far they are vaccinated: some of the cases of its place.
func (f *frame) dosed() bool {
	return f.class.name == "vaccinate" && slices.ContainsFunc(f.facets, doses)
}

// carries are classes whose place is where things were brought.
var carries = map[string]bool{"transfer": true, "expel": true, "return": true, "remain": true, "travel": true, "migrate": true, "deploy": true, "shelter": true}

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

// domains are classes counted by district: a county's cases are not its state's. Of other things a country is only another
// name of the scene.
var domains = map[string]bool{"infect": true, "exempt": true, "register": true, "live": true, "vote": true, "outage": true, "unemployed": true, "poor": true, "test": true, "close": true, "repeat": true, "starve": true, "migrate": true}

// tolls are classes that an outbreak makes domains.
var tolls = map[string]bool{"die": true, "hospitalise": true, "treat": true, "vaccinate": true, "recover": true, "quarantine": true}

// countedApart reports whether one article's two numbers, which cannot be one, belong to two places rather than to two voices.
func (s *setting) countedApart(a, b *figure, class string) bool {
	one := a.Quote == b.Quote && !revises(a.sentence) || oneTable(a, b)
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

// learn reads containment off the way places are written: "Town, Country", "Country's North Province", "Town in North Province".
func (s *setting) learn(r *claim.Reading, es *entities) {
	ns := r.Names
	for i := 0; i+1 < len(ns); i++ {
		a, b := ns[i], ns[i+1]
		if a.Type != names.Place || b.Type != names.Place || a.Field != b.Field || a.End > b.Start || b.Start-a.End > 8 {
			continue
		}
		text := fieldText(r, a.Field)
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
