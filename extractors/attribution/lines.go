package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// lines reads what stands outside verbs: "Ministry: 43", "22 dead: officials", "In a letter seen by …, P", and figures
// set beside a possessive.
func (r *reader) lines() {
	r.readElided()
	r.readElidedCount()
	r.readThatOf()
	r.readNumberOf()
	if !r.readHead() {
		r.readTail()
		r.readQuotedHead()
	}
	r.readInDocument()
	r.readPolled()
	r.readBracketed()
	r.readReady()
	r.readPer()
	r.readOfficial()
	r.readRow()
	r.readWhatWasSaid()
	r.readIssued()
	r.readBelieved()
	r.readInWords()
	r.readSure()
	r.readWhatIs()
	r.readFrom()
	r.readOnList()
	r.readCountOf()
	r.readStood()
	r.readNames()
	r.readApposed()
	r.readReadOut()
	r.readMade()
	r.readCharged()
	r.readLeadsUp()
}

// readBelieved reads whose figure a reader may take: "20,000 came, if you believe the union, or 6,500, if you prefer the police", "if the union is
// to be believed", also before the figure.
func (r *reader) readBelieved() {
	last, fronted := 0, -1 // where the clause before ends, and the credit of one that opens the sentence
	for i := 0; i+2 < len(r.toks); i++ {
		if r.low(i) != "if" {
			continue
		}
		from, end := r.believed(i)
		if end == 0 || end < len(r.toks) && !r.stop(end) {
			continue
		}
		src := r.sourceOf(from, r.after(from))
		if !src.creditable() {
			continue
		}
		start, _ := r.segment(i)
		if i == start {
			fronted = r.emit("believed", "according", src, end, r.clauseEnd(end))
			continue
		}
		start = max(start, last)
		if k := r.orBefore(i); fronted >= 0 && k > start { // "If you ask the mayor, 12 sank, or 14, if you ask the police"
			start, r.credits[fronted].Scope.End = k, r.toks[k-1].End
		}
		if r.hasNumber(start, i) {
			r.emit("believed", "according", src, start, end)
			last = end
		}
	}
}

// believed returns where the words begin for whom "if" at token i has a reader believe, and where that clause ends; 0 for none.
func (r *reader) believed(i int) (from, end int) {
	from = i + 1
	if w := r.low(from); w == "you" || w == "one" || w == "we" {
		if !r.has(from+1, trusts) {
			return 0, 0
		}
		return from + 2, r.after(from + 2)
	}
	to := r.after(from)
	if r.low(i-1) == "," && r.low(to+1) == "it" && r.low(to+2) == "right" {
		return from, to + 3
	}
	if !(i == 0 || r.low(i-1) == ",") || !r.isBe(to) || r.low(to+1) != "to" || r.low(to+2) != "be" || r.low(to+3) != "believed" {
		return 0, 0
	}
	return from, to + 4
}

// orBefore returns the nearest "or", "and" or "but" behind a comma before token i, 0 for none.
func (r *reader) orBefore(i int) int {
	for k := i - 1; k > 1; k-- {
		if w := r.low(k); r.low(k-1) == "," && (w == "or" || w == "and" || w == "but") {
			return k
		}
	}
	return 0
}

// readWhatWasSaid reads what follows "is" behind a clause with "what": "What the mayor had said on Tuesday was nine dead".
func (r *reader) readWhatWasSaid() {
	if r.low(0) != "what" {
		return
	}
	for v := 1; v < len(r.toks) && v < 12; v++ {
		if !r.isSay(v) {
			continue
		}
		from, to, ok := r.subject(v)
		if !ok || from != 1 {
			return
		}
		for k := v + 1; k < len(r.toks) && k < v+8; k++ {
			if r.isBe(k) {
				if src := r.sourceOf(from, to); src.creditable() && r.hasNumber(k, len(r.toks)) {
					r.emit("what", "said", src, k+1, r.clauseEnd(k))
				}
				return
			}
		}
	}
}

