package claim

import (
	"slices"
	"strings"

	"crosstally/extractors/counts"
)

// never is the cost of a term that cannot say anything of a count.
const never = 1e6

// farthest is the greatest cost at which a term is still taken for a count's predicate.
const farthest = 14

// beyondCost is how much farther off the verb may be that tells what befell those whom a participle only describes: "61 of the pupils
// kidnapped from a school last week were freed".
const beyondCost = 4

// bearerCost is what a head noun's own class costs: any verb nearby says more.
const bearerCost = 4.5

// outcomeCost is what one costs that tells what befell whom it counts.
const outcomeCost = 2

// weakCost is what a class costs that says little.
const weakCost = 2.6

// costOf weighs how far o is from saying something of what stands in tokens [from,to), whose noun is in [noun,to).
func (s *sentence) costOf(o *occurrence, sort sorts, from, noun, to int) float64 {
	c := 0.0
	if o.term.class.traits&weak != 0 {
		c = weakCost
		if o.term.class.name == "have" {
			c = bearerCost + 0.5
		}
	}
	if sort&(persons|things) != 0 && s.describesOther(o, noun, to) {
		return never
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
	case own && o.term.class.toll:
		c -= 0.5 // "admits 19 deaths"
	case own:
	case fit == 0 && (sort&(persons|things) == 0 || o.term.class.sorts&(persons|things) == 0):
		return never
	case fit == 0 && sort == things && o.term.slot != nounSlot:
		return never // nobody arrests rifles or injures countries
	case fit == 0 && sort == persons && (o.term.class.toll || o.term.class.traits&sudden != 0 && o.term.slot == objectSlot) && o.term.slot != nounSlot:
		return never // the men in a tunnel that caved in are not destroyed
	case fit == 0:
		c += 5
	}
	switch {
	case o.from >= to && sort == things && s.ofWho(to, o.from):
		return never
	case o.from >= to:
		switch o.term.slot {
		case objectSlot:
			if o.voice == active {
				return never
			}
			if !s.helped(o.from) && s.comma(to, o.from) {
				c += 6 // "2.3 million customers, the company admitted"
			}
		case nounSlot, outcomeSlot, bearerSlot:
			if s.toks[o.from].Lower != "of" || sort&(shares|money) == 0 || o.from > to {
				return never // but "38% of the vote", "€3 million of debt"
			}
		case stateSlot:
			if o.from > to && s.toks[o.from-1].Lower == "the" {
				return never
			}
			if s.toks[o.to-1].Tag == "VBD" && beginsObject(s.toks, o.to) && !s.helped(o.from) {
				return never // "the cancellation of 300 flights stranded tourists"
			}
			if p := s.toks[o.from-1].Lower; (p == "have" || p == "has" || p == "had") && beginsObject(s.toks, o.to) {
				return never // "several donors have frozen their aid"
			}
		case subjectSlot:
			if o.term.class.name == "protest" && o.to < len(s.toks) && s.toks[o.to].Lower == "that" && s.toks[o.from].Tag[0] == 'V' {
				return never // "demonstrated that it helps"
			}
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
			if o.voice == active && len(o.term.tail) == 0 && o.term.class.traits&sudden != 0 && sort&(persons|things) != 0 && s.ownObject(o.to, from) {
				return never // "killed a man in front of 30 guests"
			}
			if o.voice == active && s.toks[o.to].Lower == "that" && o.to+1 < len(s.toks) && (s.toks[o.to+1].Tag != "IN" || bounds(s.toks, o.to+1)) {
				return never // "wrote that 12 countries were affected"
			}
			if from > 0 && from-o.to <= 1 && s.toks[from-1].Lower == "to" && o.term.class.name == "transfer" && s.bare {
				return never // "that brings to 110 the number of the freed"
			}
			if o.voice == passive && sort&(money|times) == 0 && !s.labels(o.to, from) && !s.located(o.to, from) && !s.numberOf(o, from) && !(s.inverts(o.to, from) && s.amongThose(o.from)) {
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
			if !s.labels(o.to, from) && !s.leadsTo(o.to, from) && !s.apposed(o.to, from) {
				return never
			}
			c += 0.5
			if w := s.toks[o.to-1].Lower; w == "toll" && s.verbBetween(o.to, from) && !slices.Contains(s.isCount[o.to:from], true) {
				c -= 4 // "the death toll from the sinking of a ferry has reached 27"
			}
		case stateSlot, outcomeSlot, bearerSlot:
			if o.term.slot == bearerSlot || o.term.slot == outcomeSlot {
				if s.bare && o.to == from && o.term.class.name == "live" {
					return c // "(population 2,900)"
				}
				if !s.labels(o.to, from) && !s.numberOf(o, from) && !s.lists(o, from) {
					return never // "rescuers were looking for one man"
				}
			}
			if !s.labels(o.to, from) && !s.inverts(o.to, from) && !s.numberOf(o, from) {
				return never
			}
			c += 0.5
		}
		return c + gap
	}
	if o.from >= noun && o.from < to && o.to > to && o.term.slot == stateSlot && o.term.class.traits&describes == 0 {
		return c // "six held over the theft"
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
		return c + weakCost - 0.1 // "found 12 injured people": a weak verb says less
	}
	return never
}

// isBase reports whether a number at token from is a base, the whole of a figure right before it, "nine of 12 drones": what is said of
// the part is not said of it.
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
	if k > 1 && s.toks[k-1].Lower == "out" {
		for k -= 2; k > 0 && !s.isCount[k] && (strings.HasPrefix(s.toks[k].Tag, "NN") || s.toks[k].Tag == "JJ" || strings.HasPrefix(s.toks[k].Tag, "VB")); k-- {
		} // "four derailed carriages out of seven"
		return s.isCount[k]
	}
	return s.isCount[k-1]
}

