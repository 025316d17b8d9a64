package article

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func read(t *testing.T, r Record) *Article {
	t.Helper()
	a, err := Read(r)
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range a.Blocks {
		if b.Start < 0 || b.End > len(a.Text) || b.Start >= b.End || i > 0 && b.Start != a.Blocks[i-1].End+2 {
			t.Errorf("block %d at [%d:%d] of %d bytes does not follow the one before", i, b.Start, b.End, len(a.Text))
		}
	}
	return a
}

const prose = "The ferry left the harbour at noon with passengers and cars on board, and sank within the hour off the western cape."

func TestNumbersNeverJoin(t *testing.T) {
	a := read(t, Record{URL: "u", HTML: `<body><p>` + prose + `</p><table><tr><td>12</td><td>34</td></tr><tr><td></td><td>56</td><td></td><td>61</td><td> </td></tr></table><p>An area of 1<sup>2</sup> km and 7<br>8 boats, it was said at the time.</p><ul><li>9</li><li>10</li></ul><p>` + prose + ` Again.</p></body>`})
	for _, bad := range []string{"1234", "12 km", "78", "910"} {
		if strings.Contains(a.Text, bad) {
			t.Errorf("text holds %q:\n%s", bad, a.Text)
		}
	}
	if !strings.Contains(a.Text, "12 | 34\n\n| 56 | | 61\n") {
		t.Errorf("cells are not kept apart, or not in their columns:\n%s", a.Text)
	}
}

func TestHiddenAndScriptTextIsNotTaken(t *testing.T) {
	a := read(t, Record{URL: "u", HTML: `<body><script>var dead=5000</script><style>p{}</style><template>6000 dead</template><noscript>7000 dead</noscript>
<p>` + prose + `</p><p style="display:none">8000 dead</p><p hidden>9000 dead</p><p style="font-size:0">11000 dead</p><p style="color:#fff;background:#fff">12000 dead</p><p style="position:absolute;left:-9999px">13000 dead</p><!-- 10000 dead --><p>` + prose + ` It had 77 seats.</p></body>`})
	if strings.Contains(a.Text, "000 dead") || strings.Contains(a.Text, "var dead") {
		t.Errorf("hidden text was taken:\n%s", a.Text)
	}
}

// HTML 46: what is not seen parts no number and no name, and turns none around.
func TestUnseenCharactersAreDropped(t *testing.T) {
	a := read(t, Record{URL: "u", HTML: "<body><h1>Ferry \u202esinks</h1><p>" + prose + " J\U000e0041ohn Sm\u200bith said that \u202e12\u202c of 5\ufeff00 people and 3\u20664\u2069 crew were hurt.</p></body>"})
	if !strings.HasSuffix(a.Text, "John Smith said that 12 of 500 people and 34 crew were hurt.") || a.Title != "Ferry sinks" {
		t.Errorf("%q, %q", a.Title, a.Text)
	}
}

func TestFurnitureStaysOut(t *testing.T) {
	a := read(t, Record{URL: "u", HTML: `<html><head><title>Ferry sinks off the cape | Harbour News</title></head><body><nav><a href="/">Home 1</a></nav><div class="cookie-banner">We use 12 cookies on this site to serve you better.</div>
<article><h1>Ferry sinks off the cape</h1><p class="standfirst">Nine people are missing, the coastguard says.</p><figure><img><figcaption>The ferry in 2019</figcaption></figure>
<p>` + prose + `</p><div class="related-stories"><p>Read 3 more stories about ferries and their many sinkings here.</p></div><p>READ ALSO: Ten boats seized</p><p>` + prose + ` Nine are missing.</p><p>Reporting by A. Smith; Editing by B. Jones</p></article>
<aside>Most read: 5 things</aside><footer>© 2026</footer></body></html>`})
	if a.Title != "Ferry sinks off the cape" {
		t.Errorf("title %q", a.Title)
	}
	if !strings.HasPrefix(a.Text, "Nine people are missing") || !strings.HasSuffix(a.Text, "Nine are missing.") {
		t.Errorf("text:\n%s", a.Text)
	}
	for _, bad := range []string{"cookies", "2019", "more stories", "READ ALSO", "Editing by", "Most read", "Home"} {
		if strings.Contains(a.Text, bad) {
			t.Errorf("text holds %q", bad)
		}
	}
}

