package export

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"strings"

	"crosstally/pipeline/foreign"
	"crosstally/pipeline/plot"
	"crosstally/pipeline/reconcile"
)

//go:embed bundle.css
var bundleCSS string

//go:embed bundle.html
var bundleHTML string

// ErrNoFacts is returned for a bundle of nothing.
var ErrNoFacts = errors.New("no such facts; 'crosstally facts' lists them")

var bundle = template.Must(template.New("bundle").Funcs(template.FuncMap{
	"shown": func(s any) string { return foreign.Shown(text(s)) },
	"plot":  func(f reconcile.Fact) template.HTML { return template.HTML(plot.Fact(f)) }, // our own drawing, escaped there
	"voice": reconcile.Source.Voice, "web": webAddress, "parted": parted, "inc": func(i int) int { return i + 1 },
}).Parse(bundleHTML))

// text makes a string of a string or a named one.
func text(s any) string {
	switch s := s.(type) {
	case string:
		return s
	case reconcile.Verdict:
		return string(s)
	}
	return ""
}

// A bundlePage is what the template shows.
type bundlePage struct {
	Title   string
	Policy  string
	Style   template.CSS
	Facts   []bundleFact
	Version string
}

type bundleFact struct {
	reconcile.Fact
	Values []bundleValue
}

type bundleValue struct {
	reconcile.Value
	Mentions []bundleMention
}

type bundleMention struct {
	reconcile.Source
	Article Article
}

// writeBundle writes one page that needs no other: quotes, addresses, hashes, times, plots. It has no script and loads
// nothing, which its policy tells the browser to hold it to.
func writeBundle(w io.Writer, in Input) error {
	p := bundlePage{Style: template.CSS(plot.Style + bundleCSS), Version: in.Version}
	hash := sha256.Sum256([]byte(p.Style))
	p.Policy = "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
	err := in.Facts(func(f reconcile.Fact) error {
		bf, err := in.bundleFact(f)
		p.Facts = append(p.Facts, bf)
		return err
	})
	if err != nil {
		return err
	}
	if len(p.Facts) == 0 {
		return ErrNoFacts
	}
	p.Title = p.Facts[0].Question
	return bundle.Execute(w, p)
}

func (in Input) bundleFact(f reconcile.Fact) (bundleFact, error) {
	out := bundleFact{Fact: f}
	for _, v := range f.Values {
		bv := bundleValue{Value: v}
		for _, s := range v.Sources {
			a, err := in.Article(s.URL)
			if err != nil {
				return out, err
			}
			bv.Mentions = append(bv.Mentions, bundleMention{s, a})
		}
		out.Values = append(out.Values, bv)
	}
	return out, nil
}

// A cut is a quote around its number.
type cut struct{ Before, Number, After string }

// parted finds the number in its quote; the whole quote stands before it when it is not there.
func parted(s bundleMention) cut {
	i := strings.Index(s.Quote, s.Text)
	if i < 0 || s.Text == "" {
		return cut{Before: s.Quote}
	}
	return cut{s.Quote[:i], s.Text, s.Quote[i+len(s.Text):]}
}
