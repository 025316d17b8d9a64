package claim

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// What a class means by the words around it: the verb alone does not tell those cleared in court from those cleared out of a town.

// inCourt reports whether a sentence tells of a trial, whose cleared are the acquitted.
func (s *sentence) inCourt() bool {
	for k := range s.toks {
		switch s.toks[k].Lower {
		case "court", "jury", "judge", "judges", "convicted", "guilty", "trial", "defendants", "verdict", "charges":
			return true
		}
	}
	return false
}

// losesThings reports whether what is lost is a share of something or goes on from things counted before: "holds 76 seats; it lost four".
func (b *builder) losesThings(s *sentence, c *Claim) bool {
	if c.Kind == counts.Percent {
		return true
	}
	prev := b.previous(s, c)
	return c.Kind == counts.Number && c.NounTo <= c.NounFrom && prev != nil && prev.Kind == c.Kind && headSorts[prev.Unit] == things
}

// conveyed are vehicles that ships, trains and lorries carry.
var conveyed = tell.Of("conveyed")

// atSea reports whether a sentence tells of ships, which pick up those in distress.
func (s *sentence) atSea() bool {
	for k := range s.toks {
		switch s.toks[k].Lower {
		case "coastguard", "coast", "lifeboat", "ship", "boat", "vessel", "dinghy", "dinghies", "boats", "trawler", "ferry", "navy", "sea", "frigate", "raft", "rescuers":
			return true
		}
	}
	return false
}

// does reports whether a verb follows at once behind the noun that ends at token to.
func (s *sentence) does(to int) bool {
	if to >= len(s.toks) {
		return false
	}
	return extractors.Finite(s.toks[to].Tag)
}

// manifest reports whether a list of who is on board is the subject of the verb at a token: "The manifest, it says, lists 142 passengers".
func (s *sentence) manifest(verb int) bool {
	for k := verb - 1; k >= 0 && !isClauseStop(s.toks[k].Lower); k-- {
		if s.toks[k].Lower == "manifest" {
			return true
		}
	}
	return false
}

// takenInByHospital reports whether a hospital is the subject of the verb at a token: "The hospital has taken in 15 people".
func (s *sentence) takenInByHospital(verb int) bool {
	if w := s.toks[verb].Lower; w != "took" && w != "take" && w != "takes" && w != "taken" && w != "taking" {
		return false
	}
	for k := verb - 1; k >= 0 && !isClauseStop(s.toks[k].Lower); k-- {
		if w := wards[s.toks[k].Lower]; w != nil && w.class.name == "hospitalise" {
			return true
		}
	}
	return false
}

// toHospital reports that those counted up to token to were brought to a hospital: "were taken to Leeds General Hospital".
func (s *sentence) toHospital(to int) bool {
	for k := to; k < len(s.toks) && k < to+5 && !isClauseStop(s.toks[k].Lower); k++ {
		if !brought[s.toks[k].Lower] || k+1 >= len(s.toks) || s.toks[k+1].Lower != "to" {
			continue
		}
		for n := k + 2; n < len(s.toks) && n < k+8; n++ {
			if w := wards[s.toks[n].Lower]; w != nil {
				return w.class.name == "hospitalise" && (n+1 >= len(s.toks) || s.toks[n+1].Lower != "morgue" && s.toks[n+1].Lower != "mortuary")
			}
			if t := &s.toks[n]; t.Tag == "IN" || t.Tag == "," || strings.HasPrefix(t.Tag, "VB") || isClauseStop(t.Lower) {
				break
			}
		}
	}
	return false
}

var (
	brought = tell.Of("brought") // participles for bringing people somewhere
	aides   = tell.Of("aides")   // who is brought to a hospital to work there
	remains = tell.Of("remains") // what is brought to one of the dead
)

var (
	missiles = tell.Of("missiles") // what is fired at a place
	pieces   = tell.Of("pieces")   // what is found of it where it hit
)

// holder returns what it means that the subject of a form of "hold" at a token holds people: "Police hold six", "gunmen are holding 40".
func (s *sentence) holder(verb int) string {
	if w := s.toks[verb].Lower; w != "hold" && w != "holds" && w != "held" && w != "holding" {
		return ""
	}
	for k := verb - 1; k >= 0 && k >= verb-6 && !isClauseStop(s.toks[k].Lower); k-- {
		for class, who := range holders {
			if !who[s.toks[k].Lower] {
				continue
			}
			for k > 0 && (s.toks[k-1].Tag == "DT" || s.toks[k-1].Tag == "JJ") {
				k--
			}
			if k > 0 && s.toks[k-1].Tag == "IN" {
				return "" // "the arena run by the authorities holds 12,000"
			}
			return class
		}
	}
	return ""
}

