package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// The roles of a place.
const (
	destination = "destination"
	origin      = "origin"
	location    = "location"
	route       = "route"
)

// farthestPlace is the greatest cost at which a place still belongs to a count.
const farthestPlace = 9

// A placing is where a figure was told.
type placing struct {
	name, role string
	also       string // a second place that it is told of together with the first
	wide       bool   // it was all over the place, and not at one spot in it
}

// placeOf returns the place told for a count, with its role: the nearest one in its sentence that a preposition, an edge of a
// list or a possessive ties to it.
func (s *sentence) placeOf(from, to int, class string) (p placing) {
	least, at := float64(farthestPlace), -1
	for i := range s.names {
		n := &s.names[i]
		if n.Type != names.Place || s.within(i) || isWay(s.toks[n.From:n.To]) || s.flag(n) {
			continue
		}
		r, ok := s.roleOf(n, from, to)
		if !ok {
			continue
		}
		var c float64
		switch {
		case n.From >= to:
			c = s.placeGap(to, n.From)
		case n.To <= from:
			c = s.placeGap(n.To, from) + 1
		default:
			c = 0
		}
		if c < least {
			least, at, p.name, p.role = c, i, n.Name, r
		}
	}
	if p.role != "" && p.role != location && !is(class, moves) {
		p.role = location
	}
	if p.role == location {
		p.also, p.wide = s.placeBeside(at), s.spreads(at)
	}
	return p
}

// spreads reports place i as one all over which something was: "across the country of Norland", "throughout Norland".
func (s *sentence) spreads(i int) bool {
	for k := s.names[i].From - 1; k >= 0 && k >= s.names[i].From-3; k-- {
		switch w := s.toks[k]; {
		case w.Lower == "across", w.Lower == "throughout":
			return true
		case w.Tag != "DT" && w.Tag != "JJ":
			return false
		}
	}
	return false
}

// placeBeside returns the place that "and" joins to place i, where one figure is told of both: "in central Mozambique and southern Malawi".
func (s *sentence) placeBeside(i int) string {
	joined := func(a, b int) bool {
		if a < 0 || b >= len(s.names) || s.names[b].Type != names.Place || s.names[a].Type != names.Place || s.toks[s.names[a].To].Lower != "and" {
			return false
		}
		for k := s.names[a].To + 1; k < s.names[b].From; k++ {
			if w := s.toks[k].Lower; w != "in" && w != "the" && s.toks[k].Tag != "JJ" && !settlement[w] || k > s.names[a].To+3 {
				return false
			}
		}
		return true
	}
	switch {
	case joined(i, i+1):
		return s.names[i+1].Name
	case joined(i-1, i):
		return s.names[i-1].Name
	}
	return ""
}

// placeGap weighs the tokens between a count and a place: another count in between claims the place for itself.
func (s *sentence) placeGap(from, to int) float64 {
	c := 0.0
	counted := false
	for k := from; k < to && c <= farthestPlace; k++ {
		switch s.toks[k].Lower {
		case ".", ";", "?", "!":
			c += 9
		case "(", ")":
			c += 1
		case ",", ":", "|", "—", "–":
			if c += 1.5; s.toks[k].Lower == ":" && k+1 < to && s.isCount[k+1] {
				return farthestPlace // "58 people died: 41 in Leeds and 17 in York": of the whole no place is told
			}
		case "while", "although", "when", "after", "before", "because", "who", "which", "where", "against", "than", "compared":
			c += 2.5
		case "and", "or":
			c++
		case "capital", "city", "town", "village":
			if k > from+1 && s.toks[k-1].Lower == "the" && s.toks[k-2].Lower == "in" { // there, and not at the next place
				c += 9
			}
		default:
			c += 0.2
		}
		if s.isCount[k] {
			if !counted {
				c += 5
			}
			if k+2 < to && s.toks[k+1].Lower == "of" && pronoun(s.toks[k+2].Lower) {
				return farthestPlace // "2,910 cases, 1,150 of them in Leeds"
			}
			counted = true
		} else {
			counted = false
		}
	}
	return c
}

// flag reports a country in capitals before a noun, which says whose it is and not where: "at a US warship".
func (s *sentence) flag(n *names.Mention) bool {
	t := s.toks[n.From].Text
	return n.To == n.From+1 && names.Level(n.Name) == 2 && t == strings.ToUpper(t) && n.To < len(s.toks) && strings.HasPrefix(s.toks[n.To].Tag, "NN") && n.From > 0 && (s.toks[n.From-1].Tag == "DT" || s.toks[n.From-1].Tag == "CD")
}

