package counts

import "strings"

// bare refuses a number that names nothing and does not stand where a clause has a quantity: list numbers, versions, ports, pages and
// volumes of references, cells of calendars. Half of the bare numbers of public pages are such; no verb does anything with them.
var bare = refusal{
	name: "bare",
	no: []string{
		"258. What do they eat?", "Ann Oral Surg. 2013;57(10):1015–21.", "See Plant Dis. 2012;92(2):194 for that.", "The record is [PMID: 29615204] there.",
		"Python 3 had fewer users then.", "It needs Harrow 2.6 for that.", "Set size = 20 there.", "It raises KeyError(1) at once.", "The list is [0, 2, 4, 6] here.", "It waits for a second or two.",
		"English conflates the two.", "Winter 15", "Example 4: the colours", "The acid has a value of 6.5 then.", "macOS Sierra 10.12 was slow.", "They ported it from Harrow 2 to 3 later.",
		"The mill ran two versions of Harrow 3 there.", "“I am very happy at 51,” she said.", "Set it aside for Anna (7) and Jon (5).",
		"They had kept rates near zero.", "The prizes that the two had won were sold.",
		"The wait has come down from 48 hours to nine.", "Send pictures to 98900 55512.",
	},
	yes: []example{
		{"Of the survivors, six were in the ward and three had gone home.", "six=survivor three=survivor"},
		{"As for the villagers, 12 died.", "12=villager"},
		{"Thousands of people came: 15,000, said the organisers; 4,000, said the police.", "Thousands=person 15,000=person 4,000=person"},
		{"It put the number of ruined houses at “fewer than 50”.", "fewer than 50=house"},
		{"There were about 40 of us in the hall.", "about 40=person"},
		{"It could not reach 61 people: 22 of its own employees and 39 contractors.", "61=person 22=employee 39=contractor"},
		{"Branches closed in ten years: 293", "293=branch"},
		{"Sixty-one members were for it, 92 against, 26 absent.", "Sixty-one=member 92=member 26=person"},
		{"Of police officers the ministry says that 74 were hurt.", "74=police officer"},
		{"Nor do the figures for the guests agree. The province says that 1,450 had left the valley.", "1,450=guest"},
		{"A tug is on the spot; two more are on the way.", "two=tug"},
		{"On Monday the province’s tally of dead birds stood at 792. The Guild’s was 1,150.", "792=bird 1,150=bird"},
		{"They shut 40 beaches and nine ports. That makes 49.", "40=beach nine=port 49=port"},
		{"The office had its highest figure, 66, on Monday.", "66=person"},
		{"It arrested 402 people. Most of them, 371, have been freed.", "402=person 371=person"},
		{"It froze its figure on Monday, at 13.", "13=person"},
		{"It falls short of the 63 that the rebels say they killed.", "63=person"},
		{"Seven missing, or ten?", "Seven=person ten=person"},
		{"Nine people have died. The ministry confirms seven.", "Nine=person seven=person"},
		{"It gave the result: 101 in favour, 20 against, five abstentions.", "101=vote 20=vote five=abstention"},
		{"Twelve prisoners were freed. Nineteen, says the ministry, are still held.", "Twelve=prisoner Nineteen=prisoner"},
		{"The bloc won 34 seats, the League 25.", "34=seat 25=seat"},
		{"Orr had 12,450 votes and retired general Jan Lund 11,980.", "12,450=vote 11,980=vote"},
		{"Orr polled 12,450 votes against Jones' 11,980.", "12,450=vote 11,980=vote"},
		{"The lead was 45,135 with nearly all votes counted.", "45,135=vote"},
		{"Orr won 12,450 votes. His majority was cut to 204.", "12,450=vote 204=vote"},
		{"With 98 percent of ballots counted, she is ahead by 4,120.", "98 percent=percent 4,120=vote"},
		{"It sent 40 buses to Bar (30) and Kotor (10).", "40=bus 30=bus 10=bus"},
		{"The storm killed 14.", "14=person"},
		{"Nine shelves are new; the number of jars, 88,600, is the same.", "Nine=shelf 88,600=jar"},
		{"She gave the number of goats as 37.", "37=goat"},
		{"The firm's figure of six leaves out a driver who quit.", "six=person"},
		{"At least 45 lay dead.", "At least 45=person"},
		{"The mill is cutting its workforce by 400.", "400=person"},
		{"All 40 children were taken in. They went to Bar (30) or Kotor (10).", "40=child 30=child 10=child"},
		{"The fire hurt 9 people. Three died.", "9=person Three=person"},
		{"The toll rose to 40.", "40=person"},
		{"The police had spoken of 87.", "87=person"},
		{"The ferry had a capacity of 98.", "98=person"},
		{"How many people died? Nineteen.", "Nineteen=person"},
		{"How many are missing? Forty-four, by the same count.", "Forty-four=person"},
		{"The union sticks to 400.", "400=person"},
		{"Nine deaths are known. On Monday it was given as 109.", "Nine=death 109=death"},
		{"The ferry sank. Thirty-one, the Coast Guard said at noon, are dead.", "Thirty-one=person"},
		{"Ten cases are known. Six are in Kotor, four in Bar.", "Ten=case Six=case four=case"},
		{"Rebels took 127 pupils. Of the 127, 83 were girls.", "127=pupil 127=pupil 83=girl"},
		{"They held 120 people for petty hooliganism: 48 on the first day and 72 on the second.", "120=person 48=person 72=person"},
		{"In all 168 people were detained at the protests: 57 on Monday and 112 on Friday.", "168=person 57=person 112=person"},
		{"Police detain 48 as march turns violent", "48=person"},
		{"The storm hurt 30 people. The ward has taken in 14.", "30=person 14=person"},
		{"They arrested 40 people. The lawyers know of 52 and have a list of 61.", "40=person 52=person 61=person"},
		{"The League has 22 seats. Its rival would be left with 19 in the house.", "22=seat 19=seat"},
		{"Divers put the number of guests lost from the Hotel Miramar at 58.", "58=guest"},
		{"The number of jobs falls from 1,700 to 720.", "1,700=job 720=job"},
		{"It lists 40 destroyed and 90 damaged houses.", "40=house 90=house"},
		{"Barns burned: 318, by the council's reckoning", "318=barn"},
		{"The board approved the move by 12 votes to eight.", "12=vote eight=vote"},
		{"It verified injuries to 47.", "47=person"},
		{"She estimated the number of barges at 20 to 25 and left.", "20 to 25=barge"},
		{"They watch over 1,400-odd goats and want information about five of them.", "1,400-odd=goat five=goat"},
		{"He runs a shop in a town of about 8,400.", "about 8,400=inhabitant"},
		{"Of 41 gauges that the office set up in three valleys, 17 were broken.", "41=gauge three=valley 17=gauge"},
		{"Out of 46 villages he has had word from 31.", "46=village 31=village"},
		{"Some 3,500 people marched in Graz; in Vienna 1,600 stood with candles.", "Some 3,500=person 1,600=person"},
		{"By the book of the city hall 71 of them were shut, 40 houses and 31 shops.", "71=person 40=house 31=shop"},
		{"It sold 702,300 cars in 2025; seven years earlier the figure was 1.02m.", "702,300=car 1.02m=car"},
		{"Farmers lost P1.4 billion and got P10,000 each.", "P1.4 billion=Philippine peso P10,000=Philippine peso"},
		{"The poll gave the Bloc between 19 and 21 of the 46 seats and the governing Workers’ Front 14 to 16.", "between 19 and 21=seat 46=seat 14 to 16=seat"},
	},
}