// holders are those who hold people, by what that means.
var holders = map[string]map[string]bool{
	"arrest": tell.Of("holder-arrest"),
	"abduct": tell.Of("holder-abduct"),
}

// shows are what people attend who demand nothing.
var shows = tell.Of("shows")

// toldToBe returns the class of a toll that a word right behind a count, at token k, says of those counted: "registered 19 people dead"; nil for
// none.
func (s *sentence) toldToBe(k int) *class {
	for i := range s.occs {
		if o := &s.occs[i]; o.from == k && o.term.slot == stateSlot && o.term.class.sorts&persons != 0 && (o.term.class.toll || o.term.class.traits&sudden != 0 || o.term.class.name == "miss") {
			return o.term.class
		}
	}
	return nil
}

// frontsParts reports a whole of which the next count is a part: "Of the town's 40 buses, nine were stolen".
func (s *sentence) frontsParts(from, to int) bool {
	k := from - 1
	for ; k > 0 && k > from-5 && s.toks[k].Lower != "of"; k-- {
		if tag := s.toks[k].Tag; tag != "DT" && tag != "PRP$" && tag != "POS" && tag != "JJ" && !strings.HasPrefix(tag, "NN") {
			return false
		}
	}
	return k >= 0 && s.toks[k].Lower == "of" && (k == 0 || isClauseStop(s.toks[k-1].Lower)) && to+1 < len(s.toks) && s.toks[to].Lower == "," && s.isCount[to+1]
}

// onListOf returns the class of the set whose list the words from token k on name: "on their list of the missing"; "" for none.
func (s *sentence) onListOf(k int) string {
	if k+5 < len(s.toks) && s.toks[k].Lower == "on" && s.toks[k+2].Lower == "list" && s.toks[k+3].Lower == "of" {
		return classOfSet(s.toks[k+4].Lower + " " + s.toks[k+5].Lower)
	}
	return ""
}

// areOut reports "are out" and no more: behind a count that ends at token to, or of those whose number it is.
func (s *sentence) areOut(to int) bool {
	for k := 1; k+1 < len(s.toks); k++ {
		if s.toks[k].Lower != "out" || !isBe(s.toks[k-1].Lower) || s.toks[k+1].Lower == "of" {
			continue
		}
		if k-1 == to || k > 2 && s.toks[k-2].Lower == "who" {
			return true
		}
	}
	return false
}

// buries reports whether people are the subject of the verb "bury" at a token, who bury their dead.
func (s *sentence) buries(verb int) bool {
	k := verb - 1
	for k > 0 && (s.toks[k].Tag == "RB" || s.toks[k].Tag == "MD" || extractors.Finite(s.toks[k].Tag) && !buriers[s.toks[k].Lower] && k == verb-1) {
		k--
	}
	return k >= 0 && buriers[s.toks[k].Lower] && (k == 0 || s.toks[k-1].Tag != "IN")
}

// underground reports that those buried up to token k are not in their graves: "31 people alive under the rubble".
func (s *sentence) underground(k int) bool {
	if k >= len(s.toks) || !interred[s.toks[k].Lower] {
		return false
	}
	return s.toks[k].Lower != "in" || !s.beside(k, k+1, 5, graves)
}

// caughtByChance reports that the verb "catch" in tokens [from,to) tells of a storm or a fight that caught people and of nobody who was after them.
func (s *sentence) caughtByChance(from, to int) bool {
	for k := from - 1; k >= 0 && k >= from-3 && !isClauseStop(s.toks[k].Lower) && !s.isCount[k]; k-- {
		if forces[s.toks[k].Lower] {
			return true
		}
	}
	switch {
	case to+1 >= len(s.toks) || !caughtBy[s.toks[to].Lower]:
		return false
	case s.toks[to].Lower == "by":
		return s.beside(to, to+1, 5, forces)
	case s.toks[to].Lower == "in":
		return s.toks[to+1].Tag != "NNP" && !s.beside(to, to+1, 4, hunts)
	}
	return true
}

// whither reports a "to" in the clause from token k on: "from Norland to attend the match".
func (s *sentence) whither(k int) bool {
	for ; k < len(s.toks) && !isClauseStop(s.toks[k].Lower); k++ {
		if s.toks[k].Lower == "to" {
			return true
		}
	}
	return false
}

