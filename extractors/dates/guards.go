package dates

// Guards keep numbers and names from being read as years and months.

// yearLeads are words after which four figures are a year, whatever follows.
var yearLeads = set("in since until till by before after during through throughout circa c. from of early late mid end year years the a an this its his her their our 's last summer spring autumn winter fall q1 q2 q3 q4")

// yearSurely are those of them that no count follows: "of 2020 soldiers" happens, "the 2020 soldiers" is another matter.
var yearSurely = set("since until till during throughout circa c. early late mid year summer spring autumn winter fall q1 q2 q3 q4")

// identifiers are words whose number is no year.
var identifiers = set(`resolution resolutions article articles flight flights route highway interstate section sections room rooms boeing airbus no no. nos. number numbers order bill act law
	protocol page pages chapter line lines unit lot gate channel case docket form model version type class decree directive regulation rule clause paragraph para extension ext code
	postcode zip box suite apt apartment building block platform bus train tram motorway road exit junction grant patent windows psalm serial batch tel phone fax call dial fm am khz mhz
	convention treaty`)

// yearUnits are words before or after which four figures are a quantity.
var yearUnits = set(`percent per % km kilometres kilometers kilometre kilometer metres meters metre meter m miles mile feet ft foot yards acres hectares tonnes tons kg kilograms kilogrammes pounds grams
	dollars euros pounds rupees yen yuan roubles rubles francs pesos rand shillings naira dirhams lira hryvnia points votes seats euro usd eur gbp hours hrs gmt utc est edt bst cet local
	degrees watts mw megawatts kw calories litres liters gallons barrels bpd psi cc bc bce rpm ppm`)

// eventNouns are plural nouns that a year may stand before as their date.
var eventNouns = set(`protests elections attacks floods talks games olympics paralympics riots sales earnings results figures accords sanctions championships finals bombings killings massacres
	demonstrations rallies clashes floods fires wildfires earthquakes storms hurricanes polls primaries midterms reforms cuts awards oscars grammys emmys baftas budgets estimates levels
	rules regulations guidelines negotiations hearings trials verdicts convictions charges raids strikes shootings murders data statistics projections forecasts targets goals taxes wars
	invasions coups uprisings hostilities incursions revisions standards rates prices exports imports revenues profits losses returns holidays celebrations models editions releases
	campaigns debates ballots referendums laws amendments agreements deals treaties resolutions events crimes atrocities deaths blasts explosions outbreaks epidemics`)

// quantifiers stand before a quantity.
var quantifiers = set(`some about around nearly almost over under roughly approximately least most than exactly only just another further additional up another all killed injured wounded
	arrested detained evacuated employs employed has have had sent with against owns holds`)

// streets end an address.
var streets = set(`street st st. avenue ave ave. road rd rd. drive dr lane ln boulevard blvd blvd. court ct place pl square parkway pkwy highway hwy terrace way broadway row crescent close`)

// yearAt reports whether the four figures at token i are a year. led says that a word of the pattern leads to it.
func (s *scanner) yearAt(i int, led bool) bool {
	y := s.words[i].value
	prev, next := s.lowerAt(i-1), s.lowerAt(i+1)
	if s.partOfLarger(i) || identifiers[prev] || yearUnits[next] || streets[next] && s.capitalAt(i+1) {
		return false
	}
	if s.capitalAt(i+1) && (streets[s.lowerAt(i+2)] || streets[s.lowerAt(i+3)] && s.capitalAt(i+2)) && s.capitalAt(i+2) {
		return false
	}
	if led {
		return y >= 1000
	}
	if y < 1500 || y < 1900 && !yearLeads[prev] || y >= 2100 {
		return false
	}
	if yearSurely[prev] {
		return true
	}
	if prev == "in" && (s.lowerAt(i-2) == "1" || s.lowerAt(i-2) == "one") || prev == "of" && s.lowerAt(i-2) == "out" {
		return false
	}
	return !s.countedBy(i)
}

