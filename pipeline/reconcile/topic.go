package reconcile

import (
	"slices"
	"strings"

	"crosstally/extractors/lexicon"
)

// moneyTopics maps words for a sum of money to what it is: "net income" to "net profit".
var moneyTopics = tellsOf("lexicon/money_topics.tsv")

// tellsOf reads a list of words and what each says that a figure is.
func tellsOf(file string) map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Must(lexicons, file, 2) {
		out[e.Fields[0]] = e.Fields[1]
	}
	return out
}

// Reach of a word for a sum from the sum, in words.
const (
	topicBefore = 9
	topicBehind = 3
)

// topicOfMoney returns what a sum is said to be by the nearest word for one, "" where none stands near: "a grant of £14 million", "a £17
// million government grant".
func topicOfMoney(left, right []string) string {
	for i, w := range right[:min(len(right), topicBehind)] {
		if w == "in" || w == "on" || w == "for" || w == "and" || w == "from" || w == "to" {
			break
		}
		if t := topicAt(right, i); t != "" {
			return t
		}
	}
	for i := len(left) - 1; i >= 0 && i >= len(left)-topicBefore; i-- {
		if t := topicAt(left, i); t != "" {
			return t
		}
	}
	return ""
}

// topicAt reads the word at i, with the one before it where they are a term together.
func topicAt(ws []string, i int) string {
	if i > 0 {
		if t := moneyTopics[ws[i-1]+" "+ws[i]]; t != "" {
			return t
		}
	}
	return moneyTopics[ws[i]]
}

// befell maps words for what befell those to whom a sum is paid: the families of the dead are not paid what the injured are.
var befell = func() map[string]string {
	out := map[string]string{}
	for _, of := range [...]string{"for the dead", "for the injured"} {
		for w := range tell.Of(of) {
			out[w] = of
		}
	}
	return out
}()

// recipients returns for whom a sum is, as the words behind it or else those before it say; "" where they do not.
func recipients(left, right []string) string {
	for _, w := range right {
		if r := befell[w]; r != "" {
			return r
		}
	}
	for i := len(left) - 1; i >= 0; i-- {
		if r := befell[left[i]]; r != "" {
			return r
		}
	}
	return ""
}

// payRise is the topic of what wages are to grow by.
const payRise = "pay rise"

// offers are words by which an employer's share is told where it is not said of what: "The company has offered 2.5 percent".
var offers = tell.Of("offer")

// wages are words for what a pay rise raises.
var wages = tell.Of("wage")

// priced are words for what else grows by a percentage beside pay: "Prices grew 8 percent, faster than wages".
var priced = tell.Of("priced")

// topicOfShare returns what grows by a percentage, pay or something priced, "" where nothing near it says so.
func topicOfShare(c *cited, class *class) string {
	if c.at < 0 || class.name != "" && class.name != "grow" && class.name != "raise" && class.name != "pay" && class.name != "have" {
		return ""
	}
	before, after := c.before, c.after
	near := append(slices.Clone(before[max(0, len(before)-topicBefore):]), after[:min(len(after), 2*topicBehind)]...)
	if i := slices.IndexFunc(near, func(w string) bool { return priced[w] }); i >= 0 {
		return near[i]
	}
	saysOf := slices.Contains([]string{"on", "of", "off", "for", "in"}, at(after, 0)) // "offered 2.5 percent on savings"
	if slices.ContainsFunc(near, func(w string) bool { return wages[w] || offers[w] && !saysOf }) {
		return payRise
	}
	return ""
}

// sameTopic reports whether two sums can be one: a profit may be the net profit, an operating profit is not.
func sameTopic(a, b string) bool {
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

// speedLimit is the topic of how fast one may go.
const speedLimit = "speed limit"

// speeds are the words before a speed that tell what is so fast: a limit is not how fast somebody went.
var speeds = tellsOf("lexicon/speeds.tsv")

// speedOf returns what the nearest of the words before a speed says is so fast, "" where none does.
func speedOf(before []string) string {
	for i := len(before) - 1; i >= 0; i-- {
		if t := speeds[before[i]]; t != "" {
			return t
		}
	}
	return ""
}