// readPer reads "…, per the ministry", "…, going by the ministry's bulletin", "…, always on the ministry's word" at the end of a clause.
func (r *reader) readPer() {
	for i := 0; i+1 < len(r.toks); i++ {
		switch w := r.low(i); {
		case w == "per" && i == 0: // "Per the union, 12 boats are lost"
			to := r.after(1)
			if src := r.sourceOf(1, to); src.creditable() && r.low(to) == "," {
				r.emit("per", "according", src, to+1, r.clauseEnd(to+1))
			}
			continue
		case w == "per" && r.low(i-1) == ",":
		case w == "by" && r.low(i-1) == "going" && (r.low(i-2) == "," || r.low(i-2) == "—" || r.low(i-2) == "–"):
		case w == "by" && (r.low(i-1) == "," || r.isNumber(i-1)) && r.readByReport(i):
			continue
		case w == "in" && r.low(r.numberBefore(i)-1) == "at" && !r.is(i+1, day) && r.readByReport(i): // "The toll stood at 31 in the ministry's evening bulletin"
			continue
		case w == "on" && (r.low(i-1) == "," || r.is(i-1, adverb) && r.low(i-2) == ","):
			to := r.after(i + 1)
			if r.low(to-1) != "word" || r.low(to-2) != "'s" && r.tag(to-2) != "POS" {
				continue
			}
			if src := r.sourceOf(i+1, to-2); src.creditable() && (to >= len(r.toks) || r.stop(to)) {
				start, _ := r.segment(i)
				r.emit("per", "according", src, start, to)
			}
			continue
		default:
			continue
		}
		to := r.after(i + 1)
		if to <= i+1 || to < len(r.toks) && !r.stop(to) || r.hasNumber(i+1, to) {
			continue
		}
		if src := r.sourceOf(i+1, to); src.creditable() {
			start, _ := r.segment(i)
			r.emit("per", "according", src, start, to)
		}
	}
}

// readBracketed reads a source set in brackets behind its figure: "Dead: 19 (ministry), 22 (Relief Network)".
func (r *reader) readBracketed() {
	for i := 1; i+2 < len(r.toks); i++ {
		if r.low(i) != "(" {
			continue
		}
		k := i - 1
		for k > 0 && i-k < 4 && !r.isNumber(k) && r.nominal(k) {
			k--
		}
		from := i + 1
		if r.low(from) == "according" || r.low(from) == "source" || r.low(from) == "per" {
			continue // rules of their own
		}
		to := r.after(from)
		if closes := to+1 >= len(r.toks) && r.s.Kind == article.Item && r.index("(", 0) == i; r.low(to) == ")" && !r.isNumber(k) && closes && r.hasNumber(0, i) {
			k = 0 // "Houses: 21,904 damaged, of which 5,118 wholly (ministry)"
		} else if !r.isNumber(k) || r.low(to) != ")" || r.hasNumber(from, to) {
			continue
		}
		if src := r.sourceOf(from, to); src.creditable() && (src.kind&(body|group) != 0 || src.kind == person && to == from+1 && r.name(from) == nil) {
			r.emit("bracketed", "counted", src, k, i)
		}
	}
}

// readHead reads a line that names its source before a colon: "UN: 36", "Army: nine drones shot down".
func (r *reader) readHead() bool {
	c := r.index(":", 0)
	if c < 1 || c+1 >= len(r.toks) || c > 20 || r.finiteOutsideNames(0, c) {
		return false
	}
	to := r.after(0)
	if to > c || to < c && !(r.low(to) == "," && r.inserted(to+1, c)) {
		return false
	}
	src := r.sourceOf(0, to)
	if r.s.Field == extractors.Title && !r.sourceWithin(0) {
		return false // a topic in capitals: "Harbour Fire LIVE: 12 dead"
	}
	heads := r.has(to-1, heads) // "State filing: layoffs hit 712 workers"
	if src.kind == document && !heads {
		src = r.issuerOf(r.coreEnd(0, to), to)
	}
	if !src.creditable() || src.kind == document && !heads || r.low(to-1) == "latest" || r.shouted(0, c) || r.flagged(to) || !r.content(c+1, len(r.toks)) {
		return false
	}
	quotes := r.low(c+1) == "\""
	if r.s.Field == extractors.Text && r.s.Kind != article.Heading && (r.score(c+1) && !quotes || c > longestHead) {
		return false
	}
	f := frame{from: 0, to: to, verb: c, src: src, right: true, credit: r.emit("line-head", "said", src, c+1, len(r.toks))}
	if quotes {
		r.frames = append(r.frames, f)
	}
	r.keep(src)
	return true
}

