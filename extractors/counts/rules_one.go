package counts

// oneRules tell the number one from the pronoun, the determiner and the example.
var oneRules = []refusal{
	{
		name: "one-of",
		when: func(s *scanner, q *quantity) bool {
			if s.at(q.core-1).class&cBe != 0 && s.lower(q.end) == "of" && q.isOne() {
				return true // "he was one of 11 men": an example
			}
			if !q.isOne() || !q.spelled || s.lower(q.end) != "of" || q.bound != exact || s.lower(q.core-1) == "but" && s.lower(q.core-2) == "all" {
				return false
			}
			return !s.oneOfCounts(q)
		},
		no: []string{
			"It is one of the largest makers of potash.", "Potash is one of key sources of revenue.", "One of them, Ales Bialiatski, shared the prize.", "It is one of Europe's poorest states.",
			"One of the reasons is money.", "Maria Lund, one of the judges, left.", "She is one of our best pilots.", "In one of the villages people prayed.",
		},
		yes: []example{
			{"Three men were treated at the hospital in Lund, one of them for burns.", "Three=man one=man"},
			{"One of the men died on Sunday.", "One=man"}, {"She spoke to 900 fans, one of her largest crowds.", "900=fan"}, {"Divers found one of the two recorders.", "one=recorder two=recorder"}, {"Three remain, one of them in intensive care.", "Three=person one=person"},
		},
	},
	{
		name:     "one-pronoun",
		patterns: []string{"the|this|that|which|any|every|each|some|another|no|such|new|only|first|last|good|bad|big|small|old|right|wrong|next|latest|a|an|'s #e"},
		when:     func(s *scanner, q *quantity) bool { return q.isOne() && q.spelled && q.bound == exact && q.elided() },
		no:       []string{"He chose the right one.", "The new one is bigger.", "This is the only one.", "That one fell."},
	},
	{
		name:     "any-one",
		patterns: []string{"any|no #"},
		when:     func(s *scanner, q *quantity) bool { return q.isOne() && q.spelled && q.bound == exact },
		no:       []string{"It runs in any one country.", "No one party can rule alone."},
		yes:      []example{{"The law allows 20 stations in any one country; Norland had 26.", "20=station 26=station"}},
	},
	{
		name: "one-elided",
		when: func(s *scanner, q *quantity) bool {
			if !q.isOne() || !q.spelled || !q.elided() || s.lower(q.end) == "of" {
				return false
			}
			if t := s.lower(q.end); (t == "short" || t == "shy") && s.lower(q.end+1) == "of" {
				return false
			}
			if s.inHeadline() && s.at(q.end).class&cState != 0 {
				return false // "Fire razes part of town, one dead"
			}
			return s.at(q.end).class&cModal != 0 || q.bound == exact && !s.oneAmongOthers(q)
		},
		no: []string{"One hopes that it ends.", "They overlap less than one would hope.", "How can one help?", "As one would expect, he lost.", "One should not forget this."},
		yes: []example{
			{"Three are in Bar, two in Niksic and one in Tivat.", "Three=person two=person one=person"}, {"He said 13 people had survived and one was still missing.", "13=person one=person"},
		},
	},
	{
		name: "one-example",
		when: func(s *scanner, q *quantity) bool {
			if !q.isOne() || !q.spelled || q.noun.head < 0 || q.ofTo > q.ofFrom || q.bound != exact || q.unit != nil {
				return false
			}
			w := s.headWord(q)
			if s.at(q.noun.to).class&cSay != 0 && w.class&cPerson != 0 && !s.saidOf(q.noun.to) {
				return true
			}
			if s.k > 0 && s.qs[s.k-1].refusal == nil && s.qs[s.k-1].kind == Number && w.class&cAbstract == 0 && s.tag(q.noun.head) == "NN" {
				return false // "54 abstentions and one veto"
			}
			return w.class&(cPerson|cThing) == 0 && s.tag(q.noun.head) != "NN" || w.class&cAbstract != 0 || w.class&(cPerson|cThing) == 0 && !s.supported(q)
		},
		no: []string{"One swallow doesn't make a summer.", "One resident said she saw smoke.", "One witness told police about it.", "It came in with one wing down.", "There is one problem with it."},
		yes: []example{
			{"One sentry was scratched.", "One=sentry"}, {"The village's school has only one operating theatre.", "one=operating theatre"}, {"One patient died overnight.", "One=patient"},
		},
	},
}