// beIn reports a form of "be" in tokens [from,to), by which a state is told of the part and not of its whole: "41 of the 310 passengers [were] hurt".
func (s *sentence) beIn(from, to int) bool {
	for k := from; k < to; k++ {
		switch w := s.toks[k].Lower; {
		case w == "who", w == "which", w == "that":
			return false // "58 of the 61 who were rescued"
		case isBe(w):
			return true
		}
	}
	return false
}

// predicateOf returns the class said of a count within its sentence, with what it cost; nil when none is near.
func (s *sentence) predicateOf(sort sorts, from, noun, to int) (*occurrence, float64) {
	var best *occurrence
	least := float64(farthest)
	base := s.isBase(from)
	s.bare = to <= noun
	rel, main := s.relative(from, to)
	for i := range s.occs {
		o := &s.occs[i]
		inside := o.from >= rel && o.from < main
		if main > 0 && inside != base {
			continue
		}
		if s.ownsUp(o) {
			continue
		}
		if !base && o.term.slot == stateSlot && o.from == s.wholeEnd(from) && from > 0 && (s.toks[from-1].Tag == "VBD" || s.toks[from-1].Tag == "VBZ" || s.toks[from-1].Tag == "VBP") && !isBe(s.toks[from-1].Lower) {
			continue // "reached 11 of the 13 climbers missing since Friday"
		}
		if base && inside && o.from >= to {
			if c := s.costOf(o, sort, from, noun, to); c < least {
				least, best = c, o
			}
			continue
		}
		if base && (o.term.slot == objectSlot || o.term.slot == subjectSlot || o.from < from || s.participle(o) || o.term.slot == stateSlot && s.beIn(to, o.from)) {
			continue
		}
		if c := s.costOf(o, sort, from, noun, to); c < least {
			least, best = c, o
		}
	}
	if undone := s.undone(best, to); undone != nil {
		return undone, least
	}
	if fate := s.fate(best, from, to); fate != nil {
		return fate, least
	}
	if !base && best != nil && best.from >= to && (best.term.slot == stateSlot || best.term.slot == objectSlot && !s.helped(best.from)) {
		return s.beyondState(best, least, sort, from, noun, to)
	}
	return best, least
}

// wholeEnd returns where the whole ends of which a count is a part, "11 of the 13 climbers", -1 for none.
func (s *sentence) wholeEnd(from int) int {
	for k := range s.counts {
		if m := &s.counts[k]; m.From > from {
			if m.From <= from+6 && s.isBase(m.From) {
				_, end := s.bounds(m)
				return end
			}
			break
		}
	}
	return -1
}

// setEnd returns where the set ends that a count is a part of, 0 for none or one that has a number: "38 of the pupils".
func (s *sentence) setEnd(from int) int {
	for k := range s.counts {
		if m := &s.counts[k]; m.From == from && m.Of != "" && m.NounTo > m.NounFrom && m.NounFrom > m.To {
			return m.NounTo
		}
	}
	return 0
}

// lists reports whether a noun for people leads on to some of them: "among the passengers were", "the victims include", "the survivors are 12".
func (s *sentence) lists(o *occurrence, from int) bool {
	if from == o.to+1 && s.inverts(o.to, from) {
		return true
	}
	for k := o.from - 1; k >= 0 && k >= o.from-3; k-- {
		if w := s.toks[k].Lower; w == "among" || w == "amongst" {
			return true
		}
	}
	return false
}

// amongThose reports whether the participle at i names a set: "among those killed", "of the injured".
func (s *sentence) amongThose(i int) bool {
	return i > 0 && (s.toks[i-1].Lower == "those" || s.toks[i-1].Lower == "the")
}

// undone returns the verb behind a count's own noun that says that what the noun names did not come about: "40 departures were
// cancelled"; nil for none.
func (s *sentence) undone(best *occurrence, to int) *occurrence {
	if best == nil || best.term.slot != nounSlot || best.to != to {
		return nil
	}
	for i := range s.occs {
		if o := &s.occs[i]; o.from >= to && o.from <= to+4 && o.term.slot == objectSlot && o.term.class.traits&undoes != 0 && s.helped(o.from) {
			return o
		}
	}
	return nil
}

// fate returns what a noun right before a count says befell those whom the words behind it only describe: "with the loss of all
// 40 on board"; nil for none.
func (s *sentence) fate(best *occurrence, from, to int) *occurrence {
	if best == nil || best.from < to || best.term.class.traits&describes == 0 {
		return nil
	}
	for i := range s.occs {
		if o := &s.occs[i]; o.term.slot == nounSlot && o.to <= from && from-o.to <= 2 && s.toks[o.to-1].Lower == "of" && o.term.class.traits&describes == 0 {
			return o
		}
	}
	return nil
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
	if w := s.toks[state.from-1].Lower; state.from > to && (w == "lay" || w == "lie" || w == "lies" || w == "lying") {
		return state, cost // "40 people lay dead when help came"
	}
	if s.verbBetween(to, state.from) || from > 0 && s.toks[from-1].Lower == "with" {
		return state, cost
	}
	for i := range s.occs {
		o := &s.occs[i]
		if o.from < state.to || o.term.slot != subjectSlot && (o.term.slot != objectSlot || !s.helped(o.from)) || o.term.form == ingForm || o.term.class.traits&weak != 0 || o.term.class == state.term.class {
			continue
		}
		if c := s.costOf(o, sort, from, noun, to); c <= cost+beyondCost {
			return o, c
		}
	}
	return state, cost
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
	if r, ok := remapped[[2]string{"die", m.Unit}]; ok && r != "lay_off" {
		return persons | things // sheep die, drones are shot down
	}
	if k, ok := headSorts[m.Unit]; ok {
		return k
	}
	if i := strings.LastIndexByte(m.Unit, ' '); i >= 0 {
		if k, ok := headSorts[m.Unit[i+1:]]; ok {
			return k
		}
	}
	if m.Thing {
		return things
	}
	return persons | things
}

// ownsUp reports an "admit" by which nobody is let in: "The rebels admit to four".
func (s *sentence) ownsUp(o *occurrence) bool {
	return o.term.class.name == "hospitalise" && strings.HasPrefix(s.toks[o.from].Lower, "admit") && o.to+1 < len(s.toks) && s.toks[o.to].Lower == "to" && s.isCount[o.to+1]
}
