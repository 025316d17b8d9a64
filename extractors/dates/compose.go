package dates

// compose joins expressions that belong together: clock times with their day, a base with its offset, the ends of a range,
// months that share a year.
func compose(s *scanner, fs []found) []found {
	if len(fs) == 0 {
		return fs
	}
	fs = joinOffsets(s, fs)
	shareYear(s, fs)
	fs = joinDurations(s, fs)
	fs = joinRanges(s, fs)
	attachClocks(s, fs)
	takeDayparts(s, fs)
	for i := range fs { // Saturday's attack
		if s.lowerAt(fs[i].to) == "'s" && (i+1 == len(fs) || fs[i+1].from > fs[i].to) {
			fs[i].to++
		}
	}
	return fs
}

// joinOffsets gives "two days after" the date that follows as its base; without one it is dropped.
func joinOffsets(s *scanner, fs []found) []found {
	out := fs[:0]
	for i := 0; i < len(fs); i++ {
		f := fs[i]
		if f.expr.rule == "pending" {
			f.expr.rule = ""
			if i+1 < len(fs) && fs[i+1].from == f.to && fs[i+1].expr.kind() == Date {
				f.expr.rest(fs[i+1].expr)
				f.to = fs[i+1].to
				i++
			} else if f.expr.op != opOffset {
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// rest completes a pending expression with the date that follows it.
func (e *expr) rest(base expr) {
	switch e.op {
	case opRange: // the week of, the week ending
		week := expr{op: opOffset, base: &base, n: 6, unit: day}
		e.base, e.until = &base, &week
		if e.shift == shiftLast {
			week.n = -6
			e.base, e.until = &week, &base
		}
	default:
		e.base = &base
	}
}

// shareYear gives "May and June 2024" one year.
func shareYear(s *scanner, fs []found) {
	for i := len(fs) - 2; i >= 0; i-- {
		a, b := &fs[i].expr, &fs[i+1].expr
		if a.op == opDate && b.op == opDate && a.year == 0 && a.month != 0 && a.shift == noShift && b.month == 0 && b.base == nil && s.eventOf(fs[i].to, fs[i+1].from) {
			a.year = b.year // "the July riots in 2021"
			continue
		}
		if a.op != opDate || b.op != opDate || a.year != 0 || b.year == 0 || a.month == 0 || b.month == 0 || a.shift != noShift || fs[i+1].from-fs[i].to != 1 {
			continue
		}
		switch s.lowerAt(fs[i].to) {
		case "and", "or", "to", ",", "-", "–", "until", "through":
			a.year = b.year
			if a.month > b.month {
				a.year--
			}
		}
	}
}

// eventOf reports one or two nouns and "in" or "of" as tokens [from,to).
func (s *scanner) eventOf(from, to int) bool {
	n := to - from
	if n < 2 || n > 3 || s.lowerAt(to-1) != "in" && s.lowerAt(to-1) != "of" {
		return false
	}
	for k := from; k < to-1; k++ {
		if !isNoun(s.tagAt(k)) {
			return false
		}
	}
	return true
}

// joinDurations makes one lasting time of "two hours and 20 minutes".
func joinDurations(s *scanner, fs []found) []found {
	out := fs[:0]
	for i := 0; i < len(fs); i++ {
		f := fs[i]
		if i+1 < len(fs) && fs[i+1].from-f.to == 1 && s.lowerAt(f.to) == "and" && f.expr.op == opDuration && fs[i+1].expr.op == opDuration && f.expr.n == float64(int(f.expr.n)) && below(f.expr.unit, fs[i+1].expr.unit) {
			rest := fs[i+1].expr
			f.expr.until, f.to = &rest, fs[i+1].to
			i++
		}
		out = append(out, f)
	}
	return out
}

// below reports whether b is the unit in which what is over of a is told.
func below(a, b unit) bool {
	switch a {
	case year:
		return b == month
	case month, week:
		return b == day
	case day:
		return b == hour
	case hour:
		return b == minute
	case minute:
		return b == second
	}
	return false
}

// joinRanges makes one interval of "from Monday to Friday" and "between 3 March and 5 April".
func joinRanges(s *scanner, fs []found) []found {
	out := fs[:0]
	for i := 0; i < len(fs); i++ {
		f := fs[i]
		if i+1 < len(fs) && s.isInterval(&f, &fs[i+1]) {
			a, b := f.expr, fs[i+1].expr
			f.expr = expr{op: opRange, base: &a, until: &b}
			if s.lowerAt(f.from-1) == "from" {
				f.expr.relation = "from"
			}
			f.to = fs[i+1].to
			i++
		}
		out = append(out, f)
	}
	return out
}

func (s *scanner) isInterval(a, b *found) bool {
	if b.from-a.to != 1 || a.expr.kind() != Date || b.expr.kind() != Date || a.expr.op == opRange || b.expr.op == opRange {
		return false
	}
	joint := s.lowerAt(a.to)
	if s.lowerAt(a.from-1) == "between" {
		if s.roleAt(a.from-2, roleComparison) {
			return false // "the difference between Monday and Tuesday"
		}
		return joint == "and" && a.expr.op == b.expr.op // days told in two ways are told apart: "between Monday evening and this morning"
	}
	if a.expr.op == opWeekday && b.expr.op != opWeekday {
		return false
	}
	if s.lowerAt(a.from-1) == "from" {
		if s.movedFrom(a.from - 1) {
			return false
		}
		return joint == "to" || joint == "until" || joint == "through" || joint == "till"
	}
	if a.expr.op == opWeekday && (joint == "-" || joint == "–" || joint == "through") {
		return true
	}
	return (joint == "-" || joint == "–" || joint == "to" || joint == "through") && a.expr.op == opDate && b.expr.op == opDate && a.expr.day != 0 && b.expr.day != 0
}

// movedFrom reports a verb of moving before "from" at token i, with no more than a day or what it moves between: "moved [from]", "put the final
// off on Monday [from]". Not "was delayed and ran from", "put in jail from".
func (s *scanner) movedFrom(i int) bool {
	k, off := i-1, false
	for ; k > 0 && k > i-10; k-- {
		w := s.lowerAt(k)
		switch {
		case w == "off", w == "back":
			off = true
			continue
		case s.words[k].classes&(cWeekday|cMonth|cDay) != 0, w == "on", s.tagAt(k) == "RB", s.tagAt(k) == "RP":
			continue
		}
		break
	}
	if isNoun(s.tagAt(k)) && !s.roleAt(k, roleMove) {
		for k > 0 && k > i-10 && (isNoun(s.tagAt(k)) || s.tagAt(k) == "JJ" || s.tagAt(k) == "POS") {
			k--
		}
		if tag := s.tagAt(k); tag != "DT" && tag != "PRP$" {
			return false
		}
		if k--; s.lowerAt(k) == "off" || s.lowerAt(k) == "back" {
			off = true
			k--
		}
	}
	return s.roleAt(k, roleMove) && (off || s.lowerAt(k) != "put")
}

// takeDayparts lengthens a day to the left over "the night of", "early hours of".
func takeDayparts(s *scanner, fs []found) {
	low := 0
	for i := range fs {
		f := &fs[i]
		k := f.from - 1
		if s.lowerAt(k) == "the" {
			k--
		}
		if f.hours > 0 {
			low = f.to
			continue
		}
		if f.expr.kind() == Date && s.lowerAt(k) == "of" && k-1 >= low && s.words[k-1].classes&cDaypart != 0 {
			f.from = k - 1
		}
		if f.expr.kind() == Date && s.lowerAt(k) == "of" && k-2 >= low && s.lowerAt(k-1) == "hours" && (s.lowerAt(k-2) == "early" || s.lowerAt(k-2) == "small") {
			f.from = k - 2
		}
		low = f.to
	}
}

// attachClocks looks for a time of day beside each day: "10 a.m. on Wednesday", "Thursday at 14:30".
func attachClocks(s *scanner, fs []found) {
	for i := range fs {
		f := &fs[i]
		if f.expr.kind() != Date || f.expr.clock != "" {
			continue
		}
		low := 0
		if i > 0 {
			low = fs[i-1].to
		}
		if from, clock := s.clockBefore(f.from, low); clock != "" {
			if s.words[from].classes&cDaypart == 0 { // "6 p.m. on Monday" names Monday; "noon on Monday" is a part of that day
				f.hours = f.from - from
			}
			f.from, f.expr.clock = from, clock
			continue
		}
		f.expr.clock = s.clockAfter(f.to)
	}
}

// clockBefore looks left of token i, not below low, for a clock time that leads to it, and returns where that begins.
func (s *scanner) clockBefore(i, low int) (int, string) {
	k := i - 1
	for k >= low && k >= i-4 {
		switch w := s.toks[k].Lower; {
		case w == "on" || w == "," || w == "local" || w == "time" || s.words[k].classes&cZone != 0:
			k--
			continue
		}
		break
	}
	for start := k; start >= low && start >= k-1; start-- {
		if n, clock := s.clockOf(start); n > 0 && start+n == k+1 {
			return start, clock
		}
	}
	return i, ""
}

func (s *scanner) clockAfter(i int) string {
	for k := i; k < len(s.toks) && k < i+4; k++ {
		switch s.toks[k].Lower {
		case ",", "'s", "at", "about", "around", "by", "before", "after", "from", "until", "shortly", "just":
			continue
		}
		_, clock := s.clockOf(k)
		return clock
	}
	return ""
}
