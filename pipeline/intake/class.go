package intake

import (
	"errors"

	"crosstally/pipeline/article"
	"crosstally/pipeline/feed"
	"crosstally/pipeline/fetch"
)

// A Class names why something was refused, for reports and for machines: those of package fetch and these. The list is stable.
type Class = fetch.Class

// The classes of what was brought and could not be used.
const (
	File      Class = "file"       // a local file or folder that cannot be read
	Empty     Class = "empty"      // nothing in it
	NotAFeed  Class = "not_a_feed" // neither a feed nor a page nor a list
	BrokenIn  Class = "broken"     // a feed, list or archive that cannot be read, or breaks off
	Partial   Class = "partial"    // a feed that was read in part
	NoLink    Class = "no_link"    // an entry without an address
	Record    Class = "record"     // a line of JSONL that is no record
	NoArticle Class = "no_article" // a page without the text of an article
	Budget    Class = "budget"     // a page that would cost too much to parse
	Forgotten Class = "forgotten"  // taken down earlier
	Fault     Class = "fault"      // of this program
)

// An Error is a refusal with its class.
type Error struct {
	Class Class
	Err   error
}

// Error says what the error that it holds says.
func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// ClassOf returns the class of a refusal.
func ClassOf(err error) Class {
	var own *Error
	switch e := fetchError(err); {
	case errors.As(err, &own):
		return own.Class
	case e != nil:
		return e.Class
	case errors.Is(err, article.ErrNoArticle):
		return NoArticle
	case errors.Is(err, article.ErrBudget):
		return Budget
	case errors.Is(err, feed.ErrNotAFeed):
		return NotAFeed
	case errors.Is(err, feed.ErrBroken):
		return BrokenIn
	}
	return File
}

func fetchError(err error) *fetch.Error {
	var e *fetch.Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}