func TestMetadataComesFromTheBestPlace(t *testing.T) {
	a := read(t, Record{Place: "https://news.example/ferry?utm_source=x", HTML: `<html lang="en-GB"><head><link rel="canonical" href="https://news.example/ferry"><meta property="og:title" content="Ferry sinks"><meta property="og:site_name" content="Harbour News">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Ferry sinks","datePublished":"2026-05-03T09:30:00+02:00","dateModified":"2026-05-03T11:00:00+02:00","author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"name":"Harbour News Ltd"}}]}</script></head><body><p>` + prose + `</p></body></html>`})
	if a.URL != "https://news.example/ferry" || a.Title != "Ferry sinks" || a.Published != "2026-05-03T09:30:00+02:00" || a.Modified != "2026-05-03T11:00:00+02:00" || a.Language != "en" || len(a.Byline) != 1 || a.Byline[0] != "Ann Lee" {
		t.Errorf("got %+v", a)
	}
	b := read(t, Record{URL: "https://a.example/1", Title: "Given", Published: "2026-01-02", Source: "Desk", HTML: `<title>Other</title><p>` + prose + `</p>`})
	if b.Title != "Given" || b.Published != "2026-01-02" || b.Source != "Desk" {
		t.Errorf("what the record gives must stand: %+v", b)
	}
}

