package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	bullet    = regexp.MustCompile(`^(?:[•●▪◦‣*]|[-–—]\s*[•●▪◦‣*]?)\s+`)
	pageClock = regexp.MustCompile(`(?i)^today\s*[:,]`)
	dateOnly  = regexp.MustCompile(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)$`)
	slug      = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+){4,}$`)
)

// readPlain reads paragraphs of plain text. A text without furniture keeps every paragraph; menus, page clocks, date lines, the title told
// again and lists of other stories' headlines are left out.
func readPlain(text string, a *Article) []block {
	var blocks []block
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	for _, para := range strings.Split(text, "\n") {
		line := clean(para)
		if line == "" {
			continue
		}
		b := block{kind: Paragraph, text: line, header: -1}
		if rest := bullet.ReplaceAllString(line, ""); rest != line {
			b.kind, b.text = Item, bullet.ReplaceAllString(rest, "")
		} else if !endsLikeProse(line) && utf8.RuneCountInString(line) < 90 {
			b.kind = Heading
		}
		blocks = append(blocks, b)
	}
	dropHead(blocks, a)
	dropTail(blocks, a)
	return blocks
}

// dropHead marks the furniture before the first paragraph: menus, clocks, dates, section names, the title.
func dropHead(blocks []block, a *Article) {
	title := fold(a.Title)
	first := firstProse(blocks)
	if first == len(blocks) {
		return
	}
	for i := range blocks[:first] {
		b := &blocks[i]
		switch {
		case title != "" && fold(b.text) == title:
			b.drop = true
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
		case menuRun(blocks, i):
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
	short := func(k int) bool { return k >= 0 && k < len(blocks) && len(strings.Fields(blocks[k].text)) <= 3 }
	if !short(i) {
		return false
	}
	from, to := i, i
	for short(from - 1) {
		from--
	}
	for short(to + 1) {
		to++
	}
	return to-from >= 3
}

// dropTail marks what follows the article: a cue such as "Latest news" and the headlines after it.
func dropTail(blocks []block, a *Article) {
	for i := range blocks {
		if isCue(blocks[i].text) && i > 0 {
			blocks[i].drop = true
			if tailCue(blocks[i].text) {
				for k := i; k < len(blocks); k++ {
					if endsLikeProse(blocks[k].text) && len(blocks[k].text) > 160 {
						return
					}
					blocks[k].drop = true
				}
			}
		}
	}
	for i := len(blocks) - 1; i >= 0 && (blocks[i].drop || blocks[i].kind == Heading && len(blocks[i].text) < 20); i-- {
		blocks[i].drop = true
	}
}

func tailCue(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .:")) {
	case "latest news", "last news", "related articles", "related stories", "most read", "most popular", "top stories", "read more", "recommended stories", "more from news":
		return true
	}
	return false
}
