package reconcile

import (
	"slices"
	"strings"
)

// What a percentage is of, as far as a sentence tells.

// topicOf returns what a sentence says that its share is of. Voters who "turned out" or "cast ballots" are the turnout.
func topicOf(c *cited) []string {
	object, quote, number := words(c.Object), c.Quote, words(c.Text)
	ws, at := c.sentence, -1
	if c.at >= 0 && len(number) > 0 {
		at = min(len(c.before), len(ws)-len(number))
	}
	several := len(shares(ws))+strings.Count(quote, "%") > 1
	if at > 1 && toEnter(ws[:at], ws[at:]) {
		return []string{"threshold"}
	}
	if at > 1 && ws[at-1] == "or" && ws[at-2] == "registered" && (slices.Contains(ws[:at], "voters") || slices.Contains(ws[:at], "electors")) {
		return []string{"turnout"} // "3,200 of the 5,000 voters registered, or 64 percent"
	}
	for i, w := range ws {
		switch w {
		case "turnout", "threshold":
			if i <= 1 && at >= 0 && !votedFor(ws[at:]) {
				return []string{w} // it is what the sentence is about: "Turnout, given as 57 percent at first, was 58"
			}
			if several && at >= 0 && (i > at+len(number)+2 || i < at-4 || i < at && len(shares(ws[i:at])) > 0) {
				continue // "82 percent voted for it on a turnout of 70 percent"
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

// partOfCountry returns the part of a country that the words beside a turnout restrict it to: "turnout in the district".
func partOfCountry(ws []string) []string {
	for i := 2; i < len(ws); i++ {
		if ws[i-2] == "in" && ws[i-1] == "the" && districts[ws[i]] {
			return []string{"in the " + ws[i]}
		}
	}
	return nil
}

// districts are nouns for parts of a country in which votes are counted.
var districts = tell.Of("district")

// toEnter reports whether the words around a share make it what a party must reach: "a party must pass 5 percent to enter parliament".
func toEnter(before, after []string) bool {
	last := before[len(before)-1]
	if len(before) > 2 && last == "least" {
		last = before[len(before)-3]
	}
	switch last {
	case "pass", "clear", "reach", "cross", "win", "exceed", "poll":
		return slices.ContainsFunc(before, func(w string) bool {
			return w == "must" || w == "need" || w == "needs" || w == "needed" || w == "required"
		}) && slices.ContainsFunc(after, func(w string) bool { return w == "enter" || w == "parliament" || w == "seats" || w == "represented" })
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
