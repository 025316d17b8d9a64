package counts

import (
	"slices"
	"strings"
	"unicode"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/pipeline/article"
)

// A column is what a table's heading says of the numbers below it.
type column struct {
	heading string // as written
	unit    string // "" where it says nothing
	percent bool
	name    bool // its numbers name something: rank, year, age
}

// A table holds the columns of the table that the sentence is a row of.
type table struct {
	header  int // block of the heading row, -1 for none
	columns []column
	byRow   bool // the heading only tells when: each row's label says what it counts
}

// enterTable reads the heading of the table that the sentence stands in.
func (s *scanner) enterTable() {
	if s.sent.Kind != article.Row || s.sent.Block < 0 {
		s.table = table{header: -1}
		return
	}
	h := s.doc.Article.Blocks[s.sent.Block].Header
	if h < 0 || h >= len(s.doc.Article.Blocks) || h == s.sent.Block || s.doc.Article.Blocks[h].Kind != article.Row {
		s.table = table{header: -1, columns: s.ofLabel()}
		return
	}
	if h == s.table.header {
		return
	}
	b := s.doc.Article.Blocks[h]
	cells := strings.Split(s.doc.Article.Text[b.Start:b.End], "|")
	if len(cells) == 2 && figuresOnly[strings.ToLower(strings.TrimSpace(cells[1]))] {
		s.table = table{header: -1, columns: s.ofLabel()}
		return
	}
	s.table.header, s.table.columns = h, nil
	for _, cell := range cells {
		s.table.columns = append(s.table.columns, columnOf(cell))
	}
	if s.table.byRow = daysOnly(cells); !s.table.byRow {
		lendUnits(s.table.columns)
		lendVotes(s.table.columns)
	}
}

// daysOnly reports a heading whose cells behind the first are all days: "Situation | 14 April | 15 April".
func daysOnly(cells []string) bool {
	for i, cell := range cells {
		month, digit := false, false
		for _, w := range extractors.Words(cell) {
			e := vocab.words[w.Lower]
			month = month || e != nil && e.classes&cMonth != 0 || dates.Weekday(w.Lower) || w.Lower == "today" || w.Lower == "yesterday"
			digit = digit || isDigit(w.Lower[0])
		}
		if i > 0 && !month && !(digit && strings.Count(cell, ".")+strings.Count(cell, "/")+strings.Count(cell, "-") == 2) {
			return false
		}
	}
	return len(cells) > 2
}

// rowColumn returns what the first cell of the row says of all its numbers.
func (s *scanner) rowColumn() column {
	label, _, _ := strings.Cut(s.sent.Text, " | ")
	c := columnOf(label)
	if c.unit == "" && !c.percent && !c.name {
		if c.unit = s.pluralLabel(); c.unit == "" && befallen(label) {
			c.unit = "person"
		}
	}
	return c
}

// lendUnits gives a column that only tells what befell those counted, "Died", "of whom in intensive care", the unit of the column before.
func lendUnits(columns []column) {
	last := ""
	for i := range columns {
		c := &columns[i]
		if c.unit == "" && !c.percent && !c.name && i > 0 && befallen(c.heading) {
			if c.unit = last; last == "" || isMortal(c.heading) && !isPersonUnit(last) && !animals[last] {
				c.unit = "person"
			}
		}
		if c.unit != "" {
			last = c.unit
		}
	}
}

// lendVotes gives the columns that only name somebody the votes that another column tells of: "Town | Voted | Orr | Lund".
func lendVotes(columns []column) {
	if !slices.ContainsFunc(columns, func(c column) bool {
		return slices.ContainsFunc(extractors.Words(c.heading), func(w extractors.Token) bool { return voting[w.Lower] })
	}) {
		return
	}
	for i := range columns {
		c := &columns[i]
		if i > 0 && c.unit == "" && !c.percent && !c.name && c.heading != "" && namesOnly(c.heading) {
			c.unit = "vote"
		}
	}
}

// voting are words of a heading above votes cast.
var voting = tell.Of("voting")

// namesOnly reports a heading of capitalised words that are no known nouns.
func namesOnly(heading string) bool {
	for _, w := range extractors.Words(heading) {
		if e := vocab.words[w.Lower]; !unicode.IsUpper([]rune(w.Text)[0]) && w.Text != "." || e != nil && e.classes&(cThing|cPerson|cState|cHarm|cAct) != 0 {
			return false
		}
	}
	return true
}

// befallen reports a heading that names no thing but what befell it: "Died", "Culled", "of whom in intensive care".
func befallen(heading string) bool {
	words := extractors.Words(heading)
	if len(words) == 0 || len(words) > maxLabel {
		return false
	}
	if words[0].Lower == "of" && len(words) > 1 && (words[1].Lower == "whom" || words[1].Lower == "which" || words[1].Lower == "these" || words[1].Lower == "them") {
		return true
	}
	for _, w := range words {
		if e := vocab.words[w.Lower]; e != nil && e.classes&(cHarm|cAct|cState) != 0 {
			return true
		}
	}
	w := words[0].Lower
	return len(words) < 3 && len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && w != "hundred"
}

