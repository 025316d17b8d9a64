package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// A frame is what decides which question a figure answers. The value is no part of it: if equal numbers drew claims
// together, conflicts would fall apart and false agreements be made.
type frame struct {
	class     *class
	weak      bool     // the predicate says little: none, "have"
	kind      string   // "number", "percent", "money US dollar", "measure area"
	noun      string   // class of the thing counted, "" when elided
	guessed   string   // class of the noun that an elided one was taken for
	generic   bool     // the noun stands for all of whom the predicate is true
	person    bool     // the noun is a word for people
	part      bool     // the article also counts all of whom this is a kind
	included  bool     // the words before it say that a larger number has it in it: "it includes four who died in hamlets"
	period    string   // the day or night of several that it is of: "of the first night"
	spots     []string // places named beside a crowd: where it stood
	facets    []string // what restricts the things counted, sorted
	place     string   //
	placed    bool     // the text tells the place of this very figure
	role      string   // of the place
	phase     string   //
	parties   []string // whom the figure belongs to, sorted
	owners    []string // their names
	from, to  int      // event date as day numbers
	dated     bool
	since     int  // day that it adds up from, 0 when none is told
	inferred  bool // the date is that of the article's event or of another figure
	future    bool // the event lies after the day the figure was given
	demanded  bool
	planned   bool
	open      bool // planned or possible: it has not come about yet
	stock     bool // so many are there on a day: still in hospital, held, missing
	delta     bool
	day       string   // as-of
	words     []string // content words of the counted phrase but for nouns that stand for all, sorted
	near      []string // content words beside the number, sorted
	wide      []string // content words of the sentence, for shares, money and measures
	elided    bool     // the text leaves the noun out
	sure      float64  // how plainly the text says what the figure counts, to 1
	adrift    bool     // neither noun nor verb nor source, and no word that refers to a count spoken of
	described bool     // it only tells who some of a set are: "Six are women"
	bare      bool     // and the words after it do not say the predicate either
	about     []string // content words of the clause but for the noun, sorted
	told      bool     // the words beside the number say the predicate
	dimension string   // what a measure measures: "depth"
	topic     string   // what a sum of money is: "net profit"
	givers    []string // of money: the persons and bodies named in its clause, its source among them, sorted
	credited  bool     // the text says whose figure it is
	doers     []string // persons and bodies named in its clause but for its source, sorted
}

// A cited claim knows where in its sentence its number stands, which may hold the same words twice: "one in the north, one in the south".
type cited struct {
	*claim.Claim
	at int // of the number in the quote, -1 when it is not in it
}

// cite finds a claim's number in its quote.
func cite(c *claim.Claim, r *claim.Reading) *cited {
	text := r.Article.Text
	if c.Field == extractors.Title {
		text = r.Article.Title
	}
	if from := quoteStart(c, text); from >= 0 && c.End-from <= len(c.Quote) && c.Text != "" {
		return &cited{c, c.Start - from}
	}
	if c.Text == "" {
		return &cited{c, -1}
	}
	return &cited{c, strings.Index(c.Quote, c.Text)}
}

// lone reports whether a figure is the only number of its sentence, and one.
func (c *cited) lone() bool {
	if c.Value == nil || *c.Value != 1 || c.at < 0 {
		return false
	}
	for _, w := range append(words(c.Quote[:c.at]), words(c.Quote[c.at+len(c.Text):])...) {
		if numberWords[w] || strings.ContainsAny(w, "0123456789") {
			return false
		}
	}
	return true
}

// saw reports whether the words before a number make it what one person saw: "he had counted nine bodies".
func saw(left []string) bool {
	person, verb := false, false
	for _, w := range left {
		switch w {
		case "i", "he", "she":
			person = true
		case "my":
			return true
		case "saw", "counted", "seen", "see":
			verb = person
		}
	}
	return verb
}

// additional begin a number of what came on top: a difference, no total.
var additional = map[string]bool{"new": true, "additional": true, "further": true, "extra": true, "more": true, "fewer": true}

