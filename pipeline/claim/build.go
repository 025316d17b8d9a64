package claim

import (
	"cmp"
	"strings"
	"time"

	"crosstally/extractors"
	"crosstally/extractors/attribution"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
)

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

// named marks the tokens of names, whose words say nothing, "Niagara Falls", and the month that is also a demonstration.
func (s *sentence) named() []bool {
	m := make([]bool, len(s.toks))
	for i := range s.names {
		for k := max(0, s.names[i].From); k < s.names[i].To && k < len(m); k++ {
			m[k] = true
		}
	}
	for _, d := range s.dates {
		for k := max(0, d.From); k < d.To && k < len(m); k++ {
			m[k] = m[k] || s.toks[k].Lower == "march"
		}
	}
	return m
}

// A builder holds what was read from a document while its claims are made in order.
type builder struct {
	d         *extractors.Document
	read      []sentence
	where     *geography
	days      *calendar
	credits   []attribution.Credit
	ds        []dates.Mention
	line      *dates.Timeline
	entries   []string // day of the live entry by sentence, nil outside live blogs
	pub       time.Time
	out       []Claim
	tableDays map[int]*dates.Mention // the day of a row, by sentence, from the line above its table
	hours     map[int]string         // the day of blocks of lists that go through it
	befallen  map[string]string      // the noun that alone a class is said of, by class, where it was asked for
	seats     map[string]string      // who governs a town -> the town
	told      bool                   // the claim just dated has its day from a statement
	stated    []bool                 // by claim
	gist
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
	b.entries = entryDays(d, b.read)
	b.gist = gistOf(b.read)
	b.tableDays = tableDays(b.read)
	b.seats = readSeats(b.read)
	b.hours = dayBefore(d)
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
	if s.givenBy(m) {
		c.Of, c.Unit, c.Object, c.NounFrom, c.NounTo = "", "", "", c.To, c.To
		m = &c.Mention
	}
	if c.Of == "" && c.NounFrom >= c.NounTo && c.Kind == counts.Number {
		c.Of = s.leadingOf(m.From)
	}
	if set := s.ofSet(m); set != "" && c.Kind == counts.Number {
		c.Of = set
	}
	parent := b.parentOf(s, &c)
	if parent >= 0 && c.Of == "" && c.Unit == "person" && b.out[parent].Sentence == c.Sentence && sortOf(&b.out[parent].Mention) == persons {
		c.Unit, c.Object = b.out[parent].Unit, b.out[parent].Object // "All 21 crew were found: 18 alive, three dead"
	}
	var o *occurrence
	var before *Claim
	if c.Column != "" && c.Unit != "" {
		o = b.ofColumn(s, &c, parent)
	} else {
		o = b.predicate(s, &c, parent)
		if c.Kind == counts.Number && c.NounFrom >= c.NounTo && c.Of == "" && b.unspoken(s, &c, o != nil) {
			c.Predicate, o = "", nil
			if prev := b.previous(s, &c); prev != nil && prev.Sentence == c.Sentence && prev.Kind == c.Kind {
				c.Predicate = prev.Predicate
			}
		}
		if before = b.restate(s, &c, o == nil); before == nil || c.Kind != counts.Number {
			b.complete(s, &c, o, parent)
		}
		if c.NounFrom >= c.NounTo {
			x := &sensed{b: b, s: s, c: &c, o: o, to: to}
			x.apply(ofBare)
		}
	}
	if b.plannedOn(s, &c, o) {
		c.Modality = Planned
	}
	if s.struckOff(from, to) || s.foundThen(&c, to) {
		c.Delta = true
	}
	if c.Delta && b.otherThings(s, &c) {
		c.Delta = false
	}
	if c.Predicate == "" {
		c.Frame.Verb = s.verbRightBefore(from)
	}
	credit, credited := creditOf(b.credits, s.sent, m.Span, c.Modality)
	b.place(s, &c, from, to, parent)
	if !c.Frame.PlaceTold && credited && c.Kind == counts.Number && s.sent.Field == extractors.Text {
		if seat := b.seats[cmp.Or(credit.Speaker, credit.Name)]; seat != "" && seat != c.Place {
			c.Place, c.Frame.PlaceRole, c.Frame.PlaceTold = seat, location, true
		}
	}
	if before != nil && !c.Frame.PlaceTold {
		c.Place, c.Frame.PlaceRole, c.Frame.PlaceTold = before.Place, before.Frame.PlaceRole, before.Frame.PlaceTold
	}
	b.eventDate(s, &c, o)
	b.asOf(s, &c, o)
	if credited {
		c.Attribution, c.AttributionText, c.Speaker = credit.Name, credit.Text, credit.Speaker
	}
	b.inherit(s, &c, parent)
	c.Frame.Qualifiers = b.qualifiers(s, &c, o, parent)
	c.Frame.Phase = s.phase(c.Predicate, from, to)
	c.Frame.Said = o != nil && o.term.class.name == c.Predicate
	c.Frame.Participants = s.participants(m, c.Place)
	if k := classOf(c.Predicate); k != nil {
		c.Frame.Stock = k.stock
	}
	b.out, b.stated = append(b.out, c), append(b.stated, b.told)
}

