package desk

import (
	"fmt"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"crosstally/pipeline/lists"
)

// A filter picks a page of facts; it is read from an address and written back into one, so that every view can be sent on.
type filter struct {
	lists.Filter
	Limit, Offset int
}

// verdicts are the words that a filter's verdict takes, by how much they want a person.
var verdicts = []string{"conflict", "updated", "compatible", "agree", "single"}

// maxLimit is how many facts, stories or articles one answer holds at most.
const maxLimit = 1000

// filterOf reads a filter; limit is how many facts are shown unless it says so.
func filterOf(r *http.Request, limit int) (filter, error) {
	q := r.URL.Query()
	f := filter{Filter: lists.Filter{Verdict: q.Get("verdict"), Story: q.Get("story"), Predicate: q.Get("predicate"), Name: q.Get("name"), Q: q.Get("q")}, Limit: limit}
	if f.Verdict != "" && !slices.Contains(verdicts, f.Verdict) {
		return f, badRequest{fmt.Errorf("unknown verdict %q; one of %s", f.Verdict, strings.Join(verdicts, ", "))}
	}
	for name, to := range map[string]*int{"min_sources": &f.MinSources, "limit": &f.Limit, "offset": &f.Offset} {
		s := q.Get(name)
		if s == "" {
			continue
		}
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return f, badRequest{fmt.Errorf("%s=%q is no number", name, s)}
		}
		*to = n
	}
	f.Limit, f.Offset = min(max(f.Limit, 1), maxLimit), min(f.Offset, math.MaxInt32)
	return f, nil
}

// At writes the filter for an address that shows it from an offset on.
func (f filter) At(offset int) string {
	q := url.Values{}
	for name, s := range map[string]string{"verdict": f.Verdict, "story": f.Story, "predicate": f.Predicate, "name": f.Name, "q": f.Q} {
		if s != "" {
			q.Set(name, s)
		}
	}
	for name, n := range map[string]int{"min_sources": f.MinSources, "offset": offset} {
		if n > 0 {
			q.Set(name, strconv.Itoa(n))
		}
	}
	return q.Encode()
}

// From is the filter as an address's query.
func (f filter) From() string { return f.At(0) }

// wordy reports whether the filter asks for words, and so for a search.
func (f filter) wordy() bool { return f.Q != "" || f.Name != "" }

// A span says which part of a list is shown.
type span struct {
	From, To, Total int  // Total is of all, where Known
	Known           bool // how many there are
	More            bool
	Partly          bool   // not all was looked through: the index is being made, or the search was long
	Looked          int    // how many stories were
	Before, After   string // addresses of the neighbouring parts
}

// newSpan is the part from an offset on, of which shown things are shown.
func newSpan(offset, shown int, more bool, address func(offset int) string, limit int) span {
	s := span{From: offset + 1, To: offset + shown, More: more}
	if offset > 0 {
		s.Before = address(max(0, offset-limit))
	}
	if more {
		s.After = address(s.To)
	} else if shown > 0 || offset == 0 {
		s.Total, s.Known = s.To, true
	}
	return s
}
