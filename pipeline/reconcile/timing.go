package reconcile

import "strings"

// Whether two figures can be of one time.

func sameDays(a, b *frame) bool {
	return a.dated && b.dated && a.from <= b.to && b.from <= a.to && max(a.to-a.from, b.to-b.from) <= 7
}

// weekly is by how many days the time of a plan is longer than that of an act that is but a part of it: "600 this week", "80 on Monday".
const weekly = 4

// length is how many days a figure's event lasts, 0 where no date is told.
func (f *frame) length() int {
	if !f.dated {
		return 0
	}
	return f.to - f.from + 1
}

func abs(n int) int { return max(n, -n) }

// maxInferredGap is by how many days dates may differ of which the text does not tell one for this very figure.
const maxInferredGap = 7

func sameTime(a, b *frame) (float64, bool) {
	if a.crowd() && b.crowd() && apartInTime(a, b) || a.class.name == "arrest" && b.class.name == "arrest" && a.dayTold() && b.dayTold() && apartInTime(a, b) || addsUpTo(a, b) || addsUpTo(b, a) || a.chronic() != b.chronic() {
		return 0, false
	}
	if !a.dated || !b.dated {
		if a.stock && b.stock {
			return 0.7, true // the day on which so many were there is no day of theirs
		}
		if n := max(a.to-a.from, b.to-b.from); n >= 20 && n <= 200 {
			return 0, false // a quarter's figure, and one of no period
		}
		if longAgo(a, b) || longAgo(b, a) {
			return 0, false // "in 2024, 137 were abducted", in an article on those of today
		}
		return 0.8, true
	}
	gap := max(a.from-b.to, b.from-a.to)
	switch {
	case gap <= 0:
		return 1, true
	case a.stock && b.stock && gap <= maxLinger:
		return 0.7, true
	case gap <= 2 && a.to-a.from <= 3 && b.to-b.from <= 3, gap <= maxInferredGap && (a.inferred || b.inferred):
		return 0.7, true
	}
	return 0, false
}

// dayTold reports a figure of one day that its sentence tells: of arrests, which go on from day to day.
func (f *frame) dayTold() bool {
	return f.dated && !f.inferred && !f.asOfTold && f.from == f.to && f.kind == "number"
}

// crowd reports whether a figure is the size of a crowd, which comes together in one place on one day.
func (f *frame) crowd() bool { return kin[f.class.name] == "in the street" && f.kind == "number" }

// apartInTime reports whether two crowds came together on different days: those their sentences tell, or the days they were told on.
func apartInTime(a, b *frame) bool {
	x1, x2, ok1 := a.happened()
	y1, y2, ok2 := b.happened()
	return ok1 && ok2 && max(x1-y2, y1-x2) > 0
}

// happened returns the first and last day on which an event of one day can have been.
func (f *frame) happened() (from, to int, ok bool) {
	if f.dated {
		return f.from, f.to, true
	}
	return f.number - 1, f.number, f.number != 0
}

// opening reports whether a is of the first day or night, as its article calls it, and b was told on that day without a word of which.
func (s *setting) opening(a, b *frame) bool {
	if a.period == night && b.period == "" && a.day == b.day && !b.stock {
		return true // what happened that day happened in the night
	}
	return strings.HasPrefix(a.period, "of the first ") && b.period == "" && b.day != "" && s.first >= b.day
}

// addsUpTo reports whether a is one day's of what b adds up from days before: "80 on Monday", "2,400 since 1 May".
func addsUpTo(a, b *frame) bool {
	return b.since > 0 && a.dated && !a.inferred && a.length() <= 2 && a.from-b.since > 2
}

// chronicDays is from how many days on what adds up is no event's any more: "1,850 pupils have been abducted since 2014".
const chronicDays = 200

// chronic reports whether a figure adds up over months or years.
func (f *frame) chronic() bool {
	return f.since > 0 && f.number-f.since > chronicDays
}

// longAgo reports whether a's event is told to be over for months before the day of b, whose own event is of its day or not told.
func longAgo(a, b *frame) bool {
	if !a.dated || a.inferred || b.dated {
		return false
	}
	return b.number-a.to > maxLinger
}

// maxLinger is how many days after an event its figures are still news.
const maxLinger = 60
