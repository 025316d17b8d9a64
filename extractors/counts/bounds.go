package counts

import (
	"math"
	"strings"
)

// An operator is how the words around a number bound it.
type operator uint8

const (
	exact operator = iota
	over
	atLeast
	under
	atMost
	nearly
	justOver
	justUnder
	about
	another // a difference, not a bound
)

// operators are the readings that lexicon/bounds.tsv names.
var operators = map[string]operator{"over": over, "least": atLeast, "under": under, "most": atMost, "nearly": nearly, "just-over": justOver,
	"just-under": justUnder, "about": about, "exactly": exact, "another": another}

// operatorRule names the rule that evidence shows.
var operatorRule = [...]string{"number", "more-than", "at-least", "fewer-than", "up-to", "nearly", "just-over", "just-under", "about", "another"}

// boundLeft takes the bound words before token from and returns where they begin.
// Two may stand together ("at least some 300"); what bounds wins over what blurs.
func (s *scanner) boundLeft(q *quantity) {
	for range 3 {
		p := s.leftPhrase(q.from)
		if p == nil || q.none {
			return
		}
		n := len(p.words)
		if q.from-n < s.free || s.compares(q.from-n, p) || s.otherSense(q, p) {
			return
		}
		q.from -= n
		switch {
		case p.bound == another:
			q.delta = true
			if q.bound == exact {
				q.rule = operatorRule[another]
			}
		case q.bound == exact || q.bound == about:
			q.bound = p.bound
		}
	}
}

// otherSense reports bound words that belong to what stands before them: "handed over 40 jets", "the count has climbed to four", "the
// store was short of 2,000 doses".
func (s *scanner) otherSense(q *quantity, p *phrase) bool {
	before := q.from - len(p.words) - 1
	switch p.words[0] {
	case "over":
		return len(p.words) == 1 && (s.particle(before) || takesOver[s.lower(before)] && q.lo >= 100 && math.Mod(q.lo, 10) != 0)
	case "up":
		return len(p.words) == 2 && p.words[1] == "to" && goesUp[s.lower(before)]
	case "short":
		return s.at(before).class&cBe != 0
	case "about":
		return len(p.words) == 1 && aboutThem[s.lower(before)]
	}
	return false
}

// aboutThem are nouns whose "about" tells of whom they are: "information about five leaders".
var aboutThem = map[string]bool{"information": true, "details": true, "questions": true, "tips": true, "news": true, "talk": true, "rumours": true, "rumors": true, "evidence": true, "intelligence": true}

var (
	takesOver = tell.Of("takes-over")
	goesUp    = tell.Of("goes-up")
)

// particle reports a word whose "over" belongs to it: "handed over 40 jets", "a strike over 40 jobs".
func (s *scanner) particle(i int) bool {
	switch s.lower(i) {
	case "scattered", "strewn", "dispersed", "spread", "distributed", "divided", "split":
		return true // "scattered over nine valleys", "split over five hospitals"
	case "watch", "watches", "watched", "watching", "preside", "presides", "presided":
		return true // "watch over 1,400 men"
	case "hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning", "sign", "signed", "signing":
		return true
	case "out":
		return strings.HasPrefix(s.lower(i-1), "walk") // "walk out over 400 job cuts"
	case "strike", "strikes", "protest", "protests", "dispute", "row", "anger", "outrage", "fury", "uproar", "fears", "concern", "concerns", "clash", "clashes", "trial", "sued", "charged", "arrested", "detained", "resign", "resigns", "resigned", "criticised", "criticized":
		return true // what it is about: "a strike over 400 job cuts"
	}
	return false
}

// leftPhrase returns the longest bound phrase that ends before token i.
func (s *scanner) leftPhrase(i int) *phrase {
	if i == 0 {
		return nil
	}
	ps := vocab.leftBound[s.toks[i-1].Lower]
	for k := range ps {
		if s.phraseAt(i-len(ps[k].words), ps[k].words) {
			return &ps[k]
		}
	}
	return nil
}

// compares reports bound words that compare with something before them: "eight more than 20", "twice as many as 40".
func (s *scanner) compares(i int, p *phrase) bool {
	if i < 1 || len(p.words) == 1 && p.bound != about {
		return false
	}
	switch p.words[len(p.words)-1] {
	case "than", "as":
		if s.yearBefore(i) {
			return false // "In October 2013 more than 320 people drowned"
		}
		prev := s.at(i - 1)
		if prev.class&cDate != 0 {
			return false // "in October 2013 more than 320 people drowned"
		}
		if prev.class&(cNumber|cCompare) != 0 || s.lower(i-1) == "%" {
			return true
		}
		return prev.class&(cPlural|cUnit) != 0 && s.at(i-2).class&cNumber != 0
	}
	return false
}

