package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// canonise gives every candidate the fullest form of its name in the document.
//
// A surname joins the full name that ends in it, the one last mentioned where there are several; a given name alone the
// full name that begins with it; an acronym its definition, or what the lists say it stands for; a short form of a body
// or place the name it is part of. Spellings of one name (SamePerson, SameName) share the first of them.
func (s *scanner) canonise() {
	shown := s.shownForms()
	s.mergeSpellings(shown)
	spelt := map[string][]spelling{} // full names of persons by the Key of the surname
	latest := map[shortKey]string{}  // the last full name before the candidate that its word may stand for
	first := map[shortKey]string{}   // the first in the document
	for i := range s.cands {
		if c := &s.cands[i]; c.typ != "" {
			c.name = s.standsFor(c, shown)
			s.fileShort(c, first, false)
			s.fileSpelling(c, spelt)
		}
	}
	for i := range s.cands {
		c := &s.cands[i]
		if c.typ == "" {
			continue
		}
		if (strings.IndexByte(c.key, ' ') < 0 || c.typ == Person && s.particled(c.key)) && c.name == shown[nameKey{c.key, c.typ}] && (c.typ == Person || c.rule == "short-form" || c.typ == Org && s.g.lookup(c.key).node.kind&(places|orgs) == 0) {
			k := shortKey{c.key, c.typ}
			if n := latest[k]; n != "" {
				c.name = n
			} else if n := first[k]; n != "" {
				c.name = n
			} else if c.typ == Person {
				c.name = likeSpelt(c, spelt)
			}
		}
		s.fileShort(c, latest, true)
	}
	s.spreadRoles()
}

// A spelling is a surname with the full name that it stands in.
type spelling struct{ surname, name string }

func (s *scanner) fileSpelling(c *candidate, m map[string][]spelling) {
	head, last := ends(c.key)
	if c.typ != Person || head == last {
		return
	}
	k := Key(last)
	for _, x := range m[k] {
		if x.name == c.name {
			return
		}
	}
	if len(m[k]) < maxSpellings {
		m[k] = append(m[k], spelling{last, c.name})
	}
}

// likeSpelt returns the only full name whose surname is a spelling of c's, else c's own form.
func likeSpelt(c *candidate, m map[string][]spelling) string {
	found := ""
	for _, x := range m[Key(c.key)] {
		if Similar(x.surname, c.key) < sameSurname || genderClash([]string{x.surname}, []string{c.key}) {
			continue
		}
		if found != "" && found != x.name {
			return c.name
		}
		found = x.name
	}
	if found == "" {
		return c.name
	}
	return found
}

type nameKey struct {
	key string
	typ Type
}

type shortKey = nameKey

// shownForms returns how each name is first written in prose, in small letters where it is not an acronym.
func (s *scanner) shownForms() map[nameKey]string {
	shown := map[nameKey]string{}
	for pass := 0; pass < 3; pass++ {
		for i := range s.cands {
			c := &s.cands[i]
			k := nameKey{c.key, c.typ}
			if c.typ == "" || shown[k] != "" {
				continue
			}
			form := s.surface(c)
			shout := isUpper(form) && (len(form) > 5 || c.typ != Org) && !strings.ContainsAny(form, "0123456789") // "QC-552" has no other form
			switch {
			case pass == 0 && (c.styled || shout), pass == 1 && shout:
			case pass == 2 && shout && c.typ != Org && s.phraseKind(c) == 0:
				shown[k] = titleCase(form)
			default:
				shown[k] = form
			}
		}
	}
	return shown
}

// phraseKind is what the lists know of c only in capitals: "US" keeps them.
func (s *scanner) phraseKind(c *candidate) kind {
	return s.g.lookup(c.key).node.upper
}

