package names

// A typingRule gives an untyped candidate a type from its words and those around it. Rules are tried in order; the first
// that answers wins, so the surest stand first.
type typingRule struct {
	name string
	sure sureness
	read func(s *scanner, c *candidate) Type
	yes  []example // a sentence, the name in it and its type
	no   []string  // sentences in which the rule finds nothing
}

type example struct {
	sentence, name string
	typ            Type
}

var typingRules = []typingRule{
	{"ampersand", good, (*scanner).byAmpersand,
		[]example{{"The merger of Harker & Stoll was blocked.", "Harker & Stoll", Org}}, []string{"Profit & loss were flat."}},
	{"site-noun-after", good, (*scanner).bySite,
		[]example{{"The match was moved to the Miriam Castellane stadium.", "Miriam Castellane", Place}}, []string{"Miriam Castellane stood at the stadium."}},
	{"given-name", certain, (*scanner).byGivenName,
		[]example{{"In court, Miriam Castellane wept.", "Miriam Castellane", Person}}, []string{"The Zorba Valley flooded."}},
	{"initials", certain, (*scanner).byInitials,
		[]example{{"The prize went to R. K. Vellodi yesterday.", "R. K. Vellodi", Person}}, []string{"Plan B failed."}},
	{"age", certain, (*scanner).byAge,
		[]example{{"Thelonas Brigg, 43, was at home.", "Thelonas Brigg", Person}}, []string{"In Brigg, 43 were hurt."}},
	{"apposition", certain, (*scanner).byApposition,
		[]example{{"Quillem, of the Harbour Party, stuck to it.", "Quillem", Person}, {"They fled Qarabot, a village near the border.", "Qarabot", Place}, {"Tolvex, a drug company, cut jobs.", "Tolvex", Org},
			{"Quillem, a teacher from the coast, said so.", "Quillem", Person}}, []string{"Quillem, a few days later, left."}},
	{"part-in-capitals", good, (*scanner).byCapitals,
		[]example{{"Kit Marsh of Quorra BHF still sees a margin.", "Quorra BHF", Org}}, []string{"JD Quorra sees a margin.", "Kit Marsh III sees a margin."}},
	{"gang", good, (*scanner).byGang,
		[]example{{"Police blamed Los Quorreros for the fire.", "Los Quorreros", Org}}, []string{"It rained in Los Quorreros."}},
	{"body-ending", good, (*scanner).byBodyEnding,
		[]example{{"The lift company, Quorra Bergbahnen, is shut.", "Quorra Bergbahnen", Org}, {"It is up to Quorrverket, she told Alpenfunk.", "Quorrverket", Org}, {"It condemned the attack on Quorrneft.", "Quorrneft", Org}}, []string{"The Bergmann house is shut."}},
	{"particle", good, (*scanner).byParticle,
		[]example{{"Critics of van der Stroom were loud.", "van der Stroom", Person}}, []string{"The van arrived."}},
	{"place-noun-after", good, (*scanner).byNounAfter,
		[]example{{"Shells hit the Vortova district overnight.", "Vortova", Place}, {"A Tolvex spokesman declined to comment.", "Tolvex", Org}, {"We read Tolvex’s own website.", "Tolvex", Org}, {"Quorrik’s mayor fled.", "Quorrik", Place}, {"It rained on Quorrik’s main streets.", "Quorrik", Place}},
		[]string{"Vortova was quiet.", "Quorradović’s mayor fled.", "Quorrik’s crew fled."}},
	{"place-noun-before", good, (*scanner).byNounBefore,
		[]example{{"They met in the town of Vortova on Monday.", "Vortova", Place}, {"All employees of Tolvex walked out.", "Tolvex", Org}}, []string{"The city was quiet."}},
	{"place-ending", good, (*scanner).byEnding,
		[]example{{"It stands on Quorrastraße, near the river.", "Quorrastraße", Place}, {"Quorrabad was quiet.", "Quorrabad", Place}}, []string{"Conrad was quiet."}},
	{"home", good, (*scanner).byHome,
		[]example{{"A coffee trader from Quorrindi died.", "Quorrindi", Place}, {"A Quorrindi pastor wept.", "Quorrindi", Place}},
		[]string{"A letter from Quorrindi came.", "A Tolvex teacher wept.", "A trader from Obradović came."}},
	{"attacked", guess, (*scanner).byTarget,
		[]example{{"It condemned the raid on Quorrindi.", "Quorrindi", Place}, {"Gunmen on mules took Quorrindi at dawn.", "Quorrindi", Place}}, []string{"It condemned the raid on Quorrneft.", "It condemned the attack on Quorrević.", "Patients took Quorrindi at dawn."}},
	{"according-to", guess, (*scanner).bySource,
		[]example{{"Nine are shut, according to Quorrpet.", "Quorrpet", Org}, {"A spokesman for Quorrpet said no.", "Quorrpet", Org}}, []string{"Nine are shut, according to them.", "Nine are shut, according to Quorradović."}},
	{"speech", good, (*scanner).bySpeech,
		[]example{{"Later Quillem said the road was open.", "Quillem", Person}, {"Jobs will go, Tolvex Health said on Monday.", "Tolvex Health", Org}}, []string{"Later he said so."}},
	{"counter", guess, (*scanner).byCounting,
		[]example{{"On Monday Quorrmet recorded 46.2 degrees.", "Quorrmet", Org}}, []string{"On Monday she recorded it."}},
	{"acronym", good, (*scanner).byAcronym,
		[]example{{"The deal was signed by KRTP on Monday.", "KRTP", Org}}, []string{"The TV was on."}},
	{"camel", good, (*scanner).byCamel,
		[]example{{"Shares of MediZorp fell.", "MediZorp", Org}}, []string{"Shares of McBride fell."}},
	{"town-and-country", good, (*scanner).byCountryBehind,
		[]example{{"She was born in 1950, Vortova, Hungary, to farmers.", "Vortova", Place}}, []string{"She was born in Hungary."}},
	{"in-place", guess, (*scanner).byPreposition,
		[]example{{"Two people died in Vortova on Monday.", "Vortova", Place}}, []string{"Two people died on Monday."}},
	{"surname-form", guess, (*scanner).bySurname,
		[]example{{"The goals by Petrenkovic decided it.", "Petrenkovic", Person}}, []string{"The goals decided it."}},
	{"person-verb", guess, (*scanner).byVerb,
		[]example{{"In 1990 Quillem resigned.", "Quillem", Person}}, []string{"In 1990 he resigned."}},
	{"the", guess, (*scanner).byThe,
		[]example{{"Fans of the Glimmers cheered.", "Glimmers", Org}}, []string{"Fans of the band cheered."}},
	{"two-words", guess, (*scanner).byLength,
		[]example{{"It honoured Zelwan Brakko with a plaque.", "Zelwan Brakko", Person}}, []string{"It honoured her."}},
}

