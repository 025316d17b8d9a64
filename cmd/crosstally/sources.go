package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/pipeline"
	"crosstally/pipeline/feed"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/lists"
	"crosstally/store"
)

func (a *app) sources() *cobra.Command {
	onlyFeeds := false
	cmd := &cobra.Command{
		Use:     "sources",
		Short:   "list the publishers, with how much they gave and when last",
		Long:    "sources lists the publishers of the stored articles, then the feeds that fail, have gone quiet or have moved. --feeds lists all feeds,\nand --format opml writes them as a list for ingest.",
		Example: "  crosstally sources\n  crosstally sources --feeds",
		Args:    exactArgs(0, "no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			feeds, err := a.feeds()
			if err != nil {
				return err
			}
			if onlyFeeds || a.format == "opml" {
				return a.printFeeds(feeds)
			}
			list := []lists.Source{}
			if err := a.withStore(func(s *store.Store) (err error) { list, err = lists.Sources(s.Readings); return err }); err != nil {
				return err
			}
			var rows [][]string
			for _, x := range list {
				rows = append(rows, []string{printable(x.Source), strconv.Itoa(x.Articles), strconv.Itoa(x.Claims), x.First, x.Last})
			}
			if err := a.print(list, []column{{title: "source", wide: true}, {title: "articles", right: true}, {title: "claims", right: true}, {title: "first"}, {title: "last"}}, rows); err != nil || a.format != "table" {
				return err
			}
			feeds = slices.DeleteFunc(feeds, func(f feedRow) bool { return f.State == feedOK })
			if len(feeds) == 0 {
				return nil
			}
			fmt.Fprintln(a.out)
			return a.printFeeds(feeds)
		},
	}
	cmd.Flags().BoolVar(&onlyFeeds, "feeds", false, "list the feeds that were read, with their last success and what is wrong with them")
	return a.readsStore(cmd, "table|json|jsonl|csv|opml")
}

// The states of feeds.
const (
	feedOK      = "ok"
	feedFailing = "failing" // the last run could not read it
	feedQuiet   = "quiet"   // nothing new for longer than quietAfter
	feedMoved   = "moved"   // its server names another place for good
)

// quietAfter is how long a feed may give nothing new before that is said, counted back from the last run.
const quietAfter = 7 * 24 * time.Hour

// A feedRow is what is known of one feed that was read from the web.
type feedRow struct {
	Feed        string  `json:"feed"`
	Title       string  `json:"title"`
	State       string  `json:"state"`
	LastSuccess *string `json:"last_success"` // null when it was never read
	LastNew     *string `json:"last_new"`     // when something of it was last stored
	Since       *string `json:"since"`        // since when it fails or has been quiet
	Class       *string `json:"class"`        // of the error, where it fails
	MovedTo     *string `json:"moved_to"`

	why string // the error in words, where it fails
}

// feeds returns what is known of each feed, by its address.
func (a *app) feeds() (out []feedRow, err error) {
	err = a.withStore(func(s *store.Store) error {
		var last time.Time
		if err := s.Runs(func(r pipeline.RunRecord) bool { last = r.Ended; return false }); err != nil {
			return err
		}
		return s.Notes(intake.InputPrefix, func(n intake.Note) error {
			if n.Kind != intake.PageNote && (n.Kind == intake.FeedNote || !n.Failing.IsZero()) {
				out = append(out, newFeedRow(n, last))
			}
			return nil
		})
	})
	return out, err
}

func newFeedRow(n intake.Note, now time.Time) feedRow {
	f := feedRow{Feed: strings.TrimPrefix(n.Key, intake.InputPrefix), Title: n.Title, State: feedOK, LastSuccess: moment(n.OK), LastNew: moment(n.LastNew), MovedTo: opt(n.Moved)}
	switch {
	case !n.Failing.IsZero():
		f.State, f.Since, f.Class = feedFailing, moment(n.Failing), opt(string(n.Class))
		f.why = strings.TrimPrefix(n.Why, "fetch "+f.Feed+": ")
	case n.Moved != "":
		f.State = feedMoved
	case !n.LastNew.IsZero() && now.Sub(n.LastNew) > quietAfter:
		f.State, f.Since = feedQuiet, moment(n.LastNew)
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

func (a *app) printFeeds(feeds []feedRow) error {
	if a.format == "opml" {
		var list []feed.Outline
		for _, f := range feeds {
			list = append(list, feed.Outline{Title: f.Title, URL: f.Feed})
		}
		return feed.WriteOPML(a.out, "Feeds", list)
	}
	day := func(s *string) string {
		if s == nil {
			return "never"
		}
		return (*s)[:len("2006-01-02")]
	}
	var rows [][]string
	for _, f := range feeds {
		since, note := "", printable(f.why)
		if f.Since != nil {
			since = day(f.Since)
		}
		if f.MovedTo != nil {
			note = strings.TrimSpace(note + " to " + printable(*f.MovedTo))
		}
		rows = append(rows, []string{printable(f.Feed), f.State, since, day(f.LastSuccess), day(f.LastNew), note})
	}
	return a.print(feeds, []column{{title: "feed", wide: true}, {title: "state"}, {title: "since"}, {title: "last success"}, {title: "last new"}, {title: "why", wide: true}}, rows)
}