// struckOff reports whether what is counted was taken off a list or a toll, which is no toll: "took five deaths off the list".
func (s *sentence) struckOff(from, to int) bool {
	verb := false
	for k := from - 1; k >= 0 && k >= from-2; k-- {
		switch s.toks[k].Lower {
		case "took", "take", "takes", "taken", "struck", "removed", "removes", "remove", "deducted":
			verb = true
		}
	}
	if !verb || to+2 >= len(s.toks) || s.toks[to].Lower != "off" && s.toks[to].Lower != "from" || s.toks[to+1].Tag != "DT" && s.toks[to+1].Tag != "PRP$" {
		return false
	}
	switch s.toks[to+2].Lower {
	case "list", "toll", "count", "tally", "total", "figure", "figures", "death":
		return true
	}
	return false
}

// plannedOn reports a bare figure of which its sentence says nothing but how many, or where, after one of the same kind that is planned: "will
// close 94 branches. Sixty-one are in Scotland", "will cut 1,850 jobs. The union says 2,300".
func (b *builder) plannedOn(s *sentence, c *Claim, o *occurrence) bool {
	if c.Modality != Asserted || c.Kind != counts.Number || c.NounTo > c.NounFrom || c.Of != "" || c.Delta || o != nil || !announced[c.Predicate] || s.isFormer(c.From, c.To) {
		return false
	}
	for _, m := range s.dates {
		if m.Period.Grain == dates.Year || m.Relation == "since" || b.past(m) {
			return false
		}
	}
	if s.toldAsDone(c.From) {
		return false
	}
	p := b.antecedent(c, c.Predicate, 2)
	return p != nil && p.Modality == Planned && p.Field == c.Field
}

// toldAsDone reports a verb by which a sentence tells what was or has been done, or before a figure at token from "there are" and "it is", with
// which a set of its own begins.
func (s *sentence) toldAsDone(from int) bool {
	for k, t := range s.toks {
		if (t.Tag == "VBD" || t.Tag == "VBN") && !telling[t.Lower] || isBe(t.Lower) && k > 0 && k < from && (s.toks[k-1].Lower == "there" || s.toks[k-1].Lower == "it") {
			return true
		}
	}
	return false
}

// announced are classes of what is told first when it is planned.
var announced = tell.Of("announced")

// finding are verbs for coming upon the dead.
var finding = tell.Of("finding")

