package claim

import (
	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/names"
)

// columnClass returns the class that the heading of a table's column says of the figures below it: "Dead", "Homes destroyed";
// "" where it says none.
func columnClass(heading string) string {
	toks := extractors.Words(heading)
	class := ""
	for _, o := range occurrences(toks, make([]bool, len(toks)), nil) {
		if class == "" || o.term.class.traits&weak == 0 {
			class = o.term.class.name
		}
	}
	return class
}

// ofColumn sets what a table says of a figure: the class by its column's heading, else by its noun, and the words counted.
func (b *builder) ofColumn(s *sentence, c *Claim, parent int) (o *occurrence) {
	if c.Predicate = columnClass(c.Column); c.Predicate == "" {
		if o = b.predicate(s, c, parent); o == nil {
			c.Predicate = "" // of what the text before the table is about, its row says nothing
		}
	}
	if c.Object = c.Unit; c.Kind == counts.Number && c.Unit != "" {
		c.Object = c.Column
	}
	return o
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
