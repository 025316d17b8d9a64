package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/pipeline/claim"
)

// A frame is what decides which question a figure answers. The value is no part of it: if equal numbers drew claims
// together, conflicts would fall apart and false agreements be made.
type frame struct {
	class     *class
	weak      bool     // the predicate says little: none, "have"
	verb      string   // of no class: the stem of the verb before the number, "" for none
	kind      string   // "number", "percent", "money US dollar", "measure area"
	noun      string   // class of the thing counted, "" when elided
	head      string   // the noun itself
	others    []string // further nouns of its class beside the number: the rebels by whom soldiers were killed
	guessed   string   // class of the noun that an elided one was taken for
	generic   bool     // the noun stands for all of whom the predicate is true
	person    bool     // the noun is a word for people
	part      bool     // the article also counts all of whom this is a kind
	included  bool     // the words before it say that a larger number has it in it: "among them are six who died at sea"
	recipient string   // of money: who it is for, "for the dead"
	offered   bool     // of a share: what is offered or fought over, and no report of what is
	alone     bool     // one man or woman, who may be no count of men: "One man has not been found"
	period    string   // the day or night of several that it is of: "of the first night"
	show      bool     // of a crowd: its sentence speaks of what people go to see
	spots     []string // places named beside a crowd: where it stood
	facets    []string // what restricts the things counted, sorted
	place     string   //
	also      string   // a second place that it is told of with the first, "" for none
	allOver   bool     // it was all over the place
	placed    bool     // the text tells the place of this very figure
	role      string   // of the place
	row       string   // of a table that counts row by row: the row's first cell
	phase     string   //
	parties   []string // whom the figure belongs to, sorted
	owners    []string // their names
	from, to  int      // event date as day numbers
	dated     bool
	since     int  // day that it adds up from, 0 when none is told
	inferred  bool // the date is that of the article's event or of another figure
	asOfTold  bool // the text says for which day it held: "by 27 April"
	future    bool // the event lies after the day the figure was given
	demanded  bool
	planned   bool
	open      bool // planned or possible: it has not come about yet
	stock     bool // so many are there on a day: still in hospital, held, missing
	delta     bool
	day       string   // as-of
	number    int      // of that day, 0 where it is not told to the day
	words     []string // content words of the counted phrase but for nouns that stand for all, sorted
	near      []string // content words beside the number, sorted
	wide      []string // content words of the sentence, for shares, money and measures
	elided    bool     // the text leaves the noun out
	sure      float64  // how plainly the text says what the figure counts, to 1
	adrift    bool     // neither noun nor verb nor source, and no word that refers to a count spoken of
	ward      string   // of patients: the hospital named beside the figure, "" for none
	described bool     // "are" or "were" follows it, which tells who some of a set are where nothing else does: "Six are women"
	bare      bool     // the noun is left out, and the words after it, which begin with an auxiliary, do not say the predicate
	about     []string // content words of the clause but for the noun, sorted
	told      bool     // the words beside the number say the predicate
	dimension string   // what a measure measures: "depth"
	topic     string   // what a sum of money is: "net profit"
	givers    []string // of money: the persons and bodies named in its clause, its source among them, sorted
	credited  bool     // the text says whose figure it is
	doers     []string // persons and bodies named in its clause but for its source, sorted
}

// additional begin a number of what came on top: a difference, no total.
var additional = tell.Of("added")

// A reader reads the frame of one figure.
type reader struct {
	c           *cited
	r           *claim.Reading
	es          *entities
	left, right []string // the words beside the number
	base        bool     // it is the whole of which the number before it is a part
}

func frameOf(c *cited, r *claim.Reading, es *entities) frame {
	f := frame{class: classOf(c.Predicate), kind: kindOf(c.Claim), place: es.of(c.Place), also: es.of(c.Frame.PlaceAlso), allOver: c.Frame.PlaceWide, placed: c.Frame.PlaceTold, role: c.Frame.PlaceRole, phase: c.Frame.Phase,
		demanded: c.Modality == claim.Demanded, planned: c.Modality == claim.Planned, delta: c.Delta,
		stock: c.Frame.Stock, weak: c.Predicate == "", elided: c.Kept.Elided, credited: c.Attribution != ""}
	if c.Frame.Verb != "" {
		f.verb = stem(c.Frame.Verb)
	}
	f.hold(firstDay(c.AsOf))
	f.asOfTold = c.Frame.AsOfTold
	f.open = f.planned || c.Modality == claim.Possible
	if f.class.name == "expel" && f.role == "destination" && f.place != "" {
		f.class = classOf("transfer") // who is expelled to a place is taken there
	}
	rd := &reader{c: c, r: r, es: es, base: isBase(c.before)}
	rd.left, rd.right = around(c)
	f.included = len(rd.left) > 0 && includes[rd.left[len(rd.left)-1]]
	f.delta = f.delta || len(rd.right) > 0 && additional[rd.right[0]]
	rd.noun(&f)
	rd.restrictions(&f)
	rd.owner(&f)
	rd.wording(&f)
	if strings.HasPrefix(f.kind, "money") {
		rd.sum(&f)
	}
	if f.ofPatients() {
		f.ward = rd.wardOf()
	}
	rd.surety(&f)
	rd.time(&f)
	return f
}

