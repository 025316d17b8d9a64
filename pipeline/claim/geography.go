package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// Which places an article is about, and which of them lies in which.

// A geography is what an article tells of its places: which it is mainly about, and which lie in which.
type geography struct {
	main   string
	sure   bool // no other place comes near
	rival  bool // another country than that of main is told of as well
	inside map[[2]string]bool
}

// readGeography weighs the places by where they are named: title, lead, and each later time that something is said to be there.
func readGeography(d *extractors.Document, bySentence [][]names.Mention) *geography {
	g := &geography{inside: map[[2]string]bool{}}
	weight := map[string]float64{}
	var order []string
	first, capital := 0, leadSays(d, "capital")
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		ns := bySentence[i]
		w := 1.0
		switch {
		case sent.Field == extractors.Title:
			w = 3
		case first < 2:
			first++
			w = 2.5
		}
		s := sentence{toks: sent.Tokens, names: ns}
		for k := range ns {
			if ns[k].Type != names.Place || isWay(sent.Tokens[ns[k].From:ns[k].To]) {
				continue
			}
			name := ns[k].Name
			if k > 0 && ns[k-1].Type == names.Place && ns[k-1].Name != name {
				s.learn(g, &ns[k-1], &ns[k])
			}
			_, tied := s.roleOf(&ns[k], len(sent.Tokens), len(sent.Tokens))
			x := w
			if !tied && !(sent.Field == extractors.Text && first <= 1 && ns[k].From <= 1) {
				x = w * 0.2
			}
			if ns[k].From == 0 && sent.Field == extractors.Text && first <= 1 && s.dateline(ns[k].To) && !capital { // where it was written, not where it happened
				x = w * 0.05
			}
			if k := ns[k].To - 1; facility[sent.Tokens[k].Lower] { // what is told there is told of the town
				x *= 0.3
			}
			if f := ns[k].From; f > 1 && sent.Tokens[f-1].Lower == "of" && settlement[sent.Tokens[f-2].Lower] {
				x *= 2 // "the market town of Hexham"
			}
			if _, ok := weight[name]; !ok {
				order = append(order, name)
			}
			weight[name] += x
		}
	}
	for _, n := range order {
		if g.main == "" || weight[n] > weight[g.main] {
			g.main = n
		}
	}
	for step := 0; step < 3; step++ { // to the town within the region, where it is told of half as much
		for _, n := range order {
			if n != g.main && weight[n]*2 >= weight[g.main] && g.contains(g.main, n) && !g.contains(n, g.main) {
				g.main = n
				break
			}
		}
	}
	c := names.Country(g.main)
	if c != "" {
		for _, n := range order {
			g.rival = g.rival || names.Level(n) == 2 && n != c && weight[n] >= leastRival
		}
	}
	g.sure = g.main != ""
	for _, n := range order {
		if n != g.main && weight[n] > weight[g.main]*0.7 && !g.contains(n, g.main) && !g.contains(g.main, n) {
			g.sure = false
		}
	}
	return g
}

// rivalBeside reports whether another country than a country is named in the sentence or in the ones beside it with figures of its own: "In Mozambique
// 33 people are dead. Malawi has 13 dead."
func (b *builder) rivalBeside(s *sentence, country string) bool {
	for i := max(0, s.sent.Index-1); i <= min(len(b.read)-1, s.sent.Index+1); i++ {
		t := &b.read[i]
		if len(t.counts) == 0 {
			continue
		}
		for k := range t.names {
			n := &t.names[k]
			if n.Type != names.Place || names.Level(n.Name) != 2 || n.Name == country {
				continue
			}
			for c := range t.counts {
				if _, ok := t.roleOf(n, t.counts[c].From, t.counts[c].To); ok {
					return true
				}
			}
		}
	}
	return false
}

// leastRival is the weight at which a second country is one that a story is set in too: named in the lead, or twice where something is told there.
// What is told of the first as a whole is then not told of its town.
const leastRival = 2

// leadSays reports whether one of the text's first sentences has a word. Where a report written in a capital tells of "the capital", it
// happened there.
func leadSays(d *extractors.Document, word string) bool {
	n := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Field != extractors.Text {
			continue
		}
		if n++; n > leadSentences {
			return false
		}
		for k := range s.Tokens {
			if s.Tokens[k].Lower == word {
				return true
			}
		}
	}
	return false
}

// dateline reports whether a dash ends at token k what tells where the report was written: "ABUJA —", "LIMA, Peru (Wire) —".
func (s *sentence) dateline(k int) bool {
	for end := min(len(s.toks), k+6); k < end; k++ {
		switch t := &s.toks[k]; {
		case t.Lower == "—", t.Lower == "–", t.Lower == "-", t.Lower == "--":
			return true
		case t.Lower != "," && t.Lower != "(" && t.Lower != ")" && t.Lower != "." && !strings.HasPrefix(t.Tag, "NNP"):
			return false
		}
	}
	return false
}

// learn reads from two places side by side which lies in which.
func (s *sentence) learn(g *geography, a, b *names.Mention) {
	gap := b.From - a.To
	if gap < 1 || gap > 3 {
		return
	}
	switch w := s.toks[a.To].Lower; {
	case isPossessive(w):
		g.inside[[2]string{b.Name, a.Name}] = true
	case w == "in" || w == "," && gap <= 2 && !(b.To < len(s.toks) && (s.toks[b.To].Lower == "and" || s.toks[b.To].Lower == "or" || s.toks[b.To].Lower == "(")):
		g.inside[[2]string{a.Name, b.Name}] = true
	}
}

// contains reports whether a lies in b, directly or through one region between.
func (g *geography) contains(b, a string) bool {
	if g.inside[[2]string{a, b}] || names.Country(a) == b {
		return true
	}
	for k := range g.inside {
		if k[0] == a && g.inside[[2]string{k[1], b}] {
			return true
		}
	}
	return false
}