// labelOf returns the words of the label that a number stands behind: "In hospital: nine", "In hospital | 9".
func labelOf(c *cited) []string {
	i := c.at
	if i <= 0 {
		return nil
	}
	label := strings.TrimRight(c.Quote[:i], " ")
	if !strings.HasSuffix(label, ":") && !strings.HasSuffix(label, "|") {
		return nil
	}
	ws := words(label)
	return ws[max(0, len(ws)-6):]
}

// isBase reports whether the words before a number make it the whole of which others are a part.
func isBase(left []string) bool {
	n := len(left)
	return n > 0 && left[n-1] == "of" || n > 1 && left[n-2] == "of" && (left[n-1] == "the" || left[n-1] == "its" || left[n-1] == "their" || left[n-1] == "these" || left[n-1] == "those")
}

// saidBefore reports whether a noun stands in the sentence before the number, which then leaves it out: "four children, the UN five".
func saidBefore(c *cited, noun string) bool {
	i := c.at
	return i > 0 && slices.ContainsFunc(words(c.Quote[:i]), func(w string) bool { return nounClass(w) == noun || nounClass(singular(w)) == noun })
}

// refersBack are words by which a sentence takes up a count spoken of before.
var refersBack = map[string]bool{"it": true, "number": true, "toll": true, "figure": true, "figures": true, "total": true, "count": true, "tally": true, "manifest": true, "estimate": true, "now": true,
	"stands": true, "stood": true, "sticks": true, "stuck": true, "insists": true, "insisted": true}

// auxiliaries begin what is said of a number that stands alone: "one had had a single dose".
var auxiliaries = map[string]bool{"had": true, "have": true, "has": true, "are": true, "were": true, "was": true, "is": true, "live": true, "lived": true, "came": true, "did": true}

// saysClass reports whether words name the predicate of a class: "were killed".
func saysClass(c *class, ws []string) bool {
	return slices.ContainsFunc(ws, func(w string) bool { return c.stems[stem(w)] })
}

// partisan classes belong to someone: a party's seats, a company's fleet.
var partisan = map[string]bool{"win": true, "vote": true, "have": true, "lose": true, "gain": true}

