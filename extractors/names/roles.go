package names

import (
	"strings"

	"crosstally/extractors"
)

// Roles answers whom an office or relation means in one document: "the prime minister", "the county's epidemiologist".
//
// A phrase resolves when one person holds that role, or when its country or body tells the holders apart, or when one
// of them was named within the two sentences before.
type Roles struct {
	held []holding
	last map[string][]int // person's name -> sentences that name the person, in order
}

// A holding is one place where the text gives a person a role.
type holding struct {
	person string
	words  []string // of the role, folded
	of     []string // countries, demonyms and bodies beside it, folded
}

// nearSentences is how far back one of several holders of a role may have been named to be the one meant.
const nearSentences = 2

// ReadRoles collects the roles that d gives to the persons among ms, which Extract found in d.
func ReadRoles(d *extractors.Document, ms []Mention) *Roles {
	r := &Roles{last: map[string][]int{}}
	g := sharedGazetteer()
	for _, m := range ms {
		if m.Type != Person {
			continue
		}
		r.last[m.Name] = append(r.last[m.Name], m.Sentence)
		if m.Role == "" {
			continue
		}
		h := holding{person: m.Name, words: strings.Fields(Fold(m.Role))}
		toks := d.Sentences[m.Sentence].Tokens
		from, to := m.From-len(h.words)-3, m.To+len(h.words)+8
		if endsWith(toks[:m.From], h.words) { // "Hungarian President X": what narrows the role stands before it
			to = m.To
		} else if m.To < len(toks) && toks[m.To].Lower == "," {
			from = m.To
		}
		h.of = contextOf(g, toks[max(0, from):min(to, len(toks))], toks[m.From].Start)
		r.held = append(r.held, h)
	}
	return r
}

// contextOf returns the demonyms, as countries, and the other capitalised words beside a person's role; the name
// itself begins at byte name.
func contextOf(g *gazetteer, toks []extractors.Token, name int) []string {
	var out []string
	for _, t := range toks {
		w := Fold(t.Lower)
		switch {
		case w == "." && t.Start < name:
			out = nil
		case w == ".":
			return out
		case g.capital[w] != "":
			out = append(out, w, Fold(g.capital[w]))
		}
		if sh := shapeOf(t.Text); sh == capital || sh == upper || sh == mixed {
			out = append(out, w)
		}
	}
	return out
}

func endsWith(toks []extractors.Token, words []string) bool {
	if len(toks) < len(words) {
		return false
	}
	for i, w := range words {
		if Fold(toks[len(toks)-len(words)+i].Lower) != w {
			return false
		}
	}
	return true
}

// Person returns the canonical name of the person whom a role phrase in the given sentence means, false when the
// document does not say.
func (r *Roles) Person(phrase string, sentence int) (name string, ok bool) {
	g := sharedGazetteer()
	head, rest := rolePhraseWords(g, phrase)
	if len(head) == 0 {
		return "", false
	}
	best, names := 0, []string(nil)
	for _, h := range r.held {
		score := h.match(head, rest)
		if score == 0 || score < best {
			continue
		}
		if score > best {
			best, names = score, names[:0]
		}
		if !contains(names, h.person) {
			names = append(names, h.person)
		}
	}
	if len(names) == 1 {
		return names[0], true
	}
	return r.latest(names, sentence)
}

// latest returns the one of several persons who was named in the sentences just before.
func (r *Roles) latest(persons []string, sentence int) (name string, ok bool) {
	at := -1
	for _, p := range persons {
		for _, s := range r.last[p] {
			if s > sentence || s < sentence-nearSentences {
				continue
			}
			if s > at {
				at, name, ok = s, p, true
			} else if s == at && p != name {
				ok = false
			}
		}
	}
	if !ok {
		return "", false
	}
	return name, true
}

