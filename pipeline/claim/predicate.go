package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// An occurrence is a term of the lexicon in a sentence.
type occurrence struct {
	from, to int // its tokens
	term     *term
	voice    voice
}

// onBoard is the state of those on a vehicle, whatever it is called.
var onBoard *term

// A voice says whether a verb's object stands before or behind it.
type voice uint8

const (
	active  voice = iota
	passive       // "were killed", and "14 killed" without an auxiliary
)

// maxGap is the most words between the parts of "set … free".
const maxGap = 8

// occurrences appends the terms found in toks: at each token the longest of each class and slot.
func occurrences(toks []extractors.Token, named []bool, out []occurrence) []occurrence {
	for i := 0; i < len(toks); i++ {
		if named[i] {
			continue
		}
		if n := aboard(toks, i); n > 0 {
			out = append(out, occurrence{from: i, to: i + n, term: onBoard})
			i += n - 1
			continue
		}
		ts := terms[toks[i].Lower]
		if len(ts) == 0 {
			continue
		}
		best, at := 0, len(out)
		for k := range ts {
			t := &ts[k]
			n := t.match(toks, i)
			if n == 0 {
				continue
			}
			weight := 1 + len(t.tail)
			if weight < best {
				continue
			}
			o := occurrence{from: i, to: i + n, term: t}
			if t.gap >= 0 && n > weight {
				o.to = i + 1
			}
			if t.slot == objectSlot || t.slot == subjectSlot {
				if t.slot == objectSlot {
					o.voice = voiceOf(toks, i, o.to, t.form)
				}
				if weight == 1 && (nominal(toks, i, t.form) || t.class.name == "have" && auxiliary(toks, i)) {
					continue
				}
			}
			if weight > best {
				best, out = weight, out[:at]
			}
			out = append(out, o)
		}
		if best > 1 && len(out) > at {
			if to := out[at].to; to > i+1 {
				i = to - 1
			}
		}
	}
	return out
}

// vehicles are what people are on board of.
var vehicles = wordSet("plane flight aircraft airliner jet helicopter bus coach minibus train tram ferry ship boat vessel yacht dinghy raft submarine cruise liner airplane aeroplane capsule")

// aboard returns how many tokens of "on the crashed plane" begin at i, 0 for none. "On planes" alone tells no one vehicle.
func aboard(toks []extractors.Token, i int) int {
	if w := toks[i].Lower; w != "on" && w != "aboard" && w != "inside" {
		return 0
	}
	for k := i + 1; k < len(toks) && k <= i+4; k++ {
		if vehicles[toks[k].Lower] {
			return k - i + 1
		}
		switch tag := toks[k].Tag; {
		case tag == "DT", tag == "PRP$", tag == "JJ", tag == "VBN", tag == "NNP", tag == "POS":
		default:
			return 0
		}
	}
	return 0
}

// match returns how many tokens from i on t covers, 0 for none.
func (t *term) match(toks []extractors.Token, i int) int {
	k := i + 1
	for n, w := range t.tail {
		if n == t.gap {
			limit := k + maxGap
			for k < len(toks) && k <= limit && toks[k].Lower != w {
				if isClauseStop(toks[k].Lower) {
					return 0
				}
				k++
			}
			if k > limit {
				return 0
			}
		}
		if k >= len(toks) || toks[k].Lower != w && !(w == "their" && possessive[toks[k].Lower]) {
			return 0
		}
		k++
	}
	if n := len(t.tail); n > 0 && t.gap >= 0 && t.tail[n-1] == "to" && k < len(toks) && toks[k].Tag == "VB" {
		return 0 // "takes 41 to form a government"
	}
	return k - i
}

var possessive = map[string]bool{"his": true, "her": true, "its": true, "our": true, "my": true, "your": true, "the": true}

func isClauseStop(w string) bool {
	switch w {
	case ".", ";", ":", "?", "!", "—", "|", "(", ")":
		return true
	}
	return false
}

