package counts

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// An extraction is one pass over a document.
type extraction struct {
	doc   *extractors.Document
	names [][]names.Mention // by sentence
	dates [][]dates.Mention
	out   []Mention
	units map[string]bool // head nouns counted so far, for "no deaths"
	last  *Mention        // the last count of persons or things
}

func extract(d *extractors.Document, ds []dates.Mention, ns []names.Mention) []Mention {
	x := &extraction{doc: d, units: map[string]bool{}, names: make([][]names.Mention, len(d.Sentences)), dates: make([][]dates.Mention, len(d.Sentences))}
	for _, n := range ns {
		x.names[n.Sentence] = append(x.names[n.Sentence], n)
	}
	for _, m := range ds {
		x.dates[m.Sentence] = append(x.dates[m.Sentence], m)
	}
	for i := range d.Sentences {
		x.sentence(&d.Sentences[i])
	}
	x.zeros()
	return x.out
}

// sentence reads the counts of one sentence from left to right.
func (x *extraction) sentence(s *extractors.Sentence) {
	c := &context{toks: s.Tokens, doc: x.doc, sent: s}
	no, lasting := taken(s, x.dates[s.Index], x.names[s.Index])
	first := len(x.out)
	for i := 0; i < len(s.Tokens); {
		if no[i] {
			i++
			continue
		}
		m, next, ok := x.countAt(c, i, lasting)
		if !ok {
			i = next
			continue
		}
		x.out = append(x.out, m)
		if sum, ok := x.sumAt(c, m); ok {
			x.out = append(x.out, sum)
		}
		i = max(next, i+1)
	}
	x.complete(c, x.out[first:])
}

// countAt reads a count whose number begins at token i. next is where to go on.
func (x *extraction) countAt(c *context, i int, lasting []bool) (m Mention, next int, ok bool) {
	if z, to, ok := zeroAt(c, i); ok {
		return x.mention(c, z, "none", Number, "", nounPhrase{from: to, to: to}), z.to, true
	}
	if r, kind, to, ok := x.shareAt(c, i); ok {
		m := x.mention(c, r, "share", kind, "percent", nounPhrase{from: to, to: to})
		m.Of, m.Object = x.shareOf(c, to)
		return m, to, true
	}
	n, ok := parseNumber(c.toks, i)
	if !ok {
		return m, i + 1, false
	}
	if lasting[i] && !assertedDuration(c, n) {
		return m, n.to, false
	}
	if c.idiom(i) && !(n.to-n.from > 1 && !n.words) {
		return m, n.to, false
	}
	if c.at(n.from-1) == "." && c.glued(n.from) {
		return m, n.to, false
	}
	for _, neg := range negatives {
		if neg.is(c, n) {
			return m, n.to, false
		}
	}
	return x.number(c, n)
}

// number reads bounds, range and unit round a number that is none of the negatives.
func (x *extraction) number(c *context, n num) (m Mention, next int, ok bool) {
	if n.vague != nil {
		return x.vague(c, n)
	}
	if n.noun != "" {
		m = x.mention(c, bounded(c, n.from, n.to, n.value, false), "glued-noun", Number, n.noun, nounPhrase{from: n.to, to: n.to})
		m.Object = n.noun
		return m, n.to, true
	}
	unit, kind, numFrom, unitTo := unitOf(c, n)
	continuous := kind != Number
	if r, to, ok := rangeAt(c, n, numFrom, continuous); ok {
		u2, k2, _, end := unitOf(c, num{from: to - 1, to: to})
		if k2 != Number {
			unit, kind, unitTo = u2, k2, end
		} else if kind == Number {
			unitTo = to
		}
		r.to = max(r.to, unitTo)
		return x.finish(c, r, "range", unit, kind, r.to)
	}
	end := n.to
	if kind != Number {
		end = unitTo
	}
	r := bounded(c, numFrom, n.to, n.value, continuous)
	if r.to < end {
		r.to = end
	}
	rule := "number"
	switch {
	case r.approx:
		rule = "about"
	case r.value == nil && r.lo != nil:
		rule = "at-least"
	case r.value == nil:
		rule = "at-most"
	}
	if plusMinus(c, &r, n) {
		rule = "give-or-take"
	}
	return x.finish(c, r, rule, unit, kind, r.to)
}

// plusMinus reads "give or take 600" and "plus or minus 3" behind a number.
func plusMinus(c *context, r *reading, n num) bool {
	k := r.to
	if c.at(k) == "," {
		k++
	}
	if !(c.at(k) == "give" && c.at(k+1) == "or" && c.at(k+2) == "take" || c.at(k) == "plus" && c.at(k+1) == "or" && c.at(k+2) == "minus") {
		return false
	}
	d, ok := parseAt(c, k+3)
	if !ok {
		return false
	}
	r.value, r.lo, r.hi, r.approx = ptr(n.value), ptr(n.value-d.value), ptr(n.value+d.value), true
	r.to = d.to
	return true
}