// within reports whether place i only says where the next one lies or follows the one that it holds: "France's Brittany", "Nice, France".
func (s *sentence) within(i int) bool {
	n := &s.names[i]
	if i+1 < len(s.names) && s.names[i+1].Type == names.Place && s.names[i+1].From == n.To+1 && isPossessive(s.toks[n.To].Lower) {
		return true
	}
	if i > 0 && s.names[i-1].Type == names.Place {
		p := &s.names[i-1]
		if p.To+1 == n.From && s.toks[p.To].Lower == "," && (!s.listGoesOn(i) || names.Country(p.Name) == n.Name) {
			return true
		}
		if p.To+1 == n.From && s.toks[p.To].Lower == "in" {
			return true
		}
	}
	return false
}

// listGoesOn reports whether place i stands in a list of three or more.
func (s *sentence) listGoesOn(i int) bool {
	end := s.names[i].To
	return end < len(s.toks) && (s.toks[end].Lower == "and" || s.toks[end].Lower == "or" || s.toks[end].Lower == "(")
}

// ways are words of roads and squares: places too small to tell figures apart by.
var ways = tell.Of("ways")

func isWay(toks []extractors.Token) bool {
	if n := len(toks); n > 0 && strings.ContainsAny(toks[n-1].Text, "0123456789") {
		return true // "the A40", "Bridge No. 9"
	}
	return len(toks) > 0 && (ways[toks[0].Lower] || ways[toks[len(toks)-1].Lower])
}

func isPossessive(w string) bool { return w == "'s" || w == "'" }

// settlement are nouns between a preposition and the place's name: "in the town of Hexham".
var settlement = tell.Of("settlement")

// roleOf reads the preposition before a place. A place without one is an agent ("Paris has sent 40") unless it owns what is
// counted, heads a label or stands before the figure in brackets.
func (s *sentence) roleOf(n *names.Mention, from, to int) (string, bool) {
	k, other, district := n.From-1, false, false
	for steps := 0; k >= 0 && steps < 7; steps++ {
		w, tag := s.toks[k].Lower, s.toks[k].Tag
		if w == "of" && k > 0 && settlement[s.toks[k-1].Lower] {
			k, district = k-2, true
			continue
		}
		if r, ok := prepositions[w]; ok {
			if s.spoken(k) || s.likened(k) {
				return "", false
			}
			if r == location && w == "of" && !s.ofCount(k, from, to) {
				return "", false
			}
			return r, true
		}
		switch {
		case w == "the", w == "a", w == "nearby", w == "central", w == "and", w == "or", tag == "JJ", tag == "NN" && settlement[w], tag == "NNP", isPossessive(w), w == "eastern", w == "western", w == "northern", w == "southern", w == "downtown":
			if (w == "and" || w == "or") && !s.listed(k) {
				k, other = -1, true
				continue
			}
			k--
		default:
			k, other = -1, true
		}
	}
	end := n.To
	switch {
	case district && !other && k < 0 && end < from && isBe(s.toks[end].Lower) && !s.numberAt(end+1): // "The district of Leeds is hit hardest, with 812 cases"
		return location, true
	case s.bracketed(n, from): // "Denmark (6)"
		return destination, true
	case end < len(s.toks) && (s.toks[end].Lower == ":" || s.toks[end].Lower == "|") && from > end && from <= end+4: // "Bar: 12"
		return location, true
	case end < len(s.toks) && isPossessive(s.toks[end].Lower):
		return location, true
	case n.To <= from && (s.holds(n.To, from) || s.lost(n.To, from)): // "Ohio counted 640", "Malawi has lost 18 people"
		return location, true
	case n.To == from && n.From > 0 && s.gapped(n.From-1): // "Kenya has lost 45 people and Malawi 18"
		return location, true
	case n.To <= from && s.rules(n.To, from): // "Belgium frees 40"
		return location, true
	}
	return "", false
}

var prepositions = map[string]string{"in": location, "at": location, "near": location, "across": location, "around": location, "outside": location, "inside": location, "within": location, "throughout": location,

	"on": location, "off": location, "over": location, "for": location, "of": location, "between": location, "behind": location, "under": location, "beside": location, "along": location, "against": location,
	"to": destination, "into": destination, "towards": destination, "toward": destination, "from": origin, "via": route, "through": route}

