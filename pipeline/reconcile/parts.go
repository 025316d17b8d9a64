package reconcile

import (
	"slices"
	"strings"
)

// Which figures are a part of another.

// joinedKinds marks the figures of two kinds of which one thing is said together: "two policemen and 12 protesters were hurt". Each is some of
// those who were.
func joinedKinds(fs []*figure) {
	for i := 1; i < len(fs); i++ {
		a, b := fs[i-1], fs[i]
		if a.doc != b.doc || a.Field != b.Field || a.Quote != b.Quote || a.frame.class != b.frame.class || a.frame.weak || a.frame.kind != "number" || b.frame.kind != "number" || a.frame.elided || b.frame.elided || a.frame.generic || b.frame.generic || a.frame.noun == b.frame.noun && a.frame.head == b.frame.head || a.frame.place != b.frame.place {
			continue
		}
		if between, ok := joinedBy(a, b); ok && len(words(between)) <= 3 && !strings.ContainsAny(between, ",;") {
			a.frame.part, b.frame.part = true, true
		}
	}
}

// joinedBy returns what stands between two figures of a sentence up to the "and" right before the second; false where none does.
func joinedBy(a, b *figure) (string, bool) {
	const and = " and "
	from, to := a.at+len(a.Text), b.at-len(and)
	if a.at < 0 || to < from || a.Quote[to:b.at] != and {
		return "", false
	}
	return a.Quote[from:to], true
}

// splitByPlaceOrDay marks two figures of one thing of which each says where or when: "two people were killed on Monday and three on Sunday".
// Each is some of all.
func splitByPlaceOrDay(fs []*figure) {
	for i := 1; i < len(fs); i++ {
		a, b := fs[i-1], fs[i]
		if a.doc != b.doc || a.Field != b.Field || a.Quote != b.Quote || a.frame.class != b.frame.class || a.frame.weak || a.frame.kind != "number" || b.frame.kind != "number" || !b.frame.elided || a.frame.elided || a.frame.placed || b.frame.placed {
			continue
		}
		between, ok := joinedBy(a, b)
		if !ok {
			continue
		}
		if behind := words(a.Quote[b.at+len(b.Text):]); len(behind) > 0 && whereOrWhen[behind[0]] && slices.Contains(words(between), behind[0]) {
			a.frame.part, b.frame.part = true, true
		}
	}
}

// whereOrWhen are prepositions before a place or a day.
var whereOrWhen = tell.Of("where-or-when")

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

// totals marks what an article counts over two places: those that its sentence joins, "killed 27 in Mozambique and Malawi", and those that
// one of its sentences tells apart, "kills six in Ukraine … four in the capital and two in Kharkiv".
func (s *setting) totals(fs []*figure) {
	for i, a := range fs {
		if also := a.frame.also; also != "" && a.frame.kind == "number" && a.frame.generic && a.frame.class.motion == rising && len(a.frame.facets) == 0 && !s.nested(a.frame.place, also) {
			a.frame.ofBoth(a.frame.place, also)
			continue
		}
		if a.frame.kind != "number" || !a.frame.generic || !a.frame.placed || a.frame.class.motion != rising {
			continue
		}
		for _, b := range fs[i+1:] {
			if b.doc != a.doc || b.Quote != a.Quote && b.Start-a.Start > besides {
				break
			}
			if b.frame.class != a.frame.class || !b.frame.generic || !b.frame.placed || !s.toldApart(a, b) {
				continue
			}
			for _, f := range fs {
				if f.doc == a.doc && f.frame.class == a.frame.class && f.frame.generic && (!f.frame.placed || s.holds(f.frame.place, a.frame.place) && s.holds(f.frame.place, b.frame.place)) && f.span.softLo == a.span.softLo+b.span.softLo && len(f.frame.facets) == 0 {
					f.frame.ofBoth(a.frame.place, b.frame.place)
				}
			}
		}
	}
}

// holds reports a place in which another lies.
func (s *setting) holds(whole, part string) bool {
	return whole != part && (s.inside(part, whole) || s.country[part] == whole)
}

// besides is how far apart, in bytes, an article tells figures of two places that make up its total: two or three sentences. leastTotal is the
// smallest total that two such figures are taken to make up: below it, small numbers add up by chance.
const (
	besides    = 400
	leastTotal = 10
)

// ofBoth makes a toll that of two places, whichever the text names first.
func (f *frame) ofBoth(x, y string) {
	f.facets, f.place, f.also = []string{inAll}, min(x, y), max(x, y)
}

// toldApart reports two tolls of two places: in one sentence, or beside each other of two countries.
func (s *setting) toldApart(a, b *figure) bool {
	if a.Quote == b.Quote {
		return s.contrasted[[3]string{anyToll, a.frame.place, b.frame.place}]
	}
	x, y := s.country[a.frame.place], s.country[b.frame.place]
	return x != "" && y != "" && x != y && a.span.softLo+b.span.softLo >= leastTotal
}

// partitive reports whether f is told as some of a set of which the same is true and which is not parted by place: "three
// of the 22 dead", "the other five", "26 cases … one had had a single dose". fs holds the story's figures in reading order.
func partitive(fs []*figure, at int) bool {
	f, before := fs[at], fs[:at]
	some := f.Of != "" || f.frame.included || strings.HasPrefix(strings.ToLower(f.Text), "the other ")
	if !some && !f.frame.bare || f.inTitle() {
		return false
	}
	if at+1 < len(fs) && f.Of != "" { // "nine of 11 drones": the 11 says what they are a part of
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
var befallen = tell.Of("befallen")