// signs reports what stands at numbers that are no quantities: glued punctuation, a name that the number belongs to, a fraction without
// a measure, a line of its own.
func (s *scanner) signs(k int) bool {
	q := &s.qs[k]
	switch {
	case q.spelled && s.at(q.core).class&cCapital != 0 && q.core > 0 && s.at(q.from-1).class&cCapital != 0 && !s.titled(): // "Region Two"
		return true
	case s.lower(q.core) == "zero" && q.end == q.core+1 && s.at(q.core-1).class&cPrep != 0 && s.sibling(k) == nil && !s.befalls(q.to) && !s.downTo(q):
		return true // "rates near zero"
	case q.spelled, q.vague, q.none:
		return s.lower(q.from-1) == "or" && s.at(q.from-2).class&cNumber == 0 && !(s.lower(q.from-2) == "," && s.k > 0 && s.qs[s.k-1].refusal == nil) || s.theTwo(q)
	}
	return q.hi == 0 && !s.verbBefore(q) || s.gluedTo(q) || s.labelled(k) || s.named(k) || s.fraction(q) && !s.decimals(k) || !q.scaled && s.alone(q)
}

// downTo reports a number that some things came to: "cases dropped to zero". What is read off a scale is near zero without being none.
func (s *scanner) downTo(q *quantity) bool {
	p := s.subject(q)
	return p.head >= 0 && s.isPlural(p.head) && s.at(p.head).class&(cThing|cPerson|cCasualty) != 0 && !gauges[s.lower(p.head)]
}

