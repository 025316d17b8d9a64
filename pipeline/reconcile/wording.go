package reconcile

import (
	"math"
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
	f := q[0].frame
	many := f.class.many
	var b strings.Builder
	switch {
	case f.kind == "percent":
		b.WriteString("What share ")
		if object != "" {
			b.WriteString("(" + object + ") ")
		}
	case strings.HasPrefix(f.kind, "money"):
		b.WriteString("How much ")
		if object != "" {
			b.WriteString("money (" + object + ") ")
		}
	case strings.HasPrefix(f.kind, "measure"):
		b.WriteString("How many " + plural(unit) + " ")
	default:
		if f.delta {
			b.WriteString("How many more ")
		} else {
			b.WriteString("How many ")
		}
		noun := plural(unit)
		if f.generic && f.class.generic["person"] && personLike(unit) {
			noun = "people"
		}
		b.WriteString(noun + " ")
		for _, p := range f.facets {
			b.WriteString("(" + p + ") ")
		}
	}
	switch {
	case many != "" && f.demanded:
		b.WriteString("are asked for (" + f.class.name + ")")
	case many != "":
		b.WriteString(many)
	case f.class.name != "" && f.class.name != "have":
		b.WriteString("(" + strings.ReplaceAll(f.class.name, "_", " ") + ")")
	default:
		b.WriteString("are there")
	}
	if len(f.parties) > 0 {
		b.WriteString(" by " + strings.Join(f.parties, " and "))
	}
	if place != "" {
		b.WriteString(preposition(f.role) + place)
	}
	return b.String() + "?"
}

func personLike(unit string) bool {
	switch nounClass(unit) {
	case "person", "body", "death", "victim", "":
		return true
	}
	return false
}

func preposition(role string) string {
	switch role {
	case "destination":
		return " to "
	case "origin":
		return " from "
	case "route":
		return " via "
	}
	return " in "
}