// finish finds what is counted and builds the mention.
func (x *extraction) finish(c *context, r reading, rule, unit string, kind Kind, to int) (m Mention, next int, ok bool) {
	if kind == Money && perUnit(c, to) || kind == Measure && measureOfThing(c, to) {
		return m, to, false
	}
	np := nounPhrase{from: to, to: to}
	if kind == Number {
		k := to
		if c.at(k) == "of" { // "some 2,150 of the 3,940 people": the set gives the noun
			m := x.mention(c, r, rule, kind, "", np)
			m.Of, m.Unit, m.Object = x.partOf(c, k+1)
			return m, to, true
		}
		if p, ok := nounAt(c, k, false); ok && x.fits(c, r, p) {
			np = p
			unit = p.unit
		} else if p, ok := x.before(c, r); ok {
			np, unit = p, p.unit
		}
	}
	m = x.mention(c, r, rule, kind, unit, np)
	if kind == Number && np.to > np.from {
		m.Object = objectText(c, np)
	}
	if kind == Percent {
		m.Of, m.Object = x.shareOf(c, to)
	}
	return m, to, true
}

// fits reports whether a noun phrase can be what a number counts: a plural or mass noun, or any noun after one, or before a share.
func (x *extraction) fits(c *context, r reading, p nounPhrase) bool {
	if isPlural(c.at(p.head)) || states[c.at(p.head)] || massNoun[c.at(p.head)] || c.at(p.head) == "crew" {
		return true
	}
	if r.value != nil && *r.value == 1 {
		return c.toks[p.head].Tag == "NN" || c.toks[p.head].Tag == "JJ" || c.toks[p.head].Tag == "NNP"
	}
	return strings.HasSuffix(c.toks[p.head].Tag, "S")
}

// mention builds a mention from a reading.
func (x *extraction) mention(c *context, r reading, rule string, kind Kind, unit string, np nounPhrase) Mention {
	ev := x.doc.Evidence(c.sent.Field, c.toks[r.from].Start, c.toks[r.to-1].End, "counts/"+rule)
	m := Mention{Evidence: ev, Sentence: c.sent.Index, From: r.from, To: r.to, Value: r.value, Lower: r.lo, Upper: r.hi, Approximate: r.approx,
		Kind: kind, Unit: unit, NounFrom: np.from, NounTo: np.to, Delta: r.delta}
	m.Corrected = corrected(c, r)
	return m
}

// corrected reports whether the text puts another figure in the place of this one: "five, not a dozen", "not 9 but 8", "four drones, not three".
func corrected(c *context, r reading) bool {
	return c.at(r.from-1) == "not" && (c.at(r.from-2) == "," || c.at(r.from-2) == "–" || c.at(r.from-2) == "—" || c.at(r.to) == "but" || c.at(r.to+1) == "but" || c.at(r.to+2) == "but" || c.at(r.from-2) == "and" || c.at(r.from-2) == "was" || c.at(r.from-2) == "were" || c.at(r.from-2) == "is")
}

// vague reads "dozens of parents", "Scores of traders", "Hundreds whose names …", "several hundred people".
func (x *extraction) vague(c *context, n num) (m Mention, next int, ok bool) {
	if c.at(n.from-1) == "the" || c.at(n.from-1) == "in" && c.at(n.to) == "of" || n.to < len(c.toks) && c.at(n.to) == "times" {
		return m, n.to, false
	}
	r := reading{from: n.from, to: n.to, lo: ptr(n.vague.lo), approx: true}
	if n.vague.hi >= 0 {
		r.hi = ptr(n.vague.hi)
	}
	if what, at := leftCue(c, n.from-1); what == "gt" || what == "ge" {
		r.from, r.hi = at, nil
	} else if what == "le" || what == "lt" {
		r.from, r.lo = at, nil
	} else if what != "" && what != "exact" {
		r.from = at
		r.delta = what == "delta"
	}
	k := n.to
	if c.at(k) == "of" {
		k++
		if c.at(k) == "the" || c.at(k) == "its" || c.at(k) == "their" || c.at(k) == "his" || c.at(k) == "her" || c.at(k) == "them" || c.at(k) == "those" {
			m = x.mention(c, r, "vague", Number, "", nounPhrase{from: k, to: k})
			m.Of, m.Unit, m.Object = x.partOf(c, k)
			return m, n.to, true
		}
	} else if cur, ok := currencies[c.at(k)]; ok && cur[1] == "word" {
		m = x.mention(c, r, "vague", Money, cur[0], nounPhrase{from: k, to: k})
		return m, k + 1, true
	}
	np, found := nounAt(c, k, true)
	if found && measures[c.at(np.head)][1] == "time" {
		return m, np.to, false
	}
	if !found && numberWords[strings.TrimSuffix(c.at(n.from), "s")].class == "" && c.at(n.from) != "dozens" && c.at(n.from) != "scores" {
		return m, n.to, false // "several", "a few" without what they count
	}
	if !found {
		np = nounPhrase{from: k, to: k, unit: "person"}
	}
	m = x.mention(c, r, "vague", Number, np.unit, np)
	m.Object = objectText(c, np)
	return m, max(n.to, np.from), true
}