func frameOf(c *cited, r *claim.Reading, es *entities) frame {
	f := frame{class: classOf(c.Predicate), kind: kindOf(c.Claim), place: es.of(c.Place), placed: c.Frame.PlaceTold, role: c.Frame.PlaceRole, phase: c.Frame.Phase,
		demanded: c.Modality == claim.Demanded, planned: c.Modality == claim.Planned, delta: c.Delta, day: firstDay(c.AsOf)}
	f.open = f.planned || c.Modality == claim.Possible
	f.stock = c.Frame.Stock
	f.weak = c.Predicate == ""
	if f.class.name == "expel" && f.role == "destination" && f.place != "" {
		f.class = classOf("transfer") // who is expelled to a place is taken there
	}
	f.noun = nounOf(c.Claim)
	if c.Kept.Elided && f.kind == "number" && !f.class.generic[f.noun] && !saidBefore(c, f.noun) && f.noun != f.class.name { // votes are voted
		f.guessed, f.noun = f.noun, "" // from words that may be another count's
		if f.class.generic["person"] {
			f.noun = "person"
		}
	}
	if (f.noun == "man" || f.noun == "woman") && f.class.generic["person"] && c.lone() {
		f.noun = "person" // "One man has not been found": no count of men
	}
	f.generic = f.noun == "" || f.class.generic[f.noun]
	f.person = personNouns[f.noun]
	left, right := around(c)
	base := isBase(words(c.Quote[:max(0, c.at)]))
	said := right
	if len(left) > 0 && left[0] == "for" && len(right) == 0 {
		said = behindComma(c) // "For the other three, officials could find no records"
	}
	if base {
		said = nil // "32 of the 38 had no vaccine" says it of the 32
	}
	if i := c.at; i > 0 && f.kind == "number" && saw(words(c.Quote[strings.LastIndexAny(c.Quote[:i], ",;:.—|")+1:i])) {
		said = append(slices.Clone(said), "i", "saw") // a passer-by's count is no toll
	}
	f.included = len(left) > 0 && (left[len(left)-1] == "includes" || left[len(left)-1] == "including" || left[len(left)-1] == "included")
	f.delta = f.delta || len(right) > 0 && additional[right[0]]
	if f.kind == "number" && f.noun == "percent" {
		f.noun = ""
		if partisan[f.class.name] {
			f.noun = "vote"
		}
		f.generic = f.noun == "" || f.class.generic[f.noun]
	}
	label := labelOf(c)
	if f.noun == "seat" {
		label = append(label, left...) // "women will hold 23 seats"
	}
	f.facets = facetsOf(f.class, f.noun, c.Frame.Qualifiers, words(c.Object), label, said, words(c.Of))
	f.stock = f.stock || slices.Contains(f.facets, "still")
	if slices.Contains(f.facets, "in intensive care") { // where nobody stays who need not
		f.stock = true
		f.facets = slices.DeleteFunc(f.facets, func(s string) bool { return s == "still" })
	}
	if f.kind == "number" && f.class.motion == rising && ofOneDay(c) {
		f.facets = sortedSet(append(f.facets, "in a day"))
	}
	if (f.kind == "number" && f.class.motion == rising || f.kind == "measure area") && ofTheYear(c) {
		f.facets = sortedSet(append(f.facets, "this year"))
	}
	if p := periodOf(c, right); p != "" && f.kind == "number" && (f.weak || f.class.motion != settled) {
		f.period = p
	}
	if f.kind == "number" && overnight(c, f.class) {
		f.facets = sortedSet(append(f.facets, "overnight"))
	}
	if a := nationOf(c.Claim); a != "" && f.kind == "number" && (!f.person && !f.generic || c.Unit == "job" || c.Unit == "post" || c.Unit == "position") {
		f.facets = sortedSet(append(f.facets, a))
	}
	if a := agesOf(c); a != "" && f.kind == "number" {
		f.facets = sortedSet(append(f.facets, a))
	}
	if f.kind == "number" && f.class.name == "vote" && meetStrings(f.facets, ballots) {
		f.noun, f.generic = "vote", true // a lawmaker who abstained is an abstention
	}
	if f.class.name == "attend" || f.class.name == "protest" {
		f.spots = spotsOf(c.Claim, r, es)
	}
	if f.kind == "percent" {
		f.facets = slices.DeleteFunc(f.facets, func(s string) bool { return s == "turnout" || s == "threshold" })
		f.facets = sortedSet(append(f.facets, topicOf(words(c.Object), c.Quote, c.Text)...))
		if slices.Contains(f.facets, "turnout") || slices.Contains(f.facets, "threshold") {
			f.class, f.weak = classOf("vote"), false
		}
		if slices.Contains(f.facets, "turnout") { // is of the registered
			f.facets = sortedSet(append(f.facets, turnoutOf(left)...))
			f.facets = slices.DeleteFunc(f.facets, func(s string) bool { return s == "registered" })
		}
	}
	if f.noun == "seat" && (c.Rule == "counts/compound" || base) {
		f.facets = sortedSet(append(f.facets, inAll)) // "the 81-seat assembly", "34 of 81 seats"
	} else if partisan[f.class.name] {
		f.parties = partiesOf(c, r, es)
		f.owners = es.names(f.parties)
	} else if f.kind == "percent" && f.weak && c.Rule == tableRule {
		if f.parties = ownersOf(c.Claim, r, es); len(f.parties) > 0 { // a row of a party's votes, share and seats
			f.class, f.weak, f.owners = classOf("vote"), false, es.names(f.parties)
		}
	}
	f.words = slices.DeleteFunc(contentWords(c.Object), func(w string) bool { return f.class.generic[w] || f.kind != "number" && w == f.noun })
	f.near = contentWords(strings.Join(left, " ") + " " + strings.Join(right, " "))
	f.wide = f.near
	if f.kind != "number" {
		f.wide = contentWords(c.Quote)
	}
	f.about, f.dimension = f.aboutOf(), dimensionOf(left, right)
	if f.kind == "percent" {
		f.topic = topicOfShare(c, f.class)
	}
	if strings.HasPrefix(f.kind, "money") {
		f.topic = topicOfMoney(words(c.Quote[:max(0, c.at)]), right)
		if r := recipients(left, right); r != "" {
			f.facets = sortedSet(append(slices.DeleteFunc(f.facets, func(s string) bool { return s == "each" }), r))
		}
	}
	if strings.HasPrefix(f.kind, "money") && f.topic == "" && f.class.name == "lose" {
		f.topic = "loss"
	}
	f.doers, f.credited = doersOf(c.Claim, es), c.Attribution != ""
	if strings.HasPrefix(f.kind, "money") && f.class.name == "pay" {
		f.givers = slices.Clone(f.doers)
		if c.Attribution != "" {
			f.givers = sortedSet(append(f.givers, es.of(c.Attribution)))
		}
	}
	f.told = saysClass(f.class, left) || saysClass(f.class, right)
	f.elided = c.Kept.Elided
	f.sure = 1
	if f.elided {
		f.sure -= 0.4
	}
	if c.Of != "" || base {
		f.sure -= 0.3
	}
	if !saysClass(f.class, right) && !saysClass(f.class, left) {
		f.sure -= 0.3
	}
	if quote := words(c.Quote); f.kind == "number" && f.elided && (c.Modality == claim.Asserted || c.Modality == claim.Planned) && f.sure < 0.35 && c.Attribution == "" && c.Of == "" && c.Field != extractors.Title && len(labelOf(c)) == 0 && len(f.facets) == 0 && len(f.parties) == 0 {
		f.adrift = !c.Frame.Said && !base && !saysClass(f.class, quote) && (c.Place == "" || !strings.Contains(c.Quote, c.Place)) && !slices.ContainsFunc(quote, func(w string) bool { return refersBack[w] })
	}
	f.described = len(right) > 0 && (right[0] == "are" || right[0] == "were")
	f.bare = f.elided && len(right) > 0 && auxiliaries[right[0]] && !saysClass(f.class, right)
	if from, _, ok := days(c.EventDate); ok && (slices.Contains(right, "since") || sinceBefore(c)) {
		f.since = from
	}
	if from, to, ok := days(c.EventDate); ok && !strings.HasPrefix(r.Article.Published, c.EventDate) && !slices.Contains(right, "since") && !sinceBefore(c) { // the day of the paper is a guess, and "since" names no day
		f.from, f.to, f.dated, f.inferred = from, to, true, !c.Frame.DateTold
		if at, _, ok := days(firstDay(c.AsOf)); ok && to-from <= 7 && from > at && c.Modality != claim.Asserted && c.Modality != claim.Denied {
			f.future = true
		}
	}
	return f
}

