package claim

import (
	"strings"

	"crosstally/extractors/counts"
)

// complete fills in what the text leaves out: the noun of "31 others were injured", "nine were shot down", "had 23".
func (b *builder) complete(s *sentence, c *Claim, parent int) {
	if unit, object, ok := s.complement(c); ok {
		c.Unit, c.Object = unit, object
		return
	}
	if c.Unit != "" && c.Object != "" || c.Kind != counts.Number && c.Kind != "" {
		if c.Object == "" {
			c.Object = c.Unit
		}
		return
	}
	unit, object := b.elided(c, parent)
	if unit == "person" && object == "" {
		object = "people"
	}
	if c.Unit == "" {
		c.Unit = unit
	}
	if c.Object == "" {
		if c.Object = object; object == "" {
			c.Object = unit
		}
	}
}

// elided returns the noun that a bare number goes without: its set's; that of the last figure of which the same is said; the one
// that the class always counts.
func (b *builder) elided(c *Claim, parent int) (unit, object string) {
	if parent >= 0 {
		if p := &b.out[parent]; (p.Kind == counts.Number || p.Kind == "") && p.Unit != "" {
			return p.Unit, p.Object
		}
	}
	k := classOf(c.Predicate)
	if k != nil && k.unit == "person" && k.name != "infect" && k.sorts&things == 0 {
		return "person", ""
	}
	if k != nil && !hollow[k.name] {
		if p := b.antecedent(c, k.name, 6); p != nil {
			return p.Unit, p.Object
		}
		if k.unit != "" {
			return k.unit, ""
		}
	}
	if p := b.antecedent(c, "", 3); p != nil {
		return p.Unit, p.Object
	}
	return "person", ""
}

// complement reads what the members of a set are said to be: "three of them children", "five of the dead were women".
func (s *sentence) complement(c *Claim) (unit, object string, ok bool) {
	if c.Of == "" || c.NounTo > c.NounFrom && c.Unit != "" {
		return "", "", false
	}
	k := c.To
	for end := c.Start + len(c.Text); k < len(s.toks) && k < c.To+7; k++ { // past "of the dead"
		w := s.toks[k].Lower
		if isBe(w) {
			k++
			break
		}
		if k > c.To+1 && s.toks[k].Start > end+len(c.Of)+5 {
			break
		}
	}
	from := k
	for k < len(s.toks) && k < from+3 && (s.toks[k].Tag == "JJ" || s.toks[k].Tag == "DT" || s.toks[k].Tag == "NN") {
		k++
	}
	if k >= len(s.toks) || s.toks[k].Tag != "NNS" && headSorts[singular(s.toks[k].Lower)] != persons {
		return "", "", false
	}
	head := singular(s.toks[k].Lower)
	if headSorts[head] != persons {
		return "", "", false
	}
	if from < k && s.toks[from].Tag == "DT" {
		from++
	}
	field := s.sent.Text
	return head, field[s.toks[from].Start-s.sent.Start : s.toks[k].End-s.sent.Start], true
}

// singular returns the singular of a noun.
func singular(n string) string {
	switch n {
	case "people":
		return "person"
	case "children":
		return "child"
	case "men":
		return "man"
	case "women":
		return "woman"
	}
	for _, end := range [...]string{"men", "women"} {
		if strings.HasSuffix(n, end) {
			return n[:len(n)-2] + "an"
		}
	}
	switch {
	case strings.HasSuffix(n, "ies") && len(n) > 4:
		return n[:len(n)-3] + "y"
	case strings.HasSuffix(n, "sses"), strings.HasSuffix(n, "shes"), strings.HasSuffix(n, "ches"), strings.HasSuffix(n, "xes"):
		return n[:len(n)-2]
	case strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && len(n) > 2:
		return n[:len(n)-1]
	}
	return n
}
