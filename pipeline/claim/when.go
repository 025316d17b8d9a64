package claim

import (
	"strings"
	"time"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/pipeline/article"
)

// A dateRole says what a date in a sentence is the date of.
type dateRole uint8

const (
	eventDate dateRole = iota // of what happened
	toldDate                  // of the figure: "said on Monday", "as of noon"
	otherDate                 // of neither: "until 23 March", a deadline
)

// farthestDate is the greatest cost at which a date still belongs to a count.
const farthestDate = 12

// telling are verbs whose day is the day a figure was given.
var telling = wordSet("say said says saying tell told tells report reported reports announce announced announces confirm confirmed confirms publish published release issued issue estimate estimated put puts give gave gives given giving state stated write wrote post posted tweet tweeted speak spoke dated update updated revise revised raise raised count counted add added claim claimed declare declared acknowledge acknowledged admit admitted disclose disclosed reveal revealed quote quoted note noted list listed show showed shown record recorded predict predicted forecast projected project verified verify sent stand stood stands")

// standing are verbs with which a number is put at a day: "rose to 24 on Monday", "it was 52 on Tuesday".
var standing = wordSet("stood stand stands was were is are had has have rose rises risen climbed climbs reached reaches went gone grew grown hit passed topped fell dropped jumped increased totalled totaled numbered exceeded remained remain remains made")

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// roleOfDate reads what a date is the date of.
func (s *sentence) roleOfDate(m *dates.Mention) dateRole {
	switch m.Relation {
	case "as-of":
		return toldDate
	case "until", "before":
		return otherDate
	case "since":
		return eventDate
	}
	if m.Period.Grain == dates.Year && m.From > 0 && m.To < len(s.toks) && s.toks[m.From-1].Tag == "DT" && strings.HasPrefix(s.toks[m.To].Tag, "NN") {
		if w := s.toks[max(0, m.From-2)].Lower; w != "in" && w != "during" {
			return otherDate // "a symbol of the 2020 protests"
		}
	}
	if m.From > 0 && s.toks[m.From-1].Lower == "of" {
		return eventDate // "its outbreak of 2025"
	}
	if isPossessive(s.toks[m.To-1].Lower) || m.To < len(s.toks) && isPossessive(s.toks[m.To].Lower) {
		return eventDate // "Saturday's attack"
	}
	reach := 6
	for k := m.From - 1; k >= 0 && k >= m.From-reach; k-- {
		w, tag := s.toks[k].Lower, s.toks[k].Tag
		if telling[w] && tag != "NN" && tag != "NNS" && !(w == "counted" && k > 0 && isBe(s.toks[k-1].Lower)) || w == "dated" {
			return toldDate
		}
		if s.isCount[k] || strings.HasPrefix(tag, "NNP") || w == "&" {
			reach++ // "had said 58% the day before", "told Radio Norland on Friday"
			continue
		}
		if w == "," || w == ";" || strings.HasPrefix(tag, "VB") {
			break
		}
	}
	for k := m.To; k < len(s.toks) && k <= m.To+2; k++ { // "on Monday said"
		w := s.toks[k].Lower
		if telling[w] && strings.HasPrefix(s.toks[k].Tag, "VB") {
			return toldDate
		}
		if w == "," || isClauseStop(w) {
			break
		}
	}
	return eventDate
}

// dateFor returns the nearest date of a role to a count in its sentence.
func (s *sentence) dateFor(from, to int, role dateRole) *dates.Mention {
	var best *dates.Mention
	least := float64(farthestDate)
	for i := range s.dates {
		m := s.dates[i]
		if s.dateRoles[i] != role {
			continue
		}
		c := s.gapTo(m, from, to)
		if role == toldDate {
			c -= s.crossed(m, from, to) // a statement holds for all its figures
		}
		if m.Period.Grain == dates.Year {
			c += 3 // "the fourth this year"
		}
		if c < least {
			least, best = c, m
		}
	}
	return best
}

func (s *sentence) dateGap(from, to int) float64 {
	c := 0.0
	for k := from; k < to && c <= farthestDate; k++ {
		switch s.toks[k].Lower {
		case ".", ";", "?", "!":
			c += 8
		case "while", "although", "against", "compared", "whereas", "from":
			c += 4
		case "than", "before":
			c += farthestDate + 1
		case "but", "when", "after", "until":
			c += 2.5
		case "and", "which", "who":
			c += 1.2
		case ",", "—", "–", ":":
			c++
		default:
			c += 0.15
		}
		if s.isCount[k] && (k == from || !s.isCount[k-1]) && !s.chained(k) {
			c += 2
		}
	}
	return c
}

