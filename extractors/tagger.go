package extractors

import "math/bits"

// A tagger gives part-of-speech tags with prose's averaged perceptron, over integer tables.
//
// prose looks up fourteen strings a token, built by concatenation; here a word is looked up once and leads to the
// rows of all features that it takes part in. Weights are prose's, in thousandths, so that sums are exact and the same
// on every machine. Where classes tie, prose takes one at random and we the first in its list.
type tagger struct {
	tags  []string         // by tag id; prose's classes first
	known map[string]uint8 // forms with one tag whatever stands beside them
	words map[string]*word // by normalised form, also prose's marks for the ends of a sentence

	entries  []int32             // weight<<classBits | class
	bias     row                 //
	first    [256]row            // by first byte of the form
	suffixes map[uint32]suffixes // by suffixKey
	back1    []row               // by tag id of the word before
	back2    []row               // by tag id of the word before that
	backs    []row               // by both: back1*len(tags)+back2
	pairTags []uint8             // tags of the word before, in the ranges of word.pairs
	pairRows []row               //

	hyphenated, year, digits  *word // what prose writes for such words
	none, start, start2, dash uint8 // tag ids
	noun                      uint8
	ends                      [4]*word // -START-, -START2-, -END-, -END2-
}

const (
	classBits = 6
	classMask = 1<<classBits - 1
)

// A row is the weights of one feature: entries[from:to], and the set of classes that occur there.
type row struct {
	from, to uint32
	classes  uint64
}

// A word is the rows of the features that one normalised form takes part in, by where it stands from the token.
type word struct {
	here, left1, left2, right1, right2 row
	pairs                              [2]uint32 // range of pairTags, for this word after a tag
	suffix                             suffixes
}

// suffixes are the rows of a suffix, by where its word stands.
type suffixes struct{ here, left1, right1 row }

// A context is what prediction needs of one token.
type context struct {
	word *word    // nil when no feature knows the form
	suf  suffixes // of the normalised form
}

// A sum adds up the weights of the features that hold.
type sum struct {
	scores  [1 << classBits]int32
	classes uint64
}

func (s *sum) add(entries []int32, r row) {
	for _, e := range entries[r.from:r.to] {
		s.scores[e&classMask] += e >> classBits
	}
	s.classes |= r.classes
}

// best returns the class with the highest sum, the first of equals, and whether there were equals.
func (s *sum) best() (class uint8, tie bool) {
	top := int32(-1 << 31)
	for m := s.classes; m != 0; m &= m - 1 {
		c := bits.TrailingZeros64(m)
		switch x := s.scores[c]; {
		case x > top:
			top, class, tie = x, uint8(c), false
		case x == top:
			tie = true
		}
	}
	return class, tie
}

// tag sets the Tag of every token of one sentence; a token that has one keeps it. forms are the tokens as prose writes them.
// It returns the index of the first token whose class was a tie, len(toks) when there was none.
func (t *tagger) tag(toks []Token, forms []string, ctx []context) (tied int) {
	ctx[0], ctx[1] = t.contextOf(t.ends[0]), t.contextOf(t.ends[1])
	for i, f := range forms {
		ctx[i+2] = t.context(f, toks[i].Lower)
	}
	ctx[len(forms)+2], ctx[len(forms)+3] = t.contextOf(t.ends[2]), t.contextOf(t.ends[3])
	tied = len(toks)
	p1, p2 := t.start, t.start2
	for i := range toks {
		id, ok := t.fixed(toks[i].Tag, forms[i])
		if !ok {
			var tie bool
			if id, tie = t.predict(ctx[i:i+5], forms[i], p1, p2); tie {
				tied = min(tied, i)
			}
		}
		toks[i].Tag = t.tags[id]
		p2, p1 = p1, id
	}
	return tied
}

// fixed returns the tag of a token that needs no prediction.
func (t *tagger) fixed(tag, form string) (uint8, bool) {
	switch {
	case tag == "CD":
		return t.known["million"], true
	case form == "-":
		return t.dash, true
	case form == "0" || form == "*":
		return t.none, true
	case looksLikeLink(form):
		return t.noun, true
	}
	id, ok := t.known[form]
	return id, ok
}