// match scores how well a holding answers a phrase: 0 not at all, more for each word beside the head that agrees.
func (h *holding) match(head, rest []string) int {
	if len(h.words) < len(head) {
		return 0
	}
	for i, w := range head { // "minister" does not mean a "prime minister's spokesman": heads end alike
		if h.words[len(h.words)-len(head)+i] != w {
			return 0
		}
	}
	score := 1
	for _, w := range rest {
		if contains(h.of, w) || contains(h.words, w) {
			score++
		}
	}
	return score
}

func contains(ss []string, s string) bool {
	for _, x := range ss {
		if x == s {
			return true
		}
	}
	return false
}

// rolePhraseWords parts a phrase into its longest listed role and the words that narrow it, demonyms as countries.
func rolePhraseWords(g *gazetteer, phrase string) (head, rest []string) {
	toks := extractors.Words(phrase)
	s := scanner{g: g, toks: toks}
	for k := range toks {
		s.words = append(s.words, g.lookup(toks[k].Lower))
		s.shapes = append(s.shapes, shapeOf(toks[k].Text))
	}
	from, to := -1, -1
	for k := 0; k < len(toks); k++ {
		if toks[k].Lower == "of" && from >= 0 {
			break
		}
		if end, ok := s.rolePhrase(k); ok && end > to {
			if s.words[k].class&(role|title) != 0 || end > k+1 {
				from, to = k, end
			}
		}
	}
	for k := range toks {
		w := Fold(toks[k].Lower)
		switch {
		case k >= from && k < to:
			head = append(head, w)
		case g.capital[w] != "":
			rest = append(rest, w, Fold(g.capital[w]))
		case s.words[k].class&starter == 0 && s.shapes[k] != mark:
			rest = append(rest, w)
		}
	}
	return head, rest
}

// roleBeside returns the office or relation that an apposition gives to the person at [from,to): "X, the mayor of Y,",
// "the mayor, X,"; an empty span when there is none.
func (s *scanner) roleBeside(from, to int) span {
	if s.lower(to) == "," {
		if r := s.roleIn(to + 1); r.to > 0 && s.class(r.to)&speech == 0 { // "in a letter to X, the mayor said"
			return r
		}
	}
	if s.lower(from-1) == "," && from > 1 {
		for k := from - 2; k >= 0 && k > from-10; k-- {
			if s.shapes[k] == mark && !s.possessive(k) {
				return span{}
			}
			if end, ok := s.rolePhrase(k); ok && s.shapes[k] == small && end <= from-1 {
				for k > 0 {
					if e, ok := s.rolePhrase(k - 1); !ok || e != end {
						break
					}
					k--
				}
				if end == from-1 || s.lower(end) == "of" || s.lower(end) == "for" || s.lower(end) == "at" || s.lower(end) == "in" {
					return span{k, end}
				}
				return span{}
			}
		}
	}
	return span{}
}

// ownedBy reports that the role before token k is another's, who owns the role to come: "President Orr's envoy".
func (s *scanner) ownedBy(k int) bool {
	for n := 0; n < 4 && s.nameToken(k); n, k = n+1, k+1 {
		if s.possessive(k + 1) {
			return true
		}
	}
	return false
}

// roleIn finds the role in the noun group that begins at k: "the county's chief epidemiologist".
func (s *scanner) roleIn(k int) span {
	for n := 0; n < 8 && k < len(s.toks); n, k = n+1, k+1 {
		if end, ok := s.rolePhrase(k); ok && !s.ownedBy(end) {
			for {
				e, ok := s.rolePhrase(end)
				if !ok || s.shapes[end] == mark {
					return span{k, end}
				}
				end = e
			}
		}
		c := s.class(k)
		if s.shapes[k] == mark && !s.possessive(k) || s.shapes[k] == numeral || s.shapes[k] == small && c&(speech|starter) != 0 && n > 0 || c&(link|starter) != 0 && n > 0 {
			return span{}
		}
	}
	return span{}
}
