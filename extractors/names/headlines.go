package names

// shoutedLine finds, in a line of capitals, names of the lists and of the document.
func (s *scanner) shoutedLine() {
	for i := 0; i < len(s.toks); {
		if end, ok := s.knownAt(i); ok {
			i = end
			continue
		}
		if c := s.class(i); s.is(i, upper) && c&surname != 0 && c&(common|given|starter|role|title) == 0 && !s.words[i].known() && len(s.toks[i].Text) > 5 {
			s.emit(i, i+1, Person, "surname-form", good)
			i++
			continue
		}
		if s.is(i, upper, capital) {
			if end, k := s.phrase(i, places|orgs|noName); end > i && (k&acronym == 0) && (end > i+1 || s.class(i)&(common|starter|given|surname) == 0 || k&country != 0) {
				if k&noName == 0 {
					t := Place
					if k&places == 0 {
						t = Org
					}
					s.emit(i, end, t, "listed", good)
				}
				i = end
				continue
			}
		}
		i++
	}
}

// knownAt emits the longest name of the document's prose that stands at i.
func (s *scanner) knownAt(i int) (end int, ok bool) {
	for n := min(5, len(s.toks)-i); n > 0; n-- {
		key := s.key(i, i+n)
		t, votes := s.index.best(key)
		if votes == 0 && n == 1 && len(s.index.surnames[key]) > 0 {
			t, votes = Person, 1
		}
		if votes > 0 && (s.class(i)&starter == 0 || n > 1) {
			s.emit(i, i+n, t, "elsewhere", good)
			return i + n, true
		}
	}
	return i, false
}
