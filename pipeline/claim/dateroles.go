package claim

import (
	"strings"

	"crosstally/extractors/attribution"
	"crosstally/extractors/dates"
)

// A dateRole says what a date in a sentence is the date of.
type dateRole uint8

const (
	eventDate dateRole = iota // of what happened
	toldDate                  // of the figure: "said on Monday", "as of noon"
	otherDate                 // of neither: "until 23 March", a deadline
)

// telling are verbs whose day is the day a figure was given.
var telling = tell.Of("telling")

// logging are telling verbs whose month or year is that of what is counted.
var logging = tell.Of("logging")

// roleOfDate reads what a date is the date of.
func (s *sentence) roleOfDate(m *dates.Mention) dateRole {
	if m.Relation != "since" && s.sinceThen(m) {
		return eventDate // "since it was declared on 2 June"
	}
	switch m.Relation {
	case "as-of":
		return toldDate
	case "until", "before":
		if s.upTo(m) {
			return toldDate
		}
		return otherDate
	case "since":
		if s.superlative(m.From) && !(m.To+1 < len(s.toks) && s.toks[m.To].Lower == "," && s.toks[m.To+1].Lower == "when") {
			return otherDate // "the heaviest raid since August"
		}
		return eventDate
	}
	if m.Period.Grain == dates.Year && m.From > 0 && m.To < len(s.toks) && s.toks[m.From-1].Tag == "DT" && strings.HasPrefix(s.toks[m.To].Tag, "NN") {
		if w := s.toks[max(0, m.From-2)].Lower; w != "in" && w != "during" {
			return otherDate // "a symbol of the 2020 protests"
		}
	}
	if w := s.toks[max(0, m.From-1)].Lower; m.From > 1 && (w == "for" || w == "from") && m.Period.Grain == dates.Day && (dataWords[s.toks[m.From-2].Lower] || m.From > 2 && s.toks[m.From-2].Lower == "," && dataWords[s.toks[m.From-3].Lower]) {
		return toldDate // "figures for Sunday show", "the latest figures, from Monday"
	}
	if m.From > 0 && s.toks[m.From-1].Lower == "of" && m.To < len(s.toks) && telling[s.toks[m.To].Lower] {
		return toldDate // "images of 2 March show 40 huts"
	}
	if m.From > 1 && s.toks[m.From-1].Lower == "of" && m.Period.Grain == dates.Day && attribution.Document(s.toks[m.From-2].Lower) && s.toks[max(0, m.From-3)].Lower != "our" {
		return toldDate // "in its bulletin of Tuesday night"
	}
	if m.From > 0 && s.toks[m.From-1].Lower == "of" {
		return eventDate // "its outbreak of 2025"
	}
	if k := m.To; m.Period.Grain == dates.Day && (isPossessive(s.toks[k-1].Lower) || k < len(s.toks) && isPossessive(s.toks[k].Lower)) {
		if k < len(s.toks) && isPossessive(s.toks[k].Lower) {
			k++
		}
		if k < len(s.toks) && (attribution.Document(s.toks[k].Lower) || daily[s.toks[k].Lower]) && (k+1 >= len(s.toks) || !strings.HasPrefix(s.toks[k+1].Tag, "NN")) {
			return toldDate // "had five in Tuesday's bulletin"
		}
		if w := s.toks[max(0, m.From-1)].Lower; k < len(s.toks) && occasions[s.toks[k].Lower] && (w == "at" || w == "in" || w == "during") {
			return toldDate // "At Thursday's hearing the firm raised its offer"
		}
		n := k
		for n < len(s.toks) && strings.HasPrefix(s.toks[n].Tag, "NNP") {
			n++
		}
		if n > k && n < len(s.toks) && telling[s.toks[n].Lower] {
			return toldDate // "Friday's Courier said"
		}
	}
	if isPossessive(s.toks[m.To-1].Lower) || m.To < len(s.toks) && isPossessive(s.toks[m.To].Lower) {
		return eventDate // "Saturday's attack"
	}
	if k := m.To; m.Period.Grain == dates.Day && k < len(s.toks) && m.From > 0 && (attribution.Document(s.toks[k].Lower) || daily[s.toks[k].Lower]) && (s.toks[m.From-1].Tag == "PRP$" || isPossessive(s.toks[m.From-1].Lower)) {
		return toldDate // "the ministry's Monday bulletin"
	}
	if k := m.From - 1; k > 0 && (m.Period.Grain == dates.Year || m.Period.Grain == dates.Month) && attribution.Document(s.toks[k].Lower) && (s.toks[k-1].Tag == "DT" || s.toks[k-1].Tag == "PRP$") {
		return toldDate // "In a report last year the office listed 14"
	}
	if k := m.From - 1; k > 1 && s.toks[k].Lower == "on" && m.Period.Grain == dates.Day && s.toks[k-1].Lower == "," && (daily[s.toks[k-2].Lower] || attribution.Document(s.toks[k-2].Lower)) {
		return toldDate // "By the town's last count, on Friday night, 101 were hurt"
	}
	if s.ofSurvey(m.From) || s.onOccasion(m) || s.onlyThen(m) {
		return toldDate
	}
	if m.From > 0 && s.toks[m.From-1].Lower == "on" && (s.putBefore(m.From-1) || s.askedBefore(m.From-1)) {
		return toldDate // "put the number of the arrested at 214 on Tuesday", "asked for 38 million on Tuesday"
	}
	reach, counted := 6, false
	for k := m.From - 1; k >= 0 && k >= m.From-reach; k-- {
		w, tag := s.toks[k].Lower, s.toks[k].Tag
		if telling[w] && (tag != "NN" && tag != "NNS" || w == "spoke") && !(w == "counted" && k > 0 && isBe(s.toks[k-1].Lower)) || w == "dated" || m.Period.Grain == dates.Day && (w == "out" && k > 0 && s.toks[k-1].Lower == "read" || w == "found" && k > 0 && inquiring[s.toks[k-1].Lower]) {
			if (logging[w] || counted && m.Period.Grain == dates.Year) && (m.Period.Grain == dates.Month || m.Period.Grain == dates.Year) && !(k > 0 && attribution.Document(s.toks[k-1].Lower)) {
				return eventDate // "recorded 3,100 deaths last year", "said that none of 12 tests this year": when they died or were made
			}
			return toldDate
		}
		if s.isCount[k] || strings.HasPrefix(tag, "NNP") || w == "&" {
			counted = counted || s.isCount[k]
			reach++ // "had said 58% the day before", "told Radio Norland on Friday"
			continue
		}
		if w == "," || w == ";" || strings.HasPrefix(tag, "VB") && !(tag == "VBN" && strings.HasPrefix(s.toks[k+1].Tag, "NN")) { // over "its first written toll"
			break
		}
	}
	if (m.From <= 1 || m.From == 3 && s.toks[0].Lower == "as" || s.openedAt(m)) && s.firstVerbTells(m.To) {
		return toldDate // "On Sunday his spokesman still spoke of 98"
	}
	for k := m.To; k < len(s.toks) && k <= m.To+2; k++ { // "on Monday said"
		w := s.toks[k].Lower
		if telling[w] && w != "sent" && strings.HasPrefix(s.toks[k].Tag, "VB") {
			return toldDate
		}
		if w == "," || isClauseStop(w) || s.isCount[k] {
			break
		}
	}
	return eventDate
}

