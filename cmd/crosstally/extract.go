package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/fetch"
	"crosstally/pipeline/galley"
	"crosstally/pipeline/intake"
)

// inputFlags are the flags of the commands that read inputs.
type inputFlags struct {
	workers int
	private bool
	contact string
	delay   time.Duration
}

func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "pages read at once")
	cmd.Flags().BoolVar(&f.private, "allow-private", false, "fetch from loopback and private addresses too")
	cmd.Flags().StringVar(&f.contact, "contact", os.Getenv("CROSSTALLY_CONTACT"), "web or mail address under which servers may reach you (default $CROSSTALLY_CONTACT)")
	cmd.Flags().Lookup("contact").DefValue = ""
	cmd.Flags().DurationVar(&f.delay, "delay", time.Second, "between two requests to one host")
}

// check refuses what no server should be told, and numbers that mean nothing.
func (f *inputFlags) check(cmd *cobra.Command) error {
	if err := notNegative(cmd, "workers", "delay"); err != nil {
		return err
	}
	u, err := url.Parse(f.contact)
	if f.contact == "" || err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return nil
	}
	if _, err := mail.ParseAddress(f.contact); err != nil || strings.ContainsAny(f.contact, "<>\"()") {
		return usageError{fmt.Errorf("--contact %q is no web or mail address; give such as https://desk.example or desk@example.org", f.contact)}
	}
	return nil
}

// userAgent is how we name ourselves to servers.
func (f *inputFlags) userAgent() string {
	name := "crosstally/" + pipeline.Version()
	if f.contact == "" {
		return name
	}
	return name + " (+" + f.contact + ")"
}

// reader reads inputs, with what earlier runs learnt where there is a store.
func (f *inputFlags) reader(a *app, st pipeline.Store) (*intake.Reader, *pipeline.RobotsMemory) {
	opt := fetch.Options{UserAgent: f.userAgent(), AllowPrivate: f.private, HostDir: hostDir(), Delay: f.delay}
	if f.delay == 0 {
		opt.Delay = -1
	}
	if st == nil {
		return &intake.Reader{Client: fetch.New(opt), Stdin: a.in}, nil
	}
	robots := pipeline.NewRobotsMemory(st)
	opt.Robots = robots
	return &intake.Reader{Client: fetch.New(opt), Stdin: a.in, Memory: st}, robots
}

// hostDir is the folder through which runs at the same time keep one connection and delay for each host; "" where the user has none.
func hostDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "crosstally", "hosts")
}

const inputHelp = `INPUT is a feed (URL or file), an OPML list, an HTML page (URL or file), plain text (a .txt file), a folder of these, a JSONL file of articles, a WARC archive, or "-" for JSONL on standard input.`

func (a *app) extract() *cobra.Command {
	var in inputFlags
	var atOnce bool
	cmd := &cobra.Command{
		Use:   "extract [INPUT...]",
		Short: "read articles and print what they say, without a store",
		Long: "extract prints one JSON line for each article, in input order: title, text, names, dates and counts.\n" +
			"It prints when the last one is read: a copy's figures have the as-of day of the article that they were taken from.\n\n" + inputHelp,
		Example: "  crosstally extract page.html\n  crosstally extract - < articles.jsonl",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("'crosstally extract' wants an input; '-' reads JSONL from standard input")}
			}
			if err := in.check(cmd); err != nil {
				return err
			}
			enc := json.NewEncoder(shown{a.out})
			enc.SetEscapeHTML(false)
			if a.format == "json" {
				enc.SetIndent("", "  ")
			}
			print := func(r claim.Reading) error { return enc.Encode(printed(r)) }
			var kept galley.Galley
			defer kept.Close()
			take := kept.Add
			if atOnce {
				take = print
			}
			done, refused := 0, 0
			reader, _ := in.reader(a, nil)
			err := pipeline.Each(a.ctx, reader, args, in.workers, func(x pipeline.Result) error {
				if x.Err != nil {
					refused++
					a.complain(x.Err)
					return nil
				}
				if x.Known > 0 || x.Read {
					done++
				}
				if x.Reading.Article == nil {
					return nil
				}
				return take(x.Reading)
			})
			if err = errors.Join(err, kept.Print(print)); err != nil {
				return err
			}
			return verdictOnInputs(done, refused)
		},
	}
	in.add(cmd)
	cmd.Flags().BoolVar(&atOnce, "at-once", false, "print each article as soon as it is read; a copy then has the day of its own page")
	a.formatFlag(cmd, "jsonl", "json|jsonl")
	return cmd
}

// complain prints a failed input on stderr.
func (a *app) complain(err error) { fmt.Fprintln(a.err, "crosstally: "+printable(err.Error())) }

// verdictOnInputs is the exit code when some inputs failed.
func verdictOnInputs(done, refused int) error {
	switch {
	case refused == 0:
		return nil
	case done == 0:
		return exitError{code: exitNothing}
	}
	return exitError{code: exitPartial}
}

// An extraction is what extract prints of an article.
type extraction struct {
	URL            string               `json:"url"`
	Source         *string              `json:"source"`
	Title          string               `json:"title"`
	Byline         []string             `json:"byline"`
	Published      *string              `json:"published"`
	Modified       *string              `json:"modified"`
	Language       *string              `json:"language"`
	Text           string               `json:"text"`
	SyndicatedFrom *article.Syndication `json:"syndicated_from"`
	Names          []names.Mention      `json:"names"`
	Dates          []dateOut            `json:"dates"`
	Counts         []countOut           `json:"counts"`
	PublishedRaw   string               `json:"published_raw,omitempty"`  // the feed's date as written, where something is wrong with it
	PublishedFlag  string               `json:"published_flag,omitempty"` //
}

// dateOut prints an unresolved value as null.
type dateOut struct {
	dates.Mention
	Value *string `json:"value"`
}

// countOut prints a claim with null for what is absent.
type countOut struct {
	claim.Claim
	Predicate       *string `json:"predicate"`
	Place           *string `json:"place"`
	EventDate       *string `json:"event_date"`
	AsOf            *string `json:"as_of"`
	Attribution     *string `json:"attribution"`
	AttributionText *string `json:"attribution_text"`
	Speaker         *string `json:"speaker"`
	Frame           any     `json:"frame,omitempty"`
}

func printed(r claim.Reading) extraction {
	a := r.Article
	x := extraction{URL: a.URL, Source: opt(a.Source), Title: a.Title, Byline: orEmpty(a.Byline), Published: opt(a.Published), Modified: opt(a.Modified),
		Language: opt(a.Language), Text: a.Text, SyndicatedFrom: a.SyndicatedFrom, Names: orEmpty(r.Names), Dates: []dateOut{}, Counts: []countOut{}, PublishedRaw: a.PublishedRaw, PublishedFlag: a.PublishedFlag}
	for _, d := range r.Dates {
		x.Dates = append(x.Dates, dateOut{d, opt(d.Value)})
	}
	for _, c := range r.Claims {
		x.Counts = append(x.Counts, countOut{Claim: c, Predicate: opt(c.Predicate), Place: opt(c.Place), EventDate: opt(c.EventDate), AsOf: opt(c.AsOf),
			Attribution: opt(c.Attribution), AttributionText: opt(c.AttributionText), Speaker: opt(c.Speaker)})
	}
	return x
}

// opt is nil for an empty string, so that what is absent prints as null.
func opt(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
