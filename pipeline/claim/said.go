package claim

import (
	"strings"

	"crosstally/extractors/counts"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// predicate sets the claim's class: what its clause says of the count, else what was said of the list or the set that it goes
// on from, else what its noun says.
func (b *builder) predicate(s *sentence, c *Claim, parent int) *occurrence {
	_, to := s.bounds(&c.Mention)
	o, cost := s.predicateOf(sortOf(&c.Mention), c.From, max(c.To, min(c.NounFrom, to)), to)
	if o != nil && s.tellsFigure(o, c, to) {
		o, cost = s.ratedAs(to), 0
	}
	prev := b.previous(s, c)
	c.Predicate = b.classFor(s, c, o, cost, parent, prev)
	x := &sensed{b: b, s: s, c: c, o: o, to: to}
	x.apply(bySentence)
	x.apply(byUse)
	if o != nil && o.term.class.name == c.Predicate && s.negated(o, c.From, to) {
		k := negatedTo[c.Predicate]
		if k == nil || sortOf(&c.Mention)&k.sorts == 0 {
			return o // "172 posts are not affected" are not those that go
		}
		c.Predicate = k.name
	}
	x.apply(bySubject)
	if r, ok := remap(c, o); ok {
		c.Predicate = r
	}
	return o
}

// wherever are classes whose states only tell where those are of whom something else is said.
var wherever = map[string]bool{"hospitalise": true, "board": true, "shelter": true, "imprison": true}

// negated reports whether the verb that is said of a count in tokens [from,to) is said of it with "not", "twenty did not return", or of
// all others: "power is back for all but 2,100 homes".
func (s *sentence) negated(o *occurrence, from, to int) bool {
	if from > 1 && s.toks[from-1].Lower == "but" && s.toks[from-2].Lower == "all" {
		return true
	}
	if o.from <= to || o.term.slot != subjectSlot && o.term.slot != objectSlot {
		return false
	}
	for k := o.from - 1; k >= to && k >= o.from-4; k-- {
		switch w := s.toks[k].Lower; {
		case w == "not", w == "n't", w == "never":
			return true
		case isBe(w), w == "have", w == "has", w == "had", w == "yet", s.toks[k].Tag == "RB", s.toks[k].Tag == "MD":
		default:
			return false
		}
	}
	return false
}

// remap returns what the class of a claim means of the thing that it counts: rockets destroyed are rockets shot down, goats killed are culled.
func remap(c *Claim, o *occurrence) (string, bool) {
	head := c.Unit
	if counts.Animal(head) && o != nil && o.term.slot != objectSlot {
		return "", false // "900 goats died" of themselves
	}
	switch c.Kind {
	case counts.Money:
		head = "money"
	case counts.Percent: // of whom
		head = singular(strings.ToLower(c.Object[strings.LastIndexByte(c.Object, ' ')+1:]))
	}
	r, ok := remapped[[2]string{c.Predicate, head}]
	if last := head[strings.LastIndexByte(head, ' ')+1:]; !ok && headSorts[last] == things {
		r, ok = remapped[[2]string{c.Predicate, last}] // a ballistic missile is a missile
	}
	if !ok && sortOf(&c.Mention) == persons {
		r, ok = remapped[[2]string{c.Predicate, "person"}]
	}
	if !ok {
		return "", false
	}
	return classes[r].name, true
}

func (b *builder) classFor(s *sentence, c *Claim, o *occurrence, cost float64, parent int, prev *Claim) string {
	elided := c.NounFrom >= c.NounTo && (c.Of == "" || pronoun(strings.ToLower(c.Of)))
	if prev != nil && len(b.out) > 1 && prev.Sentence == c.Sentence && s.isBase(prev.From) {
		prev = &b.out[len(b.out)-2] // past the whole of "32 of 81 seats" to its part
	}
	listed := prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind && prev.Predicate != "" && fits(prev.Predicate, &c.Mention)
	if listed && s.closed(prev, c) {
		for i := range s.occs {
			if p := &s.occs[i]; p.from >= c.To && s.behind(p) && fits(p.term.class.name, &c.Mention) && !(pronoun(strings.ToLower(c.Of)) && s.wordIn(",", c.To, p.from)) {
				return p.term.class.name
			}
		}
	}
	if c.Kind == counts.Measure && elided {
		if p := b.antecedent(c, "", 3); p != nil && p.Unit == c.Unit && p.Predicate != "" {
			return p.Predicate // "11,200 barrels had leaked. The owner admits to 8,900"
		}
	}
	if c.Kind == counts.Percent {
		for i := range s.occs {
			if p := &s.occs[i]; p.from == c.To && (p.term.slot == nounSlot || p.term.slot == stateSlot) && p.term.class.sorts&shares != 0 {
				return p.term.class.name // "12% containment"
			}
		}
	}
	if s.isBase(c.From) || s.ofThe(c.From) {
		if p := b.sameBefore(c); p != nil {
			return p.Predicate
		}
	}
	own := parent >= 0 && o != nil && o.term.slot == objectSlot && o.to == c.From && o.from >= b.out[parent].To // "fired six missiles; the navy shot down four of them"
	if parent >= 0 && !own && b.out[parent].Sentence == c.Sentence && elided && b.out[parent].Predicate != "" && (o == nil || o.to <= c.From) && b.partedBy(s, c) == parent {
		return b.out[parent].Predicate // "187 people were arrested at protests: 63 on Monday, 124 on Tuesday"
	}
	switch {
	case o != nil && parent >= 0 && !own && elided && (wherever[o.term.class.name] && o.term.slot == stateSlot || o.to <= c.From) && b.partedBy(s, c) == parent && b.out[parent].Predicate != "":
		return b.out[parent].Predicate // "33 people died in the protests: 28 in the square and five in hospital"
	case listed && elided && c.From > 0 && s.toks[c.From-1].Lower == "with" && s.sharesFate(prev, c):
		return prev.Predicate // "19 releases, with nine more to come"
	case listed && elided && s.addsUp(c.From) && len(b.out) > 1 && b.out[len(b.out)-2].Sentence == c.Sentence && b.out[len(b.out)-2].Predicate != prev.Predicate:
		return byKind[c.Kind] // "eleven were rescued and 34 fled, which makes 45": all of them
	case listed && elided && s.cutFrom(prev, c.From):
		return wholeClass(prev.Unit)
	case listed && elided && c.Kind == counts.Number && !s.isBase(c.From) && s.gaps(o, prev, c.From):
		return prev.Predicate
	case elided && c.Kind == counts.Number && o != nil && o.from >= c.To && prev != nil && prev.Predicate != "" && s.retold(c.From) && s.subordinate(c.To, o.from):
		return prev.Predicate
	case listed && c.Kind == counts.Number && s.upFrom(prev, c.From):
		return prev.Predicate // "twelve are alive, down from 14"
	case elided && s.isBase(c.From) && prev != nil && prev.Kind == counts.Percent && prev.Sentence == c.Sentence:
		return wholeClass(c.Unit) // "40 percent of 15,160"
	case listed && elided && c.Kind == counts.Number && s.isTotal(c.From):
		return prev.Predicate // "47 new cases, bringing the total to 890"
	case listed && o != nil && s.toks[o.from].Lower == "turnout" && (prev.Predicate == "protest" || prev.Predicate == "attend"):
		return prev.Predicate
	case prev != nil && c.Kind == counts.Percent && prev.Kind == counts.Number && prev.Sentence == c.Sentence && c.From > 0 && (s.toks[c.From-1].Lower == "or" || s.toks[c.From-1].Lower == "(" && c.From-prev.To <= 3):
		return prev.Predicate // "4,000 jobs, or 8% of its staff", "4,000 votes (8%)"
	case listed && o != nil && o.term.slot == bearerSlot && s.alongside(prev, c):
		return prev.Predicate // "licensed to carry 90 passengers and eight crew"
	case parent >= 0 && !own && o != nil && (o.to <= c.From || o.term.slot == bearerSlot || s.wordIn(",", c.To, o.from)) && b.out[parent].Sentence == c.Sentence && pronoun(strings.ToLower(c.Of)) && b.out[parent].Predicate != "" && !s.verbBehind(c.To):
		return b.out[parent].Predicate // "39 are being treated, five of them for burns"
	case s.isBase(c.From) && c.Kind == counts.Number && (o == nil || o.term.class.traits&weak != 0 && o.term.slot != bearerSlot) && sortOf(&c.Mention) != persons|things:
		return "have"
	case o != nil && parent >= 0 && elided && is(o.term.class.name, describes) && b.out[parent].Predicate != "":
		return b.out[parent].Predicate // "of these, 41 were on the plane": 41 of the dead
	case c.Of != "" && (o == nil || o.term.slot == bearerSlot || o.term.class.traits&weak != 0 && (o.term.slot != objectSlot || o.from > c.From)) && classOfSet(c.Of) != "":
		return classOfSet(c.Of) // "three of the dead were tourists"
	case o != nil && parent >= 0 && elided && o.term.class.name == "remain" && len(o.term.tail) == 0 && o.from >= c.To && b.out[parent].Predicate != "":
		return b.out[parent].Predicate // "seven were admitted. Three remain": in hospital
	case o != nil && !(cost >= 5 && listed) && !(elided && c.Kind == counts.Number && is(o.term.class.name, hollow)):
		return o.term.class.name
	case parent >= 0 && b.out[parent].Predicate != "":
		return b.out[parent].Predicate
	case listed && !elided && (o == nil || o.from < prev.From) && s.does(max(c.To, c.NounTo)) && s.toks[c.From-1].Lower == "and":
		return byKind[c.Kind] // "has 580 places, and 490 people came"
	case listed && (elided || o == nil || o.term.slot != bearerSlot):
		return prev.Predicate
	case o != nil && !elided:
		return o.term.class.name
	case elided && c.Kind == counts.Number && prev != nil && prev.Predicate == "have" && s.has(c.From):
		return "have" // "The force was to have 2,500 members. It has 991"
	case elided && c.Kind == counts.Number:
		if t := b.topic(s, sortOf(&c.Mention)); t != "" {
			return t
		}
	}
	switch {
	case o != nil:
		return o.term.class.name
	case prev != nil && c.Kind == counts.Percent && prev.Kind == counts.Number && prev.Sentence == c.Sentence: // "118 votes, or 38%"
		return prev.Predicate
	case prev != nil && prev.Kind == c.Kind && elided:
		return prev.Predicate
	case s.crowd(c.From) && c.Kind == counts.Number:
		return "attend" // "the bishop faced a crowd of some 4,000"
	case c.Unit == "person" && s.populates(c.From):
		return "live"
	}
	return byKind[c.Kind]
}

// wordIn reports a word or sign in tokens [from,to).
func (s *sentence) wordIn(word string, from, to int) bool {
	for k := from; k < to; k++ {
		if s.toks[k].Lower == word {
			return true
		}
	}
	return false
}

// closed reports whether what is said of the count before stands behind it and ends with a comma, so that the next count has words of its
// own: "284 drones launched, 244 drones and 14 missiles shot down".
func (s *sentence) closed(prev, c *Claim) bool {
	if c.From == 0 || s.toks[c.From-1].Lower != "," {
		return false
	}
	_, end := s.bounds(&prev.Mention)
	for i := range s.occs {
		o := &s.occs[i]
		if o.from >= end && o.to <= c.From && o.term.class.name == prev.Predicate && s.behind(o) {
			return true
		}
	}
	return false
}

// behind reports whether a term is said of what stands before it: "14 killed", "14 dead".
func (s *sentence) behind(o *occurrence) bool {
	return o.voice == passive && o.term.slot == objectSlot || o.term.slot == stateSlot
}

// alongside reports whether only "and" or a comma parts a counted noun from the count before it.
func (s *sentence) alongside(prev, c *Claim) bool {
	_, end := s.bounds(&prev.Mention)
	return c.From == end+1 && (s.toks[end].Lower == "and" || s.toks[end].Lower == ",")
}

// has reports "has", "have" or "had" right before token k.
func (s *sentence) has(k int) bool {
	return k > 0 && (s.toks[k-1].Lower == "has" || s.toks[k-1].Lower == "have" || s.toks[k-1].Lower == "had")
}

// endedAt reports whether a bare figure is where the one before it went: "was 21 percent at noon, and it ended at 33", "which rose to 33".
func (s *sentence) endedAt(prev, c *Claim) bool {
	if c.NounFrom < c.NounTo && c.Kind == counts.Number {
		return false
	}
	if k := c.From - 1; k < prev.To || s.toks[k].Lower != "at" && s.toks[k].Lower != "to" && s.toks[k].Lower != "was" {
		return false
	}
	for k := c.From - 2; k > prev.To && k >= c.From-4; k-- {
		if w := s.toks[k].Lower; w == "it" || w == "which" {
			return true
		}
	}
	return false
}

// verbBehind reports whether a finite verb follows token k within its clause.
func (s *sentence) verbBehind(k int) bool {
	for ; k < len(s.toks) && !isClauseStop(s.toks[k].Lower) && s.toks[k].Lower != ","; k++ {
		switch s.toks[k].Tag {
		case "VBD", "VBZ", "VBP", "MD", "VBN":
			return true
		}
	}
	return false
}

// fits reports whether a class can be said of what a count counts: of rifles it cannot be that they were arrested.
func fits(predicate string, m *counts.Mention) bool {
	k := classOf(predicate)
	return k == nil || sortOf(m) != things || k.sorts&things != 0
}

// ofThe reports whether a number opens a sentence as a known whole: "Of the 31".
func (s *sentence) ofThe(from int) bool {
	k := from - 1
	for k > 0 && (s.toks[k].Tag == "DT" || s.toks[k].Tag == "POS" || strings.HasPrefix(s.toks[k].Tag, "NN")) && !s.isCount[k] {
		k-- // "of the district's 31"
	}
	return k >= 0 && k < from-1 && s.toks[k].Lower == "of"
}

// sameBefore returns an earlier claim of the same number, which "of the 38" takes up.
func (b *builder) sameBefore(c *Claim) *Claim {
	if c.Kind != counts.Number {
		return nil
	}
	for i := len(b.out) - 1; i >= 0; i-- {
		if p := &b.out[i]; p.Kind == c.Kind && p.Predicate != "" && sameNumber(p, c) && (c.NounFrom >= c.NounTo || p.Unit == c.Unit || headSorts[p.Unit]&headSorts[c.Unit]&persons != 0) {
			return p
		}
	}
	return nil
}

// isTotal reports whether a bare number is what "the total" comes to.
func (s *sentence) isTotal(from int) bool {
	if from < 2 || s.toks[from-1].Lower != "to" {
		return false
	}
	for k := from - 2; k >= 0 && k >= from-6; k-- {
		switch s.toks[k].Lower {
		case "total", "tally", "count", "number", "figure":
			return true
		}
	}
	return false
}

// byKind is what is said of money, measures and times where the text does not tell.
var byKind = map[counts.Kind]string{counts.Money: "pay", counts.Measure: "measure", counts.Duration: "last"}

// maxTopicBack is how many sentences back the topic of a bare number is sought.
const maxTopicBack = 4

// maxItems is how far above an item of a list its heading is sought.
const maxItems = 15

// topic returns the class that the sentences before one are about: "How many died? Nineteen, says the mayor."
func (b *builder) topic(s *sentence, sort sorts) string {
	item := s.sent.Kind == article.Item || s.sent.Kind == article.Row
	for i := s.sent.Index - 1; i >= 0 && (i >= s.sent.Index-maxTopicBack || item && i >= s.sent.Index-maxItems); i-- {
		p := &b.read[i]
		if item && (p.sent.Kind == article.Item || p.sent.Kind == article.Row) {
			continue // the list's heading tells, not its other items
		}
		if p.occs == nil {
			p.occs = occurrences(p.toks, p.named(), p.occs)
		}
		for j := len(b.out) - 1; j >= 0 && b.out[j].Mention.Sentence >= i; j-- {
			if b.out[j].Mention.Sentence == i && b.out[j].Kind == counts.Number && b.out[j].Predicate != "" && b.out[j].Predicate != "have" {
				return b.out[j].Predicate
			}
		}
		asked := p.asksHowMany() != ""
		for k := range p.occs {
			if t := p.occs[k].term; (t.class.traits&weak == 0 || asked) && t.class.sorts&sort != 0 && t.class.unit != "" && t.slot != bearerSlot {
				return t.class.name
			}
		}
	}
	return ""
}

// asksHowMany returns the noun of a question for a number, "How many children remain in the hills?", "" for none.
func (s *sentence) asksHowMany() string {
	n := len(s.toks)
	if n < 4 || s.toks[n-1].Text != "?" || s.toks[0].Lower != "how" || s.toks[1].Lower != "many" {
		return ""
	}
	for k := 2; k < n && k < 6; k++ {
		switch tag := s.toks[k].Tag; {
		case tag == "NNS" || headSorts[singular(s.toks[k].Lower)] != 0:
			return singular(s.toks[k].Lower)
		case tag != "JJ" && tag != "NN" && tag != "DT" && tag != "IN":
			return ""
		}
	}
	return ""
}

// upFrom reports whether a number is what another in its sentence rose or fell from: "up from 14", "down from the 14", "fell to 1,740,
// from 2,316".
func (s *sentence) upFrom(prev *Claim, from int) bool {
	if from > 0 && s.toks[from-1].Lower == "the" {
		from--
	}
	if from < 2 || s.toks[from-1].Lower != "from" {
		return false
	}
	switch s.toks[from-2].Lower {
	case "up", "down":
		return true
	case ",":
		return prev.From > 0 && s.toks[prev.From-1].Lower == "to" && !s.verbBehind(prev.To)
	}
	return false
}

// cutFrom reports whether a number is the whole that the one before it was taken from: "cuts its staff by 700 posts from 21,300".
func (s *sentence) cutFrom(prev *Claim, from int) bool {
	_, end := s.bounds(&prev.Mention)
	return from == end+1 && s.toks[end].Lower == "from" && prev.From > 0 && s.toks[prev.From-1].Lower == "by"
}

// wholeClass returns what is said of a whole of which only a share is told of: those who work somewhere are its staff.
func wholeClass(unit string) string {
	for _, t := range terms[unit] {
		if t.class.name == "employ" {
			return t.class.name
		}
	}
	return classes["have"].name
}

// populates reports whether a place is said to have that many people: "Norland, with about 558,000 people".
func (s *sentence) populates(from int) bool {
	if from == 0 || s.toks[from-1].Lower != "with" {
		return false
	}
	for i := range s.names {
		if n := &s.names[i]; n.Type == names.Place && (n.To == from-1 || n.To == from-2) {
			return true
		}
	}
	return false
}
