package desk

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosstally/pipeline/foreign"
	"crosstally/pipeline/lists"
	"crosstally/pipeline/plot"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

//go:embed web
var web embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"plot":     func(f reconcile.Fact) template.HTML { return template.HTML(plot.Fact(f)) }, // our own drawing, escaped there
	"voice":    reconcile.Source.Voice,
	"day":      func(s string) string { return s[:min(len(s), 10)] },
	"moment":   moment,
	"sentence": sentence,
	"web":      webAddress,
	"join":     strings.Join,
	"place":    func(s reconcile.Source) string { return articleAddress(s.URL, s.Field, s.Start) },
	"told":     func(t reconcile.Told) string { return articleAddress(t.URL, "text", t.Start) },
	"page":     func(u string) string { return articleAddress(u, "", -1) },
	"item": func(here, path, name string) any {
		return struct {
			Path, Name string
			Here       bool
		}{path, name, here == path}
	},
}).ParseFS(web, "web/*.html"))

// moment writes a time as its source gives it, in a form that is read at a glance: "2026-05-10 18:30:00 +02:00".
func moment(s string) string {
	day, clock, ok := strings.Cut(s, "T")
	if !ok || len(day) != len("2006-01-02") {
		return s
	}
	at := strings.IndexAny(clock, "Z+-")
	if at < 0 {
		return day + " " + clock
	}
	return day + " " + strings.TrimSuffix(clock[:at], ":00") + " " + strings.Replace(clock[at:], "Z", "UTC", 1)
}

// sentence begins with a capital.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// webAddress is a URL that a reader may follow, "" for any that is not of the web.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return u.String()
}

// articleAddress is where an article is shown, scrolled to a mention.
func articleAddress(u, field string, start int) string {
	q := url.Values{"url": {u}}
	if start < 0 {
		return "/article?" + q.Encode()
	}
	q.Set("at", strconv.Itoa(start))
	if field == "title" {
		q.Set("field", field)
	}
	return "/article?" + q.Encode() + "#" + anchorOf(field, start)
}

// A page is what the frame of each page shows.
type page struct {
	Title      string
	Here       string // the path in the menu
	Q          string // what is searched for
	Version    string
	Token      string
	CanWrite   bool
	CanRegroup bool
	Feed       string // address of the Atom feed of what is shown
	Body       any
}

// show renders a page whole before it sends any of it. What would be obeyed as a control or direction character is shown as text.
func (d *desk) show(w http.ResponseWriter, code int, name string, p page) error {
	p.Version, p.Token, p.CanWrite, p.CanRegroup = d.opt.Version, d.token, d.opt.Rule != nil, d.opt.Regroup != nil
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, p); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	_, _ = w.Write([]byte(foreign.Shown(b.String()))) // the reader may be gone
	return nil
}

// fail answers with an error: to a program as JSON, to a person as a page.
func (d *desk) fail(w http.ResponseWriter, r *http.Request, err error) {
	code := http.StatusInternalServerError
	switch {
	case errors.Is(err, errNoPage), errors.Is(err, store.ErrNoFact), errors.Is(err, store.ErrNoArticle), errors.Is(err, store.ErrNoRuling):
		code = http.StatusNotFound
	case errors.As(err, new(badRequest)), errors.Is(err, ruling.ErrNoFigure), errors.Is(err, ruling.ErrIncomplete):
		code = http.StatusBadRequest
	case errors.Is(err, errReadOnly), errors.Is(err, errToken):
		code = http.StatusForbidden
	case errors.Is(err, ruling.ErrContradicts):
		code = http.StatusConflict
	case errors.Is(err, store.ErrLocked), errors.Is(err, errIndexing):
		code = http.StatusServiceUnavailable
		w.Header().Set("Retry-After", "2")
	}
	if code == http.StatusInternalServerError {
		d.failed.Add(1)
	}
	if strings.HasPrefix(r.URL.Path, "/api/") {
		raw := foreign.JSON([]byte(`{"error":` + strconv.QuoteToASCII(err.Error()) + "}\n"))
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(code)
		_, _ = w.Write(raw)
		return
	}
	if serr := d.show(w, code, "error.html", page{Title: http.StatusText(code), Body: err.Error()}); serr != nil {
		http.Error(w, "this page cannot be shown", http.StatusInternalServerError)
	}
}