// hold sets the day for which a figure held.
func (f *frame) hold(day string) {
	f.day = day
	f.number, _, _ = days(day)
}

// includes are words before a number that a larger one has in it.
var includes = tell.Of("includes")

// noun reads the class of the thing counted.
func (rd *reader) noun(f *frame) {
	c := rd.c
	f.noun, f.head = nounOf(c.Claim), singular(c.Unit[strings.LastIndexByte(c.Unit, ' ')+1:])
	if f.elided && f.kind == "number" && !f.class.generic[f.noun] && !saidBefore(c, f.noun) && f.noun != f.class.name { // votes are voted
		f.guessed, f.noun = f.noun, "" // from words that may be another count's
		if f.class.generic["person"] {
			f.noun = "person"
		}
	}
	f.alone = (f.noun == "man" || f.noun == "woman") && f.class.generic["person"] && c.lone()
	f.person = personNouns[f.noun]
	if f.kind == "number" && f.noun == "percent" {
		f.noun = ""
		if partisan[f.class.name] {
			f.noun = "vote"
		}
	}
	for _, w := range append(slices.Clone(rd.left), rd.right...) {
		if w = singular(w); w != f.head && f.noun != "" && nounClasses[w] == f.noun {
			f.others = append(f.others, w)
		}
	}
	f.generic = f.noun == "" || f.class.generic[f.noun]
}

// restrictions reads what restricts the things counted: facets, the period, the spot.
func (rd *reader) restrictions(f *frame) {
	c := rd.c
	label := labelOf(c)
	if f.noun == "seat" {
		label = append(label, rd.left...) // "women will hold 23 seats"
	}
	f.facets = facetsOf(f.class, f.noun, c.Frame.Qualifiers, words(c.Object), label, rd.said(f), words(c.Of))
	f.stock = f.stock || slices.Contains(f.facets, "still")
	if f.ofPatients() && rd.inBeds() {
		f.stock = true
		f.add("still")
	}
	if slices.Contains(f.facets, "in intensive care") { // where nobody stays who need not
		f.stock = true
		f.drop("still")
	}
	if f.kind == "number" {
		rd.restrictNumber(f)
	}
	if f.kind == "measure area" && ofTheYear(c) {
		f.add("this year")
	}
	if f.class.name == "attend" || f.class.name == "protest" {
		f.spots = spotsOf(c.Claim, rd.r, rd.es)
		f.show = slices.ContainsFunc(c.sentence, func(w string) bool { return shows[w] })
	}
	if f.kind == "percent" {
		rd.restrictShare(f)
	}
}

// shows are what people go to see.
var shows = tell.Of("show")

// said returns the words behind a number that are said of it.
func (rd *reader) said(f *frame) []string {
	c, said := rd.c, rd.right
	if len(rd.left) > 0 && rd.left[0] == "for" && len(rd.right) == 0 {
		said = behindComma(c) // "For the other six, doctors could find no records"
	}
	if rd.base {
		said = nil // "32 of the 38 had no vaccine" says it of the 32
	}
	if i := c.at; i > 0 && f.kind == "number" && saw(words(c.Quote[strings.LastIndexAny(c.Quote[:i], ",;:.—|")+1:i])) {
		said = append(slices.Clone(said), "i", "saw") // a passer-by's count is no toll
	}
	return said
}

func (rd *reader) restrictNumber(f *frame) {
	c := rd.c
	if f.class.motion == rising && ofOneDay(c) {
		f.add("in a day")
	}
	if f.class.motion == rising && ofTheYear(c) {
		f.add("this year")
	}
	if f.weak || f.class.motion != settled {
		f.period = periodOf(c, rd.right)
	}
	if f.period == "" && usually(c) {
		f.period = ordinary
	}
	if f.period == "" && overnight(c, f.class) {
		f.period = night
	}
	if a := nationOf(c.Claim); a != "" && (!f.person && !f.generic || c.Unit == "job" || c.Unit == "post" || c.Unit == "position") {
		f.add(a)
	}
	if a := agesOf(c); a != "" {
		f.add(a)
	}
	if f.class.name == "vote" && meetStrings(f.facets, ballots) {
		f.noun, f.generic = "vote", true // a lawmaker who abstained is an abstention
	}
}

func (rd *reader) restrictShare(f *frame) {
	f.drop("turnout", "threshold")
	f.add(topicOf(rd.c)...)
	turnout := slices.Contains(f.facets, "turnout")
	if turnout || slices.Contains(f.facets, "threshold") {
		f.class, f.weak = classOf("vote"), false
	}
	if turnout { // is of the registered
		f.add(facetsOf(f.class, f.noun, nil, rd.left, rd.right)...)
		f.add(partOfCountry(slices.Concat(rd.left, rd.right))...)
		f.drop("registered")
	}
	f.topic = topicOfShare(rd.c, f.class)
	f.offered = f.topic == payRise && slices.ContainsFunc(rd.c.sentence, func(w string) bool { return offers[w] || w == "deal" })
}