// isMortal reports a heading for what befalls none but the living: "Died", "Number injured".
func isMortal(heading string) bool {
	return slices.ContainsFunc(extractors.Words(heading), func(w extractors.Token) bool { return mortal[w.Lower] })
}

var (
	mortal  = tell.Of("mortal")
	animals = tell.Of("animals")
)

// Animal reports a noun, in the singular and in small letters, for beasts: they die and fall ill as persons do.
func Animal(noun string) bool { return animals[noun] }

// figuresOnly are headings of a column that say no more than that figures stand below, so that each row's label tells what it counts.
var figuresOnly = tell.Of("figures-only")

// ofLabel reads a row of two cells without a heading above them: a label and what it counts, "Engines | 48". Where the label only names
// whose the figure is, "Bar Province | 148", the heading over the table tells what it counts.
func (s *scanner) ofLabel() []column {
	label, rest, ok := strings.Cut(s.sent.Text, " | ")
	if !ok || strings.Contains(rest, " | ") || s.numbered() {
		return nil
	}
	c := columnOf(label)
	if !c.percent && !c.name && s.at(0).class&cName == 0 {
		if unit := s.pluralLabel(); unit != "" {
			c.unit = unit // "Families in need of shelter"
		}
	}
	for k := s.sent.Block - 1; c.unit == "" && !c.percent && !c.name && k >= 0; k-- {
		b := s.doc.Article.Blocks[k]
		if b.Kind == article.Row {
			continue
		}
		if b.Kind == article.Heading && b.End-b.Start < 80 {
			c = columnOf(s.doc.Article.Text[b.Start:b.End])
		}
		break
	}
	if c.unit == "" {
		return nil
	}
	return []column{{}, c}
}

// numbered reports figures in a row's label that are no date's: "Over 65 | 12", not "Freed on 6 March | 12".
func (s *scanner) numbered() bool {
	for k := 0; k < len(s.toks) && s.lower(k) != "|"; k++ {
		if s.at(k).class&(cDigit|cDate) == cDigit {
			return true
		}
	}
	return false
}

// maxLabel is the most words of a label that says what its row counts.
const maxLabel = 6

// pluralLabel returns the plural noun that a short label begins with, in the singular: "Structures threatened".
func (s *scanner) pluralLabel() string {
	n := 0
	for n < len(s.toks) && s.lower(n) != "|" {
		n++
	}
	if n == 0 || n > maxLabel || !s.isPlural(0) && s.at(0).class&cPlural == 0 {
		return ""
	}
	return s.unitOf(nounPhrase{0, 0, 1})
}

// columnOf reads a heading's cell: "Dead", "Confirmed cases", "Share (%)".
func columnOf(cell string) (c column) {
	c.heading = strings.TrimSpace(cell)
	behind := false
	for _, t := range extractors.Words(cell) {
		e := vocab.words[t.Lower]
		behind = behind || e != nil && e.classes&cPrep != 0 && c.unit != "" // "Birds on site"
		switch {
		case t.Lower == "%" || t.Lower == "percent" || t.Lower == "share":
			c.percent = true
		case t.Lower == "#" || e != nil && e.classes&cNameColumn != 0:
			c.name = true
		case e == nil, behind:
		case e.classes&cState != 0:
			if c.unit == "" {
				c.unit = "person" // but "Homes lost"
			}
		case e.classes&(cPerson|cThing) != 0:
			c.unit = e.singular
		}
	}
	return c
}

// columnAt returns the column of token i.
func (s *scanner) columnAt(i int) (column, bool) {
	if len(s.table.columns) == 0 {
		return column{}, false
	}
	n := 0
	for k := 0; k < i; k++ {
		if s.lower(k) == "|" {
			n++
		}
	}
	if n >= len(s.table.columns) {
		return column{}, false
	}
	if s.table.byRow && n > 0 {
		return s.rowColumn(), true
	}
	return s.table.columns[n], true
}

// fromTable gives a number of a table's row the unit of its column.
func (s *scanner) fromTable(q *quantity) bool {
	c, ok := s.columnAt(q.core)
	switch {
	case !ok || c.unit == "" && !c.percent:
		return false
	case c.percent:
		q.kind, q.unitName = Percent, "percent"
	default:
		q.unitName, q.object = c.unit, c.unit
	}
	q.rule = "table"
	return true
}

// tableRules refuse the numbers of a table that name its rows.
var tableRules = []refusal{
	{
		name: "name-column",
		when: func(s *scanner, q *quantity) bool {
			c, ok := s.columnAt(q.core)
			return ok && c.name && c.unit == "" && !c.percent
		},
	},
}
