package claim

import "crosstally/extractors/counts"

// Kept is what a mention knows that is not printed with it but decides which question it answers; it is stored with the claim.
type Kept struct {
	Kind    counts.Kind `json:"kind,omitempty"`
	Of      string      `json:"of,omitempty"`      // the set that it is a part of, as written
	Delta   bool        `json:"delta,omitempty"`   // a difference, no total
	Elided  bool        `json:"elided,omitempty"`  // the text leaves the noun out
	Derived bool        `json:"derived,omitempty"` // the sum of a listed number and names
}

// Keep copies what decides questions from the mentions into the claims, so that it survives storage.
func Keep(cs []Claim) []Claim {
	for i := range cs {
		m := &cs[i].Mention
		cs[i].Kept = Kept{Kind: m.Kind, Of: m.Of, Delta: m.Delta, Elided: m.NounFrom == m.NounTo, Derived: m.Derived}
	}
	return cs
}

// Restore puts what was kept back into the mention of a claim read from a store.
func (c *Claim) Restore() {
	if c.Kind == "" && c.Kept.Kind != "" {
		c.Kind, c.Of, c.Delta, c.Derived = c.Kept.Kind, c.Kept.Of, c.Kept.Delta, c.Kept.Derived
	}
}
