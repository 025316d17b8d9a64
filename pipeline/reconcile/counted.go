package reconcile

import (
	"strings"

	"crosstally/extractors/counts"
	"crosstally/pipeline/claim"
)

// What is counted: the kind of quantity and the class of its noun.

// kindOf tells quantities apart that can never be compared.
func kindOf(c *claim.Claim) string {
	u := strings.ToLower(c.Unit)
	switch {
	case (c.Kind == counts.Percent || u == "percent") && (c.Value == nil || *c.Value <= 100 || strings.ContainsAny(c.Text, "%") || strings.Contains(c.Text, "cent")):
		return "percent"
	case u == "percent": // "107,102, or 34 percent": the unit is the other number's
		return "number"
	case c.Kind == counts.Money:
		return "money " + u
	case measures[u] != "":
		return "measure " + measures[u]
	case c.Kind == counts.Measure || c.Kind == counts.Duration:
		return "measure " + u
	case counts.Currency(u[strings.LastIndexByte(u, ' ')+1:]):
		return "money " + u
	}
	return "number"
}

// nounOf returns the class of the thing counted. For shares, money and measures it is the unit.
func nounOf(c *claim.Claim) string {
	ws := words(c.Object)
	if c.Unit != "" {
		n := nounClass(c.Unit)
		if len(ws) > 1 { // "job losses" are jobs
			if two, ok := nounClasses[ws[len(ws)-2]+" "+singular(ws[len(ws)-1])]; ok {
				return two
			}
		}
		if !known(n) && len(ws) > 1 { // "measles cases" are cases
			if last, ok := nounClasses[singular(ws[len(ws)-1])]; ok {
				return last
			}
		}
		return n
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if n, ok := nounClasses[singular(ws[i])]; ok {
			return n
		}
	}
	return ""
}

// known reports whether any list has a noun.
func known(class string) bool {
	_, ok := nounClasses[class]
	return ok || personNouns[class]
}
