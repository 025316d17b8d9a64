package lists

import (
	"strings"
	"time"

	"crosstally/pipeline"
	"crosstally/pipeline/intake"
)

// The states of feeds.
const (
	FeedOK      = "ok"
	FeedFailing = "failing" // the last run could not read it
	FeedQuiet   = "quiet"   // nothing new for longer than quietAfter
	FeedMoved   = "moved"   // its server names another place for good
)

// quietAfter is how long a feed may give nothing new before that is said, counted back from the last run.
const quietAfter = 7 * 24 * time.Hour

// A Feed is what is known of one feed that was read from the web.
type Feed struct {
	Address     string  `json:"feed"`
	Title       string  `json:"title"`
	State       string  `json:"state"`
	LastSuccess *string `json:"last_success"` // null when it was never read
	LastNew     *string `json:"last_new"`     // when something of it was last stored
	Since       *string `json:"since"`        // since when it fails or has been quiet
	Class       *string `json:"class"`        // of the error, where it fails
	MovedTo     *string `json:"moved_to"`

	Why string `json:"-"` // the error in words, where it fails
}

// Notes is what feeds are read from.
type Notes interface {
	LastRun() (pipeline.RunRecord, error)
	Notes(prefix string, yield func(intake.Note) error) error
}

// Feeds returns what is known of each feed, by its address.
func Feeds(s Notes) (out []Feed, err error) {
	last, err := s.LastRun()
	if err != nil {
		return nil, err
	}
	err = s.Notes(intake.InputPrefix, func(n intake.Note) error {
		if n.Kind != intake.PageNote && (n.Kind == intake.FeedNote || !n.Failing.IsZero()) {
			out = append(out, feedOf(n, last.Ended))
		}
		return nil
	})
	return out, err
}

func feedOf(n intake.Note, now time.Time) Feed {
	f := Feed{Address: strings.TrimPrefix(n.Key, intake.InputPrefix), Title: n.Title, State: FeedOK, LastSuccess: moment(n.OK), LastNew: moment(n.LastNew), MovedTo: opt(n.Moved)}
	switch {
	case !n.Failing.IsZero():
		f.State, f.Since, f.Class = FeedFailing, moment(n.Failing), opt(string(n.Class))
		f.Why = strings.TrimPrefix(n.Why, "fetch "+f.Address+": ")
	case n.Moved != "":
		f.State = FeedMoved
	case !n.LastNew.IsZero() && now.Sub(n.LastNew) > quietAfter:
		f.State, f.Since = FeedQuiet, moment(n.LastNew)
	}
	return f
}

// moment writes a time, or nothing for none.
func moment(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return opt(t.UTC().Format(time.RFC3339))
}

// opt is nil for an empty string.
func opt(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
