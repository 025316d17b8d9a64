package attribution

// Who tells what others say, do or plan, and goes before them.
var retold = []example{
	// a quotation is its speaker's, whatever its own clauses are about
	{"“This hall tells the story of 300 men and [12] boats,” Piet Haas declared.", "Piet Haas"},
	{"“The union wants [12] boats,” Ana Moreno said.", "Ana Moreno"},
	{"“The records show [12] deaths,” said Ana Moreno.", "Ana Moreno"},
	{"“The mayor says that [12] are dead,” Ana Moreno said.", "Ana Moreno"},
	{"“Nine are dead according to the mayor, [12] according to the UN,” Ana Moreno said.", "UN"},
	{"“It was loud,” Ana Moreno said. The records show [12] deaths.", "records"},

	// a claim is whose it is
	{"The union's claim that the firm plans to cut [640] jobs is false.", "union"},
	{"The union said the firm plans to cut [640] jobs.", "firm"},
	{"He spoke of the union's earlier claim that [40] boats were lost.", "union"},
	{"The union's claim form for [40] boats was lost.", ""},

	// who leads up to a quotation with a colon, by any verb
	{"Ana Moreno scolded him: “You lost [40] boats.”", "Ana Moreno"},
	{"Ana Moreno made the following comment: “We lost boats. We sold [12] of them.”", "Ana Moreno"},
	{"The rules have changed, with the Morning Herald reporting: “Some [40] boats were lost.”", "Morning Herald"},
	{"The Morning Herald reports: “The firm lost [40] boats.”", "Morning Herald"},
	{"The Morning Herald reports: “The firm lost boats. It sold [12] of them.”", "Morning Herald"},
	{"The hall was full of one song: “[Forty] Boats”.", ""},
	{"Nobody knew what the letters meant: “[Forty] boats are lost.”", ""},

	// where, when and to whom it was said, nobody says
	{"Piet Haas wrote to his [20,000] followers, “It is time to go.”", ""},
	{"Piet Haas wrote to his [20,000] followers that it was time to go.", ""},
	{"Ana Moreno said in a meeting with [40] members that boats were lost.", ""},
	{"Ana Moreno said in a meeting with 40 members that [12] boats were lost.", "Ana Moreno"},
	{"“I cannot believe it,” Piet Haas said [30] minutes into the debate.", ""},
	{"“We mourn the dead,” Piet Haas tweeted the day after a man killed [49] people.", ""},
	{"In his [60]-page ruling, Piet Haas wrote that boats were lost.", ""},
	{"In his 60-page ruling, Piet Haas wrote that [12] boats were lost.", "Piet Haas"},
	{"With [70] percent of votes counted, Piet Haas said that he had won.", "Piet Haas"},
	{"“It was loud,” Piet Haas, lawyer for one of [four] groups that sued, said in a statement.", ""},
	{"It was loud, Piet Haas, lawyer for [four] groups, said.", ""},
	{"Boats were lost, Piet Haas, lawyer for four groups, said, and [12] more would go.", "Piet Haas"},

	// a telling that goes on
	{"Only one boat was lost, according to the police, and there were only [eight] thefts.", "police"},
	{"Only one boat was lost, according to the police, and the mayor shut [eight] bridges.", ""},
	{"The researchers reported that the bank holds 12 million crowns; the church holds [14] million; the school holds 16 million.", "researchers"},
	{"The researchers reported that the bank holds 12 million crowns; the church holds 14 million; the school holds [16] million.", "researchers"},
	{"The researchers reported that the bank holds 12 million crowns; the mayor sold [14] boats.", ""},
	{"The researchers reported that the bank holds 12 million crowns; the UN said it holds [14] million.", "UN"},

	// words for telling
	{"Ana Moreno made the case that [40] boats would be enough.", "Ana Moreno"},
	{"Ana Moreno tried to make the case that [40] boats would be enough.", "Ana Moreno"},
	{"Ana Moreno refused to make the case that [40] boats would be enough.", ""},
	{"The law made the case for [40] boats.", ""},
	{"Prosecutors charged a man with defrauding at least [74] widows.", "Prosecutors"},
	{"The firm charged a man with [74] boxes.", ""},
	{"The union charged its men [74] crowns.", ""},
	{"The Morning Herald rated [22] percent of his claims false.", "Morning Herald"},
	{"An official said that thieves have targeted [20] halls.", "official"},
	{"The army targeted [20] halls.", ""},
	{"The ministry targets [20] million crowns.", "ministry"},
	{"Ana Moreno referenced [four] faults in her brief.", "Ana Moreno"},
	{"[Forty] boats were lost, according to figures her campaign released on Friday.", "campaign"},
	{"The union has ensured that [two] rooms are open.", ""},
	{"On his website, Lumewars, and his daily show on [100] stations, he sells lies.", ""},
	{"His father gave his charity [300].", ""},

	// who plans something, and who tells of it behind it
	{"Coastal Air expects to drop another [118] boats, its director, Ana Moreno, told a news conference.", "Ana Moreno"},
	{"Coastal Air expects to drop another [118] boats.", "Coastal Air"},
	{"Of the 29 men who needed a bed, [20] have gone home.", ""},
	{"The 29 men need [20] beds.", "29 men"},

	// whose words are meant
	{"The mayor, Piet Haas, was there. Coastal Air let go [140] men, by his reckoning.", "Piet Haas"},
	{"Coastal Air let go [140] men, by its own reckoning.", "Coastal Air"},
	{"Of the 23 people held by the union's account (the police admit to [17]), three are there.", "police"},
	{"He asked for the release of papers that showed [40] boats.", "papers"},
	{"He spoke of polls by the Harbour Union that show [40] percent.", "Harbour Union"},
	{"The Harbour Union sent a letter on Monday saying that [12] boats were lost.", "Harbour Union"},
	{"With him denying claims of theft, [721] members voted for others.", ""},
	{"[Twelve] people have died, its secretary, Ana Moreno, tells Coastal Air 24.", "Ana Moreno"},
	{"Ana Moreno has since apologized for what happened: “I should have had [two] boats.”", "Ana Moreno"},
	{"Harbour fire LIVE: [12] dead", ""},
	{"A report from the Relief Network had this to say about his plan: “Some [40] boats are old.”", "Relief Network"},
	{"The union sent out a message to its men saying: “Give [10] crowns.”", "union"},
	{"High water - Ana Moreno: “It rose. Some [40] boats are lost.”", "Ana Moreno"},
	{"High water - Port Lume: some [40] boats are lost.", ""},
	{"The men rated the boats as old by a ratio of [40] to one.", ""},
	{"A commission appointed by Ana Moreno estimated that [40] boats were old.", "commission"},
	{"Ana Moreno went on to say that [40] boats were old.", "Ana Moreno"},
	{"Ana Moreno went on to buy [40] boats.", ""},
	{"It raised money from men who counted 12 boats, more than the [14] that were sold.", ""},
	{"Ana Moreno said the firm placed [several] calls to her.", "Ana Moreno"},
	{"Residents: $[5]", ""},
	{"Residents: [12] dead", "Residents"},
}
