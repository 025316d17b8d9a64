package desk

import (
	"slices"

	"crosstally/pipeline/reconcile"
)

// A record is how a publisher's figures stood beside those of others. It says what happened; it is no mark.
type record struct {
	First     int // questions on which it was first with the figure that all others came to agree on
	Conflicts int // conflicts that a figure of it stands in
	Revised   int // questions on which it gave a later figure of its own
	Stale     int // questions on which it gave an earlier figure after another had given the later one
	Copied    int // mentions taken from another outlet
}

func (c *catalogue) of(source string) *record {
	if c.records[source] == nil {
		c.records[source] = &record{}
	}
	return c.records[source]
}

// tally adds a fact to the records of those who give its figures.
func (c *catalogue) tally(f reconcile.Fact) {
	values := map[string][]int{} // indexes of a publisher's values
	for i, v := range f.Values {
		for _, s := range v.Sources {
			if s.CopiedFrom != "" {
				c.of(s.Source).Copied++
			}
			if v.Modality == "asserted" && !slices.Contains(values[s.Source], i) {
				values[s.Source] = append(values[s.Source], i)
			}
		}
	}
	switch f.Verdict {
	case reconcile.Conflict:
		for s := range values {
			c.of(s).Conflicts++
		}
	case reconcile.Agree:
		if s := firstWith(f); s != "" {
			c.of(s).First++
		}
	case reconcile.Updated:
		newest := newestSince(f)
		for s, is := range values {
			if len(is) > 1 {
				c.of(s).Revised++
			}
			if stale(f, s, newest) {
				c.of(s).Stale++
			}
		}
	}
}

// firstWith is the publisher of the earliest exact figure of a fact that sources agree on; "" where none has a time.
func firstWith(f reconcile.Fact) (source string) {
	first := ""
	for _, v := range f.Values {
		for _, s := range v.Sources {
			if v.Value != nil && !v.Approximate && v.Modality == "asserted" && s.CopiedFrom == "" && s.Published != "" && (first == "" || s.Published < first) {
				first, source = s.Published, s.Source
			}
		}
	}
	return source
}

// newestSince is when the latest figure of a fact was first published.
func newestSince(f reconcile.Fact) (t string) {
	for _, s := range f.Values[len(f.Values)-1].Sources {
		if t == "" || s.Published < t {
			t = s.Published
		}
	}
	return t
}

// stale reports whether a publisher gave an earlier figure after the latest was out, and not the latest too.
func stale(f reconcile.Fact, source, newest string) bool {
	late := false
	for i, v := range f.Values {
		for _, s := range v.Sources {
			if s.Source != source || v.Modality != "asserted" {
				continue
			}
			if i == len(f.Values)-1 {
				return false
			}
			late = late || newest != "" && s.Published > newest
		}
	}
	return late
}
