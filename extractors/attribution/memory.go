package attribution

import (
	"strings"

	"crosstally/extractors/names"
)

// memorySpan is how many sentences back a pronoun reaches.
const memorySpan = 6

// A memory holds who was last credited, for pronouns, short forms and quotations that go on.
type memory struct {
	person, body, group, any source
	counted                  source            // who gave a figure last: "by the same count"
	earlier                  source            // the other person credited before person
	now                      int               // sentence being read
	names                    map[string]string // last word of a body's name, lower case -> its fullest form
	mentioned                source            // the person named last in the sentence before

	quoted source // who spoke last, for a quotation that goes on
	block  int    // in this block
	open   bool   // its quotation was not closed
}

func newMemory(ns []names.Mention) memory {
	m := memory{names: map[string]string{}}
	for i := range ns {
		if ns[i].Type == names.Org {
			m.learn(ns[i].Name)
		}
	}
	return m
}

// of returns whom a pronoun means: the one credited or spoken of last that it fits. A person only named, in the sentence
// just before, goes before one credited earlier.
func (m *memory) of(pronoun string) source {
	var src source
	switch pronoun {
	case "he", "she":
		src = m.person
		if m.mentioned.name != "" && m.mentioned.sentence == m.now-1 && (src.sentence < m.now-1 || src.name == "") {
			src = m.mentioned
		}
		if other := m.earlier; !agrees(pronoun, &src) && other.name != "" && agrees(pronoun, &other) && m.now-other.sentence <= memorySpan {
			src = other
		} else if !agrees(pronoun, &src) {
			return source{}
		}
	case "it":
		if src = m.body; m.any.kind == document && m.any.sentence > src.sentence {
			src = m.any // "A report came out on Monday. It lists 40 boats"
		}
		if src.name == "" || m.now-src.sentence > memorySpan {
			if src = m.any; src.kind == person || src.kind == group {
				return source{}
			}
		}
	case "they":
		src = m.group
		many := src.name == "" && m.any.kind == document && strings.HasSuffix(m.any.evidence.Text, "s") // "The accounts came out on Monday. They show"
		if (m.any.sentence > src.sentence || many) && m.any.kind != person {
			src = m.any
		}
	}
	if m.now-src.sentence > memorySpan {
		return source{}
	}
	return src
}

// meet makes src the person credited last.
func (m *memory) meet(src source) {
	if m.person.name != src.name {
		m.earlier = m.person
	}
	m.person = src
}

// agrees reports whether a person may be meant by "he" or "she": where a given name or the word for the office tells.
func agrees(pronoun string, src *source) bool {
	if w := strings.ToLower(src.evidence.Text); strings.Contains(w, "woman") {
		return pronoun == "she"
	} else if strings.Contains(w, "spokesman") || strings.Contains(w, "chairman") {
		return pronoun == "he"
	}
	switch names.Gender(src.speaker) {
	case 'm':
		return pronoun == "he"
	case 'f':
		return pronoun == "she"
	}
	return true
}

// learn keeps the fullest form of a body's name by its last word.
func (m *memory) learn(name string) {
	w := strings.ToLower(lastWord(name))
	if old := m.names[w]; len(name) > len(old) && strings.Contains(name, " ") {
		m.names[w] = name
	}
}

// full returns the fullest form known of a short one: "ministry" -> "Northern health ministry".
func (m *memory) full(name string) string {
	known := m.names[strings.ToLower(lastWord(name))]
	if len(known) <= len(name) {
		return name
	}
	low := " " + strings.ToLower(known) + " "
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if !strings.Contains(low, " "+w+" ") {
			return name
		}
	}
	return known
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// remember keeps who this sentence credits or speaks of, for the pronouns of the next ones.
func (r *reader) remember() {
	for k := range r.toks {
		switch r.toks[k].Lower {
		case "he", "she", "his", "her", "him":
			if r.memory.person.name != "" && r.memory.now-r.memory.person.sentence <= memorySpan {
				r.memory.person.sentence = r.s.Index // still spoken of
			}
		}
	}
	for k := len(r.toks) - 1; k >= 0; k-- {
		if n := r.name(k); n != nil && n.Type == names.Person {
			if first := r.listOfPersons(n); first < n.From {
				k = first // no "he" means one of three who are named in one breath
				if r.memory.mentioned.sentence == r.s.Index-1 {
					r.memory.mentioned.sentence = r.s.Index
				}
				continue
			}
			r.memory.mentioned = source{name: n.Name, speaker: n.Name, kind: person, sentence: r.s.Index, evidence: n.Evidence}
			break
		}
	}
	if f, t, ok := r.mainSubject(); ok && len(r.frames) == 0 {
		if src := r.sourceOf(f, t); src.creditable() && !r.isNumber(f) {
			r.keep(src)
		} else if n := r.ownerIn(f, t); n != nil {
			r.keep(r.sourceOf(f, n.To)) // "The coast guard's sums have changed. It now has 27 dead."
		} else if k := r.figureOwner(f, t); k > f {
			if src := r.sourceOf(f, k); src.creditable() {
				r.keep(src) // "The interior ministry's figure is lower. It has counted nine."
			}
		}
	}
	for i := range r.frames {
		r.keep(r.frames[i].src)
	}
}

// listOfPersons returns where a list of three persons or more begins that the person n ends, n's own start where there is none.
func (r *reader) listOfPersons(n *names.Mention) int {
	first, persons := n.From, 1
	for k := n.From - 1; k > 0 && (r.low(k) == "," || r.low(k) == "and"); {
		if r.low(k) == "and" && r.low(k-1) == "," {
			k--
		}
		p := r.name(k - 1)
		if p == nil || p.Type != names.Person {
			break
		}
		first, persons, k = p.From, persons+1, p.From-1
	}
	if persons < 3 {
		return n.From
	}
	return first
}

// ownerIn returns the body that owns what the phrase of tokens [from,to) names: "the coast guard's sums".
func (r *reader) ownerIn(from, to int) *names.Mention {
	for k := from; k < min(to, from+2); k++ {
		if n := r.name(k); n != nil {
			if n.Type == names.Org && n.To < to && r.tag(n.To) == "POS" {
				return n
			}
			return nil
		}
	}
	return nil
}

// figureOwner returns where the owner's words end in a phrase of tokens [from,to) that names his figure: "the interior ministry['s] figure"; 0 for none.
func (r *reader) figureOwner(from, to int) int {
	if !r.is(to-1, figure) {
		return 0
	}
	for k := to - 2; k > from; k-- {
		if r.low(k) == "'s" || r.tag(k) == "POS" {
			return k
		}
	}
	return 0
}

func (r *reader) keep(src source) {
	if src.own || src.numeric || src.name == "" {
		return
	}
	src.sentence = r.s.Index
	m := &r.memory
	switch {
	case src.speaker != "":
		m.meet(src)
		if src.org != "" {
			m.body = source{name: src.org, kind: body, evidence: src.evidence, sentence: r.s.Index}
		}
	case src.kind == person:
		m.meet(src)
	case src.kind == group:
		m.group = src
	case src.kind == body:
		m.body = src
		m.learn(src.name)
	}
	m.any, m.counted = src, src
}
