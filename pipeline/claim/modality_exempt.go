package claim

import "strings"

// What stands in the reach of a cue and is fact all the same.

// exempt takes back what stands in a cue's reach but is told as fact: the whole that a part is taken of ("34 of 81 seats"),
// the figure moved from ("to 40 from 30"), a set known already ("justice for the 40 killed", "the 41 required").
func (r *modalReader) exempt() {
	for i := range r.toks {
		if !r.isNumber(i) || r.of[i] == Asserted || r.of[i] == Denied {
			continue
		}
		j := r.numberEnd(i)
		switch p := r.low(i - 1); {
		case p == "of" && (r.isNumber(i-2) || r.isNumber(i-3)),
			(p == "its" || p == "their" || p == "his" || p == "her") && r.low(i-2) == "of" && r.isNumber(i-3),
			r.tag(i-1) == "POS" && r.ofOwner(i),
			p == "the" && r.low(i-2) == "of" && (r.isNumber(i-3) || r.low(i-3) == "all" || r.low(i-3) == "most" || r.low(i-3) == "many"),
			p == "all" && r.of[i] != Demanded,
			p == "than" && r.low(i-2) == "more" && r.isNumber(i-3),
			p == "from" && r.of[i] != Demanded && r.movedFrom(i, j) && !r.ofPlan(i),
			p == "from" && r.changedBy(i),
			r.tag(i-1) == "DT" && (p == "that" || p == "those" || p == "this" || p == "these"), // "every penny of that 13 million"
			p == "of" && modalWords["mourned"][r.low(i-2)],
			p == "now" && r.low(i-2) == ",", // "contain the fire, now 40 percent contained, by Friday"
			(p == "of" || p == "for") && modalWords["kin"][r.low(i-2)],
			r.isCounted(j),
			r.stands(i, j),
			p == "the" && r.low(j) == "of" && r.low(j+1) == "the", // "the 54,000 of the organisers"
			p == "the" && r.known(j),
			p == "of" && r.of[i] != Possible && r.befallen(j):
			for k := i; k < j; k++ {
				r.of[k] = Asserted
			}
		}
	}
}

// stands reports a known set whose state to come is told, not its size: "the court's 12 judges would have a month", "the 51 members will be
// women".
func (r *modalReader) stands(i, j int) bool {
	if p := r.low(i - 1); r.of[i] == Demanded || p != "the" && r.tag(i-1) != "PRP$" && r.tag(i-1) != "POS" {
		return false
	}
	for k := j; k < j+8 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if r.tag(k) != "MD" {
			if !r.isNominal(k) && r.tag(k) != "IN" {
				return false
			}
			continue
		}
		w := r.low(k)
		for k++; r.tag(k) == "RB"; k++ {
		}
		if r.low(k) == "face" {
			return true // "the four men could face up to 15 years"
		}
		if w != "will" && w != "would" {
			return false // "the 12 hostages could be dead"
		}
		return modalWords["state"][r.low(k)] && (strings.HasPrefix(r.tag(k+1), "N") || r.tag(k+1) == "DT" || r.isNumber(k+1))
	}
	return false
}

// ofOwner reports the whole that a part is taken of: "11 of the resort's 24 lifts".
func (r *modalReader) ofOwner(i int) bool {
	for k := i - 2; k > 0 && k > i-7; k-- {
		if r.low(k) == "of" {
			return r.isNumber(k - 1)
		}
		if !r.isNominal(k) {
			return false
		}
	}
	return false
}

// changedBy reports the whole that a change is taken from: "to cut its staff by 700 from 21,300".
func (r *modalReader) changedBy(i int) bool {
	for k := i - 2; k > 0 && k > i-6; k-- {
		if r.isNumber(k) {
			return r.low(k-1) == "by"
		}
	}
	return false
}

// ofPlan reports a change of something that is planned: "the number of jobs to be cut falls to 800 from 1,900".
func (r *modalReader) ofPlan(i int) bool {
	for k := r.subject(i); k < i; k++ {
		if w := r.low(k); w == "be" && r.low(k-1) == "to" || modalWords["wish-plan"][w] || w == "outlook" || w == "guidance" {
			return true
		}
	}
	return false
}

// isCounted reports a share of what has been counted so far: "63 percent of its sample counted".
func (r *modalReader) isCounted(j int) bool {
	if w := r.low(j); w != "percent" && w != "%" && w != "per" {
		return false
	}
	for k := j + 1; k < j+8 && k < len(r.toks) && !isStop(r.low(k)); k++ {
		if w := r.low(k); w == "counted" || w == "processed" {
			return true
		}
	}
	return false
}

// movedFrom reports whether "from N" stands beside a "to N".
func (r *modalReader) movedFrom(i, j int) bool {
	for k := j; k < j+4 && k < len(r.toks); k++ {
		if r.low(k) == "to" && r.isNumber(k+1) {
			return true
		}
	}
	for k := i - 2; k > 0 && k > i-6; k-- {
		if r.low(k) == "to" && r.isNumber(k+1) {
			return true
		}
	}
	return false
}

// befallen reports a set that is described by what befell it: "the families of [19 people] killed in the crash", "of [19 people] who died".
func (r *modalReader) befallen(j int) bool {
	k := j
	for k < j+4 && (r.tag(k) == "JJ" || strings.HasPrefix(r.tag(k), "NN")) {
		k++
	}
	switch r.low(k) {
	case "killed", "injured", "wounded", "arrested", "missing", "lost", "drowned":
		return k > j
	case "who":
		return r.tag(k+1) == "VBD"
	}
	return false
}

// known reports whether the set that the number at [.., j) counts is told as done: "the 40 people killed", "the 41 required".
func (r *modalReader) known(j int) bool {
	for k := j; k < j+3 && k < len(r.toks); k++ {
		switch w := r.low(k); {
		case w == "required" || w == "needed" || w == "dead" || w == "victims" || w == "killed" || w == "injured" || w == "wounded" || w == "arrested" || w == "who" || w == "already" || w == "missing":
			return true
		case r.tag(k) == "VBD" || r.tag(k) == "VBZ":
			return k > j && w != "be"
		}
	}
	return false
}