// oneOfCounts reports the "one of" that counts: with the size of the set, beside other counts, or with a verb of what befalls people.
func (s *scanner) oneOfCounts(q *quantity) bool {
	end := q.end + 3
	if q.noun.head >= 0 {
		end = q.noun.to
	} else if q.ofTo > end {
		end = q.ofTo
	}
	beside := s.k > 0 && s.qs[s.k-1].refusal == nil && s.qs[s.k-1].kind == Number
	if t := s.lower(q.end + 1); beside && (t == "them" || t == "whom") && (s.lower(q.from-1) == "," || s.lower(q.from-1) == "and" || s.lower(q.from-1) == "(") && s.lower(q.ofTo) != "," && s.qs[s.k-1].lo > 1 {
		return true // "Three men were treated at the Hospital in Lund, one of them for burns"
	}
	if s.lower(q.from-1) == "," && s.at(q.from-2).class&(cPersonName|cName) != 0 {
		return false // "Ann Ruiz, one of 14 analysts who follow the firm"
	}
	if s.sizedSet(q.end+1, end) {
		return true
	}
	for k := q.end + 1; k < end; k++ {
		if s.tag(k) == "JJS" || s.lower(k) == "most" {
			return false // "in a hall, one of her largest crowds"
		}
	}
	if s.lower(q.ofTo) == "," || s.lower(end) == "," {
		return false
	}
	if beside && (s.lower(q.from-1) == "," || s.lower(q.from-1) == "and" || s.lower(q.from-1) == ";") {
		return true
	}
	if q.noun.head >= 0 && s.headWord(q).class&cPerson == 0 && !pronouns[s.lower(q.end+1)] {
		return false
	}
	for k := end; k < len(s.words) && k < end+4; k++ {
		if s.words[k].class&cHarm != 0 {
			return true
		}
		if s.words[k].class&(cBe|cHave|cHedge|cRelative) == 0 && s.tag(k) != "RB" {
			return false
		}
	}
	return false
}

// sizedSet reports a number that says how large the set in tokens [from,to) is.
func (s *scanner) sizedSet(from, to int) bool {
	for k := from; k < to && k < len(s.words); k++ {
		if s.words[k].class&(cDigit|cNumberWord) != 0 && s.words[k].class&cDate == 0 {
			return true
		}
	}
	return false
}

// maxList is how many quantities back a list is looked for.
const maxList = 8

// oneAmongOthers reports a "one" without a noun that goes on a list of counts.
func (s *scanner) oneAmongOthers(q *quantity) bool {
	next := s.at(q.end)
	if next.class&cMore != 0 {
		return true
	}
	inList := false
	for k := max(0, s.k-maxList); k < s.k && !inList; k++ {
		inList = s.qs[k].refusal == nil
	}
	follows := next.class&(cPrep|cBe|cHave|cHarm|cState|cStop) != 0 || s.lower(q.from-1) == "," && s.tag(q.end) == "RB"
	if inList && follows {
		return true
	}
	if s.lower(q.from-1) == "but" && s.lower(q.from-2) == "all" {
		return true
	}
	near := s.lastBlock == s.sent.Block && s.lastSentence >= 0 && s.lastSentence >= s.sent.Index-1
	if q.core == 0 && near && (next.class&(cHave|cHarm) != 0 || next.class&cBe != 0 && s.lower(q.end+1) != "a" && s.lower(q.end+1) != "that" && s.lower(q.end+1) != "the" || s.lower(q.end) == "in" && s.at(q.end+1).class&cCapital != 0) {
		return true
	}
	return false
}

// saidOf reports "said to", which tells of a person instead of quoting one.
func (s *scanner) saidOf(i int) bool { return s.lower(i) == "said" && s.lower(i+1) == "to" }

// supported reports a verb of what befalls people or things beside a noun that no list has.
func (s *scanner) supported(q *quantity) bool {
	for k := q.noun.to; k < len(s.words) && k < q.noun.to+3; k++ {
		if s.words[k].class&cHarm != 0 {
			return true
		}
	}
	return s.at(q.from-1).class&cHarm != 0
}
