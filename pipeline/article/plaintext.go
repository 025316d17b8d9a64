package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	bullet    = regexp.MustCompile(`^(?:[•●▪◦‣·*◼■]|[-–—]\s*[•●▪◦‣·*]?)\s+`)
	pageClock = regexp.MustCompile(`(?i)^today\s*[:,]`)
	dateOnly  = regexp.MustCompile(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)$`)
	slug      = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+){4,}$`)
)

// bulletRun is the length of the bullets that a line begins with: "• ", "- • ", "* ". A dash alone is no bullet in front of a sentence of speech.
func bulletRun(t string) int {
	if t == "" || t[0] >= '0' && t[0] != '\xe2' && t[0] != '\xc2' {
		return 0
	}
	n := len(bullet.FindString(t))
	if n > 0 && n < len(t) {
		n += len(bullet.FindString(t[n:]))
	}
	if strings.HasPrefix(t, "–") || strings.HasPrefix(t, "—") {
		return 0
	}
	return n
}

// A para is a paragraph of plain text: text[start:end] of what it was cut from.
type para struct {
	start, end int
	text       string
}

// paragraphs cuts plain text at blank lines, and at line ends unless the lines are those of wrapped paragraphs: then a paragraph's lines stay together.
func paragraphs(text string) []para {
	lines := splitLines(text)
	wrapped := isWrapped(lines)
	var out []para
	open := false
	for i, l := range lines {
		if l.text == "" {
			open = false
			continue
		}
		if open && wrapped && joins(lines[i-1].text, l.text) {
			p := &out[len(out)-1]
			p.end = l.end
			p.text = text[p.start:p.end]
			continue
		}
		out = append(out, l)
		open = true
	}
	return out
}

func splitLines(text string) []para {
	var out []para
	for at := 0; at <= len(text); {
		end := strings.IndexAny(text[at:], "\n\r")
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		l := text[at:end]
		from := at + len(l) - len(strings.TrimLeft(l, " \t\u00a0"))
		t := strings.TrimSpace(l)
		out = append(out, para{from, from + len(t), t})
		if t == "" {
			out[len(out)-1] = para{at, at, ""}
		}
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		}
		at = end + 1
	}
	return out
}

// isWrapped reports whether lines are cut at a column: of those that end inside a sentence, most are about as long as the longest, and that is no more
// than 120 letters.
func isWrapped(lines []para) bool {
	long, inside, full := 0, 0, 0
	for _, l := range lines {
		long = max(long, utf8.RuneCountInString(l.text))
	}
	if long < 30 || long > 120 {
		return false
	}
	for i, l := range lines[:len(lines)-1] {
		if l.text == "" || lines[i+1].text == "" || endsLikeProse(l.text) || bulletRun(lines[i+1].text) > 0 {
			continue
		}
		inside++
		if utf8.RuneCountInString(l.text)*10 >= long*7 {
			full++
		}
	}
	return inside > 0 && full*10 >= inside*7
}

// joins reports whether a line goes on in the next one.
func joins(line, next string) bool { return bulletRun(next) == 0 && line != "" }

// readPlain reads plain text. A text without furniture stays as it is, byte for byte, and its blocks point into it; from any other, menus, page
// clocks, date lines, the title told again and lists of other stories' headlines are left out, and the rest is set anew.
func readPlain(text string, a *Article) []block {
	var blocks []block
	for _, p := range paragraphs(text) {
		b := block{kind: Paragraph, text: p.text, header: -1, start: p.start, end: p.end}
		if n := bulletRun(p.text); n > 0 {
			b.kind, b.text, b.start = Item, p.text[n:], p.start+n
		} else if !endsLikeProse(p.text) && utf8.RuneCountInString(p.text) < 90 {
			b.kind = Heading
		}
		if b.start < b.end {
			blocks = append(blocks, b)
		}
	}
	dropHead(blocks, a)
	dropTail(blocks, a)
	for i := range blocks {
		if blocks[i].drop {
			for k := range blocks {
				blocks[k].text = clean(blocks[k].text)
			}
			return blocks
		}
	}
	a.Text = text
	return blocks
}

// dropHead marks the furniture before the first paragraph: menus, clocks, dates, section names, the title.
func dropHead(blocks []block, a *Article) {
	title := fold(a.Title)
	first := firstProse(blocks)
	if first == len(blocks) {
		return
	}
	titleAt := -1
	for i := range blocks[:first] {
		b := &blocks[i]
		switch {
		case title != "" && fold(b.text) == title:
			b.drop, titleAt = true, i
			for k := range blocks[:i] { // what stands before the title is the page's frame
				blocks[k].drop = true
			}
		case pageClock.MatchString(b.text), slug.MatchString(b.text):
			b.drop = true
		case dateOnly.MatchString(b.text):
			b.drop = true
			if a.Published == "" {
				a.Published = isoTime(b.text)
			}
		case menuRun(blocks, i), titleAt >= 0 && i == titleAt+1 && isByline(b.text):
			b.drop = true
		}
	}
}

// firstProse is the index of the first block that reads like a sentence.
func firstProse(blocks []block) int {
	for i, b := range blocks {
		if endsLikeProse(b.text) && utf8.RuneCountInString(b.text) >= 60 {
			return i
		}
	}
	return len(blocks)
}

// menuRun reports whether block i is one of four or more lines in a row of one to three words each.
func menuRun(blocks []block, i int) bool {
	short := func(k int) bool {
		return k >= 0 && k < len(blocks) && len(strings.Fields(blocks[k].text)) <= 3 && !endsLikeProse(blocks[k].text)
	}
	if !short(i) {
		return false
	}
	from, to := i, i
	for short(from-1) && i-from < 8 {
		from--
	}
	for short(to+1) && to-i < 8 {
		to++
	}
	return to-from >= 3
}

// dropTail marks what follows the article: a heading such as "Latest news" and the headlines after it, and lines that are furniture by their words.
func dropTail(blocks []block, a *Article) {
	tail := false
	for i := 1; i < len(blocks); i++ {
		if !isCue(blocks[i].text) && !sourceLine.MatchString(blocks[i].text) || blocks[i].kind == Paragraph && len(blocks[i].text) > 120 {
			continue
		}
		if sourceLine.MatchString(blocks[i].text) && !isCue(blocks[i].text) && i < len(blocks)-3 {
			continue
		}
		blocks[i].drop, tail = true, true
		if opensList(blocks[i].text) {
			for k := i; k < len(blocks); k++ {
				if endsLikeProse(blocks[k].text) && len(blocks[k].text) > 160 {
					break
				}
				blocks[k].drop = true
				i = k
			}
		}
	}
	if !tail {
		return
	}
	for i := len(blocks) - 1; i >= 0 && (blocks[i].drop || blocks[i].kind == Heading && len(blocks[i].text) < 20); i-- {
		blocks[i].drop = true
	}
}
