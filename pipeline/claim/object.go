package claim

import (
	"strings"

	"crosstally/extractors/counts"
	"crosstally/pipeline/article"
)

// complete fills in what the text leaves out: the noun of "31 others were injured", "nine were shot down", "had 23".
func (b *builder) complete(s *sentence, c *Claim, o *occurrence, parent int) {
	if w := strings.ToLower(c.Text); w == "nobody" || w == "no one" || w == "no-one" {
		c.Unit, c.Object = "person", "people"
		return
	}
	if c.Told {
		if c.Object == "" {
			c.Object = plural(c.Unit)
		}
		return // the words beside it tell
	}
	if unit, object, ok := s.predicated(c); ok {
		c.Unit, c.Object = unit, object
		return
	}
	if unit, object, ok := s.complement(c); ok {
		c.Unit, c.Object = unit, object
		return
	}
	if strings.HasPrefix(strings.ToLower(c.Of), "those ") && c.NounFrom >= c.NounTo {
		if k := printed[classOfSet(c.Of)]; k != nil && k.unit == "person" {
			c.Unit, c.Object = "person", "people" // "55 of those arrested"
			return
		}
	}
	bare := c.NounFrom >= c.NounTo && (c.Of == "" || pronoun(strings.ToLower(c.Of)))
	if c.Kind != counts.Number && c.Kind != "" || c.Unit != "" && !bare {
		if c.Object == "" {
			c.Object = c.Unit
		}
		return
	}
	if bare {
		c.Unit, c.Object = "", ""
	}
	unit, object := b.elided(s, c, o, parent)
	if unit == "person" && object == "" {
		object = "people"
	}
	if c.Unit == "" {
		c.Unit = unit
	}
	if c.Object == "" {
		if c.Object = object; object == "" {
			c.Object = unit
		}
	}
}

