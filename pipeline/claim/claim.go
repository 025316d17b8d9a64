// Package claim makes claims of the counts in a document: who, what, how many, where, when, and who said so.
//
// In:  a Document with its names, dates, counts and credits. Out: one Claim a count, in document order.
package claim

import (
	"slices"
	"strings"
	"time"

	"crosstally/extractors"
	"crosstally/extractors/attribution"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// Modality is how a text puts a figure.
type Modality string

// The modalities.
const (
	Asserted Modality = "asserted"
	Planned  Modality = "planned"
	Demanded Modality = "demanded"
	Denied   Modality = "denied"
	Possible Modality = "possible"
)

// A Claim is a count with its frame.
type Claim struct {
	counts.Mention
	Quote           string   `json:"quote"`     // its sentence or table row
	Predicate       string   `json:"predicate"` // verb class, "" when none
	Place           string   `json:"place"`     // canonical name, "" when none
	EventDate       string   `json:"event_date"`
	AsOf            string   `json:"as_of"`
	Attribution     string   `json:"attribution"`
	AttributionText string   `json:"attribution_text"`
	Speaker         string   `json:"speaker"`
	Modality        Modality `json:"modality"`
	Kept            Kept     `json:"kept"`

	// What follows is for grouping: the store keeps it, extract does not print it.
	Frame Frame `json:"frame"`
}

// A Frame holds what decides which question a claim answers.
type Frame struct {
	PlaceTold    bool     // the text tells the place of this figure; otherwise it is its set's or the article's
	PlaceRole    string   // "destination", "origin", "location", "route", ""
	Phase        string   // "first", "onward", "return", ""
	Qualifiers   []string // sorted: "foreign", "child", "without documents"
	Participants []string // canonical names in the clause, sorted
	Set          string   // head of the set that it is a part of, "" when it is the whole
	AsOfTold     bool     // the text itself says the as-of day
	AsOfGiven    bool     // that day was told of another figure and holds for this one too
	AsOfClock    string   // time of day of the as-of where the text gives one
	Former       bool     // a figure the text says no longer holds
	Stock        bool     // a state that holds at a time (missing, held), not an event's total
}

// A Reading is all that was read from one article.
type Reading struct {
	Article *article.Article `json:"article"`
	Names   []names.Mention  `json:"names"`
	Dates   []dates.Mention  `json:"dates"`
	Claims  []Claim          `json:"claims"`
}

// Build makes the claims of a document.
func Build(d *extractors.Document, ns []names.Mention, ds []dates.Mention, cs []counts.Mention, credits []attribution.Credit) []Claim {
	if len(cs) == 0 {
		return nil
	}
	b := newBuilder(d, ns, ds, cs, credits)
	for i := range b.read {
		s := &b.read[i]
		if len(s.counts) == 0 {
			continue
		}
		s.occs = occurrences(s.toks, s.named(), s.occs)
		modes := modalities(d, s.sent)
		for k := range s.counts {
			b.add(s, &s.counts[k], modes)
		}
	}
	b.dateFormer()
	return b.out
}

// A sentence is what was read from one sentence.
type sentence struct {
	sent      *extractors.Sentence
	toks      []extractors.Token
	names     []names.Mention
	dates     []*dates.Mention
	dateRoles []dateRole
	counts    []counts.Mention
	isCount   []bool // by token
	occs      []occurrence
	bare      bool // the count at hand has no noun
}

// named marks the tokens of names, whose words say nothing: "Twin Falls".
func (s *sentence) named() []bool {
	m := make([]bool, len(s.toks))
	for i := range s.names {
		for k := max(0, s.names[i].From); k < s.names[i].To && k < len(m); k++ {
			m[k] = true
		}
	}
	return m
}

// A builder holds what was read from a document while its claims are made in order.
type builder struct {
	d       *extractors.Document
	read    []sentence
	where   *geography
	days    *calendar
	credits []attribution.Credit
	ds      []dates.Mention
	line    *dates.Timeline
	pub     time.Time
	out     []Claim
	told    bool   // the claim just dated has its day from a statement
	stated  []bool // by claim
}

func newBuilder(d *extractors.Document, ns []names.Mention, ds []dates.Mention, cs []counts.Mention, credits []attribution.Credit) *builder {
	b := &builder{d: d, ds: ds, credits: credits, pub: midnight(d.Published), read: make([]sentence, len(d.Sentences)), out: make([]Claim, 0, len(cs))}
	bySentence := make([][]names.Mention, len(d.Sentences))
	ni, di, ci := 0, 0, 0
	for i := range d.Sentences {
		s := &b.read[i]
		s.sent, s.toks = &d.Sentences[i], d.Sentences[i].Tokens
		for from := ni; ; ni++ {
			if ni == len(ns) || ns[ni].Sentence > i {
				s.names = ns[from:ni]
				break
			}
		}
		bySentence[i] = s.names
		for from := ci; ; ci++ {
			if ci == len(cs) || cs[ci].Sentence > i {
				s.counts = cs[from:ci]
				break
			}
		}
		s.isCount = make([]bool, len(s.toks))
		for k := range s.counts {
			for t := max(0, s.counts[k].From); t < s.counts[k].To && t < len(s.toks); t++ {
				s.isCount[t] = true
			}
		}
		for ; di < len(ds) && ds[di].Sentence <= i; di++ {
			if m := &ds[di]; m.Kind == dates.Date && !m.Period.Zero() && m.To <= len(s.toks) {
				s.dates = append(s.dates, m)
				s.dateRoles = append(s.dateRoles, s.roleOfDate(m))
			}
		}
	}
	b.where = readGeography(d, bySentence)
	b.days = readCalendar(d, b.read)
	return b
}

// bounds returns the tokens of a count with its noun.
func (s *sentence) bounds(m *counts.Mention) (from, to int) {
	from, to = m.From, m.To
	if m.NounTo > m.NounFrom {
		from, to = min(from, m.NounFrom), max(to, m.NounTo)
	}
	return max(0, from), min(len(s.toks), to)
}

// add makes the claim of one count.
func (b *builder) add(s *sentence, m *counts.Mention, modes []Modality) {
	c := Claim{Mention: *m, Quote: s.sent.Text}
	from, to := s.bounds(m)
	c.Modality = modalityOf(modes, m)
	parent := b.parentOf(s, &c)
	o := b.predicate(s, &c, parent)
	b.complete(s, &c, o, parent)
	b.place(s, &c, from, to, parent)
	b.eventDate(s, &c, o)
	b.asOf(s, &c, o)
	if credit, ok := creditOf(b.credits, s.sent, m.Span, c.Modality); ok {
		c.Attribution, c.AttributionText, c.Speaker = credit.Name, credit.Text, credit.Speaker
	}
	b.inherit(s, &c, parent)
	c.Frame.Qualifiers = b.qualifiers(s, &c, parent)
	c.Frame.Phase = s.phase(c.Predicate, from, to)
	c.Frame.Participants = s.participants(m, c.Place)
	if k := classOf(c.Predicate); k != nil {
		c.Frame.Stock = k.stock
	}
	b.out, b.stated = append(b.out, c), append(b.stated, b.told)
}

// predicate sets the claim's class: what its clause says of the count, else what was said of the list or the set that it goes
// on from, else what its noun says.
func (b *builder) predicate(s *sentence, c *Claim, parent int) *occurrence {
	_, to := s.bounds(&c.Mention)
	o, cost := s.predicateOf(sortOf(&c.Mention), c.From, max(c.To, min(c.NounFrom, to)), to)
	prev := b.previous(s, c)
	c.Predicate = b.classFor(s, c, o, cost, parent, prev)
	if c.Predicate == "arrest" && o != nil && o.term.form == partForm && s.still(o.from) {
		c.Predicate = "imprison"
	}
	head := c.Unit
	if c.Kind == counts.Money {
		head = "money"
	}
	if r, ok := remapped[[2]string{c.Predicate, head}]; ok {
		c.Predicate = classes[r].name
	}
	return o
}

func (b *builder) classFor(s *sentence, c *Claim, o *occurrence, cost float64, parent int, prev *Claim) string {
	elided := c.NounFrom >= c.NounTo && (c.Of == "" || pronoun(strings.ToLower(c.Of)))
	if prev != nil && len(b.out) > 1 && prev.Predicate == "have" && prev.Sentence == c.Sentence && s.isBase(prev.From) {
		prev = &b.out[len(b.out)-2] // past the whole of "32 of 81 seats" to its part
	}
	listed := prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind && prev.Predicate != ""
	if s.isBase(c.From) || s.ofThe(c.From) {
		if p := b.sameBefore(c); p != nil {
			return p.Predicate
		}
	}
	switch {
	case listed && elided && c.Kind == counts.Number && s.isTotal(c.From):
		return prev.Predicate // "47 new cases, bringing the total to 890"
	case listed && o != nil && s.toks[o.from].Lower == "turnout" && (prev.Predicate == "protest" || prev.Predicate == "attend"):
		return prev.Predicate
	case prev != nil && c.Kind == counts.Percent && prev.Kind == counts.Number && prev.Sentence == c.Sentence && c.From > 0 && s.toks[c.From-1].Lower == "or":
		return prev.Predicate // "4,000 jobs, or 8% of its staff"
	case s.isBase(c.From) && c.Kind == counts.Number && (o == nil || o.term.class.weak && o.term.slot != bearerSlot) && sortOf(&c.Mention) != persons|things:
		return "have"
	case o != nil && parent >= 0 && elided && describes[o.term.class.name] && b.out[parent].Predicate != "":
		return b.out[parent].Predicate // "of these, 41 were on the plane": 41 of the dead
	case o != nil && !(cost >= 5 && listed) && !(elided && c.Kind == counts.Number && hollow[o.term.class.name]):
		return o.term.class.name
	case parent >= 0 && b.out[parent].Predicate != "":
		return b.out[parent].Predicate
	case listed && (elided || o == nil || o.term.slot != bearerSlot):
		return prev.Predicate
	case o != nil && !elided:
		return o.term.class.name
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
	}
	return byKind[c.Kind]
}

// ofThe reports whether a number opens a sentence as a known whole: "Of the 31".
func (s *sentence) ofThe(from int) bool {
	return from > 1 && s.toks[from-2].Lower == "of" && s.toks[from-1].Lower == "the"
}

// sameBefore returns an earlier claim of the same number, which "of the 38" takes up.
func (b *builder) sameBefore(c *Claim) *Claim {
	if c.Kind != counts.Number {
		return nil
	}
	for i := len(b.out) - 1; i >= 0; i-- {
		if p := &b.out[i]; p.Kind == c.Kind && p.Predicate != "" && sameNumber(p, c) {
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

// describes are classes that only tell who the members of a set are.
var describes = wordSet("live board have work travel register govern")

// hollow are classes that say nothing of a bare number: "on Monday it had 23".
var hollow = map[string]bool{"have": true}

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
		for k := range p.occs {
			if t := p.occs[k].term; !t.class.weak && t.class.sorts&sort != 0 && t.class.unit != "" && t.slot != bearerSlot {
				return t.class.name
			}
		}
	}
	return ""
}

// place sets the claim's place: the one told for it, else its set's, else where the article is about.
func (b *builder) place(s *sentence, c *Claim, from, to, parent int) {
	c.Place, c.Frame.PlaceRole = s.placeOf(from, to, c.Predicate)
	c.Frame.PlaceTold = c.Place != ""
	switch {
	case c.Place != "" && b.where.main != c.Place && b.where.contains(c.Place, b.where.main) && !spread[c.Predicate] && c.Frame.PlaceRole == location:
		c.Place, c.Frame.PlaceTold = b.where.main, false
	case c.Place == "" && parent >= 0:
		c.Place = b.out[parent].Place
	case c.Place == "" && b.where.sure:
		c.Place = b.where.main
	}
	if c.Frame.PlaceRole == "" && c.Place != "" {
		c.Frame.PlaceRole = location
	}
}

// spread are classes that are counted for regions as for towns, so that a region's figure is another than the town's.
var spread = map[string]bool{"infect": true, "live": true, "vaccinate": true, "register": true, "vote": true, "displace": true, "imprison": true, "have": true, "exempt": true, "hospitalise": true, "unemployed": true, "poor": true, "starve": true}

// inherit takes over the day that was told of the set which a figure is a part of, or of the same figure before.
func (b *builder) inherit(s *sentence, c *Claim, parent int) {
	if parent >= 0 {
		c.Frame.Set = b.out[parent].Unit
	}
	if c.Frame.AsOfTold || c.Frame.Former || c.Predicate == "have" && s.isBase(c.From) {
		return
	}
	var p *Claim
	prev := b.previous(s, c)
	stated := prev != nil && b.stated[len(b.stated)-1] && (c.Attribution == "" || c.Attribution == prev.Attribution)
	switch {
	case parent >= 0 && b.stated[parent]:
		p = &b.out[parent]
	case stated && prev.Sentence != c.Sentence && c.NounFrom >= c.NounTo && c.Of == "":
		p = prev
	case stated && prev.Sentence == c.Sentence && (prev.Frame.AsOfGiven || c.Kind == counts.Percent && prev.Kind == counts.Number):
		p = prev
	case c.From > 0 && s.toks[c.From-1].Lower == "the":
		p = b.toldBefore(c)
	}
	b.told = b.told || p != nil
	if p != nil {
		c.AsOf, c.Frame.AsOfTold, c.Frame.AsOfClock, c.Frame.AsOfGiven = p.AsOf, true, p.Frame.AsOfClock, true
		return
	}
	if pronounOf(c.AttributionText) { // "…, by her account": of the day on which she spoke
		for i := s.sent.Index - 1; i >= 0 && i >= s.sent.Index-2 && b.credited(i, c.Attribution); i-- {
			for k, role := range b.read[i].dateRoles {
				if m := b.read[i].dates[k]; role == toldDate && !b.later(m.Period) {
					c.AsOf, c.Frame.AsOfTold = m.Value, true
					return
				}
			}
		}
	}
}

// credited reports whether a sentence credits something to name.
func (b *builder) credited(sentence int, name string) bool {
	for i := range b.credits {
		if b.credits[i].Sentence == sentence && b.credits[i].Name == name {
			return true
		}
	}
	return false
}

func pronounOf(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch first {
	case "he", "she", "they", "it", "his", "her", "their", "its":
		return true
	}
	return false
}

// toldBefore returns an earlier claim of the same number whose day the text tells: "the 31".
func (b *builder) toldBefore(c *Claim) *Claim {
	for i := len(b.out) - 1; i >= 0; i-- {
		if p := &b.out[i]; b.stated[i] && p.Kind == c.Kind && sameNumber(p, c) && b.close(p, c, 15) {
			return p
		}
	}
	return nil
}

// dateFormer gives a figure that no longer holds the day on which the same article says that it was given.
func (b *builder) dateFormer() {
	for i := range b.out {
		c := &b.out[i]
		if !c.Frame.Former || c.Frame.AsOfTold || c.Value == nil && c.Lower == nil {
			continue
		}
		for k := range b.out {
			p := &b.out[k]
			if k != i && p.Predicate == c.Predicate && p.AsOf < c.AsOf && p.Frame.AsOfTold && sameNumber(p, c) {
				c.AsOf, c.Frame.AsOfTold = p.AsOf, true
				break
			}
		}
	}
}

func sameNumber(a, b *Claim) bool {
	x, y := a.Value, b.Value
	if x == nil {
		x = a.Lower
	}
	if y == nil {
		y = b.Lower
	}
	return x != nil && y != nil && *x == *y
}

// phase reads whether a move is a second one or a way back.
func (s *sentence) phase(class string, from, to int) string {
	switch class {
	case "return":
		return "return"
	case "transfer", "travel":
	default:
		return ""
	}
	for k := 0; k+1 < len(s.toks) && k < 4; k++ {
		if w := s.toks[k].Lower; w == "later" || k == 0 && (w == "after" || w == "then" || w == "subsequently") && s.toks[1].Tag != "DT" {
			return "onward" // "After several days they were taken to …"
		}
	}
	for k := max(0, from-12); k < min(len(s.toks), to+8); k++ {
		switch s.toks[k].Lower {
		case "then", "later", "onward", "onwards", "subsequently", "afterwards", "eventually":
			return "onward"
		case "on":
			if k > 0 && k+1 < len(s.toks) && s.toks[k+1].Lower == "to" && strings.HasPrefix(s.toks[k-1].Tag, "VB") {
				return "onward"
			}
		}
	}
	return ""
}

// participants returns the persons and bodies named in the count's part of the clause, sorted.
func (s *sentence) participants(m *counts.Mention, place string) []string {
	lo, hi := 0, len(s.toks)
	for k := m.From - 1; k >= 0; k-- {
		if w := s.toks[k].Lower; w == ";" || s.isCount[k] {
			lo = k + 1
			break
		}
	}
	for k := m.To; k < len(s.toks); k++ {
		if w := s.toks[k].Lower; w == ";" || s.isCount[k] {
			hi = k
			break
		}
	}
	var out []string
	for i := range s.names {
		n := &s.names[i]
		if n.From >= lo && n.To <= hi && n.Name != place && n.Type != names.Place {
			out = append(out, n.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