// theTwo reports "the two", "the three" behind a verb or preposition, or whom no harm befalls: they point back and count nothing anew.
func (s *scanner) theTwo(q *quantity) bool {
	if s.lower(q.from-1) == "the" && s.lower(q.from-2) != "of" && q.bound == exact && q.ofTo == q.ofFrom && q.lo < 5 && (strings.HasPrefix(s.tag(q.to), "VB") || s.at(q.to).class&(cVerb|cSay|cHave|cModal) != 0) && !s.befalls(q.to) && s.at(q.to).class&cBe == 0 {
		return true // "The two squabbled over it"
	}
	return s.lower(q.from-1) == "the" && q.bound == exact && q.ofTo == q.ofFrom && s.at(q.from-2).class&cStop == 0 && q.from > 1 && !s.verbBehind(q)
}

// gluedTo reports signs on a number's left or right that no quantity has: "57(10):1015", "[20]", "= 20", "x86-64".
func (s *scanner) gluedTo(q *quantity) bool {
	if i := q.from - 1; i >= 0 {
		glued := s.toks[i].End == s.toks[q.from].Start
		switch t := s.lower(i); {
		case s.tag(i) == "POS" && q.bound == exact: // "Jones' 11,980"
		case t == "(" || s.at(i).class&cQuote != 0:
			if i > 0 && s.toks[i-1].End == s.toks[i].Start {
				return true
			}
		case strings.ContainsAny(t, "[]{}=<>_*#§|\\^+@&"), glued && t != "—" && t != "“" && t != "‘":
			return true
		}
	}
	if i := q.to; i < len(s.toks) && s.toks[i].Start == s.toks[i-1].End {
		switch t := s.lower(i); {
		case strings.ContainsAny(t, "([{}]=<>_*#|\\^/+@″′×"):
			return true
		case t == "." && i+1 < len(s.toks):
			return true
		case t == ":" || t == "-" || t == "–":
			return i+1 < len(s.toks) && s.toks[i+1].Start == s.toks[i].End
		}
	}
	return false
}

// labelled reports a number behind a colon whose label says nothing of what is counted: "PMID: 29615204". What a label of age or place
// counts is told by the lines around it: "18 and over: nine", "Kotor: 12".
func (s *scanner) labelled(k int) bool {
	q := &s.qs[k]
	if s.lower(q.from-1) != ":" || s.verbBehind(q) || k > 0 && s.sibling(k) != nil && s.at(q.to).class&cPrep != 0 {
		return false // "held 120 people for breaches of the peace: 48 on the first day"
	}
	if s.lower(q.to) == "," && s.at(q.to+1).class&cSay != 0 {
		return false // "thousands came: 15,000, said the organisers"
	}
	end := q.to
	for s.at(end).class&cStop != 0 {
		end++
	}
	if end < len(s.toks) || s.isPlural(q.from-2) {
		return true
	}
	if s.intro != "" {
		return false
	}
	group := s.at(q.from-2).class&(cName|cCapital) != 0 || s.at(q.from-2).class&cDigit != 0 && s.at(q.from-3).class&cCapital != 0 || k > 0 && s.qs[k-1].refusal != nil && s.isLabel(&s.qs[k-1]) // of age: "5 to 17: 15"
	return !group || s.last == "" || !s.near()
}

