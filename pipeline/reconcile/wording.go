package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// plurals lists nouns whose plural no rule makes.
var plurals = map[string]string{"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "aircraft": "aircraft", "police": "police officers",
	"personnel": "personnel", "staff": "staff", "life": "lives", "wife": "wives", "crew": "crew members", "crew member": "crew members", "policeman": "policemen", "fireman": "firemen", "death": "people", "body": "people", "victim": "people", "dead": "people", "toll": "people"}

// plural puts a noun in the plural.
func plural(n string) string {
	if p, ok := plurals[n]; ok {
		return p
	}
	i := strings.LastIndexByte(n, ' ')
	if p, ok := plurals[n[i+1:]]; ok {
		return n[:i+1] + p
	}
	switch {
	case n == "":
		return "people"
	case strings.HasSuffix(n, "man") && !strings.HasSuffix(n, "human") && !strings.HasSuffix(n, "german") && !strings.HasSuffix(n, "roman"):
		return strings.TrimSuffix(n, "man") + "men"
	case strings.HasSuffix(n, "y") && len(n) > 1 && !strings.ContainsRune("aeiou", rune(n[len(n)-2])):
		return n[:len(n)-1] + "ies"
	case strings.HasSuffix(n, "s"), strings.HasSuffix(n, "x"), strings.HasSuffix(n, "ch"), strings.HasSuffix(n, "sh"):
		return n + "es"
	}
	return n + "s"
}

// number writes a value as a journalist would: "1,227", "38.1".
func number(v float64) string {
	s := strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	neg := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if neg {
		whole = "-" + whole
	}
	if frac != "" {
		return whole + "." + frac
	}
	return whole
}

// amount writes a figure with its bounds.
func amount(f *figure) string {
	v, lo, hi := f.Value, f.Lower, f.Upper
	switch {
	case v != nil && (f.span.exact || lo != nil && hi != nil && *lo == *hi): // a headline's too, whose text has bounds
		return number(*v)
	case v != nil && hi != nil && *hi <= *v:
		return "nearly " + number(*v)
	case v != nil && lo != nil && *lo >= *v:
		return "just over " + number(*v)
	case v != nil:
		return "about " + number(*v)
	case f.Approximate && f.Text != "":
		return strings.ToLower(f.Text)
	case lo != nil && hi != nil:
		return number(*lo) + " to " + number(*hi)
	case lo != nil:
		return "at least " + number(*lo)
	case hi != nil:
		return "up to " + number(*hi)
	}
	return "an unknown number"
}

// ask words the question that the figures of q answer.
func ask(q []*figure, unit, object, place string) string {
	f := &q[0].frame
	in := ""
	if place != "" {
		in = preposition(f) + place
	}
	switch {
	case f.kind == "percent":
		return askShare(f, object, in)
	case strings.HasPrefix(f.kind, "money"):
		return askMoney(q, in)
	case lengths[unit]:
		return askLength(f, unit, in)
	case strings.HasPrefix(f.kind, "measure") && !f.class.generic[f.noun]:
		return askMeasure(f, unit, in)
	}
	noun := plural(unit)
	switch {
	case unit == "percent": // "107,102, or 34 percent": the unit is the other number's
		noun = "votes"
	case f.generic && f.class.generic["person"] && personLike(unit), f.class.name == "survive" && unit == "survivor":
		noun = "people"
	}
	switch f.class.name {
	case "grow", "fall":
		return "By how many " + noun + " did it " + f.class.name + in + "?"
	case "have":
		if len(f.owners) > 0 {
			return "How many " + noun + " has " + strings.Join(f.owners, " and ") + in + "?"
		}
	}
	if noun == "votes" && slices.Contains(f.facets, ahead) {
		return "By how many votes was one ahead" + in + "?"
	}
	verb := said(q, noun)
	if f.class.name == "vote" && meetStrings(f.facets, ballots) {
		noun, verb = "votes", "were cast"
	}
	subject, verb := f.restrict(noun, verb)
	if f.delta {
		subject = "more " + subject
	}
	by := ""
	if len(f.owners) > 0 {
		by = " by "
		if noun == "votes" {
			by = " for "
		}
		by += strings.Join(f.owners, " and ")
	}
	return strings.TrimSuffix("How many "+subject+" "+verb+by+in, ",") + "?"
}

