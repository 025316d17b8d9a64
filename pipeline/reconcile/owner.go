package reconcile

import (
	"regexp"
	"slices"
	"strings"

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
func ownersOf(c *cited, r *claim.Reading, es *entities) []string {
	text, from := c.field, c.from
	if from < 0 || c.End > len(text) {
		return nil
	}
	if before := words(text[from:c.Start]); len(before) > 0 && before[len(before)-1] == "of" || strings.HasSuffix(strings.Join(before, " "), " of the") || strings.HasPrefix(text[c.End:], "-") {
		return []string{} // the whole that others have a part of: "34 of 81 seats", "the 81-seat assembly"
	}
	owners := named(c.Claim, r, es, text, from, from+len(c.Quote))
	credit := es.of(c.Attribution)
	if others := slices.DeleteFunc(slices.Clone(owners), func(o owner) bool { return o.key == credit }); len(others) > 0 {
		owners = others // a party that speaks of itself is the only one named
	}
	for _, o := range owners {
		if o.start >= c.End && belongs(text[c.End:o.start]) {
			return []string{o.key}
		}
	}
	if m := forBody.FindStringSubmatch(text[c.End:]); m != nil {
		return []string{es.body(m[1])} // "seven for Field and Coast"
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
	if ms := nextBody.FindAllStringSubmatchIndex(text[owners[last].end:c.Start], -1); len(ms) > 0 {
		m, at := ms[len(ms)-1], owners[last].end
		if !namesOther(r, c.Claim, at+m[2], at+m[3]) {
			return []string{es.body(text[at+m[2] : at+m[3]])} // "the Front would win seven and Platform 12 five"
		}
	}
	keys := []string{owners[last].key}
	for i := last; i > 0 && joins(text[owners[i-1].end:owners[i].start]); i-- {
		keys = append(keys, owners[i-1].key)
	}
	return sortedSet(keys)
}

// owned reports whether a text ends in a possessive, so that "party" behind it is somebody's: "Lunde's party".
func owned(before string) bool {
	before = strings.TrimRight(before, " ")
	for _, end := range [...]string{"’s", "'s", " his", " her", " their", " its", " own"} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return false
}

// Bodies that no list knows, by how they are written: behind "for", and as the subject of a clause that leaves out its verb.
var (
	forBody  = regexp.MustCompile(`^(?: seats?| votes?)? for (?:the )?(\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]+|\d+|and \p{Lu}[\p{L}’'-]+|of \p{Lu}[\p{L}’'-]+))+)`)
	nextBody = regexp.MustCompile(`(?:and|,|;|while) (?:the )?(\p{Lu}[\p{L}’'-]+(?: (?:and )?(?:\p{Lu}[\p{L}’'-]+|\d+))+)(?: its| their|,|\s*$)`)
)

// body returns the key of a body by its name or the beginning of it.
func (es *entities) body(name string) string {
	k := es.of(name)
	for _, full := range es.orgs {
		if strings.HasPrefix(full, name+" ") {
			return es.of(full)
		}
	}
	return k
}

// namesOther reports whether a stretch of a claim's field is the name of a person or a place.
func namesOther(r *claim.Reading, c *claim.Claim, start, end int) bool {
	return slices.ContainsFunc(r.Names, func(n names.Mention) bool {
		return n.Field == c.Field && n.Start < end && start < n.End && n.Type != names.Org
	})
}

// agencyOf reports whether a name is that of a dateline's agency, "(Island Press) —", which owns nothing.
func agencyOf(text string, start, end int) bool {
	rest := text[min(end, len(text)):]
	return start > 0 && text[start-1] == '(' && (strings.HasPrefix(rest, ") —") || strings.HasPrefix(rest, ") –") || strings.HasPrefix(rest, ") -"))
}

// countsOnly reports whether a body's name says that it counts and publishes.
func countsOnly(key string) bool {
	return slices.ContainsFunc(words(key), func(w string) bool { return counters[w] })
}

// counters are words in the names of bodies that count and publish and do not own.
var counters = tell.Of("counting-body")

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
		if n.Field == c.Field && n.Start >= from && n.End <= to && !agencyOf(text, n.Start, n.End) {
			out = append(out, owner{n.Start, n.End, k})
		}
	}
	free := func(start, end int) bool {
		return !slices.ContainsFunc(out, func(o owner) bool { return o.start < end && start < o.end })
	}
	sentence := text[from:min(to, len(text))]
	for _, name := range es.orgs { // another article may tell that "New Course" is a party
		k := es.of(name)
		if i := strings.Index(sentence, name); i >= 0 && !es.counting[k] && free(from+i, from+i+len(name)) && !agencyOf(text, from+i, from+i+len(name)) {
			out = append(out, owner{from + i, from + i + len(name), k})
		}
	}
	at := from
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune(" ,.;:()’'“”\"—–-", r) }) {
		i := strings.Index(text[at:], w) + at
		at = i + len(w)
		if k := short[names.Fold(w)]; k != "" && len(w) > 3 && !owned(text[:i]) && free(i, at) {
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

// partiesOf returns whom the figure belongs to, as the sentence says or else as its frame does.
func partiesOf(c *cited, r *claim.Reading, es *entities) []string {
	if out := ownersOf(c, r, es); out != nil {
		return out
	}
	var out []string
	for _, p := range c.Frame.Participants {
		if at := strings.Index(c.Quote, "("+p+")"); at >= 0 && agencyOf(c.Quote, at+1, at+1+len(p)) {
			continue
		}
		if i := c.at; p != c.Attribution && p != c.Speaker && p != c.Place && i > 0 && strings.Contains(c.Quote[:i], p) && !personName(r, p) {
			out = append(out, es.of(p))
		}
	}
	return sortedSet(out)
}

// doersOf returns the persons and bodies named in a figure's part of the clause but for whom it is credited to.
func doersOf(c *claim.Claim, es *entities) []string {
	var out []string
	for _, p := range c.Frame.Participants {
		if p != c.Attribution && p != c.Speaker {
			out = append(out, es.of(p))
		}
	}
	return sortedSet(out)
}

// personName reports whether an article uses a name for a person, who holds no seats.
func personName(r *claim.Reading, name string) bool {
	return slices.ContainsFunc(r.Names, func(n names.Mention) bool { return n.Name == name && n.Type == names.Person })
}

// partisan classes belong to someone: a party's seats, a company's fleet.
var partisan = map[string]bool{"win": true, "vote": true, "have": true, "lose": true, "gain": true}
