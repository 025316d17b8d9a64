package claim

import (
	"slices"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/lexicon"
)

// wars are what kills and displaces over years, so that its figures are others than those of one attack in it.
var wars = map[string]bool{}

// wide maps words that set a figure apart from all others of its class to the qualifier that they make.
var wide = map[string]string{}

func init() {
	for _, e := range lexicon.Must(lexicons, "lexicon/qualifiers.tsv", 2) {
		if e.Fields[1] == "in the war" {
			wars[e.Fields[0]] = true
			continue
		}
		wide[e.Fields[0]] = e.Fields[1]
	}
}

// qualifiers returns what restricts the things counted beyond their own words, sorted: what their set is restricted to, where in
// the world they are, and whether they are those of a whole war.
func (b *builder) qualifiers(s *sentence, c *Claim, o *occurrence, parent int) []string {
	var out []string
	if parent >= 0 && !strings.HasPrefix(strings.ToLower(c.Text), "the ") { // "the other three" are those who are not so
		out = append(out, b.out[parent].Frame.Qualifiers...)
	}
	from, to := s.bounds(&c.Mention)
	for k := max(0, from-3); k < min(len(s.toks), to+4); k++ {
		if q := wide[s.toks[k].Lower]; q != "" && !s.isCount[k] {
			out = append(out, q)
		}
	}
	if from > 0 && s.toks[from-1].Lower == "outside" && c.Kind == counts.Number {
		out = append(out, "with something going on outside")
	}
	if q := b.among(s, c, parent); q != "" {
		out = append(out, q)
	}
	if o != nil && o.term.class.name == "remain" && c.Predicate != "remain" {
		out = append(out, "still")
	}
	if o != nil && (c.Predicate == "hospitalise" || c.Predicate == "treat") && s.goesOn(o.from) {
		out = append(out, "still")
	}
	if o != nil && c.Predicate == "vaccinate" {
		own := s.elidedDoses(to)
		if own == nil {
			own = s.doses(o)
		}
		if own != nil {
			out = append(slices.DeleteFunc(out, func(q string) bool { return vaccinated[q] }), own...)
		}
	}
	if o != nil && c.Predicate == o.term.class.name && c.Predicate != "vaccinate" && s.negated(o, from, to) {
		out = append(out, not)
	}
	if o != nil && c.Predicate == "vote" {
		out = append(out, s.ballots(o, from, to)...)
	}
	if k := classOf(c.Predicate); k != nil && k.traits&sudden != 0 && b.ofWar(s, from) {
		out = append(out, "in the war")
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// among returns among whom those died who are no toll of what happened: "treated 83 people, three of whom died", "Of the 13 who
// were kidnapped, one is dead".
func (b *builder) among(s *sentence, c *Claim, parent int) string {
	if c.Predicate != "die" || c.Kind != counts.Number {
		return ""
	}
	for i := len(b.out) - 1; parent < 0 && i >= 0 && b.out[i].Sentence == c.Sentence && b.out[i].Field == c.Field; i-- {
		if s.ofThe(b.out[i].From) {
			parent = i
		}
	}
	if parent < 0 {
		return ""
	}
	p := &b.out[parent]
	if (p.Predicate == "injure" || p.Predicate == "abduct") && !(p.Sentence == c.Sentence && s.ofThe(p.From)) {
		return "" // "12 were hurt. Two of them died": two of the dead
	}
	return amongWhom[p.Predicate]
}

// amongWhom names those of whom some may die whom the toll does not count, by what is told of them.
var amongWhom = map[string]string{"injure": "among the wounded", "treat": "among the treated", "hospitalise": "among those in hospital", "abduct": "among the abducted"}

// goesOn reports whether the verb at a token tells what is going on: "are being treated in the hospitals".
func (s *sentence) goesOn(verb int) bool {
	if s.toks[verb].Lower == "being" {
		verb++
	}
	return verb > 1 && s.toks[verb-1].Lower == "being" && (s.toks[verb-2].Lower == "are" || s.toks[verb-2].Lower == "is" || s.toks[verb-2].Tag == "RB")
}

// not is the qualifier of those of whom a verb is not true.
const not = "not"

// ballots returns how those who voted voted: for a bill, against it, or neither.
func (s *sentence) ballots(o *occurrence, from, to int) []string {
	if q := s.tally(from, to); q != "" {
		return []string{q}
	}
	if s.margin(from, to) {
		return []string{"ahead"}
	}
	for k := min(from, o.from); k < min(len(s.toks), max(to, o.to)+4); k++ {
		switch s.toks[k].Lower {
		case "against", "opposed", "oppose", "opposing":
			return []string{"against"}
		case "abstain", "abstained", "abstaining", "abstention", "abstentions":
			return []string{"abstaining"}
		case "backed", "backing", "favour", "favor":
			return []string{"in favour"}
		case "for":
			if k > 0 && k+1 < len(s.toks) && s.toks[k-1].Tag[0] == 'V' && (s.toks[k+1].Lower == "it" || s.toks[k+1].Lower == "them") {
				return []string{"in favour"}
			}
			if k > 0 && k+2 < len(s.toks) && s.toks[k-1].Tag[0] == 'V' && (s.toks[k+1].Tag == "DT" || s.toks[k+1].Lower == "it") && bills[s.toks[k+2].Lower] {
				return []string{"in favour"}
			}
		}
	}
	return nil
}

// tally reads a vote told as two numbers, those in favour first: "81 votes to 23", "by 81 to 23".
func (s *sentence) tally(from, to int) string {
	votes := func(k int) bool { return k < len(s.toks) && (s.toks[k].Lower == "votes" || s.toks[k].Lower == "vote") }
	if to+1 < len(s.toks) && s.toks[to].Lower == "to" && s.numberAt(to+1) && votes(to-1) {
		return "in favour"
	}
	if from > 2 && s.toks[from-1].Lower == "to" && votes(from-2) && s.numberAt(from-3) {
		return "against"
	}
	return ""
}

// margin reports votes that part two who stand for election, which neither of them got: "leads him by 45,135 votes", "is 52,000 votes ahead",
// "a majority of 4,500 votes".
func (s *sentence) margin(from, to int) bool {
	end := to
	if end < len(s.toks) && (s.toks[end].Lower == "votes" || s.toks[end].Lower == "ballots") {
		end++
	}
	k := from - 1
	for k > 0 && s.toks[k].Tag == "RB" {
		k--
	}
	if end < len(s.toks) && apart[s.toks[end].Lower] && (k < 0 || !gets[s.toks[k].Lower]) { // not "was third with 41,000 votes behind"
		return true
	}
	if k < 1 {
		return false
	}
	switch s.toks[k].Lower {
	case "by":
		for i := k - 1; i >= 0 && i >= k-farthestBeaten && !isClauseStop(s.toks[i].Lower); i-- {
			if beating[s.toks[i].Lower] || margins[s.toks[i].Lower] || apart[s.toks[i].Lower] {
				return true
			}
		}
	case "of", "to", "at", "was", "is":
		return margins[s.toks[k-1].Lower]
	}
	return false
}

// farthestBeaten is how many tokens before a lead its verb stands at most: "beat Max Lee by 9,200 votes and Jan Roe by 6,100".
const farthestBeaten = 12

var (
	gets    = tell.Of("gets")    // words before the votes that somebody got
	apart   = tell.Of("apart")   // what a vote told beside it parts two by
	beating = tell.Of("beating") // what one does who gets more votes than another, by so many
	margins = tell.Of("margins") // nouns for how many votes part two
)

// bills are what parliaments vote for and against.
var bills = tell.Of("bills")

// ofWar reports whether a war is what did it: "The war has killed 40,000 people", "It has killed …" after a sentence on the war.
func (b *builder) ofWar(s *sentence, from int) bool {
	if len(s.toks) < 3 {
		return false
	}
	if has := s.toks[1].Lower; s.toks[0].Lower == "it" && (has == "has" || has == "had") && s.sent.Index > 0 {
		prev := &b.read[s.sent.Index-1]
		return prev.sent.Block == s.sent.Block && prev.namesWar(len(prev.toks), len(prev.toks))
	}
	return s.namesWar(from, 8)
}

// namesWar reports whether a war is the subject of one of the tokens before end, at most within tokens back: "the war has".
func (s *sentence) namesWar(end, within int) bool {
	for k := end - 1; k > 0 && k >= end-within; k-- {
		if !wars[s.toks[k].Lower] {
			continue
		}
		if end == len(s.toks) {
			return true
		}
		if k+1 < len(s.toks) && (s.toks[k+1].Lower == "has" || s.toks[k+1].Lower == "had" || s.toks[k+1].Lower == "have") {
			return true
		}
	}
	return false
}

// vaccinated are the qualifiers that doses makes, of which one holds for a set.
var vaccinated = map[string]bool{"unvaccinated": true, "of unknown status": true, "with one dose": true, "with two doses": true}

// doses returns what a term says of how far someone is vaccinated: "had one dose", "never had a dose", "had no records".
func (s *sentence) doses(o *occurrence) []string {
	none := false
	for k := max(0, o.from-2); k < min(len(s.toks), o.to+3); k++ {
		switch w := s.toks[k].Lower; w {
		case "unvaccinated":
			return []string{"unvaccinated"}
		case "no", "never", "not", "without", "n't", "any":
			none = true
		case "record", "records", "unknown":
			return []string{"of unknown status"}
		case "one", "single":
			if k+1 < len(s.toks) && doseNoun(s.toks[k+1].Lower) {
				return []string{"with one dose"}
			}
		case "two", "both":
			if k+1 < len(s.toks) && doseNoun(s.toks[k+1].Lower) {
				return []string{"with two doses"}
			}
		}
	}
	if none {
		return []string{"unvaccinated"}
	}
	return nil
}

// elidedDoses returns what the words from token k on say of doses that the sentence named before: "three had one dose, one had two".
func (s *sentence) elidedDoses(k int) []string {
	if k+2 >= len(s.toks) || s.toks[k].Lower != "had" && s.toks[k].Lower != "received" || strings.HasPrefix(s.toks[k+2].Tag, "N") || s.toks[k+2].Tag == "JJ" {
		return nil
	}
	if !slices.ContainsFunc(s.toks[:k], func(t extractors.Token) bool { return doseNoun(t.Lower) }) {
		return nil
	}
	switch s.toks[k+1].Lower {
	case "one":
		return []string{"with one dose"}
	case "two", "both":
		return []string{"with two doses"}
	case "none":
		return []string{"unvaccinated"}
	}
	return nil
}

func doseNoun(w string) bool {
	switch w {
	case "dose", "doses", "shot", "shots", "jab", "jabs":
		return true
	}
	return false
}