// longestHead is of how many tokens who speaks is told at the head of a line at most.
const longestHead = 14

// shouted reports words in capitals that are no name, with which a tabloid opens a headline: "TAKEN FOR A RIDE: Bosses kept 17 million".
func (r *reader) shouted(from, to int) bool {
	for k := from; k < to; k++ {
		if w := r.toks[k].Text; r.name(k) != nil || w != strings.ToUpper(w) {
			return false
		}
	}
	return true
}

// flagged reports a topic that a word in capitals ends, for what kind of page it is: "Harbour fire LIVE".
func (r *reader) flagged(to int) bool {
	w := r.toks[to-1].Text
	if r.name(to-1) != nil || len(w) < 3 || w != strings.ToUpper(w) || to < 2 {
		return false
	}
	p := r.toks[to-2].Text
	return r.name(to-2) == nil && p == strings.ToLower(p) && !r.is(to-2, link) && p != "of" && p != "the"
}

// finiteOutsideNames reports a finite verb in tokens [from,to) that is not part of a relative clause.
func (r *reader) finiteOutsideNames(from, to int) bool {
	for k := from; k < to; k++ {
		if r.low(k) == "," && (r.low(k+1) == "which" || r.low(k+1) == "who") {
			return false
		}
		if r.finiteAt(k) && !r.is(k, sources) {
			return true
		}
	}
	return false
}

// score reports that a line gives somebody's result or price, not what somebody says: "Civic Bloc: 106,562 votes", "Pupils: $5".
func (r *reader) score(from int) bool {
	if r.currency(from) || r.has(from, money) {
		return true
	}
	for k := from; k < len(r.toks); k++ {
		switch r.low(k) {
		case "votes", "vote", "seats", "seat", "goals", "points", "medals", "wins", "percent", "%", "runs", "wickets", "pts", "mandates", "gold", "silver":
			return true
		}
	}
	return false
}

func (r *reader) index(w string, from int) int {
	for k := from; k < len(r.toks); k++ {
		if r.toks[k].Lower == w {
			return k
		}
	}
	return -1
}

// readTail reads a headline that names its source last: "Toll rises to 22: officials", "14 dead – ministry".
func (r *reader) readTail() {
	if r.s.Field != extractors.Title && r.s.Kind != article.Heading || len(r.frames) > 0 {
		return
	}
	c := len(r.toks) - 1
	for c > 0 && r.low(c) != ":" && r.low(c) != "–" && r.low(c) != "—" && r.low(c) != "-" {
		c--
	}
	if c < 2 || len(r.toks)-c > 7 || r.hasNumber(c+1, len(r.toks)) || !r.hasNumber(0, c) {
		return
	}
	to := r.after(c + 1)
	if to <= c+1 || to < len(r.toks) && !(r.low(to) == "says" || r.low(to) == "say") {
		return
	}
	src := r.sourceOf(c+1, to)
	if !src.creditable() || r.low(c) != ":" && r.isOutlet(to-1) || src.kind == document && (r.low(c+1) == "a" || r.low(c+1) == "an") { // "Sixteen lives: a list with names"
		return
	}
	r.emit("line-tail", "said", src, 0, c)
}

// readQuotedHead reads a headline that opens with what somebody said and goes on with who did: "“Thirty are down there”: union disputes the mine's list".
func (r *reader) readQuotedHead() {
	c := r.index(":", 2)
	if r.s.Field != extractors.Title || c < 3 || !r.quoted[1] || !r.quoted[c-2] {
		return
	}
	if to := r.after(c + 1); r.finiteAt(to) || r.tag(to) == "NNS" {
		if src := r.sourceOf(c+1, to); src.creditable() {
			r.emit("quoted-head", "quote", src, 1, c-1)
		}
	}
}

// isOutlet reports a name that a page adds to its title: "… - BBC News".
func (r *reader) isOutlet(k int) bool {
	switch r.low(k) {
	case "news", "times", "post", "herald", "journal", "today", "live", "online", "tv", "radio", "gazette", "guardian", "tribune", "telegraph", "mail", "bbc", "cnn", "reuters", "ap", "afp", "npr":
		return true
	}
	n := r.name(k)
	return n != nil && n.Type != names.Place && strings.Contains(r.doc.Article.Source, n.Text)
}