// openedAt reports a day behind the place with which a sentence opens: "In parliament on [Tuesday] the member spoke of 52".
func (s *sentence) openedAt(m *dates.Mention) bool {
	if w := s.toks[0].Lower; w != "in" && w != "at" || m.From < 3 || m.From > 6 || s.toks[m.From-1].Lower != "on" || m.Period.Grain != dates.Day {
		return false
	}
	for k := 1; k < m.From-1; k++ {
		if tag := s.toks[k].Tag; tag != "DT" && tag != "JJ" && tag != "PRP$" && !strings.HasPrefix(tag, "NN") {
			return false
		}
	}
	return true
}

// inquiring are nouns for those who find what was so: "an inquest found on Monday".
var inquiring = tell.Of("inquiring")

// daily are nouns for a figure that is given for its day: "Monday's count".
var daily = tell.Of("daily")

// occasions are nouns for what somebody speaks at or on: "at a briefing on Monday".
var occasions = tell.Of("occasions")

// made are participles for what is done with a paper on the day that it is of: "a list [published] on Monday".
var made = tell.Of("made")

// onOccasion reports a date of the day on which somebody speaks or of the paper that tells: "At a briefing on Monday, the mayor said 12",
// "In its Monday update", "Speaking on Monday", "according to figures released on Monday", "the site, as seen on Monday".
func (s *sentence) onOccasion(m *dates.Mention) bool {
	if m.Period.Grain != dates.Day || m.From == 0 {
		return false
	}
	told := func(w string) bool { return occasions[w] || attribution.Document(w) }
	k := m.From - 1
	if w := s.toks[k].Lower; w == "on" || w == "late" || w == "early" {
		k--
	}
	switch {
	case k < 0:
		return false
	case made[s.toks[k].Lower]:
		return k > 0 && (told(s.toks[k-1].Lower) || dataWords[s.toks[k-1].Lower] || s.toks[k-1].Lower == "as")
	case k == 0:
		return speaking[s.toks[0].Lower]
	}
	start := k
	for start > 0 && s.toks[start].Lower != "," && !isClauseStop(s.toks[start].Lower) {
		start--
	}
	if start > 0 {
		start++
	}
	switch s.toks[start].Lower {
	case "in", "at", "during":
	default:
		return speaking[s.toks[start].Lower]
	}
	if m.To < len(s.toks) && told(s.toks[m.To].Lower) && (s.toks[k].Tag == "PRP$" || s.toks[k].Tag == "DT" || isPossessive(s.toks[k].Lower)) {
		return true
	}
	if !told(s.toks[k].Lower) {
		return false
	}
	return k < m.From-1 && (m.To >= len(s.toks) || s.toks[m.To].Lower == ",") || s.firstVerbTells(m.To) // "In a statement late on Tuesday the army put"
}

