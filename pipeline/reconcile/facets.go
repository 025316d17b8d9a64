package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// Facets are what restricts the things counted beyond their noun: how those who voted voted, whose jobs they are, that they are of one day.

// spotsOf returns the places named within a line of the number, but the one the claim is placed in.
func spotsOf(c *claim.Claim, r *claim.Reading, es *entities) []string {
	var out []string
	for _, n := range r.Names {
		if n.Type == names.Place && n.Field == c.Field && n.Start >= c.Start-80 && n.End <= c.End+80 && strings.Contains(c.Quote, n.Text) && es.of(n.Name) != es.of(c.Place) {
			out = append(out, es.of(n.Name))
		}
	}
	return sortedSet(out)
}

// topicOf returns what a sentence says that its share is of. Voters who "turned out" or "cast ballots" are the turnout.
func topicOf(object []string, quote, text string) []string {
	ws, number := words(quote), words(text)
	at := -1
	if len(number) > 0 {
		at = slices.Index(ws, number[0])
	}
	several := len(shares(ws))+strings.Count(quote, "%") > 1
	if at > 1 && toEnter(ws[:at], ws[at:]) {
		return []string{"threshold"}
	}
	if at > 0 && ws[at-1] == "or" && slices.Contains(ws[:at], "of") && slices.Contains(ws[:at], "registered") {
		return []string{"turnout"} // "315,402 voters out of 542,600 registered, or 58.1%"
	}
	for i, w := range ws {
		switch w {
		case "turnout", "threshold":
			if i <= 1 && at >= 0 && !votedFor(ws[at:]) {
				return []string{w} // it is what the sentence is about: "Turnout, given as 57 percent at first, was 58"
			}
			if several && at >= 0 && (i > at+len(number)+2 || i < at-4 || i < at && len(shares(ws[i:at])) > 0) {
				continue // "91 percent voted for it on a turnout of 78 percent"
			}
			return []string{w}
		}
	}
	if at >= 0 && haveVoted(ws[at+len(number):]) {
		return []string{"turnout"}
	}
	if len(object) > 0 && nounClass(object[len(object)-1]) == "voter" && !slices.Contains(ws, "for") && slices.ContainsFunc(ws, func(w string) bool { return w == "turned" || w == "cast" || w == "voted" || w == "polls" }) {
		return []string{"turnout"}
	}
	return nil
}

// haveVoted reports whether the words behind a share say that so many voted, whoever for: "31 percent had voted".
func haveVoted(after []string) bool {
	for i, w := range after[:min(len(after), 4)] {
		switch w {
		case "voted":
			return i+1 == len(after) || after[i+1] != "for" && after[i+1] != "against" && after[i+1] != "in" && after[i+1] != "to"
		case "had", "have", "has", "already":
		default:
			return false
		}
	}
	return false
}

// turnoutOf returns what the words before a turnout restrict it to: "turnout by noon", "turnout in the district".
func turnoutOf(left []string) []string {
	for i := 1; i < len(left); i++ {
		switch {
		case left[i-1] == "by" && (left[i] == "noon" || left[i] == "midday"):
			return []string{"by noon"}
		case i > 1 && left[i-2] == "in" && left[i-1] == "the" && districts[left[i]]:
			return []string{"in the district"}
		}
	}
	return nil
}

// districts are nouns for parts of a country in which votes are counted.
var districts = map[string]bool{"district": true, "county": true, "province": true, "municipality": true, "town": true, "city": true, "constituency": true, "region": true}

// toEnter reports whether the words around a share make it what a party must reach: "a list must pass 3 percent to enter parliament".
func toEnter(before, after []string) bool {
	last := before[len(before)-1]
	if len(before) > 1 && (last == "least" || last == "a" || last == "of") {
		last = before[max(0, len(before)-3)]
	}
	switch last {
	case "pass", "clear", "reach", "cross", "win", "exceed", "poll":
		return slices.ContainsFunc(after, func(w string) bool { return w == "enter" || w == "parliament" || w == "seats" || w == "represented" })
	}
	return false
}

// votedFor reports whether a share is of those who voted one way: "91 percent voted for it".
func votedFor(share []string) bool {
	return slices.ContainsFunc(share[:min(len(share), 4)], func(w string) bool { return w == "voted" || w == "backed" || w == "for" || w == "against" })
}

// shares returns the places of words that end a percentage.
func shares(ws []string) (at []int) {
	for i, w := range ws {
		if w == "percent" || w == "cent" {
			at = append(at, i)
		}
	}
	return at
}