// bracketed reports whether a count at from opens the bracket behind a place and the country that it is told to lie in:
// "Riga, Latvia (6)".
func (s *sentence) bracketed(n *names.Mention, from int) bool {
	end := n.To
	for i := range s.names {
		if s.names[i].From == end+1 && s.toks[end].Lower == "," && s.names[i].Name == names.Country(n.Name) {
			end = s.names[i].To
		}
	}
	return from == end+1 && s.toks[end].Lower == "("
}

// ofCount reports whether "of" at k follows a count's noun or a noun of people and place: "residents of Leeds".
func (s *sentence) ofCount(k, from, to int) bool { return k >= to && k <= to+2 }

// facility are heads of names of what stands in a town.
var facility = tell.Of("facility")

// listed reports whether "and" at k joins the place behind it to one before: "in Oslo and Bergen".
func (s *sentence) listed(k int) bool {
	for i := range s.names {
		if s.names[i].Type == names.Place && s.names[i].To == k {
			return true
		}
	}
	return false
}

// spoken reports whether the preposition at k tells where words were spoken: "told reporters in Cairo".
func (s *sentence) spoken(k int) bool {
	for i := k - 1; i >= 0 && i >= k-3; i-- {
		switch s.toks[i].Lower {
		case "reporters", "journalists", "speaking", "conference", "briefing", "interview", "newsroom", "statement", "televised", "spoke", "researcher", "analyst", "correspondent", "ambassador", "embassy", "office":
			return true
		case "rally", "crowd", "meeting", "congregation", "audience", "parliament", "congress": // "tells a rally in Leeds"
			for n := i - 1; n >= 0 && n >= i-3; n-- {
				switch s.toks[n].Lower {
				case "told", "tells", "tell", "telling", "addressed", "addressing":
					return true
				}
			}
		case ",", ".", ";":
			return false
		}
	}
	return false
}

// likened reports whether the preposition at k tells where something else was so: "as it did in Kent", "as they were in Ohio".
func (s *sentence) likened(k int) bool {
	for i := k - 1; i > 0 && i >= k-4; i-- {
		switch s.toks[i].Lower {
		case "did", "does", "do", "was", "were", "had":
			if i > 1 && s.toks[i-1].Tag == "PRP" && (s.toks[i-2].Lower == "as" || s.toks[i-2].Lower == "than" || s.toks[i-2].Lower == "like") {
				return true
			}
		case ",", ".", ";":
			return false
		}
	}
	return false
}

// holds reports whether the place before [from,to) is where the figure is had: "Idaho has around", "the country counted".
func (s *sentence) holds(from, to int) bool {
	if to-from > 5 {
		return false
	}
	for k := from; k < to; k++ {
		switch s.toks[k].Lower {
		case ",", ";", "(":
			return false
		case "has", "had", "have":
			return k+1 >= len(s.toks) || s.toks[k+1].Tag != "VBN" && s.toks[k+1].Tag != "VBD" // "Russia had launched 316"
		case "counted", "counts", "reported", "reports", "recorded", "records", "saw", "registered", "logged", "sees", "confirmed", "confirms":
			return true
		}
	}
	return false
}

// lost reports whether the place before [from,to) is where those counted died: "Kenya has lost 45 people".
func (s *sentence) lost(from, to int) bool {
	k := from
	if k < to && (s.toks[k].Lower == "has" || s.toks[k].Lower == "had" || s.toks[k].Lower == "have") {
		k++
	}
	return k < to && s.toks[k].Lower == "lost" && to-k <= 3
}

// gapped reports a place before token k that a figure of its own is had by or lost in, which the place behind it goes on with.
func (s *sentence) gapped(k int) bool {
	for i := range s.names {
		n := &s.names[i]
		if n.Type != names.Place || n.To >= k {
			continue
		}
		for c := n.To; c < min(k, len(s.isCount)) && c <= n.To+4; c++ {
			if s.isCount[c] {
				return s.holds(n.To, c) || s.lost(n.To, c)
			}
		}
	}
	return false
}

// rules reports whether the place before [from,to) does there what the count is of.
func (s *sentence) rules(from, to int) bool {
	end := from
	for end < to && (s.toks[end].Tag == "RB" || s.toks[end].Lower == "has" || s.toks[end].Lower == "have" || s.toks[end].Lower == "had" || s.toks[end].Lower == "will") {
		end++
	}
	for i := range s.occs {
		o := &s.occs[i]
		if o.from == end && end < to && to-o.from < 8 && o.voice == active && o.term.slot == objectSlot {
			return is(o.term.class.name, ruled)
		}
	}
	return false
}
