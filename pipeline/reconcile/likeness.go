package reconcile

import (
	"slices"
	"strings"
)

// How likely two frames ask one question, by class, noun, place, time, owner and the words around.

// compare scores how likely two frames ask one question; ok is false when they cannot.
func (s *setting) compare(a, b *frame) (score float64, ok bool) {
	if a.kind != b.kind || a.demanded != b.demanded || a.delta != b.delta || a.future && !b.future && !b.open && !sameDays(a, b) || b.future && !a.future && !a.open && !sameDays(a, b) {
		return 0, false
	}
	if a.planned != b.planned && (a.dated || b.dated) && !a.future && !b.future && (!sameDays(a, b) || abs(a.length()-b.length()) >= weekly) {
		return 0, false // planned for another act
	}
	if a.delta && a.day != b.day {
		return 0, false // what came on top on different days
	}
	if len(a.spots) > 0 && len(b.spots) > 0 && !meetStrings(a.spots, b.spots) {
		return 0, false
	}
	if a.phase != b.phase && (a.phase == "onward" || b.phase == "onward" || a.phase != "" && b.phase != "") {
		return 0, false
	}
	if a.period != b.period && !s.opening(a, b) && !s.opening(b, a) {
		return 0, false
	}
	if !slices.Equal(a.facets, b.facets) || slices.Contains(a.facets, witnessed) && !slices.Equal(a.near, b.near) {
		return 0, false // what two passers-by saw is not one count
	}
	pred := 1.0
	topical := a.topic != "" && b.topic != ""
	switch {
	case topical && !sameTopic(a.topic, b.topic):
		return 0, false
	case topical:
	case a.class == b.class || a.class.name == b.class.name:
		if a.weak {
			pred = 0.6
		}
	case a.weak || b.weak:
		pred = 0.4
	case kin[a.class.name] != "" && kin[a.class.name] == kin[b.class.name] && !s.kinApart[kin[a.class.name]]:
		pred = 0.85
	case a.electoral() && b.electoral() && holds[a.class.name] && holds[b.class.name]:
		pred = 0.8
	default:
		return 0, false
	}
	noun, ok := sameNoun(a, b)
	if !ok {
		return 0, false
	}
	place, ok := s.samePlace(a, b)
	if !ok {
		return 0, false
	}
	when, ok := sameTime(a, b)
	if topical && !ok && (!a.dated || !b.dated) { // the period of a profit is told once in an article
		when, ok = 0.6, true
	}
	if !ok {
		return 0, false
	}
	party, ok := sameParties(a, b)
	if !ok {
		return 0, false
	}
	text := resemblance(a, b)
	switch {
	case topical, a.ofTheEvent() && b.ofTheEvent():
		text = max(text, 0.9)
	case strings.HasPrefix(a.kind, "money") && meetStrings(a.givers, b.givers):
		text = max(text, 0.75) // "The EU offered €10 million", "€10 million that the EU will send"
	}
	if (a.adrift || b.adrift) && text < 0.5 {
		pred -= 0.9
	}
	if a.kind == "number" {
		if pred < 0.8 && (a.generic || b.generic) {
			return 0, true
		}
		return 0.25*noun + 0.2*place + 0.1*when + 0.2*pred + 0.05*party + 0.2*text, true
	}
	return 0.25*pred + 0.15*place + 0.1*when + 0.1*party + 0.4*max(text, partyMatch(a, b)), true
}

func sameNoun(a, b *frame) (float64, bool) {
	switch {
	case a.kind == "number" && a.part != b.part && (a.generic || b.generic) && !(a.inHospital() && b.inHospital()):
		return 0, false
	case a.part && b.part && a.generic && b.generic && len(a.facets) == 0 && overlapOf(a.near, b.near) < 0.4:
		return 0, false // parts of one whole, by what is not said alike
	case a.noun == b.noun:
		return 1, true
	case a.kind != "number":
		return 1, true // one kind of measure, other words
	case a.generic && b.generic:
		if a.class.name == "vaccinate" && len(a.facets) == 0 && (a.noun == "patient") != (b.noun == "patient") {
			return 0, false // who caught it in spite of a shot, and who came for one
		}
		return 0.95, true
	case a.noun == "" || b.noun == "":
		return 0.6, true
	case a.generic && b.person || b.generic && a.person:
		if a.part || b.part || exclusive[a.noun] || exclusive[b.noun] || a.class.name == "capacity" {
			return 0, false // passengers and crew may be what could be held
		}
		return 0.8, true // "17 miners" where no article counts people apart from miners
	case demonyms[a.noun] && demonyms[b.noun]:
		return 0, false
	case a.person && b.person && !a.part && !b.part && !exclusive[a.noun] && !exclusive[b.noun]:
		return 0.6, true
	case !a.person && !b.person && !a.generic && !b.generic && overlapOf(a.words, b.words) >= 0.5:
		return 0.6, true
	}
	return 0, false
}