// nominal reports whether a verb's plain or -ing form at i stands as a noun: "the strike", "two releases", "of arrest".
func nominal(toks []extractors.Token, i int, f verbForm) bool {
	if i == 0 {
		return false
	}
	if f == plainForm && (toks[i].Tag == "NN" || toks[i].Tag == "NNS") && strings.HasPrefix(toks[i-1].Tag, "NN") {
		return i+1 == len(toks) || toks[i+1].Tag != "CD" && toks[i+1].Tag != "DT"
	}
	if f == pastForm || f == partForm {
		switch toks[i-1].Tag {
		case "DT", "PRP$", "JJ", "CD":
			return toks[i].Tag == "NN" || toks[i].Tag == "NNS"
		}
		return false
	}
	switch toks[i-1].Tag {
	case "DT", "PRP$", "POS", "JJ":
		return f == plainForm || i+1 < len(toks) && toks[i+1].Lower == "of"
	case "IN":
		return f == plainForm && toks[i-1].Lower != "that"
	}
	return false
}

// auxiliary reports whether the form of "have" at i only helps another verb: "had also counted".
func auxiliary(toks []extractors.Token, i int) bool {
	for k := i + 1; k < len(toks) && k <= i+3; k++ {
		switch t := &toks[k]; {
		case t.Tag == "VBN" || t.Tag == "VBD" || t.Lower == "been" || t.Lower == "to":
			return true
		case t.Tag != "RB" && t.Lower != "n't" && t.Lower != "not":
			return false
		}
	}
	return false
}

// voiceOf reads whether the verb in tokens [i,to) has its object before it.
func voiceOf(toks []extractors.Token, i, to int, f verbForm) voice {
	if f != partForm {
		return active
	}
	have := false
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		w := toks[k].Lower
		switch {
		case isBe(w):
			return passive
		case w == "have" || w == "has" || w == "had" || w == "having" || w == "'ve":
			have = true
		case toks[k].Tag == "RB", w == "not", w == "n't", w == "also", w == "then", w == "all", w == "already", w == "just", w == "now", w == "still", w == "so", w == "far":
			continue
		}
		break
	}
	if have || beginsObject(toks, to) {
		return active
	}
	return passive
}

func isBe(w string) bool {
	switch w {
	case "was", "were", "been", "be", "being", "is", "are", "'re", "got", "get", "gets", "getting", "'s":
		return true
	}
	return false
}

// beginsObject reports whether a noun phrase begins at token k.
func beginsObject(toks []extractors.Token, k int) bool {
	if k >= len(toks) {
		return false
	}
	switch toks[k].Tag {
	case "DT", "CD", "PRP", "PRP$", "JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "$":
		return !timeWord[toks[k].Lower]
	}
	switch toks[k].Lower {
	case "at":
		return k+1 < len(toks) && (toks[k+1].Lower == "least" || toks[k+1].Lower == "most")
	case "more", "fewer", "about", "around", "some", "nearly", "almost", "up", "dozens", "hundreds", "thousands", "scores", "as", "between":
		return true
	}
	return false
}

// timeWord are nouns that follow a verb as a time, not as its object: "14 killed Monday".
var timeWord = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"yesterday": true, "today": true, "tonight": true, "overnight": true, "last": true, "this": true, "earlier": true, "later": true, "so": true, "as": true}

// never is the cost of a term that cannot say anything of a count.
const never = 1e6

// farthest is the greatest cost at which a term is still taken for a count's predicate.
const farthest = 14

// bearerCost is what a head noun's own class costs: any verb nearby says more.
const bearerCost = 4.5

// outcomeCost is what one costs that tells what befell whom it counts.
const outcomeCost = 2

// weakCost is what a class costs that says little.
const weakCost = 2.6

