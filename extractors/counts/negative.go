package counts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
)

// taken marks the tokens of a sentence that cannot be counts: dates, recurring times, and names with digits in them.
func taken(s *extractors.Sentence, ds []dates.Mention, ns []names.Mention) (no []bool, lasting []bool) {
	no, lasting = make([]bool, len(s.Tokens)), make([]bool, len(s.Tokens))
	for _, d := range ds {
		for k := d.From; k < d.To && k < len(no); k++ {
			if d.Kind == dates.Duration {
				lasting[k] = true
			} else {
				no[k] = true
			}
		}
	}
	for _, n := range ns {
		for k := n.From; k < n.To && k < len(no); k++ {
			no[k] = true
		}
	}
	return no, lasting
}

// A negative is a rule for a number that counts nothing.
type negative struct {
	name string
	is   func(c *context, n num) bool
	no   []string // examples in which no count may be found
}

// negatives are tried in order; the first that holds wins.
var negatives = []negative{
	{"clock", (*context).clock, []string{"The session began at 10 a.m. on the dot.", "It struck at 11.20 am, he said.", "Doors open at 9 o'clock."}},
	{"age", (*context).age, []string{"Janet Stone, 41, sells fruit there.", "A man aged 46 was seen.", "He is 78 years old.", "She died at the age of 90."}},
	{"label", (*context).label, []string{"They met in Room 9 of the annex.", "Flight 235 was delayed.", "Resolution 2736 was passed.", "See page 12 for more."}},
	{"score", (*context).score, []string{"The team won 2-1 at home.", "It ended 81-79 on the night.", "The committee voted 13-1-1."}},
	{"phone", (*context).phone, []string{"The hotline is 0800 721 306.", "Call +249 555 0187 now."}},
	{"year", (*context).year, []string{"It was founded in 2009.", "The 2020 protests were large.", "By 1994 it was over."}},
	{"times", (*context).times, []string{"He was stopped three times.", "It cost four times as much."}},
	{"ratio", (*context).ratio, []string{"They outnumber us three to one."}},
	{"one", (*context).pronounOne, []string{"No one knows why.", "One can only guess.", "It was one of the worst nights.", "They helped one another."}},
	{"list number", (*context).listNumber, []string{"1. Harbour bridge closed"}},
	{"address", (*context).address, []string{"The clinic is at 630 Addison Ave. in town.", "It stood at 14 Mill Road."}},
	{"enumerated", (*context).enumeration, []string{"There are three reasons for that.", "Two sources have confirmed it.", "Two doses protect well.", "Three tolls, two armies, one market."}},
	{"private", (*context).private, []string{"“I have three kids and one laptop,” she said."}},
	{"symbol", (*context).symbolic, []string{"The vote split 50/50.", "They work 24/7.", "It was a rating of 4/5."}},
}

// context is what a rule looks at.
type context struct {
	toks []extractors.Token
	doc  *extractors.Document
	sent *extractors.Sentence
}

func (c *context) at(k int) string {
	if k < 0 || k >= len(c.toks) {
		return ""
	}
	return c.toks[k].Lower
}

func (c *context) glued(k int) bool { // token k stands right behind the one before
	return k > 0 && k < len(c.toks) && c.toks[k].Start == c.toks[k-1].End
}

func (c *context) capital(k int) bool {
	if k < 0 || k >= len(c.toks) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.toks[k].Text)
	return unicode.IsUpper(r)
}

func (c *context) clock(n num) bool {
	switch c.at(n.to) {
	case "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "cet", "est", "edt":
		return n.value < 2400
	}
	if t := c.toks[n.from].Text; c.at(n.from-1) == "at" && len(t) >= 4 && t[len(t)-3] == '.' && n.value < 24 && t[len(t)-2] < '6' && n.currency == "" {
		unit, kind, _, _ := unitOf(c, n)
		return unit == "" && kind == Number
	}
	return strings.Contains(c.toks[n.from].Text, ":")
}

// address: bare digits before a street's name.
func (c *context) address(n num) bool {
	if !n.bare || !c.capital(n.to) {
		return false
	}
	for k := n.to; k < n.to+5 && k < len(c.toks); k++ {
		switch c.at(k) {
		case "st", "st.", "street", "ave", "ave.", "avenue", "road", "rd", "rd.", "lane", "drive", "dr.", "blvd", "blvd.", "boulevard", "square", "place", "way", "court", "highway", "passage", "terrace", "crescent", "close", "parkway":
			return k > n.to
		}
		if !c.capital(k) {
			return false
		}
	}
	return false
}