// kindOf tells quantities apart that can never be compared.
func kindOf(c *claim.Claim) string {
	u := strings.ToLower(c.Unit)
	switch {
	case (c.Kind == counts.Percent || u == "percent") && (c.Value == nil || *c.Value <= 100 || strings.ContainsAny(c.Text, "%") || strings.Contains(c.Text, "cent")):
		return "percent"
	case u == "percent": // "119,002, or 38 percent": the unit is the other number's
		return "number"
	case c.Kind == counts.Money:
		return "money " + u
	case measures[u] != "":
		return "measure " + measures[u]
	case c.Kind == counts.Measure || c.Kind == counts.Duration:
		return "measure " + u
	case isCurrency(u):
		return "money " + u
	}
	return "number"
}

func isCurrency(u string) bool {
	switch singular(u[strings.LastIndexByte(u, ' ')+1:]) {
	case "dollar", "euro", "pound", "yen", "yuan", "rupee", "rouble", "ruble", "franc", "krone", "krona", "shilling", "peso", "real", "rand", "naira", "dinar", "dirham", "lira", "zloty", "hryvnia", "won", "riyal", "baht":
		return true
	}
	return false
}

// nounOf returns the class of the thing counted. For shares, money and measures it is the unit.
func nounOf(c *claim.Claim) string {
	ws := words(c.Object)
	if c.Unit != "" {
		n := nounClass(c.Unit)
		if len(ws) > 1 { // "job losses" are jobs
			if two, ok := nounClasses[ws[len(ws)-2]+" "+singular(ws[len(ws)-1])]; ok {
				return two
			}
		}
		if !known(n) && len(ws) > 1 { // "measles cases" are cases
			if last, ok := nounClasses[singular(ws[len(ws)-1])]; ok {
				return last
			}
		}
		return n
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if n, ok := nounClasses[singular(ws[i])]; ok {
			return n
		}
	}
	return ""
}

