package attribution

// A rule reads one way of crediting somebody. It is tried at tokens of the classes in on; read reports whether it applied,
// which ends the search at that token.
type rule struct {
	name string
	on   class
	read func(r *reader, rule string, i int) bool
	yes  []example
	no   []string // no credit by this rule for the [figure]
}

// An example is a text with one [figure] and the name that is credited with it.
type example struct {
	text string
	want string
}

// rules are tried in order at each token.
var rules []rule

func init() {
	rules = append(rules, saidRules...)
	rules = append(rules, givenRules...)
	rules = append(rules, nounRules...)
}

var saidRules = []rule{
	{
		name: "as-saying", on: say, read: (*reader).readAsSaying,
		yes: []example{
			{"The paper quoted Ana Moreno as saying that [12] people had died.", "Ana Moreno"},
			{"Ana Moreno was quoted as saying [12] people had died.", "Ana Moreno"},
			{"Ana Moreno was quoted by the Morning Herald as saying [12] people had died.", "Ana Moreno"},
		},
		no: []string{"Moreno said [12] people had died.", "As the saying goes, [12] is enough."},
	},
	{
		name: "adding", on: say, read: (*reader).readAdding,
		yes: []example{
			{"Police said the road was shut, adding that [12] people were hurt.", "Police"},
		},
		no: []string{"Police shut the road, adding [12] barriers."},
	},
	{
		name: "according", on: according, read: (*reader).readAccording,
		yes: []example{
			{"According to the UN, [12] people died.", "UN"},
			{"[Twelve] people died, according to the ministry.", "ministry"},
			{"[Twelve] died according to police, nine according to doctors.", "police"},
			{"It carried [12] people, according to its owner, the Relief Network.", "Relief Network"},
			{"She has a letter according to which [84] boats were sold.", "letter"},
		},
		no: []string{"They paid according to [12] rates.", "According to plan, [12] ships will sail.", "Seats go according to rank, and [12] fell to the port."},
	},
	{
		name: "citing", on: citing, read: (*reader).readCiting,
		yes: []example{
			{"[Twelve] people died, the Morning Herald reported, citing police.", "police"},
			{"[Twelve] people died, it was reported, citing the Relief Network.", "Relief Network"},
		},
		no: []string{"The judge was citing [12] cases."},
	},
	{
		name: "denied", on: deny, read: (*reader).readDenial,
		no: []string{"The army denied that [12] people had died."},
	},
	{
		name: "inverted", on: say | tell | speech | show, read: (*reader).readInverted,
		yes: []example{
			{"[Twelve] people died, said Ana Moreno.", "Ana Moreno"},
			{"[Twelve] people died, said the ministry.", "ministry"},
			{"[Twelve] people died, read a statement from the ministry.", "ministry"},
		},
		no: []string{"[Twelve] people died, he said nothing.", "“It was loud,” said Ana Moreno, 52, a nurse who drove [12] people home.", "“It was loud,” said Ana Moreno, president of a club in Port Lume, a town of [900]."},
	},
	{
		name: "relative", on: say | that | count | want | plan | speak | give, read: (*reader).readRelative,
		yes: []example{
			{"The [nine] drones which the army claims were never seen.", "army"}, {"The [14] the ministry gives are too few.", "ministry"},
		},
		no: []string{"The [nine] drones that fell were old."},
	},
	{
		name: "as-said", on: say | that | show | count | give, read: (*reader).readAs,
		yes: []example{
			{"[Twelve] people died, as the Relief Network reported.", "Relief Network"},
			{"As the Morning Herald reported, [12] people died.", "Morning Herald"},
		},
		no: []string{"[Twelve] people died as police arrived."},
	},
	{
		name: "said-after", on: say | tell | speech | show | that, read: (*reader).readAfter,
		yes: []example{
			{"Police were there. The Relief Network treated [94] patients, its director said.", "Relief Network director"},
			{"[Twelve] people died, the ministry said.", "ministry"},
			{"[Twelve] people died, Ana Moreno told reporters.", "Ana Moreno"},
			{"There were, the UN says, [12] deaths.", "UN"},
			{"More than [9,000] came this year, interior ministry figures show.", "interior ministry figures"},
			{"Some [300] homes burned, the ministry estimates, and more may follow.", "ministry"}, {"[Twelve] are at home, managing director Ana Moreno tells us.", "Ana Moreno"},
			{"Half of the [40] boats are old, the divers in port reckon.", "divers in port"},
			{"“[Twelve] people died,” Moreno posted on Monday.", "Ana Moreno"}, {"Coastal Air plans to cut [640] jobs, Ana Moreno said.", "Ana Moreno"},
		},
		no: []string{"[Twelve] people died, the road was shut."},
	},
	{
		name: "published", on: publish, read: (*reader).readPublished,
		yes: []example{
			{"It lists [14] deaths verified by the UN.", "UN"},
		},
		no: []string{"It lists [14] houses destroyed by fire."},
	},
	{
		name: "said-before", on: say | tell | that, read: (*reader).readBefore,
		yes: []example{
			{"Parents gathered at the gate said that [40] children were missing.", "Parents"},
			{"The ministry said [12] people died.", "ministry"}, {"A boy hit by soldiers said [12] men had run.", "boy"},
			{"Ana Moreno told the Morning Herald that [12] people had died.", "Ana Moreno"},
			{"Two officials, who asked not to be named, said [12] homes burned.", "Two officials"},
			{"People familiar with the matter said [12] jobs would go.", "People familiar with the matter"},
			{"A list seen by the Morning Herald found that [12] people had died.", "list"},
			{"The Morning Herald, citing police, reported that [12] people had died.", "police"},
		},
		no: []string{"The ministry said little about the [11] dead.", "The minister reported to [12] colleagues.", "The mountain has claimed [76] lives.", "The firm recalled [900] of them.", "Nobody says that it is [six].", "Of the 22 people admitted at the clinic, [six] are still there.", "No one at the ministry said [12] people died.", "None of the guards said that [12] had fled."},
	},
}

