package dates

import "strings"

// An op is how an expression finds its days.
type op int

const (
	opNone      op = iota
	opDate         // year, month, day, weekday as far as given
	opWeekday      // a weekday, with shift
	opDeictic      // n days from the anchor
	opOffset       // n units before or after a base
	opUnit         // this, last, next unit
	opSame         // the same, previous, following unit of the date just spoken of
	opSeason       // season, in a year or relative
	opPartYear     // quarter or half: size months, number n, of a year or relative
	opDecade       // from year, ten years
	opCentury      // from year, a hundred years
	opHoliday      // by rule
	opStart        // first day of base
	opEnd          // last day of base
	opRange        // from base to until
	opLike         // the period just spoken of, in another year
	opRest         // of a unit up to now (shift -1) or from now on (+1)
	opDuration     // n units
	opSet          // recurring
	opAmbiguous    // a date that cannot be read: 3/4/2025
)

// anyMonth is the month of "the 9th": the article's or the one beside it.
const anyMonth = 13

// A shift is which one of many: the last, this, the next.
const (
	noShift = iota
	shiftLast
	shiftThis
	shiftNext
)

// An expr is what a rule reads in a match: a date still to be resolved, a duration or a set.
type expr struct {
	op               op
	year, month, day int
	weekday          int
	shift            int
	n                float64
	unit             unit
	base, until      *expr
	rule             string // of a holiday
	anchored         bool   // an offset from the article's day, not from the date just spoken of
	short            bool   // a decade in two figures: '20s
	relation         string
	clock            string
}

// kind returns the kind of mention that e becomes.
func (e *expr) kind() Kind {
	switch e.op {
	case opDuration:
		return Duration
	case opSet:
		return Set
	}
	return Date
}

// lasts is the duration that e stands for, the smaller unit behind "and" included: PT2H20M for "two hours and 20 minutes".
func (e *expr) lasts() string {
	value := duration(e.n, e.unit)
	if e.until == nil {
		return value
	}
	rest := duration(e.until.n, e.until.unit)
	switch {
	case e.unit == week && e.until.unit == day:
		return duration(7*e.n+e.until.n, day)
	case strings.HasPrefix(rest, "PT") && strings.HasPrefix(value, "PT"):
		return value + rest[2:]
	}
	return value + rest[1:]
}

// A found is an expression found in a sentence, before and after it is resolved.
type found struct {
	from, to int
	hours    int // how many tokens of figures for the time of day lead to it, which are no part of its text
	rule     *rule
	expr     expr
	period   Period
}

// namesYear reports whether e says its year.
func (e *expr) namesYear() bool {
	return (e.op == opDate || e.op == opSeason) && e.year != 0 || e.op == opRange && e.until.namesYear()
}