// gapsThat reads a second source whose verb is left out before "that": "The army holds that 40 fled; the council, that it was 21".
func (r *reader) gapsThat() {
	for n := range r.frames {
		f := &r.frames[n]
		if f.credit < 0 || !f.right || !r.thatClause(f.verb+1) {
			continue
		}
		for k := f.verb + 3; k+4 < len(r.toks); k++ {
			if r.low(k) != ";" && r.low(k) != "," {
				continue
			}
			p := k + 1
			if w := r.low(p); w == "and" || w == "but" || w == "while" {
				p++
			}
			to := r.after(p)
			if to <= p || r.low(to) != "," && to-p > 6 || r.low(to) == "," && r.low(to+1) != "that" || r.low(to) != "," && r.low(to) != "that" || r.hasNumber(p, to) {
				continue
			}
			if src := r.sourceOf(p, to); src.creditable() {
				end := r.clauseEnd(to + 2)
				if !r.finite(to+2, end) {
					continue
				}
				if r.credits[f.credit].Scope.End > r.toks[k].Start {
					r.credits[f.credit].Scope.End = r.toks[k].Start
				}
				r.emit("gap", "said", src, to, end)
			}
		}
	}
}

// share reports what several get of one whole, of which one source can tell: "puts the Harbour Front at 38 percent and the Reds at 30 percent".
func (r *reader) share(k int) bool {
	switch r.low(k) {
	case "percent", "%", "points", "seats", "votes":
		return true
	case "cent":
		return r.low(k-1) == "per"
	}
	return false
}

// gaps reads a second source whose verb is left out: "The clinic has three patients, the UN five".
func (r *reader) gaps() {
	for n := range r.frames {
		f := &r.frames[n]
		if f.credit < 0 || !f.right && r.cls[f.verb]&according == 0 {
			continue
		}
		_, end := r.segment(f.verb)
		if r.is(f.verb, plan|give) && f.right && !r.isNumber(r.skipBound(f.verb+1)) && r.nominal(f.verb+1) {
			continue // "promised each widow 900 crowns and each orphan 300"
		}
		for k := f.verb + 1; k+2 < end; k++ {
			if r.low(k) != "," && r.low(k) != "and" {
				continue
			}
			p := k + 1
			if r.low(p) == "and" || r.low(p) == "while" || r.low(p) == "but" {
				p++
			}
			to := r.after(p)
			for q := p; q < to; q++ {
				if r.isNumber(q) {
					to = q
				}
			}
			b := r.skipBound(to)
			if w := r.low(to); (w == "of" || w == "at" || w == "by" || w == "to") && w == r.low(f.verb+1) {
				b = r.skipBound(to + 1) // "the town speaks of 62 boats and the port of 51"
			}
			if n := r.adverbial(to); r.low(f.verb) != "" && r.is(f.verb, put) && !r.isNumber(b) { // "the bank in its estimate at 45 million"
				if b = r.skipBound(n); r.low(n) != "at" && r.low(b-1) != "at" && r.low(b-2) != "at" {
					continue
				}
			}
			if to <= p || !r.isNumber(b) || !r.sourceHead(to-1) || r.toks[to-1].Tag == "POS" {
				continue
			}
			e := r.pastNumber(b)
			if strings.HasPrefix(r.tag(e), "NN") && r.name(e) == nil && r.is(f.verb, plan|want|put|count|speak) && !r.share(e) {
				e++ // "the city promised 11 million and the Relief Network five million crowns"
			}
			if !r.stop(e) && e < end && r.low(e) != "and" {
				continue
			}
			if r.is(f.verb, say|tell) && f.to <= f.verb && r.finite(f.verb+1, k) && r.hasNumber(f.verb+1, k) {
				continue // "says that it brought her 31,700 votes and the general 2,900": what is left out is not the telling
			}
			src := r.sourceOf(p, to)
			if src.creditable() {
				r.emit("gap", "counted", src, to, e)
			}
		}
	}
}