// crossed is what dateGap adds for the counts between a date and a count, but a part of it.
func (s *sentence) crossed(m *dates.Mention, from, to int) float64 {
	a, z := to, m.From
	if m.To <= from {
		a, z = m.To, from
	}
	n := 0.0
	for k := a; k < z; k++ {
		if s.isCount[k] && (k == a || !s.isCount[k-1]) && !s.chained(k) {
			n += 1.5
		}
	}
	return n
}

// chained reports whether the figure at k goes on a series: "from 31 to 34 to 39".
func (s *sentence) chained(k int) bool {
	return k > 0 && s.toks[k-1].Lower == "to"
}

// stands reports whether a date next to a count is the day that the number stood there, not the day of an event: a state,
// or a toll that "rose to 24 on Monday".
func (s *sentence) stands(o *occurrence, from, to int) bool {
	if o == nil {
		return s.copula(from, to)
	}
	k := o.term.class
	switch {
	case k.name == "have", k.stock && k.name != "need" && (o.term.slot == stateSlot || static[k.name]):
		return true
	case o.term.slot == nounSlot && k.toll && o.to <= from:
		return s.verbBetween(o.to, from)
	case o.term.slot == nounSlot && k.name == "infect", o.term.slot == stateSlot && k.toll:
		return s.verbNear(from, to)
	}
	return false
}

// static are classes whose verbs, too, tell a state.
var static = map[string]bool{"imprison": true, "remain": true, "miss": true, "live": true, "survive": true, "board": true, "outage": true, "shelter": true}

// copula reports whether the count is all that is said of its day: "it was 52", "had 23", "the number is 12".
func (s *sentence) copula(from, to int) bool {
	for k := from - 1; k >= 0 && k >= from-3; k-- {
		if standing[s.toks[k].Lower] {
			return true
		}
		if s.toks[k].Tag != "RB" && s.toks[k].Lower != "at" && s.toks[k].Lower != "to" {
			return false
		}
	}
	return false
}

func (s *sentence) verbBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if standing[s.toks[k].Lower] {
			return true
		}
	}
	return false
}

func (s *sentence) verbNear(from, to int) bool {
	return s.verbBetween(max(0, from-4), from) || s.verbBetween(to, min(len(s.toks), to+4))
}

// isFormer reports whether a text says that a figure no longer holds: the 14 of "from 14 to 18", "up from 14", "earlier 14".
func (s *sentence) isFormer(from, to int) bool {
	if from == 0 {
		return false
	}
	prev := s.toks[from-1].Lower
	if prev == "the" && from > 1 {
		prev = s.toks[from-2].Lower
	}
	switch prev {
	case "from":
		if to < len(s.toks) && s.toks[to].Lower == "to" && s.numberAt(to+1) {
			return true
		}
		return s.changes(from)
	case "initial", "original", "previous", "earlier", "previously", "originally", "initially", "formerly":
		return true
	case "to": // the 34 of "from 31 to 34 to 39"
		return to < len(s.toks) && s.toks[to].Lower == "to" && s.numberAt(to+1)
	case "at", "as", "of":
		return s.initial(from) || s.earlier(from)
	case "giving", "given", "reported", "reporting":
		return from > 1 && (s.toks[from-2].Lower == "after" || s.toks[from-2].Lower == "originally" || s.toks[from-2].Lower == "initially")
	}
	return false
}

// changes reports whether the number after "from" at its left is where a change began.
func (s *sentence) changes(from int) bool {
	for k := from - 2; k >= 0 && k >= from-12; k-- {
		switch s.toks[k].Lower {
		case "up", "down", "rose", "risen", "raised", "revised", "climbed", "increased", "jumped", "grew", "fell", "dropped", "lowered", "cut", "reduced", "rising", "rises", "went", "changed", "corrected", "climbs", "falls", "surged", "soared", "decreased", "doubled", "tripled", "increase", "rise", "fall", "drop", "adjusted":
			return true
		case ";", ".":
			return false
		}
	}
	return false
}

// earlier reports whether a count was put so before: "had earlier put the toll at 19".
func (s *sentence) earlier(from int) bool {
	for k := from - 1; k >= 1 && k >= from-7; k-- {
		switch s.toks[k].Lower {
		case "earlier", "previously", "formerly":
			return s.toks[k-1].Lower == "had" || k+1 < len(s.toks) && strings.HasPrefix(s.toks[k+1].Tag, "VB")
		}
	}
	return false
}

