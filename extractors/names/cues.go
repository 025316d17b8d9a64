package names

import (
	"fmt"

	"crosstally/extractors/lexicon"
)

// A cue is what a word beside a name tells of it, where a class does not: most are nouns and verbs in small letters. A word can be several.
type cue uint32

const (
	campFirst    cue = 1 << iota // "abu", "umm": opens the names of camps
	captive                      // "hostage", "from", "her": what is said of a person whom fighters take, and hardly of a town
	conquers                     // "took", "besiege": what fighters do to towns
	counts                       // "surveyed", "expects": what those do who measure, ask and forecast, persons hardly
	dealtWith                    // "sold", "insured": with "by" what a firm does
	fighter                      // "gunmen", "troops"
	finds                        // "found", "puts": what they do too, and persons
	opensPlace                   // "ras", "ban": opens the names of capes, villages and springs, and of persons
	ownership                    // "shares", "stake": with "in" what one has in a firm
	journey                      // "arrived", "drove": one does it by road
	model                        // "engines", "missiles": what is sold by a maker's name and a number
	romance                      // "del", "des": between the words of a Romance or Germanic name
	persons                      // "lawyers", "families": opens a body's name, and a sentence on those who serve or belong to one
	roadNoun                     // "motorway": the sentence speaks of roads
	roadState                    // "closed", "jammed": what a road is
	roadUse                      // "traffic", "lorries": what roads are used by
	sale                         // "sell", "merge": its "to" is not one of place
	saint                        // "san", "são": opens a town's name of a saint and a word more
	shipName                     // "star", "voyager": closes the names of many ships
	site                         // "stadium", "bridge": is called after a person
	spokesperson                 // with "for": speaks for a body
	streetFirst                  // "avenue", "rua": opens a street's name in a Romance or other language, without a particle too
	survey                       // "poll": what pollsters make
	taken                        // "besieged", "buried": a place is, and who lives there
	target                       // "shelling", "siege": with "on" or "of" it is made on a place
	townNoun                     // "mayor", "streets": what towns have, and no person or firm
	union                        // "network", "charity": stands behind the name of a body
	viaLine                      // "telephone", "road": its "from" is one of place
	waterborne                   // "hull", "coastguard": the text speaks of ships
	workforce                    // "drivers", "shareholders": those whom a firm has
	world                        // "africa": a part of the world that bodies have branches for
)

var cueNames = map[string]cue{
	"camp": campFirst, "captive": captive, "conquers": conquers, "counts": counts, "dealt": dealtWith, "fighter": fighter, "finds": finds, "holding": ownership, "journey": journey, "model": model, "romance": romance, "opensplace": opensPlace, "persons": persons, "roadnoun": roadNoun, "roadstate": roadState, "roaduse": roadUse,
	"sale": sale, "saint": saint, "shipname": shipName, "site": site, "spokesperson": spokesperson, "street": streetFirst, "survey": survey, "taken": taken, "target": target, "town": townNoun, "union": union, "vialine": viaLine, "waterborne": waterborne, "workforce": workforce, "world": world,
}

// addCues reads cues.tsv; a cue that no constant above has is a fault of the list.
func (g *gazetteer) addCues() {
	for _, e := range lexicon.Must(lists, "lexicon/cues.tsv", 2) {
		c := cueNames[e.Fields[1]]
		if c == 0 {
			panic(fmt.Sprintf("lexicon/cues.tsv:%d: no cue %q", e.Line, e.Fields[1]))
		}
		g.word(e.Fields[0]).cue |= c
	}
}

// cue returns the cues of token k in small letters or at the head of a sentence, 0 elsewhere.
func (s *scanner) cue(k int) cue {
	if s.shapes0(k) != small && !(s.shapes0(k) == capital && s.startsSentence(k)) {
		return 0
	}
	return s.words[k].cue
}
