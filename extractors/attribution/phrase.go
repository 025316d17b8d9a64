package attribution

import "strings"

// before returns the noun phrase that ends before token end: [from,to), ok false if there is none. It reaches over "of",
// "for" and the like where a noun goes before, and stops at the article that opens it.
func (r *reader) before(end int) (from, to int, ok bool) {
	k, from := end-1, end
	if r.is(k, pronoun) && !r.nounLike(k) {
		if !r.relates(k - 1) {
			return k, end, true
		}
		from, k = k-2, k-3 // "people close to it"
	}
	if w := strings.TrimSuffix(r.low(k-1), "."); k > 1 && r.isNumber(k) && (w == "no" || w == "number" || w == "nr") && r.is(k-2, document) {
		from, k = k-2, k-3 // "Report no. 4"
	}
	if w := r.low(k); k > 1 && (w == "there" || w == "here" || w == "nearby") && (r.tag(k-1) == "VBN" || r.tag(k-1) == "VBD") && r.common(k-2) && !r.is(k-1, verbs) {
		return r.before(k - 1) // "Constables posted there"
	}
	for k >= 0 {
		switch {
		case r.low(k) == ")":
			open := k - 1
			for open > 0 && k-open < 10 && r.low(open) != "(" {
				open--
			}
			if r.low(open) != "(" || open == 0 || !r.nominal(open-1) {
				return from, end, from < end
			}
			from, k = open, open-1
		case r.nominal(k):
			from = k
			if r.opens(k) && !(r.is(k-1, outletNoun) && r.name(k-1) == nil && r.name(k+1) != nil || r.joins(k-1) && r.nominal(k-2) || r.is(k-1, link) && r.common(k-2) || r.relates(k-1)) {
				if p := r.placedBy(k - 1); p > 0 {
					return r.before(p)
				}
				return from, end, true
			}
			k--
		case from == k+1 && k > 0 && (r.joins(k) && r.nominal(k-1) || r.is(k, link) && r.name(k) == nil && r.common(k-1)):
			from = k
			k--
		case from == k+1 && k > 0 && r.low(k) == "to" && r.is(k-1, document): // "The letter to staff"
			from = k
			k--
		case from == k+1 && r.relates(k):
			from = k - 1
			k -= 2
		default:
			for from < end && (r.joins(from) || r.is(from, link) && r.name(from) == nil) {
				from++
			}
			if p := r.placedBy(k); p > 0 && from < end {
				return r.before(p) // "Parents gathered at the gate said"
			}
			return from, end, from < end
		}
	}
	return from, end, from < end
}

// placedBy returns the participle with which the preposition at k goes and that tells where people are, "residents [living] near the river", or where
// a paper is told, "a statement [read] out on television"; 0 for none.
func (r *reader) placedBy(k int) int {
	p := k - 1
	if r.low(p) == "out" {
		p--
	}
	if p < 1 || !r.common(p-1) {
		return 0
	}
	w := r.low(p)
	if r.low(k) == "to" && (w == "sent" || w == "submitted" || w == "addressed" || w == "delivered" || w == "given") && r.is(p-1, document) {
		return p // "the notices sent to the council list"
	}
	if r.tag(k) != "IN" || r.low(k) == "by" || r.is(p, sources) {
		return 0
	}
	if t := r.tag(p); t == "VBG" || t == "VBN" || t == "VBD" && (strings.HasSuffix(w, "ed") || p < k-1) {
		return p
	}
	return 0
}

// common reports a noun before a preposition, "the bombings [in] two towns", that the phrase goes on to.
func (r *reader) common(k int) bool {
	return k >= 0 && (strings.HasPrefix(r.tag(k), "NN") || r.name(k) != nil || r.is(k, figure)) && !r.is(k, day) && !r.is(k, pronoun)
}

