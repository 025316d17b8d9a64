package dates

// A tense is the time of the clause that a date stands in.
type tense int

const (
	noTense tense = iota
	past
	present
	future
)

// planned words turn what they govern into the future: "scheduled for Monday", "plans to meet on Monday".
var plannedWords = map[string]bool{"planned": true, "plan": true, "plans": true, "scheduled": true, "expected": true, "expects": true, "expect": true, "due": true, "set": true,
	"slated": true, "hopes": true, "hope": true, "hoped": true, "wants": true, "want": true, "wanted": true, "intends": true, "intend": true, "intended": true, "agreed": true,
	"vowed": true, "pledged": true, "promised": true, "ready": true, "likely": true, "supposed": true, "going": true, "poised": true, "about": true, "ordered": true,
	"asked": true, "urged": true, "called": true, "told": true, "invited": true, "preparing": true, "prepares": true, "aims": true, "aimed": true, "seeks": true, "needs": true,
	"deadline": true, "proposed": true, "threatened": true, "decided": true, "bound": true, "projected": true, "forecast": true, "anticipated": true, "has": true, "have": true}

// clauseEnds part clauses.
var clauseEnds = map[string]bool{";": true, ":": true, "—": true, "–": true, "\"": true, "“": true, "”": true, "that": true, "which": true, "who": true, "when": true, "while": true,
	"because": true, "although": true, "but": true, "whether": true, "if": true, "where": true, "_": true, "--": true}

// maxReach is how far in tokens a verb may stand from the date that it governs.
const maxReach = 22

// tenseAt returns the tense of the verb that governs tokens [from,to): the nearest before them in the clause, else the first after.
func (s *scanner) tenseAt(from, to int) tense {
	for i := from - 1; i >= 0 && i > from-maxReach; i-- {
		if t := s.verbTense(i); t != noTense {
			return t
		}
		if clauseEnds[s.toks[i].Lower] && from-i > 1 {
			break
		}
	}
	for i := to; i < len(s.toks) && i < to+maxReach; i++ {
		if t := s.verbTense(i); t != noTense {
			return t
		}
		if i > to && clauseEnds[s.toks[i].Lower] {
			break
		}
	}
	return noTense
}

// verbTense returns the tense that the verb group ending at i expresses, noTense where i is no verb.
func (s *scanner) verbTense(i int) tense {
	t := &s.toks[i]
	switch t.Lower {
	case "will", "shall", "'ll", "wo", "tomorrow":
		if t.Tag == "NN" && t.Lower == "will" {
			return noTense
		}
		return future
	case "would", "should", "must", "may", "might", "can", "could":
		if s.hasAhead(i, "have") || t.Lower == "could" {
			return past
		}
		return future
	case "was", "were", "had", "did", "said", "told", "came", "went", "took", "began", "made", "got":
		return past
	case "due":
		return future
	case "ago":
		return past
	}
	switch t.Tag {
	case "VBD":
		return past
	case "VBN":
		return s.participleTense(i)
	case "VB":
		return s.infinitiveTense(i)
	case "VBG":
		return s.gerundTense(i)
	case "VBZ", "VBP":
		return s.presentTense(i)
	}
	return noTense
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

// auxiliary returns the nearest form of be, have or a modal within four tokens before i, past adverbs.
func (s *scanner) auxiliary(i int) string {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch w := s.toks[k].Lower; w {
		case "is", "are", "am", "'s", "'re", "'m", "was", "were", "be", "been", "being", "has", "have", "had", "'ve", "will", "would", "to", "'ll", "could", "may", "might", "can", "must", "should", "do", "does", "did":
			return w
		}
		if tag := s.toks[k].Tag; tag != "RB" && tag != "VBN" {
			return ""
		}
	}
	return ""
}

func (s *scanner) participleTense(i int) tense {
	planned := plannedWords[s.toks[i].Lower]
	switch aux := s.auxiliary(i); aux {
	case "is", "are", "am", "'re", "'m", "be", "being", "'s":
		if aux == "be" {
			return s.infinitiveTense(i)
		}
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
		switch s.toks[i].Lower {
		case "scheduled", "planned", "expected", "slated", "set":
			return future
		}
		if i > 0 && (s.toks[i-1].Tag == "VBZ" || s.toks[i-1].Tag == "VBP") { // stays closed
			return present
		}
		return past
	}
	return past
}

// infinitiveTense looks at what governs "to meet", "will meet", "did meet".
func (s *scanner) infinitiveTense(i int) tense {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch w := s.toks[k].Lower; w {
		case "will", "'ll", "shall", "wo", "would", "should", "must", "can", "may", "might":
			return future
		case "did", "could":
			return past
		case "do", "does":
			return present
		case "to":
			if k == 0 {
				return future
			}
			g := &s.toks[k-1]
			switch {
			case plannedWords[g.Lower]:
				return future
			case g.Tag == "VBD" || g.Tag == "VBN" || g.Lower == "had":
				return past
			}
			return future
		}
		if tag := s.toks[k].Tag; tag != "RB" && tag != "VBN" && tag != "VB" {
			return noTense
		}
	}
	return noTense
}

func (s *scanner) gerundTense(i int) tense {
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
		return past
	case "says", "say", "adds", "writes":
		return noTense
	case "is", "are", "'s", "'re":
		switch s.lowerAt(i + 1) {
		case "to", "due", "expected", "scheduled", "set", "slated", "likely":
			return future
		}
		return present
	}
	return present
}