// near reports that the last count stands in this block or one of the three before.
func (s *scanner) near() bool { return s.lastSentence >= 0 && s.sent.Block-s.lastBlock <= 3 }

// named reports a capitalised word before the number, which names a thing: "Python 3", "Example 4". In a list of counts it is one of
// those that they are counted for: "the Bloc 32".
func (s *scanner) named(k int) bool {
	q := &s.qs[k]
	i := q.from - 1
	w := s.at(i)
	if w.class&cCapital == 0 || w.class&(cMonth|cDate|cSay|cHarm|cChange|cAct|cToll|cBe|cHave|cModal|cPrep|cConj|cDet|cHedge|cVerb) != 0 || q.bound != exact || s.titled() {
		return false
	}
	if w.class&cName != 0 && s.at(i-1).class&cPrep != 0 && q.lo >= 100 && s.verbBehind(q) {
		return false // "in Vortova 1,600 stood with candles"
	}
	if i > 0 && s.at(i-1).class&(cStop|cQuote) != 0 && !strings.HasPrefix(s.tag(i), "NN") { // a sentence's first word
		return false
	}
	return s.sibling(k) == nil || !s.opensGapped(q)
}

// opensGapped reports a name before the number that opens a clause without a verb: the Bloc of "and the Bloc 32", "and retired general Ana Orr 12,400".
func (s *scanner) opensGapped(q *quantity) bool {
	i := q.from - 1
	for i > 0 && (s.at(i-1).class&cCapital != 0 || s.tag(i-1) == "POS") {
		i--
	}
	if i > 1 && s.lower(i-2) == "the" && (s.tag(i-1) == "VBG" || s.tag(i-1) == "JJ" || s.tag(i-1) == "NN") {
		i-- // "the governing Workers' Front"
	}
	for n := 0; n < 3 && i > 1 && s.at(i-1).class&(cStop|cPrep|cConj) == 0 && (s.tag(i-1) == "NN" || s.tag(i-1) == "JJ" || i > 1 && s.lower(i-2) == "and"); n++ {
		i-- // "retired general"
	}
	if s.lower(i-1) == "the" {
		i--
	}
	c := s.at(i - 1).class
	return i > 0 && (c&(cStop|cConj|cRelative) != 0 || s.lower(i-1) == "and" || s.lower(i-1) == "for")
}

// fraction reports a decimal without a magnitude: no things are counted in tenths.
func (s *scanner) fraction(q *quantity) bool {
	return q.decimal && !q.scaled && strings.Contains(s.toks[q.core].Text, ".")
}

// decimals reports that the count before is a decimal or a percentage as well, which this one goes on with.
func (s *scanner) decimals(k int) bool {
	p := s.sibling(k)
	return p != nil && (p.decimal || p.kind == Percent)
}

// alone reports a number in figures that is all its line says, but for the names beside it: "Winter 15".
func (s *scanner) alone(q *quantity) bool {
	for i := range s.toks {
		if (i < q.from || i >= q.to) && s.words[i].class&(cStop|cQuote|cCapital) == 0 || s.lower(i) == ":" {
			return false
		}
	}
	return true
}