// overnight reports whether a count is "an overnight figure of nine", which the text replaces.
func (s *sentence) overnight(from int) bool {
	return from > 2 && s.toks[from-1].Lower == "of" && s.toks[from-3].Lower == "overnight"
}

// initial reports whether the words at the left of a count call it a first figure, given when the event was fresh.
func (s *sentence) initial(from int) bool {
	for k := from - 1; k >= 0 && k >= from-6; k-- {
		switch s.toks[k].Lower {
		case "initial", "initially", "original", "originally", "preliminary":
			return true
		case ",", ";", ".", "to":
			return false
		}
	}
	return false
}

// A calendar is what an article tells of its days.
type calendar struct {
	published string       // day of publication in the page's zone, of the origin for a copy; "" when unknown
	main      dates.Period // zero when the text does not tell
}

// leadSentences is how many sentences of the text tell what an article is about.
const leadSentences = 2

// maxAge is how long before publication, in days, the event of a story may lie.
const maxAge = 31

// readCalendar finds the day of the event that an article is about: the first day that its title or lead tells of, else one
// that it comes back to.
func readCalendar(d *extractors.Document, read []sentence) *calendar {
	c := &calendar{published: publicationDay(d.Article)}
	pub := midnight(d.Published)
	n := map[string]int{}
	best, lead := 0, 0
	for i := range read {
		s := &read[i]
		if s.sent.Field == extractors.Text {
			lead++
		}
		for k, m := range s.dates {
			p := m.Period
			if s.dateRoles[k] != eventDate || m.Relation == "since" || m.Relation == "by" || p.Grain != dates.Day || !p.From.Equal(p.To) ||
				!pub.IsZero() && (p.From.After(pub) || pub.Sub(p.From) > maxAge*24*time.Hour) {
				continue
			}
			switch {
			case lead <= leadSentences:
				n[m.Value] += 3
			case !p.From.Equal(pub):
				n[m.Value] += 2
			}
			if n[m.Value] > best {
				best, c.main = n[m.Value], p
			}
		}
	}
	if best < 3 {
		c.main = dates.Period{} // named once, in passing
	}
	if d.Article.SyndicatedFrom != nil && !c.main.Zero() && !pub.IsZero() {
		// A copy's figures are as old as its origin, which as a rule wrote on the day of the event.
		if age := pub.Sub(c.main.From); age > 0 && age <= 48*time.Hour {
			c.published = c.main.From.Format(time.DateOnly)
		}
	}
	return c
}

