package reconcile

import (
	"strings"

	"crosstally/extractors/lexicon"
)

// moneyTopics maps words for a sum of money to what it is: "net income" to "net profit".
var moneyTopics = func() map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Must(lexicons, "lexicon/money_topics.tsv", 2) {
		out[e.Fields[0]] = e.Fields[1]
	}
	return out
}()

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

// sameTopic reports whether two sums can be one: a profit may be the net profit, an operating profit is not.
func sameTopic(a, b string) bool {
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}
