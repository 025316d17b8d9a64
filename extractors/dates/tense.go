package dates

import "strings"

// A tense is the time of the clause that a date stands in.
type tense int

const (
	noTense tense = iota
	past
	present
	future
	either // looked ahead then: "had been due on Friday"
	could  // may lie ahead, or one was able to then
	unsure // may be either, and a wrong day costs more than none: a month only where the nearest lies ahead
)

// maxReach is how far in tokens a verb may stand from the date that it governs.
const maxReach = 22

// tenseAt returns the tense of the verb that governs tokens [from,to): the nearest before them in the clause, else the first
// after, else the sentence's first.
func (s *scanner) tenseAt(from, to int) tense {
	for i := from - 2; i >= 0 && i >= from-4; i-- {
		if s.lowerAt(i) == "next" && strings.HasPrefix(s.tagAt(i+1), "NN") && s.words[i+1].classes&(cUnit|cDaypart) == 0 {
			return future // "Next report: Wednesday"
		}
	}
	if w := s.lowerAt(from - 1); w == "for" || w == "from" {
		k := from - 2
		if s.lowerAt(k) == "," {
			k--
		}
		if s.roleAt(k, roleData) {
			return past // "figures for Monday"
		}
	}
	if t := s.verbBehind(from, to); t != noTense {
		return t
	}
	for i := from - 1; i >= 0 && i > from-maxReach; i-- {
		if t := s.verbTense(i); t != noTense {
			return t
		}
		if s.roleAt(i, roleClauseEnd) && from-i > 1 {
			break
		}
	}
	for i := to; i < len(s.toks) && i < to+maxReach; i++ {
		if t := s.verbTense(i); t != noTense {
			return t
		}
		if i > to && s.roleAt(i, roleClauseEnd) {
			break
		}
	}
	for i := range s.toks {
		if t := s.verbTense(i); t == past || t == future {
			return t
		}
	}
	return noTense
}

// verbBehind returns the tense of a finite verb right behind a day that stands between it and its subject, or opens its clause behind "and":
// "The ward on [Monday] had 203 patients", "is full and on [Monday] had 203". noTense where no such verb or no past one does.
func (s *scanner) verbBehind(from, to int) tense {
	k := from - 1
	if s.tagAt(to) == "VBZ" && (k < 0 || s.lowerAt(k) == "and" || s.lowerAt(k) == "but") { // "May was bad, and [June] looks worse"
		return s.verbTense(to)
	}
	if s.lowerAt(k) != "on" {
		return noTense
	}
	switch before := s.lowerAt(k - 1); {
	case before == "and", before == "but", before == ",", isNoun(s.tagAt(k-1)) && !s.roleAt(k-1, roleScheduledEvent|roleAhead):
	default:
		return noTense
	}
	i := to
	for i < to+2 && s.tagAt(i) == "RB" {
		i++
	}
	if tag := s.tagAt(i); tag != "VBD" && (tag != "MD" || isNoun(s.tagAt(k-1))) {
		return noTense
	}
	if w := s.lowerAt(i); (w == "was" || w == "were") && (s.lowerAt(i+1) == "to" || s.lowerAt(i+1) == "due" || s.roleAt(i+1, roleState)) {
		return noTense
	}
	return s.verbTense(i)
}

// verbTense returns the tense that the verb group ending at i expresses, noTense where i is no verb.
func (s *scanner) verbTense(i int) tense {
	t := &s.toks[i]
	switch t.Lower {
	case "will":
		if t.Tag == "NN" {
			return noTense
		}
		return future
	case "shall", "'ll", "wo":
		return future
	case "would", "should", "must", "may", "might", "can":
		if s.hasAhead(i, "have") || s.hasAhead(i, "has") {
			return past
		}
		if t.Lower == "may" && capital(t.Text) {
			return noTense
		}
		return future
	case "could":
		return past
	case "due":
		switch s.auxiliary(i) {
		case "been", "was", "were":
			return either
		}
		return future
	case "says", "say", "adds", "writes", "ago":
		return noTense
	}
	r := roles[t.Lower]
	switch {
	case r&rolePast != 0:
		if aux := s.auxiliary(i); aux != "" && t.Tag != "VBD" {
			return s.participleTense(i)
		}
		return past
	case r&roleSchedule != 0 && t.Tag != "VB" && t.Tag != "VBN" && t.Tag != "VBD" && s.afterSubject(i):
		return present
	}
	switch t.Tag {
	case "VBD":
		if r&roleState != 0 && t.Lower != "set" {
			return future
		}
		return past
	case "VBN":
		return s.participleTense(i)
	case "VB":
		if t := s.infinitiveTense(i); t != noTense || !s.conditional(i) {
			return t
		}
		return future // "backed the plan if they take office in January"
	case "VBG":
		return s.gerundTense(i)
	case "VBZ", "VBP":
		if strings.HasSuffix(t.Lower, "ed") && !strings.HasSuffix(t.Lower, "eed") { // prose takes some past forms for the present
			return past
		}
		return s.presentTense(i)
	}
	return noTense
}

