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
// Tolmin", "Mayor Lena Orr of Tolmin"; "" for none.
func (s *sentence) governs(p *names.Mention) string {
	word := func(k int) string {
		if k < 0 || k >= len(s.toks) {
			return ""
		}
		return s.toks[k].Lower
	}
	k := p.From - 1
	if word(k) == "," {
		if town := s.placeEndingAt(k); town != nil && word(town.From-1) == "of" && word(town.From-2) == "mayor" {
			return town.Name
		}
	}
	if word(k) == "mayor" {
		if town := s.placeEndingAt(k); town != nil {
			return town.Name
		}
		if town := s.placeAtToken(p.To + 1); word(p.To) == "of" && town != nil {
			return town.Name
		}
	}
	if k = p.To; word(k) == "," {
		if k++; word(k) == "the" {
			k++
		}
		if town := s.placeAtToken(k + 2); word(k) == "mayor" && word(k+1) == "of" && town != nil {
			return town.Name
		}
		if town := s.placeAtToken(k); town != nil && word(town.To) == "'s" && word(town.To+1) == "mayor" {
			return town.Name
		}
	}
	return ""
}

func (s *sentence) placeEndingAt(k int) *names.Mention {
	for i := range s.names {
		if n := &s.names[i]; n.Type == names.Place && n.To == k {
			return n
		}
	}
	return nil
}

func (s *sentence) placeAtToken(k int) *names.Mention {
	for i := range s.names {
		if n := &s.names[i]; n.Type == names.Place && n.From == k {
			return n
		}
	}
	return nil
}