// enumeration: what the text itself lists ("three reasons"), what each person gets ("two doses"), and verbless rhymes of small numbers.
func (c *context) enumeration(n num) bool {
	if !n.words || n.vague != nil || n.value > 12 {
		return false
	}
	if np, ok := nounAt(c, n.to, false); ok {
		switch enumerated[singular(c.at(np.head))] {
		case "list":
			return true
		case "dose":
			return n.value <= 4
		}
	}
	return c.rhyme()
}

// rhyme reports a sentence that is only "three tolls, two armies, one market": small numbers in words with a noun each, and no verb.
func (c *context) rhyme() bool {
	if c.sent.Field == extractors.Title || isRow(c.sent) || len(c.toks) > 16 || len(c.toks) < 5 {
		return false
	}
	items := 0
	for k := 0; k < len(c.toks); k++ {
		w := numberWords[c.at(k)]
		switch {
		case w.class == "unit" || w.class == "teen" && w.value <= 12:
			items++
		case c.at(k) == "," || c.at(k) == "." || c.at(k) == "?" || c.at(k) == "“" || c.at(k) == "”" || c.at(k) == "\"" || c.at(k) == "and" || nounish(c.toks[k]) && !c.capital(k):
		default:
			return false
		}
	}
	return items >= 2
}

// private: what a bystander says of her own household.
func (c *context) private(n num) bool {
	if !n.words || n.value > 10 {
		return false
	}
	for k := 0; k+2 < n.from+1 && k < 4; k++ {
		if c.at(k) == "i" && (c.at(k+1) == "have" || c.at(k+1) == "'ve" || c.at(k+1) == "had") && (k+2 == n.from || numberFollows(c, k+2)) {
			return true
		}
	}
	return false
}

func (c *context) age(n num) bool {
	if n.vague != nil || n.value > 120 {
		return false
	}
	after := c.at(n.to)
	switch after {
	case "years", "year", "months", "month":
		return c.at(n.to+1) == "old" || c.at(n.to+2) == "age"
	}
	if c.at(n.from-1) == "aged" || c.at(n.from-1) == "age" || c.at(n.from-2) == "age" && c.at(n.from-1) == "of" || c.at(n.from-1) == "turned" {
		return true
	}
	if n.words || n.bare {
		switch c.at(n.from - 1) {
		case "was", "is", "turned", "either":
			for k := n.from - 2; k >= max(0, n.from-3); k-- {
				switch c.at(k) {
				case "who", "he", "she", "victim", "man", "woman", "boy", "girl", "child", "suspect", "was", "driver", "pilot", "son", "daughter", "mother", "father", "brother", "sister", "youngest", "oldest":
					return after == "." || after == ";" || after == "," || after == "or" || after == "and" || after == "when"
				}
			}
		case "or":
			return c.at(n.from-3) == "either" && c.at(n.from-4) == "was"
		}
	}
	if n.bare && c.at(n.from-1) == "," && after == "," && n.from >= 2 && c.toks[n.from-2].Tag == "NN" && n.value >= 16 && n.value <= 105 && !c.glued(n.from) {
		return true
	}
	if n.bare && c.at(n.from-1) == "," && (after == "," || after == "." || after == ";" || after == ")") && n.from >= 2 && c.capital(n.from-2) && n.value >= 5 {
		return true
	}
	if c.at(n.from-1) == "(" && after == ")" && n.bare && n.from >= 2 && strings.HasPrefix(c.toks[n.from-2].Tag, "NNP") && c.capital(n.from-3) && n.value >= 14 && n.value < 100 && !movesTo(c, n.from-3) {
		return personish(c, n.from-2)
	}
	switch c.at(n.from - 1) {
	case "under", "over":
		return after == ":" || c.at(n.from-2) == "children" || c.at(n.from-2) == "people" || c.at(n.from-2) == "those" || c.at(n.from-2) == "anyone"
	case "than":
		return c.at(n.from-2) == "younger" || c.at(n.from-2) == "older"
	}
	if after == "and" && (c.at(n.to+1) == "over" || c.at(n.to+1) == "under" || c.at(n.to+1) == "older" || c.at(n.to+1) == "younger") {
		return true
	}
	// "5 to 17: 15" is an age group of a list
	return n.from == 0 && (after == "to" || after == "–" || after == "-") && c.at(n.to+2) == ":" || n.to < len(c.toks) && after == ":" && (c.at(n.from-1) == "to" && n.from == 2)
}

// movesTo reports whether a place stands left of a parenthesis: "to Ukraine (115)".
func movesTo(c *context, k int) bool {
	switch c.at(k) {
	case "to", "in", "from", "for", "at":
		return true
	}
	return false
}

// personish guesses whether a capitalised run before a parenthesis names a person: two or more capitalised words.
func personish(c *context, k int) bool { return c.capital(k) && c.capital(k-1) && c.at(k-2) != "the" }

