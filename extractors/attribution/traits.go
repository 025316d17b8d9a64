package attribution

import (
	"fmt"
	"strings"

	"crosstally/extractors/lexicon"
)

// A trait is what one rule alone asks of a word; classes are what words are for all of them.
type trait uint32

// Traits of verbs.
const (
	asks    trait = 1 << iota // asks people what they think
	lifts                     // changes somebody's figure: "brings the mayor's count to six"
	halts                     // leaves somebody's figure as it is: "stopped updating its figure"
	trusts                    // with "if you", takes somebody's figure: "if you believe the union"
	putsOut                   // is done by an outlet with its own news: "an alert we sent to phones"
	pledges                   // behind "will", is done by a body or a country of its own will: "will send 60 tents"
	betters                   // changes what somebody offers, and no record: "improved its offer to 21 percent"
	gathers                   // puts names together: "wrote down 14 names"
	argued                    // what is made for what stands behind "that": "made the case that"
	tries                     // with "to", is to have said something: "tried to make the case"
	charges                   // accuses people by "with": "charged two men with killing 12"
	takesIn                   // what one does to words of others: "read the sign: “…”"
	binds                     // tells what will be done by its infinitive alone: "ordered them to pay 40 crowns", not "ordered 40 tents"
)

// Traits of other words.
const (
	boardKind   trait = 1 << (iota + 13) // what a board that shows figures is called by
	serviceKind                          // before "services", those who come: "emergency services"
	harmed                               // what a toll says of those whom it counts, behind them
	attended                             // whom a court hears or a clinic sees
	sits                                 // a body before which people speak: "the court heard"
	outcome                              // what a firm sees ahead: "sees a profit of 520 million"
	avowal                               // in what somebody tells: "in the words of the mayor"
	sure                                 // of what its subject tells: "is adamant that four died"
	money                                // what a sum is told in, before it: "Rs 500,000"
	heads                                // a paper that tells what stands behind its colon: "State filing: layoffs hit 712 workers"
	staffed                              // a body of men, whose bare number is of its own: "The force was to have 2,500. It has 991."
	borne                                // what a paper bears, not what it tells: "has 62,000 signatures"
	taken                                // what a disaster claims: "the mountain has claimed 85 lives"
	treats                               // where patients are taken in
	toldOf                               // what is told to those who keep count of it: "has received six reports"
	apart                                // how far two stand from each other: "310 votes apart"
	yardstick                            // alone behind "according to", by what something goes, and no source: "according to plan"
	won                                  // what one wins by claiming or recording it: "claimed 12 medals"
)

var traitNames = map[string]trait{
	"asks": asks, "lifts": lifts, "halts": halts, "trusts": trusts, "puts-out": putsOut, "pledges": pledges, "binds": binds, "argued": argued, "tries": tries, "charges": charges, "takes-in": takesIn, "betters": betters, "gathers": gathers,
	"board-kind": boardKind, "service-kind": serviceKind, "harmed": harmed, "attended": attended, "sits": sits, "outcome": outcome, "avowal": avowal, "sure": sure, "heads": heads, "money": money, "staffed": staffed, "borne": borne, "taken": taken,
	"treats": treats, "told-of": toldOf, "apart": apart, "yardstick": yardstick, "won": won,
}

// traits gives the traits of a word in lower case.
var traits = loadTraits()

func loadTraits() map[string]trait {
	all := map[string]trait{}
	for _, e := range lexicon.Must(lexicons, "lexicon/traits.tsv", 2) {
		for _, name := range strings.Split(e.Fields[1], ",") {
			t, ok := traitNames[name]
			if !ok {
				panic(fmt.Sprintf("lexicon/traits.tsv:%d: no trait %q", e.Line, name))
			}
			all[e.Fields[0]] |= t
		}
	}
	return all
}

// has reports whether the word at token i has a trait.
func (r *reader) has(i int, t trait) bool { return traits[r.low(i)]&t != 0 }

// endsWith reports whether the last of some words has a trait.
func endsWith(words string, t trait) bool { return traits[lastWord(strings.ToLower(words))]&t != 0 }