// inHospital reports whether a figure counts people or patients in hospital, who are the same.
func (f *frame) inHospital() bool {
	return slices.Contains(f.facets, "in hospital") && (f.generic || f.noun == "patient")
}

// ofTheEvent reports whether a share or measure is one that a story has one of, however it is told: turnout and threshold of its vote, size
// and containment of its fire.
func (f *frame) ofTheEvent() bool {
	switch f.kind {
	case "percent":
		return f.class.name == "contain" || slices.Contains(f.facets, "turnout") || slices.Contains(f.facets, "threshold")
	case "measure area":
		return f.class.name == "burn"
	}
	return false
}

// exclusive are nouns for some people only, wherever they stand.
var exclusive = map[string]bool{"child": true, "infant": true, "girl": true, "boy": true, "woman": true, "man": true, "soldier": true, "police": true, "firefighter": true, "rescuer": true, "medic": true,
	"journalist": true, "crew": true, "pilot": true, "teacher": true, "foreigner": true, "relative": true}

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

// opening reports whether a is of the first day or night, as its article calls it, and b was told on that day without a word of which.
func (s *setting) opening(a, b *frame) bool {
	return strings.HasPrefix(a.period, "of the first ") && b.period == "" && b.day != "" && s.first >= b.day
}

// dosed reports whether a figure counts patients by how far they are vaccinated: some of the cases of its place.
func (f *frame) dosed() bool {
	return f.class.name == "vaccinate" && slices.ContainsFunc(f.facets, doses)
}

// carries are classes whose place is where things were brought.
var carries = map[string]bool{"transfer": true, "expel": true, "return": true, "remain": true, "travel": true, "migrate": true, "deploy": true, "shelter": true}

func sameDays(a, b *frame) bool {
	return a.dated && b.dated && a.from <= b.to && b.from <= a.to && max(a.to-a.from, b.to-b.from) <= 7
}

// weekly is by how many days the time of a plan is longer than that of an act that is but a part of it: "500 this week", "171 on Wednesday".
const weekly = 4

// length is how many days a figure's event lasts, 0 where no date is told.
func (f *frame) length() int {
	if !f.dated {
		return 0
	}
	return f.to - f.from + 1
}

func abs(n int) int { return max(n, -n) }

// maxInferredGap is by how many days dates may differ of which the text does not tell one for this very figure.
const maxInferredGap = 7

func sameTime(a, b *frame) (float64, bool) {
	if a.crowd() && b.crowd() && apartInTime(a, b) || addsUpTo(a, b) || addsUpTo(b, a) || a.chronic() != b.chronic() {
		return 0, false
	}
	if !a.dated || !b.dated {
		if a.stock && b.stock {
			return 0.7, true // the day on which so many were there is no day of theirs
		}
		if n := max(a.to-a.from, b.to-b.from); n >= 20 && n <= 200 {
			return 0, false // a quarter's figure, and one of no period
		}
		if longAgo(a, b) || longAgo(b, a) {
			return 0, false // "in 2024, 137 were abducted", in an article on those of today
		}
		return 0.8, true
	}
	gap := max(a.from-b.to, b.from-a.to)
	switch {
	case gap <= 0:
		return 1, true
	case a.stock && b.stock && gap <= maxLinger:
		return 0.7, true
	case gap <= 2 && a.to-a.from <= 3 && b.to-b.from <= 3, gap <= maxInferredGap && (a.inferred || b.inferred):
		return 0.7, true
	}
	return 0, false
}

// crowd reports whether a figure is the size of a crowd, which comes together in one place on one day.
func (f *frame) crowd() bool { return kin[f.class.name] == "in the street" && f.kind == "number" }

