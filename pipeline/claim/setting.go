package claim

import "crosstally/extractors/counts"

// What a class means in its setting: what the article is about, and what kind of thing is counted, tell more than the verb.

// ofList says of the names on a list what the text says most of the people whom it counts: "abducted 87 pupils … Her list has 134 names".
func (b *builder) ofList(c *Claim) {
	if p := b.mostTold(persons); p != nil {
		if c.Predicate = p.Predicate; headSorts[p.Unit] == persons {
			c.Unit = p.Unit
		} else {
			c.Unit = "person"
		}
	}
}

// mostTold returns a claim of the class of which the text gives most figures so far, the one with which that class took the lead; nil for none.
func (b *builder) mostTold(sort sorts) (most *Claim) {
	told := map[string]int{}
	for i := range b.out {
		p := &b.out[i]
		if p.Kind != counts.Number || p.Predicate == "" || is(p.Predicate, weak) || headSorts[p.Unit]&sort == 0 && !(sort == persons && souls[p.Unit]) || p.Of != "" {
			continue
		}
		if told[p.Predicate]++; most == nil || told[p.Predicate] > told[most.Predicate] {
			most = p
		}
	}
	return most
}

// souls are nouns that count people without calling them so.
var souls = tell.Of("souls")

// beside reports whether one of some words stands at most n tokens before a count or behind it, in its clause.
func (s *sentence) beside(from, to, n int, words map[string]bool) bool {
	for k := from - 1; k >= 0 && k >= from-n && !isClauseStop(s.toks[k].Lower); k-- {
		if words[s.toks[k].Lower] {
			return true
		}
	}
	for k := to; k < len(s.toks) && k < to+n && !isClauseStop(s.toks[k].Lower); k++ {
		if words[s.toks[k].Lower] {
			return true
		}
	}
	return false
}

// crowdAt reports whether a number is what a crowd is put at: "the stewards put the crowd at 60,000".
func (s *sentence) crowdAt(from int) bool {
	for k := from - 2; k > 0 && k >= from-5 && s.toks[from-1].Lower == "at"; k-- {
		switch s.toks[k].Lower {
		case "crowd", "attendance", "turnout", "crowds":
			return true
		}
	}
	return false
}

// crowdOf reports whether a number goes on from one that a crowd was put at: "…, the police at 12,000".
func (b *builder) crowdOf(s *sentence, c *Claim) bool {
	prev := b.previous(s, c)
	return prev != nil && prev.Sentence == c.Sentence && c.From > 0 && s.toks[c.From-1].Lower == "at" && s.crowdAt(prev.From)
}

// isNow reports whether a clause says behind token to that what it tells of is one of some words: "dozens of homes in the town are ash".
func (s *sentence) isNow(to int, words map[string]bool) bool {
	for k := to; k+1 < len(s.toks) && !isClauseStop(s.toks[k].Lower); k++ {
		if isBe(s.toks[k].Lower) {
			return words[s.toks[k+1].Lower]
		}
		if k+1 < len(s.toks) && s.toks[k+1].Lower == "(" {
			k = s.asideEnd(k+1, len(s.toks))
		}
	}
	return false
}

var (
	listNouns = tell.Of("list-nouns") // what a list of people holds
	dwellings = tell.Of("dwellings")
	vanished  = tell.Of("vanished")
	posts     = tell.Of("posts") // what a firm cuts
	ends      = tell.Of("ends")
	staff     = tell.Of("staff")
	taken     = tell.Of("taken")
	bargained = map[string]bool{"": true, "raise": true, "ask": true, "consume": true, "win": true, "need": true, "earn": true, "agree": true}
	bargains  = tell.Of("bargains")
)

// leastMade is the least number of things that are made in series: a firm makes two offers, and 2,000 tyres.
const leastMade = 1000

// mostAboard is about how many one vessel carries at most: more is what a line carries in a year.
const mostAboard = 10_000

var makes = tell.Of("makes")

// errands are what people make and nobody produces.
var errands = tell.Of("errand")

// breached are classes that a breach of data may be said with.
var breached = map[string]bool{"": true, "steal": true, "affect": true, "hit": true, "expose": true, "access": true, "use": true}

// ofData reports whether what a count at token from is of are people's data: "details of about 360,000 customers were copied".
func (s *sentence) ofData(from int) bool {
	of := false
	for k := from - 1; k >= 0 && k >= from-6 && !isClauseStop(s.toks[k].Lower); k-- {
		switch s.toks[k].Lower {
		case ",":
			return false // "by the data of the port, 16,000 people came"
		case "of", "belonging", "from", "on":
			of = true
		case "data", "details", "passwords", "credentials":
			return of
		}
	}
	return false
}

// copied are words for what is done with stolen data.
var copied = tell.Of("copied")

// afterBreach reports whether a breach of data stands before a count: "the breach hit 6 million accounts".
func (s *sentence) afterBreach(from int) bool {
	for k := from - 1; k >= 0 && k >= from-6 && !isClauseStop(s.toks[k].Lower); k-- {
		if breaches[s.toks[k].Lower] {
			return true
		}
	}
	return false
}

var breaches = tell.Of("breaches")

// aboutBreach reports whether the title or the lead tells of a breach of data or of stolen data: those affected are those whose data they are.
func (b *builder) aboutBreach() bool {
	for _, s := range opening(b.read) {
		data, taken := false, false
		for k := range s.toks {
			w := s.toks[k].Lower
			data, taken = data || w == "data", taken || w == "stolen" || w == "theft" || w == "copied"
			if breaches[w] && b.speaksMuchOf("data") || data && taken {
				return true
			}
		}
	}
	return false
}

// areas are measures in which the size of a fire is given.
var areas = tell.Of("areas")

// aboutFire reports whether the title or the lead tells of a fire, or the text of a wildfire again and again, which leaves out the fire that
// soldiers open: its acres are those burned.
func (b *builder) aboutFire() bool {
	return b.opensWith("fire") || b.speaksMuchOf("wildfire")
}

// distance reports whether a measure that ends at token k says how far something is from a place: "13 kilometres north of Bar", "off Bar".
func (s *sentence) distance(k int) bool {
	from := k
	for ; k < len(s.toks); k++ {
		switch s.toks[k].Lower {
		case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "miles", "out":
		case "of":
			return k > from // not "four tonnes of wheat"
		case "off", "from", "away", "outside":
			return true
		default:
			return false
		}
	}
	return false
}
