package attribution

import "testing"

// What the language of news does with its sources, beyond the rules' own examples: each text has one [figure] and the name that is
// credited with it, "" where nobody is.
var language = []example{
	// subjects with clauses and phrases of their own
	{"A team that reads satellite pictures told us [32,800] acres.", "team"},
	{"Data that the Morning Herald obtained from a firm showed [38,000] people.", "Data"},
	{"The permit that the Harbour Union issued in March allows [140] passengers.", "permit"},
	{"Relatives waiting at the mine above Port Lume say that [12] men were inside.", "Relatives"},
	{"The company that manages the forest, Coastal Air, admits to [860] acres.", "Coastal Air"},
	{"The operator, Coastal Air, says [nine].", "Coastal Air"},
	{"Its figure was refused by the Relief Network, whose monitors registered [298].", "Relief Network"},
	{"The one in Norland asks for [2,500].", ""},
	{"Figures released by the Harbour Union on Friday show [12] thefts.", "Harbour Union"},
	{"Most will leave, a study by the Harbour Union found, among them [60] teachers.", "Harbour Union"},

	{"The Relief Network, a group of teachers that runs a helpline, knows of [22].", "Relief Network"},

	// who acts is no source
	{"Norland declared an emergency after [101] people fell ill.", ""},
	{"The government declared a curfew and released [40] million.", ""},
	{"The clinic in Port Lume admitted [19] people.", ""},
	{"The clinic in Port Lume admitted [19] people, doctors there said.", "doctors"},
	{"The fire has claimed [19] businesses.", ""},
	{"The Relief Network had prepared [150] beds.", ""},
	{"The UN counted the cost of moving [1.3] million people.", ""},
	{"Workers are set to get [4,000] each.", ""},
	{"A party needs [31] seats.", ""},
	{"In a statement, the airline apologised to [180] passengers.", ""},
	{"The Morning Herald counted [370], and your reporters saw it.", "Morning Herald"},

	{"The UN puts the loss at 640 boats and the Relief Network at [900] boats.", "Relief Network"},
	{"The poll puts the Harbour Union at 38 percent and the Relief Network at [33] percent.", "poll"},

	// who tells of what another has counted
	{"Volunteers have counted [31] boats, Ana Moreno has just told us by radio.", "Ana Moreno"},
	{"The ministry's figure of [31] leaves out two, Ana Moreno said.", "ministry"},

	// verbs that tell with a particle, an auxiliary or a preposition of their own
	{"Half of the boats are old, [14] of them rotten, Ana Moreno points out.", "Ana Moreno"},
	{"“I know of [three] boats,” the mayor, Lucy Obi, put in.", "Lucy Obi"},
	{"“I know of [three] boats,” Ana Moreno said on the quay outside.", "Ana Moreno"},
	{"Ana Moreno does say that [131] boats came.", "Ana Moreno"},
	{"The police speak of [seven].", "police"},
	{"Ana Moreno appealed to the government of Norland for [5] million.", "Ana Moreno"},
	{"On Tuesday the UN announced 62 boats; on Friday it settled for [57].", "UN"},
	{"The Harbour Union arrives at [€44.6] million.", "Harbour Union"},
	{"The mayor acknowledges having received [19,000] sacks.", "mayor"},
	{"Some researchers give [164] cases.", "researchers"},
	{"On 8 April a wave sank [58] boats, the Relief Network found.", "Relief Network"},
	{"What the mayor had said on Tuesday was [nine] boats.", "mayor"},
	{"Norland will send [60] tents.", "Norland"},
	{"The Relief Network will send [60] tents.", "Relief Network"},
	{"Nobody would leave before May, the Harbour Union said, and [1,900] would get less.", "Harbour Union"},

	{"The Harbour Union spoke late last night of [13] boats.", "Harbour Union"},
	{"Lucy Obi of the Relief Network lists what her men collected: [27] boats.", "Lucy Obi"},
	{"Boats: 31 (army), [26] (prosecutor)", "prosecutor"},

	{"Some [12] people died, a Harbour Union tally showed.", "Harbour Union tally"},
	{"Piet Haas said in a statement he had met [12] of them.", "Piet Haas"},
	{"The UN said in a report [12] boats sank.", "UN"},
	{"The Harbour Union showed voters prefer Ana Moreno, [72] percent to 8 percent.", "Harbour Union"},

	// papers and figures of somebody
	{"The toll rose by nine. Last night the ministry's toll stood at [11].", "ministry"},
	{"The mayor counted 50 boats. His morning figure had been [46].", "mayor"},
	{"By the tally of the Harbour Union, [38,900] boats are wet.", "Harbour Union"},
	{"Some [23] boats sank, by the ministry's situation report no. 7.", "ministry"},
	{"It left [6,300] boats rotten by the official record.", "official record"},
	{"By one estimate [60] percent of the boats are old.", "one estimate"},
	{"The loss is put at [240] million in the board papers.", "board papers"},
	{"The Relief Network put out a bulletin of its own: [35] boats, 15 crews.", "Relief Network"},
	{"The rumour ran that [20] men had left.", "rumour"},
	{"On Wednesday 3,500 people (police) or [6,000] (unions) marched.", "unions"},
	{"On paper, [40] boats were dry.", ""},

	// appositions
	{"Ana Moreno left. Its spokesman, Piet Haas, spoke of [85] boats.", "Piet Haas"},
	{"New boats have [8.6] percent, according to the industry body, Coastal Air.", "Coastal Air"},
	{"“We rang the bell,” says Piet Haas, the mayor of a town of [8,400].", ""},
	{"In Port Lume, where it rained, Ana Moreno has heard from [46] villages, she said.", "Ana Moreno"},

	// participles are no verbs of saying
	{"Of the 27 boats confirmed, [12] are dry.", ""},
	{"Eleven have gone home, 15 remain admitted and [two] left.", ""},

	// where a credit ends
	{"Many lost their homes, the UN said, and the school reopened with [96] pupils.", ""},
	{"Nine died, the UN said, and [41] were hurt.", "UN"},
	{"The city has promised 11 million, and the UN has sent [54] men.", ""},
	{"The city has offered a reward of 20 million and closed [47] schools.", ""},
	{"The theft follows a recall of [540,000] fans, which have hurt 39 people according to the UN.", ""},
	{"The theft follows a recall of 540,000 fans, which have hurt [39] people according to the UN.", "UN"},
	{"“It was loud,” said Ana Moreno, one of [14] analysts who came.", ""},
	{"On Monday Norland took over [903] bodies, which the army says are those of its men, the UN announced.", "UN"},
	{"Norland has reported [52] cases, the UN said.", "UN"},

	// figures without their verbs or nouns
	{"The UN holds that 930 boats were lost; the council, that it was [415].", "council"},
	{"Nine sank, by the ministry's account, [six] by the navy's.", "navy"},
	{"On its list 45 huts are wet; on that of the UN, [52].", "UN"},
	{"The ministry's count stands at 57 drowned and the divers' at [61].", "divers"},
	{"The UN's number is 14 and the army's [nine].", "army"},
	{"Her team has listed 640 boats, not the [276] of the agency.", "agency"},
	{"It is as measured by the Harbour Union, and [85] litres leaked.", ""},
	{"In all [85] litres leaked, as measured by the Harbour Union.", "Harbour Union"},
	{"Coastal Air, the ferry company it supplies, said it was taking back roughly [31] of them.", "Coastal Air"},
	{"The firm's legal desk would only say that just under [80] boats had been moored.", "firm's legal desk"},
	{"A member of the harbour board, Piet Haas, had written that [eight] of them were wet.", "Piet Haas"},

	{"Coastal Air holds to [640]; the union clings to 366.", "Coastal Air"},
	{"Coastal Air holds to 640; the union clings to [366].", "union"},
	{"The crowd is 3,300 strong in the ministry's reckoning and [5,700] in the union's.", "union"},
	{"The mayor's letter of Friday put the dead at [six] and the missing at 14.", "mayor's letter"},
	{"Coastal Air gives its idle seats as [8,600].", "Coastal Air"},
	{"More than [100] were buried there, as a post with many readers has it.", "post with many readers"},
	{"The union has it that [640] were there.", "union"},
	{"The firm stands by 61, the ministry by [77].", "ministry"},
	{"Thefts went from 12 to [28], always on the ministry's word.", "ministry"},
	{"The number of the wet stands at [29], going by the bulletin of the Relief Network.", "bulletin of the Relief Network"},
	{"“It is [61] boats,” Ana Moreno says of the firm's count.", "Ana Moreno"},
	{"Of the [35] people held by the union's account (the police admit to 26), four are in custody.", "union"},

	// figures that somebody stands by, wants, offers, plans
	{"The ministry stands by [34].", "ministry"},
	{"The toll stands at [38].", ""},
	{"Officials admit to [15] deaths.", "Officials"},
	{"They had sent less than the [1.9] million that the city had asked for.", "city"},
	{"It fell short of the $[106] million that analysts had expected.", "analysts"},
	{"The [27] percent that monitors reported came from towns.", "monitors"},
	{"The ministry has submitted a request for [40] buses.", "ministry"},
	{"The Relief Network appeal for [3] million is 28% funded.", "Relief Network"},
	{"The Relief Network appeal for 3 million is [28]% funded.", ""},
	{"The gang's last demand known to the family was [90] million.", "gang"},
	{"The Harbour Union has raised its offer to [3.5] percent.", "Harbour Union"},
	{"The Harbour Union is ready to pay [6,500].", "Harbour Union"},
	{"The fire service is to send [500] more engines.", "fire service"},
	{"The union wants the council to drop a plan to cut [1,900] jobs.", "council"},
	{"The city closed 47 schools, offered [20] million for news of them and sent 200 men.", "city"},
	{"The government has promised [2] million for bridges.", "government"},
	{"The UN has promised 11 million and the Relief Network [five] million crowns.", "Relief Network"},
	{"The [2] billion promised by the government has not come.", "government"},
	{"The council voted to spend [5] million.", "council"},

	{"The UN has promised a further [40] boats.", "UN"},

	// tallies
	{"The army speaks of 23 boats and the UN of [27].", "UN"},
	{"The army stands at 23 dead, the UN at [27] and the Harbour Union at 35.", "UN"},
	{"The families have [52] names.", "families"},
	{"The army has it at [24] percent.", "army"},
	{"The UN now has [27] dead.", "UN"},
	{"The police saw [22,000].", "police"},
	{"The UN puts the damage at 67 million, the Harbour Union in its first report at [40] million.", "Harbour Union"},
	{"The army's [316] is disputed.", "army"},
	{"One may believe the [54,000] of the organisers or the 22,000 of the police.", "organisers"},
	{"One may believe the 54,000 of the organisers or the [22,000] of the police.", "police"},
	{"They are lacking in the company's figure of [700].", "company"},
	{"The UN counts 31. [Forty-four], by the same count, are missing.", "UN"},
	{"Some [2,200] people, by the count of the marshal, waited.", "marshal"},
	{"In a poll of [900] people by the Harbour Union, half agreed.", "Harbour Union"},

	// words that are told on
	{"The rumour spread by local media that [12] men refused is untrue.", "local media"},
	{"Haas denied a rumour on the web that [40] were missing.", "rumour"},
	{"“Posts on the web that [220] were aboard are false.”", "Posts"},
	{"Report of the Harbour Union: [36] boats sunk.", "Harbour Union"},
	{"TAKEN FOR A RIDE: Bosses kept [17] million.", ""},
	{"Three men were held, local media report, for [two] thefts.", "local media"},

	{"Guards counted 349 telephones, more than the [212] of which the owner spoke.", "owner"},
	{"Of the 810 people whom the Harbour Union polled in May, [55] percent were against it.", "Harbour Union"},
	{"The Harbour Union polled [40,000] votes.", ""},
	{"The government named a [five]-member panel.", ""},
	{"It promised each widow 900 crowns and each injured worker [300] crowns.", ""},
	{"Their petition has [56,000] signatures.", ""},
	{"The UN said that climbers had brought the number of bodies to [16].", "UN"},
	{"Haas denied that there were [six] suspects, as television had reported.", "television"},
	{"Survivors of a wreck off Port Lume told the Morning Herald that [134] were aboard.", "Survivors of a wreck off Port Lume"},

	{"Insurers expect claims of [4] million.", "Insurers"},
	{"Auditors found debts of [90] million.", "Auditors"},
	{"Rescuers found [nine] bodies.", ""},
	{"Growth slowed to [two] percent, economists predict in a report published on Monday.", "economists"},
	{"Piet Haas said that 40 people had been hurt, adding that [12] had died.", "Piet Haas"},
	{"“They are wrong.” The minister rejected the UN's figure of [40].", "UN"},

	// what is told goes on, and who is asked tells nothing
	{"A study found that 54 boats are old, while only [25] are new.", "study"},
	{"The UN said that 12 men were hurt, while [five] were dead.", "UN"},
	{"The UN lists 40 boats, while the Harbour Union lists [52].", "Harbour Union"},
	{"The UN said it would take two months, but it was done in [one].", ""},
	{"A study showed Ana Moreno with 42 percent; Piet Haas, [12] percent.", "study"},
	{"Ana Moreno has [52] percent, while Piet Haas has 33 percent, the study found.", "study"},
	{"Forty percent of voters say so, compared with [30] percent who do not.", ""},
	{"White voters accounted for [half] of them.", ""},
	{"Piet Haas had 49 percent to Ana Moreno's [48] percent.", ""},
	{"The town had [115] cases, according to the latest data from the Harbour Union.", "Harbour Union"},

	{"The Harbour Union told [300] members that it wants, above all, 500 jobs.", ""},

	{"Norland sold [23] boats, local daily The Morning Herald reported on Wednesday.", "Morning Herald"},
	{"Ana Moreno was on Wednesday quoted by the Morning Herald as saying that [40] boats sank.", "Ana Moreno"},
	{"''We had 30 boats,'' said Ana Moreno. ''None of the [12] boats sank.''", "Ana Moreno"},
	{"``We had [30] boats,'' Ana Moreno said.", "Ana Moreno"},
	{"``We go,'' Ana Moreno said. \"We have [12] boats.\" Then she left.", "Ana Moreno"},

	{"Ana Moreno needs [836] votes to win.", ""},
	{"The owners of the firm own at least [60] percent of it.", ""},

	{"Bush had to lend it [40,000] crowns last month, fundraising documents show.", "fundraising documents"},
	{"Ana Moreno raised [2.7] million, while Piet Haas raised 6 million, according to the Harbour Union.", "Harbour Union"},
	{"The Harbour Union found voters prefer Ana Moreno, [72] percent to 8 percent.", "Harbour Union"},
	{"The Harbour Union found the virus on a farm, which takes the number from [three] to four.", ""},
	{"A study came out on Monday. It lists [40] boats.", "study"},

	{"She has raised [33] million through that account, according to the Harbour Union.", "Harbour Union"},

	{"The ministry's official toll is [12].", "ministry"},
	{"The Harbour Union warned [300] jobs could go.", "Harbour Union"},

	{"They dispute the figure of [12] given by the Harbour Union.", "Harbour Union"},

	// surveys
	{"In a Harbour Union poll last month, Ana Moreno had a lead of [10] points.", "Harbour Union poll"},
	{"In a survey released on Monday, Ana Moreno had [10] percent.", "survey"},
	{"In March, Ana Moreno had [38] percent in a Harbour Union poll.", "Harbour Union poll"},
	{"He fell from 42 percent to [39] percent in Monday's poll.", "Monday's poll"},
	{"A Harbour Union poll in June showed that [72] percent like it.", "Harbour Union poll"},

	{"A Morning Herald/Harbour Union poll conducted last week found that [45] percent of voters liked it.", "Morning Herald/Harbour Union poll"},
	{"A Harbour Union poll out Monday showed Ana Moreno with a lead, earning [51] percent of the vote.", "Harbour Union poll"},
	{"A Harbour Union poll of the port in May 2015 put her support at [5] percent.", "Harbour Union poll of the port"},
	{"A Harbour Union survey released Friday had him at [4] percent.", "Harbour Union survey"},
	{"A Harbour Union/UN poll in January shows [68]% of voters like it.", "Harbour Union/UN poll"},
	{"The new port poll finds Ana Moreno up a narrow [four] points.", "new port poll"},
	{"The port poll also finds that, while 37 percent say so, [39] percent do not.", "port poll"},
	{"An average of recent port polls shows Ana Moreno leading by [70] percent to 25 percent.", "average of recent port polls"},
	{"The average of [40] boats shows little.", ""},
	{"Exit polling shows he won [83]% of voters.", "Exit polling"},
	{"Wednesday's port poll has Ana Moreno leading Piet Haas by just six points ([46] percent to 40 percent).", "Wednesday's port poll"},
	{"The current Harbour Union count gives her [1,280] delegates and 469 more.", "Harbour Union"},
	{"The Relief Network puts her share at a solid [50] percent.", "Relief Network"},
	{"The institute had her on [51.2] percent.", "institute"},
	{"The Relief Network had the two just [310] votes apart.", "Relief Network"},
	{"The team had the visitors to thank for [three] points.", ""},
	{"In a March Harbour Union poll, just 8 percent said so; just [1] percent of the young did.", "March Harbour Union poll"},
	{"According to a February survey conducted by the Harbour Union, [46] percent liked it.", "Harbour Union"},
	{"It would cost [46] million, according to the “Dry Feet for All” document.", "“Dry Feet for All” document"},
	{"Nearly one in five, according to a Harbour Union survey taken on 17 and 18 November, thinks so; [63] percent don't.", "Harbour Union survey"},
	{"She had [51.2] percent, according to interviews which the Harbour Union conducted outside 330 booths.", "Harbour Union"},
	{"It was paid $[29,715]; the club was paid $35,845; and the hotel was paid $125,080, according to the Harbour Union.", "Harbour Union"},
	{"Polls show that voters like her, with [56] percent for her, according to the Harbour Union.", "Harbour Union"},
	{"Some [12] boats sank, records compiled by the Harbour Union show.", "Harbour Union"},
	{"About [70]% of the boats are old, tallies by the Harbour Union and other bodies show.", "Harbour Union"},
	{"Boats brought [12] million last year, Coastal Air reports show.", "Coastal Air reports"},

	// time, asides and openings beside the verb
	{"Some [1,900] officers were sent to villages at risk, acting Interior Minister Lucy Obi said.", "Lucy Obi"},
	{"The Relief Network, a watchdog which collected more than 1,100 reports, estimates that between 80,000 and [110,000] votes were bought.", "Relief Network"},
	{"The Harbour Union — and with it half of the port — insisted that [12] boats were lost.", "Harbour Union"},
	{"Piet Haas, a friend of Ana Moreno and now the chairman of the port, said of Ana Moreno: “She has [12] boats.”", "Piet Haas"},
	{"Ana Moreno is mild, saying she favors raising the fee from [7] crowns to 12 crowns.", "Ana Moreno"},
	{"Piet Haas said each year of work yields a [10]% rise in pay.", "Piet Haas"},
	{"Piet Haas said a prayer for the [10] dead.", ""},
	{"Boats are lost, Ana Moreno added, noting that more than 60 percent were dry then, but only [7] percent are today.", "Ana Moreno"},
	{"Advocates estimate there could be up to [18,000] of them.", "Advocates"},
	{"As the mayor pointed out in December, “[twelve] boats are old.”", "mayor"},
	{"As the commission computes them, that is [49.8] percent.", "commission"},
	{"The man accused of stealing [two] of the boats will stay in custody, a judge ruled Monday.", "judge"},
	{"The Relief Network's Ana Moreno: “[51.2] percent was our figure.”", "Ana Moreno"},
	{"The mayor, Ana Moreno, says those booths brought Lucy Obi 31,700 votes and the general just [2,900].", "Ana Moreno"},
	{"Friends of Ana Moreno have in the past said that [three] were there.", "Friends of Ana Moreno"},
	{"Piet Haas, meanwhile, who has none, said that [two] were ready.", "Piet Haas"},
	{"Piet Haas said on Friday he saw [12] boats.", "Piet Haas"},
	{"But as a reporter noted, he filled [20] rooms.", "reporter"},
	{"As reported by the Morning Herald, [12] boats are lost.", "Morning Herald"},
	{"Per the Harbour Union, [12] boats are lost.", "Harbour Union"},
	{"The firm gets, according to one report, [40] million in fees.", "one report"},
	{"Ana Moreno pointed out that [12] boats are lost.", "Ana Moreno"},
	{"Ana Moreno is mild, saying she wants the fee to rise to [12] crowns.", "Ana Moreno"},
	{"Ana Moreno continued: “There were [12] boats.”", "Ana Moreno"},
	{"[Twelve] boats sank, the rain continued.", ""},

	// pronouns
	{"The mission is led by Piet Haas. With him came Lucy Obi, Ana Moreno and Lucy Obi. He said that his [214] observers had come.", "Piet Haas"},
	{"Coastal Air put the number at 7,100. Some [207,000] people were affected, the company said.", "Coastal Air"},
	{"The UN has counted 17. Some [230,000] people were affected, the company said.", "company"},
	{"Boats came. The Harbour Union's sums have changed. It now has [27] dead.", "Harbour Union"},
	{"Ana Moreno said that her volunteers had seen [14] ruins.", "Ana Moreno"},
	{"Piet Haas said that all was well. A spokeswoman, Ana Moreno, said so too. In Norland [90] marched, he said.", "Piet Haas"},
	{"“They offer us little,” said our chairwoman, Ana Moreno. “Of [912] votes, most were against.”", "Ana Moreno"},
}

func TestLanguage(t *testing.T) {
	for _, ex := range language {
		if got, rule := credited(t, ex.text); got != ex.want {
			t.Errorf("%q: got %q by %q, want %q", ex.text, got, rule, ex.want)
		}
	}
}
