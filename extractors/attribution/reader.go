package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// A reader reads one document, sentence by sentence.
type reader struct {
	doc     *extractors.Document
	names   []names.Mention
	next    int // first name not before the sentence being read
	quotes  []quotation
	credits []Credit
	memory  memory
	roles   *names.Roles

	listed    source // whom the line before a list credits with its items
	listBlock int    // the last block of that list, or the line

	// Of the sentence being read:
	s      *extractors.Sentence
	toks   []extractors.Token
	cls    []class
	named  []int  // 1 + index in names of the name that covers a token, 0 if none does
	quoted []bool // stands inside quotation marks
	starts []int  // where the segment that a token is in begins
	finish []int  // and ends
	frames []frame
}

// A frame is a subject with its reporting verb, in the sentence being read.
type frame struct {
	from, to int // tokens of the subject
	verb     int
	src      source
	credit   int  // index in credits of what it answers for, -1 if nothing
	right    bool // answers for what follows, not for the whole sentence
}

func newReader(d *extractors.Document, ns []names.Mention) *reader {
	r := &reader{doc: d, names: ns, memory: newMemory(ns), roles: names.ReadRoles(d, ns)}
	r.quotes = quotations(d)
	return r
}

// read finds the credits of one sentence.
func (r *reader) read(s *extractors.Sentence) {
	r.begin(s)
	r.readListed()
	for i := range r.toks {
		c := r.cls[i]
		if c&(verbs|publish|according|citing|figure|claim|wantNoun|document) == 0 {
			continue
		}
		for k := range rules {
			if rule := &rules[k]; c&rule.on != 0 && rule.read(r, rule.name, i) {
				break
			}
		}
	}
	r.lines()
	r.gaps()
	r.gapsThat()
	r.speakers()
	r.remember()
}

// begin classifies the tokens of a sentence.
func (r *reader) begin(s *extractors.Sentence) {
	n := len(s.Tokens)
	r.s, r.toks, r.frames = s, s.Tokens, r.frames[:0]
	r.cls, r.named, r.quoted = grow(r.cls, n), grow(r.named, n), grow(r.quoted, n)
	for i := range r.toks {
		r.cls[i] = words[r.toks[i].Lower]
		if i > 0 && r.toks[i].Lower == "body" && r.cls[i-1]&ofBody != 0 {
			r.cls[i] |= body // "the industry body", but "the body"
		}
		if i > 0 && r.toks[i].Lower == "hall" && (r.toks[i-1].Lower == "town" || r.toks[i-1].Lower == "city") {
			r.cls[i] |= body // "the town hall", but "the hall"
		}
		if i > 0 && r.toks[i].Lower == "services" && r.has(i-1, serviceKind) {
			r.cls[i] |= group // "the emergency services", but "new services"
		}
		if i > 0 && r.toks[i].Lower == "board" && r.has(i-1, boardKind) {
			r.cls[i] = r.cls[i]&^body | document // "the electronic board showed 102 votes", but "the board"
		}
		if r.toks[i].Lower == "average" && r.averages(i) {
			r.cls[i] |= document | paper | asked
		}
	}
	r.memory.now = s.Index
	for r.next < len(r.names) && r.names[r.next].Sentence < s.Index {
		r.next++
	}
	for k := r.next; k < len(r.names) && r.names[k].Sentence == s.Index; k++ {
		for i := max(0, r.names[k].From); i < r.names[k].To && i < n; i++ {
			r.named[i] = k + 1
			if r.cls[i]&(pronoun|subordinate) != 0 {
				r.cls[i] = 0
			}
		}
	}
	r.markQuoted()
	r.markSegments()
}

// averages reports an average of surveys, which tells as one does: "an average of recent polls".
func (r *reader) averages(i int) bool {
	for k := i + 2; k < i+6 && k < len(r.toks) && r.toks[i+1].Lower == "of"; k++ {
		if words[r.toks[k].Lower]&asked != 0 {
			return true
		}
	}
	return false
}

// grow returns a cleared slice of n elements, using buf's memory.
func grow[T any](buf []T, n int) []T {
	if cap(buf) < n {
		return make([]T, n)
	}
	buf = buf[:n]
	clear(buf)
	return buf
}

func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	if r.named[i] != 0 && r.toks[i].Tag == "NNP" && len(r.toks[i].Text) < 4 {
		return r.toks[i].Text // "WHO" is no "who"
	}
	return r.toks[i].Lower
}

func (r *reader) tag(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Tag
}

func (r *reader) class(i int) class {
	if i < 0 || i >= len(r.toks) {
		return 0
	}
	return r.cls[i]
}

func (r *reader) is(i int, c class) bool { return r.class(i)&c != 0 }

// name returns the name that covers token i, nil if none does.
func (r *reader) name(i int) *names.Mention {
	if i < 0 || i >= len(r.toks) || r.named[i] == 0 {
		return nil
	}
	return &r.names[r.named[i]-1]
}

