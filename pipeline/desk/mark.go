package desk

import (
	"fmt"
	"slices"
	"strings"

	"crosstally/pipeline/claim"
)

// A piece is a stretch of an article's text that is shown in one way.
type piece struct {
	Text    string
	Anchors []string // ids that begin here
	Class   string   // "count", "name", "date", "" for plain text
	Title   string   // what was read there
	Quoted  bool     // part of the sentence that was asked for
}

// A block is one paragraph-like part of an article.
type block struct {
	Kind   string
	Clock  string
	Pieces []piece
}

// A sight is a mention as it is marked.
type sight struct {
	start, end int
	class      string
	title      string
	id         string
}

// anchorOf is the id of a mention's place in an article's page.
func anchorOf(field string, start int) string {
	if field == "title" {
		return fmt.Sprintf("t%d", start)
	}
	return fmt.Sprintf("b%d", start)
}

// sights lists the mentions of a field: counts before names before dates where they begin together.
func sights(r claim.Reading, field string) (out []sight) {
	for _, c := range r.Claims {
		if string(c.Field) == field {
			v := valueOf(c)
			title := v.Figure()
			for _, s := range []string{c.Object, c.Predicate, c.Place, string(c.Modality)} {
				if s != "" && s != "asserted" {
					title += " · " + s
				}
			}
			if c.Attribution != "" {
				title += " · credited to " + c.Attribution
			}
			out = append(out, sight{c.Start, c.End, "count", title, anchorOf(field, c.Start)})
		}
	}
	for _, m := range r.Names {
		if string(m.Field) == field {
			out = append(out, sight{m.Start, m.End, "name", strings.ToLower(string(m.Type)) + " · " + m.Name, ""})
		}
	}
	for _, m := range r.Dates {
		if string(m.Field) == field {
			out = append(out, sight{m.Start, m.End, "date", string(m.Kind) + " · " + m.Value, ""})
		}
	}
	slices.SortStableFunc(out, func(a, b sight) int { return a.start - b.start })
	return out
}

// pieces cuts text[from:to] at the edges of mentions and of the quoted sentence. Where mentions overlap, the one that began
// earlier is shown to its end; an anchor stands for each, at its beginning or behind what covers it.
func pieces(text string, from, to int, marks []sight, quoteFrom, quoteTo int) (out []piece) {
	var waiting []string
	add := func(a, b int, class, title string) {
		for a < b { // a stretch may be quoted in part
			end := b
			for _, edge := range []int{quoteFrom, quoteTo} {
				if edge > a && edge < end {
					end = edge
				}
			}
			out = append(out, piece{Text: text[a:end], Anchors: waiting, Class: class, Title: title, Quoted: a >= quoteFrom && end <= quoteTo})
			waiting = nil
			a = end
		}
	}
	at := from
	for _, m := range marks {
		if m.start < from || m.end > to || m.end <= m.start {
			continue
		}
		if m.start < at {
			if m.id != "" {
				waiting = append(waiting, m.id)
			}
			continue
		}
		add(at, m.start, "", "")
		if m.id != "" {
			waiting = append(waiting, m.id)
		}
		add(m.start, m.end, m.class, m.title)
		at = m.end
	}
	add(at, to, "", "")
	if len(waiting) > 0 {
		out = append(out, piece{Anchors: waiting})
	}
	return out
}

// blocks lays out an article's text with its mentions; the sentence of the claim at quoted (-1: none) is marked.
func blocks(r claim.Reading, quoted int) (out []block) {
	text := r.Article.Text
	marks := sights(r, "text")
	qf, qt := quoteAt(r, "text", text, quoted)
	at := 0
	for _, b := range r.Article.Blocks {
		if b.Start < at || b.End > len(text) || b.End < b.Start {
			continue
		}
		lo, _ := slices.BinarySearchFunc(marks, b.Start, func(m sight, n int) int { return m.start - n })
		hi, _ := slices.BinarySearchFunc(marks, b.End, func(m sight, n int) int { return m.start - n })
		out = append(out, block{string(b.Kind), b.Clock, pieces(text, b.Start, b.End, marks[lo:hi], qf, qt)})
		at = b.End
	}
	if len(out) == 0 && text != "" {
		out = append(out, block{"paragraph", "", pieces(text, 0, len(text), marks, qf, qt)})
	}
	return out
}

// quoteAt finds where the sentence of the claim that begins at a byte stands.
func quoteAt(r claim.Reading, field, text string, at int) (from, to int) {
	for _, c := range r.Claims {
		if c.Start != at || string(c.Field) != field {
			continue
		}
		for i := 0; c.Quote != "" && i < len(text); {
			j := strings.Index(text[i:], c.Quote)
			if j < 0 {
				break
			}
			if j += i; j <= at && at < j+len(c.Quote) {
				return j, j + len(c.Quote)
			}
			i = j + len(c.Quote)
		}
		return c.Start, c.End
	}
	return -1, -1
}
