package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// A source is who or what a noun phrase credits.
type source struct {
	evidence extractors.Evidence
	name     string // canonical, else the words
	speaker  string // the person, "" when none is named
	org      string // the body named beside a person
	kind     class  // person, group, body, document, 0 when unknown
	place    bool   // a bare place: "Texas"
	numeric  bool   // a bare number: "Four said yes"
	own      bool   // the outlet itself, or nobody that can be named
}

// creditable reports whether the source is known as one that gives figures: a named person or body, or a noun of the lists.
func (s *source) creditable() bool { return !s.own && !s.numeric && !s.place && s.kind != 0 }

// sourceOf names the noun phrase of tokens [from,to).
func (r *reader) sourceOf(from, to int) source {
	if to == from+1 && r.is(from, pronoun) && !r.nounLike(from) {
		return r.pronoun(from)
	}
	core := r.coreEnd(from, to)
	first := from
	for first < core-1 && r.opens(first) && r.tag(first) == "DT" {
		first++
	}
	src := source{evidence: r.evidence(first, to)}
	head := core - 1
	owner, owned := r.owner(first)
	switch n := r.person(first, core); {
	case n != nil:
		src.name, src.speaker, src.kind = n.Name, n.Name, person
		src.org = r.orgIn(from, to)
	case r.name(head) != nil:
		src = r.named1(src, r.name(head), first, core)
	default:
		src.kind = r.cls[head] & sources
		if src.kind&person != 0 {
			src.kind = person
		} else if src.kind&body != 0 {
			src.kind = body
		}
		src.name = r.words(first, core)
		if owned {
			src.name = strings.TrimSpace(owner + " " + r.words(first+1, core))
		} else if src.kind == document {
			src.name = r.words(first, to)
			if n := r.author(core, to); n != "" {
				src.name = n
			}
		} else {
			src.name = r.memory.full(src.name)
		}
		src.org = r.orgIn(from, to)
		src.numeric = r.isNumber(head) && src.kind == 0 || r.tag(head) == "JJ" && src.kind == 0
	}
	if src.speaker == "" {
		r.apposed(&src, first, to)
	}
	src.own = r.isOwn(from, to)
	return src
}

// named1 fills in a source whose head is a name of a body, place or person.
func (r *reader) named1(src source, n *names.Mention, first, core int) source {
	src.name = n.Name
	if src.name == "" {
		src.name = n.Text
	}
	switch n.Type {
	case names.Person:
		src.kind, src.speaker = person, src.name
	case names.Place:
		src.kind, src.place = body, true
	default:
		src.kind = body
	}
	_ = first
	_ = core
	return src
}

// coreEnd returns where the phrase's own words end, before "of", "for", "in" and the like and before brackets.
func (r *reader) coreEnd(from, to int) int {
	for k := from + 1; k < to; k++ {
		if r.named[k] == 0 && (r.is(k, link) || r.low(k) == "(" || r.low(k) == "," || r.low(k) == "and" && !r.nominal(k+1)) {
			return k
		}
	}
	return to
}

// person returns the person named in the phrase, unless as the owner of something else ("Smith's office").
func (r *reader) person(from, to int) *names.Mention {
	for k := from; k < to; k++ {
		n := r.name(k)
		if n == nil || n.Type != names.Person {
			continue
		}
		if r.tag(n.To) == "POS" || r.low(n.To) == "'s" || r.low(n.To) == "'" {
			return nil
		}
		if n.To < to && r.cls[to-1]&(body|group|document) != 0 && r.cls[to-1]&person == 0 {
			return nil
		}
		return n
	}
	return nil
}

func (r *reader) orgIn(from, to int) string {
	for k := from; k < to; k++ {
		if n := r.name(k); n != nil && n.Type == names.Org {
			return n.Name
		}
	}
	return ""
}

// apposed takes the person named beside a role: "its spokesman, NAME".
func (r *reader) apposed(src *source, from, to int) {
	if src.kind != person && src.kind != body || r.low(to) != "," {
		return
	}
	k := to + 1
	for k < to+6 && r.name(k) == nil && r.nominal(k) && src.kind == person {
		k++
	}
	n := r.name(k)
	if n == nil || n.Type != names.Person || r.tag(n.To) == "POS" || r.low(n.To) != "," && !r.stop(n.To) && n.To < len(r.toks) {
		return
	}
	src.org = r.orgIn(from, to)
	src.speaker = n.Name
	if src.kind == person {
		src.name = n.Name
	}
	src.evidence = r.evidence(from, n.To)
}

