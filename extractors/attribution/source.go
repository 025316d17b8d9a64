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
	paper    bool   // a document that tells: a letter, a survey
	place    bool   // a bare place: "Texas"
	numeric  bool   // a bare number: "Four said yes"
	own      bool   // the outlet itself, or nobody that can be named
	sentence int    // where it was last credited
}

// creditable reports whether the source is known as one that gives figures: a named person or body, or a noun of the lists.
func (s *source) creditable() bool { return !s.own && !s.numeric && !s.place && s.kind != 0 }

// longestName is the most tokens of a noun phrase that are kept as a name; a longer one keeps its core.
const longestName = 9

// sourceOf names the noun phrase of tokens [from,to).
func (r *reader) sourceOf(from, to int) source {
	if to == from+1 && r.is(from, pronoun) && !r.nounLike(from) {
		return r.pronoun(from)
	}
	if from >= to {
		return source{own: true} // no phrase, nobody
	}
	if to == from+1 && r.tag(from) == "DT" && r.opens(from) && r.low(from) != "another" && r.low(from) != "some" && r.low(from) != "both" && r.low(from) != "all" {
		return source{own: true} // an article alone
	}
	core := r.coreEnd(from, to)
	first := from
	for first < core-1 && r.opens(first) && r.tag(first) == "DT" {
		first++
	}
	src := source{evidence: r.evidence(first, to), sentence: r.s.Index, org: r.orgIn(from, to), own: r.isOwn(from, to)}
	head := core - 1
	if n := r.person(first, core); n != nil {
		src.name, src.speaker, src.kind = n.Name, n.Name, person
		src.own = src.own && r.low(first) != "our" // "our reporter Ana Blok" is somebody
		return src
	}
	if n := r.name(head); n != nil {
		r.takeName(&src, n)
	} else {
		r.takeWords(&src, first, core, to)
	}
	if src.speaker == "" || r.name(head) == nil {
		r.apposed(&src, first, to)
	}
	return src
}

// someOf returns where the phrase begins that "two of" at token k picks from: "one of [the sources]", "two of [the residents]"; 0 for none.
func (r *reader) someOf(k int) int {
	switch r.low(k) {
	case "one", "two", "three", "four", "several", "some", "many", "most":
	default:
		return 0
	}
	if r.low(k+1) != "of" || !r.opens(k+2) {
		return 0
	}
	if to := r.after(k + 2); to > k+3 && r.is(r.coreEnd(k+2, to)-1, person|group) {
		return k + 2
	}
	return 0
}

// takeName fills in a source whose head is a name.
func (r *reader) takeName(src *source, n *names.Mention) {
	src.name, src.kind = n.Name, body
	if src.name == "" {
		src.name = n.Text
	}
	switch n.Type {
	case names.Person:
		src.kind, src.speaker = person, src.name
	case names.Place:
		src.place = true
	}
}

// takeWords fills in a source that common nouns name: "the ministry", "its press office", "a report by X".
func (r *reader) takeWords(src *source, first, core, to int) {
	head := core - 1
	src.kind = kindOf(r.cls[head])
	src.paper = r.is(head, paper)
	if src.paper && r.low(core) == "by" {
		src.kind = document // "a paper by the union"
	}
	switch {
	case src.kind != 0:
	case r.isNumber(head) || r.share(head) || strings.HasPrefix(r.tag(head), "JJ") || r.isNumber(first) && !strings.HasPrefix(r.tag(head), "NN"):
		src.numeric = true
	case strings.HasPrefix(r.tag(head), "NNP") && (first > 0 || head > first):
		src.kind = body // a name that the names extractor does not know
	}
	last := to
	if to-first > longestName {
		last = core
	}
	if owner, owned := r.owner(first); owned && owner != "" {
		src.name = owner + " " + r.words(first+1, core)
	} else if owned {
		src.name = r.words(first+1, last)
	} else if n := r.name(first); n != nil && n.Type == names.Org && n.From == first && n.To < head && (r.low(n.To) == "'s" || r.tag(n.To) == "POS") {
		src.name = n.Name + " " + r.words(n.To+1, core) // "the UN's teams" as "its teams"
	} else {
		src.name = r.words(first, last)
	}
	switch {
	case src.kind == person && !r.isNumber(first):
		if p, ok := r.roles.Person(r.words(first, to), r.s.Index); ok {
			src.name, src.speaker = p, p
			src.own = src.own && r.is(head, own) // "our chairwoman" is somebody
		}
	case src.kind == document:
		if n := r.author(core, to); n != "" {
			src.name = n
		}
	case to == first+1 && r.opens(first-1) && r.tag(first-1) == "DT" && r.is(first, firm) && r.recent(&r.memory.body) != "" && isFirm(r.memory.body.name):
		src.name = r.memory.body.name
		if known := r.memory.names[r.low(first)]; known != "" && strings.ToLower(lastWord(src.name)) != r.low(first) && isFirm(known) {
			src.name = known // "the bank" is Norland Bank, and not the broker named since
		}
	default:
		src.name = r.memory.full(src.name)
	}
}

