package main

import (
	"slices"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// Whatever is stored of a claim is told when it changes, also what only groups it.
func TestReextractTellsEveryChangeOfAClaim(t *testing.T) {
	at := func(start int, change func(*claim.Claim)) claim.Claim {
		eight := 8.0
		c := claim.Claim{Quote: "Police said eight died.", Predicate: "die", AsOf: "2026-05-03", Modality: claim.Asserted}
		c.Mention = counts.Mention{Evidence: extractors.Evidence{Span: extractors.Span{Start: start, End: start + 5}, Field: extractors.Text, Text: "eight", Rule: "counts/number"}, Value: &eight, Unit: "person"}
		change(&c)
		return c
	}
	same := func(*claim.Claim) {}
	whole := "8 person, die, 2026-05-03, asserted, counts/number"
	for name, c := range map[string]struct {
		was, now []claim.Claim
		want     []string
	}{
		"nothing":  {[]claim.Claim{at(12, same)}, []claim.Claim{at(12, same)}, nil},
		"new":      {nil, []claim.Claim{at(12, same)}, []string{"new: " + whole}},
		"dropped":  {[]claim.Claim{at(12, same)}, nil, []string{"no longer a claim; it was " + whole}},
		"moved":    {[]claim.Claim{at(12, same)}, []claim.Claim{at(13, same)}, []string{"new: " + whole, "no longer a claim; it was " + whole}},
		"a place":  {[]claim.Claim{at(12, same)}, []claim.Claim{at(12, func(c *claim.Claim) { c.Place = "Kosti" })}, []string{"place none → Kosti"}},
		"a bound":  {[]claim.Claim{at(12, same)}, []claim.Claim{at(12, func(c *claim.Claim) { c.Lower, c.Value = c.Value, nil })}, []string{"lower none → 8; value 8 → none"}},
		"a group":  {[]claim.Claim{at(12, same)}, []claim.Claim{at(12, func(c *claim.Claim) { c.Frame.Stock = true })}, []string{"frame.Stock false → true"}},
		"what of":  {[]claim.Claim{at(12, same)}, []claim.Claim{at(12, func(c *claim.Claim) { c.Kept.Of = "crew" })}, []string{"of none → crew"}},
		"the rule": {[]claim.Claim{at(12, same)}, []claim.Claim{at(12, func(c *claim.Claim) { c.Rule = "counts/role" })}, []string{"rule counts/number → counts/role"}},
	} {
		var got []string
		for _, x := range claimChanges(claim.Reading{Claims: c.was}, claim.Reading{Article: &article.Article{URL: "u"}, Claims: c.now}) {
			got = append(got, x.what())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