// known reports whether any list has a noun.
func known(class string) bool {
	_, ok := nounClasses[class]
	return ok || personNouns[class]
}

// around returns the words of the clause beside the number: up to five before it and eight after, without crossing
// punctuation or another number, whose words they would be.
func around(c *cited) (left, right []string) {
	i := c.at
	if i < 0 || c.Text == "" {
		return nil, nil
	}
	before, after := c.Quote[:i], c.Quote[i+len(c.Text):]
	if k := strings.LastIndexAny(before, ",;:.()—|"); k >= 0 {
		before = before[k+1:]
	}
	stops := ",;:.()—|0123456789"
	if strings.HasPrefix(after, " of ") {
		stops = ",;:.()—|" // what it is a part of may be counted too
	}
	if k := strings.IndexAny(after, stops); k >= 0 {
		after = after[:k]
	}
	left, right = words(before), words(after)
	if strings.ContainsAny(before, "0123456789") || slices.ContainsFunc(left, func(w string) bool { return numberWords[w] }) {
		left = nil
	}
	left = left[max(0, len(left)-5):]
	for k, w := range right {
		if k == 8 || numberWords[w] && k > 0 && !(k+1 < len(right) && doseNouns[right[k+1]]) {
			return left, right[:k]
		}
	}
	return left, right
}

// doseNouns follow a number that tells how far somebody is vaccinated and counts nobody.
var doseNouns = map[string]bool{"dose": true, "doses": true, "shot": true, "shots": true, "jab": true, "jabs": true}

// behindComma returns the words of the clause that follows a number and a comma.
func behindComma(c *cited) []string {
	after, ok := strings.CutPrefix(c.Quote[max(0, c.at)+len(c.Text):], ",")
	if !ok || c.at < 0 {
		return nil
	}
	if k := strings.IndexAny(after, ",;:.()—|0123456789"); k >= 0 {
		after = after[:k]
	}
	ws := words(after)
	return ws[:min(len(ws), 8)]
}

// numberWords begin the next count of a list.
var numberWords = map[string]bool{"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "eleven": true, "twelve": true, "dozens": true, "hundreds": true, "thousands": true}

// partiesOf returns whom the figure belongs to, as the sentence says or else as its frame does.
func partiesOf(c *cited, r *claim.Reading, es *entities) []string {
	if out := ownersOf(c.Claim, r, es); out != nil {
		return out
	}
	var out []string
	for _, p := range c.Frame.Participants {
		if at := strings.Index(c.Quote, "("+p+")"); at >= 0 && agencyOf(c.Quote, at+1, at+1+len(p)) {
			continue
		}
		if i := c.at; p != c.Attribution && p != c.Speaker && p != c.Place && i > 0 && strings.Contains(c.Quote[:i], p) && !personName(r, p) {
			out = append(out, es.of(p))
		}
	}
	return sortedSet(out)
}

// doersOf returns the persons and bodies named in a figure's part of the clause but for whom it is credited to.
func doersOf(c *claim.Claim, es *entities) []string {
	var out []string
	for _, p := range c.Frame.Participants {
		if p != c.Attribution && p != c.Speaker {
			out = append(out, es.of(p))
		}
	}
	return sortedSet(out)
}

// personName reports whether an article uses a name for a person, who holds no seats.
func personName(r *claim.Reading, name string) bool {
	return slices.ContainsFunc(r.Names, func(n names.Mention) bool { return n.Name == name && n.Type == names.Person })
}

// contentWords returns the words of a phrase that tell what it is about, in the singular.
func contentWords(s string) []string {
	var out []string
	for _, w := range words(s) {
		if len(w) > 2 && !stopwords[w] {
			w = singular(w)
			if n, ok := nounClasses[w]; ok {
				w = n
			}
			out = append(out, w)
		}
	}
	return sortedSet(out)
}
