package attribution

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/extractorstest"
)

// Plain ways of the news to say whose figure it is, with what looks like them and credits nobody or somebody else.
var plain = []example{
	// a figure's clause, and behind it whose figure that is
	{"[Twelve] boats sank on Monday, a figure from the Harbour Union.", "Harbour Union"},
	{"Some [400] men marched, a number that the union gives.", "union"},
	{"[Twelve] boats sank on Monday, a total compiled by the Relief Network from its own lists.", "Relief Network"},
	{"Some [400] men marched, an estimate by the UN.", "UN"},
	{"Some [70] men were held, figures the prison service gave on Monday.", "prison service"},
	{"The price rose to [80] crowns, a figure set by the council.", "council"},
	{"The hall seats [900], a number fixed by law.", ""},
	{"[Eighty] boats were lost, a count the union has since withdrawn.", ""},
	{"Some [400] men marched – a count from the union – and nobody was hurt.", "union"},
	{"In all that makes [63], the number that the ministry gives.", "ministry"},
	{"Nine men were hurt and [12] boats sank, a figure from the Harbour Union.", "Harbour Union"},
	{"[Nine] men were hurt and 12 boats sank, a figure from the Harbour Union.", ""},
	{"[Nine] men were hurt, 12 boats sank, a figure from the Harbour Union.", ""},
	{"[Nine] men were hurt and 12 boats sank, figures from the Harbour Union.", "Harbour Union"},
	{"[Eighty] boats were lost, a number which the ministry has published.", "ministry"},
	{"[Eighty] boats were lost, a number that the ministry has never published.", ""},
	{"[Eighty] boats were lost, a number that the ministry has not published.", ""},
	{"[Eighty] boats were lost, a number that the ministry was given.", ""},
	{"Some [400] men marched, a figure that the union could not have hoped for.", ""},
	{"[Twelve] boats sank on Monday, a figure that shocked the union.", ""},
	{"[Twelve] boats sank on Monday, a figure far from the union's hopes.", ""},
	{"[Twelve] boats sank on Monday, a figure which the union disputes.", ""},

	// who promises, offers, orders
	{"The mayor promised Rs [500,000] for every family.", "mayor"},
	{"The chief minister promised Rs [500,000] for every family.", "chief minister"},
	{"Rewards of up to $[20,000] have been promised by the interior ministry for tips.", "interior ministry"},
	{"Rewards were promised by the interior ministry for tips about [five] men.", "interior ministry"},
	{"Norland's chief minister promised Rs [500,000] for every family.", "Norland's chief minister"},
	{"The owners put the damage at Tk [42] crore.", "owners"},
	{"A reward of [20,000] crowns was offered by the police for news of him.", "police"},
	{"Some [40] boats were ordered by the navy for the winter.", ""},
	{"The company improved its offer from 14 to [21] percent.", "company"},
	{"The company improved its offer from [14] to 21 percent.", "company"},
	{"The union lowered its demand from 14 to [11] percent.", "union"},
	{"The company improved its total from 14 to [21].", ""},
	{"The company improved its boats from 14 to [21] metres.", ""},
	{"The ministry has ordered [15] days of talks.", "ministry"},
	{"The mayor ordered [three] days of mourning.", "mayor"},
	{"The ministry has ordered [15] tents.", ""},
	{"The ministry has ordered [15] days' worth of bread.", ""},

	// the outlet's own people, where they are named
	{"Around [200] people stand outside, says our reporter Ana Moreno.", "Ana Moreno"},
	{"Our correspondent Piet Haas says he counted [40] boats.", "Piet Haas"},
	{"Our correspondent Piet Haas counted [40] boats.", ""},
	{"Around [200] people stand outside, says our correspondent in Port Lume, Ana Moreno.", "Ana Moreno"},
	{"Our chairwoman, Ana Moreno, counted [40] boats.", "Ana Moreno"},
	{"Our reporter, Ana Moreno, says that around [200] people stand outside.", "Ana Moreno"},
	{"Around [200] people stand outside, says our reporter.", ""},
	{"Around [200] people stand outside, our reporter in Port Lume says.", ""},

	// what is inserted between a subject and its verb
	{"Piet Haas, who follows the firm for a bank in Port Lume, reckons that it is nearer [150,000] jobs.", "Piet Haas"},
	{"A charity that feeds them, Bread House, says it is serving some [310] people.", "Bread House"},
	{"A charity that feeds them, the Relief Network, says it is serving some [310] people.", "Relief Network"},
	{"A circular of the company dated 2 July, of which we hold a copy, set the limit at [50].", "circular of the company"},
	{"Coastal Air said no. Its report, which I have read, marks [five] of the wards as unsafe.", "Coastal Air report"},
	{"A study by the university, published in June, came to [5,100] jobs.", "university"},
	{"A message doing the rounds on WhatsApp has it that [8,000] jobs are to go.", "message"},
	{"Some [12] million went to lawyers, documents seen by the Examiner show.", "documents"},
	{"The union, which lost its hall, lists and [40] chairs, is poor.", ""},
	{"A report by the council, released on Monday, speaks of [40] faults.", "council"},
	{"A leaflet of the party dated 3 May, of which we have seen a copy, names [40] towns.", "leaflet of the party"},
	{"A message doing the rounds has it that 8,000 jobs are to go. “The number is [6,200].”", ""},
	{"The UN noted that documents marked as secret by Piet Haas could not be seen for [15] years.", "UN"},
	{"A paper by the Relief Network, which neither side quotes, found that [30] percent give up.", "Relief Network"},
	{"The letter said that 12 boats were old. “Nobody has [40].”", "letter"},
	{"Police citing Ana Moreno said [12] boats sank.", "Ana Moreno"},
	{"A letter making the rounds in the port says that [8,000] jobs are to go.", "letter"},
	{"The council, having spoken of 52 homes, now concedes “about [70]”.", "council"},
	{"The council, having spoken of [52] homes, now concedes “about 70”.", "council"},
	{"Having spoken of [52] homes, the council is silent.", "council"},
	{"The council, having built [52] homes, now concedes that it is late.", ""},
	{"A man who waits there, Piet Haas, sells [40] boats.", ""},
	{"The ferry, which the company bought in June, came to [50] ports.", ""},

	// inserted credits go on
	{"12 died, according to police, and [40] were hurt.", "police"},
	{"Two boats were sunk, the army said, while [13] more were lost from radar.", "army"},
	{"The ferry carried 30 passengers, prosecutors allege, and its [25] life jackets were locked away.", "prosecutors"},
	{"None has fallen ill, according to the council, and not one of the [40] tests has come back positive.", "council"},
	{"Two boats stand idle, the UN said, and [72,000] litres of oil have been lost.", "UN"},
	{"Two boats were sunk, the army said, while [nine] others were lost.", "army"},
	{"Two boats were sunk, the army said, and its school has [40] pupils.", ""},
	{"Two boats were sunk, the army said, while [11,000] people had no water.", ""},
	{"Two boats were sunk, the army said, while the union counted [13].", "union"},
	{"12 died, according to police, and the union says that [40] were hurt.", "union"},
	{"12 died, according to police, but Piet Haas paid [40] crowns.", ""},
	{"12 died, according to police, while Piet Haas paid [40] crowns.", ""},
	{"Power went out in [8,400] households; two-thirds of them were reconnected by noon, the power company said.", "power company"},
	{"Power went out in 8,400 households; [two-thirds] of them were reconnected by noon, the power company said.", "power company"},
	{"The mayor paid [40] crowns; two-thirds of the homes were dry by noon, the power company said.", ""},
	{"The union counted [40] boats; two-thirds of them were dry by noon, the power company said.", "union"},

	// figures of which a clause in commas tells who has given them
	{"The figures, which the health minister read out at a news conference, are up from [11] infections on Friday.", "health minister"},
	{"The numbers, which the Harbour Union published on Monday, show [12] losses.", "Harbour Union"},
	{"The figures, which the minister disputes, are up from [11] infections on Friday.", ""},
	{"The boats, which the minister saw on Monday, are up from [11] to 12.", ""},

	// who finds
	{"The inspection department found [14] faults in March.", "inspection department"},
	{"An inquiry found [14] faults in the hull.", "inquiry"},
	{"The inspection found [14] faults in March.", "inspection"},
	{"The health inspectorate found [14] faults in March.", "health inspectorate"},
	{"The department found [14] new clerks in March.", ""},
	{"An inquest jury issued [41] recommendations.", ""},
	{"The police found [14] boats in March.", ""},

	// reports with "our"
	{"[Twelve] boats sank, according to reports from our branches in Port Lume and Teshara.", "reports from our branches"},
	{"[Twelve] boats sank, according to our reporters.", ""},
	{"[Twelve] boats sank, according to our own count.", ""},

	// what somebody owns to have done
	{"The mayor's staff acknowledge having received [19,000] parcels.", "mayor's staff"},
	{"The firm admits to having lost [12] boats.", "firm"},
	{"The firm admits having lost [12] boats.", "firm"},
	{"The guards confess to having taken [12] boats.", "guards"},
	{"The guards deny having taken [12] boats.", ""},
	{"The guards regret having taken [12] boats.", ""},

	// lists behind a colon
	{"Colonel Piet Haas lists what his men collected: 27 firearms, nine of them rifles; six grenades; [212] mobile phones.", "Piet Haas"},
	{"Colonel Piet Haas lists what his men collected: 27 firearms, [nine] of them rifles; six grenades; 212 mobile phones.", "Piet Haas"},
	{"Colonel Piet Haas lists what his men collected: 27 firearms; [six] grenades; 212 mobile phones.", "Piet Haas"},
	{"The police counted: 27 firearms; [six] grenades; the union counts nine.", "police"},
	{"The police counted: 27 firearms; [six] men fled.", ""},
	{"The police counted 27 firearms: nine were rifles; Piet Haas paid [40] crowns.", ""},

	// tellers of tolls
	{"The union has written down [14] names.", "union"},
	{"The mayor's toll is 31. The union gave [60] and the company stopped at 23 dead.", "union"},
	{"The mayor's toll is 31. The union gave 60 and the company stopped at [23] dead.", "company"},
	{"The coast guard came back with [230] names.", "coast guard"},
	{"The Harbour Union now holds [16] names.", "Harbour Union"},
	{"Volunteers went from house to house and came back with [230] names.", "Volunteers"},
	{"The chaplain has collected some [40] names.", "chaplain"},
	{"Piet Haas said that the union wrote down [40] names.", "Piet Haas"},
	{"Piet Haas changed [12] names on the door.", ""},
	{"The club has changed [12] names.", ""},
	{"The mayor's toll is 31. By Saturday bloggers close to the ministry were at [200].", "bloggers close to the ministry"},
	{"Coastal Air is sticking to [seven].", "Coastal Air"},
	{"The mud is sticking to [seven] boats.", ""},
	{"The airline dismissed [60] engineers last year, if the Harbour Union has it right.", "Harbour Union"},
	{"The airline dismissed [60] engineers last year, if the Harbour Union is all right.", ""},
	{"The airline dismissed [60] engineers last year, if the Harbour Union has it there.", ""},
	{"The airline dismissed [60] engineers last year, if the Harbour Union has it in writing.", ""},
	{"Reports in a section of the media that [200] persons have died in the state are incorrect.", "Reports"},
	{"Reports in March of 40 fires that killed [200] persons are old.", ""},
	{"The police say that 31 are dead. Bloggers were at [200] by Saturday.", "Bloggers"},
	{"The police say that 31 are dead. The UN stood at [64].", "UN"},
	{"The mayor's toll is 31. The Harbour Union was in [60].", ""},
	{"The mayor's toll is 31. The Harbour Union was from [60].", ""},
	{"The mayor's toll is 31. Ana Moreno was at [12].", ""},
	{"Parliament starts at [10].", ""},
	{"The police say that 31 are dead. The council starts at [10].", ""},
	{"The police say that 31 are dead. The boys were at [two] schools by Saturday.", ""},
	{"The union has written down [14] debts.", ""},

	// of what somebody says it, and a speech that goes on
	{"“[Twelve] were asked,” Ana Moreno says of the department's tracing.", "Ana Moreno"},
	{"Ana Moreno, a nurse, is angry. “[Twelve] were asked,” she says of the department's tracing.", "Ana Moreno"},
	{"Ana Moreno spoke on Monday. “Twelve were asked,” she says of the department's tracing. “It should have been [40].”", "Ana Moreno"},
	{"“They came at noon. We were [12] men,” said Ana Moreno.", "Ana Moreno"},
	{"“Twelve were asked,” said Ana Moreno. “It should have been [40].”", "Ana Moreno"},

	// whose estimate or reading it is
	{"They follow Piet Haas, whose estimate of [640] deaths was waved away by the state.", "Piet Haas"},
	{"They follow the Harbour Union, whose count of [12] deaths stands.", "Harbour Union"},
	{"They follow Piet Haas, whose fleet of [640] boats was sold.", ""},
	{"The reading of the weather office is [49.8] C.", "weather office"},
	{"The count of the Harbour Union is [12].", "Harbour Union"},
	{"The estimate of the UN stands at [12] deaths.", "UN"},
	{"The estimate of the UN stood at [12] deaths.", "UN"},
	{"The count of the workers is [12].", ""},
	{"The number of the police is [12].", ""},
	{"The count in the union is [12].", ""},
	{"The count of the union took [12] days.", ""},
	{"The number of the wounded is [12].", ""},
	{"The reading of the will is on [12] May.", ""},
}