var givenRules = []rule{
	{
		name: "shown", on: show, read: (*reader).readShown,
		yes: []example{
			{"Records show [14] deaths.", "Records"},
			{"A video posted by Piet Haas shows [six] cars.", "Piet Haas"},
			{"The ministry's website shows [12] cases.", "ministry's website"},
		},
		no: []string{"The mayor showed [14] guests the hall."},
	},
	{
		name: "showing", on: show | that, read: (*reader).readShowing,
		yes: []example{
			{"The race is tight, with the new survey finding that [45] percent want him.", "new survey"},
			{"Ledgers showing he was to get [12] boats are lost.", "Ledgers"},
		},
		no: []string{"The mayor, showing [12] guests the hall, fell.", "The report of a dog finding [12] bones is false."},
	},
	{
		name: "orders", on: give, read: (*reader).readOrders,
		yes: []example{
			{"The mayor gave orders that each widow should get [40] bags.", "mayor"},
		},
		no: []string{"The mayor gave [40] bags to each widow."},
	},
	{
		name: "put-by", on: put | say | tell | plan | want, read: (*reader).readPutBy,
		yes: []example{
			{"The toll was put at [12] by the mayor.", "mayor"},
		},
		no: []string{"The lid was put on [12] jars by hand."},
	},
	{
		name: "put", on: put, read: (*reader).readPut,
		yes: []example{
			{"The mayor put the toll at [12].", "mayor"}, {"The union makes it [31].", "union"}, {"Moreno values the boats at [6.4] million.", "Ana Moreno"},
			{"The UN raised its estimate to [12].", "UN"}, {"Citing the UN, the mayor put the toll at [12].", "UN"},
		},
		no: []string{"The mayor put [12] chairs out."},
	},
	{
		name: "gave", on: give, read: (*reader).readGave,
		yes: []example{
			{"The UN gave the number of dead as [48].", "UN"},
			{"Haas gave [22], the police 17.", "Piet Haas"}, {"The mayor gave 19. The Relief Network has [23].", "Relief Network"},
			{"The ministry has a list of [125] survivors.", "ministry"},
		},
		no: []string{"The mayor gave [48] children a cake.", "The Harbour Union has [23]."},
	},
	{
		name: "counted", on: count, read: (*reader).readCounted,
		yes: []example{
			{"The UN has counted [14] deaths.", "UN"},
			{"The ministry lists [six] places.", "ministry"},
		},
		no: []string{"The vote counted for [six] towns.", "The minister reported to [12] colleagues.", "The club claimed [12] medals.", "Ana Moreno recorded [12] songs."},
	},
	{
		name: "conceded", on: bare, read: (*reader).readConceded,
		yes: []example{
			{"The owner accepts [48].", "owner"}, {"Ana Moreno reads out [17] names.", "Ana Moreno"},
			{"The ministry recognises only [48] deaths.", "ministry"},
		},
		no: []string{"The school accepts [48] pupils.", "The clinic accepts [48].", "The UN recognised [12] bodies.", "The town recognised [48] volunteers with a medal."},
	},
	{
		name: "spoke-of", on: speak, read: (*reader).readSpeak,
		yes: []example{
			{"Police now speak of [15] arrests.", "Police"}, {"In all, the union arrives at [61,400] boats.", "union"}, {"The union, for its part, sticks to [31].", "union"},
			{"The UN was able to account for [27] boats.", "UN"},
			{"The army stands at [23] dead, the UN at 27.", "army"},
			{"Piet Haas, the mayor, speaks of [17] layoffs.", "Piet Haas"},
		},
		no: []string{"They spoke for [15] minutes.", "The team arrived at [300] homes.", "The report came to [40] pages.", "The army holds to [13] bridges.", "The party stands at [15] percent.", "Ana Moreno, who speaks for [32] families, was late."},
	},
	{
		name: "wanted", on: want, read: (*reader).readWanted,
		yes: []example{
			{"The union demands [400] jobs.", "union"}, {"The union will ask the army for [25] nurses.", "union"}, {"The union asked 40 firms to pay [12] million dollars.", "union"},
		},
		no: []string{"The man is wanted over [12] thefts.", "The plan needs [15] votes.", "The town is asking [95] shops near Port Lume to close.", "The bridge, which the union asked the town to close, carries [300] cars."},
	},
	{
		name: "planned", on: plan, read: (*reader).readPlanned,
		yes: []example{
			{"The agency plans to feed [9,000] people.", "agency"},
			{"The Harbour Union agreed to free [12] boats.", "Harbour Union"},
		},
		no: []string{"The agency fed [10,000] people."},
	},
	{
		name: "perceived", on: perceive, read: (*reader).readPerceived,
		yes: []example{
			{"Residents heard [six] explosions.", "Residents"},
			{"Moreno described seeing [12] bodies.", "Ana Moreno"},
		},
		no: []string{"Residents heard him [six] weeks later.", "A student saw [three] films."},
	},
}

