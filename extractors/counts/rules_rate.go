package counts

// rateRules refuse frequencies, ratios, prices and speeds: what holds for each of something.
var rateRules = []refusal{
	{
		name:     "times",
		patterns: []string{"# times|time's|-fold|fold", "# times as|more|the|a|per", "# or more? DIGIT|NUMBER-WORD? times"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number
		},
		no: []string{
			"Some had moved three times.", "That is three times the number.", "It was ten times as large.", "They met four times a week.", "The price rose five-fold, 2 times more than expected.",
		},
	},
	{
		name: "per-unit",
		patterns: []string{"# PLURAL? per", "# per|/", "# NOUN? a|an second|minute|hour|day|night|week|fortnight|month|year|season|head|person|barrel|bbl|share|tonne|ton|kilo|kilogram|kg|pound|lb|litre|liter|gallon|piece|bottle|ounce|bushel|acre|hectare|pint|copy|ticket|household|mile|kilometre|km|metre|pop|time|unit|square|sqm|gigabyte|megabyte",
			"# NOUN? NOUN? annually|monthly|weekly|daily|hourly|nightly|yearly", "# an|every hour|day|week|month|year|minute|second", "# NOUN? NOUN? each|every day|week|month|year|hour|night|morning|minute"},
		when: func(s *scanner, q *quantity) bool {
			if s.lower(q.to) == "per" && s.lower(q.to+1) == "cent" {
				return false
			}
			switch s.lower(q.to + 2) { // "56 percent an hour before polls closed"
			case "before", "after", "ago", "earlier", "later", "of":
				return s.lower(q.to+2) == "of" && s.lower(q.to) == "per"
			}
			return true
		},
		no: []string{
			"Oil costs $80 a barrel.", "The train does 300 km per hour.", "They pay $15.40 an hour.", "There is power for four hours a day.", "Fuel sells at 90 pence a litre.", "It grows 5 percent a year.",
			"The rate is 12 per 100,000.", "Shares sold at $4 each day.", "Workers earn 200 euros a month.", "They work six days a week.",
		},
		yes: []example{{"Each family gets Sh500,000 for the funeral.", "Sh500,000=Kenyan shilling"}},
	},
	{
		name:     "price-each",
		patterns: []string{"cost|costs|costing|priced|price|sell|sells|sold|selling|fetch|fetched|fetches|charge|charges|charged|tickets .. # each|apiece"},
		when:     func(s *scanner, q *quantity) bool { return q.kind == Money },
		no:       []string{"The tickets cost £25 each.", "Masks sold at $4 apiece."},
	},
	{
		name:     "per-unit-from",
		patterns: []string{"# to DIGIT|NUMBER-WORD a|an|per UNIT", "# to DIGIT|NUMBER-WORD NOUN a|an|per UNIT"},
		no:       []string{"Output rises from 31 to 38 a month."},
		yes:      []example{{"The fleet grew from 31 to 38 ships.", "31=ship 38=ship"}},
	},
	{
		name:     "market-level",
		patterns: []string{"shares|share|stock|stocks|index|futures|crude|bitcoin|pound|dollar|euro|rouble|rupee|yen .. to|at #"},
		when: func(s *scanner, q *quantity) bool {
			return !q.scaled && q.single() && (q.kind == Money && q.lo < 10000 || q.kind == Number && q.elided() && q.decimal)
		},
		no:  []string{"Shares closed at $152.30.", "The index fell to 3,204.5.", "The pound fell to $1.20."},
		yes: []example{{"Shares worth $2 million were sold.", "$2 million=US dollar"}},
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
		name:     "speed",
		patterns: []string{"# mph|kph|km/h|kmh|kmph|km/hr|m/s|rpm|mpg|bpm|fps|ppm|ppb|dpi"},
		no:       []string{"Winds of 140 mph hit the coast.", "It drove at 90 km/h there.", "The engine does 3,000 rpm."},
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
		name:     "multiplied",
		patterns: []string{"#d x DIGIT", "DIGIT x #", "#d by DIGIT UNIT", "DIGIT by #"},
		no:       []string{"The hall is 12 x 20.", "It measures 4 by 6 metres."},
	},
}
