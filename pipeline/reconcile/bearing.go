package reconcile

import (
	"slices"
	"strings"
)

// unbacked reports whether two articles' numbers clash and nothing but noun, class and place shows that they are of one thing.
//
// A toll is of the whole event: whoever counts the killed counts the same killed. But a story has many boats, officers, points and
// miles. Two such numbers disagree only where their clauses say the same of them; elsewhere the articles count different things.
// This looks at the values, as toldApart does, and like it only ever parts: most false conflicts on public news were of this kind. Figures of
// one article it parts by their order of magnitude alone.
func unbacked(a, b *figure) bool {
	switch {
	case a.Frame.Former != b.Frame.Former: // one no longer holds, which makes no conflict
		return false
	case a.span.apart(b.span, 1000): // nothing that a story counts grows a thousandfold, and a sum so much larger is another
		return !copies(a, b)
	case a.doc == b.doc || a.span.meets(b.span):
		return false
	}
	return (!bearing(&a.frame, &b.frame) || otherDistrict(a, b) || outOfScale(a, b)) && !copies(a, b)
}

// otherDistrict reports whether two figures may be those of two districts, and neither growth nor a stock that moved explains them.
func otherDistrict(a, b *figure) bool {
	return elsewhere(&a.frame, &b.frame) && !grows(a, b) && !(moves(a, b) && !a.frame.placed && !b.frame.placed)
}

// outOfScale reports whether one figure is ten times the other though neither counts all of one kind: other things are then a part and its
// whole, while a toll, a stock or the size of an event may rise so.
func outOfScale(a, b *figure) bool {
	if !a.span.apart(b.span, 10) || moves(a, b) {
		return false
	}
	stages := a.frame.ofTheEvent() && a.when.day != b.when.day
	all := a.frame.generic && b.frame.generic && a.frame.planned == b.frame.planned && a.frame.class.motion != settled
	return !stages && !all
}

// copies reports whether one figure was taken from the other's outlet, or both from one.
func copies(a, b *figure) bool {
	return a.copied != "" && (a.copied == b.copied || sameOutlet(a.copied, b.art.Source)) || b.copied != "" && sameOutlet(b.copied, a.art.Source)
}

// elsewhere reports whether two figures that are counted by district may be those of two districts, as far as the articles' own scenes tell.
func elsewhere(a, b *frame) bool {
	if !a.placed && !b.placed && (a.ofTheEvent() && b.ofTheEvent() || len(a.parties) > 0 && slices.Equal(a.parties, b.parties)) {
		return false // a party's votes, the turnout: of the whole election where nobody says otherwise
	}
	return a.place != b.place && a.place != "" && b.place != "" && !(a.placed && b.placed) && (domains[a.class.name] || a.kind == "percent" && a.class.name != "contain")
}

// grows reports whether of two figures of a growing total the later is the larger.
func grows(a, b *figure) bool {
	if a.frame.class.motion != rising {
		return false
	}
	if a.when.day > b.when.day {
		a, b = b, a
	}
	return a.when.day < b.when.day && a.span.softHi <= b.span.softLo
}

// moves reports whether two figures of a stock that comes and goes are told of all of one kind, on two days: "54,000 customers were without
// power on Tuesday", "900 still are".
func moves(a, b *figure) bool {
	return a.frame.class.motion == moving && a.when.day != b.when.day && a.frame.generic && b.frame.generic
}

