package counts

import "crosstally/extractors/names"

// sumAt returns the sum of a listed number of persons and the persons named with it: "Seven foreign nationals and Ales Bialiatski"
// is seven, and eight in all. Its span holds the number and the names, and so the span of the number alone.
func (x *extraction) sumAt(c *context, m Mention) (Mention, bool) {
	exact := m.Value != nil && m.Lower != nil && m.Upper != nil && *m.Lower == *m.Upper
	if m.Kind != Number || !exact || m.NounTo <= m.NounFrom || m.Of != "" || c.at(m.NounTo) != "and" || !isPlural(c.at(m.NounTo-1)) {
		return m, false
	}
	named, end := 0, m.NounTo
	for _, p := range x.names[c.sent.Index] {
		if p.Type == names.Person && (named == 0 && p.From == end+1 || named > 0 && p.From > end && p.From <= end+2) {
			named++
			end = p.To
		}
	}
	if named == 0 {
		return m, false
	}
	total := *m.Value + float64(named)
	m.Value, m.Lower, m.Upper = ptr(total), ptr(total), ptr(total)
	m.Rule, m.Derived, m.Unit, m.Object = "counts/sum", true, "person", ""
	m.To, m.NounFrom, m.NounTo = end, end, end
	m.End = c.toks[end-1].End
	m.Text = x.doc.Field(c.sent.Field)[m.Start:m.End]
	return m, true
}