// costOf weighs how far o is from saying something of what stands in tokens [from,to), whose noun is in [noun,to).
func (s *sentence) costOf(o *occurrence, sort sorts, from, noun, to int) float64 {
	c := 0.0
	if o.term.class.weak {
		c = weakCost
		if o.term.class.name == "have" {
			c = bearerCost + 0.5
		}
	}
	own := o.from >= noun && o.to == to && (o.term.slot == nounSlot || o.term.slot == stateSlot)
	if o.term.class == classes["sentence_time"] {
		c -= 2 // "sentenced to four years in prison"
	}
	scale := sort&(money|shares|measures) != 0 && (o.term.class.name == "grow" || o.term.class.name == "fall")
	if from > 0 && scale {
		if w := s.toks[from-1].Lower; w == "to" || w == "from" {
			scale = false // "revenue rose to €9.4 billion": so much revenue, not so much more
			c += 4
		}
	}
	switch fit := o.term.class.sorts & sort; {
	case own:
	case fit == 0 && (sort&(persons|things) == 0 || o.term.class.sorts&(persons|things) == 0):
		return never
	case fit == 0:
		c += 5
	}
	switch {
	case o.from >= to:
		switch o.term.slot {
		case objectSlot:
			if o.voice == active {
				return never
			}
		case nounSlot, outcomeSlot, bearerSlot:
			if s.toks[o.from].Lower != "of" {
				return never
			}
		case stateSlot:
			if o.from > to && s.toks[o.from-1].Lower == "the" {
				return never
			}
		case subjectSlot:
			if o.from > to && s.toks[o.from-1].Lower == "and" && s.toks[to].Lower == "and" {
				c += 2 // "hires 40 people in 14 countries and sold 300 cars"
			}
		}
		return c + s.between(to, o.from, true)
	case o.to <= from:
		gap := s.between(o.to, from, false)
		switch o.term.slot {
		case objectSlot:
			gap += s.loosely(o.to, from)
			if o.voice == passive && sort&(money|times) == 0 && !s.labels(o.to, from) && !s.located(o.to, from) && !s.numberOf(o, from) {
				return never
			}
		case subjectSlot:
			switch {
			case scale: // "dropped 7%"
			case o.term.form == partForm && o.to < from && from-o.to <= 2 && s.toks[o.to].Lower == "by": // "signed by 210,000 people"
			case s.inverts(o.to, from) || s.numberOf(o, from):
				c++
			default:
				return never
			}
		case nounSlot:
			if !s.labels(o.to, from) && !s.leadsTo(o.to, from) {
				return never
			}
			c += 0.5
		case stateSlot, outcomeSlot, bearerSlot:
			if !s.labels(o.to, from) && !s.inverts(o.to, from) && !s.numberOf(o, from) {
				return never
			}
			c += 0.5
		}
		return c + gap
	}
	if o.from >= noun && o.to <= to { // in the counted phrase itself
		switch {
		case own:
			return c
		case o.term.slot == outcomeSlot && o.to == to:
			return c + outcomeCost
		case o.term.slot == bearerSlot && o.to == to:
			return c + bearerCost
		case o.term.slot == nounSlot || o.term.slot == outcomeSlot || o.term.slot == bearerSlot:
			return c + 6
		case o.term.slot != stateSlot && o.term.form == plainForm:
			return never
		}
		return c + 2.5
	}
	return never
}

// loosely weighs what stands between a verb and its object: a comma or a preposition hardly does.
func (s *sentence) loosely(from, to int) float64 {
	c := 0.0
	for k := from; k < to && k < from+12; k++ {
		switch tag := s.toks[k].Tag; {
		case s.toks[k].Lower == ",":
			c += 0.6
		case tag == "IN" && s.toks[k].Lower != "of" && s.toks[k].Lower != "that" && s.toks[k].Lower != "for":
			c += 0.6
		}
	}
	return c
}

// located reports whether only a preposition of place stands in [from,to): "repeated at six stations".
func (s *sentence) located(from, to int) bool {
	if to > 0 && s.toks[to-1].Lower == "(" && to-from <= 12 {
		return true // "were sent to Warsaw (89) and Vilnius (20)"
	}
	if to-from != 1 {
		return false
	}
	switch s.toks[from].Lower {
	case "at", "in", "across", "on":
		return true
	}
	return false
}