func TestDeclaredRelays(t *testing.T) {
	for name, c := range map[string]struct{ html, source, want string }{
		"dateline":      {`<p>PORT ELLIS (AP) — ` + prose + `</p>`, "Island Post", "Associated Press"},
		"sign-off":      {`<p>` + prose + `</p><p>Nobody was hurt, the coastguard said. – Reuters</p>`, "Island Post", "Reuters"},
		"source line":   {`<p>` + prose + `</p><div>Read full article from source: Harbour News</div>`, "Digest", "Harbour News"},
		"own newsroom":  {`<p>` + prose + `</p><p>Source: Island Post and agencies</p>`, "Island Post", ""},
		"no relay":      {`<p>` + prose + `</p>`, "Island Post", ""},
		"own news wire": {`<p>PORT ELLIS (AP) — ` + prose + `</p>`, "Associated Press", ""},
	} {
		a := read(t, Record{URL: "u", Source: c.source, HTML: "<body>" + c.html + "</body>"})
		got := ""
		if a.SyndicatedFrom != nil {
			got = a.SyndicatedFrom.Name
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestKeyPointsAboveTheEntriesAreRead(t *testing.T) {
	entry := `<article class="entry"><time>18:30</time><h3>More</h3><p>` + prose + `</p></article>`
	a := read(t, Record{URL: "u", HTML: `<main><h1>Ferry sinks</h1><ul class="share"><li>Facebook</li><li>Mail</li></ul><section class="summary"><h2>What we know</h2><ul>
<li>Nine people are missing off the western cape</li><li>Divers found 12 cars on the sea bed.</li></ul></section><div class="feed">` + strings.Repeat(entry, 4) + `</div></main>`})
	if !strings.HasPrefix(a.Text, "Nine people are missing off the western cape\n\nDivers found 12 cars on the sea bed.\n\n") {
		t.Errorf("text:\n%s", a.Text)
	}
}

func TestKeyPointsInTheirOwnBoxAreRead(t *testing.T) {
	a := read(t, Record{URL: "u", HTML: `<main><h1>Ferry sinks</h1><ul class="keypoints"><li>Nine people are missing off the western cape</li><li>Owner denies that 60 people were aboard</li></ul><article><p>` + prose + `</p><p>` + prose + ` Nine are missing.</p></article></main>`})
	if !strings.HasPrefix(a.Text, "Nine people are missing off the western cape\n\nOwner denies") {
		t.Errorf("text:\n%s", a.Text)
	}
}

func TestListsAboveTheTextThatAreNoKeyPoints(t *testing.T) {
	for _, items := range []string{
		"<li>Read 12 articles a month for only 1 pound</li><li>Save 50 percent on the first 3 months of your plan</li>",
		"<li>Storm kills 14 people in the north after dam fails</li><li>Ferry with 60 people aboard runs aground off cape</li>",
	} {
		a := read(t, Record{URL: "u", HTML: `<main><h1>Ferry sinks</h1><ul>` + items + `</ul><article><p>` + prose + `</p><p>` + prose + ` Nine are missing.</p></article></main>`})
		if !strings.HasPrefix(a.Text, "The ferry left") {
			t.Errorf("text:\n%s", a.Text)
		}
	}
}

func TestLiveEntriesHaveTheirClock(t *testing.T) {
	a := read(t, Record{URL: "u", HTML: `<ol><li class="post"><time>18:30</time><h2>That is all</h2><p>` + prose + `</p></li><li class="post"><time>09:15</time><h2>Nine missing</h2><p>` + prose + ` Nine are missing.</p></li></ol>`})
	for _, b := range a.Blocks {
		want := "18:30"
		if strings.Contains(a.Text[b.Start:b.End], "Nine") {
			want = "09:15"
		}
		if b.Clock != want {
			t.Errorf("%q has clock %q, want %q", a.Text[b.Start:b.End], b.Clock, want)
		}
	}
}

func TestPlainTextLosesOnlyFurniture(t *testing.T) {
	a := read(t, Record{URL: "u", Title: "Ferry sinks off the cape", Text: "Home\nNews\nSport\nContact\n\nToday : May 4, 2026\n3 May 2026\n\nFerry sinks off the cape\n\n" + prose + "\n\nWho is affected\n\n • Nine passengers\n • Two crew\n\n" + prose + " Nine are missing.\n\nLatest news\nTen boats seized in raid\nFerry sinks off the cape\n"})
	if !strings.HasPrefix(a.Text, "The ferry left") || !strings.HasSuffix(a.Text, "Nine are missing.") || !strings.Contains(a.Text, "Nine passengers") || a.Published != "2026-05-03" {
		t.Errorf("published %q, text:\n%s", a.Published, a.Text)
	}
	if _, err := Read(Record{URL: "u", HTML: "<html><body></body></html>"}); !errors.Is(err, ErrNoArticle) {
		t.Errorf("an empty page: got error %v", err)
	}
}

// An agency's acronym is that of the agency which the page names, before any other that is known by it.
func TestAcronymsOfAgencies(t *testing.T) {
	for html, want := range map[string]string{
		`<article><h1>Ferry sinks</h1><p class="byline">By Antilles Press Agency and Harbour Reporter</p><p>` + prose + `</p><p>` + prose + ` – APA</p></article>`: "Antilles Press Agency",
		`<article><h1>Ferry sinks</h1><p>` + prose + `</p><p>The Antilles Press Agency (APA) counted nine. – APA</p></article>`:                                    "Antilles Press Agency",
		`<article><h1>Ferry sinks</h1><p>` + prose + `</p><p>` + prose + ` – APA</p></article>`:                                                                    fullAgency("APA"),
	} {
		a := read(t, Record{URL: "https://harbour.example/1", HTML: `<html><head><meta property="og:site_name" content="Harbour News"></head><body>` + html + `</body></html>`})
		if a.SyndicatedFrom == nil || a.SyndicatedFrom.Name != want {
			t.Errorf("%s: from %v, want %s", html, a.SyndicatedFrom, want)
		}
	}
}

func TestRelayRuleExamples(t *testing.T) {
	for _, r := range relayRules {
		for _, ex := range r.yes {
			if outletIn(r.pattern, r.known, ex) == "" {
				t.Errorf("rule %s finds no outlet in %q", r.name, ex)
			}
		}
		for _, ex := range r.no {
			if got := outletIn(r.pattern, r.known, ex); got != "" {
				t.Errorf("rule %s, %q: got %q, want none", r.name, ex, got)
			}
		}
		if len(r.yes) == 0 {
			t.Errorf("rule %s has no example", r.name)
		}
	}
}

// TestMakersOfPages reads a page of each way that sites are made; beside each page stands its text.
func TestMakersOfPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/makers/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("found %d pages, err %v: without pages this test would pass untested", len(pages), err)
	}
	for _, p := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".html"), func(t *testing.T) {
			page, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(p, ".html") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			a := read(t, Record{URL: "https://velm.example/x", HTML: string(page)})
			if got := a.Text + "\n"; got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			if !strings.HasPrefix(a.Title, "Dam break") {
				t.Errorf("title %q", a.Title)
			}
		})
	}
}

func TestPlainTextWithoutFurnitureStaysAsItIs(t *testing.T) {
	for _, text := range []string{
		prose + "\n\n" + prose + " Nine are missing.",
		"The ferry left the harbour at noon with passengers and\ncars on board, and sank within the hour off the western\ncape.\n\nNine people are missing, the coastguard said on Monday\nevening.\n",
		"One line without a full stop",
	} {
		a, err := Read(Record{URL: "u", Text: text})
		if err != nil || a.Text != text {
			t.Errorf("got %q, error %v, want the text unchanged: %q", a.Text, err, text)
		}
	}
	a, err := Read(Record{URL: "u", Text: "The ferry left the harbour at noon with passengers and\ncars on board, and sank within the hour off the western\ncape.\n\nNine people are missing."})
	if err != nil || len(a.Blocks) != 2 {
		t.Errorf("wrapped lines: got blocks %v, error %v, want two paragraphs", a.Blocks, err)
	}
}

