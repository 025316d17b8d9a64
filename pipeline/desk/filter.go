package desk

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"crosstally/pipeline/reconcile"
)

// A filter picks facts; it is read from an address and written back into one, so that every view can be sent on.
type filter struct {
	Verdict, Story, Predicate, Name, Q string
	MinSources, Limit, Offset          int
}

// verdicts are the words that a filter's verdict takes.
var verdicts = []string{"conflict", "updated", "compatible", "agree", "single"}

// maxLimit is how many facts one answer holds at most.
const maxLimit = 1000

// filterOf reads a filter; limit is how many facts are shown unless it says so.
func filterOf(r *http.Request, limit int) (filter, error) {
	q := r.URL.Query()
	f := filter{Verdict: q.Get("verdict"), Story: q.Get("story"), Predicate: q.Get("predicate"), Name: q.Get("name"), Q: q.Get("q"), Limit: limit}
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
	f.Limit = min(max(f.Limit, 1), maxLimit)
	return f, nil
}

// Query writes the filter for an address that shows it from an offset on.
func (f filter) Query(offset int) string {
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
func (f filter) From() string { return f.Query(0) }

// pick returns the facts that a filter keeps: those it shows, and how many there are.
func (c *catalogue) pick(f filter) (shown []factRow, total int) {
	words := words(f.Q)
	name := strings.ToLower(f.Name)
	for _, x := range c.facts {
		if f.Verdict != "" && string(x.Verdict) != f.Verdict || !strings.HasPrefix(x.Story.ID, f.Story) || f.Predicate != "" && x.Predicate != f.Predicate ||
			x.Origins < f.MinSources || name != "" && !strings.Contains(x.text, name) || !x.has(words) {
			continue
		}
		if total >= f.Offset && len(shown) < f.Limit {
			shown = append(shown, x)
		}
		total++
	}
	return shown, total
}

func words(q string) []string { return strings.Fields(strings.ToLower(q)) }

// has reports whether a fact holds all words; a number only as a whole one, so that 14 does not find 1,140.
func (r factRow) has(words []string) bool {
	for _, w := range words {
		if !strings.Contains(r.text, w) || unicode.IsDigit(rune(w[0])) && !hasNumber(r.text, w) {
			return false
		}
	}
	return true
}

func hasNumber(text, n string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], n)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(n)
		inside := func(j, k int) bool { // a digit, or a comma or point before one
			return j >= 0 && j < len(text) && (isDigit(text[j]) || (text[j] == ',' || text[j] == '.') && k >= 0 && k < len(text) && isDigit(text[k]))
		}
		if !inside(i-1, i-2) && !inside(at, at+1) {
			return true
		}
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// full reads the facts of rows; one that is gone meanwhile is left out.
func (d *desk) full(rows []factRow) ([]reconcile.Fact, error) {
	out := []reconcile.Fact{}
	byStory := map[string][]reconcile.Fact{}
	for _, r := range rows {
		facts, ok := byStory[r.Story.ID]
		if !ok {
			var err error
			if facts, err = d.store.FactsOf(r.Story.ID); err != nil {
				return nil, err
			}
			byStory[r.Story.ID] = facts
		}
		if i := slices.IndexFunc(facts, func(f reconcile.Fact) bool { return f.ID == r.ID }); i >= 0 {
			out = append(out, facts[i])
		}
	}
	return out, nil
}