// yearBefore reports whether a year that dates the sentence stands right before token i: "in 2013", "in October 2013".
func (s *scanner) yearBefore(i int) bool {
	w := s.lower(i - 1)
	if len(w) != 4 || w < "1500" || w > "2100" || strings.Trim(w, "0123456789") != "" {
		return false
	}
	switch lead := s.lower(i - 2); lead {
	case "in", "since", "during", "by", "until":
		return true
	default:
		return s.at(i-2).class&cMonth != 0
	}
}

// boundRight takes the bound words behind the number: "or more", "or so", "plus", ", give or take 600".
func (s *scanner) boundRight(q *quantity) {
	j := q.to
	if t := s.lower(j); t == "+" && s.toks[j].Start == s.toks[j-1].End {
		q.bound = atLeast
		q.to++
		return
	}
	if s.tolerance(q, j) || s.lower(j) == "," && s.tolerance(q, j+1) {
		return
	}
	ps := vocab.rightBound[s.lower(j)]
	for k := range ps {
		p := &ps[k]
		if !s.phraseAt(j, p.words) || !s.boundHolds(q, p, j) {
			continue
		}
		if q.bound == exact || q.bound == about {
			q.bound = p.bound
		}
		q.to += len(p.words)
		return
	}
}

// boundBehindNoun takes bound words behind what is counted: "40 people or so", "six men at least".
func (s *scanner) boundBehindNoun(q *quantity) {
	if q.bound != exact || q.noun.head < 0 || q.noun.to <= q.to {
		return
	}
	ps := vocab.rightBound[s.lower(q.noun.to)]
	for k := range ps {
		p := &ps[k]
		if w := p.words[0]; len(p.words) < 2 || w != "or" && w != "at" || !s.phraseAt(q.noun.to, p.words) {
			continue
		}
		if next := q.noun.to + len(p.words); p.words[0] == "at" && next < len(s.toks) && s.at(next).class&(cStop|cBe|cHave|cHarm) == 0 && s.tag(next) != "VBD" {
			continue
		}
		q.bound = p.bound
		return
	}
}

// boundHolds keeps "plus", "at least" and the like from words that belong to what follows.
func (s *scanner) boundHolds(q *quantity, p *phrase, j int) bool {
	after := s.at(j + len(p.words))
	switch p.words[0] {
	case "and":
		return after.class&(cPlural|cNumber|cDigit|cNumberWord) == 0
	case "plus", "minimum", "maximum", "odd":
		return after.class&(cPlural|cPerson|cThing|cUnit) != 0 || p.words[0] == "odd"
	case "at", "approximately", "roughly", "more", "give", "on":
		return after.class&(cDigit|cNumberWord) == 0 && s.lower(j+len(p.words)) != "than" && s.lower(j+len(p.words)) != "a"
	}
	return true
}

// tolerance reads "give or take 600", "plus or minus 3", "± 2".
func (s *scanner) tolerance(q *quantity, j int) bool {
	n := 0
	switch t := s.lower(j); {
	case t == "give" && s.lower(j+1) == "or" && s.lower(j+2) == "take":
		n = 3
	case t == "plus" && s.lower(j+1) == "or" && s.lower(j+2) == "minus":
		n = 3
	case t == "±":
		n = 1
	case t == "+" && s.lower(j+1) == "/" && s.lower(j+2) == "-":
		n = 3
	default:
		return false
	}
	f, ok := s.figureAt(j + n)
	if !ok || !f.single() || !q.single() || f.share || f.none || f.lo > math.Abs(q.lo) {
		return false
	}
	q.tolerance = f.lo
	q.to = f.to
	return true
}

// bounds returns what is printed for the quantity: value, lower and upper. Bounds of whole things exclude the number itself where the words do.
func (q *quantity) bounds() (value, lower, upper *float64, approximate bool) {
	at := func(x float64) *float64 {
		if math.IsInf(x, 0) {
			return nil
		}
		return &x
	}
	step := 1.0
	if q.kind != Number || q.lo != math.Trunc(q.lo) {
		step = 0
	}
	switch {
	case q.none:
		return at(0), at(0), at(0), false
	case q.vague:
		return nil, at(q.lo), at(q.hi), true
	case q.tolerance > 0:
		return at(q.lo), at(q.lo - q.tolerance), at(q.lo + q.tolerance), true
	case !q.single():
		return nil, at(q.lo), at(q.hi), q.bound == about || q.bound == nearly
	}
	v := q.lo
	switch q.bound {
	case over:
		return nil, at(v + step), nil, false
	case atLeast:
		return nil, at(v), nil, false
	case under:
		return nil, nil, at(v - step), false
	case atMost:
		return nil, nil, at(v), false
	case nearly:
		return at(v), nil, at(v), true
	case justOver:
		return at(v), at(v + step), nil, true
	case justUnder:
		return at(v), nil, at(v - step), true
	case about:
		return at(v), nil, nil, true
	}
	if q.share && !q.figure.exact {
		return at(v), nil, nil, true
	}
	return at(v), at(v), at(v), false
}