// restrictions are the facets of the things counted, whom a sum is for and the period.
func (f *frame) restrictions() []string {
	out := slices.Clone(f.facets)
	for _, s := range [...]string{f.recipient, f.period} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// restrict adds to a noun and a verb what the figures are restricted to: "foreign nationals", "patients in intensive care", "are still held".
func (f *frame) restrict(noun, verb string) (subject, said string) {
	before, behind := "", ""
	for _, p := range f.restrictions() {
		switch {
		case strings.HasPrefix(noun, p+" "): // the noun says it
		case p == "still":
			verb = strings.Replace(verb, " ", " still ", 1)
		case p == "not":
			verb = negate(verb)
		case p[0] >= '0' && p[0] <= '9', strings.HasPrefix(p, "under "), strings.HasPrefix(p, "over "):
			behind += " aged " + p
		case isBehind(p):
			behind += " " + p
		default:
			before += p + " "
		}
	}
	return before + noun + behind, verb
}

// negate denies a verb phrase: "were not rescued", "are said not to have returned".
func negate(verb string) string {
	first, rest, _ := strings.Cut(verb, " ")
	switch first {
	case "is", "are", "was", "were", "has", "have":
		return first + " not " + rest
	}
	return "are said not to have " + verb
}

// isBehind reports whether a facet stands behind its noun: "of them", "with measles", "abroad".
func isBehind(facet string) bool {
	first, _, _ := strings.Cut(facet, " ")
	switch first {
	case "overnight", "this", "for", "of", "with", "in", "on", "who", "seen", "before", "without", "abroad", "each", "against", "abstaining", "among", "outside":
		return true
	}
	return false
}

// askMoney words the question of a sum.
func askMoney(q []*figure, in string) string {
	f := &q[0].frame
	by := ""
	if len(f.owners) > 0 {
		by = " by " + strings.Join(f.owners, " and ")
	}
	switch f.class.name {
	case "cost":
		if slices.Contains(f.near, "damage") {
			return "How high is the damage" + in + "?"
		}
		return "What is the price or the worth" + in + "?"
	case "grow", "fall":
		return "By how much money did it " + f.class.name + in + "?"
	case "", "have", "measure", "last":
		return "How much money is it" + by + in + "?"
	}
	_, verb := f.restrict("", f.class.one)
	if verb == "" {
		verb = "was meant"
	}
	planned := true
	for _, x := range q {
		planned = planned && x.frame.planned
	}
	passive, isPassive := strings.CutPrefix(verb, "was ")
	switch {
	case f.demanded && isPassive:
		verb = "should be " + passive + ", as demanded,"
	case planned && isPassive:
		verb = "is to be " + passive
	}
	return strings.TrimSuffix("How much money "+verb+by+in, ",") + "?"
}

// lengths are units of time.
var lengths = map[string]bool{"second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true, "decade": true, "season": true, "night": true}

// spans are what a length of time is the length of, by predicate.
var spans = map[string]string{"sentence": "the sentence", "sentence_time": "the sentence", "imprison": "the imprisonment", "suspend": "the suspension", "meet": "the meeting", "ban": "the ban", "mourn": "the mourning",
	"ceasefire": "the ceasefire", "protest": "the protest", "strike_work": "the strike", "miss": "the absence", "rescue": "the rescue", "search": "the search", "outage": "the outage", "quarantine": "the quarantine", "close": "the closure", "train": "the training",
	"negotiate": "the negotiation", "delay": "the delay", "evacuate": "the evacuation", "hospitalise": "the stay in hospital", "vote": "the voting", "burn": "the fire", "testify": "the testimony", "explode": "the explosion"}

// askLength words the question of a length of time.
func askLength(f *frame, unit, in string) string {
	what := spans[f.class.name]
	if what == "" {
		what = "it"
	}
	subject, _ := f.restrict("", "")
	return "How many " + plural(unit) + " did " + what + strings.TrimRight(" "+strings.TrimSpace(subject), " ") + " last" + in + "?"
}

// askMeasure words the question of a measure: how deep, how far, how much.
func askMeasure(f *frame, unit, in string) string {
	if unit == "magnitude" {
		return "What was the magnitude" + in + "?"
	}
	units := plural(unit)
	first, rest, ok := strings.Cut(unit, " ")
	if ok && (first == "degree" || rest == "an hour" || rest == "per hour") {
		units = plural(first) + " " + rest
	}
	if rest != "" && strings.HasSuffix(rest, "hour") && f.topic != "" {
		return "What was the " + f.topic + in + ", in " + units + "?"
	}
	switch f.dimension {
	case "depth":
		return "How many " + units + " deep was it" + in + "?"
	case "height":
		return "How many " + units + " high was it" + in + "?"
	case "length":
		return "How many " + units + " long was it" + in + "?"
	case "width":
		return "How many " + units + " wide was it" + in + "?"
	case "distance":
		return "How many " + units + " away was it" + in + "?"
	}
	switch f.class.name {
	case "fall", "grow":
		return "By how many " + units + " did it " + f.class.name + in + "?"
	}
	if _, verb := f.restrict("", f.class.many); verb != "" && f.class.name != "measure" && f.class.name != "last" && f.class.name != "die" {
		return "How many " + units + " " + verb + in + "?"
	}
	return "How many " + units + " are given" + in + "?"
}

// askShare words the question of a percentage.
func askShare(f *frame, object, in string) string {
	switch {
	case slices.Contains(f.facets, "turnout"):
		return "What was the turnout" + in + "?"
	case slices.Contains(f.facets, "threshold"):
		return "What is the threshold" + in + "?"
	case f.class.name == "contain":
		return "What share of the fire was contained" + in + "?"
	case f.class.name == "vote" && len(f.owners) > 0:
		return "What share of the vote did " + strings.Join(f.owners, " and ") + " get" + in + "?"
	}
	of := ""
	if _, rest, ok := strings.Cut(object, " of "); ok {
		of = " of " + rest
	} else if ws := words(object); len(ws) > 0 && nounClass(object) != "percent" {
		of = " of " + object
	}
	if said := f.restrictions(); len(said) > 0 {
		of += " (" + strings.Join(said, ", ") + ")"
	}
	switch {
	case f.class.name == "grow" || f.class.name == "fall":
		what := "it"
		if of != "" {
			what = strings.TrimPrefix(of, " of ")
		}
		return "By what share did " + what + " " + f.class.name + in + "?"
	case f.class.many == "" && of == "":
		return "What is the share" + in + "?"
	case f.class.many == "":
		return "What is the share" + of + in + "?"
	case of == "":
		of = " of them"
	}
	return "What share" + of + " " + f.class.many + in + "?"
}

// said is the verb phrase of a question in the plural, as its figures are put: told, planned or demanded.
func said(q []*figure, noun string) string {
	f := &q[0].frame
	verb := f.class.many
	switch {
	case verb == "" || noun == "cases", f.class.name == "vaccinate" && slices.ContainsFunc(f.facets, doses):
		return "are there"
	case noun == "votes" && f.class.name == "vote":
		return "were cast"
	case f.class.name == "hospitalise" && slices.Contains(f.facets, "still"):
		return "are in hospital"
	case noun != "people" && f.class.stems[stem(f.noun)] && !f.person: // the noun says it: "convictions", "explosions"
		return "were there"
	}
	planned := true
	for _, x := range q {
		planned = planned && x.frame.planned
	}
	passive, isPassive := strings.CutPrefix(verb, "were ")
	switch {
	case f.demanded && isPassive:
		return "should be " + passive + ", as demanded,"
	case planned && isPassive:
		return "are to be " + passive
	}
	return verb
}

// doses reports a facet that says how vaccinated people are.
func doses(facet string) bool {
	return facet == "unvaccinated" || strings.HasSuffix(facet, " dose") || strings.HasSuffix(facet, " doses") || facet == "of unknown status"
}

func personLike(unit string) bool {
	switch nounClass(unit) {
	case "person", "body", "death", "victim", "injury", "casualty", "":
		return true
	}
	return false
}

func preposition(f *frame) string {
	switch {
	case f.role == "origin":
		return " from "
	case f.role == "route":
		return " via "
	case f.role == "destination", f.role == "" && (f.class.name == "transfer" || f.class.name == "expel"):
		return " to "
	}
	return " in "
}
