package claim

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/counts"
)

// A clause may leave out what the one before has said: its verb ("Nineteen died in the north and four in the south", "the north
// lost 19 homes, the south four"), its noun ("It fired twelve rockets and lost none"), or both.

// gaps reports whether a bare number goes without a verb of its own: the term found for it is the one that says what the
// number before counts, or a mere state that says little ("78 voted for it and 61 against").
func (s *sentence) gaps(o *occurrence, prev *Claim, from int) bool {
	if o == nil {
		return true
	}
	if o.term.slot == stateSlot && o.term.class.traits&weak != 0 && o.from >= from {
		return true
	}
	if s.alternative(from) || s.elsewhere(prev, from) {
		return true
	}
	if o.from < prev.From && (o.term.slot == objectSlot || o.term.slot == subjectSlot) && o.to <= from {
		for k := prev.To; k < from; k++ {
			if t := s.toks[k].Tag; t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD" || s.toks[k].Lower == ";" {
				return false
			}
		}
		return true
	}
	return false
}

// alternative reports a bare number that a list gives for another by saying whose it is: "12 died, 31 by the count of a teacher, 41 according to
// the town".
func (s *sentence) alternative(from int) bool {
	if from == 0 || s.toks[from-1].Lower != "," && s.toks[from-1].Lower != "and" {
		return false
	}
	end := s.countEnd(from)
	return end+1 < len(s.toks) && (s.toks[end].Lower == "according" || s.toks[end].Lower == "by" && s.toks[end+1].Tag == "DT")
}

// addsUp reports a number that the clause before comes to: "seven were rescued and two died, which makes nine".
func (s *sentence) addsUp(from int) bool {
	return from > 2 && s.toks[from-1].Lower == "makes" && s.toks[from-2].Lower == "which"
}

// countEnd returns the token behind the count that begins at token k.
func (s *sentence) countEnd(k int) int {
	for k < len(s.toks) && s.isCount[k] {
		k++
	}
	return k
}

// elsewhere reports a bare number that only says where as well: "five deaths in Leeds and three in York".
func (s *sentence) elsewhere(prev *Claim, from int) bool {
	if from < 2 || s.toks[from-1].Lower != "and" && s.toks[from-1].Lower != "," || prev.NounTo <= prev.NounFrom {
		return false
	}
	end := s.countEnd(from)
	if end >= len(s.toks) || !localPreps[s.toks[end].Lower] || prev.NounTo >= from || !localPreps[s.toks[prev.NounTo].Lower] {
		return false
	}
	for k := prev.NounTo; k < from-1; k++ {
		if t := s.toks[k].Tag; strings.HasPrefix(t, "VB") || t == "MD" {
			return false
		}
	}
	for k := end; k < len(s.toks) && !isClauseStop(s.toks[k].Lower) && s.toks[k].Lower != ","; k++ {
		if w := s.toks[k]; (extractors.Finite(w.Tag) || isBe(w.Lower)) && !telling[w.Lower] {
			return false // "rescued 40 people in Leeds and 12 in York died"
		}
	}
	return true
}

// localPreps are prepositions before a place.
var localPreps = tell.Of("local")

// retold reports whether a bare number is what someone makes of a figure spoken of: "the district counts only eight", "the union
// speaks of 18", "after giving 1,069 on the night".
func (s *sentence) retold(from int) bool {
	for k := from - 1; k >= 0 && k >= from-3; k-- {
		switch w := s.toks[k].Lower; {
		case retelling[w]:
			return true
		case w == "of", w == "on", w == "at", w == "it", w == "only", s.toks[k].Tag == "RB":
		default:
			return false
		}
	}
	return false
}

// retelling are verbs that put a number where no noun is needed.
var retelling = tell.Of("retelling")

// subordinate reports whether a clause of its own begins in [from,to): "only eight, because two live abroad".
func (s *sentence) subordinate(from, to int) bool {
	for k := from; k < to && k < len(s.toks); k++ {
		switch s.toks[k].Lower {
		case "because", "although", "though", "while", "whereas", "since", "when", "as", "but", ";", ":", "—", "–":
			return true
		}
	}
	return false
}

// maxResumed is how many sentences back the thing may be named that a bare number goes on counting.
const maxResumed = 2

// resumed returns the things that a bare number goes on counting though its verb is also said of people: those that its section
// is headed by or whose noun was told last, where the verb has a meaning of its own for them: "It fired 12 rockets. … Nine came down."
func (b *builder) resumed(s *sentence, c *Claim) (unit, object string) {
	suits := func(unit string) bool {
		_, means := remapped[[2]string{c.Predicate, unit}]
		return headSorts[unit] == things && (means || meantOf[[2]string{c.Predicate, unit}])
	}
	if head := b.heading(s); suits(head) {
		return head, head
	}
	for i := len(b.out) - 1; i >= 0; i-- {
		p := &b.out[i]
		if p.Field != c.Field || !b.close(p, c, maxResumed) {
			return "", ""
		}
		if p.Kind != counts.Number || p.Unit == "" || headSorts[p.Unit] == persons && p.NounFrom >= p.NounTo {
			continue
		}
		if suits(p.Unit) {
			return p.Unit, p.Object
		}
		return "", ""
	}
	return "", ""
}

// ofSet returns the set that a number is said to be of where its noun stands behind the verb: "three of the dead were women",
// "nine of those killed were children"; "" for none.
func (s *sentence) ofSet(m *counts.Mention) string {
	k := m.To
	if k+2 >= len(s.toks) || s.toks[k].Lower != "of" || s.toks[k+1].Lower != "the" && s.toks[k+1].Lower != "those" || s.numberAt(k+2) {
		return ""
	}
	set := s.toks[k+1].Lower + " " + s.toks[k+2].Lower
	if classOfSet(set) == "" || k+3 < len(s.toks) && !isBe(s.toks[k+3].Lower) && s.toks[k+3].Lower != "," && !strings.HasPrefix(s.toks[k+3].Tag, "VB") {
		return ""
	}
	return set
}

// classOfSet returns the class by which a phrase names a set: "the dead", "those released", "" for none.
func classOfSet(of string) string {
	ws := strings.Fields(strings.ToLower(of))
	if len(ws) < 2 || ws[0] != "the" && ws[0] != "those" {
		return ""
	}
	for _, t := range terms[ws[len(ws)-1]] {
		if t.class.traits&weak == 0 && len(t.tail) == 0 && (t.slot == stateSlot || t.slot == outcomeSlot || t.slot == objectSlot && t.form == partForm || t.slot == subjectSlot && len(ws) == 3 && ws[1] == "who") {
			return t.class.name
		}
	}
	return ""
}
