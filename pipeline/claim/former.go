package claim

import (
	"strings"
)

// chained reports whether the figure at k goes on a series: "from 28 to 31 to 35".
func (s *sentence) chained(k int) bool {
	return k > 0 && s.toks[k-1].Lower == "to"
}

// isFormer reports whether a text says that a figure no longer holds: the 14 of "from 14 to 18", "up from 14", "earlier 14".
func (s *sentence) isFormer(from, to int) bool {
	if from == 0 {
		return false
	}
	if s.saidBefore(from, to) {
		return true
	}
	prev := s.toks[from-1].Lower
	if prev == "the" && from > 1 {
		prev = s.toks[from-2].Lower
	}
	switch prev {
	case "from":
		if to < len(s.toks) && s.toks[to].Lower == "to" && s.numberAt(to+1) {
			return true
		}
		return s.changes(from)
	case "initial", "original", "previous", "earlier", "previously", "originally", "initially", "formerly":
		return true
	case "to": // the 31 of "from 28 to 31 to 35"
		return to < len(s.toks) && s.toks[to].Lower == "to" && s.numberAt(to+1)
	case "at", "as", "of":
		return s.initial(from) || s.earlier(from)
	case "giving", "given", "reported", "reporting":
		return from > 1 && (s.toks[from-2].Lower == "after" || s.toks[from-2].Lower == "originally" || s.toks[from-2].Lower == "initially")
	}
	return false
}

// saidBefore reports a figure that somebody had given who now says otherwise: "the army, which had said that nobody was missing, now admits".
func (s *sentence) saidBefore(from, to int) bool {
	k := from - 1
	for k > 0 && k > from-6 && s.toks[k].Lower != "," && !telling[s.toks[k].Lower] && s.toks[k].Tag != "VBN" {
		k--
	}
	if k < 2 || s.toks[k-1].Lower != "had" || s.toks[k-2].Lower != "which" && s.toks[k-2].Lower != "who" {
		return false
	}
	for k = to; k+1 < len(s.toks) && k < to+8; k++ {
		if s.toks[k].Lower == "," {
			return s.toks[k+1].Lower == "now"
		}
	}
	return false
}

// changes reports whether the number after "from" at its left is where a change began.
func (s *sentence) changes(from int) bool {
	for k := from - 2; k >= 0 && k >= from-16; k-- {
		switch s.toks[k].Lower {
		case "up", "down", "rose", "risen", "raised", "revised", "climbed", "increased", "jumped", "grew", "fell", "dropped", "lowered", "cut", "reduced", "rising", "rises", "went", "changed", "corrected", "climbs", "falls", "surged", "soared", "decreased", "doubled", "tripled", "increase", "rise", "fall", "drop", "adjusted":
			return true
		case ";", ".":
			return false
		}
	}
	return false
}

// earlier reports whether a count was put so before: "had earlier put the toll at 19".
func (s *sentence) earlier(from int) bool {
	for k := from - 1; k >= 1 && k >= from-7; k-- {
		switch s.toks[k].Lower {
		case "earlier", "previously", "formerly":
			return s.toks[k-1].Lower == "had" || k+1 < len(s.toks) && strings.HasPrefix(s.toks[k+1].Tag, "VB")
		}
	}
	return false
}

// overnight reports whether a count is "an overnight figure of nine", which the text replaces.
func (s *sentence) overnight(from int) bool {
	return from > 2 && s.toks[from-1].Lower == "of" && s.toks[from-3].Lower == "overnight"
}

// initial reports whether the words at the left of a count call it a first figure, given when the event was fresh.
func (s *sentence) initial(from int) bool {
	for k := from - 1; k >= 0 && k >= from-6; k-- {
		switch s.toks[k].Lower {
		case "initial", "initially", "original", "originally", "preliminary":
			return true
		case ",", ";", ".", "to":
			return false
		}
	}
	return false
}

// earlyFigure reports whether a figure is told as the first of its kind, from the day of the event itself.
func (s *sentence) earlyFigure(from int) bool {
	if s.initial(from) || s.overnight(from) {
		return true
	}
	for k := from - 1; k >= 0 && k >= from-6; k-- {
		switch s.toks[k].Lower {
		case "projection", "projections":
			return true
		case "poll":
			return k > 0 && s.toks[k-1].Lower == "exit"
		}
	}
	for k := from; k+2 < len(s.toks) && k < from+6; k++ {
		if s.toks[k].Lower == "on" && s.toks[k+1].Lower == "election" && s.toks[k+2].Lower == "night" {
			return true
		}
	}
	return false
}
