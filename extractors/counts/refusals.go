package counts

// A refusal is a rule that says a number is no count. The first that applies holds.
//
// It applies where one of its patterns stands around the number and when, if there is one, agrees. no are sentences in which
// it leaves nothing to be counted, yes are ones that it must leave alone.
type refusal struct {
	name     string
	patterns []string
	when     func(s *scanner, q *quantity) bool
	no       []string
	yes      []example
	compiled []pattern
}

// An example is a sentence and the counts that must be found in it, as "text=unit" with bounds.
type example struct {
	sentence string
	want     string
}

// refusals are tried in order.
var refusals = compileRefusals(tableRules, identifierRules, telephoneRules, timeRules, ageRules, scoreRules, rateRules, oneRules, noneRules, shareRules, vagueRules, enumerationRules)

func compileRefusals(groups ...[]refusal) []*refusal {
	var out []*refusal
	for _, g := range groups {
		for i := range g {
			r := &g[i]
			for _, p := range r.patterns {
				r.compiled = append(r.compiled, compilePattern(p))
			}
			out = append(out, r)
		}
	}
	return out
}

// refuse returns the rule by which the k-th quantity is no count, nil if it is one.
func (s *scanner) refuse(k int) *refusal {
	q := &s.qs[k]
	s.k = k
	for _, r := range refusals {
		if r.applies(s, q) {
			return r
		}
	}
	return nil
}

func (r *refusal) applies(s *scanner, q *quantity) bool {
	if r.when != nil && !r.when(s, q) {
		return false
	}
	if len(r.compiled) == 0 {
		return true
	}
	for i := range r.compiled {
		if r.compiled[i].matches(s, q) {
			return true
		}
	}
	return false
}

// isOne reports the word "one" or the digit 1 alone.
func (q *quantity) isOne() bool { return q.lo == 1 && q.single() && !q.none && !q.share }

// elided reports a number that names nothing.
func (q *quantity) elided() bool { return q.unitName == "" && q.noun.head < 0 }

// headLower returns the head noun of the quantity.
func (s *scanner) headWord(q *quantity) word {
	if q.noun.head < 0 {
		return word{entry: nothing}
	}
	return s.words[q.noun.head]
}
