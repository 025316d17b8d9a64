package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// maxSetsBack is how many claims back a set is sought.
const maxSetsBack = 12

// parentOf returns the index of the claim whose set this one counts a part of, -1 for none: "three of them", "the other
// five", "of the 53", or an elided noun that goes on counting what was just counted.
func (b *builder) parentOf(s *sentence, c *Claim) int {
	of := strings.ToLower(c.Of)
	rest := strings.HasPrefix(strings.ToLower(c.Text), "the other") || strings.HasPrefix(strings.ToLower(c.Text), "the remaining")
	if of == "" && !rest {
		return -1
	}
	for i := len(b.out) - 1; i >= 0 && i >= len(b.out)-maxSetsBack; i-- {
		p := &b.out[i]
		if p.Field != c.Field || p.Kind == counts.Percent || p.Kind == counts.Money || p.Kind == counts.Duration {
			continue
		}
		if !b.close(p, c, 3) {
			break
		}
		if c.Kind != counts.Percent && smaller(p, c) {
			continue
		}
		if pronoun(of) || rest || sharesWord(of, p.Object+" "+p.Unit) || saysOf(of, p.Predicate) {
			return i
		}
	}
	return -1
}

// close reports whether two claims stand at most n sentences apart.
func (b *builder) close(p, c *Claim, n int) bool { return c.Mention.Sentence-p.Mention.Sentence <= n }

func pronoun(of string) bool {
	switch of {
	case "them", "these", "those", "whom", "which", "us", "all", "the total", "the group", "the number", "this", "that":
		return true
	}
	return false
}

// sharesWord reports whether two phrases have a word of four letters or more in common, endings aside.
func sharesWord(a, b string) bool {
	b = strings.ToLower(b)
	for _, w := range strings.Fields(a) {
		if len(w) >= 4 && w != "their" && w != "these" && w != "those" {
			w = strings.TrimSuffix(w, "s")
			if strings.Contains(b, w) {
				return true
			}
		}
	}
	return false
}

// saysOf reports whether a phrase names a set by what befell it: "the dead", "the freed", "those released".
func saysOf(of, class string) bool {
	if class == "" {
		return false
	}
	for _, w := range strings.Fields(of) {
		for _, t := range terms[w] {
			if t.class.name == class {
				return true
			}
		}
	}
	return false
}

// smaller reports whether p's figure is surely below c's.
func smaller(p, c *Claim) bool {
	hi, lo := p.Value, c.Value
	if hi == nil {
		hi = p.Upper
	}
	if lo == nil {
		lo = c.Lower
	}
	return hi != nil && lo != nil && *hi < *lo
}

// previous returns the claim that an elided noun goes on from: the last one of the same sentence or of the one before in its block.
func (b *builder) previous(s *sentence, c *Claim) *Claim {
	if n := len(b.out); n > 0 {
		p := &b.out[n-1]
		if p.Field == c.Field && (p.Mention.Sentence == c.Mention.Sentence || p.Mention.Sentence == c.Mention.Sentence-1 && b.d.Sentences[p.Mention.Sentence].Block == s.sent.Block) {
			return p
		}
	}
	return nil
}

// antecedent returns the last claim near by of which the same class is said and whose noun is told; any class when class is "".
func (b *builder) antecedent(c *Claim, class string, back int) *Claim {
	for i := len(b.out) - 1; i >= 0 && i >= len(b.out)-maxSetsBack; i-- {
		p := &b.out[i]
		if p.Field != c.Field && p.Field != extractors.Title || !b.close(p, c, back) {
			continue
		}
		if p.Kind == c.Kind && p.Unit != "" && (class == "" || p.Predicate == class) {
			return p
		}
	}
	return nil
}
