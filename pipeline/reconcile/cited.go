package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/pipeline/claim"
)

// The words around a number: of its clause, before it, behind it, the label that it stands behind.

// A cited claim knows where in its sentence its number stands, which may hold the same words twice: "one in the north, one in the south".
// The words of the sentence are read once, here; who sorts them takes a copy.
type cited struct {
	*claim.Claim
	field         string   // the title or the text that the claim stands in
	from          int      // of its sentence in the field, -1 when that is not found
	at            int      // of the number in the quote, -1 when it is not in it
	sentence      []string // the words of the quote
	before, after []string // those before the number and behind it, nil without a number
}

// cite finds a claim's number in its quote.
func cite(c *claim.Claim, r *claim.Reading) *cited {
	out := &cited{Claim: c, field: fieldText(r, c.Field), at: -1, sentence: words(c.Quote)}
	out.from = quoteStart(c, out.field)
	switch {
	case c.Text == "":
		return out
	case out.from >= 0 && c.End-out.from <= len(c.Quote):
		out.at = c.Start - out.from
	default:
		out.at = strings.Index(c.Quote, c.Text)
	}
	if out.at >= 0 {
		out.before, out.after = words(c.Quote[:out.at]), words(c.Quote[out.at+len(c.Text):])
	}
	return out
}

// fieldText is the title or the text of an article.
func fieldText(r *claim.Reading, f extractors.Field) string {
	if f == extractors.Title {
		return r.Article.Title
	}
	return r.Article.Text
}

// stops end the clause beside a number, digits begin another number.
const (
	stops  = ",;:.()—|"
	digits = "0123456789"
)

// behind returns the words behind the number, up to eight and to the first of some stops.
func (c *cited) behind(stops string) []string {
	if c.at < 0 {
		return nil
	}
	after := c.Quote[c.at+len(c.Text):]
	if k := strings.IndexAny(after, stops); k >= 0 {
		after = after[:k]
	}
	ws := words(after)
	return ws[:min(len(ws), 8)]
}

// label returns the text before a number that stands behind a label, "" where it does not: "In hospital: nine", "In hospital | 9".
func (c *cited) label() string {
	if c.at <= 0 {
		return ""
	}
	label := strings.TrimRight(c.Quote[:c.at], " ")
	if !strings.HasSuffix(label, ":") && !strings.HasSuffix(label, "|") {
		return ""
	}
	return label
}

// lone reports whether a figure is the only number of its sentence, and one.
func (c *cited) lone() bool {
	if c.Value == nil || *c.Value != 1 || c.at < 0 {
		return false
	}
	for _, w := range slices.Concat(c.before, c.after) {
		if numberWords[w] || strings.ContainsAny(w, digits) {
			return false
		}
	}
	return true
}

// around returns the words of the clause beside the number: up to five before it and eight after, without crossing
// punctuation or another number, whose words they would be.
func around(c *cited) (left, right []string) {
	i := c.at
	if i < 0 || c.Text == "" {
		return nil, nil
	}
	before, end := c.Quote[:i], stops+digits
	if k := strings.LastIndexAny(before, stops); k >= 0 {
		before = before[k+1:]
	}
	if strings.HasPrefix(c.Quote[i+len(c.Text):], " of ") {
		end = stops // what it is a part of may be counted too
	}
	left, right = words(before), c.behind(end)
	if strings.ContainsAny(before, digits) || slices.ContainsFunc(left, func(w string) bool { return numberWords[w] }) {
		left = nil
	}
	left = left[max(0, len(left)-5):]
	for k, w := range right {
		if numberWords[w] && k > 0 && !(k+1 < len(right) && doseNouns[right[k+1]]) {
			return left, right[:k]
		}
	}
	return left, right
}

// behindComma returns the words of the clause that follows a number and a comma.
func behindComma(c *cited) []string {
	if c.at < 0 {
		return nil
	}
	after, ok := strings.CutPrefix(c.Quote[c.at+len(c.Text):], ",")
	if !ok {
		return nil
	}
	if k := strings.IndexAny(after, stops+digits); k >= 0 {
		after = after[:k]
	}
	ws := words(after)
	return ws[:min(len(ws), 8)]
}

// doseNouns follow a number that tells how far somebody is vaccinated and counts nobody.
var doseNouns = tell.Of("dose")

// numberWords begin the next count of a list.
var numberWords = tell.Of("number")

// labelOf returns the words of the label that a number stands behind: "In hospital: nine", "In hospital | 9".
func labelOf(c *cited) []string {
	ws := words(c.label())
	return ws[max(0, len(ws)-6):]
}

// isBase reports whether the words before a number make it the whole of which others are a part.
func isBase(left []string) bool {
	n := len(left)
	return n > 0 && left[n-1] == "of" || n > 1 && left[n-2] == "of" && (left[n-1] == "the" || left[n-1] == "its" || left[n-1] == "their" || left[n-1] == "these" || left[n-1] == "those")
}

// saidBefore reports whether a noun stands in the sentence before the number, which then leaves it out: "four children, the UN five".
func saidBefore(c *cited, noun string) bool {
	return slices.ContainsFunc(c.before, func(w string) bool { return nounClass(w) == noun || nounClass(singular(w)) == noun })
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

// refersBack are words by which a sentence takes up a count spoken of before.
var refersBack = tell.Of("count-spoken-of")

// auxiliaries begin what is said of a number that stands alone: "one had had a single dose".
var auxiliaries = tell.Of("auxiliary")

// saysClass reports whether words name the predicate of a class: "were killed".
func saysClass(c *class, ws []string) bool {
	return slices.ContainsFunc(ws, func(w string) bool { return c.stems[stem(w)] })
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
