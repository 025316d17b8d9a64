package claim

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// byUse are the rules for words that are used of other things than their class tells: those which say nothing of the count then.
var byUse = []sense{
	{
		name: "or-else", // what happens if it is not done
		when: func(x *sensed) bool { return x.o != nil && x.o.from > x.to && x.s.orElse(x.to, x.o.from) },
		turn: func(x *sensed) { x.c.Predicate = byKind[x.c.Kind] },
		yes:  []senseExample{{"", "The gang demands «40» ‹tents›, or it will sell the files.", ""}, {"", "The union wants «12» ‹buses› or it will stop work.", ""}},
		no:   []senseExample{{"", "«Twelve» ‹buses› or trams were sold.", "sell"}},
	},
	{
		name: "cases-of-no-illness", of: only("infect"), to: "",
		when: func(x *sensed) bool {
			k := x.c.From + 1
			for k < x.c.NounTo && !strings.HasPrefix(x.s.toks[k].Lower, "case") {
				k++
			}
			switch {
			case k >= x.c.NounTo && x.c.Unit != "case": // the noun may stand elsewhere: "empty cases: 12"
				return false
			case k >= x.c.NounTo:
			case k+1 < len(x.s.toks) && x.s.toks[k+1].Lower == "of":
				return x.s.beside(k+1, k+2, 3, docketed)
			case k-1 > x.c.From && (docketed[x.s.toks[k-1].Lower] || otherCases[x.s.toks[k-1].Lower]):
				return true
			}
			return !x.b.speaksMuchOf("disease") && (x.b.readOtherCases() || x.s.inCourt() || x.b.speaksMuchOf("court") || x.s.beside(x.c.From, x.to, 8, caseTakers))
		},
		yes: []senseExample{
			{"", "The lawyers took on «12» ‹cases›.", ""}, {"", "The paper cited «three» ‹cases› of fraud.", ""},
			{"", "Thieves smashed «five» ‹display cases› in the museum.", ""}, {"", "The display cases were old. On Monday «five» ‹cases› lay broken.", ""}, {"", "A judge threw out «12» ‹court cases›.", ""},
		},
		no: []senseExample{
			{"", "The outbreak has grown to «12» ‹cases›.", "infect"}, {"", "The clinic counted «12» ‹cholera cases›.", "infect"}, {"", "The jail counted «nine» ‹cases› of norovirus.", "infect"},
			{"", "A report cites «nine» ‹cases of plague›.", "infect"}, {"", "The lawyers told of «nine» ‹cases of Zika›.", "infect"},
		},
	},
	{
		name: "buried-buildings", of: only("miss", "trap"), verb: "buried", sort: things, to: "destroy",
		when: func(x *sensed) bool { return dwellings[x.c.Unit] || x.c.Unit == "village" },
		yes:  []senseExample{{"", "«Forty» ‹houses› were buried in mud.", "destroy"}},
		no:   []senseExample{{"", "«Twelve» ‹people› were buried in mud.", "miss"}, {"", "«Twelve» ‹huts› are missing doors.", "miss"}},
	},
	{
		name: "moved-things", of: only("evacuate"), verb: "mov", sort: things, to: "transfer",
		when: func(x *sensed) bool {
			return x.c.NounTo > x.c.NounFrom && !dwellings[x.c.Unit] && x.c.Unit != "village"
		},
		yes: []senseExample{{"", "The bank moved «40» ‹lorries› out of the capital.", "transfer"}},
		no:  []senseExample{{"", "The army moved «40» ‹families› out of the capital.", "evacuate"}, {"", "Some «40» moved out of the valley.", "evacuate"}},
	},
	{
		name: "retaken-places", of: only("arrest"), verb: "recaptur", sort: things, to: "",
		yes: []senseExample{{"", "He announced the recapture of «nine» ‹villages›.", ""}},
		no:  []senseExample{{"", "He announced the recapture of «nine» ‹convicts›.", "arrest"}},
	},
	{
		name: "exits-of-a-building", of: only("resign"), verb: "exit", to: "have",
		when: func(x *sensed) bool { return sortOf(&x.c.Mention) != persons },
		yes:  []senseExample{{"", "The hall has «three» ‹exits›.", "have"}},
		no:   []senseExample{{"", "The exit of «nine» ‹senators› surprised the party.", "resign"}},
	},
	{
		name: "beaten-in-a-poll", of: only("assault"), kind: "percent", verb: "beat", to: "",
		yes: []senseExample{{"", "The poll found that she would beat him by 46 to 40 percent.", " "}},
	},
	{
		name: "picked-up-votes", of: only("arrest", "abduct"), to: "win",
		when: func(x *sensed) bool {
			return x.before() && pickedUp[x.s.toks[x.o.from].Lower] && electors[x.c.Unit] && !x.s.hasOfficers()
		},
		yes: []senseExample{
			{"", "She will pick up at least «14» ‹delegates›.", "win"}, {"", "He is likely to snatch «95» ‹delegates›.", "win"},
		},
		no: []senseExample{{"", "Police picked up «14» ‹men›.", "arrest"}, {"", "Police arrested «two» ‹delegates›.", "arrest"}, {"", "Police picked up «two» ‹delegates› at the hall.", "arrest"}},
	},
	{
		name: "names-of-them", of: only("release"), to: "",
		when: func(x *sensed) bool { return x.before() && x.s.particularsOf(x.o.to, x.c.From) },
		yes:  []senseExample{{"", "Police released photos of «two» ‹suspects›.", ""}, {"", "The fund refused to release the names of «90» ‹donors›.", ""}},
		no:   []senseExample{{"", "The rebels released a group of «two» ‹women›.", "release"}},
	},
	{
		name: "control-of-no-fire", of: only("contain"), verb: "control", to: "",
		when: func(x *sensed) bool {
			return !x.b.aboutFire() && !x.b.speaksOf("outbreak") && !x.b.speaksOf("epidemic")
		},
		yes: []senseExample{{"", "When the party controlled the house there were «12» ‹farmers› in it.", ""}},
		no:  []senseExample{{"", "The fire is «40 percent» controlled.", "contain"}},
	},
	{
		name: "terms-of-office", of: only("sentence"), to: "",
		when: func(x *sensed) bool {
			return (x.c.Unit == "term" || x.c.Unit == "sentence") && !x.b.speaksMuchOf("court") && !x.s.beside(x.c.NounTo, x.c.NounTo, 2, custody)
		},
		yes: []senseExample{{"", "The speech told what was done in his «two» ‹terms›.", ""}, {"", "She dealt with it in «two» ‹sentences›.", ""}},
		no:  []senseExample{{"", "The court gave him «two» ‹terms› of nine years.", "sentence"}, {"", "She was given «four» ‹life terms›.", "sentence"}},
	},
	{
		name: "years-of-no-court", of: only("sentence"), kind: counts.Duration, to: "last",
		when: func(x *sensed) bool { return !x.s.inCourt() && !x.b.speaksMuchOf("court") && !x.s.punished(x.to) },
		yes:  []senseExample{{"", "It is hard to want more after getting eight years of it.", "last"}},
		no:   []senseExample{{"", "The jury saw him get eight years.", "sentence"}, {"", "She got six years for the fraud.", "sentence"}, {"", "Both got six years each in prison.", "sentence"}},
	},
	{
		name: "coverage-of-no-vaccine", of: only("vaccinate"), verb: "coverage", to: "",
		when: func(x *sensed) bool { return !x.b.speaksMuchOf("disease") },
		yes:  []senseExample{{"", "Water coverage reached «92 percent» in the north.", ""}},
		no:   []senseExample{{"", "Measles is back. The north has «92 percent» coverage.", "vaccinate"}},
	},
	{
		name: "goods-called-supplies", of: only("sell"), verb: "supplies", to: "",
		when: func(x *sensed) bool {
			return x.s.toks[x.o.from].Tag == "NNS" && (x.o.to >= len(x.s.toks) || !x.s.isCount[x.o.to]) // the tagger takes "the north supplies 40" for the noun
		},
		yes: []senseExample{{"", "The group sent 33 tons of supplies.", ""}},
		no:  []senseExample{{"", "The shop sold «33» ‹tents›.", "sell"}, {"", "The north supplies 40 percent of the coal.", "sell"}},
	},
	{
		name: "answers-given", of: only("deploy"), verb: "respond", to: "",
		when: func(x *sensed) bool { return !responders[x.c.Unit] },
		yes:  []senseExample{{"", "The «two» ‹candidates› responded to the claim.", ""}},
		no:   []senseExample{{"", "«Forty» ‹firefighters› responded to the blaze.", "deploy"}},
	},
	{
		name: "told-to-do", of: only("need"), verb: "requir", sort: persons, to: "",
		when: func(x *sensed) bool {
			return x.before() && x.to+1 < len(x.s.toks) && x.s.toks[x.to].Lower == "to" && x.s.toks[x.to+1].Tag == "VB"
		},
		yes: []senseExample{{"", "The firm required «250» ‹workers› to train others.", ""}},
		no:  []senseExample{{"", "The plant requires «250» ‹workers›.", "need"}},
	},
	{
		name: "sessions-of-no-body", of: only("meet"), to: "",
		when: func(x *sensed) bool {
			return x.c.Unit == "session" && !x.s.beside(x.c.From, x.to, len(x.s.toks), assemblies)
		},
		yes: []senseExample{{"", "The teachers conducted «two» ‹sessions›.", ""}},
		no:  []senseExample{{"", "The council held «two» ‹sessions›.", "meet"}},
	},
}