func midnight(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// publicationDay returns the day of publication as the page writes it, "" when it gives none.
func publicationDay(a *article.Article) string {
	p := strings.TrimSpace(a.Published)
	if len(p) >= 10 {
		if _, err := time.Parse(time.DateOnly, p[:10]); err == nil {
			return p[:10]
		}
	}
	return ""
}

// asOf sets the day for which a figure held or was given.
func (b *builder) asOf(s *sentence, c *Claim, o *occurrence) {
	from, to := s.bounds(&c.Mention)
	c.AsOf = b.days.published
	if t := s.sent.Clock; t != "" {
		c.Frame.AsOfClock = t
		if len(t) > 10 {
			c.AsOf = t[:10]
		}
	}
	c.Frame.Former = s.isFormer(c.From, c.To)
	b.told = false
	if s.isBase(c.From) && c.Predicate == "have" {
		return // how many there are at all
	}
	if s.earlyFigure(c.From) && !b.days.main.Zero() {
		c.AsOf, c.Frame.AsOfTold, c.Frame.Former = b.days.main.String(), true, true
		return
	}
	m := s.dateFor(from, to, toldDate)
	if e := s.dateFor(from, to, eventDate); e != nil && b.near(e) && s.gapTo(e, from, to) < maxStanding && (c.Frame.Former || s.stands(o, c.From, to) || e.Relation == "by" || o == nil && e.To == c.From) {
		if !isPossessive(s.toks[e.To-1].Lower) && (m == nil || s.gapTo(e, from, to) < s.gapTo(m, from, to) || c.Frame.Former) {
			m = e
		}
	}
	switch {
	case m != nil && !b.later(m.Period):
		b.told = !c.Frame.Former
		c.AsOf, c.Frame.AsOfTold, c.Frame.AsOfClock = m.Value, true, m.Clock
	case s.atTheTime(to) && c.EventDate != "":
		c.AsOf, c.Frame.AsOfTold = c.EventDate, true
	case s.lateThatDay(from, to):
		if p := b.timeline().At(s.sent.Index); !p.Zero() && !b.later(p) {
			c.AsOf, c.Frame.AsOfTold = p.String(), true
		}
	}
}

// maxStanding is the greatest gap at which a day tells when a number stood.
const maxStanding = 3.5

// lateThatDay reports whether a figure was given at the end of the day that was just spoken of.
func (s *sentence) lateThatDay(from, to int) bool {
	for k := max(0, from-8); k+1 < len(s.toks) && k < to+6; k++ {
		switch s.toks[k+1].Lower {
		case "evening", "night", "afternoon", "morning":
			w := s.toks[k].Lower
			if w == "that" || w == "same" || w == "the" && k > 1 && s.toks[k-1].Lower == "in" && s.toks[k-2].Lower == "late" {
				return true
			}
		}
	}
	return false
}

// timeline returns the days at which the story stands, read when first asked for.
func (b *builder) timeline() *dates.Timeline {
	if b.line == nil {
		b.line = dates.NewTimeline(b.d, b.ds)
	}
	return b.line
}

func (s *sentence) gapTo(m *dates.Mention, from, to int) float64 {
	if m.From >= to {
		return s.dateGap(to, m.From)
	}
	return s.dateGap(m.To, from) + 0.5
}

// near reports whether a date lies within the weeks before publication, in which a figure can be dated by it.
func (b *builder) near(m *dates.Mention) bool {
	return b.pub.IsZero() || m.Period.Grain == dates.Day && b.pub.Sub(m.Period.From) < 60*24*time.Hour
}

func (b *builder) later(p dates.Period) bool { return !b.pub.IsZero() && p.From.After(b.pub) }

// atTheTime reports whether a figure is told as it was given then.
func (s *sentence) atTheTime(to int) bool {
	for k := to; k+2 < len(s.toks); k++ {
		if s.toks[k].Lower == "at" && s.toks[k+1].Lower == "the" && s.toks[k+2].Lower == "time" {
			return true
		}
	}
	return false
}

// earlyFigure reports whether a figure is told as the first of its kind, from the day of the event itself.
func (s *sentence) earlyFigure(from int) bool {
	if s.initial(from) || s.overnight(from) {
		return true
	}
	for k := from - 1; k >= 0 && k >= from-6; k-- {
		switch s.toks[k].Lower {
		case "projection", "projections":
			return true
		case "poll":
			return k > 0 && s.toks[k-1].Lower == "exit"
		}
	}
	for k := from; k+2 < len(s.toks) && k < from+6; k++ {
		if s.toks[k].Lower == "on" && s.toks[k+1].Lower == "election" && s.toks[k+2].Lower == "night" {
			return true
		}
	}
	return false
}

// eventDate sets the day or period of what the figure counts.
func (b *builder) eventDate(s *sentence, c *Claim, o *occurrence) {
	from, to := s.bounds(&c.Mention)
	if e := s.dateFor(from, to, eventDate); e != nil && s.gapTo(e, from, to) < farthestEvent && !(s.stands(o, c.From, to) && b.near(e)) && !s.ofOthers(o, to, e) {
		c.EventDate = e.Value
		return
	}
	k := classOf(c.Predicate)
	if k == nil || lasting[k.name] {
		return
	}
	if p := b.previous(s, c); p != nil && p.EventDate != "" && p.Predicate == c.Predicate {
		c.EventDate = p.EventDate
		return
	}
	if k.sudden {
		c.EventDate = b.days.main.String()
	}
}

// ofOthers reports whether a date stands in a relative clause behind the figure, while what is said of the figure stands before
// that clause: "released 123 prisoners who were jailed during the protests of 2020".
func (s *sentence) ofOthers(o *occurrence, to int, e *dates.Mention) bool {
	if o == nil {
		return false
	}
	for k := to; k < e.From && k < len(s.toks); k++ {
		switch s.toks[k].Lower {
		case "who", "which", "whose", "whom":
			return o.to <= k
		case ";", ".", "—":
			return false
		}
	}
	return false
}

// farthestEvent is the greatest gap at which a date is that of what a figure counts.
const farthestEvent = 6

// lasting are classes that no event brings about: a fleet, a population.
var lasting = map[string]bool{"have": true, "live": true, "infect": true, "vaccinate": true, "exempt": true, "expose": true, "need": true, "measure": true, "govern": true, "imprison": true, "unemployed": true, "poor": true, "work": true, "speak": true, "use": true}