// speaking are words with which a phrase opens that tells where or when somebody speaks: "Speaking on Monday".
var speaking = tell.Of("speaking")

// onlyThen reports a date that a clause brings out, whose verb tells: "It was only on Monday that the ministry admitted to 12".
func (s *sentence) onlyThen(m *dates.Mention) bool {
	return m.From > 1 && s.toks[0].Lower == "it" && isBe(s.toks[1].Lower) && m.To < len(s.toks) && s.toks[m.To].Lower == "that" && s.firstVerbTells(m.To+1)
}

// upTo reports a day up to which is counted: "54 deaths up to Wednesday", "Through Monday, 12 had died".
func (s *sentence) upTo(m *dates.Mention) bool {
	k := m.From - 1
	if k < 0 || m.Period.Grain != dates.Day {
		return false
	}
	switch s.toks[k].Lower {
	case "through", "thru":
	case "to":
		if k--; k < 0 || s.toks[k].Lower != "up" {
			return false
		}
	default:
		return false
	}
	return s.countBefore(k) || k == 0 && m.To < len(s.toks) && (s.toks[m.To].Lower == "," || s.toks[m.To].Lower == "there")
}

// countBefore reports whether a count with its noun ends before token k, with no stop and no verb between.
func (s *sentence) countBefore(k int) bool {
	for n := k - 1; n >= 0 && n > k-9; n-- {
		switch t := &s.toks[n]; {
		case s.isCount[n]:
			return true
		case t.Lower == ",", isClauseStop(t.Lower):
			return false
		}
	}
	return false
}

// ofSurvey reports a date at token k that tells when people were asked: "In a survey by the union last month", "whom the centre polled in
// October".
func (s *sentence) ofSurvey(k int) bool {
	for n := k - 1; n >= 0 && n > k-10; n-- {
		switch t := &s.toks[n]; {
		case t.Lower == "survey" || t.Lower == "poll" && (n == 0 || s.toks[n-1].Lower != "exit") || t.Lower == "polled" || t.Lower == "surveyed":
			return true
		case t.Tag == "VBN" && fielded[t.Lower]: // "taken on 17 November"
		case t.Lower == ",", isClauseStop(t.Lower), s.isCount[n] && n+1 < k && s.toks[n+1].Lower != "people", strings.HasPrefix(t.Tag, "VB"):
			return false
		}
	}
	return false
}

