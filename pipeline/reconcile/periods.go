package reconcile

// The period that a figure is of: a day of several, a night, a year, all since.

// sinceBefore reports whether a sentence opens with a "since" that its figure adds up from: "Since March 3,904 people have fallen ill".
func sinceBefore(c *cited) bool {
	ws := c.before
	return len(ws) > 0 && len(ws) < 8 && ws[0] == "since"
}

// ofOneDay reports whether a sentence that opens with the last day tells only what that brought: "In the last 24 hours three deaths were
// reported".
func ofOneDay(c *cited) bool {
	ws := c.before
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
	before, after := c.before, c.after
	for i, w := range before {
		if (w == "year" || w == "season") && i > 0 && before[i-1] == "this" && (i <= 3 || before[i-2] == "far" && before[i-3] == "so") {
			return true
		}
		if w == "year" && i > 0 && before[i-1] == "this" && (c.Of == "them" || c.Of == "whom") {
			return true // "1,210 people have died this year, 780 of them at sea"
		}
		if w == "season" && i+1 < len(before) && before[i+1] == "total" {
			return true
		}
	}
	for i := 1; i < min(len(after), 13); i++ {
		if records[after[i]] {
			return false // "12,000 acres, the largest fire this year"
		}
		if (after[i] == "year" || after[i] == "season") && after[i-1] == "this" {
			return i < 2 || after[i-2] != "earlier" && after[i-2] != "later"
		}
		if numberWords[after[i]] || allDigits(after[i]) {
			return false
		}
	}
	return false
}

// records tell that something is the first or greatest of a time, which it does not add up.
var records = tell.Of("record")

// stages are nouns for the parts of which a story may count one by one.
var stages = tell.Of("stage")

// night is the period of what the night brought.
const night = "overnight"

// ordinals name one of several days or nights that a story counts one by one.
var ordinals = tell.Of("ordinal")

// periodOf returns the day or night of several that a figure is of, "" where its clause names none: "57 in the first night".
func periodOf(c *cited, right []string) string {
	for _, ws := range [2][]string{right, c.before} {
		for i := 2; i < len(ws); i++ {
			if stages[ws[i]] && ordinals[ws[i-1]] && ws[i-2] == "the" && (ws[i-1] != "last" || ws[i] == "round") && within(ws, i-3) && at(ws, i+1) != "of" {
				return "of the " + ws[i-1] + " " + ws[i]
			}
		}
	}
	return ""
}

// ordinary is the period of what is so when nothing happens.
const ordinary = "on an ordinary day"

// usually reports whether a figure is one of ordinary days, against which the story's stand: "On a normal night it is six or seven".
func usually(c *cited) bool {
	for _, ws := range [2][]string{c.before, c.after} {
		for i := 2; i < len(ws); i++ {
			if usualTimes[ws[i]] && usual[ws[i-1]] && (ws[i-2] == "a" || ws[i-2] == "an") && within(ws, i-3) {
				return true
			}
		}
	}
	return false
}

var (
	usual      = tell.Of("usual")
	usualTimes = tell.Of("usual-time")
)

// overnight reports whether a figure of a stock that comes and goes tells only what the night brought: "Hundreds have fled overnight".
func overnight(c *cited, class *class) bool {
	if class.motion != moving && kin[class.name] != "driven out" {
		return false
	}
	for _, w := range c.after[:min(len(c.after), 8)] {
		switch w {
		case "overnight":
			return true
		case "after", "when", "as", "before":
			return false // "after the river rose overnight"
		}
	}
	return false
}

// within reports whether the word at i brings what a figure is of: "in the first night". After, by or since a day tells when it is given.
func within(ws []string, i int) bool {
	switch at(ws, i) {
	case "in", "on", "during":
		return true
	case "of":
		return i == 0
	}
	return false
}