func TestDatesOfPages(t *testing.T) {
	for in, want := range map[string]string{
		"2026-03-04T10:20:30+02:00": "2026-03-04T10:20:30+02:00", "2026-03-04 10:20": "2026-03-04T10:20:00", "Wed, 04 Mar 2026 10:20:30 GMT": "2026-03-04T10:20:30Z",
		"4 March 2026": "2026-03-04", "March 4th, 2026": "2026-03-04", "4. März 2026": "2026-03-04", "4 de marzo de 2026": "2026-03-04", "2026年3月4日": "2026-03-04", "04.03.26": "2026-03-04",
		"20260304": "2026-03-04", "1772619630": "2026-03-04T10:20:30Z", "25/12/2026": "2026-12-25", "02/03/2026": "", "2026": "", "32 March 2026": "", "9999-12-31": "", "last Friday": "",
	} {
		if got := isoTime(in); got != want {
			t.Errorf("isoTime(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"https://a.example/2026/03/04/x": "2026-03-04", "https://a.example/2026/mar/04/x": "2026-03-04", "https://a.example/x-2026-03-04.html": "2026-03-04", "https://a.example/04-03-2026": "2026-03-04",
		"https://a.example/20260304/x": "2026-03-04", "https://a.example/2026/43/x": "", "https://a.example/x-12345678": "",
	} {
		if got := dateInURL(in); got != want {
			t.Errorf("dateInURL(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestClassNamesAreReadByTheirWords(t *testing.T) {
	for name, want := range map[string]mark{"article__related-inline": hard, "AuthorByline": furniture, "teaser-text": standfirst, "media-body": body, "field--label-hidden": nothing, "sr-only": hidden, "has-sidebar": nothing, "c-paragraph": nothing, "fact-box": facts} {
		if got := nameMark(name); got != want {
			t.Errorf("nameMark(%q) = %d, want %d", name, got, want)
		}
	}
}

func TestClocksOfEntries(t *testing.T) {
	for in, want := range map[string]string{"16:52": "16:52", "9.15am": "09:15", "4:05 p.m. EST": "16:05", "18h30": "18:30", "18.10 CEST": "18:10", "12.05am": "00:05", "16:52 people": "", "3:1": "", "99:10": "", "2:03:11": "02:03"} {
		if got := wholeClock(in); got != want {
			t.Errorf("wholeClock(%q) = %q, want %q", in, got, want)
		}
	}
}

// What no text was is no article, whatever its name; a page with a few stray signs is one.
func TestBinary(t *testing.T) {
	bytes := make([]byte, 3000)
	for i, x := 0, uint32(1); i < len(bytes); i++ {
		x = x*1664525 + 1013904223
		bytes[i] = byte(x >> 24)
	}
	var latin []rune // as a page without an encoding is read
	for _, b := range bytes {
		latin = append(latin, rune(b))
	}
	for _, r := range []Record{{URL: "u", HTML: string(latin)}, {URL: "u", Text: string(latin)}} {
		if _, err := Read(r); !errors.Is(err, ErrBinary) || !errors.Is(err, ErrNoArticle) {
			t.Errorf("random bytes: got %v, want ErrBinary", err)
		}
	}
	stray := strings.Repeat("Nine people died in the fire at the mill.\x07 ", 40)
	if _, err := Read(Record{URL: "u", Text: stray}); err != nil {
		t.Errorf("a text with stray signs: %v", err)
	}
}

// A record's time is taken in any form that a page's is; what is no time is flagged, not resolved against.
func TestGivenTimes(t *testing.T) {
	for raw, want := range map[string]string{
		"2026-03-11": "2026-03-11", "2026-03-11T10:00:00+01:00": "2026-03-11T10:00:00+01:00", "11 March 2026": "2026-03-11", "yesterday": "", "": "",
		"1989-10-26": "1989-10-26", "1912-04-16T08:00:00Z": "1912-04-16T08:00:00Z", "0026-03-11": "", "2026-13-40": "", "1970-01-01T00:00:00Z": "",
	} {
		a, err := Read(Record{URL: "https://a.example/1", Text: "Twelve people died.", Published: raw})
		if err != nil || a.Published != want || (a.PublishedFlag == "unread") != (want == "" && raw != "") {
			t.Errorf("%q: published %q, flag %q, err %v, want %q", raw, a.Published, a.PublishedFlag, err, want)
		}
	}
}
