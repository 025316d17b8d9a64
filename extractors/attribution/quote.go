package attribution

import (
	"strings"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// A quotation is what stands between quotation marks, over the sentences of one block: from the token behind the opening
// mark up to the closing mark. Where a block ends inside it, so does the quotation, and open says so.
type quotation struct {
	field       extractors.Field
	block       int
	first, last int // sentences
	from, to    int // tokens in the first and the last of them
	open        bool
}

// quotations finds the quotations of a document by block. Single marks count only in their curly form, ‘…’.
func quotations(d *extractors.Document) []quotation {
	var out []quotation
	var q *quotation
	single := false
	for si := range d.Sentences {
		s := &d.Sentences[si]
		if q != nil && (s.Block != q.block || s.Field != q.field) {
			last := &d.Sentences[si-1]
			q.last, q.to, q.open = si-1, len(last.Tokens), true
			if !single {
				out = append(out, *q)
			}
			q = nil
		}
		for k := range s.Tokens {
			t := s.Tokens[k].Text
			switch {
			case q == nil && (t == "“" || t == "\"" || t == "''" || t == "``" || t == "«" || t == "„" || t == "‘"):
				q = &quotation{field: s.Field, block: s.Block, first: si, from: k + 1}
				single = t == "‘"
			case q != nil && (!single && (t == "”" || t == "\"" || t == "''" || t == "»" || t == "“" && k > 0) || single && t == "’" && closes(s.Tokens, k)):
				q.last, q.to = si, k
				out = append(out, *q)
				q = nil
			}
		}
	}
	if q != nil && !single {
		q.last, q.to, q.open = len(d.Sentences)-1, len(d.Sentences[len(d.Sentences)-1].Tokens), true
		out = append(out, *q)
	}
	return out
}

// closes reports whether a single mark ends a quotation rather than a plural's possessive.
func closes(toks []extractors.Token, k int) bool {
	return k+1 >= len(toks) || toks[k+1].Start > toks[k].End || !isLetter(toks[k+1].Text[0])
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

// markQuoted marks the tokens of the sentence that stand in quotations. Quotations are read in order, sentences too.
func (r *reader) markQuoted() {
	for len(r.quotes) > 0 && r.quotes[0].last < r.s.Index {
		r.quotes = r.quotes[1:]
	}
	for n := range r.quotes {
		q := &r.quotes[n]
		if q.first > r.s.Index {
			break
		}
		from, to := q.within(r.s)
		for k := from; k < to; k++ {
			r.quoted[k] = true
		}
	}
}

// within returns the quotation's tokens in one of its sentences.
func (q *quotation) within(s *extractors.Sentence) (from, to int) {
	to = len(s.Tokens)
	if q.first == s.Index {
		from = q.from
	}
	if q.last == s.Index {
		to = q.to
	}
	return min(from, to), to
}

// speakers credits the quotations that end in the sentence just read: with the frame beside their closing mark, with the
// one that leads up to their opening mark, else, where a sentence begins with the quotation, with who spoke before it.
func (r *reader) speakers() {
	for n := range r.quotes {
		q := &r.quotes[n]
		if q.first > r.s.Index {
			break
		}
		if q.last != r.s.Index {
			continue
		}
		src, ok := r.speakerOf(q)
		if r.givenBy(q.to + 1) {
			continue // "the “more than 50” given by a diplomat"
		}
		if !ok || src.own {
			continue
		}
		for si := q.first; si <= q.last; si++ {
			s := &r.doc.Sentences[si]
			from, to := q.within(s)
			if from >= to {
				continue
			}
			c := Credit{Evidence: src.evidence, Sentence: si, Name: src.name, Speaker: src.speaker, Kind: "quote"}
			c.Rule = "attribution/quote"
			c.Scope = extractors.Span{Start: s.Tokens[from].Start, End: s.Tokens[to-1].End}
			r.credits = append(r.credits, c)
		}
		if src.kind == person || src.speaker != "" {
			src.sentence = r.s.Index
			r.memory.person = src
		}
		r.memory.any = src
		r.memory.quoted, r.memory.block, r.memory.open = src, q.block, q.open
	}
	if len(r.frames) > 0 {
		f := &r.frames[len(r.frames)-1]
		if !f.src.own && !f.src.numeric && f.src.name != "" && !r.quoted[f.verb] && !(f.src.kind == document && r.is(f.verb, give)) {
			r.memory.quoted, r.memory.block, r.memory.open = f.src, r.s.Block, false
		}
	}
}

// speakerOf returns who speaks a quotation that ends in the sentence being read.
func (r *reader) speakerOf(q *quotation) (source, bool) {
	// A frame outside the marks in the last sentence.
	best := -1
	for n := range r.frames {
		f := &r.frames[n]
		if r.quoted[f.verb] || r.cls[f.verb]&(say|tell|that|speech|according|citing) == 0 && r.low(f.verb) != ":" && !strings.HasPrefix(r.low(f.verb), "call") {
			continue
		}
		switch {
		case f.verb >= q.to && (best < 0 || r.frames[best].verb < q.to || f.verb < r.frames[best].verb):
			if f.verb-q.to < 25 {
				best = n
			}
		case q.first == r.s.Index && f.verb < q.from && f.right:
			if best < 0 || r.frames[best].verb < f.verb && r.frames[best].verb < q.from {
				best = n
			}
		}
	}
	if best >= 0 {
		return r.frames[best].src, true
	}
	if q.first < r.s.Index { // "X said: “P. Q.”": the frame stands in the first sentence
		for n := len(r.credits) - 1; n >= 0 && r.credits[n].Sentence >= q.first; n-- {
			c := &r.credits[n]
			if c.Sentence == q.first && c.Scope.End >= r.doc.Sentences[q.first].Tokens[min(q.from, len(r.doc.Sentences[q.first].Tokens)-1)].End {
				return source{evidence: c.Evidence, name: c.Name, speaker: c.Speaker, kind: person}, true
			}
		}
	}
	if r.s.Kind == article.Heading || r.s.Field == extractors.Title {
		return source{}, false
	}
	goesOn := r.memory.block == r.s.Block || r.memory.open && r.memory.block == r.s.Block-1 || r.memory.block == r.s.Block-1
	if q.from <= 1 && goesOn && r.memory.quoted.name != "" && r.memory.quoted.evidence.Field == r.s.Field {
		return r.memory.quoted, true
	}
	return source{}, false
}
