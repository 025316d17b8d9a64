package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"crosstally/pipeline"
	"crosstally/pipeline/claim"
	"crosstally/pipeline/foreign/foreigntest"
	"crosstally/pipeline/intake"
	"crosstally/pipeline/reconcile"
	"crosstally/pipeline/ruling"
	"crosstally/store"
)

// filled returns a store of inputs.
func filled(t testing.TB, inputs ...string) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	w, err := store.Create(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pipeline.Run(context.Background(), &intake.Reader{}, inputs, w, pipeline.Options{Refuse: func(x pipeline.Refusal) { t.Log("refused:", x) }}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// stories returns a desk over the shipped stories, which takes rulings.
func stories(t testing.TB) (*httptest.Server, *store.Store) {
	t.Helper()
	feeds, err := filepath.Glob("../../fixtures/stories/*/feed.xml")
	if err != nil || len(feeds) == 0 {
		t.Fatalf("found %d stories, err %v", len(feeds), err)
	}
	st := filled(t, feeds...)
	srv := httptest.NewServer(New(st, Options{Version: "test", Regroup: regrouping(st.Path()), Rule: func(fact string, kind ruling.Kind, what string, by ruling.Person) error {
		w, err := store.Create(st.Path(), 0)
		if err != nil {
			return err
		}
		defer w.Close()
		f, err := w.Fact(fact)
		if err != nil {
			return err
		}
		r, err := ruling.On(f, kind, what, by)
		if err == nil {
			_, err = pipeline.Rule(w, r, time.Now)
		}
		return err
	}}))
	t.Cleanup(srv.Close)
	return srv, st
}

// regrouping keeps rulings on what belongs together in a store.
func regrouping(path string) func(func(pipeline.Bench) (ruling.Ruling, error)) error {
	return func(decide func(pipeline.Bench) (ruling.Ruling, error)) error {
		w, err := store.Create(path, 0)
		if err != nil {
			return err
		}
		defer w.Close()
		r, err := decide(w)
		if err == nil {
			_, err = pipeline.Rule(w, r, time.Now)
		}
		return err
	}
}

// Claims set apart on a fact's page are a fact of their own, and one again when the two are made one.
func TestClaimsAreSetApartAndTogether(t *testing.T) {
	srv, st := stories(t)
	f := aConflict(t, st)
	_, page, _ := get(t, srv.URL+"/facts/"+f.ID)
	token := regexp.MustCompile(`name="token" value="([^"]+)"`).FindStringSubmatch(page)[1]
	send := func(path string, form url.Values) int {
		t.Helper()
		form.Set("token", token)
		resp, err := http.PostForm(srv.URL+path, form)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	last := f.Values[len(f.Values)-1].Figure()
	if !strings.Contains(page, "Set it apart") || !strings.Contains(page, "<option>"+last+"</option>") {
		t.Fatalf("no form to set %q apart", last)
	}
	holds := func() (facts int) {
		t.Helper()
		if err := st.Facts(func(x reconcile.Fact) error {
			if x.Story.ID == f.Story.ID && x.Predicate == f.Predicate && slices.ContainsFunc(x.Values, func(v reconcile.Value) bool { return v.Figure() == last }) {
				facts++
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return facts
	}
	if code := send("/facts/"+f.ID+"/split", url.Values{"apart": {"no such figure"}, "by": {"Ana"}}); code != 400 {
		t.Errorf("what is not there set apart: %d, want 400", code)
	}
	if code := send("/facts/"+f.ID+"/split", url.Values{"apart": {last}, "by": {"Ana"}, "why": {"another day"}}); code != 200 {
		t.Fatalf("set apart: %d", code)
	}
	var own string
	if err := st.Facts(func(x reconcile.Fact) error {
		if x.Story.ID == f.Story.ID && x.ID != f.ID && x.Question == f.Question && len(x.Values) > 0 && x.Values[0].Figure() == last {
			own = x.ID
		}
		return nil
	}); err != nil || own == "" || holds() == 0 {
		t.Fatalf("%q is no fact of its own; %v", last, err)
	}
	if code := send("/names/rule", url.Values{"kind": {"names merge"}, "name": {"Nobody Here"}, "other": {"Nobody There"}, "by": {"Ana"}}); code != 400 {
		t.Errorf("unknown names made one: %d, want 400", code)
	}
	if code := send("/names/rule", url.Values{"kind": {"accept"}, "name": {"x"}, "by": {"Ana"}}); code != 400 {
		t.Errorf("an unknown ruling on names: %d, want 400", code)
	}
}

// A morning's look at the sources says which feeds failed, and why.
func TestFeedsInTroubleAreNamed(t *testing.T) {
	srv, st := stories(t)
	if _, page, _ := get(t, srv.URL+"/sources"); strings.Contains(page, "<h2>Feeds") {
		t.Error("feeds are listed where none was read from the web")
	}
	w, err := store.Create(st.Path(), 0)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	if err := w.Remember([]intake.Note{
		{Key: intake.InputKey("https://desk.example/feed"), Kind: intake.FeedNote, Failing: now, Class: "tls", Why: "fetch https://desk.example/feed: certificate has <b>expired</b>"},
		{Key: intake.InputKey("https://post.example/feed"), Kind: intake.FeedNote, OK: now, LastNew: now},
	}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	_, page, _ := get(t, srv.URL+"/sources")
	if !strings.Contains(page, "https://desk.example/feed") || !strings.Contains(page, "certificate has &lt;b&gt;expired") || strings.Contains(page, "post.example/feed") {
		t.Error("the feed that failed is not named alone, with its reason")
	}
}

func get(t testing.TB, address string) (code int, body string, h http.Header) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(raw), resp.Header
}

// aConflict returns a conflict of the store.
func aConflict(t testing.TB, st *store.Store) (f reconcile.Fact) {
	t.Helper()
	if err := st.Facts(func(x reconcile.Fact) error {
		if x.Verdict == reconcile.Conflict && x.IndependentSources >= f.IndependentSources {
			f = x
		}
		return nil
	}); err != nil || f.ID == "" {
		t.Fatalf("no conflict; %v", err)
	}
	return f
}

func TestFromTheBriefToTheSentence(t *testing.T) {
	srv, st := stories(t)
	f := aConflict(t, st)
	_, brief, _ := get(t, srv.URL+"/")
	if !strings.Contains(brief, `href="/facts/`+f.ID+`"`) {
		t.Fatalf("the brief does not lead to conflict %s", f.ID)
	}
	_, fact, _ := get(t, srv.URL+"/facts/"+f.ID)
	for _, want := range []string{"<svg", "cannot both be true", "independent origins"} {
		if !strings.Contains(fact, want) {
			t.Errorf("the fact lacks %q", want)
		}
	}
	s := f.Values[0].Sources[0]
	code, article, _ := get(t, srv.URL+articleAddress(s.URL, s.Field, s.Start))
	if code != 200 || !strings.Contains(article, `id="`+anchorOf(s.Field, s.Start)+`"`) || !strings.Contains(article, "quoted") {
		t.Errorf("the article does not mark %q at %d", s.Text, s.Start)
	}
	if !strings.Contains(article, `href="/stories/`+f.Story.ID+`"`) {
		t.Error("the article does not lead to its story")
	}
}

// Every mention of every article is shown at its place, and the text around it is whole.
func TestArticlesShowEveryMention(t *testing.T) {
	_, st := stories(t)
	var all []claim.Reading
	if err := st.Readings(func(r claim.Reading) error { all = append(all, r); return nil }); err != nil || len(all) < 20 {
		t.Fatalf("%d articles, %v", len(all), err)
	}
	for _, r := range all {
		a := r.Article
		ids, text := map[string]bool{}, ""
		for _, b := range blocks(r, -1) {
			for _, p := range b.Pieces {
				text += p.Text
				for _, id := range p.Anchors {
					ids[id] = true
				}
			}
			text += "\n"
		}
		for _, cl := range r.Claims {
			if cl.Field == "text" && !ids[anchorOf("text", cl.Start)] {
				t.Errorf("%s: no anchor for %q at %d", a.URL, cl.Text, cl.Start)
			}
		}
		if squeeze(text) != squeeze(r.Article.Text) {
			t.Errorf("%s: the page's text is not the article's", a.URL)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestWhoMayAsk(t *testing.T) {
	srv, st := stories(t)
	f := aConflict(t, st)
	ask := func(method, path, host string, header map[string]string, form url.Values) int {
		req, err := http.NewRequest(method, srv.URL+path, strings.NewReader(form.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for k, v := range header {
			req.Header.Set(k, v)
		}
		if host != "" {
			req.Host = host
		}
		resp, err := http.DefaultTransport.RoundTrip(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	_, page, h := get(t, srv.URL+"/facts/"+f.ID)
	if csp := h.Get("Content-Security-Policy"); csp != policy || strings.Contains(csp, "unsafe") || strings.Contains(csp, "script") {
		t.Errorf("policy %q", csp)
	}
	m := regexp.MustCompile(`name="token" value="([^"]+)"`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("no form with a token")
	}
	good := url.Values{"token": {m[1]}, "kind": {"not-a-conflict"}, "by": {"Ana"}, "why": {"two different days"}}
	bad := url.Values{"token": {"guess"}, "kind": {"not-a-conflict"}, "by": {"Ana"}}
	rule := "/facts/" + f.ID + "/rule"
	for _, c := range []struct {
		name, method, path, host string
		header                   map[string]string
		form                     url.Values
		want                     int
	}{
		{"another name for this machine", "GET", "/", "evil.example", nil, nil, 403},
		{"another name with a port", "GET", "/api/facts", "evil.example:80", nil, nil, 403},
		{"a name that begins like ours", "GET", "/", "localhost.evil.example", nil, nil, 403},
		{"localhost", "GET", "/healthz", "localhost:1", nil, nil, 200},
		{"IPv6 loopback", "GET", "/healthz", "[::1]:8474", nil, nil, 200},
		{"write without a token", "POST", rule, "", nil, bad, 403},
		{"write from another site", "POST", rule, "", map[string]string{"Origin": "https://evil.example"}, good, 403},
		{"write from a sandboxed page", "POST", rule, "", map[string]string{"Origin": "null"}, good, 403},
		{"write across sites", "POST", rule, "", map[string]string{"Sec-Fetch-Site": "cross-site"}, good, 403},
		{"write by GET", "GET", rule, "", nil, good, 404},
		{"write without a name", "POST", rule, "", nil, url.Values{"token": {m[1]}, "kind": {"not-a-conflict"}}, 400},
		{"write of much", "POST", rule, "", nil, url.Values{"token": {m[1]}, "why": {strings.Repeat("x", maxBody)}}, 400},
		{"long address", "GET", "/?since=" + strings.Repeat("x", maxURL), "", nil, nil, 414},
		{"write from a page of ours", "POST", rule, "", map[string]string{"Origin": srv.URL, "Sec-Fetch-Site": "same-origin"}, good, 303},
	} {
		if got := ask(c.method, c.path, c.host, c.header, c.form); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	_, page, _ = get(t, srv.URL+"/facts/"+f.ID)
	if !strings.Contains(page, "two different days") {
		t.Error("the ruling is not on the fact's page")
	}
	readOnly := httptest.NewServer(New(st, Options{}))
	defer readOnly.Close()
	resp, err := http.PostForm(readOnly.URL+rule, good)
	if err != nil || resp.StatusCode != 403 {
		t.Errorf("a read-only desk: %v, %v", resp.StatusCode, err)
	}
	resp.Body.Close()
}

// Whatever a page wrote into title, publisher, address and text, nothing of it is active in page, API, feed or error.
func TestNothingOfASourceIsActive(t *testing.T) {
	payloads := foreigntest.Payloads()
	if len(payloads) < 300 {
		t.Fatalf("%d payloads, want 300", len(payloads))
	}
	var lines []byte
	for i, p := range payloads {
		rec := map[string]string{"url": fmt.Sprintf("https://a%d.example/x?%s", i, p), "source": p, "published": "2026-05-03", "title": p + " kills 12",
			"text": fmt.Sprintf("At least %d people died in Port Ellis on Saturday, %s said. %s", 12+i, p, p)}
		raw, err := json.Marshal(rec)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(append(lines, raw...), '\n')
	}
	file := filepath.Join(t.TempDir(), "bad.jsonl")
	if err := os.WriteFile(file, lines, 0o600); err != nil {
		t.Fatal(err)
	}
	st := filled(t, file)
	srv := httptest.NewServer(New(st, Options{}))
	defer srv.Close()
	articles, facts := 0, 0
	paths := []string{"/", "/facts", "/stories", "/sources", "/names", "/search?q=people", "/api/facts", "/api/brief", "/api/stories", "/api/names", "/api/sources", "/api/articles", "/feed.atom?verdict="}
	if err := st.Readings(func(r claim.Reading) error {
		if articles++; articles < 40 {
			paths = append(paths, "/api/articles?url="+url.QueryEscape(r.Article.URL))
		}
		paths = append(paths, articleAddress(r.Article.URL, "", -1))
		return nil
	}); err != nil || articles < 250 {
		t.Errorf("only %d articles stored, %v", articles, err)
	}
	if err := st.Stories(func(s reconcile.Story) error { paths = append(paths, "/stories/"+s.ID); return nil }); err != nil {
		t.Error(err)
	}
	if err := st.Facts(func(f reconcile.Fact) error {
		if facts++; facts < 60 {
			paths = append(paths, "/facts/"+f.ID)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	for _, p := range payloads {
		q := url.QueryEscape(p)
		paths = append(paths, "/search?q="+q, "/facts?verdict="+q, "/facts/"+url.PathEscape(p), "/api/facts/"+url.PathEscape(p), "/article?url="+q)
	}
	for _, p := range paths {
		_, body, h := get(t, srv.URL+p)
		if fault := foreigntest.Terminal(body); fault != "" {
			t.Errorf("%.80s: %s", p, fault)
		}
		if strings.HasPrefix(h.Get("Content-Type"), "text/html") {
			if fault := foreigntest.HTML(body); fault != "" {
				t.Errorf("%.80s: %s", p, fault)
			}
		}
	}
}

func TestTheDescriptionIsTrue(t *testing.T) {
	srv, st := stories(t)
	f := aConflict(t, st)
	_, doc, _ := get(t, srv.URL+"/api/openapi.json")
	var d struct {
		Paths map[string]map[string]struct {
			Responses map[string]struct {
				Content map[string]struct{ Schema map[string]any }
			}
		}
	}
	if err := json.Unmarshal([]byte(doc), &d); err != nil {
		t.Fatal(err)
	}
	for _, r := range routes() {
		method, path, _ := strings.Cut(strings.ReplaceAll(r.pattern, "{$}", ""), " ")
		op, ok := d.Paths[path][strings.ToLower(method)]
		if !ok {
			t.Errorf("%s is not described", r.pattern)
		}
		if method != "GET" || path == "/article" {
			continue
		}
		id := f.ID
		if strings.HasPrefix(path, "/stories/") {
			id = f.Story.ID
		}
		code, body, _ := get(t, srv.URL+strings.ReplaceAll(path, "{id}", id))
		if code != 200 {
			t.Errorf("%s: %d", path, code)
		}
		if r.returns == nil {
			continue
		}
		var got any
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		described(t, path, got, op.Responses["200"].Content["application/json"].Schema)
	}
}

// described checks that every field of an answer stands in its schema, with its type.
func described(t *testing.T, where string, got any, schema map[string]any) {
	t.Helper()
	is := func(name string) bool {
		if schema["type"] == name {
			return true
		}
		list, _ := schema["type"].([]any)
		for _, x := range list {
			if x == name {
				return true
			}
		}
		return false
	}
	kind := map[bool]string{}
	switch v := got.(type) {
	case map[string]any:
		kind[true] = "object"
		props, _ := schema["properties"].(map[string]any)
		for name, x := range v {
			s, ok := props[name].(map[string]any)
			if !ok {
				t.Errorf("%s.%s is not described", where, name)
				continue
			}
			described(t, where+"."+name, x, s)
		}
	case []any:
		kind[true] = "array"
		items, _ := schema["items"].(map[string]any)
		for _, x := range v {
			described(t, where+"[]", x, items)
		}
	case string:
		kind[true] = "string"
	case float64:
		kind[true] = "number"
	case bool:
		kind[true] = "boolean"
	case nil:
		kind[true] = "null"
	}
	if !is(kind[true]) {
		t.Errorf("%s is %s, described as %v", where, kind[true], schema["type"])
	}
}

func TestTheFeedIsReadByAFeedReader(t *testing.T) {
	srv, st := stories(t)
	conflicts := 0
	if err := st.Facts(func(f reconcile.Fact) error {
		if f.Verdict == reconcile.Conflict {
			conflicts++
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	_, body, _ := get(t, srv.URL+"/feed.atom")
	feed, err := gofeed.NewParser().ParseString(body)
	if err != nil {
		t.Fatal(err)
	}
	if len(feed.Items) != conflicts || feed.UpdatedParsed == nil {
		t.Errorf("%d entries, want %d; updated %v", len(feed.Items), conflicts, feed.Updated)
	}
	for _, it := range feed.Items {
		if code, _, _ := get(t, it.Link); code != 200 || it.GUID == "" {
			t.Errorf("entry %q leads to %s: %d", it.Title, it.Link, code)
		}
	}
}

// A desk shows what a run brings as soon as it is there.
func TestTheDeskFollowsTheStore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.jsonl")
	line := `{"url":"https://a.example/ferry","source":"Harbour News","published":"2026-05-03","title":"Ferry sinks","text":"At least 12 people died when a ferry sank off Port Ellis on Saturday, police said."}` + "\n"
	if err := os.WriteFile(file, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	st := filled(t, file)
	srv := httptest.NewServer(New(st, Options{}))
	defer srv.Close()
	if _, body, _ := get(t, srv.URL+"/sources"); !strings.Contains(body, "Harbour News") || strings.Contains(body, "Island Post") {
		t.Fatal("the first publisher is missing")
	}
	more := strings.NewReplacer("a.example", "b.example", "Harbour News", "Island Post", "At least 12", "Exactly 14").Replace(line)
	if err := os.WriteFile(file, []byte(more), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := store.Create(st.Path(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close() // as a night that goes on
	if _, err := pipeline.Run(context.Background(), &intake.Reader{}, []string{file}, w, pipeline.Options{Refuse: func(x pipeline.Refusal) { t.Error(x) }}); err != nil {
		t.Fatal(err)
	}
	if _, body, _ := get(t, srv.URL+"/sources"); !strings.Contains(body, "Island Post") {
		t.Error("a publisher that came while the desk was open is missing")
	}
}