// bearing reports whether the clauses of two figures of like frames say the same of them.
func bearing(a, b *frame) bool {
	shared := sharedOf(a.about, b.about)
	alike := shared > 0 && 100*shared >= 34*min(len(a.about), len(b.about)) || a.kind == "percent" && overlap(a.wide, b.wide) >= 0.5
	switch {
	case len(a.parties) > 0 && len(b.parties) > 0:
		return meetStrings(a.parties, b.parties)
	case a.topic == payRise && b.topic == payRise:
		return true
	case a.topic == speedLimit: // that of where it happened
		return a.topic == b.topic
	case a.topic != "" && strings.HasSuffix(a.kind, " per hour"): // of whom or what, both clauses must tell
		return a.topic == b.topic && (meetStrings(a.doers, b.doers) || shared > 0)
	case a.class.name == "" && a.kind == "number" && !a.generic && !a.person:
		return alike && shared > 1 // nothing is said of either but their noun
	case len(a.facets) > 0: // equal, or compare had parted them
		return true
	case a.stock && b.stock && a.class.motion == moving && a.class.name == b.class.name && a.noun == b.noun && a.day != b.day:
		return true // "Nine vessels were searching" on Thursday, fourteen on Sunday: that the number moved is no dispute
	case a.lasting() || b.lasting():
		return meetStrings(a.doers, b.doers) || (len(a.doers) == 0 || len(b.doers) == 0) && (a.told && b.told && shared > 0 || shared > 1)
	case a.wholesale() && b.wholesale(), a.class.name == "board" && a.noun == b.noun, a.ofTheEvent() && b.ofTheEvent(), a.class.name == "occur" && a.noun == b.noun: // a story has one vessel, one fire, one series of tremors
		return true
	case len(a.doers) > 0 && len(b.doers) > 0 && !meetStrings(a.doers, b.doers):
		return false // "Ruiz missed three games", "Katz missed four"
	case a.dimension != "" && b.dimension != "":
		return a.dimension == b.dimension && (alike || a.dimension != "distance") // from where?
	case a.class.name == "measure" && strings.HasPrefix(a.kind, "measure"):
		return false // nobody says what is measured
	case a.kind == "number" && a.told && b.told:
		return a.noun == b.noun && (alike || !disjoint(a.words, b.words)) // "theft convictions", "assault convictions"
	}
	return alike
}

// lasting reports whether a figure is a time: of whom or what, the clause must tell.
func (f *frame) lasting() bool {
	switch f.class.name {
	case "last", "sentence", "serve", "testify":
		return strings.HasPrefix(f.kind, "measure")
	}
	return false
}

// disjoint reports whether two phrases both say more than the noun and nothing alike.
func disjoint(a, b []string) bool { return len(a) > 0 && len(b) > 0 && !meetStrings(a, b) }

// sharedOf counts what two sorted sets have in common.
func sharedOf(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// wholesale reports whether a figure counts all of whom its class is true, or all of one kind of people: "killed", "children killed".
// The clause itself must say it, for a story has many officers and climbers; but children and passengers are told in lists and by those
// who count them: "13 men, five women", "the ministry counts four children".
func (f *frame) wholesale() bool {
	return f.generic || f.person && (f.class.generic["person"] && f.told || inLists[f.noun] && (f.class.generic["person"] || f.weak && !f.described && (f.elided || f.credited)))
}

// inLists are nouns of the kinds of people that lists part a number into.
var inLists = map[string]bool{"child": true, "infant": true, "girl": true, "boy": true, "woman": true, "man": true, "passenger": true, "crew": true}

// dimensions are the words that tell what a measure measures.
var dimensions = map[string]string{
	"deep": "depth", "depth": "depth", "shallow": "depth", "beneath": "depth", "below": "depth",
	"high": "height", "height": "height", "tall": "height", "above": "height",
	"long": "length", "length": "length", "wide": "width", "width": "width",
	"away": "distance", "from": "distance", "north": "distance", "south": "distance", "east": "distance", "west": "distance", "northeast": "distance",
	"northwest": "distance", "southeast": "distance", "southwest": "distance", "off": "distance", "distance": "distance", "radius": "distance",
	"fell": "fall", "falling": "fall", "fall": "fall",
}

// dimensionOf returns what a measure is said to measure, "" where the clause does not say.
func dimensionOf(left, right []string) string {
	for _, w := range right[:min(len(right), 2)] {
		if d := dimensions[w]; d != "" {
			return d
		}
	}
	for i := len(left) - 1; i >= 0; i-- {
		if d := dimensions[left[i]]; d != "" && left[i] != "from" {
			return d
		}
	}
	return ""
}

// aboutOf returns the content words of a figure's clause but for the noun that it counts and the verb of its class.
func (f *frame) aboutOf() []string {
	out := slices.Clone(f.near)
	out = append(out, f.words...)
	return slices.DeleteFunc(sortedSet(out), func(w string) bool { return w == f.noun || f.class.generic[w] || f.class.stems[stem(w)] })
}
