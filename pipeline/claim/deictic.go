package claim

import (
	"strings"

	"crosstally/extractors/names"
)

// placeKinds are nouns by which a text takes up a place that it has named: "the county" is the county named last.
var placeKinds = tell.Of("place-kinds")

// spokenOf returns the place that a phrase of the count's clause takes up by its kind: "the state put the county at 26", "in the
// district". The place must bear the kind in its name or have it said of it ("the city of Hexham", "Hexham, a town"); where the
// text named none of that kind it is "".
func (b *builder) spokenOf(s *sentence, from, to int) string {
	for k := to + 1; k < len(s.toks) && k <= to+4; k++ {
		if name := b.placeAt(s, k); name != "" && prepositions[s.toks[k-2].Lower] == location {
			return name
		}
		if w := s.toks[k].Lower; w == "," || isClauseStop(w) || s.isCount[k] {
			break
		}
	}
	for k := from - 1; k >= 1 && k >= from-4; k-- {
		if name := b.placeAt(s, k); name != "" {
			return name
		}
		if w := s.toks[k].Lower; w == "," || isClauseStop(w) || s.isCount[k] {
			break
		}
	}
	return ""
}

// placeAt returns the place that "the county" with its noun at token k takes up.
func (b *builder) placeAt(s *sentence, k int) string {
	kind := s.toks[k].Lower
	if k < 2 || !placeKinds[kind] || s.toks[k-1].Lower != "the" || s.toks[k].Tag == "NNP" {
		return ""
	}
	if k+1 < len(s.toks) && (isPossessive(s.toks[k+1].Lower) || s.toks[k+1].Lower == "of" || strings.HasPrefix(s.toks[k+1].Tag, "NN")) {
		return "" // "the county's website", "the district court"
	}
	for i := s.sent.Index; i >= 0; i-- {
		p := &b.read[i]
		for n := len(p.names) - 1; n >= 0; n-- {
			m := &p.names[n]
			if m.Type == names.Place && (i < s.sent.Index || m.To <= k) && p.ofKind(m, kind) {
				return m.Name
			}
		}
		if i == s.sent.Index && (kind == "country" || kind == "nation") {
			for t := k - 1; t >= 0; t-- {
				if c := names.CountryOf(s.toks[t].Text); c != "" && s.toks[t].Text != s.toks[t].Lower {
					return c // "the Belarusian rights group counted 1,200 in the country"
				}
			}
		}
	}
	return ""
}

// ofKind reports whether a place is called by a kind where it stands or by its full name.
func (s *sentence) ofKind(m *names.Mention, kind string) bool {
	if strings.HasSuffix(strings.ToLower(m.Name), " "+kind) {
		return true
	}
	if (kind == "country" || kind == "nation") && names.Level(m.Name) == 2 {
		return true
	}
	if m.From >= 2 && s.toks[m.From-1].Lower == "of" && s.toks[m.From-2].Lower == kind || m.To < len(s.toks) && s.toks[m.To].Lower == kind {
		return true
	}
	return m.To+2 < len(s.toks) && s.toks[m.To].Lower == "," && s.toks[m.To+1].Tag == "DT" && s.toks[m.To+2].Lower == kind
}

// inCapital returns the capital that is meant behind a count which ends at token to: "killing four people in the Ukrainian capital". It is
// the one named last before, "" where the document names none.
func (b *builder) inCapital(s *sentence, to int) string {
	k := to
	for k < len(s.toks) && k < to+4 && s.toks[k].Lower != "capital" {
		if isClauseStop(s.toks[k].Lower) || s.toks[k].Lower == "," || s.isCount[k] {
			return ""
		}
		k++
	}
	if k >= len(s.toks) || k < to+2 || s.toks[k].Lower != "capital" || s.toks[to].Lower != "in" || s.toks[to+1].Lower != "the" {
		return ""
	}
	for i := s.sent.Index; i >= 0; i-- {
		p := &b.read[i]
		for n := len(p.names) - 1; n >= 0; n-- {
			if m := &p.names[n]; m.Type == names.Place && (i < s.sent.Index || m.To <= k) && names.IsCapital(m.Name) {
				return m.Name
			}
		}
	}
	return ""
}
