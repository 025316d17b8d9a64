package claim

import (
	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// classIn returns the class that words of a table's heading, row or title say: "Dead", "Homes destroyed"; "" where they say none. What
// they call the people says least: "Workers".
func classIn(toks []extractors.Token, named []bool) (class string, least bool) {
	for _, o := range occurrences(toks, named, nil) {
		bearer := o.term.slot == bearerSlot
		if class == "" || least && !bearer || o.term.class.traits&weak == 0 && bearer == least {
			class, least = o.term.class.name, bearer
		}
	}
	return class, least
}

// ofColumn sets what a table says of a figure: the class by its column's heading, else by its row's first cell ("Freed on 6 March | 38" under
// "Pupils"), the table's own heading, its noun; and the words counted.
func (b *builder) ofColumn(s *sentence, c *Claim, parent int) (o *occurrence) {
	head := extractors.Words(c.Column)
	class, least := classIn(head, make([]bool, len(head)))
	if class == "" || least {
		n := 0
		for n < len(s.toks) && s.toks[n].Lower != "|" {
			n++
		}
		if said := firstOf(classIn(s.toks[:n], s.named()[:n])); said != "" {
			class, least = said, false
		}
		if least {
			if said := b.tableHeading(s); said != "" {
				class = said
			}
		}
	}
	if k := classOf(class); k != nil && c.Kind == counts.Money && k.sorts&money == 0 {
		class = byKind[counts.Money] // "Killed | $3,000" is what is paid for each
	}
	if c.Predicate = class; c.Predicate == "" {
		if o = b.predicate(s, c, parent); o == nil {
			c.Predicate = "" // of what the text before the table is about, its row says nothing
		}
	}
	if c.Object = c.Unit; c.Kind == counts.Number && c.Unit != "" {
		c.Object = c.Column
	}
	return o
}

// firstOf returns a class that is more than what people are called.
func firstOf(class string, least bool) string {
	if least {
		return ""
	}
	return class
}

// tableHeading returns the class that the heading right above a table says: "On strike, by district".
func (b *builder) tableHeading(s *sentence) string {
	for i := s.sent.Index - 1; i >= 0; i-- {
		switch p := &b.read[i]; p.sent.Kind {
		case article.Row:
		case article.Heading:
			return firstOf(classIn(p.toks, p.named()))
		default:
			return ""
		}
	}
	return ""
}

// sums reports whether a table's row adds up those above it.
func (s *sentence) sums() bool {
	switch s.toks[0].Lower {
	case "total", "totals", "all", "overall", "altogether", "sum":
		return true
	}
	return false
}

// rowPlace returns the place that the first cell of a table's row names, "" when it names none.
func (s *sentence) rowPlace() string {
	for i := range s.names {
		n := &s.names[i]
		if n.Type != names.Place {
			continue
		}
		for k := 0; k < n.From; k++ {
			if s.toks[k].Lower == "|" {
				return ""
			}
		}
		return n.Name
	}
	return ""
}