// partOfLarger reports whether figures are glued to others: 555-2020, $2000, 2020/44, #1999.
func (s *scanner) partOfLarger(i int) bool {
	glued := func(k int) bool { return k > 0 && k < len(s.toks) && s.toks[k-1].End == s.toks[k].Start }
	if i > 0 && glued(i) {
		switch s.toks[i-1].Lower {
		case "$", "€", "£", "¥", "#", "+", "@", "=", "₹", "₽", "₴":
			return true
		case "-", "/", ".", "–":
			if i > 1 && glued(i-1) && s.words[i-2].classes&(cCard|cDay|cTwo) != 0 && s.words[i-2].classes&(cYear|cMonth) == 0 {
				return true
			}
		}
	}
	switch s.lowerAt(i - 1) {
	case "$", "€", "£", "¥", "#", "rs", "rs.", "us$", "sdg", "usd", "eur":
		return true
	}
	if i+1 < len(s.toks) && glued(i+1) {
		switch s.toks[i+1].Lower {
		case "%", "°", "€", "+":
			return true
		case "-":
			return i+2 < len(s.toks) && glued(i+2) && s.words[i+2].classes&(cYear|cTwo) == 0 && s.words[i+2].classes&cCard != 0
		}
	}
	return false
}

// countedBy reports whether the figures at i count the plural noun that follows: "2000 soldiers", not "the 2020 protests".
func (s *scanner) countedBy(i int) bool {
	prev := s.lowerAt(i - 1)
	k := i + 1
	for k < i+3 && (s.tagAt(k) == "JJ" || s.tagAt(k) == "VBN" && s.lowerAt(k) != "" && !s.capitalAt(k)) {
		k++
	}
	tag, noun := s.tagAt(k), s.lowerAt(k)
	plural := tag == "NNS" || noun == "people" || noun == "men" || noun == "women" || noun == "children" || noun == "police" || noun == "troops"
	if !plural || eventNouns[noun] || s.capitalAt(k) {
		return quantifiers[prev] && (plural || tag == "NN" || tag == "" || tag == "." || tag == ",") && prev != "with" && prev != "over" && prev != "against"
	}
	switch prev {
	case "in", "the", "a", "'s", "its", "his", "her", "their", "our", "this", "and", "by", "from", "after", "before", "through":
		return false
	}
	return true
}

// monthLeads are words after which May or March is a month.
var monthLeads = set(`in of since until till by last next this early mid late from to and or through during before after between each every for the a around about past coming previous following
	throughout ended ending starting beginning on -`)

// monthAlone reports whether the month name at token i stands for the month, with no day or year beside it.
func (s *scanner) monthAlone(i int) bool {
	prev, next := s.lowerAt(i-1), s.lowerAt(i+1)
	if s.words[i].kind != "capital" {
		return !(s.capitalAt(i+1) && s.capitalAt(i-1) && i > 1 && s.words[i+1].classes == 0 && s.words[i-1].classes == 0)
	}
	switch s.toks[i].Lower {
	case "may", "march":
		if prev == "the" || prev == "a" || prev == "for" || prev == "to" || prev == "and" {
			return s.tagAt(i) != "MD" && next != "for" && next != "on" && next != "of" && next != "to" && next != "'s"
		}
		return monthLeads[prev] || next == "'s" && prev == "" || s.words[max(i-1, 0)].classes&cMonth != 0 && i > 0 && prev != "may"
	}
	if monthLeads[prev] {
		return true
	}
	return !s.capitalAt(i+1) && !(s.capitalAt(i-1) && i > 1) && s.tagAt(i+1) != "VBD" && s.tagAt(i+1) != "VBZ"
}

// weekdayAlone reports whether the weekday at token i is a day and not part of a name: "Joe Friday", "Sunday Adeyemi".
func (s *scanner) weekdayAlone(i int) bool {
	if s.capitalAt(i+1) && s.words[i+1].classes&(cMonth|cDaypart|cWeekday) == 0 && s.tagAt(i+1) == "NNP" && s.capitalAt(i-1) && i > 1 && s.words[i-1].classes == 0 && s.tagAt(i-1) == "NNP" {
		return false
	}
	return true
}
