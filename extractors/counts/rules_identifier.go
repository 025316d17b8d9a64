package counts

import "strings"

// identifierRules refuse numbers that name something: in names, in dates, behind "flight" and "number".
var identifierRules = []refusal{
	{
		name: "idiom",
		when: func(s *scanner, q *quantity) bool { return s.inIdiom(q) },
		no: []string{
			"The minister promised zero tolerance.", "One day they will come back.", "They looked at one another.", "It was a case of six of one and half a dozen of the other.",
			"On the one hand he wants peace.", "The plant is open 24/7.", "The attacks of 9/11 changed that.", "It is a Catch-22.", "The odds are fifty-fifty.", "She is on cloud nine.",
			"It takes two to tango.", "Scores level, the captain said.", "The first half was dull.", "He came second to none.", "They will settle old scores.", "He is a one-trick pony.",
			"The index of the FTSE 100 rose.", "It was the eleventh hour.", "The two-state solution is dead.", "Analysts expect a two-horse race.", "A picture says more than a thousand words.",
			"The summit of the Group of 20 ended.", "Her company is in the Fortune 500.", "They are at sixes and sevens.", "It went the whole nine yards.", "The last 16 are known.",
			"He had no doubt.", "There was no immediate comment.", "No wonder they left.", "It happened at one point.", "One way or another it must end.", "A one-party state needs no voters.",
			"Nobody knows why.", "No one knows who fired.", "It was cut in half.", "The law leaves half the story untold.", "Chapter 11 looms.", "They won the second half.",
		},
		yes: []example{{"Two dozen people were hurt.", "Two dozen=person"}, {"Divers searched for one sailor.", "one=sailor"}},
	},
	{
		name: "numbered-name",
		when: func(s *scanner, q *quantity) bool {
			return q.plain && q.bound == exact && !q.share && q.from > 0 && s.at(q.from-1).class&cCapital != 0 && s.alwaysTogether(q)
		},
		no: []string{
			"Studio 31 sang. The students of Studio 31 danced.",
		},
		yes: []example{{"The bloc won 34 seats, the League 25.", "34=seat 25=seat"}},
	},
	{
		name: "name",
		when: func(s *scanner, q *quantity) bool {
			for k := q.core; k < q.end && k < len(s.words); k++ {
				if s.words[k].class&cName != 0 {
					return s.words[k].class&cCurrency == 0 && !q.moneyed
				}
			}
			return false
		},
		no: []string{"Flight SL306 left on time."},
	},
	{
		name: "date",
		when: func(s *scanner, q *quantity) bool {
			for k := q.core; k < q.end && k < len(s.words); k++ {
				if s.words[k].class&cDate != 0 {
					return true
				}
			}
			return false
		},
		no: []string{"It happened on 12 December 2025.", "It happened in 2019.", "They met on March 3."},
	},
	{
		name: "year", // for what the dates leave over
		when: func(s *scanner, q *quantity) bool {
			if s.yearsBetween(q) {
				return true
			}
			if !q.plain || q.lo < 1500 || q.lo > 2100 || len(s.toks[q.core].Text) != 4 || q.bound != exact && q.bound != about || q.moneyed || q.kind != Number {
				return false
			}
			if q.lo >= 1900 {
				return q.noun.head < 0 || s.at(q.from-1).class&(cDet|cPrep) != 0 || s.headWord(q).class&cPerson == 0
			}
			return q.elided() && s.at(q.from-1).class&(cPrep|cMonth) != 0
		},
		no: []string{
			"The 2020 protests were crushed.", "She shared the 2022 prize.", "The disputed 2024 elections were held.", "He has ruled since 1994.", "The vote of 2015 was close.",
			"Its 2023 results were poor.", "The law of 1848 stands.", "The keep was built between 1261 and 1265.", "He ruled from 1102 to 1119.", "The song was written between 1310 and 1315.",
		},
		yes: []example{{"It sent from 1,200 to 1,400 tents.", "from 1,200 to 1,400=tent"}, {"Between 1200 and 1400 came.", "Between 1200 and 1400=person"}, {"The hall housed between 1200 and 1400.", "between 1200 and 1400=person"}, {"The dead numbered between 1100 and 1300.", "between 1100 and 1300=person"}, {"The guard recruited between 1000 and 1500.", "between 1000 and 1500=person"}, {"Some 2000 people fled.", "Some 2000=person"}, {"At least 1900 people fled.", "At least 1900=person"}},
	},
	{
		name: "numbered-street",
		when: func(s *scanner, q *quantity) bool {
			return q.plain && q.bound == exact && s.at(q.to).class&(cStreet|cCapital) == cStreet|cCapital && s.at(q.to).class&cPlural == 0 && !s.titled()
		},
		no:  []string{"They live on 318 Street."},
		yes: []example{{"They paved 40 streets.", "40=street"}},
	},
	{
		name:     "kilometre-post",
		patterns: []string{"at|near|past kilometer|kilometre|km|mile|marker #"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Number },
		no:       []string{"At kilometre 1,271 of the road soldiers search cars."},
	},
	{
		name: "his-own",
		when: func(s *scanner, q *quantity) bool { // a car or a plane by its type
			owner := s.lower(q.from - 1)
			return q.plain && !q.spelled && q.bound == exact && q.noun.head < 0 && q.end == q.core+1 && len(s.toks[q.core].Text) == 3 && (owner == "his" || owner == "her" || owner == "my") &&
				(s.lower(q.end) == "was" || s.lower(q.end) == "is")
		},
		no:  []string{"He said his 757 was a fine plane."},
		yes: []example{{"He sold his 757 boats.", "757=boat"}},
	},
	{
		name: "lettered",
		when: func(s *scanner, q *quantity) bool {
			t := s.toks[q.core].Text
			return q.kind == Number && !q.moneyed && q.end == q.core+1 && len(t) > 1 && t[len(t)-1] >= 'A' && t[len(t)-1] <= 'H' && isDigit(t[len(t)-2]) && q.noun.head < 0
		},
		no:  []string{"He sleeps in hut 2B.", "They sat in row 14D and left."},
		yes: []example{{"It was at least 40C in the shade.", "at least 40C=degree Celsius"}},
	},
	{
		name:     "calibre",
		patterns: []string{"# calibre|caliber|rounds|cartridges|bullets|shells|ammunition|pistol|rifle|pistols|rifles"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Measure && (q.unitName == "millimetre" || q.unitName == "inch")
		},
		no:  []string{"Those found were of 7.62-millimetre calibre.", "He carried a 9mm pistol."},
		yes: []example{{"They found 14 rifles.", "14=rifle"}},
	},
	{
		name:     "number",
		patterns: []string{"number|numbers|numero|no|no.|nos|nos.|nr|nr.|№|n° # ", "covid|cov - #"},
		when: func(s *scanner, q *quantity) bool {
			return (s.lower(q.from-1) != "no" || !q.spelled) && !s.theyNumber(q)
		},
		no:  []string{"The fault was in engine number two.", "It is the world's number one crisis.", "Station number 17 opened late.", "He lives at No. 5.", "She wears the number 9.", "They bought COVID -19 tests."},
		yes: []example{{"The dead number 184, she adds.", "184=person"}, {"The wounded now number 46, she adds.", "46=person"}},
	},
	{
		name:     "identifier",
		patterns: []string{"IDENTIFIER #d", "IDENTIFIER #w", "IDENTIFIER no|no.|number #"},
		when: func(s *scanner, q *quantity) bool {
			if q.moneyed || q.bound != exact || q.kind == Money || q.kind == Percent || q.from != q.core || q.scaled || q.lo >= 100000 || s.theyNumber(q) {
				return false
			}
			prev := q.from - 1
			if s.at(prev).class&cPlural != 0 && (s.at(prev).class&cCapital == 0 || s.titled()) && s.at(prev).singular != s.lower(prev) && !q.elided() {
				return false
			}
			capital := s.at(prev).class&cCapital != 0 && prev > 0
			if capital && s.at(prev).class&cName != 0 && q.noun.head >= 0 && s.headWord(q).class&cPerson != 0 { // "told the BBC 12 people"
				return false
			}
			if strings.HasPrefix(s.tag(prev), "VB") && (s.at(prev).class&cCapital == 0 || s.titled()) && s.lower(prev) != "dial" && s.lower(prev) != "call" && !(s.lower(prev-1) == "to" && (s.at(q.to).class&cStop != 0 || s.lower(q.to) == "of")) {
				return false
			}
			if !capital && s.befalls(q.to) {
				return false
			}
			if q.noun.head >= 0 && !capital && s.lower(q.end) != "of" {
				return s.headWord(q).class&(cPerson|cThing|cState) == 0
			}
			if !capital && s.lower(q.to) == "of" && pronouns[s.lower(q.to+1)] {
				return false // "According to the city hall 71 of them"
			}
			return (q.noun.head < 0 || s.lower(q.end) == "of") && s.at(q.to).class&cState == 0 || capital
		},
		no: []string{
			"It criticised article 34 of the election law.", "They came by Route 59.", "The plane left from gate 11.", "She sits in Committee Room 9.", "See page 31 for details.",
			"The law is Section 230 of the act.", "Security Council resolution 2736 demanded a truce.", "House Bill 472 failed.", "They live on Highway 30.", "Reactor 4 was shut down.",
			"The pilot of Flight 370 was alone.", "It was a Boeing 737 of the airline.", "Episode 41 is out.", "She was in seat 11 of the plane.", "Dial 211 for help.", "He has been up to coach 9.", "Go to window 4 of the bank.", "It was in courtroom 6 of the court.", "Train 415 of the morning left.", "It stood at kilometre 64, in fog.", "Call 112 at once.",
			"The school is in District 25.", "They wrote chapter 4 together.", "Volume two is out.", "Phase three begins.", "He won stage 5 of the race.", "They played Game 7.",
			"They occupy block 12.", "It left from platform 9.", "Line 3 of the metro is closed.", "Covid 19 returned.", "The Apollo 11 crew trained there.", "He runs Windows 11 there.", "Verse 3 of chapter 2 was read.",
		},
		yes: []example{
			{"The flight carried 38 passengers.", "38=passenger"}, {"Police shot dead 12 people.", "12=person"}, {"In one room 14 people slept.", "one=room 14=person"},
			{"The section employs 40 people.", "40=person"},
		},
	},
	{
		name:     "graded", // whatever follows: "Grade 6 pupils"
		patterns: []string{"grade|class|form|phase|tier|category|type|version|size|series|mark|model|generation|gen #"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.bound == exact && q.from == q.core && !q.scaled && q.single() && (q.lo <= 20 || q.decimal) && !q.share && !q.none && s.at(q.from-2).class&cNumber == 0
		},
		no:  []string{"Grade 6 pupils stayed at home.", "Her size 12 dress was torn.", "Version 2.0 is out.", "Class nine pupils passed."},
		yes: []example{{"Phase 2 trials began with 200 volunteers.", "200=volunteer"}, {"The class of 12 pupils left.", "12=pupil"}},
	},
	{
		name:     "nth-day",
		patterns: []string{"^ day|week|night|round|lap|matchday #d", "^ day|night|week|round #w of|:|,|begins|began|ends|ended", "on|by|until|since|after|: day|week|round|lap|matchday #d", "is|was|'s|into day|week|night|round #w of|:|,|.|and"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Number && q.lo < 400 },
		no:       []string{"Day six of the revolt began.", "Day 3: rescuers dig on.", "On day 12 the rain stopped.", "It is day nine of the revolt."},
		yes:      []example{{"That day 12 people drowned.", "12=person"}},
	},
	{
		name: "airliner", // "the 737", "737 MAX"
		when: func(s *scanner, q *quantity) bool {
			return q.plain && (q.elided() || s.lower(q.to) == "max") && q.bound == exact && q.kind == Number && q.lo >= 707 && q.lo <= 787 && int(q.lo)%10 == 7 && int(q.lo)/100 == 7 &&
				(s.lower(q.from-1) == "the" || s.lower(q.from-1) == "a" || s.tag(q.from-1) == "JJ" && s.at(q.from-2).class&cDet != 0 || s.lower(q.to) == "max" || s.lower(q.to) == "jets")
		},
		no:  []string{"Output of the 737 rose.", "They ordered the 787 again.", "The 737 Max jets stayed on the ground."},
		yes: []example{{"The storm killed 737 people.", "737=person"}},
	},
	{
		name: "calibre",
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.from == q.core && s.toks[q.core].Text[0] == '.'
		},
		no:  []string{"A .22 rifle was found."},
		yes: []example{{"Only .8 percent voted.", ".8 percent=percent"}},
	},
	{
		name:     "reading-time",
		patterns: []string{"# min|mins|minute|minutes? read", "page|photo|image|slide|part|step|question NUMBER of #"},
		when:     func(s *scanner, q *quantity) bool { return q.lo < 1000 },
		no:       []string{"3 min read", "Page 3 of 12", "Photo 2 of 5"},
		yes:      []example{{"Nurses read 12 charts.", "12=chart"}},
	},
	{
		name:     "identifier-list",
		patterns: []string{"NUMBER and|or|to|,|-|–|& #d"},
		when: func(s *scanner, q *quantity) bool {
			if s.k == 0 || !q.elided() || q.bound != exact {
				return false
			}
			r := s.qs[s.k-1].refusal
			return r != nil && (r.name == "identifier" || r.name == "number" || r.name == "identifier-list")
		},
		no: []string{"Dial 999 or 112 for help.", "The road is shut between exits 24 and 26.", "See chapters 3, 4 and 5."},
	},
	{
		name: "model",
		when: func(s *scanner, q *quantity) bool {
			if !q.plain && !q.dashed || q.moneyed || q.bound != exact || q.kind != Number && q.kind != Measure || q.from != q.core || q.from < 1 || q.unit != nil {
				return false
			}
			prev := s.at(q.from - 1)
			if q.lo < 20 && camel(s.toks[q.from-1].Text) {
				return true
			}
			if prev.class&cCapital == 0 || prev.class&(cMonth|cSay|cHarm|cChange|cAct|cBe|cHave|cModal|cPrep|cConj|cToll|cScoreVerb|cDet|cRelative|cHedge) != 0 {
				return false
			}
			if !strings.HasPrefix(s.tag(q.from-1), "NN") || s.titled() || prev.class&cDate != 0 || s.k > 0 && (s.qs[s.k-1].refusal == nil || s.percentBefore(s.k) != nil && s.opensGapped(q)) {
				return false
			}
			next := s.at(q.to)
			if t := s.lower(q.from - 2); q.noun.head < 0 && (t == "the" || t == "a" || t == "an") {
				return true
			}
			if t := s.toks[q.from-1].Text; q.noun.head >= 0 && t[0] >= 'a' && t[0] <= 'z' { // "iPhone 15 sales"
				return q.lo < 100
			}
			return q.noun.head < 0 && next.class&(cState|cBe|cHave|cModal|cHarm|cAct) == 0 && !strings.HasPrefix(s.tag(q.to), "VB") && q.from > 1
		},
		no: []string{
			"The airline flies the Dash 8-400.", "He drove a Peugeot 504 to work.", "They used the Nikon 700.", "The Antonov 26 came down.", "She bought a Galaxy 23 there.",
			"The rebels fired the Grad 19 at the town.", "Owners of the AirFlow 3 kettles complain.", "Belarus General License 12, which allows trade, was issued.",
		},
		yes: []example{
			{"According to Viasna 994 people remain.", "994=person"},
			{"She got 87 percent of them on 8 November, and Mr Orr 4.", "87 percent=percent 4=percent"},
		},
	},
	{
		name: "model-letters", // whatever follows: "AK 47 rifles", "USB 3.0 ports", "GTX 650M cards"
		when: func(s *scanner, q *quantity) bool {
			if q.spelled || q.moneyed || q.bound != exact || q.from != q.core || q.from < 1 || q.kind != Number || q.lo >= 1e4 && !q.scaled || s.titled() {
				return false
			}
			prev := s.at(q.from - 1)
			t := s.toks[q.from-1].Text
			if len(t) < 2 || len(t) > 5 || t != strings.ToUpper(t) || prev.class&cCapital == 0 || prev.class&(cMonth|cCurrency|cDate) != 0 {
				return false
			}
			if b := s.at(q.from - 2); prev.class&cName != 0 && b.class&(cNumber|cHave) == 0 && s.lower(q.from-2) != "a" && s.lower(q.from-2) != "an" {
				return false // "told the UN 12 trucks"
			}
			return q.noun.head >= 0 && s.headWord(q).class&(cPerson|cState) == 0 && !s.befalls(q.to)
		},
		no:  []string{"It has USB 3.0 ports.", "It comes with a GTX 650M card.", "He had AK 47 rifles."},
		yes: []example{{"Six AK 47 rifles were found.", "Six=rifle"}, {"The UN 12 trucks are late.", "12=truck"}, {"According to WHO 12 hospitals closed.", "12=hospital"}},
	},
	{
		name: "list-number",
		when: func(s *scanner, q *quantity) bool {
			if !q.plain || q.core != 0 || q.kind != Number {
				return false
			}
			if s.lower(q.to) == ")" || s.lower(q.to) == "." && s.sent.Kind != "row" && q.to < len(s.toks)-1 {
				return true
			}
			return q.to == len(s.toks)-1 && s.lower(q.to) == "." && q.lo < 100
		},
		no: []string{"1. Wash your hands.", "2) Close the door.", "3. The drones came at night."},
	},
	{
		name:     "page-furniture",
		patterns: []string{"# min|mins|minute read", "# comments|shares|likes|views|retweets|followers $", "photo|image|picture|slide|list # of", "list # of DIGIT", "photo|image|picture|slide|list DIGIT of #", "( c|© ) #", "© #", "[ # ]"},
		no:       []string{"3 min read", "12 comments", "Photo 2 of 5", "© 2026 The Ledger", "The claim is old [3]."},
	},
	{
		name:     "coordinates",
		patterns: []string{"# north|south|east|west|n|s|e|w", "latitude|longitude .. #"},
		when:     func(s *scanner, q *quantity) bool { return q.kind != Measure || isDegree(q.unit) },
		no:       []string{"It lies at latitude 53.9.", "The wreck lies at 12 degrees north, far out."},
		yes:      []example{{"The front moved 12 kilometres north of the river.", "12 kilometres=kilometre"}},
	},
	{
		name:     "rank",
		patterns: []string{"top|bottom #", "ranked|ranks|rank|ranking|placed|seeded at|in? #e", "ranked|ranks|rank|ranking # out? of", "world's|country's|nation's # most|best|largest|biggest|worst", "# most wanted", "the # most|best|largest|biggest|worst|richest|poorest|highest|lowest"},
		when: func(s *scanner, q *quantity) bool {
			if s.lower(q.from-1) == "top" && (s.at(q.from-2).class&cModal != 0 || s.lower(q.from-2) == "to") {
				return false // "the toll could top 30"
			}
			return q.kind == Number && q.bound == exact
		},
		yes: []example{{"The death toll could top 30.", "30=person"}},
		no:  []string{"It is not a Top 11 issue.", "He is on the list of the agency's 11 Most Wanted.", "The top five teams go through.", "He was seeded 11.", "The country ranked 31 in the list.", "Lom ranks 133 out of the many."},
	},
}

