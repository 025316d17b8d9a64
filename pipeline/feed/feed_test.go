package feed

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

const place = "https://desk.example/news/feed.xml"

func rssFeed(items ...string) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coast desk</title><link>https://desk.example/</link>` +
		strings.Join(items, "\n") + `</channel></rss>`
}

func item(n int) string {
	return fmt.Sprintf(`<item><title>Boat %d</title><link>https://desk.example/%d</link><guid>g%d</guid><pubDate>Wed, 04 Mar 2026 10:0%d:00 +0100</pubDate></item>`, n, n, n, n%10)
}

func titles(f Feed) string {
	var out []string
	for _, e := range f.Entries {
		out = append(out, e.Title)
	}
	return strings.Join(out, "|")
}

func TestDialects(t *testing.T) {
	for name, data := range map[string]string{
		"rss": rssFeed(item(1)),
		"atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast desk</title><entry><title>Boat 1</title><id>g1</id><link rel="self" href="/x"/><link href="https://desk.example/1"/>
			<published>2026-03-04T10:01:00+01:00</published></entry></feed>`,
		"rdf": `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coast desk</title></channel>
			<item rdf:about="https://desk.example/1"><title>Boat 1</title><link>https://desk.example/1</link><dc:date>2026-03-04T10:01:00+01:00</dc:date></item></rdf:RDF>`,
		"json": `{"version":"https://jsonfeed.org/version/1.1","title":"Coast desk","items":[{"id":"g1","url":"https://desk.example/1","title":"Boat 1","date_published":"2026-03-04T10:01:00+01:00"}]}`,
		"sitemap": `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://desk.example/1</loc>
			<news:news><news:publication><news:name>Coast desk</news:name></news:publication><news:publication_date>2026-03-04T10:01:00+01:00</news:publication_date><news:title>Boat 1</news:title></news:news></url></urlset>`,
	} {
		f, err := Parse([]byte(data), place)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(f.Entries) != 1 || f.Partial {
			t.Errorf("%s: got %+v", name, f)
			continue
		}
		e := f.Entries[0]
		if e.Title != "Boat 1" || e.Link != "https://desk.example/1" || e.URL != e.Link || e.Published != "2026-03-04T10:01:00+01:00" || e.DateFlag != DateGood {
			t.Errorf("%s: got %+v", name, e)
		}
		if name != "sitemap" && f.Title != "Coast desk" || name == "sitemap" && e.Source != "Coast desk" {
			t.Errorf("%s: title %q, source %q", name, f.Title, e.Source)
		}
	}
}

func TestSourceOfEntry(t *testing.T) {
	f, err := Parse([]byte(rssFeed(`<item><title>A</title><link>/a</link><source url="https://wire.example/rss">The Wire</source></item>`, item(2))), place)
	if err != nil || len(f.Entries) != 2 || f.Entries[0].Source != "The Wire" || f.Entries[1].Source != "" || f.Entries[0].Link != "https://desk.example/a" {
		t.Errorf("got %+v, %v", f, err)
	}
}

// Feed 24: what is no feed says so.
func TestNotAFeed(t *testing.T) {
	for name, data := range map[string]string{
		"empty": "", "spaces": " \n\t", "page": "<!doctype html><html><body><p>x", "null": "null", "list": "[]", "pdf": "%PDF-1.7 \x00\x01", "image": "\x89PNG\r\n\x1a\n",
		"text": "Nine boats left.", "other JSON": `{"a":1}`, "other XML": "<note><to/></note>", "number": "{", "lone bracket": "<",
	} {
		f, err := Parse([]byte(data), place)
		if !errors.Is(err, ErrNotAFeed) {
			t.Errorf("%s: got %+v, error %v, want %v", name, f, err, ErrNotAFeed)
		}
	}
}

