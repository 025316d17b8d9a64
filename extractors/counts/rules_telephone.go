package counts

// telephoneRules refuse numbers by which somebody is reached: telephone numbers, those of services, addresses.
var telephoneRules = []refusal{
	{
		name:     "service-number",
		patterns: []string{"the|a # ambulance|emergency service|services|line|number|call", "the|a|on|its # helpline|hotline", "^ ambulance|helpline|hotline|police|fire|emergency|emergencies : #e"},
		when: func(s *scanner, q *quantity) bool {
			return q.kind == Number && q.plain && q.bound == exact && q.lo >= 100 && q.lo < 1000
		},
		no:  []string{"The 108 ambulance service attended to the calls.", "Ambulance: 108.", "She dialled the 112 emergency line."},
		yes: []example{{"It sent 118 ambulances.", "118=ambulance"}, {"The charity answered 450 emergency calls.", "450=call"}, {"It had 150 hotline cases.", "150=case"}},
	},
	{
		name:     "emergency-number",
		patterns: []string{"#d call|calls|caller|callers|operator|operators|dispatcher|dispatchers|center|centre|recording|recordings|emergency|line|service"},
		when: func(s *scanner, q *quantity) bool {
			return q.lo == 911 || q.lo == 999 || q.lo == 112 || q.lo == 119 || q.lo == 211
		},
		no:  []string{"The first 911 call came at noon.", "A 999 operator sent help."},
		yes: []example{{"They took 300 calls.", "300=call"}},
	},
	{
		name: "address",
		when: func(s *scanner, q *quantity) bool {
			if !q.plain || q.kind != Number || s.titled() {
				return false
			}
			for k := q.to; k < q.to+5 && s.at(k).class&cCapital != 0; k++ {
				if k > q.to && s.at(k).class&cStreet != 0 {
					return true
				}
			}
			return false
		},
		no: []string{"Shots are given at 570 Addison Ave. W. on weekdays.", "He lives at 11 Downing Street.", "The clinic at 199 Baker Road is open.", "It stood at 5 Old Mill Lane."},
	},
	{
		name: "telephone",
		when: func(s *scanner, q *quantity) bool { return s.telephone(q) },
		no: []string{
			"Call 208-555-0142 now.", "The hotline is 0800 721 306.", "Write to us on +249 555 0187.", "The draft was vetoed 13-1-1.", "Its account is 0012 4455 9981.", "Ring 020 7946 0018.",
			"The case is 21-1271-3.", "The code is 007.",
		},
	},
	{
		name:     "short-number",
		patterns: []string{"the # service|helpline|hotline"},
		when: func(s *scanner, q *quantity) bool {
			return q.plain && q.lo >= 100 && q.lo < 1000 && s.tag(q.to+1) != "NNS"
		},
		no:  []string{"Nobody at the 118 service picked up.", "She rang the 116 helpline."},
		yes: []example{{"The 118 service vehicles burned.", "118=vehicle"}},
	},
}

// maxGroups is the most tokens looked at on one side for the groups of a telephone number.
const maxGroups = 10

// telephone reports numbers written in groups: telephone numbers, accounts, case numbers; and codes that begin with a nought.
func (s *scanner) telephone(q *quantity) bool {
	if q.moneyed || q.unit != nil || q.spelled {
		return false
	}
	t := s.toks[q.core].Text
	if len(t) > 1 && t[0] == '0' && t[1] != '.' && isDigit(t[1]) {
		return true
	}
	if s.lower(q.core-1) == "+" || s.lower(q.core-2) == "+" && s.lower(q.core-1) == "(" {
		return true
	}
	groups := 1
	for k := q.core - 1; k >= 0 && k > q.core-maxGroups && (isDash(s.lower(k)) || s.groupAt(k) || s.lower(k) == "+"); k-- {
		if s.lower(k) == "+" || s.groupAt(k) && s.toks[k].Text[0] == '0' && len(s.toks[k].Text) > 1 {
			return true
		}
		if s.groupAt(k) {
			groups++
		}
	}
	for k := q.core + 1; k < len(s.toks) && k < q.core+maxGroups && (isDash(s.lower(k)) && s.toks[k].Start == s.toks[k-1].End || s.groupAt(k)); k++ {
		if s.groupAt(k) {
			groups++
		}
	}
	if groups == 2 && (s.longGroup(q.core) && s.longGroup(q.core+1) || s.longGroup(q.core-1) && s.longGroup(q.core)) {
		return true // "98900 55512"
	}
	return groups >= 3 && q.end-q.core < 3 || groups >= 3 && isDash(s.lower(q.core+1))
}

// longGroup reports a token of four digits or more and nothing else, as no thousands are written.
func (s *scanner) longGroup(k int) bool {
	return k >= 0 && k < len(s.toks) && len(s.toks[k].Text) >= 4 && s.groupAt(k)
}

// groupAt reports a token that is digits only.
func (s *scanner) groupAt(k int) bool {
	t := s.toks[k].Text
	for i := 0; i < len(t); i++ {
		if !isDigit(t[i]) {
			return false
		}
	}
	return true
}