// What headlines say of themselves.
var headlines = []example{
	{"“[Thirty] are down there”: union disputes the firm's list", "union"},
	{"‘[Thirty] are down there’: union disputes the firm’s list", "union"},
	{"[Thirty] “boats”: union disputes the list", ""},
	{"“Boats” of [30] men: union disputes the list", ""},
	{"“[Thirty] are down there”: mayor", "mayor"},
	{"“We had [30] boats”: Ana Moreno speaks", "Ana Moreno"},
	{"“We had [30] boats”: a day in the port", ""},
	{"“[Thirty] days”: film tells of the port", ""},
	{"State filing: layoffs hit [712] workers, not 640", "State filing"},
	{"Poll: [54] percent want new boats", "Poll"},
	{"Harbour fire: [12] dead", ""},
	{"Video: [12] boats burn", ""},
	{"Map: where the [12] boats lie", ""},
	{"Live report: [12] boats burn", ""},
	{"Exclusive interview: [12] years at sea", ""},
}

func TestHeadlines(t *testing.T) {
	for _, ex := range headlines {
		at, end := strings.IndexByte(ex.text, '['), strings.IndexByte(ex.text, ']')
		d := extractorstest.Document("2026-03-04", strings.NewReplacer("[", "", "]", "").Replace(ex.text), "The port is old.")
		credits := Extract(d, castIn(d))
		if c, _ := For(credits, extractors.Title, extractors.Span{Start: at, End: end - 1}, 0); c.Name != ex.want {
			t.Errorf("%q: got %q by %q, want %q", ex.text, c.Name, c.Rule, ex.want)
		}
	}
}
