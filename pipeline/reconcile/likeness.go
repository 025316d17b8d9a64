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
	if s.protest && a.crowd() && b.crowd() && a.show != b.show {
		return 0, false // the spectators of a match in a story of marches
	}
	if len(a.spots) > 0 && len(b.spots) > 0 && !meetStrings(a.spots, b.spots) {
		return 0, false
	}
	if a.phase != b.phase && (a.phase == "onward" || b.phase == "onward" || a.phase != "" && b.phase != "") {
		return 0, false
	}
	if a.recipient != "" && b.recipient != "" && a.recipient != b.recipient {
		return 0, false
	}
	if a.period != b.period && !s.opening(a, b) && !s.opening(b, a) {
		return 0, false
	}
	if !slices.Equal(a.facets, b.facets) || slices.Contains(a.facets, witnessed) && !slices.Equal(a.near, b.near) {
		return 0, false // what two passers-by saw is not one count
	}
	if !sameRow(a, b) {
		return 0, false
	}
	pred := 1.0
	topical := a.topic != "" && b.topic != ""
	switch {
	case topical && !sameTopic(a.topic, b.topic):
		return 0, false
	case topical:
	case a.weak && b.weak && a.verb != "" && b.verb != "" && a.verb != b.verb, a.weak && a.verb != "" && !b.weak, b.weak && b.verb != "" && !a.weak:
		return 0, false // "Police stopped 40 drivers", "fined 12 drivers": the verb has no class, but says something else
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
	if s.byWard && a.ward != b.ward && a.ofPatients() && b.ofPatients() {
		return 0, false // the patients of one hospital, and of another or of all
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
	case strings.HasPrefix(a.kind, "money") && (meetStrings(a.givers, b.givers) || a.recipient != "" && a.recipient == b.recipient || a.demanded && b.demanded):
		text = max(text, 0.75) // "The EU offered €10 million", "€10 million that the EU will send"; for the dead; as ransom
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
	case a.noun == "soldier" && b.noun == "soldier" && a.head != b.head && (slices.Contains(a.others, b.head) || slices.Contains(b.others, a.head)):
		return 0, false // "The army killed 40 rebels", "Rebels killed 12 soldiers"
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
	case a.alone && b.generic || b.alone && a.generic:
		return 0.8, true // "One man has not been found", "two people are missing"
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

// sameParties compares whom two figures belong to. Seats, votes and shares of the vote are always somebody's, or of all.
func sameParties(a, b *frame) (float64, bool) {
	if len(a.parties) == 0 && len(b.parties) == 0 && a.electoral() && b.electoral() && a.class.name == "win" && b.class.name == "win" && overlapOf(a.near, b.near) < 0.5 {
		return 0, false // nobody says whose
	}
	if len(a.parties) == 0 && len(b.parties) == 0 && a.kind == "percent" && a.class.name == "vote" && b.class.name == "vote" && len(a.facets) == 0 && len(b.facets) == 0 && overlapOf(a.near, b.near) < 0.75 {
		return 0, false // "The mayor won 52 percent", "Her rival won 41 percent"
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
