package claim

import (
	"strings"

	"crosstally/extractors/counts"
)

// bySubject are the rules that read what kind of thing is counted, or what the article is about.
var bySubject = []sense{
	{
		name: "distance", kind: counts.Measure, to: "measure",
		when: func(x *sensed) bool { return x.s.distance(x.c.To) },
		yes:  []senseExample{{"", "The boat sank 13 kilometres north of Leeds.", "measure"}},
	},
	{
		name: "whole-of-part", kind: counts.Number, to: "have", // "Carriages derailed: five of seven"
		when: func(x *sensed) bool {
			prev := x.b.previous(x.s, x.c)
			return prev != nil && prev.Sentence == x.c.Sentence && prev.Predicate == x.c.Predicate && x.c.NounFrom >= x.c.NounTo && x.s.isBase(x.c.From)
		},
		yes: []senseExample{{"", "Boats sunk: five of seven", "crash have"}},
		no:  []senseExample{{"", "Five boats sank on Monday and two on Tuesday.", "crash crash"}},
	},
	{
		name: "votes-against", kind: counts.Number, // "approved the plan by 12 votes to eight"
		when: func(x *sensed) bool {
			prev := x.b.previous(x.s, x.c)
			return x.c.Told && x.c.Unit == "vote" && prev != nil && prev.Unit == "vote" && prev.Sentence == x.c.Sentence
		},
		turn: func(x *sensed) {
			prev := x.b.previous(x.s, x.c)
			x.c.Predicate, x.c.Modality = prev.Predicate, prev.Modality
		},
		yes: []senseExample{{"", "The board approved the move by 12 votes to eight late on Monday.", "vote vote"}},
		no:  []senseExample{{"", "The board approved the move by 12 votes and hired eight nurses.", "vote hire"}},
	},
	{
		name: "made-in-series", kind: counts.Number, to: "produce",
		when: func(x *sensed) bool {
			return (x.o == nil || is(x.c.Predicate, weak)) && sortOf(&x.c.Mention) == things && size(x.c) >= leastMade && x.c.From > 0 && makes[x.s.toks[x.c.From-1].Lower] && !errands[x.c.Unit]
		},
		yes: []senseExample{{"", "The plant made 2,000 tyres.", "produce"}},
		no:  []senseExample{{"", "Volunteers made 2,000 house calls.", "call"}},
	},
	{
		name: "in-regions",
		when: func(x *sensed) bool {
			return placeKinds[x.c.Unit] && x.c.From > 0 && (x.s.toks[x.c.From-1].Lower == "in" || x.s.toks[x.c.From-1].Lower == "across") && x.o != nil && x.o.to < x.c.From && !is(x.c.Predicate, spread) && x.c.Predicate != "infect"
		},
		yes: []senseExample{{"", "The firm sells cars in seven countries.", ""}},
	},
	{
		name: "compound", to: "have",
		when: func(x *sensed) bool {
			befell := x.o != nil && !little(x.c.Predicate) && sortOf(&x.c.Mention) == persons // "all members of a 12-man crew died"
			return strings.HasSuffix(x.c.Rule, "/compound") && x.c.Predicate != "capacity" && !befell
		},
		yes: []senseExample{{"", "Six men died in the six-storey building.", "die have"}},
		no:  []senseExample{{"", "A six-man gang was arrested.", "arrest"}},
	},
	{
		name: "crowd", kind: counts.Number,
		when: func(x *sensed) bool {
			return x.c.NounTo <= x.c.NounFrom && (x.s.crowdAt(x.c.From) || x.b.crowdOf(x.s, x.c))
		},
		turn: func(x *sensed) { x.c.Predicate, x.c.Unit, x.c.Object = classes["attend"].name, "person", "people" },
		yes:  []senseExample{{"", "The stewards put the crowd at «60,000», the police at «12,000».", "attend attend"}},
	},
	{
		name: "crowd-of-protest", of: only("attend"), sort: persons, to: "protest",
		when: func(x *sensed) bool {
			return x.b.opensWith("protest") && !x.s.shown(x.c.From) && !x.s.beside(x.c.From, x.to, 8, shows)
		},
		yes: []senseExample{{"", "The protest was on Monday. It was attended by «3,000» ‹people›.", "protest"}},
		no:  []senseExample{{"Protest march planned", "A football match was attended by «30,000» ‹people›.", "attend"}},
	},
	{
		name: "data", kind: counts.Number, to: "hack",
		when: func(x *sensed) bool {
			return x.s.ofData(x.c.From) && (x.s.beside(x.c.From, x.to, 8, copied) || x.b.speaksMuchOf("data")) || breached[x.c.Predicate] && x.s.afterBreach(x.c.From) && x.b.speaksMuchOf("data") || x.c.Predicate == "affect" && x.o != nil && x.b.aboutBreach()
		},
		yes: []senseExample{
			{"", "Details of «360,000» ‹customers› were copied.", "hack"},
			{"", "The breach hit «six million» ‹accounts›.", "hack"},
			{"", "Data were stolen from the firm. «Two million» ‹people› are affected.", "hack"},
		},
		no: []senseExample{
			{"", "By the data of the port, «16,000» ‹people› came.", "attend"}, {"", "Details of «14» ‹deaths› were given by police.", "die"},
			{"", "A gas leak affected «300» ‹people›.", "affect"}, {"", "The levee breach affected «3,000» ‹people›.", "affect"},
		},
	},
	{
		name: "names-on-list", of: only("", "have"), kind: counts.Number,
		when: func(x *sensed) bool { return listNouns[x.c.Unit] },
		turn: func(x *sensed) { x.b.ofList(x.c) },
		yes: []senseExample{
			{"", "The fire caused «112» ‹deaths›. Unions have a list of «131» ‹names›.", "die die"},
			{"", "«Two» ‹people› died. His list has «four» ‹names›.", "die die"},
		},
		no: []senseExample{{"", "Volunteers went from house to house and came back with «230» ‹names›.", ""}},
	},
	{
		name: "posts-to-go", of: little, kind: counts.Number, to: "lay_off",
		when: func(x *sensed) bool {
			return posts[x.c.Unit] && !x.s.isBase(x.c.From) && (x.s.beside(x.c.From, x.to, 6, ends) || x.c.To < x.to && ends[x.s.toks[x.c.To].Lower])
		},
		yes: []senseExample{{"", "«630» ‹jobs› to go at Halden", "lay_off"}, {"", "The plan provides for «1,700» fewer ‹jobs›.", "lay_off"}},
	},
	{
		name: "homes-gone", of: little, kind: counts.Number, to: "destroy",
		when: func(x *sensed) bool {
			return dwellings[x.c.Unit] && !x.s.isBase(x.c.From) && x.s.isNow(x.to, vanished)
		},
		yes: []senseExample{{"", "«Forty-six» ‹houses› are gone.", "destroy"}},
	},
	{
		name: "out-on-strike", of: func(p string) bool { return little(p) || p == "employ" }, kind: counts.Number, sort: persons, to: "strike_work",
		when: func(x *sensed) bool {
			return staff[x.c.Unit] && !x.s.isBase(x.c.From) && x.s.areOut(x.to) && x.b.speaksOf("strike")
		},
		yes: []senseExample{{"", "The strike goes on. The number of workers who are out is «2,480» ‹workers›.", "strike_work"}, {"", "The strike goes on. «Nine hundred» ‹workers› are out.", "strike_work"}},
		no:  []senseExample{{"", "«Nine hundred» ‹workers› are out of town.", ""}},
	},
	{
		name: "staff-to-go", of: little, kind: counts.Number, to: "lay_off",
		when: func(x *sensed) bool {
			return sortOf(&x.c.Mention) == persons && staff[x.c.Unit] && !x.s.isBase(x.c.From) && x.s.beside(x.c.From, x.to, 4, ends) && x.b.opensWith("job-cuts")
		},
		yes: []senseExample{{"", "Redundancies at the mill. «Two hundred» ‹workers› will go.", "lay_off"}},
		no:  []senseExample{{"Axe attack at a station", "«Three hundred» ‹people› had to leave the station.", ""}},
	},
	{
		name: "with-the-gunmen", of: only("remain"), kind: counts.Number, sort: persons, to: "imprison",
		when: func(x *sensed) bool { return !x.s.isBase(x.c.From) && x.b.speaksMuchOf("abduction") },
		yes:  []senseExample{{"", "Gunmen abducted girls on Monday. «Forty» ‹girls› remain.", "imprison"}},
	},
	{
		name: "taken-by-gunmen", of: little, kind: counts.Number, to: "abduct",
		when: func(x *sensed) bool {
			c, s := x.c, x.s
			return sortOf(&c.Mention) == persons && !s.isBase(c.From) && (s.beside(c.From, x.to, 3, taken) || c.NounFrom < c.From && s.beside(c.NounFrom, c.NounTo, 3, taken)) && x.b.speaksMuchOf("abduction")
		},
		yes: []senseExample{{"", "Pupils were kidnapped in Norland. «Forty» ‹pupils› were taken.", "abduct"}},
	},
	{
		name: "walked-out-alive", of: only("strike_work"), verb: "walked", to: "escape",
		when: func(x *sensed) bool { return x.b.speaksMuchOf("trapped") },
		yes:  []senseExample{{"", "Men are trapped in a mine in Norland. «Thirty» ‹men› walked out on Monday.", "escape"}},
		no:   []senseExample{{"", "About «300» ‹workers› walked out at the plant.", "strike_work"}, {"Rescue plan for bank agreed", "Staff are angry. «Nine hundred» ‹workers› walked out over pay.", "strike_work"}},
	},
	{
		name: "pay-offer", of: oneOf(bargained), kind: counts.Percent, to: "grow",
		when: func(x *sensed) bool { return x.s.beside(x.c.From, x.c.From, 4, bargains) && x.b.speaksMuchOf("wages") },
		yes:  []senseExample{{"", "The strike over pay goes on. The firm has gone to «6 percent».", "grow"}},
	},
	{
		name: "acres-of-fire", of: func(p string) bool { return p == byKind[counts.Measure] || is(p, weak) }, kind: counts.Measure, to: "burn",
		when: func(x *sensed) bool { return areas[x.c.Unit] && x.b.aboutFire() },
		yes:  []senseExample{{"", "A wildfire burns near Leeds. It measures 810 acres.", "burn"}},
	},
}
