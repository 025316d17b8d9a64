package desk

import (
	"slices"

	"crosstally/pipeline/reconcile"
)

// A record is how a publisher's figures stood beside those of others. It says what happened; it is no mark.
type record struct {
	First     int32 // questions on which it was first with the figure that all others came to agree on
	Conflicts int32 // conflicts that a figure of it stands in
	Revised   int32 // questions on which it gave a later figure of its own
	Stale     int32 // questions on which it gave an earlier figure after another had given the later one
	Copied    int32 // mentions taken from another outlet
}

// records are those of publishers, by name.
type records map[string]*record

func (rs records) at(source string) *record {
	if rs[source] == nil {
		rs[source] = &record{}
	}
	return rs[source]
}

// of is the record of a publisher, empty where nothing happened.
func (rs records) of(source string) record {
	if r := rs[source]; r != nil {
		return *r
	}
	return record{}
}

func (r *record) add(x record) {
	r.First += x.First
	r.Conflicts += x.Conflicts
	r.Revised += x.Revised
	r.Stale += x.Stale
	r.Copied += x.Copied
}

// tally adds a fact to the records of those who give its figures.
func (rs records) tally(f reconcile.Fact) {
	values := map[string][]int{} // indexes of a publisher's values
	for i, v := range f.Values {
		for _, s := range v.Sources {
			if s.CopiedFrom != "" {
				rs.at(s.Source).Copied++
			}
			if v.Modality == "asserted" && !slices.Contains(values[s.Source], i) {
				values[s.Source] = append(values[s.Source], i)
			}
		}
	}
	switch f.Verdict {
	case reconcile.Conflict:
		for s := range values {
			rs.at(s).Conflicts++
		}
	case reconcile.Agree:
		if s := firstWith(f); s != "" {
			rs.at(s).First++
		}
	case reconcile.Updated:
		newest := newestSince(f)
		for s, is := range values {
			if len(is) > 1 {
				rs.at(s).Revised++
			}
			if stale(f, s, newest) {
				rs.at(s).Stale++
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
