package dates

// A rule reads one family of expressions.
//
// Its patterns are tried at every token that can begin one; the longest match wins, of equal ones the earlier rule's.
// read may move m.from and m.to, and refuses a match by false.
type rule struct {
	name     string
	order    int // place in the table
	patterns []string
	read     func(m *match) (expr, bool)
	yes      []example
	no       []string // sentences in which the rule finds nothing
}

// An example is a sentence, published on Wednesday 11 March 2026, and the mentions that the rule makes in it: "text=value", several parted by "; ".
type example struct{ sentence, want string }

var rules = numbered(absoluteRules, yearRules, weekdayRules, relativeRules, seasonRules, offsetRules, periodRules, durationRules, setRules)

var index = newIndex(rules)

// numbered joins the tables and numbers their rules.
func numbered(tables ...[]rule) []rule {
	var all []rule
	for _, t := range tables {
		all = append(all, t...)
	}
	for i := range all {
		all[i].order = i
	}
	return all
}
