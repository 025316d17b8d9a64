package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// A region is the stretch of a page's lines that the article is read from, with what is known of each.
type region struct {
	*page
	a           *Article
	main        int // box
	first, last int // lines of the main box and of what continues it
	drop        []reason
	kind        []Kind
	clocks      []int // of live entries, before each line
	clockAt     []int // their lines
}

// region reaches from the page's first line to the end of the main box, and over siblings that continue it.
func (p *page) region(main int, a *Article) *region {
	b := &p.boxes[main]
	r := &region{page: p, a: a, main: main, first: b.first, last: b.last}
	sig := signature(b)
	classed := !strings.HasSuffix(sig, ".")
	for i := b.parent + 1; main > 0 && i < p.boxes[b.parent].end; i = p.boxes[i].end {
		s := &p.boxes[i]
		if i == main || s.out {
			continue
		}
		n := r.proseLines(s)
		twin := classed && n > 0 && signature(s) == sig && s.mark != furniture
		switch {
		case s.first >= r.last && (twin || s.prose*10 > b.prose && n >= 2 && p.boxes[b.parent].node.DataAtom != atom.Body):
			r.last = s.last
		case s.last <= r.first && twin:
			r.first = s.first
		}
	}
	r.drop = make([]reason, len(p.lines))
	r.kind = make([]Kind, len(p.lines))
	return r
}

func (p *page) proseLines(b *box) (n int) {
	for i := b.first; i < b.last; i++ {
		if p.lines[i].prose >= 60 {
			n++
		}
	}
	return n
}

// A reason says why a line is left out; "" keeps it.
type reason string

// read judges the lines and returns those in and near the article.
func (r *region) read() []block {
	for i := range r.lines {
		l := &r.lines[i]
		b := &r.boxes[l.box]
		r.kind[i] = l.kind
		if r.drop[i] = r.isFurniture(l, b); i >= r.last {
			r.drop[i] = "after"
		}
	}
	r.findClocks()
	r.before()
	r.lists()
	r.sideBoxes()
	r.headOf()
	r.tailOf()
	r.repeats()
	return r.blocks()
}

// isFurniture judges a line by itself.
func (r *region) isFurniture(l *line, b *box) reason {
	k := len(l.text)
	lead := r.inLead(l.box)
	switch {
	case b.out && !lead:
		return "class"
	case b.figure && l.kind != Row && !r.inQuote(l.box):
		return "figure"
	case l.clock != "":
		return "clock"
	case l.odd*2 > k && k < 300 && r.small*2 < r.boxes[0].chars:
		return "small print"
	case l.links*2 > k && (!endsLikeProse(l.text) || l.kind == Item && l.links*10 > k*9) && k < 250 && l.kind != Row:
		return "links"
	case isCue(l.text):
		return "cue"
	case isGateLine(l.text):
		return "consent"
	case isCredit(l.text):
		return "credit"
	}
	return ""
}

// inLead reports whether a box, or one not far above it, is the standfirst.
func (r *region) inLead(i int) bool {
	for range 3 {
		if i == 0 {
			return false
		}
		switch r.boxes[i].mark {
		case standfirst:
			return !r.boxes[r.boxes[i].parent].out && r.boxes[i].chars < 1200
		case hard, hidden, furniture:
			return false
		}
		i = r.boxes[i].parent
	}
	return false
}

func (r *region) inQuote(i int) bool {
	for ; i > 0; i = r.boxes[i].parent {
		if r.boxes[i].node.DataAtom == atom.Blockquote {
			return true
		}
	}
	return false
}

