package claim

import (
	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// Lists of demands: what stands behind "We demand:" or under "What we want".

// demandsBefore reports whether the line or heading before the list that a sentence is an item of says that somebody demands what is listed.
func demandsBefore(d *extractors.Document, s *extractors.Sentence) bool {
	k := s.Index - 1
	if k < 0 || d.Sentences[k].Block == s.Block && d.Sentences[k].Field == s.Field {
		return false // an item says first what is demanded, then why
	}
	for k >= 0 && d.Sentences[k].Kind == article.Item && d.Sentences[k].Field == s.Field {
		k--
	}
	if k < 0 || d.Sentences[k].Field != s.Field {
		return false
	}
	lead := &d.Sentences[k]
	if n := len(lead.Tokens); n == 0 || lead.Kind != article.Heading && lead.Tokens[n-1].Text != ":" {
		return false
	}
	r := newModalReader(lead.Tokens)
	for i := range r.toks {
		if c := r.cueAt(i); c != nil && (c.modality == Demanded || c.frame == frameWant) || modalWords["wish-demand"][r.low(i)] {
			return true
		}
	}
	return false
}

// demandItem marks the numbers of a listed demand: all before a verb that tells what was.
func (r *modalReader) demandItem() {
	end := 0
	for end < len(r.toks) && r.tag(end) != "VBD" && r.tag(end) != "VBZ" {
		end++
	}
	r.mark(0, end, Demanded)
}