// zeroAt reads "no one", "nobody", "none", "not one", "not a single one", before the verb or set that makes it a count of nothing.
func zeroAt(c *context, i int) (r reading, to int, ok bool) {
	end := 0
	switch c.at(i) {
	case "none", "nobody", "nil":
		end = i + 1
	case "no":
		if c.at(i+1) == "one" || c.at(i+1) == "-one" {
			end = i + 2
		}
	case "no-one":
		end = i + 1
	case "not":
		switch {
		case c.at(i+1) == "one" && c.at(i+2) != "to" && c.at(i+2) != "of" || c.at(i+1) == "one" && c.at(i+2) == "of" && (c.at(i+3) == "the" || c.at(i+3) == "them" || c.at(i+3) == "those"):
			end = i + 2
		case c.at(i+1) == "a" && c.at(i+2) == "single":
			end = i + 3
			if c.at(end) == "one" {
				end++
			}
		case c.at(i+1) == "a" && c.at(i+2) == "one":
			end = i + 3
		}
	}
	if end == 0 {
		return r, 0, false
	}
	ahead := c.at(end)
	switch c.at(i) {
	case "none", "not":
		if ahead == "of" && c.at(i) == "none" && (c.at(end+1) == "this" || c.at(end+1) == "that" || c.at(end+1) == "it") {
			return r, 0, false
		}
	default:
		if !peopleState(c, end) {
			return r, 0, false
		}
	}
	return reading{from: i, to: end, value: ptr(0), lo: ptr(0), hi: ptr(0)}, end, true
}

// peopleState reports whether "no one" is followed by something that happens to people and is counted: "has died", "was hurt", "is missing".
func peopleState(c *context, k int) bool {
	for j := k; j < k+5 && j < len(c.toks); j++ {
		low := c.at(j)
		if states[low] || happened[low] {
			return true
		}
		switch low {
		case "is", "was", "has", "have", "been", "else", "yet", "had", "were", "are", "in", "aboard", "on", "ever":
			continue
		}
		return false
	}
	return false
}

var happened = map[string]bool{"died": true, "survived": true, "charged": true, "convicted": true, "harmed": true, "held": true, "tested": true, "vaccinated": true, "reported": true, "released": true, "freed": true, "escaped": true, "perished": true, "drowned": true, "shot": true, "caught": true, "affected": true, "jailed": true, "sentenced": true, "buried": true, "infected": true, "burned": true, "voted": true, "claimed": true, "die": true}

// zeros adds "no deaths", "No casualties": "no" with a noun that the story counts elsewhere.
func (x *extraction) zeros() {
	for i := range x.out {
		x.units[x.out[i].Unit] = true
	}
	var add []Mention
	for i := range x.doc.Sentences {
		s := &x.doc.Sentences[i]
		c := &context{toks: s.Tokens, doc: x.doc, sent: s}
		for k, t := range s.Tokens {
			if t.Lower != "no" || c.at(k+1) == "one" || c.at(k+1) == "more" {
				continue
			}
			np, ok := nounAt(c, k+1, false)
			if !ok || !isPlural(c.at(np.head)) || !(casualty[np.unit] || x.units[np.unit] && np.to-np.from == 1) {
				continue
			}
			m := x.mention(c, reading{from: k, to: k + 1, value: ptr(0), lo: ptr(0), hi: ptr(0)}, "none", Number, np.unit, np)
			m.Object = objectText(c, np)
			add = append(add, m)
		}
	}
	if len(add) == 0 {
		return
	}
	x.out = merge(x.out, add)
}

var casualty = map[string]bool{"death": true, "casualty": true, "injury": true, "fatality": true, "victim": true, "survivor": true, "arrest": true}

// merge puts mentions in document order, leaving out those that overlap one that is there.
func merge(a, b []Mention) []Mention {
	var out []Mention
	i := 0
	for _, m := range b {
		for i < len(a) && (a[i].Sentence < m.Sentence || a[i].Sentence == m.Sentence && a[i].Start < m.Start) {
			out = append(out, a[i])
			i++
		}
		if len(out) > 0 && out[len(out)-1].Sentence == m.Sentence && out[len(out)-1].End > m.Start || i < len(a) && a[i].Sentence == m.Sentence && a[i].Start < m.End {
			continue
		}
		out = append(out, m)
	}
	return append(out, a[i:]...)
}

// isRow reports whether the sentence is a table row or list item.
func isRow(s *extractors.Sentence) bool { return s.Kind == article.Row || s.Kind == article.Item }