// Feed 25, 28, 30, and what gofeed refuses whole: entries that are whole are kept and the feed is marked.
func TestBrokenFeedsGiveWholeEntries(t *testing.T) {
	full := rssFeed(item(1), item(2), item(3))
	jsonItems := `{"version":"https://jsonfeed.org/version/1.1","title":"Desk","items":[{"id":"1","title":"Boat 1","url":"/1"},`
	for _, c := range []struct {
		name, data, want string
		partial          bool
		leftOut          int
	}{
		{"cut in the third", full[:strings.Index(full, "Boat 3")+3], "Boat 1|Boat 2", true, 1},
		{"cut between", full[:strings.Index(full, "<item><title>Boat 3")], "Boat 1|Boat 2", true, 0},
		{"cut before the end tags", strings.TrimSuffix(full, "</channel></rss>"), "Boat 1|Boat 2|Boat 3", true, 0},
		{"unclosed CDATA", rssFeed(item(1), `<item><title><![CDATA[Boat 2</title></item>`, item(3)), "Boat 1|Boat 3", true, 1},
		{"item without end", rssFeed(item(1), `<item><title>Boat 2</title>`, item(3)), "Boat 1|Boat 3", true, 1},
		{"bad byte in a title", rssFeed(item(1), strings.Replace(item(2), "Boat", "B\xffoat\x01", 1), item(3)), "Boat 1|Boat 2|Boat 3", false, 0},
		{"item in CDATA", rssFeed(`<item><title>A</title><description><![CDATA[<item>x</item>]]></description></item>`, item(2)), "A|Boat 2", false, 0},
		{"bare ampersand and unknown entities", rssFeed(`<item><title>A & B &bogus; &nbsp;C</title></item>`), "A & B &bogus; C", false, 0},
		{"escaped twice", rssFeed(`<item><title>A &amp;amp; B &amp;lt;b&amp;gt;C&amp;lt;/b&amp;gt;</title></item>`), "A & B C", false, 0},
		{"junk before", "warning: x in y.php\n" + full, "Boat 1|Boat 2|Boat 3", false, 0},
		{"label of another encoding", strings.Replace(full, `"1.0"`, `"1.0" encoding="windows-1251"`, 1), "Boat 1|Boat 2|Boat 3", false, 0},
		{"unknown encoding", strings.Replace(full, `"1.0"`, `"1.0" encoding="x-odd"`, 1), "Boat 1|Boat 2|Boat 3", false, 0},
		{"long document type", strings.Replace(full, "<rss", "<!DOCTYPE rss [ "+strings.Repeat(`<!ENTITY a "b"> `, 1000)+"]><rss", 1), "Boat 1|Boat 2|Boat 3", false, 0},
		{"deep nesting in one item", rssFeed(item(1), "<item><title>x</title>"+strings.Repeat("<x:a>", 5000)+strings.Repeat("</x:a>", 5000)+"</item>", item(3)), "Boat 1|Boat 3", true, 1},
		{"large tag in one item", rssFeed(item(1), "<item "+strings.Repeat(`a="b" `, 20000)+"><title>x</title></item>", item(3)), "Boat 1|Boat 3", true, 1},
		{"JSON cut", jsonItems + `{"id":"2","title":"Bo`, "Boat 1", true, 0},
		{"JSON nulls", jsonItems + `null,{"id":"2","title":null,"url":"/2","authors":[null],"tags":null},{"id":3,"title":"Boat 3"},7,[]]}`, "Boat 1||Boat 3", true, 3},
		{"JSON equal keys", `{"version":"x","title":"a","title":"b","items":[{"id":"1","title":"Boat 1"}]}`, "Boat 1", false, 0},
	} {
		f, err := Parse([]byte(c.data), place)
		if err != nil || titles(f) != c.want || f.Partial != c.partial || f.LeftOut != c.leftOut || f.Partial != (f.Why != "") {
			t.Errorf("%s: got %q, partial %v (%s), left out %d, error %v; want %q, %v, %d", c.name, titles(f), f.Partial, f.Why, f.LeftOut, err, c.want, c.partial, c.leftOut)
		}
		if !strings.Contains(c.name, "JSON") && f.Title != "Coast desk" {
			t.Errorf("%s: title of the feed %q", c.name, f.Title)
		}
	}
}

