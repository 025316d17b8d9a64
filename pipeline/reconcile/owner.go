package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// Whose figure it is: a party's seats, a company's planes. Read from where names stand beside the number.

// An owner is a body named in a sentence, in full or by the last word of its name ("the Bloc").
type owner struct {
	start, end int // in the field
	key        string
}

// ownersOf returns the keys of whom a figure belongs to: bodies after it with "for" or "of", else those named last before
// it; several when they are joined ("A and B would have 45 seats").
func ownersOf(c *claim.Claim, r *claim.Reading, es *entities) []string {
	text := r.Article.Text
	if c.Field == extractors.Title {
		text = r.Article.Title
	}
	from := quoteStart(c, text)
	if from < 0 || c.End > len(text) {
		return nil
	}
	if before := words(text[from:c.Start]); len(before) > 0 && before[len(before)-1] == "of" || strings.HasSuffix(strings.Join(before, " "), " of the") || strings.HasPrefix(text[c.End:], "-") {
		return []string{} // the whole that others have a part of: "34 of 81 seats", "the 81-seat assembly"
	}
	owners := named(c, r, es, text, from, from+len(c.Quote))
	credit := es.of(c.Attribution)
	if others := slices.DeleteFunc(slices.Clone(owners), func(o owner) bool { return o.key == credit }); len(others) > 0 {
		owners = others // a party that speaks of itself is the only one named
	}
	for _, o := range owners {
		if o.start >= c.End && belongs(text[c.End:o.start]) {
			return []string{o.key}
		}
	}
	last := -1
	for i, o := range owners {
		if o.end <= c.Start {
			last = i
		}
	}
	if last < 0 {
		return nil
	}
	keys := []string{owners[last].key}
	for i := last; i > 0 && joins(text[owners[i-1].end:owners[i].start]); i-- {
		keys = append(keys, owners[i-1].key)
	}
	return sortedSet(keys)
}

// countsOnly reports whether a body's name says that it counts and publishes.
func countsOnly(key string) bool {
	return slices.ContainsFunc(words(key), func(w string) bool { return counters[w] })
}

// counters are words in the names of bodies that count and publish and do not own.
var counters = map[string]bool{"agency": true, "board": true, "bureau": true, "center": true, "centre": true, "commission": true, "committee": true, "council": true, "court": true, "department": true,
	"directorate": true, "institute": true, "ministry": true, "mission": true, "observatory": true, "office": true, "police": true, "service": true, "times": true, "news": true, "post": true}

// quoteStart returns where the claim's sentence begins in its field, or -1.
func quoteStart(c *claim.Claim, text string) int {
	if c.Quote == "" {
		return -1
	}
	for at := max(0, c.End-len(c.Quote)); at <= c.Start && at < len(text); at++ {
		if strings.HasPrefix(text[at:], c.Quote) {
			return at
		}
	}
	return -1
}

// named lists the bodies of a sentence in order.
func named(c *claim.Claim, r *claim.Reading, es *entities, text string, from, to int) []owner {
	var out []owner
	short := map[string]string{} // last word of a body's name -> key, "" when two bodies share it
	for _, n := range r.Names {
		if n.Type != names.Org {
			continue
		}
		k := es.of(n.Name)
		if es.counting[k] {
			continue
		}
		if ws := words(n.Name); len(ws) > 1 {
			w := ws[len(ws)-1]
			if old, ok := short[w]; ok && old != k {
				k2 := ""
				short[w] = k2
			} else {
				short[w] = k
			}
		}
		if n.Field == c.Field && n.Start >= from && n.End <= to {
			out = append(out, owner{n.Start, n.End, k})
		}
	}
	free := func(start, end int) bool {
		return !slices.ContainsFunc(out, func(o owner) bool { return o.start < end && start < o.end })
	}
	sentence := text[from:min(to, len(text))]
	for _, name := range es.orgs { // another article may tell that "New Course" is a party
		k := es.of(name)
		if i := strings.Index(sentence, name); i >= 0 && !es.counting[k] && free(from+i, from+i+len(name)) {
			out = append(out, owner{from + i, from + i + len(name), k})
		}
	}
	at := from
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune(" ,.;:()’'“”\"—–-", r) }) {
		i := strings.Index(text[at:], w) + at
		at = i + len(w)
		if k := short[names.Fold(w)]; k != "" && len(w) > 3 && free(i, at) {
			out = append(out, owner{i, at, k})
		}
	}
	slices.SortFunc(out, func(a, b owner) int { return a.start - b.start })
	return out
}

// belongs reports whether the words between a number and a name give the number to the name: "seats for the", "of".
func belongs(gap string) bool {
	if strings.ContainsAny(gap, ",;:.()0123456789|") {
		return false
	}
	ws := words(gap)
	if len(ws) > 0 && ws[len(ws)-1] == "the" {
		ws = ws[:len(ws)-1]
	}
	if len(ws) == 0 || len(ws) > 4 {
		return false
	}
	return ws[len(ws)-1] == "for" || ws[len(ws)-1] == "of"
}

// joins reports whether two names with this between them act together.
func joins(gap string) bool {
	switch strings.TrimSpace(strings.TrimSuffix(names.Fold(gap), "the ")) {
	case "and", "with", "plus", ",":
		return true
	}
	return false
}
