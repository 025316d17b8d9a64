package counts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/extractors/dates"
	"crosstally/extractors/names"
)

// A class is a set of what a word can be to the rules. The first come from lexicon/cues.tsv, the next from the other lists,
// the last are told from the token itself, the names and the dates.
type class uint64

const (
	cSay class = 1 << iota
	cHarm
	cAct
	cChange
	cToll
	cScoreVerb
	cScoreNoun
	cAgeVerb
	cMonth
	cBe
	cHave
	cModal
	cDet
	cPoss
	cPrep
	cConj
	cRelative
	cEach
	cLife
	cDose
	cContrast
	cGameNoun
	cHedge
	cMore
	cVoteNoun
	cCompare
	cVerb
	cMoneyWord
	cStreet     // ends a street's name
	cCasualty   // what "no" before it counts
	cNameColumn // heads a table's column whose numbers are no quantities

	cIdentifier
	cState
	cPerson
	cThing
	cAbstract
	cPlural
	cUnit
	cCurrency
	cFraction
	cNumberWord

	cName
	cPersonName
	cDate
	cDuration
	cCapital
	cDigit
	cQuote
	cNumber // begins or belongs to a quantity of this sentence
	cStop   // punctuation other than quotation marks
	cOpens  // can begin a number
)

// classNames are the classes as lexicon/cues.tsv and patterns write them.
var classNames = map[string]class{
	"say": cSay, "harm": cHarm, "people-act": cAct, "change": cChange, "toll": cToll, "score-verb": cScoreVerb, "score-noun": cScoreNoun,
	"age-verb": cAgeVerb, "month": cMonth, "be": cBe, "have": cHave, "modal": cModal, "det": cDet, "poss": cPoss, "prep": cPrep,
	"conj": cConj, "relative": cRelative, "each": cEach, "life": cLife, "dose": cDose, "contrast": cContrast, "game-noun": cGameNoun,
	"hedge-adv": cHedge, "more": cMore, "vote-noun": cVoteNoun, "compare": cCompare, "verb": cVerb, "money-word": cMoneyWord, "street": cStreet, "casualty": cCasualty, "name-column": cNameColumn,
	"identifier": cIdentifier, "state": cState, "person": cPerson, "thing": cThing, "abstract": cAbstract, "plural": cPlural,
	"unit": cUnit, "currency": cCurrency, "fraction": cFraction, "name": cName, "person-name": cPersonName, "date": cDate,
	"duration": cDuration, "capital": cCapital, "digit": cDigit, "number": cNumber, "stop": cStop, "number-word": cNumberWord,
}

// A word is a token seen through the lists.
type word struct {
	class class
	*entry
}

// classify looks up every token of the sentence and marks those that names and dates cover.
func (s *scanner) classify() {
	s.words = s.words[:0]
	for i := range s.toks {
		t := &s.toks[i]
		e := vocab.words[t.Lower]
		if e == nil {
			e = nothing
		}
		c := e.classes
		r, _ := utf8.DecodeRuneInString(t.Text)
		switch {
		case isDigit(t.Text[0]) || fractionSign[r] > 0 || r == '.' && len(t.Text) > 1 && isDigit(t.Text[1]):
			c |= cDigit | cOpens
		case unicode.IsUpper(r):
			c |= cCapital
			if last := t.Text[len(t.Text)-1]; e == nothing && (isDigit(last) || isDigit(t.Text[len(t.Text)/2])) && s.gluedSign(t.Text, i) {
				c |= cDigit | cOpens
			}
		case len(t.Text) > 2 && t.Text[1] >= 'A' && t.Text[1] <= 'Z' && unicode.IsLower(r): // "iPhone"
			c |= cCapital
		case t.Lower == `"` || t.Lower == "'":
			c |= cQuote
		case !unicode.IsLetter(r) && !strings.HasPrefix(t.Lower, "'") && t.Lower != "%" && !unicode.Is(unicode.Sc, r) && t.Lower != "&" && t.Lower != "°":
			c |= cStop
		}
		if e == nothing && strings.IndexByte(t.Lower, '-') > 2 {
			c |= cOpens // "twenty-three", "half-million": figureAt looks closer
		}
		s.words = append(s.words, word{c, e})
	}
	s.mark()
}

// gluedSign reports a currency's code written on to digits: "Sh500,000".
func (s *scanner) gluedSign(t string, i int) bool {
	k := strings.IndexFunc(t, unicode.IsDigit)
	if k == 1 {
		return letterSign(t, s.lower(s.pastDecimals(i+1))) != ""
	}
	return k > 1 && vocab.signs[strings.TrimSuffix(t[:k], ".")] != nil
}

// letterSign returns the currency whose sign is one letter, where millions follow or thousands are parted: "R5m", "N5 million", "P10,000". "N5" alone is a road.
func letterSign(t, next string) string {
	low := strings.ToLower(t)
	if !strings.HasSuffix(low, "m") && !strings.HasSuffix(low, "bn") && !strings.Contains(low, ",") && next != "million" && next != "billion" && next != "trillion" {
		return ""
	}
	switch t[0] {
	case 'R':
		return "ZAR"
	case 'N':
		return "NGN"
	case 'P':
		return "PHP"
	case 'K':
		return "ZMW"
	case 'Q':
		return "GTQ"
	}
	return ""
}

// mark adds what names and dates say of the tokens.
func (s *scanner) mark() {
	for ; s.name < len(s.names) && s.names[s.name].Sentence < s.sent.Index; s.name++ {
	}
	for ; s.name < len(s.names) && s.names[s.name].Sentence == s.sent.Index; s.name++ {
		m := &s.names[s.name]
		if m.To-m.From == 1 && s.words[m.From].class&(cNumberWord|cDigit) != 0 {
			continue // "Seven" alone is no name
		}
		for k := max(m.From, 0); k < min(m.To, len(s.words)); k++ {
			s.words[k].class |= cName
			if m.Type == names.Person {
				s.words[k].class |= cPersonName
			}
		}
	}
	for ; s.date < len(s.dates) && s.dates[s.date].Sentence < s.sent.Index; s.date++ {
	}
	for ; s.date < len(s.dates) && s.dates[s.date].Sentence == s.sent.Index; s.date++ {
		m := &s.dates[s.date]
		c := cDate
		if m.Kind == dates.Duration {
			c = cDuration
		}
		for k := max(m.From, 0); k < min(m.To, len(s.words)); k++ {
			s.words[k].class |= c
		}
	}
}