// elided returns the noun that a bare number goes without: its set's; that of the last figure of which the same is said; the one
// that the class always counts.
func (b *builder) elided(s *sentence, c *Claim, o *occurrence, parent int) (unit, object string) {
	if parent >= 0 {
		if p := &b.out[parent]; (p.Kind == counts.Number || p.Kind == "") && p.Unit != "" {
			return p.Unit, p.Object
		}
	}
	if p := b.sameFigure(s, c); p != nil {
		return p.Unit, p.Object // "nine trams … Four of the nine"
	}
	if p := b.previous(s, c); p != nil && p.Sentence == c.Sentence && p.Kind == c.Kind && s.moreThan(c.To) {
		return p.Unit, p.Object // "16 people died, five more than on Monday"
	}
	if c.Of != "" && !pronoun(strings.ToLower(c.Of)) {
		if head := singular(strings.ToLower(c.Of[strings.LastIndexByte(c.Of, ' ')+1:])); headSorts[head] != 0 {
			return head, strings.TrimPrefix(c.Of, "the ")
		}
	}
	if o != nil && s.toks[o.from].Lower == "population" {
		return "person", ""
	}
	if next := s.sharesNoun(c); next != nil {
		return next.Unit, next.Object
	}
	if unit := s.collective(c.From); unit != "" {
		return unit, unit
	}
	if unit := b.befalls(o); unit != "" {
		return unit, ""
	}
	if o != nil && s.inAside(o, c.From) {
		o = nil // "the office, which leaves out the smallest, has 362"
	}
	prev := b.previous(s, c)
	if prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind && prev.NounTo > prev.NounFrom && s.sharesFate(prev, c) {
		return prev.Unit, prev.Object
	}
	if prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind && s.upFrom(prev, c.From) {
		if first := b.firstOf(c); first != nil && prev.From > 0 && s.toks[prev.From-1].Tag == "IN" && s.toks[prev.From-1].Lower != "to" {
			return first.Unit, first.Object // "numbered 62, scattered over nine camps, up from 40"
		}
		return prev.Unit, prev.Object
	}
	if w := strings.ToLower(c.Of); prev == nil && (w == "them" || w == "these") {
		if head := b.pluralBefore(s); head != "" {
			return head, "" // "The jars are bad. The firm took back 4,700 of them"
		}
	}
	if head := s.ordinalBefore(c, o); head != "" && prev == nil {
		return head, ""
	}
	if head := s.topic(c.From); head != "" && (prev == nil || prev.Sentence != c.Sentence || b.fromTopic(s, prev)) {
		return head, ""
	}
	if prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind && c.From > 1 && (s.toks[c.From-1].Lower == "which" || s.toks[c.From-1].Lower == "whom") && s.toks[c.From-2].Lower == "of" {
		return prev.Unit, prev.Object // "held 700 goats, of which 40 died", "has 629 pupils, of whom 214 slept there"
	}
	if (o == nil || s.isTotal(c.From)) && prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind {
		return prev.Unit, prev.Object // "the clinic has three patients, the UN five"
	}
	if o != nil && o.to <= c.From && (o.term.slot == outcomeSlot || o.term.slot == bearerSlot || o.term.slot == nounSlot) {
		if head := s.toks[o.to-1]; head.Tag == "NNS" && headSorts[singular(head.Lower)] != 0 {
			return singular(head.Lower), head.Text // "cases climb to 23"
		}
	}
	k := classOf(c.Predicate)
	if prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind && prev.Predicate == c.Predicate && (s.gaps(o, prev, c.From) || s.retold(c.From)) && (k == nil || k.unit != "person" || headSorts[prev.Unit] == persons) {
		return prev.Unit, prev.Object
	}
	if unit, object := b.resumed(s, c); unit != "" {
		return unit, object
	}
	for i := s.sent.Index - 1; o == nil && i >= 0 && i >= s.sent.Index-maxAnswers; i-- {
		if asked := b.read[i].asksHowMany(); asked != "" {
			return asked, ""
		}
	}
	if o == nil && k != nil && !is(k.name, weak) {
		if p := b.antecedent(c, k.name, 2); p != nil && headSorts[p.Unit] == persons && p.NounTo > p.NounFrom && p.Of == "" && !saysOf(p.Unit, k.name) {
			return p.Unit, p.Object // "took 87 pupils … The bishop speaks of 141"
		}
	}
	if k != nil && k.unit == "person" {
		if p := b.antecedent(c, "", 3); p != nil && (counts.Animal(p.Unit) || k.sorts&persons == 0 && headSorts[p.Unit] == things) && p.Kind == c.Kind {
			return p.Unit, p.Object // "held 700 goats. 40 died", "nine trams … four derailed"
		}
	}
	if k != nil && k.unit == "person" && k.sorts&things == 0 {
		return "person", ""
	}
	if head := b.heading(s); head != "" && (k == nil || k.sorts&things != 0) {
		return head, ""
	}
	if k != nil && k.traits&weak != 0 && k.sorts&things != 0 && !is(k.name, hollow) && prev != nil && prev.Kind == c.Kind && prev.NounTo > prev.NounFrom && headSorts[prev.Unit] != persons {
		return prev.Unit, prev.Object // "killed 19 rhinos; 210 are left"
	}
	if k != nil && k.toll && k.sorts&persons == 0 && prev != nil && prev.Kind == c.Kind && prev.NounTo > prev.NounFrom && headSorts[prev.Unit] != persons {
		return prev.Unit, prev.Object // "destroyed 118 homes and damaged 41"
	}
	if k != nil && !is(k.name, hollow) {
		if p := b.antecedent(c, k.name, 6); p != nil {
			return p.Unit, p.Object
		}
		if k.unit == "person" || k.unit != "" && k.unit != "percent" && (k.sorts&persons == 0 || b.speaksOf(k.unit)) {
			return k.unit, ""
		}
	}
	if p := b.antecedent(c, "", 3); p != nil {
		return p.Unit, p.Object
	}
	return "person", ""
}

