package ruling

import (
	"crypto/sha256"
	"fmt"

	"crosstally/pipeline/reconcile"
)

// A Claim is one claim that a ruling hangs on: a number at its bytes of an article. Of the sentence only a hash is kept, so that
// no text outlives its article here.
type Claim struct {
	URL       string `json:"url"`
	Field     string `json:"field"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Sentence  string `json:"sentence"`
	Predicate string `json:"predicate"` // of its fact
	Figure    Figure `json:"figure"`
}

// A Figure is a number with its bounds, whatever its day.
type Figure struct {
	Words       string   `json:"words"` // "at least 14"
	Value       *float64 `json:"value"`
	Lower       *float64 `json:"lower"`
	Upper       *float64 `json:"upper"`
	Approximate bool     `json:"approximate"`
}

func figureOf(v reconcile.Value) *Figure {
	return &Figure{Words: v.Figure(), Value: v.Value, Lower: v.Lower, Upper: v.Upper, Approximate: v.Approximate}
}

// same reports whether two figures are one. Words are made of the numbers, so they decide.
func (f Figure) same(g Figure) bool { return f.Words == g.Words && f.Approximate == g.Approximate }

// allows reports whether f, told in bounds or roughly, allows the number of g.
func (f Figure) allows(g Figure) bool {
	if g.Value == nil || f.Value != nil && !f.Approximate {
		return false
	}
	n := *g.Value
	if f.Value != nil && (n < *f.Value*0.9 || n > *f.Value*1.1) {
		return false
	}
	return (f.Lower == nil || *f.Lower <= n) && (f.Upper == nil || n <= *f.Upper)
}

// anchors are the claims that a fact holds now.
func anchors(f reconcile.Fact) (out []Claim) {
	for _, v := range f.Values {
		for _, s := range v.Sources {
			out = append(out, anchor(f, v, s))
		}
	}
	return out
}

func anchor(f reconcile.Fact, v reconcile.Value, s reconcile.Source) Claim {
	return Claim{URL: s.URL, Field: s.Field, Start: s.Start, End: s.End, Text: s.Text, Sentence: hashOf(s.Quote), Predicate: f.Predicate, Figure: *figureOf(v)}
}

// hashOf tells one sentence from another without keeping it.
func hashOf(sentence string) string {
	h := sha256.Sum256([]byte(sentence))
	return fmt.Sprintf("%x", h[:8])
}

// exactly reports whether two claims stand at the same bytes.
func (a Claim) exactly(c Claim) bool {
	return a.URL == c.URL && a.Field == c.Field && a.Start == c.Start && a.End == c.End
}

// is reports whether c is the claim that was a: the same number at the same bytes; or in the same sentence, where other rules
// read it with more or fewer words about it, or a new version of the article moved it and the predicate is the same.
func (a Claim) is(c Claim) bool {
	if a.URL != c.URL || a.Field != c.Field {
		return false
	}
	if a.Text == c.Text && a.exactly(c) {
		return true
	}
	return a.Sentence == c.Sentence && (a.Start < c.End && c.Start < a.End || a.Text == c.Text && a.Predicate == c.Predicate)
}