// numberOf reports whether a figure follows that gives the number of those of whom o is said: "the number of people who died rose to 14".
func (s *sentence) numberOf(o *occurrence, from int) bool {
	for k := o.from - 1; k >= 0 && k >= o.from-7; k-- {
		switch s.toks[k].Lower {
		case "number", "numbers", "count", "tally", "total":
			return s.leadsTo(o.to, from)
		}
	}
	return false
}

// labels reports whether only a colon or a cell's edge stands in [from,to): "Injured: 43".
func (s *sentence) labels(from, to int) bool {
	if from >= to || to-from > 3 {
		return false
	}
	w := s.toks[from].Lower
	return w == ":" || w == "|" || w == "–" || w == "—" || w == "("
}

// inverts reports whether the subject follows: "among the dead are three children".
func (s *sentence) inverts(from, to int) bool {
	for k := from; k < to && k < from+6; k++ {
		switch s.toks[k].Lower {
		case "were", "are", "was", "is", "include", "included", "includes", "including", "among", "comprise":
			return true
		}
	}
	return false
}

// leadsTo reports whether a noun at the left of [from,to) is said of the number behind: "toll rose to 24", "deaths of 19".
func (s *sentence) leadsTo(from, to int) bool {
	for k := to - 1; k >= from; k-- {
		if s.toks[k].Lower == "at" && k == from && !s.bare {
			continue // "votes at six stations" are no number of votes
		}
		switch s.toks[k].Lower {
		case "of", "to", "at", "from", "reached", "is", "was", "as", "by", "hit", "exceeds", "exceeded", "passed", "topped", "into", "about", "than", "between", "among", "higher", "includes", "included", "including", "totalled", "totaled", "for", "are", "were", "stood", "had", "has":
			return true
		}
	}
	return from == to
}

// between weighs the tokens [from,to) that part a term from a count.
func (s *sentence) between(from, to int, right bool) float64 {
	c := 0.0
	for k := from; k < to && c <= farthest; k++ { // beyond that nothing is near
		w := s.toks[k].Lower
		if end := s.asideEnd(k, to); end > k {
			c++
			k = end
			continue
		}
		switch w {
		case ".", ";", "?", "!":
			c += 9
		case ":":
			c += 3
		case "|":
			c += 2
		case "—", "–":
			c += 3
		case "(", ")":
			c += 2
		case ",":
			c += 1.5
		case "while", "although", "though", "when", "after", "before", "because", "if", "since", "until", "unless", "whereas", "but", "as", "than", "against", "compared":
			c += 3
		case "who", "which", "whose", "where", "whom":
			if right && k-from <= 1 {
				break // "14 people who died"
			}
			c += 3
		case "and", "or", "nor":
			c += 0.7
			if s.numberAt(k + 1) {
				c += 1
			}
		case "not", "rather":
			c++
		case "said", "says", "told", "reported", "announced":
			c += 3
		default:
			c += 0.3
		}
		if s.isCount[k] {
			if right {
				c += 2.5
				if k > 0 && s.toks[k-1].Lower == "of" {
					c += 3 // what follows is said of the whole: "315 of 542 registered"
				}
			} else {
				c += 0.6
			}
		}
	}
	return c
}

// maxAside is how many tokens an aside between dashes or in brackets may have.
const maxAside = 12

// asideEnd returns where the aside that begins at k ends before token to, k for none: "26 – 79 percent – are".
func (s *sentence) asideEnd(k, to int) int {
	var closer string
	switch w := s.toks[k].Lower; w {
	case "(":
		closer = ")"
	case "–", "—":
		closer = w
	default:
		return k
	}
	for j := k + 1; j < to && j <= k+maxAside; j++ {
		if s.toks[j].Lower == closer {
			return j
		}
	}
	return k
}

func (s *sentence) numberAt(k int) bool { return k < len(s.isCount) && s.isCount[k] }

