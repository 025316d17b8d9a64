package names

import "strings"

// canonise gives every candidate the fullest form of its name in the document.
//
// A surname joins the only full name that ends in it, else the one last mentioned; a given name alone the only full
// name that begins with it; an acronym its definition; a short form of a body or place the name it is part of.
func (s *scanner) canonise() {
	shown := map[string]string{} // key -> as first written outside headings
	full := map[string][]int{}   // last and first word -> candidates with a full name, in order
	for pass := 0; pass < 2; pass++ {
		for i := range s.cands {
			c := &s.cands[i]
			if c.typ == "" || pass == 0 && c.styled || shown[c.key] != "" {
				continue
			}
			shown[c.key] = s.surface(c)
		}
	}
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ == "" {
			continue
		}
		c.name = shown[c.key]
		if n := s.alias[c.key]; n != "" && c.typ == Org {
			c.name = n
			continue
		}
		first, last := ends(c.key)
		if first != last {
			full[last] = append(full[last], i)
			if c.typ == Person {
				full[first] = append(full[first], i)
			}
		}
	}
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ == "" || s.alias[c.key] != "" {
			continue
		}
		if n := s.fuller(c, i, full); n != "" {
			c.name = n
		}
	}
	s.spreadRoles()
}

func (s *scanner) surface(c *candidate) string {
	sent := &s.doc.Sentences[c.sent]
	return s.doc.Field(sent.Field)[sent.Tokens[c.from].Start:sent.Tokens[c.to-1].End]
}

// ends returns the first and last word of a key.
func ends(key string) (first, last string) {
	first, last = key, key
	if i := strings.IndexByte(key, ' '); i >= 0 {
		first = key[:i]
	}
	if i := strings.LastIndexByte(key, ' '); i >= 0 {
		last = key[i+1:]
	}
	return first, last
}

// fuller returns the full name that the single word c stands for, "" when none does: the last one mentioned before c,
// else the first after it.
func (s *scanner) fuller(c *candidate, at int, full map[string][]int) string {
	if strings.IndexByte(c.key, ' ') >= 0 {
		return ""
	}
	before, after := "", ""
	for _, i := range full[c.key] {
		f := &s.cands[i]
		if f.typ != c.typ || i == at {
			continue
		}
		if _, last := ends(f.key); last != c.key && c.typ != Person {
			continue
		}
		if i < at {
			before = f.name
		} else if after == "" {
			after = f.name
		}
	}
	if before != "" {
		return before
	}
	return after
}

// spreadRoles gives every mention of a person the role last given to that person.
func (s *scanner) spreadRoles() {
	role := map[string]string{}
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ != Person {
			c.role = ""
			continue
		}
		if c.role != "" && !strings.HasSuffix(c.role, ".") {
			role[c.name] = c.role
		}
	}
	for i := range s.cands {
		if c := &s.cands[i]; c.typ == Person && c.role == "" {
			c.role = role[c.name]
		}
	}
}
