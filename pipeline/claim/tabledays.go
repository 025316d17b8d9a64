package claim

import (
	"sort"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/pipeline/article"
)

// columnDay returns the day that heads the column of a table's figure at a token; nil where none does.
func (b *builder) columnDay(s *sentence, from int) *dates.Mention {
	if s.sent.Kind != article.Row || s.sent.Block < 0 || b.d.Article.Blocks[s.sent.Block].Header < 0 {
		return nil
	}
	column := bars(s.toks[:from])
	if column == 0 {
		return nil
	}
	heading := b.d.Article.Blocks[s.sent.Block].Header
	first := sort.Search(s.sent.Index, func(i int) bool { return b.read[i].sent.Block >= heading })
	for i := first; i < s.sent.Index && b.read[i].sent.Block == heading; i++ {
		for _, m := range b.read[i].dates {
			if m.Period.Grain == dates.Day && bars(b.read[i].toks[:m.From]) == column {
				return m
			}
		}
	}
	return nil
}

// rowDay returns the day in a cell of a table's row under a heading that says when the row's figures hold, "As of"; nil for none.
func (b *builder) rowDay(s *sentence) *dates.Mention {
	if s.sent.Kind != article.Row || s.sent.Block < 0 {
		return nil
	}
	blocks := b.d.Article.Blocks
	h := blocks[s.sent.Block].Header
	if h < 0 || h == s.sent.Block {
		return nil
	}
	heads := strings.Split(b.d.Article.Text[blocks[h].Start:blocks[h].End], "|")
	for _, m := range s.dates {
		if column := bars(s.toks[:m.From]); m.Period.Grain == dates.Day && column < len(heads) && dayHeads[strings.ToLower(strings.TrimSpace(heads[column]))] {
			return m
		}
	}
	return nil
}

// dayHeads are headings of columns that say when a row's figures hold.
var dayHeads = tell.Of("day-heads")

// tableDays returns the day that a line right above a table gives its rows, "As of 6 p.m., November 18", by sentence.
func tableDays(read []sentence) map[int]*dates.Mention {
	var days map[int]*dates.Mention
	var above *dates.Mention // what the last sentence before a row dates
	for i := range read {
		s := &read[i]
		switch {
		case s.sent.Kind != article.Row:
			above = s.datesTable()
		case above != nil:
			if days == nil {
				days = map[int]*dates.Mention{}
			}
			days[i] = above
		}
	}
	return days
}

// datesTable returns the date of a short line without a figure that can give a table its day; nil for none.
func (s *sentence) datesTable() (day *dates.Mention) {
	if len(s.counts) > 0 || len(s.toks) > maxDataWords {
		return nil
	}
	for _, m := range s.dates {
		if m.Relation == "as-of" && m.Period.Grain == dates.Day {
			day = m
		}
	}
	return day
}

// bars counts the bars between a row's cells among its first tokens.
func bars(toks []extractors.Token) int {
	n := 0
	for i := range toks {
		if toks[i].Lower == "|" {
			n++
		}
	}
	return n
}