// inherent facets say what the class says already.
var inherent = map[string]string{"board": "on board", "hospitalise": "in hospital", "discharge": "discharged", "register": "registered", "vaccinate": "vaccinated", "ground": "on the ground"}

// ballots are the facets of how those who voted on a bill voted.
var ballots = []string{"abstaining", "against", "in favour"}

// sinceBefore reports whether a sentence opens with a "since" that its figure adds up from: "Since January 3,904 people have fallen ill".
func sinceBefore(c *cited) bool {
	ws := words(c.Quote[:max(0, c.at)])
	return len(ws) > 0 && len(ws) < 8 && ws[0] == "since"
}

// ofOneDay reports whether a sentence that opens with the last day tells only what that brought: "In the last 24 hours three deaths were
// reported".
func ofOneDay(c *cited) bool {
	ws := words(c.Quote[:max(0, c.at)])
	for i := 2; i < len(ws); i++ {
		if ws[i] == "hours" && (ws[i-1] == "24" || ws[i-1] == "twenty-four") && (ws[i-2] == "last" || ws[i-2] == "past" || ws[i-2] == "previous" || ws[i-2] == "preceding") {
			return true
		}
	}
	return false
}

// ofTheYear reports whether a figure adds up a whole year or season, of which the event that the story is about is but one: "So far this year
// fires have burned 212,000 acres", "the season total stands at 225,000".
func ofTheYear(c *cited) bool {
	if c.at < 0 {
		return false
	}
	before, after := words(c.Quote[:c.at]), words(c.Quote[c.at+len(c.Text):])
	for i, w := range before {
		if (w == "year" || w == "season") && i > 0 && before[i-1] == "this" && (i <= 3 || i > 2 && before[i-2] == "far" && before[i-3] == "so") {
			return true
		}
		if w == "year" && i > 0 && before[i-1] == "this" && (c.Of == "them" || c.Of == "whom") {
			return true // "1,340 people have died this year, 870 of them off Libya"
		}
		if w == "season" && i+1 < len(before) && before[i+1] == "total" {
			return true
		}
	}
	for i := 1; i < min(len(after), 13); i++ {
		if (after[i] == "year" || after[i] == "season") && after[i-1] == "this" {
			return true
		}
		if numberWords[after[i]] || allDigits(after[i]) {
			return false
		}
	}
	return false
}

// ordinals name one of several days or nights that a story counts one by one.
var ordinals = map[string]bool{"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "final": true, "last": true}

// periodOf returns the day or night of several that a figure is of, "" where its clause names none: "63 in the first night".
func periodOf(c *cited, right []string) string {
	if c.at < 0 {
		return ""
	}
	for _, ws := range [2][]string{right, words(c.Quote[:c.at])} {
		for i := 2; i < len(ws); i++ {
			if (ws[i] == "night" || ws[i] == "day" || ws[i] == "week" || ws[i] == "round") && ordinals[ws[i-1]] && ws[i-2] == "the" && (ws[i-1] != "last" || ws[i] == "round") {
				return "of the " + ws[i-1] + " " + ws[i]
			}
		}
	}
	return ""
}

// overnight reports whether a figure of a stock that comes and goes tells only what the night brought: "Hundreds have fled overnight".
func overnight(c *cited, class *class) bool {
	if class.motion != moving && kin[class.name] != "driven out" || c.at < 0 {
		return false
	}
	ws := words(c.Quote[c.at:])
	return slices.Contains(ws[:min(len(ws), 9)], "overnight")
}

// nationOf returns the adjective of a country that the counted things have, "" for none: "260 Dutch jobs".
func nationOf(c *claim.Claim) string {
	ws := strings.Fields(c.Object)
	for i := 0; i+1 < len(ws); i++ {
		if w := ws[i]; w[0] >= 'A' && w[0] <= 'Z' && names.CountryOf(w) != "" {
			return w
		}
	}
	return ""
}

// inAll is the facet of the seats that a body has, whoever wins them.
const inAll = "in all"

func facetsOf(class *class, noun string, qualifiers []string, groups ...[]string) []string {
	out := slices.Clone(qualifiers)
	for _, ws := range groups {
		for i := range ws {
			for _, p := range facetWords[ws[i]] {
				if i+len(p.words) <= len(ws) && slices.Equal(ws[i:i+len(p.words)], p.words) {
					out = append(out, p.facet)
				}
			}
		}
	}
	out = sortedSet(out)
	return slices.DeleteFunc(out, func(s string) bool {
		return s == inherent[class.name] || s == "by noon" && class.name != "vote" || s == "still" && (class.motion == moving || class.name == "have" || class.name == "displace") || s == "female" && (noun == "woman" || noun == "girl")
	})
}
