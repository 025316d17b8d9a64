package counts

// leastYearly is the least sum, and leastMade the least number of things, that "a year" makes the size of a business instead of a wage
// or a habit: "saves €40 million a year", "makes 90,000 shirts a year".
const (
	leastYearly = 1e6
	leastMade   = 1e4
)

// rateRules refuse frequencies, ratios and prices: what holds for each of something. Speeds are measures.
var rateRules = []refusal{
	{
		name:     "times",
		patterns: []string{"# times|time's|-fold|fold", "# out? of NUMBER|DIGIT|NUMBER-WORD times", "# times as|more|the|a|per", "# or more? DIGIT|NUMBER-WORD? times"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number
		},
		no: []string{
			"Some had moved three times.", "That is three times the number.", "It was ten times as large.", "They met four times a week.", "Orr beat her only four out of 11 times.", "The price rose five-fold, 2 times more than expected.",
		},
	},
	{
		name: "per-unit",
		patterns: []string{"# PLURAL? per", "# per|/", "# NOUN? a|an second|minute|hour|day|night|week|fortnight|month|year|season|head|person|barrel|bbl|share|tonne|ton|kilo|kilogram|kg|pound|lb|litre|liter|gallon|piece|bottle|ounce|bushel|acre|hectare|pint|copy|ticket|household|mile|kilometre|km|metre|pop|time|unit|square|sqm|gigabyte|megabyte",
			"# NOUN? NOUN? annually|monthly|weekly|daily|hourly|nightly|yearly", "# an|every hour|day|week|month|year|minute|second", "# NOUN? NOUN? each|every day|week|month|year|hour|night|morning|minute"},
		when: func(s *scanner, q *quantity) bool {
			if s.lower(q.to) == "per" && s.lower(q.to+1) == "cent" || s.yearly(q) || s.aHead(q) {
				return false
			}
			if w := s.lower(q.to); (w == "daily" || w == "weekly" || w == "monthly" || w == "hourly" || w == "nightly") && s.isPlural(q.to+1) {
				return false // "its 310 daily trains"
			}
			switch s.lower(q.to + 2) { // "56 percent an hour before polls closed"
			case "before", "after", "ago", "earlier", "later", "of":
				return s.lower(q.to+2) == "of" && s.lower(q.to) == "per"
			}
			return true
		},
		no: []string{
			"Oil costs $80 a barrel.", "They pay $15.40 an hour.", "There is water for six hours a day.", "Fuel sells at 90 pence a litre.", "It grows 5 percent a year.",
			"The rate is 12 per 100,000.", "Shares sold at $4 each day.", "Workers earn 200 euros a month.", "They work six days a week.",
		},
		yes: []example{
			{"Each family gets Sh500,000 for the funeral.", "Sh500,000=Kenyan shilling"}, {"The cuts will save €40 million a year.", "€40 million=euro"}, {"The mill makes 90,000 shirts a year.", "90,000=shirt"},
			{"The train does 300 km per hour.", "300 km per hour=kilometre per hour"},
			{"It will run 180 of its 310 daily trains.", "180=train 310=train"},
			{"Strikers demand $3,000 a head.", "$3,000=US dollar"}, {"They went in demanding $3,000 a head.", "$3,000=US dollar"}, {"He sought $900 per family.", "$900=US dollar"}, {"She wants $1 million per victim.", "$1 million=US dollar"},
		},
	},
	{
		name:     "price-each",
		patterns: []string{"cost|costs|costing|priced|price|sell|sells|sold|selling|fetch|fetched|fetches|charge|charges|charged|tickets .. # each|apiece", "at # each|apiece"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Money },
		no:       []string{"The tickets cost £25 each.", "Masks sold at $4 apiece.", "At €50 apiece, the trade pays."},
		yes:      []example{{"They ask for Sh20 million each.", "Sh20 million=Kenyan shilling"}},
	},
	{
		name:     "per-unit-from",
		patterns: []string{"# to DIGIT|NUMBER-WORD a|an|per UNIT", "# to DIGIT|NUMBER-WORD NOUN a|an|per UNIT"},
		no:       []string{"Output rises from 31 to 38 a month."},
		yes:      []example{{"The fleet grew from 31 to 38 ships.", "31=ship 38=ship"}},
	},
	{
		name:     "market-level",
		patterns: []string{"shares|share|stock|stocks|index|futures|crude|bitcoin|pound|dollar|euro|rouble|rupee|yen .. to|at #", "closed|close|closing|traded|trading|opened|ended .. higher|lower|up|down at #", "closed|closing|traded|trading at #", "percent|% to #"},
		when: func(s *scanner, q *quantity) bool {
			if w := s.lower(q.from - 2); (w == "percent" || w == "%") && !s.ofShares() {
				return false
			}
			return !q.scaled && q.single() && (q.kind == Money && q.lo < 10000 || q.kind == Number && q.elided() && q.decimal)
		},
		no:  []string{"Ceria was traded again and closed at 171 rupiah.", "Shares closed at $152.30.", "The index fell to 3,204.5.", "The pound fell to $1.20.", "Its stock, which had lost much ground early in the day, closed lower at £8.40."},
		yes: []example{{"Shares worth $2 million were sold.", "$2 million=US dollar"}, {"Shares in its parent, Ceria Angkasa, fell 14.8 percent to 236 rupiah.", "14.8 percent=percent"}},
	},
	{
		name:     "price-of-one",
		patterns: []string{"for|at|cost|costs|costing|charge|charges|charged|charging # a|an NOUN"},
		when: func(s *scanner, q *quantity) bool {
			j := max(q.to, q.unitTo)
			return q.kind == Money && !q.scaled && s.tag(j+1) == "NN" && s.at(j+2).class&(cStop|cPrep|cConj) != 0
		},
		no:  []string{"They sold the pills for 80 pesos a strip.", "Water went at $4 a jar, traders said."},
		yes: []example{{"She sued for $90,000 a week ago.", "$90,000=US dollar"}},
	},
	{
		name:     "fee",
		patterns: []string{"# fee|fees|fare|fares|deposit|surcharge|charge"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Money && !q.scaled && q.hi < 1000 },
		no:       []string{"Shops are waiving their Dh20 fee for transfers."},
	},
	{
		name:     "exchange-rate",
		patterns: []string{"# =", "= #"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Money },
		no:       []string{"($1 = 6.31 Danish crowns)"},
	},
	{
		name:     "price-goes-on",
		patterns: []string{"to|from|against|than # ", "up|down from #"},
		when: func(s *scanner, q *quantity) bool {
			if s.k == 0 || q.scaled || q.kind != Money && !(q.kind == Number && q.elided() && q.ofTo == q.ofFrom) {
				return false
			}
			r := s.qs[s.k-1].refusal
			return r != nil && (r.name == "price" || r.name == "price-of-piece" || r.name == "price-of-bag")
		},
		no: []string{"A 25 kg bag of meal cost 2,400 meticais, up from 1,500 a week earlier.", "A bunch of matooke had gone from $12 to $20."},
	},
	{
		name:     "going-rate",
		patterns: []string{"is|was|are|were|of|rate # a|an NOUN"},
		when: func(s *scanner, q *quantity) bool {
			j := max(q.to, q.unitTo) + 2
			return q.kind == Money && !q.scaled && q.hi < 1000 && s.tag(j-1) == "NN" && (j >= len(s.toks) || s.at(j).class&(cStop|cPrep|cConj) != 0)
		},
		no:  []string{"The going rate is €50 a vote."},
		yes: []example{{"The fine was $300 a week ago.", "$300=US dollar"}},
	},
	{
		name: "price-of-piece",
		patterns: []string{
			"a|an seat|ticket|bunch|bag|sack|kilo|kilogram|litre|liter|loaf|crate|tray|jar|bottle|cup|tin|bundle of .. from #", "a|an seat|ticket|bunch|bag|sack|kilo|kilogram|litre|liter|loaf|crate|tray|jar|bottle|cup|tin|bundle of .. from # to #", "a|an seat|ticket|bunch|bag|sack|kilo|kilogram|litre|liter|loaf|crate|tray|jar|bottle|cup|tin|bundle of .. for|to|at #", "a|an seat|ticket|bunch|bag|sack|kilo|kilogram|litre|liter|loaf|crate|tray|jar|bottle|cup|tin|bundle .. , #", "went|goes|going|gone for #",
		},
		when: func(s *scanner, q *quantity) bool {
			if s.lower(q.from-1) == "for" && (s.k == 0 || s.qs[s.k-1].refusal == nil || s.qs[s.k-1].refusal.name != "price-of-piece") {
				return false // what is no piece goes for a sum of its own
			}
			return q.kind == Money && !q.scaled && q.single()
		},
		no:  []string{"A bag of salt had gone from $12 to $20.", "A seat on the ferry, $5 on Friday, went for $30."},
		yes: []example{{"A bag of coins worth $2,000 was found.", "$2,000=US dollar"}, {"The house went for $450,000.", "$450,000=US dollar"}},
	},
	{
		name:     "price-of-bag",
		patterns: []string{"a|an berth|seat|bed|room|ticket|bunk|fare .. cost|costs #", "a|an DIGIT UNIT bag|sack|tin|bottle|drum|cylinder|box|crate .. cost|costs|fetches|fetched|sells|sold|for|at #", "cost|costs|costing him|her|me|us|them|you #"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Money && !q.scaled && q.hi < 1e5 },
		no:       []string{"A 25 kg bag of meal cost 2,400 meticais.", "The pen had cost him 15 meticais.", "A berth in the cheapest class cost 3,100 rupiah."},
		yes:      []example{{"The repair cost them $2 million.", "$2 million=US dollar"}},
	},
	{
		name:     "size-of-bag",
		patterns: []string{"# bag|sack|bags|sacks|tin|tins|bottle|bottles|drum|drums|cylinder|cylinders|box|crate"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Measure },
		no:       []string{"A 25 kg bag of meal was stolen."},
		yes:      []example{{"They gave out 40 bags of meal.", "40=bag"}},
	},
	{
		name:     "cost-elided",
		patterns: []string{"cost|costs now? #e"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.elided() && !q.scaled && q.ofTo == q.ofFrom
		},
		no: []string{"A loaf that cost two pesos in May now costs six."},
	},
	{
		name:     "price", // of one piece, told by its size: a bridge that cost millions is told of once
		patterns: []string{"cost|costs|costing|priced|charge|charges at|for|between|from|just|only? #", "cost|costs|costing|charge|charges #", "tickets|entry|admission|fare|fares|copies|seats .. cost|costs|start|at|from|for? #"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Money && q.hi < 1000 && !q.scaled },
		no:       []string{"A pint costs $9.", "Entry costs between $5 and $10.", "Tickets cost $12."},
		yes:      []example{{"The bridge cost $12 million.", "$12 million=US dollar"}, {"He stole $12.", "$12=US dollar"}},
	},
	{
		name:     "per-hundred-thousand",
		patterns: []string{"per #"},
		no:       []string{"There were 12 births per 1,000 people."},
	},
	{
		name:     "per-unit-in-letters",
		patterns: []string{"# rpm|mpg|bpm|fps|ppm|ppb|dpi"},
		no:       []string{"The engine does 3,000 rpm."},
		yes:      []example{{"Winds of 140 mph hit the coast.", "140 mph=mile per hour"}, {"It drove at 90 km/h there.", "90 km/h=kilometre per hour"}},
	},
	{
		name:     "for-every",
		patterns: []string{"for each|every .. , .. #", "for each|every #", "for each|every .. there is|are .. #", "every #"},
		when:     func(s *scanner, q *quantity) bool { return q.kind != Money },
		no:       []string{"For every case we confirm, there are one or two we don't.", "For every 10 seats there are two guards.", "Every four years they vote."},
	},
	{
		name: "dose",
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.lo <= 4 && !q.none && !q.share && s.headWord(q).class&cDose != 0 && q.single()
		},
		no: []string{"Two doses protect best.", "One had received one shot.", "A person needs three jabs."},
	},
	{
		name:     "dose-elided",
		patterns: []string{"have|has|had|got|received|one|needs|need #"},
		when: func(s *scanner, q *quantity) bool {
			if !q.elided() || q.lo > 4 || q.none {
				return false
			}
			for k := max(0, s.k-maxList); k < s.k; k++ {
				if r := s.qs[k].refusal; r != nil && r.name == "dose" {
					return true
				}
			}
			return false
		},
		no: []string{"Some had one dose, others had two."},
	},
	{
		name:     "odds",
		patterns: []string{"odds|chance|chances|ratio .. # to DIGIT|NUMBER-WORD", "odds|chance|chances|ratio .. NUMBER|DIGIT|NUMBER-WORD to #", "by # to 1|one", "by DIGIT|NUMBER-WORD|NUMBER to #"},
		when: func(s *scanner, q *quantity) bool {
			if s.lower(q.from-1) == "by" || s.lower(q.from-3) == "by" {
				return q.elided() && (q.isOne() || s.lower(q.to+1) == "1" || s.lower(q.to+1) == "one")
			}
			return q.elided() && q.kind == Number
		},
		no:  []string{"The odds are 100 to 1.", "The ratio of boys to girls is 3 to 2.", "Goats outnumber them by 80 to one."},
		yes: []example{{"The board passed it by 12 votes to one.", "12=vote one=vote"}},
	},
	{
		name:     "multiplied",
		patterns: []string{"#d x DIGIT", "DIGIT x #", "#d by DIGIT UNIT", "DIGIT by #"},
		no:       []string{"The hall is 12 x 20.", "It measures 4 by 6 metres."},
	},
}

