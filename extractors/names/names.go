// Package names finds the persons, organisations and places that a document names.
//
// In:  an extractors.Document. Out: mentions in document order, none overlapping, titles and role words,
// possessive 's and a leading "the" outside the span; every mention carries the canonical name of who is meant.
//
// Method: runs of capitalised words are cut into candidates by word lists and patterns (candidates.go, runs.go), typed by a
// sieve of rules, the surest first (sieve.go), and what stays open is typed by the rest of the document (evidence.go, settle.go): a
// full form elsewhere, an acronym's definition, the same words mid-sentence. Short forms join their full form (coreference.go).
// Roles answers whom "the prime minister" means; Similar and Key compare spellings across documents (variants.go).
//
// What it misses: names in lower case, names of works, a place or body that the lists do not hold and no word near it gives away.
//
// Start reading at Extract, then scanner.run (candidates.go) and the table in sieve.go.
package names

import "crosstally/extractors"

// Type is what a name stands for.
type Type string

// The types of names.
const (
	Person Type = "PERSON"
	Org    Type = "ORG"
	Place  Type = "PLACE"
)

// A Mention is one occurrence of a name.
type Mention struct {
	extractors.Evidence
	Sentence int    `json:"-"` // index in Document.Sentences
	From     int    `json:"-"` // its tokens in that sentence: [From,To)
	To       int    `json:"-"`
	Type     Type   `json:"type"`
	Name     string `json:"name"` // canonical name in the document: the fullest form
	Role     string `json:"role"` // "Prime Minister", "" when none is given
}

// Extract returns the names in d. It never fails: text it cannot read is not a name.
func Extract(d *extractors.Document) []Mention {
	s := newScanner(d, sharedGazetteer())
	s.findVessels()
	for i := range d.Sentences {
		s.sentence(i)
	}
	s.resolve()
	s.sides()
	s.canonise()
	out := make([]Mention, 0, len(s.cands))
	for i := range s.cands {
		if c := &s.cands[i]; c.typ != "" {
			out = append(out, s.mention(c))
		}
	}
	return out
}

func (s *scanner) mention(c *candidate) Mention {
	sent := &s.doc.Sentences[c.sent]
	start, end := sent.Tokens[c.from].Start, sent.Tokens[c.to-1].End
	return Mention{
		Evidence: s.doc.Evidence(sent.Field, start, end, "names/"+c.rule),
		Sentence: c.sent, From: c.from, To: c.to, Type: c.typ, Name: c.name, Role: c.role,
	}
}
