package dates

import "strings"

// What is told of an event beside a date: that it has happened, was planned then or lies ahead.

// happenedOn reports what has happened and where, before "on" and the day f: "her victories in three states on [Tuesday] will", "the raid at
// the port on [Friday] could". A win that no article or another one than "a" points to may lie ahead, and so may one that is hoped for.
func (s *scanner) happenedOn(f *found) bool {
	i, k := f.from, f.from-2
	if s.lowerAt(i-1) != "on" {
		k = i - 1
		if !s.roleAt(k, roleContest) {
			return false
		}
	}
	for end := k - 12; k > 0 && k > end && !s.roleAt(k, roleHappening|roleContest); k-- {
		switch tag := s.tagAt(k); {
		case s.roleAt(k, roleScheduledEvent|roleAhead):
			return false
		case !isNoun(tag) && tag != "DT" && tag != "JJ" && tag != "CC" && tag != "CD" && tag != "," && tag != "PRP$" && !(tag == "IN" && s.roleAt(k, rolePlacing)):
			return false
		}
	}
	if !s.roleAt(k, roleHappening|roleContest) || !isNoun(s.tagAt(k)) || s.foreseen(k) || s.awaited(f.to) || s.roleAt(k, roleContest) && s.lowerAt(f.to) == "would" {
		return false
	}
	n := k - 1
	for n >= 0 && n > k-4 && (isNoun(s.tagAt(n)) || s.tagAt(n) == "JJ" || s.tagAt(n) == "CD") {
		n--
	}
	switch w := s.lowerAt(n); {
	case w == "the", s.tagAt(n) == "PRP$", s.tagAt(n) == "POS":
		return k < i-2 || s.roleAt(k, roleContest)
	}
	return false
}

// foreseen reports an event at token i that a word before it tells to lie ahead: "the planned [raids]", "a possible [attack]".
func (s *scanner) foreseen(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch tag := s.tagAt(k); {
		case s.roleAt(k, roleState|roleAhead|roleAwaited):
			return true
		case !isNoun(tag) && tag != "JJ" && tag != "CD":
			return false
		}
	}
	return false
}

// awaited reports at token i that something is hoped for or not sure to come: "is expected", "is far from certain"; not "is certain to please".
func (s *scanner) awaited(i int) bool {
	switch s.lowerAt(i) {
	case "is", "are", "remains", "remain", "looks", "seems":
	default:
		return false
	}
	k := i + 1
	for k < i+4 && (s.tagAt(k) == "RB" || s.tagAt(k) == "IN") {
		k++
	}
	return s.roleAt(k, roleState|roleAwaited) && s.lowerAt(k+1) != "to"
}

// plannedThen reports an infinitive right before the date at token i that a verb in the past governs: "ordered it to finish by [31 January]".
func (s *scanner) plannedThen(i int) bool {
	k := i - 1
	for ; k > 0 && k > i-12 && s.tagAt(k) != "VB"; k-- {
		if tag := s.tagAt(k); tag == "MD" || tag == "VBZ" || tag == "VBP" || s.roleAt(k, roleClauseEnd) {
			return false
		}
	}
	if s.lowerAt(k-1) != "to" || s.tagAt(k) != "VB" {
		return false
	}
	for k -= 2; k >= 0 && k > i-maxReach && !s.roleAt(k, roleClauseEnd); k-- {
		switch tag := s.tagAt(k); {
		case tag == "MD", tag == "VBZ", tag == "VBP", tag == "VBG" && s.auxiliary(k) != "":
			return false
		case tag == "VBD":
			return true
		}
	}
	return false
}

// scheduledIn reports an event that may lie ahead, "in" and the month at token i: "wanted a say at the convention in [July]", "drafted a paper for
// the summit in July". What was done or lost there looks back: "met at the summit in July", "lost the election in July".
func (s *scanner) scheduledIn(i int) bool {
	if s.lowerAt(i-1) != "in" || !s.roleAt(i-2, roleScheduledEvent) || !isNoun(s.tagAt(i-2)) || s.tagAt(i+1) == "VBD" {
		return false
	}
	k := i - 3
	for k >= 0 && (isNoun(s.tagAt(k)) || s.tagAt(k) == "JJ" || s.tagAt(k) == "DT" || s.tagAt(k) == "PRP$" || s.tagAt(k) == "POS" || s.tagAt(k) == "CD") {
		k--
	}
	switch s.lowerAt(k) {
	case "at", "in", "during":
	case "after":
		if s.lowerAt(k-1) == "until" || s.lowerAt(k-1) == "till" {
			return true
		}
	default:
		return s.tagAt(k) != "VBD" || s.roleAt(k, roleWish)
	}
	for k--; k >= 0 && k > i-maxReach && !s.roleAt(k, roleClauseEnd); k-- {
		if strings.HasPrefix(s.tagAt(k), "VB") {
			return s.roleAt(k, roleWish) || s.tagAt(k) != "VBD" && s.verbTense(k) != past
		}
	}
	return false
}

// aheadOf reports "ahead of" before the noun phrase that token i stands in: "ahead of the town's [Tuesday] primary".
func (s *scanner) aheadOf(i int) bool {
	for k := i - 1; k > 0 && k > i-7; k-- {
		switch tag := s.tagAt(k); {
		case s.lowerAt(k) == "of":
			return s.lowerAt(k-1) == "ahead"
		case tag != "DT" && tag != "JJ" && tag != "POS" && tag != "PRP$" && !isNoun(tag):
			return false
		}
	}
	return false
}

// aheadTense is future behind "has turned nasty"; behind "drew crowds" what it was ahead of may be over.
func (s *scanner) aheadTense(i int) tense {
	for k := i - 1; k >= 0 && k > i-maxReach; k-- {
		switch {
		case s.tagAt(k) == "VBD":
			return either
		case s.lowerAt(k) == "has", s.lowerAt(k) == "have":
			return future
		}
	}
	return either
}