// classOfNoun returns the class that the noun of a count has of its own: a demonstrator protests; "" for none.
func (s *sentence) classOfNoun(c *Claim) string {
	for i := range s.occs {
		if o := &s.occs[i]; o.from >= c.NounFrom && o.to <= c.NounTo && o.term.class.name != "attend" && (o.term.slot == bearerSlot || o.term.slot == outcomeSlot) {
			return o.term.class.name
		}
	}
	return ""
}

// underPreposition reports whether the noun at token k stands behind a preposition, so that its clause tells of something else: "a school in
// a village".
func (s *sentence) underPreposition(k int) bool {
	for k--; k >= 0; k-- {
		switch t := s.toks[k].Tag; {
		case t == "IN" || t == "TO":
			return true
		case t != "DT" && t != "PRP$" && t != "JJ" && t != "NN":
			return false
		}
	}
	return false
}

var (
	ruin       = map[string]bool{"burn": true, "damage": true, "destroy": true}
	interred   = tell.Of("interred")   // what follows where a slide buries the living
	graves     = tell.Of("grave")      // where the dead are buried
	caughtBy   = tell.Of("caught-by")  // what follows where a storm or a fight catches people
	forces     = tell.Of("force")      // what catches people by chance
	hunts      = tell.Of("hunt")       // what officers catch people in
	otherCases = tell.Of("other-case") // cases that nobody falls ill of
	buriers    = tell.Of("burier")     // who bury their dead
	madeUpOf   = tell.Of("made-up-of") // what is made up of houses, flats or rooms
)

// amongWhom returns what befell those among whom the words from token k on put a count: "two children were among the dead"; nil for none.
func (s *sentence) amongWhom(k int) *class {
	for k+1 < len(s.toks) && s.toks[k].Lower == "and" && s.numberAt(k+1) { // "seven children and 11 women were among"
		i := slices.IndexFunc(s.counts, func(m counts.Mention) bool { return m.From == k+1 })
		if i < 0 {
			break
		}
		_, k = s.bounds(&s.counts[i])
	}
	if k+3 >= len(s.toks) || !isBe(s.toks[k].Lower) || s.toks[k+1].Lower != "among" {
		return nil
	}
	for i := range s.occs {
		o := &s.occs[i]
		if o.from >= k+2 && o.from <= k+4 && o.term.class.sorts&persons != 0 && (o.term.slot == stateSlot || o.term.slot == outcomeSlot || o.term.slot == objectSlot && o.term.form == partForm) {
			return o.term.class
		}
	}
	return nil
}

// amongThem reports "are among them" behind a count that ends at token k.
func (s *sentence) amongThem(k int) bool {
	return k+2 < len(s.toks) && isBe(s.toks[k].Lower) && s.toks[k+1].Lower == "among" && s.toks[k+2].Lower == "them"
}

// befell returns what befell the persons of the last count of the sentence before in the same paragraph; "" where that tells nothing such.
func (b *builder) befell(s *sentence, c *Claim) string {
	p := b.previous(s, c)
	if p == nil || p.Sentence == c.Sentence {
		return ""
	}
	if k := printed[p.Predicate]; k != nil && k.sorts&persons != 0 && (k.toll || k.traits&sudden != 0) {
		return p.Predicate
	}
	return ""
}

var identified = tell.Of("identified")

// marches reports whether what stands before a count, which was attended, is a protest and nothing else that people go to see: "the march was
// attended by 3,000 people".
func (s *sentence) marches(from int) bool {
	for k := from - 1; k >= max(0, from-8) && s.toks[k].Lower != ";"; k-- {
		if w := &s.toks[k]; marching[w.Lower] && w.Tag[0] == 'N' {
			return !s.shown(from)
		}
	}
	return false
}

// shown reports whether something that people go to see stands before a count.
func (s *sentence) shown(from int) bool {
	for k := from - 1; k >= max(0, from-maxSubject) && s.toks[k].Lower != ";"; k-- {
		if shows[s.toks[k].Lower] {
			return true
		}
	}
	return false
}

// marching are nouns for what people come to who have a demand.
var marching = tell.Of("marching")

// maxSubject is how far before its verb a subject stands: "The boat that went down near the island on 7 October carried".
const maxSubject = 12

// drives reports whether the subject of the verb at a token is one vehicle.
func (s *sentence) drives(verb int) bool {
	for k := verb - 1; k >= 0 && k >= verb-maxSubject && !isClauseStop(s.toks[k].Lower); k-- {
		if vehicles[s.toks[k].Lower] {
			return true
		}
	}
	return false
}
