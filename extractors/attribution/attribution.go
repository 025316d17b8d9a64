// Package attribution finds whom a text credits with what it says.
//
// In:  a Document with its names. Out: credits in document order; scopes may nest, the narrower one wins.
package attribution

import (
	"crosstally/extractors"
	"crosstally/extractors/names"
)

// A Credit is one source named by the text and the bytes that it answers for.
type Credit struct {
	extractors.Evidence                 // the words credited: "the ministry's emergency director"
	Sentence            int             // index in Document.Sentences
	Name                string          // canonical name of who is credited, else the words
	Speaker             string          // canonical name of the person who speaks, "" when none is named
	Scope               extractors.Span // bytes of the field that it answers for
	Kind                string          // "said", "according", "quote", "counted", "reported", "document"
	Denies              bool            // it rejects what stands in its scope
}

// Extract returns the credits in d. It never fails.
func Extract(d *extractors.Document, ns []names.Mention) []Credit { return nil }

// For returns the credit
func For(credits []Credit, f extractors.Field, s extractors.Span, sentence int) (Credit, bool) {
	return Credit{}, false
}

// SourceOfDenied returns the credit
func SourceOfDenied(credits []Credit, f extractors.Field, s extractors.Span, sentence int) (Credit, bool) {
	return Credit{}, false
}
