package counts

// A reading is a rule by which a number counts; its name stands in the evidence of what it reads.
type reading struct {
	name string
	yes  []bounded
}

// A bounded example is a sentence, the words read, and what they say: value, lower and upper bound with "-" for none, "~" if approximate, unit.
type bounded struct {
	sentence, text, want string
}

// readings are all the rules that can stand in evidence, with examples.
var readings = []reading{
	{"number", []bounded{
		{"The wounded were split over five hospitals.", "five", "5 5 5 hospital"},
		{"Twelve people were hurt.", "Twelve", "12 12 12 person"},
		{"They seized 1,227 rifles.", "1,227", "1227 1227 1227 rifle"},
		{"Some 1.4m vehicles, 10 000 of them lorries, were recalled; 31 ships sailed.", "31", "31 31 31 ship"},
		{"A hundred and two soldiers deserted.", "A hundred and two", "102 102 102 soldier"},
		{"Two and a half million voters stayed away.", "Two and a half million", "2500000 2500000 2500000 voter"},
		{"Half a million children fled.", "Half a million", "500000 500000 500000 child"},
		{"Three-quarters of a million people fled.", "Three-quarters of a million", "750000 750000 750000 person"},
		{"A quarter-million people fled.", "A quarter-million", "250000 250000 250000 person"},
		{"Two and a half dozen houses burned.", "Two and a half dozen", "30 30 30 house"},
		{"2 1/2 million people fled.", "2 1/2 million", "2500000 2500000 2500000 person"},
		{"A half-dozen houses burned.", "A half-dozen", "6 6 6 house"},
		{"Two dozen ambulances came.", "Two dozen", "24 24 24 ambulance"},
		{"One point five million people fled.", "One point five million", "1500000 1500000 1500000 person"},
	}},
	{"vague", []bounded{
		{"Dozens of parents came.", "Dozens", "- 24 99 ~ parent"},
		{"Several hundred people fled.", "Several hundred", "- 300 999 ~ person"},
		{"Tens of thousands were displaced.", "Tens of thousands", "- 20000 99999 ~ person"},
	}},
	{"none", []bounded{
		{"No deaths were reported.", "No", "0 0 0 death"},
		{"Nobody has died.", "Nobody", "0 0 0 person"},
	}},
	{"share", []bounded{
		{"Nine in 10 farmers agree.", "Nine in 10", "90 - - ~ percent"},
		{"The vaccine protects 97 of 100 people.", "97 of 100", "97 97 97 percent"},
		{"½ of the houses burned.", "½", "50 - - ~ percent"},
		{"One child in five is hungry.", "One child in five", "20 - - ~ percent"},
		{"A third of them had burns.", "A third", "33.33 - - ~ percent"},
	}},
	{"money", []bounded{
		{"The fund ended at $-20 million.", "$-20 million", "-2e+07 -2e+07 -2e+07 US dollar"},
		{"The state spent $1.2 million on it.", "$1.2 million", "1200000 1200000 1200000 US dollar"},
		{"The state spent $A1.2 million on it.", "$A1.2 million", "1200000 1200000 1200000 Australian dollar"},
		{"Each family was given Sh500,000 in cash.", "Sh500,000", "500000 500000 500000 Kenyan shilling"},
		{"They got SDG 2 million in aid.", "SDG 2 million", "2000000 2000000 2000000 Sudanese pound"},
		{"The court imposed a 2 million-euro fine.", "2 million-euro", "2000000 2000000 2000000 euro"},
		{"It paid 1 1/2 million pesos to them.", "1 1/2 million pesos", "1500000 1500000 1500000 peso"},
		{"It seized silver worth R1,7 million.", "R1,7 million", "1700000 1700000 1700000 rand"},
		{"It seized £1.2m-worth of silver.", "£1.2m-worth", "1200000 1200000 1200000 pound sterling"},
		{"It paid R5m to them.", "R5m", "5000000 5000000 5000000 rand"}, {"It paid K5 million to them.", "K5 million", "5000000 5000000 5000000 kwacha"},
		{"It paid Rs. 4,000 to them.", "Rs. 4,000", "4000 4000 4000 Indian rupee"}, {"It paid Rs.4 crore to them.", "Rs.4 crore", "40000000 40000000 40000000 Indian rupee"}, {"It paid Tk. 400 to them.", "Tk. 400", "400 400 400 taka"},
		{"He pledged $3 million, of which he paid 2 million.", "2 million", "2000000 2000000 2000000 US dollar"},
		{"The cash has grown to 131,000 euros, and 23,000 of that lay in an oven.", "23,000", "23000 23000 23000 euro"},
		{"It put the losses at 1.3 billion euros; shop owners spoke of 3 billion.", "3 billion", "3000000000 3000000000 3000000000 euro"},
		{"It voted 110 million pesos, on top of the 36 million that it had promised.", "36 million", "36000000 36000000 36000000 peso"},
		{"It raised its aid to five million crowns (€0.2 million) from the two million promised in May.", "two million", "2000000 2000000 2000000 koruna"},
		{"The canton has promised two million marks, and its 40 pupils have good marks.", "two million marks", "2000000 2000000 2000000 convertible mark"},
		{"The mill put the damage at Tk 42 crore.", "Tk 42 crore", "420000000 420000000 420000000 taka"},
		{"It cost 20 million pounds.", "20 million pounds", "20000000 20000000 20000000 pound"},
		{"Two hundred and twelve million pounds went out.", "Two hundred and twelve million pounds", "212000000 212000000 212000000 pound"},
		{"Profit came to 2.31 billion pounds, up from 2.03 billion a year earlier.", "2.03 billion", "2030000000 2030000000 2030000000 pound"},
		{"The bank will pay 1.4 billion pounds to owners: 900 million in dividends and 500 million in shares.", "900 million", "900000000 900000000 900000000 pound"},
		{"It set aside 185 million pounds for repairs and 60 million for buyers.", "60 million", "60000000 60000000 60000000 pound"},
		{"They ask for 3 million dollars. Two million is what the town has promised them.", "Two million", "2000000 2000000 2000000 dollar"},
		{"Exporters have lost 1.1 billion soles; the ministry speaks of 640 million for all.", "640 million", "640000000 640000000 640000000 sol"},
	}},
	{"percent", []bounded{
		{"Output shrank by −0.4 percent.", "−0.4 percent", "-0.4 -0.4 -0.4 percent"},
		{"Prices rose half a percent.", "half a percent", "0.5 0.5 0.5 percent"},
		{"Turnout was 58.2 per cent there.", "58.2 per cent", "58.2 58.2 58.2 percent"},
		{"Turnout was 74 percent, above the national 67.9.", "67.9", "67.9 67.9 67.9 percent"},
		{"The count gave her 49.4 percent and him 48.4, the agency said.", "48.4", "48.4 48.4 48.4 percent"},
		{"It had 49.4 percent for the judge and 48.4 for the farmer.", "48.4", "48.4 48.4 48.4 percent"},
		{"Orr (49.8 percent) leads Lund (48.0).", "48.0", "48 48 48 percent"},
		{"She leads by 52.3 percent to 47.7.", "47.7", "47.7 47.7 47.7 percent"},
		{"The jobless rate rose to 5.2 percent from 4.9 in August.", "4.9", "4.9 4.9 4.9 percent"},
		{"She got 87 percent of them on 8 November, and Mr Orr 4.", "4", "4 4 4 percent"},
		{"Turnout at noon was 21 percent, and it ended at 33.", "33", "33 33 33 percent"},
		{"Support fell to 23 percent from 31 in March.", "31", "31 31 31 percent"},
		{"It put the League at 34 percent, ahead of the Bloc on 29 and the Greens on 11.", "11", "11 11 11 percent"},
		{"Turnout was not 40.3 percent, as it had claimed, but 39.6, the chair said.", "39.6", "39.6 39.6 39.6 percent"},
	}},
	{"measure", []bounded{
		{"Norland has most (21 million tons), then Leith (20 million).", "20 million", "20000000 20000000 20000000 ton"},
		{"It covers 40 sq. miles of desert.", "40 sq. miles", "40 40 40 square mile"},
		{"It lost 1,5 million tonnes.", "1,5 million tonnes", "1500000 1500000 1500000 tonne"},
		{"The night saw minus 12 degrees.", "minus 12 degrees", "-12 -12 -12 degree"},
		{"Add one-half tablespoon of salt.", "one-half tablespoon", "0.5 0.5 0.5 tablespoon"},
		{"The fire burned 14,500 acres.", "14,500 acres", "14500 14500 14500 acre"},
		{`The hail broke 40 windows with stones of 3".`, `3"`, "3 3 3 inch"},
		{"The barrier is 6′ high.", "6′", "6 6 6 foot"},
		{"By Friday 11,200 barrels had leaked: it was 3,000 last Sunday, when the ship sank.", "3,000", "3000 3000 3000 barrel"},
		{"By Friday 11,200 barrels had leaked. The owner, whose office has 17 clerks, admits to 8,900.", "8,900", "8900 8900 8900 barrel"},
		{"They measured 95 centimetres of snow; at the next hut, higher up, it was 128.", "128", "128 128 128 centimetre"},
		{"A quake of magnitude 7.0 struck. The survey gives 7.2.", "7.2", "7.2 7.2 7.2 magnitude"},
	}},
	{"duration", []bounded{
		{"She was sentenced to 11 years in prison.", "11 years", "11 11 11 year"},
		{"The strike will last 30 days.", "30 days", "30 30 30 day"},
	}},
	{"more-than", []bounded{
		{"More than 990 people remain in prison.", "More than 990", "- 991 - person"},
		{"More than 40 percent of the body was burned.", "More than 40 percent", "- 40 - percent"},
		{"In May 2013 more than 320 people drowned.", "more than 320", "- 321 - person"},
		{"The crowd was well over 3,000 people.", "well over 3,000", "- 3001 - person"},
		{"In October 2013 more than 320 people drowned.", "more than 320", "- 321 - person"},
		{"Since 2014 more than 90 ships have sunk.", "more than 90", "- 91 - ship"},
	}},
	{"at-least", []bounded{
		{"At least 14 people died.", "At least 14", "- 14 - person"},
		{"Two hundred-plus soldiers deserted.", "Two hundred-plus", "- 200 - soldier"},
		{"Six people at least were hurt.", "Six", "- 6 - person"},
		{"It could be 22 or more.", "22 or more", "- 22 - person"},
		{"No fewer than 19 ministers resigned.", "No fewer than 19", "- 19 - minister"},
		{"They arrested 40+ protesters.", "40+", "- 40 - protester"},
	}},
	{"fewer-than", []bounded{
		{"Fewer than 15 cases were seen.", "Fewer than 15", "- - 14 case"},
	}},
	{"up-to", []bounded{
		{"Up to eight people are buried.", "Up to eight", "- - 8 person"},
		{"It freed as many as 1,300 prisoners.", "as many as 1,300", "- - 1300 prisoner"},
		{"No more than 5 soldiers fell.", "No more than 5", "- - 5 soldier"},
	}},
	{"nearly", []bounded{
		{"Nearly 50 houses burned.", "Nearly 50", "50 - 50 ~ house"},
	}},
	{"just-over", []bounded{
		{"Just over 900 people voted.", "Just over 900", "900 901 - ~ person"},
	}},
	{"just-under", []bounded{
		{"Just under 3,600 voters came.", "Just under 3,600", "3600 - 3599 ~ voter"},
	}},
	{"about", []bounded{
		{"About 300 families live there.", "About 300", "300 - - ~ family"},
		{"A dozen or so chapters are closed.", "A dozen or so", "12 - - ~ chapter"},
		{"Twenty-odd trucks burned; some 60 soldiers fled.", "some 60", "60 - - ~ soldier"},
	}},
	{"another", []bounded{
		{"Another 20 people were hurt.", "Another 20", "20 20 20 person"},
	}},
	{"the-other", []bounded{
		{"Nine patients are in hospital; the other 31 have gone home.", "the other 31", "31 31 31 patient"},
	}},
	{"money", []bounded{
		{"It improved its offer from 14 to 21 percent, payable in May, and the bonus from 150,000 to 200,000 pesos.", "200,000 pesos", "200000 200000 200000 peso"},
	}},
	{"range", []bounded{
		{"Two to three dozen boats sank.", "Two to three dozen", "- 24 36 boat"},
		{"Between 40 and 50 people were told.", "Between 40 and 50", "- 40 50 person"},
		{"He counted nine or ten bodies.", "nine or ten", "- 9 10 body"},
		{"They need 40-50 tents.", "40-50", "- 40 50 tent"},
		{"It would take 2 to 3 million doses.", "2 to 3 million", "- 2000000 3000000 dose"},
		{"It weighs from 50 to 80 tonnes.", "from 50 to 80 tonnes", "- 50 80 tonne"},
	}},
	{"state", []bounded{
		{"The ministry says 22 dead.", "22", "22 22 22 person"},
	}},
	{"strong", []bounded{
		{"The 3,000-strong garrison gave up.", "3,000-strong", "3000 3000 3000 person"},
	}},
	{"compound", []bounded{
		{"The fire in the six-storey block is out.", "six-storey", "6 6 6 storey"},
		{"It holds the 81-seat assembly.", "81-seat", "81 81 81 seat"},
	}},
	{"part-of", []bounded{
		{"The army shot down nine of 11 drones.", "nine", "9 9 9 drone"},
		{"Two of the patients are still there.", "Two", "2 2 2 patient"},
		{"Ten came, three of them children.", "three", "3 3 3 child"},
	}},
	{"elided", []bounded{
		{"The bloc won 34 seats, its rival 25.", "25", "25 25 25 seat"},
		{"Barely 70 came.", "70", "70 70 70 person"},
	}},
	{"toll", []bounded{
		{"The death toll rose to 34.", "34", "34 34 34 person"},
	}},
	{"label", []bounded{
		{"Injuries: 43", "43", "43 43 43 injury"},
	}},
	{"group-of", []bounded{
		{"It is a town of 8,400.", "8,400", "8400 8400 8400 inhabitant"},
		{"She told a crowd of some 3,000 so.", "some 3,000", "3000 - - ~ person"},
		{"The tanker has a crew of 25.", "25", "25 25 25 crew member"},
	}},
	{"table", nil},
	{"sum", []bounded{
		{"Seven foreigners and Maria Lopez were freed.", "Seven foreigners and Maria Lopez", "8 8 8 person"},
	}},
}