// stands reports that the clause has the number where a quantity stands: beside another count, as subject or object of a verb, as an
// answer.
func (s *scanner) stands(k int) bool {
	q := &s.qs[k]
	switch {
	case s.sibling(k) != nil, q.bound != exact, q.scaled, q.vague, q.none, q.delta, q.ofTo > q.ofFrom, s.lower(q.to) == "of":
		return true
	case s.at(q.to).class&(cMore|cState) != 0, q.rule == "the-other", s.lower(q.from-1) == "another", s.lower(q.from-1) == "all":
		return true
	case s.verbBefore(q), s.verbBehind(q), s.putAt(q), s.lower(q.from-1) == "of" && s.at(q.from-2).class&cToll != 0:
		return true
	case (q.spelled || q.scaled) && (s.alone(q) || q.from == 0 && s.at(q.to).class&(cStop|cCapital) == 0):
		return true
	case s.lower(q.from-1) == "of" && ofNumbers[s.lower(q.from-2)]: // "spoke of 87", "a capacity of 98"
		return true
	case s.lower(q.from-1) == "of" && ofFigures[s.lower(q.from-2)] && s.last != "" && s.near():
		return true
	case s.wholeBefore(k), s.figureTold(q), s.oneSet(q):
		return true
	case s.lower(q.from-1) == "as" && givenAs[s.lower(q.from-2)], s.inHeadline() && s.headlineVerb(q):
		return true
	case s.lower(q.from-1) == ":": // what labelled let pass
		return true
	case q.from == 0 && s.answers(q):
		return true
	}
	if s.lower(q.from-1) == "to" && keeps[s.lower(q.from-2)] || s.inHeadline() && s.lower(q.to) == "to" && s.isBaseVerb(q.to+1) {
		return true
	}
	if s.lower(q.from-1) == "(" && s.lower(q.to) == ")" && s.at(q.from-2).class&(cName|cPersonName) == cName { // "to Bar (30) or Kotor (10)"
		return s.last != "" && s.near()
	}
	first := q.from == 0 || s.at(q.from-1).class&(cStop|cQuote|cConj) != 0
	return first && s.last != "" && s.near() && s.at(q.to).class&(cPrep|cRelative) != 0
}

// answers reports whether a number that opens a sentence answers what was asked just before, "How many died?", or is what somebody
// says: "Thirty-one, the ministry said".
func (s *scanner) answers(q *quantity) bool {
	if s.lower(q.to) == "," {
		for k := q.to + 1; k < q.to+8 && k < len(s.toks) && s.at(k).class&(cStop|cNumber) == 0; k++ {
			if s.at(k).class&cSay != 0 {
				return true
			}
		}
	}
	if s.sent.Index == 0 {
		return false
	}
	asked := s.doc.Sentences[s.sent.Index-1].Tokens
	n := len(asked)
	return n > 2 && asked[n-1].Text == "?" && asked[0].Lower == "how" && asked[1].Lower == "many"
}

// wholeBefore reports the whole that a sentence opens with and whose part follows: the 127 of "Of the 127, 83 were girls".
func (s *scanner) wholeBefore(k int) bool {
	q := &s.qs[k]
	return q.from == 2 && s.lower(0) == "of" && s.at(1).class&(cDet|cPoss) != 0 && s.lower(q.to) == "," && k+1 < len(s.qs) && s.last != ""
}

// figureTold reports a number between commas behind a word for a figure or for most of those counted: "its highest figure, 66, on Monday",
// "Most of them, 371, have been freed"; or behind the day on which it was left: "stopped updating its figure on Wednesday, at 13".
func (s *scanner) figureTold(q *quantity) bool {
	if t := s.lower(q.from - 1); t != "," && !(t == "at" && s.lower(q.from-2) == ",") || q.to < len(s.toks) && s.at(q.to).class&cStop == 0 {
		return false
	}
	i := q.from - 2
	if s.lower(q.from-1) == "at" {
		for i--; i > 0 && i > q.from-7 && s.at(i).class&cStop == 0; i-- {
			if figures[s.lower(i)] {
				return true
			}
		}
		return false
	}
	if pronouns[s.lower(i)] && s.lower(i-1) == "of" {
		return s.lower(i-2) == "most" || s.lower(i-2) == "many" || s.lower(i-2) == "some"
	}
	return figures[s.lower(i)]
}

// figures are words for a number that somebody gives.
var figures = tell.Of("figures")

// oneSet reports a number with "the" whose relative clause says who tells it or what befell those counted: "the 63 that the rebels say they killed".
func (s *scanner) oneSet(q *quantity) bool {
	if s.lower(q.from-1) != "the" || s.lower(q.to) != "that" && s.lower(q.to) != "who" && s.lower(q.to) != "whom" && s.lower(q.to) != "which" || q.spelled && q.lo < 3 {
		return false
	}
	for i := q.to + 1; i < len(s.toks) && i < q.to+9 && s.at(i).class&cStop == 0; i++ {
		if s.at(i).class&(cSay|cHarm) != 0 {
			return true
		}
	}
	return false
}

// ofNumbers are words whose "of" brings a number of what was spoken of.
var ofNumbers = tell.Of("of-numbers")