// inAside reports a term inside a relative clause between commas that ends before token from.
func (s *sentence) inAside(o *occurrence, from int) bool {
	k := o.from - 1
	for k > 0 && s.toks[k].Lower != "," && !s.isCount[k] && !isClauseStop(s.toks[k].Lower) {
		k--
	}
	if k <= 0 || s.toks[k].Lower != "," || s.toks[k+1].Lower != "which" && s.toks[k+1].Lower != "who" && s.toks[k+1].Lower != "whose" {
		return false
	}
	return s.wordIn(",", o.to, from)
}

// moreThan reports that a figure which ends at token to is the difference between two of one thing: "five more than", "one fewer than".
func (s *sentence) moreThan(to int) bool {
	return to+1 < len(s.toks) && (s.toks[to].Lower == "more" || s.toks[to].Lower == "fewer") && s.toks[to+1].Lower == "than"
}

// sharesFate reports a bare number that goes on with the counted noun before it, by what is said of both: "Seven miners were rescued and two died",
// "64 flats are damaged and 21 cannot be saved", "announced 19 releases, with nine more to come".
func (s *sentence) sharesFate(prev, c *Claim) bool {
	if c.From == 0 || c.To >= len(s.toks) {
		return false
	}
	next := s.toks[c.To].Lower
	switch s.toks[c.From-1].Lower {
	case "and", "but", ",":
		if sortOf(&prev.Mention) == things {
			return fewer(c, prev) && (next == "cannot" || next == "can")
		}
		return suffered[prev.Predicate] && suffered[c.Predicate] && fewer(c, prev) && s.behindVerb(c)
	case "with":
		return next == "more" && (c.To+1 >= len(s.toks) || !strings.HasPrefix(s.toks[c.To+1].Tag, "NN"))
	}
	return false
}

// fewer reports that a figure is no greater than another, so that both can be of one set.
func fewer(c, than *Claim) bool {
	return c.Upper != nil && than.Upper != nil && *c.Upper <= *than.Upper
}

// behindVerb reports that the verb said of a bare number follows it: "two died".
func (s *sentence) behindVerb(c *Claim) bool {
	t := s.toks[c.To].Tag
	return t == "VBD" || t == "VBN" && !strings.HasSuffix(s.toks[c.To].Lower, "ed") || isBe(s.toks[c.To].Lower)
}

// suffered are classes of what befalls one set of persons in one event, some this, others that.
var suffered = tell.Of("suffered")

// firstOf returns the first claim of the sentence with a claim's kind; nil for none.
func (b *builder) firstOf(c *Claim) (first *Claim) {
	for i := len(b.out) - 1; i >= 0 && b.out[i].Sentence == c.Sentence && b.out[i].Field == c.Field; i-- {
		if b.out[i].Kind == c.Kind {
			first = &b.out[i]
		}
	}
	return first
}

// ordinalBefore returns the noun for things that an ordinal before the number of what was lost counts up to: "a second barn caught fire,
// so that two were lost"; "" for none.
func (s *sentence) ordinalBefore(c *Claim, o *occurrence) string {
	if c.Value == nil || o != nil && s.toks[o.from].Lower != "lost" && o.term.class.name != "destroy" {
		return ""
	}
	for k := c.From - 1; k > 1; k-- {
		if ordinals[s.toks[k-1].Lower] != *c.Value || s.toks[k-2].Tag != "DT" {
			continue
		}
		if w := s.toks[k]; w.Tag == "NN" && headSorts[w.Lower] == things {
			return w.Lower
		}
	}
	return ""
}