// Feed 26, 27, 28: what is made to hurt is refused by name or capped, in time.
func TestHostileFeeds(t *testing.T) {
	entities := `<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY k SYSTEM "file:///etc/passwd">]>`
	for name, data := range map[string]string{
		"open elements":            rssFeed("<item>" + strings.Repeat("<x:a>", 1_000_000)),
		"open elements, closed":    "<rss><channel>" + strings.Repeat("<a>", 300_000) + strings.Repeat("</a>", 300_000) + "</channel></rss>",
		"atom content":             `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">` + strings.Repeat("<div>", 500_000),
		"a million attributes":     "<rss " + strings.Repeat(`a="" `, 800_000) + "><channel/></rss>",
		"20,000 namespaces":        "<rss " + strings.Repeat(`xmlns:a="b" `, 20_000) + "><channel/></rss>",
		"JSON nesting":             `{"version":"x","items":` + strings.Repeat("[", 100_000),
		"JSON nesting in an item":  `{"version":"x","items":[{"id":"1","a":` + strings.Repeat(`{"a":`, 100_000),
		"stops":                    "<rss" + strings.Repeat("<", 2_000_000),
		"open comment":             "<rss><!--" + strings.Repeat("-", 2_000_000),
		"open items":               "<rss><channel>" + strings.Repeat("<item>", 400_000),
		"items in CDATA, unclosed": "<rss><channel>" + strings.Repeat("<item><![CDATA[", 200_000),
	} {
		start := time.Now()
		f, err := Parse([]byte(data), place)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if err == nil && len(f.Entries) > 0 {
			t.Errorf("%s: got %d entries", name, len(f.Entries))
		}
	}
	f, err := Parse([]byte(strings.Replace(rssFeed(`<item><title>A &b; &k;</title></item>`), "<rss", entities+"<rss", 1)), place)
	if err != nil || strings.Contains(titles(f), "xxxx") || strings.Contains(titles(f), "root:") {
		t.Errorf("entities: got %q, error %v", titles(f), err)
	}
	var many []string
	for n := range maxEntries + 50 {
		many = append(many, item(n))
	}
	f, err = Parse([]byte(rssFeed(many...)), place)
	if err != nil || len(f.Entries) != maxEntries || !f.Partial || f.LeftOut != 50 {
		t.Errorf("many items: %d entries, partial %v, left out %d, error %v", len(f.Entries), f.Partial, f.LeftOut, err)
	}
	f, err = Parse([]byte(rssFeed("<item><title>"+strings.Repeat("é", 1<<20)+"</title></item>")), place)
	if err != nil || len(f.Entries) != 1 || len(f.Entries[0].Title) > maxTitle {
		t.Errorf("long title: error %v", err)
	}
}

// Feed 31: guids that are missing, shared, or no addresses.
func TestGUIDs(t *testing.T) {
	for _, c := range []struct{ name, item, place, link, url string }{
		{"guid for a missing link", `<guid>https://desk.example/9</guid>`, place, "https://desk.example/9", "https://desk.example/9"},
		{"guid that is no permalink", `<guid isPermaLink="false">https://desk.example/9</guid>`, place, "", ""},
		{"guid that is no address", `<guid>tag:desk.example,2026:9</guid>`, place, "", ""},
		{"local page with permalink", `<link>pages/a.html</link><guid isPermaLink="true">https://desk.example/9</guid>`, "/data/feed.xml", "/data/pages/a.html", "https://desk.example/9"},
		{"local page without", `<link>pages/a.html</link><guid isPermaLink="false">9</guid>`, "/data/feed.xml", "/data/pages/a.html", "/data/pages/a.html"},
		{"link beats guid", `<link>https://desk.example/a</link><guid>https://desk.example/9</guid>`, place, "https://desk.example/a", "https://desk.example/a"},
	} {
		f, err := Parse([]byte(rssFeed("<item><title>A</title>"+c.item+"</item>")), c.place)
		if err != nil || len(f.Entries) != 1 || f.Entries[0].Link != c.link || f.Entries[0].URL != c.url {
			t.Errorf("%s: got %+v, error %v", c.name, f.Entries, err)
		}
	}
	a, b := Entry{GUID: "1", Link: "/a", Title: "A"}, Entry{GUID: "1", Link: "/b", Title: "B"}
	if a.Key(place) == b.Key(place) || a.Key(place) == a.Key("other") {
		t.Error("a shared guid must not join entries, nor entries of two feeds")
	}
}