// afterEvent reports a noun with "after" that a date tells the day of: "after a vote on [Sunday]".
func (s *scanner) afterEvent(from int) bool {
	if w := s.lowerAt(from - 1); w != "on" && w != "in" {
		return false
	}
	for k := from - 2; k >= 0 && k >= from-7; k-- {
		switch tag := s.tagAt(k); {
		case s.lowerAt(k) == "after" || s.lowerAt(k) == "following":
			return k < from-2
		case tag != "DT" && tag != "JJ" && !strings.HasPrefix(tag, "NN") && tag != "PRP$" && tag != "CD" && !s.roleAt(k, rolePlacing):
			return false
		}
	}
	return false
}

// firstPast reports whether the first finite verb of the sentence, before token end, is in the past.
func (s *scanner) firstPast(end int) bool {
	for k := 0; k < end; k++ {
		switch s.tagAt(k) {
		case "VBD":
			return true
		case "VBZ", "VBP", "MD":
			return false
		}
	}
	return false
}

// afterSubject reports whether a noun or pronoun stands before token i, so that "opens" or "reopen" is its verb.
func (s *scanner) afterSubject(i int) bool {
	switch s.tagAt(i - 1) {
	case "NN":
		return strings.HasSuffix(s.lowerAt(i), "s") || strings.HasSuffix(s.lowerAt(i-1), "s") // not "a site visit"
	case "NNS", "NNP", "NNPS", "PRP", "RB", ")":
		return true
	}
	return false
}

// hasAhead reports whether w is among the three tokens after i.
func (s *scanner) hasAhead(i int, w string) bool {
	for k := i + 1; k <= i+3; k++ {
		if s.lowerAt(k) == w {
			return true
		}
	}
	return false
}

// auxiliary returns the nearest form of be, have, do or a modal within four tokens before i, past adverbs.
func (s *scanner) auxiliary(i int) string {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if s.toks[k].Tag == "POS" { // "Thursday's hearing" is no verb group
			return ""
		}
		switch w := s.toks[k].Lower; w {
		case "being":
			if b := s.lowerAt(k - 1); b == "was" || b == "were" {
				return b // "were being treated on Monday"
			} else if b == "after" {
				return "had" // "is in hospital after being hit on Monday"
			}
			return w
		case "is", "are", "am", "'s", "'re", "'m", "was", "were", "be", "been", "has", "have", "had", "'ve", "will", "would", "to", "'ll", "could", "may", "might", "can", "must", "should", "do", "does", "did":
			return w
		}
		if tag := s.toks[k].Tag; tag != "RB" && tag != "VBN" {
			return ""
		}
	}
	return ""
}

func (s *scanner) participleTense(i int) tense {
	if s.lowerAt(i-1) == "as" || s.lowerAt(i-2) == "as" && s.tagAt(i-1) == "RB" {
		if !s.roleAt(i, roleState|rolePlan) {
			return past // "at the price as quoted on 6 June"
		}
		return noTense // "began as previously planned on Saturday"
	}
	planned := s.roleAt(i, roleState) && !s.setOff(i)
	switch aux := s.auxiliary(i); aux {
	case "be":
		return s.infinitiveTense(i)
	case "is", "are", "am", "'re", "'m", "being", "'s":
		if planned {
			return future
		}
		return present
	case "will", "'ll", "would", "can", "must", "should", "may", "might":
		return future
	case "was", "were":
		if planned {
			return future
		}
		return past
	case "":
		switch next := s.lowerAt(i + 1); {
		case s.toks[i].Lower == "set" && next != "for" && next != "to":
			return past
		case planned && s.pastVerbAfter(i):
			return either
		case planned:
			return future
		}
		if i > 0 && (s.toks[i-1].Tag == "VBZ" || s.toks[i-1].Tag == "VBP" || s.roleAt(i-1, roleSchedule) || s.lowerAt(i-1) == "stay" || s.lowerAt(i-1) == "stays") { // stays closed
			return present
		}
		return past
	case "has", "have", "'ve":
		switch s.toks[i].Lower {
		case "scheduled", "planned", "promised", "pledged", "vowed", "agreed", "threatened":
			return future
		}
	case "been":
		if planned {
			return either
		}
	}
	return past
}

// setOff reports "set" at token i in a phrase that tells what was done: "set alight", "set on fire", "set free".
func (s *scanner) setOff(i int) bool {
	return s.lowerAt(i) == "set" && (s.roleAt(i+1, roleSetOff) || s.lowerAt(i+1) == "on" && s.lowerAt(i+2) == "fire")
}

