package attribution

import "crosstally/extractors/names"

// Who made a document, told behind it.

// author returns who made a document: "a report by X", "figures from X", "a statement released by X".
func (r *reader) author(core, to int) string {
	if end := r.after(core); core == to && (r.opens(core) || r.name(core) != nil) && end > core && r.is(r.deedAt(end), publish) {
		if src := r.sourceOf(core, end); src.creditable() {
			return src.name // "figures the union released"
		}
	}
	for k := core; k+1 < min(to+8, len(r.toks)); k++ {
		if w := r.low(k); w == "which" || w == "who" || w == "that" {
			return r.maker(k + 1)
		} else if w != "by" && w != "from" {
			if r.stop(k) && w != "," || k >= to && r.is(k, verbs) && r.isVerb(k) && !r.is(k, publish) && w != "read" {
				return ""
			}
			continue
		}
		if w := r.low(k - 1); w == "seen" || w == "obtained" || w == "reviewed" || w == "read" {
			return "" // who read it did not write it
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

// maker returns who made a document by the relative clause whose subject begins at token k: "interviews which [X] conducted".
func (r *reader) maker(k int) string {
	to := r.after(k)
	v := to
	for r.is(v, aux|adverb) {
		v++
	}
	if to <= k || !r.is(v, conduct) {
		return ""
	}
	if src := r.sourceOf(k, to); src.creditable() {
		return src.name
	}
	return ""
}