// Feed 32: dates keep what was written, and say only what they must.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		raw, want string
		flag      DateFlag
	}{
		{"Wed, 04 Mar 2026 10:00:00 +0100", "2026-03-04T10:00:00+01:00", DateGood},
		{"Wed, 4 Mar 2026 10:00:00 GMT", "2026-03-04T10:00:00Z", DateGood},
		{"Wed, 04 Mar 2026 10:00:00 EST", "2026-03-04T10:00:00-05:00", DateGood},
		{"Wed, 04 Mar 2026 10:00:00 CET", "2026-03-04T10:00:00+01:00", DateGood},
		{"Wed, 04 Mar 2026 10:00:00 IST", "2026-03-04T10:00:00", DateNoZone},
		{"Wed, 04 Mar 2026 10:00 Z", "2026-03-04T10:00:00Z", DateGood},
		{"04 Mar 2026 10:00:00 +0000", "2026-03-04T10:00:00Z", DateGood},
		{"Wednesday, 4 March 2026 10:00:00 +0200", "2026-03-04T10:00:00+02:00", DateGood},
		{"Wed, 04 Mar 2026 10:00:00 +0000 (UTC)", "2026-03-04T10:00:00Z", DateGood},
		{"2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z", DateGood},
		{"2026-03-04T10:00:00.123+05:30", "2026-03-04T10:00:00+05:30", DateGood},
		{"2026-03-04T10:00:00", "2026-03-04T10:00:00", DateNoZone},
		{"2026-03-04 10:00:00", "2026-03-04T10:00:00", DateNoZone},
		{"2026-03-04", "2026-03-04", DateGood},
		{"March 4, 2026", "2026-03-04", DateGood},
		{"March 4, 2026 3:05 PM", "2026-03-04T15:05:00", DateNoZone},
		{"16/06/2026", "2026-06-16", DateGood},
		{"06/16/2026", "2026-06-16", DateGood},
		{"03.03.2026 10:00", "2026-03-03", DateGood},
		{"1772618400", "2026-03-04T10:00:00Z", DateGood},
		{"02/03/2026", "", DateAmbiguous},
		{"31/02/2026", "", DateUnread},
		{"Wed, 32 Jan 2026 10:00:00 GMT", "", DateUnread},
		{"Wed, 04 Mar 2026 24:00:00 GMT", "", DateUnread},
		{"Wed, 04 Mar 2026 10:60:00 GMT", "", DateUnread},
		{"Dom, 16 Junio 2026", "", DateUnread},
		{"9999-12-31T23:59:59-12:00", "", DateUnlikely},
		{"Thu, 01 Jan 1970 00:00:00 GMT", "", DateUnlikely},
		{"0000-01-01T00:00:00Z", "", DateUnlikely},
		{"yesterday", "", DateUnread},
		{strings.Repeat("2026", 100), "", DateUnread},
		{" ", "", DateMissing},
	} {
		if got, flag := readDate(c.raw); got != c.want || flag != c.flag {
			t.Errorf("%q: got %q, %q; want %q, %q", c.raw, got, flag, c.want, c.flag)
		}
	}
	e := Entry{Published: "2026-03-06T11:00:00Z"}
	if now := time.Date(2026, 3, 5, 10, 0, 0, 0, time.UTC); !e.Future(now) || e.DateFlag != DateFuture {
		t.Errorf("a day and an hour ahead: flag %q", e.DateFlag)
	}
	if e := (Entry{Published: "2026-03-05"}); e.Future(time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)) {
		t.Error("tomorrow's date is within a time zone's reach")
	}
	f, err := Parse([]byte(rssFeed(`<item><title>A</title><link>/a</link><pubDate>02/03/2026</pubDate></item>`)), place)
	if err != nil || f.Entries[0].PublishedRaw != "02/03/2026" || f.Entries[0].Published != "" {
		t.Errorf("got %+v, error %v", f.Entries, err)
	}
}

