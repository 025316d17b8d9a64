package attribution

import "crosstally/extractors/names"

// Whom "he", "it", "they" and "its" mean.

// owner resolves "its", "his", "their" that open a phrase: owned says that one does, the name is empty where it is not known.
func (r *reader) owner(first int) (name string, owned bool) {
	switch r.low(first) {
	case "its":
		if f, t, ok := r.mainSubject(); ok && t < first && !r.is(f, pronoun) && (r.low(first-1) == "," || r.low(first-1) == ";" || r.low(first-1) == "as" || r.is(first-2, according)) {
			return r.bodyAt(f, t), true // "The hospital received 94 patients, its director said"
		}
		return r.recent(&r.memory.body), true
	case "their":
		return r.recent(&r.memory.group), true
	case "his", "her":
		return r.recent(&r.memory.person), true
	}
	return "", false
}

// bodyAt returns the body that a phrase names, "" for persons, places and plain nouns.
func (r *reader) bodyAt(from, to int) string {
	for i := from; i < to; i++ {
		if n := r.name(i); n != nil && n.Type == names.Org {
			return n.Name
		}
	}
	return ""
}

func (r *reader) recent(s *source) string {
	if r.s.Index-s.sentence > memorySpan {
		return ""
	}
	return s.name
}

// pronoun resolves a pronoun: to who speaks earlier in the sentence, else to who was last credited or spoken of.
func (r *reader) pronoun(k int) source {
	src := r.spokenBefore(k)
	if src.name == "" {
		src = r.mainBefore(k)
	}
	if src.name == "" {
		src = r.memory.of(r.low(k))
	}
	if src.name == "" || src.numeric {
		src.own = true
	}
	if src.kind == 0 {
		src.kind = person
	}
	src.evidence = r.evidence(k, k+1)
	return src
}

// mainBefore returns the subject of the sentence's first clause where the pronoun at token k opens a later one and can stand
// for it: "Verdi called out 25,000; it said".
func (r *reader) mainBefore(k int) source {
	if k < 3 || r.low(k-1) != ";" && r.low(k-1) != ":" && r.low(k-1) != "," && r.low(k-1) != "and" && r.low(k-1) != "but" && r.low(k-1) != "which" && r.low(k-1) != "as" {
		return source{}
	}
	f, t, ok := r.mainSubject()
	if !ok || t >= k || r.is(f, pronoun) {
		return source{}
	}
	src := r.sourceOf(f, t)
	isPerson := src.kind == person || src.speaker != ""
	switch r.low(k) {
	case "it":
		ok = src.speaker == "" && r.is(r.coreEnd(f, t)-1, body) || !isPerson && src.kind == body
	case "he", "she":
		ok = isPerson && agrees(r.low(k), &src) && !r.speaksOn(r.low(k), &src)
	case "they":
		ok = src.kind == group || src.kind == body && r.is(t-1, group) // "the police": a body of many
	default:
		ok = false
	}
	if !ok || !src.creditable() {
		return source{}
	}
	return src
}

// speaksOn reports that a pronoun goes on with whom the text was credited with its last words, who is known to be a man or a woman, and not with src, of
// whom that is not known: "The judge, Ana Blok, reads on. Haas fired 94 shots, she says."
func (r *reader) speaksOn(pronoun string, src *source) bool {
	p := &r.memory.person
	if names.Gender(src.speaker) != 0 || p.name == "" || p.name == src.name || r.s.Index-p.sentence > 1 {
		return false
	}
	g := names.Gender(p.speaker)
	return g == 'm' && pronoun == "he" || g == 'f' && pronoun == "she"
}

// spokenBefore returns the source of a frame earlier in the sentence that the pronoun at token k can stand for.
func (r *reader) spokenBefore(k int) source {
	for n := len(r.frames) - 1; n >= 0; n-- {
		f := &r.frames[n]
		if f.verb > k || f.src.own || f.src.name == "" || f.src.numeric {
			continue
		}
		isPerson := f.src.kind == person || f.src.speaker != ""
		switch r.low(k) {
		case "he", "she":
			if isPerson && agrees(r.low(k), &f.src) {
				return f.src
			}
		case "it":
			if !isPerson && f.src.kind != group {
				return f.src
			}
		case "they":
			if !isPerson {
				return f.src
			}
		}
	}
	return source{}
}
