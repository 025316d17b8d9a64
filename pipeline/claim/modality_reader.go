package claim

import (
	"strings"

	"crosstally/extractors"
)

// A modalReader marks the tokens of one sentence.
type modalReader struct {
	toks   []extractors.Token
	of     []Modality
	spoken bool // it tells or quotes somebody's words
	polled bool // it gives a projection

	settled []settled
}

// settled is a number whose own words give its modality.
type settled struct {
	from, to int
	m        Modality
}

func newModalReader(toks []extractors.Token) *modalReader {
	r := &modalReader{toks: toks, of: make([]Modality, len(toks)), spoken: tellsReport(toks)}
	for k := range r.of {
		r.of[k] = Asserted
		if toks[k].Lower == "\"" {
			r.spoken = true
		}
	}
	return r
}

// cueAt returns the longest cue that begins at token i, nil if none does.
func (r *modalReader) cueAt(i int) *modalCue {
	list := modalCues[r.toks[i].Lower]
	for k := range list {
		if matches(r.toks, i, list[k].words) {
			return &list[k]
		}
	}
	return nil
}

// cueOver returns the longest cue that begins at token i and where it ends, also one of two words between which a time stands: "pledged [last month]
// to", "are preparing [on Monday] to".
func (r *modalReader) cueOver(i int) (*modalCue, int) {
	c := r.cueAt(i)
	if c != nil && len(c.words) > 1 {
		return c, i + len(c.words)
	}
	k := i + 1
	if r.low(k) == "on" {
		k++
	}
	for k < i+4 && (timeWord[r.low(k)] || k > i+1 && timeWord[r.low(k-1)] && r.tag(k) == "NN") {
		k++
	}
	if k > i+1 && r.low(k) == "to" && r.low(k-1) != "on" && r.tag(k+1) == "VB" {
		list := modalCues[r.toks[i].Lower]
		for n := range list {
			if w := list[n].words; len(w) == 2 && w[1] == "to" {
				return &list[n], k + 1
			}
		}
	}
	if c == nil {
		return nil, i
	}
	return c, i + 1
}

func (r *modalReader) mark(from, to int, m Modality) {
	for k := max(0, from); k < to && k < len(r.of); k++ {
		if modalRank(m) > modalRank(r.of[k]) {
			r.of[k] = m
		}
	}
}

// markClause marks the subject of the verb group at token i and what follows up to token end, not an aside between them: "Schools,
// which have 900 pupils, will stay shut".
func (r *modalReader) markClause(i, end int, m Modality) {
	if from := r.subject(i); modalWords["subordinate"][r.low(from-1)] {
		end = r.mainFrom(i, end)
	}
	to := r.beforeAside(i)
	if r.low(to+1) == "of" {
		to = i // "a team, of 30 soldiers, will": the aside counts the subject
	}
	r.mark(r.subject(i), to, m)
	r.mark(i, end, m)
}

func (r *modalReader) low(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Lower
}

func (r *modalReader) tag(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Tag
}

// isNoun reports whether token i, a word that may be noun or verb, is a noun here.
func (r *modalReader) isNoun(i int) bool {
	if !strings.HasPrefix(r.tag(i), "NN") {
		return false
	}
	if r.tag(i) == "NNP" || r.tag(i) == "NNPS" {
		return true
	}
	switch p := r.tag(i - 1); {
	case p == "DT", p == "PRP$", p == "POS", p == "JJ", p == "IN":
		return true
	}
	return r.tag(i) == "NN" && r.tag(i-1) != "TO" && r.tag(i-1) != "MD"
}

func (r *modalReader) passive(i int) bool {
	k := i - 1
	for k >= 0 && i-k < 5 && (r.tag(k) == "RB" || r.low(k) == "also" || r.low(k) == "still") {
		k--
	}
	w := r.low(k)
	return w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" || w == "being" || w == "'re" || w == "'s" && r.tag(k) != "POS"
}

// verbForm reports whether token k is the plain form of a verb that the lexicon knows, whatever the tagger takes it for: "to close".
func (r *modalReader) verbForm(k int) bool {
	if t := r.tag(k); t != "NN" && t != "JJ" && t != "RB" {
		return false
	}
	for _, t := range terms[r.low(k)] {
		if (t.slot == objectSlot || t.slot == subjectSlot) && t.form == plainForm && len(t.tail) == 0 {
			return true
		}
	}
	return false
}

// properNoun reports a capitalised word in a headline whose other words are not all capitalised: the Kaya of "Thousands on the road to Kaya".
func (r *modalReader) properNoun(i int) bool {
	if c := r.toks[i].Text[0]; c < 'A' || c > 'Z' {
		return false
	}
	for k := range r.toks {
		if c := r.toks[k].Text[0]; k > 0 && len(r.toks[k].Text) > 3 && c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}