// Feed 35: links lead to the web or, from a local feed, to files.
func TestResolve(t *testing.T) {
	for _, c := range []struct{ ref, place, want string }{
		{"/a", place, "https://desk.example/a"}, {"a?b=1", place, "https://desk.example/news/a?b=1"}, {"//other.example/a", place, "https://other.example/a"},
		{" https://desk.example/a\n b ", place, "https://desk.example/a b"}, {"HTTPS://desk.example/a", place, "HTTPS://desk.example/a"},
		{"javascript:alert(1)", place, ""}, {"data:text/html,x", place, ""}, {"file:///etc/passwd", place, ""}, {"http://", place, ""}, {"", place, ""}, {"%zz", place, ""},
		{"pages/a.html", "/data/feed.xml", "/data/pages/a.html"}, {"a.html", "feed.xml", "a.html"}, {"/abs/a.html", "/data/feed.xml", "/abs/a.html"},
		{"javascript:alert(1)", "/data/feed.xml", ""}, {"//host/a", "/data/feed.xml", ""}, {"file:///etc/passwd", "/data/feed.xml", ""},
	} {
		if got := Resolve(c.ref, c.place); got != c.want {
			t.Errorf("%q at %s: got %q, want %q", c.ref, c.place, got, c.want)
		}
	}
}

func TestTitlesArePlain(t *testing.T) {
	for raw, want := range map[string]string{
		"A\n  B": "A B", "\x1b]0;x\x07A": "]0;xA", "A\u202eB": "AB", "<b>A</b> <img src=x onerror=y>B": "A B", "5 < 6 and 7 > 4": "5 < 6 and 7 > 4", "A &amp; B": "A & B",
	} {
		if got := plain(raw); got != want {
			t.Errorf("%q: got %q, want %q", raw, got, want)
		}
	}
}

// Operator 94: lists of feeds, nested, broken, hostile.
func TestOPML(t *testing.T) {
	list := `<?xml version="1.0" encoding="ISO-8859-1"?><opml version="2.0"><head><title>x</title></head><body>
		<outline text="Coast"><outline text="Désk" type="rss" xmlUrl="/feed.xml" htmlUrl="https://desk.example/"/><outline text="Deep"><outline title="Wire" text="w" xmlurl="https://wire.example/rss"/></outline></outline>
		<outline text="Again" xmlUrl="/feed.xml"/><outline text="File" xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://plain.example/rss"/></body></opml>`
	got, err := ParseOPML([]byte(list), "https://lists.example/all.opml")
	want := []Outline{{"Désk", "https://lists.example/feed.xml", "https://desk.example/", "Coast"}, {"Wire", "https://wire.example/rss", "", "Coast/Deep"}, {"", "https://plain.example/rss", "", ""}}
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, error %v, want %q", got, err, want)
	}
	cut, err := ParseOPML([]byte(list[:strings.Index(list, "<outline title=")+20]), place)
	if err == nil || len(cut) != 1 {
		t.Errorf("cut list: got %q, error %v", cut, err)
	}
	if _, err := ParseOPML([]byte("<opml>"+strings.Repeat("<outline>", 100_000)), place); !errors.Is(err, errTooDeep) {
		t.Errorf("deep list: error %v", err)
	}
	var buf bytes.Buffer
	if err := WriteOPML(&buf, "Feeds <of> us", want); err != nil {
		t.Fatal(err)
	}
	again, err := ParseOPML(buf.Bytes(), place)
	want[2].Title = want[2].URL
	if err != nil || fmt.Sprint(again) != fmt.Sprint(want) {
		t.Errorf("written and read: got %q, error %v, want %q\n%s", again, err, want, buf.String())
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(rssFeed(item(1), `<item><title><![CDATA[x]]></title></item>`)))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[null,{"id":1}]}`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="a"/></entry><entry>`))
	f.Add([]byte(`<urlset><url><loc>/a</loc></url>`))
	f.Add([]byte(`<opml><outline xmlUrl="a"><outline></opml>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		feed, err := Parse(data, place)
		if err != nil && len(feed.Entries) > 0 {
			t.Error("entries beside an error")
		}
		for _, e := range feed.Entries {
			if e.Link != "" && !isWeb(e.Link) {
				t.Errorf("a feed from the web links to %q", e.Link)
			}
		}
		_, _ = ParseOPML(data, place)
	})
}
