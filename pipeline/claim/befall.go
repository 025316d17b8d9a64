package claim

import "strings"

// befallsOnly are the things and people that alone a verb is said of, by how the verb begins: what derails is a carriage, who escapes was
// locked up.
var befallsOnly = []struct {
	verb  string
	nouns map[string]bool
	least int // how often an article must have a noun for an elided figure to count what it names
}{
	{"derail", tell.Of("derails"), 1},
	{"capsiz", tell.Of("capsizes"), 1},
	{"escap", tell.Of("escapes"), 2},
	{"recaptur", tell.Of("escapes"), 2},
}

// befalling reports whether the verb of a class is said of one kind of thing alone.
func befalling(class string) bool {
	for i := range befallsOnly {
		if strings.HasPrefix(class, befallsOnly[i].verb) {
			return true
		}
	}
	return false
}

// befalls returns the noun that the article has most among those that alone the word of a class is said of; "" where it has none.
func (b *builder) befalls(s *sentence, o *occurrence) string {
	if o == nil {
		return ""
	}
	w := s.toks[o.from].Lower
	if w == "off" && o.to-o.from > 2 && strings.HasPrefix(s.toks[o.to-1].Lower, "rail") {
		w = "derailed" // "four off the rails"
	}
	for i := range befallsOnly {
		if !strings.HasPrefix(w, befallsOnly[i].verb) {
			continue
		}
		n, best := map[string]int{}, ""
		for k := range b.read {
			for t := range b.read[k].toks {
				head := singular(b.read[k].toks[t].Lower)
				if !befallsOnly[i].nouns[head] {
					continue
				}
				if n[head]++; n[head] >= befallsOnly[i].least && (best == "" || n[head] > n[best]) {
					best = head
				}
			}
		}
		return best
	}
	return ""
}