// isNumber reports whether token i is a number or number word.
func (r *reader) isNumber(i int) bool {
	if i < 0 || i >= len(r.toks) {
		return false
	}
	t := &r.toks[i]
	return t.Tag == "CD" && r.named[i] == 0 || isDigit(t.Text[0]) || isDigit(t.Text[len(t.Text)-1]) && r.named[i] == 0 || r.cls[i]&number != 0
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func (r *reader) hasNumber(from, to int) bool {
	for i := max(0, from); i < to && i < len(r.toks); i++ {
		if r.isNumber(i) {
			return true
		}
	}
	return false
}

// emit credits src with tokens [from,to). It returns the credit's index, -1 where there is nothing to credit.
func (r *reader) emit(rule, kind string, src source, from, to int) int {
	from, to = max(0, from), min(to, len(r.toks))
	if from >= to || src.own || src.name == "" {
		return -1
	}
	for r.currency(from-1) || r.has(from-1, money) {
		from-- // "promised [Rs] 500,000"
	}
	c := Credit{Evidence: src.evidence, Sentence: r.s.Index, Name: src.name, Speaker: src.speaker, Kind: kind}
	c.Rule = "attribution/" + rule
	c.Scope = extractors.Span{Start: r.toks[from].Start, End: r.toks[to-1].End}
	r.credits = append(r.credits, c)
	return len(r.credits) - 1
}

// isVerb reports whether token i stands as a verb. Forms that may be nouns ("reports", "claims", "counts") are verbs where
// tagged so, or where a source stands before them and a number or "that" after.
func (r *reader) isVerb(i int) bool {
	c := r.class(i)
	if c&(base|present|past|ing) == 0 || r.named[i] != 0 {
		return false
	}
	if n := r.low(i + 1); strings.HasPrefix(r.low(i), "admit") && (n == "at" || n == "into" || n == "with" || n == "to" && r.tag(i+2) != "VBG" && !r.owns(i)) {
		return false // to a hospital
	}
	if w := r.low(i - 1); r.is(i, past) && (w == "remain" || w == "remains" || w == "remained" || w == "stay" || w == "stays" || w == "stayed") {
		return false // "15 remain admitted"
	}
	if r.is(i, past) && r.low(i+1) == "," && r.low(0) == "of" && r.hasNumber(1, i) && i < 8 {
		return false // "Of the 27 people confirmed, 12 are"
	}
	switch p := r.tag(i - 1); {
	case p == "DT" && r.low(i-1) != "all" && r.low(i-1) != "both", p == "PRP$", p == "POS" && r.low(i-1) != "'s", r.low(i-1) == "'s" && r.is(i, figure):
		return false
	}
	if r.tag(i) == "VBN" && strings.HasPrefix(r.tag(i-1), "JJ") && r.opens(i-2) && strings.HasPrefix(r.tag(i+1), "NN") {
		return false // "its first written toll"
	}
	if r.papersShow(i) || strings.HasPrefix(r.low(i), "accus") && r.low(i+1) == "of" {
		return false // "…, reports show", "The man accused of theft"
	}
	if strings.HasPrefix(r.tag(i), "VB") {
		return true
	}
	if c&(sources|figure|claim|wantNoun|noun) == 0 && (c&past != 0 || c&present != 0 && (r.sourceHead(i-1) || r.is(i-1, pronoun) || r.low(i-1) == "," && r.nominal(i-2) && r.low(i+1) == "of")) {
		return true // tagged as a noun, as headlines often are: "Health district revises"
	}
	if c&speak != 0 && c&present != 0 && r.low(i-1) == "," && r.nominal(i-2) && r.isNumber(r.skipBound(i+2)) {
		return true // "The union, for its part, sticks to 31"
	}
	if c&show != 0 && c&base != 0 && r.low(i+1) == "that" && r.is(r.timeless(i-1), document|figure) && r.timeless(i-1) < i-1 {
		return true // "Images of 11 June show that"
	}
	if c&present != 0 && c&speech != 0 && r.tag(i) == "NNS" && r.low(i-1) == "," && r.nominal(i-2) && (r.stop(i+1) || i+1 >= len(r.toks)) && c&(sources|figure|claim|wantNoun) == 0 {
		return true // "…, Piet Haas, the director of the port, admits."
	}
	if c&present != 0 && r.endsRelative(i-1) && (r.low(i+1) == "that" || r.isNumber(r.skipBound(i+1)) || c&speak != 0) {
		return true // "Piet Haas, who follows the firm, reckons that", "Its report, which I have read, marks five"
	}
	if c&base != 0 && r.havingAt(i+1) {
		return true // "The guards confess to having taken"
	}
	if r.low(i) == "points" && r.low(i+1) == "out" && r.sourceHead(i-1) {
		return true
	}
	if c&base != 0 && c&speak != 0 && r.is(i-1, group|body) && r.opens(i-2) && (r.low(i+1) == "of" || r.low(i+1) == "about") && r.isNumber(r.skipBound(i+2)) {
		return true // "the police speak of seven"
	}
	if c&base != 0 && c&(say|show) != 0 && (r.stop(i+1) || i+1 >= len(r.toks)) { // "…, the divers in port reckon."
		if from, to, ok := r.before(i); ok && r.low(from-1) == "," && to == i && r.is(r.coreEnd(from, to)-1, group) {
			return true
		}
	}
	if c&present != 0 && c&(show|that) != 0 && r.tag(i) == "NNS" && (r.pollShows(i) || r.low(i-1) == "," && r.low(i+1) == "that" && r.nominal(i-2)) {
		return true // "a poll in June shows", "The union, a body of 40, estimates that"
	}
	if c&present != 0 && r.relativeBefore(i) && (r.stop(i+1) || r.is(i+1, aux)) {
		return true // "the nine drones which the army claims were hit"
	}
	if c&(say|show) != 0 && (c&present != 0 || c&base != 0 && (r.is(i-1, group|figure|document) || c&show != 0 && (r.name(i-1) != nil || r.is(i-1, body)))) && (r.stop(i+1) || i+1 >= len(r.toks)) { // "…, the ministry estimates."
		if from, _, ok := r.before(i); ok && (r.low(from-1) == "," || r.agent(from)) && r.sourceWithin(from) {
			return true
		}
	}
	n := i + 1
	for n < i+3 && (r.is(n, adverb) || r.low(n) == "at" || r.low(n) == "least" || r.low(n) == "more" || r.low(n) == "than" || r.low(n) == "up" || r.low(n) == "to") {
		n++
	}
	return r.sourceHead(i-1) && !r.startsAtNoun(i-1) && (r.isNumber(n) || r.low(n) == "that" || r.low(n) == "there" && r.is(i, say) || r.low(n) == "what" && c&count != 0 || r.low(n) == "," && c&speech != 0)
}

// endsRelative reports the comma at token k with which a relative clause ends that another opened: "X[, who follows the firm,]".
func (r *reader) endsRelative(k int) bool {
	for n := k - 1; n > 0 && r.low(k) == ","; n-- {
		if r.low(n) == "," {
			return r.is(n+1, pronoun) || r.tag(n+1) == "VBN" || r.low(n+2) == "which"
		}
	}
	return false
}

// havingAt reports what somebody owns to have done, from token k on: "having taken 12", "to having taken 12".
func (r *reader) havingAt(k int) bool {
	if r.low(k) == "to" {
		k++
	}
	return r.low(k) == "having"
}

// pollShows reports a verb at token i that is tagged as a noun behind a survey, or behind a document and when it was made: "The poll finds
// Moreno ahead", "a list of May shows".
func (r *reader) pollShows(i int) bool {
	if r.is(i, show) && r.is(i, that) && r.is(i-1, asked) {
		return !r.is(i+1, verbs) || r.name(i+1) != nil
	}
	return r.is(i, show) && r.is(r.timeless(i-1), document|figure) && r.timeless(i-1) < i-1
}

// owns reports an admission of a figure, "officials admit to 15 deaths", beside "15 were admitted to three hospitals".
func (r *reader) owns(i int) bool {
	if w := r.low(i); !r.isNumber(r.skipBound(i+2)) || !strings.HasPrefix(w, "admit") && !strings.HasPrefix(w, "confess") {
		return false
	}
	k := i - 1
	for k > 0 && (r.is(k, adverb) || r.tag(k) == "RB") {
		k--
	}
	return r.sourceHead(k) || r.is(k, pronoun) || r.low(k) == "has" || r.low(k) == "have" || r.low(k) == ","
}

// agent reports the phrase at token from as the one by whom a document was made: "records compiled by [the union] show".
func (r *reader) agent(from int) bool { return r.low(from-1) == "by" && r.is(from-3, document|figure) }

// papersShow reports a document at token k whose verb ends the clause, which the tagger takes for a verb itself: "…, firm [reports] show".
func (r *reader) papersShow(k int) bool {
	return r.is(k, document|figure) && r.is(k+1, show) && r.is(k+1, base) && (k+2 >= len(r.toks) || r.stop(k+2))
}

// relativeBefore reports a short subject behind "which" before token i.
func (r *reader) relativeBefore(i int) bool {
	for k := i - 1; k > 0 && k > i-5 && r.nominal(k); k-- {
		if w := r.low(k - 1); w == "which" || w == "whom" {
			return true
		}
	}
	return false
}

// startsAtNoun reports a compound in which a source stands as modifier: "the police report that".
func (r *reader) startsAtNoun(i int) bool {
	return r.low(i-1) == "a" || r.low(i-1) == "an"
}
