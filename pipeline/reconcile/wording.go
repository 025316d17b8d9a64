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
	case v != nil && f.span.exact:
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
	if f.kind == "percent" {
		return askShare(f, object, in)
	}
	var b strings.Builder
	noun := plural(unit)
	if f.generic && f.class.generic["person"] && personLike(unit) {
		noun = "people"
	}
	switch {
	case strings.HasPrefix(f.kind, "money"):
		b.WriteString("How much money")
	case f.delta:
		b.WriteString("How many more " + noun)
	default:
		b.WriteString("How many " + noun)
	}
	verb := said(q)
	for _, p := range f.facets {
		if strings.HasPrefix(noun, p+" ") {
			continue // the noun says it: "foreign nationals"
		}
		switch {
		case p == "still":
			verb = strings.Replace(verb, " ", " still ", 1)
		case strings.HasPrefix(p, "of "), strings.HasPrefix(p, "with "), strings.HasPrefix(p, "in "), strings.HasPrefix(p, "on "), strings.HasPrefix(p, "who "), strings.HasPrefix(p, "under "), p == "abroad", p == "each", strings.HasPrefix(p, "seen "), strings.HasPrefix(p, "before "), strings.HasPrefix(p, "without "):
			b.WriteString(" " + p)
		default:
			s := strings.Replace(b.String(), " "+noun, " "+p+" "+noun, 1)
			b.Reset()
			b.WriteString(s)
		}
	}
	b.WriteString(" " + verb)
	if len(f.owners) > 0 {
		by := " by "
		if f.noun == "vote" {
			by = " for "
		}
		b.WriteString(by + strings.Join(f.owners, " and "))
	}
	return b.String() + in + "?"
}

// askShare words the question of a percentage.
func askShare(f *frame, object, in string) string {
	switch {
	case slices.Contains(f.facets, "turnout"):
		return "What was the turnout" + in + "?"
	case slices.Contains(f.facets, "threshold"):
		return "What is the threshold" + in + "?"
	case f.class.name == "vote" && len(f.owners) > 0:
		return "What share of the vote did " + strings.Join(f.owners, " and ") + " get" + in + "?"
	}
	of := " of them"
	if _, rest, ok := strings.Cut(object, " of "); ok {
		of = " of " + rest
	} else if ws := words(object); len(ws) > 0 && nounClass(object) != "percent" {
		of = " of " + object
	}
	if len(f.facets) > 0 {
		of += " (" + strings.Join(f.facets, ", ") + ")"
	}
	return strings.TrimSpace("What share"+of+" "+f.class.phrase()) + in + "?"
}

// said is the verb phrase of a question in the plural, as its figures are put: told, planned or demanded.
func said(q []*figure) string {
	f := &q[0].frame
	verb := f.class.phrase()
	switch {
	case verb == "" || f.noun == "case":
		return "are there"
	case strings.HasPrefix(f.kind, "measure") && f.class.name != "burn":
		return "(" + strings.ReplaceAll(f.class.name, "_", " ") + ")"
	case f.noun == "vote" && f.class.name == "vote":
		return "were cast"
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

// phrase is the verb phrase of a class for many.
func (c *class) phrase() string {
	if c.many != "" {
		return c.many
	}
	if c.name == "" || c.name == "have" {
		return ""
	}
	return "(" + strings.ReplaceAll(c.name, "_", " ") + ")"
}

func personLike(unit string) bool {
	switch nounClass(unit) {
	case "person", "body", "death", "victim", "":
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
