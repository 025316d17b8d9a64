package attribution

// Somebody's number whose noun is left out.

// readNumberOf reads two figures set against each other by whose they are: "the 54,000 of the organisers or the 22,000 of the
// police".
func (r *reader) readNumberOf() {
	from, to := -1, 0 // the figure before
	var first source
	for i := 1; i+2 < len(r.toks); i++ {
		if r.low(i) != "of" && r.low(i) != "in" || !r.isNumber(i-1) {
			continue
		}
		k := i - 1
		for k > 0 && r.isNumber(k-1) {
			k--
		}
		end := i + 1
		if r.opens(end) {
			end++
		}
		end = r.after(end)
		if r.low(k-1) != "the" || end <= i+1 || r.hasNumber(i+1, end) {
			continue
		}
		src := r.sourceOf(i+1, end)
		if !src.creditable() {
			continue
		}
		if r.low(i) == "in" {
			if src.paper && r.low(k-2) == "than" {
				r.emit("number-of", "claim", src, k, end) // "rather than the 13 in the indictment"
			}
			continue
		}
		switch {
		case from >= 0 && k-to < 8:
			r.emit("number-of", "counted", first, from, to)
			r.emit("number-of", "counted", src, k, end)
		case r.low(k-2) == "not": // "53, not the 47 of the ministry's report"
			r.emit("number-of", "claim", src, k, end)
		}
		from, to, first = k, end, src
	}
}

// readElidedCount reads somebody's count without its noun: "Nine sank by the ministry's account, six by the navy's", "on the
// union's list 45 are wet; on that of the firm, 52".
func (r *reader) readElidedCount() {
	counted := false
	for i := 1; i+1 < len(r.toks); i++ {
		if counted = counted || r.is(i-1, figure); !counted {
			continue
		}
		switch w := r.low(i); {
		case (w == "by" || w == "in") && r.isNumber(i-1) && r.low(i+1) != "that":
			end := r.after(i + 1)
			if t := end - 1; end <= i+2 || r.low(t) != "'s" && r.tag(t) != "POS" || end < len(r.toks) && !r.stop(end) {
				continue
			}
			k := i - 1
			for k > 0 && r.isNumber(k-1) {
				k--
			}
			if src := r.sourceOf(i+1, end-1); src.creditable() {
				r.emit("figure-elided", "counted", src, k, end)
			}
		case (w == "on" || w == "by" || w == "in") && r.low(i+1) == "that" && r.low(i+2) == "of":
			end := r.after(i + 3)
			n := end
			if r.low(n) == "," {
				n++
			}
			if n = r.skipBound(n); end <= i+3 || r.hasNumber(i+3, end) {
				continue
			}
			src := r.sourceOf(i+3, end)
			switch {
			case !src.creditable():
			case r.isNumber(n):
				r.emit("figure-elided", "counted", src, i, r.clauseEnd(n))
			case r.isNumber(i - 1): // "19 by the army's count and 32 by that of an activist"
				k := i - 1
				for k > 0 && r.isNumber(k-1) {
					k--
				}
				r.emit("figure-elided", "counted", src, k, end)
			}
		}
	}
}

// against reports "to" before the short possessive that ends at token k: "[to Moreno's] 465 and Haas's 143".
func (r *reader) against(k int) bool {
	for n := k; n > 0 && n > k-5; n-- {
		if r.low(n) == "to" {
			return true
		}
	}
	return false
}

// readElided reads a possessive before a bare figure, which is the owner's figure: "Of the district's 30, 23 are …",
// "the party's 'more than 20'", "the army's 36 is disputed".
func (r *reader) readElided() {
	for i := 1; i+1 < len(r.toks); i++ {
		if r.low(i) != "'s" && r.tag(i) != "POS" {
			continue
		}
		q := i + 1
		if r.low(q) == "at" && (r.low(i-3) == "and" || r.low(i-2) == "and" || r.low(i-3) == ",") {
			q++ // "the union's count stands at 38 and the families' at 44"
		}
		was := r.elidedVerb(q)
		if was > 0 {
			q = was
		}
		open := r.low(q) == "\""
		if open {
			q++
		}
		n := r.skipBound(q)
		if !r.isNumber(n) || r.toks[n].Tag != "CD" && !open {
			continue
		}
		m := r.pastNumber(n)
		for r.low(m) == "percent" || r.low(m) == "%" || r.low(m) == "per" || r.low(m) == "cent" {
			m++
		}
		if was > 0 && !(r.ends(m) || r.low(m) == "the") {
			continue // "the union's was 43 years old"
		}
		verb := was == 0 && (r.finiteAt(m) || r.is(m, aux))
		if !(open && r.low(m) == "\"") && !(r.low(m) == "," && r.isNumber(m+1)) && !(r.low(m) == "." || m >= len(r.toks)) && !verb && was == 0 {
			continue
		}
		from, to, ok := r.before(i)
		if !ok {
			continue
		}
		src := r.sourceOf(from, to)
		if !src.creditable() || r.low(from-1) == "to" || src.kind == person && r.share(r.pastNumber(n)) { // "had raised 293,000 to Moreno's 199,000", "Moreno's 60 percent" of the votes
			continue
		}
		if r.low(from-1) == "and" && r.isNumber(from-2) && r.low(from-4) != "at" && r.against(from-3) {
			continue // "739 to Moreno's 465 and Haas's 143"
		}
		if verb && (r.low(m) == "were" || r.low(m) == "are") && r.tag(m+1) == "VBN" && !r.is(m+1, telling) {
			continue // "The army's 12 were buried": men
		}
		if open || verb {
			r.emit("figure-elided", "claim", src, q, m)
		} else {
			start, _ := r.segment(i)
			if w := r.low(from - 1); (w == "and" || w == "," || w == "but" || w == "while") && r.hasNumber(start, from) {
				start = from // "the union's number is 14 and the army's nine"
			}
			r.emit("figure-elided", "counted", src, start, r.clauseEnd(m))
		}
	}
}
