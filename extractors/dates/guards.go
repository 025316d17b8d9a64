package dates

import "crosstally/extractors/names"

// Guards keep numbers and names from being read as years and months.

// yearAt reports whether the four figures at token i are a year. led says that a word of the pattern leads to it.
func (s *scanner) yearAt(i int, led bool) bool {
	y := s.words[i].value
	prev, next := s.lowerAt(i-1), s.lowerAt(i+1)
	if s.partOfLarger(i) || is(prev, roleIdentifier) || is(next, roleYearUnit|roleCarmaker) || is(next, roleStreet) && s.capitalAt(i+1) {
		return false
	}
	if s.capitalAt(i+1) && s.capitalAt(i+2) && (s.roleAt(i+2, roleStreet) || s.roleAt(i+3, roleStreet) && s.capitalAt(i+3)) {
		return false
	}
	if led {
		return y >= 1000
	}
	if y < 1500 || y < 1900 && !is(prev, roleYearLead) || y >= 2100 {
		return false
	}
	if is(prev, roleYearSure) {
		return true
	}
	if next == "more" && prev != "in" { // "900 fled; 2000 more followed"
		return false
	}
	if s.namedBy(i) {
		return false
	}
	if prev == "in" && (s.lowerAt(i-2) == "1" || s.lowerAt(i-2) == "one") || prev == "of" && s.lowerAt(i-2) == "out" {
		return false
	}
	return !s.countedBy(i)
}

// namedBy reports a year at token i that ends a name: "Vision 2030", "the Orion 1980 venture". No name is "In Norland [2023] was a bad year", nor
// a place and the year behind it, "in Oslo [1962]".
func (s *scanner) namedBy(i int) bool {
	k := i - 1
	if s.placedAt(k) {
		return false
	}
	return k >= 0 && (s.tagAt(k) == "NNP" || k > 0 && s.tagAt(k) == "NN") && s.capitalAt(k) && !capital(s.toks[k].Text[1:]) && s.words[k].classes == 0 && !s.roleAt(k, roleYearLead) && !s.inHeadline() && s.toks[k].End < s.toks[i].Start
}

// placedAt reports "in", "for" or "by" before the name that ends at token k and a year, where that name is a place's or a verb behind the year has
// it for its subject.
func (s *scanner) placedAt(k int) bool {
	from := k
	for from > 0 && s.capitalAt(from-1) && isNoun(s.tagAt(from-1)) {
		from--
	}
	if w := s.lowerAt(from - 1); w != "in" && w != "for" && w != "by" {
		return false
	}
	if isFinite(s.tagAt(k+2)) && !isNoun(s.tagAt(from-2)) { // not "investors in Vision 2030 were told"
		return true
	}
	name := s.toks[from].Text
	for i := from + 1; i <= k; i++ {
		name += " " + s.toks[i].Text
	}
	return names.Country(name) != ""
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
	if (prev == "around" || prev == "about") && s.words[i].value%100 != 0 && (tag == "" || tag == "." || tag == ",") {
		return false // "turned away around 2002, when"
	}
	if !plural || is(noun, roleDatedEvent) || s.capitalAt(k) {
		return is(prev, roleQuantifier) && (plural || tag == "NN" || tag == "" || tag == "." || tag == ",") && prev != "with" && prev != "over" && prev != "against"
	}
	switch prev {
	case "of":
		return s.roleAt(i-2, roleGroup)
	case "in", "the", "a", "'s", "its", "his", "her", "their", "our", "this", "and", "by", "from", "after", "before", "through":
		return false
	}
	return true
}

// monthAlone reports whether the month name at token i stands for the month, with no day or year beside it.
func (s *scanner) monthAlone(i int) bool {
	prev, next := s.lowerAt(i-1), s.lowerAt(i+1)
	if s.words[i].kind != "capital" {
		return !(s.capitalAt(i+1) && s.capitalAt(i-1) && i > 1 && s.words[i+1].classes == 0 && s.words[i-1].classes == 0)
	}
	switch s.toks[i].Lower {
	case "may", "march":
		if s.tagAt(i+1) == "VB" {
			return false
		}
		if prev == "the" || prev == "a" || prev == "for" || prev == "to" || prev == "and" {
			return s.tagAt(i) != "MD" && next != "for" && next != "on" && next != "of" && next != "to" && next != "'s"
		}
		return is(prev, roleMonthLead) || next == "'s" && prev == "" || s.words[max(i-1, 0)].classes&cMonth != 0 && i > 0 && prev != "may"
	}
	if s.capitalAt(i+1) && s.tagAt(i+1) == "NNP" && s.words[i+1].classes == 0 { // June Okafor; but: in June President Okafor
		return prev == "in" || prev == "the" || is(prev, roleYearSure) || i > 0 && s.words[i-1].classes&(cLast|cNext|cThis|cPart) != 0
	}
	if is(prev, roleMonthLead) || s.monthMeasured(i) {
		return true
	}
	return !s.capitalAt(i+1) && !(s.capitalAt(i-1) && i > 1) && s.tagAt(i+1) != "VBD" && s.tagAt(i+1) != "VBZ"
}

// monthMeasured reports a month at token i of which the weather or the toll is told: "June was the hottest since 1976".
func (s *scanner) monthMeasured(i int) bool {
	if w := s.lowerAt(i + 1); w != "was" && w != "is" || s.lowerAt(i+2) != "the" {
		return false
	}
	for k := i + 3; k < i+6; k++ {
		if s.roleAt(k, roleMeasured) {
			return true
		}
	}
	return false
}

// titled reports a part of the day at token i that is written with a capital in running text, so that what it ends is a name: "Monday Night Derby",
// the programme "This Morning".
func (s *scanner) titled(i int) bool {
	return i >= 0 && i < len(s.toks) && s.words[i].classes&cDaypart != 0 && s.capitalAt(i) && !capital(s.toks[i].Text[1:]) && !s.inHeadline()
}

// weekdayAlone reports whether the weekday at token i is a day and not part of a name: "Joe Friday", "Sunday Adeyemi".
func (s *scanner) weekdayAlone(i int) bool {
	if i == 0 && s.capitalAt(1) && s.tagAt(1) == "NNP" && s.words[1].classes == 0 && !s.inHeadline() && isFinite(s.tagAt(2)) {
		return false // Sunday Adeyemi said
	}
	if s.titled(i+1) && (s.capitalAt(i+2) || s.lowerAt(i-1) != "on") {
		return false // "Monday Night Derby"; not "on Monday Night the storm hit"
	}
	if s.lowerAt(i-1) != "on" && s.capitalAt(i+1) && s.roleAt(i+1, roleMasthead) && !s.capitalAt(i+2) {
		return false // the "Saturday Courier"; not "said Saturday Star Ferries"
	}
	if s.capitalAt(i+1) && s.words[i+1].classes&(cMonth|cDaypart|cWeekday) == 0 && s.tagAt(i+1) == "NNP" && s.capitalAt(i-1) && i > 1 && s.words[i-1].classes == 0 && s.tagAt(i-1) == "NNP" {
		return false
	}
	return true
}

// isFinite reports tags of finite verbs.
func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }
