package dates

// The words beside a date correct what the tense of its clause makes of it.

// tenseOf is the tense in which f is resolved: its clause's, corrected by the words beside it.
func (s *scanner) tenseOf(f *found, relation string) tense {
	if relation == "since" {
		return past
	}
	if s.lowerAt(f.from-1) == "as" && (s.lowerAt(f.from-2) == "soon" || s.lowerAt(f.from-2) == "early") {
		if f.from == 3 && s.tenseAt(f.from, f.to) == past {
			return past // "As early as Tuesday the paper had spoken of five"
		}
		return future
	}
	if relation == "before" && f.expr.op == opSeason && f.expr.year == 0 {
		return future // "could need homes before winter"
	}
	t := s.tenseAt(f.from, f.to)
	if t == could && f.expr.op == opDate && s.tellsPast() {
		return unsure // "once the river fell, crews could clear the pass in April"
	} else if t == could {
		t = future // "strikes could follow on Monday"
	}
	if t == past && f.expr.op == opDate && s.calledFor(f.from) {
		if f.expr.day == 0 {
			return either // "had asked for July"
		}
		return future
	}
	if f.expr.op == opWeekday {
		if w, ok := s.toldOf(f.from, t); ok {
			return w
		}
	}
	switch {
	case t != past && s.participleEnds(f.to):
		return past // "are missing, two on Friday found"
	case t == past && s.wasTo(f.from):
		return either // "was to meet on Tuesday"
	case t != past && s.paperOf(f.from):
		return past // "in its bulletin of Tuesday night it lists"
	case t == future && s.afterEvent(f.from) && s.firstPast(f.from):
		return past // "seemed set to win after a vote on Sunday"
	case t == present && f.expr.op == opDate && s.afterEvent(f.from):
		return past // "is the third, following one in February"
	case relation == "until" && t == past && (s.deferred(f.from) || s.lowerAt(f.from-2) == "time" || s.lowerAt(f.from-2) == "extension"):
		return future
	case relation == "until" && t == past && f.expr.op == opWeekday && s.allotted(f.from):
		return either // "gave them until Monday"
	case (relation == "until" || relation == "by") && t == past && (f.expr.op == opDate || f.expr.op == opHoliday):
		return noTense // the nearest
	case t != past && f.expr.op == opWeekday && (s.lookedInto(f) || s.happenedOn(f)):
		return past
	case t == future && (f.expr.op == opDate && (relation == "by" || relation == "until") || f.expr.op == opEnd) && s.plannedThen(f.from):
		return either // "was ordered to finish by the end of January"
	case t == past && f.expr.op == opDate && f.expr.day == 0 && s.scheduledIn(f.from):
		return noTense // "drafted a paper for the summit in July"
	case t == past && f.expr.op == opDate && s.lowerAt(f.from-1) == "effective":
		return noTense // "created a post, effective 1 February"
	case t == past && f.expr.op == opDate && s.untilEvent(f.from):
		return noTense
	case s.lowerAt(f.from-1) == "to" && s.deferred(f.from-1):
		return future
	case s.formerAt(f.from - 1):
		return past // "are at sea, down from 17 on Saturday"
	case t != future && s.likeOn(f.from-1), t == present && (relation == "as-of" || s.heldAgainst(f.from-1)):
		return past // "speaks of 24 boats, four more than on Saturday"
	case relation == "by" && s.countedWith(f.from-1):
		return past // "is slowing, with 61 deaths by Wednesday"
	case (relation == "until" || relation == "by") && t != past:
		return future
	case t == present && s.inHeadline():
		return past // headlines tell what happened in the present tense
	case s.attributive(f) && f.expr.op == opDate && f.expr.day == 0:
		if s.roleAt(f.to, roleScheduledEvent) && (t == future || t == present || s.tagAt(f.from-2) == "VBD" && s.roleAt(f.from-2, roleContest)) {
			return t // "turns to the November vote", "lost the August primary"
		}
		return noTense // the June agreement
	case s.attributive(f):
		return s.attributiveTense(f, t)
	}
	return t
}

// toldOf is the tense that the words right before a weekday at token i give it in a clause of tense t: "called a meeting for [Monday]" looks
// ahead, "puts the crowd of [Saturday] at nine" and "about 400 on [Saturday], are down to a few" look back.
func (s *scanner) toldOf(i int, t tense) (tense, bool) {
	lead, noun := s.lowerAt(i-1), i-2
	ahead := s.roleAt(noun, roleScheduledEvent|roleAhead)
	switch {
	case lead == "on" && ahead && t == past && s.aheadOf(noun):
		return s.aheadTense(noun), true // "flew there ahead of the town's vote on Saturday"
	case lead == "of" && s.lowerAt(noun) == "deadline", lead == "for" && ahead && t == past && s.tagAt(noun) != "VBN":
		return future, true
	case lead == "on" && s.calledOff(i+1) && s.eventBefore(i-1):
		if s.tagAt(i+1) == "VBD" {
			return unsure, true // "the final on Saturday was called off", perhaps at half-time
		}
		return future, true
	case lead == "of" && s.lowerAt(noun) != "as" && s.lowerAt(noun) != "ahead" && !ahead && (t == present || t == future), lead == "with" && t != past && s.lowerAt(i-2) == "do":
		return past, true
	case lead == "on" && s.tagAt(noun) == "CD" && t == present, lead == "to" && s.lowerAt(i-2) == "up" && s.countsBefore(i-2) && t == present:
		return past, true
	}
	return noTense, false
}

// tellsPast reports a verb of the sentence in the past that tells what was done, not what was said.
func (s *scanner) tellsPast() bool {
	for k := range s.toks {
		if s.tagAt(k) == "VBD" && !s.roleAt(k, roleSpoke) {
			return true
		}
	}
	return false
}

// eventBefore reports an event that may lie ahead in the noun phrase that ends before token i: "the match of the two teams against Nkana [on]".
func (s *scanner) eventBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-8; k-- {
		switch tag := s.tagAt(k); {
		case s.roleAt(k, roleScheduledEvent|roleAhead):
			return true
		case !isNoun(tag) && tag != "IN" && tag != "DT" && tag != "JJ" && tag != "CC" && tag != "CD" && tag != "POS" && tag != "PRP$":
			return false
		}
	}
	return false
}

// calledFor reports "has called for", "had asked for" right before the date at token i.
func (s *scanner) calledFor(i int) bool {
	if s.lowerAt(i-1) != "for" || !s.roleAt(i-2, roleFixed) {
		return false
	}
	switch s.auxiliary(i - 2) {
	case "has", "have", "'ve", "been", "had":
		return true
	}
	return false
}

// doneOn reports a verb of what is done right before "on" and the date at token i, or before its object: "closed on [3 February]", "adopted
// the euro on [1 January]". What was set, called or invited to can lie ahead.
func (s *scanner) doneOn(i int) bool {
	k := i - 2
	if s.lowerAt(i-1) != "on" { // "took effect July 1"
		if k = i - 1; s.tagAt(k) != "VBD" && s.tagAt(k) != "VBN" && s.tagAt(k) != "NN" || s.roleAt(k, roleSpoke) {
			return false
		}
	}
	if s.lowerAt(k) == "in" || s.lowerAt(k) == "down" || s.lowerAt(k) == "off" || s.lowerAt(k) == "out" || s.lowerAt(k) == "up" || s.lowerAt(k) == "due" {
		k--
	}
	for n := 0; n < 3 && (isNoun(s.tagAt(k)) || s.tagAt(k) == "DT" || s.tagAt(k) == "JJ" || s.tagAt(k) == "PRP$"); n++ {
		if s.roleAt(k, roleScheduledEvent|roleAhead) {
			return false
		}
		k--
	}
	return (s.tagAt(k) == "VBD" || s.tagAt(k) == "VBN") && !s.roleAt(k, roleState|rolePlan|roleAhead|roleDefer)
}

// calledOff reports "has been called off", "is cancelled" at token k.
func (s *scanner) calledOff(k int) bool {
	for end := k + 4; k < end; k++ {
		switch s.lowerAt(k) {
		case "called", "put":
			return s.lowerAt(k+1) == "off"
		case "has", "have", "is", "are", "was", "were", "been":
		default:
			return s.roleAt(k, roleScrapped)
		}
	}
	return false
}

// countsBefore reports a number not far before token k.
func (s *scanner) countsBefore(k int) bool {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		if s.tagAt(n) == "CD" {
			return true
		}
	}
	return false
}

// formerAt reports whether what ends at token i is a figure that something rose or fell from: "down from 17 vessels [on]", "up from nine".
func (s *scanner) formerAt(i int) bool {
	k := i
	for {
		for k > 0 && k > i-10 && s.tagAt(k) != "CD" {
			switch tag := s.tagAt(k); {
			case tag == "IN" && k == i, tag == "NN", tag == "NNS", tag == "JJ":
				k--
			default:
				return false
			}
		}
		if k < 2 || s.tagAt(k) != "CD" {
			return false
		}
		if s.lowerAt(k-1) != "and" { // "up from 11 boats and four crews on Friday"
			break
		}
		k -= 2
	}
	if w := s.lowerAt(k - 1); w == "the" || w == "about" || w == "some" || w == "around" {
		k--
	}
	switch s.lowerAt(k - 1) {
	case "from":
		w := s.lowerAt(k - 2)
		return w == "up" || w == "down"
	case "with", "to":
		return s.lowerAt(k-2) == "compared"
	}
	return false
}

// paperOf reports a date that tells of when somebody's paper is: "its bulletin of [Tuesday night]".
func (s *scanner) paperOf(from int) bool {
	return s.lowerAt(from-1) == "of" && s.roleAt(from-2, rolePaper)
}

// participleEnds reports a past form at token i that ends the sentence.
func (s *scanner) participleEnds(i int) bool {
	return s.tagAt(i) == "VBD" && s.tagAt(i+1) == "."
}

// wasTo reports "was to" and an infinitive before token i in its clause.
func (s *scanner) wasTo(i int) bool {
	for k := i - 1; k > 1 && k > i-maxReach && !s.roleAt(k, roleClauseEnd); k-- {
		if s.tagAt(k) == "VB" && s.lowerAt(k-1) == "to" {
			return s.lowerAt(k-2) == "was" || s.lowerAt(k-2) == "were"
		}
	}
	return false
}

// heldAgainst reports "than" at token i or before a preposition there: what is said now is compared with what was.
func (s *scanner) heldAgainst(i int) bool {
	return s.lowerAt(i) == "than" || s.tagAt(i) == "IN" && s.lowerAt(i-1) == "than"
}

// likeOn reports the preposition of "as many as on" at token i: what is said now is like what was.
func (s *scanner) likeOn(i int) bool {
	return (s.lowerAt(i) == "on" || s.lowerAt(i) == "in") && s.lowerAt(i-1) == "as" && s.roleBeforeAs(i-2)
}

// roleBeforeAs reports an adjective or adverb of degree at token i, "as many [as]", "as high [as]".
func (s *scanner) roleBeforeAs(i int) bool {
	tag := s.tagAt(i)
	return (tag == "JJ" || tag == "RB" || tag == "NN" || tag == "NNS") && (s.lowerAt(i-1) == "as" || s.lowerAt(i-2) == "as")
}

// countedWith reports whether a phrase of counts that "with" begins ends before token i: "with 61 deaths and 2,910 cases [by]".
func (s *scanner) countedWith(i int) bool {
	counted := false
	for k := i - 1; k >= 0 && k >= i-9; k-- {
		switch tag := s.tagAt(k); {
		case s.lowerAt(k) == "with":
			return counted
		case tag == "CD":
			counted = true
		case tag != "NNS" && tag != "NN" && tag != "JJ" && tag != "RB" && tag != "RBR" && tag != "," && s.lowerAt(k) != "and" && s.lowerAt(k) != "than":
			return false
		}
	}
	return false
}

// allotted reports a verb of giving before token i in its clause: "gave the union until [Monday]", "had until".
func (s *scanner) allotted(i int) bool {
	for k := i - 1; k >= 0 && k > i-7 && !s.roleAt(k, roleClauseEnd); k-- {
		switch s.lowerAt(k) {
		case "gave", "given", "had":
			return true
		}
	}
	return false
}

// lookedInto reports a noun, "on" and the day f, and a verb that tells that what happened then is being studied: "a death on [Tuesday] is being examined".
func (s *scanner) lookedInto(f *found) bool {
	k := f.from - 2
	if s.lowerAt(k) == "," {
		k--
	}
	if s.lowerAt(f.from-1) != "on" || !isNoun(s.tagAt(k)) || s.roleAt(k, roleScheduledEvent|roleAhead) {
		return false
	}
	if s.roleAt(k, roleHappening) && !s.foreseen(k) {
		return true // "the attack on Tuesday is likely to"
	}
	i := f.to
	if s.lowerAt(i) == "," {
		i++
	}
	if w := s.lowerAt(i); w != "is" && w != "are" {
		return false
	}
	switch s.lowerAt(i + 1) {
	case "being", "under", "thought", "believed", "blamed":
		return true
	}
	return false
}

// untilEvent reports "until sentencing on" before token i.
func (s *scanner) untilEvent(i int) bool {
	for k := i - 2; k >= 0 && k >= i-5; k-- {
		if s.lowerAt(k) == "until" || s.lowerAt(k) == "pending" {
			return true
		}
	}
	return false
}

// deferred reports whether the nearest words before i put something off: "postponed until", "sent home until".
func (s *scanner) deferred(i int) bool {
	by := false
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if s.roleAt(k, roleDefer|roleAhead) || by && s.roleAt(k, roleOrder) {
			return true
		}
		by = by || s.roleAt(k, roleDeferBy)
	}
	return false
}

// toldAt reports a verb of telling before the date at token i: "said on [Tuesday]", "told the court [today]".
func (s *scanner) toldAt(i int) bool {
	k := i - 1
	if s.lowerAt(k) == "on" {
		k--
	}
	for n := 0; n < 3 && (isNoun(s.tagAt(k)) || s.tagAt(k) == "DT"); n++ {
		k--
	}
	return s.roleAt(k, roleSpoke)
}

func (s *scanner) inHeadline() bool { return s.sent.Field == "title" || s.sent.Kind == "heading" }

// attributive reports whether f stands before the noun that it dates: "Friday's attack", "the June agreement".
func (s *scanner) attributive(f *found) bool {
	if s.lowerAt(f.to-1) == "'s" {
		return true
	}
	k := f.from - 1
	if s.tagAt(k) == "JJ" {
		k--
	}
	tag := s.tagAt(f.to)
	return (tag == "NN" || tag == "VBZ" && s.roleAt(f.to, roleHappening|roleContest) || tag == "NNS") && (s.tagAt(k) == "DT" || s.tagAt(k) == "PRP$" || s.tagAt(k) == "POS")
}

// attributiveTense is past, unless an event that may lie ahead is dated in a clause that looks ahead.
func (s *scanner) attributiveTense(f *found, t tense) tense {
	for k := f.to; k < f.to+4 && k < len(s.toks); k++ {
		if s.roleAt(k, roleScheduledEvent|roleAhead) {
			if t == past && s.calledOff(k+1) {
				return either // "Thursday's vote was put off"
			}
			if t == past && s.aheadOf(f.from) {
				return s.aheadTense(f.from)
			}
			if t == past {
				return noTense
			}
			return t
		}
		if s.tagAt(k) == "IN" {
			break
		}
	}
	return past
}