// isFirm reports a name that may be a company's: in no word another kind of body, no acronym.
func isFirm(name string) bool {
	if !strings.ContainsAny(name, "abcdefghijklmnopqrstuvwxyz") || name == strings.ToLower(name) {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if words[w]&(body|group) != 0 && words[w]&firm == 0 || w == "of" || w == "for" || w == "cross" || w == "crescent" || w == "nations" {
			return false
		}
	}
	return true
}

func kindOf(c class) class {
	for _, k := range [...]class{person, body, group, document} {
		if c&k != 0 {
			return k
		}
	}
	return 0
}

// coreEnd returns where the phrase's own words end, before "of", "for", "in" and the like and before brackets.
func (r *reader) coreEnd(from, to int) int {
	for k := from + 1; k < to; k++ {
		if r.relates(k) {
			return k - 1
		}
		if r.name(k) == nil && (r.is(k, link) || r.low(k) == "(" || r.low(k) == "," || r.low(k) == "to" || r.low(k) == "and" && !r.nominal(k+1)) {
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
	at := to + 1
	if r.low(at) == "the" {
		at++
	}
	if n := r.name(at); n != nil && n.Type == names.Org && r.kindAt(from, to) == person && r.opens(from-1) && r.low(from-1) == "the" && r.seated(n.To) {
		src.name, src.kind = n.Name, body // "the owner, Nordsee Lines of Port Lume, said"
		src.evidence = r.evidence(from, n.To)
		return
	}
	if n := r.name(at); n != nil && n.Type == names.Org && (r.tag(from) == "PRP$" || r.opens(from-1) && (r.is(to-1, body) || r.name(to-1) == nil && strings.HasPrefix(r.tag(to-1), "NN") && src.kind == body)) && (n.To >= len(r.toks) || r.stop(n.To) || r.seated(n.To)) {
		src.name, src.kind = n.Name, body // "its owner, Nordsee Lines", "the operator, Nordsee Lines, says"
		src.evidence = r.evidence(from, n.To)
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
	src.speaker = n.Name
	if src.kind == person {
		src.name = n.Name
		src.own = false // "our chairwoman, NAME", "our reporter, NAME"
	}
	src.evidence = r.evidence(from, n.To)
}

// kindAt returns the kind of source that the last word of tokens [from,to) is.
func (r *reader) kindAt(from, to int) class {
	if r.name(to-1) != nil || from >= to {
		return 0
	}
	return kindOf(r.cls[to-1])
}

// seated reports that behind a body's name at token k, its short form in brackets or its seat, the apposition ends: "(FWU),", "of Piraeus,".
func (r *reader) seated(k int) bool {
	for r.tag(k) == "NNP" && r.name(k) == nil {
		k++ // a word of the name that the names extractor does not know
	}
	if r.low(k) == "(" && r.low(k+2) == ")" {
		return r.stop(k + 3)
	}
	if n := r.name(k + 1); (r.low(k) == "of" || r.low(k) == "in") && n != nil && n.Type == names.Place {
		k = n.To
	}
	return r.low(k) == ","
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

// isOwn reports whether the phrase means the outlet itself: "this newspaper", "our reporter", its own name or the end of it ("the Electoral Board" of
// Norland Electoral Board).
func (r *reader) isOwn(from, to int) bool {
	switch r.low(from) {
	case "no":
		return !r.isNumber(from + 1) // "No 10"
	case "anybody", "anyone", "somebody", "nobody", "everybody":
		return true // nobody that can be named
	}
	outlet := r.doc.Article.Source
	for k := from; k < to; k++ {
		w := r.low(k)
		if w == "our" && k > from+1 && r.is(from, document) && r.tag(k+1) == "NNS" && !r.is(k+1, own) {
			continue // "reports from our branches"
		}
		if w == "our" || w == "my" || w == "we" || w == "i" || w == "your" && r.is(k+1, own) {
			return true
		}
		if w == "this" && r.is(k+1, outletNoun) {
			return true
		}
		if len(w) > 3 && r.is(k+1, own) && outlet != "" && strings.Contains(outlet, r.toks[k].Text) {
			return true
		}
	}
	n := r.name(to - 1)
	return n != nil && outlet != "" && n.To == to && (n.Text == outlet || "The "+n.Text == outlet || n.Type == names.Org && "The "+n.Name == outlet || n.Type == names.Org && n.From <= from+1 && (issuer(outlet, n.Text) || strings.Contains(n.Name, " ") && strings.HasSuffix(outlet, " "+n.Name)))
}

// issuer reports whether an outlet is the body of that name, which issues news of itself: "Northern Steel plc", "Electoral
// Board of Teshara".
func issuer(outlet, name string) bool {
	rest, ok := strings.CutPrefix(outlet, name)
	if !ok || rest == "" {
		return ok
	}
	for _, p := range [...]string{" of ", " for ", ", ", " plc", " PLC", " Inc", " Ltd", " N.V.", " AG", " SA", " S.A.", " Group", " Corp"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return false
}