// relates reports a preposition behind an adjective as in "people close [to] the inquiry", "people familiar [with] it".
func (r *reader) relates(k int) bool {
	switch r.low(k) {
	case "to":
		switch r.low(k - 1) {
		case "close", "loyal", "linked", "opposed", "allied", "sympathetic", "attached", "near":
			return r.nominal(k - 2)
		}
	case "with", "on", "about", "of", "in":
		switch r.low(k - 1) {
		case "familiar", "acquainted", "briefed", "aware", "involved", "knowledgeable":
			return r.nominal(k - 2)
		}
	}
	return false
}

// after returns where the noun phrase that begins at token start ends.
func (r *reader) after(start int) int {
	if r.is(start, pronoun) && !r.nounLike(start) {
		return start + 1
	}
	k := start
	for k < len(r.toks) {
		switch {
		case r.low(k) == "(" && k > start:
			shut := k + 1
			for shut < len(r.toks) && shut-k < 10 && r.low(shut) != ")" {
				shut++
			}
			if r.low(shut) != ")" || r.hasNumber(k, shut) {
				return k
			}
			k = shut + 1
		case k == start+1 && r.low(k) == "\"" && r.opens(start) && r.titled(k) > 0:
			k = r.titled(k)
		case r.nominal(k):
			if k > start && (r.opens(k) && !r.joins(k-1) && r.low(k-1) != "both" && r.low(k-1) != "all" || r.isNumber(k) && r.nominal(k-1) && !r.opens(k-1)) {
				return k
			}
			if r.is(k, verbs) && k > start && r.isVerb(k) || k > start && (r.low(k) == "last" || r.low(k) == "next" || r.low(k) == "this") && r.is(k+1, day) {
				return k // "a poll [last week]"
			}
			k++
		case r.joins(k) && k > start && r.nominal(k+1) && !r.is(k+1, day) && !r.isNumber(k+1) && !(r.low(k) == "in" && r.mediumAt(k+1)):
			if w := r.low(k); (w == "and" || w == "or" || w == "&") && !r.sourceWithin(k+1) {
				return k
			}
			k++
		default:
			return k
		}
	}
	return k
}

// titled returns the noun behind a title in quotation marks that opens at token k: "the “Dry Feet” [report]"; 0 for none.
func (r *reader) titled(k int) int {
	for n := k + 2; n < k+9 && n+1 < len(r.toks); n++ {
		if r.low(n) == "\"" {
			if r.is(n+1, document) {
				return n + 1
			}
			return 0
		}
	}
	return 0
}

// mediumAt reports whether a phrase such as "a statement" or "an interview" begins at token i.
func (r *reader) mediumAt(i int) bool {
	for k := i; k < i+5 && k < len(r.toks); k++ {
		if r.is(k, document|medium|figure) {
			return true
		}
		if !r.nominal(k) {
			return false
		}
	}
	return false
}

// sourceWithin reports whether a source's noun or name stands in the phrase that begins at token i, with no verb after it.
func (r *reader) sourceWithin(i int) bool {
	for k := i; k < i+6 && k < len(r.toks) && r.nominal(k); k++ {
		if r.sourceHead(k) {
			return true
		}
	}
	return false
}

