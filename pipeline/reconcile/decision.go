package reconcile

import "time"

// A Decision is what a person ruled on a fact, as it stands today. Reconcile makes none: package ruling finds the facts that
// a ruling is on. A decision changes neither id nor verdict nor any figure.
type Decision struct {
	ID          uint64     `json:"id"`
	Kind        string     `json:"kind"` // "accept", "reject", "not-a-conflict", "note", "split", "merge"
	Figure      string     `json:"figure,omitempty"`
	Value       *float64   `json:"value,omitempty"` // of what was accepted or rejected, with its bounds
	Lower       *float64   `json:"lower,omitempty"`
	Upper       *float64   `json:"upper,omitempty"`
	Approximate bool       `json:"approximate,omitempty"`
	Note        string     `json:"note,omitempty"`
	By          string     `json:"by"`
	When        time.Time  `json:"when"`
	Why         string     `json:"why,omitempty"`
	RepeatedBy  []Repeated `json:"repeated_by,omitempty"`  // articles that give the rejected figure and were not there when it was ruled
	OvertakenBy []string   `json:"overtaken_by,omitempty"` // figures in conflict that were not there when "not a conflict" was ruled: it holds no more
}

// A Repeated is a later mention of a rejected figure.
type Repeated struct {
	Source     string `json:"source"`
	URL        string `json:"url"`
	Published  string `json:"published"`
	Quote      string `json:"quote"`
	CopiedFrom string `json:"copied_from"`
}

// Is reports whether a decision is on a value.
func (d Decision) Is(v Value) bool {
	return d.Figure != "" && num(d.Value) == num(v.Value) && num(d.Lower) == num(v.Lower) && num(d.Upper) == num(v.Upper) && d.Approximate == v.Approximate
}

// Dismissed reports whether a person ruled that the figures do not conflict, and that still covers all that do.
func (f Fact) Dismissed() bool {
	for _, d := range f.Rulings {
		if d.Kind == "not-a-conflict" && len(d.OvertakenBy) == 0 {
			return true
		}
	}
	return false
}

// Ruled reports whether nobody need look at the conflict again: it was dismissed, or a figure was accepted.
func (f Fact) Ruled() bool {
	for _, d := range f.Rulings {
		if d.Kind == "accept" {
			return true
		}
	}
	return f.Dismissed()
}
