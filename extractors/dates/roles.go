package dates

import (
	"fmt"

	"crosstally/extractors/lexicon"
)

// A role is a set of what a word beside a date can be; guards and tense ask for it.
type role uint64

const (
	roleYearLead       role = 1 << iota // four figures after it are a year, whatever follows
	roleYearSure                        // of those, the ones that no count follows
	roleIdentifier                      // its number is no year: Resolution 2020
	roleYearUnit                        // before it four figures are a quantity
	roleDatedEvent                      // a plural noun that a year may stand before: the 2020 protests
	roleQuantifier                      // stands before a quantity
	roleStreet                          // ends an address
	roleMonthLead                       // after it May or March is a month
	roleDurationLead                    // after it "a year" lasts, rather than is a rate
	roleScheduledEvent                  // an event that a day may still lie before: Sunday's vote
	roleGeneric                         // today's world
	roleCarmaker                        // a 2015 Toyota
	roleAhead                           // looks ahead: payable, effective
	roleGroup                           // of 2000 after it counts
	roleAgeWord                         // a lasting time after it is an age
	roleClauseEnd                       // parts clauses
	rolePast                            // irregular past form
	roleSchedule                        // a present form that with a day looks ahead: opens
	rolePlan                            // an infinitive that it governs lies ahead: plans to
	roleState                           // what it says of its subject lies ahead: is expected
	roleWeekendThing                    // the weekend edition is of no weekend
	roleDefer                           // until a day that lies ahead: postponed
	roleDeferBy                         // the same behind the verb of an order: home
	roleOrder                           // such a verb: sent
	roleData                            // what has been counted: figures
	roleStretch                         // what is done to a term: prolonged
	roleAllot                           // whose object is the time that one has: have, give
	rolePaper                           // what "of" and a day behind it tell when it came out: bulletin
	roleMeasured                        // what a month is told to have been: hottest
	roleFixed                           // what has been done for a day that lies ahead: called
	roleSetOff                          // behind "set", what was done: alight
	roleCouldThen                       // behind "could", what one was able to do: see
	roleAccounts                        // what is told of a quarter: earnings
	roleShowing                         // how long it runs is no time that something took: podcast
	roleScrapped                        // what becomes of a plan: cancelled
	roleHappening                       // what nobody dates ahead: attack
	roleSpoke                           // what somebody does who tells: said
	roleComparison                      // what lies between two days told apart: difference
	roleInfinitiveLead                  // before an infinitive: will
	rolePlacing                         // says where something is or against whom: in, over
	roleMasthead                        // ends the name of a newspaper
	roleMove                            // behind it two days are told apart: moved from Saturday to Sunday
	roleManaged                         // what an infinitive behind it tells is over, come to pass or not: managed to, tried to
	roleContest                         // what one may win or lose on a day still to come, or has: victory
	roleWish                            // its object may lie ahead though it is told of then: wanted
	roleAwaited                         // what is or is not sure to come: certain
)

var roleNames = map[string]role{"year-lead": roleYearLead, "year-sure": roleYearSure, "identifier": roleIdentifier, "year-unit": roleYearUnit, "dated-event": roleDatedEvent,
	"quantifier": roleQuantifier, "street": roleStreet, "month-lead": roleMonthLead, "duration-lead": roleDurationLead, "scheduled-event": roleScheduledEvent, "generic": roleGeneric,
	"weekend-thing": roleWeekendThing, "carmaker": roleCarmaker, "ahead": roleAhead, "age-word": roleAgeWord, "group": roleGroup, "clause-end": roleClauseEnd, "past": rolePast, "schedule": roleSchedule, "plan": rolePlan, "state": roleState, "defer": roleDefer, "defer-by": roleDeferBy, "order": roleOrder, "paper": rolePaper, "stretch": roleStretch, "allot": roleAllot, "data": roleData,
	"measured": roleMeasured, "fixed": roleFixed, "set-off": roleSetOff, "could-then": roleCouldThen, "infinitive-lead": roleInfinitiveLead, "placing": rolePlacing, "masthead": roleMasthead, "move": roleMove, "managed": roleManaged, "contest": roleContest, "spoke": roleSpoke, "scrapped": roleScrapped, "happening": roleHappening, "accounts": roleAccounts, "showing": roleShowing, "comparison": roleComparison, "wish": roleWish, "awaited": roleAwaited}

var roles = loadRoles("guards.tsv", "verbs.tsv")

func loadRoles(names ...string) map[string]role {
	m := map[string]role{}
	for _, name := range names {
		for _, e := range lexicon.Must(lists, "lexicon/"+name, 2) {
			r, ok := roleNames[e.Fields[1]]
			if !ok {
				panic(fmt.Sprintf("%s:%d: no role %q", name, e.Line, e.Fields[1]))
			}
			m[e.Fields[0]] |= r
		}
	}
	return m
}

// is reports whether w has one of the roles r.
func is(w string, r role) bool { return roles[w]&r != 0 }

// roleAt reports whether token i has one of the roles r.
func (s *scanner) roleAt(i int, r role) bool { return is(s.lowerAt(i), r) }
