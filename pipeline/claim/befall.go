package claim

// befallsOnly are the things and people that alone the words of a class are said of: what derails is a carriage, who escapes was locked up.
var befallsOnly = map[string]struct {
	nouns map[string]bool
	least int // how often an article must have a noun for an elided figure to count what it names
}{
	"derail": {tell.Of("derails"), 1},
	"escape": {tell.Of("escapes"), 2},
}

// befalling reports whether the words of a class are said of one kind of thing alone.
func befalling(class string) bool { return befallsOnly[class].nouns != nil }

// befalls returns the noun that the article has most among those that alone the word of a class is said of; "" where it has none.
func (b *builder) befalls(o *occurrence) string {
	if o == nil || !befalling(o.term.class.name) {
		return ""
	}
	if b.befallen == nil {
		b.befallen = map[string]string{}
	}
	class := o.term.class.name
	noun, known := b.befallen[class]
	if !known {
		noun = b.mostOf(befallsOnly[class].nouns, befallsOnly[class].least)
		b.befallen[class] = noun
	}
	return noun
}

// mostOf returns which of some nouns the article has most, and at least so many times; "" for none.
func (b *builder) mostOf(nouns map[string]bool, least int) string {
	n, best := map[string]int{}, ""
	for i := range b.read {
		for k := range b.read[i].toks {
			head := singular(b.read[i].toks[k].Lower)
			if !nouns[head] {
				continue
			}
			if n[head]++; n[head] >= least && (best == "" || n[head] > n[best]) {
				best = head
			}
		}
	}
	return best
}
