package claim

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// A sense is one rule for what a class means beside certain words, or in a text on a certain subject: the verb alone does not tell those
// cleared in court from those cleared out of a town.
type sense struct {
	name string
	of   func(predicate string) bool // the classes that it turns; nil for any
	kind counts.Kind                 // what kind of count; "" for any
	sort sorts                       // of which one must be what is counted; 0 for any
	verb string                      // how the word begins by which the class is said; "" for any, also for none
	when func(x *sensed) bool        // nil for always
	to   string                      // the class that is meant, as in classes.tsv; "" says nothing of the count
	turn func(x *sensed)             // in place of to, where more than the class changes or the words choose it
	last bool                        // no later rule of its table is tried

	yes, no []senseExample
}

// senseExample is a text in the notation of reading, with the class of each count.
type senseExample struct{ title, text, want string }

// sensed is a count while its class is settled.
type sensed struct {
	b  *builder
	s  *sentence
	c  *Claim
	o  *occurrence // by which the class is said; nil for none
	to int         // where the count with its noun ends
}

// apply tries the rules of a table in order; each reads what the ones before it made of the class.
func (x *sensed) apply(rules []sense) {
	for i := range rules {
		r := &rules[i]
		if r.of != nil && !r.of(x.c.Predicate) || r.kind != "" && r.kind != x.c.Kind || r.sort != 0 && sortOf(&x.c.Mention)&r.sort == 0 ||
			r.verb != "" && (x.o == nil || !strings.HasPrefix(x.s.toks[x.o.from].Lower, r.verb)) || r.when != nil && !r.when(x) {
			continue
		}
		if r.turn != nil {
			r.turn(x)
		} else if r.to == "" {
			x.c.Predicate = ""
		} else {
			x.c.Predicate = classes[r.to].name
		}
		if r.last {
			return
		}
	}
}

// before reports whether the class was read before the count: "has taken in 15 people".
func (x *sensed) before() bool { return x.o != nil && x.o.to <= x.c.From }

func only(names ...string) func(string) bool {
	return func(p string) bool {
		for _, n := range names {
			if p == n {
				return true
			}
		}
		return false
	}
}

func oneOf(set map[string]bool) func(string) bool { return func(p string) bool { return set[p] } }

// little holds of a class that says little or nothing.
func little(p string) bool { return p == "" || is(p, weak) }

// premises are places that officers search.
var premises = tell.Of("premises")

// officers are those who search, stop and charge people.
var officers = tell.Of("officers")

func (s *sentence) hasOfficers() bool {
	return slices.ContainsFunc(s.toks, func(t extractors.Token) bool { return officers[t.Lower] })
}

// intoPlace reports that those counted up to token to are put into a place or on to a train: "booked 40 guests into the hotel".
func (s *sentence) intoPlace(to int) bool {
	return to < len(s.toks) && (s.toks[to].Lower == "into" || s.toks[to].Lower == "onto")
}

// ofBare are the rules for a bare figure, whose noun is known only when its class is: each leaves the next one nothing to turn.
var ofBare = []sense{
	{
		name: "of-its-noun", last: true,
		when: func(x *sensed) bool { _, ok := remap(x.c, x.o); return ok },
		turn: func(x *sensed) { x.c.Predicate, _ = remap(x.c, x.o) },
		yes:  []senseExample{{"", "The army sent «40» ‹drones› and «nine» were destroyed.", "launch intercept"}},
		no:   []senseExample{{"", "The army sent «40» ‹tents› and «nine» were destroyed.", "deploy destroy"}},
	},
	{
		name: "things-counted-up", of: only("die"), to: "destroy", last: true,
		when: func(x *sensed) bool {
			return headSorts[x.c.Unit] == things && !counts.Animal(x.c.Unit) && x.o != nil && x.s.ordinalBefore(x.c, x.o) == x.c.Unit
		},
		yes: []senseExample{{"", "A fourth barn caught fire, so that «four» were lost.", "destroy"}},
		no:  []senseExample{{"", "A fourth man fell ill, so that «four» were lost.", "die"}},
	},
}