// author returns who made a document: "a report by X", "figures from X", "a statement released by X".
func (r *reader) author(core, to int) string {
	for k := core; k+1 < min(to+8, len(r.toks)); k++ {
		if w := r.low(k); w != "by" && w != "from" {
			if r.stop(k) && w != "," || k >= to && r.is(k, verbs) && !r.is(k, publish) {
				return ""
			}
			continue
		}
		p := k + 1
		end := r.after(p)
		for p < end && r.opens(p) {
			p++
		}
		for i := p; i < end; i++ {
			if n := r.name(i); n != nil && n.Type != names.Place {
				return n.Name
			}
		}
		if p < end && r.sourceHead(r.coreEnd(p, end)-1) {
			return r.memory.full(r.words(p, end))
		}
		return ""
	}
	return ""
}

// owner resolves "its", "his", "their" that open a phrase.
func (r *reader) owner(first int) (string, bool) {
	switch r.low(first) {
	case "its", "their":
		if r.memory.body.name != "" {
			return r.memory.body.name, true
		}
		return r.memory.any.name, true
	case "his", "her":
		return r.memory.person.name, true
	}
	return "", false
}

// pronoun resolves a pronoun to who was last credited or spoken of.
func (r *reader) pronoun(k int) source {
	var src source
	switch r.low(k) {
	case "he", "she":
		src = r.memory.person
	case "it":
		src = r.memory.body
		if src.name == "" {
			src = r.memory.any
		}
	case "they":
		src = r.memory.group
		if src.name == "" {
			src = r.memory.any
		}
	}
	if src.name == "" {
		src.own = true
	}
	if src.kind == 0 {
		src.kind = person
	}
	src.evidence = r.evidence(k, k+1)
	return src
}

func (r *reader) evidence(from, to int) extractors.Evidence {
	return r.doc.Evidence(r.s.Field, r.toks[from].Start, r.toks[to-1].End, "")
}

// words returns the text of tokens [from,to).
func (r *reader) words(from, to int) string {
	if from >= to {
		return ""
	}
	return r.doc.Field(r.s.Field)[r.toks[from].Start:r.toks[to-1].End]
}

// isOwn reports whether the phrase means the outlet itself: "this newspaper", "our reporter", its own name.
func (r *reader) isOwn(from, to int) bool {
	outlet := r.doc.Article.Source
	for k := from; k < to; k++ {
		w := r.low(k)
		if w == "our" || w == "my" || w == "we" || w == "i" {
			return true
		}
		if w == "this" {
			switch r.low(k + 1) {
			case "newspaper", "site", "website", "paper", "magazine", "page", "article", "report", "story", "channel", "station", "blog", "newsletter", "publication", "outlet", "agency", "reporter", "correspondent", "column", "writer", "author", "programme", "program":
				return true
			}
		}
		if len(w) > 3 && r.is(k+1, own) && outlet != "" && strings.Contains(outlet, r.toks[k].Text) {
			return true
		}
	}
	if n := r.name(to - 1); n != nil && outlet != "" && n.To == to && (n.Text == outlet || "The "+n.Text == outlet) {
		return true
	}
	return false
}

// A memory holds who was last credited, for pronouns and short forms.
type memory struct {
	person, body, group, any source
	quoted                   source            // who spoke last, for a quotation that goes on
	block                    int               // in this block
	open                     bool              // its quotation was not closed
	names                    map[string]string // last word of a body's name, lower case -> its fullest form
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

// learn keeps the fullest form of a body's name by its last word.
func (m *memory) learn(name string) {
	w := strings.ToLower(lastWord(name))
	if old := m.names[w]; len(name) > len(old) && strings.Contains(name, " ") {
		m.names[w] = name
	}
}

// full returns the fullest form known of a short one: "ministry" -> "North Kordofan health ministry".
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
	if f, t, ok := r.mainSubject(); ok && len(r.frames) == 0 && !(t == f+1 && r.is(f, pronoun)) {
		if src := r.sourceOf(f, t); src.creditable() {
			r.keep(src)
		}
	}
	for i := range r.frames {
		r.keep(r.frames[i].src)
	}
}

func (r *reader) keep(src source) {
	if src.own || src.numeric || src.name == "" {
		return
	}
	switch {
	case src.speaker != "":
		r.memory.person = src
		if src.org != "" {
			r.memory.body = source{name: src.org, kind: body, evidence: src.evidence}
		}
	case src.kind == person:
		r.memory.person = src
	case src.kind == group:
		r.memory.group = src
	case src.kind == body:
		r.memory.body = src
		r.memory.learn(src.name)
	}
	r.memory.any = src
}
