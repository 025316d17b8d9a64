package reconcile

import (
	"maps"
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
	"crosstally/pipeline/claim"
)

// page makes a reading of a title and a text in which names are marked: {Port Halvard}.
func page(source, published, title, text string) claim.Reading {
	r := claim.Reading{Article: &article.Article{URL: "https://" + strings.ToLower(strings.ReplaceAll(source, " ", "")) + ".test/" + published, Source: source, Published: published}}
	mark := func(s string, f extractors.Field) string {
		var out strings.Builder
		for {
			i := strings.IndexByte(s, '{')
			if i < 0 {
				break
			}
			j := strings.IndexByte(s, '}')
			out.WriteString(s[:i])
			n := s[i+1 : j]
			r.Names = append(r.Names, names.Mention{Evidence: extractors.Evidence{Span: extractors.Span{Start: out.Len(), End: out.Len() + len(n)}, Field: f, Text: n}, Type: names.Place, Name: n})
			out.WriteString(n)
			s = s[j+1:]
		}
		return out.String() + s
	}
	r.Article.Title = mark(title, extractors.Title)
	r.Article.Text = mark(text, extractors.Text)
	return r
}

// pages holds articles on six events, the letter before the colon naming the event. Some share a town, a hospital, a war or a minister.
var pages = []struct {
	event string
	r     claim.Reading
}{
	{"plane", page("Coast Daily", "2026-02-10T12:00:00Z", "Plane crashes at market near {Kapsoret}, 31 dead",
		"A {Rift Wings} plane with 52 people on board crashed at a market outside {Kapsoret} on Tuesday. Survivors were taken to {Moiben Hospital}, said county police commander {Daniel Rotich}. The plane had taken off from {Nairobi}. The {Kenya Red Cross} sent ambulances. Traders at the market ran when the plane came down.")},
	{"plane", page("Lake Herald", "2026-02-11", "Airline corrects list: 48 were on crashed plane",
		"The airline {Rift Wings} said that 53 people were on the plane that crashed at {Kapsoret}. {Moiben Hospital} treats 13 survivors. Transport secretary {Paul Wekesa} said that 41 people had died on the plane and at the market. Crash investigators found one of the plane's recorders.")},
	{"bus", page("Coast Daily", "2026-02-13T12:00:00Z", "Bus plunges off road near {Kapsoret}, 14 dead",
		"A bus on its way to {Kitale} left the road near {Kapsoret} on Friday and killed 14 passengers, said county police commander {Daniel Rotich}. The injured were taken to {Moiben Hospital}. The bus belonged to {Easy Sacco}. Witnesses said that its brakes failed on the hill. The bus carried 40 passengers, the driver said.")},
	{"strike on market", page("Nile Wire", "2026-05-09T20:00:00Z", "Drones hit market in {Um Sidra}, 14 dead",
		"Drones struck the market of {Um Sidra} in {North Kordofan} on Saturday, the state health ministry said. The army blamed the {Rapid Support Forces}. The {Sudan Doctors Network} put the toll at 17. Wounded were taken to {El Obeid}. Stalls burned at the market after the drones came.")},
	{"strike on market", page("Geneva Desk", "2026-05-11", "UN verifies 17 deaths in {Sudan} market strike",
		"The UN human rights office verified the deaths of 19 civilians at the market of {Um Sidra}, spokesperson {Luc Dumont} said. The {Rapid Support Forces} said that drones aimed at a military depot. The {International Organization for Migration} counted 3,200 displaced from {Um Sidra}. The market was crowded when the drones struck.")},
	{"strike on prison", page("Nile Wire", "2026-05-12T20:00:00Z", "Shells hit prison in {El Obeid}, 20 inmates dead",
		"Shells hit the prison of {El Obeid} on Tuesday and killed 20 inmates, prison director {Osman Taha} said. The army blamed the {Rapid Support Forces}, who have besieged the city. Guards said that the shells struck the prison's western wing. The wounded inmates lie in the city's hospital, the {Sudan Doctors Network} said.")},
	{"flood", page("Capital Post", "2026-06-02", "Floods drive 2,000 from homes in {Vesna Valley}",
		"Floods in the {Vesna Valley} have driven 2,000 people from their homes. Prime Minister {Ana Marek} visited {Dolna} on Monday and promised help. The river {Vesna} rose by three metres, the {Water Institute} said. Bridges at {Dolna} and {Breza} are closed. Flood water reached the roofs.")},
	{"budget", page("Capital Post", "2026-06-03", "Prime Minister {Ana Marek} defends budget with cuts of 3 percent",
		"Prime Minister {Ana Marek} defended the budget in parliament. Spending will be cut by 3 percent. Opposition leader {Ivo Kranj} called the budget heartless. Finance Minister {Petra Lovrin} said that pensions stay as they are. Deputies vote on the budget next week. Taxes will rise by 200 million.")},
}

// Articles on one event find each other; ones that share a town, a hospital, a war or a minister do not.
func TestStoriesStayApart(t *testing.T) {
	ps := make([]*Profile, len(pages))
	for i, x := range pages {
		ps[i] = NewProfile(x.r)
	}
	for i, p := range ps {
		for j, q := range ps[:i] {
			if got, want := p.Linked(q), pages[i].event == pages[j].event; got != want {
				names, rare := sharedNames(p.Names, q.Names)
				t.Errorf("%q and %q: linked %v, want %v: score %.2f of names %.2f (%d telling), topics %.2f, title %.2f, near %.1f", pages[i].r.Article.Title, pages[j].r.Article.Title, got, want,
					p.score(q), names, rare, coverage(p, q), overlap(p.Title, q.Title), p.near(q))
			}
		}
	}
}

// Blocking must not hide a pair that would be linked.
func TestLinkedArticlesShareAKey(t *testing.T) {
	for i, x := range pages {
		p := NewProfile(x.r)
		keys := map[Key]bool{}
		for _, k := range p.Keys() {
			for _, near := range k.Near() {
				keys[near] = true
			}
		}
		for _, y := range pages[:i] {
			q := NewProfile(y.r)
			shared := false
			for _, k := range q.Keys() {
				shared = shared || keys[k]
			}
			if p.Linked(q) && !shared {
				t.Errorf("%q and %q are linked but share no key", x.r.Article.Title, y.r.Article.Title)
			}
		}
	}
}

func TestAnUntitledStoryIsNamedByItsFirstWords(t *testing.T) {
	long := "Floods closed the bridges of Harwick on Monday, the mayor said, and the school stayed shut until Thursday at least.\n\nMore."
	for text, want := range map[string]string{
		"Harwick floods\n\nMore.": "Harwick floods",
		long:                      "Floods closed the bridges of Harwick on Monday, the mayor said, and the school stayed …",
	} {
		if got := describe([]claim.Reading{{Article: &article.Article{URL: "a.txt", Text: text}}}).Title; got != want {
			t.Errorf("title of %q: %q, want %q", text, got, want)
		}
	}
}

// Every country stands in so much news that sharing one says little, also the small ones.
func TestCountriesTellLittle(t *testing.T) {
	p := NewProfile(page("Isle Times", "2026-03-02", "Explosion in {Ambatova}", "{Ambatova}, {Madagascar} – An explosion shook {Ambatova} on Monday."))
	common := map[string]bool{}
	for _, n := range p.Names {
		common[n.Name] = n.Common
	}
	if want := map[string]bool{"mbtw": false, "madagascar": true}; !maps.Equal(common, want) {
		t.Errorf("got %v, want %v", common, want)
	}
}