// nominal reports whether token k may stand inside a noun phrase.
func (r *reader) nominal(k int) bool {
	if k < 0 || k >= len(r.toks) {
		return false
	}
	if r.name(k) != nil {
		return true
	}
	c := r.cls[k]
	if c&day != 0 && r.low(k+1) != "'s" && !r.dayInPhrase(k) || c&(subordinate|link) != 0 && c&sources == 0 {
		return false
	}
	if c&pronoun != 0 && !r.nounLike(k) {
		return false
	}
	if c&(person|group|body|document) != 0 && r.papersShow(k) {
		return true
	}
	if c&(person|group|body|document) != 0 && !(c&verbs != 0 && strings.HasPrefix(r.toks[k].Tag, "VB")) {
		return true
	}
	switch r.toks[k].Tag {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "DT", "PRP$", "POS", "CD", "FW":
		w := r.toks[k].Lower
		return w != "that" && w != "\"" && w != "•" && w != "|" && c&aux == 0 || w == "'s" && r.toks[k].Tag == "POS"
	case "RBS", "RBR":
		return r.tag(k-1) == "DT" && strings.HasPrefix(r.tag(k+1), "JJ") // "the most recent data"
	case "VBN", "VBG", "VBD":
		p := r.tag(k - 1)
		switch r.toks[k].Lower {
		case "managing", "acting", "supervising", "presiding", "commanding", "operating", "coordinating", "outgoing", "governing", "ruling":
			for n := k + 1; n < k+4 && (strings.HasPrefix(r.tag(n), "NN") || r.is(n, person|body)); n++ {
				if r.is(n, person|body) {
					return true // "acting Interior Minister Lucy Obi"
				}
			}
		}
		if r.toks[k].Tag == "VBG" && c&verbs == 0 && r.is(k+1, document|figure) && r.stop(k-1) {
			return true // "…, fundraising documents show"
		}
		return c&verbs == 0 && (p == "DT" || p == "JJ" || p == "PRP$" || p == "POS") && strings.HasPrefix(r.tag(k+1), "NN")
	}
	return r.toks[k].Lower == "&" || r.toks[k].Lower == "'s" && r.nominalWord(k-1)
}

// dayInPhrase reports a day or month set between an article and its noun: "a [February] survey", "the [Monday] count".
func (r *reader) dayInPhrase(k int) bool {
	if (r.low(k-1) == "'s" || r.tag(k-1) == "POS") && r.is(k+1, document) {
		return true // "the ministry's evening bulletin"
	}
	return r.opens(k-1) && r.tag(k-1) == "DT" && r.low(k-1) != "this" && !r.is(k+1, day) && (r.is(k+1, document|figure) || r.name(k+1) != nil) && r.tag(k) == "NNP"
}

func (r *reader) nominalWord(k int) bool {
	return k >= 0 && (r.name(k) != nil || strings.HasPrefix(r.tag(k), "NN"))
}

// nounLike reports that a word of the pronoun list opens a noun phrase: "that report", "one official", "these residents".
func (r *reader) nounLike(k int) bool {
	switch r.low(k) {
	case "this", "these", "those", "one", "someone", "that":
	default:
		return false
	}
	t := r.tag(k + 1)
	return (strings.HasPrefix(t, "NN") || t == "JJ" || r.is(k+1, sources)) && !r.is(k+1, verbs)
}

// opens reports whether token k opens a noun phrase: an article, "its", "some".
func (r *reader) opens(k int) bool {
	if k < 0 || k >= len(r.toks) || r.name(k) != nil {
		return false
	}
	switch r.toks[k].Tag {
	case "DT", "PRP$":
		return true
	}
	return false
}

// joins reports whether token k may stand between the parts of a noun phrase: "doctors [at] the hospital", "police [and] rescuers".
func (r *reader) joins(k int) bool {
	if k < 0 || k >= len(r.toks) || r.name(k) != nil {
		return false
	}
	switch r.toks[k].Lower {
	case "of", "for":
		return !r.is(k-1, day)
	case "and", "or", "&":
		return r.sourceHead(k - 1)
	}
	return r.cls[k]&link != 0 && r.sourceHead(k-1)
}

// sourceHead reports whether token k is a noun or name that can be credited.
func (r *reader) sourceHead(k int) bool {
	if k < 0 || k >= len(r.toks) {
		return false
	}
	return r.name(k) != nil || r.cls[k]&sources != 0
}

// stop reports whether token i parts clauses.
func (r *reader) stop(i int) bool {
	switch r.low(i) {
	case ",", ";", ":", ".", "—", "–", "\"", "?", "!", "|", "•", "…", "...":
		return true
	case "-":
		return true
	}
	return false
}