var nounRules = []rule{
	{
		name: "claim", on: claim, read: (*reader).readClaim,
		yes: []example{
			{"The army's claim that [12] men had died spread fast.", "army"},
			{"He denied rumours that [24] people had died.", "rumours"},
			{"They doubt a report by the UN of [14] deaths.", "UN"},
		},
		no: []string{"The claim cost him [12] friends."},
	},
	{
		name: "figure", on: figure, read: (*reader).readFigure,
		yes: []example{
			{"The ministry's toll stands at [20].", "ministry"}, {"The ministry's latest figures: 16 dead; [46] escaped.", "ministry"}, {"The figure given by the union was [28].", "union"}, {"The figure of [14] comes from the mayor.", "mayor"},
			{"By the UN's count, [12] people died.", "UN"},
			{"By the ministry's count [17] boats are safe.", "ministry"},
			{"By the council's reckoning [17] boats are safe.", "council"},
			{"[Nineteen] boats sank by the army's count and 32 by the port's.", "army"},
		},
		no: []string{"The toll stands at [22]."},
	},
	{
		name: "wish", on: wantNoun, read: (*reader).readWish,
		yes: []example{
			{"The union's demand for [400] jobs was met.", "union"}, {"He was late. The mayor made a call on the UN to hire [75] clerks.", "mayor"},
		},
		no: []string{"The demand for [400] jobs was met."},
	},
}