// yearly reports what a business or a state makes, sells, earns or saves in a year.
func (s *scanner) yearly(q *quantity) bool {
	j := q.to
	if q.noun.head >= 0 {
		j = q.noun.to
	} else if q.unitTo > j {
		j = q.unitTo
	}
	if w := s.lower(j); w != "annually" && w != "yearly" && !((w == "a" || w == "per" || w == "each" || w == "every") && s.lower(j+1) == "year") {
		return false
	}
	return q.kind == Money && q.lo >= leastYearly || q.kind == Number && q.noun.head >= 0 && s.headWord(q).class&cThing != 0 && q.lo >= leastMade
}

// ofShares reports a sentence about the price of shares.
func (s *scanner) ofShares() bool {
	for i := range s.toks {
		switch s.toks[i].Lower {
		case "shares", "stock", "stocks":
			return true
		}
	}
	return false
}

// aHead reports a sum that is given to or asked for each person: "the union wants £15,000 a head".
func (s *scanner) aHead(q *quantity) bool {
	j := max(q.to, q.unitTo)
	if q.kind != Money || s.lower(j) != "a" && s.lower(j) != "per" || !receivers[s.lower(j+1)] {
		return false
	}
	for k := q.from - 1; k >= 0 && k >= q.from-4; k-- {
		if gives[s.lower(k)] {
			return true
		}
	}
	return false
}

// receivers are nouns behind "per" for each of those who get a sum.
var receivers = tell.Of("receivers")

// gives are verbs for a sum that persons get.
var gives = tell.Of("gives")
