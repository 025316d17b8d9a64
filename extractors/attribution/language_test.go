package attribution

import (
	"slices"
	"testing"
)

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

	{"The minister is not convinced that [40] prisoners escaped.", ""},
	{"The mayor was never convinced that [40] homes were lost.", ""},
	{"If the court is convinced that [12] people died, he will go.", ""},
	{"The mayor said the union demands [40] million euros.", "union"},
	{"The ministry received reports that [40] soldiers were killed.", ""},
	{"The strike was announced by a union with [12,000] members.", ""},
	{"The raid was planned by a gang of [12] men.", ""},
	{"The discovery was reported by researchers at [12] universities.", ""},
	{"The mayor read a letter saying [12] people had died.", "letter"},
	{"As the president plans his visit, here are the key numbers:\n\n• [12] people died.", ""},

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

	{"A statement read out on state television said [12] boats sank.", "statement"},
	{"A statement read on state television by Piet Haas said [12] boats sank.", "Piet Haas"},
	{"[Twelve] boats sank, said a statement read out on state television by Piet Haas.", "Piet Haas"},
	{"A letter read by Piet Haas said [12] boats sank.", "letter"},
	{"The army's statement, read out on the radio, said [12] boats sank.", "army's statement"},
	{"Piet Haas read out a statement saying [12] boats sank.", "Piet Haas"},
	{"Piet Haas posted a video claiming that [12] boats sank.", "Piet Haas"},
	{"Norland put out a statement saying it had sunk [12] boats.", "Norland"},
	{"Piet Haas received a letter saying [12] boats had to go.", "letter"},
	{"Reading from a statement, Piet Haas said [12] boats sank.", "Piet Haas"},

	// who has received calls, and whose speech goes on
	{"The Relief Network has received [six] reports of fires.", "Relief Network"},
	{"The fire service received more than [40] calls overnight.", "fire service"},
	{"The union has received complaints from [40] villages.", "union"},
	{"The Relief Network has received [40] calls, the union said.", "union"},
	{"The Relief Network has received [40] calls, its director, Ana Moreno, said.", "Ana Moreno"},
	{"Piet Haas said that the Relief Network received [40] calls.", "Piet Haas"},
	{"Residents heard [six] shots, Ana Moreno said.", "Ana Moreno"},
	{"They speak of 43 reports of fires, [16] more than on Monday.", ""},
	{"The club received [40] boats.", ""},
	{"Ana Moreno received [40] calls.", ""},
	{"The police said 12 died; [40] were hurt.", "police"},
	{"The police said 12 had died; another [40] were hurt, three of them badly.", "police"},
	{"The police said 12 had died; the clinic is treating [40].", ""},
	{"The police said 12 had died; [40] were hurt, the clinic said.", "clinic"},
	{"The police said 12 had died; [40] were hurt, and the clinic said nine were missing.", "police"},
	{"The police said that the boat was full; Ana Moreno paid [40] crowns.", ""},

	// whose clause it is
	{"A Harbour Union tally based on official figures puts the number of dead at [312].", "Harbour Union tally"},
	{"The regulator fined the bank [40] million euros, it said on Monday.", "regulator"},
	{"Witnesses said gunmen on [six] boats opened fire on the port.", "Witnesses"},
	{"Analysts polled by the Morning Herald had expected a profit of [1.1] billion.", "Analysts"},
	{"Doctors reached by the Morning Herald said [12] had died.", "Doctors"},
	{"The report, published on Thursday, says one in [five] boats is wet.", "report"},
	{"A memo shows the union knew of [17] complaints.", "memo"},
	{"Contrary to what the ministry says, [12] boats are wet.", ""},
	{"Contrary to what the ministry says, [12] boats are wet, the union says.", "union"},
	{"According to what the ministry says, [12] boats are wet.", "ministry"},

	// who tells of what another wants
	{"The union said the firm plans to cut [640] jobs.", "firm"},
	{"Ana Moreno says that the gang demanded [640] crowns.", "gang"},

	{"The hospital is adamant that the number of dead is [four].", "hospital"},
	{"Ana Moreno was quite certain that [40] men had fled.", "Ana Moreno"},
	{"It is certain that [40] men have fled.", ""},
	{"The dairy in the port, Coastal Air, yesterday put the cost at [18] million.", "Coastal Air"},
	{"The authorities dispute the number of the wet, which they put at [210,000].", "authorities"},
	{"The colonel values the find at “no less than [six] million euros”.", "colonel"},
	{"Witnesses said gunmen on [six] motorcycles opened fire.", "Witnesses"},
	{"On Monday the boys were admitted to [two] wards.", ""},

	{"A guard told the inquiry of [two] explosions.", "guard"},
	{"Ana Moreno told a crowd of [1,300] of the storm.", ""},
	{"The Morning Herald, the local paper, writes of [nine] arrests.", "Morning Herald"},
	{"Ana Moreno wrote on [nine] walls.", ""},
	{"The firm's plan foresees the loss of [90] jobs.", "firm's plan"},
	{"The firm envisages the loss of [90] jobs.", "firm"},
	{"The letter to staff mentions [90] jobs.", "letter to staff"},

	{"Norland issued a statement saying it had sunk [12] boats.", "Norland"},
	{"Norland sent a letter saying it had sunk [12] boats.", "Norland"},
	{"A memo shows the union knows of [17] complaints.", "memo"},

	{"Ana Moreno, a clerk at the owner of the port, Coastal Air, said [12] boats sank.", "Ana Moreno"},

	// in whose words
	{"Emergency services reported [six] dead.", "Emergency services"},
	{"Rescue services reported [six] dead.", "Rescue services"},
	{"The police said nothing about the [four] arrests.", ""},
	{"The firm's accounts were filed on Monday. They show a loss of [3] million.", "firm's accounts"},
	{"A report of the UN came out on Monday. They went to [nine] ports.", ""},
	{"By the army's own admission, [six] boats sank.", "army"},
	{"In the words of the mayor, [six] boats sank.", "mayor"},
	{"In the view of Ana Moreno, a clerk, growth will be [two] percent.", "Ana Moreno"},
	{"In Ana Moreno's view, growth will be [two] percent.", "Ana Moreno"},
	{"In view of the storm, [six] boats stayed.", ""},
	{"In the view of the union, Ana Moreno said, [six] boats sank.", "Ana Moreno"},
	{"If the mayor is right, [six] boats may still be found.", ""},
	{"The number of boats is estimated by the UN at [24,000].", "UN"},
	{"Piet Haas is accused by the union of taking [4] million.", "union"},
	{"Coastal Air was ordered by a court to pay [4] million.", "court"},
	{"Piet Haas was told by the union that [12] men had left.", "union"},
	{"Piet Haas was accused by [12] men of theft.", ""},
	{"The crowd was estimated at [3,000] by the police and 15,000 by the union.", "police"},
	{"The crowd was estimated at 3,000 by the police and [15,000] by the union.", "union"},
	{"The charge sheet lists [19] victims.", "charge sheet"},
	{"Users of the boat reported [40] faults.", "Users of the boat"},
	{"Despite reports of [six] deaths, the ministry says one man died.", "reports"},
	{"Despite a loss of [six] million, the ministry says all is well.", ""},

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

	// who shows, finds, hears
	{"By Sunday [205] men had been hurt, figures from the health ministry show, and 29 of them were still in hospital.", "health ministry"},
	{"By Sunday 205 men had been hurt, figures from the health ministry show, and [29] of them were still in hospital.", "health ministry"},
	{"By Sunday [205] men had been hurt, figures from the Harbour Union show.", "Harbour Union"},
	{"Gangs hold about [90] percent of the port, the UN estimates.", "UN"},
	{"Satellite images showed a slick [14] kilometres long, according to Ana Moreno.", "Ana Moreno"},
	{"The electronic board in the hall showed [102] votes in favour.", "electronic board in the hall"},
	{"The motion accused Moreno of steering work worth [214] million to a firm.", "motion"},
	{"Some [126] calls were made, a coroner's inquest found on Tuesday.", "coroner's inquest"},
	{"[Five] guns, the inquest found; the trial had heard of four.", "inquest"},
	{"Five guns, the inquest found; the trial had heard of [four].", "trial"},
	{"The inquest put the wounded at 19: [13] hit by bullets, four cut by glass.", "inquest"},
	{"A clerk who, the court heard, had pushed about [30] boys into a room was there.", "court"},
	{"The prosecution had told the trial that it was [94].", "prosecution"},
	{"On Tuesday a jury of five gave its verdict and found that men had waited for [17] minutes.", "jury of five"},
	{"On Tuesday an inquest jury issued a verdict and found that [12] men had waited.", "inquest jury"},
	{"Piet Haas was convicted after a trial that heard [62] witnesses.", ""},
	{"The Relief Network's clinics have seen [780] patients.", ""},
	{"The Relief Network's clinics have seen [780] patients today.", ""},
	{"Volunteers have seen [780] patients today.", ""},
	{"Residents have seen [12] patients die.", "Residents"},
	{"Residents saw [12] customers being dragged out.", "Residents"},
	{"Norland Bank said nine. Coastal Air said so too. Some [12] shops will close, the bank said.", "Norland Bank"},
	{"Its officers answered [nine] calls.", ""},
	{"The mayor had [two] figures: seven, from the police, and “at least ten”, from mountain rescuers.", ""},
	{"Last night there were two figures: [seven], from the police, and “at least ten”, from mountain rescuers.", "police"},
	{"Last night there were two figures: seven, from the police, and “at least [ten]”, from mountain rescuers.", "mountain rescuers"},
	{"The 63 that the UN says it killed, and the “more than [50]” given by a diplomat.", "diplomat"},
	{"It is short of the [63] that the army says it killed.", "army"},

	// where a credit ends, and whose it is
	{"Coastal Air said that it would cut 1,850 jobs, as Norland's second-largest carrier reported a [14] percent rise.", "Coastal Air"},
	{"Coastal Air said that it would cut 1,850 jobs, as Norland's second-largest lender reported a [14] percent rise.", "Norland's second-largest lender"},
	{"Coastal Air said that it would cut 1,850 jobs, as its largest rival carrier reported a [14] percent rise.", "Coastal Air largest rival carrier"},
	{"Coastal Air said that it would cut 1,850 jobs, as another airline said that [300] would go.", "airline"},
	{"The union, the Harbour Union (HU), claims [1,200].", "Harbour Union"},
	{"“We do no sums,” said Ana Moreno, the senior patron in Port Lume, where [138] boats lie.", ""},
	{"“I know,” said a woman who lost [two] boats.", ""},
	{"Police have detained 212 people, Piet Haas said, and [46] police officers are injured.", "Piet Haas"},
	{"The judge, Ana Moreno, reads on. Haas fired [94] shots, she says.", "Ana Moreno"},
	{"[Seven] boats were sunk, according to two of the residents.", "residents"},
	{"“We found [43] boats,” said one of the sources.", "sources"},
	{"Residents whom we spoke to put the number at [30].", "Residents"},
	{"Volunteers we talked to say [30] boats sank.", "Volunteers"},
	{"An alert we sent to phones said [1,580].", ""},
	{"The UN said on Thursday that it had credible reports of at least [38].", "UN"},
	{"The Harbour Union has released a film of eight boats, not [11] as it had claimed.", "Harbour Union"},
	{"Profit came to [2.3] billion, well above the average forecast in a poll of 14 analysts.", ""},
	{"The Harbour Union's teams have registered [11,650] so far.", "Harbour Union teams"},
	{"At least 27 men died, the mayor said on Thursday, as divers in boats searched for [dozens] more.", ""},
	{"The chairman's total pay: [4.6] million.", ""},
	{"Ana Moreno, 58, called it “the worst day in the [61] years of the firm”.", "Ana Moreno"},

	// days before the subject, names beside a trade
	{"Satellite images of June 11 show that about [160] boats have burned.", "Satellite images"},
	{"On Tuesday an inquest jury of five made proposals and found that men had waited for [17] minutes.", "inquest jury"},
	{"On Friday the UN launched an appeal for 92 million, with which it wants to help [250,000] people.", "UN"},
	{"The toll stood at [31] in the UN's 06:00 bulletin.", "UN"},
	{"Boats last passed in May, when inspectors noted [six] faults, port data show.", "port data"},
	{"The interior ministry's figure is lower. It has counted [nine].", "interior ministry"},
	{"The owner, Coastal Air of Port Lume, gave a lower figure. It said that [nine] boats were lost.", "Coastal Air"},
	{"The mayor's list has 31 names. There are longer ones. By noon that of the Relief Network had grown to [71].", "Relief Network"},
	{"The mayor's toll is 31. That of the Relief Network was 71. The UN stood at [64].", "UN"},
	{"Coastal Air will cut [1,900] jobs.", "Coastal Air"},
	{"Coastal Air will pay 1.4 million: 900,000 to widows and [500,000] to orphans.", "Coastal Air"},
	{"A boatmen's group, the Harbour Union Together, puts the dead at [eight].", "Harbour Union"},
	{"The Teshara Electoral Commission counts 12. Coastal Air agreed. The commission said that [14] boats sank.", "Teshara Electoral Commission"},
}

func TestLanguage(t *testing.T) {
	for _, ex := range slices.Concat(language, languageFigures, plain, retold) {
		if got, rule := credited(t, ex.text); got != ex.want {
			t.Errorf("%q: got %q by %q, want %q", ex.text, got, rule, ex.want)
		}
	}
}

// A trade that is no word of its own for a company is never asked for.
func TestTrades(t *testing.T) {
	for trade, marks := range trades {
		if words[trade]&firm == 0 || !trades.fits(trade, "Norland "+marks[0]) || trades.fits(trade, "Norland") {
			t.Errorf("trade %q with %q fits no company, or any", trade, marks)
		}
	}
}