// fielded are participles for asking the people of a survey.
var fielded = tell.Of("fielded")

// putBefore reports a verb that puts a number at a figure which ends at token k: "put the number of the arrested at 214".
func (s *sentence) putBefore(k int) bool {
	n := k - 1
	for n > 0 && s.isCount[n] {
		n--
	}
	if n == k-1 || s.toks[n].Lower != "at" {
		return false
	}
	for end := n - 12; n >= 0 && n > end; n-- {
		switch w := s.toks[n].Lower; {
		case w == "put" || w == "puts" || w == "gave" || w == "estimated":
			return true
		case w == ",", isClauseStop(w):
			return false
		}
	}
	return false
}

// askedBefore reports a figure that ends at token k and is the object of a verb for asking or offering: "asked for €38 million".
func (s *sentence) askedBefore(k int) bool {
	n := k - 1
	if n > 0 && !s.isCount[n] {
		n-- // the noun
	}
	end := n
	for n > 0 && s.isCount[n] {
		n--
	}
	if n == end {
		return false
	}
	if s.toks[n].Lower == "for" {
		n--
	}
	return n >= 0 && asking[s.toks[n].Lower]
}

// asking are verbs whose day is that of the figure asked for or offered.
var asking = tell.Of("asking")

// maxFronted is how many tokens may stand between a date that opens a sentence and the verb that tells.
const maxFronted = 9

// firstVerbTells reports whether the first finite verb from token k on, which no stop parts from it, tells a figure: "it had been given
// as 109", "the mayor put it at 40".
func (s *sentence) firstVerbTells(k int) bool {
	if k = s.pastInserted(k); k < len(s.toks) && s.toks[k].Lower == "," {
		k++ // "On Monday, the office put it at 40"
	}
	for end := k + maxFronted; k < len(s.toks) && k < end; k++ {
		switch t := &s.toks[k]; {
		case t.Lower == "," && k > 0, isClauseStop(t.Lower), s.isCount[k]:
			return false
		case isBe(t.Lower), t.Lower == "been", t.Lower == "had", t.Lower == "has", t.Lower == "have":
		case strings.HasPrefix(t.Tag, "VB"):
			if strings.HasPrefix(t.Lower, "spo") || strings.HasPrefix(t.Lower, "speak") {
				return k+1 < len(s.toks) && s.toks[k+1].Lower == "of" // not "spoke by telephone with several of them"
			}
			if launching[t.Lower] {
				return s.asks(k + 1) // "On Friday the UN launched an appeal for $90 million"
			}
			return telling[t.Lower] && t.Lower != "stood" && t.Lower != "stand" && t.Lower != "sent"
		}
	}
	return false
}

// launching are verbs for making an appeal or an offer.
var launching = tell.Of("launching")

// appeals are what is launched to get something.
var appeals = tell.Of("appeals")

// asks reports a noun for an appeal, a demand or an offer among the next tokens from k on.
func (s *sentence) asks(k int) bool {
	for end := k + 4; k < len(s.toks) && k < end; k++ {
		if appeals[s.toks[k].Lower] {
			return true
		}
	}
	return false
}

// pastInserted returns the token behind a short phrase without a verb that commas set off at token k: "On Friday[, its last day,] the club
// claimed"; k where there is none.
func (s *sentence) pastInserted(k int) int {
	if k >= len(s.toks) || s.toks[k].Lower != "," {
		return k
	}
	for n := k + 1; n < len(s.toks) && n < k+6; n++ {
		switch t := &s.toks[n]; {
		case t.Lower == ",":
			return n + 1
		case strings.HasPrefix(t.Tag, "VB"), t.Tag == "MD", isClauseStop(t.Lower), s.isCount[n]:
			return k
		}
	}
	return k
}

// superlative reports whether what happened on the date at a token is only what something else is measured by: "the most since", "the first since".
func (s *sentence) superlative(date int) bool {
	for k := date - 1; k >= 0 && k >= date-5 && s.toks[k].Lower != ","; k-- {
		if t := &s.toks[k]; t.Tag == "JJS" || t.Tag == "RBS" || t.Lower == "first" || t.Lower == "most" || t.Lower == "record" {
			return true
		}
	}
	return false
}