// titleCase writes "PORT SUDAN" as "Port Sudan".
func titleCase(s string) string {
	var b strings.Builder
	up := true
	for _, r := range s {
		if up {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = !unicode.IsLetter(r) && r != '\'' && r != '’'
	}
	return b.String()
}

// standsFor returns a candidate's own full form: its definition in the document, the name of the lists, or itself.
func (s *scanner) standsFor(c *candidate, shown map[nameKey]string) string {
	if n := s.alias[c.key]; n != "" && c.typ == Org {
		return n
	}
	if c.typ != Person && (c.rule == "listed-place" || c.rule == "listed-body" || c.rule == "elsewhere" || c.rule == "list" || c.rule == "listed") {
		if n := s.listedName(c); n != "" {
			return n
		}
	}
	return shown[nameKey{c.key, c.typ}]
}

// listedName returns the full form of a country's or body's other name: "United States" for "US". A town has only its own.
func (s *scanner) listedName(c *candidate) string {
	words := strings.Split(c.key, " ")
	n := &s.g.lookup(words[0]).node
	for _, w := range words[1:] {
		if n = n.next[w]; n == nil {
			return ""
		}
	}
	k := n.kind | n.upper
	if n.several || k&team != 0 && n.upper == 0 || c.typ == Place && k&country == 0 || c.typ == Org && k&orgs == 0 {
		return ""
	}
	if form := s.surface(c); isUpper(form) && len(form) < 7 && strings.EqualFold(form, n.canon) {
		return form // another's initials, perhaps: "INPE", not "Inpe"
	}
	return n.canon
}

// fileShort files a full name under the single words that may stand for it.
func (s *scanner) fileShort(c *candidate, m map[shortKey]string, replace bool) {
	head, last := ends(c.key)
	if head == last {
		return
	}
	words := []string{last, head}
	if w := strings.Split(c.key, " "); c.typ == Person && len(w) > 2 && len(w[len(w)-2]) > 3 {
		words = append(words, w[len(w)-2]) // "Adela Montiel Rasgado": Montiel
	}
	if c.typ == Person {
		for at := strings.IndexByte(c.key, ' '); at >= 0; {
			if tail := c.key[at+1:]; s.particled(tail) {
				words = append(words, tail) // "Bart De Quorrer": De Quorrer
			}
			next := strings.IndexByte(c.key[at+1:], ' ')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	if c.typ != Person && s.g.lookup(last).class&(orgHead|placeHead) == 0 && strings.Contains(c.key, " of ") {
		words[0] = head
	}
	for _, w := range words {
		if k := (shortKey{w, c.typ}); replace || m[k] == "" {
			m[k] = c.name
		}
	}
}

// particled reports a family name of several words that a particle opens: "de wever", "van der stroom".
func (s *scanner) particled(key string) bool {
	first, last := ends(key)
	return first != last && s.g.lookup(first).class&particle != 0 && s.g.lookup(first).class&given == 0
}

// mergeSpellings lets spellings of one name share the form that stands first in the document.
func (s *scanner) mergeSpellings(shown map[nameKey]string) {
	type block struct {
		key string
		typ Type
	}
	blocks := map[block][]nameKey{}
	done := map[nameKey]bool{}
	for i := range s.cands {
		c := &s.cands[i]
		k := nameKey{c.key, c.typ}
		if c.typ == "" || done[k] || utf8.RuneCountInString(c.key) < 4 {
			continue
		}
		done[k] = true
		b := block{Key(c.key), c.typ}
		for _, o := range blocks[b] {
			if s.oneName(k, o) {
				shown[k] = shown[o]
				break
			}
		}
		if len(blocks[b]) < maxSpellings {
			blocks[b] = append(blocks[b], k)
		}
	}
}

// maxSpellings bounds the names of one block that are compared, so that a text of nothing but names stays linear.
const maxSpellings = 12

func (s *scanner) oneName(a, b nameKey) bool {
	if a.typ != Person {
		return SameName(a.key, b.key) && (s.g.lookup(a.key).node.kind == 0 || sameWords(nameWords(a.key), nameWords(b.key)))
	}
	if strings.IndexByte(a.key, ' ') < 0 != (strings.IndexByte(b.key, ' ') < 0) {
		return false // a surname alone is settled by the full names around it
	}
	return SamePerson(a.key, b.key)
}

func sameWords(a, b []string) bool {
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
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