// apartInTime reports whether two crowds came together on different days: those their sentences tell, or the days they were told on.
func apartInTime(a, b *frame) bool {
	x1, x2, ok1 := a.happened()
	y1, y2, ok2 := b.happened()
	return ok1 && ok2 && max(x1-y2, y1-x2) > 0
}

// happened returns the first and last day on which an event of one day can have been.
func (f *frame) happened() (from, to int, ok bool) {
	if f.dated {
		return f.from, f.to, true
	}
	day, _, ok := days(f.day)
	return day - 1, day, ok
}

// addsUpTo reports whether a is one day's of what b adds up from days before: "171 on Wednesday", "1,900 since 1 March".
func addsUpTo(a, b *frame) bool {
	return b.since > 0 && a.dated && !a.inferred && a.length() <= 2 && a.from-b.since > 2
}

// chronicDays is from how many days on what adds up is no event's any more: "1,850 pupils have been abducted since 2014".
const chronicDays = 200

// chronic reports whether a figure adds up over months or years.
func (f *frame) chronic() bool {
	day, _, ok := days(f.day)
	return ok && f.since > 0 && day-f.since > chronicDays
}

// longAgo reports whether a's event is told to be over for months before the day of b, whose own event is of its day or not told.
func longAgo(a, b *frame) bool {
	if !a.dated || a.inferred || b.dated {
		return false
	}
	day, _, ok := days(b.day)
	return ok && day-a.to > maxLinger
}

// maxLinger is how many days after an event its figures are still news.
const maxLinger = 60

// sameParties compares whom two figures belong to. Seats, votes and shares of the vote are always somebody's, or of all.
func sameParties(a, b *frame) (float64, bool) {
	if len(a.parties) == 0 && len(b.parties) == 0 && a.electoral() && b.electoral() && a.class.name == "win" && b.class.name == "win" && overlapOf(a.near, b.near) < 0.5 {
		return 0, false // nobody says whose
	}
	if slices.Equal(a.parties, b.parties) || !a.owned() || !b.owned() {
		return 1, true
	}
	if a.electoral() || b.electoral() {
		return 0, false
	}
	if len(a.parties) == 0 || len(b.parties) == 0 || meetStrings(a.parties, b.parties) {
		return 0.7, true
	}
	return 0, false
}

// owned reports whether a figure's owner is part of its question: turnout and the number of voters are of all, and so are the votes for and against a bill.
func (f *frame) owned() bool {
	return partisan[f.class.name] && !meetStrings(f.facets, ballots) && !slices.Contains(f.facets, "turnout") && !slices.Contains(f.facets, "threshold") && !(f.class.name == "vote" && f.person)
}

func (f *frame) electoral() bool {
	return f.noun == "seat" || f.noun == "vote" || f.kind == "percent" && f.class.name == "vote"
}

// witnessed is the facet of what one person saw.
const witnessed = "seen by a witness"

// holds are classes that say the same of seats and votes.
var holds = map[string]bool{"win": true, "have": true, "vote": true, "lead": true}

// resemblance compares the words about two figures: those of the counted phrase, and those beside it. Where neither says
// more than the noun, nothing speaks against them.
func resemblance(a, b *frame) float64 {
	phrase := 0.5
	if len(a.words) > 0 && len(b.words) > 0 {
		phrase = overlapOf(a.words, b.words)
	} else if len(a.words) > 0 || len(b.words) > 0 {
		phrase = 0.3
	}
	if a.kind != "number" {
		if len(a.words) == 0 || len(b.words) == 0 {
			phrase = 0
		}
		if len(a.wide) == 0 || len(b.wide) == 0 {
			return max(phrase, 0.5)
		}
		return max(phrase, overlap(a.wide, b.wide))
	}
	return 0.7*phrase + 0.3*overlapOf(a.near, b.near)
}

func partyMatch(a, b *frame) float64 {
	if len(a.parties) > 0 && slices.Equal(a.parties, b.parties) {
		return 1
	}
	return 0
}

func meetStrings(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// overlapOf is the shared part of two sets as a share of the smaller.
func overlapOf(a, b []string) float64 {
	if m := min(len(a), len(b)); m > 0 {
		return float64(sharedOf(a, b)) / float64(m)
	}
	return 0
}