var (
	docketed    = tell.Of("docketed")    // what cases in court are of, and people are jailed for
	caseTakers  = tell.Of("case-taker")  // who has cases that are no patients
	custody     = tell.Of("custody")     // where terms are served
	pickedUp    = tell.Of("picked-up")   // what is done with votes as with people
	electors    = tell.Of("electors")    // whom and what is won at a vote
	assemblies  = tell.Of("assemblies")  // bodies that meet
	responders  = tell.Of("responders")  // who goes where there is need
	particulars = tell.Of("particulars") // what is made known of people
)

// readOtherCases reports that the text has named a kind of case that nobody falls ill of: "display cases".
func (b *builder) readOtherCases() bool {
	for i := range b.read {
		for k := 1; k < len(b.read[i].toks); k++ {
			if otherCases[b.read[i].toks[k-1].Lower] && strings.HasPrefix(b.read[i].toks[k].Lower, "case") {
				return true
			}
		}
	}
	return false
}

// punished reports that the words from token k on tell what years are given for, or where they are served: "12 years for the theft".
func (s *sentence) punished(k int) bool {
	if k < len(s.toks) && s.toks[k].Lower == "each" {
		k++
	}
	if k >= len(s.toks) {
		return false
	}
	switch s.toks[k].Lower {
	case "for":
		return s.beside(k, k+1, 4, docketed)
	case "in":
		return s.beside(k, k+1, 2, custody)
	}
	return false
}

// particularsOf reports that tokens [from,to), which end with "of", name what is made known of those counted behind them: "photos of".
func (s *sentence) particularsOf(from, to int) bool {
	if to < 2 || s.toks[to-1].Lower != "of" {
		return false
	}
	for k := to - 2; k >= from && k >= to-5; k-- {
		if particulars[s.toks[k].Lower] {
			return true
		}
		if extractors.Finite(s.toks[k].Tag) {
			return false
		}
	}
	return false
}

// orElse reports a clause of its own between a count that ends at token to and a verb: "$4 million, or it will sell the files".
func (s *sentence) orElse(to, verb int) bool {
	for k := to; k+2 < verb && k <= to+1; k++ {
		if s.toks[k].Lower == "or" && (s.toks[k+1].Tag == "PRP" || s.toks[k+1].Tag == "DT") {
			return slices.ContainsFunc(s.toks[k+2:verb], func(t extractors.Token) bool { return t.Tag == "MD" })
		}
	}
	return false
}