// before decides what of the lines above the main box belongs to the article: the standfirst, and sentences under the headline.
func (r *region) before() {
	start := r.first // the headline nearest above
	title := fold(r.a.Title)
	for i := r.first - 1; i >= 0; i-- {
		if l := &r.lines[i]; l.tag == atom.H1 || title != "" && fold(l.text) == title {
			start = i
			if l.tag == atom.H1 {
				break
			}
		}
	}
	for i := range r.first {
		l := &r.lines[i]
		lead := r.inLead(l.box)
		switch {
		case r.drop[i] != "":
		case lead && utf8.RuneCountInString(l.text) >= 25 && r.nearTop(i, start):
			r.kind[i] = Standfirst
		case i > start && l.links*4 < len(l.text) && utf8.RuneCountInString(l.text) >= 40 && endsLikeProse(l.text) && (l.tag == atom.P || l.tag == atom.H2 || l.tag == atom.H3 || len(l.text) > 120):
			r.kind[i] = Standfirst
		case i > start && (l.kind == Row || r.keyPoint(i)):
		case i > start && i <= start+4 && !r.afterHead(start, i) && (l.tag == atom.P || l.tag == atom.H2 || l.tag == atom.Div && l.kind == Paragraph) && l.links == 0 && len(l.text) >= 50 && len(l.text) < 500 && !isByline(l.text) && !hasDate(l.text) && len(strings.Fields(l.text)) > 6:
			r.kind[i] = Standfirst // a subtitle without a full stop, straight under the headline
		default:
			r.drop[i] = "before"
		}
	}
	for i := r.first; i < r.last; i++ {
		if r.drop[i] == "" && r.inLead(r.lines[i].box) && r.kind[i] != Item && r.kind[i] != Row && i < r.first+15 && len(r.lines[i].text) >= 25 {
			r.kind[i] = Standfirst
		}
	}
}

// keyPoint reports an item of the list between headline and text that sums the article up: one in a box of facts, one under a heading that
// says so, or one of sentences.
func (r *region) keyPoint(i int) bool {
	sums := func(i int) bool {
		return i >= 0 && i < r.first && r.lines[i].kind == Item && r.lines[i].links == 0 && r.drop[i] == "" && utf8.RuneCountInString(r.lines[i].text) >= 30 && len(strings.Fields(r.lines[i].text)) > 5
	}
	if !sums(i) || !sums(i-1) && !sums(i+1) {
		return false
	}
	if b := r.lines[i].box; r.boxes[b].mark == facts || r.boxes[r.boxes[b].parent].mark == facts {
		return true
	}
	from, to := i, i+1
	for sums(from - 1) {
		from--
	}
	for sums(to) {
		to++
	}
	if from > 0 && opensSummary(r.lines[from-1].text) {
		return true
	}
	sentences := 0
	for k := from; k < to; k++ {
		if endsLikeProse(r.lines[k].text) {
			sentences++
		}
	}
	return 2*sentences > to-from
}

// afterHead reports whether a line kept stands between the headline and line i.
func (r *region) afterHead(start, i int) bool {
	for k := start + 1; k < i; k++ {
		if r.drop[k] == "" {
			return true
		}
	}
	return false
}

// nearTop reports whether a line stands within a dozen lines above the headline, or below it.
func (r *region) nearTop(i, start int) bool { return i >= start-12 }

// headOf drops kickers, bylines and dates between the start of the article and its first sentence.
func (r *region) headOf() {
	first := r.first
	for first < r.last && (r.drop[first] != "" || r.lines[first].prose < 60 || !endsLikeProse(r.lines[first].text)) {
		first++
	}
	if first == r.last {
		return
	}
	by := map[string]bool{}
	for _, x := range r.a.Byline {
		by[fold(x)] = true
	}
	for i := r.first; i < first; i++ {
		l := &r.lines[i]
		if r.kind[i] == Row || r.kind[i] == Standfirst {
			continue
		}
		if by[fold(trimBy(l.text))] || isByline(l.text) || l.kind == Paragraph && !endsLikeProse(l.text) && (len(strings.Fields(l.text)) <= 3 || hasDate(l.text) && len(l.text) < 100) {
			r.drop[i] = "head"
		}
	}
}

// tailOf drops what follows the article's last sentence: bare lines that are no list or table, and notes on the author.
func (r *region) tailOf() {
	for i := r.last - 1; i >= r.first; i-- {
		l := &r.lines[i]
		switch {
		case r.drop[i] != "":
		case headings[l.tag], l.kind == Paragraph && !endsLikeProse(l.text) && len(l.text) < 50 && r.child(l.box) != 0 && l.tag != atom.P && l.links > 0, r.aboutAuthor(l.text):
			r.drop[i] = "tail"
		default:
			return
		}
	}
}

