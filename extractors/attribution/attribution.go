// Package attribution finds whom a text credits with what it says.
//
// In:  a Document with its names. Out: credits by sentence; scopes may nest, the narrower one wins (For).
// "14 died, the ministry said" credits the ministry with its sentence, "nine according to the hospital" the hospital
// with that figure alone.
//
// Method: one pass over the tokens of each sentence. Words that report, count, show or demand (lexicon/verbs.tsv) trigger
// the rules of rules.go; a rule finds the noun phrase credited without a parser (phrase.go, subject.go), names it (source.go) and marks
// the clause that it answers for (scope.go). Quotations are read over whole blocks (quote.go). Pronouns and short forms
// ("it", "the ministry") go to who was last credited; nothing else is carried from sentence to sentence.
//
// Missed: sources told only by the story's drift ("The projection gave … The Greens stood at …"), and subjects that stand
// more than one inserted clause away from their verb.
//
// Start reading at Extract, then the rule table (rules.go).
package attribution

import (
	"sort"
	"strings"

	"crosstally/extractors"
	"crosstally/extractors/names"
)

// A Credit is one source named by the text and the bytes that it answers for.
type Credit struct {
	extractors.Evidence                 // the words credited: "the ministry's emergency director"; for a quotation that goes on, words of an earlier sentence
	Sentence            int             // index in Document.Sentences of the sentence that Scope lies in
	Name                string          // canonical name of who is credited, else the words
	Speaker             string          // canonical name of the person who speaks, "" when none is named
	Scope               extractors.Span // bytes of the field that it answers for
	Kind                string          // "said", "according", "quote", "counted", "document", "claim", "wanted"
	Denies              bool            // it rejects what stands in its scope
}

// Extract returns the credits in d, ordered by sentence. It never fails: what it cannot read is not credited.
func Extract(d *extractors.Document, ns []names.Mention) []Credit {
	r := newReader(d, ns)
	for i := range d.Sentences {
		r.read(&d.Sentences[i])
	}
	sort.SliceStable(r.credits, func(a, b int) bool { return r.credits[a].Sentence < r.credits[b].Sentence })
	return r.credits
}

// For returns the credit that answers for bytes s of a sentence: the one with the narrowest scope, the later of two equal ones, unless one that outranks
// it answers for them too.
func For(credits []Credit, f extractors.Field, s extractors.Span, sentence int) (Credit, bool) {
	c, ok := narrowest(credits, f, s, sentence, func(*Credit) bool { return true })
	if !ok {
		return c, false
	}
	if told, found := narrowest(credits, f, s, sentence, func(told *Credit) bool { return told.outranks(&c, s) }); found {
		return told, true
	}
	return c, true
}

// outranks reports that who tells of what somebody says, does or plans is credited with bytes s, and not who does it.
func (told *Credit) outranks(c *Credit, s extractors.Span) bool {
	after, said := s.End <= told.Start, told.Kind == "said"
	switch wanted := c.Kind == "wanted"; {
	case told.Kind == "quote":
		return c.Kind != "quote" && c.Kind != "according" && told.Scope.Contains(c.Span) // "“The hall has 300 seats,” X said"
	case wanted && told.Kind == "claim" && told.End <= c.Start:
		return true // "the union's claim that the firm plans to cut 640 jobs"
	case wanted || c.Rule == "attribution/counted":
		if (said || told.Kind == "according") && after && (wanted || !ofIts(told.Text)) {
			return true // "The firm plans to cut 640 jobs, the union said"
		}
	}
	switch c.Rule {
	case "attribution/gave", "attribution/put", "attribution/shown", "attribution/perceived":
		return (told.Kind == "according" || said && (c.Kind == "said" || !ofIts(told.Text))) && after // "The town had 115 cases, according to the union"
	}
	return false
}

// ofIts reports words for somebody who speaks for the body just named: "its spokesman".
func ofIts(words string) bool {
	w := strings.ToLower(words)
	return strings.HasPrefix(w, "its ") || strings.HasPrefix(w, "their ")
}

// SourceOfDenied returns whom a sentence names as the source of a figure that it denies: whose claim is rejected, not who
// rejects it.
func SourceOfDenied(credits []Credit, f extractors.Field, s extractors.Span, sentence int) (Credit, bool) {
	return narrowest(credits, f, s, sentence, func(c *Credit) bool { return c.Kind == "claim" || c.Kind == "reported" })
}

func narrowest(credits []Credit, f extractors.Field, s extractors.Span, sentence int, ok func(*Credit) bool) (Credit, bool) {
	best := -1
	from := sort.Search(len(credits), func(i int) bool { return credits[i].Sentence >= sentence })
	for i := from; i < len(credits) && credits[i].Sentence == sentence; i++ {
		c := &credits[i]
		if c.Field != f || !c.Scope.Contains(s) || !ok(c) || s.Start <= c.Start && s.End > c.Start { // "said [several] observers": no source counts itself
			continue
		}
		if best < 0 || c.Scope.End-c.Scope.Start <= credits[best].Scope.End-credits[best].Scope.Start {
			best = i
		}
	}
	if best < 0 || credits[best].Denies {
		return Credit{}, false
	}
	return credits[best], true
}