// ofFigures are words whose "of" brings a number where something was counted just before: "she has a list of 171".
var ofFigures = tell.Of("of-figures")

// givenAs are verbs whose "as" brings a figure: "it had been given as 109".
var givenAs = tell.Of("given-as")

// headlineVerb reports a number that opens a headline's clause before a word that can only be its verb: "5,400 roar for a recount".
func (s *scanner) headlineVerb(q *quantity) bool {
	if q.from > 0 && s.at(q.from-1).class&cStop == 0 || q.lo < 2 || q.spelled || s.isPlural(q.to) {
		return false
	}
	switch s.tag(q.to) {
	case "NN", "VB", "VBP":
		return s.at(q.to).class&(cThing|cUnit|cCapital) == 0 && (s.at(q.to+1).class&(cPrep|cDet) != 0 || s.lower(q.to+1) == "for" || s.lower(q.to+1) == "as")
	}
	return false
}

// keeps are verbs whose "to" brings a figure that somebody does not give up: "the union sticks to 400".
var keeps = tell.Of("keeps")

func (s *scanner) inHeadline() bool { return s.sent.Field == "title" || s.sent.Kind == "heading" }

// isBaseVerb reports whether token i can be an infinitive, whatever a headline makes the tagger think: "640 to lose their jobs".
func (s *scanner) isBaseVerb(i int) bool {
	return s.tag(i) == "VB" || s.tag(i) == "VBP" || s.lower(i) == "be"
}

// maxPut is how far a number stands from the verb that puts something at it: "put the number of guests lost from the hotel at 58".
const maxPut = 16

// putAt reports "put the number of dead at 9", "cut its staff by 400", where what is counted parts verb and number.
func (s *scanner) putAt(q *quantity) bool {
	if t := s.lower(q.from - 1); t != "at" && t != "by" && t != "to" {
		return false
	}
	for i := q.from - 2; i >= 0 && i > q.from-maxPut; i-- {
		if s.at(i).class&cChange != 0 {
			return true
		}
		switch s.lower(i) {
		case "put", "puts", "putting", "set", "sets", "gave", "gives", "estimated", "estimates", "leaves", "left", "kept", "keeps":
			return true
		}
	}
	return false
}

// leaves are verbs whose "with" brings what somebody then has: "would be left with 19".
var leaves = tell.Of("leaves")

// verbBefore reports a verb that the number is the object or the measure of: "killed 14", "rose to 40", "is put at 9".
func (s *scanner) verbBefore(q *quantity) bool {
	for i := q.from - 1; i >= 0 && i > q.from-5; i-- {
		c := s.at(i).class
		switch {
		case strings.HasPrefix(s.tag(i), "VB") || c&(cHarm|cAct|cChange|cToll|cHave|cBe|cSay) != 0:
			return true
		case c&(cHedge|cModal) != 0 || s.tag(i) == "RB" || s.tag(i) == "TO" || s.tag(i) == "PRP":
		case s.lower(i) == "to" || s.lower(i) == "at" || s.lower(i) == "by" || s.lower(i) == "from" || s.lower(i) == "than" || s.lower(i) == "for" || s.lower(i) == "on" || s.lower(i) == "not" || s.lower(i) == "but" || s.lower(i) == "a":
		case s.lower(i) == "with" && leaves[s.lower(i-1)], s.lower(i) == "in" && takesOver[s.lower(i-1)]:
		case s.lower(i) == "," && (s.at(i-1).class&cBe != 0 || s.lower(i-1) == "down" || s.lower(i-1) == "up"):
		default:
			return false
		}
	}
	return false
}

// verbBehind reports a verb that the number is the subject of: "Three died", "six of them are", "five, he said, had left".
func (s *scanner) verbBehind(q *quantity) bool {
	for i := max(q.to, q.ofTo); i < len(s.toks) && i < q.to+6; i++ {
		c := s.at(i).class
		switch {
		case c&(cBe|cHave|cModal|cHarm|cAct|cState|cChange) != 0 || strings.HasPrefix(s.tag(i), "VB"):
			return true
		case c&(cHedge|cRelative|cMore) != 0 || s.tag(i) == "RB":
		default:
			return false
		}
	}
	return false
}
