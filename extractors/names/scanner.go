package names

import (
	"crosstally/extractors"
)

// A candidate is a run of tokens that may be a name.
type candidate struct {
	sent, from, to int
	typ            Type
	rule           string
	sure           sureness
	first          bool // its capital may be owed to its place in the sentence
	styled         bool // it stands in a line that capitalises everything
	the            bool // "the" stands before it
	key            string
	name, role     string
}

// Sureness is how far a candidate's type can be relied on.
type sureness uint8

const (
	open    sureness = iota // no evidence
	guess                   // weak evidence, which the rest of the document overrules
	good                    // evidence that types the same words elsewhere
	certain                 // a definition, a title, a full name of the lists
)

// A lock is a span settled before the words around it are read: an acronym's full form, a dateline.
type lock struct {
	from, to int
	typ      Type // "" for what is no name
	rule     string
}

// A scanner reads one document, sentence by sentence.
type scanner struct {
	doc   *extractors.Document
	g     *gazetteer
	cands []candidate
	later []int             // sentences in titles' or headings' style, read when the prose is known
	alias map[string]string // key of an acronym -> full name
	index *evidence

	things  map[string]bool // keys of products: "QuickBrew 5"
	vessels map[string]bool // keys of vessels' names of several words

	// The sentence being read.
	sent   int
	toks   []extractors.Token
	words  []*word
	shapes []shape
	style  style
	locks  []lock
	role   span // the role phrase just read, which a name may follow
}

type span struct{ from, to int }

func newScanner(d *extractors.Document, g *gazetteer) *scanner {
	return &scanner{doc: d, g: g, alias: map[string]string{}, things: map[string]bool{}, vessels: map[string]bool{}}
}

// sentence reads sentence i, or puts it off when its capitals say nothing.
func (s *scanner) sentence(i int) {
	s.load(i)
	if s.style != prose {
		s.later = append(s.later, i)
		return
	}
	s.run()
}

func (s *scanner) load(i int) {
	s.sent, s.toks = i, s.doc.Sentences[i].Tokens
	s.words, s.shapes = s.words[:0], s.shapes[:0]
	for k := range s.toks {
		s.words = append(s.words, s.wordAt(k))
		s.shapes = append(s.shapes, s.shape(k))
	}
	s.style = s.styleOf()
	s.role = span{-1, -1}
}

// wordAt looks token k up. What is short for a month or weekday is none where no number or stop stands beside it: "Mar Quorro".
func (s *scanner) wordAt(k int) *word {
	w := s.g.lookup(s.toks[k].Lower)
	if w.class&calendar == 0 || len(s.toks[k].Lower) != 3 || k+1 >= len(s.toks) || shapeOf(s.toks[k+1].Text) != capital || w.class&starter != 0 {
		return w
	}
	if next := s.g.lookup(s.toks[k+1].Lower).class; next&calendar != 0 || k > 0 && (allDigits(s.toks[k-1].Text) || s.toks[k-1].Text == "," || s.toks[k-1].Text == "(") {
		return w
	}
	plain := *w
	plain.class &^= calendar
	return &plain
}

// run walks the sentence from left to right; each step settles at least one token.
func (s *scanner) run() {
	s.locks = s.locks[:0]
	s.definitions()
	s.dateline()
	s.quotedTitles()
	for i := 0; i < len(s.toks); {
		if l := s.lockAt(i); l != nil {
			if l.typ != "" {
				s.emit(i, l.to, l.typ, l.rule, certain)
			}
			i = l.to
			continue
		}
		if !s.opens(i) {
			i++
			continue
		}
		next := s.step(i)
		if next <= i {
			next = i + 1
		}
		if n := len(s.cands); n > 0 && s.cands[n-1].sent == s.sent {
			next = max(next, s.cands[n-1].to) // the numeral of a reign
		}
		i = next
	}
}

// verb reports a verb in small letters at k, by its tag.
func (s *scanner) verb(k int) bool {
	if !s.is(k, small) {
		return false
	}
	t := s.toks[k].Tag
	return t == "MD" || t == "VBD" || t == "VBZ" || t == "VBP"
}

// key is the candidate's words folded and joined by spaces.
func (s *scanner) key(from, to int) string {
	if to == from+1 {
		return Fold(s.toks[from].Lower)
	}
	b := make([]byte, 0, 40)
	for k := from; k < to; k++ {
		if k > from {
			b = append(b, ' ')
		}
		b = append(b, Fold(s.toks[k].Lower)...)
	}
	return string(b)
}

func (s *scanner) text(r span) string {
	f := s.doc.Field(s.doc.Sentences[s.sent].Field)
	return f[s.toks[r.from].Start:s.toks[r.to-1].End]
}

// lower returns the folded token i, "" outside the sentence.
func (s *scanner) lower(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Lower
}

func (s *scanner) class(i int) class {
	if i < 0 || i >= len(s.toks) {
		return 0
	}
	return s.words[i].class
}

// is reports whether token i has one of the shapes.
func (s *scanner) is(i int, shapes ...shape) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	for _, x := range shapes {
		if s.shapes[i] == x {
			return true
		}
	}
	return false
}

// nameToken reports whether token i is written as part of a name.
func (s *scanner) nameToken(i int) bool { return s.is(i, capital, upper, initial, mixed) }

func (s *scanner) lockAt(i int) *lock {
	for k := range s.locks {
		if s.locks[k].from == i {
			return &s.locks[k]
		}
	}
	return nil
}

func (s *scanner) possessive(k int) bool {
	switch s.lower(k) {
	case "'s":
		return true
	case "'":
		return k > 0 && s.toks[k].Start == s.toks[k-1].End
	}
	return false
}

// inPlace reports a preposition of place at token k, or a verb that takes a place: "in", "reached".
func (s *scanner) inPlace(k int) bool {
	if s.class(k)&inPlace == 0 {
		return false
	}
	if s.shapes0(k) == small {
		return true
	}
	if s.shapes0(k) != capital || !s.startsSentence(k) { // "In Vortova, 900 metres away, it rained"
		return false
	}
	switch s.lower(k) {
	case "in", "at", "near", "outside", "around", "across", "inside", "throughout":
		return true
	}
	return false
}

// shapes0 is the shape of token k, mark outside the sentence.
func (s *scanner) shapes0(k int) shape {
	if k < 0 || k >= len(s.shapes) {
		return mark
	}
	return s.shapes[k]
}