func (d *desk) factPage(w http.ResponseWriter, r *http.Request) error {
	told, err := d.told(r)
	if err != nil {
		return err
	}
	f := told.Fact
	v := struct {
		reconcile.Fact
		Meaning string
		Voices  int // mentions
		Copies  int // of them in copies
		History []lists.Step
		Picks   []string // what can be set apart: figures, then who says so
		Others  []reconcile.Fact
	}{Fact: f, Meaning: meaning[f.Verdict]}
	if d.opt.Regroup != nil {
		if v.Picks = picks(f); len(v.Picks) < 2 {
			v.Picks = nil
		}
		all, err := d.store.FactsOf(f.Story.ID)
		if err != nil {
			return err
		}
		v.Others = slices.DeleteFunc(all, func(o reconcile.Fact) bool { return o.ID == f.ID || o.Predicate != f.Predicate })
	}
	if n := len(told.History); n > 1 && told.History[0].Day() != told.History[n-1].Day() {
		v.History = told.History
	}
	for _, x := range f.Values {
		for _, s := range x.Sources {
			v.Voices++
			if s.CopiedFrom != "" {
				v.Copies++
			}
		}
	}
	return d.show(w, 200, "fact.html", page{Title: f.Question, Here: "/facts", Body: v})
}

// picks lists what of a fact can be set apart from the rest.
func picks(f reconcile.Fact) (out []string) {
	var voices []string
	for _, v := range f.Values {
		if fig := v.Figure(); !slices.Contains(out, fig) {
			out = append(out, fig)
		}
		for _, s := range v.Sources {
			if s.Source != "" && !slices.Contains(voices, s.Source) {
				voices = append(voices, s.Source)
			}
		}
	}
	if len(voices) > 1 {
		out = append(out, voices...)
	}
	return out
}

// meaning says in a few words what a verdict says.
var meaning = map[reconcile.Verdict]string{
	reconcile.Conflict:   "Sources give figures that cannot all be true.",
	reconcile.Updated:    "The figure changed with time.",
	reconcile.Agree:      "Sources give the same figure.",
	reconcile.Compatible: "The figures differ in precision, and can all be true.",
	reconcile.Single:     "One article alone gives a figure.",
}

func (d *desk) articlePage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	a, p, err := d.store.Page(q.Get("url"))
	if err != nil {
		return err
	}
	at, field := -1, cmp.Or(q.Get("field"), "text")
	if s := q.Get("at"); s != "" {
		if at, err = strconv.Atoi(s); err != nil {
			return badRequest{err}
		}
	}
	story, err := d.storyOf(a.Article.URL)
	if err != nil {
		return err
	}
	v := struct {
		Article  any
		Story    *reconcile.StoryRef
		Headline []piece
		Blocks   []block
		Fetched  string
		Content  string
		Claims   int
	}{Article: a.Article, Story: story, Claims: len(a.Claims), Content: p.Content}
	if !p.Fetched.IsZero() {
		v.Fetched = p.Fetched.Format("2006-01-02 15:04 MST")
	}
	inText, inTitle := at, -1
	if field == "title" {
		inText, inTitle = -1, at
	}
	title := a.Article.Title
	qf, qt := quoteAt(a, "title", title, inTitle)
	v.Headline = pieces(title, 0, len(title), sights(a, "title"), qf, qt)
	v.Blocks = blocks(a, inText)
	return d.show(w, 200, "article.html", page{Title: title, Here: "/stories", Body: v})
}

// storyOf names the story that tells of an article; nil where none does yet.
func (d *desk) storyOf(address string) (*reconcile.StoryRef, error) {
	id, err := d.store.StoryOf(address)
	if err != nil || id == "" {
		return nil, err
	}
	var ref *reconcile.StoryRef
	_, err = d.store.Told(id, func(t store.Telling) error {
		row, err := d.rows.of(t)
		if err == nil {
			ref = &reconcile.StoryRef{ID: row.ID, Title: row.Title}
		}
		return err
	})
	return ref, err
}

func (d *desk) style(w http.ResponseWriter, _ *http.Request) error {
	css, err := web.ReadFile("web/style.css")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, _ = w.Write(append(css, plot.Style...))
	return nil
}

func (d *desk) icon(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", "image/svg+xml")
	_, _ = w.Write([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 2v12M6 2v12M9 2v12M12 2v12M1 12 15 4" stroke="#0b62a4" stroke-width="1.5" fill="none"/></svg>`))
	return nil
}
