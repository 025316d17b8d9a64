package counts

// tollNouns say what a figure without a noun counts: "death toll rose to 24", "its figure of 38".
var tollNouns = map[string]string{"toll": "person", "tolls": "person", "dead": "person", "deaths": "death", "injured": "person", "wounded": "person", "casualties": "casualty", "fatalities": "fatality"}

// personVerbs tell that what is counted without a noun are persons: "killed 75", "17 had been hurt".
var personVerbs = map[string]bool{"killed": true, "killing": true, "kills": true, "kill": true, "injured": true, "injuring": true, "injures": true, "wounded": true, "wounding": true, "hurt": true, "died": true, "dead": true, "arrested": true, "detained": true,
	"arrests": true, "rescued": true, "evacuated": true, "displaced": true, "missing": true, "survived": true, "hospitalised": true, "hospitalized": true, "infected": true, "vaccinated": true, "aboard": true, "imprisoned": true, "freed": true, "released": true, "jailed": true, "convicted": true, "charged": true, "attended": true, "gathered": true, "marched": true, "deported": true, "sickened": true, "trapped": true, "buried": true}

// before reads the noun that stands before a number: "Thing (115)", "Civic Bloc: 33 seats" has its noun behind; "toll of 24", "votes: 118".
func (x *extraction) before(c *context, r reading) (nounPhrase, bool) {
	k := r.from - 1
	switch c.at(k) {
	case ":", "(", "of", "at", "to", "stood", "reached", "is", "was", "from", "by":
	default:
		return nounPhrase{}, false
	}
	for j := k - 1; j >= 0 && j >= k-7; j-- {
		if u, ok := tollNouns[c.at(j)]; ok {
			return nounPhrase{from: j, to: j + 1, head: j, unit: u}, true
		}
		if c.at(j) == "number" && c.at(j+1) == "of" {
			if np, ok := nounAt(c, j+2, false); ok {
				return np, true
			}
		}
	}
	return nounPhrase{}, false
}

// complete gives the counts of a sentence that have no noun of their own the unit of what they go with: the other counts of the
// sentence, a verb that takes persons, a toll, else the last count of the text.
func (x *extraction) complete(c *context, ms []Mention) {
	for i := range ms {
		m := &ms[i]
		if m.Kind != Number {
			continue
		}
		if m.Unit == "" || m.Unit == "other" {
			x.elide(c, ms, i)
		}
		if m.Unit != "" {
			kept := *m
			x.last = &kept
		}
	}
}

func (x *extraction) elide(c *context, ms []Mention, i int) {
	m := &ms[i]
	if u := verbUnit(c, m); u != "" {
		m.Unit = u
		return
	}
	if j := neighbour(ms, i); j >= 0 {
		m.Unit = ms[j].Unit
		if m.Object == "" || m.Object == "others" {
			m.Object = ms[j].Object
		}
		return
	}
	if x.last != nil && x.last.Unit != "" && c.sent.Index-x.last.Sentence <= 3 {
		m.Unit, m.Object = x.last.Unit, join(m.Object, x.last.Object)
		return
	}
	m.Unit = "person"
}

func join(a, b string) string {
	if a == "" || a == "others" {
		return b
	}
	return a
}

// neighbour is the nearest count of the sentence with a noun: the one before, else the one after.
func neighbour(ms []Mention, i int) int {
	for j := i - 1; j >= 0; j-- {
		if ms[j].Kind == Number && ms[j].Unit != "" && ms[j].Unit != "other" {
			return j
		}
	}
	for j := i + 1; j < len(ms); j++ {
		if ms[j].Kind == Number && ms[j].Unit != "" && ms[j].Unit != "other" && ms[j].NounTo > ms[j].NounFrom {
			return j
		}
	}
	return -1
}

// verbUnit is "person" where the words beside a bare number say so.
func verbUnit(c *context, m *Mention) string {
	for k := m.To; k < m.To+4 && k < len(c.toks); k++ {
		low := c.at(k)
		if personVerbs[low] {
			return "person"
		}
		if low == "," || low == "." || low == ";" || low == "of" {
			break
		}
	}
	for k := m.From - 1; k >= 0 && k >= m.From-3; k-- {
		low := c.at(k)
		if personVerbs[low] {
			return "person"
		}
		if low == "," || low == ";" {
			break
		}
	}
	return ""
}
