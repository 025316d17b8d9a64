package claim

import "crosstally/extractors/names"

// readSeats returns which town each person governs whom the text calls its mayor: his figures are the town's.
func readSeats(read []sentence) map[string]string {
	var seats map[string]string
	for i := range read {
		s := &read[i]
		for k := range s.names {
			if p := &s.names[k]; p.Type == names.Person {
				if town := s.governs(p); town != "" {
					if seats == nil {
						seats = map[string]string{}
					}
					seats[p.Name] = town
				}
			}
		}
	}
	return seats
}

// governs returns the town whose mayor a person is called: "Tolmin Mayor Lena Orr", "the mayor of Tolmin, Lena Orr", "Lena Orr, the mayor of
// Tolmin", "Mayor Lena Orr of Tolmin"; "" for none, as for who was its mayor before.
func (s *sentence) governs(p *names.Mention) string {
	word := func(k int) string {
		if k < 0 || k >= len(s.toks) {
			return ""
		}
		return s.toks[k].Lower
	}
	var town *names.Mention
	first := p.From // where what is said of who he is begins
	switch k := p.From - 1; {
	case word(k) == ",":
		if town = s.place(func(n *names.Mention) bool { return n.To == k }); town == nil {
			break
		}
		if first = town.From - 2; word(town.From-1) != "of" || word(first) != "mayor" {
			town = nil
		}
	case word(k) == "mayor":
		first = k
		if town = s.place(func(n *names.Mention) bool { return n.To == k }); town != nil {
			first = town.From
		} else if word(p.To) == "of" {
			town = s.place(func(n *names.Mention) bool { return n.From == p.To+1 })
		}
	}
	if k := p.To; town == nil && word(k) == "," {
		if k++; word(k) == "the" {
			k++
		}
		if first = k; word(k) == "mayor" && word(k+1) == "of" {
			town = s.place(func(n *names.Mention) bool { return n.From == k+2 })
		}
	}
	if town == nil || former[word(first)] || former[word(first-1)] {
		return ""
	}
	return town.Name
}

// former are words for who no longer holds an office.
var former = tell.Of("former")

// place returns the first place of the sentence for which ok holds; nil for none.
func (s *sentence) place(ok func(n *names.Mention) bool) *names.Mention {
	for i := range s.names {
		if n := &s.names[i]; n.Type == names.Place && ok(n) {
			return n
		}
	}
	return nil
}