// predicateOf returns the class said of a count within its sentence, with what it cost; nil when none is near.
// A base is the whole of a figure right before it, "nine of 12 drones": what is said of the part is not said of it.
func (s *sentence) isBase(from int) bool {
	k := from - 1
	for steps := 0; k > 0 && steps < 4 && s.toks[k].Lower != "of"; steps++ { // "of the flight's four crew"
		switch tag := s.toks[k].Tag; {
		case tag == "DT", tag == "PRP$", tag == "POS", tag == "JJ", strings.HasPrefix(tag, "NN") && !s.isCount[k]:
			k--
		default:
			return false
		}
	}
	if k < 1 || s.toks[k].Lower != "of" {
		return false
	}
	return s.isCount[k-1] || k > 1 && s.toks[k-1].Lower == "out" && s.isCount[k-2]
}

func (s *sentence) predicateOf(sort sorts, from, noun, to int) (*occurrence, float64) {
	var best *occurrence
	least := float64(farthest)
	base := s.isBase(from)
	s.bare = to <= noun
	for i := range s.occs {
		o := &s.occs[i]
		if base && (o.term.slot == objectSlot || o.term.slot == subjectSlot || o.from < from || s.participle(o)) {
			continue
		}
		if c := s.costOf(o, sort, from, noun, to); c < least {
			least, best = c, o
		}
	}
	if best != nil && best.from >= to && (best.term.slot == stateSlot || best.term.slot == objectSlot && !s.helped(best.from)) {
		return s.beyondState(best, least, sort, from, noun, to)
	}
	return best, least
}

// participle reports whether a state is that of a verb's object: "shot down".
func (s *sentence) participle(o *occurrence) bool {
	if o.term.slot != stateSlot {
		return false
	}
	for _, t := range terms[s.toks[o.from].Lower] {
		if t.class == o.term.class && t.slot == objectSlot && t.form == partForm && len(t.tail) == len(o.term.tail) && o.term.class.sorts&persons == 0 {
			return true
		}
	}
	return false
}

// beyondState returns what is said of a count whose state only tells who they were: "all 10 people aboard the ferry drowned".
func (s *sentence) beyondState(state *occurrence, cost float64, sort sorts, from, noun, to int) (*occurrence, float64) {
	if s.verbBetween(to, state.from) || from > 0 && s.toks[from-1].Lower == "with" {
		return state, cost
	}
	for i := range s.occs {
		o := &s.occs[i]
		if o.from < state.to || o.term.slot != subjectSlot && (o.term.slot != objectSlot || !s.helped(o.from)) || o.term.form == ingForm || o.term.class.weak || o.term.class == state.term.class {
			continue
		}
		if c := s.costOf(o, sort, from, noun, to); c <= cost+2.5 {
			return o, c
		}
	}
	return state, cost
}

// helped reports whether the verb at i has a form of "be" before it: a finite passive, no mere participle.
func (s *sentence) helped(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch {
		case isBe(s.toks[k].Lower):
			return true
		case s.toks[k].Tag != "RB" && s.toks[k].Lower != "not" && s.toks[k].Lower != "n't":
			return false
		}
	}
	return false
}

// still reports whether the participle at i tells a state that lasts: "still detained".
func (s *sentence) still(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch s.toks[k].Lower {
		case "still", "remain", "remains", "remained", "currently", "remaining":
			return true
		}
	}
	return false
}

// sortOf returns what a count counts, as far as its kind and its noun tell.
func sortOf(m *counts.Mention) sorts {
	switch m.Kind {
	case counts.Percent:
		return shares
	case counts.Money:
		return money
	case counts.Measure:
		return measures
	case counts.Duration:
		return times
	}
	if m.NounFrom >= m.NounTo && m.Of == "" {
		return persons | things
	}
	if k, ok := headSorts[m.Unit]; ok {
		return k
	}
	if i := strings.LastIndexByte(m.Unit, ' '); i >= 0 {
		if k, ok := headSorts[m.Unit[i+1:]]; ok {
			return k
		}
	}
	return persons | things
}