// foundThen reports bodies that were found at a time that the text tells, which are no toll: "two bodies were found late this morning".
func (s *sentence) foundThen(c *Claim, to int) bool {
	if c.Unit != "body" {
		return false
	}
	for k := to + 1; k < len(s.toks) && k < to+4; k++ {
		if !finding[s.toks[k].Lower] || s.toks[k-1].Lower != "were" && s.toks[k-1].Lower != "was" {
			continue
		}
		for n := k + 1; n < len(s.toks) && n < k+6 && s.toks[n].Lower != "," && s.toks[n].Lower != "by" && s.toks[n].Lower != "as"; n++ {
			if partsOfDay[s.toks[n].Lower] {
				return true
			}
		}
	}
	return false
}

// partsOfDay are words for when in a day something was.
var partsOfDay = tell.Of("part-of-day")

// broughtTo reports a bare number that the figures before it bring a count to, wherever they are from: "which brings the council's count to six".
func (s *sentence) broughtTo(from int) bool {
	if from < 2 || s.toks[from-1].Lower != "to" {
		return false
	}
	counted := false
	for k := from - 2; k >= 0; k-- {
		counted = counted || s.isCount[k]
		switch w := s.toks[k].Lower; {
		case bringing[w]:
			for i := range s.names {
				if n := &s.names[i]; n.Type == names.Place && n.From > k && n.To < from {
					return false // "bringing the toll in England to 14"
				}
			}
			for ; k >= 0; k-- {
				counted = counted || s.isCount[k]
			}
			return counted
		case w == ";":
			return false
		}
	}
	return false
}

// bringing are verbs for what one more figure does to a count.
var bringing = tell.Of("bringing")

// otherThings reports whether "another 90" or "90 more" tells of others than the figure before it in the sentence, of which something
// else is said: "62 homes burned down and another 90 are damaged".
func (b *builder) otherThings(s *sentence, c *Claim) bool {
	prev := b.previous(s, c)
	return prev != nil && prev.Kind == c.Kind && prev.Predicate != "" && c.Predicate != "" && prev.Predicate != c.Predicate && (strings.HasPrefix(strings.ToLower(c.Text), "another ") || c.To < len(s.toks) && s.toks[c.To].Lower == "more")
}

// place sets the claim's place: the one told for it, else its set's, else where the article is about.
func (b *builder) place(s *sentence, c *Claim, from, to, parent int) {
	if c.Place = b.inCapital(s, to); c.Place != "" {
		c.Frame.PlaceRole = location
	} else if c.Kind != counts.Measure || !s.distance(c.To) { // how far from a place something is does not say that it is there
		if s.broughtTo(c.From) {
			return // "one in York, which brings the council's count to six": a count of all places
		}
		p := s.placeOf(from, to, c.Predicate)
		c.Place, c.Frame.PlaceRole, c.Frame.PlaceAlso, c.Frame.PlaceWide = p.name, p.role, p.also, p.wide
	}
	if c.Column != "" {
		if p := s.rowPlace(); p != "" {
			c.Place, c.Frame.PlaceRole = p, location
		} else if s.sums() {
			return // of all the places above
		}
	}
	if n := len(b.out); c.Place == "" && n > 0 && b.out[n-1].Sentence == c.Sentence && b.out[n-1].Frame.PlaceTold && b.out[n-1].Kind == c.Kind && (s.alongside(&b.out[n-1], c) || s.endedAt(&b.out[n-1], c) || c.NounFrom >= c.NounTo && s.retold(c.From)) {
		c.Place, c.Frame.PlaceRole = b.out[n-1].Place, b.out[n-1].Frame.PlaceRole // "in Leeds, with 812 cases and 17 deaths"
	}
	if c.Place == "" {
		if c.Place = b.spokenOf(s, from, to); c.Place != "" {
			c.Frame.PlaceRole = location
		}
	}
	c.Frame.PlaceTold = c.Place != ""
	switch {
	case c.Place != "" && !c.Frame.PlaceWide && b.where.main != c.Place && b.where.contains(c.Place, b.where.main) && !is(c.Predicate, spread) && !(names.Level(c.Place) == 2 && (b.where.rival || b.rivalBeside(s, c.Place))) && c.Frame.PlaceRole == location:
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
