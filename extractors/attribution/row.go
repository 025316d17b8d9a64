package attribution

import (
	"strings"

	"crosstally/pipeline/article"
)

// sourceColumns are headings of a table's first column whose cells name who gives the figures of their row.
var sourceColumns = map[string]bool{
	"source": true, "sources": true, "according to": true, "counted by": true, "count by": true, "figures from": true, "figure from": true, "who counts": true,
	"who says": true, "reported by": true, "compiled by": true, "issued by": true, "given by": true, "says who": true,
}

// readRow credits the figures of a table's row with its first cell, where the table's heading says that sources stand there.
func (r *reader) readRow() {
	if r.s.Kind != article.Row || r.s.Block < 0 {
		return
	}
	blocks := r.doc.Article.Blocks
	h := blocks[r.s.Block].Header
	if h < 0 || h == r.s.Block {
		return
	}
	first, _, _ := strings.Cut(r.doc.Article.Text[blocks[h].Start:blocks[h].End], "|")
	if !sourceColumns[strings.ToLower(strings.TrimSpace(first))] {
		return
	}
	bar := r.index("|", 0)
	if bar <= 0 || r.hasNumber(0, bar) {
		return
	}
	if src := r.sourceOf(0, bar); !src.own && src.name != "" {
		r.emit("row", "counted", src, bar+1, len(r.toks))
	}
}
