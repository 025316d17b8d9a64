package reconcile

import (
	"cmp"
	"slices"
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
	byWard     bool               // patients are counted hospital by hospital
	protest    bool               // somebody protests in the story
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
	s.protest = slices.ContainsFunc(fs, func(f *figure) bool { return f.frame.class.name == "protest" })
	s.outbreak = slices.ContainsFunc(fs, func(f *figure) bool {
		return f.frame.class.name == "infect" && f.frame.kind == "number" && f.frame.told
	})
	ward := ""
	for _, f := range fs {
		s.byWard = s.byWard || ward != "" && f.frame.ward != "" && f.frame.ward != ward
		ward = cmp.Or(ward, f.frame.ward)
	}
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
	rowByRow(fs)
	joinedKinds(fs)
	splitByPlaceOrDay(fs)
	addends(fs)
	s.totals(fs)
	return s
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