// predict scores the token in the middle of five contexts.
func (t *tagger) predict(ctx []context, form string, p1, p2 uint8) (uint8, bool) {
	var s sum
	s.add(t.entries, t.bias)
	s.add(t.entries, t.suffixes[suffixKey(form)].here)
	s.add(t.entries, t.first[form[0]])
	s.add(t.entries, t.back1[p1])
	s.add(t.entries, t.back2[p2])
	s.add(t.entries, t.backs[int(p1)*len(t.tags)+int(p2)])
	if w := ctx[2].word; w != nil {
		s.add(t.entries, w.here)
		for k := w.pairs[0]; k < w.pairs[1]; k++ {
			if t.pairTags[k] == p1 {
				s.add(t.entries, t.pairRows[k])
				break
			}
		}
	}
	s.add(t.entries, ctx[1].suf.left1)
	s.add(t.entries, ctx[3].suf.right1)
	if w := ctx[1].word; w != nil {
		s.add(t.entries, w.left1)
	}
	if w := ctx[0].word; w != nil {
		s.add(t.entries, w.left2)
	}
	if w := ctx[3].word; w != nil {
		s.add(t.entries, w.right1)
	}
	if w := ctx[4].word; w != nil {
		s.add(t.entries, w.right2)
	}
	return s.best()
}

func (t *tagger) contextOf(w *word) context { return context{w, w.suffix} }

// context looks a form up under the name that prose gives it.
func (t *tagger) context(form, lower string) context {
	switch {
	case hyphenInside(form):
		return t.contextOf(t.hyphenated)
	case isYearForm(form):
		return t.contextOf(t.year)
	case isDigit(form[0]):
		return t.contextOf(t.digits)
	case form == "``" || form == "''" || form == "--" || form == "...": // signs that are written otherwise in the text
		lower = form
	}
	if w := t.words[lower]; w != nil {
		return t.contextOf(w)
	}
	return context{nil, t.suffixes[suffixKey(lower)]}
}

func hyphenInside(s string) bool {
	if s[0] == '-' {
		return false
	}
	for k := 1; k < len(s); k++ {
		if s[k] == '-' {
			return true
		}
	}
	return false
}

// isYearForm reports four bytes that strconv.Atoi reads: prose's idea of a year.
func isYearForm(s string) bool {
	if len(s) != 4 || !isDigit(s[1]) || !isDigit(s[2]) || !isDigit(s[3]) {
		return false
	}
	return isDigit(s[0]) || s[0] == '+' || s[0] == '-'
}

// suffixKey packs the last three bytes of s and how many there are.
func suffixKey(s string) uint32 {
	n := len(s)
	if n >= 3 {
		return 3<<24 | uint32(s[n-3])<<16 | uint32(s[n-2])<<8 | uint32(s[n-1])
	}
	key := uint32(n) << 24
	for k := range n {
		key |= uint32(s[k]) << (8 * k)
	}
	return key
}

// looksLikeLink reports what prose takes for a web or mail address and tags as a noun: a stop after a small letter,
// digit, stop or hyphen, with two more characters behind it, so also "3.25" and "7.45am".
func looksLikeLink(s string) bool {
	if s[0] == '@' {
		return true
	}
	for k := 1; k < len(s); k++ {
		if s[k] == '@' && k+1 < len(s) {
			return true
		}
		if s[k] != '.' || k+2 >= len(s) {
			continue
		}
		if b := s[k-1]; b >= 'a' && b <= 'z' || isDigit(b) || b == '.' || b == '-' {
			for j := k + 2; j < len(s); j++ {
				if !endsLink[s[j]] {
					return true
				}
			}
		}
	}
	return false
}

// endsLink holds the marks that no address ends with.
var endsLink = func() (set [256]bool) {
	for _, b := range []byte("!()[]{};:'\".,<>? \t") {
		set[b] = true
	}
	return set
}()

// Finite reports whether a tag is a finite verb's or a modal's.
func Finite(tag string) bool {
	switch tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}