// ordinals give what an ordinal counts up to.
var ordinals = map[string]float64{"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}

// puts are the prepositions of verbs that somebody gives a figure with: "stands by 61", "puts them at 61", "has settled on 61".
var puts = map[string]bool{"by": true, "at": true, "to": true, "on": true, "of": true}

// topic returns the plural noun for things, in the singular, that opens a sentence whose colon stands before a number that somebody
// gives: "The boats are disputed: the firm stands by 61"; "" for none.
func (s *sentence) topic(from int) string {
	if from < 4 || s.toks[0].Lower != "the" || !puts[s.toks[from-1].Lower] {
		return ""
	}
	head := ""
	for k := 1; k < from; k++ {
		switch t := &s.toks[k]; {
		case t.Lower == ":":
			return head
		case k < 4 && head == "" && t.Tag == "NNS" && headSorts[singular(t.Lower)] == things:
			head = singular(t.Lower)
		case s.isCount[k], head == "" && t.Tag != "JJ" && t.Tag != "NN":
			return ""
		}
	}
	return ""
}

// fromTopic reports a claim before that took the noun of its sentence's topic.
func (b *builder) fromTopic(s *sentence, p *Claim) bool {
	return p.NounFrom >= p.NounTo && p.Unit == s.topic(p.From)
}

// sameFigure returns the nearest earlier claim with a noun of its own whose figure a bare number with "the" repeats: the 56 of "Of the 56,
// 31 are nurses"; nil for none.
func (b *builder) sameFigure(s *sentence, c *Claim) *Claim {
	if c.From < 1 || s.toks[c.From-1].Lower != "the" || c.Value == nil || c.Kind != counts.Number && c.Kind != "" || *c.Value < 3 {
		return nil
	}
	for i := len(b.out) - 1; i >= 0; i-- {
		p := &b.out[i]
		if p.Kind == c.Kind && p.Value != nil && *p.Value == *c.Value && p.NounTo > p.NounFrom && p.Unit != "" && !(p.Sentence == c.Sentence && p.Field == c.Field && p.From >= c.From) {
			return p
		}
	}
	return nil
}

// pluralBefore returns the last plural noun for things of the sentence before in the same paragraph, in the singular; "" for none.
func (b *builder) pluralBefore(s *sentence) string {
	if s.sent.Index == 0 || b.d.Sentences[s.sent.Index-1].Block != s.sent.Block {
		return ""
	}
	toks := b.read[s.sent.Index-1].toks
	for k := len(toks) - 1; k >= 0; k-- {
		if head := singular(toks[k].Lower); toks[k].Tag == "NNS" && headSorts[head] == things {
			return head
		}
	}
	return ""
}

// maxAnswers is how many sentences behind a question for a number answer it.
const maxAnswers = 3

// sharesNoun returns the count behind a bare number that names what both count: the 90 of "40 destroyed and 90 damaged houses"; nil for none.
func (s *sentence) sharesNoun(c *Claim) *counts.Mention {
	if c.NounTo > c.NounFrom || c.To+1 >= len(s.toks) || s.toks[c.To+1].Lower != "and" || !strings.HasSuffix(s.toks[c.To].Lower, "ed") {
		return nil
	}
	for k := range s.counts {
		if m := &s.counts[k]; m.From == c.To+2 && m.NounTo > m.NounFrom && m.Kind == c.Kind {
			return m
		}
	}
	return nil
}

// collective returns whom a collective noun before "of" counts: "a crew of four".
func (s *sentence) collective(from int) string {
	if from < 2 || s.toks[from-1].Lower != "of" {
		return ""
	}
	switch w := s.toks[from-2].Lower; w {
	case "crew", "staff", "team", "family", "squad":
		return w
	case "crowd", "group", "gang", "delegation", "audience", "congregation", "throng":
		return "person"
	}
	return ""
}

// crowd reports whether a number says how large a crowd is that came to hear or see something: "a crowd of some 2,700".
func (s *sentence) crowd(from int) bool {
	for k := from - 1; k > 0 && k >= from-3; k-- {
		if s.toks[k].Lower != "of" {
			continue
		}
		switch s.toks[k-1].Lower {
		case "crowd", "audience", "congregation", "throng", "gathering":
			return true
		}
		return false
	}
	return false
}

// maxUnderHeading is how many sentences a heading's noun reaches.
const maxUnderHeading = 6

// rubrics head sections of any subject: "The stakes".
var rubrics = tell.Of("rubrics")

// heading returns the thing that the section's heading names: "The drones".
func (b *builder) heading(s *sentence) string {
	for i := s.sent.Index - 1; i >= 0 && i >= s.sent.Index-maxUnderHeading; i-- {
		h := &b.read[i]
		if h.sent.Kind != article.Heading {
			continue
		}
		if n := len(h.toks); n > 0 && n <= 4 {
			if head := singular(h.toks[n-1].Lower); head != h.toks[n-1].Lower && headSorts[head] == things && !rubrics[head] {
				return head
			}
		}
		return ""
	}
	return ""
}

// predicated reads what bare numbers are said to be: "six are old mills, two are barns with a loft".
func (s *sentence) predicated(c *Claim) (unit, object string, ok bool) {
	if c.Kind != counts.Number || c.Of != "" && !(c.From > 1 && s.toks[c.From-1].Lower == "whom") || c.NounTo > c.NounFrom || c.To >= len(s.toks) || !isBe(s.toks[c.To].Lower) {
		return "", "", false
	}
	from := c.To + 1
	k := from
	for k < len(s.toks) && k < from+3 && (s.toks[k].Tag == "JJ" || s.toks[k].Tag == "NN") {
		k++
	}
	if k >= len(s.toks) || s.toks[k].Tag != "NNS" {
		return "", "", false
	}
	head := singular(s.toks[k].Lower)
	if headSorts[head] != things && !(headSorts[head] == persons && s.toks[max(0, c.From-1)].Lower == "whom") {
		return "", "", false
	}
	return head, s.sent.Text[s.toks[from].Start-s.sent.Start : s.toks[k].End-s.sent.Start], true
}

// complement reads what the members of a set are said to be: "three of them children", "five of the dead were women".
func (s *sentence) complement(c *Claim) (unit, object string, ok bool) {
	if c.Kind != counts.Number || c.Of == "" || c.NounTo > c.NounFrom && c.Unit != "" {
		return "", "", false
	}
	k := c.To
	if k < len(s.toks) && s.toks[k].Lower == "of" { // past "of the dead"
		k++
		for end := s.toks[k-1].End + 1 + len(c.Of); k < len(s.toks) && s.toks[k].End <= end; k++ {
		}
	}
	if k < len(s.toks) && isBe(s.toks[k].Lower) {
		k++
	}
	from := k
	for k < len(s.toks) && k < from+3 && (s.toks[k].Tag == "JJ" || s.toks[k].Tag == "DT" || s.toks[k].Tag == "NN") {
		k++
	}
	if k >= len(s.toks) || s.toks[k].Tag != "NNS" && headSorts[singular(s.toks[k].Lower)] != persons {
		return "", "", false
	}
	head := singular(s.toks[k].Lower)
	if headSorts[head] != persons {
		return "", "", false
	}
	if from < k && s.toks[from].Tag == "DT" {
		from++
	}
	field := s.sent.Text
	return head, field[s.toks[from].Start-s.sent.Start : s.toks[k].End-s.sent.Start], true
}

// singular returns the singular of a noun.
func singular(n string) string {
	switch n {
	case "people":
		return "person"
	case "children":
		return "child"
	case "men":
		return "man"
	case "women":
		return "woman"
	}
	for _, end := range [...]string{"men", "women"} {
		if strings.HasSuffix(n, end) {
			return n[:len(n)-2] + "an"
		}
	}
	switch {
	case strings.HasSuffix(n, "ies") && len(n) > 4:
		return n[:len(n)-3] + "y"
	case strings.HasSuffix(n, "sses"), strings.HasSuffix(n, "shes"), strings.HasSuffix(n, "ches"), strings.HasSuffix(n, "xes"):
		return n[:len(n)-2]
	case strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && len(n) > 2:
		return n[:len(n)-1]
	}
	return n
}