// sieve types c by the first rule that answers.
func (s *scanner) sieve(c *candidate) {
	if s.ordinary(c) {
		return
	}
	for i := range typingRules {
		r := &typingRules[i]
		if t := r.read(s, c); t != "" {
			c.typ, c.rule, c.sure = t, r.name, r.sure
			if c.first && c.to == c.from+1 && s.class(c.from)&(common|starter) != 0 && s.class(c.from)&given == 0 && r.name != "apposition" {
				c.sure = open
			}
			return
		}
	}
}

// closedBeforeVerb reports an apposition behind the comma k that a comma and a verb close: ", the union, said". One word before any other
// can be an adverb: "Overnight, a bank was robbed".
func (s *scanner) closedBeforeVerb(k int) bool {
	for n := k + 1; n < k+8 && n < len(s.toks); n++ {
		if s.lower(n) == "," {
			return s.class(n+1)&speech != 0 && s.shapes0(n+1) == small
		}
	}
	return false
}

// namesIt reports a small word at token k for a thing that is called after the name before it: "the Sudan [strain]", "the D'Hondt [method]".
func (s *scanner) namesIt(k int) bool { return s.class(k)&calledAfter != 0 && s.shapes0(k) == small }

// ordinary reports a run that is no name whatever stands around it: ordinary words capitalised for weight ("Press
// Release"), or what a law of nature or a method is called after ("the D'Hondt method").
func (s *scanner) ordinary(c *candidate) bool {
	if s.namesIt(c.to) {
		return s.class(c.from)&given == 0
	}
	n := c.to - c.from
	if n == 2 && c.first && s.shapes[c.from] == initial && s.class(c.to-1)&(common|topic) != 0 && s.class(c.to-1)&surname == 0 {
		return true // "B. Response", a heading
	}
	if n == 2 && s.class(c.from-1)&orgBefore != 0 && (s.shapes0(c.from-1) == small || s.lower(c.from-1) == "ngo") && s.class(c.from)&starter == 0 {
		return false // "the charity Open Hands"
	}
	if (n == 2 || n == 1 && s.closedBeforeVerb(c.to)) && s.style == prose && s.class(c.from)&(starter|calendar|modifier|group) == 0 && s.lower(c.to) == "," && s.headOf(c.to+1) == Org {
		return false // "Fair Harbour, a watchdog, said"
	}
	if n > 1 && n < 5 && !c.first && s.style == prose && s.cue(c.to)&union != 0 && s.lower(c.from-1) == "the" && s.class(c.from)&(calendar|group) == 0 {
		return false // "the World Weather Attribution group"
	}
	if n == 3 && s.toks[c.from+1].Text == "&" && s.class(c.from)&topic == 0 {
		return false // "Forest & Bird"
	}
	if n == 1 {
		k := s.class(c.from)
		return k&(common|topic|starter|eventHead|role|title|modifier) != 0 && k&(given|surname) == 0 && s.shapes[c.from] == capital && !c.the && s.roleBefore(c.from).to == 0 && s.words[c.from].node.kind&(places|orgs) == 0
	}
	for k := c.from; k < c.to; k++ {
		cl := s.class(k)
		if s.shapes[k] == small || s.shapes[k] == mark {
			continue
		}
		if cl&(common|topic|starter|role|modifier|eventHead) == 0 && !ordinaryEnding(s.lower(k)) || s.shapes[k] == upper || cl&given != 0 && cl&common == 0 {
			return false
		}
	}
	return s.class(c.from)&given == 0
}
