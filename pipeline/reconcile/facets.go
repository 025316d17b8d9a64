package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// Facets are what restricts the things counted beyond their noun: how those who voted voted, whose jobs they are, that they are of one day.

// spotsOf returns the places named within a line of the number, but the one the claim is placed in.
func spotsOf(c *claim.Claim, r *claim.Reading, es *entities) []string {
	var out []string
	for _, n := range r.Names {
		if n.Type == names.Place && n.Field == c.Field && n.Start >= c.Start-80 && n.End <= c.End+80 && strings.Contains(c.Quote, n.Text) && es.of(n.Name) != es.of(c.Place) {
			out = append(out, es.of(n.Name))
		}
	}
	return sortedSet(out)
}

// inherent facets say what the class says already.
var inherent = map[string]string{"board": "on board", "hospitalise": "in hospital", "discharge": "discharged", "register": "registered", "vaccinate": "vaccinated", "ground": "on the ground"}

// ballots are the facets of how those who voted on a bill voted.
var ballots = []string{"abstaining", "against", "in favour"}

// ahead is the facet of the votes that part two who stand for election.
const ahead = "ahead"

// nationOf returns the adjective of a country that the counted things have, "" for none: "260 Dutch jobs".
func nationOf(c *claim.Claim) string {
	ws := strings.Fields(c.Object)
	for i := 0; i+1 < len(ws); i++ {
		if w := ws[i]; w[0] >= 'A' && w[0] <= 'Z' && names.CountryOf(w) != "" {
			return w
		}
	}
	return ""
}

// inAll is the facet of the seats that a body has, whoever wins them.
const inAll = "in all"

func facetsOf(class *class, noun string, qualifiers []string, groups ...[]string) []string {
	out := slices.Clone(qualifiers)
	for _, ws := range groups {
		for i := range ws {
			for _, p := range facetWords[ws[i]] {
				if i+len(p.words) <= len(ws) && slices.Equal(ws[i:i+len(p.words)], p.words) {
					out = append(out, p.facet)
				}
			}
		}
	}
	out = sortedSet(out)
	return slices.DeleteFunc(out, func(s string) bool {
		return s == inherent[class.name] || s == "by noon" && class.name != "vote" || s == "still" && (class.motion == moving || class.name == "have" || class.name == "displace") || s == "female" && (noun == "woman" || noun == "girl")
	})
}