func (c *context) label(n num) bool {
	if n.vague != nil || n.words && n.value > 20 || n.currency != "" || n.noun != "" {
		return false
	}
	p := n.from - 1
	if p < 0 {
		return false
	}
	word := c.at(p)
	if k := strings.LastIndexByte(word, '-'); k > 0 {
		word = word[k+1:] // "R-District 25"
	}
	if word == "number" && (p == 0 || c.at(n.to) != "of") && !isPlural(c.at(n.to)) {
		return true
	}
	if c.at(p) == "#" || c.at(p) == "№" || c.at(p) == "§" {
		return true
	}
	if (c.at(p) == "-" || c.at(p) == "–") && c.glued(n.from) && c.glued(p) && p > 0 { // glued: "CH-95", "Covid-19"
		return !n.words
	}
	switch labels[word] {
	case "any":
		return true
	case "cap":
		if c.capital(p) && (p > 0 || !isPlural(c.at(n.to))) {
			return true
		}
		return n.bare && lowerLabels[word] && !isPlural(c.at(n.to)) && (c.at(n.to) != "of" || word == "article" || word == "section" || word == "chapter" || word == "resolution")
	}
	// "Boeing 737", "Su-35", "District 25": a capitalised word inside the sentence directly before bare digits with no noun after
	return n.bare && c.capital(p) && p > 0 && strings.HasPrefix(c.toks[p].Tag, "NNP") && !isPlural(c.at(n.to)) && !verbish(c.toks, n.to) && c.at(n.to) != "," && c.at(n.to) != "and" && c.at(n.to) != "(" && c.at(n.to) != "." && c.at(n.to) != "" && c.at(n.to) != "or" && c.at(n.to) != "%" && c.at(n.to) != "percent"
}

// lowerLabels make an identifier of bare digits also without a capital.
var lowerLabels = map[string]bool{"flight": true, "page": true, "room": true, "gate": true, "route": true, "level": true, "section": true, "chapter": true, "category": true, "day": true, "magnitude": true, "number": true,
	"resolution": true, "article": true, "paragraph": true, "clause": true, "bill": true, "platform": true, "terminal": true, "exit": true, "junction": true, "interstate": true, "highway": true, "protocol": true, "episode": true, "season": true, "stage": true, "channel": true, "grade": true, "class": true}

func (c *context) score(n num) bool {
	dash := func(k int) bool { s := c.at(k); return s == "-" || s == "–" || s == "‑" || s == "—" }
	if n.words || n.suffix != "" {
		return false
	}
	if dash(n.to) && c.glued(n.to) && c.glued(n.to+1) {
		if m, ok := digits(c.toks, n.to+1); ok {
			return !isRange(c, n, m)
		}
		return true // "5-a-side"
	}
	if dash(n.from-1) && c.glued(n.from) && c.glued(n.from-1) {
		return true // the second part of one
	}
	return false
}

// isRange reports whether two numbers parted by a dash are a range of a counted thing: the second is the greater and a noun, unit or percent follows.
func isRange(c *context, a, b num) bool {
	if b.value <= a.value {
		return false
	}
	k := b.to
	return k < len(c.toks) && (c.at(k) == "%" || c.at(k) == "percent" || c.at(k) == "per" || isPlural(c.at(k)) || measures[c.at(k)][0] != "" || nounish(c.toks[k]) && c.at(k-1) != "," && isPlural(c.at(k+1)))
}

func (c *context) phone(n num) bool {
	if n.words || !n.bare {
		return false
	}
	t := c.toks[n.from].Text
	switch c.at(n.from - 1) {
	case "dial", "call", "phone", "text":
		return !isPlural(c.at(n.to))
	}
	if c.at(n.from-1) == "+" && c.glued(n.from) || len(t) > 1 && t[0] == '0' {
		return true
	}
	digitsAt := func(k int) bool {
		return k >= 0 && k < len(c.toks) && allDigits(c.toks[k].Text) && len(c.toks[k].Text) >= 2
	}
	run := 1
	for k := n.from - 1; digitsAt(k); k-- {
		run++
	}
	for k := n.to; digitsAt(k); k++ {
		run++
	}
	return run >= 3 || len(t) > 9
}

func (c *context) year(n num) bool {
	if !n.bare || n.value < 1800 || n.value > 2100 || len(c.toks[n.from].Text) != 4 {
		return false
	}
	switch c.at(n.from - 1) {
	case "in", "since", "of", "by", "until", "from", "during", "late", "early", "mid", "before", "after", "the", ",", "and", "to", "(", "year", "till", "through", "for", "’s", "'s":
		return true
	}
	return !isPlural(c.at(n.to)) || c.capital(n.to)
}

