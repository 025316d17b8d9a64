package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"crosstally/pipeline/feed"
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
			if err := printList(a, list, []column{{title: "source", wide: true}, {title: "articles", right: true}, {title: "claims", right: true}, {title: "first"}, {title: "last"}}, rows, nothingStored); err != nil || a.format != "table" {
				return err
			}
			feeds = slices.DeleteFunc(feeds, func(f lists.Feed) bool { return f.State == lists.FeedOK })
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

// feeds returns what is known of each feed, by its address.
func (a *app) feeds() (out []lists.Feed, err error) {
	err = a.withStore(func(s *store.Store) (err error) { out, err = lists.Feeds(s); return err })
	return out, err
}

func (a *app) printFeeds(feeds []lists.Feed) error {
	if a.format == "opml" {
		var list []feed.Outline
		for _, f := range feeds {
			list = append(list, feed.Outline{Title: f.Title, URL: f.Address})
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
		since, note := "", printable(f.Why)
		if f.Since != nil {
			since = day(f.Since)
		}
		if f.MovedTo != nil {
			note = strings.TrimSpace(note + " to " + printable(*f.MovedTo))
		}
		rows = append(rows, []string{printable(f.Address), f.State, since, day(f.LastSuccess), day(f.LastNew), note})
	}
	return printList(a, feeds, []column{{title: "feed", wide: true}, {title: "state"}, {title: "since"}, {title: "last success"}, {title: "last new"}, {title: "why", wide: true}}, rows, "No feed was read from the web yet. 'crosstally ingest URL' reads one.")
}
