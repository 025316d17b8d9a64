package reconcile

import (
	"strings"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// A setting is what a story's articles tell of its places and of whole and part, read from all of them together.
type setting struct {
	contrasted map[[2]string]bool // places that one article counts apart
	within     map[[2]string]bool // place, region that it lies in
}

// settingOf reads which places a story's articles count apart and which lie within which, and marks the figures that
// count a part: people of one kind in an article that also counts all.
func settingOf(fs []*figure, rs []claim.Reading, es *entities) *setting {
	s := &setting{contrasted: map[[2]string]bool{}, within: map[[2]string]bool{}}
	for i := range rs {
		s.learn(&rs[i], es)
	}
	type spot struct {
		doc         int
		class, noun string
	}
	places := map[spot]map[string]bool{}
	all := map[spot]bool{}
	for _, f := range fs {
		noun := f.frame.noun
		if f.frame.generic {
			noun = "*"
			if f.frame.noun != "" && len(f.frame.facets) == 0 {
				all[spot{f.doc, f.frame.class.name, ""}] = true
			}
		}
		if f.frame.place == "" || f.denied() || f.frame.kind != "number" {
			continue
		}
		k := spot{f.doc, f.frame.class.name, noun + " " + strings.Join(f.frame.facets, ",")}
		if places[k] == nil {
			places[k] = map[string]bool{}
		}
		places[k][f.frame.place] = true
	}
	for _, ps := range places {
		for a := range ps {
			for b := range ps {
				if a != b {
					s.contrasted[[2]string{a, b}] = true
				}
			}
		}
	}
	for i, f := range fs {
		if f.frame.kind != "number" {
			continue
		}
		f.frame.part = !f.frame.generic && all[spot{f.doc, f.frame.class.name, ""}] || f.frame.generic && len(f.frame.facets) == 0 && partitive(fs, i)
	}
	return s
}

// partitive reports whether f is told as some of a set of which the same is true and which is not parted by place: "three
// of the 22 dead", "the other five", "26 cases … one had had a single dose". fs holds the story's figures in reading order.
func partitive(fs []*figure, at int) bool {
	f, before := fs[at], fs[:at]
	some := f.Of != "" || strings.HasPrefix(strings.ToLower(f.Text), "the other ")
	if !some && !f.frame.bare || f.inTitle() {
		return false
	}
	if at+1 < len(fs) && f.Of != "" { // "nine of 12 drones": the 12 says what they are a part of
		if b := fs[at+1]; b.doc == f.doc && b.Field == f.Field && b.Start-f.End <= 12 {
			return b.frame.class == f.frame.class && b.frame.place == f.frame.place
		}
	}
	for i := len(before) - 1; i >= 0 && before[i].doc == f.doc && before[i].Field == f.Field; i-- {
		b := before[i]
		if b.frame.kind == "number" && b.frame.class == f.frame.class && b.frame.generic && (b.span.lo > f.span.lo || some && b.span.lo == f.span.lo) {
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
		switch gap := foldCase(text[a.End:b.Start]); gap {
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