// inIdiom reports a set phrase around the number.
func (s *scanner) inIdiom(q *quantity) bool {
	for k := q.core; k < q.end; k++ {
		for _, p := range vocab.idioms[s.toks[k].Lower] {
			if !s.phraseAt(k-p.at, p.words) {
				continue
			}
			if p.at > 0 && p.at == len(p.words)-1 && q.noun.head == q.end && s.headWord(q).class&cPerson != 0 {
				continue // "looking for one person"
			}
			if end := k - p.at + len(p.words); end >= q.end || k > q.core {
				return true
			}
		}
	}
	return false
}

// titled reports a headline in title case, whose capitals say nothing.
func (s *scanner) titled() bool {
	if s.shape.knownTitle {
		return s.shape.title
	}
	n, capitals := 0, 0
	for i := range s.toks {
		if len(s.toks[i].Text) < 4 || s.words[i].class&(cDigit|cStop) != 0 {
			continue
		}
		n++
		if s.words[i].class&cCapital != 0 {
			capitals++
		}
	}
	s.shape.knownTitle, s.shape.title = true, n > 2 && capitals*10 >= n*8
	return s.shape.title
}

// camel reports a brand with a capital behind its third letter: "QuickPot". Names with a prefix, "MacKay", are none.
func camel(w string) bool {
	if strings.HasPrefix(w, "Mac") || strings.HasPrefix(w, "Fitz") {
		return false
	}
	for i := 3; i < len(w)-1; i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' && w[i+1] >= 'a' && w[i+1] <= 'z' {
			return true
		}
	}
	return false
}

// alwaysTogether reports a capitalised word and a number that the document writes side by side again and again, and the word never before
// another number: a party, a studio, a road.
func (s *scanner) alwaysTogether(q *quantity) bool {
	if s.pairs == nil {
		s.pairs = map[string]int{}
		for i := range s.doc.Sentences {
			toks := s.doc.Sentences[i].Tokens
			for k := 1; k < len(toks); k++ {
				if w := toks[k-1].Text; toks[k].Text[0] >= '0' && toks[k].Text[0] <= '9' && w[0] >= 'A' && w[0] <= 'Z' {
					s.pairs[w]++
					s.pairs[w+" "+toks[k].Text]++
				}
			}
		}
	}
	word := s.toks[q.from-1].Text
	n := s.pairs[word+" "+s.toks[q.core].Text]
	return n > 1 && n == s.pairs[word]
}

// theyNumber reports "number" as the verb for how many those in a state are: "The dead number 184".
func (s *scanner) theyNumber(q *quantity) bool {
	k := q.from - 2
	if s.tag(k) == "RB" {
		k-- // "the wounded now number 46"
	}
	return s.lower(q.from-1) == "number" && s.at(k).class&cState != 0
}