// pastVerbAfter reports whether the main verb after a participle is in the past: "the service planned for Saturday was called off".
func (s *scanner) pastVerbAfter(i int) bool {
	for k := i + 1; k < len(s.toks) && k < i+maxReach && !s.roleAt(k, roleClauseEnd); k++ {
		switch s.toks[k].Tag {
		case "VBD":
			return true
		case "MD", "VBZ", "VBP":
			return false
		}
	}
	return false
}

// infinitiveTense looks at what governs "to meet", "will meet", "did meet".
func (s *scanner) infinitiveTense(i int) tense {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch w := s.toks[k].Lower; w {
		case "will", "'ll", "shall", "wo", "would", "should", "must", "can", "may", "might":
			return future
		case "could":
			if s.couldThen(k) {
				return past
			}
			return could
		case "did":
			return past
		case "do", "does":
			return present
		case "to":
			return s.governed(k)
		}
		if tag := s.toks[k].Tag; tag != "RB" && tag != "VBN" && tag != "VB" && s.toks[k].Text != "“" && s.toks[k].Text != "\"" {
			return noTense
		}
	}
	return noTense
}

// conditional reports a verb at token i in a clause that "if" opens.
func (s *scanner) conditional(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if w := s.lowerAt(k); w == "if" || w == "once" || w == "unless" {
			return true
		} else if s.roleAt(k, roleClauseEnd) {
			break
		}
	}
	return false
}

// couldThen reports a "could" at token k that tells what one was able to do: "could not be reached", "could be seen".
func (s *scanner) couldThen(k int) bool {
	return s.roleAt(k+1, roleCouldThen) || s.roleAt(k+2, roleCouldThen) && strings.HasPrefix(s.tagAt(k+2), "VB")
}

// governed returns the tense of an infinitive whose "to" is token k: plans look ahead, "began to" back; after a noun
// ("offers to buy") the verb before that noun decides.
func (s *scanner) governed(k int) tense {
	if k == 0 {
		return future
	}
	g := &s.toks[k-1]
	switch {
	case g.Lower == "due":
		return s.verbTense(k - 1)
	case g.Lower == "going" && (s.lowerAt(k-2) == "was" || s.lowerAt(k-2) == "were"), // "said that he was going to run on Friday"
		g.Tag == "VBN" && s.lowerAt(k-2) == "been" && s.lowerAt(k-3) == "had": // "had been scheduled to end on Friday"
		return either
	case is(g.Lower, roleManaged):
		return past
	case is(g.Lower, rolePlan):
		return future
	case g.Tag == "VBN" && (s.lowerAt(k-2) == "has" || s.lowerAt(k-2) == "have"), // "has promised to pay five by Friday"
		g.Tag == "VBN" && s.lowerAt(k-2) == "been" && (s.lowerAt(k-3) == "has" || s.lowerAt(k-3) == "have"): // "have been cleared to fly from Friday"
		return future
	case g.Tag == "VBD", g.Tag == "VBN", is(g.Lower, rolePast):
		return past
	}
	for i := k - 1; i >= 0 && i > k-10 && !s.roleAt(i, roleClauseEnd); i-- {
		switch {
		case is(s.toks[i].Lower, rolePlan):
			return future
		case s.toks[i].Tag == "VBD", is(s.toks[i].Lower, rolePast):
			return past
		case s.toks[i].Tag == "MD", s.toks[i].Tag == "VBZ", s.toks[i].Tag == "VBP":
			return future
		}
	}
	return future
}

func (s *scanner) gerundTense(i int) tense {
	switch s.lowerAt(i - 1) {
	case "since", "despite":
		return past // "has risen since taking over in the autumn"
	case "after":
		for k := i - 2; k >= 0 && !s.roleAt(k, roleClauseEnd); k-- {
			if tag := s.tagAt(k); tag == "VBZ" || tag == "VBP" {
				return past // "is tired after fighting for the post at the weekend"
			} else if tag == "MD" || tag == "VBD" {
				break
			}
		}
	}
	switch s.auxiliary(i) {
	case "is", "are", "am", "'s", "'re", "'m", "will", "'ll", "be":
		return future
	case "was", "were", "been", "had":
		return past
	}
	return noTense
}

func (s *scanner) presentTense(i int) tense {
	switch s.toks[i].Lower {
	case "has", "have", "'ve":
		if s.lowerAt(i+1) == "to" {
			return future
		}
		for k := i + 1; k < i+4; k++ {
			if tag := s.tagAt(k); tag == "VBN" || tag == "VBD" {
				return past
			}
		}
		return present
	case "is", "are", "'s", "'re":
		switch w := s.lowerAt(i + 1); {
		case w == "to", is(w, roleState):
			return future
		}
		return present
	}
	if s.roleAt(i, rolePlan) {
		return future
	}
	return present
}