// aboutAuthor reports whether a line says who the author is or how to reach him.
func (r *region) aboutAuthor(text string) bool {
	if len(text) > 400 {
		return false
	}
	low := strings.ToLower(text)
	for _, x := range r.a.Byline {
		x = strings.ToLower(x)
		if rest, ok := strings.CutPrefix(low, x); ok && len(x) > 4 {
			rest = strings.TrimLeft(rest, " ,")
			for _, v := range [...]string{"is a", "is an", "is the", "has written", "has covered", "has been", "has reported", "covers", "writes", "reports", "can be reached", "teaches", "was", "joined", "ist ", "est "} {
				if strings.HasPrefix(rest, v) {
					return true
				}
			}
		}
		if len(x) > 4 && (strings.HasPrefix(low, "reach "+x) || strings.HasPrefix(low, "contact "+x) || strings.HasPrefix(low, "follow "+x) || strings.HasPrefix(low, "email "+x)) {
			return true
		}
	}
	return false
}

// repeats drops the headline told again, lines told twice, and pull quotes: short lines in a box of their own whose words stand in another line.
func (r *region) repeats() {
	title := fold(r.a.Title)
	seen := map[string]bool{}
	folded := make([]string, len(r.lines))
	var all strings.Builder
	for i := range r.last {
		if r.drop[i] != "" {
			continue
		}
		folded[i] = fold(r.lines[i].text)
		if (folded[i] == title && title != "") || folded[i] == "" || len(folded[i]) > 30 && seen[folded[i]] && r.kind[i] != Row {
			r.drop[i] = "repeat"
			continue
		}
		seen[folded[i]] = true
		all.WriteString(folded[i])
		all.WriteByte('\n')
	}
	whole := all.String()
	budget := 40
	for i := r.first; i < r.last && budget > 0; i++ {
		l := &r.lines[i]
		if r.drop[i] != "" || len(l.text) > 300 || len(folded[i]) < 14 || r.kind[i] == Row || r.kind[i] == Standfirst || l.tag == atom.P && r.boxes[l.box].parent == r.main || l.box == r.main {
			continue
		}
		budget--
		if at := strings.Index(whole, folded[i]); at >= 0 && (at > 0 && whole[at-1] != '\n' || at+len(folded[i]) < len(whole) && whole[at+len(folded[i])] != '\n' || strings.Contains(whole[at+1:], folded[i])) {
			r.drop[i] = "repeat"
		}
	}
}

// blocks are the lines kept, and those left out that stand near enough to say where the article was taken from.
func (r *region) blocks() []block {
	var out []block
	header, table := -1, -1
	end := min(len(r.lines), r.last+12)
	for i := max(0, r.first-25); i < end; i++ {
		l := &r.lines[i]
		b := block{kind: r.kind[i], text: l.text, clock: r.boxClock(i), header: -1, drop: r.drop[i] != ""}
		if l.kind == Row && !b.drop {
			first := l.box != table
			if first {
				table, header = l.box, -1
			}
			b.header = header
			if header < 0 && (l.head || first && i+1 < end && r.lines[i+1].box == table && headsRow(l.text, r.lines[i+1].text)) {
				header = len(out)
			}
		}
		out = append(out, b)
	}
	return out
}

// headsRow reports whether a table's first row heads the others though nothing marks it as such: it has no figure, and each of several
// figures in the row below stands under one of its cells.
func headsRow(first, next string) bool {
	if strings.ContainsAny(first, "0123456789") {
		return false
	}
	heads, cells := strings.Split(first, " | "), strings.Split(next, " | ")
	if len(heads) != len(cells) || len(heads) < 2 {
		return false
	}
	figures := 0
	for _, c := range cells[1:] {
		if c != "" && c[0] >= '0' && c[0] <= '9' {
			figures++
		}
	}
	return figures == len(cells)-1
}