// add adds facets.
func (f *frame) add(facets ...string) { f.facets = sortedSet(append(f.facets, facets...)) }

// drop takes facets away.
func (f *frame) drop(facets ...string) {
	f.facets = slices.DeleteFunc(f.facets, func(s string) bool { return slices.Contains(facets, s) })
}

// owner reads whose the figure is, and who is named in its clause.
func (rd *reader) owner(f *frame) {
	switch c := rd.c; {
	case f.noun == "seat" && (c.Rule == "counts/compound" || rd.base):
		f.add(inAll) // "the 81-seat assembly", "34 of 81 seats"
	case partisan[f.class.name]:
		f.parties = partiesOf(c, rd.r, rd.es)
	case f.kind == "percent" && f.weak && c.Rule == tableRule:
		if f.parties = ownersOf(c, rd.r, rd.es); len(f.parties) > 0 { // a row of a party's votes, share and seats
			f.class, f.weak = classOf("vote"), false
		}
	}
	f.owners = rd.es.names(f.parties)
	f.doers = doersOf(rd.c.Claim, rd.es)
}

// wording reads the words by which figures of one question resemble each other.
func (rd *reader) wording(f *frame) {
	f.words = slices.DeleteFunc(contentWords(rd.c.Object), func(w string) bool { return f.class.generic[w] || f.kind != "number" && w == f.noun })
	f.near = contentWords(strings.Join(rd.left, " ") + " " + strings.Join(rd.right, " "))
	f.wide = f.near
	if f.kind != "number" {
		f.wide = contentWords(rd.c.Quote)
	}
	f.about, f.dimension = f.aboutOf(), dimensionOf(rd.left, rd.right)
	if strings.HasSuffix(f.kind, " per hour") {
		f.topic, f.dimension = speedOf(rd.c.before), ""
		f.about = slices.DeleteFunc(f.about, func(w string) bool {
			return speeds[w] != "" || w == "speed" || slices.Contains(strings.Fields(f.kind), w)
		}) // what is so fast stays
	}
}

// sum reads what a sum of money is, for whom and from whom.
func (rd *reader) sum(f *frame) {
	f.topic = topicOfMoney(rd.c.before, rd.right)
	if f.topic == "" && f.class.name == "lose" {
		f.topic = "loss"
	}
	if f.recipient = recipients(rd.left, rd.right); f.recipient != "" {
		f.drop("each")
	}
	if f.class.name == "pay" {
		f.givers = slices.Clone(f.doers)
		if f.credited {
			f.givers = sortedSet(append(f.givers, rd.es.of(rd.c.Attribution)))
		}
	}
}

// surety reads how plainly the text says what the figure counts.
func (rd *reader) surety(f *frame) {
	c := rd.c
	f.told = saysClass(f.class, rd.left) || saysClass(f.class, rd.right)
	f.sure = 1
	if f.elided {
		f.sure -= 0.4
	}
	if c.Of != "" || rd.base {
		f.sure -= 0.3
	}
	if !f.told {
		f.sure -= 0.3
	}
	if len(rd.right) > 0 {
		f.described = rd.right[0] == "are" || rd.right[0] == "were"
		f.bare = f.elided && auxiliaries[rd.right[0]] && !saysClass(f.class, rd.right)
	}
	f.adrift = f.kind == "number" && f.elided && !f.credited && f.sure < 0.35 && rd.unmoored(f)
}

// unmoored reports whether nothing in a bare figure's sentence ties it to a class.
func (rd *reader) unmoored(f *frame) bool {
	c := rd.c
	if c.Modality != claim.Asserted && c.Modality != claim.Planned || c.Of != "" || c.Field == extractors.Title || len(labelOf(c))+len(f.facets)+len(f.parties) > 0 || c.Frame.Said || rd.base {
		return false
	}
	return !saysClass(f.class, c.sentence) && (c.Place == "" || !strings.Contains(c.Quote, c.Place)) && !slices.ContainsFunc(c.sentence, func(w string) bool { return refersBack[w] })
}

// time reads when it happened, or from when on it adds up.
func (rd *reader) time(f *frame) {
	c := rd.c
	from, to, ok := days(c.EventDate)
	switch {
	case !ok:
	case slices.Contains(rd.right, "since") || sinceBefore(c): // names no day of what is counted
		f.since = from
	case !strings.HasPrefix(rd.r.Article.Published, c.EventDate): // the day of the paper is a guess
		f.from, f.to, f.dated, f.inferred = from, to, true, !c.Frame.DateTold
		if at, _, ok := days(firstDay(c.AsOf)); ok && to-from <= 7 && from > at && c.Modality != claim.Asserted && c.Modality != claim.Denied {
			f.future = true
		}
	}
}