func (c *context) times(n num) bool {
	if c.at(n.to) == "times" || c.at(n.to) == "time" || c.at(n.to) == "-fold" || c.at(n.to) == "fold" || c.at(n.to) == "x" {
		return true
	}
	return c.at(n.to) == "or" && c.at(n.to+2) == "times" || c.at(n.to) == "more" && c.at(n.to+1) == "times" || c.at(n.to) == "to" && c.at(n.to+2) == "times"
}

func (c *context) ratio(n num) bool {
	return c.at(n.to) == "to" && c.at(n.to+1) == "one" && !isPlural(c.at(n.to+2)) || c.at(n.from-1) == "to" && c.at(n.from) == "one" && n.from >= 2 && numberWords[c.at(n.from-2)].class != ""
}

// pronounOne: "one" counts only with a noun, a verb it shares with other numbers, or as a part of a stated set.
func (c *context) pronounOne(n num) bool {
	if !n.words || n.value != 1 || n.to-n.from != 1 {
		return false
	}
	switch c.at(n.from - 1) {
	case "no", "any", "every", "some", "each", "this", "another", "such", "number", "no.", "first", "last", "next", "latest", "other", "right", "wrong", "new", "old", "big", "good", "a", "day", "chapter", "part", "can", "could", "may", "might", "must", "should", "would", "does", "did":
		return true
	case "the", "that", "which":
		return !nounAfter(c, n.to)
	}
	next := c.at(n.to)
	switch next {
	case "another", "can", "could", "may", "might", "must", "should", "would", "by", "thing", "day", "way", "hand", "side", "point", "moment", "time", "reason", "example", "such", "so", "'s", "step", "knows", "year", "word", "night", "morning", "evening", "afternoon", "which", "that", "who", "whose", "with", "in", "for", "at", "on", "is", "where", "to", "as", "about", "he", "she", "they", "we", "i", "you", ":", "after":
		if next == "in" && n.from == 0 && c.capital(n.to+1) {
			return false // "One in Ulcinj had been merged"
		}
		return !(next == "in" && numberFollows(c, n.to+1)) && !c.sharesNumbers(n) || next == "another" || next == "by"
	case "of":
		// one of the two recorders, one of them: a part; one of the worst: an example
		if _, ok := parseAt(c, n.to+2); ok && (c.at(n.to+1) == "the" || c.at(n.to+1) == "his" || c.at(n.to+1) == "her" || c.at(n.to+1) == "its" || c.at(n.to+1) == "their") {
			return false
		}
		if _, ok := parseAt(c, n.to+1); ok {
			return false
		}
		for k := n.to + 2; k < n.to+7 && k < len(c.toks) && c.at(k) != ","; k++ { // one of the country's 1,188 stations
			if m, ok := parseAt(c, k); ok && !c.year(m) {
				return false
			}
		}
		return !(c.at(n.to+1) == "them" && c.at(n.to+2) != "," && (c.at(n.to+2) == "in" || c.sharesNumbers(n)))
	case "", ".", ",", ";", ")", "”", "\"", "?", "!", "—", "–", "-":
		return !c.sharesNumbers(n)
	}
	if nounAfter(c, n.to) {
		return false
	}
	return !c.sharesNumbers(n) && !(n.from == 0 && verbish(c.toks, n.to))
}

// sharesNumbers reports whether another plain number stands in the same sentence, as in "three had one dose, one had two".
func (c *context) sharesNumbers(n num) bool {
	for k := range c.toks {
		if k >= n.from-12 && k < n.from || k >= n.to && k < n.to+8 {
			if m, ok := parseAt(c, k); ok && m.vague == nil && !(m.words && m.value == 1) && !c.year(m) && !c.age(m) {
				return true
			}
		}
	}
	return false
}

func numberFollows(c *context, k int) bool { _, ok := parseAt(c, k); return ok }

func parseAt(c *context, k int) (num, bool) {
	if k < 0 || k >= len(c.toks) {
		return num{}, false
	}
	return parseNumber(c.toks, k)
}

func (c *context) listNumber(n num) bool {
	return n.from == 0 && n.bare && n.value < 100 && (c.at(n.to) == "." || c.at(n.to) == ")") && n.to+1 < len(c.toks)
}

func (c *context) symbolic(n num) bool {
	t := c.toks[n.from].Text
	return strings.Contains(t, "/") || c.at(n.to) == "/" && c.glued(n.to) || c.at(n.from-1) == "/" && c.glued(n.from) || c.at(n.from-1) == "-" && c.glued(n.from) && n.from == 1
}

// idiom reports whether an idiom of the list covers token k.
func (c *context) idiom(k int) bool {
	for from := max(0, k-4); from <= k; from++ {
		for _, p := range idioms[c.toks[from].Lower] {
			if from+len(p.words) > k && matchAt(c.toks, from, p.words) {
				return true
			}
		}
	}
	return false
}
