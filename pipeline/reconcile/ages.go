package reconcile

import "strings"

// longestLabel is how long, in bytes, the label of a row of ages is at most.
const longestLabel = 40

// agesOf returns the age range that the words beside a number restrict its people to: "under 5", "5 to 17", "18 and over";
// "" where none is given. It stands after the number ("seventeen are younger than 16") or is the label of a row ("Under 5: 13").
func agesOf(c *cited) string {
	if a := ageRange(c.behind(stops), false); a != "" {
		return a
	}
	label := c.label()
	if len(label) > longestLabel {
		return ""
	}
	return ageRange(words(label), true)
}

// ageRange finds an age range among words; in a label two bare numbers are one.
func ageRange(ws []string, label bool) string {
	for i, w := range ws {
		if !allDigits(w) {
			continue
		}
		prev, next := at(ws, i-1), at(ws, i+1)
		switch {
		case prev == "under" || prev == "below" || prev == "than" && at(ws, i-2) == "younger":
			if !notYears[next] {
				return "under " + w
			}
		case (prev == "over" || prev == "above" || prev == "than" && at(ws, i-2) == "older") && (label || at(ws, i-2) == "older"):
			return "over " + w
		case next == "and" && (at(ws, i+2) == "over" || at(ws, i+2) == "older" || at(ws, i+2) == "above"):
			return w + " and over"
		case (next == "to" || next == "and") && allDigits(at(ws, i+2)) && (label || prev == "aged" || prev == "ages" || prev == "between" && at(ws, i-2) == "aged"):
			return w + " to " + ws[i+2]
		case prev == "aged" || prev == "ages":
			return "aged " + w
		}
	}
	return ""
}

// notYears follow numbers that are no ages.
var notYears = tell.Of("age-unit-no-year")

func at(ws []string, i int) string {
	if i < 0 || i >= len(ws) {
		return ""
	}
	return ws[i]
}

func allDigits(w string) bool {
	return w != "" && strings.Trim(w, "0123456789") == ""
}