// bySentence are the rules that read the words of the count's own sentence.
var bySentence = []sense{
	{
		name: "kept-to", of: only("trap"), verb: "stuck", to: "",
		when: func(x *sensed) bool { return x.before() && x.o.to < len(x.s.toks) && x.s.toks[x.o.to].Lower == "to" },
		yes:  []senseExample{{"", "The union has stuck to «930» ‹goats› throughout.", ""}},
		no:   []senseExample{{"", "«Six» ‹people› are stuck in the lift.", "trap"}},
	},
	{
		name: "arrived-at-a-figure", of: only("transfer"), verb: "arriv", to: "",
		when: func(x *sensed) bool {
			k := x.o.from + 1
			return k+1 < len(x.s.toks) && x.s.toks[k].Lower == "at" && (x.s.isCount[k+1] || k+2 < len(x.s.toks) && x.s.isCount[k+2])
		},
		yes: []senseExample{{"", "For the «six» ‹ports› together the bank arrives at «61» ‹boats›.", " "}},
		no:  []senseExample{{"", "«Forty» ‹migrants› arrived at the port.", "transfer"}},
	},
	{
		name: "hunted-people", of: only("kill_animal"), verb: "hunt", to: "",
		when: func(x *sensed) bool { return !counts.Animal(x.c.Unit) },
		yes:  []senseExample{{"", "Police are hunting «30» ‹suspects›.", ""}},
		no:   []senseExample{{"", "They hunted «30» ‹goats›.", "kill_animal"}},
	},
	{
		name: "searched", of: only("strike"), verb: "raid", to: "search",
		when: func(x *sensed) bool {
			return premises[x.c.Unit] && (!dwellings[x.c.Unit] || x.s.hasOfficers())
		},
		yes: []senseExample{{"", "Detectives raided «nine» ‹offices› of the bank.", "search"}, {"", "Police raided «nine» ‹homes›.", "search"}},
		no: []senseExample{
			{"", "Missiles struck «nine» ‹offices› of the bank.", "strike"}, {"", "Jets raided «nine» ‹airfields›.", "strike"}, {"", "Gunmen raided «nine» ‹homes›.", "strike"},
		},
	},
	{
		name: "booked-in-advance", of: only("charge"), verb: "book", to: "",
		when: func(x *sensed) bool {
			under := x.o.to < len(x.s.toks) && x.s.toks[x.o.to].Lower == "under" // "were booked under Section 9"
			return sortOf(&x.c.Mention)&persons == 0 || !under && (!x.s.hasOfficers() || x.s.intoPlace(x.to))
		},
		yes: []senseExample{{"", "The hotel booked «40» ‹guests›.", ""}, {"", "The police chief booked «40» ‹guests› into the hotel.", ""}, {"", "The band booked «40» ‹shows›.", ""}},
		no:  []senseExample{{"", "Police booked «40» ‹drivers›.", "charge"}, {"", "«Three» ‹men› have been booked under Section 9.", "charge"}},
	},
	{
		name: "told-to-be", of: func(p string) bool { return little(p) || p == "register" }, sort: persons, // "registered 19 people dead"
		when: func(x *sensed) bool { return x.before() && x.s.toldToBe(x.to) != nil },
		turn: func(x *sensed) { x.c.Predicate = x.s.toldToBe(x.to).name },
		yes:  []senseExample{{"", "We have registered «19» ‹civilians› dead and «11» ‹soldiers› missing.", "die miss"}},
		no:   []senseExample{{"", "Police arrested «12» ‹people› wounded in the clashes.", "arrest"}, {"", "The club registered «19» ‹players›.", "register"}},
	},
	{
		name: "on-a-list-of", of: little,
		when: func(x *sensed) bool { return x.s.onListOf(x.to) != "" },
		turn: func(x *sensed) { x.c.Predicate = x.s.onListOf(x.to) },
		yes:  []senseExample{{"", "The police had «seven» ‹people› on their list of the missing.", "miss"}, {"", "The mayor has «12» ‹names› on a list of the dead.", "die"}},
		no:   []senseExample{{"", "The club has «12» ‹people› on its list of members.", "have"}},
	},
	{
		name: "laid-to-rest", of: only("trap"), verb: "bur", sort: persons, to: "die",
		when: func(x *sensed) bool {
			return x.before() && x.o.to-x.o.from == 1 && x.s.buries(x.o.from) && !x.s.underground(x.to)
		},
		yes: []senseExample{{"", "«Nine» ‹men› drowned. We buried «eight» ‹men› on Monday.", "die die"}, {"", "Villagers buried «31» ‹people› before nightfall.", "die"}, {"", "Relatives buried «six» ‹men› in a mass grave.", "die"}},
		no: []senseExample{
			{"", "The slide buried «31» ‹people›.", "trap"}, {"", "The blast buried «14» ‹villagers›.", "trap"}, {"", "Near the village a slide buried «nine» ‹workers›.", "trap"},
			{"", "Villagers had buried «nine» ‹workers› alive.", "trap"}, {"", "Residents buried «nine» ‹workers› under sand.", "trap"},
		},
	},
	{
		name: "made-up-of", sort: things, to: "have",
		when: func(x *sensed) bool {
			k := x.c.From - 1
			return k > 0 && x.s.toks[k].Lower == "of" && madeUpOf[x.s.toks[k-1].Lower] && !(ruin[x.c.Predicate] && !x.s.underPreposition(k-1))
		},
		yes: []senseExample{
			{"", "In a hamlet of «17» ‹houses›, «61» ‹residents› were moved to a school.", "have transfer"}, {"", "Fire destroyed a school in a village of «40» ‹houses›.", "have"},
		},
		no: []senseExample{
			{"", "The moving of «17» ‹houses› to a new site began.", "transfer"}, {"", "A row of «nine» ‹cottages› burned down.", "destroy"}, {"", "The flood damaged a terrace of «nine» ‹homes›.", "damage"},
		},
	},
	{
		name: "whole-of-what-follows", sort: things, to: "have",
		when: func(x *sensed) bool {
			return x.o != nil && x.o.from > x.to && x.c.NounTo > x.c.NounFrom && x.s.frontsParts(x.c.From, x.to)
		},
		yes: []senseExample{{"", "Of «196» ‹houses›, «112» are destroyed and «57» are damaged.", "have destroy damage"}, {"", "Of the town’s «40» ‹houses›, «nine» burned down.", "have destroy"}},
		no:  []senseExample{{"", "Of the «40» ‹people› killed, «nine» were children.", "die die"}},
	},
	{
		name: "came-from", of: only("attend"), verb: "c", sort: persons,
		when: func(x *sensed) bool {
			return !x.before() && x.o.to < len(x.s.toks) && x.s.toks[x.o.to].Lower == "from" && (classOfSet(x.c.Of) != "" || !x.s.whither(x.o.to+1))
		},
		turn: func(x *sensed) {
			if x.c.Predicate = classOfSet(x.c.Of); x.c.Predicate == "" {
				x.c.Predicate = x.s.classOfNoun(x.c)
			}
		},
		yes: []senseExample{
			{"", "«Five» of the dead came from Norland.", "die"}, {"", "«Forty» ‹guests› came from Norland.", ""}, {"", "«Forty» ‹demonstrators› came from all parts of Norland.", "protest"},
		},
		no: []senseExample{
			{"", "«Forty» ‹guests› came to the wedding.", "attend"}, {"", "«Forty» ‹guests› came from Norland to the wedding.", "attend"}, {"", "«Nine» ‹pupils› came from Norland to see the play.", "attend"},
		},
	},
	{
		name: "caught-by-no-officer", of: only("arrest", "infect"), verb: "ca", to: "",
		when: func(x *sensed) bool {
			if w := x.s.toks[x.o.from].Lower; !strings.HasPrefix(w, "caught") && !strings.HasPrefix(w, "catch") {
				return false // "cases"
			}
			if x.c.Predicate == "infect" { // "caught it at school" tells of an illness where the text does
				return len(x.o.term.tail) == 0 && (x.s.helped(x.o.from) || !x.b.speaksMuchOf("disease"))
			}
			return counts.Animal(x.c.Unit) || x.s.caughtByChance(x.o.from, x.o.to)
		},
		yes: []senseExample{
			{"", "«Three hundred» ‹hikers› were caught in a storm.", ""}, {"", "«Nine» ‹skiers› were caught by an avalanche.", ""}, {"", "«Two» ‹boys› were caught in between.", ""},
			{"", "A sudden wave caught «six» ‹bathers›.", ""}, {"", "The anglers caught «nine» ‹fish›.", ""},
		},
		no: []senseExample{
			{"", "«Nine» ‹burglars› were caught by police.", "arrest"}, {"", "«Nine» ‹inmates› were caught in Leeds.", "arrest"}, {"", "Police caught «12» ‹drivers› on Monday.", "arrest"},
			{"", "«Nine» ‹smugglers› were caught by border guards.", "arrest"}, {"", "«Nine» ‹poachers› were caught by rangers.", "arrest"}, {"", "«Nine» ‹smugglers› were caught in a raid.", "arrest"},
			{"Fever spreads in Norland", "«Two» ‹boys› caught it at school.", "infect"}, {"", "«Nine» ‹nurses› had caught mumps.", "infect"},
		},
	},
	{
		name: "among-whom", sort: persons, last: true,
		when: func(x *sensed) bool { return x.s.amongWhom(x.to) != nil },
		turn: func(x *sensed) { x.c.Predicate = x.s.amongWhom(x.to).name },
		yes: []senseExample{
			{"", "«Two» ‹children› were among the dead.", "die"},
			{"", "«Seven» ‹children› and «11» ‹women› were among the survivors.", "survive survive"},
			{"", "«Four» ‹tourists› are among the missing.", "miss"},
			{"", "«Three» ‹teachers› were among those arrested.", "arrest"},
		},
		no: []senseExample{{"", "«Three» ‹teachers› were among the guests.", ""}},
	},
	{
		name: "among-them", sort: persons, last: true, // "40 people died. Five of the guests are among them."
		when: func(x *sensed) bool { return x.s.amongThem(x.to) && x.b.befell(x.s, x.c) != "" },
		turn: func(x *sensed) { x.c.Predicate = x.b.befell(x.s, x.c) },
		yes:  []senseExample{{"", "The blast killed «40» ‹people›. «Five» ‹tourists› are among them.", "die die"}},
		no:   []senseExample{{"", "The hall held «40» ‹people›. «Five» ‹tourists› are among them.", "have travel"}},
	},
	{
		name: "still-held", of: only("arrest"), to: "imprison",
		when: func(x *sensed) bool { return x.o != nil && x.o.term.form == partForm && x.s.still(x.o.from) },
		yes:  []senseExample{{"", "Hundreds of prisoners and «forty» ‹activists› are still detained.", "imprison"}},
		no:   []senseExample{{"", "Officers arrested «14» ‹men› after the match.", "arrest"}},
	},
	{
		name: "carried-by-one", of: only("carry"), to: "board",
		when: func(x *sensed) bool {
			return x.before() && x.o.term.class.name == "carry" && (sortOf(&x.c.Mention) == persons || conveyed[x.c.Unit]) && (x.o.term.form == ingForm || x.s.drives(x.o.from)) && size(x.c) < mostAboard
		},
		yes: []senseExample{
			{"", "A ferry carrying «142» ‹passengers› and «11» ‹crew› sank.", "board board"},
			{"", "The boat that went down near the island on 7 October carried «131» ‹people›.", "board"},
			{"", "The ship was carrying «3,800» ‹cars› and «23» ‹sailors› when it caught fire.", "board board"},
		},
		no: []senseExample{{"", "The airline carried «3 million» ‹passengers› last year.", "carry"}, {"", "It carried «43» ‹passengers› and a crew of «four».", "carry carry"}, {"", "The ferry carried 900,000 passengers last year.", "carry"}},
	},
	{
		name: "cleared-in-court", of: only("evacuate"), verb: "clear", to: "acquit",
		when: func(x *sensed) bool {
			from := x.to < len(x.s.toks) && (x.s.toks[x.to].Lower == "from" || x.s.toks[x.to].Lower == "out")
			return sortOf(&x.c.Mention) != things && !from && x.s.inCourt()
		},
		yes: []senseExample{{"", "The court cleared «nine» ‹officers› of the charges.", "acquit"}},
		no:  []senseExample{{"", "Police cleared «40» ‹families› out of the valley.", "evacuate"}, {"", "After the trial began, police cleared «400» ‹homes›.", "evacuate"}},
	},
	{
		name: "left-of-themselves", of: only("evacuate"), verb: "le", to: "leave",
		when: func(x *sensed) bool {
			return !x.b.speaksOf("evacuate") && !x.b.speaksOf("evacuation") && !x.b.speaksOf("evacuated")
		},
		yes: []senseExample{{"", "«Forty» ‹workers› left the building in protest.", "leave"}},
		no:  []senseExample{{"", "The mayor ordered an evacuation. «Forty» ‹guests› had left the valley by noon.", "evacuate"}},
	},
	{
		name: "workers-who-do", of: only("employ"),
		when: func(x *sensed) bool { return x.o != nil && x.o.term.slot == bearerSlot && x.s.does(x.to) },
		yes:  []senseExample{{"", "«Two hundred» ‹workers› are to leave.", ""}},
	},
	{
		name: "outside-them", of: only("open"),
		when: func(x *sensed) bool {
			return x.o != nil && x.o.term.slot == bearerSlot && x.c.From > 0 && x.s.toks[x.c.From-1].Lower == "outside"
		},
		yes: []senseExample{{"", "Voters were questioned outside «330» ‹polling stations›.", ""}},
		no:  []senseExample{{"", "There are «330» ‹polling stations› outside the capital.", "open"}},
	},
	{
		name: "on-the-manifest", of: only("register"), to: "board",
		when: func(x *sensed) bool { return x.before() && x.s.manifest(x.o.from) },
		yes:  []senseExample{{"", "The manifest, it says, lists «142» ‹passengers›.", "board"}},
		no:   []senseExample{{"", "«Four thousand» ‹voters› are registered there.", "register"}},
	},
	{
		name: "taken-in-by-hospital", of: only("shelter"), verb: "t", to: "hospitalise",
		when: func(x *sensed) bool { return x.o.from <= x.c.From && x.s.takenInByHospital(x.o.from) },
		yes:  []senseExample{{"", "The hospital has taken in «15» ‹people›.", "hospitalise"}},
		no:   []senseExample{{"", "The family took in «17» ‹people›.", "shelter"}},
	},
	{
		name: "pieces-found", of: only("find"), sort: things, to: "hit",
		when: func(x *sensed) bool {
			k := x.c.From - 1
			return k > 0 && x.s.toks[k].Lower == "of" && pieces[x.s.toks[k-1].Lower] && missiles[x.c.Unit]
		},
		yes: []senseExample{{"", "Officials found pieces of «two» ‹drones› in the yard.", "hit"}},
		no:  []senseExample{{"", "Police found «40» ‹rockets› in a cellar.", "find"}},
	},
	{
		name: "let-go", of: only("release"), verb: "let", sort: persons, to: "lay_off",
		when: func(x *sensed) bool { return staff[x.c.Unit] },
		yes:  []senseExample{{"", "The plant let «300» ‹workers› go.", "lay_off"}},
		no:   []senseExample{{"", "Rebels freed «12» ‹workers›.", "release"}, {"", "The rebels let «300» ‹hostages› go.", "release"}},
	},
	{
		name: "brought-to-hospital", of: only("", "transfer", "travel", "evacuate", "return"), sort: persons, to: "hospitalise",
		when: func(x *sensed) bool { return !remains[x.c.Unit] && !aides[x.c.Unit] && x.s.toHospital(x.to) },
		yes: []senseExample{
			{"", "«Twelve» ‹people› were taken to a hospital in Leeds.", "hospitalise"}, {"", "«Twelve» ‹pupils› were rushed to Leeds General Hospital.", "hospitalise"},
			{"", "«Six» ‹people› have been flown to the nearest clinic.", "hospitalise"},
		},
		no: []senseExample{
			{"", "«Twelve» ‹bodies› were brought to Nasser Hospital.", "die"}, {"", "«Ten» ‹nurses› were flown to Leeds hospital to help.", "transfer"}, {"", "«Two» ‹people› were driven to the hospital morgue.", "transfer"},
			{"", "«Twelve» ‹tents› were taken to a hospital.", "transfer"}, {"", "«Twelve» ‹people› were taken to a hotel near the hospital.", "transfer"},
		},
	},
	{
		name: "held-by-police", of: only("have"), verb: "h", to: "arrest",
		when: func(x *sensed) bool {
			return x.before() && sortOf(&x.c.Mention) == persons && x.s.holder(x.o.from) == "arrest"
		},
		yes: []senseExample{{"", "Police in Leeds hold «six» ‹people› over the theft.", "arrest"}},
		no:  []senseExample{{"", "The arena run by the authorities holds «12,000» ‹people›.", "have"}},
	},
	{
		name: "held-by-gunmen", of: only("have"), verb: "h", to: "abduct",
		when: func(x *sensed) bool {
			return x.before() && sortOf(&x.c.Mention) == persons && x.s.holder(x.o.from) == "abduct"
		},
		yes: []senseExample{{"", "Gunmen are holding «40» ‹pupils›.", "abduct"}, {"", "The gang held «23» ‹nurses› for days.", "abduct"}},
		no:  []senseExample{{"", "The museum has «40» ‹paintings›.", "have"}},
	},
	{
		name: "lost-things", of: only("die"), verb: "los", to: "lose",
		when: func(x *sensed) bool { return len(x.o.term.tail) == 0 && x.b.losesThings(x.s, x.c) },
		yes:  []senseExample{{"", "The coalition holds «76» ‹seats›; it lost «four» in May.", "win lose"}, {"", "The lake has lost «40 percent» of its water.", "lose"}},
		no:   []senseExample{{"", "The army lost «14» ‹soldiers›.", "die"}},
	},
	{
		name: "picked-up-at-sea", of: only("arrest"), verb: "pick", to: "rescue",
		when: func(x *sensed) bool { return x.s.atSea() && !x.s.beside(x.o.from, x.o.to, 6, holders["arrest"]) },
		yes:  []senseExample{{"", "«Thirty-one» ‹people› were picked up by the coastguard.", "rescue"}},
		no:   []senseExample{{"", "«Three» ‹men› were picked up by detectives.", "arrest"}, {"", "Detectives picked up «nine» ‹men› at the ferry terminal.", "arrest"}},
	},
	{
		name: "bodies-identified", of: only("die"), to: "identify",
		when: func(x *sensed) bool {
			return x.c.NounFrom < x.c.NounTo && x.s.toks[x.c.NounTo-1].Lower == "bodies" && x.s.beside(x.c.NounTo, x.c.NounTo, 4, identified)
		},
		yes: []senseExample{{"", "«Eight» ‹bodies› have been identified.", "identify"}},
	},
	{
		name: "march-attended", of: only("attend"), to: "protest",
		when: func(x *sensed) bool { return x.s.marches(x.c.From) },
		no: []senseExample{
			{"", "The concert drew «20,000» ‹people›.", "attend"}, {"", "The concert, after a protest, was attended by «3,000» ‹people›.", "attend"},
			{"", "The race was attended by «3,000» ‹people›, and a protest was held nearby.", "attend"},
		},
		yes: []senseExample{{"", "A picket at the gate was attended by «3,000» ‹people›.", "protest"}},
	},
}
